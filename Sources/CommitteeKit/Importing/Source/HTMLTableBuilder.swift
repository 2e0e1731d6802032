// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A table of a web page, while its rows and cells are being read.
///
/// Merged cells are spread over the columns and rows that they cover: the first has the text and
/// the others are marked as merged.
struct HTMLTableBuilder {
    /// A cell that is being read.
    struct OpenCell {
        var tag: HTMLTokenizer.Tag
        var markup = HTMLMarkup(keepsBlocks: true)
        var mix = ScriptMix()
        var line: Int
        var colours = CellShades()
    }

    private struct OpenRow {
        var line: Int
        var cells: [SourceCell] = []
        var colours: CellShades?
        var headings = 0
        var texts = 0
    }

    let line: Int
    var isInHead = false
    var cell: OpenCell?
    var isInCaption = false
    /// What the caption says, which stands before the rows.
    var caption: [SourceBlock] = []
    /// Tables that are open inside the cell, whose text belongs to the cell.
    var depth = 0
    private(set) var rows: [SourceRow] = []
    private var row: OpenRow?
    /// Whether an earlier cell has Latin letters, which decides about cells of look-alikes only.
    private var hasLatin = false
    /// For each column, how many further rows a merged cell covers.
    private var covered: [Int] = []

    init(line: Int) {
        self.line = line
    }

    mutating func openRow(line: Int, colours: CellShades? = nil) {
        row = OpenRow(line: line)
        row?.colours = colours
    }

    mutating func openCell(_ tag: HTMLTokenizer.Tag, line: Int, colours: CellShades?) {
        if row == nil { openRow(line: line) }
        cell = OpenCell(tag: tag, line: line, colours: colours ?? CellShades())
    }

    /// A part of the table begins: cells do not reach from one part into the next.
    mutating func beginPart(isHead: Bool) {
        isInHead = isHead
        covered = []
    }

    mutating func closeCell(
        raw: String,
        builder: inout SourceBuilder
    ) throws(SourceError) {
        guard var cell, var row else { return }
        self.cell = nil
        self.row = nil
        coverColumns(&row)
        let number = row.cells.count + 1
        if hasLatin { cell.mix.noteLatin() }
        hasLatin = cell.mix.hasLatin
        var made = try builder.makeCell(
            raw,
            text: cell.markup.finish(),
            line: cell.line,
            number: number,
            mix: cell.mix
        )
        made.shades = cell.colours
        if let colours = row.colours { made.shades.inherit(colours) }
        row.cells.append(made)
        for _ in 1..<max(cell.tag.columns, 1) {
            row.cells.append(SourceCell("", isMerged: true))
        }
        if cell.tag.rows > 1 {
            while covered.count < row.cells.count { covered.append(0) }
            for column in (number - 1)..<row.cells.count { covered[column] = cell.tag.rows }
        }
        row.texts += 1
        if cell.tag.name == "th" { row.headings += 1 }
        guard row.cells.count <= builder.limits.cellsPerRow else {
            try builder.count(cells: row.cells.count, line: row.line)
            return
        }
        self.row = row
    }

    mutating func closeRow(line: Int, builder: inout SourceBuilder) throws(SourceError) {
        guard var row else { return }
        self.row = nil
        coverColumns(&row)
        while row.cells.count < covered.count,
            covered[row.cells.count...].contains(where: { $0 > 0 })
        {
            row.cells.append(SourceCell("", isMerged: covered[row.cells.count] > 0))
            coverColumns(&row)
        }
        for column in covered.indices where covered[column] > 0 { covered[column] -= 1 }
        while covered.last == 0 { covered.removeLast() }
        guard !row.cells.isEmpty else { return }
        try builder.count(cells: row.cells.count, line: row.line)
        let isHeading = isInHead || (row.texts > 0 && row.headings == row.texts)
        rows.append(
            SourceRow(
                line: row.line,
                endLine: line,
                cells: row.cells,
                isHeaderMarked: isHeading
            )
        )
    }

    /// Adds merged cells for the columns that cells of earlier rows still cover.
    private func coverColumns(_ row: inout OpenRow) {
        while row.cells.count < covered.count, covered[row.cells.count] > 0 {
            var cell = SourceCell("", isMerged: true)
            cell.isCovered = true
            row.cells.append(cell)
        }
    }
}
