// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document.Block {
    /// Makes a block from plain data, as a plugin gives it, and checks every part of it.
    ///
    /// ```swift
    /// try Document.Block(data: ["kind": "heading", "level": 2, "text": "Late actions"])
    /// ```
    ///
    /// Text is plain, and none of it is read as markup; rich text is `{ "markup": "…" }`. A cell is
    /// a text, a number, `{ "date": "2026-10-31" }`, `{ "status": { "letter": "G" } }`, rich text,
    /// a list of those, or `{ "content": …, "columns": 2, "rows": 3 }`.
    ///
    /// - Parameter data: The block with its `kind`, one of ``kinds``.
    /// - Throws: ``DocumentDataError`` with the path to what is wrong.
    /// - Complexity: O(*n*) in the size of the data.
    public init(data: JSONValue) throws(DocumentDataError) {
        self = try DocumentData(data).block(depth: 0)
    }
}

/// A value on its way into a document, and the path to it.
struct DocumentData {
    let value: JSONValue
    let path: String

    static let greatestDepth = 8
    static let mostColumns = 200
    static let mostElements = 100_000

    init(_ value: JSONValue, path: String = "") {
        self.value = value
        self.path = path
    }

    func error(_ message: String) -> DocumentDataError {
        DocumentDataError(path: path, message: message)
    }

    func expected(_ what: String) -> DocumentDataError {
        error("expected \(what), found \(value.kindInWords).")
    }

    // MARK: Members

    /// Returns the members of an object after checking that each name is known.
    func members(_ known: [String]) throws(DocumentDataError) -> DocumentMembers {
        guard case .object(let members) = value else {
            // An empty table of Lua may be meant as an object.
            if value == .array([]) { return DocumentMembers(data: self, members: JSONObject()) }
            throw expected("a table with names")
        }
        for member in members where !known.contains(member.key) {
            throw error(
                "“\(member.key)” is not a name that is known here. "
                    + ClosestName.suggestion(for: member.key, in: known)
            )
        }
        return DocumentMembers(data: self, members: members)
    }

    func elements() throws(DocumentDataError) -> [DocumentData] {
        guard case .array(let elements) = value else { throw expected("a list") }
        guard elements.count <= Self.mostElements else {
            throw error("the list has \(elements.count) parts; \(Self.mostElements) are allowed.")
        }
        return elements.enumerated().map {
            DocumentData($0.element, path: "\(path)[\($0.offset + 1)]")
        }
    }

    func each<Value>(
        _ read: (DocumentData) throws(DocumentDataError) -> Value
    ) throws(DocumentDataError) -> [Value] {
        var values: [Value] = []
        for element in try elements() { values.append(try read(element)) }
        return values
    }

    // MARK: Plain values

    func text() throws(DocumentDataError) -> String {
        switch value {
        case .string(let text): return text
        case .integer(let number): return String(number)
        default: throw expected("a text")
        }
    }

    func integer(_ range: ClosedRange<Int>) throws(DocumentDataError) -> Int {
        guard case .integer(let number) = value else { throw expected("a whole number") }
        guard range.contains(number) else {
            throw error(
                "expected a whole number from \(range.lowerBound) to \(range.upperBound), found "
                    + "\(number)."
            )
        }
        return number
    }

    func flag() throws(DocumentDataError) -> Bool {
        guard case .bool(let truth) = value else { throw expected("true or false") }
        return truth
    }

    func word(_ known: [String]) throws(DocumentDataError) -> String {
        let word = try text()
        guard known.contains(word) else {
            throw error(
                "“\(word)” is not known here. " + ClosestName.suggestion(for: word, in: known)
            )
        }
        return word
    }

    func date() throws(DocumentDataError) -> CivilDate {
        let text: String
        if case .object = value {
            text = try members(["date"]).required("date").text()
        } else {
            text = try self.text()
        }
        guard let date = CivilDate(iso: text) else {
            throw error("“\(text)” is not a day; write it as 2026-10-31.")
        }
        return date
    }

    /// Rich text: plain words, or an object with markup.
    func prose() throws(DocumentDataError) -> Prose {
        switch value {
        case .string, .integer: return Prose(try text())
        case .object:
            let members = try members(["markup", "text"])
            if let text = members.optional("text") { return Prose(try text.text()) }
            return Prose(markup: try members.required("markup").text())
        default: throw expected("a text or { markup = \"…\" }")
        }
    }

    func inlines() throws(DocumentDataError) -> [Prose.Inline] {
        let prose = try prose()
        guard case .paragraph(let inlines)? = prose.blocks.first, prose.blocks.count == 1 else {
            return [.text(prose.singleLine)]
        }
        return inlines
    }

    func status() throws(DocumentDataError) -> StatusTag {
        let members = try members(["letter", "word", "colour"])
        let letter = try members.optional("letter")?.text() ?? ""
        let word = try members.optional("word")?.text() ?? ""
        guard !letter.isEmpty || !word.isEmpty else {
            throw error("a status needs a letter or a word; colour alone is never enough.")
        }
        guard let named = members.optional("colour"), named.value != .string("") else {
            return StatusTag(letter, word, colour: nil)
        }
        let name = try named.text()
        guard let colour = StatusColour(name: name) else {
            let known = StatusColour.allCases.map(\.rawValue)
            throw named.error(
                "“\(name)” is not a colour that is known here. "
                    + ClosestName.suggestion(for: name, in: known)
            )
        }
        return StatusTag(letter, word, colour: colour)
    }
}

/// The members of an object on its way into a document.
struct DocumentMembers {
    let data: DocumentData
    let members: JSONObject

    func optional(_ name: String) -> DocumentData? {
        guard let value = members[name], !value.isNull else { return nil }
        return DocumentData(value, path: data.path.isEmpty ? name : "\(data.path).\(name)")
    }

    func required(_ name: String) throws(DocumentDataError) -> DocumentData {
        guard let value = optional(name) else { throw data.error("“\(name)” is missing. Add it.") }
        return value
    }

    func text(_ name: String) throws(DocumentDataError) -> String { try required(name).text() }

    func optionalText(_ name: String) throws(DocumentDataError) -> String? {
        try optional(name)?.text()
    }
}
