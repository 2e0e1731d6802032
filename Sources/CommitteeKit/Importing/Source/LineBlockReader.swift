// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Reads Markdown, and text whose tables are tabbed lines, line by line.
struct LineBlockReader {
    /// Whether a line with a tab is a row, instead of a line that is indented.
    let hasTabbedRows: Bool
    let lines: [String]
    var builder: SourceBuilder

    private var index = 0
    private var comments: CommentStripper
    private var open: Open?
    private var rows: [SourceRow] = []
    private var indents: [Int] = []

    /// A paragraph or list item that the next line may continue.
    private struct Open {
        var item: (marker: String, depth: Int)?
        var text: String
        var line: Int
        var endLine: Int
        var endsWithBreak: Bool
    }

    init(lines: [String], hasTabbedRows: Bool, builder: SourceBuilder) {
        self.lines = lines
        self.hasTabbedRows = hasTabbedRows
        self.builder = builder
        comments = CommentStripper(lines: lines)
    }

    mutating func read() throws(SourceError) -> SourceBuilder {
        while index < lines.count {
            let raw = Array(lines[index].utf8)
            let bytes = comments.strip(raw, line: index + 1, into: &builder)
            index += 1
            guard let bytes else { continue }
            try readLine(bytes[...], number: index)
        }
        closeTable()
        closeText()
        return builder
    }

    private mutating func readLine(_ bytes: ArraySlice<UInt8>, number: Int) throws(SourceError) {
        let line = SourceByte.trimmed(bytes)
        guard !line.isEmpty else {
            closeText()
            if !hasTabbedRows { closeTable() }
            return
        }
        if hasTabbedRows, bytes.contains(SourceByte.tab) {
            closeText()
            try addTabbedRow(bytes, number: number)
            return
        }
        if !hasTabbedRows, try readPipeRow(line, number: number) { return }
        closeTable()
        if !hasTabbedRows, SourceByte.hasPrefix(line, "<table") {
            closeText()
            try readEmbeddedTable(from: number)
            return
        }
        readProse(line, bytes: bytes, number: number)
    }

    // MARK: Rows

    private mutating func addTabbedRow(
        _ bytes: ArraySlice<UInt8>,
        number: Int
    ) throws(SourceError) {
        let raws = bytes.split(separator: SourceByte.tab, omittingEmptySubsequences: false)
        rows.append(try builder.makeRow(raws.map { SourceByte.text($0) }, line: number))
    }

    /// Reads a row of a pipe table; returns whether the line was one.
    private mutating func readPipeRow(
        _ line: ArraySlice<UInt8>,
        number: Int
    ) throws(SourceError) -> Bool {
        if !rows.isEmpty {
            if PipeRow.isAlignmentRow(line), rows.count == 1 {
                rows[0].isHeaderMarked = true
                return true
            }
            guard PipeRow.hasPipe(line) else { return false }
            rows.append(try pipeRow(line, number: number))
            return true
        }
        let isHeading = PipeRow.hasPipe(line) && isAlignmentRow(at: number)
        guard isHeading || PipeRow.isFramed(line) else { return false }
        closeText()
        rows.append(try pipeRow(line, number: number))
        return true
    }

    private func isAlignmentRow(at index: Int) -> Bool {
        lines.indices.contains(index)
            && PipeRow.isAlignmentRow(SourceByte.trimmed(Array(lines[index].utf8)[...]))
    }

    private mutating func pipeRow(
        _ line: ArraySlice<UInt8>,
        number: Int
    ) throws(SourceError) -> SourceRow {
        let raws = PipeRow.cells(of: line)
        try builder.count(cells: raws.count, line: number)
        var mix = ScriptMix()
        for raw in raws { mix.add(raw) }
        var row = SourceRow(line: number, cells: [])
        for (index, raw) in raws.enumerated() {
            row.cells.append(
                try builder.makeCell(
                    raw,
                    text: PipeRow.markup(of: raw),
                    line: number,
                    number: index + 1,
                    mix: mix
                )
            )
        }
        return row
    }

    private mutating func closeTable() {
        guard !rows.isEmpty else { return }
        builder.blocks.append(.table(SourceTable(rows: rows)))
        rows = []
    }

    /// Hands the lines of an HTML table within Markdown to the reader of HTML.
    private mutating func readEmbeddedTable(from number: Int) throws(SourceError) {
        var bytes: [UInt8] = []
        var next = number - 1
        while next < lines.count {
            bytes.append(contentsOf: lines[next].utf8)
            bytes.append(SourceByte.newline)
            next += 1
            if lines[next - 1].lowercased().contains("</table") { break }
        }
        index = next
        var reader = HTMLBlockReader(bytes: bytes, firstLine: number, builder: builder)
        // Given away, so that the reader does not copy all blocks so far.
        builder = SourceBuilder(name: builder.name, limits: builder.limits)
        builder = try reader.read()
    }

    // MARK: Prose

    private mutating func readProse(
        _ line: ArraySlice<UInt8>,
        bytes: ArraySlice<UInt8>,
        number: Int
    ) {
        if let heading = LineMarker.heading(line) {
            closeText()
            addHeading(level: heading.level, text: heading.text, number: number)
        } else if !hasTabbedRows, let fence = LineMarker.fence(line) {
            closeText()
            readFence(fence, label: line.dropFirst(fence.count), opened: number)
        } else if let level = underlineLevel(of: line) {
            closeText(asHeading: level)
        } else if LineMarker.isRule(line) {
            closeText()
        } else if let item = LineMarker.item(line), mayBegin(item) {
            closeText()
            openItem(item, indent: indent(of: bytes), bytes: bytes, number: number)
        } else {
            continueText(withoutQuote(line), bytes: bytes, number: number)
        }
    }

    private func underlineLevel(of line: ArraySlice<UInt8>) -> Int? {
        guard !hasTabbedRows, let open, open.item == nil else { return nil }
        return LineMarker.underline(line)
    }

    /// Whether a marker may begin an item here.
    ///
    /// A number only begins a list within a paragraph when it is 1: "2018. " may be wrapped text.
    private func mayBegin(_ item: LineMarker.Item) -> Bool {
        open == nil || open?.item != nil || item.isFirst
    }

    private func withoutQuote(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard !hasTabbedRows else { return line }
        var line = line
        while line.first == SourceByte.greater { line = SourceByte.trimmed(line.dropFirst()) }
        return line
    }

    private func indent(of bytes: ArraySlice<UInt8>) -> Int {
        var column = 0
        for byte in bytes {
            if byte == SourceByte.space {
                column += 1
            } else if byte == SourceByte.tab {
                column += 4 - column % 4
            } else {
                break
            }
        }
        return column
    }

    private mutating func addHeading(level: Int, text: ArraySlice<UInt8>, number: Int) {
        indents = []
        let cleaned = builder.clean(SourceByte.text(text), line: number).text
        builder.blocks.append(.heading(level: level, text: cleaned, line: number))
    }

    private mutating func openItem(
        _ item: LineMarker.Item,
        indent: Int,
        bytes: ArraySlice<UInt8>,
        number: Int
    ) {
        while let last = indents.last, last > indent { indents.removeLast() }
        if indents.last != indent { indents.append(indent) }
        open = Open(
            item: (item.marker, indents.count - 1),
            text: "",
            line: number,
            endLine: number,
            endsWithBreak: false
        )
        continueText(item.text, bytes: bytes, number: number)
    }

    private mutating func continueText(
        _ line: ArraySlice<UInt8>,
        bytes: ArraySlice<UInt8>,
        number: Int
    ) {
        var text = line
        var endsWithBreak = bytes.suffix(2).elementsEqual([SourceByte.space, SourceByte.space])
        if text.last == SourceByte.backslash, text.dropLast().last != SourceByte.backslash {
            endsWithBreak = true
            text = text.dropLast()
        }
        let cleaned = builder.clean(SourceByte.text(text), line: number).text
        if var paragraph = open {
            // Moved out first, so that appending does not copy the text so far.
            open = nil
            if !paragraph.text.isEmpty, !cleaned.isEmpty {
                paragraph.text += paragraph.endsWithBreak ? "<br>" : " "
            }
            paragraph.text += cleaned
            paragraph.endLine = number
            paragraph.endsWithBreak = endsWithBreak
            open = paragraph
        } else {
            indents = []
            open = Open(
                item: nil,
                text: cleaned,
                line: number,
                endLine: number,
                endsWithBreak: endsWithBreak
            )
        }
    }

    private mutating func closeText(asHeading level: Int? = nil) {
        guard let paragraph = open else { return }
        open = nil
        if let level {
            builder.blocks.append(
                .heading(level: level, text: paragraph.text, line: paragraph.line)
            )
        } else if let item = paragraph.item {
            builder.blocks.append(
                .listItem(
                    marker: item.marker,
                    depth: item.depth,
                    text: paragraph.text,
                    line: paragraph.line,
                    endLine: paragraph.endLine
                )
            )
        } else if !paragraph.text.isEmpty {
            builder.blocks.append(
                .paragraph(
                    text: paragraph.text,
                    line: paragraph.line,
                    endLine: paragraph.endLine
                )
            )
        }
    }

    /// Keeps a block of code as one paragraph with its label and its line breaks.
    private mutating func readFence(
        _ fence: (byte: UInt8, count: Int),
        label: ArraySlice<UInt8>,
        opened: Int
    ) {
        let label = builder.clean(SourceByte.text(label), line: opened).text
        var kept = label.isEmpty ? [] : [label]
        var isClosed = false
        while index < lines.count, !isClosed {
            let line = SourceByte.trimmed(Array(lines[index].utf8)[...])
            index += 1
            isClosed =
                line.count >= fence.count && line.allSatisfy { $0 == fence.byte }
            if !isClosed { kept.append(builder.clean(SourceByte.text(line), line: index).text) }
        }
        if !isClosed {
            builder.find(
                .unclosedMarkup,
                line: opened,
                "The code fence on line \(opened) is never closed; the rest of the document was "
                    + "read as part of it."
            )
        }
        builder.blocks.append(
            .paragraph(text: kept.joined(separator: "<br>"), line: opened, endLine: index)
        )
    }
}
