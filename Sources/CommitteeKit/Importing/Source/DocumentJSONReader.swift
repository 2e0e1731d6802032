// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Reads a document that was written as JSON, in the format `committee-document/1`.
///
/// Blocks that show figures, such as charts, become a paragraph for each of their texts and numbers.
struct DocumentJSONReader {
    private let root: JSONNode
    private let name: String
    private var builder: SourceBuilder
    /// The heading that stood last, which the caption of a table may repeat.
    private var lastHeading = ""

    /// Creates a reader.
    ///
    /// - Throws: ``SourceError`` when the text is not JSON, or not such a document.
    init(text: SourceText, builder: SourceBuilder) throws(SourceError) {
        name = text.name
        self.builder = builder
        do throws(JSONError) {
            root = try JSONReader.read(text.bytes, source: text.name)
        } catch {
            throw SourceError(
                .otherFormat,
                source: text.name,
                line: error.line,
                "It seems to be JSON, but \(error.message)"
            )
        }
        guard root["format"]?.text == JSONRenderer.format else {
            throw SourceError(
                .otherFormat,
                source: text.name,
                line: 1,
                "It is JSON, but no document: that has \"format\": \"\(JSONRenderer.format)\". A record "
                    + "that was exported comes in with the layout standard/json; what people record "
                    + "comes in with committee record."
            )
        }
    }

    mutating func read() throws(SourceError) -> SourceBuilder {
        // The title is the first heading of every other format.
        if let title = root["title"], let words = title.text {
            add(heading: words, level: 1, line: title.line)
        }
        try read(blocks: root["blocks"])
        return builder
    }

    private mutating func read(blocks: JSONNode?) throws(SourceError) {
        for block in blocks?.elements ?? [] { try read(block: block) }
    }

    private mutating func read(block: JSONNode) throws(SourceError) {
        switch block["kind"]?.text {
        case "heading":
            let level = block["level"]?.number ?? 2
            add(heading: block["text"]?.text ?? "", level: min(max(level, 1), 6), line: block.line)
        case "paragraph":
            add([.paragraph(DocumentJSON.inlines(block["content"]))], line: block.line)
        case "prose", "notice": add(DocumentJSON.blocks(block["content"]), line: block.line)
        case "list":
            let items = DocumentJSON.items(block["items"])
            add([.list(ordered: block["ordered"]?.truth ?? false, items)], line: block.line)
        case "table": try read(table: block)
        case "section", "figure":
            if let caption = block["caption"]?.text { add(words: caption, line: block.line) }
            try read(blocks: block["blocks"])
        case "legend":
            if let title = block["title"]?.text { add(heading: title, level: 2, line: block.line) }
            try add(rows: block["entries"]) { entry in
                [DocumentJSON.status(entry["status"]), DocumentJSON.markup(entry["wording"])]
            }
        case "summary-list":
            try add(rows: block["rows"]) { row in
                [DocumentJSON.plain(row["name"]), DocumentJSON.markup(row["value"])]
            }
        case "footnotes":
            for note in block["notes"]?.elements ?? [] {
                let label = note["label"]?.text ?? ""
                let words = DocumentJSON.prose(note["content"]).singleLine
                add(words: "\(label) \(words)", line: note.line)
            }
        case "page-break": break
        default: for text in block.texts { add(words: text.words, line: text.line) }
        }
    }

    // MARK: Text

    private mutating func add(heading words: String, level: Int, line: Int) {
        lastHeading = words
        let text = builder.clean(Prose(words).markup, line: line).text
        builder.blocks.append(.heading(level: level, text: text, line: line))
    }

    private mutating func add(words: String, line: Int) {
        add(Prose(words).blocks, line: line)
    }

    private mutating func add(_ blocks: [Prose.Block], line: Int, depth: Int = 0) {
        for block in blocks {
            switch block {
            case .paragraph:
                let text = builder.clean(Prose(blocks: [block]).markup, line: line).text
                guard !text.isEmpty else { continue }
                builder.blocks.append(.paragraph(text: text, line: line, endLine: line))
            case .list(let ordered, let items):
                for (place, item) in items.enumerated() {
                    let own = Prose(blocks: [.paragraph(item.inlines)]).markup
                    builder.blocks.append(
                        .listItem(
                            marker: ordered ? "\(place + 1)." : "-",
                            depth: depth,
                            text: builder.clean(own, line: line).text,
                            line: line,
                            endLine: line
                        )
                    )
                    add(item.children, line: line, depth: depth + 1)
                }
            }
        }
    }

    // MARK: Tables

    private mutating func read(table: JSONNode) throws(SourceError) {
        if let caption = table["caption"]?.text, !caption.isEmpty,
            caption.comparisonKey != lastHeading.droppingColon.comparisonKey
        {
            add(words: caption, line: table.line)
        }
        var rows: [SourceRow] = []
        for header in table["headerRows"]?.elements ?? [] {
            rows.append(try row(header, header.elements, isHeader: true))
        }
        let columns = table["columns"]?.elements ?? []
        let headings = columns.map { DocumentJSON.plain($0["heading"]) }
        if let line = columns.first?.line, headings.contains(where: { !$0.isEmpty }) {
            rows.append(try builder.makeRow(headings, line: line, isHeaderMarked: true))
        }
        for node in table["rows"]?.elements ?? [] {
            if let cells = node["cells"] {
                rows.append(try row(node, cells.elements, isHeader: false))
            } else {
                let words = DocumentJSON.markup(node["section"])
                rows.append(try builder.makeRow([words], line: node.line))
            }
        }
        guard !rows.isEmpty else { return }
        builder.blocks.append(.table(SourceTable(rows: rows)))
    }

    private mutating func row(
        _ node: JSONNode,
        _ cells: [JSONNode],
        isHeader: Bool
    ) throws(SourceError) -> SourceRow {
        var texts: [String] = []
        for cell in cells {
            let text = DocumentJSON.cell(cell)
            let span = min(max(cell["columnSpan"]?.number ?? 1, 1), builder.limits.cellsPerRow)
            texts += [text] + Array(repeating: "", count: span - 1)
        }
        return try builder.makeRow(texts, line: node.line, isHeaderMarked: isHeader)
    }

    private mutating func add(
        rows: JSONNode?,
        _ cells: (JSONNode) -> [String]
    ) throws(SourceError) {
        var table: [SourceRow] = []
        for row in rows?.elements ?? [] {
            table.append(try builder.makeRow(cells(row), line: row.line))
        }
        guard !table.isEmpty else { return }
        builder.blocks.append(.table(SourceTable(rows: table)))
    }
}

/// Reads the parts of a document's JSON as markup.
private enum DocumentJSON {
    static func plain(_ node: JSONNode?) -> String { Prose(node?.text ?? "").markup }

    static func markup(_ node: JSONNode?) -> String { prose(node).markup }

    static func status(_ node: JSONNode?) -> String { Prose(tag(node).text).markup }

    static func tag(_ node: JSONNode?) -> StatusTag {
        StatusTag(
            node?["letter"]?.text ?? "",
            node?["word"]?.text ?? "",
            colour: (node?["colour"]?.text).flatMap(StatusColour.init(rawValue:))
        )
    }

    /// A cell's contents, as every other format shows them.
    static func cell(_ node: JSONNode) -> String {
        let contents = (node["contents"]?.elements ?? []).map { content -> Document.Table.Content in
            if let text = content["text"]?.text { return .text(text) }
            if let prose = content["prose"] { return .prose(self.prose(prose)) }
            if let status = content["status"] { return .status(tag(status)) }
            if let date = (content["date"]?.text).flatMap({ CivilDate(iso: $0) }) {
                return .date(date)
            }
            switch content["number"]?.content {
            case .integer(let number): return .integer(number)
            case .number(let number):
                return .number(number, digits: content["digits"]?.number ?? 0)
            default: return .text(content.texts.map(\.words).joined(separator: " "))
            }
        }
        return Document.Table.Cell(contents).asProse.markup
    }

    static func prose(_ node: JSONNode?) -> Prose {
        if let text = node?.text { return Prose(text) }
        return Prose(blocks: blocks(node))
    }

    static func blocks(_ node: JSONNode?) -> [Prose.Block] {
        (node?.elements ?? []).map { block in
            block["kind"]?.text == "list"
                ? .list(ordered: block["ordered"]?.truth ?? false, items(block["items"]))
                : .paragraph(inlines(block["content"]))
        }
    }

    static func items(_ node: JSONNode?) -> [Prose.Item] {
        (node?.elements ?? []).map { item in
            // An item of a list of the document itself is prose.
            guard item["content"] != nil else {
                let blocks = blocks(item)
                guard case .paragraph(let first)? = blocks.first else {
                    return Prose.Item([], children: blocks)
                }
                return Prose.Item(first, children: Array(blocks.dropFirst()))
            }
            return Prose.Item(inlines(item["content"]), children: blocks(item["children"]))
        }
    }

    static func inlines(_ node: JSONNode?) -> [Prose.Inline] {
        (node?.elements ?? []).map { inline in
            let content = inlines(inline["content"])
            switch inline["kind"]?.text {
            case "strong": return .strong(content)
            case "emphasis": return .emphasis(content)
            case "superscript": return .superscript(content)
            case "link": return .link(text: content, destination: inline["destination"]?.text ?? "")
            case "line-break": return .lineBreak
            case "footnote-reference": return .footnoteReference(inline["label"]?.text ?? "")
            default: return .text(inline["text"]?.text ?? "")
            }
        }
    }
}

extension JSONNode {
    fileprivate subscript(name: String) -> JSONNode? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key == name }?.node
    }

    fileprivate var elements: [JSONNode] {
        if case .array(let elements) = content { elements } else { [] }
    }

    fileprivate var text: String? {
        if case .string(let text) = content { text } else { nil }
    }

    fileprivate var number: Int? {
        if case .integer(let number) = content { number } else { nil }
    }

    fileprivate var truth: Bool? {
        if case .bool(let truth) = content { truth } else { nil }
    }

    /// Every text and number below, but the names of kinds.
    fileprivate var texts: [(words: String, line: Int)] {
        switch content {
        case .string(let text): [(text, line)]
        case .integer(let number): [(String(number), line)]
        case .number(let number): [(number.description, line)]
        case .array(let elements): elements.flatMap(\.texts)
        case .object(let members):
            members.filter { $0.key != "kind" }.flatMap(\.node.texts)
        case .null, .bool: []
        }
    }
}
