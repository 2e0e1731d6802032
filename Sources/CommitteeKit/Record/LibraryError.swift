// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An error of the library, with words for people and a code for programs.
public struct LibraryError: ExplainedError, Sendable, CustomStringConvertible {
    /// The kind of failure.
    public var code: Code
    /// What was found, what was expected, and what to do.
    public var message: String
    /// The error that led to this one.
    public var cause: (any Error)?

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - code: The kind of failure.
    ///   - message: What was found, what was expected, and what to do.
    ///   - cause: The error that led to this one.
    public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    /// The message.
    public var description: String { message }

    /// Whether what failed can be tried again: only after reading, when somebody else was first.
    public var retry: RetryAdvice { code == .conflict ? .afterReading : .never }

    /// The kind of a failure.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String { case notFound, refused, conflict, unreadable, held }
        private let value: Value
        private init(_ value: Value) { self.value = value }

        /// There is no such thing; ask for one that exists.
        public static var notFound: Self { .init(.notFound) }
        /// The change cannot be: correct it and try again.
        public static var refused: Self { .init(.refused) }
        /// Somebody else recorded something first; read again and retry.
        public static var conflict: Self { .init(.conflict) }
        /// What was given could not be read; correct it.
        public static var unreadable: Self { .init(.unreadable) }

        /// A text may tell who a child or a family is: write it without that, or accept its lines.
        public static var held: Self { .init(.held) }

        /// The code's name.
        public var description: String { value.rawValue }
    }
}
