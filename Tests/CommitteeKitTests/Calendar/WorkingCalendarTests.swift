// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Working calendar")
struct WorkingCalendarTests {
    /// The published bank holidays of Scotland in years without days moved or proclaimed.
    @Test(
        "gives Scotland's bank holidays",
        arguments: [
            (
                2019,
                "2019-01-01 2019-01-02 2019-04-19 2019-05-06 2019-05-27 2019-08-05 2019-12-02 "
                    + "2019-12-25 2019-12-26"
            ),
            (
                2021,
                "2021-01-01 2021-01-04 2021-04-02 2021-05-03 2021-05-31 2021-08-02 2021-11-30 "
                    + "2021-12-27 2021-12-28"
            ),
            (
                2024,
                "2024-01-01 2024-01-02 2024-03-29 2024-05-06 2024-05-27 2024-08-05 2024-12-02 "
                    + "2024-12-25 2024-12-26"
            ),
            (
                2025,
                "2025-01-01 2025-01-02 2025-04-18 2025-05-05 2025-05-26 2025-08-04 2025-12-01 "
                    + "2025-12-25 2025-12-26"
            ),
        ]
    )
    func givesScotlandsHolidays(_ year: Int, _ expected: String) {
        let holidays = WorkingCalendar.scotland.holidays(in: year)
        #expect(holidays.map(\.description).joined(separator: " ") == expected)
    }

    @Test(
        "finds substitutes when two holidays fall on one weekend",
        arguments: [
            ("2022-01-03", false), ("2022-01-04", false), ("2022-01-05", true),
            ("2023-01-02", false), ("2023-01-03", false), ("2023-01-04", true),
            ("2022-12-26", false), ("2022-12-27", false), ("2022-12-28", true),
            ("2020-12-28", false), ("2020-12-29", true),
        ]
    )
    func findsSubstitutes(_ iso: String, _ works: Bool) throws {
        #expect(WorkingCalendar.scotland.isWorkingDay(try #require(CivilDate(iso: iso))) == works)
    }

    @Test(
        "finds Easter",
        arguments: [
            "1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2019-04-21", "2024-03-31",
            "2026-04-05", "2038-04-25", "2285-03-22", "2076-04-19", "1954-04-18", "1981-04-19",
        ]
    )
    func findsEaster(_ iso: String) throws {
        let date = try #require(CivilDate(iso: iso))
        #expect(HolidayRule.easterSunday(in: date.year) == date)
    }

    @Test func keepsEasterOnASundayFrom22MarchTo25April() throws {
        for year in 1...9999 {
            let easter = try #require(HolidayRule.easterSunday(in: year))
            #expect(easter.weekday == .sunday)
            #expect(easter >= CivilDate(year, 3, 22) && easter <= CivilDate(year, 4, 25))
        }
        #expect(HolidayRule.easterSunday(in: 0) == nil)
        #expect(HolidayRule.easterSunday(in: 10_000) == nil)
    }

    @Test func takesDaysFromTheHost() {
        let day = CivilDate(2026, 6, 15)
        let moved = CivilDate(2026, 5, 4)
        let calendar = WorkingCalendar(
            rules: HolidayRule.scotland,
            added: [day],
            removed: [moved]
        )
        #expect(WorkingCalendar.scotland.isWorkingDay(day))
        #expect(!calendar.isWorkingDay(day))
        #expect(calendar.isWorkingDay(moved))
        #expect(calendar.holidays(in: 2026).contains(day))
        #expect(!calendar.holidays(in: 2026).contains(moved))
        #expect(calendar.workingDays(from: day - 1, to: day) == 0)
    }

    @Test func countsWorkingDaysBothWays() {
        let calendar = WorkingCalendar.scotland
        let start = CivilDate(2026, 12, 22)
        #expect(calendar.adding(workingDays: 5, to: start) == CivilDate(2026, 12, 31))
        #expect(
            calendar.adding(workingDays: 0, to: CivilDate(2026, 12, 25)) == CivilDate(2026, 12, 25)
        )
        #expect(
            calendar.adding(workingDays: -1, to: CivilDate(2027, 1, 5)) == CivilDate(2026, 12, 31)
        )
        for count in -300...300 where count != 0 {
            let end = calendar.adding(workingDays: count, to: start)
            #expect(calendar.isWorkingDay(end))
            #expect(calendar.workingDays(from: start, to: end) == count)
        }
    }

    @Test func endsWhereTheCalendarEnds() {
        let never = WorkingCalendar(weekend: Set(Weekday.allCases), rules: HolidayRule.scotland)
        #expect(never.adding(workingDays: 1, to: CivilDate(9990, 1, 1)) == .latest)
        #expect(never.adding(workingDays: -1, to: CivilDate(10, 1, 1)) == .earliest)
        #expect(never.holidays(in: 2024).count == 9)
        let odd = WorkingCalendar(
            rules: [.fixed(month: 13, day: 40), .first(.monday, month: 0), .easter(plus: .max)])
        #expect(odd.isWorkingDay(CivilDate(2024, 1, 1)))
        #expect(odd.holidays(in: .min).isEmpty)
    }
}
