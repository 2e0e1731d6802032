// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RepairBench {
    /// Makes one repair; returns what was done, in words.
    mutating func make(_ repair: Repair) throws(RepairError) -> String {
        switch repair.step {
        case .replace(let find, let put, let cell):
            try replace(find.collapsingSpace, by: put, cell: cell, repair)
        case .setCell(let cell, let text): try setCell(cell, text, repair)
        case .drop: try drop(repair)
        case .insertText(let text): try insert(text, repair)
        case .insertRow(let cells): try insert(cells, repair)
        case .replaceRows(let lines, let rows): try replaceRows(lines, rows, repair)
        }
    }

    // MARK: Words

    private mutating func replace(
        _ find: String,
        by put: String,
        cell: Int?,
        _ repair: Repair
    ) throws(RepairError) -> String {
        let places = try places(of: repair)
        var found: [(place: Int, cell: Int?, range: Range<String.Index>)] = []
        for place in places {
            guard let row = piece(place)?.row else {
                if case .block(let block)? = piece(place), cell == nil {
                    found += shown(block.text).ranges(of: find).map { (place, nil, $0) }
                }
                continue
            }
            if let cell, cell > row.cells.count { continue }
            for (index, text) in row.cells.map({ shown($0.text) }).enumerated()
            where cell == nil || cell == index + 1 {
                found += text.ranges(of: find).map { (place, index, $0) }
            }
        }
        guard let first = found.first else { throw missing(find, cell, places, repair) }
        guard found.count == 1 else {
            throw error(
                .ambiguous,
                repair,
                repair.line,
                "\(Self.capital(place(repair.line))) contains \(Self.quoted(find)) "
                    + "\(found.count) times. Give more of the words, or name the cell."
            )
        }
        switch piece(first.place) {
        case .row(var row, let table)?:
            guard let index = first.cell else { break }
            row.cells[index] = replacing(first.range, of: row.cells[index], by: put)
            set(.row(row, table: table), at: first.place)
        case .block(let block)?:
            var text = shown(block.text)
            text.replaceSubrange(first.range, with: put)
            text = text.trimmingSpace
            set(
                .block(block.saying(isPlain ? PlainCell.markup(text) : text)),
                at: first.place
            )
        case nil: break
        }
        return "replaced \(Self.quoted(find)) by \(Self.quoted(put))"
    }

    private func missing(
        _ find: String,
        _ cell: Int?,
        _ places: [Int],
        _ repair: Repair
    ) -> RepairError {
        let rows = places.compactMap { piece($0)?.row }
        guard let cell else {
            return error(
                .noSuchWords,
                repair,
                repair.line,
                "\(place(repair.line)) does not contain \(Self.quoted(find)); "
                    + "\(reads(repair.line))."
            )
        }
        guard let row = rows.first else {
            return error(
                .notARow,
                repair,
                repair.line,
                "\(Self.capital(place(repair.line))) is not a row of a table, so it has no cell "
                    + "\(cell); \(reads(repair.line))."
            )
        }
        guard cell <= row.cells.count else {
            return error(
                .noSuchCell,
                repair,
                repair.line,
                "\(Self.capital(place(repair.line))) has \(Self.counted(row.cells.count, "cell")), "
                    + "so there is no cell \(cell)."
            )
        }
        let text = shown(row.cells[cell - 1].text)
        return error(
            .noSuchWords,
            repair,
            repair.line,
            "Cell \(cell) of \(place(repair.line)) does not contain \(Self.quoted(find)); "
                + (text.isEmpty ? "it is empty." : "it reads \(Self.quoted(text)).")
        )
    }

    private mutating func setCell(
        _ cell: Int,
        _ text: String,
        _ repair: Repair
    ) throws(RepairError) -> String {
        let place = try rowPlace(of: repair)
        guard case .row(var row, let table)? = piece(place) else { return "" }
        guard cell <= max(width, row.cells.count) else {
            throw error(
                .noSuchCell,
                repair,
                repair.line,
                "\(Self.capital(self.place(repair.line))) has "
                    + "\(Self.counted(row.cells.count, "cell")) and no table here has more than "
                    + "\(width), so there is no cell \(cell)."
            )
        }
        while row.cells.count < cell { row.cells.append(SourceCell("")) }
        row.cells[cell - 1] = written(text)
        set(.row(row, table: table), at: place)
        return "set cell \(cell) to \(Self.quoted(text))"
    }

    // MARK: Pieces

    private mutating func drop(_ repair: Repair) throws(RepairError) -> String {
        let places = try places(of: repair)
        for lines in places.compactMap({ piece($0)?.lines }) where lines.lowerBound != repair.line {
            throw error(
                .ambiguous,
                repair,
                repair.line,
                "\(Self.capital(self.place(repair.line))) is part of the text of lines "
                    + "\(lines.lowerBound) to \(lines.upperBound), which can only go whole. Drop "
                    + "line \(lines.lowerBound), or use “find” and “put”."
            )
        }
        for place in places.reversed() { take(place, "dropped") }
        return "left the line out"
    }

    private mutating func insert(_ text: String, _ repair: Repair) throws(RepairError) -> String {
        let read: SourceDocument
        do {
            read = try SourceDocument(text: text, name: "insert_before", as: .markdown)
        } catch {
            throw self.error(.unreadable, repair, repair.line, "The text cannot be read: \(error)")
        }
        guard read.tables.isEmpty, !read.blocks.isEmpty else {
            throw error(
                .unreadable,
                repair,
                repair.line,
                "The text of “insert_before” is not a line of text. For a row of a table use "
                    + "“insert_row_before”."
            )
        }
        let place = try insertionPlace(repair)
        put(read.blocks.map { .block($0.onLine(repair.line)) }, before: place)
        return "inserted \(Self.quoted(text))"
    }

    private mutating func insert(
        _ cells: [String],
        _ repair: Repair
    ) throws(RepairError) -> String {
        let place = try insertionPlace(repair)
        let next = piece(place)?.table
        let row = SourceRow(line: repair.line, cells: cells.map { written($0) })
        let table = next ?? pieceBefore(place)?.table ?? newTable()
        put([.row(row, table: table)], before: place)
        return "inserted a row of \(Self.counted(cells.count, "cell"))"
    }

    /// Where something goes that is to stand before a line; after everything, for the line after
    /// the last.
    private mutating func insertionPlace(_ repair: Repair) throws(RepairError) -> Int {
        guard repair.line <= document.lines.count + 1 else {
            throw error(
                .noSuchLine,
                repair,
                repair.line,
                "There is no \(place(repair.line)); it has "
                    + "\(Self.counted(document.lines.count, "line"))."
            )
        }
        let place = firstPlace(endingFrom: repair.line)
        if let lines = place.flatMap(piece)?.lines, lines.lowerBound < repair.line {
            throw error(
                .ambiguous,
                repair,
                repair.line,
                "\(Self.capital(self.place(repair.line))) stands inside the text of lines "
                    + "\(lines.lowerBound) to \(lines.upperBound). Name line \(lines.lowerBound) or "
                    + "\(lines.upperBound + 1)."
            )
        }
        return place ?? pieces.count
    }

    private mutating func replaceRows(
        _ lines: [Int],
        _ rows: [[String]],
        _ repair: Repair
    ) throws(RepairError) -> String {
        var chosen: Set<Int> = []
        for line in lines {
            for place in try places(of: repair, at: line) where chosen.insert(place).inserted {
                guard piece(place)?.row != nil else {
                    throw error(
                        .notARow,
                        repair,
                        line,
                        "\(Self.capital(self.place(line))) is not a row of a table; \(reads(line))."
                    )
                }
            }
        }
        let places = chosen.sorted()
        guard let first = places.first, let last = places.last else { return "" }
        guard areNeighbours(places), Set(places.compactMap { piece($0)?.table }).count == 1 else {
            throw error(
                .ambiguous,
                repair,
                lines[0],
                "Lines \(lines.map(String.init).joined(separator: ", ")) of \(document.name) are "
                    + "not rows next to each other in one table. Make a repair for each part."
            )
        }
        let table = piece(first)?.table ?? newTable()
        let old = places.compactMap { piece($0)?.row }
        let written = rows.enumerated().map { index, cells in
            let model = old[min(index, old.count - 1)]
            let row = SourceRow(
                line: model.line,
                endLine: model.endLine,
                cells: cells.map { self.written($0) },
                isHeaderMarked: model.isHeaderMarked
            )
            return Piece.row(row, table: table)
        }
        for place in places { take(place, "replaced") }
        put(written, before: last)
        return "replaced \(Self.counted(old.count, "row")) by \(Self.counted(rows.count, "row"))"
    }
}

extension RepairBench {
    /// Whether nothing stands between the pieces at some places.
    private mutating func areNeighbours(_ places: [Int]) -> Bool {
        for (place, next) in zip(places, places.dropFirst()) {
            guard self.place(from: place + 1) == next else { return false }
            for between in (place + 1)...next where new[between] != nil { return false }
        }
        return true
    }
}

extension SourceBlock {
    /// The same block with other words.
    fileprivate func saying(_ text: String) -> SourceBlock {
        switch self {
        case .heading(let level, _, let line): .heading(level: level, text: text, line: line)
        case .paragraph(_, let line, let end): .paragraph(text: text, line: line, endLine: end)
        case .listItem(let marker, let depth, _, let line, let end):
            .listItem(marker: marker, depth: depth, text: text, line: line, endLine: end)
        case .table: self
        }
    }

    /// The same block on one line of another document.
    fileprivate func onLine(_ line: Int) -> SourceBlock {
        switch self {
        case .heading(let level, let text, _): .heading(level: level, text: text, line: line)
        case .paragraph(let text, _, _): .paragraph(text: text, line: line, endLine: line)
        case .listItem(let marker, let depth, let text, _, _):
            .listItem(marker: marker, depth: depth, text: text, line: line, endLine: line)
        case .table: self
        }
    }
}
