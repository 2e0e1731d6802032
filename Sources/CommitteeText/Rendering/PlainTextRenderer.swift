// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes documents as text for a terminal.
///
/// Columns of tables are aligned by spaces and their cells wrapped. Control characters, terminal
/// escapes and marks that change the direction of text are shown as U+FFFD, so that no words of a
/// plan can steer a terminal or hide something from its reader.
public struct PlainTextRenderer: BlockRenderer {
    /// How many characters a line may have, 20 to 1,000.
    public let width: Int
    /// What stands in the places that a merged cell covers.
    public var mergedCells: MergedCells

    /// Creates a renderer.
    ///
    /// - Parameters:
    ///   - width: How many characters a line may have; brought into 20 to 1,000.
    ///   - mergedCells: What stands in the places that a merged cell covers.
    public init(width: Int = 100, mergedCells: MergedCells = .blank) {
        self.width = min(max(width, 20), 1_000)
        self.mergedCells = mergedCells
    }

    /// The media type of plain text.
    public var mediaType: String { "text/plain; charset=utf-8" }

    /// Writes a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - sink: Where the bytes go, piece by piece.
    /// - Complexity: O(*n*) in the size of the document; the rows of a table are read twice.
    public func render(_ document: Document, into sink: inout some ByteSink) {
        renderBlocks(of: document, into: &sink)
    }

    package func write(_ property: Document.Property, into output: inout OutputBuffer) {
        writeWrapped("\(property.name): \(property.value)", hanging: 2, into: &output)
    }

    package func write(
        _ block: Document.Block,
        into output: inout OutputBuffer,
        sink: inout some ByteSink
    ) {
        switch block {
        case .heading(let heading): write(heading, into: &output)
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
            writeWrapped(tree.title, hanging: 0, into: &output)
            write(tree.list, into: &output)
        case .summaryList(let list):
            for row in list.rows {
                writeWrapped("\(row.name): \(row.value.plainText)", hanging: 2, into: &output)
            }
        case .statusBar(let bar):
            writeWrapped(bar.title, hanging: 0, into: &output)
            for line in bar.lines { writeWrapped("• " + line, hanging: 2, into: &output) }
        case .sparkline(let line):
            writeWrapped("\(line.title): \(line.summary)", hanging: 0, into: &output)
        case .figure(let figure):
            writeWrapped(figure.caption, hanging: 0, into: &output)
            write(figure.blocks[...], into: &output, sink: &sink)
        case .footnotes(let notes):
            for note in notes {
                writeWrapped(
                    "[\(note.label)] \(note.content.plainText)",
                    hanging: 4,
                    into: &output
                )
            }
        case .notice(let notice):
            writeWrapped(
                "\(notice.kind.word.uppercased()): \(notice.content.plainText)",
                hanging: 2,
                into: &output
            )
        case .pageBreak:
            output.append(count: width, of: ASCII.minus)
            output.lineFeed()
        case .section(let section): write(section.blocks[...], into: &output, sink: &sink)
        }
    }

    private func write(_ heading: Document.Heading, into output: inout OutputBuffer) {
        writeWrapped(heading.text, hanging: 0, into: &output)
        guard heading.level < 3 else { return }
        let length = min(TerminalText.width(of: TerminalText.visible(heading.text)), width)
        output.append(count: length, of: heading.level == 1 ? ASCII.equals : ASCII.minus)
        output.lineFeed()
    }

    private func write(_ prose: Prose, into output: inout OutputBuffer) {
        for (index, block) in prose.normalized.blocks.enumerated() {
            if index > 0, case .paragraph = block { output.lineFeed() }
            writeWrapped(Prose(blocks: [block]).plainText, hanging: 2, into: &output)
        }
    }

    /// Writes lines of text; what does not fit goes on below, indented where it is an item.
    private func writeWrapped(_ text: String, hanging: Int, into output: inout OutputBuffer) {
        for line in TerminalText.lines(of: text, width: width, hanging: hanging) {
            output.append(words: line)
            output.lineFeed()
        }
    }
}

extension PlainTextRenderer {
    private static let gap = 2
    private static let narrowest = 6

    private func write(
        _ table: Document.Table,
        into output: inout OutputBuffer,
        sink: inout some ByteSink
    ) {
        let count = table.columnCount
        guard count > 0 else { return }
        if !table.caption.isEmpty, !table.hidesCaption {
            writeWrapped(table.caption, hanging: 0, into: &output)
            output.lineFeed()
        }
        let headings = table.combinedHeadings(columnCount: count).map(TerminalText.visible)
        guard let (widths, isWrapped) = widths(of: table, headings: headings) else {
            return writeRecords(table, headings: headings, into: &output, sink: &sink)
        }
        writeRow(headings, widths, table, into: &output)
        for (column, columnWidth) in widths.enumerated() {
            if column > 0 { output.append(count: Self.gap, of: ASCII.space) }
            output.append(count: columnWidth, of: ASCII.minus)
        }
        output.lineFeed()
        var isFirst = true
        table.forEachRow { slots, section in
            if let section {
                output.lineFeed()
                writeWrapped(section.words.singleLine, hanging: 0, into: &output)
                isFirst = true
            } else {
                // Rows of several lines are hard to tell apart without a space between them.
                if isWrapped, !isFirst { output.lineFeed() }
                isFirst = false
                writeRow(slots.map(words), widths, table, into: &output)
            }
            output.drain(into: &sink)
        }
    }

    private func words(in slot: TableWalker.Slot) -> String {
        slot.shown(mergedCells).map { TerminalText.visible($0.plainText) } ?? ""
    }

    private func writeRow(
        _ cells: [String],
        _ widths: [Int],
        _ table: Document.Table,
        into output: inout OutputBuffer
    ) {
        let columns = zip(cells, widths).map {
            TerminalText.lines(of: $0, width: $1, hanging: 2)
        }
        for line in 0..<max(columns.map(\.count).max() ?? 0, 1) {
            var pending = 0
            for (column, lines) in columns.enumerated() {
                if column > 0 { pending += Self.gap }
                let text = line < lines.count ? lines[line] : ""
                let free = widths[column] - TerminalText.width(of: text)
                let before =
                    switch table.alignment(of: column) {
                    case .start: 0
                    case .center: free / 2
                    case .end: free
                    }
                if !text.isEmpty {
                    output.append(count: pending + before, of: ASCII.space)
                    output.append(words: text)
                    pending = free - before
                } else {
                    pending += widths[column]
                }
            }
            output.lineFeed()
        }
    }

    /// Shares the width among the columns; nil when there are too many for it.
    ///
    /// - Returns: The widths, and whether any row takes more than one line.
    private func widths(
        of table: Document.Table,
        headings: [String]
    ) -> (widths: [Int], isWrapped: Bool)? {
        let available = width - Self.gap * (headings.count - 1)
        guard available >= headings.count * Self.narrowest else { return nil }
        var natural = headings.map { TerminalText.widestLine(of: $0) }
        var least = headings.map { Self.longestWord(in: $0) }
        var isWrapped = false
        table.forEachRow { slots, _ in
            for (column, slot) in slots.enumerated() {
                let words = words(in: slot)
                natural[column] = max(natural[column], TerminalText.widestLine(of: words))
                least[column] = max(least[column], Self.longestWord(in: words))
                if words.utf8.contains(ASCII.lineFeed) { isWrapped = true }
            }
        }
        // Where words would have to be broken, a list for each row is easier to read.
        guard least.reduce(0, +) <= available else { return nil }
        var widths = natural.map { max($0, 1) }
        // Columns that need less than their share keep what they need; the others share the rest.
        var wide = Array(widths.indices)
        var rest = available
        while !wide.isEmpty {
            let share = rest / wide.count
            let needy = wide.filter { least[$0] > share }
            guard needy.isEmpty else {
                for column in needy {
                    widths[column] = least[column]
                    rest -= least[column]
                }
                wide.removeAll { needy.contains($0) }
                continue
            }
            let narrow = wide.filter { widths[$0] <= share }
            if narrow.isEmpty {
                for (index, column) in wide.enumerated() {
                    widths[column] = share + (index < rest % wide.count ? 1 : 0)
                }
                break
            }
            for column in narrow { rest -= widths[column] }
            wide.removeAll { widths[$0] <= share }
        }
        return (widths, isWrapped || zip(widths, natural).contains { $0 < $1 })
    }

    /// The width of the longest word, as far as a column makes room for it: what is longer is broken, as an
    /// address is.
    private static func longestWord(in text: String) -> Int {
        var longest = 0
        for word in text.split(whereSeparator: \.isWhitespace) {
            longest = max(longest, TerminalText.width(of: String(word)))
        }
        // Text that hangs is two places narrower.
        return min(longest, 24)
    }

    /// Writes a table that is too wide as one short list for each row.
    private func writeRecords(
        _ table: Document.Table,
        headings: [String],
        into output: inout OutputBuffer,
        sink: inout some ByteSink
    ) {
        var isFirst = true
        table.forEachRow { slots, section in
            if !isFirst { output.lineFeed() }
            isFirst = false
            if let section {
                writeWrapped(section.words.singleLine, hanging: 0, into: &output)
            }
            for (column, slot) in slots.enumerated() {
                let words = words(in: slot)
                guard !words.isEmpty else { continue }
                let heading = headings[column].isEmpty ? "" : headings[column] + ": "
                writeWrapped(heading + words, hanging: 2, into: &output)
            }
            output.drain(into: &sink)
        }
    }
}
