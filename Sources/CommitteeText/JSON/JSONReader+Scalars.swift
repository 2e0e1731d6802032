// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Texts and numbers.
extension JSONReader {
    mutating func readText() throws(JSONError) -> String {
        offset += 1
        var text: [UInt8] = []
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                text += Array(String(Character(try readEscape())).utf8)
            case ..<0x20:
                throw error(
                    .syntax,
                    byte == 0x0A || byte == 0x0D
                        ? "A text ends on the line it starts on. Close the quotes, or write \\n for"
                            + " a new line."
                        : "A control character (byte \(byte)) stands in a text. Write it as an"
                            + " escape such as \\t or \\u0000."
                )
            default:
                text.append(byte)
                offset += 1
                if byte & 0xC0 == 0x80 { noteContinuation() }
            }
        }
        throw error(.syntax, "The text is not closed. Add a double quote where it ends.")
    }

    private mutating func readEscape() throws(JSONError) -> Unicode.Scalar {
        let start = self
        offset += 1
        let letter = peek
        offset += letter == nil ? 0 : 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try readUnicodeEscape(from: start)
        default:
            throw start.error(
                .syntax,
                "JSON has no such escape. Known: \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000."
            )
        }
    }

    private mutating func readUnicodeEscape(from start: JSONReader) throws(JSONError)
        -> Unicode.Scalar
    {
        let first = try readFourHexDigits(from: start)
        if let scalar = Unicode.Scalar(first) { return scalar }
        let lone = start.error(
            .syntax,
            "Half a surrogate pair stands alone. Write both halves, as in \\ud83d\\ude00, or the"
                + " character itself."
        )
        guard (0xD800..<0xDC00).contains(first),
            bytes[offset...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
        else { throw lone }
        offset += 2
        let second = try readFourHexDigits(from: start)
        guard (0xDC00..<0xE000).contains(second) else { throw lone }
        let code = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        guard let scalar = Unicode.Scalar(code) else { throw lone }
        return scalar
    }

    private mutating func readFourHexDigits(from start: JSONReader) throws(JSONError) -> UInt16 {
        var code: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw start.error(.syntax, "Four hexadecimal digits follow \\u, as in \\u00e9.")
            }
            code = code << 4 | UInt16(digit)
            offset += 1
        }
        return code
    }

    mutating func readNumber() throws(JSONError) -> JSONNode.Content {
        let start = self
        if peek == UInt8(ascii: "-") { offset += 1 }
        let leading = peek
        let whole = takeDigits()
        guard whole > 0 else {
            throw error(.syntax, "Expected a digit after “-”, found \(found).")
        }
        guard whole == 1 || leading != UInt8(ascii: "0") else {
            throw start.error(.syntax, "A number does not start with a zero. Remove the zero.")
        }
        var isWhole = true
        if peek == UInt8(ascii: ".") {
            offset += 1
            isWhole = false
            guard takeDigits() > 0 else {
                throw error(.syntax, "Expected a digit after the point, found \(found).")
            }
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            offset += 1
            isWhole = false
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
            guard takeDigits() > 0 else {
                throw error(.syntax, "Expected a digit in the exponent, found \(found).")
            }
        }
        let text = String(decoding: bytes[start.offset..<offset], as: UTF8.self)
        return try start.number(text, isWhole: isWhole)
    }

    private func number(_ text: String, isWhole: Bool) throws(JSONError) -> JSONNode.Content {
        if isWhole, let number = Int(text) { return .integer(number) }
        guard let number = Double(text), number.isFinite else {
            throw error(.limit, "The number is too great to be kept. Write it as a text in quotes.")
        }
        guard !isWhole || CanonicalNumber.text(of: number) == text else {
            throw error(
                .limit,
                "The whole number is too great to be kept exactly. Write it as a text in quotes."
            )
        }
        return .number(number)
    }

    private mutating func takeDigits() -> Int {
        let start = offset
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            offset += 1
        }
        return offset - start
    }
}

/// The check that bytes are UTF-8 (RFC 3629).
enum UTF8Check {
    /// Returns where the first character starts that is not well formed, if any.
    static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
        var offset = 0
        while offset < bytes.count {
            guard let length = lengthOfCharacter(in: bytes, at: offset) else { return offset }
            offset += length
        }
        return nil
    }

    private static func lengthOfCharacter(in bytes: [UInt8], at offset: Int) -> Int? {
        let first = bytes[offset]
        let second: ClosedRange<UInt8>
        let length: Int
        switch first {
        case ..<0x80: return 1
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
        for position in (offset + 1)..<(offset + length) where bytes[position] & 0xC0 != 0x80 {
            return nil
        }
        return length
    }
}
