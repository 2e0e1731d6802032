// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How one kind of entry is kept: its payload, both ways.
///
/// What was written reads back to an equal value, and the same value always gives the same bytes: a
/// retry is known by them.
///
/// ```swift
/// let body = Codec<String>(
///     write: { Recorded(["to": .string($0)]) },
///     read: { (payload) throws(PayloadError) in try payload.text("to") })
/// ```
public struct Codec<Value: Sendable>: Sendable {
    /// Makes the payload of a value, and the texts that are kept erasable beside it.
    public let write: @Sendable (Value) -> Recorded
    /// Makes the value of a payload.
    public let read: @Sendable (Payload) throws(PayloadError) -> Value

    /// Creates a codec.
    ///
    /// - Parameters:
    ///   - write: Makes the payload of a value.
    ///   - read: Makes the value of a payload.
    public init(
        write: @escaping @Sendable (Value) -> Recorded,
        read: @escaping @Sendable (Payload) throws(PayloadError) -> Value
    ) {
        self.write = write
        self.read = read
    }

    /// Creates a codec of a payload without erasable texts.
    ///
    /// - Parameters:
    ///   - members: Makes the members of a value.
    ///   - read: Makes the value of a payload.
    public init(
        members: @escaping @Sendable (Value) -> JSONObject,
        read: @escaping @Sendable (Payload) throws(PayloadError) -> Value
    ) {
        self.init(write: { Recorded(members($0)) }, read: read)
    }

    /// Creates a codec of a payload with one member.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - form: The form of the value.
    public init(_ name: String, _ form: FieldForm<Value>) {
        self.init(
            members: { [name: form.write($0)] },
            read: { (payload) throws(PayloadError) in
                guard let member = payload[name], !(form.missingIsEmpty && member.isNull) else {
                    if form.missingIsEmpty { return form.empty }
                    throw PayloadError("“\(name)” (\(form.expected)) is missing.")
                }
                guard let value = form.read(member) else {
                    throw PayloadError(
                        "“\(name)” is \(member.kindInWords), expected \(form.expected)."
                    )
                }
                return value
            }
        )
    }

    /// A codec of an object that reads itself, or does not.
    ///
    /// - Parameters:
    ///   - what: What the object is, in words that fit after “not”, such as `a plan's outline`.
    ///   - needs: The members that it needs.
    ///   - write: Makes the members of a value.
    ///   - read: Makes the value of the members, or returns nil when one that it needs is missing.
    /// - Returns: The codec.
    static func object(
        _ what: String,
        needs: [String],
        _ write: @escaping @Sendable (Value) -> JSONObject,
        _ read: @escaping @Sendable (JSONObject) -> Value?
    ) -> Codec {
        Codec(members: write) { (payload) throws(PayloadError) in
            if let value = read(payload.members) { return value }
            if let missing = needs.first(where: { payload[$0] == nil }) {
                throw PayloadError("It is not \(what): “\(missing)” is missing.")
            }
            let names = needs.map { "“\($0)”" }.joined(separator: ", ")
            throw PayloadError("It is not \(what): one of \(names) is not what it must be.")
        }
    }

    /// A codec of a member that a person also writes, read as strictly.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - write: Makes the member of a value.
    ///   - read: Makes the value of the member.
    /// - Returns: The codec.
    static func node(
        _ name: String,
        _ write: @escaping @Sendable (Value) -> JSONValue,
        _ read: @escaping @Sendable (JSONNode) throws(JSONError) -> Value
    ) -> Codec {
        Codec(members: { [name: write($0)] }) { (payload) throws(PayloadError) in
            let value = try payload.required(name, "a value") { $0 }
            do throws(JSONError) {
                return try read(JSONNode(value, line: 1))
            } catch {
                throw PayloadError(error.message)
            }
        }
    }
}

extension Codec where Value == Nothing {
    /// The codec of a kind of entry that needs no payload: that it happened is all.
    public static var nothing: Codec {
        Codec(members: { _ in [:] }, read: { (_) throws(PayloadError) in Nothing() })
    }
}

/// The value of an event that says no more than that it happened.
public struct Nothing: Hashable, Sendable {
    /// Creates the value.
    public init() {}
}

/// What a codec writes: the payload, and the texts that are kept erasable beside it.
public struct Recorded: Hashable, Sendable {
    /// The payload.
    public var payload: JSONObject
    /// The texts to which it refers by name.
    public var texts: [ErasableText]

    /// Creates what is recorded.
    ///
    /// - Parameters:
    ///   - payload: The payload.
    ///   - texts: The texts to which it refers by name.
    public init(_ payload: JSONObject, texts: [ErasableText] = []) {
        self.payload = payload
        self.texts = texts
    }
}
