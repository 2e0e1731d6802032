// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What every reader fills: blocks, cleanings and findings, within the limits.
struct SourceBuilder {
    let name: String
    let limits: SourceLimits
    var title: String?
    var blocks: [SourceBlock] = []
    var cleanings: [Cleaning] = []
    var findings: [SourceFinding] = []
    private var cellCount = 0
    private var omittedCleanings = 0
    private var lastLine = 1

    init(name: String, limits: SourceLimits) {
        self.name = name
        self.limits = limits
    }

    /// Cleans a piece of text and lists what was substituted.
    mutating func clean(
        _ raw: String,
        line: Int,
        cell: Int? = nil,
        scripts: ScriptMix? = nil
    ) -> TextCleaner.Result {
        let result = TextCleaner.clean(raw, scripts: scripts ?? ScriptMix(raw))
        for change in result.changes {
            log(
                Cleaning(
                    line: line,
                    cell: cell,
                    what: change.what,
                    before: change.before,
                    after: change.after,
                    count: change.count
                )
            )
        }
        if let word = result.foreignWord {
            find(
                .foreignLetters,
                line: line,
                cell: cell,
                "\"\(word)\" has letters of another alphabet; it is kept as it stands. If the "
                    + "printed document has other words here, repair the line."
            )
        }
        return result
    }

    /// Makes a row of raw cells, cleaned; `isPlain` says that no character of them is markup.
    mutating func makeRow(
        _ raws: [String],
        line: Int,
        endLine: Int? = nil,
        isHeaderMarked: Bool = false,
        isPlain: Bool = false
    ) throws(SourceError) -> SourceRow {
        try count(cells: raws.count, line: line)
        var mix = ScriptMix()
        for raw in raws { mix.add(raw) }
        var cells: [SourceCell] = []
        cells.reserveCapacity(raws.count)
        for (index, raw) in raws.enumerated() {
            let text =
                isPlain && raw.utf8.count <= limits.bytesPerCell ? PlainCell.markup(raw) : raw
            cells.append(try makeCell(raw, text: text, line: line, number: index + 1, mix: mix))
        }
        return SourceRow(
            line: line,
            endLine: endLine,
            cells: cells,
            isHeaderMarked: isHeaderMarked
        )
    }

    /// Makes one cell; `text` is its markup before cleaning.
    mutating func makeCell(
        _ raw: String,
        text: String,
        line: Int,
        number: Int,
        mix: ScriptMix
    ) throws(SourceError) -> SourceCell {
        guard raw.utf8.count <= limits.bytesPerCell, text.utf8.count <= limits.bytesPerCell else {
            throw SourceError(
                .cellTooLong,
                source: name,
                line: line,
                "Cell \(number) of line \(line) is longer than \(limits.bytesPerCell) bytes. "
                    + "Check that the table's rows and quotes are closed."
            )
        }
        let result = clean(text, line: line, cell: number, scripts: mix)
        var cell = SourceCell(result.text, raw: raw)
        cell.wideSpaces = result.wideSpaces
        return cell
    }

    /// Counts the cells of a row against the limits.
    mutating func count(cells: Int, line: Int) throws(SourceError) {
        guard cells <= limits.cellsPerRow else {
            throw SourceError(
                .tooManyCells,
                source: name,
                line: line,
                "The row on line \(line) has more than \(limits.cellsPerRow) cells. Check the "
                    + "tabs, delimiters or merged cells of that line."
            )
        }
        cellCount += cells
        guard cellCount <= limits.cells else {
            throw SourceError(
                .tooManyCells,
                source: name,
                line: line,
                "The tables have more than \(limits.cells) cells, reached on line \(line). Split "
                    + "the document and import the parts."
            )
        }
    }

    mutating func log(_ cleaning: Cleaning) {
        lastLine = cleaning.line
        if cleanings.count < limits.cleanings {
            cleanings.append(cleaning)
        } else {
            omittedCleanings += 1
        }
    }

    mutating func find(
        _ kind: SourceFinding.Kind,
        line: Int,
        cell: Int? = nil,
        _ message: String
    ) {
        guard findings.count < limits.cleanings else { return }
        findings.append(SourceFinding(line: line, cell: cell, kind: kind, message: message))
    }

    /// Adds what can only be said at the end.
    mutating func close() {
        guard omittedCleanings > 0 else { return }
        findings.append(
            SourceFinding(
                line: lastLine,
                kind: .cleaningsOmitted,
                message: "\(omittedCleanings) further cleanings were carried out and are not "
                    + "listed."
            )
        )
    }
}
