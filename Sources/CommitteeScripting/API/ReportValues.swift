// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Turns what Lua gives to a host function into plain data, looking up the records it names.
struct ReportValues: Sendable {
    /// The editions of the run, in the order of their handles.
    let editions: [FlatEdition]

    func edition(_ handle: ScriptHandle) -> FlatEdition? {
        editions.indices.contains(handle.edition) ? editions[handle.edition] : nil
    }

    func item(_ value: ScriptValue) -> ItemRow? {
        guard case .handle(let handle) = value else { return nil }
        return edition(handle)?.item(handle)
    }

    func plan(_ value: ScriptValue) -> PlanRow? {
        guard case .handle(let handle) = value else { return nil }
        return edition(handle)?.plan(handle)
    }

    /// The parts of a list, be it a table of Lua or a list of an edition.
    func list(_ value: ScriptValue) -> [ScriptValue]? {
        if case .handle(let handle) = value { return edition(handle)?.list(handle) }
        return value.items
    }

    /// Returns the value as data for a block: days become `{ date = … }`, and an item under the
    /// name `status` becomes its status.
    func data(
        _ value: ScriptValue,
        path: String,
        name: String = ""
    ) throws(ScriptRefusal) -> JSONValue {
        switch value {
        case .null, .function: return .null
        case .bool(let truth): return .bool(truth)
        case .integer(let number): return .integer(Int(number))
        case .number(let number): return .number(number)
        case .string(let text): return .string(text)
        case .date(let day):
            return ["date": .string(CivilDate(dayNumber: Int(day)).description)]
        case .list(let items): return .array(try elements(items, path: path))
        case .map(let map):
            var members: [(String, JSONValue)] = []
            for (index, item) in map.items.enumerated() {
                members.append((String(index + 1), try data(item, path: "\(path)[\(index + 1)]")))
            }
            for entry in map.entries {
                let step = path.isEmpty ? entry.name : "\(path).\(entry.name)"
                members.append((entry.name, try data(entry.value, path: step, name: entry.name)))
            }
            return .object(JSONObject(members))
        case .handle(let handle):
            if let items = edition(handle)?.list(handle) {
                return .array(try elements(items, path: path))
            }
            if name == "status", let item = item(value) {
                guard let status = item.status else {
                    throw ScriptRefusal(
                        "\(path): \(item.item.id) has no status; write ctx.status(item), which "
                            + "leaves the cell empty"
                    )
                }
                return status.data
            }
            throw ScriptRefusal(
                "\(path.isEmpty ? "the argument" : path) is a record; name one of its fields, such "
                    + "as item.text"
            )
        }
    }

    private func elements(
        _ items: [ScriptValue],
        path: String
    ) throws(ScriptRefusal) -> [JSONValue] {
        var elements: [JSONValue] = []
        elements.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            elements.append(try data(item, path: "\(path)[\(index + 1)]"))
        }
        return elements
    }
}

extension StatusTag {
    /// The status as data for a block.
    var data: JSONValue {
        [
            "letter": .string(letter), "word": .string(word),
            "colour": .string(colour?.rawValue ?? ""),
        ]
    }
}

extension ScriptValue {
    /// What the value is, in words for a message.
    var kindInWords: String {
        switch self {
        case .null: "nothing"
        case .bool(let truth): truth ? "true" : "false"
        case .integer, .number: "a number"
        case .string: "a text"
        case .list, .map: "a table"
        case .function: "a function"
        case .handle(let handle): handle.kind == .list ? "a list" : "a record"
        case .date: "a date"
        }
    }
}
#endif
