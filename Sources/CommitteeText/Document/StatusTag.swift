// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A status as it is shown: letter, word and colour, always together.
///
/// The committee's status scheme gives all three. Where a key does not state a colour, there is
/// none, and renderers show the tag without one.
public struct StatusTag: Hashable, Sendable {
    /// The letter of the key, such as "G"; may be empty.
    public var letter: String
    /// What the letter stands for, such as "On target"; may be empty.
    public var word: String
    /// The colour, where the key states one.
    public var colour: StatusColour?

    /// Creates a status tag.
    ///
    /// - Parameters:
    ///   - letter: The letter of the key.
    ///   - word: What the letter stands for.
    ///   - colour: The colour, where the key states one.
    public init(_ letter: String, _ word: String, colour: StatusColour?) {
        self.letter = letter
        self.word = word
        self.colour = colour
    }

    /// The letter, the name of the colour and the word, such as "G Green – On target".
    ///
    /// A word that is the colour's own name is said once. A number has its word alone beside it: "16 High".
    public var text: String {
        if let first = letter.utf8.first, (48...57).contains(first) {
            return word.isEmpty ? letter : "\(letter) \(word)"
        }
        let name = colour?.word ?? ""
        var mark = letter
        if !name.isEmpty { mark += mark.isEmpty ? name : " " + name }
        if word.isEmpty || word.lowercased() == name.lowercased() { return mark }
        return mark.isEmpty ? word : "\(mark) – \(word)"
    }
}
