// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// `committee risk`, run as its users run it.
struct RiskTests {
    private static let by = ["--by", "lead-officer"]
    private static let scale = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "plugins/standard/scales/five-by-five.json").path

    /// Runs `committee risk …` on the tool's store.
    private func risk(_ tool: BuiltTool, _ name: String, _ arguments: String...) throws
        -> BuiltTool.Run
    {
        try tool.run(["risk", name, tool.store] + arguments + Self.by)
    }

    private func read(_ tool: BuiltTool, _ name: String, _ arguments: String...) throws
        -> BuiltTool.Run
    {
        try tool.run(["risk", name, tool.store] + arguments)
    }

    /// A store with two registers and a risk that is approved and assessed.
    private func begun() throws -> BuiltTool {
        let tool = try BuiltTool.withStore()
        for arguments in [
            ["--id", "partnership", "--name", "Partnership risks", "--scale", Self.scale],
            [
                "--id", "main", "--name", "Risk register", "--scale", Self.scale, "--parent",
                "partnership", "--tier", "committee", "--approver", "chair",
            ],
        ] {
            let run = try tool.run(["risk", "register", tool.store] + arguments + Self.by)
            #expect(run.errors == "")
        }
        for run in [
            try risk(
                tool,
                "propose",
                "R1",
                "--register",
                "main",
                "--cause",
                "Two posts are vacant",
                "--event",
                "Visits are late",
                "--effect",
                "Children wait",
                "--visibility",
                "committee"
            ),
            try risk(tool, "approve", "R1", "--body", "CPC"),
            try risk(tool, "assess", "R1", "--likelihood", "3", "--impact", "4"),
        ] {
            #expect(run.errors == "")
            #expect(run.code == 0)
        }
        return tool
    }

    @Test func aRiskGoesThroughItsCourse() throws {
        let tool = try begun()
        let steps: [([String], String)] = [
            (
                ["control", "R1", "C1", "--words", "A rota", "--kind", "preventive"],
                "It is active in “main”, 12 High.\n"
            ),
            (["evidence", "R1", "C1", "--words", "The rota was seen"], "High.\n"),
            (["treat", "R1", "--treatment", "tolerate"], "High.\n"),
            (["aim", "R1", "--accept"], "High.\n"),
            (["accept", "R1", "--approver", "chair", "--until", "2026-12-31"], "High.\n"),
            (["review", "R1", "--outcome", "As before"], "High.\n"),
            (
                ["escalate", "R1", "--to", "partnership"],
                "active in “partnership”, 12 High.\n"
            ),
            (["de-escalate", "R1", "--to", "main"], "active in “main”, 12 High.\n"),
            (["deactivate", "R1"], "It is inactive in “main”, 12 High.\n"),
            (["reopen", "R1"], "It is active in “main”, 12 High.\n"),
            (
                ["close", "R1", "--outcome", "Posts are filled"],
                "It is closed in “main”, 12 High.\n"
            ),
        ]
        for (arguments, ending) in steps {
            let run = try tool.run(
                ["risk", arguments[0], tool.store] + arguments.dropFirst() + Self.by
            )
            #expect(run.errors == "")
            #expect(run.output.hasSuffix(ending), "\(run.output)")
            #expect(run.code == 0)
        }
        let shown = try read(tool, "show", "R1").output
        #expect(shown.contains("escalated to partnership"))
        // A line may end within the words.
        #expect(
            shown.replacing("\n", with: " ")
                .contains("moved to another register on 31 October 2026")
        )
    }

    /// Each command that says more of a risk, and what the risk's JSON has afterwards.
    static let aspects: [([String], String, JSONValue)] = [
        (["reword", "--event", "Visits stop"], "event", "Visits stop"),
        (["reword", "--title", "Visits"], "cause", "Two posts are vacant"),
        (["categorise", "--category", "Staffing"], "category", "Staffing"),
        (["visibility", "--audience", "public"], "visibility", "public"),
        (["assign", "--owner", "chair"], "owner", "chair"),
        (["appetite", "--band", "medium"], "appetite", ["band": "medium"]),
        (["appetite", "--score", "9"], "appetite", ["score": 9]),
        (["timing", "--proximity", "within a year"], "proximity", "within a year"),
        (["timing", "--velocity", "within days"], "velocity", "within days"),
        (
            ["link", "--decision", "cpc-2026-09/4"], "links",
            [["kind": "decision", "id": "cpc-2026-09/4"]]
        ),
        (["interval", "--every", "1 month"], "reviewInterval", "1 month"),
    ]

    @Test("Every aspect can be set by a command", arguments: aspects)
    func setsAnAspect(arguments: [String], member: String, value: JSONValue) throws {
        let tool = try begun()
        let run = try tool.run(
            ["risk", arguments[0], tool.store, "R1"] + arguments.dropFirst() + Self.by
        )
        #expect(run.errors == "" && run.code == 0)
        let shown = try tool.json(["risk", "show", tool.store, "R1", "--json"])
        #expect(shown["risk"]?[member] == value, "\(shown.indentedText)")
    }

    @Test func whatIsNotGivenStays() throws {
        let tool = try begun()
        for arguments in [
            ["assign", "R1", "--owner", "chair", "--manager", "officer"],
            ["assign", "R1", "--owner", "vice-chair"],
            ["control", "R1", "C1", "--words", "A rota", "--kind", "preventive", "--weight", "2"],
            ["control", "R1", "C1", "--effectiveness", "partial"],
            ["link", "R1", "--review", "LR1", "--decision", "D1"],
            ["link", "R1", "--remove", "--review", "LR1"],
        ] {
            let run = try tool.run(
                ["risk", arguments[0], tool.store] + arguments.dropFirst() + Self.by
            )
            #expect(run.errors == "")
        }
        let risk = try tool.json(["risk", "show", tool.store, "R1", "--json"])["risk"]
        #expect(risk?["owner"] == "vice-chair" && risk?["manager"] == "officer")
        let control = risk?["controls"]?[0]
        #expect(control?["words"] == "A rota" && control?["weight"] == 2)
        #expect(control?["effectiveness"] == "partial")
        #expect(risk?["links"]?.elements?.compactMap { $0["id"]?.text } == ["D1"])
    }

    @Test func theRulesOfARegisterAreSetByACommand() throws {
        let tool = try begun()
        let run = try risk(
            tool,
            "register",
            "--id",
            "main",
            "--appetite",
            "medium",
            "--category",
            "Staffing=low",
            "--review",
            "high=1 month",
            "--review-every",
            "6 months",
            "--score-name",
            "inherent=Initial"
        )
        #expect(run.errors == "" && run.code == 0)
        let list = try tool.json(["risk", "list", tool.store, "--register", "main", "--json"])
        let found = list["registers"]?[0]?["risks"]?[0]
        #expect(found?["isAboveAppetite"] == true)
        #expect(found?["nextReview"] == "2026-11-30")
        #expect(try read(tool, "show", "R1").output.contains("Initial"))
    }

    @Test func changesSpeakOfRisks() throws {
        let tool = try begun()
        let changes = try tool.json([
            "changes", tool.store, "--since", "2026-10-30", "--audience", "restricted", "--json",
        ])
        let found = (changes["changes"]?.elements ?? []).filter { $0["risk"] == "R1" }
        #expect(
            found.compactMap { $0["kind"]?.text } == [
                "risk.proposed", "risk.approved", "risk.assessed",
            ]
        )
        #expect(
            found.last?["sentence"]?.text
                == "Risk R1 (Visits are late) was assessed as 12 High (current, 31 "
                + "October 2026)."
        )
        #expect(found.allSatisfy { $0["register"] == "main" && $0["plan"] == .null })
    }

    /// A wrong call, what the tool says, and its exit code.
    struct Mistake: Sendable {
        var arguments: String
        var message: String
        var code: Int32 = 1

        init(_ arguments: String, _ message: String, _ code: Int32 = 1) {
            self.arguments = arguments
            self.message = message
            self.code = code
        }
    }

    static let wrongCalls: [Mistake] = [
        Mistake(
            "approve council.sqlite R1 --body CPC --by a",
            "The risk “R1” is active, so it cannot be approved. What can be: deactivate, close, replace, "
                + "review, escalate, de-escalate, accept, reword, categorise, assign, show, assess, control, "
                + "uncontrol, evidence-seen, treat, aim, appetite, timing, link, interval, review-by, "
                + "renumber, column."
        ),
        Mistake(
            "review council.sqlite R2 --by a",
            "There is no risk “R2” on 2026-10-31. Did you mean “R1”?"
        ),
        Mistake(
            "accept council.sqlite R1 --approver officer --by a",
            "“officer” may not accept risks of the register “main”. It names: chair."
        ),
        Mistake(
            "show council.sqlite R1 --audience public",
            "There is no risk “R1” on 2026-10-31, or it is withheld from this audience. None is "
                + "known here."
        ),
        Mistake(
            "movement council.sqlite --since 2026-11-01",
            "--since 2026-11-01 is after 2026-10-31. Swap the dates.",
            64
        ),
        Mistake(
            "assess council.sqlite R1 --by a",
            "An assessment needs --likelihood and --impact, or --not-assessed.",
            64
        ),
        Mistake(
            "report council.sqlite risk-heatmap",
            "There is no risk report “risk-heatmap”. Did you mean “risk-heat-map”?"
        ),
        Mistake(
            "assign council.sqlite R1 --by a",
            "Give --owner or --manager, or --no-owner or --no-manager. What is not given stays.",
            64
        ),
        Mistake(
            "appetite council.sqlite R1 --band mediun --by a",
            "Scale five-by-five, version 1 has no band “mediun”. Did you mean “medium”?"
        ),
        Mistake(
            "link council.sqlite R1 --remove --risk R9 --by a",
            "The risk “R1” has no link to the risk “R9”. Links: none."
        ),
        Mistake(
            "heatmap council.sqlite",
            "There are several risk registers: main, partnership. Say which one."
        ),
    ]

    @Test("What cannot be is said, with what can", arguments: wrongCalls)
    func mistakes(mistake: Mistake) throws {
        let arguments = mistake.arguments.split(separator: " ").map(String.init)
        let run = try begun().run(["risk"] + arguments)
        #expect(run.errors == "committee: \(mistake.message)\n")
        #expect(run.code == mistake.code)
    }

    @Test func anIntervalThatIsNoneIsSaidWithWhatToWrite() throws {
        let run = try risk(try begun(), "interval", "R1", "--every", "soon")
        #expect(run.code == 64)
        #expect(
            run.errors.contains(
                "“soon” is no length of time. Write a number and days, weeks, months, quarters or "
                    + "years, such as \"3 months\"."
            )
        )
    }

    @Test func aCommandThatDoesNotExistIsNamedWithTheClosest() throws {
        let run = try BuiltTool().run(["risk", "asess", "x"])
        #expect(
            run.errors.hasPrefix(
                "committee: There is no command “risk asess”. Did you mean “risk assess”?\n"
            )
        )
        #expect(run.code == 64)
    }

    @Test func listIsJSONForPrograms() throws {
        let tool = try begun()
        let value = try tool.json(["risk", "list", tool.store, "--register", "main", "--json"])
        let found = value["registers"]?[0]?["risks"]?[0]
        #expect(found?["id"] == "R1")
        #expect(found?["scores"]?["current"]?["score"] == 12)
        #expect(found?["scores"]?["current"]?["band"] == "high")
        let hidden = try tool.json(
            ["risk", "list", tool.store, "--audience", "public", "--json"]
        )
        #expect(hidden["registers"] == [])
    }

    @Test func movementIsJSONForPrograms() throws {
        let tool = try begun()
        let value = try tool.json([
            "risk", "movement", tool.store, "--register", "main", "--since", "2026-10-30", "--json",
        ])
        #expect(value["totals"]?["new"] == 1)
        #expect(value["totals"]?["after"] == 1)
        #expect(value["shortfall"] == [])
        #expect(value["risks"]?[0]?["why"] == "approved on 31 October 2026")
    }

    @Test func aHeatMapIsADrawingWithATable() throws {
        let tool = try begun()
        let run = try read(tool, "heatmap", "--register", "main", "-o", "map.html")
        #expect(run.errors == "")
        let page = String(decoding: try tool.bytes(of: "map.html"), as: UTF8.self)
        #expect(page.contains("<svg role=\"img\""))
        #expect(page.contains("1 at 3 Possible, 4 Major (H Amber – High)."))
        #expect(page.contains("<table"))
    }

    @Test func aMigrationIsShownBeforeItIsMade() throws {
        let tool = try begun()
        var text = try String(contentsOfFile: Self.scale, encoding: .utf8)
        text.replace("\"version\": 1", with: "\"version\": 2")
        text.replace("\"through\": 9", with: "\"through\": 12")
        text.replace("\"from\": 10", with: "\"from\": 15")
        try tool.write(text, to: "two.json")
        _ = try risk(tool, "register", "--id", "main", "--scale", "two.json")
        let tried = try risk(
            tool,
            "migrate",
            "--register",
            "main",
            "--to-version",
            "2",
            "--dry-run",
            "--json"
        )
        let value = try JSONReader.read(Array(tried.output.utf8), source: "output").value
        #expect(value["recorded"] == false)
        #expect(value["effects"]?[0]?["before"] == "12 High")
        #expect(value["effects"]?[0]?["after"] == "12 Medium")
        #expect(try read(tool, "show", "R1").output.contains("12 High"))
        _ = try risk(tool, "migrate", "--register", "main", "--to-version", "2")
        #expect(try read(tool, "show", "R1").output.contains("12 Medium"))
    }

    @Test(
        "Every command explains itself with an example",
        arguments: [
            "list", "show", "heatmap", "movement", "report", "register", "migrate", "propose",
            "approve", "assess", "assign", "control", "evidence", "treat", "aim", "review",
            "escalate", "de-escalate", "accept", "deactivate", "replace", "close", "reopen",
            "reword", "categorise", "visibility", "appetite", "timing", "link", "interval",
        ]
    )
    func helpHasAnExample(command: String) throws {
        let run = try BuiltTool().run(["risk", command, "--help"])
        #expect(run.code == 0)
        #expect(run.output.contains("  committee risk \(command) council.sqlite"))
    }

    @Test("A register names its workflow when it is set up, and another one is refused afterwards")
    func workflowOfARegister() throws {
        let tool = try BuiltTool.withStore()
        let plugins = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Examples/review-plugin/plugins").path
        let set = [
            "risk", "register", tool.store, "--id", "main", "--name", "Risks", "--scale",
            Self.scale,
            "--plugins", plugins,
        ]
        let named = ["--workflow", "northshire-review/reviewed"]
        #expect(try tool.run(set + named + Self.by).errors == "")
        let other = try tool.run(set + ["--workflow", "standard"] + Self.by)
        #expect(
            other.errors
                == "committee: The register “main” follows the workflow “northshire-review/reviewed, version 1”, "
                + "and its risks have states by it. Migrate it to “standard, version 1”, which says what "
                + "becomes of each.\n"
        )
        let unknown = try tool.run(set + ["--workflow", "northshire-review/revewed"] + Self.by)
        #expect(unknown.code != 0)
    }
}
