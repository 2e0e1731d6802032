// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Reads a web page into blocks: headings, paragraphs, list items and tables.
struct HTMLBlockReader {
    private enum Role {
        case paragraph
        case heading(Int)
        case item(marker: String, depth: Int)
        case title
    }

    private static let blockNames: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "head", "header",
        "hr", "html", "legend", "main", "nav", "p", "pre", "section", "summary",
    ]

    private let bytes: [UInt8]
    private let firstLine: Int
    private var builder: SourceBuilder
    private var tokenizer: HTMLTokenizer
    private var counted = (offset: 0, line: 0)
    private var markup = HTMLMarkup(keepsBlocks: false)
    private var role = Role.paragraph
    private var textStart: Int?
    private var lists: [(isOrdered: Bool, number: Int)] = []
    private var table: HTMLTableBuilder?
    private var cellStart = 0

    init(bytes: [UInt8], firstLine: Int, builder: SourceBuilder) {
        self.bytes = bytes
        self.firstLine = firstLine
        self.builder = builder
        tokenizer = HTMLTokenizer(bytes)
    }

    mutating func read() throws(SourceError) -> SourceBuilder {
        while let token = tokenizer.next() {
            switch token {
            case .text(let range): addText(range)
            case .open(let tag): try open(tag)
            case .close(let name, let range): try close(name, at: range)
            case .comment(let offset):
                log(.comment, before: "<!-- … -->", at: offset)
            case .script(let name, let offset):
                log(.script, before: "<\(name)>…</\(name)>", at: offset)
            case .unclosed(let what, let offset):
                reportUnclosed(what, at: offset)
            }
        }
        if let table {
            builder.find(
                .unclosedMarkup,
                line: table.line,
                "The table that begins on line \(table.line) is never closed; it was read to the "
                    + "end."
            )
            try closeTable(at: bytes.count)
        }
        flush(at: bytes.count)
        return builder
    }

    // MARK: Positions

    /// The line of an offset.
    ///
    /// Offsets are asked for in rising order, so counting goes on from the
    /// last one; a step back, which only an unclosed mark makes, is counted anew from its line.
    private mutating func line(at offset: Int) -> Int {
        if offset < counted.offset {
            let back = bytes[offset..<counted.offset].reduce(0) {
                $0 + ($1 == SourceByte.newline ? 1 : 0)
            }
            return firstLine + counted.line - back
        }
        while counted.offset < offset {
            let byte = bytes[counted.offset]
            let isLoneReturn =
                byte == SourceByte.carriageReturn
                && !(counted.offset + 1 < bytes.count
                    && bytes[counted.offset + 1] == SourceByte.newline)
            if byte == SourceByte.newline || isLoneReturn { counted.line += 1 }
            counted.offset += 1
        }
        return firstLine + counted.line
    }

    // MARK: Text

    private mutating func addText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let text = HTMLEntities.decode(bytes[range])
        if var table, table.cell != nil {
            // Moved out first, so that appending does not copy the cell so far.
            self.table = nil
            table.cell?.markup.add(text: text)
            table.cell?.mix.add(text)
            self.table = table
            return
        }
        if textStart == nil, let first = bytes[range].firstIndex(where: { !SourceByte.isSpace($0) })
        {
            textStart = line(at: first)
            if table != nil, let textStart {
                builder.find(
                    .textOutsideCells,
                    line: textStart,
                    "There is text in a table but in none of its cells; it was read as a "
                        + "paragraph before the table."
                )
            }
        }
        markup.add(text: text)
    }

    private mutating func flush(at offset: Int) {
        defer {
            markup = HTMLMarkup(keepsBlocks: false)
            textStart = nil
            role = .paragraph
        }
        guard !markup.isEmpty, let start = textStart else { return }
        let end = max(line(at: offset), start)
        let text = builder.clean(markup.finish(), line: start).text
        switch role {
        case .paragraph:
            builder.blocks.append(.paragraph(text: text, line: start, endLine: end))
        case .heading(let level):
            builder.blocks.append(.heading(level: level, text: text, line: start))
        case .item(let marker, let depth):
            builder.blocks.append(
                .listItem(marker: marker, depth: depth, text: text, line: start, endLine: end)
            )
        case .title:
            if builder.title == nil {
                builder.title = text
            } else {
                builder.blocks.append(.paragraph(text: text, line: start, endLine: end))
            }
        }
    }

    // MARK: Tags

    private mutating func open(_ tag: HTMLTokenizer.Tag) throws(SourceError) {
        if table != nil {
            try openInTable(tag)
            return
        }
        let offset = tag.range.lowerBound
        switch tag.name {
        case "table":
            flush(at: offset)
            table = HTMLTableBuilder(line: line(at: offset))
        case "h1", "h2", "h3", "h4", "h5", "h6":
            flush(at: offset)
            role = .heading(tag.name.utf8.last.map { Int($0) - 48 } ?? 1)
        case "title":
            flush(at: offset)
            role = .title
        case "ul", "ol":
            flush(at: offset)
            if lists.count < 100 { lists.append((tag.name == "ol", 0)) }
        case "li":
            flush(at: offset)
            role = .item(marker: nextMarker(), depth: max(lists.count - 1, 0))
        default:
            guard Self.blockNames.contains(tag.name) else {
                markup.open(tag)
                return
            }
            // A paragraph that begins an item is the item.
            if case .item = role, markup.isEmpty { return }
            flush(at: offset)
        }
    }

    private mutating func nextMarker() -> String {
        guard let last = lists.indices.last, lists[last].isOrdered else { return "-" }
        lists[last].number += 1
        return "\(lists[last].number)."
    }

    private mutating func close(_ name: String, at range: Range<Int>) throws(SourceError) {
        if table != nil {
            try closeInTable(name, at: range)
            return
        }
        let offset = range.lowerBound
        switch name {
        case "ul", "ol":
            flush(at: offset)
            if !lists.isEmpty { lists.removeLast() }
        case "li", "title", "h1", "h2", "h3", "h4", "h5", "h6":
            flush(at: offset)
        default:
            if Self.blockNames.contains(name) { flush(at: offset) } else { markup.close(name) }
        }
    }

    // MARK: Tables

    private mutating func openInTable(_ tag: HTMLTokenizer.Tag) throws(SourceError) {
        let offset = tag.range.lowerBound
        switch tag.name {
        case "table":
            openNestedTable(at: offset)
        case "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup", "col":
            guard table?.depth == 0 else {
                table?.cell?.markup.add(text: " ")
                return
            }
            try openPart(tag)
        default:
            if table?.cell != nil {
                table?.cell?.markup.open(tag)
            } else if Self.blockNames.contains(tag.name) {
                flush(at: offset)
            } else {
                markup.open(tag)
            }
        }
    }

    private mutating func openNestedTable(at offset: Int) {
        let number = line(at: offset)
        if table?.cell == nil {
            builder.find(
                .unclosedMarkup,
                line: number,
                "A table begins on line \(number) before the one of line \(table?.line ?? 0) is "
                    + "closed; both were read as one table."
            )
            return
        }
        table?.depth += 1
        table?.cell?.markup.addBreak()
        if table?.depth == 1 {
            builder.find(
                .nestedTable,
                line: number,
                "There is a table inside a cell; its text was read as text of that cell."
            )
        }
    }

    private mutating func openPart(_ tag: HTMLTokenizer.Tag) throws(SourceError) {
        let offset = tag.range.lowerBound
        try closeCell(at: offset)
        switch tag.name {
        case "td", "th":
            flush(at: offset)
            let number = line(at: offset)
            table?.openCell(tag, line: number)
            cellStart = tag.range.upperBound
        case "tr":
            try closeRow(at: offset)
            let number = line(at: offset)
            table?.openRow(line: number)
        case "thead", "tbody", "tfoot":
            try closeRow(at: offset)
            table?.beginPart(isHead: tag.name == "thead")
        default:
            flush(at: offset)
        }
    }

    private mutating func closeInTable(_ name: String, at range: Range<Int>) throws(SourceError) {
        let offset = range.lowerBound
        if let depth = table?.depth, depth > 0 {
            if name == "table" {
                table?.depth -= 1
                table?.cell?.markup.addBreak()
            } else if name == "tr" {
                table?.cell?.markup.addBreak()
            } else {
                table?.cell?.markup.close(name)
            }
            return
        }
        switch name {
        case "td", "th": try closeCell(at: offset)
        case "tr":
            try closeCell(at: offset)
            try closeRow(at: offset)
        case "thead", "tbody", "tfoot":
            try closeCell(at: offset)
            try closeRow(at: offset)
            table?.beginPart(isHead: false)
        case "caption": flush(at: offset)
        case "table": try closeTable(at: offset)
        default:
            if table?.cell != nil { table?.cell?.markup.close(name) } else { markup.close(name) }
        }
    }

    private mutating func closeCell(at offset: Int) throws(SourceError) {
        guard table?.cell != nil else { return }
        let raw = SourceByte.text(bytes[min(cellStart, offset)..<offset])
        try table?.closeCell(raw: raw, builder: &builder)
    }

    private mutating func closeRow(at offset: Int) throws(SourceError) {
        let number = line(at: offset)
        try table?.closeRow(line: number, builder: &builder)
    }

    private mutating func closeTable(at offset: Int) throws(SourceError) {
        try closeCell(at: offset)
        try closeRow(at: offset)
        flush(at: offset)
        if let rows = table?.rows, !rows.isEmpty {
            builder.blocks.append(.table(SourceTable(rows: rows)))
        }
        table = nil
    }

    // MARK: What is left out

    private mutating func log(_ what: Cleaning.What, before: String, at offset: Int) {
        builder.log(Cleaning(line: line(at: offset), what: what, before: before, after: ""))
    }

    private mutating func reportUnclosed(_ what: String, at offset: Int) {
        let number = line(at: offset)
        builder.find(
            .unclosedMarkup,
            line: number,
            "The \(what) that begins on line \(number) is never closed; it was read as text."
        )
    }
}
