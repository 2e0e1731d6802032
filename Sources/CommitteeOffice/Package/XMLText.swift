// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// XML that is being written.
struct XMLText {
    private(set) var bytes: [UInt8] = []

    init(declared: Bool = true) {
        if declared { raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") }
    }

    /// Adds markup as it is.
    mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// Adds markup as it is.
    mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Adds a whole number.
    mutating func number(_ number: Int) { raw(String(number)) }

    /// Adds bytes of markup as they are.
    mutating func raw(bytes markup: some Sequence<UInt8>) { bytes.append(contentsOf: markup) }

    /// Adds words so that none of them is markup.
    ///
    /// What XML 1.0 forbids (section 2.2) becomes the replacement character.
    mutating func words(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            var index = 0
            while index < utf8.count {
                let (other, length) = Self.replacement(in: utf8, at: index)
                guard let other else {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: utf8[start..<index])
                other.withUTF8Buffer { bytes.append(contentsOf: $0) }
                index += length
                start = index
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }

    /// What stands in place of the bytes at an index, and how many these are.
    private static func replacement(
        in bytes: UnsafeBufferPointer<UInt8>,
        at index: Int
    ) -> (StaticString?, Int) {
        switch bytes[index] {
        case UInt8(ascii: "&"): ("&amp;", 1)
        case UInt8(ascii: "<"): ("&lt;", 1)
        case UInt8(ascii: ">"): ("&gt;", 1)
        case UInt8(ascii: "\""): ("&quot;", 1)
        case 0x09, 0x0A, 0x0D: (" ", 1)
        case 0..<0x20, 0x7F: ("\u{FFFD}", 1)
        // U+FFFE and U+FFFF.
        case 0xEF where bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: ("\u{FFFD}", 3)
        default: (nil, 1)
        }
    }
}
