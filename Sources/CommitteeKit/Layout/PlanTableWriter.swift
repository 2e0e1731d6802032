// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes the plan's own table: headings, section rows, and a row for every action.
struct PlanTableWriter {
    private let columns: [Column]
    private let headers: [Document.Table.Column]
    private let headings: [Int: (heading: LevelHeading, template: ItemTemplate)]
    private let actionLevel: Int
    private let hidesCaption: Bool
    private let cells: ItemCells
    private let computed: [Int: [String: String]]
    private let firstActions: [String: Int]

    private var written: [Document.Block] = []
    private var rows: [Document.Table.Row] = []
    private var caption = ""

    /// A column with its template read.
    private struct Column {
        var template: ItemTemplate
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
        computed: [Int: [String: String]]
    ) {
        let actionLevel = layout.actionLevel
        columns = layout.columns.map { column in
            let level = (0..<actionLevel).first { level in
                column.cell.gaps.contains { layout.gap($0, isOf: level) }
            }
            return Column(
                template: ItemTemplate(column.cell, in: layout),
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
        cells = ItemCells(items: plan.items, scheme: scheme, layout: layout)
        var firstActions: [String: Int] = [:]
        if columns.contains(where: \.hasHeading) {
            for (place, item) in plan.items.enumerated() where item.level == actionLevel {
                guard let parent = item.parent, firstActions[parent] == nil else { continue }
                firstActions[parent] = place
            }
        }
        self.firstActions = firstActions
    }

    /// Writes the blocks.
    ///
    /// - Complexity: O(*n*) in the number of items.
    mutating func blocks() -> [Document.Block] {
        written = []
        rows = []
        caption = "Actions"
        var open = OpenItems()
        var fresh: [Int] = []
        let items = cells.items
        for place in items.indices {
            let level = items[place].level
            open.open(place, at: level)
            if level == actionLevel {
                addRow(place, open: open, fresh: fresh)
                fresh = []
            } else if let (heading, template) = headings[level] {
                fresh.removeAll { $0 >= level }
                addHeading(place, heading, template)
            } else {
                fresh.append(level)
                let next = place + 1 < items.count ? items[place + 1].level : -1
                if next <= level {
                    addRow(nil, open: open, fresh: fresh)
                    fresh = []
                }
            }
        }
        flush()
        return written
    }

    private mutating func flush() {
        guard !rows.isEmpty else { return }
        written.append(
            .table(
                Document.Table(
                    caption: caption,
                    columns: headers,
                    rows: rows,
                    hidesCaption: hidesCaption
                )
            )
        )
        rows = []
    }

    private mutating func addHeading(
        _ place: Int,
        _ heading: LevelHeading,
        _ template: ItemTemplate
    ) {
        let words = cells.words(template, of: place).trimmingSpace
        let level = cells.items[place].level
        if heading.isRow {
            rows.append(.section(Prose(words), level: level + 1))
        } else {
            flush()
            written.append(.heading(min(level + 2, 6), words))
            caption = words
            if heading.below == "statement", !cells.items[place].statement.isEmpty {
                written.append(.prose(cells.items[place].statement))
            } else if heading.below == "text", !cells.items[place].text.isEmpty {
                written.append(.prose(cells.items[place].text))
            }
        }
    }

    private mutating func addRow(_ action: Int?, open: OpenItems, fresh: [Int]) {
        var row: [Document.Table.Cell] = []
        row.reserveCapacity(columns.count)
        for (index, column) in columns.enumerated() {
            row.append(cell(of: column, at: index, action, open: open, fresh: fresh))
        }
        rows.append(.cells(row))
    }

    private func cell(
        of column: Column,
        at index: Int,
        _ action: Int?,
        open: OpenItems,
        fresh: [Int]
    ) -> Document.Table.Cell {
        if column.isComputed {
            return .text(action.flatMap { computed[index]?[cells.items[$0].id] } ?? "")
        }
        guard let level = column.level else {
            return action.map { cells.cell(column.template, of: $0) } ?? .empty
        }
        guard let place = open[level] else { return .empty }
        let isShown =
            column.hasHeading
            ? action != nil && firstActions[cells.items[place].id] == action
            : fresh.contains(level)
        return isShown ? cells.cell(column.template, of: place) : .empty
    }
}

/// The cells that items fill.
struct ItemCells {
    let items: [PlanItem]
    let scheme: StatusScheme?
    let layout: Layout
    private let statuses: [String: StatusTag]
    private let completion: CompletionWords?
    private let hasExits: Bool

    init(items: [PlanItem], scheme: StatusScheme?, layout: Layout) {
        self.items = items
        self.scheme = scheme
        self.layout = layout
        statuses = Dictionary(
            (scheme?.keys ?? []).map { ($0.letter, $0.tag) },
            uniquingKeysWith: { first, _ in first }
        )
        completion = layout.completion.flatMap { $0.field == "progress" ? $0 : nil }
        hasExits = !layout.exits.isEmpty
    }

    /// A template filled for an item, each field on one line.
    func words(_ template: ItemTemplate, of place: Int) -> String {
        words(template.parts[...], of: place)
    }

    private func words(_ parts: ArraySlice<ItemTemplate.Part>, of place: Int) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .words(let words): text += words
            case .field(let field): text += words(field, of: place) ?? ""
            }
        }
        return text
    }

    private func words(_ field: LayoutField, of place: Int) -> String? {
        switch field {
        case .number: items[place].number
        case .text: items[place].text.singleLine
        case .leads: items[place].leads.words.singleLine
        case .timescale: items[place].timescale.words
        case .status: items[place].status?.printed
        default: nil
        }
    }

    /// What a column's cell holds.
    func cell(_ template: ItemTemplate, of place: Int) -> Document.Table.Cell {
        guard case .field(let last)? = template.parts.last else {
            return .text(words(template, of: place))
        }
        if template.parts.count == 1 { return cell(last, of: place) }
        let prefix = words(template.parts.dropLast(), of: place)
        return .prose(prose(last, of: place).prefixed(by: prefix))
    }

    private func cell(_ field: LayoutField, of place: Int) -> Document.Table.Cell {
        switch field {
        case .number: return items[place].number.map { .text($0) } ?? .empty
        case .timescale: return .text(items[place].timescale.words)
        case .status: return status(of: place)
        default:
            let text = prose(field, of: place)
            return text.isEmpty ? .empty : .prose(text)
        }
    }

    /// The status; the words for an exit, unless the status printed says so itself.
    private func status(of place: Int) -> Document.Table.Cell {
        if hasExits, let exit = items[place].exit, let words = layout.words(for: exit),
            items[place].status.flatMap({ layout.exit(reading: $0.printed, on: exit.on) }) == nil
        {
            return .text(words)
        }
        guard let printed = items[place].status?.printed else { return .empty }
        return statuses[printed].map { .status($0) } ?? .text(printed)
    }

    private func prose(_ field: LayoutField, of place: Int) -> Prose {
        switch field {
        case .local(let name): return items[place].local[name] ?? Prose()
        case .text: return items[place].notes.reduce(items[place].text) { $0.appending($1) }
        case .statement: return items[place].statement
        case .leads: return items[place].leads.words
        case .progress: return progress(of: place)
        case .evidence: return items[place].evidence
        case .expectedImpact: return items[place].expectedImpact
        case .notes: return items[place].notes.reduce(Prose()) { $0.appending($1) }
        case .number: return Prose(items[place].number ?? "")
        case .timescale, .status, .unknown: return Prose()
        }
    }

    private func progress(of place: Int) -> Prose {
        let text = items[place].latestProgress
        guard let completion else { return text }
        let phrase: String?
        switch items[place].completion {
        case .completed: phrase = completion.completed.first
        case .ongoing: phrase = completion.ongoing.first
        case .notStated, .notKnown: phrase = nil
        }
        return phrase.map { text.appending(Prose($0)) } ?? text
    }
}

extension Prose {
    /// The prose with words before its first paragraph.
    func prefixed(by words: String) -> Prose {
        guard !words.isEmpty else { return self }
        guard case .paragraph(let inlines)? = blocks.first else {
            return Prose(blocks: [.paragraph([.text(words)])] + blocks)
        }
        return Prose(blocks: [.paragraph([.text(words)] + inlines)] + blocks.dropFirst()).normalized
    }
}
