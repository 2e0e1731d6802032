// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CLuaHost

/// Copies a run into a request in C.
struct ScriptRequestWriter {
    let run: ScriptRun

    static func failure(_ run: ScriptRun, _ message: String) -> ScriptFailure {
        ScriptFailure(
            plugin: run.program.plugin,
            contribution: run.calls.first?.contribution,
            phase: .load,
            reason: .host,
            message: message
        )
    }

    func write() throws(ScriptFailure) -> OpaquePointer {
        try checkNames()
        guard let request = clh_request_new() else {
            throw Self.failure(run, "There is no memory for the run.")
        }
        do throws(ScriptValueError) {
            try fill(request)
        } catch {
            clh_request_free(request)
            throw Self.failure(run, error.message)
        }
        return request
    }

    private func checkNames() throws(ScriptFailure) {
        for file in run.program.files where !Self.isName(file.name) || file.name.utf8.count > 50 {
            throw Self.failure(
                run,
                "A file is named '\(file.name)'; a name has 1 to 50 bytes and no NUL."
            )
        }
        guard run.editions.count <= 16 else {
            throw Self.failure(run, "A run sees at most 16 editions, not \(run.editions.count).")
        }
        let names =
            run.program.kinds + run.objects.flatMap { [$0.name] + $0.functions }
            + run.calls.flatMap { [$0.kind, $0.name + "-", $0.path + "-"] }
        for name in names where !Self.isName(name) {
            throw Self.failure(run, "A kind, an object, a function or a call has no proper name.")
        }
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.utf8.contains(0)
    }

    private func fill(_ request: OpaquePointer) throws(ScriptValueError) {
        var limits = clh_limits()
        limits.fuel = run.limits.fuel
        limits.memory = run.limits.memoryBytes
        limits.milliseconds = run.limits.milliseconds
        limits.output = run.limits.outputBytes
        clh_request_set_limits(request, &limits)
        clh_request_set_seed(request, run.seed)
        for file in run.program.files {
            clh_request_add_file(request, file.name, file.bytes, file.bytes.count)
        }
        for kind in run.program.kinds { clh_request_add_kind(request, kind) }
        for edition in run.editions { clh_request_add_edition(request, edition.columns) }
        for object in run.objects { try add(object, to: request) }
        for call in run.calls { try add(call, to: request) }
    }

    private func add(
        _ object: ScriptObject,
        to request: OpaquePointer
    ) throws(ScriptValueError) {
        let fields = try ScriptValueCoding.encode(.map(object.fields))
        var flags: Int32 = 0
        if object.hasMethods { flags |= Int32(CLH_OBJECT_METHODS) }
        if object.isContext { flags |= Int32(CLH_OBJECT_CONTEXT) }
        let index = clh_request_add_object(request, object.name, flags, fields, fields.count)
        for function in object.functions { clh_request_add_function(request, index, function) }
    }

    private func add(_ call: ScriptCall, to request: OpaquePointer) throws(ScriptValueError) {
        var arguments = call.arguments
        if let items = call.items { arguments.insert(.list(items), at: 0) }
        let bytes = try ScriptValueCoding.encode(.list(arguments))
        clh_request_add_call(
            request,
            call.kind,
            call.name,
            call.path,
            call.items == nil ? 0 : 1,
            bytes,
            bytes.count
        )
    }
}

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
            log: log
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
