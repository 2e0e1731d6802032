// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Words as a terminal shows them: what they are wide, where they break, and nothing that steers.
enum TerminalText {
    /// Returns text in which characters that steer a terminal are U+FFFD.
    ///
    /// Those are control characters except the line feed, escapes with them, marks of direction
    /// (Unicode Standard Annex 9), line and paragraph separators, and tags. A tab is a space.
    static func visible(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < ASCII.space || $0 >= 0x7F }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: result.append(scalar)
            case 0x09: result.append(" ")
            case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E,
                0x2066...0x2069, 0xE0000...0xE007F:
                result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Returns how many places text takes; marks on a letter take none.
    static func width(of text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.unicodeScalars.reduce(0) { count, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: count
            default: count + 1
            }
        }
    }

    static func widestLine(of text: String) -> Int {
        text.split(separator: "\n").reduce(0) { max($0, width(of: $1)) }
    }

    /// Breaks text into lines of a width; what goes on below is indented as the line is.
    ///
    /// The continued lines of a list's item are indented further, by `hanging`.
    static func lines(of text: String, width: Int, hanging: Int) -> [String] {
        visible(text).split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            wrapped($0, width: width, hanging: hanging)
        }
    }

    private static func wrapped(_ line: Substring, width: Int, hanging: Int) -> [String] {
        guard self.width(of: line) > width else { return [String(line)] }
        let leading = line.prefix { $0 == " " }.count
        let isItem = line.dropFirst(leading).first.map { $0 == "•" || $0.isNumber } ?? false
        let indent = min(leading + (isItem ? hanging : 0), width / 2)
        let prefix = String(repeating: " ", count: indent)
        var lines: [String] = []
        var current = String(repeating: " ", count: min(leading, width / 2))
        var used = current.count
        var hasWords = false
        for word in line.split(separator: " ") {
            var word = word
            var length = self.width(of: word)
            if hasWords, used + 1 + length <= width {
                current += " " + word
                used += 1 + length
                continue
            }
            if hasWords {
                lines.append(current)
                current = prefix
                used = indent
            }
            // A word that is wider than a whole line is broken.
            if used + length > width {
                let pieces = pieces(of: word, first: width - used, others: width - indent)
                for piece in pieces.dropLast() {
                    lines.append(current + piece)
                    current = prefix
                    used = indent
                }
                word = pieces.last ?? ""
                length = self.width(of: word)
            }
            current += word
            used += length
            hasWords = true
        }
        if hasWords { lines.append(current) }
        return lines
    }

    /// Breaks a word into pieces of a width, in one pass.
    private static func pieces(of word: Substring, first: Int, others: Int) -> [Substring] {
        var pieces: [Substring] = []
        var start = word.startIndex
        var free = max(first, 1)
        for index in word.unicodeScalars.indices {
            let scalarWidth = width(of: String(word.unicodeScalars[index]))
            if scalarWidth > free {
                pieces.append(word[start..<index])
                start = index
                free = max(others, 1)
            }
            free -= scalarWidth
        }
        pieces.append(word[start...])
        return pieces
    }
}
