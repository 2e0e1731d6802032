// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
/// An error about a value that cannot cross the boundary to Lua.
public struct ScriptValueError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with the value, for people.
    public let message: String

    /// The message.
    public var description: String { message }
}
#endif
