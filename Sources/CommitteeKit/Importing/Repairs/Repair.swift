// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One correction of what the extraction of a published document broke.
///
/// It speaks of a line of the document as it was read and always says why. People write repairs in
/// a file beside the document; see ``RepairsFile``.
public struct Repair: Hashable, Sendable {
    /// The line of the document, counted from 1.
    public var line: Int
    /// Why the document is not taken as it was read.
    public var because: String
    /// What is done.
    public var step: Step
    /// The line of the repairs file on which the repair stands, counted from 1.
    public var fileLine: Int

    /// What a repair does.
    public enum Step: Hashable, Sendable {
        /// Words of the line are replaced; in one cell of it, counted from 1, when one is named.
        case replace(find: String, put: String, cell: Int?)
        /// The text of a cell, counted from 1, is set.
        case setCell(Int, text: String)
        /// The block or row that begins on the line is left out.
        case drop
        /// A line of text is put before the line.
        case insertText(String)
        /// A row of cells is put before the line.
        case insertRow([String])
        /// The rows on these lines are replaced by other rows.
        case replaceRows(lines: [Int], rows: [[String]])
    }

    /// Creates a repair.
    ///
    /// - Parameters:
    ///   - line: The line of the document, counted from 1.
    ///   - because: Why the document is not taken as it was read.
    ///   - step: What is done.
    ///   - fileLine: The line of the repairs file on which the repair stands.
    public init(line: Int, because: String, step: Step, fileLine: Int) {
        self.line = line
        self.because = because
        self.step = step
        self.fileLine = fileLine
    }
}

/// The note that a repair was made, to be printed and kept beside what was imported.
public struct RepairNote: Hashable, Sendable, CustomStringConvertible {
    /// The line of the document, counted from 1.
    public var line: Int
    /// Why the document was not taken as it was read.
    public var because: String
    /// What was done, as words such as “replaced “3.1” by “8.1””.
    public var what: String

    /// Creates a note.
    ///
    /// - Parameters:
    ///   - line: The line of the document, counted from 1.
    ///   - because: Why the document was not taken as it was read.
    ///   - what: What was done.
    public init(line: Int, because: String, what: String) {
        self.line = line
        self.because = because
        self.what = what
    }

    /// The line, what was done and why, in one line of text.
    public var description: String { "line \(line): \(what), because \(because)" }
}

/// A document after its repairs, and what was repaired.
public struct RepairedDocument: Hashable, Sendable {
    /// The document as it should have been read.
    public var document: SourceDocument
    /// What was repaired, in the order of the repairs file.
    public var notes: [RepairNote]

    /// Creates the result of repairing.
    ///
    /// - Parameters:
    ///   - document: The document as it should have been read.
    ///   - notes: What was repaired.
    public init(document: SourceDocument, notes: [RepairNote]) {
        self.document = document
        self.notes = notes
    }
}
