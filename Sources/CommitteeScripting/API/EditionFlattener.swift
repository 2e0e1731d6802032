// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Gathers the rows of an edition, plan by plan.
struct EditionFlattener {
    let asOf: CivilDate
    let schemes: [StatusScheme]
    var plans: [PlanRow] = []
    var levels: [LevelRow] = []
    var items: [ItemFacts] = []
    var timescales: [TimescaleRow] = []
    var progress: [ProgressEntry] = []
    var exits: [PlanExit] = []
    var keys: [KeyRow] = []
    var checks: [ProgressCheck] = []
    var texts: [PlanText] = []
    var footnotes: [PlanFootnote] = []
    var milestones: [DocumentMilestone] = []

    init(asOf: CivilDate, schemes: [StatusScheme]) {
        self.asOf = asOf
        self.schemes = schemes
    }

    mutating func add(_ plan: Plan) {
        var row = PlanRow(plan: plan, figures: PlanFigures(of: plan, on: asOf))
        let scheme = schemes.first { $0.id == plan.scheme }
        row.levels = Self.append(
            row.figures.levels.map { LevelRow(name: $0.name, count: $0.count) },
            to: &levels
        )
        let counted = Set(row.figures.total)
        var placed: [String: Int] = [:]
        for item in plan.items + plan.maintenance + plan.backlog where placed[item.id] == nil {
            placed[item.id] = items.count
            add(item, of: plan, scheme: scheme, isCounted: counted.contains(item.id))
        }
        link(placed)
        row.items = plan.items.compactMap { placed[$0.id] }
        row.actions = plan.actions.compactMap { placed[$0.id] }
        row.maintenance = plan.maintenance.compactMap { placed[$0.id] }
        row.backlog = plan.backlog.compactMap { placed[$0.id] }
        row.counted = row.figures.total.compactMap { placed[$0] }
        row.completed = row.figures.completed.compactMap { placed[$0] }
        let done = Set(row.completed)
        row.ongoing = row.counted.filter { !done.contains($0) }
        row.late = row.figures.late.compactMap { placed[$0] }
        row.notKnown = row.figures.notKnown.compactMap { placed[$0] }
        row.exited = row.figures.exited.compactMap { placed[$0] }
        row.checks = Self.append(plan.statedChecks, to: &checks)
        row.key = Self.append(key(of: plan, scheme, counted: row.counted), to: &keys)
        row.texts = Self.append(plan.texts, to: &texts)
        row.footnotes = Self.append(plan.footnotes, to: &footnotes)
        row.milestones = Self.append(plan.milestones, to: &milestones)
        plans.append(row)
    }

    private mutating func add(
        _ item: PlanItem,
        of plan: Plan,
        scheme: StatusScheme?,
        isCounted: Bool
    ) {
        let level = item.list == .table && plan.levels.indices.contains(item.level)
        var row = ItemFacts(
            item: item,
            plan: plans.count,
            level: level ? plan.levels[item.level] : nil,
            asOf: asOf,
            isCounted: isCounted
        )
        if let printed = item.status?.printed {
            let key = scheme?.keys.first { $0.letter == printed }
            row.status = key?.tag ?? StatusTag(printed: printed)
            row.meaning = (key ?? scheme?.key(reading: printed))?.meaning
        }
        row.timescale = add(item.timescale)
        row.history = item.timescaleHistory.map { revision in
            add(revision.timescale, from: revision.effective, reason: revision.reason)
        }
        row.progress = Self.append(item.progress, to: &progress)
        if let exit = item.exit { row.exit = Self.append([exit], to: &exits).first }
        items.append(row)
    }

    private mutating func add(
        _ timescale: Timescale,
        from effective: CivilDate? = nil,
        reason: String? = nil
    ) -> Int {
        let place = timescales.count
        timescales.append(
            TimescaleRow(timescale: timescale, effective: effective, reason: reason)
        )
        if case .milestones(let parts) = timescale.reading {
            timescales[place].milestones = parts.map { add($0) }
        }
        return place
    }

    /// Finds for every item of a plan what stands above and below it.
    private mutating func link(_ placed: [String: Int]) {
        for place in placed.values.sorted() {
            guard let parent = items[place].item.parent.flatMap({ placed[$0] }) else { continue }
            items[place].parent = parent
            items[parent].children.append(place)
            var path: [Int] = []
            var above: Int? = parent
            while let next = above, path.count < 8 {
                path.append(next)
                above = items[next].item.parent.flatMap { placed[$0] }
            }
            items[place].path = path.reversed()
        }
    }

    /// The places of all items, each as `plan#item`.
    var placesOfActions: [String: Int] {
        Dictionary(
            items.enumerated().map { place, row in
                ("\(plans[row.plan].plan.id)#\(row.item.id)", place)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private func key(of plan: Plan, _ scheme: StatusScheme?, counted: [Int]) -> [KeyRow] {
        func actions(_ letter: String) -> [Int] {
            counted.filter { items[$0].item.status?.printed == letter }
        }
        func wording(_ letter: String) -> Prose {
            plan.keyWording.first { $0.letter == letter }?.wording ?? Prose()
        }
        let known = scheme?.keys ?? []
        let printed = plan.keyWording.filter { entry in
            !known.contains { $0.letter == entry.letter }
        }
        return known.map {
            KeyRow(key: $0, wording: wording($0.letter), actions: actions($0.letter))
        }
            + printed.map { entry in
                let key = StatusKey(letter: entry.letter, word: "", meaning: .unknown, colour: "")
                return KeyRow(key: key, wording: entry.wording, actions: actions(entry.letter))
            }
    }

    private static func append<Row>(_ new: [Row], to rows: inout [Row]) -> [Int] {
        let first = rows.count
        rows += new
        return Array(first..<rows.count)
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
