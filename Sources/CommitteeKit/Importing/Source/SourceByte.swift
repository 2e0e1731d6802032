// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The bytes that the readers look for, and small questions about bytes.
enum SourceByte {
    static let tab = UInt8(ascii: "\t")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let hash = UInt8(ascii: "#")
    static let ampersand = UInt8(ascii: "&")
    static let less = UInt8(ascii: "<")
    static let greater = UInt8(ascii: ">")
    static let slash = UInt8(ascii: "/")
    static let equals = UInt8(ascii: "=")
    static let dash = UInt8(ascii: "-")
    static let star = UInt8(ascii: "*")
    static let underscore = UInt8(ascii: "_")
    static let plus = UInt8(ascii: "+")
    static let colon = UInt8(ascii: ":")
    static let pipe = UInt8(ascii: "|")
    static let backslash = UInt8(ascii: "\\")
    static let backtick = UInt8(ascii: "`")
    static let tilde = UInt8(ascii: "~")
    static let bang = UInt8(ascii: "!")
    static let question = UInt8(ascii: "?")
    static let openBracket = UInt8(ascii: "[")
    static let semicolon = UInt8(ascii: ";")

    static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        let lowered = byte | 0x20
        return lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "z")
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == space || (byte >= 0x09 && byte <= 0x0D)
    }

    static func lowered(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }

    /// The bytes without white space at either end.
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var start = bytes.startIndex
        var end = bytes.endIndex
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return bytes[start..<end]
    }

    /// Whether `bytes` begin with `word`, whatever the case of its letters; `word` is lower case.
    static func hasPrefix(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
        guard bytes.count >= word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { wanted in
            var index = bytes.startIndex
            for byte in wanted {
                if lowered(bytes[index]) != byte { return false }
                index += 1
            }
            return true
        }
    }

    static func startsWithHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
        hasPrefix(bytes, "<!doctype html") || hasPrefix(bytes, "<html")
            || hasPrefix(bytes, "<head") || hasPrefix(bytes, "<body")
            || hasPrefix(bytes, "<table")
    }

    static func text(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
