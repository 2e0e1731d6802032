// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes the plan's own table: headings, section rows, and a row for every action.
struct PlanTableWriter {
    let layout: Layout
    let scheme: StatusScheme?
    let plan: Plan
    let edition: Edition
    let computed: [Int: [String: String]]

    private var written: [Document.Block] = []
    private var rows: [Document.Table.Row] = []
    private var pending: [String: PlanItem] = [:]
    private var caption = ""

    init(
        layout: Layout,
        scheme: StatusScheme?,
        plan: Plan,
        edition: Edition,
        computed: [Int: [String: String]]
    ) {
        self.layout = layout
        self.scheme = scheme
        self.plan = plan
        self.edition = edition
        self.computed = computed
    }

    mutating func blocks() -> [Document.Block] {
        written = []
        rows = []
        caption = "Actions"
        var open: [Int: PlanItem] = [:]
        var fresh: Set<Int> = []
        for (index, item) in plan.items.enumerated() {
            open = open.filter { $0.key < item.level }
            open[item.level] = item
            if item.level == layout.actionLevel {
                addRow(item, open: open, fresh: fresh)
                fresh = []
            } else if let heading = layout.headings[item.level] {
                fresh = fresh.filter { $0 < item.level }
                addHeading(item, heading)
            } else {
                fresh.insert(item.level)
                let next = index + 1 < plan.items.count ? plan.items[index + 1] : nil
                if (next?.level ?? -1) <= item.level {
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
        let columns = layout.columns.map { column in
            Document.Table.Column(column.header.filled { _ in reportDate })
        }
        written.append(
            .table(
                Document.Table(
                    caption: caption,
                    columns: columns,
                    rows: rows,
                    hidesCaption: layout.headings.values.contains { !$0.isRow }
                )
            )
        )
        rows = []
    }

    /// The date that the headers give: that of the report, as the document words it.
    private var reportDate: String {
        plan.statedFact("progress") ?? edition.asOf.formatted("d MMMM yyyy")
    }

    private mutating func addHeading(_ item: PlanItem, _ heading: LevelHeading) {
        let cells = ItemCells(item: item, scheme: scheme, layout: layout)
        let words = heading.template.filled { cells.words($0) }.trimmingSpace
        if heading.isRow {
            rows.append(.section(Prose(words), level: item.level + 1))
        } else {
            flush()
            written.append(.heading(min(item.level + 2, 6), words))
            caption = words
            if heading.below == "statement", !item.statement.isEmpty {
                written.append(.prose(item.statement))
            } else if heading.below == "text", !item.text.isEmpty {
                written.append(.prose(item.text))
            }
        }
    }

    private mutating func addRow(_ action: PlanItem?, open: [Int: PlanItem], fresh: Set<Int>) {
        let cells = layout.columns.enumerated().map { index, column -> Document.Table.Cell in
            if column.isComputed {
                return .text(action.flatMap { computed[index]?[$0.id] } ?? "")
            }
            if let level = level(of: column) {
                guard let item = open[level] else { return .empty }
                if layout.headings[level] != nil {
                    return isFirstAction(action, below: item)
                        ? cell(column, of: item, at: level) : .empty
                }
                return fresh.contains(level) ? cell(column, of: item, at: level) : .empty
            }
            guard let action else { return .empty }
            return ItemCells(item: action, scheme: scheme, layout: layout).cell(column.cell)
        }
        rows.append(.cells(cells))
    }

    private func isFirstAction(_ action: PlanItem?, below item: PlanItem) -> Bool {
        guard let action else { return false }
        return plan.items.first { $0.level == layout.actionLevel && $0.parent == item.id }?.id
            == action.id
    }

    private func level(of column: LayoutColumn) -> Int? {
        (0..<layout.actionLevel).first { level in
            column.cell.gaps.contains { layout.gap($0, isOf: level) }
        }
    }

    private func cell(
        _ column: LayoutColumn,
        of item: PlanItem,
        at level: Int
    ) -> Document.Table.Cell {
        ItemCells(item: item, scheme: scheme, layout: layout).cell(column.cell)
    }
}

/// The cells of one item.
struct ItemCells {
    let item: PlanItem
    let scheme: StatusScheme?
    let layout: Layout

    /// A field's words on one line.
    func words(_ gap: String) -> String? {
        switch name(of: gap) {
        case "number": item.number
        case "text": item.text.singleLine
        case "leads": item.leads.words.singleLine
        case "timescale.words": item.timescale.words
        case "status", "status.letter", "status.word": item.status?.printed
        default: nil
        }
    }

    /// The field that a gap names, without the level before it.
    private func name(of gap: String) -> String { layout.levelField(gap)?.field ?? gap }

    /// What a column's cell holds.
    func cell(_ template: Template) -> Document.Table.Cell {
        if template.parts.count == 1, let gap = template.gaps.first { return field(gap) }
        var prefix = ""
        for part in template.parts.dropLast() {
            switch part {
            case .words(let words): prefix += words
            case .gap(let gap): prefix += words(gap) ?? ""
            }
        }
        guard let gap = template.gaps.last, case .gap = template.parts.last else {
            return .text(template.filled { words($0) })
        }
        return .prose(prose(gap).prefixed(by: prefix))
    }

    private func field(_ gap: String) -> Document.Table.Cell {
        switch name(of: gap) {
        case "number": return item.number.map { .text($0) } ?? .empty
        case "timescale.words": return .text(item.timescale.words)
        case "status", "status.letter", "status.word": return status
        default:
            let text = prose(gap)
            return text.isEmpty ? .empty : .prose(text)
        }
    }

    private var status: Document.Table.Cell {
        if let exit = item.exit, let words = layout.words(for: exit),
            item.status.flatMap({ layout.exit(reading: $0.printed, on: exit.on) }) == nil
        {
            return .text(words)
        }
        guard let printed = item.status?.printed else { return .empty }
        guard let key = scheme?.keys.first(where: { $0.letter == printed }) else {
            return .text(printed)
        }
        return .status(key.tag)
    }

    private func prose(_ gap: String) -> Prose {
        if gap.hasPrefix("local.") { return item.local[String(gap.dropFirst(6))] ?? Prose() }
        switch name(of: gap) {
        case "text": return item.notes.reduce(item.text) { $0.appending($1) }
        case "statement": return item.statement
        case "leads": return item.leads.words
        case "progress": return progress
        case "evidence": return item.evidence
        case "expected_impact": return item.expectedImpact
        case "notes": return item.notes.reduce(Prose()) { $0.appending($1) }
        case "number": return Prose(item.number ?? "")
        default: return Prose()
        }
    }

    private var progress: Prose {
        let text = item.latestProgress
        guard let words = layout.completion, words.field == "progress" else { return text }
        let phrase: String?
        switch item.completion {
        case .completed: phrase = words.completed.first
        case .ongoing: phrase = words.ongoing.first
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
