// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What the fold does with meetings, working days, data sets and what people did about reminders.
extension RecordFold {
    /// Applies a fact by which reminders count; returns whether it is one.
    mutating func applyReminding(_ fact: Change.Fact, _ step: FoldStep) -> Bool {
        switch fact {
        case .meetingsSet(let series):
            record.meetings.removeAll { $0.body == series.body }
            record.meetings.append(series)
        case .workingDaysSet(let calendar): record.workingCalendar = calendar
        case .dataSetSet(let dataSet): set(dataSet)
        case .dataReceived(let period): receive(period, step)
        case .reminder(let reminder, let deed, let note): act(deed, reminder, note, step)
        default: return false
        }
        return true
    }

    private mutating func set(_ dataSet: DataSet) {
        guard let place = record.dataSets.firstIndex(where: { $0.id == dataSet.id }) else {
            return record.dataSets.append(dataSet)
        }
        let received = record.dataSets[place].receivedOn
        record.dataSets[place] = dataSet
        record.dataSets[place].receivedOn = received
    }

    private mutating func receive(_ period: CivilDate, _ step: FoldStep) {
        let id = step.subject.id
        guard let place = record.dataSets.firstIndex(where: { $0.id == id }) else {
            let known = ClosestName.suggestion(for: id, in: record.dataSets.map(\.id))
            return problem(step, "There is no data set “\(id)” on \(step.effective). \(known)")
        }
        guard record.dataSets[place].hasPeriod(endingOn: period) else {
            let near = record.dataSets[place].periods(through: period + 366).suffix(4)
            return problem(
                step,
                "The data set “\(id)” has no period that ends on \(period). Its periods end on "
                    + "\(near.map(\.description).joined(separator: ", ")) and so on."
            )
        }
        if record.dataSets[place].receivedOn[period] == nil {
            record.dataSets[place].receivedOn[period] = step.effective
        }
    }

    private mutating func act(
        _ deed: ReminderAct.Deed,
        _ reminder: ReminderIdentity,
        _ note: Prose,
        _ step: FoldStep
    ) {
        guard reminder.subject == step.subject else {
            return problem(
                step,
                "The reminder “\(reminder)” is about \(reminder.subject), not about "
                    + "\(step.subject). Record it about what it reminds of."
            )
        }
        switch deed {
        case .snoozed(let day) where day <= step.effective:
            return problem(
                step,
                "A reminder cannot be snoozed on \(step.effective) until \(day). Name a later day."
            )
        case .delegated(let name) where name.comparisonKey.isEmpty:
            return problem(step, "It delegates a reminder to nobody. Name a lead.")
        default: break
        }
        if let missing = missingSubject(step) { return problem(step, missing) }
        record.reminderActs.append(
            ReminderAct(
                reminder: reminder,
                deed: deed,
                on: step.effective,
                by: step.by,
                sequence: step.sequence,
                note: note
            )
        )
    }

    /// Why the plan or the item of a reminder cannot be reminded of, if it is not there.
    private func missingSubject(_ step: FoldStep) -> String? {
        let subject = step.subject
        guard subject.kind == "plan" || subject.kind == "action" else { return nil }
        let id = subject.planItem?.plan ?? subject.id
        guard let plan = planFold(id) else {
            return "There is no plan “\(id)” on \(step.effective). Draft it first, or correct its "
                + "name."
        }
        guard let item = subject.planItem?.item, plan.item(item) == nil else { return nil }
        return "The plan “\(id)” has no action “\(item)” on \(step.effective)."
    }

    /// Ends what was said to be done, when an item's deadline is revised or it is taken up again.
    ///
    /// - Parameters:
    ///   - fact: What happens to the item.
    ///   - before: The item as it was.
    ///   - step: The entry that says so.
    mutating func endActs(for fact: Change.Fact, before: PlanItem?, _ step: FoldStep) {
        guard !record.reminderActs.isEmpty else { return }
        switch fact {
        case .timescaleSet(let timescale) where timescale.due != before?.timescale.due: break
        case .reopened, .goesOn: break
        default: return
        }
        for index in record.reminderActs.indices {
            let act = record.reminderActs[index]
            guard act.deed.saysDone, act.endedOn == nil, act.reminder.subject == step.subject
            else { continue }
            record.reminderActs[index].endedOn = step.effective
        }
    }
}
