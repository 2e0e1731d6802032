// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The moment at which something was recorded, in milliseconds since 1970 in UTC.
///
/// Only recording has moments. What happened has a `CivilDate`.
public struct RecordedInstant: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Milliseconds since the first moment of 1 January 1970 in UTC, leap seconds not counted.
    public let milliseconds: Int64

    /// Creates a moment.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Returns whether a moment is before another.
    public static func < (first: Self, second: Self) -> Bool {
        first.milliseconds < second.milliseconds
    }

    /// The moment in UTC, as `2026-10-31T09:30:00.000Z` (RFC 3339).
    public var description: String {
        let (days, rest) = RecordedInstant.split(milliseconds, by: 86_400_000)
        let (year, month, day) = RecordedInstant.civil(day: days)
        let (seconds, thousandths) = RecordedInstant.split(rest, by: 1000)
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        let minutes = seconds / 60
        let time = [minutes / 60, minutes % 60, seconds % 60].map { padded($0, 2) }
        return "\(date)T\(time.joined(separator: ":")).\(padded(thousandths, 3))Z"
    }

    private func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number.magnitude)
        let zeros = String(repeating: "0", count: max(0, width - digits.count))
        return (number < 0 ? "-" : "") + zeros + digits
    }

    /// Returns the quotient, rounded down, and the rest, never negative.
    private static func split(_ number: Int64, by divisor: Int64) -> (Int64, Int64) {
        let rest = number % divisor
        let positive = rest < 0 ? rest + divisor : rest
        return (number / divisor - (rest < 0 ? 1 : 0), positive)
    }

    /// Returns the Gregorian day for a number of days since 1 January 1970.
    ///
    /// Years are counted from 1 March, so that the leap day comes last, in eras of 400 years.
    private static func civil(day: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = split(day + 719_468, by: 146_097)
        let leapDays = dayOfEra / 1460 - dayOfEra / 36_524 + dayOfEra / 146_096
        let yearOfEra = (dayOfEra - leapDays) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth)
    }
}
