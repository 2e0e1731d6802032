// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A line of a sheet that came back, without what e-mail and word processors did to it.
///
/// Quoting, bullets, curly quotes, odd spaces and marks that cannot be seen are taken off. No word is.
struct SheetLine: Hashable, Sendable {
    /// The number of the line, counted from 1.
    var number: Int
    /// The words, with single spaces.
    var text: String
    /// Whether a bullet stood before them.
    var isBullet: Bool

    init(_ raw: String, number: Int) {
        self.number = number
        var words = Self.plain(raw)
        while words.first == ">" || words.first == "|" {
            words = String(words.dropFirst()).trimmingSpace
        }
        isBullet = false
        if let mark = Self.bullets.first(where: { words.hasPrefix($0) }) {
            isBullet = true
            words = String(words.dropFirst(mark.count)).trimmingSpace
        } else if ["•", "-", "*", "–", "—", "·", "▪"].contains(words) {
            words = ""
        }
        text = words
    }

    /// Whether nothing stands on it.
    var isBlank: Bool { text.isEmpty }

    private static let bullets = [
        "• ", "· ", "▪ ", "◦ ", "‣ ", "● ", "○ ", "■ ", "□ ", "- ", "* ", "– ", "— ",
    ]

    /// The text with straight quotes and single spaces, and without marks that cannot be seen.
    static func plain(_ raw: String) -> String {
        var text = String.UnicodeScalarView()
        var isSpace = true
        for scalar in raw.unicodeScalars {
            switch scalar.value {
            case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x0B, 0x0C:
                if !isSpace { text.append(" ") }
                isSpace = true
                continue
            case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF:
                continue
            case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032: text.append("'")
            case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033: text.append("\"")
            case 0xF0B7, 0xF0A7, 0x2219: text.append("•")
            default: text.append(scalar)
            }
            isSpace = false
        }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension SheetLine {
    /// The words of a text as the account counts them: runs of letters and digits.
    static func words(_ text: String) -> [Substring] {
        text.split { !$0.isLetter && !$0.isNumber }
    }

    /// How many words a text has.
    static func count(_ text: String) -> Int {
        var count = 0
        var isWord = false
        for character in text {
            let isPart = character.isLetter || character.isNumber
            if isPart, !isWord { count += 1 }
            isWord = isPart
        }
        return count
    }

    /// The words of several lines as one text: what was wrapped is joined, a bullet begins a new point.
    static func prose(of lines: [SheetLine]) -> Prose {
        var opening = ""
        var points: [String] = []
        for line in lines where !line.isBlank {
            if line.isBullet {
                points.append(line.text)
            } else if points.isEmpty {
                opening += opening.isEmpty ? line.text : " \(line.text)"
            } else {
                points[points.count - 1] += " \(line.text)"
            }
        }
        opening = withDashes(opening)
        points = points.map(withDashes)
        if opening.isEmpty, points.count == 1 { return Prose(points[0]).normalized }
        var blocks = opening.isEmpty ? [] : Prose(opening).blocks
        if !points.isEmpty {
            blocks.append(.list(ordered: false, points.map { Prose.Item($0) }))
        }
        return Prose(blocks: blocks).normalized
    }

    /// The words of several lines on one line.
    static func line(of lines: [SheetLine]) -> String {
        withDashes(lines.filter { !$0.isBlank }.map(\.text).joined(separator: " "))
    }

    /// The text with one sort of dash between words, and one sort of three dots.
    private static func withDashes(_ text: String) -> String {
        text.replacing(" - ", with: " – ").replacing(" -- ", with: " – ")
            .replacing(" — ", with: " – ").replacing("...", with: "…")
    }

    /// Writes a text so that it reads back as it is.
    static func written(_ prose: Prose) -> [String] {
        prose.blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let inlines):
                [Prose(inlines: inlines).singleLine]
            case .list(_, let items):
                items.flatMap { item -> [String] in
                    let own = Prose(inlines: item.inlines).singleLine
                    let below = Prose(blocks: item.children)
                    return ["- \(own)"]
                        + (below.isEmpty
                            ? [] : Self.written(below).map { $0.hasPrefix("- ") ? $0 : "- \($0)" })
                }
            }
        }
    }
}
