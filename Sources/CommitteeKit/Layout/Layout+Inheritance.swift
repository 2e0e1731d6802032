// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Layout {
    /// Reads what actions have from what stands above them, and which level's words are years.
    mutating func readInheritance(_ fields: JSONFields) throws(JSONError) {
        for name in try fields.optional("inherits", as: .list(of: .text)) ?? [] {
            let field = name == "timescale.words" ? "timescale" : name
            guard Plan.inheritableFields.contains(field) || field.hasPrefix("local.") else {
                throw fields.error(
                    "“\(name)” cannot be inherited. "
                        + ClosestName.suggestion(for: name, in: Plan.inheritableFields)
                        + " A column of your own is called local.name.",
                    at: "inherits"
                )
            }
            inherits.append(field)
        }
        if let name = try fields.optional("years", as: .text) {
            guard
                let level = levels.dropLast().firstIndex(where: { $0.singular == name.lowercased() }
                )
            else {
                throw fields.error(
                    "“\(name)” is not a level above the actions. "
                        + ClosestName.suggestion(for: name, in: levels.dropLast().map(\.singular)),
                    at: "years"
                )
            }
            years = level
            if !inherits.contains("timescale") { inherits.append("timescale") }
        }
        try checkYearColumns(fields)
    }

    /// Holds columns that are years against each other: a time stands in them or in one of its own.
    private func checkYearColumns(_ fields: JSONFields) throws(JSONError) {
        let years = columns.filter(\.isYear)
        guard let year = years.first else { return }
        if let other = columns.first(where: {
            $0.cell.gaps.contains("timescale.words") && !$0.isYear
        }) {
            throw fields.error(
                "the column “\(year.header)” is a time, and “\(other.header)” holds another. Leave one "
                    + "out, or keep it as local.name.",
                at: "columns"
            )
        }
    }

    /// Holds the lines below a heading against the fields of a level.
    func checkLines(of heading: LevelHeading, _ fields: JSONFields) throws(JSONError) {
        for line in heading.lines {
            guard !line.isOnlyGaps, !line.gaps.isEmpty else {
                throw fields.error(
                    "“\(line)” could be any line. A line has words and a field, such as "
                        + "\"Lead: {leads}\".",
                    at: "headings"
                )
            }
            let known = Self.levelFieldNames + ["statement"]
            for gap in line.gaps where !known.contains(gap) && !gap.hasPrefix("local.") {
                throw fields.error(
                    "the line “\(line)” holds “\(gap)”, which is not a field of a level. "
                        + ClosestName.suggestion(for: gap, in: known),
                    at: "headings"
                )
            }
        }
    }
}

extension LayoutColumn {
    /// Whether the column is a time itself, in which an action is due that has anything in it.
    var isYear: Bool { due != nil || tick != nil && cell.gaps == ["timescale.words"] }
}

extension PlanTable {
    /// The lines below a heading that give single fields, each as far as something is said.
    func lines(of place: Int, below heading: LevelHeading) -> [String] {
        heading.lines.compactMap { cells.filled(ItemTemplate($0, in: layout), of: place) }
    }
}

extension ItemCells {
    /// Whether an item is due in the time that a column stands for.
    func isDue(_ words: String, _ place: Int) -> Bool {
        let timescale = items[place].timescale
        let times = timescale.milestones.isEmpty ? [timescale] : timescale.milestones
        return times.contains { $0.words.comparisonKey == words.comparisonKey }
    }
}
