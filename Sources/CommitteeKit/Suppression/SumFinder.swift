// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Counts by name and place, among which sums are looked for that nobody declared.
///
/// Looked for are the sums that people print: of all others, of those whose names begin alike, and of those that stand one
/// after the other before or behind it.
struct SumFinder {
    private var names: [String] = []
    private var counts: [String: [String: Int]] = [:]

    /// Begins with counts, in the order in which they are printed.
    init(_ rows: [(name: String, place: String, count: Int)]) {
        for row in rows {
            if counts[row.name] == nil { names.append(row.name) }
            counts[row.name, default: [:]][row.place] = row.count
        }
    }

    /// A name whose counts are everywhere the sums of others, with those.
    ///
    /// - Parameters:
    ///   - told: The names that are parts of declared sums, which are looked at no more.
    ///   - allAlone: Whether only the sum of all others counts.
    /// - Returns: The name and its parts; nil when there is none.
    /// - Complexity: O(*k*² × *n*) for *k* names and *n* counts of each.
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
