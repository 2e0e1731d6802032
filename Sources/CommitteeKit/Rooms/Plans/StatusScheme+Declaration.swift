// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension StatusScheme {
    /// Reads a scheme from its declaration.
    ///
    /// - Parameters:
    ///   - declaration: The keys, each a letter, a word, what it `means` and its `colour`.
    ///   - id: The scheme's identifier, `plugin/name`.
    ///   - source: The file in which it stands, for messages.
    /// - Throws: `JSONError` when the declaration is not a scheme.
    public init(declaration: JSONNode, id: String, source: String) throws(JSONError) {
        let place = JSONPlace(source: source)
        if case .array = declaration.content {
            self.init(
                id: id,
                title: id,
                keys: try JSONFieldType<[StatusKey]>.list(of: .statusKey).read(declaration, place)
            )
        } else {
            let fields = try JSONFields(declaration, at: place, known: ["title", "keys"])
            self.init(
                id: id,
                title: try fields.optional("title", as: .text) ?? id,
                keys: try fields.required("keys", as: .list(of: .statusKey))
            )
        }
        var letters: Set<String> = []
        for key in keys where !letters.insert(key.letter.comparisonKey).inserted {
            throw place.error(
                "the letter “\(key.letter)” stands twice in the key.",
                at: declaration
            )
        }
    }
}

extension JSONFieldType where Value == StatusKey {
    static var statusKey: Self {
        .entry(known: ["1", "2", "means", "colour", "reads"]) { (fields) throws(JSONError) in
            let name = try fields.required("means", as: .one(of: StatusMeaning.names))
            return StatusKey(
                letter: try fields.required("1", as: .text),
                word: try fields.required("2", as: .text),
                meaning: StatusMeaning(name: name) ?? .unknown,
                colour: try fields.required("colour", as: .text),
                reads: try fields.optional("reads", as: .list(of: .text)) ?? []
            )
        }
    }
}
