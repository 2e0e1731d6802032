// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Cadence")
struct CadenceTests {
    private func dates(_ cadence: Cadence, _ from: String, _ until: String) -> [String] {
        let span = CivilSpan(from: CivilDate(iso: from), until: CivilDate(iso: until)) ?? .always
        return cadence.occurrences(in: span).map(\.description)
    }

    @Test func plansEveryEightWeeks() throws {
        let cadence = try Cadence(
            every: Period(8, .weeks),
            from: CivilDate(2026, 1, 14),
            orAsRequired: true
        )
        #expect(
            dates(cadence, "2026-01-01", "2026-06-30")
                == ["2026-01-14", "2026-03-11", "2026-05-06"]
        )
        #expect(cadence.next(after: CivilDate(2026, 1, 14)) == CivilDate(2026, 3, 11))
        #expect(cadence.next(after: CivilDate(2020, 1, 1)) == CivilDate(2026, 1, 14))
    }

    @Test func doesNotDriftAwayFromTheEndOfTheMonth() throws {
        let cadence = try Cadence(every: Period(1, .months), from: CivilDate(2024, 1, 31))
        #expect(
            dates(cadence, "2024-02-01", "2024-05-31")
                == ["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"]
        )
        let quarters = try Cadence(every: Period(1, .quarters), from: CivilDate(2023, 11, 30))
        #expect(dates(quarters, "2024-01-01", "2024-06-30") == ["2024-02-29", "2024-05-30"])
        let years = try Cadence(every: Period(1, .years), from: CivilDate(2024, 2, 29))
        #expect(dates(years, "2027-01-01", "2028-12-31") == ["2027-02-28", "2028-02-29"])
    }

    @Test func cancelsMovesAndAdds() throws {
        let cadence = try Cadence(
            every: Period(1, .weeks),
            from: CivilDate(2026, 1, 5),
            until: CivilDate(2026, 2, 2),
            cancelled: [CivilDate(2026, 1, 12)],
            moved: [
                CivilDate(2026, 1, 19): CivilDate(2026, 1, 21),
                // Never planned, so it counts for nothing.
                CivilDate(2026, 1, 20): CivilDate(2026, 1, 23),
                CivilDate(2026, 2, 2): CivilDate(2026, 2, 4),
            ],
            added: [CivilDate(2026, 1, 5), CivilDate(2026, 1, 30)]
        )
        #expect(
            dates(cadence, "2026-01-01", "2026-12-31")
                == ["2026-01-05", "2026-01-21", "2026-01-26", "2026-01-30", "2026-02-04"]
        )
        #expect(cadence.next(after: CivilDate(2026, 1, 5)) == CivilDate(2026, 1, 21))
        #expect(cadence.next(after: CivilDate(2026, 2, 4)) == nil)
    }

    @Test func isBounded() throws {
        let daily = try Cadence(every: Period(1, .days), from: .earliest)
        #expect(daily.occurrences(in: .always).count == 1000)
        #expect(daily.occurrences(in: .always, limit: 3).last == CivilDate(1, 1, 3))
        #expect(daily.occurrences(in: .always, limit: -1).isEmpty)
        #expect(daily.next(after: .latest) == nil)
        let rare = try Cadence(every: Period(.max, .years), from: CivilDate(2024, 1, 1))
        #expect(rare.occurrences(in: .always) == [CivilDate(2024, 1, 1)])
    }

    /// Compares with counting every day of some years.
    @Test("agrees with an obvious count", arguments: Period.Unit.allCases, [1, 2, 3, 5, 8])
    func agreesWithAnObviousCount(_ unit: Period.Unit, _ count: Int) throws {
        let anchor = CivilDate(2020, 1, 31)
        let step = Period(count, unit)
        let cadence = try Cadence(every: step, from: anchor)
        var expected: [CivilDate] = []
        for index in 0..<4000 {
            let total = index * count
            let date =
                switch unit {
                case .days: anchor + total
                case .weeks: anchor + total * 7
                case .months: anchor.adding(months: total)
                case .quarters: anchor.adding(months: total * 3)
                case .years: anchor.adding(years: total)
                }
            guard date <= CivilDate(2030, 12, 31) else { break }
            expected.append(date)
        }
        let span = CivilSpan(CivilDate(2019, 1, 1)...CivilDate(2030, 12, 31))
        #expect(cadence.occurrences(in: span, limit: 5000) == expected)
        for day in stride(from: anchor.dayNumber, to: CivilDate(2030, 1, 1).dayNumber, by: 17) {
            let date = CivilDate(dayNumber: day)
            let next = expected.first { $0 > date } ?? cadence.next(after: date)
            #expect(cadence.next(after: date) == next)
        }
    }

    @Test("refuses a step below one", arguments: [0, -1, Int.min])
    func refusesSmallSteps(_ count: Int) {
        let error = #expect(throws: CalendarError.self) {
            try Cadence(every: Period(count, .weeks), from: CivilDate(2026, 1, 14))
        }
        #expect(error?.code == .stepTooSmall)
        #expect(
            error?.message
                == "A cadence needs a step of at least one unit, and this one is \(count) weeks; "
                + "write a count from 1 up, such as \"8 weeks\"."
        )
    }
}
