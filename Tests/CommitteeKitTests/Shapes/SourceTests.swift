// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("What stands below an action or at the end of its words")
struct SourceTests {
    private static let declaration = """
        {
          "title": "Plan {period}", "levels": ["goal", "action"],
          "headings": { "goal": ["Goal {number}: {text}"] },
          "columns": [["Ref", "number"], ["Task", "text"], ["Lead", "leads"]],
          "below_row": ["Source: {local.source}", "Measure: {evidence}"],
          "after_text": ["(Risk {local.risk})"]
        }
        """

    private static let document = """
        # Plan 2024 – 2026

        ## Goal 1: Be heard

        | Ref | Task | Lead |
        |---|---|---|
        | 1.1 | Ask (all of us) (risk R7) | Nurse |
        | Source: Inspection report 2023, p. 4 | | |
        | Measure: Half are asked | | |
        | 1.2 | Tell | Head |
        | 1.3 | Listen (risk R8) | Head |

        Source: Our own review
        """

    @Test("They are fields of the action, and are written again where they stood")
    func theyAreFields() throws {
        let sample = try LayoutSample(Self.declaration)
        let reading = try sample.read(Self.document)
        #expect(reading.findings == [])
        let actions = reading.plan.actions
        #expect(actions.map(\.text.singleLine) == ["Ask (all of us)", "Tell", "Listen"])
        #expect(
            actions.map { $0.local["source"]?.singleLine } == [
                "Inspection report 2023, p. 4", nil, "Our own review",
            ]
        )
        #expect(actions.map { $0.local["risk"]?.singleLine } == ["R7", nil, "R8"])
        #expect(actions[0].evidence.singleLine == "Half are asked")
        #expect(reading.account.count(of: .text) == 0)
        let risk = reading.account.lines.filter { $0.words == "R7" || $0.words == "risk" }
        #expect(
            risk.map(\.becameWords).prefix(2) == [
                "the risk of action 1.1", "words of the layout: the words behind an action",
            ]
        )
        try sample.expectRoundTrip(of: reading.plan)
        let written = sample.written(reading.plan)
        #expect(written.contains("| 1.3 | Listen (Risk R8) | Head |"))
    }

    @Test("A line that says again what another has said is kept as text")
    func linesTwiceAreFound() throws {
        let sample = try LayoutSample(Self.declaration)
        let text = Self.document.replacing(
            "| Measure: Half are asked | | |",
            with: "| Source: Another report | | |"
        )
        let reading = try sample.read(text)
        #expect(reading.findings.map(\.kind) == ["line-twice"])
        #expect(reading.plan.texts.map(\.text.singleLine) == ["Another report"])
    }

    @Test(
        "A mistake in them is told",
        arguments: [
            (
                "Measure: {evidence}", "{evidence}",
                "below_row: “{evidence}” could be anything. Write words and a field, such as "
                    + "\"Source: {local.source}\"."
            ),
            (
                "Measure: {evidence}", "Measure: {evidense}",
                "below_row: “Measure: {evidense}” holds “evidense”, which cannot stand there. Did you "
                    + "mean “evidence”? A field of your own is called local.name."
            ),
            (
                "Measure: {evidence}", "Lead: {leads}",
                "below_row: “leads” stands in a column and below its row as well. Leave one out."
            ),
            (
                "(Risk {local.risk})", "{local.risk}, a risk",
                "after_text: “{local.risk}, a risk” does not say where the words of the action end. "
                    + "Begin it with words of its own, such as \"(Source: {local.source})\"."
            ),
        ]
    )
    func mistakesAreTold(_ good: String, _ bad: String, _ message: String) {
        let error = LayoutSample.error(of: Self.declaration.replacing(good, with: bad)) ?? ""
        #expect(error.hasSuffix(message), "\(error)")
    }
}
