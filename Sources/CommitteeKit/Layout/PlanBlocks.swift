// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes the items of a plan as headings and paragraphs, as its layout declares them.
struct PlanBlocks {
    private let layout: Layout
    private let cells: ItemCells
    private let blocks: [Int: Written]

    /// A block with its templates read.
    private struct Written {
        var block: LayoutBlock
        var line: ItemTemplate
        var lines: [ItemTemplate]
    }

    init(layout: Layout, scheme: StatusScheme?, plan: Plan) {
        self.layout = layout
        cells = ItemCells(items: plan.items, scheme: scheme, layout: layout)
        blocks = layout.blocks.mapValues { block in
            let hasRevised = block.lines.contains { $0.gaps.contains(Layout.revisedTimescale) }
            return Written(
                block: block,
                line: ItemTemplate(block.template, in: layout),
                lines: block.lines.map {
                    ItemTemplate($0, in: layout, hasRevised: hasRevised)
                }
            )
        }
    }

    /// The blocks of all items in printed order.
    ///
    /// - Complexity: O(*n*) in the number of items, times the lines of each.
    var documentBlocks: [Document.Block] {
        cells.items.indices.flatMap { place -> [Document.Block] in
            let item = cells.items[place]
            guard let written = blocks[item.level] else {
                // A level that the document does not show; somebody recorded an item of it.
                let words = [item.number ?? "", item.text.singleLine].joined(separator: " ")
                return [.heading(min(item.level + 2, 6), words.trimmingSpace)]
            }
            return [begin(place, written)] + lines(of: place, written) + below(place, written)
        }
    }

    private func begin(_ place: Int, _ written: Written) -> Document.Block {
        let line = cells.prose(written.line, of: place, pointed: written.block.form == .numbered)
        switch written.block.form {
        case .heading: return .heading(min(cells.items[place].level + 2, 6), line.singleLine)
        case .bulleted: return .prose(Prose(item: line, ordered: false))
        case .numbered where !written.block.hasNumber:
            return .prose(Prose(item: line, ordered: true))
        case .numbered, .paragraph: return .prose(line)
        }
    }

    private func lines(of place: Int, _ written: Written) -> [Document.Block] {
        written.lines.compactMap { line in
            let isFilled = line.parts.contains { part in
                guard case .field(let field) = part else { return false }
                return !cells.words(ItemTemplate(field: field), of: place).isEmpty
            }
            return isFilled ? .prose(cells.prose(line, of: place, pointed: false)) : nil
        }
    }

    private func below(_ place: Int, _ written: Written) -> [Document.Block] {
        let text: Prose
        switch written.block.below {
        case "statement": text = cells.items[place].statement
        case "text": text = cells.items[place].text
        default: return []
        }
        return text.isEmpty ? [] : [.prose(text)]
    }
}
