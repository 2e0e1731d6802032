// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Compares what a document says with the record, and makes the changes that follow.
///
/// A later edition of a plan is compared with the edition imported before it, so that what people
/// changed in between stays; where both changed the same thing, that is a finding and nothing is
/// recorded. Items are matched by their numbers, else by their place and the likeness of their text;
/// an ambiguous match is a finding and never a merge.
public struct PlanComparison {
    let reading: PlanReading
    let previous: Plan?
    let current: Plan?
    let others: [Plan]
    let by: String
    let body: String
    let asOf: CivilDate?
    /// The items of the edition before, and of the record.
    private let before: [String: PlanItem]
    private let now: [String: PlanItem]

    private(set) var drafts: [EntryDraft] = []
    private(set) var findings: [Finding] = []
    /// The item of the edition before that each item of the document is.
    private var matches: [String: String] = [:]
    /// The identifier under which each item of the document is recorded.
    private var recordedIDs: [String: String] = [:]

    init(
        reading: PlanReading,
        previous: Plan?,
        current: Plan?,
        others: [Plan],
        by: String,
        body: String,
        asOf: CivilDate?
    ) {
        self.reading = reading
        let previous = previous?.asSaid
        let current = current?.asSaid
        self.previous = previous
        self.current = current
        self.others = others
        self.by = by
        self.body = body
        self.asOf = asOf
        before = Self.items(of: previous)
        now = Self.items(of: current)
    }

    private static func items(of plan: Plan?) -> [String: PlanItem] {
        guard let plan else { return [:] }
        return Dictionary(
            (plan.items + plan.listedItems).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private var plan: Plan { reading.plan }
    /// The first day of which the document says anything: the plan's, unless it was approved or
    /// checked before.
    private var start: CivilDate {
        // Reading refuses a plan of which neither end is known.
        let begin = plan.period.from ?? reportedOn ?? plan.period.until ?? .earliest
        let earlier = [reading.approvedOn] + plan.statedChecks.map(\.date)
        return earlier.compactMap(\.self).reduce(begin, min)
    }
    private var reportedOn: CivilDate? { asOf ?? reading.reportedOn }
    private var reported: CivilDate { max(reportedOn ?? start, start) }
    /// The date on which a difference takes effect: the report's, or the plan's first day at first.
    private var effective: CivilDate { previous == nil ? start : reported }

    mutating func run(note: ImportRecord) {
        matchItems()
        comparePlan()
        for item in plan.items + plan.listedItems { compare(item) }
        comparePlaces()
        noteMissing()
        comparePublication()
        if previous == nil { linkPredecessors() }
        guard !drafts.isEmpty else { return }
        record(.committee, .imported(note), on: reported)
    }

    private mutating func record(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        on date: CivilDate,
        isBound: Bool = false
    ) {
        drafts.append(Change(subject, fact).draft(effective: date, isBound: isBound, by: by))
    }

    private mutating func find(_ id: String, _ kind: String, _ message: String) {
        findings.append(
            Finding(
                line: reading.lines[id] ?? 0,
                kind: kind,
                message: message,
                place: reading.places[id]
            )
        )
    }

    // MARK: Matching

    private mutating func matchItems() {
        let all = plan.items + plan.listedItems
        guard let previous else {
            for item in all { recordedIDs[item.id] = item.id }
            return
        }
        let old = previous.items + previous.listedItems
        let matching = ItemMatching(new: all, old: old)
        matches = matching.matches
        for doubt in matching.doubts { find(doubt.id, doubt.kind, doubt.message) }
        var used = Set(before.keys).union(now.keys)
        for item in all {
            recordedIDs[item.id] = matches[item.id] ?? Self.unused(item.id, in: &used)
        }
    }

    /// The identifier that a new item has in the document, or another where an item has it already.
    private static func unused(_ id: String, in used: inout Set<String>) -> String {
        var unused = id
        var count = 1
        while !used.insert(unused).inserted {
            count += 1
            unused = "\(id)-\(count)"
        }
        return unused
    }

    // MARK: The plan

    private mutating func comparePlan() {
        let subject = SubjectReference.plan(plan.id)
        if current == nil {
            var outline = PlanOutline(
                title: plan.title,
                period: plan.period,
                levels: plan.levels,
                layout: plan.layout,
                scheme: plan.scheme,
                counting: plan.counting
            )
            outline.inherits = plan.inherits
            record(subject, .planDrafted(outline), on: start)
        }
        set(plan.texts, \.texts, "the text around the tables") { .textsSet($0) }
        set(plan.keyWording, \.keyWording, "the wording of the key") { .keyWordingSet($0) }
        set(plan.footnotes, \.footnotes, "the footnotes") { .footnotesSet($0) }
        set(plan.statedFacts, \.statedFacts, "the stated facts") { .statedFactsSet($0) }
        set(plan.alignments, \.alignments, "the plans that it supports") { .alignmentsSet($0) }
        for check in plan.statedChecks where !(current?.statedChecks.contains(check) ?? false) {
            record(subject, .checkStated(check), on: check.date ?? start)
        }
    }

    private mutating func set<Value: Equatable & Collection>(
        _ value: Value,
        _ path: KeyPath<Plan, Value>,
        _ what: String,
        _ fact: (Value) -> Change.Fact
    ) {
        let before = previous?[keyPath: path]
        guard value != before, !(before == nil && value.isEmpty) else { return }
        let now = current?[keyPath: path]
        guard now != value else { return }
        if let before, let now, now != before {
            return find(
                "",
                "clash",
                "Both the new edition and somebody since the last one changed \(what); what people "
                    + "recorded was kept."
            )
        }
        record(.plan(plan.id), fact(value), on: effective)
    }

    private mutating func comparePublication() {
        guard let approved = reading.approvedOn, current?.state ?? .draft < .approved else {
            return
        }
        record(.plan(plan.id), .approved(by: body), on: approved)
        record(.plan(plan.id), .published(Publication(issue: 1)), on: approved)
    }

    // MARK: Items

    private mutating func compare(_ item: PlanItem) {
        let id = recordedIDs[item.id] ?? item.id
        let before = before[id]
        let now = now[id]
        let subject = SubjectReference.action(id, of: plan.id)
        if now == nil {
            if before != nil { return }
            let outline = ItemOutline(
                list: item.list,
                level: item.level,
                parent: item.parent.map { recordedIDs[$0] ?? $0 },
                number: item.number,
                text: item.text
            )
            record(subject, .added(outline), on: effective)
        }
        let pair = ItemPair(item: item, before: before, now: now)
        let textName: FieldName? = FieldName(PlanItem.Entries.text.name)
        // An empty cell is a finding; what the action said before stays.
        if now != nil, !item.text.isEmpty || item.level < plan.actionLevel,
            let text = PlanItem.Entries.text.ways.comparison.way
        {
            take(text.compare(item, before, now), text.name.inWords, of: item, subject)
        }
        compareFirstTimescale(pair, subject)
        for declaration in PlanItem.table.declarations where declaration.name != textName {
            guard let field = declaration.ways.comparison.way,
                isPrinted(field.name.description, of: item)
            else { continue }
            take(field.compare(item, before, now), field.name.inWords, of: item, subject)
        }
        for name in Set(item.local.keys).union(before?.local.keys ?? [:].keys).sorted()
        where isPrinted("local.\(name)", of: item) {
            let column = FieldComparison<PlanItem>(
                name: FieldName(name),
                empty: Prose(),
                at: { $0[$1].local[name] ?? Prose() },
                fact: { .localSet(name: name, $0) }
            )
            take(column.compare(item, before, now), "“\(name)”", of: item, subject)
        }
        compareNumber(pair, subject)
        compareReports(pair, subject)
    }

    /// Whether the document prints a field of an item: a list without a column for it says nothing of it.
    private func isPrinted(_ field: String, of item: PlanItem) -> Bool {
        guard let printed = reading.printedFields[item.list] else { return true }
        return printed.contains { $0 == field || $0.hasPrefix("\(field).") }
    }

    /// Records the first timescale of an item that the document says was revised, before the revised one.
    private mutating func compareFirstTimescale(_ pair: ItemPair, _ subject: SubjectReference) {
        guard pair.item.timescaleHistory.count > 1 else { return }
        let first = pair.item.firstTimescale
        guard let known = (pair.before ?? pair.now)?.firstTimescale, !known.words.isEmpty else {
            return record(subject, .timescaleSet(first), on: effective)
        }
        guard known.words != first.words else { return }
        find(
            pair.item.id,
            "first-timescale-differs",
            "The first timescale of \(pair.item.printedName) was “\(known.words)” in the edition before and is "
                + "“\(first.words)” in this one; what is recorded was kept."
        )
    }

    private mutating func compareNumber(_ pair: ItemPair, _ subject: SubjectReference) {
        guard let before = pair.before, let now = pair.now, pair.item.number != before.number,
            now.number != pair.item.number
        else { return }
        guard now.number == before.number else {
            return find(
                pair.item.id,
                "clash",
                "The new edition and somebody since the last one both changed the number of "
                    + "\(now.printedName); what people recorded was kept."
            )
        }
        record(subject, .renumbered(pair.item.number), on: effective)
    }

    // MARK: Places

    /// Records which items stand in another place than before.
    ///
    /// Another place is another item above, another list, or another order. Of those that changed
    /// their order, as few as can be are said to have moved.
    private mutating func comparePlaces() {
        guard let previous, current != nil else { return }
        var groups: [PlaceGroup: [PlanItem]] = [:]
        var order: [PlaceGroup] = []
        for item in plan.items + plan.listedItems {
            let group = PlaceGroup(
                list: item.list,
                parent: item.parent.map { recordedIDs[$0] ?? $0 }
            )
            if groups[group] == nil { order.append(group) }
            groups[group, default: []].append(item)
        }
        var places: [String: Int] = [:]
        for (place, item) in (previous.items + previous.listedItems).enumerated() {
            places[item.id] = place
        }
        for group in order {
            let items = groups[group] ?? []
            let ids = items.map { recordedIDs[$0.id] ?? $0.id }
            let stays = ids.map { id -> Int? in
                guard let before = before[id], before.list == group.list,
                    before.parent == group.parent
                else { return nil }
                return places[id]
            }
            let kept = LongestRise.places(of: stays)
            for (place, id) in ids.enumerated() where !kept.contains(place) {
                placeItem(
                    id,
                    in: group,
                    after: place > 0 ? ids[place - 1] : nil,
                    ids: ids,
                    at: place
                )
            }
        }
    }

    private mutating func placeItem(
        _ id: String,
        in group: PlaceGroup,
        after: String?,
        ids: [String],
        at place: Int
    ) {
        let now = now[id]
        let before = before[id]
        // What was added last stands at the end of its group already.
        if now == nil, place == ids.count - 1 { return }
        if let now, let before, now.parent != before.parent || now.list != before.list {
            guard now.parent != group.parent || now.list != group.list else { return }
            return find(
                documentID(of: id),
                "clash",
                "The new edition and somebody since the last one both moved \(id); what people recorded "
                    + "was kept."
            )
        }
        record(
            .action(id, of: plan.id),
            .placed(ItemPlace(list: group.list, parent: group.parent, after: after)),
            on: effective
        )
    }

    private func documentID(of id: String) -> String {
        recordedIDs.first { $0.value == id }?.key ?? id
    }

    private mutating func take(
        _ outcome: FieldComparison<PlanItem>.Outcome,
        _ what: String,
        of item: PlanItem,
        _ subject: SubjectReference
    ) {
        switch outcome {
        case .same: return
        case .changed(let fact): record(subject, fact, on: effective)
        case .clash:
            find(
                item.id,
                "clash",
                "The new edition and somebody since the last one both changed the \(what) of "
                    + "\(item.printedName); what people recorded was kept."
            )
        }
    }

    private mutating func compareReports(_ pair: ItemPair, _ subject: SubjectReference) {
        let item = pair.item
        if let status = item.status, status.printed != pair.before?.status?.printed,
            status.printed != pair.now?.status?.printed
        {
            record(
                subject,
                .statusReported(printed: status.printed, scheme: status.scheme),
                on: reported
            )
        }
        if let progress = item.progress.last,
            pair.before?.progress.last?.text != progress.text,
            !(pair.now?.progress.contains { $0.text == progress.text } ?? false)
        {
            record(
                subject,
                .progressReported(progress.text, asAt: reported, audience: progress.audience),
                on: reported
            )
        }
        if item.exit == nil, item.status != nil, pair.before?.exit != nil, let exit = pair.now?.exit
        {
            find(
                item.id,
                "left-differs",
                "\(item.printedName) had left the plan in the edition before (\(exit.kind)) and stands in this one with "
                    + "a status; what is recorded was kept. Void the entry if it came back."
            )
        }
        if item.progress.isEmpty, isPrinted("progress", of: item), item.level == plan.actionLevel,
            let before = pair.before, !before.latestProgress.isEmpty
        {
            find(
                item.id,
                "progress-gone",
                "The edition before reported progress of \(item.printedName), and this one reports none; what was "
                    + "reported stays."
            )
        }
        if let exit = item.exit, pair.before?.exit == nil, pair.now?.exit == nil {
            record(subject, .left(kind: exit.kind, destination: exit.destination), on: reported)
        }
        switch item.completion {
        case .completed where !(pair.now?.isCompleted ?? false):
            record(subject, .completed, on: reported, isBound: true)
        case .ongoing where pair.now?.completion ?? .notStated == .notStated:
            record(subject, .goesOn, on: reported)
        case .ongoing where pair.before?.isCompleted ?? false:
            find(
                item.id,
                "completion-differs",
                "\(item.printedName) was completed in the edition before and goes on in this one; nothing was "
                    + "recorded. Record that it was reopened, if it was."
            )
        default: break
        }
    }

    private mutating func noteMissing() {
        guard let previous else { return }
        let found = Set(matches.values)
        for item in previous.items + previous.listedItems
        where !found.contains(item.id) && now[item.id]?.exit == nil {
            find(
                "",
                "item-gone",
                "\(item.printedName) stood in the edition before and does not stand in this one. Nothing was "
                    + "recorded; say how it left: withdrawn, suspended, transferred or carried over."
            )
        }
    }

    // MARK: The plan before

    private mutating func linkPredecessors() {
        guard let from = plan.period.from else { return }
        let earlier = others.filter { ($0.period.from ?? .latest) < from }
        guard
            let last = earlier.max(by: {
                ($0.period.from ?? .earliest) < ($1.period.from ?? .earliest)
            })
        else { return }
        record(.plan(plan.id), .predecessorsNamed([last.id]), on: start)
        let old = (last.actions + last.maintenance)
        let new = (plan.actions + plan.maintenance)
        for link in Succession.links(from: old.map(\.text.plainText), to: new.map(\.text.plainText))
        {
            let item = new[link.to]
            record(
                .action(item.id, of: plan.id),
                .itemPredecessorsNamed(["\(last.id)#\(old[link.from].id)"]),
                on: start
            )
            let doubt = link.likeness < Succession.sure ? ", which is doubtful" : ""
            find(
                item.id,
                "predecessor-linked",
                "\(item.printedName) is taken to follow \(old[link.from].printedName) of \(last.id), by the likeness of "
                    + "their words\(doubt). Void the entry if it does not."
            )
        }
    }
}

/// Items that stand side by side: in one list, under one item.
private struct PlaceGroup: Hashable {
    var list: PlanList
    var parent: String?
}

/// The longest run of numbers that rise, with any others between them (Fredman 1975).
enum LongestRise {
    /// The places of such numbers in a list.
    ///
    /// - Complexity: O(*n* log *n*) in the length of the list.
    static func places(of numbers: [Int?]) -> Set<Int> {
        var ends: [Int] = []
        var before: [Int: Int] = [:]
        for (place, number) in numbers.enumerated() {
            guard let number else { continue }
            var low = 0
            var high = ends.count
            while low < high {
                let middle = (low + high) / 2
                if (numbers[ends[middle]] ?? 0) < number { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[place] = ends[low - 1] }
            if low == ends.count { ends.append(place) } else { ends[low] = place }
        }
        var places: Set<Int> = []
        var last = ends.last
        while let place = last {
            places.insert(place)
            last = before[place]
        }
        return places
    }
}

/// One item in three states: in the new document, in the one before, and in the record.
private struct ItemPair {
    var item: PlanItem
    var before: PlanItem?
    var now: PlanItem?
}
