// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The plans of a committee on a date.
public struct PlansState: RoomState {
    /// The plans, in the order in which they were drafted.
    public var plans: [Plan] {
        // What was gathered of the plans before no longer holds.
        didSet { openDays = nil }
    }
    /// The days from which reminders count, gathered when the plans were cut; nil when they were set
    /// since.
    private(set) var openDays: OpenItemDays?

    /// Creates the state of a committee without plans.
    public init() {
        plans = []
        openDays = nil
    }

    /// Leaves out drafts for the public, and items and reports that are for a narrower audience.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        var kept: [Plan] = []
        for plan in plans {
            guard audience > .public || plan.state >= .approved else {
                omissions.note(1, "draft plans", one: "draft plan")
                continue
            }
            kept.append(plan.cut(for: audience, asking: door, noting: &omissions))
        }
        plans = kept
        openDays = OpenItemDays(of: kept)
    }

    /// Returns the card of a plan or of an item.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        if let place = subject.planItem {
            guard let plan = plans.first(where: { $0.id == place.plan }),
                let item = plan.item(place.item)
            else { return nil }
            let above = plan.ancestors(of: item).map(\.audience)
            return SubjectCard(subject, item, in: plan, below: above)
        }
        guard subject.kind == "plan" else { return nil }
        return plans.first { $0.id == subject.id }.map { plan in
            SubjectCard(subject, name: plan.title, audience: plan.widestAudience)
        }
    }

    /// Says in words what has changed in the plans, in their order.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] {
        plans.flatMap { plan in
            guard let before = earlier.plans.first(where: { $0.id == plan.id }) else {
                return [
                    EditionChange(
                        plan: plan.id,
                        item: nil,
                        kind: "plan-added",
                        sentence: "“\(plan.title)” is new, with \(plan.actions.count) actions."
                    )
                ]
            }
            return PlanChanges(
                before: before,
                after: plan,
                since: editions.earlier.asOf,
                on: editions.later.asOf
            ).all()
        }
    }

    /// Returns the plans with the text around their tables.
    public func exported(on day: CivilDate) -> JSONObject {
        ["plans": .array(plans.map { .object(PlanJSON.exported($0, on: day)) })]
    }

    /// Returns whether two committees have the same plans; what was gathered of them follows.
    public static func == (first: Self, second: Self) -> Bool { first.plans == second.plans }

    /// Feeds the plans to a hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(plans) }
}

extension SubjectCard {
    /// The card of an item, of which nobody knows who may not know of its plan and what it stands under.
    init(
        _ subject: SubjectReference,
        _ item: PlanItem,
        in plan: Plan,
        below above: [Audience]
    ) {
        self.init(
            subject,
            name: item.text.singleLine,
            audience: above.reduce(max(item.audience, plan.widestAudience), max),
            due: item.timescale.due
        )
    }
}

extension Plan {
    /// The widest audience that may know of the plan: a draft is not for the public.
    var widestAudience: Audience { state < .approved ? .partners : .public }

    /// The plan without what an audience may not read.
    fileprivate func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) -> Plan {
        var plan = self
        let hidden = hiddenItems(from: audience)
        plan.items.cut(for: audience, of: id, without: hidden, &omissions)
        plan.maintenance.cut(for: audience, of: id, without: hidden, &omissions)
        plan.backlog.cut(for: audience, of: id, without: hidden, &omissions)
        for list in plan.lists.indices {
            plan.lists[list].items.cut(for: audience, of: id, without: hidden, &omissions)
        }
        plan.lists.removeAll(where: \.items.isEmpty)
        guard audience < .restricted else { return plan }
        plan.items.leaveOut(unknownTo: audience, of: id, door)
        plan.maintenance.leaveOut(unknownTo: audience, of: id, door)
        plan.backlog.leaveOut(unknownTo: audience, of: id, door)
        for list in plan.lists.indices {
            plan.lists[list].items.leaveOut(unknownTo: audience, of: id, door)
        }
        plan.predecessors.removeAll { !door.may(audience, knowOf: .plan($0)) }
        // The head of the journal counts what nobody here may know of.
        plan.milestones = plan.milestones.map { milestone in
            guard case .published(var publication) = milestone.kind, publication.head != nil else {
                return milestone
            }
            publication.head = nil
            return DocumentMilestone(kind: .published(publication), on: milestone.on)
        }
        return plan
    }

    /// The items that the audience may not read, and everything below them.
    private func hiddenItems(from audience: Audience) -> Set<String> {
        var hidden: Set<String> = []
        // Nearly always there is nothing to hide, so items are looked at where they stand.
        for list in [items, maintenance, backlog] + lists.map(\.items) {
            for place in list.indices where list[place].audience > audience {
                hidden.insert(list[place].id)
            }
        }
        guard !hidden.isEmpty else { return [] }
        let all = items + listedItems
        // An item may stand before the one above it, so one pass is not always enough.
        var before = 0
        while hidden.count > before {
            before = hidden.count
            for item in all {
                if let parent = item.parent, hidden.contains(parent) { hidden.insert(item.id) }
            }
        }
        return hidden
    }
}

extension [PlanItem] {
    /// Leaves out the names of earlier items of which an audience may not know, and for the public why
    /// somebody recorded what it recorded.
    fileprivate mutating func leaveOut(
        unknownTo audience: Audience,
        of plan: String,
        _ door: EditionDoor
    ) {
        if audience == .public {
            for place in indices {
                for revision in self[place].timescaleHistory.indices
                where self[place].timescaleHistory[revision].reason != nil {
                    self[place].timescaleHistory[revision].reason = nil
                }
                if self[place].exit?.reason != nil { self[place].exit?.reason = nil }
            }
        }
        if let leaveOutReferences = door.referenceCut(for: audience) {
            for place in indices {
                leaveOutReferences(&self[place].text)
                leaveOutReferences(&self[place].evidence)
                for report in self[place].progress.indices {
                    leaveOutReferences(&self[place].progress[report].text)
                }
            }
        }
        for place in indices where !self[place].predecessors.isEmpty {
            self[place].predecessors.removeAll { name in
                !door.may(audience, knowOf: .earlierItem(name))
                    || !door.may(audience, knowOf: .action(name, of: plan))
            }
        }
    }

    fileprivate mutating func cut(
        for audience: Audience,
        of plan: String,
        without hidden: Set<String>,
        _ omissions: inout Omissions
    ) {
        if !hidden.isEmpty {
            let whole = count
            removeAll { hidden.contains($0.id) }
            omissions.note(
                whole - count,
                "items of plans",
                one: "item of plans",
                of: .plan(plan)
            )
        }
        for index in indices
        where self[index].progress.contains(where: { $0.audience > audience }) {
            let whole = self[index].progress.count
            self[index].progress.removeAll { $0.audience > audience }
            omissions.note(
                whole - self[index].progress.count,
                "reports of progress",
                one: "report of progress",
                of: .plan(plan)
            )
        }
    }
}

extension SubjectReference {
    /// The item of an earlier plan, named as `plan#item` or `plan/item`.
    fileprivate static func earlierItem(_ name: String) -> SubjectReference {
        guard !name.contains("#"), let slash = name.firstIndex(of: "/") else {
            return SubjectReference(kind: "action", id: name)
        }
        return .action(String(name[name.index(after: slash)...]), of: String(name[..<slash]))
    }
}
