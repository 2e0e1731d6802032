// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An error thrown when a document cannot be read at all.
///
/// What can be read but is doubtful is a ``SourceFinding`` instead.
public struct SourceError: ExplainedError, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure, for programs.
    public var code: Code
    /// What was found, what was expected and what to do about it, for people.
    public var message: String
    /// The document's name, as the caller gave it.
    public var source: String
    /// The line on which it was found, counted from 1.
    public var line: Int?

    package init(_ code: Code, source: String, line: Int?, _ message: String) {
        self.code = code
        self.source = source
        self.line = line
        self.message = message
    }

    /// The document, the line and the message, as one line of text.
    public var description: String {
        guard let line else { return "\(source): \(message)" }
        return "\(source):\(line): \(message)"
    }
}

extension SourceError {
    /// A kind of failure while reading a document.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String {
            case tooLarge = "too-large"
            case wrongEncoding = "wrong-encoding"
            case forbiddenByte = "forbidden-byte"
            case tooManyCells = "too-many-cells"
            case cellTooLong = "cell-too-long"
            case textTooLong = "text-too-long"
            case otherFormat = "other-format"
            case unterminatedQuote = "unterminated-quote"
            case misplacedQuote = "misplaced-quote"
        }

        private let value: Value

        private init(_ value: Value) {
            self.value = value
        }

        /// The document has more bytes or lines than can be read; split it.
        public static var tooLarge: Self { Self(.tooLarge) }
        /// The document is not in UTF-8; save it as UTF-8.
        public static var wrongEncoding: Self { Self(.wrongEncoding) }
        /// The document holds a NUL byte and so is not text.
        public static var forbiddenByte: Self { Self(.forbiddenByte) }
        /// A row, or all tables together, have more cells than can be read.
        public static var tooManyCells: Self { Self(.tooManyCells) }
        /// One cell is longer than can be read.
        public static var cellTooLong: Self { Self(.cellTooLong) }
        /// A line of text, or a block of text of a web page, is longer than can be read; divide it.
        public static var textTooLong: Self { Self(.textTooLong) }
        /// The document is a file of another kind, such as a PDF; save its text.
        public static var otherFormat: Self { Self(.otherFormat) }
        /// A quoted CSV field is never closed; close it.
        public static var unterminatedQuote: Self { Self(.unterminatedQuote) }
        /// A quote stands where CSV does not allow one; quote the field and double the quote.
        public static var misplacedQuote: Self { Self(.misplacedQuote) }

        /// The stable name of the code, in kebab case.
        public var description: String { value.rawValue }
    }
}
