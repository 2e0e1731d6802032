// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanTable {
    /// The place behind the last action that shares the row of the action at a place.
    ///
    /// What cannot be read again as one row stands in rows of its own.
    func endOfRow(from place: Int) -> Int {
        guard let each = layout.columns.firstIndex(where: \.isEach) else { return place + 1 }
        let items = cells.items
        var end = place + 1
        while end < items.count, items[end].level == items[place].level,
            items[end].parent == items[place].parent, items[end].rowPart != nil
        { end += 1 }
        guard end > place + 1 else { return end }
        let row = place..<end
        // The numbers of a row stand in a list of their own, or before its first action alone.
        let numbers = row.count { items[$0].number != nil }
        guard numbers == row.count || numbers == (items[place].number == nil ? 0 : 1) else {
            return place + 1
        }
        // What stands below a row is about its last action.
        guard row.dropLast().allSatisfy({ rows(below: $0).isEmpty }) else { return place + 1 }
        let fits = layout.columns.indices.allSatisfy { column in
            column == each || layout.columns[column].isComputed || isOfLevel(column)
                || isNumber(column) || shares(column, row) || deals(column, row)
        }
        return fits ? end : place + 1
    }

    private func isNumber(_ column: Int) -> Bool { layout.columns[column].cell.gaps == ["number"] }

    private func isOfLevel(_ column: Int) -> Bool {
        layout.columns[column].cell.gaps.allSatisfy { layout.levelField($0) != nil }
    }

    /// Whether the actions of a row say the same in a column, so that it stands in the row once.
    private func shares(_ column: Int, _ row: Range<Int>) -> Bool {
        let first = cells.partProse(templates[column], of: row.lowerBound)
        let count = first.parts?.count ?? 1
        return row.dropFirst().allSatisfy { cells.partProse(templates[column], of: $0) == first }
            && count != row.count
    }

    /// Whether the actions of a row say one thing each in a column, so that they are dealt out.
    private func deals(_ column: Int, _ row: Range<Int>) -> Bool {
        layout.columns[column].tick == nil
            && row.allSatisfy { cells.partProse(templates[column], of: $0).parts?.count == 1 }
    }

    /// The cell of a column for the actions that share a row.
    func cell(_ column: Int, ofRow row: Range<Int>) -> Document.Table.Cell {
        let isEach = layout.columns[column].isEach
        if !isEach, isNumber(column) {
            let numbers = row.compactMap { cells.items[$0].number }
            guard numbers.count == row.count else {
                return .text(numbers.first ?? ItemReference.noneAlone)
            }
            return .prose(Prose(parts: numbers.map { Prose($0) }))
        }
        guard isEach || !shares(column, row) else {
            return cells.cell(templates[column], of: row.lowerBound)
        }
        return .prose(Prose(parts: row.map { cells.partProse(templates[column], of: $0) }))
    }
}

extension ItemCells {
    /// What a cell says, as prose.
    func partProse(_ template: ItemTemplate, of place: Int) -> Prose {
        let blocks = cell(template, of: place).contents.flatMap { content -> [Prose.Block] in
            switch content {
            case .text(let words): Prose(words).blocks
            case .prose(let prose): prose.blocks
            case .status(let tag): Prose(tag.text).blocks
            default: []
            }
        }
        return Prose(blocks: blocks).normalized
    }
}
