// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A value whose type only those know who made it.
public struct OpenValue: Hashable, Sendable {
    private let content: any OpenContent

    /// Creates an open value.
    ///
    /// - Parameter value: The value.
    public init<Value: Hashable & Sendable>(_ value: Value) { content = TypedContent(value: value) }

    /// Returns the value.
    ///
    /// - Parameter type: Its type.
    /// - Returns: The value, or nil when it has another type.
    public func value<Value: Hashable & Sendable>(as type: Value.Type = Value.self) -> Value? {
        (content as? TypedContent<Value>)?.value
    }

    /// Returns whether two values have one type and are equal.
    public static func == (first: Self, second: Self) -> Bool {
        first.content.isEqual(to: second.content)
    }

    /// Feeds the value to a hasher.
    public func hash(into hasher: inout Hasher) { content.hash(into: &hasher) }
}

private protocol OpenContent: Sendable {
    func isEqual(to other: any OpenContent) -> Bool
    func hash(into hasher: inout Hasher)
}

// The type asks for no `Hashable`: Swift looks a conformance up by name when such a type is first
// used, and that costs every process.
private struct TypedContent<Value: Sendable>: Sendable {
    let value: Value
}

extension TypedContent: OpenContent where Value: Hashable {
    func isEqual(to other: any OpenContent) -> Bool { (other as? Self)?.value == value }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
