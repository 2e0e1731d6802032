// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Rows and columns that are years")
struct YearTests {
    private static let rows = """
        {
          "title": "Plan {period}", "levels": ["goal", "year", "action"], "years": "year",
          "headings": { "goal": ["Goal {number}: {text}"], "year": { "row": "{text}" } },
          "columns": [["Task", "text"], ["Lead", "leads"], ["Due", "timescale.words"]]
        }
        """

    @Test("What stands below a year is due in it, unless it says otherwise")
    func rowsAreYears() async throws {
        let sample = try LayoutSample(Self.rows)
        let text = """
            # Plan 1 April 2024 – 31 March 2027

            ## Goal 1: Be heard

            | Task | Lead | Due |
            |---|---|---|
            | 2024/25 | | |
            | Ask | Nurse | |
            | Tell | Head | By 31 May 2024 |
            | Year 2 | | |
            | Listen | Nurse | |

            ## Goal 2: Be sure

            | Task | Lead | Due |
            |---|---|---|
            | 2025/26 | | |
            | Train | Nurse | |
            """
        let reading = try sample.read(text)
        #expect(reading.findings == [])
        let years = reading.plan.items.filter { $0.level == 1 }
        #expect(years.map(\.text.singleLine) == ["2024/25", "Year 2", "2025/26"])
        #expect(
            years.map(\.timescale.due) == [
                CivilDate(2025, 3, 31), CivilDate(2026, 3, 31), CivilDate(2026, 3, 31),
            ]
        )
        let plan = try await ShapeRecord.importing([text], by: sample.layout).plan
        #expect(
            plan.actions.map(\.timescale.due) == [
                CivilDate(2025, 3, 31), CivilDate(2024, 5, 31), CivilDate(2026, 3, 31),
                CivilDate(2026, 3, 31),
            ]
        )
        try sample.expectRoundTrip(of: reading.plan)
        let again = try await ShapeRecord.importing(
            [text, sample.written(plan)],
            by: sample.layout
        )
        #expect(again.entries == [])
    }

    @Test("A year may stand in a column of its own")
    func yearsStandInAColumn() async throws {
        let sample = try LayoutSample(
            """
            {
              "title": "Plan {period}", "levels": ["year", "action"], "years": "year",
              "columns": [["Year", "year.text"], { "1": "Activities", "2": "text", "each": true }]
            }
            """
        )
        let text = """
            # Plan 2024 – 2026

            | Year | Activities |
            |---|---|
            | 2024/25 | <ul><li>Ask</li><li>Tell</li></ul> |
            | Soon | Listen |
            """
        let reading = try sample.read(text)
        #expect(reading.findings.map(\.kind) == ["year-unread"])
        let plan = try await ShapeRecord.importing([text], by: sample.layout).plan
        #expect(plan.actions.map(\.timescale.words) == ["2024/25", "2024/25", ""])
        try sample.expectRoundTrip(of: reading.plan)
    }

    private static let columns = """
        {
          "title": "Plan {period}", "levels": ["goal", "action"],
          "headings": { "goal": ["Goal {number}: {text}"] },
          "columns": [
            ["Ref", "number"], ["Task", "text"],
            { "1": "2024/25", "2": "timescale.words", "tick": "2024/25" },
            { "1": "2025/26", "2": "local.second_year", "due": "2025/26" }
          ]
        }
        """

    @Test("A mark or words in a column that is a year say when the action is due")
    func columnsAreYears() throws {
        let sample = try LayoutSample(Self.columns)
        let reading = try sample.read(
            """
            # Plan 2024 – 2026

            ## Goal 1: Be heard

            | Ref | Task | 2024/25 | 2025/26 |
            |---|---|---|---|
            | 1.1 | Ask | ✓ |  |
            | 1.2 | Tell | ✓ | In all areas |
            | 1.3 | Listen |  | ✓ |
            | 1.4 | Wait |  |  |
            """
        )
        #expect(reading.findings == [])
        let actions = reading.plan.actions
        #expect(actions.map(\.timescale.words) == ["2024/25", "2024/25; 2025/26", "2025/26", ""])
        #expect(
            actions.map(\.timescale.due) == [
                CivilDate(2025, 3, 31), CivilDate(2026, 3, 31), CivilDate(2026, 3, 31), nil,
            ]
        )
        #expect(actions[1].local["second_year"]?.singleLine == "In all areas")
        try sample.expectRoundTrip(of: reading.plan)
        #expect(sample.written(reading.plan).contains("| 1.2 | Tell | ✓ | In all areas |"))
    }

    @Test("Years in columns and a column for a time are one too many")
    func mistakesAreTold() {
        let declaration = Self.columns.replacing(
            "[\"Task\", \"text\"],",
            with: "[\"Task\", \"text\"], [\"Due\", \"timescale.words\"],"
        )
        let error = LayoutSample.error(of: declaration) ?? ""
        #expect(
            error.hasSuffix(
                "columns: the column “2024/25” is a time, and “Due” holds another. Leave one out, or "
                    + "keep it as local.name."
            ),
            "\(error)"
        )
    }
}
