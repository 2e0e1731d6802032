// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CommitteeKit
import CommitteeText

/// A walk over the sheets of a workbook, which makes a page of them.
struct ExcelWalk {
    var strings: [String] = []
    var formats = ExcelFormats()
    /// Whether days are counted from 1904, as old Macs did.
    var startsIn1904 = false
    private(set) var converted = ConvertedDocument(page: [], lines: [], places: [])
    private(set) var sheets: [Sheet] = []

    private static let mostColumns = 1_000
    /// Colours beyond this column belong to no table that people fill in.
    private static let mostColoured = 60

    /// A sheet as it is read.
    struct Sheet {
        var name: String
        var rows: [Row]
        var merged: [Area]
        var formulas: Int
        /// The formulas of which the workbook kept no value.
        var unkept: Int
        /// The letters of the columns that are hidden and have words.
        var hiddenColumns: [String] = []
        var isHidden: Bool
    }

    /// A row as it is read.
    struct Row {
        var number: Int
        var cells: [Int: String] = [:]
        /// The colours of cells, six digits.
        var colours: [Int: String] = [:]
        var isHidden = false
    }

    /// A merged cell: the rows and columns that it covers, counted from 1.
    struct Area {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    mutating func note(_ kind: SourceFinding.Kind, line: Int = 0, _ message: String) {
        converted.findings.append(SourceFinding(line: line, kind: kind, message: message))
    }

    /// The words of a text, without the readings that stand above letters of other scripts.
    static func text(_ element: XMLElement) -> String {
        var words = ""
        for part in element.elements {
            switch part.name {
            case "x:t": words += part.text
            case "x:r": words += part.elements.filter { $0.name == "x:t" }.map(\.text).joined()
            default: break
            }
        }
        return words
    }

    mutating func read(_ sheet: XMLElement, name: String, isHidden: Bool) {
        var rows: [Row] = []
        var formulas = (all: 0, unkept: 0)
        for element in sheet.first("x:sheetData")?.elements ?? [] where element.name == "x:row" {
            rows.append(row(element, after: rows.last?.number ?? 0, &formulas))
        }
        sheets.append(
            Sheet(
                name: name,
                rows: rows,
                merged: areas(of: sheet),
                formulas: formulas.all,
                unkept: formulas.unkept,
                hiddenColumns: hiddenColumns(of: sheet, rows),
                isHidden: isHidden
            )
        )
    }

    /// Writes the page, when every sheet was read.
    mutating func write() {
        let rest = writeOwnDocument()
        for sheet in rest {
            let first = converted.lines.count + 1
            write(sheet.rows, sheet.merged, sheet: sheet.name)
            note(about: sheet, line: first)
        }
    }

    /// Says what is doubtful about a sheet.
    mutating func note(about sheet: Sheet, line: Int) {
        let name = sheet.name
        if sheet.isHidden {
            note(
                .hiddenRow,
                line: line,
                "The sheet “\(name)” is hidden, and was read like the others."
            )
        }
        let hidden = sheet.rows.filter(\.isHidden).map(\.number)
        if let row = hidden.first {
            note(
                .hiddenRow,
                line: line,
                "The sheet “\(name)” has \(hidden.count) hidden row\(hidden.count == 1 ? "" : "s"), the first "
                    + "of them row \(row); they were read like the others."
            )
        }
        let columns = sheet.hiddenColumns
        if !columns.isEmpty {
            note(
                .hiddenRow,
                line: line,
                "The sheet “\(name)” has \(columns.count) hidden column\(columns.count == 1 ? "" : "s") with words, "
                    + "\(columns.joined(separator: ", ")); read like the others."
            )
        }
        let formulas = sheet.formulas
        if formulas > 0 {
            note(
                .formulaValue,
                line: line,
                "The sheet “\(name)” has \(formulas) formula\(formulas == 1 ? "" : "s"), of which the value "
                    + "was read that the workbook kept. If it is old, open the workbook, let it calculate, "
                    + "and save it."
            )
        }
        if sheet.unkept > 0 {
            note(
                .formulaValue,
                line: line,
                "The sheet “\(name)” has \(sheet.unkept) formula\(sheet.unkept == 1 ? "" : "s") without a kept "
                    + "value, read as empty. Open the workbook in a spreadsheet program and save it there."
            )
        }
    }

    // MARK: Cells

    private func row(
        _ element: XMLElement,
        after earlier: Int,
        _ formulas: inout (all: Int, unkept: Int)
    ) -> Row {
        let number = element.attributes["r"].flatMap { Int($0) } ?? earlier + 1
        var row = Row(number: number)
        row.isHidden = ["1", "true"].contains(element.attributes["hidden"] ?? "")
        var column = 0
        for cell in element.elements where cell.name == "x:c" {
            column = cell.attributes["r"].flatMap(Self.column) ?? column + 1
            guard column <= Self.mostColumns else { break }
            if cell.first("x:f") != nil {
                formulas.all += 1
                if (cell.first("x:v")?.text ?? "").isEmpty, cell.attributes["t"] != "str" {
                    formulas.unkept += 1
                }
            }
            if let colour = formats.colour(ofStyle: cell.attributes["s"].flatMap { Int($0) } ?? 0) {
                row.colours[column] = colour
            }
            let words = value(of: cell)
            if words.contains(where: { !$0.isWhitespace }) { row.cells[column] = words }
        }
        return row
    }

    /// The column of a place such as `AB12`, counted from 1.
    private static func column(_ place: String) -> Int? {
        var column = 0
        for byte in place.utf8 {
            guard (0x41...0x5A).contains(byte), column < 20_000 else { break }
            column = column * 26 + Int(byte) - 0x40
        }
        return column > 0 ? column : nil
    }

    private func hiddenColumns(of sheet: XMLElement, _ rows: [Row]) -> [String] {
        var hidden: Set<Int> = []
        for element in sheet.first("x:cols")?.elements ?? []
        where ["1", "true"].contains(element.attributes["hidden"] ?? "") {
            guard let first = element.attributes["min"].flatMap({ Int($0) }),
                let last = element.attributes["max"].flatMap({ Int($0) }), first > 0, first <= last
            else { continue }
            hidden.formUnion(first...min(last, max(first, Self.mostColumns)))
        }
        guard !hidden.isEmpty else { return [] }
        let filled = rows.reduce(into: Set<Int>()) { $0.formUnion($1.cells.keys) }
        return filled.intersection(hidden).sorted().map(Self.letters)
    }

    /// The letters of a column, counted from 1.
    private static func letters(_ column: Int) -> String {
        var (letters, rest) = ("", column)
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    private func value(of cell: XMLElement) -> String {
        let raw = cell.first("x:v")?.text ?? ""
        switch cell.attributes["t"] {
        case "s": return Int(raw).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "inlineStr": return cell.first("x:is").map(Self.text) ?? ""
        case "b": return raw == "1" ? "Yes" : "No"
        case "str", "e", "d": return raw
        default: return number(raw, style: cell.attributes["s"].flatMap { Int($0) } ?? 0)
        }
    }

    /// A number as the workbook shows it.
    private func number(_ raw: String, style: Int) -> String {
        guard let number = Double(raw), number.isFinite else { return raw }
        switch formats.kind(ofStyle: style) {
        case .plain:
            return number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : raw
        case .fixed(let digits, let least, let before, let after):
            var words = Self.fixed(number.magnitude, digits)
            let whole = words.prefix { $0 != "." }.count
            if whole < least { words = String(repeating: "0", count: least - whole) + words }
            return (number < 0 ? "-" : "") + before + words + after
        case .percent(let digits): return Self.fixed(number * 100, digits) + "%"
        case .time:
            let minutes = Int((number * 1_440).rounded())
            guard (0..<1_440).contains(minutes) else { return raw }
            let (hour, minute) = (minutes / 60, minutes % 60)
            return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        case .date, .month:
            guard number.magnitude < 1e7 else { return raw }
            let days = Int(number.rounded(.down)) + (startsIn1904 ? 1_462 : 0)
            // Before March 1900 the numbers are one day off: a leap day that never was.
            guard (61...2_958_465).contains(days) else { return raw }
            let shape = formats.kind(ofStyle: style) == .month ? "MMMM yyyy" : "d MMMM yyyy"
            return (CivilDate(1899, 12, 30) + days).formatted(shape)
        }
    }

    private static func fixed(_ number: Double, _ digits: Int) -> String {
        Document.Table.Content.number(number, digits: min(digits, 6)).asProse.plainText
    }

    private func areas(of sheet: XMLElement) -> [Area] {
        (sheet.first("x:mergeCells")?.elements ?? []).prefix(10_000).compactMap { element in
            let ends = (element.attributes["ref"] ?? "").split(separator: ":").map(String.init)
            guard ends.count == 2, let left = Self.column(ends[0]),
                let right = Self.column(ends[1]),
                let top = Int(ends[0].drop { $0.isLetter }),
                let bottom = Int(ends[1].drop { $0.isLetter }),
                left <= right, top <= bottom, right <= Self.mostColumns
            else { return nil }
            return Area(rows: top...bottom, columns: left...right)
        }
    }

    // MARK: The page

    private mutating func write(_ rows: [Row], _ merged: [Area], sheet: String) {
        // By row and column, where merged cells begin and what they cover.
        var origins: [Int: [Int: Area]] = [:]
        for area in merged {
            origins[area.rows.lowerBound, default: [:]][area.columns.lowerBound] = area
        }
        var table: [Row] = []
        var earlier = 0
        // Where the tables of the sheet begin: an empty first cell must not move the others to the left.
        let left = rows.filter { $0.cells.count > 1 }.compactMap { $0.cells.keys.min() }.min() ?? 1
        for row in rows {
            // Rows that are not there are empty.
            if row.number > earlier + 1 { endTable(&table, from: left, origins, sheet) }
            earlier = row.number
            if row.cells.isEmpty {
                endTable(&table, from: left, origins, sheet)
            } else if row.cells.count == 1, let words = row.cells.values.first {
                endTable(&table, from: left, origins, sheet)
                add(
                    "<p>\(Self.markup(words))</p>",
                    words: words,
                    place: "sheet “\(sheet)”, row \(row.number)"
                )
            } else {
                table.append(row)
            }
        }
        endTable(&table, from: left, origins, sheet)
    }

    private mutating func endTable(
        _ table: inout [Row],
        from left: Int,
        _ origins: [Int: [Int: Area]],
        _ sheet: String
    ) {
        defer { table = [] }
        guard let last = table.last?.number else { return }
        let width =
            table.compactMap { row in
                max(row.cells.keys.max() ?? 1, min(row.colours.keys.max() ?? 1, Self.mostColoured))
            }.max() ?? 1
        var covered: [Int: Int] = [:]
        for (index, row) in table.enumerated() {
            var html = index == 0 ? "<table><tr>" : "<tr>"
            var words: [String] = []
            var column = left
            while column <= width {
                if let until = covered[column], until >= row.number {
                    column += 1
                    continue
                }
                let area = origins[row.number]?[column]
                let right = min(area?.columns.upperBound ?? column, width)
                let bottom = min(area?.rows.upperBound ?? row.number, last)
                html += "<td"
                if right > column { html += " colspan=\"\(right - column + 1)\"" }
                if bottom > row.number { html += " rowspan=\"\(bottom - row.number + 1)\"" }
                let text = row.cells[column] ?? ""
                if let colour = row.colours[column] {
                    html += " style=\"background-color:#\(colour)\""
                }
                html += ">\(Self.markup(text))</td>"
                words.append(text)
                for place in column...right where bottom > row.number { covered[place] = bottom }
                column = right + 1
            }
            html += index == table.count - 1 ? "</tr></table>" : "</tr>"
            add(
                html,
                words: words.joined(separator: "\t"),
                place: "sheet “\(sheet)”, row \(row.number)"
            )
        }
    }

    mutating func add(_ html: String, words: String, place: String) {
        converted.page.append(contentsOf: html.utf8)
        converted.page.append(0x0A)
        converted.lines.append(words.split(whereSeparator: \.isNewline).joined(separator: " "))
        converted.places.append(place)
    }

    /// Words as markup, with the lines that they have.
    static func markup(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { WordInline.escaped(String($0)) }
            .joined(separator: "<br>")
    }
}
#endif
