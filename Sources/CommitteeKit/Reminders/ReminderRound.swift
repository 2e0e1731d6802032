// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The reminders due on a day, with the rules that could not be asked.
///
/// A round is a collection of its reminders, the longest overdue first. A rule that fails leaves the
/// others running; look at ``failures``, since a reminder may be missing.
///
/// ```swift
/// let round = await library.reminders(for: edition, on: today)
/// for reminder in round where !sent.contains(reminder.id) { try await mail(reminder) }
/// ```
public struct ReminderRound: RandomAccessCollection, Sendable {
    /// A rule that could not be asked.
    public struct Failure: Sendable {
        /// The rule's identifier, `plugin/name`.
        public var rule: String
        /// Why it could not be asked.
        public var error: any Error
    }

    /// The reminders, the longest overdue first.
    public var reminders: [Reminder]
    /// The reminders that somebody's act keeps silent.
    public var held: [HeldReminder]
    /// The rules that could not be asked.
    public var failures: [Failure]

    /// The position of the first reminder.
    public var startIndex: Int { reminders.startIndex }
    /// The position after the last reminder.
    public var endIndex: Int { reminders.endIndex }
    /// The reminder at a position.
    public subscript(position: Int) -> Reminder { reminders[position] }
}

extension Contributions {
    /// Tells whether a rule speaks of a plan.
    ///
    /// The rules of a plugin that declares layouts speak of the plans in these layouts: they are
    /// one committee's. The rules of any other plugin speak of every plan, unless the plugin of the
    /// plan's layout has a rule of the same name, which then takes their place.
    ///
    /// - Parameters:
    ///   - rule: The rule.
    ///   - plan: The plan.
    /// - Returns: Whether the rule speaks of the plan.
    /// - Complexity: O(*n*) in the number of layouts and rules.
    public func applies(_ rule: ReminderRule, to plan: Plan) -> Bool {
        let plugin = Self.plugin(of: rule.id)
        let own = plan.layout.map(Self.plugin)
        if plugin == own { return true }
        if layouts.contains(where: { Self.plugin(of: $0.id) == plugin }) { return false }
        guard let own else { return true }
        let replacement = own + rule.id.dropFirst(plugin.count)
        return !rules.contains { $0.id == replacement }
    }

    /// Tells whether a rule that looks beside the plans speaks of a committee.
    ///
    /// It does when it would speak of one of the committee's plans, or of a plan without a layout.
    ///
    /// - Parameters:
    ///   - rule: The rule.
    ///   - edition: The committee's record.
    /// - Returns: Whether the rule speaks of the committee.
    /// - Complexity: O(*n* × *m*) in the number of plans, and of layouts and rules.
    func applies(_ rule: ReminderRule, to edition: Edition) -> Bool {
        guard edition.plans.isEmpty else {
            return edition.plans.contains { applies(rule, to: $0) }
        }
        return !layouts.contains { Self.plugin(of: $0.id) == Self.plugin(of: rule.id) }
    }

    private static func plugin(of id: String) -> String {
        String(id.prefix { $0 != "/" })
    }
}

extension CommitteeLibrary {
    /// Returns the reminders due on a day, by every rule of every plugin that speaks of a plan.
    ///
    /// - Parameters:
    ///   - edition: The committee's record, as it was true on the day.
    ///   - day: The day; the host's today when nil.
    ///   - calendar: The calendar that says which days are working days; that of the record, else
    ///     Scotland's, when nil.
    ///   - matters: What else is due, of which the record does not know.
    /// - Returns: The reminders, and the rules that could not be asked.
    public func reminders(
        for edition: Edition,
        on day: CivilDate? = nil,
        calendar: WorkingCalendar? = nil,
        matters: [ReminderMatter] = []
    ) async -> ReminderRound {
        let day = day ?? today()
        let contributions = plugins.contributions
        var scope = ReminderScope(matters: matters, contributions: contributions)
        var failures: [ReminderRound.Failure] = []
        for rule in contributions.rules where rule.isComputed {
            do {
                scope.computed[rule.id] = try await plugins.computedReminders(
                    of: rule.id,
                    in: edition,
                    on: day
                )
            } catch {
                failures.append(ReminderRound.Failure(rule: rule.id, error: error))
            }
        }
        let schedule = ReminderSchedule(
            rules: contributions.rules,
            calendar: calendar ?? edition.workingCalendar ?? .scotland
        )
        let outlook = schedule.outlook(for: edition, on: day, scope: scope)
        return ReminderRound(
            reminders: outlook.reminders,
            held: outlook.held,
            failures: failures
        )
    }
}
