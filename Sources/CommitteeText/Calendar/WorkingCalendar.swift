// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The working days of a committee: every day but weekends and holidays.
///
/// ```swift
/// let calendar = WorkingCalendar(rules: HolidayRule.scotland, added: [CivilDate(2026, 6, 15)])
/// calendar.isWorkingDay(CivilDate(2026, 11, 30))                  // false
/// calendar.adding(workingDays: 5, to: CivilDate(2026, 12, 22))    // 2026-12-31
/// ```
public struct WorkingCalendar: Hashable, Sendable {
    /// The days of the week on which nobody works.
    public let weekend: Set<Weekday>
    /// The rules that give the holidays of every year.
    public let rules: [HolidayRule]
    /// Holidays that no rule gives, such as a day proclaimed for one year.
    public let added: Set<CivilDate>
    /// Days that a rule gives and that are not holidays after all.
    public let removed: Set<CivilDate>

    /// Creates a calendar.
    ///
    /// - Parameters:
    ///   - weekend: The days of the week on which nobody works.
    ///   - rules: The rules that give the holidays of every year.
    ///   - added: Further holidays.
    ///   - removed: Days that a rule gives and that are not holidays. A day that is both added and
    ///     removed is a holiday.
    public init(
        weekend: Set<Weekday> = [.saturday, .sunday],
        rules: [HolidayRule] = [],
        added: Set<CivilDate> = [],
        removed: Set<CivilDate> = []
    ) {
        self.weekend = weekend
        self.rules = rules
        self.added = added
        self.removed = removed
    }

    /// The calendar with the weekend and the bank holidays of Scotland.
    public static let scotland = WorkingCalendar(rules: HolidayRule.scotland)

    /// Returns the holidays of a year in order, substitute days in place of those on a weekend.
    ///
    /// Takes time linear in the number of rules, added and removed days.
    ///
    /// - Parameter year: The year.
    /// - Returns: The holidays that fall in the year.
    public func holidays(in year: Int) -> [CivilDate] {
        holidaySet(in: year).sorted()
    }

    /// Returns whether people work on a day.
    ///
    /// - Parameter date: The day.
    /// - Returns: False for weekends and holidays.
    public func isWorkingDay(_ date: CivilDate) -> Bool {
        guard !weekend.contains(date.weekday), !added.contains(date) else { return false }
        guard !rules.isEmpty, !removed.contains(date) else { return true }
        return !holidaySet(in: date.year).contains(date)
    }

    /// Returns the day on which a number of working days has passed.
    ///
    /// Day one is the first working day after the given day. With zero the day itself is returned,
    /// working or not. Takes time linear in the days passed, never more than the supported range.
    ///
    /// - Parameters:
    ///   - count: The working days to go forward; negative to go back.
    ///   - date: The day to count from.
    /// - Returns: The working day, or an end of the supported range when there are not so many.
    public func adding(workingDays count: Int, to date: CivilDate) -> CivilDate {
        let step = count < 0 ? -1 : 1
        let end: CivilDate = count < 0 ? .earliest : .latest
        var left = count.magnitude
        var day = date
        var walk = Walk(calendar: self)
        while left > 0, day != end {
            day = day + step
            if walk.isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// Returns the working days after one day up to and including another.
    ///
    /// It is the number that ``adding(workingDays:to:)`` needs to come from the one to the other.
    /// Takes time linear in the days between.
    ///
    /// - Parameters:
    ///   - start: The day to count from; it is not counted itself.
    ///   - end: The day to count to.
    /// - Returns: The number of working days, negative when the end lies before the start.
    public func workingDays(from start: CivilDate, to end: CivilDate) -> Int {
        var walk = Walk(calendar: self)
        var count = 0
        let step = end < start ? -1 : 1
        var day = start
        while day != end {
            day = day + step
            if walk.isWorkingDay(day) { count += step }
        }
        return count
    }

    private func holidaySet(in year: Int) -> Set<CivilDate> {
        var days: Set<CivilDate> = []
        var substituted: [CivilDate] = []
        for rule in rules {
            guard let date = rule.date(in: year) else { continue }
            if case .fixed = rule, weekend.contains(date.weekday) {
                substituted.append(date)
            } else {
                days.insert(date)
            }
        }
        for date in substituted.sorted() {
            days.insert(substitute(for: date, besides: days))
        }
        days.subtract(removed)
        days.formUnion(added.filter { $0.year == year })
        return days
    }

    /// Returns the next day that is neither weekend nor holiday; the day itself if all are.
    private func substitute(for date: CivilDate, besides days: Set<CivilDate>) -> CivilDate {
        for offset in 1...31 {
            let next = date + offset
            if !weekend.contains(next.weekday), !days.contains(next) { return next }
        }
        return date
    }

    /// Asks about one day after another, keeping the holidays of the year that it is in.
    private struct Walk {
        let calendar: WorkingCalendar
        var year = 0
        var holidays: Set<CivilDate> = []

        init(calendar: WorkingCalendar) {
            self.calendar = calendar
        }

        mutating func isWorkingDay(_ date: CivilDate) -> Bool {
            guard !calendar.weekend.contains(date.weekday) else { return false }
            let newYear = date.year
            if newYear != year {
                year = newYear
                holidays = calendar.holidaySet(in: newYear)
            }
            return !holidays.contains(date)
        }
    }
}
