// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Tells which reminders are in force on a day.
///
/// It looks at plans that are in force, and says nothing of what is completed, of what is not
/// known to be still open, and of what left its plan. Of the steps that a rule has reached for one
/// item, the newest is in force; an earlier one only when the rule says that missed reminders are
/// all sent. Steps before the due date lapse with it.
///
/// ```swift
/// let schedule = ReminderSchedule(rules: rules, calendar: .scotland)
/// for reminder in schedule.reminders(for: edition, on: today) where !sent.contains(reminder.id) {
///     print(reminder.message)
/// }
/// ```
///
/// Give it an edition that holds all the progress that the reminded may read: progress that was
/// cut for the audience counts as never reported.
public struct ReminderSchedule: Sendable {
    /// The rules.
    public var rules: [ReminderRule]
    /// The calendar that says which days are working days.
    public var calendar: WorkingCalendar

    /// The most missed occurrences of one step that are told of one item: the newest.
    public static let mostMissed = 100

    /// Creates a schedule.
    ///
    /// - Parameters:
    ///   - rules: The rules.
    ///   - calendar: The calendar that says which days are working days.
    public init(rules: [ReminderRule], calendar: WorkingCalendar) {
        self.rules = rules
        self.calendar = calendar
    }

    /// Returns the reminders in force on a day, the longest overdue first.
    ///
    /// The same arguments give the same list. Each reminder occurs once, even when two rules have
    /// one identifier.
    ///
    /// - Parameters:
    ///   - edition: The committee's record, as it was true on the day.
    ///   - day: The day.
    ///   - computed: What the functions of computed rules say, by the identifier of the rule. A
    ///     reminder of a plan or an item that the edition does not hold is left out.
    /// - Returns: The reminders.
    /// - Complexity: O(*r* × *n*) in the number of rules and of items, and O(*k* log *k*) in the
    ///   number of reminders.
    public func reminders(
        for edition: Edition, on day: CivilDate, computed: [String: [ComputedReminder]] = [:]
    ) -> [Reminder] {
        let succeeded = edition.succeededPlans
        var run = ReminderRun(day: day, calendar: calendar)
        for rule in rules {
            for plan in edition.plans where !succeeded.contains(plan.id) {
                run.begin(rule, plan)
                if rule.isComputed {
                    run.look(at: computed[rule.id] ?? [])
                } else {
                    run.look()
                }
            }
        }
        return run.sorted()
    }
}

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

    private struct WorkingDays: Hashable {
        var count: Int
        var date: CivilDate
    }

    let day: CivilDate
    let calendar: WorkingCalendar
    private var rule = ReminderRule(id: "")
    private var plan = Plan(id: "", title: "", period: .always, levels: [])
    private var planOrder: [String: Int] = [:]
    private var found: [Found] = []
    private var seen: Set<String> = []
    private var workingDays: [WorkingDays: CivilDate] = [:]

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
            if let due = dueCheck { raise(due, item: nil, order: -1) }
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
                rule: rule.id, plan: plan.id, item: item?.id, to: words.recipients, due: due,
                raisedOn: step.raisedOn, tier: tier.words(occurrence: step.occurrence),
                occurrence: step.occurrence, message: words.message, daysLeft: due - day),
            order: order)
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
                    rule: rule.id, plan: plan.id, item: item?.id, to: words.recipients,
                    due: entry.due, raisedOn: day, tier: entry.tier,
                    message: entry.message ?? words.message, daysLeft: entry.due - day),
                order: entry.item.flatMap { places[$0] } ?? -1)
        }
    }

    private mutating func insert(_ reminder: Reminder, order: Int) {
        guard seen.insert(reminder.id).inserted else { return }
        found.append(
            Found(
                reminder: reminder, plan: planOrder[plan.id] ?? 0, item: order,
                order: found.count))
    }

    /// The reminders, the longest overdue first, then in the order of the plan and of the rules.
    func sorted() -> [Reminder] {
        found.sorted { first, second in
            (first.reminder.due, first.plan, first.item, first.order)
                < (second.reminder.due, second.plan, second.item, second.order)
        }.map(\.reminder)
    }
}

// When something is due, and which steps have been reached.
extension ReminderRun {
    private mutating func due(of item: PlanItem) -> CivilDate? {
        switch rule.basis {
        case .timescale: return item.timescale.due
        case .withoutProgress(let interval):
            guard let last = item.lastReport ?? item.added ?? plan.period.from else { return nil }
            return adding(interval, times: 1, to: last)
        case .withoutCheck: return nil
        }
    }

    /// When the plan's next progress check is due; none is after the plan's last day.
    private var dueCheck: CivilDate? {
        mutating get {
            guard case .withoutCheck(let interval) = rule.basis,
                let last = plan.lastCheck ?? plan.period.from
            else { return nil }
            let due = adding(interval, times: 1, to: last)
            if let end = plan.period.until, due > end { return nil }
            return due
        }
    }

    /// The step that was reached last.
    private mutating func newestStep(_ due: CivilDate) -> Step? {
        var newest: Step?
        for index in rule.tiers.indices {
            guard let step = step(index, due), step.raisedOn >= newest?.raisedOn ?? .earliest
            else { continue }
            newest = step
        }
        return newest
    }

    /// Every step that is in force, oldest first.
    private mutating func allSteps(_ due: CivilDate, _ newest: Step) -> [Step] {
        var steps: [Step] = []
        for index in rule.tiers.indices {
            guard let last = step(index, due) else { continue }
            guard rule.tiers[index].missed == .sendAll else {
                if index == newest.tier { steps.append(newest) }
                continue
            }
            let first = max(1, last.occurrence - ReminderSchedule.mostMissed + 1)
            for occurrence in first...last.occurrence {
                steps.append(
                    Step(
                        tier: index, raisedOn: raised(index, due, occurrence),
                        occurrence: occurrence))
            }
        }
        return steps.sorted { ($0.raisedOn, $0.tier) < ($1.raisedOn, $1.tier) }
    }

    /// The newest occurrence of one step, when it has been reached and has not lapsed.
    private mutating func step(_ index: Int, _ due: CivilDate) -> Step? {
        switch rule.tiers[index].moment {
        case .beforeDue:
            guard day <= due || rule.tiers[index].missed == .sendAll else { return nil }
            let raisedOn = raised(index, due, 1)
            return raisedOn <= day ? Step(tier: index, raisedOn: raisedOn, occurrence: 1) : nil
        case .overdue(let every):
            guard day > due else { return nil }
            let count = occurrences(every, from: due + 1)
            return Step(tier: index, raisedOn: raised(index, due, count), occurrence: count)
        }
    }

    private mutating func raised(_ index: Int, _ due: CivilDate, _ occurrence: Int) -> CivilDate {
        switch rule.tiers[index].moment {
        case .beforeDue(let interval): return adding(interval, times: -1, to: due)
        case .overdue(let every):
            guard let every, occurrence > 1 else { return due + 1 }
            return adding(every, times: occurrence - 1, to: due + 1)
        }
    }

    /// How often a step that comes again has come from its first day to the day of asking.
    private func occurrences(_ every: ReminderInterval?, from first: CivilDate) -> Int {
        guard let every, every.count > 0 else { return 1 }
        if case .workingDays(let count) = every {
            return calendar.workingDays(from: first, to: day) / count + 1
        }
        // A period is at least a day long, so there are no more of them than days.
        var reached = 0
        var beyond = day - first + 1
        while beyond - reached > 1 {
            let middle = (reached + beyond) / 2
            if every.adding(times: middle, to: first, calendar) <= day {
                reached = middle
            } else {
                beyond = middle
            }
        }
        return reached + 1
    }

    /// Adds a length of time; walks over working days once for each date.
    private mutating func adding(
        _ interval: ReminderInterval, times: Int, to date: CivilDate
    ) -> CivilDate {
        guard case .workingDays(let count) = interval else {
            return interval.adding(times: times, to: date, calendar)
        }
        let key = WorkingDays(count: count.multipliedReportingOverflow(by: times).partialValue, date: date)
        if let known = workingDays[key] { return known }
        let result = interval.adding(times: times, to: date, calendar)
        workingDays[key] = result
        return result
    }
}

extension ReminderRule {
    fileprivate func covers(_ timescale: Timescale) -> Bool {
        guard !timescales.isEmpty else { return true }
        if timescales.contains(timescale.kind) { return true }
        guard case .span(_, isOngoing: true) = timescale.reading else { return false }
        return timescales.contains("ongoing")
    }
}

extension PlanItem {
    /// Whether the item is known to be open and in its plan.
    fileprivate var canBeReminded: Bool {
        guard exit == nil else { return false }
        switch completion {
        case .notStated, .ongoing: return true
        case .completed, .notKnown: return false
        }
    }

    /// The newest date of which a report of progress or a status speaks.
    var lastReport: CivilDate? {
        var last = status?.asAt
        for index in progress.indices {
            last = max(last ?? .earliest, progress[index].asAt)
        }
        return last
    }
}

extension Plan {
    /// The date of the newest progress check that a document states.
    var lastCheck: CivilDate? { statedChecks.lazy.compactMap(\.date).max() }
}
