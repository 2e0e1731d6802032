// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The sizes beyond which a document is refused instead of read.
///
/// The defaults are far above any published plan. They keep a hostile file from using up memory.
public struct SourceLimits: Hashable, Sendable {
    /// The most bytes of a document.
    public var bytes: Int
    /// The most lines of a document.
    public var lines: Int
    /// The most cells of one row, with the columns that a merged cell covers.
    public var cellsPerRow: Int
    /// The most cells of all tables together.
    public var cells: Int
    /// The most bytes of one cell.
    public var bytesPerCell: Int
    /// The most bytes of one line of text, or of one block of text of a web page.
    public var bytesPerText: Int
    /// The most cleanings that are listed; further ones are carried out and counted.
    public var cleanings: Int

    /// Creates limits; every one that is left out has its default.
    ///
    /// - Parameters:
    ///   - bytes: The most bytes of a document: 64 MB.
    ///   - lines: The most lines of a document: one million.
    ///   - cellsPerRow: The most cells of one row: 1,000.
    ///   - cells: The most cells of all tables together: one million.
    ///   - bytesPerCell: The most bytes of one cell: 256 KB.
    ///   - bytesPerText: The most bytes of one line or block of text: 1 MB.
    ///   - cleanings: The most cleanings that are listed: 100,000.
    public init(
        bytes: Int = 64 << 20,
        lines: Int = 1_000_000,
        cellsPerRow: Int = 1_000,
        cells: Int = 1_000_000,
        bytesPerCell: Int = 256 << 10,
        bytesPerText: Int = 1 << 20,
        cleanings: Int = 100_000
    ) {
        self.bytes = bytes
        self.lines = lines
        self.cellsPerRow = cellsPerRow
        self.cells = cells
        self.bytesPerCell = bytesPerCell
        self.bytesPerText = bytesPerText
        self.cleanings = cleanings
    }
}
