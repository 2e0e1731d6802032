// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How a value stands in JSON, both ways.
struct JSONForm<Value: Sendable>: Sendable {
    /// Reads the value.
    let type: JSONFieldType<Value>
    /// Writes the value.
    let write: @Sendable (Value) -> JSONValue

    init(_ type: JSONFieldType<Value>, _ write: @escaping @Sendable (Value) -> JSONValue) {
        self.type = type
        self.write = write
    }

    static func list<Element>(of element: JSONForm<Element>) -> Self where Value == [Element] {
        Self(.list(of: element.type)) { .array($0.map(element.write)) }
    }
}

extension JSONForm where Value == String {
    static var text: Self { Self(.text) { .string($0) } }
    /// A text that is not empty.
    static var name: Self { Self(.name) { .string($0) } }
}

extension JSONForm where Value == Int {
    static var integer: Self { Self(.integer) { .integer($0) } }
}

extension JSONForm where Value == Bool {
    static var bool: Self { Self(.bool) { .bool($0) } }
}

extension JSONForm where Value == CivilDate {
    static var date: Self { Self(.date) { .date($0) } }
}

extension JSONForm
where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// One of the words of a closed set.
    static var word: Self { Self(.word()) { .string($0.rawValue) } }
}

extension JSONFieldType
where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// One of the words of a closed set.
    static func word() -> Self {
        let words = Value.allCases.map(\.rawValue)
        return Self("one of \(words.joined(separator: ", "))") { (node, place) throws(JSONError) in
            let text = try JSONFieldType<String>.one(of: words).read(node, place)
            guard let value = Value(rawValue: text) else {
                throw place.expected("one of \(words.joined(separator: ", "))", found: node)
            }
            return value
        }
    }
}

extension JSONMember {
    /// A member that must be there.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - path: Where its value stands in the subject.
    ///   - form: How the value stands in JSON.
    /// - Returns: The member.
    static func required<Value: Sendable>(
        _ name: String,
        _ path: any WritableKeyPath<Subject, Value> & Sendable,
        _ form: JSONForm<Value>
    ) -> Self {
        Self(
            name,
            read: { (fields, subject) throws(JSONError) in
                subject[keyPath: path] = try fields.required(name, as: form.type)
            },
            value: { form.write($0[$1][keyPath: path]) }
        )
    }

    /// A member that leaves the subject as it is when it is not there.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - path: Where its value stands in the subject.
    ///   - form: How the value stands in JSON.
    ///   - usual: The value for which it is not written, if any.
    /// - Returns: The member.
    static func given<Value: Equatable & Sendable>(
        _ name: String,
        _ path: any WritableKeyPath<Subject, Value> & Sendable,
        _ form: JSONForm<Value>,
        unless usual: Value? = nil
    ) -> Self {
        Self(
            name,
            read: { (fields, subject) throws(JSONError) in
                guard let value = try fields.optional(name, as: form.type) else { return }
                subject[keyPath: path] = value
            },
            value: { all, place in
                let value = all[place][keyPath: path]
                return value == usual ? .null : form.write(value)
            }
        )
    }

    /// A member of a value that may be absent.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - path: Where its value stands in the subject.
    ///   - form: How the value stands in JSON when there is one.
    /// - Returns: The member.
    static func optional<Value: Sendable>(
        _ name: String,
        _ path: any WritableKeyPath<Subject, Value?> & Sendable,
        _ form: JSONForm<Value>
    ) -> Self {
        Self(
            name,
            read: { (fields, subject) throws(JSONError) in
                subject[keyPath: path] = try fields.optional(name, as: form.type)
            },
            value: { all, place in all[place][keyPath: path].map(form.write) ?? .null }
        )
    }

    /// A member of a text that is left out when it is empty.
    static func words(
        _ name: String,
        _ path: any WritableKeyPath<Subject, String> & Sendable
    ) -> Self { given(name, path, .text, unless: "") }

    /// A member of a list that is left out when it is empty.
    static func list<Element: Equatable & Sendable>(
        _ name: String,
        _ path: any WritableKeyPath<Subject, [Element]> & Sendable,
        _ element: JSONForm<Element>
    ) -> Self { given(name, path, .list(of: element), unless: []) }

    /// The member as one of what holds the subject.
    func within<Whole: Sendable>(
        _ path: any WritableKeyPath<Whole, Subject> & Sendable
    ) -> JSONMember<Whole> {
        let (value, read) = (value, read)
        return JSONMember<Whole>(
            name,
            schema: schema,
            read: { (fields, whole) throws(JSONError) in try read?(fields, &whole[keyPath: path]) },
            value: { value([$0[$1][keyPath: path]], 0) }
        )
    }
}

/// The members of an object in JSON, each said once for writing and reading.
///
/// ```swift
/// static let link = Shape(
///     Risk.Link(.action, ""), [.required("kind", \.kind, .word), .required("id", \.id, .name)])
/// ```
struct Shape<Value: Sendable>: Sendable {
    /// The names of the members.
    let names: [String]
    /// Makes the members of a value; what is null is left out.
    let write: @Sendable (Value) -> JSONObject
    /// Makes a value of the members.
    let read: @Sendable (JSONFields) throws(JSONError) -> Value

    /// Creates a shape that is written and read in a way of its own.
    init(
        names: [String],
        write: @escaping @Sendable (Value) -> JSONObject,
        read: @escaping @Sendable (JSONFields) throws(JSONError) -> Value
    ) {
        self.names = names
        self.write = write
        self.read = read
    }

    /// Creates a shape of members.
    ///
    /// - Parameters:
    ///   - blank: The value into which they are read.
    ///   - members: The members, in the order in which they are written and read.
    ///   - check: Says what is wrong with a value that was read, when anything is.
    init(
        _ blank: Value,
        _ members: [JSONMember<Value>],
        check: @escaping @Sendable (JSONFields, Value) throws(JSONError) -> Void = {
            (_, _) throws(JSONError) in
        }
    ) {
        self.init(
            names: members.map(\.name),
            write: { value in
                let row = [value]
                return JSONObject(
                    members.lazy.map { ($0.name, $0.value(row, 0)) }.filter { !$0.1.isNull }
                )
            },
            read: { (fields) throws(JSONError) in
                var value = blank
                for member in members { try member.read?(fields, &value) }
                try check(fields, value)
                return value
            }
        )
    }

    /// The kind of JSON value that it is.
    var type: JSONFieldType<Value> { .object(known: names, read) }

    /// How the value stands in JSON, both ways.
    var form: JSONForm<Value> { JSONForm(type) { .object(write($0)) } }
}
