// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A piece of the text that a plan prints around its tables.
public struct PlanText: Hashable, Sendable {
    /// Where the text stands.
    public enum Place: String, Hashable, Sendable, CaseIterable {
        /// Before the tables: introduction, context, vision.
        case introduction
        /// The notes beside the key and the table.
        case notes
        /// After the tables.
        case closing
        /// The line with which somebody signs the plan.
        case signatory
    }

    /// Where the text stands.
    public var place: Place
    /// The level of a heading, 1 to 6, or nil for text that is not a heading.
    public var headingLevel: Int?
    /// The words.
    public var text: Prose

    /// Creates a piece of text.
    ///
    /// - Parameters:
    ///   - place: Where it stands.
    ///   - headingLevel: The level of a heading, or nil.
    ///   - text: The words.
    public init(place: Place, headingLevel: Int? = nil, text: Prose) {
        self.place = place
        self.headingLevel = headingLevel
        self.text = text
    }
}

/// The wording of one letter of a status key, as a plan prints it.
public struct KeyWording: Hashable, Sendable {
    /// The letter.
    public var letter: String
    /// What the plan says that the letter means.
    public var wording: Prose

    /// Creates a wording.
    ///
    /// - Parameters:
    ///   - letter: The letter.
    ///   - wording: What the plan says that it means.
    public init(letter: String, wording: Prose) {
        self.letter = letter
        self.wording = wording
    }
}

/// A footnote of a plan.
public struct PlanFootnote: Hashable, Sendable {
    /// The mark by which the text refers to the note, such as `1`.
    public var mark: String
    /// What the note says.
    public var text: Prose

    /// Creates a footnote.
    ///
    /// - Parameters:
    ///   - mark: The mark that refers to it.
    ///   - text: What it says.
    public init(mark: String, text: Prose) {
        self.mark = mark
        self.text = text
    }
}

/// A single fact that a document states in its own words, such as its publication line.
public struct StatedFact: Hashable, Sendable {
    /// The fact's name in the layout that read it.
    public var name: String
    /// The words that stand for it, such as `TBC 2018`.
    public var words: String

    /// Creates a fact.
    ///
    /// - Parameters:
    ///   - name: The fact's name.
    ///   - words: The words that stand for it.
    public init(name: String, words: String) {
        self.name = name
        self.words = words
    }
}

/// Another plan that a plan supports.
public struct PlanAlignment: Hashable, Sendable {
    /// The other plan's title.
    public var title: String
    /// Where it can be read, when that is known.
    public var link: String?

    /// Creates an alignment.
    ///
    /// - Parameters:
    ///   - title: The other plan's title.
    ///   - link: Where it can be read.
    public init(title: String, link: String? = nil) {
        self.title = title
        self.link = link
    }
}
