// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The ways in which mail writes text in lines of ASCII.
enum MailText {
    /// The most characters of a line that mail programs are sure to show (RFC 5322, 2.1.1).
    static let lineLength = 76

    /// Returns a header field, folded, with encoded words where the text is not ASCII.
    ///
    /// Line breaks in the text become spaces, so that no text can add a header of its own.
    static func header(_ name: String, _ text: String) -> String {
        let plain = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        let value = String(String.UnicodeScalarView(plain))
        let start = "\(name): "
        guard value.utf8.allSatisfy({ $0 < 0x7F }), !value.contains("=?") else {
            return start + encodedWords(value, after: start.count) + "\r\n"
        }
        return folded(start + value) + "\r\n"
    }

    /// Returns a header field with an address, and perhaps a name before it.
    static func address(_ name: String, _ person: String, _ address: String) -> String {
        let mailbox = "<\(address.filter { !$0.isWhitespace && $0 != "<" && $0 != ">" })>"
        guard !person.isEmpty else { return folded("\(name): \(mailbox)") + "\r\n" }
        guard person.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
            let start = "\(name): "
            return start + encodedWords(person, after: start.count) + "\r\n \(mailbox)\r\n"
        }
        let quoted = person.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
        return folded("\(name): \"\(String(quoted))\" \(mailbox)") + "\r\n"
    }

    /// Folds a line of ASCII at its spaces.
    private static func folded(_ line: String) -> String {
        var lines: [String] = []
        var current = ""
        for (place, word) in line.split(separator: " ", omittingEmptySubsequences: false)
            .enumerated()
        {
            // A line that begins with a space continues the one before, so the space is kept.
            if place > 1, current.count + 1 + word.count > lineLength, !word.isEmpty {
                lines.append(current)
                current = " " + word
            } else {
                current += (place > 0 ? " " : "") + word
            }
        }
        return (lines + [current]).joined(separator: "\r\n")
    }

    /// Writes text as encoded words of RFC 2047, each whole characters and at most 75 long.
    private static func encodedWords(_ text: String, after start: Int) -> String {
        let (head, tail) = ("=?UTF-8?Q?", "?=")
        var words: [String] = []
        var word = ""
        var room = lineLength - start
        for scalar in text.unicodeScalars {
            let piece = String(scalar).utf8.map(encodedByte).joined()
            if head.count + word.count + piece.count + tail.count > min(room, 75) {
                words.append(head + word + tail)
                word = ""
                room = lineLength - 1
            }
            word += piece
        }
        return (words + [head + word + tail]).joined(separator: "\r\n ")
    }

    private static func encodedByte(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            String(UnicodeScalar(byte))
        case UInt8(ascii: " "): "_"
        default: "=" + hexadecimal(byte)
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    /// Returns text as quoted-printable (RFC 2045, 6.7), its lines ended by CR LF.
    static func quotedPrintable(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var result = ""
            var length = 0
            let bytes = Array(line.utf8).filter { $0 != 13 }
            for (place, byte) in bytes.enumerated() {
                let isLast = place == bytes.count - 1
                let isBlank = byte == 32 || byte == 9
                let isPlain = (33...126).contains(byte) && byte != UInt8(ascii: "=")
                // Mail may lose the blanks at the end of a line.
                let piece =
                    isPlain || (isBlank && !isLast)
                    ? String(UnicodeScalar(byte)) : "=" + hexadecimal(byte)
                if length + piece.count > lineLength - 1 {
                    result += "=\r\n"
                    length = 0
                }
                result += piece
                length += piece.count
            }
            return result
        }.joined(separator: "\r\n")
    }
}
