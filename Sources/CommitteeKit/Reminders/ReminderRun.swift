// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One asking of a schedule.
struct ReminderRun {
    /// A step that was reached.
    struct Step {
        var tier: Int
        var raisedOn: CivilDate
        var occurrence: Int
        /// The act that called for the step again, if one did.
        var again: ReminderAct?
    }

    /// What a reminder is about.
    enum About {
        case item(PlanItem, order: Int)
        case plan
        case matter(ReminderMatter, order: Int)
    }

    /// A reminder with its place in the plan, by which it is sorted.
    private struct Found {
        var reminder: Reminder
        var plan: Int
        var item: Int
        var order: Int
    }

    struct WorkingDays: Hashable {
        var count: Int
        var date: CivilDate
    }

    let day: CivilDate
    let calendar: WorkingCalendar
    let index: ReminderIndex
    var rule = ReminderRule(id: "")
    private(set) var plan: Plan?
    private var planPlace = 0
    private var found: [Found] = []
    private var held: [HeldReminder] = []
    private var seen: Set<String> = []
    var workingDays: [WorkingDays: CivilDate] = [:]

    init(_ index: ReminderIndex, on day: CivilDate, _ calendar: WorkingCalendar) {
        self.index = index
        self.day = day
        self.calendar = calendar
    }

    /// Asks the rule about a plan.
    mutating func look(at part: ReminderIndex.PlanPart, place: Int) {
        plan = part.plan
        planPlace = place
        guard let key = rule.indexKey else {
            if case .plan = rule.each.shape, let due = checkDue(part.plan) {
                raise(due, .plan)
            }
            return
        }
        let window = ReminderWindow(rule, on: day, calendar)
        let items = key.isMaintenance ? part.plan.maintenance : part.plan.items
        let base = key.isMaintenance ? part.plan.items.count : 0
        for place in places(key, part, items, window) {
            look(at: items[place], order: base + place, window)
        }
    }

    /// The places of the items whose day is near enough, and perhaps of some more.
    private func places(
        _ key: ReminderIndex.Key,
        _ part: ReminderIndex.PlanPart,
        _ items: [PlanItem],
        _ window: ReminderWindow
    ) -> [Int] {
        if let entries = part.lists[key] {
            let near = entries.from(earliest(window), through: latest(window))
            return near.map { Int($0.item) }
        }
        if let columns = part.columns {
            let list = key.isMaintenance ? columns.maintenance : columns.items
            return list.places(key.basis, from: earliest(window), through: latest(window))
        }
        let level = key.isMaintenance ? nil : Optional(part.plan.actionLevel)
        let near: [Int]
        if case .deadline = key.basis {
            near = items.places(
                level: level,
                dueFrom: earliest(window),
                through: latest(window)
            )
        } else {
            near = items.indices.filter { place in
                level.map { items[place].level == $0 } ?? true
            }
        }
        return near.filter { items[$0].isOpen }
    }

    private func earliest(_ window: ReminderWindow) -> Int {
        guard case .timescale = rule.basis, let first = window.first else { return .min }
        return first.dayNumber
    }

    private func latest(_ window: ReminderWindow) -> Int {
        guard case .withoutProgress(let interval) = rule.basis else {
            return window.last.dayNumber
        }
        return ReminderWindow.latestStart(interval, before: window.last, calendar).dayNumber
    }

    private mutating func look(at item: PlanItem, order: Int, _ window: ReminderWindow) {
        guard rule.covers(item.timescale) else { return }
        if case .meetings = rule.basis {
            guard case .relativeToMeeting(let reference) = item.timescale.reading else { return }
            for name in reference.bodies {
                for meeting in index.meetings(
                    called: name,
                    before: window,
                    rule.ahead,
                    calendar,
                    day
                ) {
                    raise(due(of: meeting.date), .item(item, order: order), lapses: meeting.date)
                }
            }
            return
        }
        guard let due = due(of: item) else { return }
        raise(due, .item(item, order: order))
    }

    /// Asks the rule about something outside the plans.
    mutating func look(at matter: ReminderMatter, order: Int) {
        plan = nil
        planPlace = index.plans.count
        guard rule.speaks(of: matter, on: day) else { return }
        raise(due(of: matter.due), .matter(matter, order: order), lapses: matter.lapses)
    }

    private mutating func raise(_ due: CivilDate, _ about: About, lapses: CivilDate? = nil) {
        if let lapses, day > lapses { return }
        guard let newest = newestStep(due) else { return }
        var steps = rule.tiers.contains { $0.missed == .sendAll } ? allSteps(due, newest) : [newest]
        let subject = subject(of: about)
        let effect = index.acts.effect(on: ReminderOccasion(subject: subject, due: due), day)
        if let renewal = effect.renewal { renew(&steps, renewal.act, on: renewal.on) }
        for step in steps { add(step, due, about, subject, effect) }
    }

    /// Calls again for the newest of the steps that were reached before an act.
    private func renew(_ steps: inout [Step], _ act: ReminderAct, on day: CivilDate) {
        // A delegate is told of what was reached on the very day; what rested is new on its day.
        let isDelegation = if case .delegated = act.deed { true } else { false }
        let isEarlier = { (step: Step) in
            step.raisedOn < day || (isDelegation && step.raisedOn == day)
        }
        guard var newest = steps.last(where: isEarlier) else { return }
        let isNewest = steps.last.map(isEarlier) ?? false
        steps.removeAll(where: isEarlier)
        guard isNewest else { return }
        newest.again = act
        newest.raisedOn = day
        steps = [newest]
    }

    private func subject(of about: About) -> SubjectReference {
        switch about {
        case .item(let item, _): .action(item.id, of: plan?.id ?? "")
        case .plan: .plan(plan?.id ?? "")
        case .matter(let matter, _): matter.subject
        }
    }

    private mutating func add(
        _ step: Step,
        _ due: CivilDate,
        _ about: About,
        _ subject: SubjectReference,
        _ effect: ReminderActLookup.Effect
    ) {
        let tier = rule.tiers[step.tier]
        if rule.stop == .progress, hasProgress(about, since: firstRaised(due)) { return }
        let words = ReminderWords(rule: rule, plan: plan, about: about, day: day, due: due)
        let isOverdue = if case .overdue = tier.moment { true } else { false }
        let identity = ReminderIdentity(
            rule: rule.id,
            subject: subject,
            due: due,
            step: isOverdue ? "overdue-\(step.occurrence)" : tier.name,
            again: step.again?.sequence
        )
        let again = step.again.map { ", again since it was \($0.words)" } ?? ""
        let reminder = Reminder(
            id: identity.description,
            rule: rule.id,
            subject: subject,
            to: words.recipients(insteadOfLeads: effect.delegate),
            due: due,
            raisedOn: step.raisedOn,
            tier: tier.words(occurrence: step.occurrence) + again,
            occurrence: step.occurrence,
            message: words.message(insteadOfLeads: effect.delegate),
            daysLeft: due - day
        )
        insert(reminder, about, effect.silencing)
    }

    private func hasProgress(_ about: About, since day: CivilDate) -> Bool {
        guard case .item(let item, _) = about, let last = item.lastReport else { return false }
        return last >= day
    }

    /// Adds what the function of a computed rule says of a plan.
    mutating func look(
        at computed: [ComputedReminder],
        _ part: ReminderIndex.PlanPart,
        _ place: Int
    ) {
        plan = part.plan
        planPlace = place
        let plan = part.plan
        var places: [String: Int] = [:]
        let items = plan.items + plan.listedItems
        for (index, item) in items.enumerated() where places[item.id] == nil {
            places[item.id] = index
        }
        for entry in computed where entry.plan == plan.id {
            var about = About.plan
            if let id = entry.item {
                guard let place = places[id], items[place].isOpen else { continue }
                about = .item(items[place], order: place)
            }
            add(entry, about)
        }
    }

    /// Adds what the function of a computed rule says of things outside the plans.
    mutating func look(at computed: [ComputedReminder], _ matters: [ReminderMatter]) {
        plan = nil
        planPlace = index.plans.count
        for (order, matter) in matters.enumerated() where rule.speaks(of: matter, on: day) {
            for entry in computed where entry.matter == matter.subject {
                add(entry, .matter(matter, order: order))
            }
        }
    }

    private mutating func add(_ entry: ComputedReminder, _ about: About) {
        let words = ReminderWords(rule: rule, plan: plan, about: about, day: day, due: entry.due)
        let step = entry.tier.comparisonKey.split(separator: " ").joined(separator: "-")
        let subject = subject(of: about)
        let effect = index.acts.effect(on: ReminderOccasion(subject: subject, due: entry.due), day)
        let identity = ReminderIdentity(
            rule: rule.id,
            subject: subject,
            due: entry.due,
            step: step.isEmpty ? "computed" : step,
            again: effect.renewal?.act.sequence
        )
        let reminder = Reminder(
            id: identity.description,
            rule: rule.id,
            subject: subject,
            to: words.recipients(insteadOfLeads: effect.delegate),
            due: entry.due,
            raisedOn: day,
            tier: entry.tier,
            message: entry.message ?? words.message(insteadOfLeads: effect.delegate),
            daysLeft: entry.due - day
        )
        insert(reminder, about, effect.silencing)
    }

    private mutating func insert(_ reminder: Reminder, _ about: About, _ silencing: ReminderAct?) {
        guard seen.insert(reminder.id).inserted else { return }
        if let act = silencing ?? index.acts.acknowledgement(of: reminder.id) {
            held.append(HeldReminder(reminder: reminder, act: act))
            return
        }
        let place =
            switch about {
            case .item(_, let order), .matter(_, let order): order
            case .plan: -1
            }
        found.append(
            Found(reminder: reminder, plan: planPlace, item: place, order: found.count)
        )
    }

    /// The reminders, the longest overdue first, then in the order of the plan and of the rules.
    func outlook() -> ReminderOutlook {
        let sorted = found.sorted { first, second in
            (first.reminder.due, first.plan, first.item, first.order)
                < (second.reminder.due, second.plan, second.item, second.order)
        }
        return ReminderOutlook(day: day, reminders: sorted.map(\.reminder), held: held)
    }
}
