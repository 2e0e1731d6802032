// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A rule that gives one holiday of every year.
///
/// Rules are data, so that a host can state the holidays of its own country or council.
public enum HolidayRule: Hashable, Sendable {
    /// The same day of every year; on a weekend its substitute is the next free working day.
    case fixed(month: Int, day: Int)
    /// A number of days after Easter Sunday of the Gregorian calendar; negative for days before it.
    case easter(plus: Int)
    /// The first such weekday of a month.
    case first(Weekday, month: Int)
    /// The last such weekday of a month.
    case last(Weekday, month: Int)

    /// The bank holidays of Scotland, as the rules stand.
    ///
    /// Schedule 1 of the Banking and Financial Dealings Act 1971 names New Year's Day, 2 January, Good
    /// Friday, the first Mondays in May and August and Christmas Day; the St Andrew's Day Bank Holiday
    /// (Scotland) Act 2007 adds 30 November; the last Monday in May and 26 December are given yearly
    /// and stand in the list of Bank Holidays (Scotland) that the Scottish Government publishes, as do
    /// the substitute days. The rules are applied to any year, also to years before they were made.
    /// Days proclaimed for one year (such as 15 June 2026) and days moved in one year are not rules:
    /// the host adds and removes them.
    public static let scotland: [HolidayRule] = [
        .fixed(month: 1, day: 1), .fixed(month: 1, day: 2),
        .easter(plus: -2),
        .first(.monday, month: 5), .last(.monday, month: 5),
        .first(.monday, month: 8),
        .fixed(month: 11, day: 30),
        .fixed(month: 12, day: 25), .fixed(month: 12, day: 26),
    ]

    /// Returns the day that the rule names in a year before any substitute, or nil if there is none.
    func date(in year: Int) -> CivilDate? {
        switch self {
        case .fixed(let month, let day):
            return CivilDate(year: year, month: month, day: day)
        case .easter(let days):
            guard let easter = Self.easterSunday(in: year) else { return nil }
            return easter + days
        case .first(let weekday, let month):
            guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
            return first + (weekday.rawValue - first.weekday.rawValue + 7) % 7
        case .last(let weekday, let month):
            guard let last = CivilDate(year: year, month: month, day: 1)?.lastOfMonth else {
                return nil
            }
            return last - (last.weekday.rawValue - weekday.rawValue + 7) % 7
        }
    }

    /// Returns Easter Sunday of a year.
    ///
    /// The day is found by the Gregorian computus: the Sunday after the ecclesiastical full moon on or
    /// after 21 March, in its anonymous arithmetical form (Meeus, *Astronomical Algorithms*, ch. 8).
    ///
    /// - Parameter year: The year, 1 to 9999.
    /// - Returns: Easter Sunday, or nil outside these years.
    public static func easterSunday(in year: Int) -> CivilDate? {
        guard (1...9999).contains(year) else { return nil }
        let golden = year % 19
        let (century, rest) = year.quotientAndRemainder(dividingBy: 100)
        let lunar = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - lunar + 15) % 30
        let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let correction = (golden + 11 * epact + 22 * sunday) / 451
        let march = epact + sunday - 7 * correction + 22  // Days counted from 0 March.
        return CivilDate(year: year, month: 3, day: 1).map { $0 + (march - 1) }
    }
}
