// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension MarkdownRenderer {
    /// Writes a plan with its own table, of which no row is kept.
    func render(
        title: String,
        opening: [Document.Block],
        table: PlanTable,
        ending: [Document.Block],
        into sink: inout some ByteSink
    ) {
        var output = OutputBuffer()
        write([.heading(1, title)] + opening, into: &output, sink: &sink)
        withUnsafeMutablePointer(to: &sink) { sink in
            var rows = MarkdownPlanTable(table, renderer: self, output: output, sink: sink)
            table.write(into: &rows)
            output = rows.output
        }
        if !ending.isEmpty {
            output.lineFeed()
            write(ending[...], into: &output, sink: &sink)
        }
        output.flush(into: &sink)
    }
}

/// Writes a plan's table as Markdown while it is walked.
private struct MarkdownPlanTable<Sink: ByteSink>: PlanTableOutput {
    private let table: PlanTable
    private let renderer: MarkdownRenderer
    private let columnCount: Int
    // Used only while the walk lasts, within the call that lends it.
    private let sink: UnsafeMutablePointer<Sink>
    private var writer = ProseMarkdown(isCell: true)
    private var caption = PlanTable.caption
    private var isInTable = false
    /// The head of a table without its caption, once it has been written.
    private var head: [UInt8]?

    init(
        _ table: PlanTable,
        renderer: MarkdownRenderer,
        output: OutputBuffer,
        sink: UnsafeMutablePointer<Sink>
    ) {
        self.table = table
        self.renderer = renderer
        self.sink = sink
        columnCount = table.headers.count
        writer.output = output
    }

    var output: OutputBuffer { writer.output }

    mutating func heading(_ words: String, level: Int, below: Prose) {
        isInTable = false
        caption = words
        write(.heading(level, words))
        if !below.isEmpty { write(.prose(below)) }
    }

    mutating func section(_ words: String, level: Int) {
        beginTable()
        writer.writeSection(Prose(words), columnCount: columnCount)
        writer.output.lineFeed()
    }

    mutating func beginRow() {
        beginTable()
    }

    mutating func cell(_ column: Int, of place: Int) {
        writer.output.append(ASCII.pipe)
        writer.output.append(ASCII.space)
        table.write(column, of: place, into: &writer)
        writer.output.append(ASCII.space)
    }

    mutating func cell(_ cell: Document.Table.Cell) {
        writer.output.append("| ")
        writer.write(cell)
        writer.output.append(ASCII.space)
    }

    mutating func cell(words: String) {
        writer.output.append("| ")
        if !words.isEmpty { writer.writeCell(plain: words) }
        writer.output.append(ASCII.space)
    }

    mutating func endRow() {
        writer.output.append("|\n")
        writer.output.drain(into: &sink.pointee)
    }

    mutating func end() {}

    private mutating func beginTable() {
        guard !isInTable else { return }
        isInTable = true
        writer.output.lineFeed()
        if table.hidesCaption, let head { return writer.output.bytes.append(contentsOf: head) }
        let start = writer.output.bytes.count
        renderer.writeHead(
            of: table.table(caption: caption),
            columnCount: columnCount,
            into: &writer.output
        )
        head = Array(writer.output.bytes[start...])
    }

    private mutating func write(_ block: Document.Block) {
        writer.output.lineFeed()
        renderer.write(block, into: &writer.output, sink: &sink.pointee)
    }
}

extension PlanTable {
    /// Writes a cell; most are one text, for which no cell is made.
    fileprivate func write(_ column: Int, of place: Int, into writer: inout ProseMarkdown) {
        switch templates[column].onlyField {
        case .number:
            writer.writeCell(plain: cells.items[place].number ?? ItemReference.noneAlone)
        case .timescale: writer.writeCell(plain: cells.items[place].timescale.words)
        case .status: writer.writeCell(plain: cells.statusWords(of: place))
        case .text where cells.items[place].notes.isEmpty && cells.layout.afterText.isEmpty:
            writer.writeCell(cells.items[place].text)
        case .leads: writer.writeCell(cells.items[place].leads.words)
        case .progress where !cells.saysCompletion:
            let last = cells.items[place].progress.count - 1
            if last >= 0 { writer.writeCell(cells.items[place].progress[last].text) }
        default: writer.write(cells.cell(templates[column], of: place))
        }
    }
}
