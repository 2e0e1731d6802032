// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The text folded for comparing what people typed: letters and digits in lower case, with one
    /// space between words and everything else left out.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    @inlinable
    package var comparisonKey: String {
        if let key = asciiComparisonKey { return key }
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

    /// The same for text of plain ASCII, which most of it is; nil for other text.
    @inlinable
    var asciiComparisonKey: String? {
        var key: [UInt8] = []
        key.reserveCapacity(utf8.count)
        var gap = false
        for byte in utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x41...0x5A:
                if gap, !key.isEmpty { key.append(0x20) }
                gap = false
                key.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
            case 0x80...: return nil
            default: gap = true
            }
        }
        return String(decoding: key, as: UTF8.self)
    }
}
