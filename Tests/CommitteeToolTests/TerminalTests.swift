// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

#if Tool && Scripting && SQLite
/// What people see who run the tool on a terminal.
@Suite struct TerminalTests {
    private static let plan = ["plan", "s.sqlite", "--as-of", "2026-07-31"]

    private static func tool() throws -> BuiltTool {
        let tool = try SmallCommittee.imported()
        if tool.store != "s.sqlite" { _ = try tool.shell("cp \(tool.store) s.sqlite") }
        return tool
    }

    @Test func textForAProgramHasNoColours() throws {
        let run = try Self.tool().run(Self.plan)
        #expect(run.code == 0, "\(run.errors)")
        #expect(!run.output.contains("\u{1B}"))
    }

    @Test func coloursStandBesideTheirWordsAndNothingElseChanges() throws {
        let tool = try Self.tool()
        let plain = try tool.run(Self.plan).output
        let painted = try tool.run(Self.plan, environment: ["FORCE_COLOR": "1"]).output
        #expect(painted.contains("\u{1B}[42;30mG Green – On course\u{1B}[0m"), "\(painted)")
        #expect(painted.contains("\u{1B}[41;97mR Red – Stuck\u{1B}[0m"))
        #expect(painted.contains("\u{1B}[1mSmall Plan 1 April 2026 – 31 March 2028\u{1B}[0m\n"))
        let bare = painted.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(bare == plain)
    }

    @Test(arguments: [["NO_COLOR": "1", "FORCE_COLOR": "1"], ["FORCE_COLOR": "0"]])
    func coloursAreTurnedOff(environment: [String: String]) throws {
        #expect(
            !(try Self.tool().run(Self.plan, environment: environment).output.contains("\u{1B}"))
        )
    }

    static let terminal = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

    @Test(
        .enabled(if: terminal, "There is no program “script”, which makes a terminal."),
        arguments: [
            ("COMMITTEE_PAGER='sed s/^/paged:/'", true), ("COMMITTEE_PAGER=cat", false),
            ("COMMITTEE_PAGER= PAGER='sed s/^/paged:/'", false),
            ("PAGER='sed s/^/paged:/'", true), ("COMMITTEE_PAGER=no-such-program", false),
        ]
    )
    func whatIsLongerThanTheTerminalIsPaged(setting: String, isPaged: Bool) throws {
        let tool = try Self.tool()
        let run = try tool.shell(
            "TERM=dumb \(setting) script -qec \"stty rows 5; $TOOL \(Self.plan.joined(separator: " "))\" "
                + "/dev/null"
        )
        #expect(run.output.contains("paged:") == isPaged, "\(run.output)")
        #expect(run.output.contains("Small Plan 1 April 2026"), "\(run.output)")
    }
}
#endif
