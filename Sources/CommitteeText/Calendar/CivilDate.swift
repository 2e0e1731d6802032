// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A day of the calendar, without a time or a time zone.
///
/// Due dates, as-at dates and meeting days are civil dates: the same day for everyone who reads the
/// plan. The calendar is the proleptic Gregorian one, from 1 January of year 1 to 31 December of
/// year 9999. Inside, a date is the number of days since 1 January 1970, so comparing, adding and
/// subtracting cost next to nothing.
///
/// ```swift
/// let due = CivilDate(2026, 7, 31)
/// due + 30                        // 2026-08-30
/// due - CivilDate(2026, 7, 1)     // 30
/// due.formatted("d MMMM yyyy")    // 31 July 2026
/// ```
///
/// Arithmetic is total: a result before ``earliest`` is ``earliest`` and a result after ``latest``
/// is ``latest``. It never overflows and never stops the program.
public struct CivilDate: Hashable, Sendable {
    /// The days from 1 January 1970 to this date; always within the supported range.
    private let days: Int32

    private init(days: Int32) {
        self.days = days
    }

    /// The first date that can be written: 1 January of year 1.
    public static let earliest = CivilDate(days: firstDayNumber)
    /// The last date that can be written: 31 December of year 9999.
    public static let latest = CivilDate(days: lastDayNumber)

    private static let firstDayNumber: Int32 = -719_162
    private static let lastDayNumber: Int32 = 2_932_896

    /// The number of days from 1 January 1970 to this date, negative before it.
    public var dayNumber: Int { Int(days) }

    /// Creates the date that lies a number of days after 1 January 1970.
    ///
    /// A number outside the supported range gives ``earliest`` or ``latest``.
    ///
    /// - Parameter dayNumber: The days since 1 January 1970.
    public init(dayNumber: Int) {
        let clamped = min(max(dayNumber, Int(Self.firstDayNumber)), Int(Self.lastDayNumber))
        days = Int32(truncatingIfNeeded: clamped)
    }

    /// Creates a date from its parts, or returns nil when there is no such day.
    ///
    /// - Parameters:
    ///   - year: The year, 1 to 9999.
    ///   - month: The month, 1 to 12.
    ///   - day: The day of the month, 1 to 31.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.dayCount(year: year, month: month)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// Creates a date that is written in code.
    ///
    /// For dates that come from outside use ``init(year:month:day:)`` or ``init(iso:)``, which
    /// return nil instead of stopping the program.
    ///
    /// - Precondition: There is such a day in the years 1 to 9999.
    /// - Parameters:
    ///   - year: The year.
    ///   - month: The month, 1 to 12.
    ///   - day: The day of the month.
    public init(_ year: Int, _ month: Int, _ day: Int) {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            preconditionFailure(
                "There is no day \(year)-\(month)-\(day) in the calendar; check the literal."
            )
        }
        self = date
    }

    /// Creates a date from year, month and day that are known to be in range.
    ///
    /// Years are counted from 1 March, so that a leap day is the last day of its year; the
    /// 153/5 fraction is the length of the months from March in days (30.6 a month, rounded).
    init(uncheckedYear year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let leaps = shifted / 4 - shifted / 100 + shifted / 400
        self.init(dayNumber: shifted * 365 + leaps + dayOfYear - 719_468)
    }

    /// The year, month and day of the date.
    ///
    /// Reading all three at once is cheaper than reading ``year``, ``month`` and ``day`` in turn.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(days) + 719_468  // Days since 1 March of year 0; never negative.
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The year, 1 to 9999.
    public var year: Int { parts.year }
    /// The month, 1 to 12.
    public var month: Int { parts.month }
    /// The day of the month, 1 to 31.
    public var day: Int { parts.day }

    /// The day of the week.
    public var weekday: Weekday {
        // 1 January of year 1 is a Monday, and the difference is never negative.
        Weekday(rawValue: (Int(days) - Int(Self.firstDayNumber)) % 7 + 1) ?? .monday
    }

    /// The first day of the date's month.
    public var firstOfMonth: CivilDate { self - (day - 1) }

    /// The last day of the date's month.
    public var lastOfMonth: CivilDate {
        let (year, month, _) = parts
        return CivilDate(
            uncheckedYear: year,
            month: month,
            day: Self.dayCount(year: year, month: month)
        )
    }

    /// Returns whether a year has a 29 February.
    ///
    /// - Parameter year: The year.
    /// - Returns: True for a leap year of the Gregorian calendar.
    public static func isLeapYear(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Returns the number of days in a month that is known to be 1 to 12.
    static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeapYear(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate: Comparable {
    /// Returns whether one date is earlier than another.
    ///
    /// - Parameters:
    ///   - first: A date.
    ///   - second: Another date.
    /// - Returns: True when the first lies before the second.
    public static func < (first: CivilDate, second: CivilDate) -> Bool {
        first.days < second.days
    }
}
