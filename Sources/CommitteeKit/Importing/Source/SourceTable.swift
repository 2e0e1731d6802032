// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A table as it stands in a document: rows of cells, and nothing about what they mean.
///
/// Which row is a heading and what continues a row is for a committee's layout to say.
public struct SourceTable: Hashable, Sendable {
    /// The rows in the order of the document.
    public var rows: [SourceRow]

    /// Creates a table.
    ///
    /// - Parameter rows: The rows in the order of the document.
    public init(rows: [SourceRow]) {
        self.rows = rows
    }

    /// The number of cells of the longest row.
    ///
    /// - Complexity: O(*n*) in the number of rows.
    public var width: Int { rows.reduce(0) { max($0, $1.cells.count) } }
}

/// A row of a table in a document.
///
/// Rows of one table may have different numbers of cells, as extracted tables do.
public struct SourceRow: Hashable, Sendable {
    /// The first line of the row, counted from 1.
    public var line: Int
    /// The last line of the row; the same as ``line`` where a row is one line.
    public var endLine: Int
    /// The cells from left to right.
    public var cells: [SourceCell]
    /// Whether the document itself marks the row as a heading.
    ///
    /// True above a Markdown alignment row, in an HTML `thead`, and where every HTML cell is a `th`.
    public var isHeaderMarked: Bool

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - line: The first line of the row, counted from 1.
    ///   - endLine: The last line of the row; the first line when left out.
    ///   - cells: The cells from left to right.
    ///   - isHeaderMarked: Whether the document itself marks the row as a heading.
    public init(
        line: Int,
        endLine: Int? = nil,
        cells: [SourceCell],
        isHeaderMarked: Bool = false
    ) {
        self.line = line
        self.endLine = endLine ?? line
        self.cells = cells
        self.isHeaderMarked = isHeaderMarked
    }

    /// Whether no cell holds any text.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    public var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }

    /// The cleaned text of the cell at an index, or nothing where the row is shorter.
    ///
    /// - Parameter index: The place of the cell, counted from 0.
    /// - Returns: The text; empty when there is no such cell.
    public func text(at index: Int) -> String {
        cells.indices.contains(index) ? cells[index].text : ""
    }
}

/// The colours in which a cell of a web page may appear, the nearest first.
struct CellShades: Hashable, Sendable {
    /// The first that was given to the cell or to what stands in it, and not to all cells or the row.
    private(set) var own: String?
    /// All of them: those of the cell and of what stands in it, then those of all cells, then the row's.
    private(set) var all: [String] = []
    private static let most = 8

    init(own: String? = nil, usual: String? = nil) {
        self.own = own
        all = [own, usual].compactMap(\.self)
    }

    /// Adds the colours of something that stands in the cell.
    mutating func add(_ inner: CellShades) {
        if own == nil, let colour = inner.own {
            own = colour
            all.insert(colour, at: 0)
        }
        inherit(inner)
    }

    /// Adds the colours of the row.
    mutating func inherit(_ others: CellShades) {
        for colour in others.all where all.count < Self.most && !all.contains(colour) {
            all.append(colour)
        }
    }
}

/// A cell of a table in a document.
public struct SourceCell: Hashable, Sendable {
    /// The cell's markup after cleaning, trimmed, with single spaces.
    public var text: String
    /// The cell exactly as it stands in the document.
    public var raw: String
    /// Whether the cell is covered by a merged cell above it or to its left, which has the text.
    public var isMerged: Bool
    /// The colour that a web page gives the cell or what stands in it, such as `green` or `#00b050`; nil
    /// for none.
    public var colour: String? { shades.own }
    /// All the colours in which the cell may appear.
    var shades = CellShades()
    /// Whether the merged cell that covers it stands in a row above.
    var isCovered = false

    /// Where ``text`` has a single space for two or more, as UTF-8 offsets of that space.
    var wideSpaces: [Int]

    /// Creates a cell.
    ///
    /// - Parameters:
    ///   - text: The cell's markup after cleaning.
    ///   - raw: The cell as it stands in the document; the text when left out.
    ///   - isMerged: Whether the cell is covered by a merged cell.
    public init(_ text: String, raw: String? = nil, isMerged: Bool = false) {
        self.text = text
        self.raw = raw ?? text
        self.isMerged = isMerged
        wideSpaces = []
    }

    /// Whether the cell holds no text.
    public var isEmpty: Bool { text.isEmpty }

    /// The text cut wherever the document has two or more spaces.
    ///
    /// Extractors leave a wide gap where the printed cell began a new paragraph or bullet, so that
    /// `Lead Nurse  Head of Service` has two pieces. The pieces, joined by a space, are ``text``.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public var pieces: [String] {
        guard !wideSpaces.isEmpty else { return text.isEmpty ? [] : [text] }
        let bytes = Array(text.utf8)
        var pieces: [String] = []
        var start = 0
        for space in wideSpaces where space >= start && space < bytes.count {
            pieces.append(SourceByte.text(bytes[start..<space]))
            start = space + 1
        }
        pieces.append(SourceByte.text(bytes[start...]))
        return pieces
    }
}
