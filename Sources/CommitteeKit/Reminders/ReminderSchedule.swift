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
    /// one identifier. What somebody's act keeps silent is left out; ``outlook(for:on:scope:)``
    /// has it too.
    ///
    /// - Parameters:
    ///   - edition: The committee's record, as it was true on the day.
    ///   - day: The day.
    ///   - computed: What the functions of computed rules say, by the identifier of the rule. A
    ///     reminder of a plan or an item that the edition does not hold is left out.
    ///   - applies: Whether a rule speaks of a plan; every rule of every plan when left out.
    /// - Returns: The reminders.
    /// - Complexity: O(*r* × *n*) in the number of rules and of items, and O(*k* log *k*) in the
    ///   number of reminders; ``outlook(in:on:scope:)`` asks about many days faster.
    public func reminders(
        for edition: Edition,
        on day: CivilDate,
        computed: [String: [ComputedReminder]] = [:],
        where applies: (ReminderRule, Plan) -> Bool = { _, _ in true }
    ) -> [Reminder] {
        let scope = ReminderScope(computed: computed)
        let index = ReminderIndex(askedOnce: edition)
        return outlook(in: index, on: day, scope: scope, where: applies).reminders
    }

    /// Returns the reminders in force on a day, and those that an act keeps silent.
    ///
    /// - Parameters:
    ///   - edition: The committee's record, as it was true on the day.
    ///   - day: The day.
    ///   - scope: What the host and the plugins add.
    /// - Returns: The outlook.
    /// - Complexity: O(*r* × *n*) in the number of rules and of items, and O(*k* log *k*) in the
    ///   number of reminders; ``outlook(in:on:scope:)`` asks about many days faster.
    public func outlook(
        for edition: Edition,
        on day: CivilDate,
        scope: ReminderScope = ReminderScope()
    ) -> ReminderOutlook {
        outlook(in: ReminderIndex(askedOnce: edition), on: day, scope: scope)
    }

    /// Returns the reminders in force on a day, and those that an act keeps silent.
    ///
    /// - Parameters:
    ///   - index: The edition, prepared for the rules of this schedule.
    ///   - day: The day.
    ///   - scope: What the host and the plugins add.
    /// - Returns: The outlook.
    /// - Complexity: O(*r* × log *n* + *k* log *k*) in the number of rules, of items, and of items
    ///   whose day is near enough; items of which nothing is due cost nothing.
    public func outlook(
        in index: ReminderIndex,
        on day: CivilDate,
        scope: ReminderScope = ReminderScope()
    ) -> ReminderOutlook {
        outlook(in: index, on: day, scope: scope) { rule, plan in
            scope.reach?.speaksOfPlan(rule, plan) ?? true
        }
    }

    private func outlook(
        in index: ReminderIndex,
        on day: CivilDate,
        scope: ReminderScope,
        where applies: (ReminderRule, Plan) -> Bool
    ) -> ReminderOutlook {
        var run = ReminderRun(index, on: day, calendar)
        for rule in rules {
            run.rule = rule
            guard rule.each.isOfPlans else {
                guard scope.reach?.speaksOfCommittee(rule, index.edition) ?? true else {
                    continue
                }
                let window = ReminderWindow(rule, on: day, calendar)
                let matters = index.matters(
                    for: rule,
                    on: day,
                    within: window,
                    calendar,
                    adding: scope.matters
                )
                if rule.isComputed {
                    run.look(at: scope.computed[rule.id] ?? [], matters)
                    continue
                }
                for (order, matter) in matters.enumerated() { run.look(at: matter, order: order) }
                continue
            }
            for (place, part) in index.plans.enumerated() where applies(rule, part.plan) {
                if rule.isComputed {
                    run.look(at: scope.computed[rule.id] ?? [], part, place)
                } else {
                    run.look(at: part, place: place)
                }
            }
        }
        return run.outlook()
    }
}

/// What a host and its plugins add to what the record says, for one asking of a schedule.
public struct ReminderScope: Sendable {
    /// What the functions of computed rules say, by the identifier of the rule.
    public var computed: [String: [ComputedReminder]]
    /// What else is due, of which the record does not know; what it does know too is left out.
    public var matters: [ReminderMatter]
    /// Of what each rule speaks; every rule of everything when nil.
    public var reach: ReminderReach?

    /// Creates a scope.
    ///
    /// - Parameters:
    ///   - computed: What the functions of computed rules say.
    ///   - matters: What else is due.
    ///   - reach: Of what each rule speaks.
    public init(
        computed: [String: [ComputedReminder]] = [:],
        matters: [ReminderMatter] = [],
        reach: ReminderReach? = nil
    ) {
        self.computed = computed
        self.matters = matters
        self.reach = reach
    }
}

/// Of which plans and of which committee a rule speaks, as the plugins say it.
public struct ReminderReach: Sendable {
    /// Whether a rule speaks of a plan.
    public let speaksOfPlan: @Sendable (ReminderRule, Plan) -> Bool
    /// Whether a rule that looks beside the plans speaks of a committee.
    public let speaksOfCommittee: @Sendable (ReminderRule, Edition) -> Bool

    /// Creates the reach of rules.
    ///
    /// - Parameters:
    ///   - speaksOfPlan: Whether a rule speaks of a plan.
    ///   - speaksOfCommittee: Whether a rule that looks beside the plans speaks of a committee.
    public init(
        speaksOfPlan: @escaping @Sendable (ReminderRule, Plan) -> Bool,
        speaksOfCommittee: @escaping @Sendable (ReminderRule, Edition) -> Bool
    ) {
        self.speaksOfPlan = speaksOfPlan
        self.speaksOfCommittee = speaksOfCommittee
    }
}
