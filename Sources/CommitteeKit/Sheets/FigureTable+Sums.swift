// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension FigureTable {
    /// Refuses two names that differ in their spelling alone: what is hidden below one would be shown below the other.
    func checkSpelling() throws(SuppressionError) {
        var known: [String: (name: String, line: Int)] = [:]
        for line in lines {
            for (what, name) in [("indicator", line.indicator), ("area", line.area)] {
                let key = "\(what) \(name.comparisonKey)"
                if let other = known[key], other.name != name {
                    throw SuppressionError(
                        "Lines \(other.line) and \(line.number) have the \(what)s “\(other.name)” and “\(name)”, which "
                            + "differ in their spelling alone. Write them alike."
                    )
                }
                known[key] = (name, line.number)
            }
        }
        for line in lines where !line.whole.isEmpty {
            guard lines.contains(where: { $0.indicator == line.whole }) else {
                throw SuppressionError(
                    "Line \(line.number) says that “\(line.indicator)” is part of “\(line.whole)”, which is not in the "
                        + "table. "
                        + ClosestName.suggestion(
                            for: line.whole,
                            in: Set(lines.map(\.indicator)).sorted()
                        )
                )
            }
        }
    }

    /// Refuses an indicator or an area that is everywhere the sum of others, where nobody says so.
    ///
    /// Looked for are the sums that people print: of all others, of those whose names begin alike, and of those that stand
    /// one after the other before or behind it.
    ///
    /// - Complexity: O(*k*² × *n*) for *k* indicators or areas and *n* counts of each.
    func checkSums() throws(SuppressionError) {
        let told = Set(lines.filter { !$0.whole.isEmpty }.flatMap { [$0.indicator, $0.whole] })
        let indicators = SumFinder(
            lines.map { ($0.indicator, "\($0.area)\n\($0.period)", $0.count) }
        )
        if let found = indicators.sum(apart: told) {
            throw SuppressionError(
                "“\(found.whole)” is everywhere the sum of \(found.parts.map { "“\($0)”" }.joined(separator: ", ")), so what is "
                    + "hidden of one could be worked out from the others. Add a column “Part of” that says “\(found.whole)” in "
                    + "their lines."
            )
        }
        guard !lines.contains(where: { $0.area == all }) else { return }
        let areas = SumFinder(lines.map { ($0.area, "\($0.indicator)\n\($0.period)", $0.count) })
        if let found = areas.sum(apart: [], allAlone: true) {
            throw SuppressionError(
                "The area “\(found.whole)” is everywhere the sum of the others, so what is hidden of one could be worked out "
                    + "from them. Say that it stands for all areas: --all \"\(found.whole)\"."
            )
        }
    }
}
