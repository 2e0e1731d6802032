// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension ChangeRequest {
    /// Records what somebody did about a reminder.
    ///
    /// - Parameters:
    ///   - deed: What they did.
    ///   - reminder: The reminder.
    ///   - note: What they say about it; kept where it can be erased.
    /// - Returns: The request.
    public static func reminder(
        _ deed: ReminderAct.Deed,
        _ reminder: ReminderIdentity,
        note: Prose = Prose()
    ) -> ChangeRequest {
        ChangeRequest(.subject(reminder.subject), [.reminder(reminder, deed, note: note)])
    }

    /// Records that a reminder was seen.
    ///
    /// - Parameter reminder: The reminder.
    /// - Returns: The request.
    public static func acknowledging(_ reminder: ReminderIdentity) -> ChangeRequest {
        .reminder(.acknowledged, reminder)
    }

    /// Lets a reminder rest until a day.
    ///
    /// - Parameters:
    ///   - reminder: The reminder.
    ///   - day: The day on which it is raised again.
    /// - Returns: The request.
    public static func snoozing(
        _ reminder: ReminderIdentity,
        until day: CivilDate
    ) -> ChangeRequest {
        .reminder(.snoozed(until: day), reminder)
    }

    /// Passes a reminder on to another lead.
    ///
    /// - Parameters:
    ///   - reminder: The reminder.
    ///   - name: The lead: the words for a role, never a person's name.
    /// - Returns: The request.
    public static func delegating(_ reminder: ReminderIdentity, to name: String) -> ChangeRequest {
        .reminder(.delegated(to: name), reminder)
    }
}
