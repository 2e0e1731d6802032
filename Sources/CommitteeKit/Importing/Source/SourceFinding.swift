// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something doubtful that a reader met in a document and read as well as it could.
///
/// Nothing is lost where a finding stands: the text is in the document's blocks and its lines.
public struct SourceFinding: Hashable, Sendable {
    /// The line on which it stands, counted from 1.
    public var line: Int
    /// The cell of the row, counted from 1, when it stands in a table.
    public var cell: Int?
    /// The kind of finding, for programs.
    public var kind: Kind
    /// What was read and why it is doubtful, for people.
    public var message: String

    /// Creates a finding.
    ///
    /// - Parameters:
    ///   - line: The line on which it stands, counted from 1.
    ///   - cell: The cell of the row, counted from 1, when it stands in a table.
    ///   - kind: The kind of finding.
    ///   - message: What was read and why it is doubtful.
    public init(line: Int, cell: Int? = nil, kind: Kind, message: String) {
        self.line = line
        self.cell = cell
        self.kind = kind
        self.message = message
    }
}

extension SourceFinding {
    /// A kind of finding.
    public struct Kind: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String {
            case foreignLetters = "foreign-letters"
            case unclosedMarkup = "unclosed-markup"
            case textOutsideCells = "text-outside-cells"
            case nestedTable = "nested-table"
            case cleaningsOmitted = "cleanings-omitted"
            case trackedChanges = "tracked-changes"
            case partLeftOut = "part-left-out"
            case macrosIgnored = "macros-ignored"
            case hiddenRow = "hidden-row"
            case hiddenText = "hidden-text"
            case struckText = "struck-text"
            case formulaValue = "formula-value"
        }

        private let value: Value

        private init(_ value: Value) {
            self.value = value
        }

        /// A word with letters of another script, which could not be told apart from bad extraction.
        public static var foreignLetters: Self { Self(.foreignLetters) }
        /// A tag, comment, table or code fence that is never closed.
        public static var unclosedMarkup: Self { Self(.unclosedMarkup) }
        /// Text that stands in a table but in none of its cells.
        public static var textOutsideCells: Self { Self(.textOutsideCells) }
        /// A table inside a cell, read as text of that cell.
        public static var nestedTable: Self { Self(.nestedTable) }
        /// More cleanings were carried out than are listed.
        public static var cleaningsOmitted: Self { Self(.cleaningsOmitted) }
        /// Changes that a word processor marks: read as if all of them had been accepted.
        public static var trackedChanges: Self { Self(.trackedChanges) }
        /// Something of an office document that is not read, such as comments and pictures.
        public static var partLeftOut: Self { Self(.partLeftOut) }
        /// Macros, which are never run.
        public static var macrosIgnored: Self { Self(.macrosIgnored) }
        /// A row, column or sheet of a workbook that is hidden and was read all the same.
        public static var hiddenRow: Self { Self(.hiddenRow) }
        /// Text that a word processor hides and that was read all the same.
        public static var hiddenText: Self { Self(.hiddenText) }
        /// Text that is struck through and was read like the rest.
        public static var struckText: Self { Self(.struckText) }
        /// A formula, of which the value that the workbook kept was read.
        public static var formulaValue: Self { Self(.formulaValue) }

        /// The stable name of the kind, in kebab case.
        public var description: String { value.rawValue }
    }
}
