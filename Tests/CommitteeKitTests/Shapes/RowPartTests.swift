// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Cells that hold several actions")
struct RowPartTests {
    private static let declaration = """
        {
          "title": "Plan {period}", "levels": ["outcome", "action"], "scheme": "rag",
          "columns": [
            ["Outcome", "outcome.text"],
            { "1": "Activities", "2": "text", "each": true },
            ["Lead", "leads"], ["When", "timescale.words"], ["RAG", "status"]
          ]
        }
        """

    private static func document(_ cells: String) -> String {
        """
        # Plan 2024 – 2026

        | Outcome | Activities | Lead | When | RAG |
        |---|---|---|---|---|
        | Early help | \(cells) |
        | Right records | Check them | Nurse | By 31 May 2025 | A |
        """
    }

    @Test(
        "The parts are actions that share the row's other cells",
        arguments: [
            "<ul><li>Agree a form</li><li>Use it</li></ul>",
            "<ol><li>Agree a form</li><li>Use it</li></ol>",
            "<p>Agree a form</p><p>Use it</p>", "Agree a form<br>Use it",
        ]
    )
    func partsAreActions(_ parts: String) throws {
        let sample = try LayoutSample(Self.declaration)
        let reading = try sample.read(
            Self.document("\(parts) | Head of Service | By 31 March 2025 | G")
        )
        let plan = reading.plan
        #expect(plan.actions.map(\.text.singleLine) == ["Agree a form", "Use it", "Check them"])
        #expect(
            plan.actions.map(\.leads.words.singleLine).prefix(2) == [
                "Head of Service", "Head of Service",
            ]
        )
        #expect(plan.actions[1].timescale.due == CivilDate(2025, 3, 31))
        #expect(plan.actions.map(\.rowPart) == [nil, 2, nil])
        #expect(reading.findings == [])
        try sample.expectRoundTrip(of: plan)
        let row = "| Early help | <ul><li>Agree a form</li><li>Use it</li></ul> | Head of Service |"
        #expect(sample.written(plan).contains(row))
    }

    @Test("Cells with as many parts are dealt out one by one")
    func partsAreDealt() throws {
        let sample = try LayoutSample(Self.declaration)
        let reading = try sample.read(
            Self.document(
                "<p>Agree</p><p>Use</p> | <p>Nurse</p><p>Head</p> | By 31 March 2025 | G<br>A"
            )
        )
        let plan = reading.plan
        #expect(plan.actions.map(\.leads.words.singleLine) == ["Nurse", "Head", "Nurse"])
        #expect(plan.actions.map { $0.status?.printed } == ["G", "A", "A"])
        #expect(reading.findings == [])
        try sample.expectRoundTrip(of: plan)
        #expect(sample.written(plan).contains("<ul><li>Nurse</li><li>Head</li></ul>"))
    }

    @Test("A cell with another number of parts is kept whole, with a finding")
    func unevenPartsAreFound() throws {
        let sample = try LayoutSample(Self.declaration)
        let reading = try sample.read(
            Self.document("<p>Agree</p><p>Use</p> | <p>A</p><p>B</p><p>C</p> | | G")
        )
        #expect(reading.findings.map(\.kind) == ["leads-not-split", "parts-uneven"])
        #expect(reading.plan.actions[1].leads.words.plainText == "A\nB\nC")
        try sample.expectRoundTrip(of: reading.plan)
    }

    @Test("Words above a list are one action, with a finding")
    func unclearPartsAreFound() throws {
        let sample = try LayoutSample(Self.declaration)
        let reading = try sample.read(
            Self.document("<p>Work with:</p><ul><li>one</li><li>two</li></ul> | Nurse | | G")
        )
        #expect(reading.findings.map(\.kind) == ["parts-unclear"])
        #expect(reading.plan.actions.count == 2)
        try sample.expectRoundTrip(of: reading.plan)
    }

    @Test("An action that another lead took on since stands in a row of its own")
    func whatDiffersStandsApart() throws {
        let sample = try LayoutSample(Self.declaration)
        var plan = try sample.read(Self.document("<p>Agree</p><p>Use</p> | Nurse | | G")).plan
        plan.items[2].leads = Leads(words: Prose())
        let written = sample.written(plan)
        #expect(written.contains("| Early help | Agree | Nurse |"))
        #expect(written.contains("|  | Use |  |  | G"))
    }

    @Test("Each is for the words of the actions, in one column")
    func mistakesAreTold() {
        let two = Self.declaration.replacing(
            "[\"Lead\", \"leads\"]",
            with: "{ \"1\": \"Lead\", \"2\": \"leads\", \"each\": true }"
        )
        #expect(
            LayoutSample.error(of: two)?.hasSuffix(
                "columns: the columns “Activities” and “Lead” both have each = true. The cells of one "
                    + "column say where an action begins; the others are dealt out."
            ) ?? false
        )
        let other = Self.declaration.replacing("\"text\", \"each\"", with: "\"notes\", \"each\"")
        #expect(
            LayoutSample.error(of: other)?.hasSuffix(
                "columns: the column “Activities” has each = true, so its cells hold the words of the "
                    + "actions: { \"Activities\", \"text\", each = true }."
            ) ?? false
        )
    }
}
