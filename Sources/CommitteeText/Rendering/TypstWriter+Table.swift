// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension TypstWriter {
    mutating func write(_ table: Document.Table) {
        let count = table.columnCount
        guard count > 0 else { return }
        if !table.caption.isEmpty, !table.hidesCaption {
            output.append("#block(sticky: true, strong(")
            string(table.caption)
            output.append("))\n")
        }
        output.append("#table(columns: (")
        for share in table.shares(lineLength: lineLength) {
            output.append(share)
            output.append("fr, ")
        }
        output.append("),\ntable.header(\n")
        var walker = TableWalker(columnCount: count)
        for (index, cells) in table.headerRows.enumerated() {
            write(
                walker.lay(cells, remaining: table.headerRows.count - index),
                of: table,
                isHead: true
            )
        }
        walker.reset()
        let headings = (0..<count).map { column in
            Document.Table.Cell.text(
                column < table.columns.count ? table.columns[column].heading : ""
            )
        }
        write(walker.lay(headings, remaining: 1), of: table, isHead: true)
        output.append("),\n")
        walker.reset()
        let remaining = table.remainingRows
        for (index, row) in table.rows.enumerated() {
            switch row {
            case .section(let words, _):
                walker.reset()
                output.append("table.cell(colspan: ")
                output.append(count)
                output.append(", fill: rgb(\"#eef1f4\"), strong(")
                content([.text(words.singleLine)])
                output.append(")),\n")
            case .cells(let cells):
                write(walker.lay(cells, remaining: remaining[index]), of: table, isHead: false)
            }
        }
        output.append(")\n")
    }

    private mutating func write(
        _ slots: [TableWalker.Slot],
        of table: Document.Table,
        isHead: Bool
    ) {
        for (column, slot) in slots.enumerated() {
            guard case .origin(let columns, let rows) = slot.kind else { continue }
            output.append("table.cell(")
            if columns > 1 {
                output.append("colspan: ")
                output.append(columns)
                output.append(", ")
            }
            if rows > 1 {
                output.append("rowspan: ")
                output.append(rows)
                output.append(", ")
            }
            switch table.alignment(of: column) {
            case .start: break
            case .center: output.append("align: center, ")
            case .end: output.append("align: end, ")
            }
            let colour = isHead ? nil : Self.colour(of: slot.cell)
            if let colour {
                output.append("fill: rgb(\"")
                output.append(words: colour.background.hexadecimal)
                output.append("\"), ")
            } else if isHead {
                output.append("fill: rgb(\"#dde5ed\"), ")
            }
            let isRowHead = column < table.columns.count && table.columns[column].isRowHeader
            write(slot.cell, colour: colour, isStrong: isHead || isRowHead)
            output.append("),\n")
        }
    }

    /// The colour of the only status that a cell shows.
    private static func colour(of cell: Document.Table.Cell) -> StatusColour? {
        let statuses = cell.contents.compactMap { content in
            if case .status(let status) = content { status } else { nil }
        }
        return statuses.count == 1 ? statuses[0].colour : nil
    }

    private mutating func write(
        _ cell: Document.Table.Cell,
        colour: StatusColour?,
        isStrong: Bool
    ) {
        if let colour {
            output.append("text(fill: rgb(\"")
            output.append(words: colour.foreground.hexadecimal)
            output.append("\"), ")
        }
        output.append("{\n")
        for content in cell.contents {
            let isStatus = if case .status = content { true } else { false }
            output.append(isStrong || isStatus ? "strong({" : "{")
            let blocks = content.asProse.normalized.blocks
            // One paragraph needs no block of its own in a cell.
            if cell.contents.count == 1, blocks.count == 1, case .paragraph(let inlines) = blocks[0]
            {
                self.content(inlines)
            } else {
                writeBlocks(blocks)
            }
            output.append(isStrong || isStatus ? "})\n" : "}\n")
        }
        output.append(colour == nil ? "}" : "})")
    }
}
