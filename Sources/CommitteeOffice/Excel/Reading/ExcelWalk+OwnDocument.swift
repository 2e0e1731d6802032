// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CommitteeKit
import CommitteeText

extension ExcelWalk {
    /// A row of a table, and the sheet in which it stands now.
    struct Line {
        var sheet: String
        var row: Int
        var cells: [String]
        var part: String
    }

    /// The rows of a table, with its headings.
    struct Lines {
        var headings: [String]
        var rows: [Line] = []
    }

    /// Writes the document of which a workbook of ours was made; nothing for a workbook of others.
    ///
    /// - Returns: The sheets that are not part of it, and are read as those of others are.
    mutating func writeOwnDocument() -> [Sheet] {
        guard let text = sheets.firstIndex(where: { $0.isText }) else { return sheets }
        var rest: [Sheet] = []
        var tables: [Int: Lines] = [:]
        let key = sheets.first { $0.name == "Key" }
        let showsKey = sheets[text].rows.contains { ExcelText.Kind(name: $0.words(1)) == .key }
        for (place, sheet) in sheets.enumerated() where place != text {
            if sheet.collect(into: &tables)
                || (sheet.name == "Key" && (showsKey || sheet.hasNoMeanings))
            {
                var sheet = sheet
                // The column of tables is hidden by us.
                sheet.hiddenColumns = []
                note(about: sheet, line: 0)
            } else if let more = sheet.withoutGuide {
                rest.append(more)
            }
        }
        let rows = Array(sheets[text].rows.dropFirst().filter { !$0.cells.isEmpty })
        var list: ExcelText.Kind?
        for (index, row) in rows.enumerated() {
            let kind = ExcelText.Kind(name: row.words(1)) ?? .words
            let next = index + 1 < rows.count ? ExcelText.Kind(name: rows[index + 1].words(1)) : nil
            let words = row.words(2)
            let place = "sheet “\(ExcelText.sheetName)”, row \(row.number)"
            let markup = Self.markup(words)
            switch kind {
            case .title: add("<h1>\(markup)</h1>", words: words, place: place)
            case .heading(let level):
                add("<h\(level)>\(markup)</h\(level)>", words: words, place: place)
            case .words: add("<p>\(markup)</p>", words: words, place: place)
            case .bullet, .step:
                let tag = kind == .bullet ? "ul" : "ol"
                let html =
                    (list == kind ? "" : "<\(tag)>") + "<li>\(markup)</li>"
                    + (next == kind ? "" : "</\(tag)>")
                add(html, words: words, place: place)
            case .key:
                if !words.isEmpty { add("<p>\(markup)</p>", words: words, place: place) }
                if let key { writeKey(key, headings: [row.words(3), row.words(4)]) }
            case .table(let number):
                if !words.isEmpty { add("<p>\(markup)</p>", words: words, place: place) }
                if let lines = tables.removeValue(forKey: number) {
                    write(lines, part: row.words(3))
                }
            }
            list = kind
        }
        for number in tables.keys.sorted() {
            if let lines = tables[number] { write(lines, part: "") }
        }
        return rest
    }

    private mutating func writeKey(_ key: Sheet, headings: [String]) {
        var rows = key.rows.filter { !$0.words(2).isEmpty }.map { row in
            Line(sheet: key.name, row: row.number, cells: [row.words(1), row.words(2)], part: "")
        }
        guard !rows.isEmpty else { return }
        rows.removeFirst()
        write(Lines(headings: headings, rows: rows), part: "")
    }

    private mutating func write(_ lines: Lines, part: String) {
        guard let first = lines.rows.first else { return }
        func html(_ cells: [String], _ tag: String = "td") -> String {
            "<tr>" + cells.map { "<\(tag)>\(Self.markup($0))</\(tag)>" }.joined() + "</tr>"
        }
        add(
            "<table>" + html(lines.headings, "th"),
            words: lines.headings.joined(separator: "\t"),
            place: "sheet “\(first.sheet)”, row 1"
        )
        var section = part
        for (index, line) in lines.rows.enumerated() {
            let place = "sheet “\(line.sheet)”, row \(line.row)"
            if line.part != section, !line.part.isEmpty {
                section = line.part
                add(
                    "<tr><td colspan=\"\(lines.headings.count)\">\(Self.markup(section))</td></tr>",
                    words: section,
                    place: place
                )
            }
            add(
                html(line.cells) + (index == lines.rows.count - 1 ? "</table>" : ""),
                words: line.cells.joined(separator: "\t"),
                place: place
            )
        }
    }
}

extension ExcelWalk.Row {
    /// What stands in a column, counted from 1.
    fileprivate func words(_ column: Int) -> String { cells[column] ?? "" }
}

extension ExcelWalk.Sheet {
    /// Whether it is the sheet that says where everything belongs.
    fileprivate var isText: Bool {
        guard name == ExcelText.sheetName, let first = rows.first else { return false }
        return ExcelText.headings.enumerated().allSatisfy {
            first.words($0.offset + 1) == $0.element
        }
    }

    /// The sheet without the lines that tell how to return the workbook; nil when it has no others.
    ///
    /// The day and the audience stand below them in the second column.
    fileprivate var withoutGuide: ExcelWalk.Sheet? {
        guard rows.first(where: { !$0.cells.isEmpty })?.words(1) == ExcelText.guide[0] else {
            return self
        }
        var more = self
        more.rows.removeAll { row in
            row.cells.isEmpty || row.cells.count == 1 && ExcelText.guide.contains(row.words(1))
                || row.words(1).isEmpty && row.cells.count == 1 && !row.words(2).isEmpty
        }
        return more.rows.isEmpty ? nil : more
    }

    /// Whether a key says no more than which statuses there are.
    fileprivate var hasNoMeanings: Bool { rows.dropFirst().allSatisfy { $0.words(2).isEmpty } }

    /// Takes the rows of a sheet of tables; false for another sheet.
    fileprivate func collect(into tables: inout [Int: ExcelWalk.Lines]) -> Bool {
        guard let head = rows.first, head.number == 1, let last = head.cells.keys.max(), last > 1,
            head.words(last) == ExcelText.tableHeading
        else { return false }
        let hasParts = head.words(1) == "Part"
        // Words that somebody put beside the table belong to its rows, below no heading.
        let beside = Set(rows.flatMap(\.cells.keys)).filter { $0 > last }
        let columns = Array((hasParts ? 2 : 1)..<last) + beside.sorted()
        // A row that somebody added above all others belongs to the first table of its sheet.
        guard var earlier = rows.dropFirst().lazy.compactMap({ Int($0.words(last)) }).first else {
            return false
        }
        for row in rows.dropFirst() where columns.contains(where: { row.cells[$0] != nil }) {
            // A row that somebody added belongs to the table of the row above it.
            let number = Int(row.words(last)) ?? earlier
            earlier = number
            let lines = ExcelWalk.Lines(headings: columns.map { head.words($0) })
            tables[number, default: lines].rows.append(
                ExcelWalk.Line(
                    sheet: name,
                    row: row.number,
                    cells: columns.map { row.words($0) },
                    part: hasParts ? row.words(1) : ""
                )
            )
        }
        return true
    }
}
#endif
