// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
/// What a run gave.
public struct ScriptOutcome: Hashable, Sendable {
    /// The result of each call, in order; for a call with items, a list.
    public var results: [ScriptValue]
    /// What the plugin declares; empty when the run made calls.
    public var declarations: [ScriptDeclaration]
    /// What a writer wrote; see ``ScriptObject/Writer``.
    public var output: [UInt8]
    /// What `print` and `ctx.log` wrote, a line each.
    public var log: String
    /// The units of work used; the same for the same run.
    public var fuelUsed: UInt64
    /// The most memory held at one time, in bytes.
    public var memoryPeak: UInt64
}
#endif
