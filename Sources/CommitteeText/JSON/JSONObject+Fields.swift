// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension JSONObject {
    /// Creates an object without the members that are null.
    package init(compact members: KeyValuePairs<String, JSONValue>) {
        self.init(members.filter { !$0.value.isNull }.map { ($0.key, $0.value) })
    }

    package func text(_ key: String) -> String? { self[key]?.text }

    package func number(_ key: String) -> Int? { self[key]?.wholeNumber }

    package func texts(_ key: String) -> [String] { (self[key]?.elements ?? []).compactMap(\.text) }

    package func list<Value>(_ key: String, _ read: (JSONObject) -> Value?) -> [Value] {
        (self[key]?.elements ?? []).compactMap { $0.members.flatMap(read) }
    }
}

extension JSONValue {
    package static func string(optional text: String?) -> JSONValue {
        text.map(JSONValue.string) ?? .null
    }

    package static func integer(optional number: Int?) -> JSONValue {
        number.map(JSONValue.integer) ?? .null
    }
}

extension JSONValue {
    /// An object without the members that are null.
    package static func compact(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(JSONObject(compact: members))
    }

    /// A list, or null when it is empty.
    package static func list(_ values: [JSONValue]) -> JSONValue {
        values.isEmpty ? .null : .array(values)
    }

    /// A list of texts, or null when it is empty.
    package static func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.string)) }

    /// A text, or null when it is empty.
    package static func words(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(text) }
}
