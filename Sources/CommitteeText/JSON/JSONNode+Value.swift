// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension JSONNode {
    /// Creates a node, and nodes for all that it holds, that stand on one line.
    ///
    /// Values that did not come from a JSON text, such as a plugin's declaration, are read with the
    /// same words about mistakes in this way.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - line: The line on which it was declared, counted from 1.
    /// - Complexity: O(*n*) in the number of values.
    public init(_ value: JSONValue, line: Int) {
        let content: Content
        switch value {
        case .null: content = .null
        case .bool(let truth): content = .bool(truth)
        case .integer(let number): content = .integer(number)
        case .number(let number): content = .number(number)
        case .string(let text): content = .string(text)
        case .array(let elements): content = .array(elements.map { JSONNode($0, line: line) })
        case .object(let members):
            content = .object(
                members.map { member in
                    Member(
                        key: member.key,
                        line: line,
                        column: 1,
                        node: JSONNode(member.value, line: line)
                    )
                }
            )
        }
        self.init(content, line: line, column: 1)
    }
}

extension JSONFieldType {
    /// An object whose members without a name are called 1, 2 and so on, as in a Lua table.
    package static func entry(
        known: [String],
        _ make: @escaping @Sendable (JSONFields) throws(JSONError) -> Value
    ) -> Self {
        Self("a table") { (node, place) throws(JSONError) in
            var node = node
            if case .array(let elements) = node.content {
                let members = elements.enumerated().map { index, element in
                    JSONNode.Member(
                        key: String(index + 1),
                        line: element.line,
                        column: element.column,
                        node: element
                    )
                }
                node = JSONNode(.object(members), line: node.line, column: node.column)
            }
            return try make(try JSONFields(node, at: place, known: known))
        }
    }
}
