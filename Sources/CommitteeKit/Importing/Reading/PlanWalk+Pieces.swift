// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Takes one piece of the document to where it belongs.
    mutating func take(_ index: Int) {
        let piece = pieces[index]
        guard !piece.words.isEmpty else { return }
        if isFurniture(piece) {
            if keepsOtherFact(piece, at: index) { return }
            trace(piece.line, "the title, or a line that the layout knows")
            return postFurniture(index)
        }
        switch piece.content {
        case .row(let cells, let isMarkedHeader):
            if isMarkedHeader || source.format == .csv, region == .key,
                piece.cellWords == LayoutWords.keyColumns
            {
                trace(piece.line, "header of the key")
                return postWhole(index, to: .layout("the header of the key"))
            }
            take(row: cells, of: piece, at: index)
        case .text(let text, let level, let marker):
            take(text: text, headingLevel: level, marker: marker, of: piece, at: index)
        }
    }

    /// Keeps as text a title or fact that says something else than the first of its kind.
    private mutating func keepsOtherFact(_ piece: SourcePiece, at index: Int) -> Bool {
        guard let (stated, here) = otherFact(in: piece) else { return false }
        find(
            piece.line,
            "fact-differs",
            "The document says “\(Self.short(here))” here, and “\(Self.short(stated))” before; what it said "
                + "first was taken, and this line is kept as text."
        )
        for (cell, words) in piece.cellWords.enumerated() where !words.isEmpty {
            keepSaid(Prose(words).markup, words: words, index, cell)
        }
        return true
    }

    private mutating func postFurniture(_ index: Int) {
        let isFirst = factLines.values.contains(pieces[index].line)
        postWhole(index, to: isFirst ? .plan("its title or facts") : .furniture)
    }

    // MARK: Rows

    private mutating func take(row cells: [String], of piece: SourcePiece, at index: Int) {
        if enterTable(of: piece, at: index) {
            lastWidth = cells.count
            return
        }
        if startsKeyAcross(cells, of: piece, at: index) { return }
        lastWidth = cells.count
        switch region {
        case .plan: takePlanRow(cells, of: piece, at: index)
        case .checks where !map.isEmpty: takeCheck(cells, of: piece, at: index)
        case .key: takeKeyRow(cells, of: piece, at: index)
        case .list(let list) where !map.isEmpty: takeListed(cells, in: list, at: index)
        case .front, .notes, .blocks, .closing, .checks, .list:
            if takeHeadingLine(cells, of: piece, at: index) { return }
            if announcesTable(at: index), openHeading(cells, of: piece, at: index) { return }
            if addBelow(cells, of: piece, at: index) { return }
            if addRowBelowBlock(of: piece, at: index) { return }
            if piece.table != unknownTable {
                unknownTable = piece.table
                find(
                    piece.line,
                    "table-not-in-layout",
                    "This table is not one that the layout declares; its rows are kept as text."
                )
            }
            keep(text: Prose(piece.words).markup, of: piece, at: index)
        }
    }

    // MARK: Text

    private mutating func take(
        text: String,
        headingLevel: Int?,
        marker: String?,
        of piece: SourcePiece,
        at index: Int
    ) {
        if isCaption(text, at: index) {
            trace(piece.line, "caption of a table")
            return postWhole(index, to: .repeated("the heading"))
        }
        if enterRegion(piece, at: index) { return }
        if takeFootnotes(piece, at: index) { return }
        if !blocks.isEmpty, takeBlock(text, of: piece, at: index) { return }
        if takeHeadingLine([text], of: piece, at: index) { return }
        if takeBelowRow([text], of: piece, at: index) { return }
        if announcesTable(at: index) || region == .plan {
            if openHeading([text], of: piece, at: index) {
                if region.isList { region = .closing }
                return
            }
        }
        if addBelow([text], of: piece, at: index) { return }
        if region == .plan, addStray(text, of: piece, at: index) { return }
        if tableGoesOn(after: index) {
            find(
                piece.line,
                "text-between-rows",
                "“\(Self.short(piece.words))” stands between two rows of the table of "
                    + "\(name(of: region)); it is kept as text."
                    + (region == .plan && layout.actionLevel > 0
                        ? " If it is a heading of the rows below it, declare it under “headings”, as "
                            + "{ row = \"{text}\" }." : "")
            )
            post(piece.words, index, to: .text)
            texts.append(PlanText(place: .closing, text: Prose(markup: text)))
            return trace(piece.line, "text: \(PlanText.Place.closing.rawValue)")
        }
        noteUndeclaredHeading(piece, at: index)
        if region == .checks || region == .key { region = .front }
        if region == .plan || region.isList { region = .closing }
        keep(text: text, headingLevel: headingLevel, marker: marker, of: piece, at: index)
    }

    /// Whether the table that stands open goes on below a line of text: the next row is no header, and
    /// it has the cells of the table's rows.
    private func tableGoesOn(after index: Int) -> Bool {
        guard !map.isEmpty, lastWidth > 1 else { return false }
        for next in pieces[(index + 1)...].prefix(3) {
            guard next.headingLevel == nil else { return false }
            guard case .row(let cells, let isMarkedHeader) = next.content else { continue }
            guard !isMarkedHeader, cells.count == lastWidth else { return false }
            return headerMap(next.cellWords, columns: columns).count < columns.needed
        }
        return false
    }

    /// Notes a heading between two tables of the plan that the layout does not declare.
    private mutating func noteUndeclaredHeading(_ piece: SourcePiece, at index: Int) {
        guard headers > 0, region == .plan || region == .closing,
            headerStandsNext(to: index, within: 3), piece.words.utf8.count <= 200
        else { return }
        find(
            piece.line,
            "heading-undeclared",
            "“\(Self.short(piece.words))” stands above a table of the plan and is no heading of the "
                + "layout, so the rows below it were not put under it; it is kept as text. If it "
                + "divides the plan, declare it under “headings”."
        )
    }

    /// Recognises the heading of a table or of the notes.
    private mutating func enterRegion(_ piece: SourcePiece, at index: Int) -> Bool {
        let tables: [(Region, Template?)] =
            [
                (.checks, layout.checks?.heading)
            ] + lists.map { (.list($0.list), $0.heading) }
        for (region, heading) in tables {
            guard let heading, let match = heading.match(piece.words, whole: true) else { continue }
            let other = match["period"].flatMap { period in
                period.isEmpty || sameWords(period, titlePeriod) || isOfPlan(period) ? nil : period
            }
            enter(
                region,
                by: "heading of the table of \(name(of: region))",
                at: index,
                without: other
            )
            return true
        }
        if let key = layout.key, sameWords(key.heading, piece.words) {
            enter(.key, by: "heading of the status key", at: index)
            return true
        }
        if let notes = layout.notesHeading, sameWords(notes, piece.words) {
            enter(.notes, by: "heading of the notes", at: index)
            return true
        }
        return false
    }

    private mutating func enter(
        _ region: Region,
        by what: String,
        at index: Int,
        without period: String? = nil
    ) {
        flushBelow()
        headed = nil
        self.region = region
        map = [:]
        undeclared = [:]
        lastHeading = pieces[index].words
        trace(pieces[index].line, what)
        guard let period else { return postWhole(index, to: .layout("the \(what)")) }
        find(
            pieces[index].line,
            "period-differs",
            "The heading speaks of “\(period)” and the plan of “\(titlePeriod)”; the words are kept as text."
        )
        let rest = pieces[index].words.replacing(period, with: " ", maxReplacements: 1)
        post(rest.trimmingSpace, index, to: .layout("the \(what)"))
    }

    /// Whether a bold line right above a table says what the heading above it has said, or the line is the
    /// caption that the layout itself writes.
    private func isCaption(_ text: String, at index: Int) -> Bool {
        guard index + 1 < pieces.count else { return false }
        if repeatsHeading(index) { return true }
        let hasBare = layout.headings.values.contains { !$0.isRow && $0.template.isOnlyGaps }
        let caption = risks == nil ? PlanTable.caption : RegisterWriter.caption
        if !hasBare, pieces[index].headingLevel == nil, sameWords(pieces[index].words, caption),
            pieces[index + 1].isRow, headerStandsNext(to: index + 1, within: 1)
        {
            return true
        }
        guard case .row(_, true) = pieces[index + 1].content,
            case .paragraph(let inlines)? = Prose(markup: text).blocks.first, inlines.count == 1,
            case .strong = inlines[0]
        else { return false }
        let words = pieces[index].words
        return sameWords(words, lastHeading) || sameWords(words, PlanTable.caption)
    }

    /// Whether a line above a table says what the heading says that stands before it, as the caption of a
    /// web page's table does; a few lines of text may stand between, such as who leads.
    func repeatsHeading(_ index: Int) -> Bool {
        guard index > 0, index + 1 < pieces.count, pieces[index + 1].isRow,
            !pieces[index].isRow, pieces[index].headingLevel == nil,
            let above = pieces[max(0, index - 9)..<index].lastIndex(where: {
                $0.isRow || $0.headingLevel != nil
            }), !pieces[above].isRow
        else { return false }
        return sameWords(pieces[index].words.droppingColon, pieces[above].words.droppingColon)
    }

    func sameWords(_ first: String, _ second: String) -> Bool {
        first.comparisonKey == second.comparisonKey
    }

    /// Reads a line of footnotes: a mark in raised digits, then the note, perhaps several.
    private mutating func takeFootnotes(_ piece: SourcePiece, at index: Int) -> Bool {
        guard let first = piece.words.first, Character.raisedDigits[first] != nil else {
            return false
        }
        let notes = Self.footnotes(in: piece.words)
        guard !notes.isEmpty else { return false }
        for note in notes where footnotes.insert(note).inserted { plan.footnotes.append(note) }
        trace(piece.line, notes.map { "footnote \($0.mark)" }.joined(separator: ", "))
        postWhole(index, to: .footnote)
        return true
    }

    private static func footnotes(in words: String) -> [PlanFootnote] {
        var notes: [PlanFootnote] = []
        var mark = ""
        var text = ""
        func finish() {
            let whole = text.trimmingSpace
            if !mark.isEmpty, !whole.isEmpty {
                notes.append(PlanFootnote(mark: mark, text: Prose(whole)))
            }
            text = ""
        }
        var previous: Character = " "
        for character in words {
            if let digit = Character.raisedDigits[character] {
                if previous.isWhitespace {
                    finish()
                    mark = ""
                }
                mark.append(digit)
            } else {
                text.append(character)
            }
            previous = character
        }
        finish()
        return notes
    }

    /// Keeps text that stands around the tables.
    mutating func keep(
        text: String,
        headingLevel: Int? = nil,
        marker: String? = nil,
        of piece: SourcePiece,
        at index: Int
    ) {
        postWhole(index, to: .text)
        var place = placeOfText
        if layout.reading.signatory.contains(where: { words in
            piece.words.comparisonKey.hasPrefix(words.comparisonKey)
        }) {
            place = .signatory
            if let last = texts.indices.last, texts[last].isName { texts[last].place = .signatory }
        }
        trace(piece.line, "text: \(place.rawValue)")
        var prose = Prose(markup: text)
        if headingLevel != nil { prose = Prose(prose.singleLine) }
        if let marker { prose = Prose(item: prose, ordered: marker.first?.isASCIIDigit ?? false) }
        if let last = texts.last, last.place == place, last.headingLevel == nil,
            last.text.isList(like: prose)
        {
            texts[texts.count - 1].text.join(list: prose)
            return
        }
        texts.append(PlanText(place: place, headingLevel: headingLevel, text: prose))
    }
}

extension PlanText {
    /// Whether the text could be the name of the one who signs below it.
    fileprivate var isName: Bool {
        let words = text.singleLine.split(separator: " ")
        return headingLevel == nil && (2...5).contains(words.count)
            && words.allSatisfy { $0.first?.isUppercase ?? false }
    }
}
