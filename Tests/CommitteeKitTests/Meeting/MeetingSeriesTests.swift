// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite struct MeetingSeriesTests {
    private func series(_ json: String) throws(JSONError) -> MeetingSeries {
        try MeetingSeries(
            json: try JSONReader.read(Array(json.utf8), source: "changes.json"),
            source: "changes.json"
        )
    }

    @Test func aSeriesIsReadWithItsExceptions() throws {
        let series = try series(
            """
            {"body": "cog", "name": "Chief Officers' Group", "every": "1 quarter",
             "from": "2026-03-12", "cancelled": ["2026-06-12"],
             "moved": [{"from": "2026-12-12", "to": "2026-12-10"}], "added": ["2026-10-01"]}
            """
        )
        let year = CivilSpan(CivilDate(2026, 1, 1)...CivilDate(2026, 12, 31))
        #expect(
            series.dates(in: year).map(\.description)
                == ["2026-03-12", "2026-09-12", "2026-10-01", "2026-12-10"]
        )
        #expect(series.next(onOrAfter: CivilDate(2026, 10, 2)) == CivilDate(2026, 12, 10))
        #expect(series.planned(for: CivilDate(2026, 12, 10)) == CivilDate(2026, 12, 12))
        #expect(series.planned(for: CivilDate(2026, 9, 12)) == CivilDate(2026, 9, 12))
    }

    @Test(arguments: [
        (
            #"{"body": "cog", "every": "0 weeks", "from": "2026-03-12"}"#,
            "changes.json:1:26: every: expected a length of time such as “8 weeks”, found “0 weeks”."
        ),
        (
            #"{"body": "cog", "every": "5 working days", "from": "2026-03-12"}"#,
            "changes.json:1:26: every: expected a length of time such as “8 weeks”, found "
                + "“5 working days”."
        ),
        (
            #"{"body": " ", "every": "1 week", "from": "2026-03-12"}"#,
            "changes.json:1:10: body: expected a text that is not empty, found “ ”."
        ),
        (
            """
            {"body": "cog", "every": "1 week", "from": "2026-03-12",
             "moved": [{"from": "2026-03-12", "to": "2026-03-13"},
                       {"from": "2026-03-12", "to": "2026-03-14"}]}
            """,
            "changes.json:2:11: moved: 2026-03-12 is moved twice. Keep one of the two."
        ),
    ])
    func aMistakeIsSaidWithItsLine(json: String, message: String) {
        let error = #expect(throws: JSONError.self) { try series(json) }
        #expect(error?.description == message)
    }

    @Test func periodsThatEndWithTheirMonthStayThere() {
        let data = DataSet(
            id: "a",
            title: "A",
            lead: "B",
            every: Period(1, .months),
            from: CivilDate(2026, 2, 28),
            within: .workingDays(5)
        )
        #expect(
            data.periods(through: CivilDate(2026, 5, 1)).map(\.description)
                == ["2026-02-28", "2026-03-31", "2026-04-30"]
        )
        #expect(
            data.periods(through: CivilDate(2026, 5, 1), limit: 1) == [CivilDate(2026, 4, 30)]
        )
    }

    @Test(arguments: [
        (#"{"weekend": ["sunday", "monday"]}"#, CivilDate(2026, 10, 31), true),
        (#"{"weekend": ["sunday", "monday"]}"#, CivilDate(2026, 11, 2), false),
        ("{}", CivilDate(2026, 11, 30), false),
        (#"{"holidays": "none"}"#, CivilDate(2026, 11, 30), true),
        (#"{"removed": ["2026-11-30"]}"#, CivilDate(2026, 11, 30), true),
        (#"{"added": ["2026-10-05"]}"#, CivilDate(2026, 10, 5), false),
    ])
    func workingDaysAreRead(json: String, day: CivilDate, works: Bool) throws {
        let node = try JSONReader.read(Array(json.utf8), source: "a")
        #expect(try WorkingCalendar(json: node, source: "a").isWorkingDay(day) == works)
    }
}
