// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

/// How much one run of a plugin may use; a run that goes beyond any of them ends.
public struct ScriptLimits: Hashable, Sendable {
    /// Units of work: one for each Lua instruction, and a charge for each library call.
    ///
    /// The same run costs the same, however fast the computer is.
    public var fuel: UInt64
    /// Bytes of memory that Lua may hold at one time.
    public var memoryBytes: UInt64
    /// Milliseconds on the clock.
    public var milliseconds: UInt64
    /// Bytes that a run may hand over: its results and the arguments of host functions.
    public var outputBytes: UInt64

    /// Creates limits; what is not given allows a large report and stops a runaway one.
    public init(
        fuel: UInt64 = 50_000_000,
        memoryBytes: UInt64 = 64 << 20,
        milliseconds: UInt64 = 5_000,
        outputBytes: UInt64 = 32 << 20
    ) {
        self.fuel = fuel
        self.memoryBytes = memoryBytes
        self.milliseconds = milliseconds
        self.outputBytes = outputBytes
    }

    /// Returns the smaller of each limit, so that a plugin's own may only lower the host's.
    public func lowered(to other: ScriptLimits) -> ScriptLimits {
        ScriptLimits(
            fuel: min(fuel, other.fuel),
            memoryBytes: min(memoryBytes, other.memoryBytes),
            milliseconds: min(milliseconds, other.milliseconds),
            outputBytes: min(outputBytes, other.outputBytes)
        )
    }
}
#endif
