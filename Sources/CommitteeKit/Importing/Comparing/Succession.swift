// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Finds which texts of a new plan carry on texts of the plan before it.
///
/// Texts are compared by the words that they share, a word counting more the fewer texts have it
/// (Spärck Jones 1972). Two texts are linked when each is the other's best match and the match is
/// good; everything else is left to people.
enum Succession {
    struct Link: Hashable {
        var from: Int
        var to: Int
        var likeness: Double
    }

    static let threshold = 0.3

    /// Links texts.
    ///
    /// - Complexity: O(*n* × *m*) in the numbers of texts.
    static func links(from old: [String], to new: [String]) -> [Link] {
        let words = (old + new).map { text in
            Set(text.comparisonKey.split(separator: " ").filter { $0.count >= 3 }.map(String.init))
        }
        var frequency: [String: Int] = [:]
        for set in words { for word in set { frequency[word, default: 0] += 1 } }
        func weight(_ word: String) -> Double {
            Double(words.count) / Double(frequency[word] ?? 1) - 1
        }
        func size(_ set: Set<String>) -> Double { set.sorted().reduce(0) { $0 + weight($1) } }
        func likeness(_ first: Set<String>, _ second: Set<String>) -> Double {
            let whole = size(first) + size(second)
            return whole > 0 ? 2 * size(first.intersection(second)) / whole : 0
        }
        let before = words.prefix(old.count)
        let after = words.suffix(new.count)
        let table = before.map { first in after.map { likeness(first, $0) } }
        var links: [Link] = []
        for (from, row) in table.enumerated() {
            guard let to = row.indices.max(by: { row[$0] < row[$1] }), row[to] >= threshold,
                table.indices.allSatisfy({ table[$0][to] <= row[to] })
            else { continue }
            links.append(Link(from: from, to: to, likeness: row[to]))
        }
        return links
    }
}
