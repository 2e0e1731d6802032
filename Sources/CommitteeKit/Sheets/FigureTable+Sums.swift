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
        let indicators = Columns(lines.map { ($0.indicator, "\($0.area)\n\($0.period)", $0.count) })
        if let found = indicators.sum(apart: told) {
            throw SuppressionError(
                "“\(found.whole)” is everywhere the sum of \(found.parts.map { "“\($0)”" }.joined(separator: ", ")), so what is "
                    + "hidden of one could be worked out from the others. Add a column “Part of” that says “\(found.whole)” in "
                    + "their lines."
            )
        }
        guard !lines.contains(where: { $0.area == all }) else { return }
        let areas = Columns(lines.map { ($0.area, "\($0.indicator)\n\($0.period)", $0.count) })
        if let found = areas.sum(apart: [], allAlone: true) {
            throw SuppressionError(
                "The area “\(found.whole)” is everywhere the sum of the others, so what is hidden of one could be worked out "
                    + "from them. Say that it stands for all areas: --all \"\(found.whole)\"."
            )
        }
    }
}

/// Counts by name and place, among which sums are looked for.
private struct Columns {
    private var names: [String] = []
    private var counts: [String: [String: Int]] = [:]

    init(_ rows: [(name: String, place: String, count: Int)]) {
        for row in rows {
            if counts[row.name] == nil { names.append(row.name) }
            counts[row.name, default: [:]][row.place] = row.count
        }
    }

    /// A name whose counts are everywhere the sums of others, with those.
    func sum(apart told: Set<String>, allAlone: Bool = false) -> (whole: String, parts: [String])? {
        let known = names.filter { !told.contains($0) }
        guard known.count > 2 else { return nil }
        for (place, whole) in known.enumerated() {
            var candidates = [known.filter { $0 != whole }]
            if !allAlone {
                candidates.append(known.filter { $0 != whole && $0.hasPrefix(whole) })
                for end in known.indices where end > place + 1 {
                    candidates.append(Array(known[(place + 1)...end]))
                }
                for start in known.indices where start < place - 1 {
                    candidates.append(Array(known[start..<place]))
                }
            }
            for parts in candidates where parts.count > 1 && isSum(whole, of: parts) {
                return (whole, parts)
            }
        }
        return nil
    }

    /// Whether every count of a name is the sum of the others' there; a single place may be chance.
    private func isSum(_ whole: String, of parts: [String]) -> Bool {
        guard let own = counts[whole], own.count > 1, own.values.contains(where: { $0 > 0 }) else {
            return false
        }
        return own.allSatisfy { place, count in
            let others = parts.map { counts[$0]?[place] }
            return others.allSatisfy { $0 != nil }
                && others.compactMap(\.self).reduce(0, +) == count
        }
    }
}
