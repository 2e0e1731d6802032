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
}

extension ExplainedError {
    /// Nothing: the error is the first.
    public var cause: (any Error)? { nil }
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
