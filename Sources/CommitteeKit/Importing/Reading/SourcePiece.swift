// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A line of text or a row of a table, in the order of the document.
struct SourcePiece {
    enum Content {
        case text(String, headingLevel: Int?, marker: String?)
        case row([String], isMarkedHeader: Bool)
    }

    var line: Int
    /// The number of the table, counted from 1; 0 for text.
    var table: Int
    /// The number of the row in its table, or of the line of text in the document, counted from 1.
    var ordinal = 0
    var content: Content

    /// The words of each cell without markup; of a line of text, its own.
    var cellWords: [String]
    /// The cells that a merged cell of a row above covers.
    var covered: Set<Int> = []
    /// The words of the piece without markup, cells joined by spaces.
    var words: String
    /// The lines of the words, where the document breaks them.
    var lines: [String]
    /// The colours of the cells that have any, by their place.
    var colours: [Int: CellShades] = [:]

    var isRow: Bool { table > 0 }

    /// The number or bullet before a list item's words.
    var marker: String? {
        if case .text(_, _, let marker) = content { return marker }
        return nil
    }

    /// The level of a heading of the document.
    var headingLevel: Int? {
        if case .text(_, let level, _) = content { return level }
        return nil
    }

    /// The words with the number before them, as they are printed.
    var printedWords: String {
        guard let marker, marker.first?.isNumber ?? false else { return words }
        return "\(marker) \(words)"
    }

    /// The pieces of a document.
    ///
    /// - Parameters:
    ///   - source: The document.
    ///   - isApart: Whether a line is a piece of its own although no blank line parts it from what stands above.
    /// - Returns: The pieces, in the order of the document.
    static func all(
        of source: SourceDocument,
        apart isApart: ((String) -> Bool)? = nil
    ) -> [SourcePiece] {
        var pieces: [SourcePiece] = []
        var table = 0
        for block in source.blocks {
            switch block {
            case .heading(let level, let text, let line):
                pieces.append(SourcePiece(line, text: text, headingLevel: level, marker: nil))
            case .paragraph(let text, let line, let endLine):
                var piece = SourcePiece(line, text: text, headingLevel: nil, marker: nil)
                piece.takeLines(of: source, until: endLine)
                pieces += isApart.map(piece.parts) ?? [piece]
            case .listItem(let marker, _, let text, let line, let endLine):
                var piece = SourcePiece(line, text: text, headingLevel: nil, marker: marker)
                if let isApart {
                    piece.takeLines(of: source, until: endLine, behind: marker)
                    pieces += piece.parts(apart: isApart)
                } else {
                    pieces.append(piece)
                }
            case .table(let rows):
                table += 1
                for row in rows.rows {
                    let cells = row.cells.map { cell in
                        source.format == .tabText ? markup(cell) : cell.text
                    }
                    var piece = SourcePiece(
                        row.line,
                        cells,
                        isMarkedHeader: row.isHeaderMarked,
                        in: table
                    )
                    for (place, cell) in row.cells.enumerated() {
                        if !cell.shades.all.isEmpty { piece.colours[place] = cell.shades }
                    }
                    piece.covered = Set(row.cells.indices.filter { row.cells[$0].isCovered })
                    pieces.append(piece)
                }
            }
        }
        count(&pieces)
        return pieces
    }

    /// Counts the rows of each table, and the lines of text.
    private static func count(_ pieces: inout [SourcePiece]) {
        var texts = 0
        var rows = 0
        var table = 0
        for index in pieces.indices {
            if pieces[index].isRow {
                rows = pieces[index].table == table ? rows + 1 : 1
                table = pieces[index].table
            } else {
                texts += 1
            }
            pieces[index].ordinal = pieces[index].isRow ? rows : texts
        }
    }

    /// Takes the lines of a paragraph as the document divides them: a fact may stand on one of them.
    private mutating func takeLines(
        of source: SourceDocument,
        until end: Int,
        behind marker: String = ""
    ) {
        guard end > line, end - line < 20, end <= source.lines.count,
            source.format == .markdown || source.format == .tabText
        else { return }
        var printed = source.lines[(line - 1)..<end].map { line in
            Prose(markup: TextCleaner.clean(line, scripts: ScriptMix(line)).text).singleLine
        }
        if printed[0].hasPrefix(marker) {
            printed[0] = String(printed[0].dropFirst(marker.count)).trimmingSpace
        }
        // Where cleaning and joining did more than to put a space, the paragraph stays one line.
        guard printed.joined(separator: " ") == words else { return }
        lines = printed
    }

    /// The piece, divided before each line that is a piece of its own; wrapped lines go with what they follow.
    private func parts(apart isApart: (String) -> Bool) -> [SourcePiece] {
        guard case .text(_, let level, let marker) = content, lines.count > 1,
            let first = lines.dropFirst().firstIndex(where: isApart)
        else { return [self] }
        let starts =
            [0] + lines.indices.filter { $0 >= first && isApart(lines[$0]) } + [lines.count]
        return zip(starts, starts.dropFirst()).map { start, end in
            let words = lines[start..<end].filter { !$0.isEmpty }.joined(separator: " ")
            return SourcePiece(
                line + start,
                text: Prose(words).markup,
                headingLevel: start == 0 ? level : nil,
                marker: start == 0 ? marker : nil
            )
        }
    }

    private init(_ line: Int, text: String, headingLevel: Int?, marker: String?) {
        let prose = Prose(markup: text)
        self.line = line
        table = 0
        content = .text(text, headingLevel: headingLevel, marker: marker)
        words = prose.singleLine
        cellWords = [words]
        lines = prose.plainLines
    }

    private init(_ line: Int, _ cells: [String], isMarkedHeader: Bool, in table: Int) {
        self.line = line
        self.table = table
        content = .row(cells, isMarkedHeader: isMarkedHeader)
        cellWords = cells.map { Prose(markup: $0).singleLine }
        words = cellWords.filter { !$0.isEmpty }.joined(separator: " ")
        lines = [words]
    }

    /// The markup of a cell of tabbed text, in which two spaces divide paragraphs.
    private static func markup(_ cell: SourceCell) -> String {
        let pieces = cell.pieces
        guard pieces.count > 1 else { return cell.text }
        return pieces.map { "<p>\($0)</p>" }.joined()
    }
}
