// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Prose {
    /// The form in which prose is kept and exported; it reads back to an equal value.
    public var markup: String { markdownCell }

    /// The text of every paragraph and list item, one after the other.
    package var plainLines: [String] {
        var lines: [String] = []
        func add(_ inlines: [Inline]) {
            let parts = Self.text(of: inlines).split(separator: "\n")
            lines.append(contentsOf: parts.map { $0.trimmingSpace }.filter { !$0.isEmpty })
        }
        func walk(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .paragraph(let inlines): add(inlines)
                case .list(_, let items):
                    for item in items {
                        add(item.inlines)
                        walk(item.children)
                    }
                }
            }
        }
        walk(blocks)
        return lines
    }

    /// The text of the first paragraph or list item, without markup.
    package var leadingText: String {
        switch blocks.first {
        case .paragraph(let inlines): Self.text(of: inlines)
        case .list(_, let items): items.first.map { Self.text(of: $0.inlines) } ?? ""
        case nil: ""
        }
    }

    /// The last word of the last paragraph or list item.
    package var lastWord: String? {
        plainLines.last?.split(separator: " ").last.map(String.init)
    }

    /// The prose without the first characters of its leading text.
    ///
    /// A list whose first item is cut becomes a paragraph and the rest of the list, as the number of
    /// an action does not make it an item.
    package func dropping(characters count: Int) -> Prose {
        guard let first = blocks.first else { return self }
        let rest = Array(blocks.dropFirst())
        switch first {
        case .paragraph(let inlines):
            return Prose(blocks: [.paragraph(Self.dropping(count, of: inlines))] + rest).normalized
        case .list(let ordered, let items):
            guard let item = items.first else { return self }
            let lead: Block = .paragraph(Self.dropping(count, of: item.inlines))
            let list: [Block] =
                items.count > 1 ? [.list(ordered: ordered, Array(items.dropFirst()))] : []
            return Prose(blocks: [lead] + item.children + list + rest).normalized
        }
    }

    /// The prose without the last characters of its last paragraph or list item, and without the
    /// white space and bullets that stood before them.
    package func droppingLast(characters count: Int) -> Prose {
        Prose(blocks: Self.droppingLast(count, of: normalized.blocks)).normalized
    }

    /// Creates a list of one item.
    package init(item: Prose, ordered: Bool) {
        var inlines: [Inline] = []
        var children: [Block] = []
        for (index, block) in item.blocks.enumerated() {
            if index == 0, case .paragraph(let words) = block {
                inlines = words
            } else {
                children.append(block)
            }
        }
        self.init(blocks: [.list(ordered: ordered, [Item(inlines, children: children)])])
    }

    /// Whether this is one list, of the same kind as another.
    package func isList(like other: Prose) -> Bool {
        guard blocks.count == 1, other.blocks.count == 1, case .list(let ordered, _) = blocks[0],
            case .list(ordered, _) = other.blocks[0]
        else { return false }
        return true
    }

    /// Puts the items of another list after those of this one, which is of the same kind.
    ///
    /// - Complexity: O(*n*) in the number of the other's items.
    package mutating func join(list other: Prose) {
        guard isList(like: other), case .list(let ordered, var items) = blocks[0],
            case .list(_, let more) = other.blocks[0]
        else { return }
        blocks = []
        items += more
        blocks = [.list(ordered: ordered, items)]
    }

    private static func text(of inlines: [Inline]) -> String {
        var text = ""
        for inline in inlines {
            switch inline {
            case .text(let words): text += words
            case .strong(let children), .emphasis(let children), .superscript(let children),
                .link(let children, _):
                text += Self.text(of: children)
            case .lineBreak: text += "\n"
            case .footnoteReference: break
            }
        }
        return text
    }

    private static func dropping(_ count: Int, of inlines: [Inline]) -> [Inline] {
        var left = count
        return inlines.compactMap { inline -> Inline? in
            guard left > 0 else { return inline }
            switch inline {
            case .text(let words):
                let drop = min(left, words.count)
                left -= drop
                let rest = String(words.dropFirst(drop))
                return rest.isEmpty ? nil : .text(rest)
            case .strong(let children):
                return cut(children, &left).map(Inline.strong)
            case .emphasis(let children):
                return cut(children, &left).map(Inline.emphasis)
            case .superscript(let children):
                return cut(children, &left).map(Inline.superscript)
            case .link(let children, let destination):
                return cut(children, &left).map { .link(text: $0, destination: destination) }
            case .lineBreak:
                left -= 1
                return nil
            case .footnoteReference: return inline
            }
        }
    }

    private static func cut(_ children: [Inline], _ left: inout Int) -> [Inline]? {
        let length = text(of: children).count
        let rest = dropping(left, of: children)
        left = max(0, left - length)
        return rest.isEmpty ? nil : rest
    }

    private static func droppingLast(_ count: Int, of blocks: [Block]) -> [Block] {
        guard let last = blocks.last else { return [] }
        var rest = Array(blocks.dropLast())
        switch last {
        case .paragraph(let inlines):
            let kept = droppingTail(count, of: inlines)
            if !kept.isEmpty { rest.append(.paragraph(kept)) }
        case .list(let ordered, var items):
            guard var item = items.popLast() else { return rest }
            if item.children.isEmpty {
                item.inlines = droppingTail(count, of: item.inlines)
            } else {
                item.children = droppingLast(count, of: item.children)
            }
            if !(item.inlines.isEmpty && item.children.isEmpty) { items.append(item) }
            if !items.isEmpty { rest.append(.list(ordered: ordered, items)) }
        }
        return rest
    }

    private static func droppingTail(_ count: Int, of inlines: [Inline]) -> [Inline] {
        var kept = inlines
        var left = count
        while left > 0, let last = kept.popLast() {
            guard case .text(let words) = last else {
                let inner = text(of: [last])
                if inner.count <= left {
                    left -= inner.count
                    continue
                }
                kept.append(.text(String(inner.dropLast(left))))
                left = 0
                break
            }
            let drop = min(left, words.count)
            left -= drop
            if drop < words.count { kept.append(.text(String(words.dropLast(drop)))) }
        }
        if case .text(let words)? = kept.last {
            var end = Substring(words)
            while let character = end.last, character.isWhitespace || "•·".contains(character) {
                end.removeLast()
            }
            kept.removeLast()
            if !end.isEmpty { kept.append(.text(String(end))) }
        }
        return kept
    }
}
