// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Totals by a committee's own rules")
struct FigureTests {
    private static let declaration = """
        {
          "title": "Plan {period}", "levels": ["goal", "action"], "scheme": "rag",
          "headings": { "goal": ["Goal {number}: {text}"] },
          "columns": [["Ref", "number"], ["Task", "text"], ["RAG", "status"]],
          "facts": [["progress", "As at {date}"]],
          "completion": { "field": "status", "completed": ["Done"] },
          "exits": { "suspended": ["On hold"], "withdrawn": ["Deleted"] },
          "counting": { "total": ["open", "completed", "suspended"], "ongoing": ["open"] },
          "checks": {
            "heading": "Totals",
            "columns": [
              ["Date", "date"], ["All", "total"], ["Done", "completed"], ["Share", "share_completed"],
              ["Ongoing", "ongoing"], ["On hold", "suspended"], ["Deleted", "withdrawn"],
              ["Carried over", "list.carried-over"]
            ]
          },
          "lists": [
            { "name": "carried-over", "heading": "Carried over",
              "columns": [["Ref", "number"], ["Task", "text"]] }
          ]
        }
        """

    private static func document(_ figures: String) -> String {
        """
        # Plan 2024 – 2026

        As at 30 June 2024

        ## Totals

        | Date | All | Done | Share | Ongoing | On hold | Deleted | Carried over |
        |---|---|---|---|---|---|---|---|
        | 30 June 2024 | \(figures) |

        ## Goal 1: Be heard

        | Ref | Task | RAG |
        |---|---|---|
        | 1.1 | Ask | G |
        | 1.2 | Tell | Done |
        | 1.3 | Listen | On hold |
        | 1.4 | Wait | Deleted |

        ## Carried over

        | Ref | Task |
        |---|---|
        | 0.1 | Begin |
        """
    }

    @Test("What the document states is kept, and agrees with the plan's own rules")
    func figuresAreKept() async throws {
        let sample = try LayoutSample(Self.declaration)
        let text = Self.document("3 | 1 | 33% | 1 | 1 | 1 | 1")
        let reading = try sample.read(text)
        #expect(reading.findings == [])
        let check = try #require(reading.plan.statedChecks.first)
        #expect(
            check.figures == [
                "share_completed": "33%", "suspended": "1", "withdrawn": "1",
                "list.carried-over": "1",
            ]
        )
        try sample.expectRoundTrip(of: reading.plan)
        let recorded = try await ShapeRecord.importing([text], by: sample.layout).plan
        #expect(recorded.statedChecks == [check])
        #expect(recorded.counting == reading.plan.counting)
        #expect(
            recorded.counting.sentences == [
                "Only actions that are fully completed count as completed.",
                "Ongoing is what is open.",
                "The total is what is open, completed or suspended.",
                "At publication nothing is said to be added or completed.",
            ]
        )
        let figures = PlanFigures(of: recorded, on: CivilDate(2024, 7, 1))
        #expect(figures.total == ["1.1", "1.2", "1.3"])
        #expect(figures.ongoing == ["1.1"])
    }

    @Test("A figure that differs is a finding, and is kept as stated")
    func differencesAreFound() throws {
        let sample = try LayoutSample(Self.declaration)
        let reading = try sample.read(Self.document("4 | 1 | 25% | 1 | few | - | 1"))
        #expect(
            reading.findings.map { "\($0.kind): \($0.message)" } == [
                "figure-differs: The document states 4 as “total” of 30 June 2024; by the plan's rules its "
                    + "actions give 3. What it states is kept.",
                "figure-differs: The document states 25 as “share_completed” of 30 June 2024; by the "
                    + "plan's rules its actions give 33. What it states is kept.",
                "figure-unread: “few” stands where the number of suspended is expected.",
                "words-kept: “few” is nothing that the layout knows in this place; it is kept as text.",
            ]
        )
        #expect(reading.plan.statedChecks.first?.total == 4)
    }

    @Test("Rules and figures that are not known are refused")
    func mistakesAreTold() {
        let both = Self.declaration.replacing(
            "\"counting\": {",
            with: "\"counting\": { \"counted_exits\": [\"suspended\"],"
        )
        #expect(
            LayoutSample.error(of: both)?.hasSuffix(
                "“total” says which states count, and so does “counted_exits”. Leave one out."
            ) ?? false
        )
        let unknown = Self.declaration.replacing(
            "\"suspended\"], [\"Deleted\"",
            with: "\"suspendet\"], [\"Deleted\""
        )
        #expect(
            LayoutSample.error(of: unknown)?.hasSuffix(
                "checks: the column “On hold” holds “suspendet”, which is not a figure. Did you mean "
                    + "“suspended”? What stands in a list is list.name."
            ) ?? false
        )
    }
}
