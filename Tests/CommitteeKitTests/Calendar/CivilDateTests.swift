// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Civil date")
struct CivilDateTests {
    @Test(
        "knows its day number and weekday",
        arguments: [
            ("0001-01-01", -719_162, Weekday.monday),
            ("1899-12-31", -25_568, .sunday),
            ("1900-02-28", -25_509, .wednesday),
            ("1969-12-29", -3, .monday),
            ("1969-12-30", -2, .tuesday),
            ("1969-12-31", -1, .wednesday),
            ("1970-01-01", 0, .thursday),
            ("2000-02-29", 11_016, .tuesday),
            ("2024-02-29", 19_782, .thursday),
            ("2026-11-22", 20_779, .sunday),
            ("9999-12-31", 2_932_896, .friday),
        ]
    )
    func knowsItsNumber(_ iso: String, _ number: Int, _ weekday: Weekday) throws {
        let date = try #require(CivilDate(iso: iso))
        #expect(date.dayNumber == number)
        #expect(date.weekday == weekday)
        #expect(CivilDate(dayNumber: number) == date)
        #expect(date.description == iso)
    }

    /// Steps through every day of the calendar beside a slow and obvious count.
    @Test func agreesWithAnObviousCalendarOnEveryDay() {
        var (year, month, day) = (1, 1, 1)
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var wrong: [Int] = []
        for number in CivilDate.earliest.dayNumber...CivilDate.latest.dayNumber {
            let date = CivilDate(dayNumber: number)
            if date.parts != (year, month, day)
                || CivilDate(year: year, month: month, day: day) != date
            {
                wrong.append(number)
            }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let length = month == 2 && isLeap ? 29 : lengths[month - 1]
            day += 1
            if day > length { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(wrong.isEmpty)
        #expect(year == 10_000)
    }

    @Test(
        "refuses days that do not exist",
        arguments: [
            (0, 1, 1), (10_000, 1, 1), (2023, 2, 29), (1900, 2, 29), (2024, 13, 1), (2024, 0, 1),
            (2024, 4, 31), (2024, 1, 0), (2024, 1, 32), (Int.min, Int.max, Int.min),
        ]
    )
    func refusesImpossibleDays(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(
        "refuses text that is not a strict ISO date",
        arguments: [
            "", "2024-3-31", "2024-03-31 ", " 2024-03-31", "20240331", "2024/03/31", "2024-03-3१",
            "+024-03-31", "2024-03-311", "0000-01-01", "2023-02-29", "2024-03-31T00:00",
            "-024-01-01",
            "\u{0}024-01-01",
        ]
    )
    func refusesOtherText(_ text: String) {
        #expect(CivilDate(iso: text) == nil)
    }

    @Test func staysInItsRange() {
        #expect(CivilDate.latest + 1 == .latest)
        #expect(CivilDate.earliest - 1 == .earliest)
        #expect(CivilDate(2024, 1, 1) + .max == .latest)
        #expect(CivilDate(2024, 1, 1) + .min == .earliest)
        #expect(CivilDate(2024, 1, 1) - .max == .earliest)
        #expect(CivilDate(1024, 1, 1) - .min == .latest)
        #expect(CivilDate(dayNumber: .max) == .latest)
        #expect(CivilDate(dayNumber: .min) == .earliest)
        #expect(CivilDate(2024, 1, 31).adding(months: .max) == .latest)
        #expect(CivilDate(2024, 1, 31).adding(months: .min) == .earliest)
        #expect(CivilDate(2024, 1, 31).adding(years: .max) == .latest)
        #expect(CivilDate(2024, 1, 31).adding(years: .min) == .earliest)
        #expect(CivilDate(9999, 12, 1).adding(months: 0) == CivilDate(9999, 12, 1))
        #expect(CivilDate(1, 1, 31).adding(months: 1) == CivilDate(1, 2, 28))
        #expect(CivilDate(1, 1, 31).adding(months: -1) == .earliest)
        for unit in Period.Unit.allCases {
            #expect(CivilDate(2024, 1, 1).adding(Period(.max, unit)) == .latest)
            #expect(CivilDate(2024, 1, 1).adding(Period(.min, unit)) == .earliest)
        }
    }

    @Test(
        "adds months up to the end of shorter ones",
        arguments: [
            ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"),
            ("2024-03-31", -1, "2024-02-29"), ("2024-12-15", 1, "2025-01-15"),
            ("2024-01-15", -1, "2023-12-15"), ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-29"), ("2024-05-31", -15, "2023-02-28"),
        ]
    )
    func addsMonths(_ iso: String, _ months: Int, _ expected: String) throws {
        let date = try #require(CivilDate(iso: iso))
        #expect(date.adding(months: months).description == expected)
    }

    @Test func countsDaysAcrossSummerTime() {
        #expect(CivilDate(2026, 3, 30) - CivilDate(2026, 3, 28) == 2)
        #expect(CivilDate(2026, 3, 28) + 2 == CivilDate(2026, 3, 30))
        #expect(CivilDate(2024, 2, 10).firstOfMonth == CivilDate(2024, 2, 1))
        #expect(CivilDate(2024, 2, 10).lastOfMonth == CivilDate(2024, 2, 29))
        #expect(CivilDate.latest.lastOfMonth == .latest)
        #expect(CivilDate.earliest.firstOfMonth == .earliest)
    }

    @Test(
        "writes dates by patterns",
        arguments: [
            ("d MMMM yyyy", "5 July 2026"), ("dd/MM/yy", "05/07/26"), ("EEE d MMM", "Sun 5 Jul"),
            ("EEEE, d.M.yyyy", "Sunday, 5.7.2026"), ("'day' d 'o''clock'", "day 5 o'clock"),
            ("d''M", "5'7"), ("'open d", "open d"), ("", ""), ("HH", "HH"), ("→ d", "→ 5"),
        ]
    )
    func writesPatterns(_ pattern: String, _ expected: String) {
        #expect(CivilDate(2026, 7, 5).formatted(pattern) == expected)
    }

    @Test func namesWhatAPatternGetsWrong() {
        #expect(CivilDate.problem(inPattern: "d MMMM yyyy 'at'") == nil)
        #expect(
            CivilDate.problem(inPattern: "dd-MM-YYYY")
                == "\"YYYY\" means nothing in a date pattern; write d, dd, M, MM, MMM, MMMM, yy, yyyy, "
                + "EEE, EEEE, or put text between single quotes."
        )
    }
}
