// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// What a format of lines and tables writes of a document, piece by piece in its order.
    package enum Piece {
        /// A heading, with its level.
        case heading(Int, String)
        /// Words, each of their lines on a line.
        case words(Prose)
        /// A table, a key of statuses, or the figures of a picture; its caption stands above it when it is shown.
        case table(Table, showsCaption: Bool)
    }

    /// Calls a closure with each piece of the document's blocks, in order; pictures are tables of their
    /// figures.
    package func forEachPiece(_ body: (Piece) -> Void) {
        var heading = title
        Self.walk(blocks, &heading, body)
    }

    private static func walk(_ blocks: [Block], _ heading: inout String, _ body: (Piece) -> Void) {
        func words(_ text: String) { body(.words(Prose(text))) }
        func table(_ table: Table) {
            let isShown = !table.caption.isEmpty && !table.hidesCaption && table.caption != heading
            body(.table(table, showsCaption: isShown))
        }
        for block in blocks {
            switch block {
            case .heading(let next):
                heading = next.text
                body(.heading(next.level, next.text))
            case .paragraph(let inlines): body(.words(Prose(inlines: inlines)))
            case .prose(let prose): body(.words(prose))
            case .list(let ordered, let items):
                let list = Prose.Block.list(ordered: ordered, items.map(\.asItem))
                body(.words(Prose(blocks: [list])))
            case .table(let next): table(next)
            case .legend(let legend): if !legend.entries.isEmpty { table(legend.table()) }
            case .timeline(let timeline): table(timeline.table())
            case .heatMap(let map): table(map.table())
            case .tree(let tree):
                words(tree.title)
                body(.words(tree.list))
            case .statusBar(let bar):
                words(bar.title)
                for line in bar.lines { words(line) }
            case .sparkline(let line): words("\(line.title): \(line.summary)")
            case .summaryList(let list):
                for row in list.rows { words("\(row.name): \(row.value.singleLine)") }
            case .footnotes(let notes):
                for note in notes { words("\(note.label) \(note.content.singleLine)") }
            case .notice(let notice): body(.words(notice.content))
            case .figure(let figure):
                words(figure.caption)
                var inside = heading
                walk(figure.blocks, &inside, body)
            case .section(let section):
                var inside = heading
                walk(section.blocks, &inside, body)
            case .pageBreak: continue
            }
        }
    }
}
