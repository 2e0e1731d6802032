// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Reads what a row says of its own items: one action, or several where a cell holds several.
    ///
    /// Cells with as many parts are dealt out one by one; any other cell is shared by all of them.
    mutating func takeActions(_ row: [Int: String], of piece: SourcePiece, at index: Int) {
        guard let each = columns.each, let cell = row[each] else {
            return takeAction(row, of: piece, at: index)
        }
        guard let parts = Prose(markup: cell).parts else {
            find(
                piece.line,
                "parts-unclear",
                "“\(Self.short(Prose(markup: cell).singleLine))” is words with a list below them, so it "
                    + "is not clear which actions it holds; it was read as one."
            )
            return takeAction(row, of: piece, at: index)
        }
        guard parts.count > 1 else { return takeAction(row, of: piece, at: index) }
        var dealt: [Int: [Prose]] = [each: parts]
        for column in columns.own where column != each && columns[column].declared.tick == nil {
            guard let cell = row[column] else { continue }
            let others = Prose(markup: cell).parts ?? []
            if others.count == parts.count, columns[column].isOwnAlone {
                dealt[column] = others
            } else if others.count > 1 {
                noteUneven(cell, in: column, parts: (others.count, parts.count), of: piece)
            }
        }
        let shared = columns.own.filter {
            dealt[$0] == nil && (row[$0] != nil || columns.coloured.contains($0))
        }
        var first = row
        for (column, parts) in dealt {
            dealt[column] = numbered(parts, of: row[column] ?? "", in: column, at: index)
            first[column] = dealt[column]?[0].markup
        }
        takeAction(first, of: piece, at: index)
        guard let begun = open else { return }
        for part in parts.indices.dropFirst() {
            takePart(part, dealt, of: piece, at: index)
            guard let open else { continue }
            for column in shared { share(column, of: begun, with: open) }
        }
    }

    /// Gives parts the numbers of their list where the column holds numbers; else those are the layout's.
    private mutating func numbered(
        _ parts: [Prose],
        of cell: String,
        in column: Int,
        at index: Int
    ) -> [Prose] {
        let numbers = Prose(markup: cell).partNumbers
        guard !numbers.isEmpty, let place = map[column] else { return parts }
        let isNumbered =
            numbers.count == parts.count && columns[column].targets.first?.isNumber ?? false
            && parts.allSatisfy {
                CellReading($0.markup, in: columns[column]).ownNumber == nil
            }
        guard !isNumbered else {
            return zip(numbers, parts).map { $1.prefixed(by: "\($0). ") }
        }
        let words = numbers.joined(separator: " ")
        post(words, index, place, to: .layout("the numbers of a list in a cell"))
        return parts
    }

    private mutating func noteUneven(
        _ cell: String,
        in column: Int,
        parts: (found: Int, expected: Int),
        of piece: SourcePiece
    ) {
        find(
            piece.line,
            "parts-uneven",
            "“\(Self.short(Prose(markup: cell).singleLine))” has \(parts.found) parts under "
                + "“\(columns[column].declared.header)”, but the row has \(parts.expected) actions; "
                + "the cell was kept whole, for each of them."
        )
    }

    /// Reads one action of a row after its first.
    private mutating func takePart(
        _ part: Int,
        _ dealt: [Int: [Prose]],
        of piece: SourcePiece,
        at index: Int
    ) {
        let row = dealt.mapValues { $0[part].markup }
        let columns = dealt.keys.sorted()
        if actionNumber(in: row) != nil {
            takeAction(row, of: piece, at: index)
        } else {
            let draft = add(level: layout.actionLevel, number: nil, line: piece.line)
            open = draft
            trace(piece.line, "action \(drafts[draft].printedName)")
            for column in columns {
                take(row[column] ?? "", in: column, to: draft, at: index)
                takeDue(row[column] ?? "", in: column, to: draft, at: index)
            }
        }
        if let open { drafts[open].item.rowPart = part + 1 }
    }

    /// Gives an action what the row says of all its actions; its words were accounted for with the first.
    private mutating func share(_ column: Int, of first: Int, with draft: Int) {
        var fields = columns[column].targets.compactMap { target in
            if case .own(let field) = target, field != "number" { field } else { nil as String? }
        }
        if columns[column].declared.colours != nil { fields.append("status") }
        if columns[column].declared.due != nil { fields.append("timescale.words") }
        for field in Set(fields) {
            for cell in drafts[first].fields[field] ?? [] {
                drafts[draft].add(
                    CellText(line: cell.line, text: cell.text, posting: -1, status: cell.status),
                    to: field
                )
            }
        }
    }
}

extension ReadingColumns.Column {
    /// Whether the cell says nothing but fields of the row's own item.
    var isOwnAlone: Bool {
        targets.allSatisfy { if case .own = $0 { true } else { false } }
    }
}
