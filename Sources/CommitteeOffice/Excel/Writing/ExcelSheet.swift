// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeText

/// A sheet of a workbook, before it is written: tables of one shape, one below the other.
struct ExcelSheet {
    /// What a cell holds.
    enum Value: Hashable {
        case nothing
        case text(String)
        case integer(Int)
        case number(Double, digits: Int)
        case date(CivilDate)
        case status(StatusTag)
    }

    var name: String
    var columns: [Document.Table.Column]
    /// Whether the first column says of which part of the document a row is.
    var hasParts = false
    var rows: [[Value]] = []
    /// For each row the number of its table among the tables of the document, counted from 1.
    var tables: [Int] = []

    /// The columns that hold statuses.
    var statusColumns: [Int] {
        columns.indices.filter { column in
            rows.contains { row in
                if case .status = row[column] { true } else { false }
            }
        }
    }
}

/// The sheets and the key of a document.
struct ExcelSheets {
    /// A status and what the committee means by it.
    struct KeyLine: Hashable {
        var status: StatusTag
        var meaning: String
    }

    private(set) var sheets: [ExcelSheet] = []
    /// The statuses, each once, in the committee's order.
    private(set) var key: [KeyLine] = []
    /// The words beside the tables, and where the tables stand among them.
    private(set) var text = ExcelText()

    init(_ document: Document, keys: [Document.Legend] = []) {
        var tables: [(number: Int, table: Document.Table)] = []
        text.add(.title, document.title)
        document.forEachPiece { piece in
            switch piece {
            case .heading(let level, let words):
                if level > 1 || words != document.title { text.add(.heading(level), words) }
            case .words(let prose): text.add(prose)
            case .table(let table, let showsCaption):
                guard table.columnCount > 0 else { return }
                let caption = showsCaption ? table.caption : ""
                guard !addKey(table) else {
                    return text.add(.key, caption, part: table.columns.map(\.heading))
                }
                tables.append((tables.count + 1, table))
                text.add(.table(tables.count), caption, part: [table.caption])
            }
        }
        var shapes: [[String]] = []
        var groups: [[(number: Int, table: Document.Table)]] = []
        for table in tables {
            let shape = table.table.columns.map(\.heading)
            if let place = shapes.firstIndex(of: shape) {
                groups[place].append(table)
            } else {
                shapes.append(shape)
                groups.append([table])
            }
        }
        for group in groups { add(group, of: document) }
        let whole = keys.first { legend in
            !key.isEmpty
                && key.allSatisfy { line in
                    legend.entries.contains { $0.status.text == line.status.text }
                }
        }
        for entry in whole?.entries ?? [] { add(entry.status, entry.wording.singleLine) }
    }

    private mutating func add(_ status: StatusTag, _ meaning: String) {
        if let place = key.firstIndex(where: { $0.status.text == status.text }) {
            if key[place].meaning.isEmpty { key[place].meaning = meaning }
        } else if !status.text.isEmpty {
            key.append(KeyLine(status: status, meaning: meaning))
        }
    }

    /// Takes a table of two columns, the first of statuses, as the key; false for another one.
    private mutating func addKey(_ table: Document.Table) -> Bool {
        guard table.columnCount == 2, !table.rows.isEmpty else { return false }
        var lines: [KeyLine] = []
        for row in table.rows {
            guard case .cells(let cells) = row, cells.count == 2, cells[0].contents.count == 1,
                case .status(let status) = cells[0].contents[0]
            else { return false }
            lines.append(KeyLine(status: status, meaning: cells[1].plainText))
        }
        for line in lines { add(line.status, line.meaning) }
        return true
    }

    private mutating func add(
        _ group: [(number: Int, table: Document.Table)],
        of document: Document
    ) {
        let tables = group.map(\.table)
        let first = tables[0]
        let hasSections = tables.contains { table in
            table.rows.contains { if case .section = $0 { true } else { false } }
        }
        let hasParts = tables.count > 1 || hasSections
        let width = tables.map(\.columnCount).max() ?? 0
        var columns = (0..<width).map { column in
            column < first.columns.count ? first.columns[column] : Document.Table.Column("")
        }
        if hasParts { columns.insert("Part", at: 0) }
        let title = tables.count > 1 ? document.title : first.caption
        var sheet = ExcelSheet(
            name: freeName(title.isEmpty ? document.title : title),
            columns: columns,
            hasParts: hasParts
        )
        for (number, table) in group {
            addRows(of: table, width: width, to: &sheet)
            let added = sheet.rows.count - sheet.tables.count
            sheet.tables.append(contentsOf: repeatElement(number, count: added))
        }
        sheets.append(sheet)
    }

    private mutating func addRows(
        of table: Document.Table,
        width: Int,
        to sheet: inout ExcelSheet
    ) {
        var walker = TableWalker(columnCount: width)
        let remaining = table.remainingRows
        var part = table.caption
        for (index, row) in table.rows.enumerated() {
            switch row {
            case .section(let words, _):
                walker.reset()
                part = words.singleLine
            case .cells(let cells):
                var values = walker.lay(cells, remaining: remaining[index]).map { slot in
                    // What covers several rows stands in each, so that a filter finds it.
                    if case .right = slot.kind {
                        ExcelSheet.Value.nothing
                    } else {
                        Self.value(slot.cell)
                    }
                }
                for case .status(let status) in values { add(status, "") }
                if sheet.hasParts { values.insert(part.isEmpty ? .nothing : .text(part), at: 0) }
                sheet.rows.append(values)
            }
        }
    }

    private static func value(_ cell: Document.Table.Cell) -> ExcelSheet.Value {
        let contents = cell.contents
        guard contents.count == 1 else {
            let text = contents.map(\.asProse.plainText).joined(separator: "\n")
            return text.isEmpty ? .nothing : .text(text)
        }
        switch contents[0] {
        case .integer(let number): return .integer(number)
        case .number(let number, let digits) where number.isFinite:
            return .number(number, digits: digits)
        case .date(let date): return .date(date)
        case .status(let status): return .status(status)
        default: return .text(cell.plainText)
        }
    }

    /// A name for a sheet that Excel allows and that is not taken: 31 characters, without six marks.
    private func freeName(_ title: String) -> String {
        let allowed = title.map { "[]:*?/\\'".contains($0) || $0.isNewline ? " " : $0 }
        let name = String(allowed.split(separator: " ").joined(separator: " ").prefix(31))
        let base = name.isEmpty ? "Table" : name
        let taken = Set(sheets.map { $0.name.lowercased() }).union([
            "key", "text", "how to return this",
        ])
        guard taken.contains(base.lowercased()) else { return base }
        for number in 2... {
            let numbered = "\(base.prefix(26)) (\(number))"
            if !taken.contains(numbered.lowercased()) { return numbered }
        }
        return base
    }
}
