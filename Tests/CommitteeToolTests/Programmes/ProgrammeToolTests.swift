// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import Foundation
import Testing

/// `committee programme`, as an officer uses it, on the plan that a published programme was read as.
@Suite("The tool keeps programmes")
struct ProgrammeToolTests {
    private static let environment = [
        "COMMITTEE_STORE": "council.sqlite", "COMMITTEE_BY": "Coordinator",
        "COMMITTEE_PLUGINS": "plugins",
    ]
    private static let plan = "plan-2025-2027"

    /// Runs a command on a day, and requires that it ends with a code.
    ///
    /// Words stand between spaces; what has spaces of its own stands between bars.
    @discardableResult
    private static func run(
        _ tool: BuiltTool,
        _ line: String,
        on day: String = "2025-02-10",
        code: Int32 = 0
    ) throws -> String {
        var words: [String] = []
        for (place, part) in line.split(separator: "|", omittingEmptySubsequences: false)
            .enumerated()
        {
            words +=
                place % 2 == 1
                ? [String(part)] : part.split(separator: " ").map(String.init)
        }
        let run = try tool.run(words, today: day, environment: environment)
        #expect(run.code == code, "\(line): \(run.errors)\(run.output)")
        return code == 0 ? run.output : run.output + run.errors
    }

    /// A committee with the programme of Saltmarsh, whose first update is due on 10 February 2025.
    private static func tool() throws -> BuiltTool {
        let tool = try BuiltTool.withStore()
        try PackageFolder.copy(
            [
                "plugins/saltmarsh": "Examples/layouts/saltmarsh/plugins/saltmarsh",
                "plugins/standard": "plugins/standard",
                "programme.html": "Examples/layouts/saltmarsh/programme.html",
            ],
            into: tool
        )
        try run(
            tool,
            "import council.sqlite programme.html --layout saltmarsh/programme --by Clerk"
        )
        try run(
            tool,
            "programme begin \(plan) |Saltmarsh Programme| --every 6 --first 2025-02-10 --report-by 2025-12-15 --lead |Records Lead| --audience public"
        )
        return tool
    }

    @Test func aProgrammeStandsOnThePlanThatWasRead() throws {
        let tool = try Self.tool()
        #expect(
            try Self.run(
                tool,
                "programme area \(Self.plan) 2 --lead |Estates Partnership| --elsewhere"
            )
                == "Area 2 of “Saltmarsh Programme” is led by Estates Partnership, elsewhere.\n"
        )
        #expect(
            try Self.run(
                tool,
                "programme milestone add \(Self.plan)#form |One form is agreed| --by-day 2025-03 --area 1"
            ) == "Added milestone “One form is agreed”, by March 2025.\n"
        )
        #expect(
            try Self.run(
                tool,
                "programme trial add \(Self.plan)#tablets |Tablets on visits| --area 1 --site North --site West "
                    + "--site Isles --partner |Town College| --starts 2025-01-15 --ends financial-year"
            )
                == "Added trial “Tablets on visits”, until 31 March 2025, the end of the financial year.\n"
        )
        #expect(
            try Self.run(tool, "programme trial begin \(Self.plan)#tablets")
                == "Trial “Tablets on visits” is under way in North, West, Isles.\n"
        )
        try Self.run(
            tool,
            "programme milestone move \(Self.plan)#form 2025-05 --why |The printers were late.|",
            on: "2025-03-20"
        )
        let list = try Self.run(tool, "programme", on: "2025-04-20")
        for words in [
            "Moved to May 2025", "Under way", "programme-trial-overdue", "area-without-lead",
        ] {
            #expect(list.contains(words), "\(words)")
        }
        #expect(
            try Self.run(tool, "programme show \(Self.plan)#form --json", on: "2025-04-20")
                .contains(#""due": "2025-05""#)
        )
    }

    @Test func anUpdateFromTheSheetToTheReplies() throws {
        let tool = try Self.tool()
        try Self.run(tool, "programme update sheet \(Self.plan) -o update.txt")
        var sheet = String(decoding: try tool.bytes(of: "update.txt"), as: UTF8.self)
        #expect(sheet.contains("[2] Buildings"))
        for words in ["Says: The form is tried in two offices.", "Says: Nothing new"] {
            let place = try #require(sheet.firstRange(of: "Says:\n"))
            sheet.replaceSubrange(place, with: words + "\n")
        }
        try tool.write(sheet, to: "update.txt")
        let read = try Self.run(tool, "programme update sheet \(Self.plan) update.txt")
        #expect(read.contains("Area 1: The form is tried in two offices."))
        #expect(read.contains("Update 1 says nothing yet of: 3. People."))
        #expect(
            try Self.run(tool, "programme update sheet \(Self.plan) update.txt")
                .contains("Nothing was recorded: the sheet says nothing new.")
        )
        #expect(
            try Self.run(tool, "programme update issue \(Self.plan)")
                == "Issued update 1 of “\(Self.plan)”.\nUpdate 2 is due by 24 March 2025.\nIt says nothing of: 3. People.\n"
        )
        try Self.run(tool, "programme update sent \(Self.plan) 1 --to Subscribers --count 240")
        try Self.run(tool, "programme update replies \(Self.plan) 1 12 --suggestions 3")
        #expect(try Self.run(tool, "circulation").contains("Subscribers (240)"))
        let refused = try Self.run(
            tool,
            "programme update write \(Self.plan) 1 |More.| --number 1",
            code: 1
        )
        #expect(refused.contains("cannot say anything else: it was issued on 2025-02-10."))
        let report = try Self.run(
            tool,
            "report council.sqlite --format standard/programme-update --plan \(Self.plan) --as md"
        )
        for words in [
            "update 1", "Number 2, by 24 March 2025", "The form is tried in two offices.",
        ] {
            #expect(report.contains(words), "\(words)")
        }
        #expect(
            try Self.run(tool, "remind council.sqlite", on: "2025-03-10")
                .contains("Update 2 of programme “Saltmarsh Programme” is due")
        )
    }

    @Test func aRecommendationAndWhatBecameOfIt() throws {
        let tool = try Self.tool()
        let id = "\(Self.plan)#r1"
        try Self.run(tool, "programme recommendation add \(id) |Pay for tablets.| --area 1")
        let draft = try Self.run(tool, "programme recommendation answer \(id) accepted", code: 1)
        #expect(draft.contains("cannot be answered: it is a draft. Record that it was made first."))
        try Self.run(
            tool,
            "programme recommendation made \(id) --to Council --answer-by 2025-03-01"
        )
        #expect(
            try Self.run(
                tool,
                "programme recommendation answer \(id) partly |For one office.|",
                on: "2025-02-20"
            ) == "Recommendation r1 of “\(Self.plan)”: partly accepted.\n"
        )
        try Self.run(
            tool,
            "programme recommendation follow \(id) |One office begins.| --action \(Self.plan)#P1",
            on: "2025-02-21"
        )
        let shown = try Self.run(tool, "programme show \(id)", on: "2025-02-21")
        #expect(shown.contains("What came of recommendation r1"))
    }

    @Test func aNameIsHeldBack() throws {
        let tool = try Self.tool()
        let held = try Self.run(
            tool,
            "programme update write \(Self.plan) 1 |Kayleigh Macdonald moved home.|",
            code: 1
        )
        #expect(!held.contains("Kayleigh"))
        #expect(try Self.run(tool, "programme").contains("programme"))
        #expect(!(try Self.run(tool, "programme").contains("#1")))
    }

    private static let mistakes: [(String, Int32, String)] = [
        (
            "programme begin plan-2026 Other", 1,
            "The record has no plan “plan-2026” for a programme to carry."
        ),
        ("programme begin \(plan) Again", 1, "There is a programme “\(plan)” already."),
        (
            "programme begin \(plan) Again --every 0", 64,
            "--every is a number of weeks from 1 to 104"
        ),
        ("programme update write \(plan) 9 Words", 1, "has no area or action “9”."),
        ("programme update write \(plan) 1", 64, "Give the words, or --nothing-new"),
        ("programme milestone move \(plan)#form soon", 64, "“soon” is no day or month."),
        ("programme show \(plan)#none", 1, "No programme has anything named “\(plan)#none”"),
        ("programme set \(plan) colour red", 1, "Programme has no field “colour”."),
        ("programme update issue \(plan)", 1, "There is no update “\(plan)#1”."),
        (
            "programme milestone met \(plan)#form --on 2030-01-01", 1,
            "what is recorded of a programme has happened"
        ),
    ]

    @Test(arguments: mistakes.indices)
    func aMistakeSaysWhatToDo(_ place: Int) throws {
        let (line, code, words) = Self.mistakes[place]
        let said = try Self.run(try Self.tool(), line, code: code)
        #expect(
            said.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words),
            "\(said)"
        )
    }
}
#endif
