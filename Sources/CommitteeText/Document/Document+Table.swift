// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// A table with a caption, column headings, merged cells and headings between its rows.
    public struct Table: Hashable, Sendable {
        /// What the table shows.
        public var caption: String
        /// The columns, in order.
        public var columns: [Column]
        /// Rows above the column headings, such as one that groups columns.
        public var headerRows: [[Cell]]
        /// The rows, in order.
        public var rows: [Row]
        /// A name that links can point to.
        public var anchor: String?
        /// Whether a heading right above already says what the table shows, so that the caption is
        /// written only where a program needs it.
        public var hidesCaption: Bool

        /// Creates a table.
        ///
        /// - Parameters:
        ///   - caption: What the table shows.
        ///   - columns: The columns, in order.
        ///   - headerRows: Rows above the column headings.
        ///   - rows: The rows, in order.
        ///   - anchor: A name that links can point to.
        ///   - hidesCaption: Whether a heading right above already says what the table shows.
        public init(
            caption: String,
            columns: [Column],
            headerRows: [[Cell]] = [],
            rows: [Row],
            anchor: String? = nil,
            hidesCaption: Bool = false
        ) {
            self.caption = caption
            self.columns = columns
            self.headerRows = headerRows
            self.rows = rows
            self.anchor = anchor
            self.hidesCaption = hidesCaption
        }
    }
}

extension Document.Table {
    /// The side of a column on which its text stands.
    public enum Alignment: String, CaseIterable, Hashable, Sendable {
        /// Where a line begins.
        case start
        /// In the middle.
        case center
        /// Where a line ends, as for numbers.
        case end
    }

    /// A column.
    public struct Column: Hashable, Sendable, ExpressibleByStringLiteral {
        /// The heading.
        public var heading: String
        /// The side on which the text stands.
        public var alignment: Alignment
        /// The share of the table's width in hundredths; nil leaves it to the content.
        ///
        /// Shares that come to more than the table has are taken in proportion.
        public var width: Int?
        /// Whether the column's cells are the headings of their rows.
        public var isRowHeader: Bool

        /// Creates a column.
        ///
        /// - Parameters:
        ///   - heading: The heading.
        ///   - alignment: The side on which the text stands.
        ///   - width: The share of the width in hundredths, 1 to 100; others are brought into that range.
        ///   - isRowHeader: Whether the column's cells are the headings of their rows.
        public init(
            _ heading: String,
            alignment: Alignment = .start,
            width: Int? = nil,
            isRowHeader: Bool = false
        ) {
            self.heading = heading
            self.alignment = alignment
            self.width = width.map { min(max($0, 1), 100) }
            self.isRowHeader = isRowHeader
        }

        /// Creates a column from its heading.
        ///
        /// - Parameter value: The heading.
        public init(stringLiteral value: String) {
            self.init(value)
        }
    }

    /// A row.
    public enum Row: Hashable, Sendable {
        /// A row of cells; columns for which there is none are empty, what is too much is dropped.
        case cells([Cell])
        /// A heading across all columns for the rows that follow, with a level from 1.
        case section(Prose, level: Int)

        /// Makes a heading of plain text across all columns.
        ///
        /// - Parameter text: The words.
        /// - Returns: The row.
        public static func section(_ text: String) -> Row { .section(Prose(text), level: 1) }
    }

    /// What a cell shows, or a part of it.
    public enum Content: Hashable, Sendable {
        /// Plain text.
        case text(String)
        /// Rich text.
        case prose(Prose)
        /// A status.
        case status(StatusTag)
        /// A day.
        case date(CivilDate)
        /// A whole number.
        case integer(Int)
        /// A number with so many digits after the point, 0 to 6.
        case number(Double, digits: Int)
    }

    /// A cell.
    public struct Cell: Hashable, Sendable, ExpressibleByStringLiteral {
        /// What the cell shows, one below the other; nothing in an empty cell.
        public var contents: [Content] {
            get {
                switch storage {
                case .nothing: []
                case .one(let content): [content]
                case .several(let contents): contents
                }
            }
            set { storage = Storage(newValue) }
        }
        /// How many columns the cell covers, 1 to 1,000.
        public let columnSpan: Int
        /// How many rows the cell covers, 1 to 100,000; never beyond a heading between rows.
        public let rowSpan: Int
        /// Whether the cell says what the cell above says, so that it may be shown as such.
        public var isRepeated: Bool

        // Most cells show one thing, which then needs no list of its own.
        private var storage: Storage

        private enum Storage: Hashable, Sendable {
            case nothing
            case one(Content)
            case several([Content])

            init(_ contents: [Content]) {
                self =
                    switch contents.count {
                    case 0: .nothing
                    case 1: .one(contents[0])
                    default: .several(contents)
                    }
            }
        }

        /// Creates a cell.
        ///
        /// - Parameters:
        ///   - contents: What the cell shows, one below the other.
        ///   - columnSpan: How many columns it covers; brought into 1 to 1,000.
        ///   - rowSpan: How many rows it covers; brought into 1 to 100,000.
        ///   - isRepeated: Whether it says what the cell above says.
        public init(
            _ contents: [Content],
            columnSpan: Int = 1,
            rowSpan: Int = 1,
            isRepeated: Bool = false
        ) {
            storage = Storage(contents)
            self.columnSpan = min(max(columnSpan, 1), 1_000)
            self.rowSpan = min(max(rowSpan, 1), 100_000)
            self.isRepeated = isRepeated
        }

        /// Creates a cell that shows one thing.
        init(showing content: Content) {
            storage = .one(content)
            columnSpan = 1
            rowSpan = 1
            isRepeated = false
        }

        /// The only thing that the cell shows, when it shows one thing.
        var only: Content? {
            if case .one(let content) = storage { content } else { nil }
        }

        /// Whether the cell shows nothing.
        package var isEmpty: Bool {
            if case .nothing = storage { true } else { false }
        }

        /// Creates a cell of plain text.
        ///
        /// - Parameter value: The words.
        public init(stringLiteral value: String) {
            self = .text(value)
        }
    }
}

extension Document.Table.Cell {
    /// A cell that shows nothing.
    public static let empty = Self([])

    /// Makes a cell of plain text.
    ///
    /// - Parameter text: The words.
    /// - Returns: The cell.
    public static func text(_ text: String) -> Self {
        text.isEmpty ? .empty : Self(showing: .text(text))
    }

    /// Makes a cell of rich text.
    ///
    /// - Parameter prose: The text.
    /// - Returns: The cell.
    public static func prose(_ prose: Prose) -> Self { Self(showing: .prose(prose)) }

    /// Makes a cell that shows a status.
    ///
    /// - Parameter status: The status.
    /// - Returns: The cell.
    public static func status(_ status: StatusTag) -> Self { Self(showing: .status(status)) }

    /// Makes a cell that shows a day.
    ///
    /// - Parameter date: The day.
    /// - Returns: The cell.
    public static func date(_ date: CivilDate) -> Self { Self(showing: .date(date)) }

    /// Makes a cell that shows a whole number.
    ///
    /// - Parameter number: The number.
    /// - Returns: The cell.
    public static func integer(_ number: Int) -> Self { Self(showing: .integer(number)) }

    /// Makes a cell that shows a number with digits after the point.
    ///
    /// - Parameters:
    ///   - number: The number.
    ///   - digits: How many digits stand after the point, 0 to 6.
    /// - Returns: The cell.
    public static func number(_ number: Double, digits: Int) -> Self {
        Self(showing: .number(number, digits: digits))
    }

    /// Returns the same cell, covering more columns and rows.
    ///
    /// - Parameters:
    ///   - columns: How many columns it covers.
    ///   - rows: How many rows it covers.
    /// - Returns: The cell.
    public func spanning(columns: Int = 1, rows: Int = 1) -> Self {
        Self(contents, columnSpan: columns, rowSpan: rows, isRepeated: isRepeated)
    }
}

extension Document.Table.Content {
    /// The content as rich text, which every renderer can write.
    package var asProse: Prose {
        switch self {
        case .text(let text): Prose(text)
        case .prose(let prose): prose
        case .status(let status): Prose(status.text)
        case .date(let date): Prose(date.formatted(Document.Timeline.datePattern))
        case .integer(let number): Prose(String(number))
        case .number(let number, let digits): Prose(NumberText.fixed(number, digits: digits))
        }
    }
}

extension Document.Table.Content {
    /// The content's words alone; most need no detour through rich text.
    fileprivate var plainText: String {
        switch self {
        case .text(let text): text
        case .status(let status): status.text
        case .prose(let prose):
            if prose.blocks.count == 1, case .paragraph(let inlines) = prose.blocks[0] {
                Prose.plainText(of: inlines)
            } else {
                prose.plainText
            }
        case .date, .integer, .number: asProse.plainText
        }
    }
}

extension Document.Table.Cell {
    /// The cell's words alone, a line for each paragraph and item.
    package var plainText: String {
        only?.plainText ?? (isEmpty ? "" : asProse.plainText)
    }

    package var asProse: Prose {
        only?.asProse ?? Prose(blocks: contents.flatMap(\.asProse.blocks))
    }
}

/// Numbers as text, without a locale.
enum NumberText {
    /// Returns a number with a fixed count of digits after the point; rounded half away from zero.
    ///
    /// What is not a number, or too large to be written in full, is "n/a".
    static func fixed(_ number: Double, digits: Int) -> String {
        let digits = min(max(digits, 0), 6)
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        // Rounded by hand: `rounded()` needs the C mathematics library, which the core does not link.
        let scaled = (number * scale).magnitude + 0.5
        guard scaled.isFinite, scaled < 9e15 else { return "n/a" }
        let whole = number < 0 ? -Int(scaled) : Int(scaled)
        guard digits > 0 else { return String(whole) }
        let unit = Int(scale)
        let fraction = String(whole.magnitude % UInt(unit))
        let padding = String(repeating: "0", count: digits - fraction.count)
        let sign = whole < 0 ? "-" : ""
        return "\(sign)\(whole.magnitude / UInt(unit)).\(padding)\(fraction)"
    }
}
