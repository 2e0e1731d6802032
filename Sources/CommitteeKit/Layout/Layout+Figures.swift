// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Layout {
    /// The fields of a progress check that stand in columns.
    static let checkFieldNames =
        ["date", "name", "total", "completed", "added", "ongoing"] + PlanFigures.further

    /// Holds the columns of the table of progress checks against the figures.
    func checkFigures(_ fields: JSONFields) throws(JSONError) {
        var errors: [JSONError] = []
        for column in checks?.columns ?? [] where !column.isComputed {
            for gap in column.cell.gaps where !Self.checkFieldNames.contains(gap) {
                if gap.hasPrefix("list."), PlanList(rawValue: String(gap.dropFirst(5))) != nil {
                    continue
                }
                errors.append(
                    fields.error(
                        "the column “\(column.header)” holds “\(gap)”, which is not a figure. "
                            + ClosestName.suggestion(for: gap, in: Self.checkFieldNames)
                            + " What stands in a list is list.name.",
                        at: "checks"
                    )
                )
            }
        }
        if let error = JSONError.gathering(errors) { throw error }
    }

    /// Whether the layout says more of figures than every layout does, so that they are compared.
    var comparesFigures: Bool {
        let further = (checks?.columns ?? []).map(\.field).filter {
            PlanFigures.further.contains($0) || $0.hasPrefix("list.")
        }
        return !further.isEmpty || counting.totalStates != nil || counting.ongoingStates != nil
    }
}
