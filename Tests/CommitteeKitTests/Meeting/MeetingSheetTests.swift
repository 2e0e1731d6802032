// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("The sheets of a meeting")
struct MeetingSheetTests {
    private static let items: [AgendaItem] = {
        var carried = AgendaItem("6", "Neglect toolkit", purpose: .discussion, minutes: 15)
        carried.carriedFrom = "cpc/2023-10-03#7"
        return [
            AgendaItem("1", "Welcome", purpose: .noting, minutes: 5, owner: "Independent Chair"),
            AgendaItem(
                "5",
                "Improvement plan (year two)",
                purpose: .decision,
                minutes: 30,
                owner: "Coordinator",
                paperDue: CivilDate(2023, 11, 28)
            ),
            carried,
            AgendaItem("P1", "Group report", privateReason: "review under way"),
            AgendaItem("P2", "Staffing"),
        ]
    }()

    private static var meeting: Meeting {
        var meeting = Meeting(body: "cpc", planned: CivilDate(2023, 12, 5))
        meeting.bodyName = "CPC"
        (meeting.start, meeting.end) = (ClockTime("14:00"), ClockTime("16:00"))
        meeting.calledOn = CivilDate(2023, 11, 1)
        meeting.agenda = items
        return meeting
    }

    private static let context = MeetingSheetContext(
        planItems: ["2.3": .action("a-23", of: "plan-2023")],
        risks: ["R4"],
        seats: [
            MeetingSeat("nurse", name: "Lead Nurse", agency: "health"),
            MeetingSeat("education", name: "Head of Education", aliases: ["Education"]),
            MeetingSeat("housing", name: "Housing Manager"),
            MeetingSeat("law", name: "Legal Adviser", isByCorrespondence: true),
        ]
    )

    /// What mail programs and word processors make of a sheet.
    private static func mailed(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.isEmpty ? ">" : "> • \(line.map { $0 == " " ? "\u{A0}" : String($0) }.joined())"
        }
        return "Dear all,\r\n\r\n" + lines.joined(separator: "\r\n")
            + "\r\nKind regards\r\nThe clerk\r\n"
    }

    // MARK: Agenda

    @Test func theAgendaIsWrittenAsPeopleWriteIt() {
        #expect(
            AgendaSheet.text(of: Self.items, for: Self.meeting) == """
                AGENDA CPC, 5 December 2023, 14:00 to 16:00
                1. Welcome (for noting; 5 min; Independent Chair)
                5. Improvement plan (year two) (for decision; 30 min; Coordinator; paper by 28 November 2023)
                6. Neglect toolkit (for discussion; 15 min; carried forward from cpc/2023-10-03#7)
                P1. Group report (private: review under way)
                P2. Staffing (private)
                [END]

                """
        )
    }

    @Test func theAgendaReadsBack() {
        let text = AgendaSheet.text(of: Self.items, for: Self.meeting)
        for sheet in [text, Self.mailed(text)] {
            let read = AgendaSheet.read(sheet, of: Self.meeting, Self.context)
            #expect(read.value == Self.items)
            #expect(read.doubts == [])
        }
        let read = AgendaSheet.read(Self.mailed(text), of: Self.meeting, Self.context)
        #expect(read.outside.map(\.message) == ["Dear all,", "Kind regards", "The clerk"])
    }

    @Test func aDayOfAPaperMayBeToldInWorkingDays() {
        let text = "AGENDA CPC, 5 December 2023\n1. Plan (paper 5 working days before)\n[END]\n"
        let read = AgendaSheet.read(text, of: Self.meeting, Self.context)
        #expect(read.doubts == [])
        // 30 November is St Andrew's Day.
        #expect(read.value.first?.paperDue == CivilDate(2023, 11, 27))
    }

    @Test(
        "What is nearly right in an agenda is held, with its line",
        arguments: [
            (
                "1. Plan (for decision",
                "The bracket of item 1 is not closed. Put “)” at its end."
            ),
            (
                "1. Plan (for deciding)",
                "“for deciding” of item 1 is no purpose. Write for decision, for discussion or for "
                    + "noting."
            ),
            ("1. Plan (30 hours)", "“30 hours” of item 1 is no time. Write “30 min”."),
            (
                "1. Plan (papers)",
                "“papers” of item 1 is nearly “paper”. Correct it, or name who brings the item in other "
                    + "words."
            ),
            (
                "1. Plan (paper by Michaelmas)",
                "“paper by Michaelmas” of item 1 gives no day. Write “paper by 28 November 2023” or “paper "
                    + "5 working days before”."
            ),
            (
                "1. Plan (private: legal advice)",
                "Item 1 is private, and private items are numbered apart. Number it P1, P2 and so on."
            ),
            (
                "1. Plan (Chair; Coordinator)",
                "Item 1 names two who bring it, “Chair” and “Coordinator”. Name one, or join them with "
                    + "“and”."
            ),
            (
                "Plan and risks",
                "“Plan and risks” is no item: it has no number. Give it one, or put it behind [END]."
            ),
            ("1.", "Item 1 has no title. Write it behind the number."),
        ]
    )
    func agendaDoubt(_ line: String, _ message: String) {
        let text = "AGENDA CPC, 5 December 2023\n\(line)\n[END]\n"
        let read = AgendaSheet.read(text, of: Self.meeting, Self.context)
        #expect(read.doubts.map(\.finding.message) == [message])
        #expect(read.doubts.map(\.finding.line) == [2])
    }

    @Test func theSheetOfAnotherMeetingIsHeld() {
        let text = "AGENDA CPC, 6 February 2024\n1. Plan\n[END]\n"
        let read = AgendaSheet.read(text, of: Self.meeting, Self.context)
        #expect(
            read.doubts.map(\.finding.message) == [
                "The sheet does not say that it is of 5 December 2023: “AGENDA CPC, 6 February 2024”. Give "
                    + "the sheet of this meeting, or name the meeting that is meant."
            ]
        )
        #expect(read.open(accepting: ["sheet:1"]) == [])
        let none = AgendaSheet.read("1. Plan\n", of: Self.meeting, Self.context)
        #expect(none.doubts.map(\.isAcceptable) == [false])
        #expect(none.open(accepting: ["sheet:1"]).count == 1)
    }

    // MARK: Attendance

    private static let attendanceText = """
        ATTENDANCE CPC, 5 December 2023
        P in person, O online, A apologies, N no word, ? not known yet, C by correspondence only
        P Lead Nurse from 14:30
        O Head of Education by Depute Head
        ? Housing Manager
        C Legal Adviser
        Also there: Minute taker; Auditor
        [END]

        """

    @Test func attendanceReadsBack() {
        for sheet in [Self.attendanceText, Self.mailed(Self.attendanceText)] {
            let read = AttendanceSheet.read(sheet, of: Self.meeting, Self.context)
            #expect(read.doubts == [])
            #expect(AttendanceSheet.text(of: read.value, for: Self.meeting) == Self.attendanceText)
        }
    }

    @Test func oneLetterASeatIsEnough() {
        let text = "ATTENDANCE CPC, 5 December 2023\np lead nurse\nN Education\n[END]"
        let read = AttendanceSheet.read(text, of: Self.meeting, Self.context)
        #expect(read.doubts == [])
        #expect(read.value.seats.map(\.mark) == [.inPerson, .noWord, .unknown, .correspondence])
        #expect(
            read.notes.map(\.message) == [
                "Housing Manager does not stand in the sheet: it is not known yet.",
                "Legal Adviser does not stand in the sheet: it is not known yet.",
            ]
        )
    }

    @Test(
        "What is nearly right in an attendance is held, with its line",
        arguments: [
            (
                "Lead Nurse",
                "Lead Nurse has no letter, and a blank is never a yes. Write P, O, A, N or ? before it."
            ),
            (
                "X Lead Nurse",
                "“X Lead Nurse” does not begin with a letter of the key. Write P, O, A, N or ? before the "
                    + "seat, or “Also there:” before who has none."
            ),
            (
                "P Lead Nrse",
                "No seat is called “Lead Nrse”. Did you mean “Lead Nurse”? Who has no seat goes behind "
                    + "“Also there:”."
            ),
            (
                "A Lead Nurse by Charge Nurse",
                "Lead Nurse is marked A (apologies), and it is said who came or when. Write P or O if "
                    + "somebody came for the seat."
            ),
            ("P Lead Nurse from 2", "“2” is no time. Write it as 14:30."),
        ]
    )
    func attendanceDoubt(_ line: String, _ message: String) {
        let text = "ATTENDANCE CPC, 5 December 2023\n\(line)\n[END]\n"
        let read = AttendanceSheet.read(text, of: Self.meeting, Self.context)
        #expect(read.doubts.map(\.finding.message) == [message])
        #expect(read.doubts.map(\.finding.line) == [2])
    }

    @Test func aQuorumCountsWhoWasThere() {
        var meeting = Self.meeting
        meeting.attendance =
            AttendanceSheet.read(
                Self.attendanceText,
                of: meeting,
                Self.context
            ).value
        for (quorum, isQuorate) in [(2, true), (3, nil), (4, false)] as [(Int, Bool?)] {
            meeting.quorum = quorum
            #expect(meeting.isQuorate == isQuorate)
        }
        #expect(
            meeting.attendance?.inWords
                == "2 of 3 seats were present, 1 by a substitute; of 1 it is not known yet"
        )
    }
}
