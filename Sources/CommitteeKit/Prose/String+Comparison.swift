// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The text folded for comparing what people typed: letters and digits in lower case, with one
    /// space between words and everything else left out.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    package var comparisonKey: String {
        var key = ""
        var gap = false
        for character in self {
            guard character.isLetter || character.isNumber else {
                gap = true
                continue
            }
            if gap, !key.isEmpty { key.append(" ") }
            gap = false
            key.append(contentsOf: character.lowercased())
        }
        return key
    }
}
