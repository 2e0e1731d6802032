// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// `committee learning-review`, as an officer uses it.
@Suite("The tool records Learning Reviews")
struct LearningReviewToolTests {
    private static let profile = """
        {
          "by": "Lead Officer", "effective": "2025-04-01",
          "changes": [
            { "committee": {
              "body": { "id": "cpc", "name": "North Child Protection Committee",
                "abbreviation": "CPC", "kind": "committee" },
              "bodies": [
                { "id": "health", "name": "NHS North", "kind": "agency" },
                { "id": "police", "name": "Police North", "kind": "agency" }],
              "roles": [{ "id": "lead-officer", "title": "Lead Officer", "body": "cpc" }],
              "workingGroups": [
                { "id": "case-review", "name": "Case Review Group", "reportsTo": "cpc" }] } }
          ]
        }
        """

    private static let environment = [
        "COMMITTEE_STORE": "council.sqlite", "COMMITTEE_BY": "Coordinator",
    ]

    /// Runs a command on a day, and requires that it ends with a code.
    @discardableResult
    private static func run(
        _ tool: BuiltTool,
        _ line: String,
        on day: String = "2026-03-02",
        code: Int32 = 0
    ) throws -> String {
        let words = line.split(separator: "|").flatMap { part -> [String] in
            part.hasPrefix("=")
                ? [String(part.dropFirst())] : part.split(separator: " ").map(String.init)
        }
        let run = try tool.run(words, today: day, environment: environment)
        #expect(run.code == code, "\(words): \(run.errors)\(run.output)")
        return code == 0 ? run.output : run.output + run.errors
    }

    private static func tool() throws -> BuiltTool {
        let tool = try BuiltTool.withStore()
        try PackageFolder.copy(
            [
                "plugins/standard": "plugins/standard",
                "plugins/scotland-guidance": "plugins/scotland-guidance",
            ],
            into: tool
        )
        try tool.write(profile, to: "profile.json")
        try run(tool, "record council.sqlite profile.json")
        try run(
            tool,
            "learning-review adopt scotland-guidance/learning-reviews-2024 --group case-review "
                + "--coordinator lead-officer --limit |=recommended after notified: 4 weeks|"
                + "--limit |=decided after recommended: 20 working days"
        )
        return tool
    }

    /// Notifies, and returns the reference.
    private static func notify(_ tool: BuiltTool, _ words: String = "police harm-registered") throws
        -> String
    {
        let said = try run(tool, "learning-review notify \(words)")
        let reference = try #require(said.firstMatch(of: /LR-[2-9B-Z]{7}/)).output
        #expect(said == "Recorded the notification as \(reference). It is restricted.\n")
        return String(reference)
    }

    @Test func aReviewFromItsNotificationToItsEnd() throws {
        let tool = try Self.tool()
        let id = try Self.notify(tool)
        let steps: [(String, String)] = [
            (
                "ask \(id) health |=Case Review Group|--answer-by 2026-03-16",
                "Recorded who was asked; 2 answers are outstanding. Next: the answer of those who were asked by "
                    + "16 March 2026; the recommendation of the group by 30 March 2026."
            ),
            (
                "answer \(id) |=NHS North|--nothing-held",
                "Recorded the answer; 1 answer is outstanding. Next: the answer of those who were asked by "
                    + "16 March 2026; the recommendation of the group by 30 March 2026."
            ),
            (
                "recommend \(id) proceed",
                "Recorded the recommendation of the group: proceed. Next: the decision of the committee by "
                    + "30 March 2026."
            ),
            (
                "decide \(id) proceed",
                "Recorded the decision of the committee: proceed. Next: the notice to the inspectorate; the "
                    + "commission of the review."
            ),
            (
                "tell \(id)",
                "Recorded that the inspectorate was told. Next: the commission of the review."
            ),
            (
                "commission \(id) --report-by 2026-09-30",
                "Recorded the commission. Next: the report of the review by 30 September 2026."
            ),
            (
                "pause \(id) criminal-proceedings",
                "Recorded the pause. Next: the end of the pause."
            ),
            (
                "resume \(id)",
                "Recorded that the review goes on. Next: the report of the review by 30 September 2026."
            ),
            (
                "reported \(id)",
                "Recorded that the report came in. Next: the chief officers' view of the action plan."
            ),
            (
                "consider \(id) --resources no",
                "Recorded that the chief officers did not agree the resources. Next: the chief officers' view of "
                    + "the action plan."
            ),
            (
                "consider \(id) --resources yes",
                "Recorded that the chief officers agreed the resources. Next: the sharing of the learning."
            ),
            (
                "share \(id) seven-minute-briefing --with police",
                "Recorded how the learning was shared. Next: the check of the change with data."
            ),
            (
                "check \(id) changed",
                "Recorded the check: changed. Next: the closing."
            ),
            ("close \(id)", "Recorded the end. Nothing more is to be done."),
        ]
        for (command, sentence) in steps {
            #expect(try Self.run(tool, "learning-review \(command)") == sentence + "\n")
        }
        let card = try Self.run(tool, "learning-review show \(id) --audience restricted")
        #expect(card.contains("Shared: A seven-minute briefing. (Police North)"))
        #expect(
            try Self.run(tool, "learning-review --audience restricted").contains("\(id)  Closed")
        )
    }

    @Test func aRefusedStepNamesTheRuleAndItsSource() throws {
        let tool = try Self.tool()
        let id = try Self.notify(tool)
        let refused = try Self.run(tool, "learning-review decide \(id) proceed", code: 1)
        #expect(refused.contains("the group has not recommended anything"))
        #expect(refused.contains("Rule “group-recommends”: A named person or group looks at"))
        #expect(refused.contains("Undertaking Learning Reviews (2024)"))
        let list = try Self.run(
            tool,
            "learning-review recommend \(id) not-proceed --reason criteria-unmet",
            code: 1
        )
        #expect(list.contains("lists no reason “criteria-unmet”. Did you mean “criteria-not-met”?"))
        let bare = try Self.run(tool, "learning-review recommend \(id) not-proceed", code: 1)
        #expect(bare.contains("Rule “reasons-when-not-proceeding”: A decision to hold no review"))
    }

    @Test func whoMayNotKnowOfItLearnsNothing() throws {
        let tool = try Self.tool()
        let id = try Self.notify(tool)
        for audience in ["public", "partners", "committee"] {
            #expect(
                try Self.run(tool, "learning-review --audience \(audience)", on: "2026-09-01")
                    == "There is no Learning Review for this reader.\n"
            )
            let asked = try Self.run(
                tool,
                "learning-review show \(id) --audience \(audience)",
                code: 1
            )
            let stranger = try Self.run(
                tool,
                "learning-review show LR-2222222 --audience \(audience)",
                code: 1
            )
            #expect(asked.replacingOccurrences(of: id, with: "LR-2222222") == stranger)
            let page = try Self.run(
                tool,
                "report council.sqlite --format standard/learning-reviews --as md --audience \(audience)"
            )
            #expect(!page.contains("LR-"))
            #expect(
                !(try Self.run(
                    tool,
                    "today council.sqlite --audience \(audience)",
                    on: "2026-09-01"
                ))
                .contains("Learning Review")
            )
        }
    }

    @Test func overdueStepsStandInTodayAndRemind() throws {
        let tool = try Self.tool()
        let id = try Self.notify(tool)
        let today = try Self.run(
            tool,
            "today council.sqlite --audience restricted",
            on: "2026-04-10"
        )
        #expect(today.contains("The recommendation of the group, Learning Review \(id)"))
        let reminders = try Self.run(
            tool,
            "remind council.sqlite --audience restricted",
            on: "2026-04-10"
        )
        #expect(reminders.contains("Case Review Group"))
        let list = try Self.run(
            tool,
            "learning-review --overdue --audience restricted --json",
            on: "2026-04-10"
        )
        #expect(list.contains("\"overdue\": true"))
        #expect(list.contains("overdue by 11 days"))
    }

    @Test func theReportIsForThoseWhoSayThatTheyMay() throws {
        let tool = try Self.tool()
        let id = try Self.notify(tool)
        let page = try Self.run(
            tool,
            "report council.sqlite --format standard/learning-reviews --as md --audience restricted"
        )
        #expect(page.contains(id))
        #expect(page.contains("The recommendation of the group within 4 weeks of the notification"))
    }

    @Test func onlyCountsWithSmallNumbersHiddenAreForThePublic() throws {
        let tool = try Self.tool()
        let before = try Self.run(tool, "learning-review counts --since 2025")
        _ = try Self.notify(tool)
        let after = try Self.run(tool, "learning-review counts --since 2025")
        #expect(before == after)
        #expect(after.contains("Hidden"))
        let why = try Self.run(tool, "learning-review counts --since 2025 --why")
        #expect(why.contains("The count is small."))
    }

    @Test func theFactsOfAPackAreShownWithTheirSources() throws {
        let tool = try Self.tool()
        let text = try Self.run(
            tool,
            "learning-review guidance scotland-guidance/learning-reviews-2021"
        )
        #expect(text.contains("abuse-or-neglect"))
        #expect(text.contains("Undertaking Learning Reviews"))
        #expect(text.contains("(2021)"))
        let own = try Self.run(tool, "learning-review guidance --audience committee --json")
        #expect(own.contains("\"id\": \"learning-reviews-2024\""))
    }

    @Test func aCommitteeReplacesThePack() throws {
        let tool = try Self.tool()
        try tool.write(
            """
            { "id": "ours", "title": "Ours", "criteria": [{ "key": "learning", "words": "We can learn." }] }
            """,
            to: "ours.json"
        )
        try Self.run(tool, "learning-review adopt --file ours.json")
        let refused = try Self.run(tool, "learning-review notify police harm-registered", code: 1)
        #expect(refused.contains("“Ours” lists no criterion “harm-registered”."))
        _ = try Self.notify(tool, "police learning")
    }

    @Test func aNameIsNotSaidAgain() throws {
        let tool = try Self.tool()
        let said = try Self.run(
            tool,
            "learning-review notify |=Jamie Smith|harm-registered",
            code: 1
        )
        #expect(!said.contains("Jamie"))
        #expect(
            said.contains("The structure has no agency, group or seat of the name that is given.")
        )
    }
}
