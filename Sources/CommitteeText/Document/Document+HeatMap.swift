// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// How many risks stand at which likelihood and impact, drawn as a grid.
    ///
    /// Every cell carries the letter and the word of its band beside the colour, and a table says the
    /// same as the drawing.
    public struct HeatMap: Hashable, Sendable {
        /// A cell: the band that the two levels make, and what stands there.
        public struct Cell: Hashable, Sendable {
            /// The band; nil where the levels make a score outside every band.
            public var band: StatusTag?
            /// The score in few characters, such as “12” or “A1”; may be empty.
            public var score: String
            /// How many stand in the cell.
            public var count: Int
            /// What stands in the cell, by identifiers; may be fewer than the count.
            public var names: [String]

            /// Creates a cell.
            ///
            /// - Parameters:
            ///   - band: The band that the two levels make.
            ///   - score: The score in few characters.
            ///   - count: How many stand in the cell.
            ///   - names: What stands in the cell, by identifiers.
            public init(
                band: StatusTag?,
                score: String = "",
                count: Int = 0,
                names: [String] = []
            ) {
                self.band = band
                self.score = score
                self.count = max(count, 0)
                self.names = names
            }
        }

        /// What the map shows.
        public var title: String
        /// What the rows stand for, such as “Likelihood”.
        public var rowTitle: String
        /// What the columns stand for, such as “Impact”.
        public var columnTitle: String
        /// The names of the rows, from the top.
        public var rows: [String]
        /// The names of the columns, from the left.
        public var columns: [String]
        /// The cells, a list for each row.
        public var cells: [[Cell]]
        /// What has no place on the map and why, a sentence each.
        public var notes: [String]

        /// Creates a map.
        ///
        /// - Parameters:
        ///   - title: What the map shows.
        ///   - rowTitle: What the rows stand for.
        ///   - columnTitle: What the columns stand for.
        ///   - rows: The names of the rows, from the top.
        ///   - columns: The names of the columns, from the left.
        ///   - cells: The cells, a list for each row; missing ones are empty.
        ///   - notes: What has no place on the map and why.
        public init(
            title: String,
            rowTitle: String,
            columnTitle: String,
            rows: [String],
            columns: [String],
            cells: [[Cell]],
            notes: [String] = []
        ) {
            self.title = title
            self.rowTitle = rowTitle
            self.columnTitle = columnTitle
            self.rows = rows
            self.columns = columns
            self.cells = cells
            self.notes = notes
        }
    }
}

extension Document.HeatMap {
    /// How many names a cell of the table shows before it only counts them.
    private static let mostNames = 12

    func cell(row: Int, column: Int) -> Cell {
        guard cells.indices.contains(row), cells[row].indices.contains(column) else {
            return Cell(band: nil)
        }
        return cells[row][column]
    }

    /// How many stand on the map.
    var total: Int { cells.joined().reduce(0) { $0 &+ $1.count } }

    /// The table that says the same as the drawing.
    package func table() -> Document.Table {
        let heads = columns.map { Document.Table.Column($0) }
        return Document.Table(
            caption: "\(title): \(rowTitle) by \(columnTitle)",
            columns: [.init(rowTitle, isRowHeader: true)] + heads,
            rows: rows.indices.map { row in
                .cells(
                    [.text(rows[row])]
                        + columns.indices.map { Self.content(of: cell(row: row, column: $0)) }
                )
            }
        )
    }

    private static func content(of cell: Cell) -> Document.Table.Cell {
        var contents: [Document.Table.Content] = []
        if let band = cell.band {
            let letter = [cell.score, band.letter].filter { !$0.isEmpty }.joined(separator: " ")
            contents.append(.status(StatusTag(letter, band.word, colour: band.colour)))
        } else if !cell.score.isEmpty {
            contents.append(.text(cell.score))
        }
        if cell.count > 0 { contents.append(.text(names(in: cell))) }
        return Document.Table.Cell(contents)
    }

    private static func names(in cell: Cell) -> String {
        let shown = cell.names.prefix(mostNames).joined(separator: ", ")
        guard !shown.isEmpty else { return String(cell.count) }
        let rest = cell.count - min(cell.names.count, mostNames)
        return rest > 0 ? "\(cell.count): \(shown) and \(rest) more" : "\(cell.count): \(shown)"
    }

    /// The drawing in one sentence, for those who do not see it.
    var summary: String {
        var parts: [String] = []
        for row in rows.indices {
            for column in columns.indices {
                let cell = cell(row: row, column: column)
                guard cell.count > 0 else { continue }
                let band = cell.band.map { " (\($0.text))" } ?? ""
                parts.append("\(cell.count) at \(rows[row]), \(columns[column])\(band)")
            }
        }
        return parts.isEmpty ? "Nothing stands on the map." : parts.joined(separator: "; ") + "."
    }
}
