// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// The timescale of what is due in a year, when words are one: `2024/25`, `2025`, `Year 2`.
    func year(_ words: String) -> Timescale? {
        guard let last = lastDayOfYear(words) else { return nil }
        return Timescale(
            words: words,
            reading: .by(last, qualifier: nil),
            confidence: .inferred,
            doubt: "The words are a year; it is due on the last day of it."
        )
    }

    private func lastDayOfYear(_ words: String) -> CivilDate? {
        let key = words.comparisonKey
        if key.hasPrefix("year "), let count = Int(key.dropFirst("year ".count)),
            (1...50).contains(count),
            let from = plan.period.from
        {
            let end = from.adding(years: count) - 1
            return plan.period.until.map { min(end, $0) } ?? end
        }
        guard words.utf8.count <= 60 else { return nil }
        let reading = reader.timescales.read(words)
        guard let from = reading.from, let until = reading.until, until - from <= 366 else {
            return nil
        }
        return until
    }

    /// The timescale that marks in columns for years give; nil where there are none.
    func years(of draft: ItemDraft, _ field: String) -> Timescale? {
        var seen: Set<String> = []
        let words = (draft.fields[field] ?? []).compactMap(\.status).filter {
            seen.insert($0).inserted
        }
        guard !words.isEmpty else { return nil }
        let times = words.map { year($0) ?? reader.timescales.read($0) }
        guard times.count > 1 else { return times[0] }
        return Timescale(
            words: words.joined(separator: "; "),
            reading: .milestones(times),
            confidence: .inferred,
            doubt: "The words are the years that are marked; it is due on the last day of the last."
        )
    }

    /// Lets an item of the level of years be due in its year.
    mutating func finishYear(of item: inout PlanItem, _ draft: ItemDraft) {
        guard let level = layout.years, item.level == level, item.list == .table,
            item.timescale.words.isEmpty
        else { return }
        let words = item.text.singleLine
        guard let year = year(words) else {
            return find(
                draft.line,
                "year-unread",
                "“\(Self.short(words))” stands where a year is expected, so nothing below it is due by "
                    + "it. Years are such as 2024/25, 2025 or Year 2."
            )
        }
        item.timescale = year
    }

    /// Lets an action be due in the time that a column stands for, when anything stands in the cell.
    mutating func takeDue(_ cell: String, in column: Int, to draft: Int, at index: Int) {
        guard let due = columns[column].declared.due else { return }
        switch StatusTick.read(Prose(markup: cell).singleLine) {
        case .nothing, .stroke: return
        case .mark, .words: break
        }
        drafts[draft].add(
            CellText(line: pieces[index].line, text: Prose(due).markup, posting: -1, status: due),
            to: "timescale.words"
        )
    }

    /// Reads a line below a heading that gives single fields, such as `Lead: Lead Nurse`.
    mutating func takeHeadingLine(_ cells: [String], of piece: SourcePiece, at index: Int) -> Bool {
        guard let headed, let lines = headingLines[drafts[headed].item.level] else { return false }
        let filled = piece.cellWords.indices.filter { !piece.cellWords[$0].isEmpty }
        guard filled.count == 1, let cell = filled.first, cell < cells.count else { return false }
        for line in lines {
            let reading = CellReading(cells[cell], in: line)
            guard reading.fits, reading.values.contains(where: { !$0.words.isEmpty }) else {
                continue
            }
            takeLine(reading, of: headed, at: index, cell)
            return true
        }
        return false
    }

    /// Gives the fields of a line to the item below which it stands.
    mutating func takeLine(
        _ reading: CellReading,
        of draft: Int,
        at index: Int,
        _ cell: Int
    ) {
        let piece = pieces[index]
        postTemplate(reading, index, cell)
        trace(piece.line, "\(reading.fieldNames) of \(drafts[draft].printedName)")
        for value in reading.values where !value.words.isEmpty {
            let field = value.target.field
            if drafts[draft].isEmpty(field) {
                add(value.markup, words: value.words, to: field, of: draft, from: index, cell)
            } else if drafts[draft].words(field) == value.words {
                post(value.words, index, cell, to: .repetition(.table, draft, field))
            } else {
                find(
                    piece.line,
                    "line-twice",
                    "“\(Self.short(piece.words))” says again what another line has said of "
                        + "\(drafts[draft].printedName); it is kept as text."
                )
                keepSaid(value.markup, words: value.words, index, cell)
            }
        }
    }
}

extension CellReading {
    /// The fields that the cell gives, for a trace.
    var fieldNames: String { values.map(\.target.field).joined(separator: ", ") }
}

extension ReadingColumns.Column {
    /// The field to which a mark in the column goes.
    var tickField: String { declared.isYear ? "timescale.words" : "status" }
}
