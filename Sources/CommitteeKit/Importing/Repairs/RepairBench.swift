// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A document taken apart into blocks and rows while repairs are made to it.
///
/// The pieces of the document keep their places, so that a repair finds those of its line without
/// looking at all: what is dropped leaves its place empty, and what is new stands before a place.
struct RepairBench {
    /// A block that is not a table, or a row of one.
    enum Piece {
        case block(SourceBlock)
        case row(SourceRow, table: Int)

        var lines: ClosedRange<Int> {
            let (first, last) =
                switch self {
                case .block(let block): (block.line, block.endLine)
                case .row(let row, _): (row.line, row.endLine)
                }
            return first...max(first, last)
        }

        var row: SourceRow? {
            guard case .row(let row, _) = self else { return nil }
            return row
        }

        var table: Int? {
            guard case .row(_, let table) = self else { return nil }
            return table
        }
    }

    let document: SourceDocument
    let source: String
    /// The pieces of the document by their places; nil where one was taken away.
    private(set) var pieces: [Piece?] = []
    /// What repairs put in, by the place that it stands before; the last place is the end.
    private(set) var new: [Int: [Piece]] = [:]
    /// What earlier repairs took away, by its lines.
    private(set) var taken: [(lines: ClosedRange<Int>, what: String)] = []
    private var tableCount = 0
    let width: Int
    /// The places of the pieces that each line is part of.
    private var placesOfLine: [Int: [Int]] = [:]
    /// For each place, the last line of all pieces up to it.
    private var lastLines: [Int] = []
    /// For each place that was emptied, a later one from which to look for a piece.
    private var following: [Int: Int] = [:]

    init(_ document: SourceDocument, source: String) {
        self.document = document
        self.source = source
        width = document.tables.map(\.width).max() ?? 0
        for block in document.blocks {
            guard let table = block.table else {
                pieces.append(.block(block))
                continue
            }
            tableCount += 1
            for row in table.rows { pieces.append(.row(row, table: tableCount)) }
        }
        for (place, piece) in pieces.enumerated() {
            guard let lines = piece?.lines else { continue }
            for line in lines { placesOfLine[line, default: []].append(place) }
            lastLines.append(max(lastLines.last ?? 0, lines.upperBound))
        }
    }

    /// A number that no table has yet.
    mutating func newTable() -> Int {
        tableCount += 1
        return tableCount
    }

    /// The blocks that the pieces make: neighbouring rows of one table are a table.
    var blocks: [SourceBlock] {
        var blocks: [SourceBlock] = []
        var rows: [SourceRow] = []
        var table: Int?
        func close() {
            if !rows.isEmpty { blocks.append(.table(SourceTable(rows: rows))) }
            rows = []
        }
        func add(_ piece: Piece) {
            switch piece {
            case .block(let block):
                close()
                table = nil
                blocks.append(block)
            case .row(let row, let number):
                if table != number { close() }
                table = number
                rows.append(row)
            }
        }
        for place in 0...pieces.count {
            for piece in new[place] ?? [] { add(piece) }
            if place < pieces.count, let piece = pieces[place] { add(piece) }
        }
        close()
        return blocks
    }

    // MARK: Places

    /// The pieces at places that are not empty.
    func piece(_ place: Int) -> Piece? { pieces.indices.contains(place) ? pieces[place] : nil }

    mutating func set(_ piece: Piece, at place: Int) { pieces[place] = piece }

    mutating func put(_ pieces: [Piece], before place: Int) {
        new[place, default: []].append(contentsOf: pieces)
    }

    mutating func take(_ place: Int, _ what: String) {
        guard let piece = pieces[place] else { return }
        taken.append((piece.lines, what))
        pieces[place] = nil
        following[place] = place + 1
    }

    /// The first place from one on that is not empty; the end when there is none.
    mutating func place(from start: Int) -> Int {
        var place = start
        while let next = following[place] { place = next }
        // What was walked over points to the end of the walk, so that nobody walks there again.
        var walked = start
        while walked != place, let next = following[walked] {
            following[walked] = place
            walked = next
        }
        return place
    }

    /// The first place whose piece ends on a line or below it.
    mutating func firstPlace(endingFrom line: Int) -> Int? {
        var low = 0
        var high = lastLines.count
        while low < high {
            let middle = (low + high) / 2
            if lastLines[middle] >= line { high = middle } else { low = middle + 1 }
        }
        var place = place(from: low)
        while let piece = piece(place), piece.lines.upperBound < line {
            place = self.place(from: place + 1)
        }
        return place < pieces.count ? place : nil
    }

    /// The piece that stands directly before a place, new ones included.
    func pieceBefore(_ place: Int) -> Piece? {
        var place = place
        while true {
            if let last = new[place]?.last { return last }
            place -= 1
            guard place >= 0 else { return nil }
            if let piece = pieces[place] { return piece }
        }
    }

    /// The places of the pieces that a line of the document is part of; at least one.
    func places(of repair: Repair, at line: Int? = nil) throws(RepairError) -> [Int] {
        let line = line ?? repair.line
        let places = (placesOfLine[line] ?? []).filter { pieces[$0] != nil }
        guard places.isEmpty else { return places }
        if let earlier = taken.first(where: { $0.lines.contains(line) }) {
            throw error(
                .noSuchLine,
                repair,
                line,
                "\(Self.capital(place(line))) was \(earlier.what) by an earlier repair. Put both "
                    + "into one repair."
            )
        }
        guard line <= document.lines.count else {
            throw error(
                .noSuchLine,
                repair,
                line,
                "There is no \(place(line)); it has \(Self.counted(document.lines.count, "line"))."
            )
        }
        throw error(
            .noSuchLine,
            repair,
            line,
            "Nothing was read from \(place(line)); \(reads(line)). Name a line with text."
        )
    }

    /// The place of the one row on a line of the document.
    func rowPlace(of repair: Repair) throws(RepairError) -> Int {
        let places = try places(of: repair)
        guard let place = places.first, pieces[place]?.row != nil else {
            throw error(
                .notARow,
                repair,
                repair.line,
                "\(Self.capital(self.place(repair.line))) is not a row of a table; "
                    + "\(reads(repair.line))."
            )
        }
        guard places.count == 1 else {
            throw error(
                .ambiguous,
                repair,
                repair.line,
                "\(Self.capital(self.place(repair.line))) holds \(places.count) rows. Use “find” "
                    + "and “put” with words that only one of them has."
            )
        }
        return place
    }

    // MARK: Plain text

    /// Whether no character of the document's cells and lines is markup.
    var isPlain: Bool { document.format == .csv }

    /// The words of a cell or a line as the document has them, for repairs to look in.
    func shown(_ text: String) -> String { isPlain ? Prose(markup: text).plainText : text }

    /// A cell with text that a repair gives.
    func written(_ text: String) -> SourceCell {
        isPlain
            ? SourceCell(PlainCell.markup(text.trimmingSpace), raw: text)
            : SourceCell(written: text)
    }

    /// A cell with one place of its words, as they are shown, replaced.
    func replacing(
        _ range: Range<String.Index>,
        of cell: SourceCell,
        by put: String
    ) -> SourceCell {
        guard isPlain else { return cell.replacing(range, with: put) }
        var words = shown(cell.text)
        words.replaceSubrange(range, with: put)
        var cell = cell
        cell.text = PlainCell.markup(words.trimmingSpace)
        return cell
    }

    // MARK: Words

    func place(_ line: Int) -> String { "line \(line) of \(document.name)" }

    /// What a line of the document says, in words.
    func reads(_ line: Int) -> String {
        guard line >= 1, line <= document.lines.count else { return "there is no such line" }
        let text = document.lines[line - 1].collapsingSpace.trimmingSpace
        return text.isEmpty ? "it is blank" : "it reads \(Self.quoted(text))"
    }

    static func quoted(_ text: String) -> String {
        let short = text.count > 80 ? text.prefix(80) + "…" : text[...]
        let plain = short.unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.properties.generalCategory == .control ? " " : scalar
        }
        return "“\(String(String.UnicodeScalarView(plain)))”"
    }

    static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    static func counted(_ count: Int, _ what: String) -> String {
        "\(count) \(what)\(count == 1 ? "" : "s")"
    }

    func error(
        _ code: RepairError.Code,
        _ repair: Repair,
        _ line: Int,
        _ message: String
    ) -> RepairError {
        RepairError(
            code,
            message,
            source: source,
            line: repair.fileLine,
            documentLine: line
        )
    }
}

extension String {
    /// The text with a single space for each run of spaces, tabs and line ends.
    var collapsingSpace: String {
        var text = ""
        var isSpace = false
        for scalar in unicodeScalars {
            let gap = scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
            if gap, isSpace { continue }
            text.unicodeScalars.append(gap ? " " : scalar)
            isSpace = gap
        }
        return text
    }
}

extension SourceCell {
    /// Creates a cell from text that a repair gives: a line feed is a new line in the cell, and two
    /// spaces are a wide gap, as in a document.
    init(written text: String) {
        let marked = text.replacingLineEnds(with: "<br>")
        self.init(marked.collapsingSpace.trimmingSpace, raw: text)
        wideSpaces = Self.wideSpaces(of: marked.trimmingSpace)
    }

    /// Where text, once its spaces are collapsed, has one space for several.
    static func wideSpaces(of text: String) -> [Int] {
        var offsets: [Int] = []
        var offset = 0
        var run = 0
        for byte in text.utf8 {
            if byte == 0x20 || byte == 0x09 {
                run += 1
                if run == 2 { offsets.append(offset - 1) }
                if run > 1 { continue }
            } else {
                run = 0
            }
            offset += 1
        }
        return offsets
    }

    /// Returns the cell with one place of its text replaced.
    func replacing(_ range: Range<String.Index>, with words: String) -> SourceCell {
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        let end = text.utf8.distance(from: text.startIndex, to: range.upperBound)
        let put = words.replacingLineEnds(with: "<br>")
        let written = put.collapsingSpace
        var cell = self
        cell.text.replaceSubrange(range, with: written)
        let shift = written.utf8.count - (end - start)
        cell.wideSpaces =
            wideSpaces.filter { $0 < start }
            + Self.wideSpaces(of: put).map { $0 + start }
            + wideSpaces.filter { $0 >= end }.map { $0 + shift }
        let trimmed = cell.text.trimmingSpace
        if trimmed.utf8.count != cell.text.utf8.count {
            let lead = cell.text.utf8.prefix { $0 == 0x20 }.count
            cell.wideSpaces = cell.wideSpaces.map { $0 - lead }
                .filter { $0 >= 0 && $0 < trimmed.utf8.count }
            cell.text = trimmed
        }
        return cell
    }
}

extension String {
    fileprivate func replacingLineEnds(with mark: String) -> String {
        split(omittingEmptySubsequences: false) { $0.isNewline }.joined(separator: mark)
    }
}
