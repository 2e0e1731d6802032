// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One asking of a schedule.
struct ReminderRun {
    /// A step that was reached.
    struct Step {
        var tier: Int
        var raisedOn: CivilDate
        var occurrence: Int
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
    private(set) var rule = ReminderRule(id: "")
    private(set) var plan = Plan(id: "", title: "", period: .always, levels: [])
    private var planOrder: [String: Int] = [:]
    private var found: [Found] = []
    private var seen: Set<String> = []
    var workingDays: [WorkingDays: CivilDate] = [:]

    init(day: CivilDate, calendar: WorkingCalendar) {
        self.day = day
        self.calendar = calendar
    }

    mutating func begin(_ rule: ReminderRule, _ plan: Plan) {
        self.rule = rule
        self.plan = plan
        if planOrder[plan.id] == nil { planOrder[plan.id] = planOrder.count }
    }

    mutating func look() {
        let plan = plan
        switch rule.each {
        case .action:
            let level = plan.actionLevel
            for index in plan.items.indices where plan.items[index].level == level {
                look(at: plan.items[index], order: index)
            }
        case .maintenance:
            for index in plan.maintenance.indices {
                look(at: plan.maintenance[index], order: plan.items.count + index)
            }
        default:
            if let due = checkDue() { raise(due, item: nil, order: -1) }
        }
    }

    private mutating func look(at item: PlanItem, order: Int) {
        guard item.canBeReminded, let due = due(of: item), rule.covers(item.timescale)
        else { return }
        raise(due, item: item, order: order)
    }

    private mutating func raise(_ due: CivilDate, item: PlanItem?, order: Int) {
        guard let newest = newestStep(due) else { return }
        let steps = rule.tiers.contains { $0.missed == .sendAll } ? allSteps(due, newest) : [newest]
        for step in steps { add(step, due: due, item: item, order: order) }
    }

    private mutating func add(_ step: Step, due: CivilDate, item: PlanItem?, order: Int) {
        let tier = rule.tiers[step.tier]
        let words = ReminderWords(rule: rule, plan: plan, item: item, day: day, due: due)
        let isOverdue = if case .overdue = tier.moment { true } else { false }
        insert(
            Reminder(
                id: words.identifier(step: isOverdue ? "overdue-\(step.occurrence)" : tier.name),
                rule: rule.id,
                plan: plan.id,
                item: item?.id,
                to: words.recipients,
                due: due,
                raisedOn: step.raisedOn,
                tier: tier.words(occurrence: step.occurrence),
                occurrence: step.occurrence,
                message: words.message,
                daysLeft: due - day
            ),
            order: order
        )
    }

    /// Adds what the function of a computed rule says of the plan.
    mutating func look(at computed: [ComputedReminder]) {
        var places: [String: Int] = [:]
        let items = plan.items + plan.maintenance + plan.backlog
        for (index, item) in items.enumerated() where places[item.id] == nil {
            places[item.id] = index
        }
        for entry in computed where entry.plan == plan.id {
            var item: PlanItem?
            if let id = entry.item {
                guard let place = places[id], items[place].canBeReminded else { continue }
                item = items[place]
            }
            let words = ReminderWords(rule: rule, plan: plan, item: item, day: day, due: entry.due)
            let step = entry.tier.comparisonKey.split(separator: " ").joined(separator: "-")
            insert(
                Reminder(
                    id: words.identifier(step: step.isEmpty ? "computed" : step),
                    rule: rule.id,
                    plan: plan.id,
                    item: item?.id,
                    to: words.recipients,
                    due: entry.due,
                    raisedOn: day,
                    tier: entry.tier,
                    message: entry.message ?? words.message,
                    daysLeft: entry.due - day
                ),
                order: entry.item.flatMap { places[$0] } ?? -1
            )
        }
    }

    private mutating func insert(_ reminder: Reminder, order: Int) {
        guard seen.insert(reminder.id).inserted else { return }
        found.append(
            Found(
                reminder: reminder,
                plan: planOrder[plan.id] ?? 0,
                item: order,
                order: found.count
            )
        )
    }

    /// The reminders, the longest overdue first, then in the order of the plan and of the rules.
    func sorted() -> [Reminder] {
        found.sorted { first, second in
            (first.reminder.due, first.plan, first.item, first.order)
                < (second.reminder.due, second.plan, second.item, second.order)
        }.map(\.reminder)
    }
}
