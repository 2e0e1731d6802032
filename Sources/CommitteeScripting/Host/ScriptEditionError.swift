// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

/// An error about the columns of an edition.
public struct ScriptEditionError: ExplainedError, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure; there is one.
    public var code: ErrorCode { ErrorCode("script.edition") }
    /// What is wrong, with the type and the column.
    public let message: String

    /// The message.
    public var description: String { message }
}
#endif
