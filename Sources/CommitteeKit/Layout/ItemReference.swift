// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How the number of an item is printed: `3`, `1.2b`, `SR2`, `12-01`, `4.1 (ii)`, `b`.
///
/// A number is one word. It has pieces of at most four letters, digits, and perhaps one letter, with
/// points, hyphens or strokes between them, and a digit somewhere; or it is a single letter or a small
/// Roman number with a point or a bracket behind it, or nothing else beside it.
enum ItemReference {
    /// What a cell for a number alone holds of an item that has none: a row whose cell is empty goes on
    /// with the one above.
    static let noneAlone = "–"
    /// What stands for the number of an item that has none, where other words stand beside it.
    static let none = "(–)"

    /// Whether a cell for a number alone says that there is none.
    static func isNone(_ words: String) -> Bool {
        words == none || words.count == 1 && words.first?.isDash == true
    }

    /// A text in which a number as long as ``none`` stands for the first of it, and where; nil when there
    /// is no such mark.
    static func standIn(for text: String) -> (text: String, place: Int)? {
        guard text.contains("("), text.contains(where: \.isDash) else { return nil }
        var characters = Array(text)
        let place = characters.indices.dropLast(2).first { place in
            characters[place] == "(" && characters[place + 1].isDash && characters[place + 2] == ")"
        }
        guard let place else { return nil }
        characters.replaceSubrange(place..<place + none.count, with: "0.0")
        return (String(characters), place)
    }

    /// The range of the number that begins at a place of a text, when one does.
    static func range(at start: Int, in text: [Character]) -> Range<Int>? {
        guard start < text.count else { return nil }
        var end = start
        while end < text.count, isPart(text[end]) { end += 1 }
        while end > start, isDivider(text[end - 1]) { end -= 1 }
        guard end > start, !(end < text.count && (text[end].isLetter || text[end].isNumber)) else {
            return nil
        }
        let word = text[start..<end]
        guard word.contains(where: \.isASCIIDigit) else { return letterRange(word, in: text) }
        guard word.split(whereSeparator: isDivider).allSatisfy(isPiece) else { return nil }
        return start..<(romanEnd(at: end, in: text) ?? end)
    }

    /// Whether a paragraph or a heading begins with a number as items have it: `1.`, `2)`, `1.2`, `SR2`.
    ///
    /// Without a point or bracket behind it, `16-17`, `24/7` and `12.10.2016` are words of a sentence.
    static func begins(_ words: String) -> Bool {
        let start = Array(words.prefix(40))
        guard let range = range(at: 0, in: start), range.upperBound < start.count
        else {
            return false
        }
        let next = start[range.upperBound]
        if next == ")" || next == "." { return true }
        let pieces = start[range].split(separator: ".")
        guard next.isWhitespace, start[range].contains(where: \.isASCIIDigit),
            start[range].contains(where: { !$0.isASCIIDigit }),
            start[range].allSatisfy({ $0 == "." || $0.isASCIIDigit || $0.isASCIILetter }),
            pieces.allSatisfy({ $0.count <= 3 || pieces.count == 1 })
        else { return false }
        return pieces.count == 1 || pieces[0].contains(where: \.isASCIIDigit)
    }

    private static func isPart(_ character: Character) -> Bool {
        character.isASCIIDigit || character.isASCIILetter || isDivider(character)
    }

    private static func isDivider(_ character: Character) -> Bool {
        character == "." || character == "/" || character == "-" || character == "\u{2011}"
    }

    /// At most four letters, digits, and perhaps one letter.
    private static func isPiece(_ piece: ArraySlice<Character>) -> Bool {
        let letters = piece.prefix(while: \.isASCIILetter).count
        let digits = piece.dropFirst(letters).prefix(while: \.isASCIIDigit).count
        let rest = piece.count - letters - digits
        return letters <= 4 && rest <= 1 && (digits > 0 || rest == 0)
    }

    /// A letter or a Roman number, where a point or a bracket or nothing follows it.
    private static func letterRange(
        _ word: ArraySlice<Character>,
        in text: [Character]
    ) -> Range<Int>? {
        let isRoman = word.count <= 5 && word.allSatisfy { "ivxIVX".contains($0) }
        guard word.count == 1 || isRoman else { return nil }
        let end = word.endIndex
        guard end < text.count else { return word.startIndex..<end }
        let isMarked = text[end] == ")" || text[end] == "."
        guard isMarked, end + 1 == text.count || text[end + 1].isWhitespace else { return nil }
        return word.startIndex..<end
    }

    /// The end of a Roman part in brackets, as in `4.1 (ii)`.
    private static func romanEnd(at start: Int, in text: [Character]) -> Int? {
        var position = start
        while position < text.count, text[position] == " " { position += 1 }
        guard position < text.count, text[position] == "(" else { return nil }
        position += 1
        let first = position
        while position < text.count, "ivx".contains(text[position]) { position += 1 }
        guard position > first, position < text.count, text[position] == ")" else { return nil }
        return position + 1
    }
}
