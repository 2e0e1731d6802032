// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Takes one piece of the document to where it belongs.
    mutating func take(_ index: Int) {
        let piece = pieces[index]
        if isFurniture(piece) {
            return trace(piece.line, "the title, or a line that the layout knows")
        }
        switch piece.content {
        case .row(let cells, let isMarkedHeader):
            if isMarkedHeader, region == .key, cells == LayoutWords.keyColumns {
                return trace(piece.line, "header of the key")
            }
            take(row: cells, of: piece, at: index)
        case .text(let text, let level, let marker):
            take(text: text, headingLevel: level, marker: marker, of: piece, at: index)
        }
    }

    // MARK: Rows

    private mutating func take(row cells: [String], of piece: SourcePiece, at index: Int) {
        guard !piece.words.isEmpty else { return }
        if enterTable(cells, of: piece) { return }
        if startsKeyAcross(cells, of: piece) { return }
        switch region {
        case .plan: takePlanRow(cells, of: piece, at: index)
        case .checks: takeCheck(cells, of: piece)
        case .key: takeKeyRow(cells, of: piece)
        case .maintenance: takeListed(cells, in: .maintenance, of: piece)
        case .backlog: takeListed(cells, in: .backlog, of: piece)
        case .front, .notes, .closing:
            if announcesTable(at: index), openHeading(cells, of: piece, at: index) { return }
            if addBelow(cells, of: piece) { return }
            if piece.table != unknownTable {
                unknownTable = piece.table
                find(
                    piece.line,
                    "table-not-in-layout",
                    "This table is not one that the layout declares; its rows are kept as text."
                )
            }
            keep(text: Prose(piece.words).markup, of: piece)
        }
    }

    /// Recognises the header of a declared table, and enters it.
    private mutating func enterTable(_ cells: [String], of piece: SourcePiece) -> Bool {
        let tables: [(Region, [LayoutColumn])] = [
            (.plan, layout.columns), (.checks, layout.checks?.columns ?? []),
            (.maintenance, layout.maintenance?.columns ?? []),
            (.backlog, layout.backlog?.columns ?? []),
        ]
        var best: (region: Region, map: [Int: Int], columns: [LayoutColumn])?
        for (region, columns) in tables where !columns.isEmpty {
            let needed = max(2, (columns.filter { !$0.isComputed }.count * 3 + 4) / 5)
            let map = headerMap(piece.cellWords, columns: columns, atLeast: needed)
            guard map.count >= min(needed, columns.count) else { continue }
            if best == nil || map.count > (best?.map.count ?? 0) { best = (region, map, columns) }
        }
        guard let best else { return false }
        flushBelow()
        region = best.region
        map = best.map
        headerCells = (best.map.values.max() ?? 0) + 1
        if region == .plan {
            headers += 1
            if headers == 1 { firstHeader = piece.line }
            seenColumns.formUnion(best.map.keys)
            lacksStatusColumn =
                best.columns.contains { $0.field.hasPrefix("status") }
                && !best.map.keys.contains { best.columns[$0].field.hasPrefix("status") }
            noteMissingColumns(of: best.columns, line: piece.line)
        }
        trace(piece.line, "header of the table of \(name(of: region))")
        return true
    }

    private mutating func noteMissingColumns(of columns: [LayoutColumn], line: Int) {
        let missing = columns.indices.filter { !columns[$0].isComputed && map[$0] == nil }
        guard !missing.isEmpty else { return }
        let names = missing.map { "“\(columns[$0].header)”" }.joined(separator: ", ")
        find(
            line,
            "column-missing",
            "The header on this page lacks \(names); cells below it are read without."
        )
    }

    /// Which cell of a row holds the header of which column; empty when a cell is too long for one.
    func headerMap(
        _ cells: [String],
        columns: [LayoutColumn],
        atLeast least: Int = 1
    ) -> [Int: Int] {
        var map: [Int: Int] = [:]
        let filled = cells.count { !$0.isEmpty }
        guard filled >= min(least, columns.count), cells.allSatisfy({ $0.utf8.count <= 400 })
        else { return map }
        for (position, words) in cells.enumerated() where !words.isEmpty && position < 200 {
            var best: (column: Int, length: Int)?
            for (index, column) in columns.enumerated()
            where !column.isComputed && map[index] == nil {
                guard let match = column.header.match(words) else { continue }
                let length = match.range.count
                let rest = words.dropFirst(match.range.upperBound)
                if let next = rest.first, next.isLetter || next.isNumber { continue }
                if length > (best?.length ?? 0) { best = (index, length) }
            }
            if let best { map[best.column] = position }
        }
        return map
    }

    private func name(of region: Region) -> String {
        switch region {
        case .plan: "actions"
        case .checks: "progress checks"
        case .maintenance: "maintenance"
        case .backlog: "the backlog"
        case .front, .key, .notes, .closing: "text"
        }
    }

    /// Tells whether the plan's header follows so soon that headings here belong to it.
    func announcesTable(at index: Int) -> Bool {
        guard region != .plan else { return true }
        for next in pieces[index...].prefix(9) {
            guard case .row = next.content else { continue }
            let needed = max(2, (layout.columns.count * 3 + 4) / 5)
            let map = headerMap(next.cellWords, columns: layout.columns, atLeast: needed)
            if map.count >= needed { return true }
        }
        return false
    }

    // MARK: Text

    private mutating func take(
        text: String,
        headingLevel: Int?,
        marker: String?,
        of piece: SourcePiece,
        at index: Int
    ) {
        guard !piece.words.isEmpty else { return }
        if isCaption(text, at: index) { return trace(piece.line, "caption of a table") }
        if enterRegion(piece, text: text) { return }
        if takeFootnotes(piece) { return }
        if announcesTable(at: index) || region == .plan {
            if openHeading([text], of: piece, at: index) { return }
        }
        if addBelow([text], of: piece) { return }
        if region == .plan, addStray(text, of: piece, at: index) { return }
        if region == .checks || region == .key { region = .front }
        if region == .maintenance || region == .backlog || region == .plan { region = .closing }
        keep(text: text, headingLevel: headingLevel, marker: marker, of: piece)
    }

    /// Recognises the heading of a table or of the notes.
    private mutating func enterRegion(_ piece: SourcePiece, text: String) -> Bool {
        let tables: [(Region, Template?)] = [
            (.checks, layout.checks?.heading), (.maintenance, layout.maintenance?.heading),
            (.backlog, layout.backlog?.heading),
        ]
        for (region, heading) in tables {
            guard let heading, heading.match(piece.words, whole: true) != nil else { continue }
            flushBelow()
            self.region = region
            map = [:]
            trace(piece.line, "heading of the table of \(name(of: region))")
            return true
        }
        if let key = layout.key, sameWords(key.heading, piece.words) {
            flushBelow()
            region = .key
            trace(piece.line, "heading of the status key")
            return true
        }
        if let notes = layout.notesHeading, sameWords(notes, piece.words) {
            flushBelow()
            region = .notes
            trace(piece.line, "heading of the notes")
            return true
        }
        return false
    }

    /// Whether a line is wholly bold and stands right above a table, as captions are written.
    private func isCaption(_ text: String, at index: Int) -> Bool {
        guard index + 1 < pieces.count, case .row(_, true) = pieces[index + 1].content,
            case .paragraph(let inlines)? = Prose(markup: text).blocks.first, inlines.count == 1,
            case .strong = inlines[0]
        else { return false }
        return true
    }

    func sameWords(_ first: String, _ second: String) -> Bool {
        first.comparisonKey == second.comparisonKey
    }

    /// Reads a line of footnotes: a mark in raised digits, then the note, perhaps several.
    private mutating func takeFootnotes(_ piece: SourcePiece) -> Bool {
        guard let first = piece.words.first, Character.raisedDigits[first] != nil else {
            return false
        }
        var notes: [PlanFootnote] = []
        var mark = ""
        var words = ""
        func finish() {
            let text = words.trimmingSpace
            if !mark.isEmpty, !text.isEmpty {
                notes.append(PlanFootnote(mark: mark, text: Prose(text)))
            }
            words = ""
        }
        var previous: Character = " "
        for character in piece.words {
            if let digit = Character.raisedDigits[character] {
                if previous.isWhitespace {
                    finish()
                    mark = ""
                }
                mark.append(digit)
            } else {
                words.append(character)
            }
            previous = character
        }
        finish()
        for note in notes where !plan.footnotes.contains(note) { plan.footnotes.append(note) }
        trace(piece.line, notes.map { "footnote \($0.mark)" }.joined(separator: ", "))
        return true
    }

    /// Keeps text that stands around the tables.
    mutating func keep(
        text: String,
        headingLevel: Int? = nil,
        marker: String? = nil,
        of piece: SourcePiece
    ) {
        var place = PlanText.Place.introduction
        if region == .notes { place = .notes }
        if region == .closing { place = .closing }
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
            let joined = last.text.joiningList(prose)
        {
            texts[texts.count - 1].text = joined
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
