// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A plan's own table, walked in printed order: headings, section rows, and a row for every action.
///
/// The walk makes nothing of its own. Whatever it meets goes to a ``PlanTableOutput``, which makes
/// the blocks of a document of it, or bytes.
struct PlanTable {
    let headers: [Document.Table.Column]
    let hidesCaption: Bool
    let cells: ItemCells
    let layout: Layout
    /// The template of each column.
    let templates: [ItemTemplate]
    private let columns: [Column]
    private let headings: [Int: (heading: LevelHeading, template: ItemTemplate)]
    private let actionLevel: Int
    private let computed: LayoutCells
    private let firstActions: [String: Int]

    /// A column with its template read.
    private struct Column {
        var isComputed: Bool
        /// The level above the actions that it speaks of.
        var level: Int?
        /// Whether that level is written as headings, so that its first action says it.
        var hasHeading = false
    }

    /// The items that stand open above a row, by their level; places in the plan's table.
    private struct OpenItems {
        private var entries: [(level: Int, place: Int)] = []

        mutating func open(_ place: Int, at level: Int) {
            while let last = entries.last, last.level >= level { entries.removeLast() }
            entries.append((level, place))
        }

        subscript(level: Int) -> Int? { entries.first { $0.level == level }?.place }
    }

    init(
        layout: Layout,
        scheme: StatusScheme?,
        plan: Plan,
        edition: Edition,
        computed: LayoutCells
    ) {
        self.layout = layout
        let actionLevel = layout.actionLevel
        templates = ItemTemplate.all(layout.columns, in: layout)
        columns = layout.columns.map { column in
            let level = (0..<actionLevel).first { level in
                column.cell.gaps.contains { layout.gap($0, isOf: level) }
            }
            return Column(
                isComputed: column.isComputed,
                level: level,
                hasHeading: level.map { layout.headings[$0] != nil } ?? false
            )
        }
        let date = plan.statedFact("progress") ?? edition.asOf.formatted("d MMMM yyyy")
        headers = layout.columns.map { column in
            Document.Table.Column(column.header.filled { _ in date })
        }
        headings = layout.headings.mapValues { ($0, ItemTemplate($0.template, in: layout)) }
        hidesCaption = layout.headings.values.contains { !$0.isRow }
        self.actionLevel = actionLevel
        self.computed = computed
        // What an item has from one above is written there, where the layout reads it so.
        let items = layout.inherits.isEmpty ? plan.items : plan.asSaid.items
        cells = ItemCells(items: items, scheme: scheme, layout: layout)
        var firstActions: [String: Int] = [:]
        if columns.contains(where: \.hasHeading) {
            for (place, item) in items.enumerated() where item.level == actionLevel {
                guard let parent = item.parent, firstActions[parent] == nil else { continue }
                firstActions[parent] = place
            }
        }
        self.firstActions = firstActions
    }

    /// Walks the table.
    ///
    /// - Complexity: O(*n*) in the number of items, times the number of columns.
    func write(into output: inout some PlanTableOutput) {
        var open = OpenItems()
        var fresh: [Int] = []
        var next = 0
        for place in cells.items.indices where place >= next {
            let level = cells.items[place].level
            open.open(place, at: level)
            if level == actionLevel {
                next = endOfRow(from: place)
                writeRow(place, open: open, fresh: fresh, until: next, into: &output)
                for row in rows(below: next - 1) { output.section(row, level: level + 1) }
                fresh.removeAll(keepingCapacity: true)
            } else if let (heading, template) = headings[level] {
                fresh.removeAll { $0 >= level }
                write(place, heading, template, into: &output)
            } else {
                fresh.append(level)
                let next = place + 1 < cells.items.count ? cells.items[place + 1].level : -1
                if next <= level {
                    writeRow(nil, open: open, fresh: fresh, into: &output)
                    fresh.removeAll(keepingCapacity: true)
                }
            }
        }
        output.end()
    }

    private func write(
        _ place: Int,
        _ heading: LevelHeading,
        _ template: ItemTemplate,
        into output: inout some PlanTableOutput
    ) {
        let level = cells.items[place].level
        let words =
            computed.headings[level]?[cells.items[place].id]
            ?? cells.words(template, of: place).trimmingSpace
        let lines = lines(of: place, below: heading)
        guard !heading.isRow else {
            output.section(words, level: level + 1)
            for line in lines { output.section(line, level: level + 1) }
            return
        }
        var below = Prose()
        if heading.below == "statement" {
            below = cells.items[place].statement
        } else if heading.below == "text" {
            below = cells.items[place].text
        }
        below = Prose(blocks: lines.map { .paragraph([.text($0)]) } + below.blocks)
        output.heading(words, level: min(level + 2, 6), below: below)
    }

    private func writeRow(
        _ action: Int?,
        open: OpenItems,
        fresh: [Int],
        until end: Int = 0,
        into output: inout some PlanTableOutput
    ) {
        output.beginRow()
        for index in columns.indices {
            guard !columns[index].isComputed else {
                let words = action.flatMap { computed.columns[index]?[cells.items[$0].id] }
                output.cell(words: words ?? "")
                continue
            }
            if let action, end > action + 1, columns[index].level == nil {
                output.cell(cell(index, ofRow: action..<end))
            } else if let place = place(saying: index, action, open: open, fresh: fresh) {
                if let words = computed.columns[index]?[cells.items[place].id] {
                    output.cell(words: words)
                } else {
                    output.cell(index, of: place)
                }
            } else {
                output.cell(words: "")
            }
        }
        output.endRow()
    }

    /// The item of which a column's cell speaks; nil when it is empty, as below the first action of
    /// what stands above.
    private func place(
        saying index: Int,
        _ action: Int?,
        open: OpenItems,
        fresh: [Int]
    ) -> Int? {
        guard let level = columns[index].level else { return action }
        guard let place = open[level] else { return nil }
        let isShown =
            columns[index].hasHeading
            ? action != nil && firstActions[cells.items[place].id] == action
            : fresh.contains(level)
        return isShown ? place : nil
    }
}

/// Takes what a walk over a plan's table meets, in printed order.
protocol PlanTableOutput {
    /// A heading between tables, with what stands below it, which may be empty.
    mutating func heading(_ words: String, level: Int, below: Prose)
    /// A heading across the columns, for the rows that follow.
    mutating func section(_ words: String, level: Int)
    /// A row begins; its cells follow.
    mutating func beginRow()
    /// The next cell: what a column's template says of the item at a place of the plan's table.
    mutating func cell(_ column: Int, of place: Int)
    /// The next cell as it is.
    mutating func cell(_ cell: Document.Table.Cell)
    /// The next cell, with words alone; empty without words.
    mutating func cell(words: String)
    /// The row is whole.
    mutating func endRow()
    /// The plan's table is whole.
    mutating func end()
}

/// Makes the blocks of a document of a plan's table.
struct PlanTableBlocks: PlanTableOutput {
    private(set) var blocks: [Document.Block] = []
    let table: PlanTable
    private var rows: [Document.Table.Row] = []
    private var row: [Document.Table.Cell] = []
    private var caption = PlanTable.caption

    init(_ table: PlanTable) {
        self.table = table
    }

    mutating func heading(_ words: String, level: Int, below: Prose) {
        end()
        blocks.append(.heading(level, words))
        caption = words
        if !below.isEmpty { blocks.append(.prose(below)) }
    }

    mutating func section(_ words: String, level: Int) {
        rows.append(.section(Prose(words), level: level))
    }

    mutating func beginRow() {
        row = []
        row.reserveCapacity(table.headers.count)
    }

    mutating func cell(_ column: Int, of place: Int) {
        row.append(table.cells.cell(table.templates[column], of: place))
    }

    mutating func cell(_ cell: Document.Table.Cell) {
        row.append(cell)
    }

    mutating func cell(words: String) {
        row.append(.text(words))
    }

    mutating func endRow() {
        rows.append(.cells(row))
    }

    mutating func end() {
        guard !rows.isEmpty else { return }
        blocks.append(.table(table.table(caption: caption, rows: rows)))
        rows = []
    }
}

extension PlanTable {
    /// The caption of actions that stand below no heading.
    static let caption = "Actions"

    /// The table of a document, with these rows.
    func table(caption: String, rows: [Document.Table.Row] = []) -> Document.Table {
        Document.Table(
            caption: caption,
            columns: headers,
            rows: rows,
            hidesCaption: hidesCaption
        )
    }
}
