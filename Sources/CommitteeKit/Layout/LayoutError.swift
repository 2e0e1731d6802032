// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An error in a layout's declaration.
public struct LayoutError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was found, what was expected, and what to do.
    public var message: String

    /// Creates an error.
    ///
    /// - Parameter message: What was found, what was expected, and what to do.
    public init(_ message: String) { self.message = message }

    /// The message.
    public var description: String { message }
}
