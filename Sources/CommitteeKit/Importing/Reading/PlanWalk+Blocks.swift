// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Takes a line of a document whose items are headings and paragraphs; says whether it took it.
    mutating func takeBlock(_ text: String, of piece: SourcePiece, at index: Int) -> Bool {
        switch region {
        case .list, .closing: return false
        case .front, .checks, .key, .notes, .plan, .blocks: break
        }
        guard hasBegun(piece) else { return false }
        if piece.words != LayoutWords.rest, openBlock(text, of: piece, at: index) { return true }
        guard region == .blocks else { return false }
        if blocks.contains(where: { $0.block.before.map { sameWords($0, piece.words) } ?? false }) {
            blockState.hasEnded = true
            blockState.open = nil
            region = .closing
            return false
        }
        if piece.words == LayoutWords.rest {
            blockState.hasEnded = true
            blockState.open = nil
            region = .closing
            trace(piece.line, "the heading of the text behind the items")
            postWhole(index, to: .layout("the heading of the text behind the items"))
            return true
        }
        // A heading that is no item ends the item above it.
        if piece.headingLevel != nil { blockState.open = nil }
        if let open = blockState.open {
            if takeLine(text, of: piece, below: open, at: index) { return true }
            if let field = blocks[open.block].block.below {
                addBelowBlock(text, to: field, of: open.draft, piece, at: index)
                return true
            }
        }
        blockState.loose.append((piece.line, piece.words))
        keep(
            text: text,
            headingLevel: piece.headingLevel,
            marker: piece.marker,
            of: piece,
            at: index
        )
        return true
    }

    /// Whether the items have begun; the line that says so is kept as text.
    private mutating func hasBegun(_ piece: SourcePiece) -> Bool {
        guard !blockState.hasBegun else { return true }
        let starts = blocks.compactMap(\.block.after)
        if starts.isEmpty {
            blockState.hasBegun = true
            return true
        }
        blockState.hasBegun = starts.contains { sameWords($0, piece.words) }
        return false
    }

    // MARK: Items

    private mutating func openBlock(_ text: String, of piece: SourcePiece, at index: Int) -> Bool {
        for place in blocks.indices {
            guard let reading = blocks[place].reading(of: piece, text: text),
                isPlace(place, for: piece, reading)
            else { continue }
            open(place, reading, of: piece, at: index)
            return true
        }
        return false
    }

    /// Whether a line that could begin an item of several levels begins one of this level: headings are
    /// told apart by their rank, numbers by their parts.
    private mutating func isPlace(
        _ place: Int,
        for piece: SourcePiece,
        _ reading: CellReading
    ) -> Bool {
        let block = blocks[place].block
        if block.form == .heading, !block.hasWords {
            let levels = blocks.filter { $0.block.form == .heading && !$0.block.hasWords }
                .map(\.level)
            let rank = piece.headingLevel ?? 7
            let above = headingRanks.last { $0.source < rank }
            let expected = above.flatMap { above in levels.first { $0 > above.level } } ?? levels[0]
            guard above == nil || above?.level != levels.last, expected == blocks[place].level
            else {
                return false
            }
            headingRanks.removeAll { $0.source >= rank }
            headingRanks.append((rank, expected))
            return true
        }
        let numbered = blocks.indices.filter {
            blocks[$0].block.form == .numbered && !blocks[$0].block.hasWords
        }
        guard numbered.count > 1, let first = numbered.firstIndex(of: place) else { return true }
        let parts = reading.ownNumber?.split(separator: ".").count ?? 1
        return first == min(parts, numbered.count) - 1
    }

    private mutating func open(
        _ place: Int,
        _ reading: CellReading,
        of piece: SourcePiece,
        at index: Int
    ) {
        region = .blocks
        for loose in blockState.loose {
            find(
                loose.line,
                "text-between-items",
                "“\(Self.short(loose.words))” stands between two items of the plan and belongs to none; "
                    + "it is kept as text behind them."
            )
        }
        blockState.loose = []
        let level = blocks[place].level
        let number = reading.ownNumber
        if let number { noteRepeated(number, at: level, of: piece) }
        let draft = add(level: level, number: number, line: piece.line)
        blockState.open = (draft, place)
        open = nil
        take(reading, to: draft, at: index)
        trace(piece.line, "\(levelName(level)) \(number ?? Self.short(piece.words))")
    }

    private mutating func noteRepeated(_ number: String, at level: Int, of piece: SourcePiece) {
        let parent = parentDraft(of: level).map { drafts[$0].item.id }
        guard let first = drafts.first(numbered: number, at: level),
            drafts[first].item.parent == parent,
            blockState.repeated.insert("\(level)/\(parent ?? "")/\(number)").inserted
        else { return }
        find(
            piece.line,
            "number-twice",
            "The number \(number) stands at more than one \(levelName(level)), first on line "
                + "\(drafts[first].line); the printed numbers are kept."
        )
    }

    /// Gives the values of a line to an item, and the words around them to the layout.
    private mutating func take(_ reading: CellReading, to draft: Int, at index: Int) {
        postTemplate(reading, index, 0)
        for value in reading.values where !value.words.isEmpty {
            guard value.target.field != "number" else {
                post(value.words, index, 0, to: .item(.table, draft, "number"))
                continue
            }
            add(value.markup, words: value.words, to: value.target.field, of: draft, from: index)
        }
    }

    // MARK: What stands below an item

    /// Takes a line that gives single fields, such as `Lead: {leads}`.
    private mutating func takeLine(
        _ text: String,
        of piece: SourcePiece,
        below open: (draft: Int, block: Int),
        at index: Int
    ) -> Bool {
        for line in blocks[open.block].lines {
            let reading = CellReading(text, in: line)
            guard reading.fits, reading.values.contains(where: { !$0.words.isEmpty }) else {
                continue
            }
            let fields = reading.values.map(\.target)
            if let field = fields.first(where: { $0.isSingle || $0.field == "leads" })?.field,
                !drafts[open.draft].isEmpty(field)
            {
                find(
                    piece.line,
                    "line-twice",
                    "“\(Self.short(piece.words))” says again what “\(line.declared.cell)” has said of "
                        + "\(drafts[open.draft].printedName); it is kept as text."
                )
                keepSaid(text, words: piece.words, index, 0)
                return true
            }
            take(reading, to: open.draft, at: index)
            trace(
                piece.line,
                "\(fields.map(\.field).joined(separator: ", ")) of \(drafts[open.draft].printedName)"
            )
            return true
        }
        return false
    }

    private mutating func addBelowBlock(
        _ text: String,
        to field: String,
        of draft: Int,
        _ piece: SourcePiece,
        at index: Int
    ) {
        var prose = Prose(markup: text)
        if let marker = piece.marker {
            prose = Prose(item: prose, ordered: marker.first?.isASCIIDigit ?? false)
        }
        let markup =
            prose.blocks.count == 1 && piece.marker == nil ? "<p>\(text)</p>" : prose.markup
        add(markup, words: piece.words, to: field, of: draft, from: index)
        trace(piece.line, "the \(field) of \(drafts[draft].printedName)")
    }

    /// Takes a row of a table that no layout declares below the item under which it stands.
    mutating func addRowBelowBlock(of piece: SourcePiece, at index: Int) -> Bool {
        guard region == .blocks, let open = blockState.open,
            let field = blocks[open.block].block.below
        else { return false }
        if piece.table != unknownTable {
            unknownTable = piece.table
            find(
                piece.line,
                "table-not-in-layout",
                "This table is not one that the layout declares; its rows are kept as the \(field) of "
                    + "\(drafts[open.draft].printedName)."
            )
        }
        drafts[open.draft].add(
            CellText(line: piece.line, text: "<p>\(Prose(piece.words).markup)</p>", posting: -1),
            to: field
        )
        postWhole(index, to: .item(.table, open.draft, field))
        trace(piece.line, "the \(field) of \(drafts[open.draft].printedName)")
        return true
    }

    // MARK: The end

    /// Throws when no item was found, and notes an end that never came.
    mutating func checkBlocks() throws(ImportError) {
        guard let action = blocks.last else { return }
        let name = levelName(action.level)
        guard drafts.contains(where: { $0.item.level == action.level }) else {
            let start = blocks.compactMap(\.block.after).first
            let missing = blockState.hasBegun ? nil : start
            let nearest = missing.flatMap { try? Template($0) }.flatMap { nearestLine(to: [$0]) }
            throw ImportError(
                source: source.name,
                message: missing.map {
                    "No line reads “\($0)”, below which the layout “\(layout.id)” expects its items. "
                        + (nearest.map { $0.message + " " } ?? "")
                        + "Choose the layout that fits, or correct the line."
                }
                    ?? "There is no \(name): the layout “\(layout.id)” expects each as "
                    + "\(action.block.form.inWords). Choose the layout that fits."
            )
        }
        let ends = blocks.compactMap(\.block.before)
        guard !ends.isEmpty, !blockState.hasEnded, region == .blocks else { return }
        find(
            drafts.last?.line ?? 0,
            "end-missing",
            "No line reads “\(ends.joined(separator: "” or “"))”, above which the items end; what stands below "
                + "the last one was taken for its own."
        )
    }
}

extension LayoutBlock.Form {
    fileprivate var inWords: String {
        switch self {
        case .heading: "a heading"
        case .numbered: "a line that begins with a number"
        case .bulleted: "an item of a list with bullets"
        case .paragraph: "a paragraph with its words"
        }
    }
}
