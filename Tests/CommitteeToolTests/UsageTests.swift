// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

/// Wrong calls of the tool: what it says, and with which exit code it ends.
struct UsageTests {
    @Test(
        "A wrong call says what is wrong in its first line and ends with 64",
        arguments: [
            (["plna"], "There is no command “plna”. Did you mean “plan”?"),
            (["plugin", "lst"], "There is no command “plugin lst”. Did you mean “plugin list”?"),
            (["plan"], "Missing expected argument '<store>'"),
            (
                ["plan", "council.sqlite", "--jsn"],
                "Unknown option '--jsn'. Did you mean '--json'?"
            ),
            (
                ["plan", "council.sqlite", "--as-of", "2023-13-01"],
                "The value '2023-13-01' is invalid for '--as-of <date>': 2023-13-01 does not exist: a "
                    + "month is a number from 01 to 12."
            ),
            (
                ["plan", "council.sqlite", "--as-of", "31/10/2026"],
                "The value '31/10/2026' is invalid for '--as-of <date>': A date is written "
                    + "YYYY-MM-DD, such as 2026-10-31."
            ),
            (
                ["report", "council.sqlite", "--format", "small/plan", "--as", "htm"],
                "The value 'htm' is invalid for '--as <form>': Did you mean “html”?"
            ),
            (
                ["report", "council.sqlite", "--format", "plan", "--as", "html"],
                "The value 'plan' is invalid for '--format <plugin/format>': It is written "
                    + "PLUGIN/NAME, such as standard/plan; “committee plugin list” has them all."
            ),
            (
                ["plan", "council.sqlite", "--audience", "pubic"],
                "The value 'pubic' is invalid for '--audience <audience>': Did you mean “public”?"
            ),
            (
                ["changes", "council.sqlite", "--since", "2026-11-01"],
                "--since 2026-11-01 is after 2026-10-31. Swap the dates."
            ),
            (
                ["init", "council.sqlite", "--id", "", "--name", "North CPC"],
                "The committee's id is empty. Give it a name."
            ),
            (
                ["publish", "council.sqlite"],
                "Say what to publish with --format PLUGIN/FORMAT and where to with -o FILE, or "
                    + "compare a file with --verify FILE."
            ),
        ]
    )
    func wrongCall(arguments: [String], line: String) throws {
        let run = try BuiltTool().run(arguments)
        #expect(run.errors.split(separator: "\n").first.map(String.init) == "committee: \(line)")
        #expect(run.output.isEmpty)
        #expect(run.code == 64)
    }

    @Test func wrongTodayIsNamed() throws {
        let run = try BuiltTool.withStore().run(["plan", "council.sqlite"], today: "tomorrow")
        #expect(
            run.errors
                == "committee: COMMITTEE_TODAY is “tomorrow”, which is not a date. Write it as "
                + "YYYY-MM-DD, such as 2026-10-31, or unset it.\n"
        )
        #expect(run.code == 64)
    }

    @Test(
        "Every command explains itself with an example",
        arguments: [
            ["init"], ["import"], ["record"], ["export"], ["publish"], ["plan"], ["report"],
            ["remind"], ["changes"], ["journal"], ["committees"], ["timescale"],
            ["plugin", "list"], ["plugin", "new"], ["plugin", "check"], ["plugin", "test"],
            ["plugin", "run"], ["plugin", "docs"], ["plugin", "stubs"], ["plugin", "approve"],
            ["plugin", "diff"], ["script", "run"],
        ]
    )
    func helpHasAnExample(command: [String]) throws {
        let run = try BuiltTool().run(command + ["--help"])
        #expect(run.code == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("  committee \(command.joined(separator: " "))"))
    }

    @Test func helpNamesAllCommandsAndTheVariable() throws {
        let run = try BuiltTool().run([])
        #expect(run.code == 0)
        #expect(run.output.contains("COMMITTEE_TODAY"))
        for name in ["init", "import", "plan", "report", "remind", "timescale", "journal"] {
            #expect(run.output.contains("\n  \(name) "))
        }
    }

    @Test func versionIsPrinted() throws {
        let run = try BuiltTool().run(["--version"])
        #expect(run.output == "committee 0.1.0\n")
        #expect(run.code == 0)
    }
}
