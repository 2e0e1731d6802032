// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// `committee voice`, as an officer uses it.
@Suite("The tool keeps what people said")
struct VoiceToolTests {
    private static let profile = """
        {
          "by": "Lead Officer", "effective": "2023-04-01",
          "changes": [
            { "committee": {
              "body": { "id": "cpc", "name": "North Child Protection Committee",
                "abbreviation": "CPC", "kind": "committee" },
              "bodies": [{ "id": "education", "name": "Education North", "kind": "agency" }],
              "roles": [{ "id": "lead", "title": "Lead Officer", "body": "cpc" }],
              "members": [{ "body": "cpc", "role": "lead" }] } }
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

    /// A committee with themes and limits, and a survey that waits for an answer.
    private static func tool() throws -> BuiltTool {
        let tool = try BuiltTool.withStore()
        try tool.write(profile, to: "profile.json")
        try run(tool, "record council.sqlite profile.json")
        try run(
            tool,
            "voice rules --theme |being-heard=Being heard| --theme |waiting=Waiting times| --answer-days 56 "
                + "--tell-days 28",
            on: "2026-06-01"
        )
        try run(
            tool,
            "voice record school-survey-2026 |School survey 2026| --heard children --method survey --source education "
                + "--from 2026-05-01 --until 2026-05-29 --asked 40 --answered 28 --theme being-heard --lead lead "
                + "--summary |Pupils want to know whom to ask.| --audience public",
            on: "2026-06-01"
        )
        return tool
    }

    @Test func aSurveyFromTheWordsToTheTelling() throws {
        let tool = try Self.tool()
        #expect(try Self.run(tool, "voice list").contains("voice-answer-overdue"))
        #expect(
            try Self.run(tool, "voice report school-survey-2026 --note |Members listened.|")
                == "Recorded that feedback “School survey 2026” was reported.\n"
        )
        #expect(
            try Self.run(tool, "voice answer school-survey-2026 |Each school names an adult.|")
                == "Recorded answer 1 to feedback “School survey 2026”. Those who were heard are to be told by "
                + "28 November 2026.\n"
        )
        #expect(
            try Self.run(tool, "voice tell school-survey-2026 |At the assemblies| --to children")
                == "Recorded that those heard in feedback “School survey 2026” were told.\n"
        )
        let page = try Self.run(tool, "voice show school-survey-2026")
        for words in [
            "Told back", "Answer 1: Done: Each school names an adult.", "28 of 40 answered",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(try Self.run(tool, "voice").contains("Told back"))
        let json = try Self.run(tool, "voice list --json")
        #expect(json.contains("\"stage\": \"told\""))
        #expect(
            try Self.run(tool, "voice close school-survey-2026 |All is done.|")
                == "Closed feedback “School survey 2026”.\n"
        )
        let refused = try Self.run(tool, "voice tell school-survey-2026 Again", code: 1)
        #expect(refused.contains("was closed on 2026-10-31"))
    }

    @Test func thePublicReadsWhatWasAgreedLineByLine() throws {
        let tool = try Self.tool()
        let before = try Self.run(
            tool,
            "report council.sqlite --format standard/you-said-we-did --as md"
        )
        #expect(before.contains("Nothing is published yet."))
        try Self.run(tool, "voice agree school-survey-2026 summary --for public --agreed-by cpc")
        let page = try Self.run(
            tool,
            "report council.sqlite --format standard/you-said-we-did --as md"
        )
        #expect(page.contains("Pupils want to know whom to ask."))
        #expect(!page.contains("28"))
        #expect(
            try Self.run(tool, "voice agree school-survey-2026 counts --for public")
                == "The line counts of feedback “School survey 2026” may be shown to the audience “public”.\n"
        )
        try Self.run(tool, "voice count school-survey-2026 --asked 40 --answered 37")
        let small = try Self.run(
            tool,
            "voice agree school-survey-2026 counts --for public",
            code: 1
        )
        #expect(small.contains("a number under 5 could be seen in them or worked out"))
        let wrong = try Self.run(tool, "voice agree school-survey-2026 sum --for public", code: 64)
        #expect(wrong.contains("“sum” is no line of feedback."))
    }

    @Test func ownWordsNeedConsent() throws {
        let tool = try Self.tool()
        let missing = try Self.run(
            tool,
            "voice quote school-survey-2026 |Ask us.| --shared-with public",
            code: 64
        )
        #expect(missing.contains("--consent"))
        #expect(
            try Self.run(
                tool,
                "voice quote school-survey-2026 |Ask us.| --shared-with partners --speaker children --consent "
                    + "|On the form|"
            ).contains("Recorded quotation 1 of feedback")
        )
        let wide = try Self.run(
            tool,
            "voice agree school-survey-2026 quotation-1 --for public",
            code: 1
        )
        #expect(wide.contains("may be shared with partners and no wider"))
        try Self.run(tool, "voice agree school-survey-2026 quotation-1 --for partners")
        #expect(
            try Self.run(tool, "voice show school-survey-2026 --audience partners").contains(
                "Ask us."
            )
        )
        try Self.run(tool, "voice withdraw-consent school-survey-2026 1")
        #expect(
            !(try Self.run(tool, "voice show school-survey-2026 --audience restricted")
                .contains("Ask us."))
        )
    }

    @Test func whatCouldNameAChildIsHeld() throws {
        let tool = try Self.tool()
        for line in [
            "voice set school-survey-2026 --summary |Emma Thompson (born 3 May 2015) said so.|",
            "voice answer school-survey-2026 |Emma Thompson (born 3 May 2015) was seen.|",
            "voice tell school-survey-2026 |Emma Thompson (born 3 May 2015) was told.|",
            "voice quote school-survey-2026 |I am Emma Thompson, born 3 May 2015.| --shared-with public --consent Form",
            "voice close school-survey-2026 |Emma Thompson (born 3 May 2015) moved.|",
            "voice report school-survey-2026 --note |Emma Thompson (born 3 May 2015) spoke.|",
        ] {
            let held = try Self.run(tool, line, code: 1)
            #expect(!held.contains("Emma"), "\(line)")
        }
    }

    @Test func feedbackIsRestrictedByItself() throws {
        let tool = try Self.tool()
        try Self.run(tool, "voice record call-7 |A call| --heard families --method complaint")
        #expect(!(try Self.run(tool, "voice list").contains("call-7")))
        #expect(try Self.run(tool, "voice list --audience restricted").contains("call-7"))
        let unknown = try Self.run(tool, "voice show call-7", code: 1)
        #expect(unknown.contains("There is no feedback “call-7” for this reader."))
        let report = try Self.run(
            tool,
            "report council.sqlite --format standard/voice --audience restricted --as md"
        )
        #expect(report.contains("A call"))
    }

    @Test func aSheetGoesOutAndComesBack() throws {
        let tool = try Self.tool()
        try Self.run(tool, "voice sheet -o sheet.txt")
        #expect(
            try Self.run(tool, "voice sheet sheet.txt")
                == "Nothing was recorded: the sheet says nothing new.\n"
        )
        let text = String(decoding: try tool.bytes(of: "sheet.txt"), as: UTF8.self)
        try tool.write(
            text.replacing("Method: survey", with: "Method: interview")
                .replacing(
                    "[END]",
                    with: "[staff-2026] Staff\nHeard: staff\nAsked: 60\nAnswered: 41\n[END]"
                ),
            to: "back.txt"
        )
        let dry = try Self.run(tool, "voice sheet back.txt --dry-run")
        #expect(dry.contains("Nothing was recorded (dry run); it would be 4 entries."))
        #expect(try Self.run(tool, "voice sheet back.txt").contains("Recorded 4 entries"))
        #expect(try Self.run(tool, "voice sheet back.txt").contains("says nothing new"))
        try Self.run(tool, "voice sheet --audience restricted -o all.csv")
        #expect(
            try Self.run(tool, "voice sheet all.csv")
                == "Nothing was recorded: the sheet says nothing new.\n"
        )
    }

    @Test func mistakesAreToldInWords() throws {
        let tool = try Self.tool()
        for (line, code, words) in [
            ("voice answer school-survey-2025 Words", 1, "Did you mean “school-survey-2026”?"),
            (
                "voice record school-survey-2026 Again", 1,
                "There is feedback “school-survey-2026” already."
            ),
            ("voice record new New --theme being-hard", 1, "Did you mean “being-heard”?"),
            ("voice record new New --heard kids", 64, "children, young-people"),
            ("voice record new New --asked 5", 64, "Give --answered too."),
            ("voice set school-survey-2026", 64, "Nothing is to change."),
            ("voice rules --theme heard", 64, "“heard” is no theme."),
            ("voice answer school-survey-2026 Words --on 2027-01-01", 1, "is still to come"),
            (
                "voice sheet --audience public -o x.txt", 64,
                "A sheet is filled in by the committee or fewer."
            ),
        ] as [(String, Int32, String)] {
            let said = try Self.run(tool, line, code: code)
            #expect(said.contains(words), "\(line): \(said)")
        }
    }
}
