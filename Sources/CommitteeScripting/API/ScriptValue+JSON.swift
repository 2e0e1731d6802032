// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension ScriptValue {
    /// Makes the value that Lua reads of JSON; days stay texts.
    ///
    /// - Complexity: O(*n*) in the number of values.
    init(json: JSONValue) {
        switch json {
        case .null: self = .null
        case .bool(let truth): self = .bool(truth)
        case .integer(let number): self = .integer(Int64(number))
        case .number(let number): self = .number(number)
        case .string(let text): self = .string(text.withoutNUL)
        case .array(let elements): self = .list(elements.map { ScriptValue(json: $0) })
        case .object(let members):
            self = .map(
                ScriptMap(members.map { ($0.key.withoutNUL, ScriptValue(json: $0.value)) })
            )
        }
    }

    /// The value as JSON, in which a table's positions are the names 1, 2 and so on when it has
    /// other names too.
    ///
    /// A function becomes an object with its path, which is how a call names it; a date becomes
    /// text such as `2026-10-31`.
    ///
    /// - Parameter path: The path to the value.
    /// - Returns: The value as JSON.
    /// - Complexity: O(*n*) in the number of values.
    func json(at path: String = "") -> JSONValue {
        switch self {
        case .null, .handle: return .null
        case .bool(let truth): return .bool(truth)
        case .integer(let number): return .integer(Int(number))
        case .number(let number): return .number(number)
        case .string(let text): return .string(text)
        case .date(let day): return .string(CivilDate(dayNumber: Int(day)).description)
        case .function: return ["$function": .string(path)]
        case .list(let items):
            return .array(
                items.enumerated().map { index, item in item.json(at: "\(path)[\(index + 1)]") }
            )
        case .map(let map):
            let positions = map.items.enumerated().map { index, item in
                (String(index + 1), item.json(at: "\(path)[\(index + 1)]"))
            }
            let names = map.entries.map { entry in
                let step = path.isEmpty ? entry.name : "\(path).\(entry.name)"
                return (entry.name, entry.value.json(at: step))
            }
            return .object(JSONObject(positions + names))
        }
    }
}
#endif
