// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Reads the statuses that the colours of a row's cells say.
    ///
    /// - Returns: A status for each cell that has a colour and no words, and the columns whose cells are
    ///   read with that, marks in them included.
    mutating func takeColours(
        _ row: [Int: String],
        _ columns: ReadingColumns,
        at index: Int
    ) -> (cells: [CellText], done: Set<Int>) {
        var cells: [CellText] = []
        var done: Set<Int> = []
        // The second action of a row shares the colour of the first.
        guard colouredPiece != index else { return (cells, done) }
        if !pieces[index].colours.isEmpty { colouredPiece = index }
        for column in columns.coloured {
            guard let place = map[column], let shades = pieces[index].colours[place],
                let colours = columns[column].declared.colours
            else { continue }
            let line = pieces[index].line
            let words = row[column].map { Prose(markup: $0).singleLine } ?? ""
            var known: (colour: String, status: String)?
            for colour in shades.all where known == nil {
                known = colours.status(of: colour, in: reader.scheme).map { (colour, $0) }
            }
            guard let (colour, status) = known else {
                // A colour of all cells or of the whole row may be there for its looks.
                guard let colour = shades.own else { continue }
                find(
                    line,
                    "colour-unread",
                    "The colour “\(colour)” under “\(columns[column].declared.header)” stands for no "
                        + "status that the layout names"
                        + (words.isEmpty ? "; the cell has no words." : ".")
                )
                continue
            }
            // A colour is no word of its cell, so it has a place of its own in the account.
            ledger.post(
                colour,
                at: WordPlace(piece: index, cell: -1 - place),
                to: .layout("the colour of status \(status)")
            )
            guard words.contains(where: { $0.isLetter || $0.isNumber }) else {
                if !words.isEmpty {
                    post(words, index, place, to: .layout("a mark in a cell with a colour"))
                }
                done.insert(column)
                let text = Prose(status).markup
                cells.append(CellText(line: line, text: text, posting: -1, status: status))
                continue
            }
            noteColour(colour, status, beside: letter(of: words), line: line)
        }
        return (cells, done)
    }

    /// Notes a colour that says another status than the words in its cell.
    private mutating func noteColour(
        _ colour: String,
        _ status: String,
        beside words: String,
        line: Int
    ) {
        let key = reader.scheme?.key(reading: words)
        let isSame =
            sameWords(words, status) || key != nil && key == reader.scheme?.key(reading: status)
        guard !isSame else { return }
        find(
            line,
            "colour-differs",
            "The cell says “\(Self.short(words))”, and its colour “\(colour)” stands for “\(status)”; "
                + "the words were taken."
        )
    }
}
