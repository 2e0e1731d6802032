// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a JSON text that a person or a program wrote.
///
/// The description names the place and says what to do: `plugin.json:3:7: …`.
public struct JSONError: ExplainedError, Hashable, Sendable, CustomStringConvertible {
    /// The kind of mistake, for programs.
    public let code: Code
    /// What was found, what was expected and what to do, for people.
    public let message: String
    /// The name of what was read, such as a file name.
    public let source: String
    /// The line, counted from 1.
    public let line: Int
    /// The column in Unicode scalars, counted from 1.
    public let column: Int
    /// Further mistakes that were found beside this one, as in the other elements of a list.
    public private(set) var others: [JSONError] = []

    /// Creates an error.
    public init(_ code: Code, _ message: String, source: String, line: Int, column: Int) {
        self.code = code
        self.message = message
        self.source = source
        self.line = line
        self.column = column
    }

    /// The place and the message, in one line.
    public var description: String { "\(source):\(line):\(column): \(message)" }
}

extension JSONError {
    /// The most mistakes that are gathered into one error.
    package static let most = 20

    /// This mistake and those that were found beside it, each by itself.
    public var all: [JSONError] {
        var first = self
        first.others = []
        return [first] + others.flatMap(\.all)
    }

    /// Returns one error for several mistakes: the first, with the others beside it.
    ///
    /// - Parameter errors: The mistakes, in the order in which they stand.
    /// - Returns: The error; nil when there is none.
    package static func gathering(_ errors: [JSONError]) -> JSONError? {
        let all = errors.flatMap(\.all)
        guard var first = all.first else { return nil }
        first.others = Array(all.dropFirst().prefix(most - 1))
        return first
    }
}

extension JSONError {
    /// The kind of a ``JSONError``.
    public struct Code: Hashable, Sendable {
        private enum Value { case syntax, encoding, limit, content }
        private let value: Value

        /// The text is not JSON; correct it at the place named.
        public static var syntax: Self { Self(value: .syntax) }
        /// The text is not UTF-8; save the file as UTF-8.
        public static var encoding: Self { Self(value: .encoding) }
        /// The text is JSON, but too deep, or a number in it cannot be kept.
        public static var limit: Self { Self(value: .limit) }
        /// The JSON is well formed but does not say what was asked for.
        public static var content: Self { Self(value: .content) }
    }
}
