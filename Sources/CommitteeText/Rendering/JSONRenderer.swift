// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes documents as JSON, for programs.
///
/// The object has a `format`, "committee-document/1", which changes only when something that was
/// there is taken away or means something else. Every block has its ``Document/Block/kind``.
public struct JSONRenderer: DocumentRenderer {
    /// The name and version of the format.
    public static let format = "committee-document/1"

    /// How the bytes are laid out.
    public var style: JSONWriter.Style

    /// Creates a renderer.
    ///
    /// - Parameter style: How the bytes are laid out.
    public init(style: JSONWriter.Style = .pretty) {
        self.style = style
    }

    /// The media type of JSON.
    public var mediaType: String { "application/json" }

    /// Writes a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - sink: Where the bytes go, piece by piece.
    /// - Complexity: O(*n*) in the size of the document.
    public func render(_ document: Document, into sink: inout some ByteSink) {
        var json = JSONWriter(style: style)
        json.beginObject()
        json.member("format", Self.format)
        json.member("title", document.title)
        json.member("language", document.language)
        json.member("properties", document.properties) { json, property in
            json.beginObject()
            json.member("name", property.name)
            json.member("value", property.value)
            json.endObject()
        }
        json.key("blocks")
        write(document.blocks, to: &json, sink: &sink)
        json.endObject()
        json.flush(into: &sink)
    }

    private func write(
        _ blocks: [Document.Block],
        to json: inout JSONWriter,
        sink: inout some ByteSink
    ) {
        json.beginArray()
        for block in blocks {
            json.beginObject()
            json.member("kind", block.kind)
            write(block, to: &json, sink: &sink)
            json.endObject()
            json.drain(into: &sink)
        }
        json.endArray()
    }

    private func write(
        _ block: Document.Block,
        to json: inout JSONWriter,
        sink: inout some ByteSink
    ) {
        switch block {
        case .heading(let heading):
            json.member("level", heading.level)
            json.member("text", heading.text)
            if let anchor = heading.anchor { json.member("anchor", anchor) }
        case .paragraph(let inlines): json.member("content", inlines) { $0.write($1) }
        case .prose(let prose): json.member("content", prose)
        case .list(let ordered, let items):
            json.member("ordered", ordered)
            json.member("items", items) { $0.write($1) }
        case .table(let table): write(table, to: &json, sink: &sink)
        case .legend(let legend):
            json.member("title", legend.title)
            json.member("entries", legend.entries) { json, entry in
                json.beginObject()
                json.member("status", entry.status)
                json.member("wording", entry.wording)
                json.endObject()
            }
        case .summaryList(let list):
            json.member("rows", list.rows) { json, row in
                json.beginObject()
                json.member("name", row.name)
                json.member("value", row.value)
                json.endObject()
            }
        case .statusBar(let bar): write(bar, to: &json)
        case .sparkline(let line):
            json.member("title", line.title)
            json.member("points", line.points) { json, point in
                json.beginObject()
                json.member("label", point.label)
                json.member("words", point.words)
                if let number = point.thousandths { json.member("thousandths", number) }
                json.endObject()
            }
        case .timeline(let timeline): write(timeline, to: &json)
        case .heatMap(let map): write(map, to: &json)
        case .tree(let tree):
            json.member("title", tree.title)
            // In the order in which people read them, each with the place of the one above it.
            json.member("nodes", tree.lines) { json, line in
                json.beginObject()
                json.member("label", line.node.label)
                json.member("detail", line.node.detail)
                json.member("depth", line.depth)
                if let parent = line.parent { json.member("parent", parent) }
                json.endObject()
            }
        case .figure(let figure):
            json.member("caption", figure.caption)
            json.key("blocks")
            write(figure.blocks, to: &json, sink: &sink)
        case .footnotes(let notes):
            json.member("notes", notes) { json, note in
                json.beginObject()
                json.member("label", note.label)
                json.member("content", note.content)
                json.endObject()
            }
        case .notice(let notice):
            json.member("notice", notice.kind.rawValue)
            json.member("content", notice.content)
        case .pageBreak: break
        case .section(let section):
            json.member("label", section.label)
            json.member("landmark", section.landmark.rawValue)
            json.key("blocks")
            write(section.blocks, to: &json, sink: &sink)
        }
    }

    private func write(_ bar: Document.StatusBar, to json: inout JSONWriter) {
        json.member("title", bar.title)
        json.member("total", bar.total)
        json.member("segments", bar.segments) { json, segment in
            json.beginObject()
            json.member("status", segment.status)
            json.member("count", segment.count)
            json.endObject()
        }
    }

    private func write(_ map: Document.HeatMap, to json: inout JSONWriter) {
        json.member("title", map.title)
        json.member("rowTitle", map.rowTitle)
        json.member("columnTitle", map.columnTitle)
        json.member("columns", map.columns) { json, column in json.string(column) }
        json.member("rows", Array(map.rows.enumerated())) { json, row in
            json.beginObject()
            json.member("name", row.element)
            json.member("cells", Array(map.columns.indices)) { json, column in
                let cell = map.cell(row: row.offset, column: column)
                json.beginObject()
                if let band = cell.band { json.member("band", band) }
                json.member("score", cell.score)
                json.member("count", cell.count)
                json.member("names", cell.names) { json, name in json.string(name) }
                json.endObject()
            }
            json.endObject()
        }
        json.member("notes", map.notes) { json, note in json.string(note) }
    }

    private func write(_ timeline: Document.Timeline, to json: inout JSONWriter) {
        json.member("title", timeline.title)
        json.member("today", timeline.today?.description)
        json.member("rows", timeline.rows) { json, row in
            json.beginObject()
            json.member("label", row.label)
            json.member("from", row.from?.description)
            json.member("until", row.until?.description)
            json.member("due", row.due?.description)
            if let status = row.status { json.member("status", status) }
            json.member("words", row.words)
            json.endObject()
        }
    }
}

extension JSONRenderer {
    private func write(
        _ table: Document.Table,
        to json: inout JSONWriter,
        sink: inout some ByteSink
    ) {
        json.member("caption", table.caption)
        if let anchor = table.anchor { json.member("anchor", anchor) }
        json.member("columns", table.columns) { json, column in
            json.beginObject()
            json.member("heading", column.heading)
            json.member("alignment", column.alignment.rawValue)
            if let width = column.width { json.member("width", width) }
            json.member("isRowHeader", column.isRowHeader)
            json.endObject()
        }
        if !table.headerRows.isEmpty {
            json.member("headerRows", table.headerRows) { json, cells in
                json.beginArray()
                for cell in cells { json.write(cell) }
                json.endArray()
            }
        }
        json.key("rows")
        json.beginArray()
        for row in table.rows {
            json.beginObject()
            switch row {
            case .cells(let cells): json.member("cells", cells) { $0.write($1) }
            case .section(let words, let level):
                json.member("section", words)
                json.member("level", level)
            }
            json.endObject()
            json.drain(into: &sink)
        }
        json.endArray()
    }
}

extension JSONWriter {
    mutating func member(_ name: String, _ status: StatusTag) {
        key(name)
        beginObject()
        member("letter", status.letter)
        member("word", status.word)
        member("colour", status.colour?.rawValue)
        endObject()
    }

    mutating func member(_ name: String, _ prose: Prose) {
        key(name)
        write(prose)
    }

    mutating func write(_ cell: Document.Table.Cell) {
        beginObject()
        member("contents", cell.contents) { $0.write($1) }
        if cell.columnSpan > 1 { member("columnSpan", cell.columnSpan) }
        if cell.rowSpan > 1 { member("rowSpan", cell.rowSpan) }
        if cell.isRepeated { member("isRepeated", true) }
        endObject()
    }

    mutating func write(_ content: Document.Table.Content) {
        beginObject()
        switch content {
        case .text(let text): member("text", text)
        case .prose(let prose): member("prose", prose)
        case .status(let status): member("status", status)
        case .date(let date): member("date", date.description)
        case .integer(let number): member("number", number)
        case .number(let value, let digits):
            key("number")
            number(value)
            member("digits", digits)
        }
        endObject()
    }

    /// Writes rich text as the array of its blocks.
    mutating func write(_ prose: Prose) {
        beginArray()
        for block in prose.blocks { write(block) }
        endArray()
    }

    private mutating func write(_ block: Prose.Block) {
        beginObject()
        switch block {
        case .paragraph(let inlines):
            member("kind", "paragraph")
            member("content", inlines) { $0.write($1) }
        case .list(let ordered, let items):
            member("kind", "list")
            member("ordered", ordered)
            member("items", items) { json, item in
                json.beginObject()
                json.member("content", item.inlines) { $0.write($1) }
                if !item.children.isEmpty {
                    json.member("children", Prose(blocks: item.children))
                }
                json.endObject()
            }
        }
        endObject()
    }

    mutating func write(_ inline: Prose.Inline) {
        beginObject()
        switch inline {
        case .text(let text):
            member("kind", "text")
            member("text", text)
        case .strong(let children): write("strong", children)
        case .emphasis(let children): write("emphasis", children)
        case .superscript(let children): write("superscript", children)
        case .link(let children, let destination):
            write("link", children)
            member("destination", destination)
        case .lineBreak: member("kind", "line-break")
        case .footnoteReference(let label):
            member("kind", "footnote-reference")
            member("label", label)
        }
        endObject()
    }

    private mutating func write(_ kind: String, _ children: [Prose.Inline]) {
        member("kind", kind)
        member("content", children) { $0.write($1) }
    }
}
