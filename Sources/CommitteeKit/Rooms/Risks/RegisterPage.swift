// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a register's own document says around its table, and which layout wrote and read it.
public struct RegisterPage: Hashable, Sendable {
    /// A text that stands around the table.
    public struct Text: Hashable, Sendable {
        /// Where a text stands.
        public enum Place: String, Hashable, Sendable, CaseIterable {
            /// Above the table.
            case opening
            /// Below the table, or kept of it because no column took it.
            case closing
        }

        /// Where it stands.
        public var place: Place
        /// The level of a heading; nil for any other text.
        public var headingLevel: Int?
        /// The text.
        public var text: Prose

        /// Creates a text.
        ///
        /// - Parameters:
        ///   - place: Where it stands.
        ///   - headingLevel: The level of a heading.
        ///   - text: The text.
        public init(place: Place, headingLevel: Int? = nil, text: Prose) {
            self.place = place
            self.headingLevel = headingLevel
            self.text = text
        }
    }

    /// A single fact that a line of the document states.
    public struct Fact: Hashable, Sendable {
        /// Its name, as the layout has it.
        public var name: String
        /// The words that stand in the line's gap.
        public var words: String

        /// Creates a fact.
        ///
        /// - Parameters:
        ///   - name: Its name.
        ///   - words: The words that stand in the line's gap.
        public init(name: String, words: String) {
            self.name = name
            self.words = words
        }
    }

    /// The layout, `plugin/name`.
    public var layout: String
    /// The title as it is printed.
    public var title: String
    /// The day of which the document speaks.
    public var date: CivilDate
    /// The day of which the document before spoke, with which movement is compared; nil for the first.
    public var since: CivilDate?
    /// Who may read the texts.
    public var visibility: Audience
    /// The facts that lines of the document state.
    public var facts: [Fact]
    /// The texts around the table.
    public var texts: [Text]
    /// How most cells of a field print a level, a score or a band, such as `{id} - {label}` for
    /// `current.likelihood` and `{score} ({band})` for `current.score`.
    ///
    /// The gaps are `id` and `label` of a level, `score`, and `band`, `letter` and `colour` of a band. A
    /// field that is printed in the usual way is left out.
    public var forms: [String: String]
    /// The risks in the order of the document's rows, by their identifiers; empty as long as that is the
    /// order in which they were recorded.
    public var order: [String]

    /// Creates a page without facts and texts.
    ///
    /// - Parameters:
    ///   - layout: The layout, `plugin/name`.
    ///   - title: The title as it is printed.
    ///   - date: The day of which the document speaks.
    ///   - visibility: Who may read the texts; restricted unless somebody says otherwise.
    public init(
        layout: String,
        title: String,
        date: CivilDate,
        visibility: Audience = .restricted
    ) {
        self.layout = layout
        self.title = title
        self.date = date
        self.visibility = visibility
        facts = []
        texts = []
        forms = [:]
        order = []
    }

    /// The words of a fact, when the document states it.
    ///
    /// - Parameter name: The fact's name.
    /// - Returns: The words, or nil.
    public func fact(_ name: String) -> String? { facts.first { $0.name == name }?.words }
}

extension RegisterPage {
    static let shape = Shape(
        Self(layout: "", title: "", date: .earliest),
        [
            .required("layout", \.layout, .name), .required("title", \.title, .text),
            .required("date", \.date, .date), .optional("since", \.since, .date),
            .given("visibility", \.visibility, .word), .list("facts", \.facts, Fact.shape.form),
            .list("texts", \.texts, Text.shape.form),
            .given("forms", \.forms, .textsByName, unless: [:]),
            .list("order", \.order, .name),
        ]
    )

    /// The JSON form of the page, as an entry carries it.
    public var json: JSONObject { Self.shape.write(self) }
}

extension RegisterPage.Fact {
    fileprivate static let shape = Shape(
        Self(name: "", words: ""),
        [.required("name", \.name, .name), .words("words", \.words)]
    )
}

extension RegisterPage.Text {
    fileprivate static let shape = Shape(
        Self(place: .closing, text: Prose()),
        [
            .required("place", \.place, .word), .optional("headingLevel", \.headingLevel, .integer),
            .required("text", \.text, .markup),
        ]
    )
}

extension JSONForm where Value == Prose {
    /// Rich text, as light markup.
    fileprivate static var markup: Self {
        Self(JSONFieldType<String>.text.checked("a text") { Prose(markup: $0) }) {
            .string($0.markup)
        }
    }
}
