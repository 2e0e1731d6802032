// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What an entry holds, as a ``Codec`` reads it.
///
/// Each way of asking says what is wrong when it is not there, so that nobody has to guess why an
/// entry could not be read. A member that no one asks for is left alone.
///
/// ```swift
/// let payload = Payload(["to": "partnership"])
/// try payload.text("to")        // "partnership"
/// try payload.date("until")     // throws: “until” (a day such as 2026-10-31) is missing
/// ```
public struct Payload: Sendable {
    /// The members, with the erasable texts in their places; null where a text was erased.
    public let members: JSONObject

    /// Creates a payload.
    ///
    /// - Parameter members: The members, with the erasable texts in their places.
    public init(_ members: JSONObject) { self.members = members }

    /// The member under a name; nil when it is missing.
    public subscript(name: String) -> JSONValue? { members[name] }

    /// Returns a member that must be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - expected: What it must be, in words that fit after “expected”.
    ///   - read: Makes the value, or returns nil when the member is something else.
    /// - Returns: The value.
    /// - Throws: ``PayloadError`` when the member is missing or something else.
    public func required<Value>(
        _ name: String,
        _ expected: String,
        _ read: (JSONValue) -> Value?
    ) throws(PayloadError) -> Value {
        guard let member = members[name] else {
            throw PayloadError("“\(name)” (\(expected)) is missing.")
        }
        guard let value = read(member) else {
            throw PayloadError("“\(name)” is \(member.kindInWords), expected \(expected).")
        }
        return value
    }

    /// Returns a member that may be missing or null.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - expected: What it must be, in words that fit after “expected”.
    ///   - read: Makes the value, or returns nil when the member is something else.
    /// - Returns: The value, or nil when there is none.
    /// - Throws: ``PayloadError`` when the member is something else.
    public func optional<Value>(
        _ name: String,
        _ expected: String,
        _ read: (JSONValue) -> Value?
    ) throws(PayloadError) -> Value? {
        guard let member = members[name], !member.isNull else { return nil }
        return try required(name, expected, read)
    }

    /// Returns a text.
    ///
    /// - Parameter name: The member's name.
    /// - Returns: The text.
    /// - Throws: ``PayloadError`` when it is missing or no text.
    public func text(_ name: String) throws(PayloadError) -> String {
        try required(name, "a text") { $0.text }
    }

    /// Returns a text that may be missing.
    ///
    /// - Parameter name: The member's name.
    /// - Returns: The text, or nil.
    /// - Throws: ``PayloadError`` when it is no text.
    public func optionalText(_ name: String) throws(PayloadError) -> String? {
        try optional(name, "a text") { $0.text }
    }

    /// Returns text with light markup, and a mark in its place when it was erased.
    ///
    /// - Parameter name: The member's name.
    /// - Returns: The text.
    /// - Throws: ``PayloadError`` when it is missing or no text.
    public func prose(_ name: String) throws(PayloadError) -> Prose {
        try required(name, "a text") { $0.isNull ? .erased : $0.text.map { Prose(markup: $0) } }
    }

    /// Returns a day.
    ///
    /// - Parameter name: The member's name.
    /// - Returns: The day.
    /// - Throws: ``PayloadError`` when it is missing or no day.
    public func date(_ name: String) throws(PayloadError) -> CivilDate {
        try required(name, Self.day) { $0.text.flatMap { CivilDate(iso: $0) } }
    }

    /// Returns a day that may be missing.
    ///
    /// - Parameter name: The member's name.
    /// - Returns: The day, or nil.
    /// - Throws: ``PayloadError`` when it is no day.
    public func optionalDate(_ name: String) throws(PayloadError) -> CivilDate? {
        try optional(name, Self.day) { $0.text.flatMap { CivilDate(iso: $0) } }
    }

    /// Returns the elements of a list; a list that is missing is empty.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - expected: What an element must be, in words that fit after “expected”.
    ///   - read: Makes an element, or returns nil when it cannot.
    /// - Returns: The elements, in order.
    /// - Throws: ``PayloadError`` that names the first element that cannot be read.
    public func list<Element>(
        _ name: String,
        of expected: String,
        _ read: (JSONValue) -> Element?
    ) throws(PayloadError) -> [Element] {
        let elements = try optional(name, "a list") { $0.elements } ?? []
        var values: [Element] = []
        values.reserveCapacity(elements.count)
        for (place, element) in elements.enumerated() {
            guard let value = read(element) else {
                throw PayloadError(
                    "“\(name)[\(place)]” is \(element.kindInWords) that is not \(expected)."
                )
            }
            values.append(value)
        }
        return values
    }

    /// Returns a list of objects; a list that is missing is empty.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - read: Makes an element of an object, or returns nil when it cannot.
    /// - Returns: The elements, in order.
    /// - Throws: ``PayloadError`` that names the first element that cannot be read.
    public func objects<Element>(
        _ name: String,
        _ read: (JSONObject) -> Element?
    ) throws(PayloadError) -> [Element] {
        try list(name, of: "an object with every member that it needs") { $0.members.flatMap(read) }
    }

    /// Returns a list of texts; a list that is missing is empty.
    ///
    /// - Parameter name: The member's name.
    /// - Returns: The texts, in order.
    /// - Throws: ``PayloadError`` that names the first element that is no text.
    public func texts(_ name: String) throws(PayloadError) -> [String] {
        try list(name, of: "a text") { $0.text }
    }

    private static let day = "a day such as 2026-10-31"
}

/// What is wrong with the payload of an entry.
public struct PayloadError: ExplainedError, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure; there is one.
    public var code: ErrorCode { ErrorCode("entry.payload") }
    /// What was found and what was expected.
    public let message: String

    /// Creates an error.
    ///
    /// - Parameter message: What was found and what was expected.
    public init(_ message: String) { self.message = message }

    /// The message.
    public var description: String { message }
}
