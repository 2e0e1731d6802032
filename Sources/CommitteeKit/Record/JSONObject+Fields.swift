// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension JSONObject {
    /// Creates an object without the members that are null.
    init(compact members: KeyValuePairs<String, JSONValue>) {
        self.init(members.filter { !$0.value.isNull }.map { ($0.key, $0.value) })
    }

    func text(_ key: String) -> String? { self[key]?.text }

    func number(_ key: String) -> Int? { self[key]?.wholeNumber }

    func date(_ key: String) -> CivilDate? { text(key).flatMap { CivilDate(iso: $0) } }

    func prose(_ key: String) -> Prose { Prose(markup: text(key) ?? "") }

    /// The prose under a name; nil when none was given, and a mark where it was erased.
    func givenProse(_ key: String) -> Prose? {
        guard let value = self[key] else { return nil }
        return value.isNull ? .erased : value.text.map { Prose(markup: $0) }
    }

    func texts(_ key: String) -> [String] { (self[key]?.elements ?? []).compactMap(\.text) }

    func list<Value>(_ key: String, _ read: (JSONObject) -> Value?) -> [Value] {
        (self[key]?.elements ?? []).compactMap { $0.members.flatMap(read) }
    }
}

extension JSONValue {
    static func string(optional text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    static func date(_ date: CivilDate?) -> JSONValue {
        date.map { .string($0.description) } ?? .null
    }

    static func integer(optional number: Int?) -> JSONValue {
        number.map(JSONValue.integer) ?? .null
    }
}
