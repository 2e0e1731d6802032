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
                parts += items.flatMap { item -> [Prose] in
                    guard !item.inlines.isEmpty else { return [Prose(blocks: item.children)] }
                    return item.typedItems
                        ?? [Prose(blocks: [.paragraph(item.inlines)] + item.children)]
                }
            }
        }
        guard lists == 0 || lists == blocks.count else { return nil }
        if parts.count == 1, lists == 0, case .paragraph(let inlines)? = parts[0].blocks.first {
            parts = inlines.split(separator: .lineBreak).map { Prose(inlines: Array($0)) }
        }
        parts = parts.filter { !$0.singleLine.isEmpty }
        // Bullets that were typed by hand are no words of the parts; words above them are no part.
        let marked = parts.count { $0.typedBullet > 0 }
        guard lists == 0, marked > 0, parts.count > 1 else { return parts }
        guard marked == parts.count else { return nil }
        return parts.map { $0.dropping(characters: $0.typedBullet) }
    }

    /// How many characters a bullet takes that stands before the words, with the spaces behind it.
    fileprivate var typedBullet: Int {
        let text = leadingText
        guard let first = text.first, "•·▪‣◦–—-*●■".contains(first) else { return 0 }
        let spaces = text.dropFirst().prefix { $0.isWhitespace }.count
        return spaces > 0 || !"-–—*".contains(first) ? 1 + spaces : 0
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

extension Prose.Item {
    /// The items of a list whose bullets were typed by hand, of which only the first was read as one.
    fileprivate var typedItems: [Prose]? {
        let lines = inlines.split(separator: .lineBreak).map { Prose(inlines: Array($0)) }
        guard lines.count > 1, children.isEmpty,
            lines.dropFirst().allSatisfy({ $0.typedBullet > 0 })
        else { return nil }
        return [lines[0]] + lines.dropFirst().map { $0.dropping(characters: $0.typedBullet) }
    }
}
