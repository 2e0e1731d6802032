// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import CommitteeKit
import Testing

@Suite("Reading a plan with a layout")
struct PlanReaderTests {
    @Test("Levels, actions and lists stand where the document has them")
    func levelsStandWhereTheDocumentHasThem() throws {
        let plan = try SmallPlan.read(SmallPlan.text).plan
        #expect(
            plan.items.map(\.id) == ["priority-1", "outcome-1", "1.1", "1.2", "outcome-2", "2.1"]
        )
        #expect(
            plan.items.map(\.parent) == [
                nil, "priority-1", "outcome-1", "outcome-1", "priority-1", "outcome-2",
            ]
        )
        #expect(plan.maintenance.map(\.id) == ["maintenance/1"])
        #expect(plan.period == CivilSpan(CivilDate(2024, 1, 1)...CivilDate(2026, 12, 31)))
    }

    @Test("A row without a number goes on with the action before it")
    func rowsGoOn() throws {
        let action = try #require(try SmallPlan.read(SmallPlan.text).plan.item("2.1"))
        #expect(action.text.singleLine == "Check the records of one month")
        #expect(action.latestProgress.singleLine == "Begun and going well.")
        #expect(action.status?.printed == "A")
    }

    @Test("The words for completion are taken from the progress")
    func completionIsTaken() throws {
        let plan = try SmallPlan.read(SmallPlan.text).plan
        #expect(plan.item("1.1")?.completion == .ongoing)
        #expect(plan.item("1.2")?.completion == .completed(.by(CivilDate(2024, 6, 30))))
        #expect(plan.item("1.2")?.latestProgress.singleLine == "All told.")
    }

    @Test("Only the glossary splits leads, whose names may contain “and” and commas")
    func leadsAreSplitByTheGlossary() throws {
        let plan = try SmallPlan.read(SmallPlan.text).plan
        #expect(plan.item("1.1")?.leads.names == ["Lead Officer", "Training Group"])
        #expect(plan.item("1.2")?.leads.names == ["Children, Families and Justice"])
        #expect(plan.item("2.1")?.leads.names == ["TG"])
    }

    @Test("Stated checks keep a dash apart from nought")
    func checksKeepDashes() throws {
        let checks = try SmallPlan.read(SmallPlan.text).plan.statedChecks
        #expect(checks.map(\.added) == [nil, 0])
        #expect(checks.map(\.completed) == [nil, 1])
        #expect(checks.map(\.date) == [CivilDate(2024, 3, 5), CivilDate(2024, 6, 30)])
    }

    @Test("A tidy document gives no findings")
    func tidyDocumentsGiveNoFindings() throws {
        #expect(try SmallPlan.read(SmallPlan.text).findings == [])
    }

    struct Doubt: Sendable, CustomTestStringConvertible {
        var change: (find: String, put: String)
        var line: Int
        var cell: Int?
        var kind: String
        var message: String
        var testDescription: String { kind }
    }

    @Test(
        "What is doubtful is a finding with its line",
        arguments: [
            Doubt(
                change: ("GOES ON.\tG", "GOES ON.\tD"),
                line: 18,
                cell: 7,
                kind: "status-not-in-key",
                message:
                    "Action 1.1 has the status “D”, which is not in the key (G, A). It is kept as printed."
            ),
            Doubt(
                change: ("DONE.\tG", "DONE.\t"),
                line: 19,
                kind: "status-missing",
                message: "Action 1.2 has no status."
            ),
            Doubt(
                change: ("Training Group\tBy", "the Dean\tBy"),
                line: 18,
                cell: 4,
                kind: "lead-not-in-glossary",
                message:
                    "“the Dean” is not in the glossary of leads, so it could not be split; it is kept as one lead."
            ),
            Doubt(
                change: ("2.1: Check", "1.2: Check"),
                line: 22,
                kind: "number-twice",
                message: "Action 1.2 stands twice; the printed number is kept."
            ),
            Doubt(
                change: ("By 31 March 2025", "purple elephants"),
                line: 18,
                cell: 5,
                kind: "timescale-unread",
                message: "The timescale “purple elephants” could not be read."
            ),
            Doubt(
                change: ("DONE.\tG", "DONE.\tG\t,"),
                line: 19,
                cell: 8,
                kind: "stray-mark",
                message: "“,” stands outside the columns of the table and was left out."
            ),
            Doubt(
                change: ("DONE.\tG", "DONE.\tG\tlate note"),
                line: 19,
                cell: 8,
                kind: "stray-text",
                message:
                    "“late note” stands outside the columns; it was read as progress of action 1.2."
            ),
            Doubt(
                change: ("3\t-\t-\t3", "3\tfew\t-\t3"),
                line: 12,
                kind: "figure-unread",
                message: "“few” stands where the number of completed is expected."
            ),
        ]
    )
    func doubtsAreFindings(doubt: Doubt) throws {
        let text = SmallPlan.text.replacingFirst(doubt.change.find, with: doubt.change.put)
        let findings = try SmallPlan.read(text).findings
        let found = try #require(
            findings.first { $0.kind == doubt.kind && $0.message == doubt.message },
            "found: \(findings)"
        )
        #expect(found.line == doubt.line)
        #expect(found.place?.cell == doubt.cell)
    }

    @Test("A document of another committee is refused with words on what to do")
    func otherDocumentsAreRefused() {
        #expect(
            throws: ImportError(
                source: "plan.txt",
                message:
                    "No line reads “Improvement Plan {period}”, by which the layout “small/plan” "
                    + "knows the plan. No line is like it; the first is line 1, “Minutes of a meeting”. "
                    + "Choose the layout that fits the document, or put its title in by a repair: "
                    + "{ \"line\": 1, \"insert_before\": \"Improvement Plan {period}\", \"because\": "
                    + "\"…\" }, with words for {period}."
            )
        ) { try SmallPlan.read("Minutes of a meeting\n\nNobody came.") }
    }

    @Test("A title with other words is refused with the line that is most like it")
    func nearestTitleIsShown() throws {
        let text = SmallPlan.text.replacingFirst("Improvement Plan", with: "Improving plans for")
        let error = try #require(throws: ImportError.self) { try SmallPlan.read(text) }
        #expect(
            error.message
                == "No line reads “Improvement Plan {period}”, by which the layout “small/plan” knows the "
                + "plan. The nearest is line 1, “Improving plans for 2024 – 2026”. Choose the layout "
                + "that fits the document, or correct its title."
        )
    }

    @Test(
        "A table without any title is refused with the repair that puts one in, and that repair works"
    )
    func titlesCanBePutIn() throws {
        let sample = try LayoutSample(
            #"{ "title": "Tracker", "levels": ["aim", "action"], "columns": [["Ref", "number"], ["Task", "text"]] }"#
        )
        let document = try SourceDocument(text: "Ref,Task\n1,Meet\n", name: "tracker.csv")
        let reader = PlanReader(
            layout: sample.layout,
            scheme: nil,
            timescales: TimescaleReader()
        )
        let period = CivilSpan(from: CivilDate(2024, 1, 1), until: CivilDate(2025, 1, 1))
        let error = try #require(throws: ImportError.self) {
            try reader.read(document, period: period)
        }
        #expect(
            error.message
                == "No line reads “Tracker”, by which the layout “small/plan” knows the plan. It has no "
                + "line outside its tables. Choose the layout that fits the document, or put its title "
                + "in by a repair: { \"line\": 1, \"insert_before\": \"Tracker\", \"because\": \"…\" }."
        )
        let repairs = try RepairsFile(
            reading: Array(
                #"{ "repairs": [{ "line": 1, "insert_before": "Tracker", "because": "…" }] }"#.utf8
            ),
            source: "r.json"
        )
        let repaired = try document.repaired(by: repairs)
        #expect(try reader.read(repaired.document, period: period).plan.actions.count == 1)
    }

    @Test(
        "Of several headers with a date the first counts, and each other one is said against it",
        arguments: [
            ("", "the first one of 30 June 2024", ["31 July 2024", "1 May 2024"]),
            (
                "Reported at 31 July 2024", "the document of 31 July 2024",
                ["30 June 2024", "1 May 2024"]
            ),
        ]
    )
    func datesOfHeaders(line: String, taken: String, others: [String]) throws {
        let sample = try LayoutSample(
            """
            { "title": "Plan {period}", "levels": ["aim", "action"], "facts": [["progress", "Reported at {date}"]],
              "columns": [["No", "number"], ["Action", "text"], ["Progress at {date}", "progress"],
                ["State at {date}", "local.state"], ["Cost at {date}", "local.cost"]] }
            """
        )
        let reading = try sample.read(
            """
            # Plan 2024 – 2026

            \(line)

            | No | Action | Progress at 30 June 2024 | State at 31 July 2024 | Cost at 1 May 2024 |
            |---|---|---|---|---|
            | 1 | Meet | Met | Good | 5 |
            """
        )
        let found = reading.findings.filter { $0.kind == "date-differs" }.map(\.message)
        #expect(
            found
                == others.map {
                    "A header speaks of \($0), and \(taken), which was taken as the date of the report."
                }
        )
    }

    @Test("A section row of tabbed text has no tab; the layout says whether it is one")
    func sectionsOfTabbedText() throws {
        let text = """
            Plan 2024 – 2026
            No\tAction\tLead
            Help
            1\tMeet\tChair
            Hope
            2\tWrite\tNurse
            """
        func sample(_ headings: String) throws -> LayoutSample {
            try LayoutSample(
                """
                { "title": "Plan {period}", "levels": ["aim", "action"]\(headings),
                  "columns": [["No", "number"], ["Action", "text"], ["Lead", "leads"]] }
                """
            )
        }
        let declared = try sample(#", "headings": { "aim": { "row": "{text}" } }"#)
            .read(text, as: .tabText)
        #expect(declared.findings == [])
        #expect(
            declared.plan.items.map { "\($0.level) \($0.text.singleLine)" } == [
                "0 Help", "1 Meet", "0 Hope", "1 Write",
            ]
        )
        let open = try sample(#", "headings": { "aim": ["Aim {number}: {text}"] }"#)
            .read(text, as: .tabText)
        #expect(
            open.findings.first { $0.line == 5 }?.message
                == "“Hope” stands between two rows of the table of actions; it is kept as text. If it is a "
                + "heading of the rows below it, declare it under “headings”, as { row = \"{text}\" }."
        )
    }

    @Test("An empty document is refused as empty", arguments: ["", "\n \n"])
    func emptyDocumentsAreRefused(text: String) {
        #expect(
            throws: ImportError(
                source: "plan.txt",
                message: "The document is empty. Choose the file that holds the plan."
            )
        ) { try SmallPlan.read(text) }
    }

    @Test("A header that lacks columns is refused with its line and their names")
    func lackingColumnsAreRefused() {
        let text = "Improvement Plan 2024 – 2026\n\nNo\tAction\n1\t1.1: Go"
        #expect(
            throws: ImportError(
                source: "plan.txt",
                line: 3,
                message:
                    "The header of the table lacks the columns “Outcome”, “Lead”, “Timescale”, "
                    + "“Progress @ {date}”, “RAG”, which the layout “small/plan” expects. Choose the "
                    + "layout that fits, or correct the header."
            )
        ) { try SmallPlan.read(text) }
    }

    @Test("One header with other words in its place is a finding, and what stands below it is text")
    func damagedHeaders() throws {
        let text = SmallPlan.text.replacing(
            "Outcome\tAction\tLead",
            with: "Outcome\tAction\tBananas"
        )
        #expect(text != SmallPlan.text)
        let reading = try SmallPlan.read(text)
        #expect(reading.findings.contains { $0.kind == "column-missing" })
        #expect(reading.findings.contains { $0.kind == "column-undeclared" })
        #expect(reading.plan.actions.allSatisfy { $0.leads.words.isEmpty })
        let texts = reading.plan.texts.map(\.text.singleLine)
        #expect(texts.contains("Bananas") && texts.contains("Lead Officer and Training Group"))
        let without = SmallPlan.text.replacing(
            "Outcome\tAction\tLead",
            with: "Outcome\tBananas\tLead"
        )
        #expect(throws: ImportError.self) { try SmallPlan.read(without) }
    }

    @Test("A column that no page has is an error; one that a page lost is a finding")
    func lostColumnsAreToldApart() throws {
        let lines = SmallPlan.text.split(separator: "\n", omittingEmptySubsequences: false)
        let without = lines.map { line in
            line == SmallPlan.header ? Substring(SmallPlan.header.dropLast("\tRAG".count)) : line
        }
        #expect(
            throws: ImportError(
                source: "plan.txt",
                line: 17,
                message: "The header of the table lacks the columns “RAG”, which the layout "
                    + "“small/plan” expects. Choose the layout that fits, or correct the header."
            )
        ) { try SmallPlan.read(without.joined(separator: "\n")) }
        var oncePerPage = lines
        oncePerPage[20] = Substring(SmallPlan.header.dropLast("\tRAG".count))
        let findings = try SmallPlan.read(oncePerPage.joined(separator: "\n")).findings
        #expect(
            findings.contains(
                Finding(
                    line: 21,
                    kind: "column-missing",
                    message:
                        "The header on this page lacks “RAG”; cells below it are read without.",
                    place: .row(table: 2, row: 4, cell: nil)
                )
            )
        )
    }

    @Test("Damaged documents are read or refused, and never a danger")
    func damagedDocumentsAreSafe() throws {
        var generator = SeededGenerator(seed: 11)
        let reader = try SmallPlan.reader()
        let characters = Array(SmallPlan.text)
        for _ in 0..<300 {
            var damaged = characters
            for _ in 0..<Int.random(in: 1..<12, using: &generator) {
                let place = Int.random(in: 0..<damaged.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: damaged.remove(at: place)
                case 1:
                    damaged.insert(
                        ["\t", "\n", "{", "1", "¹"].randomElement(using: &generator) ?? " ",
                        at: place
                    )
                default: damaged.swapAt(place, Int.random(in: 0..<damaged.count, using: &generator))
                }
            }
            let source = try SourceDocument(text: String(damaged), name: "plan.txt", as: .tabText)
            guard let plan = try? reader.read(source).plan else { continue }
            let ids = (plan.items + plan.maintenance).map(\.id)
            #expect(Set(ids).count == ids.count)
            #expect(plan.items.allSatisfy { item in item.parent.map { ids.contains($0) } ?? true })
        }
    }
}

extension String {
    fileprivate func replacingFirst(_ find: String, with put: String) -> String {
        guard let range = self.ranges(of: find).first else { return self }
        return replacingCharacters(range, put)
    }

    private func replacingCharacters(_ range: Range<String.Index>, _ put: String) -> String {
        String(self[..<range.lowerBound]) + put + String(self[range.upperBound...])
    }
}
