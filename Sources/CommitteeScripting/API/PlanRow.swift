// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A plan as a row, and where the rows of all that belongs to it stand.
final class PlanRow: Sendable {
    let plan: Plan
    let place: Int
    let asOf: CivilDate
    /// The items of the table, then those of the two lists that are not in the table.
    let all: [PlanItem]
    /// The rows of all plans before this one, and with this one.
    let start: RowCounts
    let end: RowCounts

    private let statuses: Statuses
    private let starts: Starts
    private let laterFigures: Later<PlanFigures>
    private let laterPlaces: Later<[String: Int]>
    private let laterLinks: Later<ItemLinks>
    private let laterCounted: Later<Set<String>>

    /// Where the rows of each item begin, counted from those of the plan, and where the last end.
    private struct Starts: Sendable {
        var timescales: [Int] = []
        var progress: [Int] = []
        var exits: [Int] = []
    }

    init(
        _ plan: Plan,
        place: Int,
        on asOf: CivilDate,
        scheme: StatusScheme?,
        after start: RowCounts
    ) {
        self.plan = plan
        self.place = place
        self.asOf = asOf
        self.start = start
        let all = Self.items(of: plan)
        self.all = all
        let starts = Self.starts(of: all)
        self.starts = starts
        let statuses = Statuses(plan: plan, scheme: scheme)
        self.statuses = statuses
        var end = start
        end.levels += plan.levels.count
        end.items += all.count
        end.timescales += starts.timescales.last ?? 0
        end.progress += starts.progress.last ?? 0
        end.exits += starts.exits.last ?? 0
        end.keys += statuses.keys.count
        end.checks += plan.statedChecks.count
        end.texts += plan.texts.count
        end.footnotes += plan.footnotes.count
        end.milestones += plan.milestones.count
        self.end = end
        laterFigures = Later { PlanFigures(of: plan, on: asOf) }
        laterPlaces = Later {
            var places: [String: Int] = [:]
            places.reserveCapacity(all.count)
            for place in all.indices where places[all[place].id] == nil {
                places[all[place].id] = place
            }
            return places
        }
        laterLinks = Later { [laterPlaces] in
            ItemLinks(of: all, places: laterPlaces.value, first: start.items)
        }
        laterCounted = Later { [laterFigures] in Set(laterFigures.value.total) }
    }

    private static func items(of plan: Plan) -> [PlanItem] {
        let others = plan.listedItems
        guard !others.isEmpty else { return plan.items }
        var known = Set(plan.items.map(\.id))
        return plan.items + others.filter { known.insert($0.id).inserted }
    }

    private static func starts(of items: [PlanItem]) -> Starts {
        var starts = Starts()
        starts.timescales.reserveCapacity(items.count + 1)
        starts.progress.reserveCapacity(items.count + 1)
        starts.exits.reserveCapacity(items.count + 1)
        var timescales = 0
        var progress = 0
        var exits = 0
        for place in items.indices {
            starts.timescales.append(timescales)
            starts.progress.append(progress)
            starts.exits.append(exits)
            timescales += items[place].timescale.rowCount
            for revision in items[place].timescaleHistory.indices {
                timescales += items[place].timescaleHistory[revision].timescale.rowCount
            }
            progress += items[place].progress.count
            if items[place].exit != nil { exits += 1 }
        }
        starts.timescales.append(timescales)
        starts.progress.append(progress)
        starts.exits.append(exits)
        return starts
    }

    // MARK: What is made later

    var figures: PlanFigures { laterFigures.value }
    var links: ItemLinks { laterLinks.value }
    var countedIdentifiers: Set<String> { laterCounted.value }

    private func rows(of identifiers: [String]) -> [Int] {
        let places = laterPlaces.value
        return identifiers.compactMap { id in places[id].map { start.items + $0 } }
    }

    // MARK: Rows that the plan names

    var levels: [Int] { Array(start.levels..<end.levels) }
    var items: [Int] { Array(start.items..<(start.items + plan.items.count)) }
    var actions: [Int] {
        let level = plan.actionLevel
        return plan.items.indices.compactMap { place in
            plan.items[place].level == level ? start.items + place : nil
        }
    }
    var maintenance: [Int] { rows(of: plan.maintenance.map(\.id)) }
    var backlog: [Int] { rows(of: plan.backlog.map(\.id)) }
    var listed: [Int] { rows(of: plan.lists.flatMap(\.items).map(\.id)) }
    var counted: [Int] { rows(of: figures.total) }
    var completed: [Int] { rows(of: figures.completed) }
    var ongoing: [Int] { rows(of: figures.ongoing) }
    var late: [Int] { rows(of: figures.late) }
    var notKnown: [Int] { rows(of: figures.notKnown) }
    var exited: [Int] { rows(of: figures.exited) }
    var checks: [Int] { Array(start.checks..<end.checks) }
    var key: [Int] { Array(start.keys..<end.keys) }
    var texts: [Int] { Array(start.texts..<end.texts) }
    var footnotes: [Int] { Array(start.footnotes..<end.footnotes) }
    var milestones: [Int] { Array(start.milestones..<end.milestones) }

    // MARK: Rows that an item names

    func timescale(of item: Int) -> Int { start.timescales + starts.timescales[item] }

    func history(of item: Int) -> [Int] {
        var next = timescale(of: item) + all[item].timescale.rowCount
        return all[item].timescaleHistory.map { revision in
            defer { next += revision.timescale.rowCount }
            return next
        }
    }

    func progress(of item: Int) -> [Int] {
        Array(
            (start.progress + starts.progress[item])..<(start.progress + starts.progress[item + 1])
        )
    }

    func exit(of item: Int) -> Int? {
        starts.exits[item] < starts.exits[item + 1] ? start.exits + starts.exits[item] : nil
    }

    /// What a printed status says by the plan's key.
    func standing(of printed: String) -> (tag: StatusTag, meaning: StatusMeaning?) {
        statuses.standing(of: printed)
    }

    // MARK: Rows of other types

    var levelRows: [LevelRow] {
        figures.levels.map { LevelRow(name: $0.name, count: $0.count) }
    }

    var itemRows: [ItemRow] {
        all.indices.map { ItemRow(of: self, place: $0) }
    }

    var timescaleRows: [TimescaleRow] {
        var rows: [TimescaleRow] = []
        rows.reserveCapacity(end.timescales - start.timescales)
        for place in all.indices {
            add(all[place].timescale, to: &rows)
            for revision in all[place].timescaleHistory {
                add(revision.timescale, revision.effective, revision.reason, to: &rows)
            }
        }
        return rows
    }

    private func add(
        _ timescale: Timescale,
        _ effective: CivilDate? = nil,
        _ reason: String? = nil,
        to rows: inout [TimescaleRow]
    ) {
        let place = rows.count
        rows.append(TimescaleRow(timescale: timescale, effective: effective, reason: reason))
        guard case .milestones(let parts) = timescale.reading else { return }
        rows[place].milestones = parts.map { part in
            defer { add(part, to: &rows) }
            return start.timescales + rows.count
        }
    }

    var keyRows: [KeyRow] {
        var printed: [String: [String]] = [:]
        var actions: [String: [Int]] = [:]
        for status in figures.statuses {
            printed[status.printed] = status.actions
            guard let letter = statuses.letter(of: status.printed) else { continue }
            actions[letter, default: []] += rows(of: status.actions)
        }
        return statuses.keys.map { key, wording in
            KeyRow(
                key: key,
                wording: wording,
                actions: actions[key.letter, default: []].sorted(),
                lettered: printed[key.letter]?.count ?? 0
            )
        }
    }

    /// The counted actions that have no status.
    var withoutStatus: [Int] {
        rows(of: figures.statuses.first { $0.printed.isEmpty }?.actions ?? [])
    }

    /// The counted actions whose status stands in no key.
    var notInKey: [Int] {
        figures.statuses.filter { !$0.printed.isEmpty && statuses.letter(of: $0.printed) == nil }
            .flatMap { rows(of: $0.actions) }.sorted()
    }
}

extension Timescale {
    /// How many rows it takes: one for itself, and those of its milestones.
    fileprivate var rowCount: Int {
        guard case .milestones(let parts) = reading else { return 1 }
        return parts.reduce(1) { $0 + $1.rowCount }
    }
}

/// The status key of a plan: what its scheme knows, then what only its document prints.
private struct Statuses: Sendable {
    let keys: [(key: StatusKey, wording: Prose)]
    private let scheme: StatusScheme?
    private let known: [(letter: String, tag: StatusTag, meaning: StatusMeaning)]

    init(plan: Plan, scheme: StatusScheme?) {
        self.scheme = scheme
        let schemeKeys = scheme?.keys ?? []
        known = schemeKeys.map { ($0.letter, $0.tag, $0.meaning) }
        let printed = plan.keyWording.filter { entry in
            !schemeKeys.contains { $0.letter == entry.letter }
        }
        keys =
            schemeKeys.map { key in
                let entry = plan.keyWording.first { $0.letter == key.letter }
                return (key, entry?.wording ?? Prose())
            }
            + printed.map { entry in
                let key = StatusKey(letter: entry.letter, word: "", meaning: .unknown, colour: "")
                return (key, entry.wording)
            }
    }

    /// The letter of the key for which printed words stand; nil for what is in no key.
    func letter(of printed: String) -> String? {
        if keys.contains(where: { $0.key.letter == printed }) { return printed }
        return scheme?.key(reading: printed)?.letter
    }

    func standing(of printed: String) -> (tag: StatusTag, meaning: StatusMeaning?) {
        if let key = known.first(where: { $0.letter == printed }) { return (key.tag, key.meaning) }
        return (StatusTag(printed: printed), scheme?.key(reading: printed)?.meaning)
    }
}

/// What stands above and below each item of a plan.
struct ItemLinks: Sendable {
    /// The row above each item.
    let parents: [Int?]
    /// The rows right below each item.
    let children: [[Int]]
    private let first: Int

    init(of items: [PlanItem], places: [String: Int], first: Int) {
        var parents: [Int?] = []
        var children: [[Int]] = Array(repeating: [], count: items.count)
        parents.reserveCapacity(items.count)
        for place in items.indices {
            let parent = items[place].parent.flatMap { places[$0] }
            parents.append(parent.map { first + $0 })
            if let parent { children[parent].append(first + place) }
        }
        self.parents = parents
        self.children = children
        self.first = first
    }

    /// The rows above an item, outermost first; no plan has more than eight levels.
    func path(of place: Int) -> [Int] {
        var path: [Int] = []
        var above = parents[place]
        while let next = above, path.count < 8 {
            path.append(next)
            above = parents[next - first]
        }
        return path.reversed()
    }
}

extension StatusTag {
    /// A status that is in no key: a letter stays a letter, and words stay words.
    init(printed: String) {
        self =
            printed.count > 2
            ? StatusTag("", printed, colour: nil) : StatusTag(printed, "", colour: nil)
    }
}
#endif
