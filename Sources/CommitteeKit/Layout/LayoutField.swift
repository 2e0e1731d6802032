// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A field of an item, as the gaps of a layout's templates name it.
enum LayoutField: Sendable {
    /// A field that a cell shows in a way of its own.
    case number, text, leads, timescale, status, progress
    /// The first timescale, where another column has the one in force.
    case firstTimescale
    /// The timescale in force, where it is not the first.
    case revisedTimescale
    /// A field that its declaration shows.
    case declared(CellForm<PlanItem>)
    /// A column that the committee keeps for itself.
    case local(String)
    /// A name that no field has.
    case unknown

    /// Reads the name in a gap, with or without the level before it, as in `objective.number`.
    init(_ gap: String, in layout: Layout) {
        if gap.hasPrefix("local.") {
            self = .local(String(gap.dropFirst(6)))
            return
        }
        let name = layout.levelField(gap)?.field ?? gap
        switch name {
        case "number": self = .number
        case "text": self = .text
        case "leads": self = .leads
        case "timescale.words": self = .timescale
        case "timescale.revised": self = .revisedTimescale
        case "status", "status.letter", "status.word": self = .status
        case "progress": self = .progress
        default:
            let declared = PlanItem.table.cells.first { $0.name.description == name }
            self = declared.map { .declared($0.form) } ?? .unknown
        }
    }
}

/// A template whose gaps are read once, and then filled for item after item.
struct ItemTemplate: Sendable {
    enum Part: Sendable {
        case words(String)
        case field(LayoutField)
    }

    let parts: [Part]
    /// The field, when the template is one field and nothing else.
    let onlyField: LayoutField?
    /// What a mark in the cell says, when it holds a mark and no words.
    let tick: StatusTick?
    /// The time in which an item is due that has anything in the cell.
    let due: String?

    init(
        _ template: Template,
        in layout: Layout,
        tick: StatusTick? = nil,
        due: String? = nil,
        hasRevised: Bool = false
    ) {
        parts = template.parts.map { part in
            switch part {
            case .words(let words): .words(words)
            case .gap("timescale.words") where hasRevised: .field(.firstTimescale)
            case .gap(let gap): .field(LayoutField(gap, in: layout))
            }
        }
        onlyField =
            if tick == nil, due == nil, parts.count == 1, case .field(let field) = parts[0] {
                field
            } else {
                nil
            }
        self.tick = tick
        self.due = due
    }

    /// Whether words that begin with a mark stand behind a part.
    func hasPoint(after part: Int) -> Bool {
        guard part + 1 < parts.count, case .words(let words) = parts[part + 1],
            let first = words.first(where: { !$0.isWhitespace })
        else { return false }
        return first == "." || first == ")"
    }

    /// The template of one field alone.
    init(field: LayoutField) {
        parts = [.field(field)]
        onlyField = field
        tick = nil
        due = nil
    }

    /// The templates of the columns of one table.
    static func all(_ columns: [LayoutColumn], in layout: Layout) -> [Self] {
        let hasRevised = columns.contains { $0.cell.gaps.contains(Layout.revisedTimescale) }
        return columns.map {
            Self($0.cell, in: layout, tick: $0.tick, due: $0.due, hasRevised: hasRevised)
        }
    }
}
