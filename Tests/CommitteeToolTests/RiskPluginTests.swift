// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// `committee risk` with a plugin that has a scale, a workflow and a rule for escalations.
struct RiskPluginTests {
    private static let plugins = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Examples/risk-plugin/plugins").path

    private func risk(_ tool: BuiltTool, _ line: String) throws -> BuiltTool.Run {
        let words = line.split(separator: " ").map(String.init)
        let name = words[0]
        return try tool.run(
            ["risk", name, tool.store] + words.dropFirst() + ["--plugins", Self.plugins]
        )
    }

    private static func json(_ text: String) throws -> JSONValue {
        try JSONReader.read(Array(text.utf8), source: "output").value
    }

    /// A store with two registers by the plugin's scale, and a risk that is proposed.
    private func begun() throws -> BuiltTool {
        let tool = try BuiltTool.withStore()
        for line in [
            "register --id partnership --name Partnership --scale northshire-risks/northshire --by a",
            "register --id main --name Main --scale northshire-risks/northshire@1 --parent partnership "
                + "--by a",
            "propose R1 --register main --cause A --event B --effect C --by first-officer",
        ] {
            let run = try risk(tool, line)
            #expect(run.errors == "")
            #expect(run.code == 0)
        }
        return tool
    }

    @Test func aRiskGoesThroughTheWorkflowOfThePlugin() throws {
        let tool = try begun()
        let steps: [(line: String, ending: String)] = [
            (
                "step R1 approve-first --by first-officer",
                "It is approved by one person in “main”.\n"
            ),
            ("approve R1 --body CPC --by chair", "It is active in “main”.\n"),
            (
                "assess R1 --likelihood 4 --impact 4 --by first-officer",
                "It is active in “main”, 20 High.\n"
            ),
            (
                "escalate R1 --to partnership --by chair",
                "It is waiting for the regulator to be told in “partnership”, 20 High.\n"
            ),
            (
                "step R1 notify --detail reference=N-1 --by chair",
                "It is active in “partnership”, 20 High.\n"
            ),
        ]
        for step in steps {
            let run = try risk(tool, step.line)
            #expect(run.errors == "")
            #expect(run.output.hasSuffix(step.ending), "\(run.output)")
        }
    }

    @Test(arguments: [
        (
            "approve R1 --body CPC --by chair",
            "The risk “R1” is proposed, so it cannot be approved. What can be: close, approve-first, reword,"
        ),
        (
            "step R1 aprove-first --by chair",
            "The workflow “northshire-risks/two-people” has no event “aprove-first”. Did you mean "
                + "“approve-first”?"
        ),
        (
            "step R1 approve --by chair",
            "“approve” is an event of the record. Use committee risk approve."
        ),
        (
            "step R1 notify --detail reference --by chair",
            "“reference” is not a detail. Write NAME=WORDS, such as reference=N-1."
        ),
        (
            "approve R1 --body CPC --by chair --workflow northshire-risks/two-peple",
            "There is no risk workflow “northshire-risks/two-peple”. Did you mean "
                + "“northshire-risks/two-people”?"
        ),
    ])
    func whatCannotBeIsRefused(line: String, message: String) throws {
        let tool = try begun()
        let run = try risk(tool, line)
        #expect(
            run.errors.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
                .contains(message),
            "\(run.errors)"
        )
        #expect(run.code != 0)
    }

    @Test func theStandardWorkflowDoesNotDecideInstead() throws {
        let tool = try begun()
        let run = try risk(tool, "approve R1 --body CPC --by chair --workflow standard")
        #expect(
            run.errors.contains("follows the workflow “northshire-risks/two-people, version 1”")
        )
        #expect(run.code == 1)
        let override = try risk(
            tool,
            "approve R1 --body CPC --by chair --override-workflow Urgent."
        )
        #expect(override.errors == "")
        #expect(override.output.hasSuffix("It is active in “main”.\n"))
    }

    @Test(
        "A register that follows a workflow takes another appetite, and the name that people record by is heard"
    )
    func aPinnedRegisterIsSetUp() throws {
        let tool = try begun()
        #expect(try risk(tool, "step R1 approve-first --by chair").errors == "")
        #expect(try risk(tool, "register --id main --appetite low --by chair").errors == "")
        let words = ["risk", "step", tool.store, "R1", "approve-first", "--plugins", Self.plugins]
        let nobody = try tool.run(words)
        #expect(
            nobody.errors.contains(
                "Nobody is named who records it. Give --by ROLE, or set COMMITTEE_BY."
            )
        )
        #expect(nobody.code == 64)
        let named = try tool.run(words, environment: ["COMMITTEE_BY": "chair"])
        #expect(
            named.code == 1 && named.errors.contains("approved by one person"),
            "\(named.errors)"
        )
    }

    @Test("A risk's entry is corrected by a file that names the risk")
    func correctedByAFile() throws {
        let tool = try BuiltTool.withStore()
        let plain = { (line: String) in
            let words = line.split(separator: " ").map(String.init)
            return try tool.run(["risk", words[0], tool.store] + words.dropFirst())
        }
        #expect(
            try plain("register --id main --name Main --scale standard/five-by-five --by a").errors
                == ""
        )
        #expect(
            try plain("propose R1 --register main --cause A --event B --effect C --by a").errors
                == ""
        )
        #expect(try plain("approve R1 --body CPC --by a").errors == "")
        #expect(try plain("assess R1 --likelihood 2 --impact 2 --by a").errors == "")
        let change =
            #"{ "by": "a", "effective": "2026-10-31", "changes": [ { "correct": 4, "risk": "R1", "#
            + #""reason": "Mistyped.", "assess": { "score": "current", "likelihood": "5", "impact": "5" } } ] }"#
        try tool.write(change, to: "c.json")
        let run = try tool.run(["record", tool.store, "c.json"])
        #expect(run.errors == "")
        #expect(try plain("show R1 --audience restricted").output.contains("25"))
        try tool.write(change.replacingOccurrences(of: #""R1""#, with: #""R2""#), to: "d.json")
        let other = try tool.run(["record", tool.store, "d.json"])
        #expect(
            other.errors.contains(
                "entry 4 is about risk/R1, not about risk/R2. Name what it is about."
            ),
            "\(other.errors)"
        )
    }

    @Test(
        "A plugin of one's own names the scales and keys of the plugin “standard” beside the tool"
    )
    func standardIsLent() throws {
        let tool = try BuiltTool.withStore()
        let made = try tool.shell(
            """
            mkdir -p plugins/own
            echo '{ "id": "own", "version": "1.0.0", "api": 1, "title": "Own", "audience": "public" }' > plugins/own/plugin.json
            printf '%s\n' 'layout "r" { about = "risks", title = "Risks {date}", register = "main", name = "Main",' \
              '  scale = "standard/five-by-five", columns = { { "Ref", "number" }, { "Risk", "event" } } }' \
              > plugins/own/main.lua
            "$TOOL" plugin check
            """
        )
        #expect(!made.output.contains("no risk scale"), "\(made.output)\(made.errors)")
        #expect(made.code == 0)
        let run = try tool.run([
            "risk", "register", tool.store, "--id", "m", "--name", "M", "--scale",
            "standard/five-by-five", "--by", "a",
        ])
        #expect(run.errors == "")
        let list = try tool.run(["plugin", "list"])
        #expect(!list.output.contains("standard"))
    }

    @Test func theWorkflowIsShown() throws {
        let tool = try begun()
        let text = try risk(tool, "workflow").output
        #expect(text.contains("The workflow “northshire-risks/two-people, version 1”"))
        #expect(text.contains("approve-first"))
        let json = try Self.json(risk(tool, "workflow --json").output)
        #expect(json.members?["workflow"]?.text == "northshire-risks/two-people")
    }

    @Test func optionsSayWhatMayBeAndWhyNot() throws {
        let tool = try begun()
        #expect(try risk(tool, "step R1 approve-first --by chair").errors == "")
        let text = try risk(tool, "options R1 --by chair").output
        #expect(text.contains("Not in the state in which it is: "))
        #expect(text.contains("approve  "))
        let json = try Self.json(risk(tool, "options R1 --by chair --json").output)
        let approve = json.members?["options"]?.elements?.first { $0["event"]?.text == "approve" }
        #expect(approve?["isAllowed"] == .bool(false))
        #expect(approve?["guard"]?.text == "two-people")
    }

    @Test(arguments: ["mermaid", "svg", "table"])
    func aDrawingIsWrittenIntoItsFile(form: String) throws {
        let tool = try begun()
        let file = tool.folder.appending(path: "workflow.\(form)")
        let run = try tool.run(
            ["risk", "workflow", "draw", tool.store, "--as", form, "-o", file.path]
                + ["--plugins", Self.plugins]
        )
        #expect(run.errors == "")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("approve-first"))
        #expect(form != "svg" || text.contains("<desc id=\"words\">From not recorded to proposed"))
    }

    @Test func escalationsAreListedWithTheirReason() throws {
        let tool = try begun()
        for line in [
            "step R1 approve-first --by first-officer", "approve R1 --body CPC --by chair",
            "assess R1 --likelihood 4 --impact 4 --by first-officer",
        ] {
            #expect(try risk(tool, line).errors == "")
        }
        // The committee is not told of a risk that is restricted.
        #expect(try risk(tool, "escalations").output.contains("No rule asks for any."))
        let text = try risk(tool, "escalations --audience restricted").output
        #expect(text.contains("It stands at 20 High."))
        let json = try risk(tool, "escalations --audience restricted --json").output
        let found = try Self.json(json).members?["escalations"]
        #expect(
            found == [
                [
                    "rule": "northshire-risks/severe", "risk": "R1", "from": "main",
                    "to": ["register": "partnership"], "why": "It stands at 20 High.",
                ]
            ]
        )
    }

    @Test func aPluginWithAMistakeLetsNothingThrough() throws {
        let tool = try begun()
        try tool.makeFolder("broken/demo")
        try tool.write(
            #"{ "id": "demo", "version": "1.0.0", "api": 1, "title": "D", "audience": "committee" }"#,
            to: "broken/demo/plugin.json"
        )
        try tool.write("nonsense()", to: "broken/demo/main.lua")
        let run = try tool.run(
            ["risk", "approve", tool.store, "R1", "--body", "CPC", "--by", "chair"]
                + ["--plugins", tool.folder.appending(path: "broken").path]
        )
        #expect(run.errors.contains("The plugin “demo” has a mistake"))
        #expect(run.code == 1)
    }

    @Test func theLibrarysReportsGoByTheStandardPlugin() throws {
        let tool = try begun()
        let hidden = try tool.run(
            ["report", tool.store, "--format", "standard/risk-register", "--register", "main"]
        )
        #expect(hidden.errors.contains("one with a risk that it may see"))
        let shown = try risk(tool, "visibility R1 --audience committee --by chair")
        #expect(shown.code == 0, "\(shown.errors)")
        let run = try tool.run(
            ["report", tool.store, "--format", "standard/risk-register", "--register", "main"]
        )
        #expect(run.errors == "")
        #expect(run.output.hasPrefix("Main\n===="))
    }
}
