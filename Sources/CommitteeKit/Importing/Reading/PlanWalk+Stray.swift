// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Takes the cells of a row that stand in no column of the layout.
    mutating func takeStray(_ cells: [String], of piece: SourcePiece, at index: Int) {
        let used = Set(map.values)
        for (position, cell) in cells.enumerated() where !cell.isEmpty && !used.contains(position) {
            let words = piece.cellWords[position]
            guard !words.isEmpty else { continue }
            stand(in: position)
            defer { stand(in: nil) }
            if let header = undeclared[position] {
                find(
                    piece.line,
                    "column-undeclared",
                    "“\(Self.short(words))” stands under “\(Self.short(header))”, which is no column of the "
                        + "layout; it is kept as text."
                )
                keepSaid(cell, words: words, index, position)
                continue
            }
            guard !WordBag(words).isEmpty else {
                find(
                    piece.line,
                    "stray-mark",
                    "“\(words)” stands outside the columns of the table and was left out."
                )
                continue
            }
            guard let open, region == .plan, let field = layout.reading.strayTo else {
                find(
                    piece.line,
                    "stray-text",
                    "“\(Self.short(words))” stands outside the columns of the table; it is kept "
                        + "as text."
                )
                keepSaid(cell, words: words, index, position)
                continue
            }
            find(
                piece.line,
                "stray-text",
                "“\(Self.short(words))” stands outside the columns; it was read as \(field) of "
                    + "action \(drafts[open].printedName)."
            )
            add(cell, to: field, of: open, from: index, position)
        }
    }

    /// Adds a line that strayed out of the table to the open action, if the layout says so.
    mutating func addStray(_ text: String, of piece: SourcePiece, at index: Int) -> Bool {
        guard let open, let field = layout.reading.strayTo else { return false }
        guard pieces[(index + 1)...].prefix(6).contains(where: \.isRow) else { return false }
        find(
            piece.line,
            "stray-text",
            "“\(Self.short(piece.words))” stands outside the table; it was read as \(field) of "
                + "action \(drafts[open].printedName)."
        )
        trace(piece.line, "\(field) of action \(drafts[open].printedName)")
        add(text, to: field, of: open, from: index)
        return true
    }
}
