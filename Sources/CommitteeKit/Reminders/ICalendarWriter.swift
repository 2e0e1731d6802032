// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes content lines of RFC 5545: folded, ended by CR LF, with text escaped.
struct ICalendarWriter {
    /// The most octets of a line, without its end (RFC 5545, 3.1).
    static let lineLength = 75

    var output = OutputBuffer()

    /// Writes a property whose value needs no escaping, such as a date or a number.
    mutating func property(_ name: String, _ value: String) {
        line("\(name):\(value)")
    }

    /// Writes a property of text.
    mutating func text(_ name: String, _ value: String) {
        line("\(name):\(Self.escaped(value))")
    }

    mutating func begin(_ component: String) { property("BEGIN", component) }

    mutating func end(_ component: String) { property("END", component) }

    /// Writes a line, folded between characters.
    private mutating func line(_ line: String) {
        var room = Self.lineLength
        for character in line.unicodeScalars {
            let bytes = UTF8.width(character)
            if bytes > room {
                output.append("\r\n ")
                room = Self.lineLength - 1
            }
            output.append(words: String(character))
            room -= bytes
        }
        output.append("\r\n")
    }

    /// Text as a value (RFC 5545, 3.3.11); a control character, which no calendar may hold, is
    /// left out, and so is a mark that would turn the words round.
    static func escaped(_ text: String) -> String {
        var value = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": value.append(contentsOf: ["\\", scalar])
            case "\n", "\u{2028}", "\u{2029}": value.append(contentsOf: ["\\", "n"])
            case "\t": value.append(" ")
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": break
            case "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                break
            default: value.append(scalar)
            }
        }
        return String(value)
    }
}
