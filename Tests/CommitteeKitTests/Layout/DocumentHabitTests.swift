// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// What people and their programs do to documents, which no standard names.
@Suite("Habits of documents")
struct DocumentHabitTests {
    private func sample(_ columns: String, _ more: String = "") throws -> LayoutSample {
        try LayoutSample(
            """
            { "title": "Children's plan {period}", "levels": ["aim", "action"], "scheme": "rag",
              "headings": { "aim": { "1": "{text}" } }, "columns": \(columns)\(more) }
            """
        )
    }

    private static let plain = #"[{"1":"No","2":"number"},{"1":"Action","2":"text"}]"#

    private static func document(_ rows: String, above: String = "") -> String {
        """
        # Children’s plan 2024 – 2026

        \(above)

        ## Be heard

        | No | Action |
        |---|---|
        \(rows)

        ## Be safe

        | No | Action |
        |---|---|
        | 2.1 | Ask them |
        """
    }

    @Test(
        "Bullets typed by hand divide a cell, and are no words of its parts",
        arguments: [
            ("• Meet<br>• Write", ["Meet", "Write"], 0),
            ("- Meet<br>- Write", ["Meet", "Write"], 0),
            ("Meet<br>Write", ["Meet", "Write"], 0),
            ("We will:<br>- Meet<br>- Write", ["We will: - Meet - Write"], 1),
        ]
    )
    func typedBulletsAreParts(cell: String, texts: [String], unclear: Int) throws {
        let sample = try sample(
            #"[{"1":"No","2":"aim.number"},{"1":"Action","2":"text","each":true}]"#
        )
        let reading = try sample.read(Self.document("| 1 | \(cell) |"))
        let found = reading.plan.actions.map(\.text.singleLine).filter { $0 != "Ask them" }
        #expect(found == texts)
        #expect(reading.findings.count { $0.kind == "parts-unclear" } == unclear)
    }

    @Test("A fact is read from a line that touches another")
    func factsMayTouchOtherLines() throws {
        let sample = try sample(
            Self.plain,
            #", "facts": [["progress", "Reported at {date}"], ["approved", "Agreed: {date}"]]"#
        )
        let above = "Made by the office.\nReported at 30 June 2025\nAgreed: 1 May 2025"
        let reading = try sample.read(Self.document("| 1.1 | Meet |", above: above))
        #expect(reading.reportedOn == CivilDate(2025, 6, 30))
        #expect(reading.approvedOn == CivilDate(2025, 5, 1))
        #expect(reading.plan.texts.map(\.text.singleLine).contains { $0.hasPrefix("Made by") })
    }

    @Test("Headings without words of their own are read again from our own pages")
    func bareHeadingsSurvivePages() throws {
        let sample = try sample(Self.plain)
        let plan = try sample.read(Self.document("| 1.1 | Meet |")).plan
        #expect(plan.items.map(\.level) == [0, 1, 0, 1])
        for (format, source) in FormatRoundTripTests.formats {
            let again = try sample.read(sample.written(plan, as: format), as: source).plan
            #expect(LayoutSample.differences(again, plan) == "", "\(format.rawValue)")
        }
    }

    @Test("A typographic apostrophe is an apostrophe")
    func apostrophesAreOne() throws {
        #expect(
            try sample(Self.plain).read(Self.document("| 1.1 | Meet |")).plan.title
                == "Children's plan 2024 – 2026"
        )
    }

    @Test(
        "An empty cell of a word processor is empty",
        arguments: ["<p>&nbsp;</p>", "<p></p>", "<br>", "&nbsp;", ""]
    )
    func emptyCellsAreEmpty(cell: String) throws {
        let sample = try sample(
            #"[{"1":"No","2":"number"},{"1":"Action","2":"text"},"#
                + #"{"1":"Done","2":"status","tick":"Done"},{"1":"Late","2":"status","tick":"Late"}]"#
        )
        let page = """
            <h1>Children's plan 2024 – 2026</h1><h2>Be heard</h2><table>
            <tr><th>No</th><th>Action</th><th>Done</th><th>Late</th></tr>
            <tr><td>1.1</td><td>Meet</td><td>\(cell)</td><td>✓</td></tr></table>
            """
        let reading = try sample.read(page, as: .html)
        #expect(!reading.findings.map(\.kind).contains("tick-unread"))
        #expect(reading.plan.texts == [])
        #expect(reading.plan.actions.map { $0.status?.printed } == ["Late"])
    }

    @Test("A cell that is merged over rows speaks of each of them, and nothing else does")
    func mergedCellsSpeakOfEachRow() throws {
        let sample = try sample(
            #"[{"1":"No","2":"number"},{"1":"Action","2":"text"},{"1":"Lead","2":"leads"},"#
                + #"{"1":"Due","2":"timescale.words"}]"#
        )
        let page = """
            <h1>Children's plan 2024 – 2026</h1><h2>Be heard</h2><table>
            <tr><th>No</th><th>Action</th><th>Lead</th><th>Due</th></tr>
            <tr><td>1.1</td><td>Meet</td><td rowspan="3">Chair</td><td rowspan="2">By 31 March 2027</td></tr>
            <tr><td>1.2</td><td>Write</td></tr>
            <tr><td></td><td>in plain words</td><td></td></tr>
            <tr><td>1.3</td><td>Tell</td><td></td><td></td></tr></table>
            """
        let reading = try sample.read(page, as: .html)
        let actions = reading.plan.actions
        #expect(actions.map { $0.leads.names } == [["Chair"], ["Chair"], []])
        #expect(
            actions.map(\.timescale.words) == ["By 31 March 2027", "By 31 March 2027", ""]
        )
        #expect(actions[1].text.plainText.contains("in plain words"))
        try sample.expectRoundTrip(of: reading.plan)
    }

    @Test("What stands in a list of what is completed is completed")
    func completedListsComplete() throws {
        let sample = try sample(
            Self.plain,
            """
            , "lists": [{ "name": "done", "heading": "Done", "completed": true, "counts": true,
              "columns": [["No", "number"], ["What", "text"]] }]
            """
        )
        let reading = try sample.read(
            Self.document("| 1.1 | Meet |")
                + "\n\n## Done\n\n| No | What |\n|---|---|\n| 1.2 | Write |\n"
        )
        let item = try #require(reading.plan.lists.first?.items.first)
        #expect(item.isCompleted)
        #expect(!reading.plan.actions[0].isCompleted)
    }

    @Test("A cell that begins as a formula comes back from values separated by commas")
    func formulasComeBack() throws {
        let sample = try sample(Self.plain)
        let plan = try sample.read(Self.document("| 1.1 | =1+1 is two |")).plan
        let again = try sample.read(sample.written(plan, as: .csv), as: .csv).plan
        #expect(again.actions.first?.text.singleLine == "=1+1 is two")
    }

    struct Contradiction: Sendable, CustomTestStringConvertible {
        var find: String
        var put: String
        var kind: String
        var kept: String
        var testDescription: String { kind }
    }

    @Test(
        "What a document says a second time, and otherwise, is a finding and is kept",
        arguments: [
            Contradiction(
                find: "\nMaintenance\n",
                put: "\nPriority 1: Quite other words stand here\n\nMaintenance\n",
                kind: "number-twice",
                kept: "Quite other words stand here"
            ),
            Contradiction(
                find: "A word before the tables.",
                put: "A word before the tables.\n\nApproved: 9 May 2024",
                kind: "fact-differs",
                kept: "Approved: 9 May 2024"
            ),
            Contradiction(
                find: "A word before the tables.",
                put: "A word before the tables.\n\nImprovement Plan 2019 – 2021",
                kind: "fact-differs",
                kept: "Improvement Plan 2019 – 2021"
            ),
            Contradiction(
                find: "30 June 2024\tFirst report\t3\t1\t0\t2",
                put:
                    "30 June 2024\tFirst report\t3\t1\t0\t2\n30 June 2024\tFirst report\t9\t8\t7\t6",
                kind: "check-twice",
                kept: "9"
            ),
            Contradiction(
                find: "First report\t3\t1",
                put: "First report\t3\t7 1",
                kind: "figure-unread",
                kept: "7 1"
            ),
        ]
    )
    func contradictionsAreKept(case contradiction: Contradiction) throws {
        let text = SmallPlan.text.replacing(
            contradiction.find,
            with: contradiction.put,
            maxReplacements: 1
        )
        #expect(text != SmallPlan.text)
        let reading = try SmallPlan.read(text)
        #expect(reading.findings.contains { $0.kind == contradiction.kind }, "\(reading.findings)")
        let words =
            reading.plan.texts.map(\.text.singleLine) + reading.plan.items.map(\.text.singleLine)
        #expect(words.contains { $0.contains(contradiction.kept) }, "\(words)")
    }

    @Test("A row that goes on below a cell of several actions closes the account")
    func continuedPartsClose() throws {
        let sample = try sample(
            #"[{"1":"No","2":"number"},{"1":"Action","2":"text","each":true},{"1":"Lead","2":"leads"}]"#
        )
        let text = """
            # Children's plan 2024 – 2026

            ## Be heard

            | No | Action | Lead |
            |---|---|---|
            | 1 | Meet<br>Write | Chair |
            |  |  | Nurse |
            """
        let reading = try sample.read(text)
        #expect(reading.plan.actions.count == 2)
        #expect(reading.plan.actions.last?.leads.words.singleLine == "Chair Nurse")
    }

    @Test("An action without words is a finding")
    func emptyActionsAreFindings() throws {
        let sample = try sample(
            #"[{"1":"No","2":"number"},{"1":"Action","2":"text"},{"1":"Lead","2":"leads"}]"#
        )
        let reading = try sample.read(
            "# Children's plan 2024 – 2026\n\n## Be heard\n\n| No | Action | Lead |\n|---|---|---|\n"
                + "| 1.1 | | Chair |"
        )
        #expect(reading.findings.map(\.kind).contains("text-missing"))
    }
}
