// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An error thrown when a repair does not fit the document that it should repair.
///
/// It names the line of the repairs file and the line of the document, and says what stands there.
/// Nothing is repaired then.
public struct RepairError: ExplainedError, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure, for programs.
    public let code: Code
    /// What was found, what was expected and what to do, for people.
    public let message: String
    /// The name of the repairs file.
    public let source: String
    /// The line of the repairs file, counted from 1.
    public let line: Int
    /// The line of the document, counted from 1, when the repair is about one.
    public let documentLine: Int?

    /// Creates an error.
    public init(_ code: Code, _ message: String, source: String, line: Int, documentLine: Int?) {
        self.code = code
        self.message = message
        self.source = source
        self.line = line
        self.documentLine = documentLine
    }

    /// The place in the repairs file and the message, in one line.
    public var description: String { "\(source):\(line): \(message)" }
}

extension RepairError {
    /// The kind of a ``RepairError``.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String {
            case otherDocument = "other-document"
            case noSuchLine = "no-such-line"
            case notARow = "not-a-row"
            case noSuchCell = "no-such-cell"
            case noSuchWords = "no-such-words"
            case ambiguous
            case unreadable
        }
        private let value: Value

        /// The repairs are for a document of another name.
        public static var otherDocument: Self { Self(value: .otherDocument) }
        /// Nothing of the document stands on the line.
        public static var noSuchLine: Self { Self(value: .noSuchLine) }
        /// The line is not a row of a table.
        public static var notARow: Self { Self(value: .notARow) }
        /// The row has no such cell.
        public static var noSuchCell: Self { Self(value: .noSuchCell) }
        /// The words to be replaced do not stand there.
        public static var noSuchWords: Self { Self(value: .noSuchWords) }
        /// More than one place fits the repair.
        public static var ambiguous: Self { Self(value: .ambiguous) }
        /// The text that is to be put in cannot be read as text.
        public static var unreadable: Self { Self(value: .unreadable) }

        /// The stable name of the code, in kebab case.
        public var description: String { value.rawValue }
    }
}
