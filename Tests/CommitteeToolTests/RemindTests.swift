// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

#if Tool && Scripting && SQLite
/// What people do about reminders, through the tool.
///
/// Action 1.1 is due on 30 June 2026.
@Suite struct RemindTests {
    private static let id = "small/chase:plan-2026-2028#1.1:2026-06-30:before-30-days"

    private func act(_ tool: BuiltTool, _ arguments: [String], on day: String) throws
        -> BuiltTool.Run
    {
        try tool.run(
            ["remind", arguments[0], tool.store] + arguments.dropFirst()
                + ["--on", day, "--by", "clerk"]
        )
    }

    private func ids(_ tool: BuiltTool, on day: String) throws -> [String] {
        let json = try tool.json(["remind", tool.store, "--on", day, "--json"])
        return (json["reminders"]?.elements ?? []).compactMap { $0["id"]?.text }
    }

    @Test func aLeadWhoIsNoneIsSaidToBeNone() throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run([
            "remind", tool.store, "--digest", "--for", "Lead Nurze", "--on", "2026-06-05",
        ])
        #expect(run.errors.hasPrefix("committee: There is no lead “Lead Nurze”. "))
        #expect(run.code == 1)
    }

    @Test(arguments: [
        ("2026-02-30", "2026-02-30 does not exist: February 2026 has 28 days."),
        ("2026-04-31", "2026-04-31 does not exist: April 2026 has 30 days."),
        ("2026-13-01", "2026-13-01 does not exist: a month is a number from 01 to 12."),
        ("30 June", "A date is written YYYY-MM-DD, such as 2026-10-31."),
    ])
    func aDayThatDoesNotExistIsSaidNotTo(day: String, message: String) throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run(["changes", tool.store, "--since", day])
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.code == 64)
    }

    @Test func whatWasRecordedAfterADayIsLeftOut() throws {
        let tool = try SmallCommittee.imported()
        let report = ["report", tool.store, "--format", "standard/plan", "--as-of", "2026-10-31"]
        let before = try tool.run(report + ["--known-on", "2020-01-01"])
        #expect(
            before.output.contains("There is no plan to show"),
            "\(before.output)\(before.errors)"
        )
        let now = try tool.run(report)
        #expect(!now.output.contains("There is no plan to show"))
    }

    @Test func aSnoozedReminderRestsAndComesBack() throws {
        let tool = try SmallCommittee.imported()
        #expect(try ids(tool, on: "2026-06-05") == [Self.id])
        let run = try act(
            tool,
            ["snooze", Self.id, "--until", "2026-06-20", "--note", "Asked."],
            on: "2026-06-05"
        )
        #expect(run.errors == "" && run.code == 0)
        let entry = run.output.split(separator: " ").first { Int($0.dropLast()) != nil }?.dropLast()
        let number = try #require(entry)
        #expect(
            run.output
                == "Recorded as entry \(number): \(Self.id) is snoozed until 20 June 2026.\n"
        )
        #expect(try ids(tool, on: "2026-06-19") == [])
        #expect(try ids(tool, on: "2026-06-20") == ["\(Self.id).again-\(number)"])
        let why = try tool.run(["remind", tool.store, "--why", Self.id, "--on", "2026-06-06"])
        #expect(
            why.output == """
                The reminder “\(Self.id)” is silent on 6 June 2026, for it was snoozed until 20 June 2026.
                It is raised by the rule “small/chase” of the plugin “small”, which looks at each action and reminds lead.
                It is due on 30 June 2026; its timescale reads “By 30 June 2026”; progress was last reported on 1 April 2026.
                The step “30 days before it is due” was reached on 31 May 2026.
                The step “overdue” will be reached on 1 July 2026.
                On 5 June 2026 it was snoozed until 20 June 2026, by clerk (entry \(number)): Asked.

                """
        )
    }

    @Test(arguments: [
        (["acknowledge"], [id], ["overdue-1"]), (["done"], [id], []), (["stop"], [id], []),
    ])
    func anActSilences(verb: [String], argument: [String], later: [String]) throws {
        let tool = try SmallCommittee.imported()
        let run = try act(tool, verb + argument, on: "2026-06-05")
        #expect(run.code == 0 && run.errors == "")
        #expect(try ids(tool, on: "2026-06-05") == [])
        #expect(
            try ids(tool, on: "2026-07-01")
                == later.map { "small/chase:plan-2026-2028#1.1:2026-06-30:\($0)" }
        )
    }

    @Test func aDelegateIsReminded() throws {
        let tool = try SmallCommittee.imported()
        _ = try act(tool, ["delegate", Self.id, "--to", "School Link"], on: "2026-06-05")
        let json = try tool.json(["remind", tool.store, "--on", "2026-06-05", "--json"])
        #expect(json["reminders"]?[0]?["to"]?[0] == "School Link")
    }

    @Test(
        arguments: [
            (
                "small/chase:plan-2026-2028#1.1:2026-06-30:overdue-1",
                "The reminder “small/chase:plan-2026-2028#1.1:2026-06-30:overdue-1” is not raised "
                    + "before 1 July 2026."
            ),
            (
                "small/chse:plan-2026-2028#1.1:2026-06-30:overdue-1",
                "There is no reminder rule “small/chse”. Did you mean “small/chase”?"
            ),
            (
                "nonsense",
                "“nonsense” is not the identifier of a reminder. It is written "
                    + "rule:subject:date:step, such as "
                    + "standard/chase-lead:plan-2026#2.1:2027-01-31:before-1-week."
            ),
        ]
    )
    func whatCannotBeAcknowledgedIsRefused(id: String, message: String) throws {
        let run = try act(try SmallCommittee.imported(), ["acknowledge", id], on: "2026-06-05")
        #expect(run.code == 1 && run.output == "")
        #expect(run.errors.hasPrefix("committee: \(message)\n"))
    }

    @Test func aCalendarIsWritten() throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run(["remind", tool.store, "--calendar", "council.ics"])
        #expect(run.output == "Wrote council.ics: 2 tasks.\n" && run.code == 0)
        let text = String(decoding: try tool.bytes(of: "council.ics"), as: UTF8.self)
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
        #expect(text.contains("UID:due:plan-2026-2028#1.1@north-cpc.committee\r\n"))
    }

    @Test(arguments: [
        ([], "2 tasks"), (["--audience", "committee"], "2 tasks"),
        (["--audience", "restricted"], "3 tasks"), (["--audience", "public"], "2 tasks"),
    ])
    func aCalendarIsForAnAudience(audience: [String], tasks: String) throws {
        let tool = try SmallCommittee.imported()
        try tool.write(
            """
            {"by": "clerk", "effective": "2026-04-02", "plan": "plan-2026-2028", "changes": [
              {"action": "1.3", "audience": "restricted",
               "add": {"text": "Unmistakable words.", "under": "aim-1", "leads": "Chair",
                       "timescale": "By 30 June 2026"}}
            ]}
            """,
            to: "changes.json"
        )
        let recorded = try tool.run(["record", tool.store, "changes.json"])
        try #require(recorded.code == 0, "\(recorded.errors)")
        let run = try tool.run(["remind", tool.store, "--calendar", "a.ics"] + audience)
        #expect(run.output == "Wrote a.ics: \(tasks).\n" && run.code == 0, "\(run.errors)")
        let text = String(decoding: try tool.bytes(of: "a.ics"), as: UTF8.self)
        #expect(text.contains("Unmistakable") == (audience.last == "restricted"))
    }

    @Test func aDigestIsWrittenForEachLead() throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run([
            "remind", tool.store, "--on", "2026-07-08", "--digest", "--as", "md",
        ])
        #expect(run.output.hasPrefix("# Reminders of North CPC on 8 July 2026\n\n## Chair\n"))
        let none = try tool.json([
            "remind", tool.store, "--on", "2026-07-08", "--digest", "--for", "Chair", "--json",
        ])
        #expect(none["letters"]?.elements?.count == 1)
    }

    @Test(arguments: [
        (["--digest", "--calendar", "a.ics"], "--digest, --calendar and --why go alone."),
        (["--as", "md"], "--for, --as and -o go with --digest."),
        (["--why", "a", "--audience", "public"], "--audience does not go with --why."),
        (["--digest", "--json", "--as", "md"], "--json and --as name two forms."),
    ])
    func whatDoesNotGoTogetherIsRefused(arguments: [String], message: String) throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run(["remind", tool.store] + arguments)
        #expect(run.code == 64 && run.errors.contains(message))
    }
}
#endif
