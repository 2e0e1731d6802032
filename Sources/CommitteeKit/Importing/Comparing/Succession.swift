// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Finds which texts of a new plan carry on texts of the plan before it.
///
/// Texts are compared by the words that they share. A word counts more the fewer texts have it
/// (Spärck Jones 1972), and only words that both plans use count fully, since a new plan words much
/// anew. The best pairs are linked first, each text once; what is not alike enough is left to
/// people.
enum Succession {
    struct Link: Hashable {
        var from: Int
        var to: Int
        /// How alike the texts are, from 0 to 1.
        var likeness: Double
    }

    /// The likeness from which texts are linked, set by hand on two published plans.
    static let threshold = 0.42
    /// The likeness from which a link is beyond much doubt.
    static let sure = 0.6

    /// Links texts.
    ///
    /// - Complexity: O(*n* × *m*) in the numbers of texts.
    static func links(from old: [String], to new: [String]) -> [Link] {
        let before = old.map(stems)
        let after = new.map(stems)
        let weights = Weights(before: before, after: after)
        var pairs: [Link] = []
        for (from, first) in before.enumerated() {
            for (to, second) in after.enumerated() {
                let likeness = weights.likeness(first, second)
                if likeness >= threshold {
                    pairs.append(Link(from: from, to: to, likeness: likeness))
                }
            }
        }
        pairs.sort { ($1.likeness, $0.from, $0.to) < ($0.likeness, $1.from, $1.to) }
        var links: [Link] = []
        var usedOld: Set<Int> = []
        var usedNew: Set<Int> = []
        for pair in pairs where !usedOld.contains(pair.from) && !usedNew.contains(pair.to) {
            usedOld.insert(pair.from)
            usedNew.insert(pair.to)
            links.append(pair)
        }
        return links.sorted { $0.to < $1.to }
    }

    /// The words of a text, cut so that endings do not matter.
    private static func stems(_ text: String) -> Set<String> {
        Set(
            text.comparisonKey.split(separator: " ").filter { $0.count >= 3 }
                .map { String($0.prefix(7)) }
        )
    }

    struct Weights {
        private var weights: [String: Double] = [:]

        init(before: [Set<String>], after: [Set<String>]) {
            let all = before + after
            var frequency: [String: Int] = [:]
            for words in all { for word in words { frequency[word, default: 0] += 1 } }
            let old = before.reduce(into: Set()) { $0.formUnion($1) }
            let new = after.reduce(into: Set()) { $0.formUnion($1) }
            for (word, count) in frequency {
                guard old.contains(word), new.contains(word) else {
                    weights[word] = 0.3
                    continue
                }
                let rarity = Self.logarithm(Double(all.count) / Double(count))
                weights[word] = rarity * rarity * rarity
            }
        }

        /// The natural logarithm of a number above 1, near enough, without a mathematics library.
        static func logarithm(_ number: Double) -> Double {
            (Double(number.exponent) + number.significand - 1) * 0.693
        }

        private func size(_ words: Set<String>) -> Double {
            words.sorted().reduce(0) { $0 + (weights[$1] ?? 0) }
        }

        func likeness(_ first: Set<String>, _ second: Set<String>) -> Double {
            let left = size(first)
            let right = size(second)
            let less = min(left, right)
            guard less > 0 else { return 0 }
            let common = size(first.intersection(second))
            return common / less * (0.5 + 0.5 * less / max(left, right))
        }
    }
}
