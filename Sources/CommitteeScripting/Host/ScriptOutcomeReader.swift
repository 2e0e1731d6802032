// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
import CLuaHost

/// Reads what C answered.
struct ScriptOutcomeReader {
    let run: ScriptRun
    let outcome: UnsafeMutablePointer<clh_outcome>
    let hostError: (any Error)?

    var result: Result<ScriptOutcome, ScriptFailure> {
        guard outcome.pointee.reason == CLH_OK else { return .failure(failure) }
        do throws(ScriptValueError) {
            return .success(try success())
        } catch {
            return .failure(ScriptRequestWriter.failure(run, error.message))
        }
    }

    private var log: String {
        let bytes = UnsafeBufferPointer(
            start: outcome.pointee.log,
            count: outcome.pointee.log_length
        )
        return String(decoding: bytes, as: UTF8.self)
    }

    private func success() throws(ScriptValueError) -> ScriptOutcome {
        let bytes = UnsafeRawBufferPointer(
            start: outcome.pointee.result,
            count: outcome.pointee.result_length
        )
        let items = try ScriptValueCoding.decode(bytes).items ?? []
        let declares = run.calls.isEmpty
        return ScriptOutcome(
            results: declares ? [] : items,
            declarations: declares ? items.compactMap(Self.declaration) : [],
            output: Array(
                UnsafeBufferPointer(
                    start: outcome.pointee.output,
                    count: outcome.pointee.output_length
                )
            ),
            log: log,
            fuelUsed: outcome.pointee.fuel_used,
            memoryPeak: outcome.pointee.memory_peak
        )
    }

    private static func declaration(_ value: ScriptValue) -> ScriptDeclaration? {
        guard let parts = value.items, parts.count == 5, let kind = parts[0].string,
            let name = parts[1].string, let file = parts[2].string, let line = parts[3].integer
        else { return nil }
        return ScriptDeclaration(
            kind: kind,
            name: name,
            file: file,
            line: Int(line),
            value: parts[4]
        )
    }

    // MARK: Failures

    private var failure: ScriptFailure {
        let call = Int(outcome.pointee.call)
        let item = Int(outcome.pointee.item)
        let file = text(outcome.pointee.file)
        let line = Int(outcome.pointee.line)
        return ScriptFailure(
            plugin: run.program.plugin,
            contribution: run.calls.indices.contains(call) ? run.calls[call].contribution : nil,
            phase: phase,
            reason: reason,
            file: file.isEmpty ? nil : file,
            line: line > 0 ? line : nil,
            item: item >= 0 ? item : nil,
            message: text(outcome.pointee.message),
            traceback: text(outcome.pointee.traceback).split(separator: "\n").map(String.init),
            hostError: hostError,
            log: log,
            fuelUsed: outcome.pointee.fuel_used,
            memoryPeak: outcome.pointee.memory_peak
        )
    }

    /// A fixed array of C characters, up to its NUL, as a text.
    private func text<Characters>(_ characters: Characters) -> String {
        withUnsafeBytes(of: characters) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    private var phase: ScriptFailure.Phase {
        switch outcome.pointee.phase {
        case CLH_PHASE_DECLARE: .declare
        case CLH_PHASE_RUN: .run
        case CLH_PHASE_RESULT: .result
        default: .load
        }
    }

    private var reason: ScriptFailure.Reason {
        switch outcome.pointee.reason {
        case CLH_REASON_LUA: .lua
        case CLH_REASON_SYNTAX: .syntax
        case CLH_REASON_FUEL: .fuel
        case CLH_REASON_TIME: .time
        case CLH_REASON_MEMORY: .memory
        case CLH_REASON_STACK: .stack
        case CLH_REASON_STRING: .string
        case CLH_REASON_TABLE: .table
        case CLH_REASON_OUTPUT: .output
        case CLH_REASON_RESULT: .result
        case CLH_REASON_CANCELLED: .cancelled
        default: .host
        }
    }
}
#endif
