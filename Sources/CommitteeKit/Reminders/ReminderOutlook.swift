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
