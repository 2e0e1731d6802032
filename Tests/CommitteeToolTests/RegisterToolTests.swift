// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// `committee import` and `committee report` with a layout about risks, by the registers of the examples.
struct RegisterToolTests {
    private static let plugins = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Examples/registers/plugins").path
    private static let march = "\(plugins)/lochanside/tests/march.md"

    private func importing(_ tool: BuiltTool, _ words: String...) throws -> BuiltTool.Run {
        try tool.run(
            ["import", tool.store, Self.march, "--layout", "lochanside/register"] + words
                + ["--plugins", Self.plugins]
        )
    }

    @Test func theExamplesHaveNothingWrongAndTheirTestsPass() throws {
        let tool = try BuiltTool()
        for command in ["check", "test"] {
            let run = try tool.run(
                ["plugin", command, "lochanside", "harrowmuir", "--plugins", Self.plugins]
            )
            #expect(run.code == 0, "\(run.output)\(run.errors)")
        }
    }

    @Test func aRegisterIsLookedAtAndThenRecorded() throws {
        let tool = try BuiltTool.withStore()
        let dry = try importing(tool, "--dry-run")
        #expect(dry.output.contains("→ risk L1\n"))
        #expect(dry.output.hasSuffix("an import would record 113 entries.\n"))
        let run = try importing(tool)
        #expect(
            run.output == """
                Lochanside Child Protection Committee: risk register, 31 March 2026 (lochanside)
                  read from march.md with lochanside/register
                  10 risks, 10 scored
                  as at 31 March 2026
                  approved on 14 April 2026
                  new risks may be read by: restricted

                No findings.

                Recorded 113 entries, 1 to 113 of the journal.

                """
        )
        let again = try importing(tool)
        #expect(
            again.output.hasSuffix(
                "Nothing was recorded: this document was imported with this layout before.\n"
            )
        )
    }

    @Test func programsReadWhatWasReadAndWhereEachWordWent() throws {
        let tool = try BuiltTool.withStore()
        let run = try importing(tool, "--dry-run", "--account", "--json")
        let json = try JSONReader.read(Array(run.output.utf8), source: "output").value
        #expect(json["register"] == "lochanside")
        #expect(json["asOf"] == "2026-03-31")
        #expect(json["approvedOn"] == "2026-04-14")
        #expect(json["visibility"] == "restricted")
        #expect(json["counts"]?["risks"] == 10)
        #expect(json["account"]?["total"] == 566)
        #expect(json["account"]?["shares"]?["text"] == 29)
    }

    @Test func theAccountNamesTheRiskAndTheField() throws {
        let tool = try BuiltTool.withStore()
        let run = try importing(tool, "--dry-run", "--account")
        #expect(run.output.contains("→ the current likelihood of risk L1: 4\n"))
        #expect(run.output.contains("→ the controls of risk L1: Weekly list of waiting referrals"))
    }

    @Test func theListSaysHowToSeeWhatIsWithheld() throws {
        let tool = try BuiltTool.withStore()
        _ = try importing(tool)
        let day = ["--as-of", "2026-04-20"]
        let list = try tool.run(["risk", "list", tool.store] + day)
        let words = "that the audience “committee” may see; --audience restricted shows all."
        let said = list.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(said.contains(words), "\(list.output)")
        let all = try tool.run(["risk", "list", tool.store, "--audience", "restricted"] + day)
        #expect(all.output.contains("L1"))
        #expect(!all.output.contains("may see"))
    }

    @Test func aDryRunRefusesWhatTheRecordWouldRefuse() throws {
        let tool = try BuiltTool.withStore()
        for words in [["--dry-run"], []] {
            let run = try tool.run(
                ["import", tool.store, Self.march, "--layout", "lochanside/register"] + words
                    + ["--by", "", "--plugins", Self.plugins]
            )
            #expect(run.code != 0)
            #expect(run.errors.contains("The author (`by`) is empty."), "\(run.errors)")
        }
    }

    @Test func whoMayReadItIsSaidByTheCommand() throws {
        let tool = try BuiltTool.withStore()
        let run = try importing(tool, "--visibility", "partners")
        #expect(run.output.contains("  new risks may be read by: partners\n"))
        for (audience, isThere) in [("partners", true), ("public", false)] {
            let report = try tool.run([
                "report", tool.store, "--format", "lochanside/register", "--audience", audience,
                "--as-of", "2026-04-20", "--plugins", Self.plugins,
            ])
            #expect(report.output.contains("ferry") == isThere, "\(audience): \(report.output)")
        }
    }

    @Test(arguments: [
        (
            ["--period", "2026-04-01/2027-03-31"], "lochanside/register",
            "The layout “lochanside/register” is about risks, and a register runs for no period. Leave out "
                + "--period."
        )
    ])
    func anOptionThatDoesNotFitIsRefused(
        _ words: [String],
        _ layout: String,
        _ message: String
    ) throws {
        let tool = try BuiltTool.withStore()
        let run = try tool.run(
            ["import", tool.store, Self.march, "--layout", layout, "--plugins", Self.plugins]
                + words
        )
        #expect(run.code != 0)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test func checkingTellsOfFieldsAndScalesThatAreNot() throws {
        let tool = try BuiltTool()
        try tool.makeFolder("own/glen")
        try tool.write(
            #"{ "id": "glen", "version": "1.0.0", "api": 1, "title": "Glen", "audience": "restricted" }"#,
            to: "own/glen/plugin.json"
        )
        try tool.write(
            """
            layout "register" {
              about = "risks", title = "Register, {date}", register = "glen", scale = "fife",
              columns = { { "Risk", "title" } },
            }
            layout "other" {
              about = "risks", title = "Register, {date}", register = "glen", scale = "five",
              columns = { { "Risk", "title" }, { "Who", "onwer" } },
            }
            """,
            to: "own/glen/main.lua"
        )
        let run = try tool.run([
            "plugin", "check", "glen", "--plugins", tool.folder.appending(path: "own").path,
        ])
        #expect(run.code == 3)
        #expect(
            run.output.contains(
                "glen/main.lua:1: scale: there is no risk scale “glen/fife”."
            ),
            "\(run.output)"
        )
        #expect(
            run.output.contains(
                "glen/main.lua:5: columns: the column “Who” holds “onwer”, which is not a field of a risk. "
                    + "Did you mean “owner”? A column of your own is called local.name."
            ),
            "\(run.output)"
        )
    }
}
