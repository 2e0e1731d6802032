// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Completes what a file of changes says of plans and their items.
struct PlanRequestCompletion: RequestCompletion {
    let record: Record
    private var added: Set<SubjectReference> = []
    private var notes: [SubjectReference: [Prose]] = [:]

    init(record: Record) { self.record = record }

    /// Throws when a change is about a plan or an action that is not there.
    mutating func begin(
        _ subject: SubjectReference,
        _ aspects: [NamedAspect]
    ) throws(RequestRefusal) {
        let planID = subject.planItem?.plan ?? subject.id
        guard let plan = record.plan(planID) else {
            throw RequestRefusal(
                "there is no plan “\(JSONReader.shown(planID))”. "
                    + ClosestName.suggestion(for: planID, in: record.plans.map(\.id))
            )
        }
        guard let item = subject.planItem?.item else { return }
        let adds = aspects.contains { named in
            guard case .asked(let value) = named.aspect else { return false }
            return value.value(as: AddedItem.self) != nil
        }
        if adds {
            guard plan.item(item) == nil, !added.contains(subject) else {
                throw RequestRefusal(
                    "the plan already has an action “\(JSONReader.shown(item))”. Give the new one "
                        + "another identifier."
                )
            }
            added.insert(subject)
        } else if plan.item(item) == nil, !added.contains(subject) {
            let known = (plan.actions + plan.items + plan.listedItems).map(\.id)
            throw RequestRefusal(
                "the plan “\(planID)” has no action “\(JSONReader.shown(item))”. "
                    + ClosestName.suggestion(for: item, in: known)
            )
        }
    }

    /// The fact for its subject; throws when it is not said of such a thing.
    func checked(
        _ fact: Change.Fact,
        named name: String,
        of subject: SubjectReference
    ) throws(RequestRefusal) -> Change.Fact {
        let isItem = subject.planItem != nil
        if fact.kind == PlanItem.Entries.predecessors.declared.kind, !isItem,
            let plans = fact.value(as: [String].self)
        {
            return .predecessorsNamed(plans)
        }
        if Plan.table[fact.kind] != nil {
            guard !isItem else {
                throw RequestRefusal("“\(name)” belongs to a plan. Leave “action” out.")
            }
            return fact
        }
        guard isItem else {
            throw RequestRefusal(
                "“\(name)” belongs to an action, not to a plan. Name the “action”."
            )
        }
        return fact
    }

    /// Makes a new item's place of how it was written, and adds a remark to those that there are.
    mutating func fact(
        asked value: OpenValue,
        named name: String,
        of subject: SubjectReference
    ) throws(RequestRefusal) -> Change.Fact? {
        if let item = value.value(as: AddedItem.self) { return .added(try outline(item, subject)) }
        guard let note = value.value(as: AddedNote.self) else { return nil }
        var all = notes[subject] ?? item(subject)?.notes ?? []
        all.append(note.text)
        notes[subject] = all
        return try checked(.notesSet(all), named: name, of: subject)
    }

    private func item(_ subject: SubjectReference) -> PlanItem? {
        subject.planItem.flatMap { record.plan($0.plan)?.item($0.item) }
    }

    private func outline(
        _ item: AddedItem,
        _ subject: SubjectReference
    ) throws(RequestRefusal) -> ItemOutline {
        guard let place = subject.planItem, let plan = record.plan(place.plan) else {
            throw RequestRefusal("“add” adds an action. Name the “action” that is new.")
        }
        for other in [item.under, item.after].compactMap({ $0 })
        where plan.item(other) == nil && !added.contains(.action(other, of: plan.id)) {
            _ = try level(of: item, in: plan)
            throw RequestRefusal(
                "the plan “\(plan.id)” has no “\(JSONReader.shown(other))” beside which the new "
                    + "action could stand. "
                    + ClosestName.suggestion(for: other, in: plan.items.map(\.id))
            )
        }
        return ItemOutline(
            list: item.list,
            level: try level(of: item, in: plan),
            // A new item shares the one above with the item after which it stands.
            parent: item.under ?? item.after.flatMap { plan.item($0)?.parent },
            after: item.after,
            number: item.number,
            text: item.text
        )
    }

    private func level(of item: AddedItem, in plan: Plan) throws(RequestRefusal) -> Int {
        if let number = item.level?.wholeNumber {
            guard number >= 1, number <= plan.levels.count else {
                throw RequestRefusal(
                    "the plan “\(plan.id)” has \(plan.levels.count) levels, so there is no level "
                        + "\(number)."
                )
            }
            return number - 1
        }
        guard let word = item.level?.text else { return plan.actionLevel }
        let key = word.comparisonKey
        let found = plan.levels.firstIndex {
            $0.singular.comparisonKey == key || $0.plural.comparisonKey == key
        }
        guard let found else {
            throw RequestRefusal(
                "the plan “\(plan.id)” has no level “\(JSONReader.shown(word))”. "
                    + ClosestName.suggestion(for: word, in: plan.levels.map(\.singular))
            )
        }
        return found
    }
}
