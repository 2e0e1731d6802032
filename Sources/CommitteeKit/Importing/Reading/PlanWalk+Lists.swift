// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    // MARK: Progress checks

    /// Reads one row of the table of progress checks.
    mutating func takeCheck(_ cells: [String], of piece: SourcePiece) {
        guard let columns = layout.checks?.columns else { return }
        func words(_ field: String) -> String? {
            guard let column = columns.firstIndex(where: { $0.field == field }),
                let position = map[column], position < cells.count
            else { return nil }
            return Prose(markup: cells[position]).singleLine
        }
        guard let date = words("date"), !date.isEmpty else {
            return find(
                piece.line,
                "check-unread",
                "“\(Self.short(piece.words))” stands in the table of progress checks without a date."
            )
        }
        var check = ProgressCheck(
            date: day(date),
            words: date,
            name: words("name") ?? "",
            total: nil,
            completed: nil,
            added: nil,
            ongoing: nil,
            isStated: true
        )
        check.total = figure(words("total"), "total", piece)
        check.completed = figure(words("completed"), "completed", piece)
        check.added = figure(words("added"), "added", piece)
        check.ongoing = figure(words("ongoing"), "ongoing", piece)
        if check.date == nil, date != plan.statedFact("published") {
            find(
                piece.line,
                "date-unread",
                "The progress check is dated “\(date)”, which is not a day; its figures are kept "
                    + "with these words."
            )
        }
        plan.statedChecks.append(check)
        checkLines.append(piece.line)
        trace(piece.line, "progress check of \(date)")
    }

    private mutating func figure(_ words: String?, _ name: String, _ piece: SourcePiece) -> Int? {
        guard let words, !words.isEmpty, !words.allSatisfy({ $0.isDash || $0.isWhitespace })
        else { return nil }
        if let number = Int(words.filter { !$0.isWhitespace && $0 != "," }) { return number }
        find(
            piece.line,
            "figure-unread",
            "“\(Self.short(words))” stands where the number of \(name) is expected."
        )
        return nil
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
    mutating func takeKeyRow(_ cells: [String], of piece: SourcePiece) {
        let filled = cells.filter { !$0.isEmpty }
        if let wordings = keyAcross { return takeLetters(filled, under: wordings, of: piece) }
        guard filled.count >= 2 else {
            return find(
                piece.line,
                "key-unread",
                "“\(Self.short(piece.words))” stands in the status key without a letter and a "
                    + "wording."
            )
        }
        let letter = letter(of: Prose(markup: filled[0]).singleLine)
        let wording = filled.dropFirst().joined(separator: " ")
        plan.keyWording.append(KeyWording(letter: letter, wording: Prose(markup: wording)))
        trace(piece.line, "wording of status \(letter)")
    }

    /// The letter of a status that was printed as a tag, with its word beside it.
    func letter(of words: String) -> String {
        reader.scheme?.keys.first { sameWords($0.tag.text, words) }?.letter ?? words
    }

    /// Recognises a key that runs across: its heading and its wordings in one row.
    mutating func startsKeyAcross(_ cells: [String], of piece: SourcePiece) -> Bool {
        guard let key = layout.key, key.runsAcross, keyAcross == nil, let first = cells.first,
            sameWords(Prose(markup: first).singleLine, key.heading)
        else { return false }
        region = .key
        keyAcross = cells.dropFirst().filter { !$0.isEmpty }
        trace(piece.line, "wordings of the status key")
        return true
    }

    private mutating func takeLetters(
        _ cells: [String],
        under wordings: [String],
        of piece: SourcePiece
    ) {
        guard cells.count == wordings.count else {
            return find(
                piece.line,
                "key-unread",
                "The status key has \(wordings.count) wordings and \(cells.count) letters."
            )
        }
        for (cell, wording) in zip(cells, wordings) {
            let letter = Prose(markup: cell).singleLine.filter { $0 != "(" && $0 != ")" }
            plan.keyWording.append(KeyWording(letter: letter, wording: Prose(markup: wording)))
        }
        region = .front
        trace(piece.line, "letters of the status key")
    }

    // MARK: Maintenance and backlog

    /// Reads one row of a list that is not counted.
    mutating func takeListed(_ cells: [String], in list: PlanList, of piece: SourcePiece) {
        let table = list == .maintenance ? layout.maintenance : layout.backlog
        guard let columns = table?.columns else { return }
        var row: [Int: String] = [:]
        for (column, position) in map where position < cells.count { row[column] = cells[position] }
        let numberColumn = columns.firstIndex { $0.cell.gaps.contains("number") }
        let match = numberColumn.flatMap { column in
            columns[column].cell.match(Prose(markup: row[column] ?? "").leadingText)
        }
        if match != nil || numberColumn == nil {
            let place = listed[list, default: []].count + 1
            let number = match?["number"]
            let id = "\(list.rawValue)/\(number ?? String(place))"
            let item = PlanItem(
                id: unusedID(id, in: list),
                list: list,
                level: layout.actionLevel,
                number: number
            )
            listed[list, default: []].append(ItemDraft(item: item, line: piece.line))
        }
        guard let last = listed[list, default: []].indices.last else {
            return find(
                piece.line,
                "row-without-item",
                "“\(Self.short(piece.words))” stands in the list before its first item."
            )
        }
        trace(piece.line, "\(list.rawValue) \(listed[list]?[last].item.number ?? "")")
        for column in columns.indices {
            guard var text = row[column], !text.isEmpty else { continue }
            if column == numberColumn {
                guard columns[column].cell.gaps.contains("text") else { continue }
                let start = match?.lastGap?.lowerBound ?? 0
                text = Prose(markup: text).dropping(characters: start).markup
            }
            listed[list]?[last].add(text, to: columns[column].field, line: piece.line)
        }
    }

    private func unusedID(_ stem: String, in list: PlanList) -> String {
        var id = stem
        var count = 1
        while listed[list, default: []].contains(where: { $0.item.id == id }) {
            count += 1
            id = "\(stem)-\(count)"
        }
        return id
    }
}
