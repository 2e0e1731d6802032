// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The named values of a ``JSONValue``, in an order, each name once.
///
/// The order is kept for people who read what is written. It does not count: two objects with
/// equal members are equal (RFC 8259, section 4).
///
/// ```swift
/// var person: JSONObject = ["role": "chair"]
/// person["since"] = "2023-06-06"
/// person.keys    // ["role", "since"]
/// ```
public struct JSONObject: Sendable {
    /// One named value of an object.
    public struct Member: Hashable, Sendable {
        /// The name.
        public let key: String
        /// What stands under the name.
        public let value: JSONValue

        /// Creates a member.
        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    private var list: [Member]
    /// Where each name stands; kept only for objects too long to be searched from the start.
    private var positions: [String: Int]

    private static let longestSearched = 16

    /// Creates an object without members.
    public init() {
        list = []
        positions = [:]
    }

    /// Creates an object; of two members with one name the later counts, in the earlier's place.
    ///
    /// - Parameter members: The names and values, in order.
    /// - Complexity: O(*n*) in the number of members.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        self.init()
        for (key, value) in members { self[key] = value }
    }

    /// The names, in order.
    public var keys: [String] { list.map(\.key) }

    /// The value under a name; setting `nil` removes the member.
    ///
    /// Reading takes constant time on average, removing takes time in proportion to the length.
    public subscript(key: String) -> JSONValue? {
        get { position(of: key).map { list[$0].value } }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?):
                list[position] = Member(key: key, value: value)
            case (let position?, nil):
                list.remove(at: position)
                index()
            case (nil, let value?):
                list.append(Member(key: key, value: value))
                if list.count == Self.longestSearched + 1 {
                    index()
                } else if list.count > Self.longestSearched {
                    positions[key] = list.count - 1
                }
            case (nil, nil): break
            }
        }
    }

    private func position(of key: String) -> Int? {
        list.count > Self.longestSearched
            ? positions[key] : list.firstIndex { $0.key == key }
    }

    private mutating func index() {
        positions.removeAll()
        guard list.count > Self.longestSearched else { return }
        for (position, member) in list.enumerated() { positions[member.key] = position }
    }
}

extension JSONObject: RandomAccessCollection {
    /// The position of the first member.
    public var startIndex: Int { 0 }

    /// The position after the last member.
    public var endIndex: Int { list.count }

    /// The member at a position.
    public subscript(position: Int) -> Member { list[position] }
}

extension JSONObject: Hashable {
    /// Returns whether two objects have equal members, in whatever order.
    public static func == (first: Self, second: Self) -> Bool {
        first.count == second.count && first.allSatisfy { second[$0.key] == $0.value }
    }

    /// Feeds the members to a hasher, so that their order does not count.
    public func hash(into hasher: inout Hasher) {
        var combined = 0
        for member in list { combined ^= member.hashValue }
        hasher.combine(list.count)
        hasher.combine(combined)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Creates an object; of two members with one name the later counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}
