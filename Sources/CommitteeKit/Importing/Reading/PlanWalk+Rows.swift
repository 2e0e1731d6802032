// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Reads one row of the plan's table.
    mutating func takePlanRow(_ cells: [String], of piece: SourcePiece, at index: Int) {
        let row = mapped(cells)
        let hasNumber = actionNumber(in: row) != nil
        if !hasNumber, openHeading(cells, of: piece, at: index) { return }
        if !hasNumber, let pending = pendingBelow,
            headerFollows(index)
                || !hasLevelNumber(row) && !(pending.isRow && looksLikeAction(row)),
            addBelow(cells, of: piece)
        {
            return
        }
        flushBelow()
        let levelsBefore = current
        for level in 0..<layout.actionLevel { takeLevel(level, row, of: piece, at: index) }
        if current != levelsBefore { open = nil }
        takeAction(row, of: piece)
        takeStray(cells, of: piece)
    }

    private func mapped(_ cells: [String]) -> [Int: String] {
        map.reduce(into: [:]) { row, entry in
            guard entry.value < cells.count else { return }
            row[entry.key] = cells[entry.value]
        }
    }

    /// Whether the table's actions are told apart by a number in their cell.
    var actionsAreNumbered: Bool { actionNumberColumn != nil }

    private var actionNumberColumn: Int? {
        layout.columns.firstIndex { $0.cell.gaps.contains("number") }
    }

    private func actionNumber(in row: [Int: String]) -> TemplateMatch? {
        guard let column = actionNumberColumn, let cell = row[column] else { return nil }
        return layout.columns[column].cell.match(Prose(markup: cell).leadingText)
    }

    /// Whether a row without a number could be an action: it has its own text and another field.
    private func looksLikeAction(_ row: [Int: String]) -> Bool {
        guard !actionsAreNumbered else { return false }
        let fields = layout.columns.indices.filter { column in
            !layout.columns[column].field.contains(".")
                || layout.columns[column].field.hasPrefix("timescale")
        }
        return fields.filter { !(row[$0] ?? "").isEmpty }.count > 1
    }

    /// Whether the header of the plan's table stands in one of the next rows.
    private func headerFollows(_ index: Int) -> Bool {
        pieces[(index + 1)...].prefix(3).contains { piece in
            guard case .row = piece.content else { return false }
            let needed = layout.columns.count / 2 + 1
            return headerMap(piece.cellWords, columns: layout.columns, atLeast: needed).count * 2
                > layout.columns.count
        }
    }

    /// Whether a cell of the row holds the number of a level.
    private func hasLevelNumber(_ row: [Int: String]) -> Bool {
        layout.columns.indices.contains { column in
            let template = layout.columns[column].cell
            guard template.gaps.contains(where: { isLevelField($0) && $0.hasSuffix(".number") }),
                template.gaps.contains(where: { $0.hasSuffix(".text") })
            else { return false }
            return template.match(Prose(markup: row[column] ?? "").leadingText) != nil
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
        let columns = layout.columns.indices.filter { column in
            layout.columns[column].cell.gaps.contains { layout.gap($0, isOf: level) }
        }
        guard !columns.isEmpty else { return }
        var number: String?
        var text = ""
        var others: [(field: String, cell: String)] = []
        for column in columns {
            let template = layout.columns[column].cell
            let cell = row[column] ?? ""
            let words = Prose(markup: cell).leadingText
            guard !words.isEmpty else { continue }
            if let field = layout.levelField(layout.columns[column].field)?.field,
                field != "number", field != "text"
            {
                others.append((field, cell))
                continue
            }
            if let match = template.match(words) {
                for (gap, value) in match.values where gap.hasSuffix(".number") { number = value }
                guard template.gaps.contains(where: { $0.hasSuffix(".text") }) else { continue }
                let start = match.lastGap?.lowerBound ?? match.range.upperBound
                text = Prose(markup: cell).dropping(characters: start).markup
            } else if template.gaps.contains(where: { $0.hasSuffix(".text") }) {
                text = cell
            } else {
                find(
                    piece.line,
                    "number-unread",
                    "“\(Self.short(words))” stands where a number of \(levelName(level)) is "
                        + "expected."
                )
            }
        }
        place(level: level, number: number, text: text, of: piece, at: index)
        guard let draft = current[level] else { return }
        for (field, cell) in others
        where !sameWords(drafts[draft].words(field), Prose(markup: cell).singleLine) {
            drafts[draft].add(cell, to: field, line: piece.line)
        }
    }

    private mutating func place(
        level: Int,
        number: String?,
        text: String,
        of piece: SourcePiece,
        at index: Int
    ) {
        guard number != nil || !text.isEmpty else { return }
        let words = Prose(markup: text).singleLine
        if let open = current[level] {
            let have = drafts[open].item.number
            if number == have || number == nil {
                let known = drafts[open].words("text")
                let hasText = !words.isEmpty && !sameWords(words, known)
                if number == nil, have == nil, hasText {
                    add(level: level, number: nil, text: text, line: piece.line)
                } else if hasText {
                    drafts[open].add(text, to: "text", line: piece.line)
                }
                return
            }
            if let number, text.isEmpty, layout.headings[level] != nil {
                return find(
                    piece.line,
                    "number-differs",
                    "The row says \(levelName(level)) \(number), but stands below "
                        + "\(levelName(level)) \(have ?? "")."
                )
            }
        }
        if let number {
            if drafts.contains(where: { $0.item.level == level && $0.item.number == number }) {
                noteRepeated(number: number, level: level, of: piece, at: index)
            }
            openLostParent(of: number, level: level, piece: piece, at: index)
        }
        add(level: level, number: number, text: text, line: piece.line)
        trace(piece.line, "\(levelName(level)) \(number ?? Self.short(words))")
    }

    private mutating func noteRepeated(
        number: String,
        level: Int,
        of piece: SourcePiece,
        at index: Int
    ) {
        let first = drafts.first { $0.item.level == level && $0.item.number == number }
        var message = "\(levelName(level)) \(number) stands twice"
        if let line = first?.line { message += ", first on line \(line)" }
        if let next = nextNumber(level: level, after: index) {
            message += "; the next is \(next), so this may be a number badly extracted"
        }
        find(piece.line, "number-twice", message + ". The printed number is kept.")
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
        guard number.contains("."), wanted != above else { return }
        let isKnown = drafts.contains {
            $0.item.level == level - 1 && $0.item.number == wanted.map(String.init)
        }
        if isKnown {
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
        add(level: level - 1, number: String(wanted), text: "", line: piece.line)
    }

    /// The next number of a level that a later row of the plan's table gives.
    private func nextNumber(level: Int, after index: Int) -> String? {
        guard
            let column = layout.columns.indices.first(where: { column in
                layout.columns[column].cell.gaps.contains {
                    layout.gap($0, isOf: level) && $0.hasSuffix(".number")
                }
            }), let position = map[column]
        else { return nil }
        for piece in pieces[(index + 1)...].prefix(60) {
            guard case .row(let cells, _) = piece.content, position < cells.count else { continue }
            let words = Prose(markup: cells[position]).leadingText
            guard let match = layout.columns[column].cell.match(words) else { continue }
            if let number = match.values.first(where: { $0.key.hasSuffix(".number") }) {
                return number.value
            }
        }
        return nil
    }

    // MARK: The action

    private mutating func takeAction(_ row: [Int: String], of piece: SourcePiece) {
        let columns = layout.columns.indices.filter { column in
            layout.columns[column].cell.gaps.contains { !isLevelField($0) }
        }
        let filled = columns.filter { !(row[$0] ?? "").isEmpty }
        guard !filled.isEmpty else { return }
        if let match = actionNumber(in: row) {
            let number = match["number"] ?? ""
            if drafts.contains(where: {
                $0.item.number == number && $0.item.level == layout.actionLevel
            }) {
                find(
                    piece.line,
                    "number-twice",
                    "Action \(number) stands twice; the printed number is kept."
                )
            }
            open = add(level: layout.actionLevel, number: number, text: "", line: piece.line)
            trace(piece.line, "action \(number)")
        } else if !actionsAreNumbered {
            noteMerged(row, of: piece)
            open = add(level: layout.actionLevel, number: nil, text: "", line: piece.line)
            trace(piece.line, "action \(open.map { drafts[$0].item.id } ?? "")")
        } else if let open {
            trace(piece.line, "action \(drafts[open].item.number ?? ""), continued")
        }
        guard let open else {
            find(
                piece.line,
                "row-without-action",
                "“\(Self.short(piece.words))” stands in the table before any action; it is kept "
                    + "as text."
            )
            let text = filled.compactMap { row[$0] }.joined(separator: " ")
            texts.append(PlanText(place: .closing, text: Prose(markup: text)))
            return
        }
        for column in filled { take(row[column] ?? "", in: column, to: open, of: piece) }
    }

    func isLevelField(_ gap: String) -> Bool {
        (0..<layout.actionLevel).contains { layout.gap(gap, isOf: $0) }
    }

    private mutating func take(
        _ cell: String,
        in column: Int,
        to draft: Int,
        of piece: SourcePiece
    ) {
        let template = layout.columns[column].cell
        let field = layout.columns[column].field
        var text = cell
        if template.gaps.contains("number"),
            let match = template.match(Prose(markup: cell).leadingText)
        {
            let start = match.lastGap?.lowerBound ?? match.range.upperBound
            text = Prose(markup: cell).dropping(characters: start).markup
            if !template.gaps.contains("text") { return }
        }
        if field.hasPrefix("leads"), !drafts[draft].fields[field, default: []].isEmpty,
            repeatsAction(text, draft: draft)
        {
            return find(
                piece.line,
                "stray-text",
                "The cell of leads holds “\(Self.short(Prose(markup: text).singleLine))”, words of "
                    + "the action beside it; they were not read as leads."
            )
        }
        text = takingStatus(atEndOf: text, in: column, to: draft, line: piece.line)
        drafts[draft].add(text, to: field, line: piece.line)
        noteDoubledWords(text, line: piece.line)
    }

    /// Takes a status from the end of the last cell, on a page that lost its column of statuses.
    private mutating func takingStatus(
        atEndOf text: String,
        in column: Int,
        to draft: Int,
        line: Int
    ) -> String {
        guard layout.reading.statusAtCellEnd, lacksStatusColumn, column == map.keys.max() else {
            return text
        }
        let prose = Prose(markup: text)
        guard let letter = prose.lastWord, letter != prose.singleLine,
            reader.scheme?.keys.contains(where: { $0.letter == letter }) ?? false
        else { return text }
        find(
            line,
            "status-at-cell-end",
            "This page has no column of statuses; the “\(letter)” at the end of the last cell was "
                + "read as the status of action \(drafts[draft].item.id)."
        )
        drafts[draft].add(letter, to: "status", line: line)
        return prose.droppingLast(characters: letter.count).markup
    }

    private func repeatsAction(_ text: String, draft: Int) -> Bool {
        let words = Prose(markup: text).singleLine
        guard words.split(separator: " ").count >= 4 else { return false }
        return Likeness.share(of: words, in: drafts[draft].words("text")) >= 0.75
    }

    private mutating func noteDoubledWords(_ text: String, line: Int) {
        let words = Prose(markup: text).singleLine.split(separator: " ")
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
            let column = layout.columns.firstIndex(where: { $0.field == "text" }),
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

    // MARK: Pieces outside the columns

    private mutating func takeStray(_ cells: [String], of piece: SourcePiece) {
        let used = Set(map.values)
        for (position, cell) in cells.enumerated() where !cell.isEmpty && !used.contains(position) {
            let words = Prose(markup: cell).singleLine
            guard !words.isEmpty else { continue }
            guard words.contains(where: { $0.isLetter || $0.isNumber }) else {
                find(
                    piece.line,
                    "stray-mark",
                    "“\(words)” stands outside the columns of the table and was left out."
                )
                continue
            }
            guard let open, let field = layout.reading.strayTo else {
                find(
                    piece.line,
                    "stray-text",
                    "“\(Self.short(words))” stands outside the columns of the table; it is kept "
                        + "as text."
                )
                texts.append(PlanText(place: .closing, text: Prose(markup: cell)))
                continue
            }
            find(
                piece.line,
                "stray-text",
                "“\(Self.short(words))” stands outside the columns; it was read as \(field) of "
                    + "action \(drafts[open].item.number ?? drafts[open].item.id)."
            )
            drafts[open].add(cell, to: field, line: piece.line)
        }
    }

    /// Adds a line that strayed out of the table to the open action, if the layout says so.
    mutating func addStray(_ text: String, of piece: SourcePiece, at index: Int) -> Bool {
        guard let open, let field = layout.reading.strayTo else { return false }
        let goesOn = pieces[(index + 1)...].prefix(6).contains { next in
            if case .row = next.content { return next.table > 0 }
            return false
        }
        guard goesOn else { return false }
        find(
            piece.line,
            "stray-text",
            "“\(Self.short(piece.words))” stands outside the table; it was read as \(field) of "
                + "action \(drafts[open].item.number ?? drafts[open].item.id)."
        )
        trace(piece.line, "\(field) of action \(drafts[open].item.id)")
        drafts[open].add(text, to: field, line: piece.line)
        return true
    }
}
