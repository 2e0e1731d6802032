// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
/// The rows and cells of a table, with the places that merged cells cover.
struct WordTableGrid {
    enum Merge {
        case none
        case begins
        case goesOn
    }

    struct Cell {
        var element: XMLElement
        /// The column at which it begins, counted from 0.
        var column: Int
        var columns: Int
        var merge: Merge
        /// How many rows it covers.
        var rows = 1
        /// Whether a cell that begins above covers it.
        var isCovered = false
        /// The colour with which it is filled, as six digits.
        var colour: String?
    }

    struct Row {
        var cells: [Cell] = []
        var isHead = false
        /// How many columns are left free at its beginning.
        var before = 0
    }

    private(set) var rows: [Row] = []
    private(set) var hasHidden = false
    /// How many rows are marked as added or deleted.
    private(set) var changes = 0

    /// As many columns as a row of Word can have.
    private static let most = 1_000

    init(_ table: XMLElement) {
        add(table)
        settleMerges()
    }

    /// Finds out how many rows each merged cell covers.
    private mutating func settleMerges() {
        // For each column, the cell that may go on below.
        var open: [Int: (row: Int, cell: Int)] = [:]
        for row in rows.indices {
            var still: [Int: (row: Int, cell: Int)] = [:]
            for place in rows[row].cells.indices {
                let cell = rows[row].cells[place]
                if cell.merge == .begins { still[cell.column] = (row, place) }
                guard cell.merge == .goesOn, let origin = open[cell.column],
                    rows[origin.row].cells[origin.cell].columns == cell.columns,
                    cell.element.text.allSatisfy(\.isWhitespace)
                else { continue }
                rows[origin.row].cells[origin.cell].rows = row - origin.row + 1
                rows[row].cells[place].isCovered = true
                still[cell.column] = origin
            }
            open = still
        }
    }

    private mutating func add(_ container: XMLElement) {
        for element in container.elements {
            switch element.name {
            case "w:tr": add(row: element)
            case "w:sdt": if let content = element.first("w:sdtContent") { add(content) }
            case "w:customXml", "w:ins", "w:moveTo": add(element)
            default: break
            }
        }
    }

    private mutating func add(row element: XMLElement) {
        var row = Row()
        if let look = element.first("w:trPr") {
            if look.first("w:del") != nil {
                changes += 1
                return
            }
            if look.first("w:ins") != nil { changes += 1 }
            if look.isOn("w:hidden") { hasHidden = true }
            row.isHead = look.isOn("w:tblHeader")
            row.before = Self.count(look.first("w:gridBefore")?.value, from: 0)
        }
        var column = row.before
        Self.addCells(of: element, to: &row, &column)
        rows.append(row)
    }

    private static func addCells(of container: XMLElement, to row: inout Row, _ column: inout Int) {
        for element in container.elements {
            switch element.name {
            case "w:tc":
                let look = element.first("w:tcPr")
                let columns = count(look?.first("w:gridSpan")?.value, from: 1)
                var merge = Merge.none
                if let mark = look?.first("w:vMerge") {
                    merge = mark.value == "restart" ? .begins : .goesOn
                }
                let fill = look?.first("w:shd")?.attributes["w:fill"].flatMap(colour)
                row.cells.append(
                    Cell(
                        element: element,
                        column: column,
                        columns: columns,
                        merge: merge,
                        colour: fill
                    )
                )
                column += columns
            case "w:sdt":
                if let content = element.first("w:sdtContent") {
                    addCells(of: content, to: &row, &column)
                }
            case "w:customXml", "w:ins", "w:moveTo": addCells(of: element, to: &row, &column)
            default: break
            }
        }
    }

    private static func count(_ text: String?, from least: Int) -> Int {
        min(max(text.flatMap { Int($0) } ?? least, least), most)
    }

    private static func colour(_ fill: String) -> String? {
        guard fill.utf8.count == 6, fill.allSatisfy(\.isHexDigit), fill.uppercased() != "FFFFFF"
        else {
            return nil
        }
        return fill.lowercased()
    }
}
#endif
