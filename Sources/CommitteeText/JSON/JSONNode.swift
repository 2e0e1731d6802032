// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A value of a JSON text together with the place where it was written.
///
/// ``JSONReader`` makes them, and ``JSONFields`` takes them apart with errors that name the line.
public struct JSONNode: Hashable, Sendable {
    /// What a node holds.
    public indirect enum Content: Hashable, Sendable {
        /// The value `null`.
        case null
        /// A truth value.
        case bool(Bool)
        /// A whole number.
        case integer(Int)
        /// A number with a fraction or an exponent.
        case number(Double)
        /// A text.
        case string(String)
        /// A list.
        case array([JSONNode])
        /// Named values, each name once.
        case object([Member])
    }

    /// One named value of an object, and where its name stands.
    public struct Member: Hashable, Sendable {
        /// The name.
        public let key: String
        /// The line of the name, counted from 1.
        public let line: Int
        /// The column of the name in Unicode scalars, counted from 1.
        public let column: Int
        /// What stands under the name.
        public let node: JSONNode

        /// Creates a member.
        public init(key: String, line: Int, column: Int, node: JSONNode) {
            self.key = key
            self.line = line
            self.column = column
            self.node = node
        }
    }

    /// What the node holds.
    public let content: Content
    /// The line on which the value starts, counted from 1.
    public let line: Int
    /// The column at which the value starts, in Unicode scalars counted from 1.
    public let column: Int

    /// Creates a node.
    public init(_ content: Content, line: Int, column: Int) {
        self.content = content
        self.line = line
        self.column = column
    }

    /// The value without its places.
    ///
    /// - Complexity: O(*n*) in the number of values.
    public var value: JSONValue {
        switch content {
        case .null: .null
        case .bool(let truth): .bool(truth)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .string(let text): .string(text)
        case .array(let nodes): .array(nodes.map(\.value))
        case .object(let members): .object(JSONObject(members.map { ($0.key, $0.node.value) }))
        }
    }

    /// What the node is, in words for an error message.
    public var kindInWords: String {
        switch content {
        case .array: "a list"
        case .object: "an object"
        default: value.kindInWords
        }
    }
}
