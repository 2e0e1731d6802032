// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Reads a cell of a column that stands for one status; gives back the mark, when there is one, or the words
    /// by which the layout says that an item left the plan.
    mutating func takeTick(
        _ tick: StatusTick,
        _ cell: String,
        in column: ReadingColumns.Column,
        at index: Int,
        _ position: Int,
        exitsAs fate: WordFate
    ) -> CellText? {
        let line = pieces[index].line
        // A bullet alone is a list without words.
        let printed = pieces[index].cellWords[position]
        let isMarkup = cell.contains("<")
        let words = printed.isEmpty && !isMarkup ? cell.trimmingSpace : printed
        let header = column.declared.header
        let isTime = column.declared.cell.gaps == ["timescale.words"]
        if !isTime, layout.exit(reading: words, on: .earliest) != nil {
            return CellText(
                line: line,
                text: cell,
                posting: post(words, index, position, to: fate),
                status: words
            )
        }
        switch StatusTick.read(words, mark: tick.mark) {
        case .nothing:
            post(words, index, position, to: .layout("an empty box"))
            return nil
        case .stroke:
            find(
                line,
                "stray-mark",
                "“\(words)” stands in the column “\(header)” and was left out; it is no tick."
            )
            return nil
        case .words:
            find(
                line,
                "tick-unread",
                "“\(Self.short(words))” stands in the column “\(header)”, where a mark is expected; it "
                    + "is kept as text."
            )
            keepSaid(cell, words: words, index, position)
            return nil
        case .mark(let mark, let rest):
            if !rest.isEmpty {
                find(
                    line,
                    "tick-unread",
                    "“\(Self.short(rest))” stands beside the mark in the column “\(header)”; it is kept "
                        + "as text."
                )
                keepSaid(Prose(rest).markup, words: rest, index, position)
            }
            let fate = WordFate.layout("the mark of \(isTime ? "" : "status ")\(tick.status)")
            return CellText(
                line: line,
                text: Prose(mark).markup,
                posting: post(mark, index, position, to: fate),
                status: tick.status
            )
        }
    }
}
