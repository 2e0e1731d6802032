// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A status of the key, with the words that stand for it.
private struct PrintedStatus: Sendable {
    let letter: String
    let tag: StatusTag
    let words: String

    init(_ key: StatusKey) {
        letter = key.letter
        tag = key.tag
        words = key.tag.text
    }
}

/// The cells that items fill.
struct ItemCells {
    let items: [PlanItem]
    let scheme: StatusScheme?
    let layout: Layout
    /// The statuses of the key; there are few.
    private let statuses: [PrintedStatus]
    private let completion: CompletionWords?
    /// Whether the column of progress also says whether the item is completed.
    var saysCompletion: Bool { completion != nil }
    private let hasExits: Bool
    /// The column of a status that also holds the words for an exit, where all columns of statuses are ticked.
    private let exitTick: StatusTick?
    /// Whether the remarks have a column of their own, so that they do not follow the text.
    private let hasNotes: Bool

    init(items: [PlanItem], scheme: StatusScheme?, layout: Layout) {
        self.items = items
        self.scheme = scheme
        self.layout = layout
        statuses = (scheme?.keys ?? []).map(PrintedStatus.init)
        completion = layout.completion.flatMap { $0.field == "progress" ? $0 : nil }
        hasExits = !layout.exits.isEmpty
        exitTick = layout.exits.isEmpty ? nil : layout.exitTick
        hasNotes = layout.columns.contains { $0.cell.gaps.contains("notes") }
    }

    /// A template filled for an item, each field on one line; in a table, a mark stands for a number that
    /// the item has not.
    func words(_ template: ItemTemplate, of place: Int, inTable: Bool = false) -> String {
        words(template.parts[...], of: place, inTable: inTable)
    }

    private func words(
        _ parts: ArraySlice<ItemTemplate.Part>,
        of place: Int,
        inTable: Bool
    ) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .words(let words): text += words
            case .field(let field): text += words(field, of: place, inTable: inTable)
            }
        }
        return text
    }

    private func words(_ field: LayoutField, of place: Int, inTable: Bool = false) -> String {
        switch field {
        case .number: items[place].number ?? (inTable ? ItemReference.none : "")
        case .text:
            tails(of: place).reduce(items[place].text) { $0.ending(with: $1) }.singleLine
        case .timescale: items[place].timescale.words
        case .status: items[place].status?.printed ?? ""
        default: prose(field, of: place).singleLine
        }
    }

    /// A template filled for an item, its last field as rich text; when it is pointed, a point stands
    /// behind a number in front, so that the line is read as numbered.
    func prose(_ template: ItemTemplate, of place: Int, pointed: Bool) -> Prose {
        var before = ""
        for (index, part) in template.parts.enumerated() {
            switch part {
            case .words(let words): before += words
            case .field(let field):
                if index > 0, index == template.parts.count - 1 {
                    return prose(field, of: place).prefixed(by: before)
                }
                if index == 0, template.parts.count == 1 { return prose(field, of: place) }
                before += words(field, of: place)
                if pointed, index == 0, case .number = field, !before.isEmpty,
                    !ItemReference.begins("\(before) x"), !template.hasPoint(after: index)
                {
                    before += "."
                }
            }
        }
        return Prose(before.trimmingSpace)
    }

    /// What a column's cell holds.
    func cell(_ template: ItemTemplate, of place: Int) -> Document.Table.Cell {
        if let tick = template.tick {
            if case .field(.timescale)? = template.parts.first {
                return isDue(tick.status, place) ? .text(tick.mark) : .empty
            }
            return self.tick(tick, of: place)
        }
        if let due = template.due, isDue(due, place),
            words(template, of: place).trimmingSpace.isEmpty
        {
            return .text("✓")
        }
        guard case .field(let last)? = template.parts.last else {
            return .text(words(template, of: place, inTable: true))
        }
        if template.parts.count == 1 { return cell(last, of: place) }
        let prefix = words(template.parts.dropLast(), of: place, inTable: true)
        if case .number = last { return .text(prefix + words(last, of: place, inTable: true)) }
        return .prose(prose(last, of: place).prefixed(by: prefix))
    }

    private func cell(_ field: LayoutField, of place: Int) -> Document.Table.Cell {
        switch field {
        case .number: return .text(items[place].number ?? ItemReference.noneAlone)
        case .timescale: return .text(items[place].timescale.words)
        case .status: return status(of: place)
        default:
            let text = prose(field, of: place)
            return text.isEmpty ? .empty : .prose(text)
        }
    }

    /// The mark of a column, when the status is the column's.
    private func tick(_ tick: StatusTick, of place: Int) -> Document.Table.Cell {
        let printed = items[place].status?.printed ?? ""
        if let exit = items[place].exit, exitTick == tick {
            let words = exitWords(of: place) ?? printed
            let hasColumn = layout.columns.contains { $0.tick?.says(words, in: scheme) ?? false }
            if !hasColumn, layout.exit(reading: words, on: exit.on) != nil { return .text(words) }
        }
        let words = exitWords(of: place) ?? printed
        return tick.says(words, in: scheme) ? .text(tick.mark) : .empty
    }

    private func status(of place: Int) -> Document.Table.Cell {
        if let words = exitWords(of: place) { return .text(words) }
        guard let printed = items[place].status?.printed else { return .empty }
        return status(printed).map { .status($0.tag) } ?? .text(printed)
    }

    /// The words of the cell of a status; empty without one.
    func statusWords(of place: Int) -> String {
        if let words = exitWords(of: place) { return words }
        guard let printed = items[place].status?.printed else { return "" }
        return status(printed)?.words ?? printed
    }

    private func status(_ letter: String) -> PrintedStatus? {
        for place in statuses.indices where statuses[place].letter == letter {
            return statuses[place]
        }
        return nil
    }

    /// The words for an exit, unless the status printed says so itself.
    private func exitWords(of place: Int) -> String? {
        guard hasExits, let exit = items[place].exit, let words = layout.words(for: exit),
            items[place].status.flatMap({ layout.exit(reading: $0.printed, on: exit.on) }) == nil
        else { return nil }
        return words
    }

    private func prose(_ field: LayoutField, of place: Int) -> Prose {
        switch field {
        case .local(let name): return items[place].local[name] ?? Prose()
        case .declared(let form): return form.write(items, place)
        case .text:
            let text = tails(of: place).reduce(items[place].text) { $0.ending(with: $1) }
            return hasNotes ? text : items[place].notes.reduce(text) { $0.appending($1) }
        case .leads: return items[place].leads.words
        case .progress: return progress(of: place)
        case .number: return Prose(items[place].number ?? "")
        case .timescale: return Prose(items[place].timescale.words)
        case .firstTimescale: return Prose(items[place].firstTimescale.words)
        case .revisedTimescale: return Prose(items[place].revisedTimescale?.words ?? "")
        case .status: return Prose(statusWords(of: place))
        case .unknown: return Prose()
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
