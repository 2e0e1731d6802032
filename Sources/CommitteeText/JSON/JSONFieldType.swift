// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a value that a person wrote must be, and how it is read.
///
/// The usual kinds are given; others are made with ``init(_:read:)`` or ``checked(_:_:)``.
public struct JSONFieldType<Value>: Sendable {
    /// What is expected, in words that fit after “expected”, such as “a text”.
    public let expected: String
    /// Reads a node at a place.
    public let read: @Sendable (JSONNode, JSONPlace) throws(JSONError) -> Value

    /// Creates a kind of value.
    ///
    /// - Parameters:
    ///   - expected: What is expected, in words that fit after “expected”.
    ///   - read: Reads a node; it throws what ``JSONPlace/error(_:at:)`` makes.
    public init(
        _ expected: String,
        read: @escaping @Sendable (JSONNode, JSONPlace) throws(JSONError) -> Value
    ) {
        self.expected = expected
        self.read = read
    }

    /// Returns this kind of value, converted further or refused.
    ///
    /// - Parameters:
    ///   - expected: What is expected, in words.
    ///   - convert: Makes the value, or returns `nil` when it will not do.
    /// - Returns: The new kind.
    public func checked<Other>(
        _ expected: String,
        _ convert: @escaping @Sendable (Value) -> Other?
    ) -> JSONFieldType<Other> {
        JSONFieldType<Other>(expected) { (node, place) throws(JSONError) in
            let value = try read(node, place)
            guard let converted = convert(value) else {
                let found = node.value.text.map { "“\(JSONReader.shown($0))”" } ?? "another value"
                throw place.error("expected \(expected), found \(found).", at: node)
            }
            return converted
        }
    }
}

extension JSONFieldType where Value == String {
    /// A text.
    public static var text: Self {
        Self("a text") { (node, place) throws(JSONError) in
            guard case .string(let text) = node.content else {
                throw place.expected("a text", found: node)
            }
            return text
        }
    }

    /// A text that is one of a few.
    ///
    /// - Parameter words: The texts that are allowed.
    /// - Returns: The kind.
    public static func one(of words: [String]) -> Self {
        let list = words.map { "“\($0)”" }.joined(separator: ", ")
        return Self("one of \(list)") { (node, place) throws(JSONError) in
            let text = try JSONFieldType.text.read(node, place)
            guard words.contains(text) else {
                throw place.error(
                    "“\(JSONReader.shown(text))” is not one of the words that are known here."
                        + " \(ClosestName.suggestion(for: text, in: words))",
                    at: node
                )
            }
            return text
        }
    }
}

extension JSONFieldType where Value == Int {
    /// A whole number.
    public static var integer: Self {
        Self("a whole number") { (node, place) throws(JSONError) in
            guard case .integer(let number) = node.content else {
                throw place.expected("a whole number", found: node)
            }
            return number
        }
    }
}

extension JSONFieldType where Value == Double {
    /// A number, whole or not.
    public static var number: Self {
        Self("a number") { (node, place) throws(JSONError) in
            guard let number = node.value.quantity else {
                throw place.expected("a number", found: node)
            }
            return number
        }
    }
}

extension JSONFieldType where Value == Bool {
    /// A truth value.
    public static var bool: Self {
        Self("true or false") { (node, place) throws(JSONError) in
            guard case .bool(let truth) = node.content else {
                throw place.expected("true or false", found: node)
            }
            return truth
        }
    }
}

extension JSONFieldType where Value == JSONValue {
    /// Any value.
    public static var value: Self {
        Self("a value") { (node, _) throws(JSONError) in node.value }
    }
}

extension JSONFieldType where Value == JSONNode {
    /// Any value, with its places.
    public static var node: Self {
        Self("a value") { (node, _) throws(JSONError) in node }
    }
}

extension JSONFieldType where Value == JSONFields {
    /// An object with known names.
    ///
    /// - Parameter known: Every name that may occur.
    /// - Returns: The kind.
    public static func fields(known: [String]) -> Self {
        Self("an object") { (node, place) throws(JSONError) in
            try JSONFields(node, at: place, known: known)
        }
    }
}

extension JSONFieldType {
    /// A list whose elements are all of one kind.
    ///
    /// - Parameter element: The kind of the elements.
    /// - Returns: The kind.
    public static func list<Element>(of element: JSONFieldType<Element>) -> Self
    where Value == [Element] {
        Self("a list") { (node, place) throws(JSONError) in
            guard case .array(let nodes) = node.content else {
                throw place.expected("a list", found: node)
            }
            var values: [Element] = []
            var errors: [JSONError] = []
            for (position, node) in nodes.enumerated() where errors.count < JSONError.most {
                do throws(JSONError) {
                    values.append(try element.read(node, place.element(position)))
                } catch {
                    errors.append(error)
                }
            }
            if let error = JSONError.gathering(errors) { throw error }
            return values
        }
    }

    /// Names that the writer chose, each with a value of one kind, in the order written.
    ///
    /// - Parameter element: The kind of the values.
    /// - Returns: The kind.
    public static func map<Element>(of element: JSONFieldType<Element>) -> Self
    where Value == [(key: String, value: Element)] {
        Self("an object") { (node, place) throws(JSONError) in
            guard case .object(let members) = node.content else {
                throw place.expected("an object", found: node)
            }
            var values: [(key: String, value: Element)] = []
            var errors: [JSONError] = []
            for member in members where errors.count < JSONError.most {
                do throws(JSONError) {
                    let value = try element.read(member.node, place.member(member.key))
                    values.append((member.key, value))
                } catch {
                    errors.append(error)
                }
            }
            if let error = JSONError.gathering(errors) { throw error }
            return values
        }
    }

    /// An object with known names, made into something.
    ///
    /// - Parameters:
    ///   - known: Every name that may occur.
    ///   - make: Makes the value from the fields.
    /// - Returns: The kind.
    public static func object(
        known: [String],
        _ make: @escaping @Sendable (JSONFields) throws(JSONError) -> Value
    ) -> Self {
        Self("an object") { (node, place) throws(JSONError) in
            try make(try JSONFields(node, at: place, known: known))
        }
    }
}
