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
    private var sheets = 0

    private static let mostColumns = 1_000

    /// A row as it is read.
    private struct Row {
        var number: Int
        var cells: [Int: String] = [:]
        var isHidden = false
    }

    /// A merged cell: the rows and columns that it covers, counted from 1.
    private struct Area {
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
        sheets += 1
        let first = converted.lines.count + 1
        var rows: [Row] = []
        var formulas = 0
        for element in sheet.first("x:sheetData")?.elements ?? [] where element.name == "x:row" {
            rows.append(row(element, after: rows.last?.number ?? 0, &formulas))
        }
        let merged = areas(of: sheet)
        write(rows, merged, sheet: name)
        if isHidden {
            note(
                .hiddenRow,
                line: first,
                "The sheet “\(name)” is hidden, and was read like the others."
            )
        }
        let hidden = rows.filter(\.isHidden).map(\.number)
        if let row = hidden.first {
            note(
                .hiddenRow,
                line: first,
                "The sheet “\(name)” has \(hidden.count) hidden row\(hidden.count == 1 ? "" : "s"), the first "
                    + "of them row \(row); they were read like the others."
            )
        }
        if formulas > 0 {
            note(
                .formulaValue,
                line: first,
                "The sheet “\(name)” has \(formulas) formula\(formulas == 1 ? "" : "s"), of which the value "
                    + "was read that the workbook kept. If it is old, open the workbook, let it calculate, "
                    + "and save it."
            )
        }
    }

    // MARK: Cells

    private func row(_ element: XMLElement, after earlier: Int, _ formulas: inout Int) -> Row {
        let number = element.attributes["r"].flatMap { Int($0) } ?? earlier + 1
        var row = Row(number: number)
        row.isHidden = ["1", "true"].contains(element.attributes["hidden"] ?? "")
        var column = 0
        for cell in element.elements where cell.name == "x:c" {
            column = cell.attributes["r"].flatMap(Self.column) ?? column + 1
            guard column <= Self.mostColumns else { break }
            if cell.first("x:f") != nil { formulas += 1 }
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
        case .fixed(let digits): return Self.fixed(number, digits)
        case .percent(let digits): return Self.fixed(number * 100, digits) + "%"
        case .date:
            let days = Int(number.rounded(.down)) + (startsIn1904 ? 1_462 : 0)
            // Before March 1900 the numbers are one day off: a leap day that never was.
            guard (61...2_958_465).contains(days) else { return raw }
            return (CivilDate(1899, 12, 30) + days).formatted("d MMMM yyyy")
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
        for row in rows {
            // Rows that are not there are empty.
            if row.number > earlier + 1 { endTable(&table, origins, sheet) }
            earlier = row.number
            if row.cells.isEmpty {
                endTable(&table, origins, sheet)
            } else if row.cells.count == 1, let words = row.cells.values.first {
                endTable(&table, origins, sheet)
                add(
                    "<p>\(Self.markup(words))</p>",
                    words: words,
                    place: "sheet “\(sheet)”, row \(row.number)"
                )
            } else {
                table.append(row)
            }
        }
        endTable(&table, origins, sheet)
    }

    private mutating func endTable(
        _ table: inout [Row],
        _ origins: [Int: [Int: Area]],
        _ sheet: String
    ) {
        defer { table = [] }
        guard let last = table.last?.number else { return }
        let width = table.compactMap { $0.cells.keys.max() }.max() ?? 1
        let left = table.compactMap { $0.cells.keys.min() }.min() ?? 1
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

    private mutating func add(_ html: String, words: String, place: String) {
        converted.page.append(contentsOf: html.utf8)
        converted.page.append(0x0A)
        converted.lines.append(words.split(whereSeparator: \.isNewline).joined(separator: " "))
        converted.places.append(place)
    }

    /// Words as markup, with the lines that they have.
    private static func markup(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { WordInline.escaped(String($0)) }
            .joined(separator: "<br>")
    }
}
#endif
