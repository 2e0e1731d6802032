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

    /// Creates a round.
    ///
    /// - Parameters:
    ///   - reminders: The reminders, the longest overdue first.
    ///   - held: The reminders that somebody's act keeps silent.
    ///   - failures: The rules that could not be asked.
    public init(reminders: [Reminder], held: [HeldReminder] = [], failures: [Failure] = []) {
        self.reminders = reminders
        self.held = held
        self.failures = failures
    }

    /// The round as the outlook of a day.
    ///
    /// - Parameter day: The day that was asked about.
    /// - Returns: The reminders, and those that an act keeps silent.
    public func outlook(on day: CivilDate) -> ReminderOutlook {
        ReminderOutlook(day: day, reminders: reminders, held: held)
    }

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
