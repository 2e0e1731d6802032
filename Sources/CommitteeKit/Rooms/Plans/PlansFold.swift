// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The plans of a committee while its entries are being folded.
public struct PlansFold: RoomFold {
    private var plans: [String: PlanFold] = [:]
    private var order: [String] = []
    /// The date on which the record is to be true; nil for all that is recorded.
    private let date: CivilDate?

    init(asOf date: CivilDate?) { self.date = date }

    /// Takes in an entry about a plan or an item of one.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        if let item = step.subject.planItem {
            if door.isNoting {
                door.look(at: .plan(item.plan))
                plans[item.plan]?.lookedAt(by: fact, about: item.item).forEach {
                    door.look(at: .action($0, of: item.plan))
                }
            }
            guard plans[item.plan] != nil else { return noPlan(item.plan, step) }
            guard PlanItem.table[fact.kind] != nil else {
                return "“\(step.kind)” says nothing of an action."
            }
            let problem = plans[item.plan]?.apply(fact, to: item.item, step)
            if problem == nil, step.effective == date, saysOpen(fact) {
                plans[item.plan]?.noteOpen(item.item, on: step.effective)
            }
            return problem
        }
        guard step.subject.kind == "plan" else {
            return "“\(step.subject)” is not something that this change can be about."
        }
        let id = step.subject.id
        if let outline = fact.value(as: PlanOutline.self) {
            if plans[id] == nil { order.append(id) }
            return plans[id, default: PlanFold(id: id, outline: outline)].apply(fact, step)
        }
        guard plans[id] != nil else { return noPlan(id, step) }
        guard Plan.table[fact.kind] != nil else { return "“\(step.kind)” says nothing of a plan." }
        return plans[id]?.apply(fact, step)
    }

    private func noPlan(_ id: String, _ step: FoldStep) -> String {
        "There is no plan “\(id)” on \(step.effective). Draft it first, or correct its name."
    }

    /// Whether what is said of an item means that it was open, unless the same day says that it was completed.
    ///
    /// Progress counts only where everybody may read it: what is hidden must show in nothing.
    private func saysOpen(_ fact: Change.Fact) -> Bool {
        switch fact.kind {
        case "action.goes-on", "action.reopened", "action.status-reported": true
        case "action.progress-reported":
            fact.value(as: ProgressReport.self)?.audience == .public
        default: false
        }
    }

    /// Whether a later entry of the kind tells something about the date of the record.
    public func looksAhead(for kind: EntryKind) -> Bool {
        switch kind {
        case "action.completed", "action.goes-on", "action.reopened", "action.status-reported",
            "action.progress-reported":
            true
        default: false
        }
    }

    /// Takes from a later entry whether an item was completed on the date of the record.
    public mutating func lookAhead(_ fact: Change.Fact, _ step: FoldStep) {
        guard let item = step.subject.planItem else { return }
        if fact.kind == "action.completed" {
            guard step.isBound else { return }
            plans[item.plan]?.noteBound(item.item, by: step.effective)
        } else if saysOpen(fact) {
            plans[item.plan]?.noteOpen(item.item, on: step.effective)
        }
    }

    /// Returns the card of a plan or of an item.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        if let item = subject.planItem {
            return plans[item.plan]?.card(of: item.item, subject)
        }
        guard subject.kind == "plan" else { return nil }
        return plans[subject.id]?.card(subject)
    }

    /// Returns the plans, in the order in which they were drafted.
    public func finished() -> PlansState {
        var state = PlansState()
        state.plans = order.compactMap { plans[$0]?.finished() }
        return state
    }
}
