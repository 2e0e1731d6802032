// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes documents as GitHub Flavored Markdown.
///
/// Cells are escaped, so that no words of a plan become markup. A heading between rows is a row
/// with only its first cell filled. The status bar is a list of counts and the timeline a table.
public struct MarkdownRenderer: BlockRenderer {
    /// What stands in the places that a merged cell covers.
    public var mergedCells: MergedCells

    /// Creates a renderer.
    ///
    /// - Parameter mergedCells: What stands in the places that a merged cell covers.
    public init(mergedCells: MergedCells = .blank) {
        self.mergedCells = mergedCells
    }

    /// The media type of Markdown (RFC 7763), of the GitHub variant.
    public var mediaType: String { "text/markdown; charset=utf-8; variant=GFM" }

    /// Writes a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - sink: Where the bytes go, piece by piece.
    /// - Complexity: O(*n*) in the size of the document.
    public func render(_ document: Document, into sink: inout some ByteSink) {
        renderBlocks(of: document, into: &sink)
    }

    package func write(_ property: Document.Property, into output: inout OutputBuffer) {
        output.append("- ")
        writeText(property.name, into: &output)
        output.append(": ")
        writeText(property.value, into: &output)
        output.lineFeed()
    }

    package func write(
        _ block: Document.Block,
        into output: inout OutputBuffer,
        sink: inout some ByteSink
    ) {
        switch block {
        case .heading(let heading):
            output.append(count: heading.level, of: ASCII.hash)
            output.append(ASCII.space)
            writeText(heading.text, into: &output)
            output.lineFeed()
        case .paragraph(let inlines): write(Prose(inlines: inlines), into: &output)
        case .prose(let prose): write(prose, into: &output)
        case .list(let ordered, let items):
            write(Prose(blocks: [.list(ordered: ordered, items.map(\.asItem))]), into: &output)
        case .table(let table): write(table, into: &output, sink: &sink)
        case .legend(let legend): write(legend.table(), into: &output, sink: &sink)
        case .timeline(let timeline): write(timeline.table(), into: &output, sink: &sink)
        case .heatMap(let map):
            write(map.table(), into: &output, sink: &sink)
            guard !map.notes.isEmpty else { return }
            output.lineFeed()
            let notes = map.notes.map { Prose.Item($0) }
            write(Prose(blocks: [.list(ordered: false, notes)]), into: &output)
        case .tree(let tree):
            writeBold(tree.title, into: &output)
            output.lineFeed()
            write(tree.list, into: &output)
        case .statusBar(let bar):
            writeBold(bar.title, into: &output)
            output.lineFeed()
            let items = bar.lines.map { Prose.Item($0) }
            write(Prose(blocks: [.list(ordered: false, items)]), into: &output)
        case .sparkline(let line):
            writeBold(line.title, into: &output)
            output.lineFeed()
            write(Prose(line.summary), into: &output)
        case .summaryList(let list):
            let items = list.rows.map { row in
                let name: [Prose.Inline] = [.strong([.text(row.name + ":")]), .text(" ")]
                var item = row.value.asItem
                item.inlines = name + item.inlines
                return item
            }
            write(Prose(blocks: [.list(ordered: false, items)]), into: &output)
        case .figure(let figure):
            writeBold(figure.caption, into: &output)
            output.lineFeed()
            write(figure.blocks[...], into: &output, sink: &sink)
        case .footnotes(let notes): write(notes, into: &output)
        case .notice(let notice): write(notice, into: &output)
        case .pageBreak: output.append("---\n")
        case .section(let section): write(section.blocks[...], into: &output, sink: &sink)
        }
    }

    private func write(_ prose: Prose, into output: inout OutputBuffer) {
        var writer = ProseMarkdown(isCell: false)
        swap(&writer.output, &output)
        writer.writePage(prose.normalized.blocks)
        swap(&writer.output, &output)
    }

    private func writeBold(_ words: String, into output: inout OutputBuffer) {
        write(Prose(inlines: [.strong([.text(words)])]), into: &output)
    }

    /// Writes plain text within a line.
    private func writeText(_ text: String, into output: inout OutputBuffer) {
        var writer = ProseMarkdown(isCell: true)
        swap(&writer.output, &output)
        writer.writeCell(plain: text)
        swap(&writer.output, &output)
    }

    private func write(_ notes: [Document.Footnote], into output: inout OutputBuffer) {
        for note in notes {
            guard let label = ProseRun.footnoteLabel(note.label) else { continue }
            output.append("[^")
            output.append(words: label)
            output.append("]: ")
            output.append(words: note.content.markdownCell)
            output.lineFeed()
        }
    }

    private func write(_ notice: Document.Notice, into output: inout OutputBuffer) {
        let word: [Prose.Inline] = [.strong([.text(notice.kind.word + ":")]), .text(" ")]
        var blocks = notice.content.normalized.blocks
        if case .paragraph(let inlines)? = blocks.first {
            blocks[0] = .paragraph(word + inlines)
        } else {
            blocks.insert(.paragraph(word), at: 0)
        }
        let page = Prose(blocks: blocks).markdown
        for line in page.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            output.append(line.isEmpty ? ">" : "> ")
            output.append(words: String(line))
            output.lineFeed()
        }
    }
}

extension MarkdownRenderer {
    private func write(
        _ table: Document.Table,
        into output: inout OutputBuffer,
        sink: inout some ByteSink
    ) {
        let count = table.columnCount
        guard count > 0 else { return }
        writeHead(of: table, columnCount: count, into: &output)
        // One writer for all cells: the buffer changes hands once a table.
        var writer = ProseMarkdown(isCell: true)
        swap(&writer.output, &output)
        table.forEachRow(showing: mergedCells, columnCount: count) { row in
            switch row {
            case .section(let words, _): writer.writeSection(words, columnCount: count)
            case .cell(let cell):
                writer.output.append("| ")
                if let cell { writer.write(cell) }
                writer.output.append(ASCII.space)
                return
            case .end: writer.output.append(ASCII.pipe)
            }
            writer.output.lineFeed()
            writer.output.drain(into: &sink)
        }
        swap(&writer.output, &output)
    }

    /// Writes a table's caption, its headings and the line below them.
    package func writeHead(
        of table: Document.Table,
        columnCount count: Int,
        into output: inout OutputBuffer
    ) {
        if !table.caption.isEmpty, !table.hidesCaption {
            writeBold(table.caption, into: &output)
            output.lineFeed()
        }
        for heading in table.combinedHeadings(columnCount: count) {
            output.append("| ")
            writeText(heading, into: &output)
            output.append(ASCII.space)
        }
        output.append("|\n")
        for column in 0..<count {
            switch table.alignment(of: column) {
            case .start: output.append("| --- ")
            case .center: output.append("| :---: ")
            case .end: output.append("| ---: ")
            }
        }
        output.append("|\n")
    }
}

extension ProseMarkdown {
    /// Writes a heading between rows as a row of which only the first cell is filled.
    package mutating func writeSection(_ words: Prose, columnCount: Int) {
        output.append("| ")
        output.append(words: words.markdownCell)
        output.append(" |")
        for _ in 1..<max(columnCount, 1) { output.append("  |") }
    }

    /// Writes what a cell of a table holds.
    package mutating func write(_ cell: Document.Table.Cell) {
        if let content = cell.only {
            writeCell(content)
        } else if !cell.isEmpty {
            writeCell(cell.asProse.normalized.blocks)
        }
    }

    /// Writes a cell of one content; most need no normalising.
    mutating func writeCell(_ content: Document.Table.Content) {
        switch content {
        case .text(let text): writeCell(plain: text)
        case .status(let status): writeCell(plain: status.text)
        case .integer(let number): output.append(number)
        case .date(let date): output.append(date)
        case .number: writeCell(content.asProse.blocks)
        case .prose(let prose): writeCell(prose)
        }
    }

    /// Writes a cell of rich text; most is one text, which needs no normalising.
    package mutating func writeCell(_ prose: Prose) {
        if let text = prose.onlyText {
            writeCell(plain: text)
        } else if !prose.hasNoBlocks {
            writeCell(prose.normalized.blocks)
        }
    }

    /// Writes a cell of plain text; text without control characters is written straight away.
    package mutating func writeCell(plain text: String) {
        if !writeLine(text) { writeCell(Prose(text).normalized.blocks) }
    }
}

extension Prose {
    /// The prose as an item of a list.
    package var asItem: Item {
        if case .paragraph(let inlines)? = blocks.first {
            return Item(inlines, children: Array(blocks.dropFirst()))
        }
        return Item([], children: blocks)
    }
}

extension Document {
    /// Whether the first block is a heading of the first level, so that the title need not be said.
    package var beginsWithTitle: Bool { Self.firstHeadingLevel(in: blocks) == 1 }

    private static func firstHeadingLevel(in blocks: [Block]) -> Int? {
        for block in blocks {
            switch block {
            case .heading(let heading): return heading.level
            case .section(let section):
                if let level = firstHeadingLevel(in: section.blocks) { return level }
            case .notice, .pageBreak: continue
            default: return nil
            }
        }
        return nil
    }
}
