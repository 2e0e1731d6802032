// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// What stands below what, drawn as a tree.
    ///
    /// In HTML it is a drawing with a list that says the same below it; elsewhere it is the list.
    public struct Tree: Hashable, Sendable {
        /// One thing, with what stands below it.
        public struct Node: Hashable, Sendable {
            /// What the thing is, in few words.
            public var label: String
            /// What more is to be said of it, in few words; empty when there is nothing.
            public var detail: String
            /// What stands below it, in order.
            public var children: [Node]

            /// Creates a node.
            ///
            /// - Parameters:
            ///   - label: What the thing is, in few words.
            ///   - detail: What more is to be said of it, in few words.
            ///   - children: What stands below it, in order.
            public init(_ label: String, detail: String = "", children: [Node] = []) {
                self.label = label
                self.detail = detail
                self.children = children
            }
        }

        /// What the tree shows.
        public var title: String
        /// What stands below nothing, in order.
        public var roots: [Node]

        /// Creates a tree.
        ///
        /// - Parameters:
        ///   - title: What the tree shows.
        ///   - roots: What stands below nothing, in order.
        public init(title: String, roots: [Node]) {
            self.title = title
            self.roots = roots
        }
    }
}

extension Document.Tree {
    /// How deep a tree is drawn; what stands deeper is drawn at this depth.
    static let greatestDepth = 8

    /// A line of the drawing and of the list: a node and how deep it stands.
    struct Line {
        var depth: Int
        var node: Node
        /// The place of the line of the node above it; nil at the top.
        var parent: Int?
    }

    /// The nodes in the order in which people read them: each before what stands below it.
    var lines: [Line] {
        var lines: [Line] = []
        var waiting = roots.reversed().map { (node: $0, depth: 0, parent: Int?.none) }
        while let next = waiting.popLast() {
            let place = lines.count
            lines.append(Line(depth: next.depth, node: next.node, parent: next.parent))
            for child in next.node.children.reversed() {
                waiting.append((child, min(next.depth + 1, Self.greatestDepth), place))
            }
        }
        return lines
    }

    /// The list that says the same as the drawing.
    package var list: Prose {
        let items = Self.items(of: lines[...], at: 0)
        return Prose(blocks: items.isEmpty ? [] : [.list(ordered: false, items)])
    }

    /// The items of the lines that stand at a depth, each with those below it.
    private static func items(of lines: ArraySlice<Line>, at depth: Int) -> [Prose.Item] {
        var items: [Prose.Item] = []
        var rest = lines
        while let line = rest.popFirst() {
            let below = rest.prefix { $0.depth > depth }
            rest = rest.dropFirst(below.count)
            let children = Self.items(of: below, at: depth + 1)
            items.append(
                Prose.Item(
                    line.node.words,
                    children: children.isEmpty ? [] : [.list(ordered: false, children)]
                )
            )
        }
        return items
    }
}

extension Document.Tree.Node {
    /// The label with what more is to be said.
    var words: String { detail.isEmpty ? label : "\(label): \(detail)" }
}
