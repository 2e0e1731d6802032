// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The state of one fold of a journal.
struct RecordFold {
    /// The date on which the record is to be true; nil for all that is recorded.
    let date: CivilDate?
    var record = Record()
    private var plans: [String: PlanFold] = [:]
    private var order: [String] = []
    private var risks = RiskFold()

    init(date: CivilDate?) { self.date = date }

    mutating func apply(_ step: FoldStep) {
        let isLater = date.map { step.effective > $0 } ?? false
        guard step.version == 1, Change.kinds.contains(step.kind) else {
            guard !isLater else { return }
            record.unknownKinds[step.kind.rawValue, default: 0] += 1
            if step.subject.kind == "risk" { risks.note(step) }
            return
        }
        guard let change = Change(subject: step.subject, kind: step.kind, payload: step.payload)
        else {
            if !isLater {
                problem(
                    step,
                    "The payload of “\(step.kind)” cannot be read. Give every member that "
                        + "this kind of entry has."
                )
            }
            return
        }
        if isLater { return lookAhead(change, step) }
        switch change.fact {
        case .profileSet(let profile): record.profile = profile
        case .registerSet(let register):
            if let message = risks.set(register, step) { problem(step, message) }
        case .scaleMigrated(let migration):
            if let message = risks.migrate(migration, step) { problem(step, message) }
        case .risk(let fact): applyToRisk(fact, step)
        case .imported(let note): record.imports.append(note)
        default:
            if !applyReminding(change.fact, step) { applyToPlan(change, step) }
        }
    }

    /// The plan of an identifier, as it stands so far.
    func planFold(_ id: String) -> PlanFold? { plans[id] }

    /// Takes from a later entry what it tells about the date of the record.
    private mutating func lookAhead(_ change: Change, _ step: FoldStep) {
        guard let item = step.subject.planItem else { return }
        switch change.fact {
        case .completed where step.isBound:
            plans[item.plan]?.noteBound(item.item, by: step.effective)
        case .goesOn, .reopened: plans[item.plan]?.noteGoingOn(item.item)
        default: break
        }
    }

    private mutating func applyToRisk(_ fact: RiskFact, _ step: FoldStep) {
        guard step.subject.kind == "risk" else {
            return problem(
                step,
                "“\(step.subject)” is not a risk, so “\(step.kind)” is not said of it."
            )
        }
        let message = risks.apply(fact, step) { action in
            guard let mark = action.firstIndex(of: "#") else { return false }
            let item = String(action[action.index(after: mark)...])
            return plans[String(action[..<mark])]?.hasItem(item) ?? false
        }
        if let message { problem(step, message) }
    }

    private mutating func applyToPlan(_ change: Change, _ step: FoldStep) {
        if let item = step.subject.planItem {
            guard plans[item.plan] != nil else {
                return problem(
                    step,
                    "There is no plan “\(item.plan)” on \(step.effective). Draft it first, "
                        + "or correct its name."
                )
            }
            let before = record.reminderActs.isEmpty ? nil : plans[item.plan]?.item(item.item)
            if let message = plans[item.plan]?.apply(change.fact, to: item.item, step) {
                return problem(step, message)
            }
            return endActs(for: change.fact, before: before, step)
        }
        guard step.subject.kind == "plan" else {
            return problem(
                step,
                "“\(step.subject)” is not something that this change can be about."
            )
        }
        let id = step.subject.id
        if case .planDrafted(let outline) = change.fact {
            if plans[id] == nil { order.append(id) }
            plans[id, default: PlanFold(id: id, outline: outline)].redraft(outline)
            return
        }
        guard plans[id] != nil else {
            return problem(
                step,
                "There is no plan “\(id)” on \(step.effective). Draft it first, or correct its "
                    + "name."
            )
        }
        if let message = plans[id]?.refusal(of: change.fact, on: step.effective) {
            return problem(step, message)
        }
        if plans[id]?.apply(change.fact, step) == false {
            problem(step, "“\(step.kind)” says nothing of a plan.")
        }
    }

    mutating func problem(_ step: FoldStep, _ message: String) {
        record.problems.append(RecordProblem(sequence: step.sequence, message: message))
    }

    func finished() -> Record {
        var record = record
        record.plans = order.compactMap { plans[$0]?.finished() }
        (record.riskRegisters, record.unreadRegisters) = risks.finished()
        return record
    }
}

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

    /// Whether the plan has an item of an identifier.
    func hasItem(_ id: String) -> Bool { items[id] != nil }

    /// An item as it stands so far.
    func item(_ id: String) -> PlanItem? { items[id] }

    mutating func redraft(_ outline: PlanOutline) {
        plan.title = outline.title
        plan.period = outline.period
        plan.levels = outline.levels
        plan.layout = outline.layout
        plan.scheme = outline.scheme
        plan.counting = outline.counting
    }

    /// Applies a fact about the plan; returns whether it is one.
    mutating func apply(_ fact: Change.Fact, _ step: FoldStep) -> Bool {
        switch fact {
        case .textsSet(let texts): plan.texts = texts
        case .keyWordingSet(let key): plan.keyWording = key
        case .footnotesSet(let notes): plan.footnotes = notes
        case .statedFactsSet(let facts): plan.statedFacts = facts
        case .alignmentsSet(let plans): plan.alignments = plans
        case .checkStated(let check):
            plan.statedChecks.removeAll { $0.words == check.words && $0.name == check.name }
            plan.statedChecks.append(check)
        case .approvalChainSet(let bodies): plan.approvalChain = bodies
        case .submitted(let body): milestone(.submitted(to: body), step)
        case .approved(let body): milestone(.approved(by: body), step)
        case .published(let publication): milestone(.published(publication), step)
        case .predecessorsNamed(let ids): plan.predecessors = ids
        default: return false
        }
        return true
    }

    /// Returns why a fact about the plan cannot be, when it cannot.
    func refusal(of fact: Change.Fact, on day: CivilDate) -> String? {
        switch fact {
        case .approved(let body):
            let chain = plan.approvalChain
            guard let place = chain.firstIndex(of: body) else {
                guard !chain.isEmpty else { return nil }
                return
                    "“\(body)” does not stand in the chain of approval of the plan “\(plan.id)”. "
                    + ClosestName.suggestion(for: body, in: chain)
            }
            let missing = chain[..<place].first { earlier in
                !plan.milestones.contains { $0.kind == .approved(by: earlier) }
            }
            return missing.map {
                "“\(body)” cannot approve the plan “\(plan.id)” on \(day) before “\($0)” has. "
                    + "Record that approval first."
            }
        case .published(let publication):
            let next = plan.publications.count + 1
            guard publication.issue != next else { return nil }
            return "The next issue of the plan “\(plan.id)” is number \(next), not "
                + "\(publication.issue)."
        default: return nil
        }
    }

    private mutating func milestone(_ kind: DocumentMilestone.Kind, _ step: FoldStep) {
        plan.milestones.append(DocumentMilestone(kind: kind, on: step.effective))
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
        if case .added(let outline) = fact { return add(id, outline, step) }
        guard var item = items[id] else {
            let near = ClosestName.suggestion(for: id, in: order.values.flatMap { $0 }.sorted())
            return "The plan “\(plan.id)” has no action “\(id)” on \(step.effective). \(near)"
        }
        let message = item.apply(fact, step)
        items[id] = item
        return message
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

extension PlanItem {
    /// Applies a fact; returns what is wrong with it, if anything.
    fileprivate mutating func apply(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        switch fact {
        case .textSet(let text): self.text = text
        case .statementSet(let text): statement = text
        case .notesSet(let notes): self.notes = notes
        case .leadsSet(let leads):
            let before = self.leads
            self.leads = leads
            self.leads.keyPeople = before.keyPeople.filter(leads.names.contains)
            self.leads.returner = before.returner.flatMap { leads.names.contains($0) ? $0 : nil }
        case .leadRolesSet(let returner, let keyPeople):
            return setLeadRoles(returner, keyPeople, step)
        case .timescaleSet(let timescale):
            self.timescale = timescale
            timescaleHistory.append(
                TimescaleRevision(
                    timescale: timescale,
                    effective: step.effective,
                    reason: step.reason
                )
            )
        case .statusReported(let printed, let scheme):
            status =
                printed.isEmpty
                ? nil : ReportedStatus(printed: printed, scheme: scheme, asAt: step.effective)
        case .progressReported(let text, let asAt, let audience):
            progress.append(
                ProgressEntry(
                    text: text,
                    asAt: asAt ?? step.effective,
                    by: step.by,
                    audience: audience
                )
            )
        case .evidenceSet(let text): evidence = text
        case .expectedImpactSet(let text): expectedImpact = text
        case .localSet(let name, let text): local[name] = text.isEmpty ? nil : text
        case .goesOn:
            guard !isCompleted else {
                return
                    "Action “\(id)” is completed, so it cannot go on on \(step.effective). Record "
                    + "that it was reopened."
            }
            completion = .ongoing
        case .completed: return complete(step)
        case .reopened:
            completion = .ongoing
            exit = nil
        case .left(let kind, let destination):
            guard PlanExit.kinds.contains(kind) else {
                return "“\(kind)” is not a way to leave a plan. "
                    + ClosestName.suggestion(for: kind, in: PlanExit.kinds)
            }
            exit = PlanExit(
                kind: kind,
                destination: destination,
                on: step.effective,
                reason: step.reason
            )
        case .itemPredecessorsNamed(let ids): predecessors = ids
        case .audienceSet(let audience): self.audience = audience
        default: return "“\(step.kind)” says nothing of an action."
        }
        return nil
    }

    private mutating func setLeadRoles(
        _ returner: String?,
        _ keyPeople: [String],
        _ step: FoldStep
    ) -> String? {
        let names = leads.names
        for name in keyPeople + (returner.map { [$0] } ?? []) where !names.contains(name) {
            return "“\(name)” is not among the leads of action “\(id)” on \(step.effective). "
                + ClosestName.suggestion(for: name, in: names)
        }
        if let returner, keyPeople.contains(returner) {
            return "“\(returner)” cannot both return the updates of action “\(id)” and not lead it."
        }
        leads.returner = returner
        leads.keyPeople = keyPeople
        return nil
    }

    private mutating func complete(_ step: FoldStep) -> String? {
        if let exit {
            return "Action “\(id)” left the plan on \(exit.on) (\(exit.kind)), so it cannot be "
                + "completed on \(step.effective). Reopen it first."
        }
        if !isCompleted {
            completion = .completed(step.isBound ? .by(step.effective) : .on(step.effective))
        }
        return nil
    }
}
