// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// `committee meeting`, `committee decide` and `committee action-log`, as an officer uses them.
@Suite("The tool keeps meetings")
struct MeetingToolTests {
    private static let profile = """
        {
          "by": "Lead Officer", "effective": "2023-04-01",
          "changes": [
            { "committee": {
              "body": { "id": "cpc", "name": "North Child Protection Committee",
                "abbreviation": "CPC", "kind": "committee" },
              "bodies": [{ "id": "health", "name": "NHS North", "kind": "agency" }],
              "roles": [
                { "id": "chair", "title": "Independent Chair", "body": "cpc" },
                { "id": "nurse", "title": "Lead Nurse", "body": "cpc" },
                { "id": "education", "title": "Head of Education", "body": "cpc" },
                { "id": "housing", "title": "Housing Manager", "body": "cpc" }
              ],
              "members": [
                { "body": "cpc", "role": "chair" },
                { "body": "cpc", "role": "nurse", "agency": "health" },
                { "body": "cpc", "role": "education" },
                { "body": "cpc", "role": "housing", "from": "2024-01-01" }
              ] } },
            { "meetings": { "body": "cpc", "name": "CPC", "every": "1 quarter",
              "from": "2023-09-05" } }
          ]
        }
        """

    private static let environment = [
        "COMMITTEE_STORE": "council.sqlite", "COMMITTEE_BY": "Coordinator",
    ]

    private static func tool() throws -> BuiltTool {
        let tool = try BuiltTool.withStore()
        try tool.write(profile, to: "profile.json")
        let run = try tool.run(["record", tool.store, "profile.json"])
        try #require(run.code == 0, "\(run.errors)")
        return tool
    }

    /// Runs a command on a day, and requires that it is done.
    @discardableResult
    private static func run(
        _ tool: BuiltTool,
        _ words: String...,
        on day: String = "2023-12-06",
        code: Int32 = 0
    ) throws -> String {
        let run = try tool.run(words, today: day, environment: environment)
        #expect(run.code == code, "\(words): \(run.errors)\(run.output)")
        return code == 0 ? run.output : run.output + run.errors
    }

    /// A committee whose meeting of December is held, with agenda, attendance and minute.
    private static func held() throws -> BuiltTool {
        let tool = try tool()
        try run(
            tool,
            "meeting",
            "call",
            "cpc",
            "2023-12-05",
            "14:00-16:00",
            "--place",
            "Council Offices",
            "--online",
            "--quorum",
            "2",
            on: "2023-11-01"
        )
        try run(tool, "meeting", "call", "CPC", "2024-03-05", "14:00", on: "2023-11-01")
        try tool.write(agenda, to: "agenda.txt")
        try run(tool, "meeting", "agenda", "next", "agenda.txt", on: "2023-11-20")
        try run(tool, "meeting", "circulate", "next", on: "2023-11-21")
        try tool.write(attendance, to: "attendance.txt")
        try run(tool, "meeting", "attendance", "last", "attendance.txt")
        try tool.write(minute, to: "minute.txt")
        try run(tool, "meeting", "minute", "last", "minute.txt")
        return tool
    }

    private static let agenda = """
        AGENDA CPC, 5 December 2023, 14:00 to 16:00
        1. Welcome
        5. Improvement plan (for decision; 30 min; Coordinator; paper by 28 November 2023)
        6. Toolkit (for discussion)
        P1. Group report (private: review under way)
        [END]

        """

    private static let attendance = """
        ATTENDANCE CPC, 5 December 2023
        P Independent Chair from 14:30
        O Lead Nurse by Charge Nurse
        A Head of Education
        Also there: Minute taker
        [END]

        """

    private static let minute = """
        MINUTE CPC, 5 December 2023
        5. Improvement plan
        Members heard that training is slow.
        DECISION (review by June 2024): Amber.
        ACTION (Lead Nurse; by 30 January 2024): Send the guide out.
        P1. Group report
        The group spoke of a review.
        ACTION (Coordinator; by 30 January 2024): Write to the group.
        [END]

        """

    @Test func aMeetingIsCalledMovedListedAndCancelled() throws {
        let tool = try Self.tool()
        #expect(
            try Self.run(
                tool,
                "meeting",
                "call",
                "cpc",
                "2023-12-05",
                "14:00-16:00",
                "--online",
                on: "2023-11-01"
            )
                == "The meeting of CPC on 5 December 2023 is called: 5 December 2023, 14:00 to 16:00, "
                + "online. It is cpc/2023-12-05.\n"
        )
        #expect(
            try Self.run(
                tool,
                "meeting",
                "move",
                "next",
                "2023-12-07",
                "--reason",
                "Snow",
                on: "2023-11-02"
            )
                == "cpc/2023-12-05 is held on 7 December 2023, 14:00 to 16:00 now.\n"
        )
        let list = try Self.run(tool, "meeting", "list", on: "2023-11-03")
        #expect(list.contains("cpc/2023-12-05  7 December 2023, 14:00 to 16:00"))
        #expect(list.contains("cpc/2024-03-05"))
        try Self.run(tool, "meeting", "list", "--calendar", "meetings.ics", on: "2023-11-03")
        let calendar = try String(
            contentsOf: tool.folder.appending(path: "meetings.ics"),
            encoding: .utf8
        )
        #expect(calendar.contains("UID:meeting/cpc/2023-12-05@north-cpc\r\n"))
        #expect(calendar.contains("SEQUENCE:1\r\n"))
        #expect(calendar.contains("DTSTART;TZID=Europe/London:20231207T140000\r\n"))
        #expect(
            try Self.run(tool, "meeting", "cancel", "cpc/2023-12-05", on: "2023-11-04")
                == "The meeting of CPC on 7 December 2023 is cancelled.\n"
        )
        let again = try Self.run(
            tool,
            "meeting",
            "cancel",
            "cpc/2023-12-05",
            on: "2023-11-05",
            code: 1
        )
        #expect(
            again.contains(
                "was cancelled on 2023-11-04, so nobody can cancel it. Call it again first."
            )
        )
    }

    @Test func anUnknownMeetingIsToldWithWhatToDo() throws {
        let tool = try Self.tool()
        #expect(
            try Self.run(tool, "meeting", "circulate", "next", code: 1)
                == "committee: No meeting of CPC is called for 2023-12-06 or later. Call it: committee "
                + "meeting call.\n"
        )
        #expect(
            try Self.run(tool, "meeting", "circulate", "december", code: 1)
                == "committee: “december” names no meeting. Write a body and a day, such as "
                + "cpc/2023-12-05, or next, or last.\n"
        )
        #expect(
            try Self.run(tool, "meeting", "call", "cpx", "2023-12-05", code: 1)
                == "committee: No body is called “cpx”. Did you mean “cpc”?\n"
        )
    }

    @Test func aMeetingThatEndsBeforeItBeginsIsToldInPlainWords() throws {
        let run = try Self.tool().run(
            ["meeting", "call", "cpc", "2024-02-06", "16:00-14:00"],
            today: "2023-12-06",
            environment: Self.environment
        )
        #expect(
            run.errors
                == "committee: “16:00-14:00” ends before it begins. Write the earlier time first, such as "
                + "14:00-16:00.\n"
        )
        #expect(run.code == 64)
    }

    @Test func sheetsAreRecordedOnceAndCodesGivenBack() throws {
        let tool = try Self.held()
        let given = try String(
            contentsOf: tool.folder.appending(path: "minute.txt"),
            encoding: .utf8
        )
        #expect(given.contains("5a DECISION (review by June 2024): Amber.\n5b ACTION (Lead Nurse;"))
        #expect(given.contains("P1a ACTION (Coordinator;"))
        #expect(given.hasPrefix("MINUTE CPC, 5 December 2023 (ref 1)\n"))
        for (sheet, file) in [
            ("agenda", "agenda.txt"), ("attendance", "attendance.txt"), ("minute", "minute.txt"),
        ] {
            let again = try Self.run(tool, "meeting", sheet, "last", file)
            #expect(
                again.hasSuffix("Nothing was recorded: the sheet says what is recorded already.\n")
            )
        }
        try Self.run(tool, "meeting", "minute", "last", "-o", "again.txt")
        let again = try Self.run(tool, "meeting", "minute", "last", "again.txt")
        #expect(again.hasSuffix("Nothing was recorded: the sheet says what is recorded already.\n"))
        // The housing manager has no seat yet in December.
        let sheet = try Self.run(tool, "meeting", "attendance", "last", "-o", "-")
        #expect(!sheet.contains("Housing"))
    }

    @Test func whatIsDoubtfulIsHeldUntilItIsAccepted() throws {
        let tool = try Self.held()
        let text = Self.minute.replacing(
            "DECISION (review by June 2024): Amber.",
            with: "Agreed: Amber."
        )
        try tool.write(text, to: "doubtful.txt")
        #expect(
            try Self.run(tool, "meeting", "minute", "last", "doubtful.txt", code: 1) == """
                  line 1  changed-meanwhile  The sheet was written without a ref, and number 1 is recorded. It would take away: decision 5a. Write the sheet anew with -o and put your lines in, or accept it in place of what is recorded. (--accept sheet:1)
                  line 4  label  “Agreed: Amber.” begins nearly as DECISION does. It is read as discussion; write “DECISION (…): …”, if it is one. (--accept sheet:4)
                  line 1  gone  Decision 5a no longer stands in the sheet. Its code is not used again.
                Nothing was recorded of doubtful.txt: 2 doubts to settle.

                """
        )
        try Self.run(
            tool,
            "meeting",
            "minute",
            "last",
            "doubtful.txt",
            "--accept",
            "sheet:4",
            "--accept",
            "sheet:1"
        )
    }

    @Test func aMinuteIsCirculatedCorrectedAndApproved() throws {
        let tool = try Self.held()
        #expect(
            try Self.run(tool, "meeting", "circulate", "last")
                == "The minute of cpc/2023-12-05 is circulated.\n"
        )
        let early = try Self.run(
            tool,
            "meeting",
            "approve",
            "cpc/2023-12-05",
            "--at",
            "next",
            code: 1
        )
        #expect(
            early.contains(
                "The meeting of CPC on 5 March 2024 is still to come on 2023-12-06. Record it when it was "
                    + "held."
            )
        )
        #expect(
            try Self.run(
                tool,
                "meeting",
                "correct",
                "cpc/2023-12-05",
                "5",
                "Ten members heard it.",
                "--at",
                "last",
                on: "2024-03-05"
            )
                == "The minute of cpc/2023-12-05 is corrected at 5.\n"
        )
        #expect(
            try Self.run(
                tool,
                "meeting",
                "approve",
                "cpc/2023-12-05",
                "--at",
                "last",
                on: "2024-03-05"
            )
                == "The minute of cpc/2023-12-05 is approved, with 1 correction.\n"
        )
        let shown = try Self.run(
            tool,
            "meeting",
            "minute",
            "cpc/2023-12-05",
            "--as",
            "md",
            on: "2024-03-06"
        )
        #expect(shown.contains("The group spoke of a review."))
        let published = try Self.run(
            tool,
            "meeting",
            "minute",
            "cpc/2023-12-05",
            "--as",
            "md",
            "--audience",
            "public",
            on: "2024-03-06"
        )
        #expect(published.contains("Members heard that training is slow."))
        #expect(published.contains("Ten members heard it."))
        #expect(published.contains(MeetingReport.privateSentence))
        for word in ["Group report", "spoke of a review", "P1", "Write to the group"] {
            #expect(!published.contains(word))
        }
    }

    @Test func theActionLogFollowsActions() throws {
        let tool = try Self.held()
        let log = try Self.run(tool, "action-log", on: "2024-02-01")
        #expect(log.contains("2 actions of meetings are open, 2 of them late."))
        #expect(
            try Self.run(tool, "action-log", "done", "5b", on: "2024-02-01")
                == "Action cpc/2023-12-05#5b is done.\n"
        )
        #expect(
            try Self.run(tool, "action-log", "extend", "last#P1a", "2024-03-31", on: "2024-02-01")
                == "Action cpc/2023-12-05#P1a has until 31 March 2024.\n"
        )
        let later = try Self.run(tool, "action-log", "--all", on: "2024-02-02")
        #expect(later.contains("One action of meetings is open, none of them late; one is done."))
        let again = try Self.run(tool, "action-log", "done", "5b", on: "2024-02-02", code: 1)
        #expect(again.contains("No open action is called “5b”."))
    }

    @Test func aDecisionBetweenMeetingsIsRatified() throws {
        let tool = try Self.held()
        #expect(
            try Self.run(
                tool,
                "decide",
                "cpc",
                "The return is put off.",
                "--by-correspondence",
                "2024-01-10",
                on: "2024-01-12"
            )
                == "Recorded decision cpc/C1, taken on 10 January 2024. The next meeting ratifies it.\n"
        )
        #expect(
            try Self.run(
                tool,
                "decide",
                "ratify",
                "cpc/C1",
                "--at",
                "cpc/2024-03-05",
                on: "2024-03-05"
            )
                == "Decision cpc/C1 is ratified at cpc/2024-03-05.\n"
        )
    }

    @Test func theNextAgendaBeginsWithWhatWasNotReached() throws {
        let tool = try Self.held()
        #expect(
            try Self.run(tool, "meeting", "agenda", "next", "-o", "-", on: "2024-02-01") == """
                AGENDA CPC, 5 March 2024, 14:00
                1. Welcome and apologies (for noting)
                2. Declarations of interest (for noting)
                3. Minute of 5 December 2023 (for decision)
                4. Matters arising (for discussion)
                5. Action log (for discussion)
                6. Toolkit (for discussion; carried forward from cpc/2023-12-05#6)
                7. Improvement plan (for decision)
                8. Risk register (for discussion)
                9. Reports of groups (for discussion)
                10. Any other business
                [END]

                """
        )
    }

    @Test func twoCopiesOfOneSheetDoNotUndoEachOther() throws {
        let tool = try Self.held()
        let first = Self.minute.replacing("[END]", with: "\nSomebody added this.\n[END]")
        try tool.write(first, to: "first.txt")
        try tool.write(Self.minute.replacing("slow", with: "fast"), to: "second.txt")
        try Self.run(tool, "meeting", "minute", "last", "first.txt")
        let second = try Self.run(tool, "meeting", "minute", "last", "second.txt", code: 1)
        #expect(
            second.contains("number 2 is recorded. It would take away: what was said below item 5;")
        )
        #expect(second.contains("Nothing was recorded of second.txt: 1 doubt to settle."))
    }

    @Test func aSheetInWhichSomebodyTypedIsNotWrittenOver() throws {
        let tool = try Self.held()
        let run = try Self.run(tool, "meeting", "minute", "last", "-o", "agenda.txt")
        #expect(run == "")
        try tool.write(Self.minute.replacing("slow", with: "very slow"), to: "typed.txt")
        let refused = try Self.run(tool, "meeting", "minute", "last", "-o", "typed.txt", code: 1)
        #expect(
            refused
                == "committee: typed.txt is a sheet already, and says something else: somebody may have typed "
                + "in it. Read it in first, or name another file.\n"
        )
        let kept = String(decoding: try tool.bytes(of: "typed.txt"), as: UTF8.self)
        #expect(kept.contains("very slow"))
    }

    @Test func aDecisionIsRatifiedByAnyNameOfItsBody() throws {
        let tool = try Self.held()
        try Self.run(tool, "decide", "CPC", "Put off.", "--by-correspondence", "2023-12-10")
        let run = try Self.run(
            tool,
            "decide",
            "ratify",
            "CPC/C1",
            "--at",
            "cpc/2024-03-05",
            on: "2024-03-05"
        )
        #expect(run == "Decision cpc/C1 is ratified at cpc/2024-03-05.\n")
    }

    // MARK: What goes out

    @Test func aPackGoesOutAndStandsInTheCirculation() throws {
        let tool = try Self.held()
        let lines = """
            { "by": "Lead Officer", "effective": "2023-11-01", "changes": [
              { "reportingLines": [{ "from": "cpc", "to": "health", "what": "How it goes",
                "cadence": "five working days before each CPC" }] } ] }
            """
        try tool.write(lines, to: "lines.json")
        let recorded = try tool.run(["record", tool.store, "lines.json"])
        #expect(recorded.code == 0, "\(recorded.errors)")
        let today = try tool.run(["today", tool.store, "--weeks", "16"], today: "2023-12-20")
        #expect(
            today.output.contains("The report “How it goes” to NHS North for 5 March 2024"),
            "\(today.output)"
        )
        let pack = try tool.run(
            [
                "report", tool.store, "--format", "standard/minute", "--meeting", "last", "-o",
                "minute.html", "--sent-to", "health",
            ],
            today: "2023-12-20",
            environment: Self.environment
        )
        #expect(pack.code == 0, "\(pack.errors)")
        #expect(
            try Self.run(tool, "circulation", "--to", "NHS North", on: "2023-12-21").contains(
                "standard/minute, meeting cpc/2023-12-05"
            )
        )
        let after = try tool.run(["today", tool.store, "--weeks", "16"], today: "2023-12-20")
        #expect(!after.output.contains("How it goes"))
        let list = try Self.run(tool, "circulation", on: "2023-12-21")
        #expect(list.contains("Agenda of cpc/2023-12-05"))
    }

    @Test func whatWentOutNeedsAFile() throws {
        let tool = try Self.tool()
        let run = try tool.run([
            "report", tool.store, "--format", "standard/agenda", "--sent-to", "health",
        ])
        #expect(run.code == 64)
        #expect(
            run.errors.contains(
                "--sent-to records that a file went out. Name the file with -o FILE."
            )
        )
    }
}
