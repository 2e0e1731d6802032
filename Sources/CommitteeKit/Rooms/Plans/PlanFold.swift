// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A plan while its entries are being folded; items are found by identifier in constant time.
struct PlanFold {
    private var plan: Plan
    private var items: [String: PlanItem] = [:]
    private var order: [PlanList: [String]] = [:]
    /// The first day, from the date of the record on, of which a report says that an item was open.
    private var openOn: [String: CivilDate] = [:]

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
    ///
    /// An item of which a report between the two says that it was open was not completed on the date.
    mutating func noteBound(_ id: String, by day: CivilDate) {
        guard let item = items[id], !item.isCompleted else { return }
        if let open = openOn[id], open < day { return }
        if case .notKnown(let earlier) = item.completion, earlier <= day { return }
        items[id]?.completion = .notKnown(completedBy: day)
    }

    /// Notes that an item is known to be open on the date of the record, or on a day after it.
    mutating func noteOpen(_ id: String, on day: CivilDate) {
        guard let item = items[id], !item.isCompleted, openOn[id] == nil else { return }
        if case .notKnown = item.completion { return }
        openOn[id] = day
    }

    /// The other items on which a fact about an item hangs: those beside which or under which it is to
    /// stand, and all that these stand under.
    func lookedAt(by fact: Change.Fact, about id: String) -> [String] {
        var found: [String] = []
        func climb(_ start: String?) {
            var next = start
            while let id = next, !found.contains(id) {
                found.append(id)
                next = items[id]?.parent
            }
        }
        if let outline = fact.value(as: ItemOutline.self) { climb(outline.parent) }
        if let place = fact.value(as: ItemPlace.self) {
            climb(items[id]?.parent)
            climb(place.parent)
            climb(place.after)
        }
        return found
    }

    /// Applies a fact about an item; returns what is wrong with it, if anything.
    mutating func apply(_ fact: Change.Fact, to id: String, _ step: FoldStep) -> String? {
        if let outline = fact.value(as: ItemOutline.self) { return add(id, outline, step) }
        guard items[id] != nil else {
            let near = ClosestName.suggestion(for: id, in: order.values.flatMap { $0 }.sorted())
            return "The plan “\(plan.id)” has no action “\(id)” on \(step.effective). \(near)"
        }
        if let place = fact.value(as: ItemPlace.self), let problem = move(id, to: place, step) {
            return problem
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
            list.insert(id, at: end(of: index, in: list))
        } else if let parent = outline.parent, let index = list.firstIndex(of: parent) {
            list.insert(id, at: end(of: index, in: list))
        } else {
            list.append(id)
        }
        order[outline.list] = list
        return nil
    }

    /// The place behind an item of a list and all that stands below it.
    private func end(of index: Int, in list: [String]) -> Int {
        var place = index + 1
        while place < list.count, isBelow(list[place], list[index]) { place += 1 }
        return place
    }

    /// Moves an item, with all that stands below it; returns what is wrong with its new place, if
    /// anything, and then moves nothing.
    private mutating func move(_ id: String, to place: ItemPlace, _ step: FoldStep) -> String? {
        guard let item = items[id] else { return nil }
        if let parent = place.parent {
            guard let above = items[parent], above.level < item.level else {
                return
                    "The plan “\(plan.id)” has nothing “\(parent)” under which “\(id)” could stand."
            }
            guard above.list == place.list else {
                return
                    "“\(parent)” stands in another part of the plan “\(plan.id)” than “\(id)” is to."
            }
        }
        var target = order[place.list, default: []]
        if let after = place.after {
            guard after != id, !isBelow(after, id), target.contains(after) else {
                return "“\(id)” cannot stand after “\(after)” in the plan “\(plan.id)”."
            }
        }
        var source = order[item.list, default: []]
        guard let first = source.firstIndex(of: id) else { return nil }
        let last = end(of: first, in: source)
        let block = Array(source[first..<last])
        source.removeSubrange(first..<last)
        order[item.list] = source
        if item.list == place.list { target = source }
        for moved in block { items[moved]?.list = place.list }
        items[id]?.parent = place.parent
        let index: Int
        if let after = place.after, let before = target.firstIndex(of: after) {
            index = end(of: before, in: target)
        } else if let parent = place.parent, let above = target.firstIndex(of: parent) {
            index = above + 1
        } else {
            index = 0
        }
        target.insert(contentsOf: block, at: index)
        order[place.list] = target
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
        plan.lists = order.keys.compactMap { list in
            guard case .named(let name) = list, let ids = order[list], !ids.isEmpty else {
                return nil
            }
            return NamedList(name: name, items: ids.compactMap { items[$0] })
        }.sorted { $0.name < $1.name }
        plan.handDown()
        return plan
    }
}
