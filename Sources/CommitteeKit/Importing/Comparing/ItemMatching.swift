// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Which item of the edition before each item of a new one is.
///
/// Items are compared over the whole plan, level by level from the outermost: by what they stand
/// under, their number and their words. The same words are the same item, wherever they stand now,
/// if no other item has them; the same number in the same place is the same item if the words are
/// much the same. Anything less is a finding or no match. An item that is gone cannot be told from
/// another that came under its number, in its place, with nearly its words.
struct ItemMatching {
    /// The item before, by the identifier of the new one.
    private(set) var matches: [String: String] = [:]
    /// What was not sure, by the new item.
    private(set) var doubts: [(id: String, kind: String, message: String)] = []

    private let new: [PlanItem]
    private let old: [PlanItem]
    private let words: [String: String]
    private let oldWords: [String: String]
    private let newChildren: [String: [String]]
    private let oldChildren: [String: [String]]
    private let rarity: WordRarity
    private var freeNew: Set<String>
    private var freeOld: Set<String>

    /// Matches two editions.
    ///
    /// - Parameters:
    ///   - new: The items of the new edition, in printed order.
    ///   - old: The items of the edition before.
    /// - Complexity: O(*n* log *n*) in the number of items, as long as few share all their words.
    init(new: [PlanItem], old: [PlanItem]) {
        self.new = new
        self.old = old
        words = Self.words(of: new)
        oldWords = Self.words(of: old)
        newChildren = Self.children(new, words)
        oldChildren = Self.children(old, oldWords)
        rarity = WordRarity(Array(words.values) + oldWords.values)
        freeNew = Set(new.map(\.id))
        freeOld = Set(old.map(\.id))
        for level in 0...(max(new.map(\.level).max() ?? 0, old.map(\.level).max() ?? 0)) {
            let fresh = new.filter { $0.level == level }
            let before = old.filter { $0.level == level }
            matchSameWords(fresh, before)
            matchWordless(fresh, before)
            matchByChildren(fresh, before)
            matchSamePlace(fresh, before)
            matchByLikeness(fresh, before)
            noteReusedNumbers(fresh, before)
        }
    }

    private static func words(of items: [PlanItem]) -> [String: String] {
        Dictionary(
            items.map {
                ($0.id, ($0.text.isEmpty ? $0.statement : $0.text).plainText.comparisonKey)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private mutating func match(_ item: PlanItem, _ other: PlanItem) {
        matches[item.id] = other.id
        freeNew.remove(item.id)
        freeOld.remove(other.id)
    }

    private mutating func doubt(_ item: PlanItem, _ kind: String, _ message: String) {
        doubts.append((item.id, kind, message))
    }

    /// Where an item stands: its list and the item of the edition before that it stands under.
    private struct Place: Hashable {
        var list: PlanList
        var parent: String?
        var isKnown: Bool
    }

    private func place(ofNew item: PlanItem) -> Place {
        let parent = item.parent.flatMap { matches[$0] }
        return Place(
            list: item.list,
            parent: parent,
            isKnown: item.parent == nil || parent != nil
        )
    }

    private func place(ofOld item: PlanItem) -> Place {
        Place(list: item.list, parent: item.parent, isKnown: true)
    }

    // MARK: The same words

    private mutating func matchSameWords(_ fresh: [PlanItem], _ before: [PlanItem]) {
        var groups: [String: (new: [PlanItem], old: [PlanItem])] = [:]
        for item in fresh {
            guard let key = words[item.id], !key.isEmpty else { continue }
            groups[key, default: ([], [])].new.append(item)
        }
        for item in before {
            guard let key = oldWords[item.id], groups[key] != nil else { continue }
            groups[key]?.old.append(item)
        }
        for key in groups.keys.sorted() {
            guard let group = groups[key], !group.old.isEmpty else { continue }
            matchGroup(group.new, group.old, key)
        }
    }

    /// Matches items that all have the same words: in their place and with their number first.
    private mutating func matchGroup(_ fresh: [PlanItem], _ before: [PlanItem], _ key: String) {
        for item in fresh {
            let place = place(ofNew: item)
            guard
                let other = before.first(where: {
                    freeOld.contains($0.id) && self.place(ofOld: $0) == place
                        && $0.number == item.number
                })
            else { continue }
            match(item, other)
        }
        pairInPlaces(fresh, before)
        let left = fresh.filter { freeNew.contains($0.id) }
        let free = before.filter { freeOld.contains($0.id) }
        guard let item = left.first, let other = free.first else { return }
        guard left.count == 1, free.count == 1 else {
            let names = free.map(\.id).joined(separator: " and ")
            for item in left {
                doubt(
                    item,
                    "match-ambiguous",
                    "\(item.id) has the words of \(names) of the edition before, and stands in the place "
                        + "of none; it was taken for a new item. Settle it with a repairs file, or "
                        + "record which one it is."
                )
            }
            return
        }
        match(item, other)
        guard key.split(separator: " ").count < 3, place(ofNew: item) != place(ofOld: other) else {
            return
        }
        doubt(
            item,
            "match-doubtful",
            "\(item.id) has the few words of \(other.id) of the edition before, which stood elsewhere; "
                + "it was taken for the same."
        )
    }

    /// Pairs items of the same words in the same place, when there are as many of them as before.
    private mutating func pairInPlaces(_ fresh: [PlanItem], _ before: [PlanItem]) {
        var left: [Place: [PlanItem]] = [:]
        for item in fresh where freeNew.contains(item.id) {
            left[place(ofNew: item), default: []].append(item)
        }
        for (place, items) in left {
            let others = before.filter { freeOld.contains($0.id) && self.place(ofOld: $0) == place }
            guard others.count == items.count else { continue }
            for (item, other) in zip(items, others) { match(item, other) }
        }
    }

    // MARK: The same place

    private struct NumberedPlace: Hashable {
        var place: Place
        var number: String?
    }

    /// The items before that are still free, by their place and number, where only one has both.
    private func numbered(_ before: [PlanItem]) -> [NumberedPlace: PlanItem] {
        var places: [NumberedPlace: PlanItem] = [:]
        var twice: Set<NumberedPlace> = []
        for item in before where freeOld.contains(item.id) && item.number != nil {
            let place = NumberedPlace(place: place(ofOld: item), number: item.number)
            if places.updateValue(item, forKey: place) != nil { twice.insert(place) }
        }
        for place in twice { places[place] = nil }
        return places
    }

    /// Matches items of which the document or the edition before gives no words, by number and place.
    private mutating func matchSamePlace(_ fresh: [PlanItem], _ before: [PlanItem]) {
        let places = numbered(before)
        guard !places.isEmpty else { return }
        for item in fresh where freeNew.contains(item.id) && item.number != nil {
            guard
                let other = places[NumberedPlace(place: place(ofNew: item), number: item.number)],
                freeOld.contains(other.id),
                (words[item.id] ?? "").isEmpty || (oldWords[other.id] ?? "").isEmpty
            else { continue }
            match(item, other)
        }
    }

    // MARK: No words

    /// What an item without words has that stays the same from edition to edition.
    private struct Wordless: Hashable {
        var place: Place
        var number: String?
        var leads: String
        var timescale: String
        var local: [String: String]
    }

    private func wordless(_ item: PlanItem, in place: Place) -> Wordless {
        Wordless(
            place: place,
            number: item.number,
            leads: item.leads.words.singleLine,
            timescale: item.timescale.words,
            local: item.local.mapValues(\.singleLine)
        )
    }

    /// Matches items that have no words in either edition: by what else they say, else by their place
    /// where one alone is left there.
    private mutating func matchWordless(_ fresh: [PlanItem], _ before: [PlanItem]) {
        let left = fresh.filter { freeNew.contains($0.id) && (words[$0.id] ?? "").isEmpty }
        let free = before.filter { freeOld.contains($0.id) && (oldWords[$0.id] ?? "").isEmpty }
        guard !left.isEmpty, !free.isEmpty else { return }
        var alike: [Wordless: [PlanItem]] = [:]
        for item in free.reversed() {
            alike[wordless(item, in: place(ofOld: item)), default: []].append(item)
        }
        for item in left {
            guard let other = alike[wordless(item, in: place(ofNew: item))]?.popLast() else {
                continue
            }
            match(item, other)
        }
        var alone: [NumberedPlace: (new: [PlanItem], old: [PlanItem])] = [:]
        for item in left where freeNew.contains(item.id) {
            let place = NumberedPlace(place: place(ofNew: item), number: item.number)
            alone[place, default: ([], [])].new.append(item)
        }
        for item in free where freeOld.contains(item.id) {
            let place = NumberedPlace(place: place(ofOld: item), number: item.number)
            alone[place]?.old.append(item)
        }
        for item in left where freeNew.contains(item.id) {
            let place = NumberedPlace(place: place(ofNew: item), number: item.number)
            guard let pair = alone[place], pair.new.count == 1, let other = pair.old.first,
                pair.old.count == 1
            else { continue }
            match(item, other)
            guard item.number == nil else { continue }
            doubt(
                item,
                "match-doubtful",
                "\(item.id) has no words, as \(other.id) of the edition before, which stood in the same "
                    + "place and said other things; it was taken for the same."
            )
        }
    }

    // MARK: What stands below

    /// Matches items whose words are others, where most of what stands below them is the same.
    private mutating func matchByChildren(_ fresh: [PlanItem], _ before: [PlanItem]) {
        guard fresh.contains(where: { freeNew.contains($0.id) }),
            before.contains(where: { freeOld.contains($0.id) })
        else { return }
        let new = newChildren
        let old = oldChildren
        var owner: [String: String] = [:]
        var shared: Set<String> = []
        for item in before where freeOld.contains(item.id) {
            for key in old[item.id] ?? [] where owner.updateValue(item.id, forKey: key) != nil {
                shared.insert(key)
            }
        }
        for item in fresh where freeNew.contains(item.id) {
            let keys = new[item.id] ?? []
            var votes: [String: Int] = [:]
            for key in keys where !shared.contains(key) {
                if let owner = owner[key] { votes[owner, default: 0] += 1 }
            }
            guard let best = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
                best.value * 2 > max(keys.count, old[best.key]?.count ?? 0),
                freeOld.contains(best.key), let other = before.first(where: { $0.id == best.key })
            else { continue }
            match(item, other)
        }
    }

    /// The words of what stands right below each item.
    private static func children(
        _ items: [PlanItem],
        _ words: [String: String]
    ) -> [String: [String]] {
        var children: [String: [String]] = [:]
        for item in items {
            guard let parent = item.parent, let key = words[item.id], !key.isEmpty else { continue }
            children[parent, default: []].append(key)
        }
        return children
    }

    // MARK: Like words

    /// A new item and one of the edition before that may be the same, by their places in two lists.
    private struct Pair {
        var new: Int
        var old: Int
        var likeness: Double
        /// Whether one alone had the number in the same place.
        var isNumbered: Bool
        /// The likeness, and what the place and the number add to it.
        var score: Double
    }

    /// How much less a second candidate must be like an item for the first to be plainly it.
    private static let margin = 0.05

    /// Matches items by the likeness of their words, the number and the place: the best pairs first.
    ///
    /// A pair of one number in one place is sure where neither of the two is nearly as much like another.
    private mutating func matchByLikeness(_ fresh: [PlanItem], _ before: [PlanItem]) {
        let left = fresh.filter { freeNew.contains($0.id) && !(words[$0.id] ?? "").isEmpty }
        let free = before.filter { freeOld.contains($0.id) && !(oldWords[$0.id] ?? "").isEmpty }
        guard !left.isEmpty, !free.isEmpty else { return }
        let pairs = pairs(left, free, numbered(before))
        var ofNew: [Int: [Pair]] = [:]
        var ofOld: [Int: [Pair]] = [:]
        for pair in pairs {
            ofNew[pair.new, default: []].append(pair)
            ofOld[pair.old, default: []].append(pair)
        }
        for pair in pairs {
            let item = left[pair.new]
            let other = free[pair.old]
            guard freeNew.contains(item.id), freeOld.contains(other.id) else { continue }
            if !pair.isNumbered {
                let second = ofNew[pair.new]?.first {
                    $0.old != pair.old && freeOld.contains(free[$0.old].id)
                        && pair.score - $0.score < Self.margin
                }
                if let second {
                    freeNew.remove(item.id)
                    noteAmbiguous(item, [other, free[second.old]])
                    continue
                }
            }
            match(item, other)
            let hasRival = [ofNew[pair.new], ofOld[pair.old]].contains { rivals in
                rivals?.contains {
                    ($0.new != pair.new || $0.old != pair.old)
                        && $0.likeness > pair.likeness - Self.margin
                } ?? false
            }
            guard pair.isNumbered, !hasRival else {
                let reason =
                    pair.isNumbered
                    ? "its number, but others are as much like it"
                    : "another number or in another place"
                noteDoubtful(item, other, reason)
                continue
            }
            noteHollow(item, other)
        }
    }

    /// The pairs that may be the same, the best first.
    private func pairs(
        _ left: [PlanItem],
        _ free: [PlanItem],
        _ places: [NumberedPlace: PlanItem]
    ) -> [Pair] {
        let index = WordIndex(free.map { oldWords[$0.id] ?? "" })
        let positions = Dictionary(
            free.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var pairs: [Pair] = []
        for (new, item) in left.enumerated() {
            let key = words[item.id] ?? ""
            let place = place(ofNew: item)
            let numbered = places[NumberedPlace(place: place, number: item.number)]
                .flatMap { positions[$0.id] }
            var candidates = Set(index.candidates(like: key))
            if let numbered { candidates.insert(numbered) }
            for old in candidates where free[old].list == item.list {
                let isNear = self.place(ofOld: free[old]) == place
                let likeness = Likeness.between(key, oldWords[free[old].id] ?? "")
                guard likeness >= (isNear ? 0.6 : 0.75) else { continue }
                let isNumbered = old == numbered
                pairs.append(
                    Pair(
                        new: new,
                        old: old,
                        likeness: likeness,
                        isNumbered: isNumbered,
                        score: likeness + (isNear ? 0.1 : 0) + (isNumbered ? Self.margin : 0)
                    )
                )
            }
        }
        return pairs.sorted { ($1.score, $0.new, $0.old) < ($0.score, $1.new, $1.old) }
    }

    private mutating func noteAmbiguous(_ item: PlanItem, _ others: [PlanItem]) {
        let names = others.map(\.id).sorted().joined(separator: " and ")
        doubt(
            item,
            "match-ambiguous",
            "\(item.id) is as much like \(names) of the edition before; it was taken for a new "
                + "item. Settle it with a repairs file, or record which one it is."
        )
    }

    private mutating func noteDoubtful(_ item: PlanItem, _ other: PlanItem, _ reason: String) {
        doubt(
            item,
            "match-doubtful",
            "\(item.id) has words like those of \(other.id) of the edition before, with \(reason); it "
                + "was taken for the same."
        )
    }

    /// Says that an item with the number and much of the words of another has little else of it.
    private mutating func noteHollow(_ item: PlanItem, _ other: PlanItem) {
        let children = Set(newChildren[item.id] ?? [])
        let others = oldChildren[other.id] ?? []
        if !children.isEmpty, !others.isEmpty, children.isDisjoint(with: others) {
            return doubt(
                item,
                "match-doubtful",
                "\(item.id) has the number and much of the words of \(other.id) of the edition before, "
                    + "but nothing below it stood there; it was taken for the same."
            )
        }
        guard rarity.likeness(words[item.id] ?? "", oldWords[other.id] ?? "") < 0.6 else { return }
        doubt(
            item,
            "match-doubtful",
            "\(item.id) has the number of \(other.id) of the edition before, and shares with it only "
                + "words that other items have too; it was taken for the same."
        )
    }

    /// Says that a number stands for other words than before.
    private mutating func noteReusedNumbers(_ fresh: [PlanItem], _ before: [PlanItem]) {
        let places = numbered(before)
        for item in fresh where freeNew.contains(item.id) {
            guard
                let other = places[NumberedPlace(place: place(ofNew: item), number: item.number)],
                freeOld.contains(other.id)
            else { continue }
            doubt(
                item,
                "number-reused",
                "\(item.id) has the number of \(other.id) of the edition before and quite other words; it "
                    + "was taken for a new item. If it is the same, record which one it is."
            )
        }
    }
}

/// How alike texts are by the words that they share, which count more the fewer texts have them
/// (Spärck Jones 1972).
private struct WordRarity {
    private var weights: [Substring: Double] = [:]

    init(_ texts: [String]) {
        var counts: [Substring: Int] = [:]
        for text in texts {
            for word in Set(text.split(separator: " ")) { counts[word, default: 0] += 1 }
        }
        // A text stands in both editions, so a word that only one item has counts twice.
        for (word, count) in counts {
            let rare = Double(texts.count + 2) / Double(max(count, 2))
            let weight = Succession.Weights.logarithm(max(rare, 1.1))
            weights[word] = weight * weight
        }
    }

    /// From 0 for nothing in common to 1 for the same words.
    func likeness(_ first: String, _ second: String) -> Double {
        let left = Set(first.split(separator: " "))
        let right = Set(second.split(separator: " "))
        let common = size(left.intersection(right))
        let whole = size(left) + size(right)
        return whole > 0 ? 2 * common / whole : 0
    }

    private func size(_ words: Set<Substring>) -> Double {
        words.sorted().reduce(0) { $0 + (weights[$1] ?? 0) }
    }
}

/// Finds texts that share rare words with another, without comparing all with all.
private struct WordIndex {
    private var places: [Substring: [Int]] = [:]

    init(_ texts: [String]) {
        for (place, text) in texts.enumerated() {
            for word in Set(text.split(separator: " ")) { places[word, default: []].append(place) }
        }
    }

    /// The places of texts that share one of the rarest words of this one.
    func candidates(like text: String) -> [Int] {
        let lists = Set(text.split(separator: " ")).compactMap { word in
            places[word].map { (word, $0) }
        }.sorted { ($0.1.count, $0.0) < ($1.1.count, $1.0) }
        var found: Set<Int> = []
        for (_, list) in lists.prefix(8) where list.count <= 64 || found.isEmpty {
            found.formUnion(list.prefix(256))
        }
        return found.sorted()
    }
}
