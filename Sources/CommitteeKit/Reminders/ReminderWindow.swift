// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The due dates that can have a reminder in force on a day, by one rule: never too few.
struct ReminderWindow {
    /// The earliest due date; nil when however long ago.
    var first: CivilDate?
    /// The latest due date.
    var last: CivilDate

    init(_ rule: ReminderRule, on day: CivilDate, _ calendar: WorkingCalendar) {
        last = day - 1
        first = day
        for tier in rule.tiers {
            switch tier.moment {
            case .beforeDue(let interval):
                last = max(last, Self.latest(interval, before: day, calendar))
                if tier.missed == .sendAll { first = nil }
            case .overdue: first = nil
            }
        }
        guard rule.isComputed else { return }
        // A function sees what was due at any time, and what is due within a year.
        first = nil
        last = day.adding(Period(1, .years), times: 1)
    }

    /// A day that is not before any due date whose reminder, so long ahead, comes by a day.
    static func latest(
        _ interval: ReminderInterval,
        before day: CivilDate,
        _ calendar: WorkingCalendar
    ) -> CivilDate {
        switch interval {
        // Months of different lengths shift a day by three days at most.
        case .period(let period): max(day, day.adding(period, times: 1) + 4)
        case .workingDays(let count): calendar.adding(workingDays: max(count, 0) + 1, to: day)
        }
    }

    /// A day that is not before any first day that lies so long before a due date up to a day.
    static func latestStart(
        _ interval: ReminderInterval,
        before due: CivilDate,
        _ calendar: WorkingCalendar
    ) -> CivilDate {
        switch interval {
        case .period(let period): min(due, due.adding(period, times: -1) + 4)
        case .workingDays(let count): calendar.adding(workingDays: min(1 - count, 0), to: due)
        }
    }
}
