// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// The commands for plugin authors, run as processes.
struct PluginToolTests {
    private static func withPlugin(_ kind: String = "report") throws -> BuiltTool {
        let tool = try BuiltTool()
        let made = try tool.run(["plugin", "new", "mine", "--kind", kind])
        #expect(made.code == 0, "\(made.errors)")
        return tool
    }

    // MARK: Making

    @Test(arguments: ["report", "layout", "reminder", "status", "format"])
    func aNewPluginPassesCheckAndTest(kind: String) throws {
        let tool = try Self.withPlugin(kind)
        let check = try tool.run(["plugin", "check", "--plugins", "plugins"])
        #expect(check.output == "mine: nothing found\n")
        #expect(check.code == 0)
        let test = try tool.run(["plugin", "test", "mine"])
        #expect(test.output.hasSuffix(" 0 failed\n"), "\(test.output)")
        #expect(test.code == 0)
    }

    @Test func newSaysWhatItMadeAndWhatIsNext() throws {
        let run = try BuiltTool().run(["plugin", "new", "mine", "--title", "Ours"])
        #expect(
            run.output == """
                Made the plugin mine with a report, “late”:
                  plugins/mine/plugin.json
                  plugins/mine/main.lua
                  plugins/mine/tests/late.lua
                  plugins/mine/README.md

                Next:
                  committee plugin test mine
                  committee plugin run mine/late --example northshire

                """
        )
    }

    @Test func newOverwritesNothing() throws {
        let run = try Self.withPlugin().run(["plugin", "new", "mine"])
        #expect(
            run.errors
                == "committee: There is a plugin at plugins/mine already. Choose another name.\n"
        )
        #expect(run.code == 1)
    }

    // MARK: Starting from what exists

    @Test(arguments: [
        "standard/action-list", "standard/plan", "standard/rag", "standard/actions-csv",
        "standard/chase-lead", "standard/risk-owners", "standard/five-by-five",
        "standard/changes-since", "standard/plan-on-a-page",
    ])
    func aCopyPassesCheckAndTest(from: String) throws {
        let tool = try BuiltTool()
        let made = try tool.run(["plugin", "new", "mine", "--from", from])
        #expect(made.code == 0, "\(made.errors)")
        let check = try tool.run(["plugin", "check", "mine"])
        #expect(check.code == 0, "\(check.output)")
        let test = try tool.run(["plugin", "test", "mine"])
        #expect(test.code == 0, "\(test.output)")
    }

    @Test func aCopyHoldsWhatItNeedsAndNoMore() throws {
        let tool = try BuiltTool()
        let made = try tool.run(["plugin", "new", "mine", "--from", "standard/action-list"])
        #expect(made.output.contains("plugins/mine/lib/common.lua"))
        let main = try String(
            contentsOf: tool.folder.appending(path: "plugins/mine/main.lua"),
            encoding: .utf8
        )
        #expect(main.contains("report \"action-list\""))
        #expect(!main.contains("progress-check") && !main.contains("risk_scale"))
    }

    @Test func whatIsNotThereCannotBeCopied() throws {
        let run = try BuiltTool().run(["plugin", "new", "mine", "--from", "standard/action-lists"])
        #expect(
            run.errors == "committee: There is nothing “standard/action-lists” in main.lua of "
                + "“standard”. Did you mean “standard/action-list”?\n"
        )
    }

    @Test func aFolderOfOnesOwnHidesNothing() throws {
        let tool = try BuiltTool()
        let made = try tool.run(["plugin", "new", "mine"])
        #expect(made.errors.contains("From now on the plugins of “plugins” are used here."))
        let run = try tool.run(["plugin", "run", "standard/action-list", "--example", "northshire"])
        #expect(run.output.hasPrefix("Action list by lead\n"), "\(run.errors)")
    }

    @Test func theVariableComesBeforeTheCurrentFolder() throws {
        let tool = try Self.withPlugin()
        let named = try tool.run(
            ["plugin", "list"],
            environment: [
                "COMMITTEE_PLUGINS": DocumentationPage.package.appending(path: "plugins").path
            ]
        )
        #expect(named.output.contains("standard ") && !named.output.contains("mine "))
    }

    // MARK: Looking around

    static let expressions: [(words: String, printed: String)] = [
        ("#plan.late", "2\n"), ("plan.late[1].text", "\"Write a guide with young people\"\n"),
        ("edition.as_of", "2026-10-31\n"), ("ctx.trim(' a ')", "\"a\"\n"),
        (
            "plan.late",
            "list of 2\n  1 = item 1.1  Write a guide with young people\n"
                + "  2 = item 1.2  Ask every family after a meeting\n"
        ),
        ("ctx.count(plan.actions, 'status')", "table\n  A = 1\n  G = 2\n  R = 1\n"),
        (
            "ctx.count(plan.actions, function(a) return a.due and a.due.year end)",
            "table\n   = 2\n  2026 = 2\n"
        ),
        ("local n = 0 for _ in ipairs(plan.actions) do n = n + 1 end return n", "4\n"),
    ]

    @Test(arguments: expressions)
    func anExpressionIsShown(words: String, printed: String) throws {
        let run = try BuiltTool().run(["plugin", "eval", "--example", "northshire", words])
        #expect(run.output == printed, "\(run.errors)")
        #expect(run.code == 0)
    }

    @Test(arguments: [
        ("plan.latte", "committee: 'latte' is not a field of a plan; did you mean 'late'?\n"),
        ("plan.late +", "committee: unexpected symbol near ')'\n"),
    ])
    func aMistakeInAnExpressionIsSaid(words: String, message: String) throws {
        let run = try BuiltTool().run(["plugin", "eval", words])
        #expect(run.errors == message)
        #expect(run.code == 1)
    }

    @Test func aTrialIsWrittenToAFile() throws {
        let tool = try Self.withPlugin()
        let run = try tool.run(
            ["plugin", "run", "mine/late", "--example", "northshire", "-o", "late.html"]
        )
        #expect(run.code == 0, "\(run.errors)")
        let url = tool.folder.appending(path: "late.html")
        #expect(try String(contentsOf: url, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
        let other = try tool.run(
            ["plugin", "run", "mine/late", "--example", "northshire", "-o", "late.odt"]
        )
        #expect(other.code == 64)
    }

    @Test(arguments: [
        ["plugin", "run", "mine/late", "--example", "northshire"], ["plugin", "test", "mine"],
    ])
    func runAndTestTellWhatTheCheckFinds(arguments: [String]) throws {
        let tool = try Self.withPlugin()
        let url = tool.folder.appending(path: "plugins/mine/main.lua")
        let main = try String(contentsOf: url, encoding: .utf8)
        let key = "status_scheme 'k' { { 'G', 'Go', means = 'on_track', colour = 'gren' } }\n"
        try Data((key + main).utf8).write(to: url)
        let run = try tool.run(arguments)
        #expect(run.errors.contains("“gren” is not a colour"), "\(run.errors)")
    }

    @Test func aWrongNameIsWrongUsage() throws {
        let tool = try BuiltTool()
        let run = try tool.run(["plugin", "new", "../mine"])
        #expect(
            run.errors
                == "committee: “../mine” is no name for a plugin. Use small letters, digits and "
                + "hyphens, at most 50 of them, such as northshire.\n"
        )
        #expect(run.code == 64)
        #expect(try tool.names.isEmpty)
    }

    // MARK: Checking and testing

    @Test func checkTellsEveryProblemAndEndsWithThree() throws {
        let tool = try Self.withPlugin()
        try tool.write(
            "report \"late\" (function(edition, doc)\n  doc:heading(1, edtion.plan.title)\nend)\n",
            to: "plugins/mine/main.lua"
        )
        try tool.write("test \"x\" (function(t)\n", to: "plugins/mine/tests/x.lua")
        let run = try tool.run(["plugin", "check", "mine"])
        #expect(
            run.output == """
                mine/main.lua:2: unknown global 'edtion'; did you mean 'edition'?
                mine/tests/x.lua:2: 'end' expected (to close 'function' at line 1) near <eof>; \
                every if, for, while, do and function needs an end of its own

                2 errors, 0 other remarks.

                """
        )
        #expect(run.errors.isEmpty)
        #expect(run.code == 3)
    }

    @Test func checkAsJSONHasFileAndLine() throws {
        let tool = try Self.withPlugin()
        try tool.write("report 'x' (function() y() end)\n", to: "plugins/mine/main.lua")
        let json = try tool.json(["plugin", "check", "mine", "--json"])
        let plugin = try #require(json["plugins"]?.elements?.first)
        #expect(plugin["sound"] == false)
        #expect(plugin["problems"]?.elements?.first?["file"] == "main.lua")
        #expect(plugin["problems"]?.elements?.first?["line"] == 1)
    }

    @Test func aFailingTestIsShownAndEndsWithThree() throws {
        let tool = try Self.withPlugin()
        try tool.write(
            "test \"one is two\" (function(t)\n  ctx = 1\nend)\ntest \"two\" (function(t) t.ok(2) end)\n",
            to: "plugins/mine/tests/late.lua"
        )
        let run = try tool.run(["plugin", "test", "mine"])
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "mine")
        #expect(lines[1] == "  failed  one is two")
        #expect(
            lines[2].hasPrefix("          mine/tests/late.lua:2: global 'ctx' cannot be assigned")
        )
        #expect(lines[3].hasPrefix("  passed  two  ("))
        #expect(lines[4] == "  2 tests, 1 failed")
        #expect(run.code == 3)
    }

    @Test func goldenFilesAreRecordedAndThenCompared() throws {
        let tool = try Self.withPlugin()
        try tool.write(
            "test \"it\" (function(t) t.matches(t.report(\"late\", t.edition {}), \"golden/a.md\") end)",
            to: "plugins/mine/tests/late.lua"
        )
        #expect(try tool.run(["plugin", "test", "mine"]).code == 3)
        let recorded = try tool.run(["plugin", "test", "mine", "--record"])
        #expect(recorded.output.contains("  written tests/golden/a.md\n"))
        let golden = String(
            decoding: try tool.bytes(of: "plugins/mine/tests/golden/a.md"),
            as: UTF8.self
        )
        #expect(golden == "# Late on 31 October 2026\n\nNothing is late.\n")
        #expect(try tool.run(["plugin", "test", "mine"]).code == 0)
    }

    // MARK: Trying

    @Test func aReportIsTriedOnAnExample() throws {
        let run = try Self.withPlugin().run(
            ["plugin", "run", "mine/late", "--example", "northshire"]
        )
        #expect(
            run.output == """
                Late on 31 October 2026
                =======================

                Lead Nurse
                ----------

                1.1 Write a guide with young people: 123 days late

                Reviewing Team
                --------------

                1.2 Ask every family after a meeting: 31 days late

                """
        )
        #expect(run.code == 0)
    }

    @Test func aRuleIsTriedOnAnExample() throws {
        let run = try Self.withPlugin("reminder").run(
            ["plugin", "run", "mine/chase-lead", "--example", "northshire"]
        )
        #expect(run.output.hasPrefix("1.1, to Lead Nurse: "))
        #expect(run.code == 0)
    }

    @Test func aLayoutIsTriedOnAStore() throws {
        let tool = try Self.withPlugin("layout")
        _ = try tool.run(["init", tool.store, "--id", "north-cpc", "--name", "North CPC"])
        let run = try tool.run(["plugin", "run", "mine/plan", "--store", tool.store])
        #expect(
            run.errors.hasPrefix("committee: There is no plan on 2026-10-31 for the audience"),
            "\(run.errors)"
        )
        #expect(run.code == 1)
    }

    @Test(
        "A wrong trial says what to do",
        arguments: [
            (
                ["mine/lat", "--example", "northshire"], Int32(1),
                "There is no report, layout or reminder rule “mine/lat”. Did you mean “mine/late”?"
            ),
            (
                ["mine/late", "--example", "nothshire"], 1,
                "There is no example “nothshire”. Did you mean “northshire”?"
            ),
            (
                ["mine/late"], 64,
                "Say on what to try it: --example northshire, or --store FILE."
            ),
        ]
    )
    func wrongTrial(arguments: [String], code: Int32, words: String) throws {
        let run = try Self.withPlugin().run(["plugin", "run"] + arguments)
        #expect(run.errors.split(separator: "\n").first.map(String.init) == "committee: \(words)")
        #expect(run.code == code)
    }

    @Test func watchingTriesAgainAtEachSaveAndGoesOnAfterAMistake() throws {
        let tool = try Self.withPlugin()
        let script = """
            "$TOOL" plugin run mine/late --example northshire --watch > out.txt 2> errors.txt &
            watcher=$!
            wait_for() { for i in $(seq 100); do grep -q "$1" "$2" && return; sleep 0.1; done; }
            wait_for "31 days late" out.txt
            main=plugins/mine/main.lua
            cp $main whole.lua
            echo 'report "late" (function(' > $main
            wait_for "has a mistake" errors.txt
            sed 's/days late/DAYS LATE/' whole.lua > $main
            wait_for "31 DAYS LATE" out.txt
            kill -0 $watcher && echo still watching
            kill $watcher
            cat out.txt
            """
        let run = try tool.shell(script)
        #expect(run.output.hasPrefix("still watching\n"))
        #expect(run.output.contains("31 days late"))
        #expect(run.output.contains("31 DAYS LATE"))
        let errors = String(decoding: try tool.bytes(of: "errors.txt"), as: UTF8.self)
        #expect(errors.contains("committee: The plugin “mine” has a mistake.\n  mine/main.lua:"))
    }

    // MARK: The reference and the editor

    @Test func docsShowANameOrTheClosest() throws {
        let tool = try BuiltTool()
        let page = try tool.run(["plugin", "docs", "item.due"])
        #expect(page.output.hasPrefix("item.due\n========\n"))
        let wrong = try tool.run(["plugin", "docs", "item.deu"])
        #expect(
            wrong.errors == "committee: The API has no “item.deu”. Did you mean “item.due”?\n"
        )
        #expect(wrong.code == 1)
    }

    @Test func stubsAreWritten() throws {
        let tool = try Self.withPlugin()
        let run = try tool.run(["plugin", "stubs"])
        #expect(
            run.output
                == "Wrote plugins/.luals/committee.lua.\nWrote plugins/.luarc.json.\n"
        )
        let stubs = try tool.bytes(of: "plugins/.luals/committee.lua")
        #expect(
            stubs == Array(try DocumentationPage.text(of: "Documentation/stubs/committee.lua").utf8)
        )
    }

    // MARK: Approving

    @Test func approvalMakesALockAndChangesMakeADraft() throws {
        let tool = try Self.withPlugin()
        let approved = try tool.run(["plugin", "approve", "mine", "--by", "Lead Officer"])
        #expect(
            approved.output
                == "Approved mine 0.1.0: 2 files, reads the edition for committee.\n"
                + "Wrote plugins.lock.\n"
        )
        let same = try tool.run(["plugin", "diff"])
        #expect(same.output == "mine: as approved by Lead Officer on 31 October 2026\n")
        #expect(same.code == 0)
        let main = try tool.bytes(of: "plugins/mine/main.lua")
        try tool.write(main + Array("-- later\n".utf8), to: "plugins/mine/main.lua")
        let changed = try tool.run(["plugin", "diff"])
        #expect(
            changed.output
                == "mine: differs from what was approved by Lead Officer on 31 October 2026\n"
                + "  main.lua is changed\n"
        )
        #expect(changed.code == 3)
        let list = try tool.run(["plugin", "list"])
        #expect(
            list.output.replacing("\n", with: " ")
                .contains("This plugin is a draft: it has changed since it was approved")
        )
    }

    @Test(arguments: [
        "plugins", "plugins/", "plugins/.", "plugins/./", "./plugins", "plugins/mine/..",
        "plugins/mine/../", "link", "link/", "link/.", "far/link", "far/../plugins", "far/up",
    ])
    func theLockOfAFolderHoldsUnderEveryNameOfIt(name: String) throws {
        let tool = try Self.withPlugin()
        _ = try tool.run(["plugin", "approve", "mine", "--by", "Lead Officer"])
        let main = try tool.bytes(of: "plugins/mine/main.lua")
        try tool.write(main + Array("-- later\n".utf8), to: "plugins/mine/main.lua")
        // A lock that stands beside a link is none of the folder's.
        let made = try tool.shell(
            """
            ln -s plugins link; mkdir far; ln -s ../plugins far/link; ln -s ../plugins/mine/.. far/up
            cp plugins.lock far/link.lock; (cd plugins && $TOOL plugin list --plugins .) > inside.txt
            """
        )
        #expect(made.code == 0, "\(made.errors)")
        let list = try tool.run(["plugin", "list", "--plugins", name])
        let inside = String(decoding: try tool.bytes(of: "inside.txt"), as: UTF8.self)
        for output in [list.output, inside] {
            #expect(
                output.replacing("\n", with: " ")
                    .contains("This plugin is a draft: it has changed since it was approved")
            )
        }
        #expect(try tool.run(["plugin", "diff", "--plugins", name]).code == 3)
        // Approving through a link writes the one lock that counts.
        let approved = try tool.run(["plugin", "approve", "mine", "--plugins", name])
        #expect(approved.code == 0)
        #expect(try tool.run(["plugin", "diff"]).code == 0)
    }

    @Test func withoutALockNothingIsRefusedButByStrict() throws {
        let tool = try Self.withPlugin()
        #expect(
            try tool.run(["plugin", "list"]).output.contains("Not locked: every plugin counts.")
        )
        let strict = try tool.run(["plugin", "list", "--strict"])
        #expect(
            strict.errors
                == "committee: There is no plugins.lock, so nothing is approved. Approve the "
                + "plugins first: committee plugin approve --all.\n"
        )
        #expect(strict.code == 1)
    }

    @Test func aDraftsBytesAreToldOnTheErrorOutputAndRefusedByStrict() throws {
        let folder = try FirstPluginFolder()
        try folder.importPlan()
        _ = try folder.print("committee plugin approve --all --by officer")
        _ = try folder.print("echo '-- later' >> plugins/northshire/main.lua")
        let report = "committee report s.sqlite --format northshire/actions-csv"
        #expect(
            try folder.print(report + " --drafts-read committee 2>&1 >/dev/null")
                == "committee: Written by the plugin “northshire”, which is a draft: it has changed "
                + "since it was approved (main.lua is changed). Do not take this for the committee's "
                + "own report. It reads the edition for committee; --drafts-read lets it read "
                + "another.\n"
        )
        #expect(try folder.print(report + " --strict").contains("and this host refuses drafts"))
        #expect(try folder.print(report + " --strict >/dev/null 2>&1; echo $?") == "1\n")
    }

    @Test func aDraftIsNotPublished() throws {
        let folder = try FirstPluginFolder()
        try folder.importPlan()
        _ = try folder.print("committee plugin approve late-list")
        let said = try folder.print(
            "committee publish s.sqlite --format northshire/plan -o p.html; echo $?"
        )
        #expect(
            said
                == "committee: Only what an approved plugin writes is published. Written by the "
                + "plugin “northshire”, which is a draft: nobody has approved it. Do not take this "
                + "for the committee's own report.\n"
                + "  To approve it: committee plugin approve northshire\n1\n"
        )
    }

    @Test func aPluginWithAMistakeIsNotApproved() throws {
        let tool = try Self.withPlugin()
        try tool.write("report 'x' (", to: "plugins/mine/main.lua")
        let run = try tool.run(["plugin", "approve", "mine"])
        #expect(
            run.errors.hasPrefix(
                "committee: The plugin “mine” has a mistake and cannot be approved. Correct it "
                    + "first.\n  mine/main.lua:1: "
            )
        )
        #expect(try !tool.names.contains("plugins.lock"))
    }

    @Test func theShippedPluginsPassTheirTests() throws {
        let tool = try BuiltTool()
        let folder = DocumentationPage.package.appending(path: "plugins").path
        let run = try tool.run(["plugin", "test", "--plugins", folder])
        #expect(run.code == 0, "\(run.output)")
        let check = try tool.run(["plugin", "check", "--plugins", folder])
        #expect(check.code == 0, "\(check.output)")
    }
}
