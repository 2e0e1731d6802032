// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes a plan in its committee's own layout.
///
/// The document that it writes can be read again with the same layout, and gives an equal plan.
public struct LayoutWriter: Sendable {
    /// The layout.
    public let layout: Layout
    /// The status scheme of the layout, when it is known.
    public let scheme: StatusScheme?

    /// Creates a writer.
    ///
    /// - Parameters:
    ///   - layout: The layout.
    ///   - scheme: The status scheme that the layout names.
    public init(layout: Layout, scheme: StatusScheme?) {
        self.layout = layout
        self.scheme = scheme
    }

    /// Writes a plan.
    ///
    /// - Parameters:
    ///   - plan: The plan as the edition has it.
    ///   - edition: The edition.
    ///   - computed: What the layout's functions write.
    /// - Returns: The document.
    /// - Complexity: O(*n*) in the number of items, times the number of columns.
    public func document(
        _ plan: Plan,
        of edition: Edition,
        computed: LayoutCells = LayoutCells()
    ) -> Document {
        let items: [Document.Block]
        if layout.blocks.isEmpty {
            var table = PlanTableBlocks(self.table(of: plan, of: edition, computed: computed))
            table.table.write(into: &table)
            items = table.blocks
        } else {
            items = PlanBlocks(layout: layout, scheme: scheme, plan: plan).documentBlocks
        }
        let blocks = opening(of: plan, of: edition) + items + ending(of: plan, of: edition)
        var document = Document(title: plan.title, blocks: blocks)
        document.page = Document.Page(of: edition, title: plan.title)
        return document
    }

    /// Writes a plan straight into bytes of a format.
    ///
    /// The bytes are those of ``document(_:of:computed:)`` rendered in the format. As Markdown the
    /// rows of the table are written while they are read, and none of them is kept; so a plan of
    /// any length takes little memory and no time for a document.
    ///
    /// ```swift
    /// var page: [UInt8] = []
    /// writer.write(plan, of: edition, in: .markdown, into: &page)
    /// ```
    ///
    /// - Parameters:
    ///   - plan: The plan as the edition has it.
    ///   - edition: The edition.
    ///   - computed: What the layout's functions write.
    ///   - notice: Why the page is only a draft; stands first as a watermark.
    ///   - format: The format.
    ///   - sink: Where the bytes go, piece by piece.
    /// - Complexity: O(*n*) in the number of items, times the number of columns.
    public func write(
        _ plan: Plan,
        of edition: Edition,
        computed: LayoutCells = LayoutCells(),
        markedAsDraft notice: String? = nil,
        in format: DocumentFormat,
        into sink: inout some ByteSink
    ) {
        guard format == .markdown, layout.blocks.isEmpty else {
            let document = document(plan, of: edition, computed: computed).marked(asDraft: notice)
            return document.render(format, into: &sink)
        }
        MarkdownRenderer().render(
            title: plan.title,
            opening: Document(title: plan.title, blocks: opening(of: plan, of: edition))
                .marked(asDraft: notice).blocks,
            table: table(of: plan, of: edition, computed: computed),
            ending: ending(of: plan, of: edition),
            into: &sink
        )
    }

    private func table(
        of plan: Plan,
        of edition: Edition,
        computed: LayoutCells
    ) -> PlanTable {
        PlanTable(layout: layout, scheme: scheme, plan: plan, edition: edition, computed: computed)
    }

    /// What stands above the plan's own table.
    private func opening(of plan: Plan, of edition: Edition) -> [Document.Block] {
        var blocks: [Document.Block] = []
        if plan.state < .approved {
            let words = LayoutWords.draft(on: edition.asOf, state: plan.state)
            blocks.append(.notice(.draft, words))
        }
        for fact in layout.facts where !fact.isWithin {
            guard let words = plan.statedFact(fact.name) else { continue }
            blocks.append(.paragraph(fact.template.filled { _ in words }))
        }
        let early = plan.texts.filter { $0.place == .introduction || $0.place == .signatory }
        return blocks + early.map(block) + checks(of: plan) + key(of: plan) + notes(of: plan)
    }

    /// What stands below the plan's own table.
    private func ending(of plan: Plan, of edition: Edition) -> [Document.Block] {
        var blocks: [Document.Block] = plan.footnotes.map { note in
            .paragraph("\(Self.raised(note.mark)) \(note.text.singleLine)")
        }
        for (list, table) in layout.listTables {
            blocks += self.list(plan.items(in: list), table, of: plan)
        }
        let closing = plan.texts.filter { $0.place == .closing }
        if let first = closing.first, !layout.blocks.isEmpty, !layout.endsItems(first) {
            blocks.append(.heading(2, LayoutWords.rest))
        }
        blocks += closing.map(block)
        let leftOut = edition.leftOut(of: .plan(plan.id))
        if !leftOut.isEmpty {
            let words = LayoutWords.leftOut(leftOut, audience: edition.audience)
            blocks.append(.notice(.information, words))
        }
        return blocks
    }

    private func block(_ text: PlanText) -> Document.Block {
        guard let level = text.headingLevel else { return .prose(text.text) }
        return .heading(max(2, min(level, 6)), text.text.singleLine)
    }

    // MARK: Tables beside the plan's own

    private func checks(of plan: Plan) -> [Document.Block] {
        guard let table = layout.checks, !plan.statedChecks.isEmpty else { return [] }
        let rows = plan.statedChecks.map { check in
            Document.Table.Row.cells(table.columns.map { cell($0.field, of: check) })
        }
        return listed(table, rows: rows, of: plan)
    }

    private func cell(_ field: String, of check: ProgressCheck) -> Document.Table.Cell {
        func figure(_ number: Int?) -> Document.Table.Cell {
            number.map { .integer($0) } ?? .text("-")
        }
        switch field {
        case "date": return .text(check.words)
        case "name": return .text(check.name)
        case "total": return figure(check.total)
        case "completed": return figure(check.completed)
        case "added": return figure(check.added)
        case "ongoing": return figure(check.ongoing)
        default: return .text(check.figures[field] ?? "-")
        }
    }

    private func list(_ items: [PlanItem], _ table: ListedTable, of plan: Plan) -> [Document.Block]
    {
        guard !items.isEmpty else { return [] }
        let templates = ItemTemplate.all(table.columns, in: layout)
        let cells = ItemCells(items: items, scheme: scheme, layout: layout)
        let rows = items.indices.map { place in
            Document.Table.Row.cells(templates.map { cells.cell($0, of: place) })
        }
        return listed(table, rows: rows, of: plan)
    }

    private func listed(
        _ table: ListedTable,
        rows: [Document.Table.Row],
        of plan: Plan
    ) -> [Document.Block] {
        let heading = table.heading.filled { $0 == "period" ? periodWords(of: plan) : nil }
        let columns = table.columns.map { Document.Table.Column($0.header.filled { _ in nil }) }
        return [
            .heading(2, heading),
            .table(
                Document.Table(
                    caption: heading.droppingColon,
                    columns: columns,
                    rows: rows,
                    hidesCaption: true
                )
            ),
        ]
    }

    /// The period as the title words it.
    private func periodWords(of plan: Plan) -> String {
        layout.title.match(plan.title)?["period"] ?? ""
    }

    private func key(of plan: Plan) -> [Document.Block] {
        guard let table = layout.key else { return [] }
        let rows = plan.keyWording.map { entry -> Document.Table.Row in
            let key = scheme?.keys.first { $0.letter == entry.letter }
            let letter = key.map { Document.Table.Cell.status($0.tag) } ?? .text(entry.letter)
            return .cells([letter, .prose(entry.wording)])
        }
        guard !rows.isEmpty else { return [] }
        let columns = LayoutWords.keyColumns.map { Document.Table.Column($0) }
        return [
            .heading(2, table.heading),
            .table(
                Document.Table(
                    caption: table.heading.droppingColon,
                    columns: columns,
                    rows: rows,
                    hidesCaption: true
                )
            ),
        ]
    }

    private func notes(of plan: Plan) -> [Document.Block] {
        let notes = plan.texts.filter { $0.place == .notes }
        guard let heading = layout.notesHeading, !notes.isEmpty else { return [] }
        return [.heading(2, heading)] + notes.map(block)
    }

    static func raised(_ mark: String) -> String {
        let digits: [Character: Character] = Dictionary(
            Character.raisedDigits.map { ($0.value, $0.key) },
            uniquingKeysWith: { first, _ in first }
        )
        return String(mark.map { digits[$0] ?? $0 })
    }
}

extension StatusKey {
    /// The key as a tag: letter, word and colour.
    public var tag: StatusTag { StatusTag(letter, word, colour: StatusColour(name: colour)) }
}

extension String {
    /// The text without a colon at its end.
    var droppingColon: String { hasSuffix(":") ? String(dropLast()) : self }
}
