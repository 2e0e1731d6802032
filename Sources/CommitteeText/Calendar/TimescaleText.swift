// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The words of a timescale cut into tokens that do not mind case, spaces, dashes or look-alikes.
struct TimescaleText {
    /// A piece of the text that has one meaning.
    enum Kind: Hashable {
        case word(String)
        case number(value: Int, digits: Int)
        /// A folded mark: "-" for any dash, otherwise itself.
        case mark(Character)
    }

    struct Token {
        let kind: Kind
        let range: Range<String.Index>
        /// Whether the token stands directly behind the one before, without a space.
        let isAttached: Bool
    }

    let source: String
    private(set) var tokens: [Token] = []
    /// Whether letters of another script stood for Latin ones.
    private(set) var hasLookAlikes = false

    init(_ source: String) {
        self.source = source
        let scalars = source.unicodeScalars
        var index = scalars.startIndex
        var end: String.Index?
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let start = index
            if Self.isInvisible(scalar) {
                index = scalars.index(after: index)
                continue
            }
            if scalar.properties.isWhitespace {
                index = scalars.index(after: index)
                end = nil
                continue
            }
            let kind: Kind
            if Self.isDigit(scalar) {
                kind = takeNumber(scalars, &index)
            } else if scalar.properties.isAlphabetic {
                kind = takeWord(scalars, &index)
            } else {
                index = scalars.index(after: index)
                kind = .mark(Self.foldedMark(scalar))
            }
            tokens.append(Token(kind: kind, range: start..<index, isAttached: end == start))
            end = index
        }
    }

    /// The text folded for comparison as a whole cell.
    ///
    /// A full stop, comma, colon or semicolon at the end is dropped, and dashes count as spaces.
    var key: String { keyWords.joined(separator: " ") }

    var keyWords: [String] {
        var words = tokens.map { token in
            switch token.kind {
            case .word(let word): word
            case .number(let value, _): String(value)
            case .mark(let mark): String(mark)
            }
        }
        while let last = words.last, [".", ",", ";", ":"].contains(last) { words.removeLast() }
        return words.filter { $0 != "-" && $0 != "*" }
    }

    private func takeNumber(
        _ scalars: String.UnicodeScalarView,
        _ index: inout String.Index
    ) -> Kind {
        var value = 0
        var digits = 0
        while index < scalars.endIndex, Self.isDigit(scalars[index]) {
            if digits < 9 { value = value * 10 + Int(scalars[index].value - 48) }
            digits += 1
            index = scalars.index(after: index)
        }
        return .number(value: value, digits: digits)
    }

    private mutating func takeWord(
        _ scalars: String.UnicodeScalarView,
        _ index: inout String.Index
    ) -> Kind {
        var word = ""
        while index < scalars.endIndex {
            let scalar = scalars[index]
            guard scalar.properties.isAlphabetic || Self.isInvisible(scalar) else { break }
            index = scalars.index(after: index)
            guard !Self.isInvisible(scalar) else { continue }
            if let latin = Self.lookAlikes[scalar] {
                hasLookAlikes = true
                word.unicodeScalars.append(latin)
            } else {
                word += scalar.properties.lowercaseMapping
            }
        }
        return .word(word)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (48...57).contains(scalar.value)
    }

    /// Zero-width characters, the soft hyphen and the byte order mark.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
        default: false
        }
    }

    private static func foldedMark(_ scalar: Unicode.Scalar) -> Character {
        switch scalar.value {
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: "-"
        case 0x2018, 0x2019, 0x02BC: "'"
        case 0x201C, 0x201D: "\""
        case 0x2044, 0x2215: "/"
        default: Character(scalar)
        }
    }

    /// Cyrillic and Greek letters that text extraction puts for Latin ones.
    private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = {
        let from = "АВЕКМНОРСТУХІЈЅавеікморстухјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο".unicodeScalars
        let to = "abekmhopctyxijsabeikmopctyxjsabezhikmnoptyxo".unicodeScalars
        return Dictionary(zip(from, to)) { first, _ in first }
    }()
}
