// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The place of a text in which a figure is cited: `{figure:registrations@2018-07-31}`.
struct FigureMark: Hashable, Sendable {
    /// The words between `{figure:` and `}`.
    var words: String
    /// Where it stands, with its braces.
    var range: Range<String.Index>
    /// Whether it has its brace at the end.
    var isClosed = true

    /// What stands where a figure is left out.
    static let leftOut = "(figure left out)"

    /// Finds the places in a text in which figures are cited.
    ///
    /// People write capitals and spaces, and forget the brace at the end. Such a place is one too, so that a number that
    /// stands in it is cut like any other; without its brace it reaches to the end of the line.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    static func found(in text: String) -> [FigureMark] {
        guard text.utf8.contains(0x7B) else { return [] }
        var found: [FigureMark] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            let inner = text[text.index(after: open)...]
            guard let words = wordsAfterName(inner) else {
                rest = inner
                continue
            }
            // In markup a mark may be escaped, which is no part of what it says.
            let isEscaped = open > text.startIndex && text[text.index(before: open)] == "\\"
            let start = isEscaped ? text.index(before: open) : open
            let reach = words.prefix { $0 != "}" && $0 != "{" }
            let isClosed = reach.endIndex < words.endIndex && words[reach.endIndex] == "}"
            let said = isClosed ? reach : words.prefix { !$0.isNewline && $0 != "{" }
            let end = isClosed ? text.index(after: said.endIndex) : said.endIndex
            found.append(
                FigureMark(
                    words: String(said.filter { $0 != "\\" }),
                    range: start..<end,
                    isClosed: isClosed
                )
            )
            rest = text[end...]
        }
        return found
    }

    /// What follows the word “figure” and its colon, where a text begins with them.
    private static func wordsAfterName(_ inner: Substring) -> Substring? {
        func skipping(_ text: Substring) -> Substring {
            text.drop { character in
                character.isWhitespace || ["\\", "*", "_"].contains(character)
                    || character.hasNoWidth
            }
        }
        // Letters of another alphabet that look alike are read as they look.
        let alike: [Character: Character] = ["\u{0456}": "i", "\u{0435}": "e", "\u{0433}": "r"]
        var named = skipping(inner)
        for letter in "figure" {
            guard let found = named.first.map({ Character($0.lowercased()) }),
                (alike[found] ?? found).unicodeScalars.first == letter.unicodeScalars.first
            else { return nil }
            // A mark without width may hang on the letter itself.
            named = named.dropFirst().drop(while: \.hasNoWidth)
        }
        if named.first == "s" || named.first == "S" { named = named.dropFirst() }
        let after = skipping(named)
        if let mark = after.first, mark == ":" || mark == "\u{FF1A}" { return after.dropFirst() }
        // “{figure referrals@2025}” lacks its colon; “{figures}” is another word.
        guard let next = named.first, !next.isLetter, !next.isNumber,
            next != "}"
        else { return nil }
        return after
    }

    /// Returns a text with other words in the place of its figures.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - words: Gives the words for a figure; nil leaves it as it is.
    /// - Returns: The text, or nil when it stays as it is.
    static func replacing(in text: String, _ words: (FigureMark) -> String?) -> String? {
        var (kept, place, isChanged) = ("", text.startIndex, false)
        for one in found(in: text) {
            guard let words = words(one) else { continue }
            kept += text[place..<one.range.lowerBound] + words
            place = one.range.upperBound
            isChanged = true
        }
        return isChanged ? kept + text[place...] : nil
    }
}

extension Character {
    /// Whether it is never seen, such as a space without width.
    fileprivate var hasNoWidth: Bool {
        unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint)
    }
}
