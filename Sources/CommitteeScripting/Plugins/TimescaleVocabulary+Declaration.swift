// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension TimescaleVocabulary {
    /// Reads a vocabulary from its declaration.
    ///
    /// ```lua
    /// timescale_words "local" {
    ///   bodies  = { "CPC" },
    ///   phrases = {
    ///     { "Training Calendar", means = "document" },
    ///     { "Termly", recurring = "4 months" },
    ///     { "Year end", same_as = "By 31 March 2027" },
    ///   },
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - declaration: The declaration.
    ///   - source: The file in which it stands, for messages.
    /// - Throws: `JSONError` when it is not a vocabulary.
    init(declaration: JSONNode, source: String) throws(JSONError) {
        let fields = try JSONFields(declaration, in: source, known: ["bodies", "phrases"])
        self.init(
            phrases: try fields.optional("phrases", as: .list(of: .phrase)) ?? [],
            bodies: try fields.optional("bodies", as: .list(of: .text)) ?? []
        )
    }
}

extension JSONFieldType where Value == TimescaleVocabulary.Phrase {
    fileprivate static var phrase: Self {
        Self("a table") { (node, place) throws(JSONError) in
            var node = node
            if case .array(let elements) = node.content {
                let members = elements.enumerated().map { index, element in
                    JSONNode.Member(
                        key: String(index + 1),
                        line: element.line,
                        column: element.column,
                        node: element
                    )
                }
                node = JSONNode(.object(members), line: node.line, column: node.column)
            }
            let fields = try JSONFields(
                node,
                at: place,
                known: ["1", "means", "recurring", "same_as"]
            )
            let words = try fields.required("1", as: .text)
            var meanings: [TimescaleVocabulary.Meaning] = []
            let names = TimescaleVocabulary.Meaning.names
            if let name = try fields.optional("means", as: .one(of: names)),
                let meaning = TimescaleVocabulary.Meaning(name: name)
            {
                meanings.append(meaning)
            }
            if let period = try fields.optional("recurring", as: .period) {
                meanings.append(.recurring(period))
            }
            if let other = try fields.optional("same_as", as: .text) {
                meanings.append(.sameAs(other))
            }
            guard meanings.count == 1, let meaning = meanings.first else {
                throw fields.error(
                    "say of “\(words)” one of means = \"ongoing\", recurring = \"4 months\" or "
                        + "same_as = \"By 31 March 2027\"."
                )
            }
            return TimescaleVocabulary.Phrase(words: words, means: meaning)
        }
    }
}

extension JSONFieldType where Value == Period {
    /// A length of time such as `4 months`.
    static var period: Self {
        JSONFieldType<String>.text.checked("a length of time such as “4 months”") { text in
            let parts = text.lowercased().split(separator: " ")
            guard parts.count == 2, let count = Int(parts[0]), (1...10_000).contains(count) else {
                return nil
            }
            let unit =
                Period.Unit(rawValue: String(parts[1]))
                ?? Period.Unit(rawValue: parts[1] + "s")
            return unit.map { Period(count, $0) }
        }
    }
}
#endif
