// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The character references of the HTML Standard, such as `&eacute;`, `&#233;` and `&#xE9;`.
///
/// Source: HTML Standard, sections 13.2.5.72 to 13.2.5.80 and 13.5. A number from 128 to 159 means a
/// character of Windows-1252, and a number that is no character means U+FFFD.
package enum HTMLReferences {
    /// Where a reference stands, which decides what may go without its semicolon.
    package enum Place {
        /// In the text of a web page: a number, and 106 old names.
        case text
        /// In an attribute: the same, but no name before `=`, a letter or a digit.
        case attribute
        /// In Markdown: nothing.
        case markdown
    }

    /// A reference that was read: its one or two characters and the index after it.
    package struct Reference {
        package var first: Unicode.Scalar
        package var second: Unicode.Scalar?
        package var end: Int

        /// Adds the characters in UTF-8.
        package func append(to bytes: inout [UInt8]) {
            bytes.append(contentsOf: UTF8.encode(first)?.map { $0 } ?? [])
            if let second { bytes.append(contentsOf: UTF8.encode(second)?.map { $0 } ?? []) }
        }
    }

    /// Returns the text with its references replaced; what is none stays as it is.
    package static func decode(_ bytes: ArraySlice<UInt8>, in place: Place = .text) -> String {
        guard bytes.contains(ASCII.ampersand) else { return String(decoding: bytes, as: UTF8.self) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == ASCII.ampersand,
                let found = reference(at: index, of: bytes, in: place)
            {
                found.append(to: &output)
                index = found.end
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Returns the reference that begins at an ampersand, or nil when the ampersand is text.
    package static func reference(
        at start: Int,
        of bytes: ArraySlice<UInt8>,
        in place: Place
    ) -> Reference? {
        let next = start + 1
        guard next < bytes.endIndex else { return nil }
        return bytes[next] == ASCII.hash
            ? numbered(at: next + 1, of: bytes, in: place) : named(at: next, of: bytes, in: place)
    }

    // MARK: Numbers

    private static func numbered(
        at start: Int,
        of bytes: ArraySlice<UInt8>,
        in place: Place
    ) -> Reference? {
        var index = start
        let isHexadecimal = index < bytes.endIndex && bytes[index] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { index += 1 }
        let digits = index
        var code: UInt32 = 0
        while index < bytes.endIndex, let digit = digit(bytes[index], isHexadecimal) {
            // Beyond every character it stays there, whatever follows.
            code = min(code * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            index += 1
        }
        guard index > digits else { return nil }
        let isEnded = index < bytes.endIndex && bytes[index] == ASCII.semicolon
        guard isEnded || place != .markdown else { return nil }
        return Reference(first: scalar(of: code), second: nil, end: isEnded ? index + 1 : index)
    }

    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal:
            UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal:
            UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    private static func scalar(of code: UInt32) -> Unicode.Scalar {
        switch code {
        case 0: "\u{FFFD}"
        case 0x80...0x9F: windows1252[Int(code) - 0x80]
        default: Unicode.Scalar(code) ?? "\u{FFFD}"
        }
    }

    /// What the bytes 128 to 159 mean in Windows-1252; the five that it leaves open stay controls.
    package static let windows1252: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}",
        "\u{2014}", "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}",
        "\u{178}",
    ]

    // MARK: Names

    /// Finds the longest name that begins at an index, letter by letter among the sorted names.
    private static func named(
        at start: Int,
        of bytes: ArraySlice<UInt8>,
        in place: Place
    ) -> Reference? {
        let names = Names.all
        var low = 0
        var high = names.starts.count
        var index = start
        var found: (entry: Int, end: Int)?
        while index < bytes.endIndex, ASCII.isAlphanumeric(bytes[index]) {
            let letter = bytes[index]
            let length = index - start
            low = names.firstEntry(in: low..<high) { names.letter(length, of: $0) >= letter }
            high = names.firstEntry(in: low..<high) { names.letter(length, of: $0) > letter }
            guard low < high else { break }
            index += 1
            // A name stands before all that begin with it.
            guard names.letter(length + 1, of: low) == 0 else { continue }
            if index < bytes.endIndex, bytes[index] == ASCII.semicolon {
                found = (low, index + 1)
            } else if place != .markdown, names.mayStandAlone(low, length: length + 1) {
                found = (low, index)
            }
        }
        guard let found else { return nil }
        if place == .attribute, bytes[found.end - 1] != ASCII.semicolon, found.end < bytes.endIndex,
            bytes[found.end] == ASCII.equals || ASCII.isAlphanumeric(bytes[found.end])
        {
            return nil
        }
        return names.reference(found.entry, end: found.end)
    }

    /// The table of names with the place of each entry.
    private struct Names {
        static let all = Names()

        let bytes: [UInt8]
        let starts: [Int]

        init() {
            let bytes = HTMLReferences.table.withUTF8Buffer { Array($0) }
            var starts = [0]
            for (index, byte) in bytes.enumerated() where ASCII.isWhitespace(byte) {
                starts.append(index + 1)
            }
            self.bytes = bytes
            self.starts = starts
        }

        /// The letter at a place of a name; 0 behind its end.
        func letter(_ place: Int, of entry: Int) -> UInt8 {
            let byte = bytes[starts[entry] + place]
            return ASCII.isAlphanumeric(byte) ? byte : 0
        }

        func mayStandAlone(_ entry: Int, length: Int) -> Bool {
            bytes[starts[entry] + length] == UInt8(ascii: "!")
        }

        /// The first entry of a range of which something holds that holds of all that follow.
        func firstEntry(in range: Range<Int>, where holds: (Int) -> Bool) -> Int {
            var low = range.lowerBound
            var high = range.upperBound
            while low < high {
                let middle = (low + high) / 2
                if holds(middle) { high = middle } else { low = middle + 1 }
            }
            return low
        }

        func reference(_ entry: Int, end: Int) -> Reference? {
            let entryEnd =
                entry + 1 < starts.count ? starts[entry + 1] - 1 : bytes.count
            let codes = bytes[starts[entry]..<entryEnd].drop(while: ASCII.isAlphanumeric)
                .dropFirst()
                .split(separator: UInt8(ascii: "+"))
                .compactMap { UInt32(String(decoding: $0, as: UTF8.self), radix: 16) }
                .compactMap(Unicode.Scalar.init)
            guard let first = codes.first else { return nil }
            return Reference(first: first, second: codes.dropFirst().first, end: end)
        }
    }
}
