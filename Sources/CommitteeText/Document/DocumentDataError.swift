// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An error in data that is to become a block of a document.
///
/// The path counts from 1, as plugins count: `rows[3][2]` is the second cell of the third row.
public struct DocumentDataError: ExplainedError, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure; there is one.
    public var code: ErrorCode { ErrorCode("document.data") }
    /// The path to the value; empty for the block as a whole.
    public let path: String
    /// What was found, what was expected, and what to do.
    public let message: String

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - path: The path to the value.
    ///   - message: What was found, what was expected, and what to do.
    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    /// The path and the message.
    public var description: String { path.isEmpty ? message : "\(path): \(message)" }
}
