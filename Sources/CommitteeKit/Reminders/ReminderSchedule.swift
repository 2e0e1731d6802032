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
    ///   - applies: Whether a rule speaks of a plan; every rule of every plan when left out.
    /// - Returns: The reminders.
    /// - Complexity: O(*r* × *n*) in the number of rules and of items, and O(*k* log *k*) in the
    ///   number of reminders.
    public func reminders(
        for edition: Edition,
        on day: CivilDate,
        computed: [String: [ComputedReminder]] = [:],
        where applies: (ReminderRule, Plan) -> Bool = { _, _ in true }
    ) -> [Reminder] {
        let succeeded = edition.succeededPlans
        var run = ReminderRun(day: day, calendar: calendar)
        for rule in rules {
            for plan in edition.plans
            where !succeeded.contains(plan.id) && applies(rule, plan) {
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
