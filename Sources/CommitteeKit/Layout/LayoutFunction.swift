// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A pair of functions of a layout, which reads a cell or a heading and writes it again.
///
/// A layout declares the pair where words with gaps do not say how a document prints a field:
///
/// ```lua
/// { "Quarter", "timescale.words",
///   read  = function(cell) return quarters[cell] end,
///   write = function(action) return names[action.timescale.words] end }
/// ```
///
/// What `read` gives is read as the cell itself would be. The engine of the plugins runs both.
public enum LayoutFunction: Hashable, Sendable, Comparable {
    /// The functions of a column, by its place in the layout.
    case column(Int)
    /// The functions of the heading of a level, by the level's index.
    case heading(Int)
}

/// A cell or a line that a layout's function is asked to read.
public struct LayoutQuestion: Hashable, Sendable {
    /// The line of the document, counted from 1.
    public var line: Int
    /// The words of the cell or the line, without markup; paragraphs stand on lines of their own.
    public var words: String
    /// The words of the row's cells, by the headers of the layout; empty for a line of text.
    public var row: [String: String]

    /// Creates a question.
    ///
    /// - Parameters:
    ///   - line: The line of the document, counted from 1.
    ///   - words: The words of the cell or the line.
    ///   - row: The words of the row's cells, by the headers of the layout.
    public init(line: Int, words: String, row: [String: String] = [:]) {
        self.line = line
        self.words = words
        self.row = row
    }
}

/// What a layout's function says.
public enum LayoutAnswer: Hashable, Sendable {
    /// Words, which may be none.
    case words(String)
    /// Nothing: the cell is empty, or the line is no heading of the level.
    case nothing
    /// That it failed, and why.
    case failed(String)
}

/// What the functions of a layout write of one plan.
public struct LayoutCells: Hashable, Sendable {
    /// The text of cells, by column index and then by item.
    public var columns: [Int: [String: String]]
    /// The text of headings, by level index and then by item.
    public var headings: [Int: [String: String]]

    /// Creates cells and headings; what is left out is written as the layout's templates say.
    ///
    /// - Parameters:
    ///   - columns: The text of cells, by column index and then by item.
    ///   - headings: The text of headings, by level index and then by item.
    public init(
        columns: [Int: [String: String]] = [:],
        headings: [Int: [String: String]] = [:]
    ) {
        self.columns = columns
        self.headings = headings
    }
}

extension Layout {
    /// Whether a function of a plugin writes a part of it.
    public var isWrittenByFunctions: Bool {
        columns.contains(where: \.isComputed) || !functions.isEmpty
    }

    /// The pairs of functions that the layout has.
    public var functions: [LayoutFunction] {
        columns.indices.filter { columns[$0].hasFunctions }.map(LayoutFunction.column)
            + headings.keys.sorted().filter { headings[$0]?.hasFunctions ?? false }
            .map(LayoutFunction.heading)
    }

    /// The level of the items that a pair of functions is about.
    ///
    /// - Parameter function: The pair.
    /// - Returns: The level's index.
    public func level(of function: LayoutFunction) -> Int {
        switch function {
        case .heading(let level): level
        case .column(let column):
            columns[column].cell.gaps.compactMap { levelField($0)?.level }.first ?? actionLevel
        }
    }

    /// The words of the declaration that has a pair of functions: a header, or a heading.
    func words(of function: LayoutFunction) -> String {
        switch function {
        case .column(let column): "the column “\(columns[column].header)”"
        case .heading(let level): "the heading of \(levels[level].singular)"
        }
    }
}
