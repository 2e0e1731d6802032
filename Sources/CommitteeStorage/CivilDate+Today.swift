// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
public import CommitteeKit
public import Foundation

extension CivilDate {
    /// Returns the day that it is now, by the machine's clock, in a time zone.
    ///
    /// The library itself takes no date of its own; a host that has no other today passes this one in:
    ///
    /// ```swift
    /// let london = TimeZone(identifier: "Europe/London") ?? .current
    /// let library = CommitteeLibrary(store: store, today: { .today(in: london) })
    /// ```
    ///
    /// - Parameter zone: The time zone in which the committee meets.
    /// - Returns: The day.
    public static func today(in zone: TimeZone) -> CivilDate { day(of: Date(), in: zone) }

    /// Returns the day of a moment in a time zone.
    static func day(of moment: Date, in zone: TimeZone) -> CivilDate {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.year, .month, .day], from: moment)
        return CivilDate(parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
    }
}
#endif
