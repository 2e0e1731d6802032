// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit
import Synchronization

/// Runs plugins, each run in a fresh Lua state on a thread of its own.
///
/// A run that goes beyond its limits ends, and no Lua code can prevent that. Should a run's thread
/// not come back at all, its caller is resumed with a time failure after the deadline and a grace;
/// the thread keeps its run until it ends. Until then no other run of that plugin is started, and
/// while too many such threads are out the host starts none of any plugin.
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

    /// What hears of the runs.
    private let observer: HostObserver
    /// How many runs of each plugin are given up and out.
    private let abandoned = Mutex([String: Int]())

    /// Creates a host.
    ///
    /// - Parameters:
    ///   - graceMilliseconds: Milliseconds after the deadline at which a caller is resumed.
    ///   - abandonedRunsAllowed: How many runs may be given up and still out.
    ///   - observer: What hears of the runs.
    public init(
        graceMilliseconds: UInt64 = 500,
        abandonedRunsAllowed: Int = 4,
        observer: HostObserver = .none
    ) {
        self.graceMilliseconds = graceMilliseconds
        self.abandonedRunsAllowed = abandonedRunsAllowed
        self.observer = observer
    }

    /// The number of runs that were given up and whose threads are still out.
    public var abandonedRuns: Int { abandoned.withLock { $0.values.reduce(0, +) } }

    /// The plugins of which no run is started now, since one that was given up is still out.
    public var quarantinedPlugins: [String] { abandoned.withLock { $0.keys.sorted() } }

    /// Runs a plugin and waits without blocking a thread of Swift's pool.
    ///
    /// Cancelling the task ends the run.
    ///
    /// - Throws: ``ScriptFailure`` when the plugin fails, goes beyond a limit, or cannot be run.
    public func run(_ run: ScriptRun) async throws(ScriptFailure) -> ScriptOutcome {
        let worker = try prepare(run)
        let patience = patience(for: run)
        let start = observer.start()
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
        note(result, of: run.program.plugin, since: start)
        return try result.get()
    }

    /// Tells the observer how a run ended, without what the plugin says: that may quote data.
    private func note(
        _ result: Result<ScriptOutcome, ScriptFailure>,
        of plugin: String,
        since start: ContinuousClock.Instant?
    ) {
        observer.finish("script.run", since: start, labels: ["plugin": plugin])
        guard case .failure(let failure) = result else { return }
        observer.count(
            "script.failures",
            1,
            labels: ["plugin": plugin, "reason": "\(failure.reason)"]
        )
        observer.log(
            HostObserver.Event(
                .warning,
                "script.failed",
                "A run of the plugin “\(plugin)” failed.",
                details: [
                    "plugin": plugin, "reason": "\(failure.reason)",
                    "place": [failure.file, failure.line.map(String.init)].compactMap(\.self)
                        .joined(separator: ":"),
                ]
            )
        )
    }

    /// Runs a plugin and blocks the calling thread until it is done, for hosts without async.
    ///
    /// - Throws: ``ScriptFailure`` when the plugin fails, goes beyond a limit, or cannot be run.
    public func runBlocking(_ run: ScriptRun) throws(ScriptFailure) -> ScriptOutcome {
        let worker = try prepare(run)
        let start = observer.start()
        let result = worker.wait(milliseconds: patience(for: run))
        note(result, of: run.program.plugin, since: start)
        return try result.get()
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
        let plugin = run.program.plugin
        let (out, ofPlugin) = abandoned.withLock { ($0.values.reduce(0, +), $0[plugin] ?? 0) }
        guard ofPlugin == 0 else {
            throw refusal(
                plugin,
                "The plugin is set aside: a run of it was given up and has not ended yet. Ask "
                    + "again when it has, or start the host anew."
            )
        }
        guard out < abandonedRunsAllowed else {
            throw refusal(
                plugin,
                "The host has given up on \(out) runs that are still out and starts no more until "
                    + "they end."
            )
        }
        return try ScriptWorker(run: run) { [self] change in
            abandoned.withLock { runs in
                let count = runs[plugin, default: 0] + change
                runs[plugin] = count == 0 ? nil : count
            }
        }
    }

    private func refusal(_ plugin: String, _ message: String) -> ScriptFailure {
        ScriptFailure(plugin: plugin, phase: .load, reason: .host, message: message)
    }
}
#endif
