// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    // MARK: Progress checks

    /// Reads one row of the table of progress checks.
    mutating func takeCheck(_ cells: [String], of piece: SourcePiece, at index: Int) {
        guard let columns = layout.checks?.columns else { return }
        let place = plan.statedChecks.count
        let row = CheckRow(columns: columns, map: map, cells: piece.cellWords)
        guard let date = row.words["date"], !date.words.isEmpty else {
            find(
                piece.line,
                "check-unread",
                "“\(Self.short(piece.words))” stands in the table of progress checks without a date; it "
                    + "is kept as text."
            )
            for (cell, words) in piece.cellWords.enumerated() where !words.isEmpty {
                keepSaid(cells[cell], words: words, index, cell)
            }
            return
        }
        let name = row.words["name"]?.words ?? ""
        if plan.statedChecks.contains(where: {
            sameWords($0.words, date.words) && sameWords($0.name, name)
        }) {
            find(
                piece.line,
                "check-twice",
                "The progress check of \(date.words) stands twice; the first was taken, this row is kept as "
                    + "text."
            )
            for (cell, words) in piece.cellWords.enumerated() where !words.isEmpty {
                keepSaid(cells[cell], words: words, index, cell)
            }
            return
        }
        var check = ProgressCheck(
            date: day(date.words),
            words: date.words,
            name: name,
            total: nil,
            completed: nil,
            added: nil,
            ongoing: nil,
            isStated: true
        )
        for field in ["date", "name"] {
            guard let said = row.words[field] else { continue }
            post(said.words, index, said.cell, to: .check(place))
        }
        for (field, path) in CheckRow.figures {
            guard let said = row.words[field] else { continue }
            check[keyPath: path] = figure(said.words, field, at: index, said.cell, of: place)
        }
        takeFurther(row.further, of: place, to: &check, at: index)
        if check.date == nil, date.words != plan.statedFact("published") {
            find(
                piece.line,
                "date-unread",
                "The progress check is dated “\(date.words)”, which is not a day; its figures are kept "
                    + "with these words."
            )
        }
        plan.statedChecks.append(check)
        checkLines.append(piece.line)
        trace(piece.line, "progress check of \(date.words)")
        takeStray(cells, of: piece, at: index)
    }

    private mutating func figure(
        _ words: String,
        _ name: String,
        at index: Int,
        _ cell: Int,
        of check: Int
    ) -> Int? {
        guard !words.isEmpty, !words.allSatisfy({ $0.isDash || $0.isWhitespace }) else {
            return nil
        }
        if let number = Self.wholeNumber(words) {
            post(words, index, cell, to: .check(check))
            return number
        }
        find(
            pieces[index].line,
            "figure-unread",
            "“\(Self.short(words))” stands where the number of \(name) is expected."
        )
        return nil
    }

    /// A whole number, perhaps with its thousands set apart: `1,204`, but not the two numbers `7 1`.
    private static func wholeNumber(_ words: String) -> Int? {
        let groups = words.split { $0.isWhitespace || $0 == "," }
        guard groups.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
            groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.count <= 1 || groups[0].count <= 3
        else { return nil }
        return Int(groups.joined())
    }

    /// The day that words name exactly, if they do.
    func day(_ words: String) -> CivilDate? {
        let reading = reader.timescales.read(words)
        guard let due = reading.due ?? reading.until, reading.confidence == .exact else {
            return nil
        }
        if let from = reading.from, from != due { return nil }
        return due
    }

    /// The day that words name, or the last day of the month or year that they name.
    func lastDay(_ words: String) -> CivilDate? {
        let reading = reader.timescales.read(words)
        return reading.due ?? reading.until
    }

    // MARK: The status key

    /// Reads a row of a key that runs down: a letter, then its wording.
    mutating func takeKeyRow(_ cells: [String], of piece: SourcePiece, at index: Int) {
        let filled = piece.cellWords.indices.filter { !piece.cellWords[$0].isEmpty }
        if let across = keyAcross { return takeLetters(filled, under: across, at: index) }
        guard filled.count >= 2 else {
            return find(
                piece.line,
                "key-unread",
                "“\(Self.short(piece.words))” stands in the status key without a letter and a "
                    + "wording."
            )
        }
        let printed = piece.cellWords[filled[0]]
        let letter = letter(of: printed)
        let place = plan.keyWording.count
        let wording = filled.dropFirst().map { cells[$0] }.joined(separator: " ")
        plan.keyWording.append(KeyWording(letter: letter, wording: Prose(markup: wording)))
        postStatus(printed, as: letter, index, filled[0], to: .key(place))
        for cell in filled.dropFirst() { post(piece.cellWords[cell], index, cell, to: .key(place)) }
        trace(piece.line, "wording of status \(letter)")
    }

    /// Accounts for a status that was printed as its letter, or as a tag of letter and word.
    @discardableResult
    mutating func postStatus(
        _ printed: String,
        as letter: String,
        _ index: Int,
        _ cell: Int,
        to fate: WordFate
    ) -> Int {
        let posting = post(letter, index, cell, to: fate)
        guard letter != printed else { return posting }
        var rest = WordBag(printed)
        _ = rest.take(WordBag(letter))
        if !rest.isEmpty {
            let words = rest.words.joined(separator: " ")
            post(words, index, cell, to: .layout("the word of status \(letter)"))
        }
        return posting
    }

    /// The letter of a status that was printed as a tag, with its word beside it.
    func letter(of words: String) -> String {
        reader.scheme?.keys.first { sameWords($0.tag.text, words) }?.letter ?? words
    }

    /// Recognises a key that runs across: its heading and its wordings in one row.
    mutating func startsKeyAcross(
        _ cells: [String],
        of piece: SourcePiece,
        at index: Int
    ) -> Bool {
        guard let key = layout.key, key.runsAcross, keyAcross == nil,
            let first = piece.cellWords.first, sameWords(first, key.heading)
        else { return false }
        region = .key
        post(first, index, 0, to: .layout("the heading of the status key"))
        let filled = piece.cellWords.indices.dropFirst().filter { !piece.cellWords[$0].isEmpty }
        keyAcross = KeyAcross(
            wordings: filled.map { cell in
                (cells[cell], post(piece.cellWords[cell], index, cell, to: .text))
            }
        )
        trace(piece.line, "wordings of the status key")
        return true
    }

    private mutating func takeLetters(_ filled: [Int], under across: KeyAcross, at index: Int) {
        let piece = pieces[index]
        guard filled.count == across.wordings.count else {
            return find(
                piece.line,
                "key-unread",
                "The status key has \(across.wordings.count) wordings and \(filled.count) letters."
            )
        }
        for (cell, wording) in zip(filled, across.wordings) {
            let place = plan.keyWording.count
            let letter = piece.cellWords[cell].filter { $0 != "(" && $0 != ")" }
            plan.keyWording.append(
                KeyWording(letter: letter, wording: Prose(markup: wording.markup))
            )
            post(letter, index, cell, to: .key(place))
            ledger.change(wording.posting, to: .key(place))
        }
        keyAcross?.wordings = []
        region = .front
        trace(piece.line, "letters of the status key")
    }

    /// Keeps the wordings of a key whose letters never came.
    mutating func flushKeyAcross() {
        guard let across = keyAcross else { return }
        for wording in across.wordings {
            texts.append(PlanText(place: .introduction, text: Prose(markup: wording.markup)))
        }
    }

    // MARK: Maintenance and backlog

    /// Reads one row of a list that is not counted.
    mutating func takeListed(_ cells: [String], in list: PlanList, at index: Int) {
        guard let columns = lists.first(where: { $0.list == list })?.columns else { return }
        let piece = pieces[index]
        let row = mapped(cells)
        // Taken out while they grow, so that they are not copied with every row.
        var drafts = listed.removeValue(forKey: list) ?? ItemDrafts()
        defer { listed[list] = drafts }
        let number = columns.numbers.flatMap { column in
            row[column].flatMap { CellReading($0, in: columns[column]).ownNumber }
        }
        let hasNone = saysNoNumber(in: row, columns)
        let isUnread =
            !hasNone && columns.numbers.map { columns[$0].isNumberAlone && row[$0] != nil } ?? false
        if number != nil || columns.numbers == nil || hasNone || isUnread && row.count > 1 {
            let item = PlanItem(id: "", list: list, level: layout.actionLevel, number: number)
            let stem = "\(list.rawValue)/\(number ?? String(drafts.count + 1))"
            _ = drafts.append(ItemDraft(item: item, line: piece.line), stem: stem)
        }
        if isUnread, number == nil, let cell = columns.numbers.flatMap({ row[$0] }) {
            stand(in: columns.numbers.flatMap { map[$0] })
            defer { stand(in: nil) }
            find(
                piece.line,
                "number-unread",
                "“\(Self.short(Prose(markup: cell).singleLine))” stands where the number of an item is "
                    + "expected; the row was read as an item without a number."
            )
        }
        guard let last = drafts.indices.last else {
            find(
                piece.line,
                "row-without-item",
                "“\(Self.short(piece.words))” stands in the list before its first item; it is kept as "
                    + "text."
            )
            for (cell, words) in piece.cellWords.enumerated() where !words.isEmpty {
                keepSaid(cells[cell], words: words, index, cell)
            }
            return
        }
        trace(piece.line, "\(list.rawValue) \(drafts[last].item.number ?? "")")
        let coloured = takeColours(row, columns, at: index)
        for cell in coloured.cells { drafts[last].add(cell, to: "status") }
        for column in columns.indices where !coloured.done.contains(column) {
            guard let cell = row[column], let position = map[column] else { continue }
            stand(in: position)
            defer { stand(in: nil) }
            if let tick = columns[column].declared.tick {
                let text = takeTick(
                    tick,
                    cell,
                    in: columns[column],
                    at: index,
                    position,
                    exitsAs: .item(list, last, "status")
                )
                if let text {
                    drafts[last].add(text, to: columns[column].tickField)
                }
                continue
            }
            let reading = CellReading(cell, in: columns[column])
            postTemplate(reading, index, position)
            for value in reading.values where !value.words.isEmpty {
                let field = value.target.field
                let posting = post(value.words, index, position, to: .item(list, last, field))
                guard field != "number" else { continue }
                drafts[last].add(
                    CellText(line: piece.line, text: value.markup, posting: posting),
                    to: field
                )
            }
        }
        takeStray(cells, of: piece, at: index)
    }
}

/// The words of a row of progress checks, by their field.
private struct CheckRow {
    var words: [String: (words: String, cell: Int)] = [:]

    static var figures: [(String, WritableKeyPath<ProgressCheck, Int?>)] {
        [
            ("total", \.total), ("completed", \.completed), ("added", \.added),
            ("ongoing", \.ongoing),
        ]
    }

    /// The further figures, by their name.
    var further: [String: (words: String, cell: Int)] {
        words.filter {
            !["date", "name", "total", "completed", "added", "ongoing"].contains($0.key)
        }
    }

    init(columns: [LayoutColumn], map: [Int: Int], cells: [String]) {
        for (index, column) in columns.enumerated() {
            guard let cell = map[index], cell < cells.count else { continue }
            words[column.field] = (cells[cell], cell)
        }
    }
}
