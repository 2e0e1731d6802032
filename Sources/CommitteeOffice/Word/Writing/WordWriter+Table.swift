// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CommitteeKit
import CommitteeText

extension WordWriter {
    mutating func write(_ table: Document.Table) {
        let count = table.columnCount
        guard count > 0 else { return }
        if !table.caption.isEmpty, !table.hidesCaption {
            write([.text(table.caption)], as: .caption)
        }
        let shares = table.shares(lineLength: room.lineLength)
        var widths = shares.map { room.text * $0 / 10_000 }
        widths[count - 1] += room.text - widths.reduce(0, +)
        let mark = table.anchor.flatMap { openBookmark($0) }
        open(table, widths: widths)
        var grid = WordGrid(widths: widths)
        for (index, cells) in table.headerRows.enumerated() {
            let slots = grid.walker.lay(cells, remaining: table.headerRows.count - index)
            write(slots, of: table, in: &grid, isHeading: true)
        }
        grid.reset()
        let headings = (0..<count).map { column in
            Document.Table.Cell.text(
                column < table.columns.count ? table.columns[column].heading : ""
            )
        }
        write(grid.walker.lay(headings, remaining: 1), of: table, in: &grid, isHeading: true)
        let remaining = table.remainingRows
        for (index, row) in table.rows.enumerated() {
            switch row {
            case .section(let words, let level):
                grid.reset()
                writeSection(words, level: level, columns: count)
            case .cells(let cells):
                grid.reset(ifFirst: index == 0)
                let slots = grid.walker.lay(cells, remaining: remaining[index])
                write(slots, of: table, in: &grid, isHeading: false)
            }
        }
        body.raw("</w:tbl>\n")
        if let mark { closeBookmark(mark) }
        // Word joins tables between which nothing stands.
        body.raw("<w:p><w:pPr><w:pStyle w:val=\"TableGap\"/></w:pPr></w:p>\n")
    }

    private mutating func open(_ table: Document.Table, widths: [Int]) {
        body.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"CommitteeTable\"/><w:tblW w:w=\"")
        body.number(room.text)
        body.raw("\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>")
        let hasRowHeadings = table.columns.first?.isRowHeader ?? false
        body.raw("<w:tblLook w:val=\"")
        body.raw(hasRowHeadings ? "06A0" : "0620")
        body.raw("\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"")
        body.raw(hasRowHeadings ? "1" : "0")
        body.raw("\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>")
        if !table.caption.isEmpty {
            body.raw("<w:tblCaption w:val=\"")
            body.words(table.caption)
            body.raw("\"/>")
        }
        body.raw("</w:tblPr><w:tblGrid>")
        for width in widths {
            body.raw("<w:gridCol w:w=\"")
            body.number(width)
            body.raw("\"/>")
        }
        body.raw("</w:tblGrid>\n")
    }

    private mutating func writeSection(_ words: Prose, level: Int, columns: Int) {
        body.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"")
        body.number(room.text)
        body.raw("\" w:type=\"dxa\"/>")
        span(columns)
        body.raw("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF1F4\"/></w:tcPr>")
        let level = min(max(level, 1), 6)
        let blocks = words.normalized.blocks
        for case .paragraph(let inlines) in blocks { write(inlines, as: .section(level)) }
        let lists = blocks.filter { if case .list = $0 { true } else { false } }
        write(Prose(blocks: lists), in: .cell(alignment: .start, colour: nil))
        endCell(isEmpty: blocks.isEmpty || !lists.isEmpty)
        body.raw("</w:tr>\n")
    }

    private mutating func span(_ columns: Int) {
        guard columns > 1 else { return }
        body.raw("<w:gridSpan w:val=\"")
        body.number(columns)
        body.raw("\"/>")
    }

    /// Ends a cell, which must end with a paragraph.
    private mutating func endCell(isEmpty: Bool) {
        if isEmpty { body.raw("<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr></w:p>") }
        body.raw("</w:tc>\n")
    }

    private mutating func write(
        _ slots: [TableWalker.Slot],
        of table: Document.Table,
        in grid: inout WordGrid,
        isHeading: Bool
    ) {
        body.raw("<w:tr>")
        if isHeading {
            body.raw("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
        } else if grid.height(of: slots) <= 10 {
            body.raw("<w:trPr><w:cantSplit/></w:trPr>")
        }
        var column = 0
        while column < slots.count {
            let slot = slots[column]
            let (columns, merge) = grid.place(slot, at: column)
            body.raw("<w:tc><w:tcPr><w:tcW w:w=\"")
            body.number(grid.widths[column..<(column + columns)].reduce(0, +))
            body.raw("\" w:type=\"dxa\"/>")
            span(columns)
            switch merge {
            case .none: break
            case .begins: body.raw("<w:vMerge w:val=\"restart\"/>")
            case .goesOn: body.raw("<w:vMerge/>")
            }
            if merge == .goesOn {
                body.raw("</w:tcPr>")
                endCell(isEmpty: true)
            } else {
                write(slot.cell, at: column, of: table, isHeading: isHeading)
            }
            column += columns
        }
        body.raw("</w:tr>\n")
    }

    private mutating func write(
        _ cell: Document.Table.Cell,
        at column: Int,
        of table: Document.Table,
        isHeading: Bool
    ) {
        let contents = cell.contents
        var colour: String?
        // A cell with one status is filled with its colour.
        let statuses = contents.compactMap { content in
            if case .status(let status) = content { status } else { nil }
        }
        if statuses.count == 1, let pigment = statuses[0].colour {
            colour = Self.digits(pigment.foreground)
            body.raw("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"")
            body.raw(Self.digits(pigment.background))
            body.raw("\"/>")
        }
        body.raw("</w:tcPr>")
        let alignment = table.alignment(of: column)
        let isRowHeading = column < table.columns.count && table.columns[column].isRowHeader
        var isEmpty = true
        for content in contents {
            let prose = content.asProse.normalized
            guard !prose.blocks.isEmpty else { continue }
            isEmpty = false
            var text = isHeading || isRowHeading ? WordCellText.heading : .plain
            if case .status = content { text = .status }
            write(prose, in: .cell(text, alignment: alignment, colour: colour))
        }
        endCell(isEmpty: isEmpty)
    }

    private static func digits(_ pigment: Pigment) -> String {
        String(pigment.hexadecimal.dropFirst()).uppercased()
    }
}

/// The grid of a table that is being written.
private struct WordGrid {
    enum Merge {
        case none
        case begins
        case goesOn
    }

    let widths: [Int]
    var walker: TableWalker
    /// For each column at which a cell of several rows begins, how many columns it covers.
    private var merged: [Int: Int] = [:]

    init(widths: [Int]) {
        self.widths = widths
        walker = TableWalker(columnCount: widths.count)
    }

    /// Forgets the cells from above.
    mutating func reset(ifFirst isFirst: Bool = true) {
        guard isFirst else { return }
        walker.reset()
        merged = [:]
    }

    /// How many columns a place covers, and how it belongs to places above and below.
    mutating func place(_ slot: TableWalker.Slot, at column: Int) -> (Int, Merge) {
        switch slot.kind {
        case .origin(let columns, let rows):
            merged[column] = rows > 1 ? columns : nil
            return (max(columns, 1), rows > 1 ? .begins : .none)
        case .below: return (min(merged[column] ?? 1, widths.count - column), .goesOn)
        case .right: return (1, .none)
        }
    }

    /// About how many lines a row has.
    func height(of slots: [TableWalker.Slot]) -> Int {
        var most = 1
        for (column, slot) in slots.enumerated() {
            guard case .origin(let columns, _) = slot.kind else { continue }
            let width = widths[column..<(column + columns)].reduce(0, +)
            let room = max((width - 160) / WordRoom.letter, 1)
            let lines = slot.cell.plainText.utf8.split(separator: 0x0A).reduce(0) {
                $0 + $1.count / room + 1
            }
            most = max(most, lines)
        }
        return most
    }
}
#endif
