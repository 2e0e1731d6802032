// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
/// An error about the columns of an edition.
public struct ScriptEditionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, with the type and the column.
    public let message: String

    /// The message.
    public var description: String { message }
}
#endif
