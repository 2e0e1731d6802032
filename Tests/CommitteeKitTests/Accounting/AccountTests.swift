// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("The account of an import")
struct AccountTests {
    @Test("A tidy document's account closes, and each word has its share")
    func tidyDocumentsClose() throws {
        let reading = try SmallPlan.read(SmallPlan.text)
        let account = reading.account
        #expect(reading.findings == [])
        #expect(account.total == SourceWords.count(in: SmallPlan.text))
        let shares = ImportAccount.Share.allCases.map { account.count(of: $0) }
        #expect(shares.reduce(0, +) == account.total)
        #expect(account.count(of: .text) == 5)
        #expect(account.count(of: .repetition) == 0)
    }

    @Test("A line of the account says where words went")
    func linesSayWhereWordsWent() throws {
        let account = try SmallPlan.read(SmallPlan.text).account
        let row = account.lines.filter { $0.line == 18 }.map {
            "\($0.cell ?? 0) \($0.words) → \($0.becameWords)"
        }
        #expect(
            row == [
                "1 1 → the number of outcome 1",
                "2 Families are helped early → the text of outcome 1",
                "3 1.1 → the number of action 1.1",
                "3 Agree one form → the text of action 1.1",
                "4 Lead Officer and Training Group → the leads of action 1.1",
                "5 By 31 March 2025 → the timescale of action 1.1",
                "6 Drafted; GOES ON. → the progress of action 1.1",
                "7 G → the status of action 1.1",
            ]
        )
    }

    struct Loss: Sendable, CustomTestStringConvertible {
        var what: String
        /// What is taken out of the document, and what is put there.
        var change: (find: String, put: String)
        /// The kind of finding that says so, and its line; nil when nothing is doubtful.
        var finding: (kind: String, line: Int)?
        /// Words that the plan must have, and where.
        var kept: String
        var testDescription: String { what }
    }

    static let losses: [Loss] = [
        Loss(
            what: "a number with letters is a number",
            change: ("1.2: Tell", "SR2: Tell"),
            kept: "action SR2: Tell every school"
        ),
        Loss(
            what: "a number with a hyphen is a number",
            change: ("1.2: Tell", "12-01: Tell"),
            kept: "action 12-01: Tell every school"
        ),
        Loss(
            what: "an added column",
            change: (
                "Timescale\tProgress @ 30 June 2024\tRAG\n1\tFamilies are helped early\t1.1: Agree one form\tLead Officer and Training Group\tBy 31 March 2025\t",
                "Timescale\tBudget line\tProgress @ 30 June 2024\tRAG\n1\tFamilies are helped early\t1.1: Agree one form\tLead Officer and Training Group\tBy 31 March 2025\tB77\t"
            ),
            finding: ("column-undeclared", 17),
            kept: "text: B77"
        ),
        Loss(
            what: "a row of unknown words",
            change: (
                "\t\t1.2: Tell every school\tChildren, Families and Justice\tBy 31 May 2024\tAll told. DONE.\tG",
                "Bananas\t\t\t\t\t\t"
            ),
            finding: ("number-unread", 19),
            kept: "text: Bananas"
        ),
        Loss(
            what: "a misspelt header of a list",
            change: ("No\tTask\tTimescale\n", "No\tTsak\tTimescale\n"),
            finding: ("header-misspelt", 27),
            kept: "maintenance/1: Keep the website right"
        ),
        Loss(
            what: "another word in the header of a list",
            change: ("No\tTask\tTimescale\n", "No\tWork\tTimescale\n"),
            finding: ("column-undeclared", 27),
            kept: "text: Keep the website right"
        ),
        Loss(
            what: "a list without a header that is known",
            change: ("No\tTask\tTimescale\n", "Nr\tWork\tWhen\n"),
            finding: ("table-not-in-layout", 27),
            kept: "text: 1 Keep the website right Ongoing"
        ),
        Loss(
            what: "words beside a number",
            change: ("2\tRecords are right", "2 old\tRecords are right"),
            finding: ("words-kept", 22),
            kept: "text: old"
        ),
        Loss(
            what: "an extra cell of a check",
            change: ("3\t1\t0\t2", "3\t1\t0\t2\tall but one"),
            finding: ("stray-text", 13),
            kept: "text: all but one"
        ),
        Loss(
            what: "names of checks under another header",
            change: ("Date\tReport\tTotal", "Date\tPaper\tTotal"),
            finding: ("column-undeclared", 11),
            kept: "text: First report"
        ),
        Loss(
            what: "names of checks under a misspelt header",
            change: ("Date\tReport\tTotal", "Date\tRepport\tTotal"),
            finding: ("header-misspelt", 11),
            kept: "check: First report"
        ),
        Loss(
            what: "a bold line above a table that is no caption",
            change: ("Maintenance\n\nNo", "Maintenance\n\n**Seen every May**\n\nNo"),
            kept: "text: Seen every May"
        ),
        Loss(
            what: "a second status",
            change: ("\t\tof one month\t\t\tand", "\t\tof one month\t\tBy 2 June 2024\tand"),
            finding: ("row-continued", 23),
            kept: "action 2.1: Check the records of one month"
        ),
        Loss(
            what: "a figure that is none",
            change: ("3\t-\t-\t3", "3\tfew\t-\t3"),
            finding: ("figure-unread", 12),
            kept: "text: few"
        ),
    ]

    @Test("What was lost or moved once is kept, and said", arguments: losses)
    func nothingIsLost(loss: Loss) throws {
        let text = SmallPlan.text.replacing(loss.change.find, with: loss.change.put)
        let reading = try SmallPlan.read(text)
        if let finding = loss.finding {
            #expect(
                reading.findings.contains { $0.kind == finding.kind && $0.line == finding.line },
                "found: \(reading.findings)"
            )
        }
        #expect(PlanContents.lines(of: reading.plan).contains(loss.kept))
        #expect(reading.account.total == SourceWords.count(in: text))
    }

    @Test("A list with the plan's own columns stays a list")
    func listsMayHaveThePlansColumns() throws {
        var layout = try SmallPlan.layout()
        layout.backlog = ListedTable(
            heading: try Template("Backlog"),
            columns: layout.columns.filter { !$0.field.hasPrefix("outcome") }
        )
        let reader = PlanReader(
            layout: layout,
            scheme: SmallPlan.scheme,
            timescales: TimescaleReader()
        )
        let text =
            SmallPlan.text + """
                \n
                Backlog

                Action\tLead\tTimescale\tProgress @ 30 June 2024\tRAG
                B1: Later\tTG\tBy 31 May 2025\tNothing\tA
                """
        let reading = try reader.read(
            try SourceDocument(text: text, name: "plan.txt", as: .tabText)
        )
        #expect(reading.plan.actions.count == 3)
        #expect(reading.plan.backlog.map(\.id) == ["backlog/B1"])
        #expect(reading.plan.backlog.first?.text.singleLine == "Later")
    }

    @Test("Each gap of a cell goes to its field")
    func everyGapIsRead() throws {
        let declaration: JSONValue = [
            "title": "Improvement Plan {period}", "levels": ["outcome", "action"],
            "headings": ["outcome": ["1": "Outcome {number}: {text}"]],
            "columns": [
                ["1": "Action", "2": "{number} {text} (by {timescale.words})"],
                ["1": "Lead", "2": "{leads} / {local.team}"],
            ],
        ]
        let layout = try Layout(
            declaration: JSONNode(declaration, line: 1),
            id: "small/gaps",
            source: "main.lua"
        )
        let text = """
            Improvement Plan 2024 – 2026

            Outcome 1: Early help

            Action\tLead
            1.1 Agree (all of us) one form (by 31 May 2025)\tNurse / East
            1.2 Tell every school\tHead
            """
        let reading = try PlanReader(layout: layout, scheme: nil, timescales: TimescaleReader())
            .read(try SourceDocument(text: text, name: "plan.txt", as: .tabText))
        let first = try #require(reading.plan.item("1.1"))
        #expect(first.text.singleLine == "Agree (all of us) one form")
        #expect(first.timescale.words == "31 May 2025")
        #expect(first.leads.words.singleLine == "Nurse")
        #expect(first.local["team"]?.singleLine == "East")
        #expect(reading.findings.map(\.kind) == ["cell-unlike-layout", "cell-unlike-layout"])
        #expect(reading.account.total == SourceWords.count(in: text))
    }

    @Test(
        "A heading without words of its own opens a section",
        arguments: [
            ("{text}", "Early help", "Right records", nil as String?),
            ("{number} {text}", "1 Early help", "2 Right records", "2"),
            ("{number}. {text}", "1. Early help", "2. Right records", "2"),
        ]
    )
    func bareHeadingsOpenSections(
        template: String,
        first: String,
        second: String,
        number: String?
    ) throws {
        let declaration: JSONValue = [
            "title": "Improvement Plan {period}", "levels": ["outcome", "action"],
            "headings": ["outcome": ["1": .string(template)]],
            "columns": [["Action", "text"], ["Lead", "leads"]],
        ]
        let layout = try Layout(
            declaration: JSONNode(declaration, line: 1),
            id: "small/bare",
            source: "main.lua"
        )
        for mark in ["", "## "] {
            let text = """
                Improvement Plan 2024 – 2026

                Some words that are no heading, since more follow.

                And these.

                \(mark)\(first)

                Action\tLead
                Agree one form\tNurse

                \(mark)\(second)

                Action\tLead
                Check the records\tHead
                """
            let reading = try PlanReader(
                layout: layout,
                scheme: nil,
                timescales: TimescaleReader()
            ).read(try SourceDocument(text: text, name: "plan.txt", as: .tabText))
            let outcomes = reading.plan.items.filter { $0.level == 0 }
            #expect(outcomes.map(\.text.singleLine) == ["Early help", "Right records"])
            #expect(outcomes.last?.number == number)
            #expect(reading.plan.actions.map(\.parent) == outcomes.map(\.id))
            #expect(reading.findings == [])
        }
    }

    @Test("An undeclared heading between two tables of the plan is a finding")
    func undeclaredHeadingsAreFound() throws {
        var layout = try SmallPlan.layout()
        layout.headings = [:]
        layout.reading.strayTo = nil
        let reading = try PlanReader(
            layout: layout,
            scheme: SmallPlan.scheme,
            timescales: TimescaleReader()
        ).read(
            try SourceDocument(
                text: SmallPlan.text.replacing(
                    "DONE.\tG\n\n\(SmallPlan.header)",
                    with: "DONE.\tG\n\nPart two\n\n\(SmallPlan.header)"
                ),
                name: "plan.txt",
                as: .tabText
            )
        )
        #expect(reading.findings.map(\.kind).contains("heading-undeclared"))
        #expect(PlanContents.lines(of: reading.plan).contains("text: Part two"))
    }

    @Test("A plan whose period nobody knows is refused; one that is given counts")
    func periodsAreNeverInvented() throws {
        let text = SmallPlan.text.replacing("2024 – 2026", with: "of ours")
        var layout = try SmallPlan.layout()
        layout.title = try Template("Improvement Plan {text}")
        let reader = PlanReader(
            layout: layout,
            scheme: SmallPlan.scheme,
            timescales: TimescaleReader()
        )
        let source = try SourceDocument(text: text, name: "plan.txt", as: .tabText)
        #expect(
            throws: ImportError(
                source: "plan.txt",
                line: 1,
                message:
                    "“Improvement Plan of ours” does not say from when until when the plan runs, and "
                    + "no line of the layout's facts called “period” does. Give it with --period, as "
                    + "in --period 2024-04-01/2027-03-31, or declare the line that says it."
            )
        ) { try reader.read(source) }
        let period = CivilSpan(CivilDate(2024, 4, 1)...CivilDate(2027, 3, 31))
        let plan = try reader.read(source, period: period).plan
        #expect(plan.period == period)
        #expect(plan.id == "plan-2024-2027")
    }
}
