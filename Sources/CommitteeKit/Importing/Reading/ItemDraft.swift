// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A field of an item as its cells were read, before they are put together.
struct CellText {
    var line: Int
    var text: String
    /// The number of its posting in the account.
    var posting: Int
    /// The status that the text stands for, when it is a mark in a column for that status.
    var status: String?
}

/// An item while its rows are still being read.
struct ItemDraft {
    var item: PlanItem
    var line: Int
    var fields: [String: [CellText]] = [:]
    var lacksStatusColumn = false
    /// Whether the item stands nowhere in the document, and was made for what is below it.
    var isInvented = false
    /// The words of each field, folded for comparing.
    private var keys: [String: String] = [:]

    init(item: PlanItem, line: Int) {
        self.item = item
        self.line = line
    }

    /// The markup of a field with its cells put together.
    func markup(_ field: String) -> String {
        fields[field, default: []].reduce(into: "") { whole, cell in
            if whole.hasSuffix("</p>"), !cell.text.hasPrefix("<p>") {
                whole.removeLast("</p>".count)
                whole += " \(cell.text)</p>"
            } else {
                whole += whole.isEmpty ? cell.text : " " + cell.text
            }
        }
    }

    func words(_ field: String) -> String { Prose(markup: markup(field)).singleLine }

    /// The words of a field, folded for comparing.
    func key(_ field: String) -> String { keys[field] ?? "" }

    func isEmpty(_ field: String) -> Bool { fields[field, default: []].isEmpty }

    mutating func add(_ cell: CellText, to field: String) {
        fields[field, default: []].append(cell)
        let key = Prose(markup: cell.text).singleLine.comparisonKey
        guard !key.isEmpty else { return }
        keys[field, default: ""] += keys[field] == nil ? key : " " + key
    }
}

/// The items of a list while they are read, found by identifier, number and heading.
struct ItemDrafts {
    private var all: [ItemDraft] = []
    private var ids: [String: Int] = [:]
    private var counts: [String: Int] = [:]
    private var numbers: [NumberPlace: Int] = [:]
    private var headings: [HeadingPlace: Int] = [:]

    private struct NumberPlace: Hashable {
        var level: Int
        var number: String
    }

    private struct HeadingPlace: Hashable {
        var level: Int
        var parent: String?
        var words: String
    }

    var indices: Range<Int> { all.indices }
    var count: Int { all.count }
    var last: ItemDraft? { all.last }

    subscript(place: Int) -> ItemDraft {
        get { all[place] }
        _modify { yield &all[place] }
    }

    /// Adds an item; its identifier gets a counter behind it when another has it.
    mutating func append(_ draft: ItemDraft, stem: String) -> Int {
        var draft = draft
        draft.item.id = unusedID(stem)
        let place = all.count
        ids[draft.item.id] = place
        if let number = draft.item.number {
            let key = NumberPlace(level: draft.item.level, number: number)
            if numbers[key] == nil { numbers[key] = place }
        }
        counts[Self.siblings(draft.item.level, draft.item.parent), default: 0] += 1
        all.append(draft)
        return place
    }

    private mutating func unusedID(_ stem: String) -> String {
        guard ids[stem] != nil else { return stem }
        let key = "#\(stem)"
        var count = counts[key] ?? 1
        var id = stem
        repeat {
            count += 1
            id = "\(stem)-\(count)"
        } while ids[id] != nil
        counts[key] = count
        return id
    }

    private static func siblings(_ level: Int, _ parent: String?) -> String {
        "\(level)/\(parent ?? "")"
    }

    /// How many items of a level stand below one item.
    func count(at level: Int, below parent: String?) -> Int {
        counts[Self.siblings(level, parent)] ?? 0
    }

    /// The first item of a level with a number.
    func first(numbered number: String, at level: Int) -> Int? {
        numbers[NumberPlace(level: level, number: number)]
    }

    /// The item that a heading opened before.
    func opened(by words: String, at level: Int, below parent: String?) -> Int? {
        headings[HeadingPlace(level: level, parent: parent, words: words)]
    }

    mutating func noteHeading(_ words: String, at level: Int, below parent: String?, is place: Int)
    {
        headings[HeadingPlace(level: level, parent: parent, words: words)] = place
    }
}

extension ItemDrafts: Sequence {
    func makeIterator() -> IndexingIterator<[ItemDraft]> { all.makeIterator() }
}
