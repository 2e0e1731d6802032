// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A tree of plain data: what JSON can say, as a value.
///
/// Payloads of entries, manifests, exports and the data that plugins hand back are all made of it.
///
/// ```swift
/// let payload: JSONValue = ["status": "G", "late": false, "attempts": 2]
/// payload["status"]?.text    // "G"
/// ```
///
/// Two objects are equal when they have equal members, in whatever order (RFC 8259, section 4).
/// An integer and a number that happen to stand for the same quantity are different values; see
/// ``canonicalForm`` for the one that survives being written and read.
public indirect enum JSONValue: Hashable, Sendable {
    /// The value `null`.
    case null
    /// A truth value.
    case bool(Bool)
    /// A whole number, kept exactly.
    case integer(Int)
    /// A number with a fraction or an exponent.
    case number(Double)
    /// A text.
    case string(String)
    /// A list of values.
    case array([JSONValue])
    /// Named values, in an order.
    case object(JSONObject)
}

extension JSONValue {
    /// The text, when this is one.
    public var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The whole number, when this is one.
    public var wholeNumber: Int? {
        guard case .integer(let number) = self else { return nil }
        return number
    }

    /// The quantity, when this is a number of either kind.
    public var quantity: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    /// The truth value, when this is one.
    public var truth: Bool? {
        guard case .bool(let truth) = self else { return nil }
        return truth
    }

    /// The elements, when this is a list.
    public var elements: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The members, when this is an object.
    public var members: JSONObject? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// What this value is, in words for an error message, such as “a text” or “a list”.
    public var kindInWords: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer: "a whole number"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }

    /// The member with a name, when this is an object that has it.
    public subscript(key: String) -> JSONValue? { members?[key] }

    /// The element at a position, counted from zero, when this is a list that is long enough.
    public subscript(position: Int) -> JSONValue? {
        guard let elements, elements.indices.contains(position) else { return nil }
        return elements[position]
    }

    /// Returns whether lists and objects stand inside one another more than `limit` deep.
    ///
    /// A text or number alone has depth 0 and `[]` has depth 1. The question costs no more stack
    /// than `limit`, so it is safe to ask about a value of any depth.
    ///
    /// - Parameter limit: The greatest depth that is allowed.
    /// - Returns: `true` when the value is deeper than the limit.
    /// - Complexity: O(*n*) in the number of values.
    public func isDeeper(than limit: Int) -> Bool {
        switch self {
        case .array(let elements):
            limit < 1 || elements.contains { $0.isDeeper(than: limit - 1) }
        case .object(let members):
            limit < 1 || members.contains { $0.value.isDeeper(than: limit - 1) }
        default: false
        }
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Creates `null`.
    public init(nilLiteral: ()) { self = .null }

    /// Creates a truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }

    /// Creates a whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }

    /// Creates a number.
    public init(floatLiteral value: Double) { self = .number(value) }

    /// Creates a text.
    public init(stringLiteral value: String) { self = .string(value) }

    /// Creates a list.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    /// Creates an object; of two members with one name the later counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements))
    }
}
