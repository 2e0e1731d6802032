// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("What actions have from what stands above them")
struct InheritanceTests {
    private static let declaration = """
        {
          "title": "Plan {period}", "levels": ["goal", "action"], "scheme": "rag",
          "inherits": ["leads", "timescale", "local.theme"],
          "headings": {
            "goal": {
              "1": "Goal {number}: {text}",
              "lines": ["Lead: {leads}", "By: {timescale.words}", "Theme: {local.theme}"],
              "below": "statement"
            }
          },
          "columns": [["Ref", "number"], ["Task", "text"], ["Lead", "leads"], ["Due", "timescale.words"]]
        }
        """

    private static let document = """
        # Plan 2024 – 2026

        ## Goal 1: Be heard

        Lead: Head of Service

        By: 31 March 2025

        Theme: Voice

        All of it matters.

        | Ref | Task | Lead | Due |
        |---|---|---|---|
        | 1.1 | Ask |  |  |
        | 1.2 | Tell | Nurse | By 31 May 2025 |

        ## Goal 2: Be sure

        Lead: Training Group

        | Ref | Task | Lead | Due |
        |---|---|---|---|
        | 2.1 | Train |  | By 31 May 2025 |
        """

    @Test("Lines below a heading are fields of its level, and are written again")
    func linesAreRead() throws {
        let sample = try LayoutSample(Self.declaration)
        let reading = try sample.read(Self.document)
        let goal = try #require(reading.plan.item("goal-1"))
        #expect(goal.leads.words.singleLine == "Head of Service")
        #expect(goal.timescale.due == CivilDate(2025, 3, 31))
        #expect(goal.local["theme"]?.singleLine == "Voice")
        #expect(goal.statement.singleLine == "All of it matters.")
        #expect(reading.findings == [])
        #expect(reading.account.count(of: .text) == 0)
        try sample.expectRoundTrip(of: reading.plan)
    }

    @Test("An action without a lead of its own has its section's, and says from where")
    func actionsInherit() async throws {
        let sample = try LayoutSample(Self.declaration)
        let reading = try sample.read(Self.document)
        let plan = try await ShapeRecord.importing([Self.document], by: sample.layout).plan
        let first = try #require(plan.item("1.1"))
        #expect(first.leads.names == ["Head of Service"])
        #expect(first.isLate(on: CivilDate(2025, 4, 1)))
        #expect(first.local["theme"]?.singleLine == "Voice")
        #expect(
            first.inherited == ["leads": "goal-1", "timescale": "goal-1", "local.theme": "goal-1"]
        )
        let second = try #require(plan.item("1.2"))
        #expect(second.leads.names == ["Nurse"])
        #expect(second.inherited == ["local.theme": "goal-1"])
        #expect(plan.item("2.1")?.inherited == ["leads": "goal-2"])
        // Written again, nothing of it stands in the action's cells.
        let written = sample.written(plan)
        #expect(written.contains("| 1.1 | Ask |  |  |"))
        #expect(written.contains("Lead: Head of Service"))
        let again = try sample.read(written)
        #expect(again.plan.items == reading.plan.items)
    }

    @Test("A later edition with the same words records nothing")
    func laterEditionsAreCompared() async throws {
        let sample = try LayoutSample(Self.declaration)
        let same = try await ShapeRecord.importing(
            [Self.document, Self.document + "\n"],
            by: sample.layout
        )
        #expect(same.entries == [])
        let text = Self.document.replacing("| 1.1 | Ask |  |", with: "| 1.1 | Ask | Nurse |")
        let later = try await ShapeRecord.importing([Self.document, text], by: sample.layout)
        #expect(later.entries == ["action.leads-set 1.1"])
        #expect(later.plan.item("1.1")?.leads.names == ["Nurse"])
    }

    @Test("A second line of a kind is kept as text, with a finding")
    func linesTwiceAreFound() throws {
        let sample = try LayoutSample(Self.declaration)
        let text = Self.document.replacing(
            "Theme: Voice",
            with: "Theme: Voice\n\nLead: Somebody else"
        )
        let reading = try sample.read(text)
        #expect(reading.findings.map(\.kind) == ["line-twice"])
        #expect(reading.plan.texts.map(\.text.singleLine) == ["Somebody else"])
    }

    @Test(
        "A mistake in what is inherited is told",
        arguments: [
            (
                "\"leads\", \"timescale\", \"local.theme\"]", "\"lead\"]",
                "inherits: “lead” cannot be inherited. Did you mean “leads”? A column of your own is "
                    + "called local.name."
            ),
            (
                "Lead: {leads}", "{leads}",
                "headings: “{leads}” could be any line. A line has words and a field, such as "
                    + "\"Lead: {leads}\"."
            ),
            (
                "Lead: {leads}", "Lead: {lead}",
                "headings: the line “Lead: {lead}” holds “lead”, which is not a field of a level. Did you "
                    + "mean “leads”?"
            ),
            (
                "\"headings\":", "\"years\": \"gaol\", \"headings\":",
                "years: “gaol” is not a level above the actions. Did you mean “goal”?"
            ),
        ]
    )
    func mistakesAreTold(_ good: String, _ bad: String, _ message: String) {
        let declaration = Self.declaration.replacing(good, with: bad)
        let error = LayoutSample.error(of: declaration) ?? ""
        #expect(error.hasSuffix(message), "\(error)")
    }
}
