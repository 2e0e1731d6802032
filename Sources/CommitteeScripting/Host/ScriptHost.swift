// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Synchronization

/// Runs plugins, each run in a fresh Lua state on a thread of its own.
///
/// A run that goes beyond its limits ends, and no Lua code can prevent that. Should a run's thread
/// not come back at all, its caller is resumed with a time failure after the deadline and a grace;
/// the thread keeps its run until it ends, and while too many such threads are out the host
/// refuses to start more.
///
/// ```swift
/// let host = ScriptHost()
/// let outcome = try await host.run(
///     ScriptRun(program: program, calls: [ScriptCall(kind: "report", name: "hello")]))
/// print(outcome.results)
/// ```
///
/// One host may be used from many tasks at once; runs share nothing but editions.
public final class ScriptHost: Sendable {
    /// Milliseconds after the deadline at which a caller is resumed although its run is not back.
    public let graceMilliseconds: UInt64
    /// How many runs may be given up and still out before the host refuses more.
    public let abandonedRunsAllowed: Int

    private let abandoned = Mutex(0)

    /// Creates a host.
    public init(graceMilliseconds: UInt64 = 1_000, abandonedRunsAllowed: Int = 4) {
        self.graceMilliseconds = graceMilliseconds
        self.abandonedRunsAllowed = abandonedRunsAllowed
    }

    /// The number of runs that were given up and whose threads are still out.
    public var abandonedRuns: Int { abandoned.withLock { $0 } }

    /// Runs a plugin and waits without blocking a thread of Swift's pool.
    ///
    /// Cancelling the task ends the run.
    ///
    /// - Throws: ``ScriptFailure`` when the plugin fails, goes beyond a limit, or cannot be run.
    public func run(_ run: ScriptRun) async throws(ScriptFailure) -> ScriptOutcome {
        let worker = try prepare(run)
        let patience = patience(for: run)
        let result = await withTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await Task.sleep(for: .milliseconds(patience))
                    worker.giveUp(.time)
                } catch {
                    // The run is over, or its caller is cancelled; both are seen elsewhere.
                }
            }
            let result = await withTaskCancellationHandler {
                await withCheckedContinuation { worker.start(resuming: $0) }
            } onCancel: {
                worker.giveUp(.cancelled)
            }
            group.cancelAll()
            return result
        }
        return try result.get()
    }

    /// Runs a plugin and blocks the calling thread until it is done, for hosts without async.
    ///
    /// - Throws: ``ScriptFailure`` when the plugin fails, goes beyond a limit, or cannot be run.
    public func runBlocking(_ run: ScriptRun) throws(ScriptFailure) -> ScriptOutcome {
        let worker = try prepare(run)
        return try worker.wait(milliseconds: patience(for: run)).get()
    }

    /// Returns what a plugin declares, without any edition.
    ///
    /// - Throws: ``ScriptFailure`` when its files cannot be compiled or `main.lua` fails.
    public func declarations(
        of program: ScriptProgram,
        limits: ScriptLimits = ScriptLimits()
    ) async throws(ScriptFailure) -> [ScriptDeclaration] {
        try await run(ScriptRun(program: program, limits: limits)).declarations
    }

    private func patience(for run: ScriptRun) -> UInt64 {
        // A century is long enough, and keeps every sum below the largest number.
        min(run.limits.milliseconds, 1 << 40) + min(graceMilliseconds, 1 << 40)
    }

    private func prepare(_ run: ScriptRun) throws(ScriptFailure) -> ScriptWorker {
        let out = abandonedRuns
        guard out < abandonedRunsAllowed else {
            throw ScriptFailure(
                plugin: run.program.plugin,
                phase: .load,
                reason: .host,
                message: "The host has given up on \(out) runs that are still out and starts no "
                    + "more until they end."
            )
        }
        return try ScriptWorker(run: run) { [self] change in
            abandoned.withLock { $0 += change }
        }
    }
}
#endif
