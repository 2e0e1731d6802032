// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("Lists that stand apart from a plan's table")
struct NamedListTests {
    private static let declaration = """
        {
          "title": "Plan {period}", "levels": ["goal", "action"], "scheme": "rag",
          "headings": { "goal": ["Goal {number}: {text}"] },
          "columns": [["Ref", "number"], ["Task", "text"], ["RAG", "status"]],
          "lists": [
            {
              "name": "completed", "heading": "Completed {period}", "counts": true,
              "columns": [["Ref", "number"], ["Task", "text"], ["Goal", "goal.text"], ["Done", "progress"]]
            },
            {
              "name": "carried-over", "heading": "Carried over",
              "columns": [["Ref", "number"], ["Task", "text"], ["RAG", "status"]]
            }
          ]
        }
        """

    private static let document = """
        # Plan 2024 – 2026

        ## Goal 1: Be heard

        | Ref | Task | RAG |
        |---|---|---|
        | 1.1 | Ask | G |

        ## Completed 2024 – 2026

        | Ref | Task | Goal | Done |
        |---|---|---|---|
        | 0.1 | Begin | Be ready | In May |
        | 0.2 | Go on | Be ready | In June |

        ## Carried over

        | Ref | Task | RAG |
        |---|---|---|
        | 7 | Wait | A |
        """

    @Test("Each list is read by its heading, and written again")
    func listsAreRead() throws {
        let sample = try LayoutSample(Self.declaration)
        let reading = try sample.read(Self.document)
        #expect(reading.findings == [])
        #expect(reading.plan.lists.map(\.name) == ["carried-over", "completed"])
        let done = reading.plan.items(in: .named("completed"))
        #expect(done.map(\.id) == ["completed/0.1", "completed/0.2"])
        #expect(done[0].local["goal"]?.singleLine == "Be ready")
        #expect(reading.plan.item("carried-over/7")?.status?.printed == "A")
        #expect(reading.account.count(of: .text) == 0)
        try sample.expectRoundTrip(of: reading.plan)
        #expect(sample.written(reading.plan).contains("## Completed 2024 – 2026"))
    }

    @Test("A list with the plan's own columns goes on over a page, and a heading ends it")
    func listsGoOn() throws {
        let sample = try LayoutSample(Self.declaration)
        let text =
            Self.document + """
                \n
                | Ref | Task | RAG |
                |---|---|---|
                | 8 | Wait too | A |

                ## Goal 2: Be sure

                | Ref | Task | RAG |
                |---|---|---|
                | 2.1 | Train | G |
                """
        let plan = try sample.read(text).plan
        #expect(plan.items(in: .named("carried-over")).map(\.number) == ["7", "8"])
        #expect(plan.actions.map(\.number) == ["1.1", "2.1"])
    }

    @Test("Only a list that counts is in the plan's total")
    func countingIsDeclared() throws {
        let sample = try LayoutSample(Self.declaration)
        let plan = try sample.read(Self.document).plan
        let figures = PlanFigures(of: plan, on: CivilDate(2024, 7, 1))
        #expect(figures.total == ["1.1", "completed/0.1", "completed/0.2"])
        #expect(
            plan.counting.sentences.last
                == "What stands in these lists counts as the plan's actions do: completed."
        )
    }

    @Test(
        "A list that is declared wrongly is refused with what to do",
        arguments: [
            (
                "\"name\": \"completed\"", "\"name\": \"Completed ones\"",
                "name: “Completed ones” is not a name for a list. Write small letters, digits and "
                    + "hyphens, such as \"carried-over\"."
            ),
            (
                "\"name\": \"completed\"", "\"name\": \"backlog\"",
                "name: “backlog” is a part that every plan may have. Declare it as "
                    + "backlog = { … }, or choose another name."
            ),
            (
                "\"name\": \"completed\"", "\"name\": \"carried-over\"",
                "lists: two lists are called “carried-over”."
            ),
            (
                "\"progress\"", "\"progres\"",
                "lists: the column “Done” holds “progres”, which is not a field of a list. Did you mean "
                    + "“progress”? A column of your own is called local.name."
            ),
        ]
    )
    func mistakesAreTold(_ good: String, _ bad: String, _ message: String) {
        let declaration = Self.declaration.replacing(good, with: bad)
        #expect(
            LayoutSample.error(of: declaration)?.hasSuffix(message) ?? false,
            "\(LayoutSample.error(of: declaration) ?? "")"
        )
    }
}
