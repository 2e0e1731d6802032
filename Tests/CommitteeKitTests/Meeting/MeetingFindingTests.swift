// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("What is found in meetings, and what their calendar says")
struct MeetingFindingTests {
    private static func meeting(
        _ day: CivilDate,
        present: Int = 3,
        away: [String] = []
    ) -> Meeting {
        var meeting = Meeting(body: "cpc", planned: day)
        (meeting.bodyName, meeting.quorum) = ("CPC", 3)
        (meeting.calledOn, meeting.revision) = (CivilDate(2023, 1, 1), 1)
        meeting.attendance = MeetingAttendance(
            seats: (0..<present).map { SeatAttendance("s\($0)", name: "Seat \($0)", .online) }
                + away.map { SeatAttendance($0, name: $0, .apologies) }
        )
        return meeting
    }

    private static func findings(
        _ meetings: [Meeting],
        asOf day: CivilDate,
        _ change: (inout MeetingsState) -> Void = { _ in }
    ) -> [String] {
        var record = Record.folding([])
        record[MeetingsState.self].calledMeetings = meetings
        change(&record[MeetingsState.self])
        let edition = Edition(
            of: record,
            committee: "cpc",
            name: "CPC",
            asOf: day,
            audience: .restricted
        )
        return edition.meetingFindings().map { "\($0.subject) \($0.kind): \($0.message)" }
    }

    private static let quarters = [
        CivilDate(2022, 12, 6), CivilDate(2023, 3, 7), CivilDate(2023, 6, 6), CivilDate(2023, 9, 5),
        CivilDate(2023, 12, 5),
    ]

    @Test func fourFullMeetingsAreEnough() {
        let meetings = Self.quarters.map { Self.meeting($0) }
        #expect(Self.findings(meetings, asOf: CivilDate(2023, 12, 31)) == [])
    }

    @Test func meetingsWithoutAQuorumDoNotCount() {
        var meetings = Self.quarters.map { Self.meeting($0) }
        meetings[2] = Self.meeting(Self.quarters[2], present: 2)
        #expect(
            Self.findings(meetings, asOf: CivilDate(2023, 12, 31)) == [
                "cpc too-few: 3 full meetings were held in the twelve months to 31 December 2023, beside 1 "
                    + "that had no quorum, and 4 are expected. Call another.",
                "cpc/2023-06-06 inquorate: 2 seats were present and 3 are needed to decide. Have what was "
                    + "decided ratified.",
            ]
        )
    }

    @Test func aGapLongerThanTheCadenceIsTold() throws {
        var meetings = Self.quarters.map { Self.meeting($0) }
        meetings[3].day = CivilDate(2023, 9, 20)
        let cadence = try Cadence(every: Period(13, .weeks), from: Self.quarters[0])
        let found = Self.findings(meetings, asOf: CivilDate(2023, 12, 31)) {
            $0.meetings = [MeetingSeries(body: "cpc", name: "CPC", cadence: cadence)]
        }
        #expect(
            found == [
                "cpc/2023-09-05 gap: 106 days lie between the meetings of 6 June 2023 and 20 September "
                    + "2023, and CPC meets every 13 weeks."
            ]
        )
    }

    @Test func aRunOfAbsencesIsTold() {
        let meetings = Self.quarters.map { Self.meeting($0, away: ["Police"]) }
        #expect(
            Self.findings(meetings, asOf: CivilDate(2023, 12, 31)) == [
                "cpc absent: The seat of Police was empty at the last 4 meetings, without a substitute. Ask "
                    + "its agency."
            ]
        )
        var back = meetings
        back[4] = Self.meeting(Self.quarters[4], present: 3)
        back[4].attendance?.seats.append(
            SeatAttendance("Police", name: "Police", .inPerson, substitute: "Inspector")
        )
        #expect(Self.findings(back, asOf: CivilDate(2023, 12, 31)) == [])
    }

    @Test func aPrivateItemWithoutAReasonAndAHolidayAreTold() {
        var meeting = Self.meeting(CivilDate(2024, 1, 1))
        meeting.agenda = [AgendaItem("P1", "Staffing")]
        let found = Self.findings([meeting], asOf: CivilDate(2023, 12, 1)) {
            $0.workingCalendar = .scotland
        }
        #expect(
            found == [
                "cpc/2024-01-01 holiday: 1 January 2024 is no working day.",
                "cpc/2024-01-01 no-reason: Item P1 is taken in private, and nobody says why. Give the "
                    + "reason.",
            ]
        )
    }

    @Test func aCodeThatNoMinuteHasIsTold() {
        var (before, after) = (
            Self.meeting(CivilDate(2023, 9, 5)), Self.meeting(CivilDate(2023, 12, 5))
        )
        before.minute = Minute(
            items: [MinutedItem("5", "Plan", "Heard.")],
            actions: [MinutedAction("5b", item: "5", "Send.")]
        )
        after.minute = Minute(
            items: [
                MinutedItem(
                    "4",
                    "Matters arising",
                    "5b is done. 4.6g goes on, from the 5th at 2pm."
                )
            ]
        )
        #expect(
            Self.findings([before, after], asOf: CivilDate(2023, 12, 31)) == [
                "cpc/2023-12-05 citation: Item 4 cites 4.6g, and no earlier minute has it. Correct the code."
            ]
        )
    }

    // MARK: Calendar

    @Test func theCalendarKeepsTheNameOfAMeetingThatMoves() throws {
        var meeting = Self.meeting(CivilDate(2023, 12, 5))
        (meeting.start, meeting.end) = (ClockTime("14:00"), ClockTime("16:00"))
        (meeting.day, meeting.revision) = (CivilDate(2023, 12, 7), 2)
        meeting.agenda = [
            AgendaItem(
                "5",
                "A title that is a good deal longer than any calendar shows in one line of a week",
                paperDue: CivilDate(2023, 11, 28)
            )
        ]
        meeting.agendaRevision = 1
        var record = Record.folding([])
        record[MeetingsState.self].calledMeetings = [meeting]
        let edition = Edition(
            of: record,
            committee: "cpc",
            name: "CPC",
            asOf: CivilDate(2023, 11, 1),
            audience: .committee
        )
        let lines = String(decoding: MeetingCalendar(of: edition).bytes, as: UTF8.self)
            .replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
        let events = lines.split(separator: "BEGIN:VEVENT").dropFirst()
            .map { $0.prefix { $0 != "END:VEVENT" }.joined(separator: "\n") }
        #expect(
            events == [
                """
                UID:meeting/cpc/2023-12-05@cpc
                DTSTAMP:20231101T000000Z
                SEQUENCE:1
                DTSTART;TZID=Europe/London:20231207T140000
                DTEND;TZID=Europe/London:20231207T160000
                SUMMARY:Meeting of CPC
                STATUS:CONFIRMED
                CLASS:CONFIDENTIAL
                """,
                """
                UID:meeting/cpc/2023-12-05#5@cpc
                DTSTAMP:20231101T000000Z
                SEQUENCE:1
                DTSTART;VALUE=DATE:20231128
                DTEND;VALUE=DATE:20231129
                SUMMARY:Paper due for item 5: A title that is a good deal longer than any…
                STATUS:CONFIRMED
                TRANSP:TRANSPARENT
                CLASS:CONFIDENTIAL
                """,
            ]
        )
    }

    private static let readable =
        (try? OutsideReader.run(["/usr/bin/python3", "-c", "import icalendar, zoneinfo"], []))
        != nil

    @Test(
        .enabled(
            if: OutsideReader.areRequired || readable,
            "Install Python's icalendar to read calendars with it: apt-get install python3-icalendar"
        )
    )
    func meetingsOfTenYearsAreAtTheHourThatWasSaid() throws {
        var day = CivilDate(2023, 1, 5)
        var meetings: [Meeting] = []
        while day.year < 2033 {
            var meeting = Self.meeting(day)
            (meeting.start, meeting.end) = (ClockTime("09:30"), ClockTime("12:00"))
            meetings.append(meeting)
            day = day + 9
        }
        var record = Record.folding([])
        record[MeetingsState.self].calledMeetings = meetings
        let edition = Edition(
            of: record,
            committee: "cpc",
            name: "CPC",
            asOf: day,
            audience: .public
        )
        let script = """
            import sys, datetime, zoneinfo, icalendar
            calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
            london = zoneinfo.ZoneInfo('Europe/London')
            zone = next(part for part in calendar.walk('VTIMEZONE')).to_tz()
            print([str(part.errors) for part in calendar.walk() if part.errors])
            for event in calendar.walk('VEVENT'):
                plain = event['DTSTART'].dt.replace(tzinfo=None)
                ours = zone.localize(plain) if hasattr(zone, 'localize') else plain.replace(tzinfo=zone)
                theirs = plain.replace(tzinfo=london)
                assert ours.utcoffset() == theirs.utcoffset(), plain
            print(len(calendar.walk('VEVENT')), end='')
            """
        let found = try OutsideReader.run(
            ["/usr/bin/python3", "-c", script],
            MeetingCalendar(of: edition).bytes
        )
        #expect(found == "[]\n\(meetings.count)")
    }
}
