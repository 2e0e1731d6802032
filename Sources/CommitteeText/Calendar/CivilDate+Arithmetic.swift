// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension CivilDate {
    /// Returns the date that lies a number of days later, or at the end of the supported range.
    ///
    /// - Parameters:
    ///   - date: A date.
    ///   - days: The days to go forward; negative to go back.
    /// - Returns: The later date.
    public static func + (date: CivilDate, days: Int) -> CivilDate {
        let (sum, overflowed) = date.dayNumber.addingReportingOverflow(days)
        guard overflowed else { return CivilDate(dayNumber: sum) }
        return days < 0 ? earliest : latest
    }

    /// Returns the date that lies a number of days earlier, or at the end of the supported range.
    ///
    /// - Parameters:
    ///   - date: A date.
    ///   - days: The days to go back; negative to go forward.
    /// - Returns: The earlier date.
    public static func - (date: CivilDate, days: Int) -> CivilDate {
        let (difference, overflowed) = date.dayNumber.subtractingReportingOverflow(days)
        guard overflowed else { return CivilDate(dayNumber: difference) }
        return days < 0 ? latest : earliest
    }

    /// Returns the days from one date to another, negative when the first is the earlier one.
    ///
    /// - Parameters:
    ///   - later: The date to count to.
    ///   - earlier: The date to count from.
    /// - Returns: The number of days.
    public static func - (later: CivilDate, earlier: CivilDate) -> Int {
        later.dayNumber - earlier.dayNumber
    }

    /// Returns the same day of a later month, or that month's last day when it is shorter.
    ///
    /// One month after 31 January 2023 is 28 February 2023. To step through months without drifting
    /// to shorter days, always add to the first date.
    ///
    /// - Parameter months: The months to go forward; negative to go back.
    /// - Returns: The date, or an end of the supported range when it lies outside it.
    public func adding(months: Int) -> CivilDate {
        let (year, month, day) = parts
        // More than the whole range of months always saturates; this keeps the sum small.
        let step = min(max(months, -200_000), 200_000)
        let total = year * 12 + month - 1 + step
        guard total >= 12 else { return .earliest }
        guard total < 120_000 else { return .latest }
        let newYear = total / 12
        let newMonth = total % 12 + 1
        return CivilDate(
            uncheckedYear: newYear,
            month: newMonth,
            day: min(day, Self.dayCount(year: newYear, month: newMonth))
        )
    }

    /// Returns the same day of a later year, 29 February becoming 28 February where there is none.
    ///
    /// - Parameter years: The years to go forward; negative to go back.
    /// - Returns: The date, or an end of the supported range when it lies outside it.
    public func adding(years: Int) -> CivilDate {
        adding(months: min(max(years, -20_000), 20_000) * 12)
    }

    /// Returns the date on which a period that begins on this date has passed.
    ///
    /// - Parameter period: The period, such as six months.
    /// - Returns: The date, or an end of the supported range when it lies outside it.
    public func adding(_ period: Period) -> CivilDate {
        adding(period, times: 1)
    }

    /// Returns the date that lies several periods later, counted from this date at once.
    package func adding(_ period: Period, times: Int) -> CivilDate {
        let (count, overflowed) = period.count.multipliedReportingOverflow(by: times)
        let steps = overflowed ? ((period.count < 0) == (times < 0) ? Int.max : Int.min) : count
        let bounded = min(max(steps, -4_000_000), 4_000_000)
        return switch period.unit {
        case .days: self + bounded
        case .weeks: self + bounded * 7
        case .months: adding(months: bounded)
        case .quarters: adding(months: bounded * 3)
        case .years: adding(years: bounded)
        }
    }
}
