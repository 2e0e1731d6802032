// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A plan while its entries are being folded; items are found by identifier in constant time.
struct PlanFold {
    private var plan: Plan
    private var items: [String: PlanItem] = [:]
    private var order: [PlanList: [String]] = [:]
    /// The items that a later entry says were going on after the date of the record.
    private var goingOnLater: Set<String> = []

    init(id: String, outline: PlanOutline) {
        plan = Plan(id: id, title: outline.title, period: outline.period, levels: outline.levels)
    }

    /// The card of the plan as it stands so far.
    func card(_ subject: SubjectReference) -> SubjectCard {
        SubjectCard(subject, name: plan.title, audience: plan.widestAudience)
    }

    /// The card of an item as it stands so far.
    func card(of id: String, _ subject: SubjectReference) -> SubjectCard? {
        guard let item = items[id] else { return nil }
        var above: [Audience] = []
        var parent = item.parent
        while let id = parent, above.count < plan.levels.count, let next = items[id] {
            above.append(next.audience)
            parent = next.parent
        }
        return SubjectCard(subject, item, in: plan, below: above)
    }

    /// Applies a fact about the plan; returns what is wrong with it, if anything.
    mutating func apply(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        Plan.table.apply(fact, to: &plan, step)
    }

    /// Notes that an item is only known to be completed by a later day.
    mutating func noteBound(_ id: String, by day: CivilDate) {
        guard let item = items[id], !item.isCompleted, !goingOnLater.contains(id) else { return }
        if case .notKnown(let earlier) = item.completion, earlier <= day { return }
        items[id]?.completion = .notKnown(completedBy: day)
    }

    /// Notes that an item is known to be going on after the date, and so was not completed on it.
    mutating func noteGoingOn(_ id: String) {
        guard let item = items[id], !item.isCompleted else { return }
        if case .notKnown = item.completion { return }
        goingOnLater.insert(id)
    }

    /// Applies a fact about an item; returns what is wrong with it, if anything.
    mutating func apply(_ fact: Change.Fact, to id: String, _ step: FoldStep) -> String? {
        if let outline = fact.value(as: ItemOutline.self) { return add(id, outline, step) }
        guard items[id] != nil else {
            let near = ClosestName.suggestion(for: id, in: order.values.flatMap { $0 }.sorted())
            return "The plan “\(plan.id)” has no action “\(id)” on \(step.effective). \(near)"
        }
        // The item is changed where it stands, since a copy of one is long.
        return PlanItem.table.apply(fact, to: &items[id, default: PlanItem(id: id, level: 0)], step)
    }

    private mutating func add(_ id: String, _ outline: ItemOutline, _ step: FoldStep) -> String? {
        guard items[id] == nil else {
            return "The plan “\(plan.id)” already has an action “\(id)”. Give the new one another "
                + "identifier."
        }
        guard outline.level >= 0, outline.level < plan.levels.count else {
            return
                "The plan “\(plan.id)” has \(plan.levels.count) levels, counted from 0, so there "
                + "is no level \(outline.level)."
        }
        if let parent = outline.parent, items[parent] == nil {
            return "The plan “\(plan.id)” has nothing “\(parent)” under which “\(id)” could stand."
        }
        var item = PlanItem(
            id: id,
            list: outline.list,
            level: outline.level,
            parent: outline.parent,
            number: outline.number,
            text: outline.text
        )
        item.added = step.effective
        items[id] = item
        var list = order[outline.list, default: []]
        if let before = outline.after, let index = list.firstIndex(of: before) {
            var place = index + 1
            while place < list.count, isBelow(list[place], before) { place += 1 }
            list.insert(id, at: place)
        } else if let parent = outline.parent, let index = list.firstIndex(of: parent) {
            var place = index + 1
            while place < list.count, isBelow(list[place], parent) { place += 1 }
            list.insert(id, at: place)
        } else {
            list.append(id)
        }
        order[outline.list] = list
        return nil
    }

    private func isBelow(_ id: String, _ ancestor: String) -> Bool {
        var parent = items[id]?.parent
        for _ in plan.levels.indices {
            guard let above = parent else { return false }
            if above == ancestor { return true }
            parent = items[above]?.parent
        }
        return false
    }

    func finished() -> Plan {
        var plan = plan
        plan.items = order[.table, default: []].compactMap { items[$0] }
        plan.maintenance = order[.maintenance, default: []].compactMap { items[$0] }
        plan.backlog = order[.backlog, default: []].compactMap { items[$0] }
        return plan
    }
}
