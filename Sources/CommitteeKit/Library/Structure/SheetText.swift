// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A line of a sheet that came back, without what e-mail and word processors add to it.
struct StructureLine: Hashable, Sendable {
    /// The number of the line in the file, counted from 1.
    var number: Int
    /// The words.
    var text: String
    /// How many characters it had before it was cleaned, without the marks of a quotation.
    var length: Int
}

/// Takes a text apart into the lines of a sheet.
///
/// Marks of quotation, bullets, spaces that do not break and further ones are taken off; blank lines are
/// left out.
enum SheetText {
    static func lines(of text: String) -> [StructureLine] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .compactMap { place, raw in
                let unquoted = unquoted(Substring(spaced(raw)))
                let words = withoutBullet(unquoted).split(separator: " ").joined(separator: " ")
                guard !words.isEmpty else { return nil }
                return StructureLine(number: place + 1, text: words, length: unquoted.count)
            }
    }

    /// The words in a form in which those of a sheet are compared: dashes, quotes and spaces of one kind.
    static func plain(_ words: String) -> String {
        let same = spaced(Substring(words)).map { character -> Character in
            switch character {
            case "–", "—", "‑", "‐", "−": "-"
            case "’", "‘", "‚", "′", "`": "'"
            case "“", "”", "„", "«", "»", "″": "\""
            default: character
            }
        }
        return String(same).split(separator: " ").joined(separator: " ")
    }

    /// The words on one line.
    static func line(_ words: String) -> String {
        spaced(Substring(words)).split(separator: " ").joined(separator: " ")
    }

    /// Every kind of space as a plain one, without characters that show nothing.
    private static func spaced(_ words: Substring) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in words.unicodeScalars {
            switch scalar.value {
            case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: continue
            case 0x00...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
                0x3000:
                plain.append(" ")
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }

    private static func unquoted(_ words: Substring) -> Substring {
        var rest = words.drop { $0 == " " }
        while let first = rest.first, first == ">" || first == "|" {
            rest = rest.dropFirst().drop { $0 == " " }
        }
        return rest
    }

    private static func withoutBullet(_ words: Substring) -> Substring {
        guard let first = words.first, "•·*-–—▪◦o".contains(first) else { return words }
        let rest = words.dropFirst()
        guard rest.first == " " else { return words }
        return rest.drop { $0 == " " }
    }
}
