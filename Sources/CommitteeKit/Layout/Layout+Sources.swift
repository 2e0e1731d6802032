// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Layout {
    /// Reads what stands below an action or at the end of its words and gives a field of it.
    mutating func readSources(_ fields: JSONFields) throws(JSONError) {
        belowRow = try fields.optional("below_row", as: .list(of: .template)) ?? []
        for line in belowRow {
            try check(line, of: "below_row", such: "\"Source: {local.source}\"", fields)
        }
        afterText = try fields.optional("after_text", as: .list(of: .template)) ?? []
        for tail in afterText {
            try check(tail, of: "after_text", such: "\"(Source: {local.source})\"", fields)
            guard case .words? = tail.parts.first else {
                throw fields.error(
                    "“\(tail)” does not say where the words of the action end. Begin it with words of its "
                        + "own, such as \"(Source: {local.source})\".",
                    at: "after_text"
                )
            }
        }
        for field in (belowRow + afterText).flatMap(\.gaps)
        where columns.contains(where: { $0.cell.gaps.contains(field) }) {
            throw fields.error(
                "“\(field)” stands in a column and below its row as well. Leave one out.",
                at: belowRow.contains { $0.gaps.contains(field) } ? "below_row" : "after_text"
            )
        }
    }

    private func check(
        _ line: Template,
        of key: String,
        such example: String,
        _ fields: JSONFields
    ) throws(JSONError) {
        guard !line.isOnlyGaps, !line.gaps.isEmpty else {
            throw fields.error(
                "“\(line)” could be anything. Write words and a field, such as \(example).",
                at: key
            )
        }
        for gap in line.gaps where !gap.hasPrefix("local.") {
            guard Self.sourceFields.contains(gap) else {
                throw fields.error(
                    "“\(line)” holds “\(gap)”, which cannot stand there. "
                        + ClosestName.suggestion(for: gap, in: Self.sourceFields)
                        + " A field of your own is called local.name.",
                    at: key
                )
            }
        }
    }

    /// The fields that may stand below a row, besides a committee's own.
    private static let sourceFields = [
        "leads", "timescale.words", "progress", "evidence", "expected_impact", "statement",
    ]
}

extension PlanTable {
    /// The rows below an action that give single fields of it, as far as something is said.
    func rows(below place: Int) -> [String] {
        guard !layout.belowRow.isEmpty else { return [] }
        return layout.belowRow.compactMap { filled($0, of: place) }
    }

    private func filled(_ line: Template, of place: Int) -> String? {
        cells.filled(ItemTemplate(line, in: layout), of: place)
    }
}

extension ItemCells {
    /// A template filled for an item; nil where none of its fields says anything.
    func filled(_ template: ItemTemplate, of place: Int) -> String? {
        let isFilled = template.parts.contains { part in
            guard case .field(let field) = part else { return false }
            return !words(ItemTemplate(field: field), of: place).isEmpty
        }
        return isFilled ? words(template, of: place) : nil
    }

    /// What stands at the end of the words of an action.
    func tails(of place: Int) -> [String] {
        guard !layout.afterText.isEmpty, items[place].level == layout.actionLevel,
            items[place].list == .table
        else { return [] }
        return layout.afterText.compactMap { filled(ItemTemplate($0, in: layout), of: place) }
    }
}

extension Prose {
    /// The prose with words behind its last ones.
    func ending(with words: String) -> Prose {
        var blocks = blocks
        switch blocks.popLast() {
        case .paragraph(let inlines)?:
            blocks.append(.paragraph(inlines + [.text(inlines.isEmpty ? words : " " + words)]))
        case .list(let ordered, var items)?:
            if let last = items.popLast() {
                let end =
                    last.children.isEmpty
                    ? Item(last.inlines + [.text(" " + words)])
                    : Item(
                        last.inlines,
                        children: Prose(blocks: last.children).ending(with: words).blocks
                    )
                items.append(end)
            }
            blocks.append(.list(ordered: ordered, items))
        case nil: return Prose(words)
        }
        return Prose(blocks: blocks).normalized
    }
}
