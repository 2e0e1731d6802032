// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// `committee audit`, as an officer uses it.
@Suite("The tool keeps quality assurance")
struct QualityToolTests {
    private static let profile = """
        {
          "by": "Lead Officer", "effective": "2023-04-01",
          "changes": [
            { "committee": {
              "body": { "id": "cpc", "name": "North Child Protection Committee",
                "abbreviation": "CPC", "kind": "committee" },
              "bodies": [{ "id": "police", "name": "Police North", "kind": "agency" }],
              "roles": [{ "id": "qa", "title": "QA Officer", "body": "cpc" }],
              "workingGroups": [{ "id": "qa-group", "name": "QA Group", "reportsTo": "cpc" }],
              "members": [{ "body": "cpc", "role": "qa" }] } }
          ]
        }
        """

    private static let environment = [
        "COMMITTEE_STORE": "council.sqlite", "COMMITTEE_BY": "Coordinator",
    ]

    /// Runs a command on a day, and requires that it ends with a code.
    ///
    /// Words stand between spaces; what has spaces of its own stands between bars.
    @discardableResult
    private static func run(
        _ tool: BuiltTool,
        _ line: String,
        on day: String = "2026-10-31",
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

    /// A committee whose audit is under way.
    private static func tool() throws -> BuiltTool {
        let tool = try BuiltTool.withStore()
        try tool.write(profile, to: "profile.json")
        try run(tool, "record council.sqlite profile.json")
        try run(
            tool,
            "audit propose neglect-2026 |Neglect: first responses| --group qa-group --lead qa --due 2026-11-30",
            on: "2026-03-01"
        )
        try run(tool, "audit agree neglect-2026 group", on: "2026-03-03")
        try run(tool, "audit agree neglect-2026 committee", on: "2026-03-17")
        try run(tool, "audit begin neglect-2026", on: "2026-09-01")
        return tool
    }

    @Test func anAuditFromTheProposalToTheEnd() throws {
        let tool = try Self.tool()
        #expect(
            try Self.run(
                tool,
                "audit report neglect-2026 |Plans were timely.| --next 2027-11-30"
            )
                == "Recorded the outcome of audit “Neglect: first responses”. The next is due by 30 November 2027.\n"
        )
        #expect(
            try Self.run(
                tool,
                "audit find neglect-2026 |Chronologies are missing.| --due 2026-12-31"
            )
                == "Recorded finding neglect-2026#1.\n"
        )
        let refused = try Self.run(tool, "audit close neglect-2026", code: 1)
        #expect(refused.contains("nobody has answered finding neglect-2026#1."))
        #expect(
            try Self.run(tool, "audit answer neglect-2026#1 --reason |A template is in use.|")
                == "Finding neglect-2026#1: No action needed.\n"
        )
        #expect(
            try Self.run(tool, "audit evidence neglect-2026#1 |Nine files of ten.|")
                == "Recorded evidence for finding neglect-2026#1.\n"
        )
        #expect(
            try Self.run(tool, "audit impact neglect-2026#1 changed")
                == "Finding neglect-2026#1: Changed.\n"
        )
        #expect(
            try Self.run(tool, "audit close neglect-2026")
                == "Closed audit “Neglect: first responses”.\n"
        )
        let thread = try Self.run(tool, "audit thread neglect-2026#1")
        #expect(thread.contains("No action is needed: A template is in use."))
        #expect(try Self.run(tool, "audit findings").contains("neglect-2026#1"))
        #expect(try Self.run(tool, "audit show neglect-2026").contains("QA Group"))
    }

    @Test func fiveDipSamplesAMonth() throws {
        let tool = try Self.tool()
        #expect(
            try Self.run(
                tool,
                "audit dip-sample add eird |Initial discussions| --quota 5 --every month",
                on: "2026-08-01"
            ) == "Added dip sample “Initial discussions”: 5 a month.\n"
        )
        #expect(
            try Self.run(tool, "audit dip-sample record eird 5", on: "2026-08-20")
                == "Dip sample “Initial discussions”, August 2026: 5 of 5 looked at.\n"
        )
        try Self.run(tool, "audit dip-sample record eird 4 --on 2026-09-20")
        let list = try Self.run(tool, "audit")
        #expect(list.contains("5 a month, behind in 1 period"))
        #expect(list.contains("September 2026 (4 of 5)"))
        let today = try Self.run(tool, "today council.sqlite")
        let words = today.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            words.contains(
                "The quota of dip sample “Initial discussions” for September 2026, 4 … (30 September 2026"
            ),
            "\(words)"
        )
    }

    @Test func aReturnThatIsSentEarly() throws {
        let tool = try Self.tool()
        try Self.run(
            tool,
            "audit return add toolkit |National self-evaluation toolkit| --due 2023-10-20",
            on: "2023-09-01"
        )
        #expect(
            try Self.run(tool, "audit return sent toolkit --on 2023-10-12")
                == "Return “National self-evaluation toolkit”: Sent 8 days early.\n"
        )
    }

    @Test func trainingByAgency() throws {
        let tool = try Self.tool()
        try Self.run(tool, "audit course add level-2 |Neglect, level 2| --audience public")
        try Self.run(tool, "audit course day level-2 2026-05-12 --places 30")
        #expect(
            try Self.run(
                tool,
                "audit course attendance level-2 2026-05-12 police --booked 8 --came 6"
            ) == "6 of 8 from Police North came to course “Neglect, level 2” on 12 May 2026.\n"
        )
        #expect(
            try Self.run(
                tool,
                "audit course evaluate level-2 later --helped 5 --answers 6 --out-of 6"
            ) == "Recorded the evaluation of course “Neglect, level 2”: it helped 5 of 6.\n"
        )
        let open = try Self.run(tool, "audit show level-2 --audience public --json")
        #expect(open.contains("2026-05-12"))
        #expect(!open.contains("Police"))
    }

    @Test func aSelfEvaluationByAFrameworkOfAPlugin() throws {
        let tool = try Self.tool()
        let plugins = DocumentationPage.package.appending(path: "plugins").path
        #expect(
            try Self.run(
                tool,
                "audit self-evaluation adopt scotland-guidance/quality-indicators --plugins |\(plugins)|"
            )
                == "Adopted “The committee's functions on a six-point scale”, version 1: 5 indicators, 6 levels.\n"
        )
        try Self.run(tool, "audit self-evaluation add self-2026 |Self-evaluation 2026|")
        #expect(
            try Self.run(
                tool,
                "audit self-evaluation judge self-2026 planning 4 --why |Plans fit.|"
            )
                == "Self-evaluation “Self-evaluation 2026”: indicator planning, level 4. 1 indicator is judged.\n"
        )
        let refused = try Self.run(
            tool,
            "audit self-evaluation judge self-2026 planning 7",
            code: 1
        )
        #expect(refused.contains("has no level “7”"))
        try Self.run(tool, "audit self-evaluation agree self-2026")
        #expect(try Self.run(tool, "audit self-evaluation frameworks").contains("(2019)"))
    }

    @Test func inspectionsAndTheHorizon() throws {
        let tool = try Self.tool()
        try Self.run(
            tool,
            "audit outside add inspection |Joint inspection| --publisher Inspectorate --published 2018-04-24"
        )
        #expect(
            try Self.run(tool, "audit find inspection |Visits are late.| --sort recommendation")
                == "Recorded finding inspection#1.\n"
        )
        #expect(
            try Self.run(tool, "audit outside consider inspection")
                == "Recorded that the committee considered report “Joint inspection”.\n"
        )
        try Self.run(tool, "audit issue add referral |Age of referral| --due 2026-10-01")
        #expect(try Self.run(tool, "audit").contains("national-issue-overdue"))
        try Self.run(tool, "audit issue propose referral |Rewrite the protocol.|")
        try Self.run(tool, "audit issue consider referral")
        #expect(
            try Self.run(tool, "audit issue close referral")
                == "Closed national issue “Age of referral”.\n"
        )
    }

    @Test func aSheetGoesOutAndComesBack() throws {
        let tool = try Self.tool()
        try Self.run(tool, "audit sheet -o quality.txt")
        let sheet = String(decoding: try tool.bytes(of: "quality.txt"), as: UTF8.self)
        #expect(sheet.contains("[audit neglect-2026] Neglect: first responses"))
        try tool.write(
            sheet.replacingOccurrences(
                of: "Due date: 30 November 2026",
                with: "Due date: 15 December 2026"
            ),
            to: "back.txt"
        )
        let dry = try Self.run(tool, "audit sheet back.txt --dry-run")
        #expect(dry.contains("Nothing was recorded (dry run); it would be 1 entry."))
        #expect(try Self.run(tool, "audit sheet back.txt").contains("Recorded 1 entry"))
        #expect(try Self.run(tool, "audit sheet back.txt").contains("says nothing new"))
    }

    @Test func aFieldIsSetByItsName() throws {
        let tool = try Self.tool()
        #expect(
            try Self.run(tool, "audit set neglect-2026 |due date| |24 December 2026|")
                == "Audit “Neglect: first responses”: the due date is changed.\n"
        )
        let refused = try Self.run(tool, "audit set neglect-2026 |due dat| now", code: 1)
        #expect(refused.contains("Audit has no field “due dat”. Did you mean “due date”?"))
        let unread = try Self.run(tool, "audit set neglect-2026 |due date| |at Christmas|", code: 1)
        #expect(
            unread.contains(
                "“at Christmas” cannot stand as the due date. See the sheet for what can."
            )
        )
        let nobody = try Self.run(tool, "audit set neglect |due date| |1 May 2026|", code: 1)
        #expect(nobody.contains("There is nothing named “neglect”."))
    }

    @Test func wordsThatMayTellWhoAChildIsAreHeld() throws {
        let tool = try Self.tool()
        let held = try Self.run(
            tool,
            "audit report neglect-2026 |Child Anna Smith, born on 3 May 2015, was harmed.|",
            code: 1
        )
        #expect(!held.isEmpty)
        #expect(try Self.run(tool, "audit show neglect-2026 --json").contains("outcome") == false)
    }
}
