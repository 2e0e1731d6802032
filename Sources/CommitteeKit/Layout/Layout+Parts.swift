// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Layout {
    /// Holds the columns whose cells hold several actions against what they may be.
    func checkParts(_ fields: JSONFields) throws(JSONError) {
        let each = columns.filter(\.isEach)
        guard let column = each.first else { return }
        guard each.count == 1 else {
            throw fields.error(
                "the columns “\(column.header)” and “\(each[1].header)” both have each = true. The "
                    + "cells of one column say where an action begins; the others are dealt out.",
                at: "columns"
            )
        }
        guard !column.isComputed, column.tick == nil, column.cell.gaps.contains("text") else {
            throw fields.error(
                "the column “\(column.header)” has each = true, so its cells hold the words of the "
                    + "actions: { \"\(column.header)\", \"text\", each = true }.",
                at: "columns"
            )
        }
    }
}

extension Prose {
    /// The parts of a cell that may hold several: the items of its lists, or its paragraphs, or the lines
    /// of its one paragraph; nil where words and a list stand together, so that nobody can tell.
    var parts: [Prose]? {
        var parts: [Prose] = []
        var lists = 0
        let blocks = blocks.filter { !Prose(blocks: [$0]).singleLine.isEmpty }
        for block in blocks {
            switch block {
            case .paragraph(let inlines): parts.append(Prose(inlines: inlines))
            case .list(_, let items):
                lists += 1
                parts += items.map { item in
                    item.inlines.isEmpty
                        ? Prose(blocks: item.children)
                        : Prose(blocks: [.paragraph(item.inlines)] + item.children)
                }
            }
        }
        guard lists == 0 || lists == blocks.count else { return nil }
        if parts.count == 1, lists == 0, case .paragraph(let inlines)? = parts[0].blocks.first {
            parts = inlines.split(separator: .lineBreak).map { Prose(inlines: Array($0)) }
        }
        return parts.filter { !$0.singleLine.isEmpty }
    }

    /// The numbers that a reader sees before the parts, where they are the items of ordered lists.
    var partNumbers: [String] {
        blocks.flatMap { block -> [String] in
            guard case .list(true, let items) = block else { return [] }
            return items.indices.map { String($0 + 1) }
        }
    }

    /// The prose of a cell that holds parts, which ``parts`` gives again.
    init(parts: [Prose]) {
        if parts.count == 1, parts[0].parts?.count == 1 {
            self = parts[0]
            return
        }
        self.init(
            blocks: [
                .list(
                    ordered: false,
                    parts.map { part in
                        guard case .paragraph(let inlines)? = part.blocks.first else {
                            return Item([], children: part.blocks)
                        }
                        return Item(inlines, children: Array(part.blocks.dropFirst()))
                    }
                )
            ]
        )
    }
}
