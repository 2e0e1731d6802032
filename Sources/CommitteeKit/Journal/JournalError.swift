// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An error of a journal's store.
///
/// The message says what happened and what to do. It may name identifiers (of committees, subjects,
/// keys and other systems' names), but holds nothing else of an entry's payload or texts.
public struct JournalError: ExplainedError, Sendable, CustomStringConvertible {
    /// The kind of failure, for programs.
    public let code: Code
    /// What happened and what to do about it, for people.
    public let message: String
    /// The error that led to this one, if another did.
    public let cause: (any Error)?
    /// For a conflict, the entries that stand in the way, at most ``JournalRules/mostEntriesNamed``.
    public let entriesBetween: [Entry]
    /// Where in the library the error was made, such as `CommitteeStorage/SQLiteJournal.swift:40`.
    public let location: String

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - code: The kind of failure.
    ///   - message: What happened and what to do about it, without data of an entry.
    ///   - cause: The error that led to this one.
    ///   - entriesBetween: For a conflict, the entries recorded since.
    ///   - file: The file that makes the error.
    ///   - line: The line that makes the error.
    public init(
        _ code: Code,
        _ message: String,
        cause: (any Error)? = nil,
        entriesBetween: [Entry] = [],
        file: StaticString = #fileID,
        line: UInt = #line
    ) {
        self.code = code
        self.message = message
        self.cause = cause
        self.entriesBetween = entriesBetween
        location = "\(file):\(line)"
    }

    /// The message.
    public var description: String { message }

    /// Whether what failed can be tried again, by the code.
    public var retry: RetryAdvice { code.retry }
}

extension JournalError {
    /// The kind of a ``JournalError``.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String {
            case notFound, conflict, duplicate, idempotencyMismatch, refused, unavailable, locked
            case full, newerVersion, corrupt, cancelled, outcomeUnknown
        }
        private let value: Value

        /// There is no such store, committee, entry or text; check the name.
        public static var notFound: Self { Self(value: .notFound) }
        /// Something was recorded in between; read ``JournalError/entriesBetween`` and try again.
        public static var conflict: Self { Self(value: .conflict) }
        /// The name is already taken; choose another or use what has it.
        public static var duplicate: Self { Self(value: .duplicate) }
        /// The idempotency key was used for something else; use a key of its own for each append.
        public static var idempotencyMismatch: Self { Self(value: .idempotencyMismatch) }
        /// A rule of the journal is broken; the message says which, and trying again will not help.
        public static var refused: Self { Self(value: .refused) }
        /// The store cannot be reached; try again later.
        public static var unavailable: Self { Self(value: .unavailable) }
        /// Another program holds the store; try again when it is done.
        public static var locked: Self { Self(value: .locked) }
        /// There is no room left; make some and try again.
        public static var full: Self { Self(value: .full) }
        /// The store was written by a newer version; upgrade.
        public static var newerVersion: Self { Self(value: .newerVersion) }
        /// What is stored cannot be read; restore a copy.
        public static var corrupt: Self { Self(value: .corrupt) }
        /// The task was cancelled before anything was done.
        public static var cancelled: Self { Self(value: .cancelled) }
        /// The disk failed while the change was being kept, so it may be there or not; repeat it under
        /// its idempotency key, or read first.
        public static var outcomeUnknown: Self { Self(value: .outcomeUnknown) }

        /// Whether what failed with this code can be tried again.
        public var retry: RetryAdvice {
            switch value {
            case .conflict: .afterReading
            case .unavailable, .locked, .full, .cancelled: .asItWas
            case .outcomeUnknown: .underTheSameKey
            case .notFound, .duplicate, .idempotencyMismatch, .refused, .newerVersion, .corrupt:
                .never
            }
        }

        /// The name of the code.
        public var description: String { value.rawValue }
    }
}
