// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import Foundation
import Testing

// These fixtures pin what a person, a program and a plugin meet: for each command of a long list the
// exit code, the number of bytes and the SHA-256 of what the tool writes, and the most telling
// outputs whole. Record them anew (RECORD_GOLDENS=1) after a decision that the tool says something
// else, and read the difference of the whole outputs first; never because the code behind was
// rebuilt. For the published plans only digests are kept, since their words are not ours.
@Suite("What the tool writes")
struct ToolOutputTests {
    private func expectNone(_ differences: [String]) {
        for difference in differences { Issue.record("\(difference)") }
    }

    private static let ownPlugins = [
        "plugins/standard": "plugins/standard",
        "plugins/dump": "Tests/CommitteeToolTests/Outputs/plugins/dump",
    ]

    // MARK: The committee with every kind of entry

    private static let glenmore = "Tests/CommitteeStorageTests/Fixtures/every-kind.sqlite"
    private static let day = "2026-10-31"
    private static let since = "2026-05-15"

    private func glenmore() throws -> BuiltTool {
        let tool = try BuiltTool()
        var copies = Self.ownPlugins
        copies["s.sqlite"] = Self.glenmore
        copies["plugins/glenmore"] = "Tests/CommitteeToolTests/Outputs/plugins/glenmore"
        try PackageFolder.copy(copies, into: tool)
        return tool
    }

    @Test("Reports on the plan of the committee with every kind of entry")
    func glenmorePlanReports() throws {
        var outputs = ToolOutputs("glenmore-plan-reports", tool: try glenmore())
        let plan = "--plan glenmore-2026-2029"
        var commands = OutputCommands.report(
            "glenmore/plan",
            "--as-of \(Self.day) \(plan)",
            all: true
        )
        commands += OutputCommands.planReports.flatMap {
            OutputCommands.report($0, "--as-of \(Self.day) --since \(Self.since) \(plan)")
        }
        for day in ["2026-05-15", "2026-07-20"] {
            commands += ["glenmore/plan", "standard/plan", "standard/progress-update"].map {
                "report s.sqlite --format \($0) --as md --audience committee --as-of \(day)"
            }
        }
        commands += ["actions-csv", "actions-json"].map {
            "report s.sqlite --format standard/\($0) --audience restricted \(plan)"
        }
        for command in commands { try outputs.run(command) }
        expectNone(outputs.differences())
    }

    @Test("Reports on the risks of the committee with every kind of entry")
    func glenmoreRiskReports() throws {
        var outputs = ToolOutputs("glenmore-risk-reports", tool: try glenmore())
        let rest = "--as-of \(Self.day) --since \(Self.since) --register main"
        for name in OutputCommands.riskReports {
            for command in OutputCommands.report(name, rest) { try outputs.run(command) }
        }
        expectNone(outputs.differences())
    }

    @Test("What else is said of the committee with every kind of entry")
    func glenmoreReadings() throws {
        var outputs = ToolOutputs("glenmore", tool: try glenmore())
        var commands = OutputCommands.plan("glenmore-2026-2029", on: Self.day)
        commands += OutputCommands.plan("glenmore-2026-2029", on: "2026-07-20")
        commands += OutputCommands.plan("glenmore-2023-2026", on: Self.day).prefix(5)
        commands += OutputCommands.changes(since: Self.since, until: Self.day)
        commands += OutputCommands.changes(since: "2026-04-01", until: "2026-07-01").prefix(2)
        commands += OutputCommands.risks("main", since: Self.since, on: Self.day)
        commands += OutputCommands.risks("partnership", since: Self.since, on: "2026-07-01").prefix(
            8
        )
        for risk in ["R1", "R2", "R3", "R4", "R5"] {
            commands += OutputCommands.risk(risk, on: Self.day)
        }
        commands += OutputCommands.reminders(on: Self.day)
        commands += OutputCommands.reminders(on: "2026-12-02").prefix(1)
        commands += OutputCommands.dumps(since: Self.since, on: Self.day)
        commands += [
            "risk escalations s.sqlite --as-of \(Self.day)",
            "risk escalations s.sqlite --as-of \(Self.day) --json", "risk workflow s.sqlite --json",
            "journal s.sqlite", "journal s.sqlite --json", "journal s.sqlite --about 1.1",
            "journal s.sqlite --about R1 --json", "journal s.sqlite --verify",
            "committees s.sqlite --json", "export s.sqlite", "plugin list --json",
        ]
        for command in commands { try outputs.run(command) }
        try outputs.run(
            "remind s.sqlite --on \(Self.day) --calendar all.ics",
            file: "all.ics"
        )
        expectNone(outputs.differences())
        let change = "changes s.sqlite --since \(Self.since) --until \(Self.day)"
        let dump = "--audience restricted --as-of \(Self.day) --since \(Self.since)"
        let plan = "plan s.sqlite --plan glenmore-2026-2029 --as-of \(Self.day)"
        let whole = [
            "export.json": "export s.sqlite",
            "changes.txt": "\(change) --audience restricted",
            "changes.json": "\(change) --audience restricted --json",
            "changes-public.txt": "\(change) --audience public",
            "plan.json": "\(plan) --audience restricted --json", "plan.txt": plan,
            "journal.txt": "journal s.sqlite",
            "lua-edition.txt": "report s.sqlite --format dump/edition \(dump)",
            "lua-plans.txt": "report s.sqlite --format dump/plans \(dump)",
            "lua-registers.txt": "report s.sqlite --format dump/registers \(dump)",
            "reminders.json": "remind s.sqlite --on \(Self.day) --json",
            "reminders.ics": "remind s.sqlite --on \(Self.day) --calendar all.ics",
            "risks.json":
                "risk list s.sqlite --register main --as-of \(Self.day) --audience restricted --all "
                + "--json", "risk-R1.txt": OutputCommands.risk("R1", on: Self.day)[0],
        ]
        expectNone(outputs.differences(ofWhole: whole))
    }

    // MARK: The examples

    @Test("The committee of five levels")
    func strathmarr() throws {
        let tool = try BuiltTool()
        let example = "Examples/strathmarr"
        var copies = Self.ownPlugins
        copies["plugins/strathmarr"] = "\(example)/plugins/strathmarr"
        let files = [
            "plan.md", "plan.html", "plan-2.md", "next-plan.md", "record.json", "risks.json",
        ]
        for file in files { copies[file] = "\(example)/\(file)" }
        try PackageFolder.copy(copies, into: tool)
        var outputs = ToolOutputs("strathmarr", tool: tool, isScrubbed: true)
        let layout = "--layout strathmarr/five-level"
        for command in [
            "init s.sqlite --id strathmarr --name Strathmarr␣PPC",
            "import s.sqlite plan.md \(layout) --dry-run",
            "import s.sqlite plan.md \(layout) --json",
            "import s.sqlite plan.html \(layout)", "record s.sqlite record.json --dry-run",
            "record s.sqlite record.json --json", "import s.sqlite plan-2.md \(layout)",
            "import s.sqlite next-plan.md \(layout)", "record s.sqlite risks.json --dry-run --json",
            "record s.sqlite risks.json",
        ] {
            try outputs.run(command)
        }
        let day = "2025-03-31"
        let since = "2024-10-31"
        let rest = "--as-of \(day) --since \(since)"
        let plan = "protection-plan-2024-2027"
        var commands = OutputCommands.plan(plan, on: day)
        commands += (["strathmarr/five-level"] + OutputCommands.planReports).flatMap { name in
            let isLayout = name == "strathmarr/five-level"
            let more = isLayout ? "--as-of \(day)" : rest
            return OutputCommands.shortReport(name, "\(more) --plan \(plan)")
                .suffix(isLayout ? 6 : 3)
        }
        commands += OutputCommands.riskReports.flatMap {
            OutputCommands.shortReport($0, "\(rest) --register protection").suffix(2)
        }
        commands += OutputCommands.changes(since: since, until: day).suffix(2)
        commands += OutputCommands.risks("protection", since: since, on: day)
        commands += ["S1", "S2", "S3"].flatMap { OutputCommands.risk($0, on: day) }
        commands += OutputCommands.reminders(on: "2025-06-20").prefix(2)
        commands += OutputCommands.dumps(since: since, on: day)
        commands += ["export s.sqlite", "journal s.sqlite --json"]
        for command in commands { try outputs.run(command) }
        expectNone(outputs.differences())
        let dump = "--audience restricted \(rest)"
        expectNone(
            outputs.differences(ofWhole: [
                "lua-plans.txt": "report s.sqlite --format dump/plans \(dump)",
                "lua-registers.txt": "report s.sqlite --format dump/registers \(dump)",
                "changes.txt":
                    "changes s.sqlite --since \(since) --until \(day) --audience restricted --json",
                "plan.json":
                    "plan s.sqlite --plan \(plan) --as-of \(day) --audience committee --json",
                "export.json": "export s.sqlite",
            ])
        )
    }

    @Test("The committee whose plan is told in our own words")
    func perthAndKinross() throws {
        let tool = try BuiltTool()
        let example = "Examples/perth-and-kinross"
        var copies = Self.ownPlugins
        copies["plugins/perth-and-kinross"] = "plugins/perth-and-kinross"
        for file in ["plan-2023.md", "committee.json"] { copies[file] = "\(example)/\(file)" }
        try PackageFolder.copy(copies, into: tool)
        var outputs = ToolOutputs("perth-and-kinross", tool: tool, isScrubbed: true)
        let layout = "perth-and-kinross/plan-2023"
        for command in [
            "init s.sqlite --id pk --name Perth␣and␣Kinross␣CPC",
            "record s.sqlite committee.json --json",
            "import s.sqlite plan-2023.md --layout \(layout) --dry-run",
            "import s.sqlite plan-2023.md --layout \(layout) --json",
        ] {
            try outputs.run(command)
        }
        try readings(of: layout, on: "2023-10-31", &outputs)
        expectNone(outputs.differences())
    }

    /// What is read of a store with one plan.
    private func readings(of layout: String, on day: String, _ outputs: inout ToolOutputs) throws {
        var commands = OutputCommands.shortReport(layout, "--as-of \(day)")
        commands += OutputCommands.planReports.flatMap {
            OutputCommands.shortReport($0, "--as-of \(day) --since 2018-01-01").suffix(2)
        }
        let plan = "plan s.sqlite --as-of \(day)"
        commands += [
            plan, "\(plan) --json", "\(plan) --explain late --json", "\(plan) --explain completed",
            "changes s.sqlite --since 2018-01-01 --until \(day) --json",
            "changes s.sqlite --since 2018-01-01 --until \(day)",
            "remind s.sqlite --on \(day) --json",
        ]
        commands += OutputCommands.dumps(since: "2018-01-01", on: day).prefix(4)
        commands += ["export s.sqlite", "journal s.sqlite --json"]
        for command in commands { try outputs.run(command) }
    }

    // MARK: The tool by itself

    @Test("What the tool says of itself")
    func help() throws {
        let tool = try BuiltTool()
        try PackageFolder.copy(Self.ownPlugins, into: tool)
        var outputs = ToolOutputs("tool", tool: tool)
        let commands = [
            "", "init", "import", "record", "export", "publish", "plan", "report", "remind",
            "remind show", "remind acknowledge", "remind snooze", "remind delegate", "remind done",
            "remind stop", "changes", "journal", "journal show",
            "journal keygen", "journal sign", "journal verify", "store", "store backup",
            "committees", "timescale", "script run",
        ]
        let risks = [
            "", " list", " show", " heatmap", " movement", " report", " escalations", " workflow",
            " register", " migrate", " propose", " approve", " assess", " review", " escalate",
            " de-escalate", " accept", " deactivate", " replace", " close", " reopen", " step",
        ].map { "risk\($0)" }
        let plugins = [
            "", " list", " new", " check", " test", " run", " docs", " stubs", " approve", " diff",
        ].map { "plugin\($0)" }
        for command in commands + risks + plugins { try outputs.run("\(command) --help") }
        let names = [
            "edition", "plan", "item", "register", "risk", "matter", "ctx", "doc", "reminder",
            "layout", "risk_workflow",
        ]
        for name in names { try outputs.run("plugin docs \(name)") }
        try outputs.run("plugin docs")
        try outputs.run("plugin list --json")
        expectNone(outputs.differences())
    }

    // MARK: The published plans

    // Where the published plans are absent there is nothing to import.
    @Test(
        "The published plans",
        .enabled(if: PublishedPlans.arePresent, "the published plans are not here"),
        arguments: [
            ("000", "perth-and-kinross/plan-2018", "2018-06-30"),
            ("001", "perth-and-kinross/plan-2023", "2023-10-31"),
            ("002", "clackmannanshire/strategic-plan", "2023-11-30"),
        ]
    )
    func published(number: String, layout: String, day: String) throws {
        let tool = try BuiltTool()
        var copies = Self.ownPlugins
        let plugin = String(layout.prefix { $0 != "/" })
        copies["plugins/\(plugin)"] = "plugins/\(plugin)"
        try PackageFolder.copy(copies, into: tool)
        let path = try #require(PublishedPlans.path(number))
        try tool.write(Array(try Data(contentsOf: URL(filePath: path))), to: "plan.txt")
        var outputs = ToolOutputs("published-\(number)", tool: tool, isScrubbed: true)
        for command in [
            "init s.sqlite --id published --name Published",
            "import s.sqlite plan.txt --layout \(layout) --dry-run",
            "import s.sqlite plan.txt --layout \(layout) --json",
        ] {
            try outputs.run(command)
        }
        try readings(of: layout, on: day, &outputs)
        expectNone(outputs.differences())
    }
}
#endif
