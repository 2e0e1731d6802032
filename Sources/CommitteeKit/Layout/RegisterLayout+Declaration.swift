// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RegisterLayout {
    /// The keys of a layout that is about risks.
    static let keys = [
        "about", "title", "register", "name", "scale", "risk", "visibility", "columns", "facts",
        "words", "reading",
    ]

    /// Reads what a layout is about: `plan`, unless its declaration says `risks`.
    ///
    /// - Parameters:
    ///   - declaration: The declaration.
    ///   - source: The file in which it stands, for messages.
    /// - Returns: Whether it is about risks.
    /// - Throws: `JSONError` when it is about something else.
    public static func isDeclared(
        by declaration: JSONNode,
        source: String
    ) throws(JSONError) -> Bool {
        guard case .object(let members) = declaration.content,
            let about = members.first(where: { $0.key == "about" })
        else { return false }
        let place = JSONPlace(source: source).member("about")
        let word = try JSONFieldType<String>.one(of: ["plan", "risks"]).read(about.node, place)
        return word == "risks"
    }

    /// Reads a layout from its declaration.
    ///
    /// The declaration is plain data. Unknown names are errors that name the closest known one.
    ///
    /// - Parameters:
    ///   - declaration: The declaration.
    ///   - id: The layout's identifier, `plugin/name`.
    ///   - source: The file in which it stands, for messages.
    /// - Throws: `JSONError` when the declaration is not a layout about risks.
    public init(declaration: JSONNode, id: String, source: String) throws(JSONError) {
        let fields = try JSONFields(declaration, in: source, known: Self.keys)
        let title = try fields.required("title", as: .template)
        self.init(
            id: id,
            title: title,
            register: try fields.required("register", as: .name),
            name: try fields.optional("name", as: .name) ?? Self.name(in: title),
            scale: Layout.qualified(try fields.required("scale", as: .name), like: id),
            columns: try fields.required("columns", as: .list(of: .column))
        )
        for gap in title.gaps where gap != "date" {
            throw fields.error(
                "the title “\(title)” holds “\(gap)”. The title of a register may hold {date}, the "
                    + "day of which it speaks, and no other gap.",
                at: "title"
            )
        }
        if let template = try fields.optional("risk", as: .template) {
            guard template.gaps == [RegisterField.number] else {
                throw fields.error(
                    "the identifier of a risk holds its number, such as risk = \"CPC-{number}\"; "
                        + "found “\(template)”.",
                    at: "risk"
                )
            }
            riskID = template
        }
        visibility = try fields.optional("visibility", as: .word()) ?? .restricted
        facts = try fields.optional("facts", as: .list(of: .fact)) ?? []
        words = try fields.optional("words", as: .registerWords) ?? RegisterWords()
        reading = try fields.optional("reading", as: .registerReading) ?? ReadingRules()
        try checkColumns(fields)
    }

    /// The words of a title before its first gap.
    private static func name(in title: Template) -> String {
        guard case .words(let words)? = title.parts.first else { return title.description }
        let end = words.lastIndex { $0.isLetter || $0.isNumber || $0 == ")" }
        return end.map { String(words[...$0]).trimmingSpace } ?? words
    }

    private func checkColumns(_ fields: JSONFields) throws(JSONError) {
        var seen: [String: Template] = [:]
        for column in columns {
            if column.isComputed || column.tick != nil || column.merges {
                throw fields.error(
                    "the column “\(column.header)” of a register has a header and a field, and no "
                        + "value, tick or merge.",
                    at: "columns"
                )
            }
            for gap in column.cell.gaps {
                try check(gap, of: column, fields)
                let other = seen.updateValue(column.header, forKey: gap)
                if let other, gap != "control" {
                    throw fields.error(
                        "the columns “\(other)” and “\(column.header)” both hold “\(gap)”. Keep it in "
                            + "one of them.",
                        at: "columns"
                    )
                }
            }
        }
        guard ["title", "event", "cause", "effect"].contains(where: { seen[$0] != nil }) else {
            throw fields.error(
                "no column says what the risk is. Add one, such as { \"Risk\", \"title\" }.",
                at: "columns"
            )
        }
        if let header = seen["control"], seen[RegisterField.number] == nil {
            throw fields.error(
                "the column “\(header)” holds one control, and further ones stand in rows below it, which "
                    + "are known by having no number. Add a column for the number.",
                at: "columns"
            )
        }
        if seen["controls"] != nil, let header = seen["control"] {
            throw fields.error(
                "the column “\(header)” holds one control, and another column holds all of them. Keep "
                    + "one of the two.",
                at: "columns"
            )
        }
    }

    private func check(
        _ gap: String,
        of column: LayoutColumn,
        _ fields: JSONFields
    ) throws(JSONError) {
        let known = RegisterField.names
        if gap.hasPrefix("local.") {
            let name = RegisterField.column(gap)
            guard !name.isEmpty, !known.contains(name) else {
                throw fields.error(
                    "the column “\(column.header)” is of your own and has the name of a field. Call it "
                        + "\(name.isEmpty ? "local.name" : "local.our_\(name)"), or leave out “local.”.",
                    at: "columns"
                )
            }
            return
        }
        guard !known.contains(gap) else { return }
        // A score alone, such as “likelihood”, most often means the current one.
        let closest =
            known.contains("current.\(gap)")
            ? "Did you mean “current.\(gap)”?" : ClosestName.suggestion(for: gap, in: known)
        throw fields.error(
            "the column “\(column.header)” holds “\(gap)”, which is not a field of a risk. \(closest) A "
                + "column of your own is called local.name.",
            at: "columns"
        )
    }
}

extension JSONFieldType where Value == RegisterWords {
    static var registerWords: Self {
        .object(known: RegisterWords.meanings) { (fields) throws(JSONError) in
            var words = RegisterWords()
            for meaning in RegisterWords.meanings {
                words.own[meaning] = try fields.optional(meaning, as: .list(of: .name))
            }
            return words
        }
    }
}

extension JSONFieldType where Value == ReadingRules {
    /// What a register's layout says of reading: less than a plan's.
    static var registerReading: Self {
        .object(known: ["page_furniture"]) { (fields) throws(JSONError) in
            var rules = ReadingRules()
            rules.pageFurniture =
                try fields.optional("page_furniture", as: .list(of: .template)) ?? []
            return rules
        }
    }
}
