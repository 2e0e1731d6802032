// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
/// Everything that one run needs.
///
/// A run without calls learns what the plugin declares; a run with calls makes them in order in
/// one fresh state, after `main.lua`.
public struct ScriptRun: Sendable {
    /// The plugin.
    public var program: ScriptProgram
    /// The calls to make.
    public var calls: [ScriptCall]
    /// The editions that handles may name; at most 16.
    public var editions: [ScriptEdition]
    /// The host objects.
    public var objects: [ScriptObject]
    /// The seed of `math.random`.
    public var seed: UInt64
    /// What the run may use.
    public var limits: ScriptLimits
    /// The closure that answers the functions of ``objects``.
    ///
    /// It runs on the thread of the run and must not wait for anything that the run's caller holds.
    /// What it throws becomes a Lua error at the line of the plugin that asked; give authors their
    /// words with ``ScriptRefusal``. The closure is let go before the caller of the run goes on.
    public var answer: @Sendable (ScriptHostCall) throws -> ScriptValue

    /// Creates a run.
    public init(
        program: ScriptProgram,
        calls: [ScriptCall] = [],
        editions: [ScriptEdition] = [],
        objects: [ScriptObject] = [],
        seed: UInt64 = 0,
        limits: ScriptLimits = ScriptLimits(),
        answer: @escaping @Sendable (ScriptHostCall) throws -> ScriptValue = { call in
            throw ScriptRefusal("\(call.function) is not answered in this run")
        }
    ) {
        self.program = program
        self.calls = calls
        self.editions = editions
        self.objects = objects
        self.seed = seed
        self.limits = limits
        self.answer = answer
    }
}
#endif
