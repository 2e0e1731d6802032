// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A line of a text as its words and figures, with what stands between them.
struct ScreenedLine {
    /// Letters that stand together, or figures that do.
    struct Token {
        /// The letters in small ones, or the figures.
        var word: String
        /// Whether the first letter is a capital.
        var isCapital: Bool
        /// Whether it is figures.
        var isNumber: Bool
        /// What stands between it and the token before.
        var gap: String
        /// Whether it belongs to a phrase that names nobody.
        var isAllowed = false

        /// How many figures or letters it has.
        var count: Int { word.utf8.count }

        /// Whether the gap is a blank of any kind, and nothing else.
        var followsBlank: Bool { !gap.isEmpty && gap.allSatisfy { $0.isWhitespace } }
    }

    private(set) var tokens: [Token] = []
    /// Figures that stand together, a blank or a hyphen apart, as the places of their tokens.
    private(set) var groups: [[Int]] = []
    /// The full dates of the line.
    private(set) var dates: [FoundDate] = []
    /// The places of tokens that belong to a date.
    private(set) var dateParts: Set<Int> = []
    /// Whether a capital word, not a month, follows “in”, “from”, “at” or “near”.
    private(set) var namesPlace = false

    /// Takes a line apart.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - allowed: Phrases that name nobody.
    init(_ line: Substring, allowed: [[String]] = []) {
        var gap = ""
        var current: Token?
        for character in line where !Self.isInvisible(character) {
            let isNumber = character.isASCII && character.isNumber
            guard isNumber || character.isLetter else {
                if let current { tokens.append(current) }
                current = nil
                gap.append(character)
                continue
            }
            if current?.isNumber == isNumber {
                current?.word += character.lowercased()
                continue
            }
            if let current { tokens.append(current) }
            current = Token(
                word: character.lowercased(),
                isCapital: character.isUppercase,
                isNumber: isNumber,
                gap: gap
            )
            gap = ""
        }
        if let current { tokens.append(current) }
        for phrase in allowed { allow(phrase) }
        groups = groupsOfFigures()
        dates = tokens.indices.compactMap(date(at:))
        for date in dates { dateParts.formUnion(date.range) }
        namesPlace = tokens.indices.contains {
            ["in", "from", "at", "near"].contains(word($0)) && capital($0 + 1) != nil
                && Self.months[word($0 + 1)] == nil
        }
    }

    private func groupsOfFigures() -> [[Int]] {
        var groups: [[Int]] = []
        for place in tokens.indices where tokens[place].isNumber && !tokens[place].isAllowed {
            let isNear = [" ", "-", "\u{A0}", ") ", ")", " (", "\u{2011}", "\u{2013}"].contains(
                tokens[place].gap
            )
            if isNear, groups.last?.last == place - 1 {
                groups[groups.count - 1].append(place)
            } else {
                groups.append([place])
            }
        }
        return groups
    }

    /// The words of a phrase in small letters.
    static func words(of phrase: String) -> [String] {
        ScreenedLine(phrase[...]).tokens.map(\.word)
    }

    /// Characters that are not seen and may stand inside a word, such as a soft hyphen.
    private static func isInvisible(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy {
            $0 == "\u{AD}" || ("\u{200B}"..."\u{200D}").contains($0) || $0 == "\u{FEFF}"
        }
    }

    private mutating func allow(_ phrase: [String]) {
        for place in tokens.indices where stands(phrase, at: place) {
            for inside in place..<(place + phrase.count) { tokens[inside].isAllowed = true }
        }
    }

    /// Whether a phrase stands at a place.
    func stands(_ phrase: [String], at place: Int) -> Bool {
        guard place + phrase.count <= tokens.count else { return false }
        return zip(tokens[place...], phrase).allSatisfy { $0.word == $1 }
    }

    /// Whether a phrase stands anywhere, but where it names nobody.
    func holds(_ phrase: [String]) -> Bool {
        tokens.indices.contains { !tokens[$0].isAllowed && stands(phrase, at: $0) }
    }

    /// The word at a place, empty outside the line.
    func word(_ place: Int) -> String {
        tokens.indices.contains(place) ? tokens[place].word : ""
    }

    /// The capital word at a place; nil where there is none.
    func capital(_ place: Int) -> String? {
        guard tokens.indices.contains(place), tokens[place].isCapital, !tokens[place].isNumber
        else {
            return nil
        }
        return tokens[place].word
    }

    /// Words that the rules look for, apart from names.
    static let telltales: Set<String> = TextScreen.honorifics.union(personWords).union(ageWords)
        .union(birthWords).union(numberWords).union(months.keys)
}
