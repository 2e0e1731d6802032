// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The reminders of a day, and those that somebody's act keeps silent.
public struct ReminderOutlook: Hashable, Sendable {
    /// The day.
    public var day: CivilDate
    /// The reminders in force, the longest overdue first.
    public var reminders: [Reminder]
    /// The reminders that would be in force but for an act.
    public var held: [HeldReminder]

    /// Creates an outlook.
    ///
    /// - Parameters:
    ///   - day: The day.
    ///   - reminders: The reminders in force.
    ///   - held: The reminders that an act keeps silent.
    public init(day: CivilDate, reminders: [Reminder], held: [HeldReminder] = []) {
        self.day = day
        self.reminders = reminders
        self.held = held
    }

    /// Returns what one person or post is told, whether first or with others; it then stands first.
    ///
    /// - Parameter name: The name; capitals and the kind of dash do not matter.
    /// - Returns: The outlook of that name.
    /// - Complexity: O(*n*) in the number of reminders.
    public func told(to name: String) -> ReminderOutlook {
        func first(_ reminder: Reminder) -> Reminder? {
            guard let own = reminder.to.first(where: { NameKey.matches($0, any: [name]) }) else {
                return nil
            }
            var reminder = reminder
            reminder.to = [own] + reminder.to.filter { $0 != own }
            return reminder
        }
        return ReminderOutlook(
            day: day,
            reminders: reminders.compactMap(first),
            held: held.compactMap { held in
                first(held.reminder).map { HeldReminder(reminder: $0, act: held.act) }
            }
        )
    }

    /// What its leads say is done, and what nobody has signed off yet.
    public var awaitingSignOff: [HeldReminder] { held.filter { $0.act.deed == .done } }
}

/// A reminder that is kept silent, and the act that does so.
public struct HeldReminder: Hashable, Sendable {
    /// The reminder.
    public var reminder: Reminder
    /// The act.
    public var act: ReminderAct

    /// Creates a held reminder.
    ///
    /// - Parameters:
    ///   - reminder: The reminder.
    ///   - act: The act that keeps it silent.
    public init(reminder: Reminder, act: ReminderAct) {
        self.reminder = reminder
        self.act = act
    }
}
