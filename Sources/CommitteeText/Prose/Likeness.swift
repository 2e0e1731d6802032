// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How alike two texts are, from 0 for nothing in common to 1 for the same words.
///
/// This is the Sørensen–Dice coefficient over pairs of neighbouring letters (Dice 1945), which
/// forgives the letters that a bad extraction changes and does not depend on word order much.
package enum Likeness {
    /// Compares two texts.
    ///
    /// - Parameters:
    ///   - first: A text.
    ///   - second: Another text.
    /// - Returns: The coefficient, between 0 and 1.
    /// - Complexity: O(*n* + *m*) in the lengths of the texts.
    package static func between(_ first: String, _ second: String) -> Double {
        let left = Array(first.comparisonKey)
        let right = Array(second.comparisonKey)
        guard left != right else { return left.isEmpty ? 0 : 1 }
        guard left.count > 1, right.count > 1 else { return 0 }
        var pairs: [Pair: Int] = [:]
        for index in left.indices.dropLast() {
            pairs[Pair(first: left[index], second: left[index + 1]), default: 0] += 1
        }
        var common = 0
        for index in right.indices.dropLast() {
            let pair = Pair(first: right[index], second: right[index + 1])
            guard let count = pairs[pair], count > 0 else { continue }
            pairs[pair] = count - 1
            common += 1
        }
        return Double(2 * common) / Double(left.count + right.count - 2)
    }

    /// Tells how much of one text's words stand in another text, in the same order.
    ///
    /// - Parameters:
    ///   - piece: The shorter text.
    ///   - whole: The longer text.
    /// - Returns: The share of the piece's letters that stand in words of the whole, 0 to 1.
    /// - Complexity: O(*n* + *m*) in the lengths of the texts.
    package static func share(of piece: String, in whole: String) -> Double {
        let words = piece.comparisonKey.split(separator: " ")
        let letters = words.reduce(0) { $0 + $1.count }
        guard letters > 0 else { return 0 }
        let present = Set(whole.comparisonKey.split(separator: " "))
        let found = words.filter(present.contains).reduce(0) { $0 + $1.count }
        return Double(found) / Double(letters)
    }

    private struct Pair: Hashable {
        var first: Character
        var second: Character
    }
}
