// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CLuaHost
import Synchronization

/// One run: the request in C, the thread that works on it, and whoever waits for it.
///
/// The thread retains the worker until it ends, so that a run whose caller has gone still has
/// everything it uses.
final class ScriptWorker: Sendable {
    typealias Result = Swift.Result<ScriptOutcome, ScriptFailure>

    private struct State {
        var result: Result?
        var waiter: CheckedContinuation<Result, Never>?
        var isOut = false  // the thread is started and not back
        var isAbandoned = false
        var hostError: (any Error)?
        var answer: (@Sendable (ScriptHostCall) throws -> ScriptValue)?
    }

    // Written only in `init`; C reads it on the thread of the run, and its only later change,
    // cancelling, is atomic.
    nonisolated(unsafe) private let request: OpaquePointer
    nonisolated(unsafe) private let gate: OpaquePointer
    private let run: ScriptRun
    private let countAbandoned: @Sendable (Int) -> Void
    private let state = Mutex(State())

    init(
        run: ScriptRun,
        countAbandoned: @escaping @Sendable (Int) -> Void
    ) throws(ScriptFailure) {
        let request = try ScriptRequestWriter(run: run).write()
        guard let gate = clh_gate_new() else {
            clh_request_free(request)
            throw ScriptRequestWriter.failure(run, "There is no memory for the run.")
        }
        self.request = request
        self.gate = gate
        var run = run
        let answer = run.answer
        run.answer = { _ in .null }
        self.run = run
        state.withLock { $0.answer = answer }
        self.countAbandoned = countAbandoned
    }

    deinit {
        clh_request_free(request)
        clh_gate_free(gate)
    }

    // MARK: Waiting

    func start(resuming waiter: CheckedContinuation<Result, Never>) {
        let early = state.withLock { state -> Result? in
            guard state.result == nil else { return state.result }
            state.waiter = waiter
            state.isOut = true
            return nil
        }
        if let early {
            waiter.resume(returning: early)
        } else {
            startThread()
        }
    }

    func wait(milliseconds: UInt64) -> Result {
        state.withLock { $0.isOut = true }
        startThread()
        if clh_gate_wait(gate, milliseconds) == 0 { giveUp(.time) }
        return state.withLock { $0.result } ?? .failure(outOfReach(.host))
    }

    /// Answers the caller although the thread is not back.
    func giveUp(_ reason: ScriptFailure.Reason) {
        let failure = outOfReach(reason)
        clh_request_cancel(request)
        let waiter = state.withLock { state -> CheckedContinuation<Result, Never>? in
            guard state.result == nil else { return nil }
            state.result = .failure(failure)
            state.isAbandoned = state.isOut
            if state.isAbandoned { countAbandoned(1) }
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: .failure(failure))
    }

    private func outOfReach(_ reason: ScriptFailure.Reason) -> ScriptFailure {
        let message =
            reason == .cancelled
            ? "The run was cancelled by its caller."
            : "The run did not come back in \(run.limits.milliseconds) milliseconds and its grace."
        return ScriptFailure(
            plugin: run.program.plugin,
            contribution: run.calls.first?.contribution,
            phase: .run,
            reason: reason,
            message: message
        )
    }

    // MARK: Working

    private func startThread() {
        let context = Unmanaged.passRetained(self)
        let problem = clh_thread_start(
            { context in
                guard let context else { return }
                Unmanaged<ScriptWorker>.fromOpaque(context).takeRetainedValue().work()
            },
            context.toOpaque()
        )
        guard problem != 0 else { return }
        context.release()
        finish(
            .failure(
                ScriptRequestWriter.failure(run, "No thread could be started for the run.")
            )
        )
    }

    private func work() {
        clh_request_set_host(
            request,
            { context, name, bytes, length, reply in
                guard let context else { return }
                Unmanaged<ScriptWorker>.fromOpaque(context).takeUnretainedValue()
                    .answer(name, UnsafeRawBufferPointer(start: bytes, count: length), reply)
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
        guard let outcome = clh_run(request) else {
            finish(.failure(ScriptRequestWriter.failure(run, "There is no memory for the run.")))
            return
        }
        defer { clh_outcome_free(outcome) }
        let hostError = state.withLock { $0.hostError }
        finish(ScriptOutcomeReader(run: run, outcome: outcome, hostError: hostError).result)
    }

    private func finish(_ result: Result) {
        // What the caller lent is let go before the caller goes on.
        _ = state.withLock { $0.answer.take() }
        let waiter = state.withLock { state -> CheckedContinuation<Result, Never>? in
            state.isOut = false
            if state.isAbandoned { countAbandoned(-1) }
            if state.result == nil { state.result = result }
            defer { state.waiter = nil }
            return state.waiter
        }
        clh_gate_open(gate)
        waiter?.resume(returning: result)
    }

    /// Answers a host function; everything is released before C goes on, whatever C then does.
    private func answer(
        _ name: UnsafePointer<CChar>?,
        _ arguments: UnsafeRawBufferPointer,
        _ reply: OpaquePointer?
    ) {
        do {
            let items = try ScriptValueCoding.decode(arguments).items ?? []
            let call = ScriptHostCall(
                function: name.map { String(cString: $0) } ?? "",
                arguments: items
            )
            let value = try state.withLock { $0.answer }?(call) ?? .null
            guard value != .null else { return }
            let bytes = try ScriptValueCoding.encode(value)
            clh_reply_value(reply, bytes, bytes.count)
        } catch {
            state.withLock { $0.hostError = error }
            let text = (error as? ScriptRefusal)?.message ?? String(describing: error)
            let bytes = Array(text.utf8)
            clh_reply_refuse(reply, bytes, bytes.count)
        }
    }
}
#endif
