// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Foundation
import Testing

@Suite("Items that stand as headings and paragraphs")
struct BlockLayoutTests {
    // MARK: The programme of 2016

    private static let seed = URL(filePath: #filePath)
        .appending(path: "../../../../../shared/seeds/003_3d350d44a8e01dca.txt").standardized.path
    private static var hasSeed: Bool { FileManager.default.fileExists(atPath: seed) }

    private static func programme() throws -> LayoutSample {
        try LayoutSample(
            """
            {
              "plan": "programme",
              "title": "Child Protection Improvement Programme – Update #{issue}",
              "levels": ["area"],
              "blocks": {
                "area": {
                  "as": "numbered", "below": "statement",
                  "after": "The Child Protection Improvement Programme", "before": "Neglect"
                }
              },
              "facts": [
                ["progress", "{date} by No Comments | Category Our Work"],
                { "1": "updates", "2": "new updates {every} to keep you informed", "within": true }
              ]
            }
            """
        )
    }

    @Test(
        "A programme that prints “1.” nine times comes in as nine areas, and says when it comes out next",
        .enabled(if: hasSeed, "skipped: the programme of 2016 is not there")
    )
    func theProgrammeComesIn() throws {
        var sample = try Self.programme()
        sample.period = CivilSpan(from: CivilDate(2016, 2, 1), until: CivilDate(2017, 1, 31))
        let text = try String(contentsOfFile: Self.seed, encoding: .utf8)
        let reading = try sample.read(text, as: .tabText)
        let areas = reading.plan.actions
        #expect(areas.count == 9)
        #expect(areas.map(\.number) == Array(repeating: "1", count: 9))
        #expect(
            areas.map(\.text.singleLine.count) == [20, 19, 36, 11, 7, 17, 25, 15, 11],
            "the lengths of the nine titles"
        )
        #expect(areas.allSatisfy { !$0.statement.isEmpty })
        #expect(Set(areas.map(\.id)).count == 9)
        #expect(reading.reportedOn == CivilDate(2016, 10, 12))
        #expect(reading.plan.statedFact("updates") == "every 6 weeks")
        #expect(reading.plan.nextUpdate() == CivilDate(2016, 11, 23))
        #expect(reading.findings.map(\.kind) == ["number-twice"])
        let account = reading.account
        #expect(
            ImportAccount.Share.allCases.map { account.count(of: $0) }.reduce(0, +) == account.total
        )
        #expect(account.count(of: .field) == 539)
        #expect(account.total == 1_973)
        try sample.expectRoundTrip(of: reading.plan)
    }

    // MARK: A strategy of our own

    private static let strategy = """
        {
          "title": "Strategy {period}", "levels": ["aim", "step"], "scheme": "rag",
          "blocks": {
            "aim": { "1": "Aim {number}: {text}", "as": "heading", "below": "statement" },
            "step": {
              "as": "numbered", "below": "statement",
              "lines": [
                "Lead: {leads}", "By: {timescale.words}", "Status: {status}", "Cost {local.cost} a year"
              ],
              "before": "Thanks"
            }
          },
          "completion": { "field": "progress", "completed": ["Done."] }
        }
        """

    private static let strategyText = """
        # Strategy 2024 – 2026

        This is why we do it:

        - for children
        - for families

        ## Aim 1: Be *heard*

        Children say what they think.

        1. Ask every child

        Lead: Head Teacher

        By: 31 May 2025

        Status: G

        Cost £5 a year

        In words of their own.

        - at school
        - at home

        2. Tell the **panel**

        By: Summer 2025

        ## Aim 2: Be told

        1.1 Write *plainly*

        Status: A

        ## Thanks

        To everyone.

        1. Anna
        2. Bob
        """

    @Test("Headings, numbered lines and lines below them are items and their fields")
    func aStrategyIsRead() throws {
        let sample = try LayoutSample(Self.strategy)
        let reading = try sample.read(Self.strategyText)
        #expect(reading.findings.map(\.kind) == [])
        #expect(
            PlanContents.lines(of: reading.plan).prefix(5) == [
                "aim 1: Be heard", "step 1: Ask every child", "step 2: Tell the panel",
                "aim 2: Be told", "step 1.1: Write plainly",
            ]
        )
        let step = try #require(reading.plan.item("1"))
        #expect(step.parent == "aim-1")
        #expect(step.leads.words.singleLine == "Head Teacher")
        #expect(step.timescale.due == CivilDate(2025, 5, 31))
        #expect(step.status?.printed == "G")
        #expect(step.local["cost"]?.singleLine == "£5")
        #expect(step.statement.plainText == "In words of their own.\n• at school\n• at home")
        #expect(reading.plan.item("aim-1")?.statement.singleLine == "Children say what they think.")
        #expect(reading.plan.texts.last?.text.plainText == "1. Anna\n2. Bob")
        #expect(
            !reading.account.lines.contains { $0.line > 7 && $0.line < 37 && $0.share == .text }
        )
        try sample.expectRoundTrip(of: reading.plan)
    }

    @Test("Headings of two ranks are two levels, with bullets below them")
    func ranksAreLevels() throws {
        let sample = try LayoutSample(
            """
            {
              "title": "Plan {period}", "levels": ["theme", "goal", "action"],
              "blocks": {
                "theme": { "as": "heading", "after": "What we will do" },
                "goal": { "as": "heading" },
                "action": { "1": "{text} ({leads})", "as": "bulleted" }
              }
            }
            """
        )
        let reading = try sample.read(
            """
            # Plan 2024 – 2026

            ## Why

            - Because (so they say)

            What we will do

            ## Schools

            ### Listening

            - Ask (Head)
            - Answer (Panel)

            ### Telling

            - Write (Clerk)

            ## Homes

            ### Visits

            - Knock (Team)
            """
        )
        #expect(
            PlanContents.lines(of: reading.plan).prefix(9) == [
                "theme theme-1: Schools", "goal theme-1/goal-1: Listening",
                "action theme-1/goal-1/1: Ask", "action theme-1/goal-1/2: Answer",
                "goal theme-1/goal-2: Telling", "action theme-1/goal-2/1: Write",
                "theme theme-2: Homes", "goal theme-2/goal-1: Visits",
                "action theme-2/goal-1/1: Knock",
            ]
        )
        #expect(reading.findings == [])
        #expect(reading.plan.item("theme-1/goal-1/2")?.leads.words.singleLine == "Panel")
        try sample.expectRoundTrip(of: reading.plan)
    }

    @Test("Paragraphs are known by their words, and two levels of numbers by their parts")
    func numbersAreLevels() throws {
        let sample = try LayoutSample(
            """
            {
              "title": "Plan {period}", "levels": ["part", "goal", "action"],
              "blocks": {
                "part": { "1": "Part {number}: {text}", "as": "paragraph" },
                "goal": { "as": "numbered" }, "action": { "as": "numbered", "below": "statement" }
              }
            }
            """
        )
        let reading = try sample.read(
            """
            Plan 2024 – 2026

            Part 1: Schools
            1. Listening
            1.1 Ask
            2018 was the year before.
            1.2 Answer
            2. Telling
            2.1 Write
            """.replacing("\n", with: "\n\n"),
            as: .tabText
        )
        #expect(
            PlanContents.lines(of: reading.plan).prefix(6) == [
                "part 1: Schools", "goal 1: Listening", "action 1.1: Ask", "action 1.2: Answer",
                "goal 2: Telling", "action 2.1: Write",
            ]
        )
        #expect(reading.plan.item("1.1")?.statement.singleLine == "2018 was the year before.")
        try sample.expectRoundTrip(of: reading.plan)
    }

    @Test(
        "A line begins with a number as items have it, and is read again when it is written",
        arguments: [
            ("1. Ask", "1"), ("2) Ask", "2"), ("1.2 Ask", "1.2"), ("SR2 Ask", "SR2"),
            ("3b Ask", "3b"),
            ("12-01. Ask", "12-01"), ("a) Ask", "a"), ("iv. Ask", "iv"),
        ]
    )
    func numbersAreRead(_ line: String, _ number: String) throws {
        let sample = try LayoutSample(Self.steps)
        let reading = try sample.read("Plan 2024 – 2026\n\n\(line)\n\nBelow.", as: .tabText)
        #expect(reading.plan.items.map(\.number) == [number])
        #expect(reading.plan.items.map(\.text.singleLine) == ["Ask"])
        try sample.expectRoundTrip(of: reading.plan)
    }

    @Test(
        "A paragraph that begins with a figure is no item",
        arguments: [
            "2018 was a year", "16-17 year olds", "24/7 support", "12.10.2016 was the day",
            "5 March was", "s.12 of the Act", "1st of all", "39% of all", "I am",
        ]
    )
    func figuresAreNoNumbers(_ line: String) throws {
        let sample = try LayoutSample(Self.steps)
        let reading = try sample.read("Plan 2024 – 2026\n\n1. Ask\n\n\(line)", as: .tabText)
        #expect(reading.plan.items.map(\.statement.singleLine) == [line])
        try sample.expectRoundTrip(of: reading.plan)
    }

    private static let steps = """
        {
          "title": "Plan {period}", "levels": ["step"],
          "blocks": { "step": { "as": "numbered", "below": "statement" } }
        }
        """

    // MARK: What is doubtful

    struct Doubt: Sendable, CustomTestStringConvertible {
        var what: String
        var change: (find: String, put: String)
        var findings: [String]
        var message: String
        var testDescription: String { what }
    }

    static let doubts = [
        Doubt(
            what: "an end that never comes",
            change: ("## Thanks", "## Tanks"),
            findings: ["text-between-items", "text-between-items", "end-missing"],
            message:
                "“Tanks” stands between two items of the plan and belongs to none; it is kept as "
                + "text behind them."
        ),
        Doubt(
            what: "a number that stands twice",
            change: ("2. Tell", "1. Tell"),
            findings: ["number-twice"],
            message:
                "The number 1 stands at more than one step, first on line 12; the printed numbers "
                + "are kept."
        ),
        Doubt(
            what: "a second lead",
            change: ("Cost £5 a year", "Lead: Panel"),
            findings: ["line-twice"],
            message:
                "“Lead: Panel” says again what “Lead: {leads}” has said of 1; it is kept as text."
        ),
        Doubt(
            what: "a heading that is no item",
            change: ("In words of their own.", "## An aside"),
            findings: ["text-between-items", "text-between-items", "text-between-items"],
            message:
                "“An aside” stands between two items of the plan and belongs to none; it is kept as "
                + "text behind them."
        ),
        Doubt(
            what: "a table below an item",
            change: ("In words of their own.", "| a | b |\n|---|---|\n| c | d |"),
            findings: ["table-not-in-layout"],
            message:
                "This table is not one that the layout declares; its rows are kept as the statement "
                + "of 1."
        ),
    ]

    @Test("What fits no rule is kept with a finding, and the account closes", arguments: doubts)
    func doubtsAreFindings(_ doubt: Doubt) throws {
        let sample = try LayoutSample(Self.strategy)
        let text = Self.strategyText.replacing(doubt.change.find, with: doubt.change.put)
        let reading = try sample.read(text)
        #expect(reading.findings.map(\.kind) == doubt.findings)
        #expect(reading.findings.contains { $0.message == doubt.message })
        let known = PlanContents.words(of: reading.plan)
        for word in SourceWords.all(in: doubt.change.put) where word.count > 3 && word != "Lead" {
            #expect(known.contains(word))
        }
        try sample.expectRoundTrip(of: reading.plan)
    }

    @Test(
        "Changed documents keep every word, and what is written of them is read again to the same plan"
    )
    func changedDocumentsLoseNothing() throws {
        let sample = try LayoutSample(Self.strategy)
        let lines = Self.strategyText.split(separator: "\n", omittingEmptySubsequences: true)
            .map(String.init)
        let extra = [
            "Plain words", "3) More", "## Something else", "- a bullet", "Lead: Somebody",
            "By: then",
            "Status: R", "| x | y |", "10. Ten", "Aim 3: Be seen", "Lead:", "1.", "**Bold** words",
        ]
        let own = Set(["Strategy", "Aim", "Lead", "By", "Status", "Cost", "a", "year", "Thanks"])
        var random = SeededGenerator(seed: 20_261_129)
        var lost: [String] = []
        var differ: [String] = []
        var refused = 0
        for _ in 0..<400 {
            var changed = lines
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 1..<changed.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: changed.remove(at: place)
                case 1: changed.insert(extra.randomElement(using: &random) ?? "", at: place)
                default: changed.swapAt(place, Int.random(in: 1..<changed.count, using: &random))
                }
            }
            let text = changed.joined(separator: "\n\n")
            guard let reading = try? sample.read(text) else {
                refused += 1
                continue
            }
            let found = Set(reading.findings.map(\.line))
            let known = PlanContents.words(of: reading.plan)
            for (place, line) in changed.enumerated() {
                let words = SourceWords.all(in: line).filter { word in
                    word.contains(where: \.isLetter) && !known.contains(word) && !own.contains(word)
                }
                if !words.isEmpty, !found.contains(place * 2 + 1) {
                    lost.append("\(words)\n\(text)")
                }
            }
            let again = try sample.read(sample.written(reading.plan)).plan
            if again != reading.plan {
                let what = LayoutSample.differences(again, reading.plan)
                differ.append("\(what)\n\(text)\n=>\n\(sample.written(reading.plan))")
            }
        }
        print(
            "documents 400, refused \(refused), lost \(lost.count), written and read differently \(differ.count)"
        )
        #expect(lost.prefix(1) == [])
        #expect(differ.prefix(1) == [])
    }

    @Test(
        "A later edition with another item in the middle is matched by words where numbers are alike"
    )
    func aLaterEditionIsMatched() async throws {
        let layout = try LayoutSample(
            #"{ "plan": "p", "title": "Areas {period}", "levels": ["area"], "facts": [["progress", "At {date}"]], "blocks": { "area": { "as": "numbered", "below": "statement" } } }"#
        ).layout
        func document(_ names: [String], _ date: String) -> String {
            "# Areas 2024 – 2026\n\nAt \(date)\n\n"
                + names.map { "1. \($0)\n\nAbout \($0.lowercased()).\n\n" }.joined()
        }
        let names = ["Children’s hearings", "Inspections of schools", "Data and evidence"]
        let fixture = try await LibraryFixture(layout: layout)
        try await fixture.importing(document(names, "1 May 2024"), digest: "a", as: .markdown)
        let later = names.prefix(1) + ["Internet safety"] + names.dropFirst()
        try await fixture.importing(
            document(Array(later), "1 July 2024"),
            digest: "b",
            as: .markdown
        )
        let plan = try #require(try await fixture.plan())
        #expect(plan.items.map(\.text.singleLine) == Array(later))
        #expect(plan.items.map(\.id) == ["1", "1-2-2", "1-2", "1-3"])
        #expect(plan.items[1].statement.singleLine == "About internet safety.")
    }

    @Test(
        "A declaration that cannot be meant is refused with the way out",
        arguments: [
            (
                #""columns": [["A", "text"]], "blocks": { "step": { "as": "numbered" } }"#,
                "columns: a layout has columns, where its actions are the rows of a table, or blocks, "
                    + "where they are headings or paragraphs; this one has both. Leave one out."
            ),
            (
                #""headings": { "aim": ["{text}"] }, "blocks": { "step": { "as": "numbered" } }"#,
                "headings: with blocks, headings are blocks too, such as blocks = { aim = { "
                    + "\"{text}\", as = \"heading\" } }."
            ),
            (
                #""blocks": { "stp": { "as": "numbered" } }"#,
                "blocks: “stp” is not a level of the plan. Did you mean “step”?"
            ),
            (
                #""blocks": { "aim": { "as": "heading" } }"#,
                "blocks: nothing says how “step” stands in the document. Add it, such as step = { as = "
                    + "\"numbered\" }."
            ),
            (
                #""blocks": { "step": { "as": "paragraph" } }"#,
                "blocks: “step” is a paragraph, which is known by its words. Add them, such as { "
                    + "\"Recommendation {number}: {text}\", as = \"paragraph\" }."
            ),
            (
                #""blocks": { "step": { "as": "numbered", "lines": ["Lead: {leeds}"] } }"#,
                "blocks: “Lead: {leeds}” of “step” holds “leeds”, which is not a field. Did you mean "
                    + "“leads”?"
            ),
            (
                #""blocks": { "step": { "as": "numbered", "lines": ["{leads}"] } }"#,
                "blocks: “{leads}” could be any line. A line has words and a field, such as \"Lead: "
                    + "{leads}\"."
            ),
            (
                #""blocks": { "step": { "as": "numbered", "below": "text" } }"#,
                "blocks: “step” has its text in its line and below it. Write below = \"statement\", or "
                    + "take {text} out of the line."
            ),
            (
                #""blocks": { "aim": { "as": "bulleted" }, "step": { "as": "bulleted" } }"#,
                "blocks: two levels look alike: bullets do not tell levels apart, and numbers do only "
                    + "where the words have a {number}, such as 1 and 1.1."
            ),
        ]
    )
    func mistakesAreExplained(_ part: String, _ message: String) {
        let declaration = #"{ "title": "Plan {period}", "levels": ["aim", "step"], \#(part) }"#
        #expect(LayoutSample.error(of: declaration) == message)
    }

    @Test("A document without an item of the layout is refused")
    func aDocumentWithoutItemsIsRefused() throws {
        let sample = try LayoutSample(Self.strategy)
        let error = #expect(throws: ImportError.self) {
            try sample.read("# Strategy 2024 – 2026\n\nNothing yet.")
        }
        #expect(
            error?.message
                == "There is no step: the layout “small/plan” expects each as a line that "
                + "begins with a number. Choose the layout that fits."
        )
    }

    // MARK: Lines that no blank line parts

    @Test("A line that the layout declares is read although no blank line stands above it")
    func linesWithoutBlanks() throws {
        let sample = try LayoutSample(
            """
            {
              "title": "Plan {period}", "levels": ["aim", "step"],
              "blocks": {
                "aim": { "1": "Aim {number}: {text}", "as": "heading" },
                "step": {
                  "as": "numbered", "below": "statement",
                  "lines": ["Who: {leads}", "When: {timescale.words}"]
                }
              }
            }
            """
        )
        let reading = try sample.read(
            """
            # Plan 1 April 2026 – 31 March 2027

            ## Aim 1: Dogs

            1. Put up signs
               at every gate
            Who: Parks Service
            When: By 31 July 2026

            2. Buy bins
            Who: Parks Service
            and the rangers
            """
        )
        let steps = reading.plan.actions
        #expect(steps.map(\.text.singleLine) == ["Put up signs at every gate", "Buy bins"])
        #expect(
            steps.map(\.leads.words.singleLine) == [
                "Parks Service", "Parks Service and the rangers",
            ]
        )
        #expect(steps.first?.timescale.due == CivilDate(2026, 7, 31))
        try sample.expectRoundTrip(of: reading.plan)
    }
}
