// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The nesting of paragraphs and lists while a text is being read.
struct MarkupOutline {
    /// How many lists may be nested; an item nested deeper becomes an item of the deepest list.
    static let depthLimit = 12

    enum Source: Hashable {
        /// A list in HTML.
        case tag
        /// A list of bullets within running text.
        case bullet
        /// A list of lines; the indent of the marker and that of the words after it.
        case line(marker: Int, words: Int)
    }

    private struct OpenList {
        var ordered: Bool
        var source: Source
        var items: [Prose.Item] = []
        var item: [ProseRun]?
        var children: [Prose.Block] = []

        mutating func endItem() {
            guard let runs = item else { return }
            items.append(Prose.Item(ProseRun.inlines(of: runs), children: children))
            item = nil
            children = []
        }
    }

    private var root: [Prose.Block] = []
    private var lists: [OpenList] = []

    var hasOpenTagList: Bool { lists.contains { $0.source == .tag } }
    var innermostSource: Source? { lists.last?.source }
    var innermostIsOrdered: Bool { lists.last?.ordered ?? false }
    /// The number that the next item of the innermost list has.
    var nextNumber: Int {
        guard let list = lists.last else { return 1 }
        return list.items.count + (list.item == nil ? 0 : 1) + 1
    }

    /// Adds a paragraph where the text stands now.
    mutating func add(_ runs: [ProseRun]) {
        let runs = ProseRun.normalized(runs)
        guard !runs.isEmpty else { return }
        guard let last = lists.indices.last else {
            root.append(.paragraph(ProseRun.inlines(of: runs)))
            return
        }
        if lists[last].item == nil || lists[last].item?.isEmpty == true,
            lists[last].children.isEmpty
        {
            lists[last].item = runs
        } else {
            lists[last].children.append(.paragraph(ProseRun.inlines(of: runs)))
        }
    }

    mutating func beginList(ordered: Bool, source: Source) {
        guard lists.count < Self.depthLimit else { return }
        lists.append(OpenList(ordered: ordered, source: source))
    }

    mutating func beginItem() {
        guard let last = lists.indices.last else { return }
        lists[last].endItem()
        lists[last].item = []
    }

    mutating func endItem() {
        guard let last = lists.indices.last else { return }
        lists[last].endItem()
    }

    mutating func endList() {
        guard var list = lists.popLast() else { return }
        list.endItem()
        let block = Prose.Block.list(ordered: list.ordered, list.items)
        if let last = lists.indices.last {
            if lists[last].item == nil { lists[last].item = [] }
            lists[last].children.append(block)
        } else {
            root.append(block)
        }
    }

    /// Begins an item of a list of bullets within running text.
    mutating func beginBullet() {
        if lists.last?.source != .bullet { beginList(ordered: false, source: .bullet) }
        beginItem()
    }

    /// Ends the list of bullets within running text, if there is one.
    mutating func endBullets() {
        if lists.last?.source == .bullet { endList() }
    }

    /// Ends lists of bullets and lines that were begun within the innermost HTML list.
    mutating func endListsWithinTags() {
        while let source = lists.last?.source, source != .tag { endList() }
    }

    mutating func finish() -> [Prose.Block] {
        while !lists.isEmpty { endList() }
        return root
    }
}
