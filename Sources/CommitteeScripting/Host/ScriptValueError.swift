// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

/// An error about a value that cannot cross the boundary to Lua.
public struct ScriptValueError: ExplainedError, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure; there is one.
    public var code: ErrorCode { ErrorCode("script.value") }
    /// What is wrong with the value, for people.
    public let message: String

    /// The message.
    public var description: String { message }
}
#endif
