// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something doubtful that came up while a document was read.
///
/// Importing never guesses in silence: whatever was inferred, repaired or left over is a finding
/// with the line where it stands.
public struct Finding: Hashable, Sendable {
    /// The line of the document, counted from 1, or 0 when the finding is about the whole.
    public var line: Int
    /// What sort of doubt it is, such as `status-missing`.
    public var kind: String
    /// What was read, and why it is doubtful.
    public var message: String
    /// The cell or paragraph, where the finding is about one.
    public var place: FindingPlace?

    /// Creates a finding.
    ///
    /// - Parameters:
    ///   - line: The line of the document, counted from 1; 0 for the whole.
    ///   - kind: What sort of doubt it is.
    ///   - message: What was read, and why it is doubtful.
    ///   - place: The cell or paragraph.
    public init(line: Int, kind: String, message: String, place: FindingPlace? = nil) {
        self.line = line
        self.kind = kind
        self.message = message
        self.place = place
    }

    /// Where it is, in words, such as `line 19, cell 6`; `whole` when it is about the whole.
    public var placeInWords: String {
        guard line > 0 else { return "whole" }
        guard let cell = place?.cell else { return "line \(line)" }
        return "line \(line), cell \(cell)"
    }
}

/// A cell or a paragraph of a document, as documents without lines are counted too.
///
/// Everything is counted from 1. A sheet is one table; of a row that a reader takes as a whole, there
/// is no cell.
public enum FindingPlace: Hashable, Sendable {
    /// A row of a table, and a cell of it.
    case row(table: Int, row: Int, cell: Int?)
    /// A paragraph, a heading or an item of a list; tables aside.
    case paragraph(Int)

    /// The cell of the row, when there is one.
    public var cell: Int? {
        if case .row(_, _, let cell) = self { cell } else { nil }
    }

    /// The place as members of JSON: `table`, `row` and `cell`, or `paragraph`.
    public var json: JSONObject {
        switch self {
        case .paragraph(let number): ["paragraph": .integer(number)]
        case .row(let table, let row, let cell):
            JSONObject(compact: [
                "table": .integer(table), "row": .integer(row),
                "cell": cell.map(JSONValue.integer) ?? .null,
            ])
        }
    }
}
