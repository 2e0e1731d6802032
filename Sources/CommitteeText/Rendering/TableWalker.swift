// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Lays the rows of a table on a grid, so that merged cells take their places.
///
/// Rows must be given in order. A cell never covers more than the table has, nor a place that a
/// cell from above covers already.
package struct TableWalker {
    /// A place of the grid.
    package struct Slot {
        package enum Kind {
            /// A cell begins here and covers so many columns and rows.
            case origin(columns: Int, rows: Int)
            /// A cell of the same row that began further left covers the place.
            case right
            /// A cell of a row above covers the place.
            case below
        }

        package var cell: Document.Table.Cell
        package var kind: Kind
    }

    private let columnCount: Int
    /// For each column, the cell from above that covers it and for how many more rows.
    private var covers: [(cell: Document.Table.Cell, rows: Int)?]

    package init(columnCount: Int) {
        self.columnCount = columnCount
        covers = Array(repeating: nil, count: columnCount)
    }

    /// Forgets the cells from above, where a heading or the end of the head stands between rows.
    package mutating func reset() {
        covers = Array(repeating: nil, count: columnCount)
    }

    /// Lays one row; `remaining` is how many rows are left, with this one, for a cell to cover.
    package mutating func lay(_ cells: [Document.Table.Cell], remaining: Int) -> [Slot] {
        var slots: [Slot] = []
        slots.reserveCapacity(columnCount)
        var next = cells.startIndex
        while slots.count < columnCount {
            let column = slots.count
            if let cover = covers[column] {
                slots.append(Slot(cell: cover.cell, kind: .below))
                covers[column] = cover.rows > 1 ? (cover.cell, cover.rows - 1) : nil
                continue
            }
            guard next < cells.endIndex else {
                slots.append(Slot(cell: .empty, kind: .origin(columns: 1, rows: 1)))
                continue
            }
            place(cells[next], remaining: remaining, in: &slots)
            next += 1
        }
        return slots
    }

    private mutating func place(
        _ cell: Document.Table.Cell,
        remaining: Int,
        in slots: inout [Slot]
    ) {
        let start = slots.count
        let rows = min(cell.rowSpan, max(remaining, 1))
        var end = start + 1
        while end < columnCount, end - start < cell.columnSpan, covers[end] == nil { end += 1 }
        slots.append(Slot(cell: cell, kind: .origin(columns: end - start, rows: rows)))
        for column in start..<end {
            if column > start { slots.append(Slot(cell: cell, kind: .right)) }
            covers[column] = rows > 1 ? (cell, rows - 1) : nil
        }
    }
}

extension Document.Table {
    /// How many columns the grid has: those declared, or more when a row needs them.
    package var columnCount: Int {
        var count = columns.count
        for cells in headerRows { count = max(count, cells.count) }
        for case .cells(let cells) in rows { count = max(count, cells.count) }
        return count
    }

    /// For each row, how many rows there are from it to the next heading between rows or the end.
    package var remainingRows: [Int] {
        var result = Array(repeating: 0, count: rows.count)
        var remaining = 0
        for index in rows.indices.reversed() {
            if case .cells = rows[index] { remaining += 1 } else { remaining = 0 }
            result[index] = remaining
        }
        return result
    }

    package func alignment(of column: Int) -> Alignment {
        column < columns.count ? columns[column].alignment : .start
    }

    /// The headings with those of the rows above them, for formats that have one row of headings.
    func combinedHeadings(columnCount: Int) -> [String] {
        var headings = (0..<columnCount).map { $0 < columns.count ? columns[$0].heading : "" }
        var walker = TableWalker(columnCount: columnCount)
        var groups = Array(repeating: "", count: columnCount)
        for (index, cells) in headerRows.enumerated() {
            let slots = walker.lay(cells, remaining: headerRows.count - index)
            for (column, slot) in slots.enumerated() {
                if case .below = slot.kind { continue }
                let words = slot.cell.asProse.singleLine
                if !words.isEmpty { groups[column] += words + ": " }
            }
        }
        for column in headings.indices { headings[column] = groups[column] + headings[column] }
        return headings
    }

    /// Calls a closure with each row laid on the grid, or with the heading between rows.
    func forEachRow(
        _ body: (_ slots: [TableWalker.Slot], _ section: (words: Prose, level: Int)?) -> Void
    ) {
        var walker = TableWalker(columnCount: columnCount)
        let remaining = remainingRows
        for (index, row) in rows.enumerated() {
            switch row {
            case .section(let words, let level):
                walker.reset()
                body([], (words, level))
            case .cells(let cells):
                body(walker.lay(cells, remaining: remaining[index]), nil)
            }
        }
    }
}

/// What a walk over a table's rows meets.
enum TableStep {
    /// A heading between rows.
    case section(Prose, level: Int)
    /// The next place of a row, with the cell to show there.
    case cell(Document.Table.Cell?)
    /// The end of a row of cells.
    case end
}

extension Document.Table {
    /// Whether a cell covers more than one place.
    private var hasSpans: Bool {
        rows.contains { row in
            guard case .cells(let cells) = row else { return false }
            return cells.contains { $0.columnSpan > 1 || $0.rowSpan > 1 }
        }
    }

    /// Walks the rows place by place; a table without merged cells needs no memory for it.
    ///
    /// - Complexity: O(*n*) in the number of places.
    func forEachRow(
        showing merged: MergedCells,
        columnCount: Int,
        _ body: (TableStep) -> Void
    ) {
        guard !hasSpans else {
            return forEachRow { slots, section in
                if let section { return body(.section(section.words, level: section.level)) }
                for slot in slots { body(.cell(slot.shown(merged))) }
                body(.end)
            }
        }
        for row in rows {
            switch row {
            case .section(let words, let level): body(.section(words, level: level))
            case .cells(let cells):
                for column in 0..<columnCount {
                    guard column < cells.count else {
                        body(.cell(.empty))
                        continue
                    }
                    let isHidden = merged == .blank && cells[column].isRepeated
                    body(.cell(isHidden ? nil : cells[column]))
                }
                body(.end)
            }
        }
    }
}

extension TableWalker.Slot {
    /// The cell to show here in a format without merged cells, or nil for nothing.
    func shown(_ merged: MergedCells) -> Document.Table.Cell? {
        switch (kind, merged) {
        case (.origin, .blank): cell.isRepeated ? nil : cell
        case (.origin, .repeated), (.below, .repeated), (.right, .repeated): cell
        case (.right, .blank), (.below, .blank): nil
        }
    }
}
