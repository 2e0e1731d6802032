// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Reads one row of the plan's table.
    mutating func takePlanRow(_ cells: [String], of piece: SourcePiece, at index: Int) {
        if let answered = answerCells(of: index) {
            readPlanRow(answered, of: pieces[index], at: index)
            var items = current.mapValues { drafts[$0].item.id }
            items[layout.actionLevel] = open.map { drafts[$0].item.id }
            rowItems[index] = items
        } else {
            readPlanRow(cells, of: piece, at: index)
        }
    }

    private mutating func readPlanRow(_ cells: [String], of piece: SourcePiece, at index: Int) {
        let row = mapped(cells)
        if takeHeadingLine(cells, of: piece, at: index) { return }
        if takeBelowRow(cells, of: piece, at: index) { return }
        let hasNumber = actionNumber(in: row) != nil || saysNoNumber(in: row, columns)
        if !hasNumber || standsAlone(piece), openHeading(cells, of: piece, at: index) { return }
        if !hasNumber, let pending = pendingBelow,
            headerFollows(index)
                || !hasLevelNumber(row) && !(pending.isRow && looksLikeAction(row)),
            addBelow(cells, of: piece, at: index)
        {
            return
        }
        flushBelow()
        headed = nil
        let levelsBefore = current
        for level in 0..<layout.actionLevel { takeLevel(level, row, of: piece, at: index) }
        if current != levelsBefore { open = nil }
        takeActions(row, of: piece, at: index)
        takeCovered(of: piece)
        takeStray(cells, of: piece, at: index)
    }

    func mapped(_ cells: [String]) -> [Int: String] {
        map.reduce(into: [:]) { row, entry in
            guard entry.value < cells.count, !Self.isBlank(cells[entry.value]) else { return }
            row[entry.key] = cells[entry.value]
        }
    }

    /// Whether a cell holds nothing, or the marks of an empty paragraph alone.
    private static func isBlank(_ cell: String) -> Bool {
        cell.isEmpty
            || cell.contains("<") && Prose(markup: cell).singleLine.isEmpty
                && !cell.contains("<li")
    }

    /// Whether one cell of a row is filled and no other.
    private func standsAlone(_ piece: SourcePiece) -> Bool {
        piece.cellWords.count { !$0.isEmpty } == 1
    }

    func actionNumber(in row: [Int: String]) -> String? {
        guard let column = columns.numbers, let cell = row[column] else { return nil }
        return CellReading(cell, in: columns[column]).ownNumber
    }

    /// Whether a row says by a mark that its item has no number, and anything else.
    func saysNoNumber(in row: [Int: String], _ columns: ReadingColumns) -> Bool {
        guard let column = columns.numbers, let cell = row[column],
            !columns[column].isNumberAlone || columns.own.count(where: { row[$0] != nil }) > 1
        else { return false }
        return CellReading(cell, in: columns[column]).hasNoNumber
    }

    /// Whether a row without a number could be an action: it has its own text and another field.
    private func looksLikeAction(_ row: [Int: String]) -> Bool {
        guard columns.numbers == nil else { return false }
        return columns.own.count { row[$0] != nil } > 1
    }

    /// Whether the header of the plan's table stands in one of the next rows.
    private func headerFollows(_ index: Int) -> Bool {
        pieces[(index + 1)...].prefix(3).contains { piece in
            guard piece.isRow else { return false }
            return headerMap(piece.cellWords, columns: columns).count * 2 > columns.indices.count
        }
    }

    /// Whether a cell of the row holds the number of a level.
    private func hasLevelNumber(_ row: [Int: String]) -> Bool {
        columns.indices.contains { index in
            let fields = columns[index].targets.compactMap { target in
                if case .level(_, let field) = target { field } else { nil }
            }
            guard fields.contains("number"), fields.contains("text"), let cell = row[index] else {
                return false
            }
            return CellReading(cell, in: columns[index]).fits
        }
    }

    // MARK: Levels in columns

    /// Reads the cells of a level that stands in columns of its own.
    private mutating func takeLevel(
        _ level: Int,
        _ row: [Int: String],
        of piece: SourcePiece,
        at index: Int
    ) {
        var number: (words: String, cell: Int)?
        var text: (value: CellReading.Value, cell: Int)?
        var others: [(value: CellReading.Value, cell: Int)] = []
        var hasNoNumber = false
        for column in columns.of(level: level) {
            guard let cell = row[column], let place = map[column] else { continue }
            let reading = CellReading(cell, in: columns[column])
            stand(in: place)
            hasNoNumber = hasNoNumber || reading.hasNoNumber
            noteUnfit(reading, in: column, of: level, words: piece.cellWords[place], at: index)
            // A column of two subjects is accounted for with the row's own item.
            if !columns.own.contains(column) { postTemplate(reading, index, place) }
            for value in reading.values {
                guard case .level(level, let field) = value.target, !value.words.isEmpty else {
                    continue
                }
                switch field {
                case "number": number = (value.words, place)
                case "text": text = (value, place)
                default: others.append((value, place))
                }
            }
        }
        stand(in: number?.cell ?? text?.cell)
        // A section without a number does not go on with one that has one.
        let isNew = hasNoNumber && current[level].map { drafts[$0].item.number != nil } ?? false
        place(level: level, number: number, text: text, isNew: isNew, of: piece, at: index)
        stand(in: nil)
        guard let draft = current[level] else { return }
        for (value, cell) in others {
            let field = value.target.field
            if drafts[draft].key(field) == value.words.comparisonKey {
                post(value.words, index, cell, to: .repetition(.table, draft, field))
            } else {
                add(value.markup, words: value.words, to: field, of: draft, from: index, cell)
            }
        }
    }

    /// Notes that something else stands where the number of a level is expected.
    private mutating func noteUnfit(
        _ reading: CellReading,
        in column: Int,
        of level: Int,
        words: String,
        at index: Int
    ) {
        guard !reading.fits, columns[column].isNumberAlone else { return }
        find(
            pieces[index].line,
            "number-unread",
            "“\(Self.short(words))” stands where a number of \(levelName(level)) is expected."
        )
    }

    private mutating func place(
        level: Int,
        number: (words: String, cell: Int)?,
        text: (value: CellReading.Value, cell: Int)?,
        isNew: Bool,
        of piece: SourcePiece,
        at index: Int
    ) {
        guard number != nil || text != nil else { return }
        if !isNew, let open = current[level] {
            let have = drafts[open].item.number
            if number == nil || number?.words == have {
                if let number {
                    post(number.words, index, number.cell, to: .repetition(.table, open, "number"))
                }
                guard let text else { return }
                if drafts[open].key("text") == text.value.words.comparisonKey {
                    post(text.value.words, index, text.cell, to: .repetition(.table, open, "text"))
                } else if number == nil, have == nil {
                    add(level: level, number: nil, text: text, at: index)
                } else {
                    add(
                        text.value.markup,
                        words: text.value.words,
                        to: "text",
                        of: open,
                        from: index,
                        text.cell
                    )
                }
                return
            }
            if let number, text == nil, layout.headings[level] != nil {
                return find(
                    piece.line,
                    "number-differs",
                    "The row says \(levelName(level)) \(number.words), but stands below "
                        + "\(levelName(level)) \(have ?? "")."
                )
            }
        }
        if let number {
            let isRestart = restarts(number.words, at: level)
            if !isRestart, drafts.first(numbered: number.words, at: level) != nil {
                noteRepeated(number: number.words, level: level, of: piece, at: index)
            }
            openLostParent(of: number.words, level: level, piece: piece, at: index)
        }
        add(level: level, number: number, text: text, at: index)
        trace(
            piece.line,
            "\(levelName(level)) \(number?.words ?? Self.short(text?.value.words ?? ""))"
        )
    }

    /// Adds a new item whose number and text stand in cells.
    @discardableResult
    private mutating func add(
        level: Int,
        number: (words: String, cell: Int)?,
        text: (value: CellReading.Value, cell: Int)?,
        at index: Int
    ) -> Int {
        let draft = add(level: level, number: number?.words, line: pieces[index].line)
        if number == nil, let text { noteAgain(text.value.words, at: level, is: draft, at: index) }
        if let number {
            post(number.words, index, number.cell, to: .item(.table, draft, "number"))
        }
        if let text {
            add(
                text.value.markup,
                words: text.value.words,
                to: "text",
                of: draft,
                from: index,
                text.cell
            )
        }
        return draft
    }

    /// Notes a section that stood above already, which the rows between have closed.
    private mutating func noteAgain(
        _ words: String,
        at level: Int,
        is draft: Int,
        at index: Int
    ) {
        let key = words.comparisonKey
        let parent = drafts[draft].item.parent
        guard let first = drafts.opened(by: key, at: level, below: parent) else {
            return drafts.noteHeading(key, at: level, below: parent, is: draft)
        }
        find(
            pieces[index].line,
            "section-again",
            "“\(Self.short(words))” stood above already, on line \(drafts[first].line); the rows from here "
                + "on are under a \(levelName(level)) of their own. If they belong together, put them "
                + "together in the document."
        )
    }

    private mutating func noteRepeated(
        number: String,
        level: Int,
        of piece: SourcePiece,
        at index: Int
    ) {
        var message = "\(levelName(level)) \(number) stands twice"
        if let first = drafts.first(numbered: number, at: level) {
            message += ", first on line \(drafts[first].line)"
        }
        if let next = nextNumber(level: level, after: index) {
            message += "; the next is \(next), so this may be a number badly extracted"
        }
        find(piece.line, "number-twice", message + ". The printed number is kept.")
    }

    /// Whether a number that stands above already is no doubt: the numbers of its section begin as those
    /// of a section before it, and it stands in this one for the first time.
    private mutating func restarts(_ number: String, at level: Int) -> Bool {
        guard let parent = parentDraft(of: level).map({ drafts[$0].item.id }) else { return false }
        return numbersBelow[level, default: NumbersOfSections()].note(number, below: parent)
    }

    /// Opens the level above when numbers show that its heading was lost.
    private mutating func openLostParent(
        of number: String,
        level: Int,
        piece: SourcePiece,
        at index: Int
    ) {
        guard level > 0, let parent = current[level - 1],
            let above = drafts[parent].item.number.flatMap({ Int($0) })
        else { return }
        var wanted = number.split(separator: ".").first.flatMap { Int($0) }
        guard number.contains("."), let first = wanted, first != above else { return }
        if drafts.first(numbered: String(first), at: level - 1) != nil {
            wanted = nextNumber(level: level, after: index)
                .flatMap { $0.split(separator: ".").first }.flatMap { Int($0) }
        }
        guard let wanted, wanted > above else { return }
        find(
            piece.line,
            "heading-lost",
            "The heading of \(levelName(level - 1)) \(wanted) is lost: \(levelName(level)) "
                + "\(number) stands here, after \(levelName(level - 1)) \(above). An empty "
                + "\(levelName(level - 1)) \(wanted) was opened."
        )
        let draft = add(level: level - 1, number: String(wanted), line: piece.line)
        drafts[draft].isInvented = true
    }

    /// The next number of a level that a later row of the plan's table gives.
    private func nextNumber(level: Int, after index: Int) -> String? {
        let wanted = ReadingColumns.Target.level(level, "number")
        guard let column = columns.indices.first(where: { columns[$0].holds(wanted) }),
            let position = map[column]
        else { return nil }
        for piece in pieces[(index + 1)...].prefix(60) {
            guard case .row(let cells, _) = piece.content, position < cells.count else { continue }
            let reading = CellReading(cells[position], in: columns[column])
            if reading.fits, let number = reading.values.first(where: { $0.target == wanted }) {
                return number.words
            }
        }
        return nil
    }

    // MARK: The action

    mutating func takeAction(_ row: [Int: String], of piece: SourcePiece, at index: Int) {
        let filled = columns.own.filter { row[$0] != nil }
        guard !filled.isEmpty else { return }
        openAction(row, filled, of: piece, at: index)
        guard let open else {
            find(
                piece.line,
                "row-without-action",
                "“\(Self.short(piece.words))” stands in the table before any \(noun); it is kept "
                    + "as text."
            )
            for column in filled {
                guard let cell = map[column] else { continue }
                keepSaid(row[column] ?? "", words: piece.cellWords[cell], index, cell)
            }
            return
        }
        let coloured = takeColours(row, columns, at: index)
        for cell in coloured.cells { drafts[open].add(cell, to: "status") }
        for column in filled where !coloured.done.contains(column) {
            take(row[column] ?? "", in: column, to: open, at: index)
            takeDue(row[column] ?? "", in: column, to: open, at: index)
        }
    }

    /// Opens the action that a row begins, or leaves open the one that it goes on with.
    private mutating func openAction(
        _ row: [Int: String],
        _ filled: [Int],
        of piece: SourcePiece,
        at index: Int
    ) {
        if let number = actionNumber(in: row) {
            let isRestart = restarts(number, at: layout.actionLevel)
            if !isRestart, drafts.first(numbered: number, at: layout.actionLevel) != nil {
                find(
                    piece.line,
                    "number-twice",
                    "\(noun.sentence) \(number) stands twice; the printed number is kept."
                )
            }
            open = add(level: layout.actionLevel, number: number, line: piece.line)
            return trace(piece.line, "\(noun) \(number)")
        }
        if saysNoNumber(in: row, columns) {
            open = add(level: layout.actionLevel, number: nil, line: piece.line)
            return trace(piece.line, "\(noun) \(open.map { drafts[$0].printedName } ?? "")")
        }
        if let column = columns.numbers {
            guard columns[column].isNumberAlone, let cell = row[column], filled.count > 1 else {
                guard let open else { return }
                noteSecondValues(row, filled, of: piece)
                return trace(
                    piece.line,
                    "\(noun) \(drafts[open].printedName), continued"
                )
            }
            open = add(level: layout.actionLevel, number: nil, line: piece.line)
            find(
                piece.line,
                "number-unread",
                "“\(Self.short(Prose(markup: cell).singleLine))” stands where the number of \(aNoun) is "
                    + "expected; the row was read as \(aNoun) without a number."
            )
            return trace(piece.line, "\(noun) \(open.map { drafts[$0].printedName } ?? "")")
        }
        noteMerged(row, of: piece)
        if risks == nil, filled.count == 1, columns.own.count > 1, row.count == 1 {
            noteBare(piece)
        }
        open = add(level: layout.actionLevel, number: nil, line: piece.line)
        trace(piece.line, "\(noun) \(open.map { drafts[$0].printedName } ?? "")")
    }

    /// Notes a row with one cell alone, which may be a heading.
    private mutating func noteBare(_ piece: SourcePiece) {
        find(
            piece.line,
            "action-bare",
            "“\(Self.short(piece.words))” stands alone in its row and was counted as an action. If it is "
                + "a heading, declare it under “headings”, as { row = \"{text}\" }."
        )
    }

    /// Notes a row without a number that has a status or a timescale although its action has one.
    private mutating func noteSecondValues(
        _ row: [Int: String],
        _ filled: [Int],
        of piece: SourcePiece
    ) {
        guard let open else { return }
        for column in filled {
            // A page may break a row's leads over two rows; a file of cells breaks none.
            guard let target = columns[column].targets.last,
                target.isSingle || target.field == "leads" && source.format == .csv,
                !drafts[open].isEmpty(target.field), let cell = row[column],
                Prose(markup: cell).singleLine.contains(where: { $0.isLetter || $0.isNumber })
            else { continue }
            return find(
                piece.line,
                "row-continued",
                "The row has no number, so it was read as a part of action "
                    + "\(drafts[open].printedName); but both have a "
                    + "\(Self.valueName(target.field)). If it is an action "
                    + "of its own, give it a number by a repair."
            )
        }
    }

    private static func valueName(_ field: String) -> String {
        if field == "leads" { return "lead" }
        return field.hasPrefix("status") ? "status" : "timescale"
    }

    mutating func take(_ cell: String, in column: Int, to draft: Int, at index: Int) {
        guard let position = map[column] else { return }
        stand(in: position)
        defer { stand(in: nil) }
        let line = pieces[index].line
        if let tick = columns[column].declared.tick {
            let text = takeTick(
                tick,
                cell,
                in: columns[column],
                at: index,
                position,
                exitsAs: .item(.table, draft, "status")
            )
            if let text {
                drafts[draft].add(text, to: columns[column].tickField)
            }
            return
        }
        let reading = CellReading(cell, in: columns[column])
        // A cell without its number goes on with the row above, which is a form of its own.
        let isContinued =
            columns[column].targets.contains { $0.isNumber }
            && !reading.values.contains { $0.target.isNumber }
        if !reading.fits, !isContinued, let last = reading.values.last?.target {
            find(
                line,
                "cell-unlike-layout",
                "“\(Self.short(Prose(markup: cell).singleLine))” is not of the form "
                    + "“\(columns[column].declared.cell)”; it was read as \(fieldWords(last.field)) of \(noun) "
                    + "\(drafts[draft].printedName)."
            )
        }
        postTemplate(reading, index, position)
        for value in reading.values {
            guard case .own(let field) = value.target, !value.words.isEmpty else { continue }
            if field == "number" {
                post(value.words, index, position, to: .item(.table, draft, "number"))
                continue
            }
            take(value, as: field, in: column, at: position, to: draft, from: index)
        }
    }

    private mutating func take(
        _ value: CellReading.Value,
        as field: String,
        in column: Int,
        at position: Int,
        to draft: Int,
        from index: Int
    ) {
        let line = pieces[index].line
        if field == "leads", !drafts[draft].isEmpty(field), repeatsAction(value.words, draft: draft)
        {
            find(
                line,
                "stray-text",
                "The cell of leads holds “\(Self.short(value.words))”, words of the action beside it; "
                    + "they were not read as leads."
            )
            return keepSaid(value.markup, words: value.words, index, position)
        }
        let markup = takingStatus(atEndOf: value, in: column, to: draft, from: index, position)
        if !markup.isEmpty { add(markup, to: field, of: draft, from: index, position) }
        noteDoubledWords(value.words, line: line)
    }

    /// Takes a status from the end of the last cell, on a page that lost its column of statuses.
    private mutating func takingStatus(
        atEndOf value: CellReading.Value,
        in column: Int,
        to draft: Int,
        from index: Int,
        _ position: Int
    ) -> String {
        guard layout.reading.statusAtCellEnd, lacksStatusColumn, column == map.keys.max() else {
            return value.markup
        }
        let prose = Prose(markup: value.markup)
        guard let letter = prose.lastWord, letter != prose.singleLine,
            reader.scheme?.keys.contains(where: { $0.letter == letter }) ?? false
        else { return value.markup }
        find(
            pieces[index].line,
            "status-at-cell-end",
            "This page has no column of statuses; the “\(letter)” at the end of the last cell was "
                + "read as the status of action \(drafts[draft].printedName)."
        )
        add(letter, to: "status", of: draft, from: index, position)
        return prose.droppingLast(characters: letter.count).markup
    }

    private func repeatsAction(_ words: String, draft: Int) -> Bool {
        guard words.split(separator: " ", maxSplits: 4).count >= 4 else { return false }
        return Likeness.share(of: words, in: drafts[draft].words("text")) >= 0.75
    }

    private mutating func noteDoubledWords(_ text: String, line: Int) {
        let words = text.split(separator: " ")
        for (first, second) in zip(words, words.dropFirst())
        where first.count >= 4 && first == second && first.allSatisfy(\.isLetter) {
            return find(
                line,
                "words-doubled",
                "“\(first) \(second)”: the word stands twice, perhaps by the extraction."
            )
        }
    }

    /// Notes that a row seems to go on with the action of the row before.
    private mutating func noteMerged(_ row: [Int: String], of piece: SourcePiece) {
        guard let previous = open ?? drafts.indices.last,
            drafts[previous].item.level == layout.actionLevel,
            let column = columns.indices.first(where: { columns[$0].declared.field == "text" }),
            let first = Prose(markup: row[column] ?? "").singleLine.first, first.isLowercase
        else { return }
        let text = drafts[previous].words("text")
        guard text.last == "-" || text.last?.isLetter == true else { return }
        find(
            drafts[previous].line,
            "actions-merged",
            "The row of line \(piece.line) goes on in the middle of a sentence of this one, so two "
                + "actions run together over two rows; whose status and whose timescale each row "
                + "holds is uncertain. Both are kept as printed."
        )
    }
}
