// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Layout {
    /// Reads a layout from its declaration.
    ///
    /// The declaration is plain data. Unknown names are errors that name the closest known one.
    ///
    /// - Parameters:
    ///   - declaration: The declaration.
    ///   - id: The layout's identifier, `plugin/name`.
    ///   - source: The file in which it stands, for messages.
    /// - Throws: `JSONError` when the declaration is not a layout.
    public init(
        declaration: JSONNode,
        id: String,
        source: String
    ) throws(JSONError) {
        let fields = try JSONFields(
            declaration,
            in: source,
            known: [
                "about", "plan", "title", "levels", "scheme", "headings", "columns", "blocks",
                "checks",
                "key",
                "notes",
                "maintenance", "backlog", "lists", "inherits", "years", "below_row", "after_text",
                "facts", "completion", "counting", "exits", "reading",
            ]
        )
        let names = try fields.required("levels", as: .list(of: .text))
        let hasBlocks = fields.has("blocks")
        guard (2...5).contains(names.count) || hasBlocks && names.count == 1 else {
            throw fields.error("a plan has two to five levels, found \(names.count).", at: "levels")
        }
        let levels = names.map { LevelName($0) }
        var declaredID = try Self.template("plan-{from.year}-{until.year}", fields)
        if let template = try fields.optional("plan", as: .template) { declaredID = template }
        self.init(
            id: id,
            planID: declaredID,
            title: try fields.required("title", as: .template),
            levels: levels,
            columns: hasBlocks
                ? [] : try fields.required("columns", as: .list(of: .column))
        )
        try checkColumns(fields)
        try checkParts(fields)
        if hasBlocks { try readBlocks(fields) }
        if let declared = try fields.optional("headings", as: .map(of: .heading)) {
            for (name, heading) in declared {
                guard let level = levels.firstIndex(where: { $0.singular == name.lowercased() })
                else {
                    let known = levels.map(\.singular)
                    throw fields.error(
                        "“\(name)” is not a level of the plan. "
                            + ClosestName.suggestion(for: name, in: known),
                        at: "headings"
                    )
                }
                headings[level] = heading
            }
        }
        scheme = try fields.optional("scheme", as: .text).map { Self.qualified($0, like: id) }
        checks = try fields.optional("checks", as: .listedTable)
        maintenance = try fields.optional("maintenance", as: .listedTable)
        backlog = try fields.optional("backlog", as: .listedTable)
        try readLists(fields)
        key = try fields.optional("key", as: .keyTable)
        notesHeading = try fields.optional("notes", as: .text)
        facts = try fields.optional("facts", as: .list(of: .fact)) ?? []
        completion = try fields.optional("completion", as: .completionWords)
        counting = try fields.optional("counting", as: .countingRules) ?? CountingRules()
        counting.countedLists = lists.filter(\.counts).map(\.name)
        exits = try fields.optional("exits", as: .exitWords) ?? []
        reading = try fields.optional("reading", as: .readingRules) ?? ReadingRules()
        try checkHeadings(fields)
        try readInheritance(fields)
        try readSources(fields)
        try checkFigures(fields)
    }

    private static func template(_ text: String, _ fields: JSONFields) throws(JSONError) -> Template
    {
        do throws(LayoutError) { return try Template(text) } catch {
            throw fields.error(error.message)
        }
    }

    /// The identifier of a contribution that may be named without its plugin.
    static func qualified(_ name: String, like id: String) -> String {
        guard !name.contains("/"), let plugin = id.split(separator: "/").first else { return name }
        return "\(plugin)/\(name)"
    }

    /// The fields that a column may hold; what is declared of an item since follows.
    public static let fieldNames: [String] = {
        let first = [
            "number", "text", "statement", "leads", "timescale.words", revisedTimescale, "status",
            "status.letter", "status.word", "progress", "evidence", "expected_impact", "notes",
        ]
        let declared = PlanItem.table.cells.map { $0.name.description }
        return first + declared.filter { !first.contains($0) }
    }()

    /// The field of the timescale that came after the first.
    static let revisedTimescale = "timescale.revised"

    private func checkColumns(_ fields: JSONFields) throws(JSONError) {
        let levelNames = levels.dropLast().map(\.singular)
        var ticks: [String: Template] = [:]
        for column in columns {
            guard let tick = column.tick else { continue }
            if let other = ticks.updateValue(column.header, forKey: tick.status.comparisonKey) {
                throw fields.error(
                    "the columns “\(other)” and “\(column.header)” have the same tick "
                        + "“\(tick.status)”. Give each column a status of its own.",
                    at: "columns"
                )
            }
        }
        var errors: [JSONError] = []
        for column in columns where !column.isComputed {
            for gap in column.cell.gaps {
                if Self.fieldNames.contains(gap) || gap.hasPrefix("local.") { continue }
                if levelField(gap) != nil { continue }
                let known =
                    Self.fieldNames
                    + levelNames.flatMap { name in Self.levelFieldNames.map { "\(name).\($0)" } }
                errors.append(
                    fields.error(
                        "the column “\(column.header)” holds “\(gap)”, which is not a field. "
                            + ClosestName.suggestion(for: gap, in: known)
                            + " A column of your own is "
                            + "called local.name.",
                        at: "columns"
                    )
                )
            }
        }
        if let error = JSONError.gathering(errors) { throw error }
    }
}

extension Layout {
    private func checkHeadings(_ fields: JSONFields) throws(JSONError) {
        for (_, heading) in headings.sorted(by: { $0.key < $1.key }) {
            try checkLines(of: heading, fields)
            for gap in heading.template.gaps
            where !Self.levelFieldNames.contains(gap) && !gap.hasPrefix("local.") {
                throw fields.error(
                    "the heading “\(heading.template)” holds “\(gap)”, which is not a field of a "
                        + "level. \(ClosestName.suggestion(for: gap, in: Self.levelFieldNames))",
                    at: "headings"
                )
            }
        }
    }
}

extension JSONFieldType where Value == [ExitWords] {
    static var exitWords: Self {
        Self("an object of the words for each way to leave the plan") {
            (node, place) throws(JSONError) in
            let kinds = PlanExit.kinds
            var exits: [ExitWords] = []
            for (kind, words) in try JSONFieldType<[(key: String, value: [Template])]>
                .map(of: .list(of: .template)).read(node, place)
            {
                guard kinds.contains(kind) else {
                    throw place.error(
                        "“\(kind)” is not a way to leave the plan. "
                            + ClosestName.suggestion(for: kind, in: kinds),
                        at: node
                    )
                }
                exits.append(ExitWords(kind: kind, words: words))
            }
            return exits.sorted { $0.kind < $1.kind }
        }
    }
}

extension JSONFieldType where Value == Template {
    static var template: Self {
        Self("a text with gaps in braces") { (node, place) throws(JSONError) in
            let text = try JSONFieldType<String>.text.read(node, place)
            do throws(LayoutError) { return try Template(text) } catch {
                throw place.error(error.message, at: node)
            }
        }
    }

    /// A template, or one field without braces.
    static var cell: Self {
        Self("a field or a text with gaps in braces") { (node, place) throws(JSONError) in
            let text = try JSONFieldType<String>.text.read(node, place)
            let source = text.contains("{") ? text : "{\(text)}"
            do throws(LayoutError) { return try Template(source) } catch {
                throw place.error(error.message, at: node)
            }
        }
    }
}

extension JSONFieldType where Value == LayoutColumn {
    static var column: Self {
        .entry(known: [
            "1", "2", "header", "field", "merge", "value", "tick", "mark", "each", "due", "colours",
            "read", "write",
        ]) {
            (fields) throws(JSONError) in
            var header = try fields.optional("1", as: .template)
            if header == nil { header = try fields.optional("header", as: .template) }
            guard let header else {
                throw fields.error(
                    "a column begins with its header, such as { \"Lead\", \"leads\" }."
                )
            }
            var cell = try fields.optional("2", as: .cell)
            if cell == nil { cell = try fields.optional("field", as: .cell) }
            let isComputed = fields.has("value")
            guard isComputed || cell != nil else {
                throw fields.error(
                    "the column “\(header)” says neither which field it holds nor how its value is "
                        + "computed. Add a field, such as \"leads\", or value = function(action, ctx)."
                )
            }
            let merge = try fields.optional("merge", as: .bool) ?? false
            var column = LayoutColumn(
                header: header,
                cell: cell ?? header,
                merges: merge,
                isComputed: isComputed,
                tick: try statusTick(fields, header: header, cell: cell)
            )
            column.hasFunctions = try fields.havePair(of: "the column “\(header)”")
            if column.hasFunctions,
                let other = ["value", "tick", "each", "colours"].first(where: fields.has)
            {
                throw fields.error(
                    "the column “\(header)” has read and write, so it takes no “\(other)”. Keep one.",
                    at: other
                )
            }
            column.isEach = try fields.optional("each", as: .bool) ?? false
            column.due = try fields.optional("due", as: .name)
            column.colours = try fields.optional("colours", as: .cellColours)
            guard column.colours == nil || column.field.hasPrefix("status"),
                column.colours == nil
                    || column.tick == nil
            else {
                throw fields.error(
                    "the column “\(header)” has colours, so it holds the status: "
                        + "{ \"\(header)\", \"status\", colours = true }.",
                    at: "colours"
                )
            }
            return column
        }
    }

    private static func statusTick(
        _ fields: JSONFields,
        header: Template,
        cell: Template?
    ) throws(JSONError) -> StatusTick? {
        guard let status = try fields.optional("tick", as: .text) else {
            guard !fields.has("mark") else {
                throw fields.error(
                    "the column “\(header)” has a mark and does not say what it means. Add the "
                        + "status, such as tick = \"G\".",
                    at: "mark"
                )
            }
            return nil
        }
        guard let cell, cell.parts.count == 1, let gap = cell.gaps.first,
            gap.hasPrefix("status") || gap == "timescale.words"
        else {
            throw fields.error(
                "the column “\(header)” has a tick, so it holds the status and nothing else: "
                    + "{ \"\(header)\", \"status\", tick = \"\(status)\" }.",
                at: "tick"
            )
        }
        guard !status.trimmingSpace.isEmpty else {
            throw fields.error(
                "the column “\(header)” does not say which status its mark means. Write a letter of "
                    + "the scheme or the plan's words, such as tick = \"G\".",
                at: "tick"
            )
        }
        let mark = try fields.optional("mark", as: .text) ?? "✓"
        let isRead = if case .mark(_, rest: "") = StatusTick.read(mark) { true } else { false }
        guard isRead || mark.count == 1 && mark != " " && !mark.allSatisfy(\.isPunctuation) else {
            throw fields.error(
                "“\(mark)” would not be read as a mark again. Write a sign such as ✓ or •, one letter "
                    + "such as x, or yes.",
                at: "mark"
            )
        }
        return StatusTick(status: status.trimmingSpace, mark: mark)
    }
}

extension JSONFields {
    /// Whether a declaration has both a function that reads and one that writes.
    fileprivate func havePair(of what: String) throws(JSONError) -> Bool {
        let reads = has("read")
        guard reads == has("write") else {
            let other = reads ? "write" : "read"
            throw error(
                "\(what) has \(reads ? "read" : "write") and no \(other). What is read is written again, "
                    + "so it needs both: read = function(cell, row) … end, write = function(item) … end.",
                at: reads ? "read" : "write"
            )
        }
        return reads
    }
}

extension JSONFieldType where Value == LevelHeading {
    static var heading: Self {
        .entry(known: ["1", "row", "below", "begins", "lines", "read", "write"]) {
            (fields) throws(JSONError) in
            let row = try fields.optional("row", as: .template)
            var template = row
            if template == nil { template = try fields.optional("1", as: .template) }
            guard let template else {
                throw fields.error(
                    "a heading begins with its words, such as { \"Outcome {number}\" } or "
                        + "{ row = \"{text}\" }."
                )
            }
            var heading = LevelHeading(
                template: template,
                below: try fields.optional("below", as: .one(of: ["statement", "text"])),
                belowBegins: try fields.optional("begins", as: .list(of: .text)) ?? [],
                isRow: row != nil
            )
            heading.lines = try fields.optional("lines", as: .list(of: .template)) ?? []
            heading.hasFunctions = try fields.havePair(of: "the heading “\(template)”")
            return heading
        }
    }
}

extension JSONFieldType where Value == ListedTable {
    static var listedTable: Self {
        .object(known: ["heading", "columns"]) { (fields) throws(JSONError) in
            let columns = try fields.required("columns", as: .list(of: .column))
            if let column = columns.first(where: { $0.hasFunctions || $0.isComputed }) {
                throw fields.error(
                    "the column “\(column.header)” has a function. Only the columns of the plan's own "
                        + "table may; name the field that it holds.",
                    at: "columns"
                )
            }
            return ListedTable(
                heading: try fields.required("heading", as: .template),
                columns: columns
            )
        }
    }
}

extension JSONFieldType where Value == KeyTable {
    static var keyTable: Self {
        .object(known: ["heading", "across"]) { (fields) throws(JSONError) in
            KeyTable(
                heading: try fields.required("heading", as: .text),
                runsAcross: try fields.optional("across", as: .bool) ?? false
            )
        }
    }
}

extension JSONFieldType where Value == LayoutFact {
    static var fact: Self {
        .entry(known: ["1", "2", "repeats", "within"]) { (fields) throws(JSONError) in
            LayoutFact(
                name: try fields.required("1", as: .text),
                template: try fields.required("2", as: .template),
                repeats: try fields.optional("repeats", as: .bool) ?? false,
                isWithin: try fields.optional("within", as: .bool) ?? false
            )
        }
    }
}

extension JSONFieldType where Value == CompletionWords {
    static var completionWords: Self {
        .object(known: ["field", "completed", "ongoing"]) { (fields) throws(JSONError) in
            CompletionWords(
                field: try fields.required("field", as: .one(of: ["progress", "status"])),
                completed: try fields.required("completed", as: .list(of: .text)),
                ongoing: try fields.optional("ongoing", as: .list(of: .text)) ?? []
            )
        }
    }
}

extension JSONFieldType where Value == CountingRules {
    static var countingRules: Self {
        .object(known: ["at_publication", "counted_exits", "total", "ongoing"]) {
            (fields) throws(JSONError) in
            let rules = CountingRules.AtPublication.allCases.map(\.rawValue)
            let name = try fields.optional("at_publication", as: .one(of: rules))
            guard !fields.has("total") || !fields.has("counted_exits") else {
                throw fields.error(
                    "“total” says which states count, and so does “counted_exits”. Leave one out.",
                    at: "total"
                )
            }
            let states = JSONFieldType<[String]>.list(of: .one(of: CountingRules.states))
            var counting = CountingRules(
                atPublication: name.flatMap(CountingRules.AtPublication.init) ?? .notStated,
                countedExits: try fields.optional(
                    "counted_exits",
                    as: .list(of: .one(of: PlanExit.kinds))
                ) ?? []
            )
            counting.totalStates = try fields.optional("total", as: states)
            counting.ongoingStates = try fields.optional("ongoing", as: states)
            return counting
        }
    }
}

extension JSONFieldType where Value == LeadGlossary.Term {
    static var leadTerm: Self {
        Self("a name, or a list of a name and its aliases") { (node, place) throws(JSONError) in
            if case .string(let name) = node.content { return LeadGlossary.Term(name: name) }
            let names = try JSONFieldType<[String]>.list(of: .text).read(node, place)
            guard let name = names.first else { throw place.error("a lead has no name.", at: node) }
            return LeadGlossary.Term(name: name, aliases: Array(names.dropFirst()))
        }
    }
}

extension JSONFieldType where Value == ReadingRules {
    static var readingRules: Self {
        .object(known: [
            "copy_above", "leads", "page_furniture", "stray_to", "status_at_cell_end", "notes",
            "signatory", "state_words", "alignments",
        ]) { (fields) throws(JSONError) in
            var rules = ReadingRules()
            rules.copyAbove =
                try fields.optional("copy_above", as: .list(of: .text)) ?? rules.copyAbove
            rules.leads = try fields.optional("leads", as: .list(of: .leadTerm))
                .map { LeadGlossary(terms: $0) }
            rules.pageFurniture =
                try fields.optional("page_furniture", as: .list(of: .template)) ?? []
            rules.strayTo = try fields.optional("stray_to", as: .one(of: Layout.fieldNames))
            rules.statusAtCellEnd = try fields.optional("status_at_cell_end", as: .bool) ?? false
            rules.notes = try fields.optional("notes", as: .list(of: .template)) ?? []
            rules.signatory = try fields.optional("signatory", as: .list(of: .text)) ?? []
            rules.stateWords = try fields.optional("state_words", as: .list(of: .text)) ?? []
            rules.alignments = try fields.optional("alignments", as: .list(of: .text)) ?? []
            return rules
        }
    }
}
