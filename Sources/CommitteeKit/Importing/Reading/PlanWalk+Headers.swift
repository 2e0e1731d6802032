// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Which cell of a row holds the header of which column.
struct HeaderMap {
    /// The cell of each column.
    var cells: [Int: Int] = [:]
    /// The columns whose header is misspelt.
    var misspelt: Set<Int> = []
    var count: Int { cells.count }
}

extension PlanWalk {
    /// Recognises the header of a declared table, and enters it.
    mutating func enterTable(of piece: SourcePiece, at index: Int) -> Bool {
        guard piece.cellWords.allSatisfy({ $0.utf8.count <= 400 }) else { return false }
        let tables: [(Region, ReadingColumns?)] =
            [
                (.plan, blocks.isEmpty ? columns : nil),
                (.checks, layout.checks.map { ReadingColumns($0.columns, in: layout) }),
            ] + lists.map { (.list($0.list), $0.columns) }
        var best: (region: Region, map: HeaderMap, columns: ReadingColumns)?
        for case (let region, let columns?) in tables {
            // Below the heading of a list, less of its header is enough; a list may have the same
            // columns as the plan.
            let isAwaited = self.region == region && map.isEmpty
            let map = headerMap(piece.cellWords, columns: columns, isAwaited: isAwaited)
            guard map.count >= min(isAwaited ? 1 : columns.needed, columns.indices.count),
                !isAwaited || map.count * 2 >= columns.indices.count
            else { continue }
            let isBetter = best.map { map.count > $0.map.count } ?? true
            // A header that is repeated on the next page goes on with the list that stands open.
            let isOpen = isAwaited || region.isList && self.region == region
            if isBetter || isOpen && map.count == best?.map.count {
                best = (region, map, columns)
            }
        }
        guard let best else { return false }
        flushBelow()
        region = best.region
        map = best.map.cells
        takeHeader(best.map, of: best.columns, at: index)
        guard region == .plan else { return true }
        headers += 1
        if headers == 1 { firstHeader = piece.line }
        seenColumns.formUnion(map.keys)
        damagedHeaders = max(damagedHeaders, piece.cellWords.count - map.count)
        let statuses = columns.indices.filter { columns[$0].declared.field.hasPrefix("status") }
        lacksStatusColumn = !statuses.isEmpty && !statuses.contains { map[$0] != nil }
        return true
    }

    /// Accounts for the words of a header, and notes what it lacks and what it has besides.
    private mutating func takeHeader(
        _ header: HeaderMap,
        of columns: ReadingColumns,
        at index: Int
    ) {
        let piece = pieces[index]
        let what = "the header of the table of \(name(of: region))"
        trace(piece.line, String(what.dropFirst(4)))
        for (column, cell) in header.cells.sorted(by: { $0.value < $1.value }) {
            let words = piece.cellWords[cell]
            stand(in: cell)
            let declared = columns[column].declared.header
            if header.misspelt.contains(column) {
                post(words, index, cell, to: .layout(what))
                find(
                    piece.line,
                    "header-misspelt",
                    "The header “\(Self.short(words))” was taken for “\(declared)”."
                )
                continue
            }
            guard let match = declared.match(words) else { continue }
            let characters = Array(words)
            post(String(characters[match.range]), index, cell, to: .layout(what))
            if region == .plan, let date = match["date"] { noteHeaderDate(date, line: piece.line) }
            takeRest(String(characters[match.range.upperBound...]), ofHeader: declared, index, cell)
        }
        stand(in: nil)
        noteMissingColumns(of: columns, line: piece.line)
        undeclared = [:]
        for (cell, words) in piece.cellWords.enumerated()
        where !words.isEmpty && !header.cells.values.contains(cell) {
            undeclared[cell] = words
            stand(in: cell)
            find(
                piece.line,
                "column-undeclared",
                "The column “\(Self.short(words))” is not one of the layout; its cells are kept as text. "
                    + "To keep them with the \(risks == nil ? "items" : "risks"), declare it, as { \"\(Self.short(words))\", "
                    + "\"local.name\" }."
            )
            keepSaid(Prose(words).markup, words: words, index, cell)
        }
    }

    /// Takes the date that a header states; another than was stated before is a finding.
    private mutating func noteHeaderDate(_ date: String, line: Int) {
        let title = risks?.layout.title.match(plan.title)?["date"]
        let stated = plan.statedFact(risks == nil ? "progress" : "date") ?? title
        if headerDate == nil { headerDate = date }
        // The date that is taken is the same whatever other headers say.
        guard let taken = stated ?? headerDate, !sameWords(taken, date) else { return }
        find(
            line,
            "date-differs",
            "A header speaks of \(date), and \(stated == nil ? "the first one" : "the document") of "
                + "\(taken), which was taken as the date of the report."
        )
    }

    /// Keeps what a header says behind the words of the layout: once, however often it is repeated.
    private mutating func takeRest(
        _ rest: String,
        ofHeader declared: Template,
        _ index: Int,
        _ cell: Int
    ) {
        let words = rest.trimmingSpace
        guard !WordBag(words).isEmpty else { return }
        guard headerRests.insert("\(declared) \(words)").inserted else {
            post(words, index, cell, to: .repeated("the header"))
            return
        }
        find(
            pieces[index].line,
            "header-longer",
            "The header says more than the layout's “\(declared)”: “\(Self.short(words))”. It is kept as "
                + "text."
        )
        keepSaid(Prose(words).markup, words: words, index, cell)
    }

    private mutating func noteMissingColumns(of columns: ReadingColumns, line: Int) {
        let missing = columns.indices.filter { !columns[$0].isComputed && map[$0] == nil }
        guard !missing.isEmpty else { return }
        let names = missing.map { "“\(columns[$0].declared.header)”" }.joined(separator: ", ")
        find(
            line,
            "column-missing",
            "The header on this page lacks \(names); cells below it are read without."
        )
    }

    /// Which cell of a row holds the header of which column; empty when too few cells are filled.
    func headerMap(
        _ cells: [String],
        columns: ReadingColumns,
        isAwaited: Bool = false
    ) -> HeaderMap {
        var map = HeaderMap()
        let filled = cells.count { !$0.isEmpty }
        guard filled >= min(isAwaited ? 1 : columns.needed, columns.indices.count),
            isAwaited || columns.mayBeHeader(cells)
        else { return map }
        for (cell, words) in cells.enumerated() where !words.isEmpty && cell < 200 {
            var best: (column: Int, length: Int)?
            for index in columns.indices
            where !columns[index].isComputed && map.cells[index] == nil {
                guard let match = columns[index].declared.header.match(words) else { continue }
                let length = match.range.count
                let rest = words.dropFirst(match.range.upperBound)
                if let next = rest.first, next.isLetter || next.isNumber { continue }
                if length > (best?.length ?? 0) { best = (index, length) }
            }
            if let best { map.cells[best.column] = cell }
        }
        guard isAwaited || map.count * 2 >= columns.indices.count else { return map }
        addMisspelt(to: &map, cells, columns: columns)
        addBare(to: &map, cells, columns: columns)
        return map
    }

    /// Finds a column without a header where the document has an empty cell, between its neighbours.
    private func addBare(to map: inout HeaderMap, _ cells: [String], columns: ReadingColumns) {
        for index in columns.indices
        where map.cells[index] == nil && columns[index].declared.header.parts.isEmpty {
            var cell = index
            for before in columns.indices[..<index].reversed() {
                guard let known = map.cells[before] else { continue }
                cell = known + index - before
                break
            }
            guard cell < cells.count, cells[cell].isEmpty, !map.cells.values.contains(cell) else {
                continue
            }
            map.cells[index] = cell
        }
    }

    /// Takes headers that are much like the one that is missing, and like no other.
    private func addMisspelt(to map: inout HeaderMap, _ cells: [String], columns: ReadingColumns) {
        let taken = Set(map.cells.values)
        let missing = columns.indices.filter {
            !columns[$0].isComputed && map.cells[$0] == nil
                && !columns[$0].declared.header.parts.isEmpty
        }
        guard !missing.isEmpty else { return }
        for (cell, words) in cells.enumerated()
        where !words.isEmpty && !taken.contains(cell) && words.utf8.count <= 200 {
            let scored = missing.filter { map.cells[$0] == nil }.map { column in
                let header = columns[column].declared.header.filled { _ in nil }
                return (column: column, isLike: Self.isMisspelling(words, of: header))
            }.filter(\.isLike)
            guard scored.count == 1 else { continue }
            map.cells[scored[0].column] = cell
            map.misspelt.insert(scored[0].column)
        }
    }

    /// Whether words are others with a few letters changed, left out, added or swapped.
    private static func isMisspelling(_ words: String, of header: String) -> Bool {
        let first = Array(words.comparisonKey)
        let second = Array(header.comparisonKey)
        guard second.count >= 3, abs(first.count - second.count) <= 2 else { return false }
        let allowed = second.count >= 8 ? 2 : 1
        return ClosestName.distance(first, second) <= allowed
    }

    func name(of region: Region) -> String {
        switch region {
        case .plan: risks == nil ? "actions" : "risks"
        case .checks: "progress checks"
        case .list(.maintenance): "maintenance"
        case .list(.backlog): "the backlog"
        case .list(let list): "the list “\(list.rawValue)”"
        case .front, .key, .notes, .blocks, .closing: "text"
        }
    }

    /// Tells whether the plan's header follows so soon that headings here belong to it.
    func announcesTable(at index: Int) -> Bool {
        region == .plan || headerStandsNext(to: index, within: 9)
    }

    /// Tells whether a header of the plan's table is one of the next rows.
    func headerStandsNext(to index: Int, within reach: Int) -> Bool {
        pieces[index...].prefix(reach).contains { piece in
            guard piece.isRow, piece.words.utf8.count <= 4_000 else { return false }
            return headerMap(piece.cellWords, columns: columns).count >= columns.needed
        }
    }
}
