// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An error in a layout's declaration.
public struct LayoutError: ExplainedError, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure; there is one.
    public var code: ErrorCode { ErrorCode("layout.template") }
    /// What was found, what was expected, and what to do.
    public var message: String

    /// Creates an error.
    ///
    /// - Parameter message: What was found, what was expected, and what to do.
    public init(_ message: String) { self.message = message }

    /// The message.
    public var description: String { message }
}
