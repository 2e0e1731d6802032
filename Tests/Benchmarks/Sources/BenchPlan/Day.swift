// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar, counted from 1 March of the year 0.
///
/// It is apart from CommitteeKit's own dates on purpose: the bench checks one against the other.
public struct Day: Comparable, Sendable {
    /// Days since 1 March of the year 0.
    public var count: Int

    /// Creates a day that the calendar has.
    public init(year: Int, month: Int, day: Int) {
        let months = (month + 9) % 12
        let years = month < 3 ? year - 1 : year
        count =
            365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1
    }

    /// Returns the day so many days later.
    public static func + (day: Day, days: Int) -> Day {
        var moved = day
        moved.count += days
        return moved
    }

    /// Returns the days from one day to another.
    public static func - (later: Day, earlier: Day) -> Int { later.count - earlier.count }

    /// Returns whether a day lies before another.
    public static func < (first: Day, second: Day) -> Bool { first.count < second.count }

    /// Year, month and day.
    public var parts: (year: Int, month: Int, day: Int) {
        let cycle = count / 146_097
        let rest = count % 146_097
        let years = (rest - rest / 1_460 + rest / 36_524 - rest / 146_096) / 365
        let days = rest - (365 * years + years / 4 - years / 100)
        let month = (5 * days + 2) / 153
        let year = cycle * 400 + years + (month < 10 ? 0 : 1)
        return (year, month < 10 ? month + 3 : month - 9, days - (153 * month + 2) / 5 + 1)
    }

    /// The day as `2026-10-31`.
    public var iso: String {
        let (year, month, day) = parts
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// The day as `31 October 2026`.
    public var words: String {
        let (year, month, day) = parts
        return "\(day) \(Self.months[month - 1]) \(year)"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}
