// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A block of the layout as reading asks for it: what each gap of its lines goes to.
struct ReadingBlock {
    var level: Int
    var block: LayoutBlock
    /// The line with which an item begins.
    var line: ReadingColumns.Column
    /// The lines below it.
    var lines: [ReadingColumns.Column]

    /// The blocks of a layout, outermost level first.
    static func all(of layout: Layout) -> [ReadingBlock] {
        layout.blocks.sorted { $0.key < $1.key }.map { level, block in
            ReadingBlock(
                level: level,
                block: block,
                line: column(block.template),
                lines: block.lines.map(column)
            )
        }
    }

    static func column(_ template: Template) -> ReadingColumns.Column {
        ReadingColumns.Column(
            declared: LayoutColumn(header: Template(parts: []), cell: template),
            targets: template.gaps.map { .own($0) }
        )
    }

    /// Reads the line of an item, when a piece is of the block's form.
    func reading(of piece: SourcePiece, text: String) -> CellReading? {
        let isCounted = piece.marker?.first?.isASCIIDigit ?? false
        var prose = Prose(markup: text)
        switch block.form {
        case .bulleted:
            guard piece.marker != nil, !isCounted else { return nil }
        case .numbered:
            guard isCounted || block.hasNumber && ItemReference.begins(piece.words) else {
                return nil
            }
        case .heading:
            guard block.hasWords || piece.headingLevel != nil else { return nil }
        case .paragraph: break
        }
        // A heading is one line of plain words.
        if block.form == .heading { prose = Prose(prose.singleLine) }
        if block.hasNumber, isCounted, let marker = piece.marker {
            prose = prose.prefixed(by: "\(marker) ")
        }
        let reading = CellReading(prose.markup, in: line)
        guard reading.fits, reading.values.contains(where: { !$0.words.isEmpty }) else {
            return nil
        }
        return reading
    }
}

/// What is known of the items that stand as paragraphs, while they are read.
struct BlockState {
    /// The item below which pieces stand, and its block.
    var open: (draft: Int, block: Int)?
    /// Whether the line has come below which the items begin.
    var hasBegun = false
    /// Whether a line has come at which they end.
    var hasEnded = false
    /// Text that stands below no item, until it is known whether another item follows.
    var loose: [(line: Int, words: String)] = []
    /// The numbers that were said to stand more than once.
    var repeated: Set<String> = []
}

extension ReadingColumns.Column {
    /// Whether its template begins with words, by which a line of it is known wherever it stands.
    var beginsWithWords: Bool {
        guard case .words(let words)? = declared.cell.parts.first else { return false }
        return words.contains(where: \.isLetter)
    }
}

extension Prose {
    /// The prose with lists of one kind that follow each other made one.
    var joiningLists: Prose {
        guard blocks.count > 1 else { return self }
        var joined: [Block] = []
        for block in blocks {
            if case .list(let ordered, let items) = block,
                case .list(ordered, let before)? = joined.last
            {
                joined[joined.count - 1] = .list(ordered: ordered, before + items)
            } else {
                joined.append(block)
            }
        }
        return Prose(blocks: joined)
    }
}
