// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension HTMLWriter {
    /// From how many columns on a table scrolls on its own.
    private static let wideColumnCount = 4

    mutating func write(_ table: Document.Table, sink: inout some ByteSink) {
        let count = table.columnCount
        guard count > 0 else { return }
        let part = nextPart()
        let isWide = count >= Self.wideColumnCount
        if isWide {
            output.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" ")
            if table.caption.isEmpty {
                output.append("aria-label=\"Table ")
                output.append(part)
            } else if let other = regionLabel(table.caption) {
                output.append("aria-label=\"")
                writeEscaped(other)
            } else {
                output.append("aria-labelledby=\"ck-caption-")
                output.append(part)
            }
            output.append("\">\n")
        }
        output.append("<table")
        if count > 6 { output.append(" class=\"many\"") }
        writeAnchor(table.anchor)
        output.append(">\n")
        if !table.caption.isEmpty {
            output.append("<caption id=\"ck-caption-")
            output.append(part)
            output.append(table.hidesCaption ? "\" class=\"unseen\">" : "\">")
            writeEscaped(table.caption)
            output.append("</caption>\n")
        }
        writeWidths(table.columns)
        writeTableHead(table, count: count)
        writeTableRows(table, count: count, sink: &sink)
        output.append("</table>\n")
        if isWide { output.append("</div>\n") }
    }

    private mutating func writeWidths(_ columns: [Document.Table.Column]) {
        guard columns.contains(where: { $0.width != nil }) else { return }
        let known = columns.reduce(0) { $0 + ($1.width ?? 0) }
        let isComplete = columns.allSatisfy { $0.width != nil }
        // Columns without a width of their own keep at least a tenth.
        let limit = isComplete ? 100 : 90
        output.append("<colgroup>")
        for column in columns {
            guard let width = column.width else {
                output.append("<col>")
                continue
            }
            output.append("<col style=\"width:")
            output.append(isComplete || known > limit ? width * limit / known : width)
            output.append("%\">")
        }
        output.append("</colgroup>\n")
    }

    private mutating func writeTableHead(_ table: Document.Table, count: Int) {
        output.append("<thead>\n")
        var walker = TableWalker(columnCount: count)
        for (index, cells) in table.headerRows.enumerated() {
            output.append("<tr>")
            let slots = walker.lay(cells, remaining: table.headerRows.count - index)
            for slot in slots {
                guard case .origin(let columns, let rows) = slot.kind else { continue }
                let isEmpty = slot.cell.isEmpty
                output.append(isEmpty ? "<td" : "<th")
                writeSpans(columns: columns, rows: rows)
                if !isEmpty {
                    output.append(columns > 1 ? " scope=\"colgroup\"" : " scope=\"col\"")
                }
                output.append(">")
                write(slot.cell.contents)
                output.append(isEmpty ? "</td>" : "</th>")
            }
            output.append("</tr>\n")
        }
        output.append("<tr>")
        for column in 0..<count {
            let heading = column < table.columns.count ? table.columns[column].heading : ""
            if heading.isEmpty {
                output.append("<td></td>")
            } else {
                output.append("<th scope=\"col\"")
                writeAlignment(table.alignment(of: column))
                output.append(">")
                writeEscaped(heading)
                output.append("</th>")
            }
        }
        output.append("</tr>\n</thead>\n")
    }

    private mutating func writeTableRows(
        _ table: Document.Table,
        count: Int,
        sink: inout some ByteSink
    ) {
        var walker = TableWalker(columnCount: count)
        let remaining = table.remainingRows
        var isOpen = false
        for (index, row) in table.rows.enumerated() {
            switch row {
            case .section(let words, let level):
                if isOpen { output.append("</tbody>\n") }
                isOpen = true
                walker.reset()
                output.append("<tbody>\n<tr class=\"section level-")
                output.append(min(max(level, 1), 6))
                output.append("\"><th scope=\"rowgroup\" colspan=\"")
                output.append(count)
                output.append("\">")
                writeInCell(words)
                output.append("</th></tr>\n")
            case .cells(let cells):
                if !isOpen { output.append("<tbody>\n") }
                isOpen = true
                writeRow(walker.lay(cells, remaining: remaining[index]), of: table)
            }
            output.drain(into: &sink)
        }
        if isOpen { output.append("</tbody>\n") }
    }

    private mutating func writeRow(_ slots: [TableWalker.Slot], of table: Document.Table) {
        output.append("<tr>")
        for (column, slot) in slots.enumerated() {
            guard case .origin(let columns, let rows) = slot.kind else { continue }
            let isHeader =
                column < table.columns.count && table.columns[column].isRowHeader
                && !slot.cell.isEmpty
            output.append(isHeader ? "<th scope=\"row\"" : "<td")
            writeSpans(columns: columns, rows: rows)
            writeAlignment(table.alignment(of: column))
            output.append(">")
            write(slot.cell.contents)
            output.append(isHeader ? "</th>" : "</td>")
        }
        output.append("</tr>\n")
    }

    private mutating func writeSpans(columns: Int, rows: Int) {
        if columns > 1 {
            output.append(" colspan=\"")
            output.append(columns)
            output.append("\"")
        }
        if rows > 1 {
            output.append(" rowspan=\"")
            output.append(rows)
            output.append("\"")
        }
    }

    private mutating func writeAlignment(_ alignment: Document.Table.Alignment) {
        switch alignment {
        case .start: break
        case .center: output.append(" class=\"center\"")
        case .end: output.append(" class=\"end\"")
        }
    }

    private mutating func write(_ contents: [Document.Table.Content]) {
        if contents.count == 1 { return write(contents[0]) }
        for content in contents {
            output.append("<div>")
            write(content)
            output.append("</div>")
        }
    }

    private mutating func write(_ content: Document.Table.Content) {
        switch content {
        case .text(let text): writeEscaped(text)
        case .prose(let prose): writeInCell(prose)
        case .status(let status): write(status)
        case .date(let date):
            output.append("<time datetime=\"")
            output.append(words: date.description)
            output.append("\">")
            output.append(date)
            output.append("</time>")
        case .integer(let number): output.append(number)
        case .number(let number, let digits):
            output.append(words: NumberText.fixed(number, digits: digits))
        }
    }
}
