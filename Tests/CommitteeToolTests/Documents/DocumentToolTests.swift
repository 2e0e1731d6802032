// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// `committee document`, as an officer uses it.
@Suite("The tool keeps documents")
struct DocumentToolTests {
    private static let profile = """
        {
          "by": "Lead Officer", "effective": "2023-04-01",
          "changes": [
            { "committee": {
              "body": { "id": "cpc", "name": "North Child Protection Committee",
                "abbreviation": "CPC", "kind": "committee" },
              "bodies": [
                { "id": "health", "name": "NHS North", "kind": "agency" },
                { "id": "police", "name": "Police North", "kind": "agency" }],
              "roles": [{ "id": "chair", "title": "Independent Chair", "body": "cpc" }],
              "members": [{ "body": "cpc", "role": "chair" }] } }
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
        _ words: String...,
        on day: String = "2026-10-31",
        code: Int32 = 0
    ) throws -> String {
        let run = try tool.run(words, today: day, environment: environment)
        #expect(run.code == code, "\(words): \(run.errors)\(run.output)")
        return code == 0 ? run.output : run.output + run.errors
    }

    /// A committee with a protocol that is overdue for review, and a leaflet.
    private static func tool() throws -> BuiltTool {
        let tool = try BuiltTool.withStore()
        try tool.write(profile, to: "profile.json")
        try run(tool, "record", "council.sqlite", "profile.json")
        try run(
            tool,
            "document",
            "add",
            "joint-protocol",
            "Joint protocol",
            "--kind",
            "Protocol",
            "--owner",
            "chair",
            "--review-months",
            "24",
            "--audience",
            "public",
            "--published-at",
            "https://example.org/protocol"
        )
        try run(
            tool,
            "document",
            "edition",
            "joint-protocol",
            "1",
            "--dated",
            "2023-03-01",
            "--pages",
            "40",
            "--decided-by",
            "CPC",
            "--decided-on",
            "2023-03-23"
        )
        try run(tool, "document", "add", "leaflet", "Leaflet")
        return tool
    }

    @Test func whatIsRecordedIsSaidInASentence() throws {
        let tool = try Self.tool()
        #expect(
            try Self.run(
                tool,
                "document",
                "distribute",
                "joint-protocol",
                "--to",
                "police",
                "--to",
                "chair",
                "--means",
                "e-mail",
                "--confirm-by",
                "2026-11-14"
            )
                == "Recorded that edition 1 of “Joint protocol” went to Police North, Independent Chair.\n"
        )
        #expect(
            try Self.run(
                tool,
                "document",
                "confirm",
                "joint-protocol",
                "Police North",
                "--count",
                "140",
                "--out-of",
                "206"
            )
                == "Recorded that Police North confirmed edition 1 of “Joint protocol”: 140 of 206 people.\n"
        )
        #expect(
            try Self.run(tool, "document", "review", "joint-protocol", "No change")
                == "Recorded the review of “Joint protocol”. The next review is due by 31 October 2028.\n"
        )
        #expect(
            try Self.run(
                tool,
                "document",
                "withdraw",
                "leaflet",
                "--replaced-by",
                "joint-protocol"
            ) == "Withdrew “Leaflet”; “joint-protocol” takes its place.\n"
        )
        #expect(
            try Self.run(tool, "document", "change", "joint-protocol", "--readers", "All staff")
                == "Changed what the register says of “Joint protocol”.\n"
        )
    }

    @Test func theListSaysWhatIsOverdueAndWhatToLookAt() throws {
        let tool = try Self.tool()
        #expect(
            try Self.run(tool, "document") == """
                Short name      Title           Edition  Next review    Standing
                joint-protocol  Joint protocol  1        23 March 2025  Review overdue
                leaflet         Leaflet         –        –              No review date

                To be looked at:
                  review-overdue  Document “Joint protocol” was to be reviewed by 23 March 2025, 587 days \
                ago. Review it, or set another day.
                  review-not-set  Document “Leaflet” has no day of review. Set a day, or after how many \
                months it is reviewed.
                  no-edition  Document “Leaflet” has no edition. Record the one that is in force.

                """
        )
        let late = try Self.run(tool, "document", "list", "--overdue", "--audience", "public")
        #expect(late.contains("joint-protocol"))
        #expect(!late.contains("leaflet"))
    }

    @Test func programsReadTheSame() throws {
        let tool = try Self.tool()
        let list = try tool.json(["document", "list", "--json", "--store", tool.store])
        #expect(list["documents"]?[0]?["standing"]?.text == "overdue")
        #expect(list["documents"]?[0]?["owner"]?.text == "Independent Chair")
        #expect(
            list["documents"]?[0]?["editions"]?[0]?["decidedBy"]?.text
                == "North Child Protection Committee"
        )
        #expect(list["findings"]?.elements?.count == 3)
        let show = try tool.json(
            ["document", "show", "joint-protocol", "--json", "--store", tool.store]
        )
        #expect(show["citedBy"]?.elements == [])
        #expect(show["nextReview"]?.text == "2025-03-23")
    }

    @Test func aSheetGoesOutAndComesBackAsTextAndAsTable() throws {
        let tool = try Self.tool()
        for (name, from, to) in [
            ("sheet.txt", "Owner: Independent Chair", "Owner: NHS North"),
            ("sheet.csv", ",NHS North,", ",Police North,"),
        ] {
            try Self.run(tool, "document", "sheet", "-o", name)
            let text = String(decoding: try tool.bytes(of: name), as: UTF8.self)
            #expect(text.contains(from), "\(text)")
            try tool.write(text.replacingOccurrences(of: from, with: to), to: name)
            let dry = try Self.run(tool, "document", "sheet", name, "--dry-run")
            #expect(dry.hasSuffix("Nothing was recorded (dry run); it would be 1 entry.\n"))
            let read = try Self.run(tool, "document", "sheet", name)
            #expect(read.contains("The owner of document “Joint protocol” is now: "))
            let again = try Self.run(tool, "document", "sheet", name)
            #expect(again.contains("Nothing was recorded: the sheet says nothing new."))
        }
    }

    @Test func reviewsRemindByTheStandardRules() throws {
        let tool = try Self.tool()
        let reminders = try Self.run(tool, "remind", "council.sqlite")
        #expect(reminders.contains("The review of document “Joint protocol” was"), "\(reminders)")
        let today = try Self.run(tool, "today", "council.sqlite")
        #expect(today.contains("The review of document “Joint protocol”"), "\(today)")
    }

    @Test func theReportsAreWritten() throws {
        let tool = try Self.tool()
        let page = try Self.run(
            tool,
            "report",
            "council.sqlite",
            "--format",
            "standard/published-documents",
            "--as",
            "md"
        )
        #expect(page.contains("Joint protocol"))
        #expect(!page.contains("Leaflet"))
        let register = try Self.run(
            tool,
            "report",
            "council.sqlite",
            "--format",
            "standard/documents",
            "--as",
            "md"
        )
        #expect(register.contains("overdue by 587 days"))
    }

    private static let mistakes: [(words: [String], code: Int32, says: String)] = [
        (
            ["show", "joint-protocl"], 1,
            "There is no document “joint-protocl”. Did you mean “joint-protocol”?"
        ),
        (["change", "leaflet"], 64, "Nothing is to change. Give an option such as --owner."),
        (
            ["confirm", "leaflet", "police"], 1,
            "The document “leaflet” has no edition. Record an edition first."
        ),
        (
            ["sheet", "-o", "a.txt", "--dry-run"], 64,
            "--dry-run and --json go with a sheet to read. Name it."
        ),
        (["add", "joint protocol", "Again"], 1, "“joint protocol” cannot name a document"),
    ]

    @Test(arguments: mistakes.indices)
    func mistakesAreToldInWords(_ place: Int) throws {
        let (words, code, says) = Self.mistakes[place]
        let tool = try Self.tool()
        let run = try tool.run(
            ["document"] + words,
            today: "2026-10-31",
            environment: Self.environment
        )
        #expect(run.code == code)
        #expect(run.errors.contains(says), "\(run.errors)")
    }
}
