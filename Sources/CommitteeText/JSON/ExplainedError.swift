// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What every error of CommitteeKit says: to programs by its code, to people in words, and what led to it.
///
/// ```swift
/// do { try await committee.record(change, by: "clerk") } catch let error as any ExplainedError {
///     log("\(error.code): \(error.message)")
/// }
/// ```
public protocol ExplainedError: Error, Sendable {
    /// The kind of failure.
    associatedtype Code: Hashable & Sendable

    /// The kind of failure, for programs.
    var code: Code { get }
    /// What was found, what was expected and what to do, for people.
    var message: String { get }
    /// The error that led to this one, when another one did.
    var cause: (any Error)? { get }
    /// Whether what failed can be tried again; it cannot unless the error says so.
    var retry: RetryAdvice { get }
}

extension ExplainedError {
    /// Nothing: the error is the first.
    public var cause: (any Error)? { nil }
    /// Trying again does not help.
    public var retry: RetryAdvice { .never }
}

/// Whether what failed can be tried again, and how.
///
/// ```swift
/// catch let error as any ExplainedError where error.retry == .asItWas { … }
/// ```
public enum RetryAdvice: String, Hashable, Sendable, CaseIterable {
    /// Nothing was done, and the same call may succeed later.
    case asItWas
    /// Nothing was done, since somebody else was first: read what they recorded, and decide anew.
    case afterReading
    /// It is not known whether it was done: repeat the call with the same idempotency key, which then
    /// does it once; without a key, read first whether it was done.
    case underTheSameKey
    /// Trying again does not help; what the message names has to be changed first.
    case never
}

/// The code of an error that has only one.
public struct ErrorCode: Hashable, Sendable, CustomStringConvertible {
    /// The code, such as `layout.template`.
    public let description: String

    /// Creates a code.
    ///
    /// - Parameter code: The code, such as `layout.template`.
    public init(_ code: String) { description = code }
}
