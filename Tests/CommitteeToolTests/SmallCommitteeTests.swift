// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// The whole way through the tool with an invented committee and its own plugin.
struct SmallCommitteeTests {
    @Test func pluginListNamesContributionsAndMistakes() throws {
        let tool = try BuiltTool()
        try SmallCommittee.write(into: tool)
        try tool.makeFolder("plugins/broken")
        try tool.write(
            SmallCommittee.manifest.replacing("small\"", with: "broken\""),
            to: "plugins/broken/plugin.json"
        )
        try tool.write("layout \"x\" {\n", to: "plugins/broken/main.lua")
        let list = try tool.json(["plugin", "list", "--json"])
        let plugins = list["plugins"]?.elements ?? []
        #expect(plugins.map { $0["id"]?.text } == ["broken", "small"])
        #expect(plugins.last?["problems"]?.elements == [])
        #expect(
            plugins.last?["contributions"]?.elements?.compactMap(\.text)
                == ["status_scheme key", "layout plan", "reminder chase"]
        )
        #expect(plugins.first?["contributions"]?.elements == [])
        let problem = plugins.first?["problems"]?[0]?.text ?? ""
        #expect(problem.contains("main.lua:2"))
        // The rest goes on working.
        let store = try tool.run(["init", tool.store, "--id", "a", "--name", "A"])
        #expect(store.code == 0)
        let run = try tool.run(["import", tool.store, "plan.md", "--layout", "small/plan"])
        #expect(run.code == 0)
    }

    @Test func missingPluginFolderIsNamed() throws {
        let run = try BuiltTool().run(["plugin", "list", "--plugins", "nowhere"])
        #expect(
            run.errors
                == "committee: There is no folder of plugins at nowhere. Check the path.\n"
        )
        #expect(run.code == 1)
    }

    @Test func dryRunShowsEachLineAndRecordsNothing() throws {
        let tool = try BuiltTool.withStore()
        try SmallCommittee.write(into: tool)
        let run = try tool.run(
            ["import", tool.store, "plan.md", "--layout", "small/plan", "--dry-run"])
        #expect(run.code == 0)
        #expect(
            run.output.contains(
                " 9  | 1.1 | Visit every school. | Chair | By 30 June 2026 | G |\n    → action 1.1\n"
            )
        )
        #expect(
            run.output.hasSuffix(
                """
                Small Plan 1 April 2026 – 31 March 2028 (plan-2026-2028)
                  read from plan.md with small/plan
                  1 aim, 2 actions

                No findings.

                Nothing was recorded (dry run); an import would record 14 entries.

                """
            )
        )
        #expect(try tool.json(["journal", tool.store, "--json"])["entries"]?.elements == [])
    }

    @Test func importingTwiceRecordsNothing() throws {
        let tool = try SmallCommittee.imported()
        let again = try tool.run(["import", tool.store, "plan.md", "--layout", "small/plan"])
        #expect(
            again.output.hasSuffix(
                "Nothing was recorded: this document was imported with this layout before.\n"
            )
        )
        #expect(again.code == 0)
        let json = try tool.json(
            ["import", tool.store, "plan.md", "--layout", "small/plan", "--json"])
        #expect(json["recorded"] == 0)
        #expect(json["repeated"] == true)
        #expect(json["counts"]?["levels"] == ["aim": 1, "action": 2])
        #expect(json["findings"]?.elements == [])
    }

    @Test(
        "An import that cannot be says why and records nothing",
        arguments: [
            (
                ["plan.md", "--layout", "smal/plan"],
                "There is no layout “smal/plan”. Did you mean “small/plan”?"
            ),
            (
                ["none.md", "--layout", "small/plan"],
                "There is no document at none.md. Check the path."
            ),
            (
                ["plugins", "--layout", "small/plan"],
                "plugins is a folder, not a document. Name a file."
            ),
            (
                ["other.md", "--layout", "small/plan"],
                "other.md: No line reads “Small Plan {period}”, by which the layout “small/plan” "
                    + "knows the plan. The nearest is line 1, “Another plan”. Choose the layout that fits the "
                    + "document, or correct its title."
            ),
            (
                ["plan.md", "--layout", "small/plan", "--repairs", "none.json"],
                "There is no file of repairs at none.json. Check the path."
            ),
        ]
    )
    func refusedImport(arguments: [String], message: String) throws {
        let tool = try BuiltTool.withStore()
        try SmallCommittee.write(into: tool)
        try tool.write("# Another plan\n", to: "other.md")
        let run = try tool.run(["import", tool.store] + arguments)
        #expect(run.errors == "committee: \(message)\n")
        #expect(run.code == 1)
        #expect(try tool.json(["journal", tool.store, "--json"])["entries"]?.elements == [])
    }

    @Test func wrongEncodingIsRefusedWithItsLine() throws {
        let tool = try BuiltTool.withStore()
        try SmallCommittee.write(into: tool)
        try tool.write(Array("# A plan\n\nIn a caf".utf8) + [0xE9, 0x0A], to: "latin.md")
        let run = try tool.run(["import", tool.store, "latin.md", "--layout", "small/plan"])
        #expect(
            run.errors
                == "committee: latin.md:3: The document is not UTF-8: byte 0xE9 at offset 18, line "
                + "3, is not part of a character. It seems to be Windows-1252, in which this word is "
                + "“café”. Save it as UTF-8 and import it again.\n"
        )
        #expect(run.code == 1)
        #expect(try tool.json(["journal", tool.store, "--json"])["entries"]?.elements == [])
    }

    @Test func planShowsTheState() throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run(["plan", tool.store])
        #expect(
            run.output == """
                Small Plan 1 April 2026 – 31 March 2028
                =======================================

                Plan: plan-2026-2028
                Period: 1 April 2026 to 31 March 2028
                State: published, on 31 October 2026
                Has: 1 aim, 2 actions
                Completed: none
                Late: 1 (1.1)
                Late, but on track by their status: 1 (1.1)

                Actions by status

                Status               Actions  Which
                -------------------  -------  -----
                G Green – On course        1  1.1
                R Red – Stuck              1  1.2

                Late actions

                Action  Due           Days  Leads
                ------  ------------  ----  -----
                1.1     30 June 2026   123  Chair

                Progress checks

                Date             Check  Figures   Total  Completed  Added  Ongoing
                ---------------  -----  --------  -----  ---------  -----  -------
                31 October 2026         computed      2          0      –        2

                """
        )
        let earlier = try tool.json(["plan", tool.store, "--as-of", "2026-06-30", "--json"])
        #expect(earlier["late"]?.elements == [])
        #expect(earlier["status"] == ["G": 1, "R": 1])
    }

    @Test func unknownPlanAndFigureNameTheClosest() throws {
        let tool = try SmallCommittee.imported()
        let plan = try tool.run(["plan", tool.store, "--plan", "plan-2026-2029"])
        #expect(
            plan.errors
                == "committee: There is no plan “plan-2026-2029” on 2026-10-31. Did you mean "
                + "“plan-2026-2028”?\n"
        )
        let figure = try tool.run(["plan", tool.store, "--explain", "lat"])
        #expect(
            figure.errors
                == """
                committee: There is no figure “lat”. Did you mean “late”?
                The figures of this plan: total, completed, ongoing, late, not-known, exited, \
                status:G, status:R.

                """
        )
        #expect(figure.code == 1)
    }

    @Test func explainNamesTheEntriesOfAFigure() throws {
        let tool = try SmallCommittee.imported()
        let late = try tool.json(["plan", tool.store, "--explain", "late", "--json"])
        #expect(late["count"] == 1)
        let action = late["actions"]?[0]
        #expect(action?["id"] == "1.1")
        #expect(action?["due"] == "2026-06-30")
        #expect(action?["entries"]?.elements?.map { $0["kind"] } == ["action.timescale-set"])
        #expect(action?["entries"]?[0]?["by"] == "committee-tool")
    }

    @Test(
        "A report is written in every form",
        arguments: [
            ("md", "# Small Plan"), ("html", "<!DOCTYPE html>"), ("txt", "Small Plan"),
            ("csv", "\u{FEFF}"), ("json", "{"),
        ]
    )
    func report(form: String, beginning: String) throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run(
            ["report", tool.store, "--format", "small/plan", "--as", form])
        #expect(run.output.utf8.starts(with: beginning.utf8))
        #expect(run.code == 0)
        // A file holds the same bytes, and nothing else is left behind.
        let names = try tool.names
        let file = try tool.run(
            ["report", tool.store, "--format", "small/plan", "-o", "report.\(form)"])
        #expect(file.output.isEmpty)
        #expect(file.code == 0)
        #expect(try tool.bytes(of: "report.\(form)") == Array(run.output.utf8))
        #expect(try tool.names == (names + ["report.\(form)"]).sorted())
    }

    @Test("A report takes of the subjects that one names those that it can be about")
    func reportLeavesOtherSubjectsAside() throws {
        let tool = try SmallCommittee.imported()
        let report = ["report", tool.store, "--format", "small/plan", "--as", "md"]
        let plain = try tool.run(report)
        #expect(plain.code == 0)
        let other = ["--register", "none", "--risk", "none"]
        let named = try tool.run(report + other + ["--plan", "plan-2026-2028"])
        #expect(named.output == plain.output)
        #expect(named.code == 0)
    }

    @Test(
        "A report that cannot be written says why",
        arguments: [
            (
                ["--format", "small/pln", "--as", "md"],
                "There is no report or layout “small/pln”. Did you mean “small/plan”?"
            ),
            (
                ["--format", "small/plan", "-o", "plugins"],
                "plugins is a folder. Name a file to write to.\n"
                    + "The record was not changed."
            ),
            (
                ["--format", "small/plan", "-o", "no/report.md"],
                "The folder for no/report.md does not exist. Make the folder first.\n"
                    + "The record was not changed."
            ),
            (
                ["--format", "small/plan", "-o", "/dev/full"],
                "There is no room left for /dev/full. Make room on the disk and try again.\n"
                    + "The record was not changed."
            ),
            (
                ["--format", "small/plan", "--plan", "none"],
                "There is no plan “none” on 2026-10-31 for the audience “committee”. Known: "
                    + "plan-2026-2028."
            ),
        ]
    )
    func refusedReport(arguments: [String], message: String) throws {
        let tool = try SmallCommittee.imported()
        let names = try tool.names
        let run = try tool.run(["report", tool.store] + arguments)
        #expect(run.errors == "committee: \(message)\n")
        #expect(run.output.isEmpty)
        #expect(run.code == 1)
        #expect(try tool.names == names)
    }

    @Test func changesBetweenTwoDates() throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run(["changes", tool.store, "--since", "2026-03-31"])
        #expect(
            run.output == """
                Changes from 31 March 2026 to 31 October 2026
                =============================================

                plan-2026-2028
                --------------

                • “Small Plan 1 April 2026 – 31 March 2028” is new, with 2 actions.

                """
        )
        let none = try tool.run(
            ["changes", tool.store, "--since", "2026-04-01", "--until", "2026-04-02"])
        #expect(none.output.hasSuffix("\n\nNothing changed.\n"))
    }

    @Test func recordTakesAllOrNothing() throws {
        let tool = try SmallCommittee.imported()
        try tool.write(
            """
            {
              "by": "Chair", "effective": "2026-09-30", "plan": "plan-2026-2028",
              "reason": "The update round.",
              "changes": [
                { "action": "1.1", "completedBy": "2026-09-30" },
                { "action": "1.9", "status": "G" }
              ]
            }
            """,
            to: "wrong.json"
        )
        let wrong = try tool.run(["record", tool.store, "wrong.json"])
        #expect(wrong.errors.hasPrefix("committee: wrong.json:6:"))
        #expect(wrong.errors.contains("1.9"))
        #expect(wrong.code == 1)
        let before = try tool.json(["journal", tool.store, "--json"])
        #expect(before["entries"]?.elements?.count == 14)

        try tool.write(
            """
            {
              "by": "Chair", "effective": "2026-09-30", "plan": "plan-2026-2028",
              "reason": "The update round.", "idempotencyKey": "round-3",
              "changes": [ { "action": "1.1", "completedBy": "2026-09-30" } ]
            }
            """,
            to: "right.json"
        )
        let right = try tool.run(["record", tool.store, "right.json"])
        #expect(right.output == "Recorded 1 entry, 15 to 15 of the journal.\n")
        let again = try tool.json(["record", tool.store, "right.json", "--json"])
        #expect(again["recorded"] == 0)
        #expect(again["repeated"] == true)
        let plan = try tool.json(["plan", tool.store, "--json"])
        #expect(plan["completed"] == ["1.1"])
        #expect(plan["late"]?.elements == [])
        let earlier = try tool.json(["plan", tool.store, "--as-of", "2026-09-29", "--json"])
        #expect(earlier["notKnown"] == ["1.1"])
        let journal = try tool.run(["journal", tool.store, "--after", "14"])
        #expect(
            journal.output.contains("15  by 2026-09-30  action.completed  1.1 of plan-2026-2028")
        )
        #expect(journal.output.contains("The update round."))
    }

    @Test func publishingFreezesBytesAndNumbersIssues() throws {
        let tool = try SmallCommittee.imported()
        let publish = ["publish", tool.store, "--format", "small/plan", "--json"]
        let first = try tool.json(publish + ["-o", "first.html"])
        let second = try tool.json(publish + ["-o", "second.md"])
        #expect(first["mediaType"] == "text/html; charset=utf-8")
        #expect(first["bytes"]?.wholeNumber == (try tool.bytes(of: "first.html").count))
        let issues = [first["issue"]?.wholeNumber ?? 0, second["issue"]?.wholeNumber ?? 0]
        #expect(issues[1] == issues[0] + 1)
        let verified = try tool.run(["publish", tool.store, "--verify", "first.html"])
        #expect(
            verified.output
                == "first.html is issue \(issues[0]) of Small Plan 1 April 2026 – 31 March 2028, "
                + "published on 31 October 2026.\n"
        )
        try tool.write(try tool.bytes(of: "first.html") + [0x0A], to: "changed.html")
        let changed = try tool.run(["publish", tool.store, "--verify", "changed.html"])
        #expect(
            changed.errors.hasPrefix(
                "committee: changed.html is not what was published: no issue has its bytes.\n"
            )
        )
        #expect(changed.code == 1)
    }

    @Test func whatCannotBeWrittenIsNotPublished() throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run(
            ["publish", tool.store, "--format", "small/plan", "-o", "no/plan.html"])
        #expect(run.code == 1)
        let journal = try tool.json(["journal", tool.store, "--json"])
        #expect(journal["entries"]?.elements?.count == 14)
    }

    @Test func exportComesBack() throws {
        let tool = try SmallCommittee.imported()
        let export = try tool.run(["export", tool.store, "-o", "record.json"])
        #expect(export.code == 0)
        _ = try tool.run(["init", "copy.sqlite", "--id", "north-cpc", "--name", "North CPC"])
        let arguments = ["import", "copy.sqlite", "record.json", "--layout", "standard/json"]
        #expect(
            try tool.run(arguments).output == """
                North CPC (north-cpc)
                  read from record.json
                  Small Plan 1 April 2026 – 31 March 2028: 1 aim, 2 actions

                Recorded 14 entries of 14.

                """
        )
        #expect(try tool.json(arguments + ["--json"])["recorded"] == 0)
        let plans = try ["copy.sqlite", tool.store].map { store in
            try tool.json(["plan", store, "--json"])
        }
        #expect(plans[0] == plans[1])
    }

    @Test func journalIsVerified() throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run(["journal", tool.store, "--verify"])
        #expect(run.output.hasPrefix("14 entries are as recorded. The last hash is "))
        #expect(run.code == 0)
        let about = try tool.run(["journal", tool.store, "--about", "1.3"])
        #expect(about.errors.hasPrefix("committee: The journal has no entry about “1.3”."))
    }

    @Test func remindersAreListed() throws {
        let tool = try SmallCommittee.imported()
        let reminders = try tool.json(["remind", tool.store, "--on", "2026-07-08", "--json"])
        let first = reminders["reminders"]?[0]
        #expect(first?["item"] == "1.1")
        #expect(first?["to"] == ["Chair"])
        #expect(first?["daysLeft"] == -8)
        let none = try tool.run(["remind", tool.store, "--on", "2026-04-02"])
        #expect(
            none.output == """
                Reminders of North CPC on 2 April 2026
                ======================================

                No reminder is due.

                """
        )
    }

    @Test func readerThatGoesAwayIsNoFailure() throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.shell("$TOOL plan council.sqlite | true; echo ${PIPESTATUS[0]}")
        #expect(run.output == "0\n")
        #expect(run.errors.isEmpty)
        let full = try tool.shell("$TOOL plan council.sqlite > /dev/full")
        #expect(
            full.errors
                == "committee: The output cannot be written: No space left on device.\n"
                + "The record was not changed.\n"
        )
        #expect(full.code == 1)
    }
}
