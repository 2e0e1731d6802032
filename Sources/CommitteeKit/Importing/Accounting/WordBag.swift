// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Words, counted: each with how often it stands.
///
/// A word is a run of letters and digits, or a mark that says something by itself, such as ✓.
/// Punctuation and space are no words. Case counts: a word that was changed is another word.
struct WordBag: Hashable {
    private(set) var counts: [String: Int] = [:]
    private(set) var total = 0

    init() {}

    /// Counts the words of a text.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    init(_ text: some StringProtocol) {
        for word in Self.words(of: text) { add(word) }
    }

    var isEmpty: Bool { total == 0 }

    mutating func add(_ word: String, times: Int = 1) {
        counts[word, default: 0] += times
        total += times
    }

    mutating func add(_ other: WordBag) {
        for (word, count) in other.counts { add(word, times: count) }
    }

    /// Takes the words of another bag out, and returns those that were not here.
    mutating func take(_ other: WordBag) -> WordBag {
        var missing = WordBag()
        for (word, count) in other.counts {
            let have = counts[word] ?? 0
            let taken = min(have, count)
            if taken == have { counts[word] = nil } else { counts[word] = have - taken }
            total -= taken
            if taken < count { missing.add(word, times: count - taken) }
        }
        return missing
    }

    /// Whether every word is here as often as in the other bag.
    func contains(_ other: WordBag) -> Bool {
        other.counts.allSatisfy { (counts[$0.key] ?? 0) >= $0.value }
    }

    /// The words in alphabetical order, each as often as it stands.
    var words: [String] {
        counts.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
    }

    /// The words of a text in order.
    static func words(of text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if isPartOfWord(scalar) {
                word.unicodeScalars.append(scalar)
                continue
            }
            if !word.isEmpty { words.append(word) }
            word = ""
            if isMark(scalar) { words.append(String(scalar)) }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x80 else {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
            default: return false
            }
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x80 else { return false }
        switch scalar.properties.generalCategory {
        case .otherSymbol, .currencySymbol, .mathSymbol: return true
        default: return false
        }
    }
}
