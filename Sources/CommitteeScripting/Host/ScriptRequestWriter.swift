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
        guard run.calls.count == 1 || !run.calls.contains(where: \.isMain) else {
            throw Self.failure(run, "A call of main.lua itself is the only call of its run.")
        }
        let names =
            run.program.kinds + run.objects.flatMap { [$0.name] + $0.functions }
            + run.calls.flatMap { [$0.isMain ? "main" : $0.kind, $0.name + "-", $0.path + "-"] }
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
        clh_request_set_code(request, run.program.code.pointer)
        if run.program.mayLoad { clh_request_allow_load(request) }
        for file in run.program.files {
            clh_request_add_file(request, file.name, file.bytes, file.bytes.count)
        }
        if run.program.entry != "main.lua" || run.program.onlyCompiles {
            clh_request_set_entry(request, run.program.entry, run.program.onlyCompiles ? 1 : 0)
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
        if object.writer != nil { flags |= Int32(CLH_OBJECT_WRITER) }
        if object.writer == .csv { flags |= Int32(CLH_OBJECT_CSV) }
        let index = clh_request_add_object(request, object.name, flags, fields, fields.count)
        for function in object.functions { clh_request_add_function(request, index, function) }
    }

    private func add(_ call: ScriptCall, to request: OpaquePointer) throws(ScriptValueError) {
        var arguments = call.arguments
        var each: clh_each_item = CLH_ONE_CALL
        if let items = call.items {
            arguments.insert(.list(items), at: 0)
            each = call.isOfPairs ? CLH_EACH_PAIR : CLH_EACH_VALUE
        } else if let list = call.list {
            arguments.insert(.handle(list), at: 0)
            each = CLH_EACH_RECORD
        }
        let bytes = try ScriptValueCoding.encode(.list(arguments))
        guard !call.isMain else {
            clh_request_call_main(request, bytes, bytes.count)
            return
        }
        clh_request_add_call(
            request,
            call.kind,
            call.name,
            call.path,
            each,
            bytes,
            bytes.count
        )
    }
}
#endif
