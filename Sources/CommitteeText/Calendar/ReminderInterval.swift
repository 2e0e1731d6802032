// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A length of time in a reminder rule, in calendar units or in working days.
///
/// ```swift
/// ReminderInterval(words: "10 working days")  // .workingDays(10)
/// ReminderInterval(words: "1 week")           // .period(Period(1, .weeks))
/// ```
public enum ReminderInterval: Hashable, Sendable {
    /// A length in calendar units.
    case period(Period)
    /// A number of working days of the committee's calendar.
    case workingDays(Int)

    /// The greatest number of units that can be written.
    public static let greatestCount = 10_000

    /// Reads a length of time from words, or returns nil when they are not one.
    ///
    /// - Parameter words: A whole number and a unit: `30 days`, `1 week`, `10 working days`.
    public init?(words: String) {
        let parts = words.lowercased().split(separator: " ")
        guard let number = parts.first, number.utf8.allSatisfy({ (48...57).contains($0) }),
            let count = Int(number), count <= Self.greatestCount
        else { return nil }
        let unit = parts.dropFirst().joined(separator: " ")
        if unit == "working days" || unit == "working day" {
            self = .workingDays(count)
            return
        }
        guard let unit = Period.Unit(rawValue: unit) ?? Period.Unit(rawValue: unit + "s")
        else { return nil }
        self = .period(Period(count, unit))
    }

    /// How many units it has.
    public var count: Int {
        switch self {
        case .period(let period): period.count
        case .workingDays(let count): count
        }
    }

    /// Returns the day that lies this length before or after another.
    ///
    /// - Parameters:
    ///   - times: How often the length is added; negative to go back.
    ///   - date: The day to count from.
    ///   - calendar: The calendar that says which days are working days.
    /// - Returns: The day, or an end of the supported range.
    /// - Complexity: O(*d*) in the days passed for working days, else constant.
    package func adding(times: Int, to date: CivilDate, _ calendar: WorkingCalendar) -> CivilDate {
        switch self {
        case .period(let period): return date.adding(period, times: times)
        case .workingDays(let count):
            let (days, overflowed) = count.multipliedReportingOverflow(by: times)
            guard !overflowed else { return times < 0 ? .earliest : .latest }
            return calendar.adding(workingDays: days, to: date)
        }
    }
}

extension ReminderInterval: CustomStringConvertible {
    /// The length in words, such as "30 days" or "10 working days".
    public var description: String {
        switch self {
        case .period(let period): period.description
        case .workingDays(1): "1 working day"
        case .workingDays(let count): "\(count) working days"
        }
    }

    /// The length as a part of an identifier, such as `30-days`.
    package var slug: String { description.replacingSpaces }
}

extension String {
    fileprivate var replacingSpaces: String { String(map { $0 == " " ? "-" : $0 }) }
}
