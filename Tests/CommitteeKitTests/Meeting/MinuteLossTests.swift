// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("No word of a meeting is lost, and none is taken for another")
struct MinuteLossTests {
    private static var meeting: Meeting {
        var meeting = Meeting(body: "cpc", planned: CivilDate(2023, 12, 5))
        meeting.bodyName = "CPC"
        meeting.calledOn = CivilDate(2023, 11, 1)
        meeting.agenda = [AgendaItem("1", "Welcome"), AgendaItem("2", "Plan")]
        return meeting
    }

    private static let context = MeetingSheetContext()

    private static func read(
        _ lines: [String],
        of meeting: Meeting = meeting
    ) -> MeetingSheetReading<MinuteSheet.Reading> {
        let text = (["MINUTE CPC, 5 December 2023"] + lines).joined(separator: "\n")
        return MinuteSheet.read(text, of: meeting, context)
    }

    @Test func discussionBelowADecisionStaysDiscussion() {
        let reading = Self.read([
            "2. Plan", "DECISION: The plan is agreed.",
            "The police did not agree and asked for this to be noted.",
            "ACTION (Lead Nurse; by 30 January 2027): Send it out.", "The chair thanked her.",
            "[END]",
        ])
        #expect(reading.doubts == [])
        let minute = reading.value.minute
        #expect(minute.decisions.map(\.text) == ["The plan is agreed."])
        #expect(minute.actions.map(\.text) == ["Send it out."])
        let said = minute.items.first?.text.singleLine ?? ""
        #expect(said.contains("The police did not agree and asked for this to be noted."))
        #expect(said.contains("The chair thanked her."))
    }

    @Test func aLineThatMayBeEitherIsDoubted() {
        let reading = Self.read([
            "2. Plan", "Members heard from everybody who works with the schools of the north.",
            "DECISION: The plan is agreed, with the words of the three schools.",
            "Nevertheless the police asked for more.", "[END]",
        ])
        #expect(
            reading.doubts.map(\.finding.message) == [
                "“Nevertheless the police asked for more.” may go on with the decision above it, or be "
                    + "discussion. It is read as going on; put a blank line above it, if it is discussion."
            ]
        )
    }

    @Test func aSheetWithoutItsEndIsHeld() {
        let reading = Self.read(["2. Plan", "Members heard it."])
        #expect(
            reading.doubts.map(\.finding.message) == [
                "The sheet has no [END], so it may be cut off. Put [END] below it when it is whole."
            ]
        )
        let agenda = AgendaSheet.read(
            "AGENDA CPC, 5 December 2023\n1. Welcome\n",
            of: Self.meeting,
            Self.context
        )
        #expect(agenda.doubts.map(\.finding.kind) == ["end-lost"])
        let attendance = AttendanceSheet.read(
            "ATTENDANCE CPC, 5 December 2023\nP Chair\n",
            of: Self.meeting,
            MeetingSheetContext(seats: [MeetingSeat("chair", name: "Chair")])
        )
        #expect(attendance.doubts.map(\.finding.kind) == ["end-lost"])
    }

    @Test func aCharacterThatNoTextHasIsDoubted() {
        let reading = Self.read(["2. Plan", "Members\u{0}heard it.", "[END]"])
        #expect(reading.doubts.map(\.finding.kind) == ["character"])
        #expect(reading.open(accepting: ["sheet:3"]).count == 1)
    }

    // MARK: Two people and two copies

    private static var drafted: Meeting {
        var meeting = meeting
        meeting.minute = Minute(items: [MinutedItem("2", "Plan", "The first one's words.")])
        meeting.minuteRevision = 1
        return meeting
    }

    @Test func theSecondCopyDoesNotUndoTheFirst() {
        let reading = Self.read(["2. Plan", "The second one's words.", "[END]"], of: Self.drafted)
        #expect(
            reading.doubts.map(\.finding.message) == [
                "The sheet was written without a ref, and number 1 is recorded. It would take away: what was "
                    + "said below item 2. Write the sheet anew with -o and put your lines in, or accept it in "
                    + "place of what is recorded."
            ]
        )
        #expect(reading.open(accepting: ["sheet:1"]).isEmpty)
    }

    @Test func aSheetOfTheLastDraftMayTakeAway() {
        let text = "MINUTE CPC, 5 December 2023 (ref 1)\n2. Plan\nOther words.\n[END]\n"
        #expect(MinuteSheet.read(text, of: Self.drafted, Self.context).doubts == [])
        #expect(
            MinuteSheet.text(of: Self.drafted.minute, for: Self.drafted, Self.context)
                .hasPrefix("MINUTE CPC, 5 December 2023 (ref 1)\n")
        )
    }

    @Test func whatIsOnlyAddedNeedsNoRef() {
        let lines = ["2. Plan", "The first one's words.", "And more.", "[END]"]
        #expect(Self.read(lines, of: Self.drafted).doubts == [])
    }

    @Test func anOlderAgendaDoesNotReplaceANewerOne() {
        var meeting = Self.meeting
        meeting.agendaRevision = 2
        let text = "AGENDA CPC, 5 December 2023 (ref 1)\n1. Welcome\n[END]\n"
        let reading = AgendaSheet.read(text, of: meeting, Self.context)
        #expect(reading.doubts.map(\.finding.kind) == ["changed-meanwhile"])
        #expect(
            reading.doubts.first?.finding.message.contains("item 2 “Plan”") ?? false
        )
    }

    @Test func theRefIsWrittenIntoTheSheet() {
        let sheet = "Hello\n> MINUTE CPC, 5 December 2023 (ref 1)\r\n2. Plan\n[END]\n"
        #expect(
            MeetingSheetText.text(sheet, with: 2, keyword: "MINUTE")
                == "Hello\n> MINUTE CPC, 5 December 2023 (ref 2)\r\n2. Plan\n[END]\n"
        )
    }

    // MARK: Small things

    @Test func aCommaBetweenWhoAndWhenIsTold() {
        let reading = Self.read([
            "2. Plan", "ACTION (Lead Nurse, by 30 January 2027): Send it out.", "[END]",
        ])
        #expect(
            reading.doubts.map(\.finding.message) == [
                "“Lead Nurse, by 30 January 2027” names who and by when with a comma between them. Put a "
                    + "semicolon there: “Lead Nurse; by 30 January 2027”."
            ]
        )
    }

    @Test func aPurposeWithoutForIsDoubted() {
        let text = "AGENDA CPC, 5 December 2023\n1. Welcome (noting)\n2. Plan f()\n[END]\n"
        let reading = AgendaSheet.read(text, of: Self.meeting, Self.context)
        #expect(
            reading.doubts.map(\.finding.message) == [
                "“noting” of item 1 may be its purpose. Write “for noting”, or name who brings the item in "
                    + "other words."
            ]
        )
        #expect(reading.value.last?.title == "Plan f()")
    }

    @Test func anApprovedMinuteTakesNoMoreCorrections() {
        var meeting = Self.drafted
        meeting.minute?.circulatedOn = CivilDate(2023, 12, 10)
        meeting.minute?.approvedOn = CivilDate(2024, 2, 6)
        meeting.minute?.approvedAt = "cpc/2024-02-06"
        func refusal(at later: String) -> String? {
            var copy = meeting
            let correction = MinuteCorrection(item: "2", text: "Late.", at: later)
            let fact = Change.Fact.minuteCorrected(correction)
            let step = FoldStep(
                sequence: 1,
                subject: copy.subject,
                kind: fact.kind,
                payload: [:],
                effective: CivilDate(2024, 4, 2),
                by: "clerk"
            )
            return Meeting.table.apply(fact, to: &copy, step)
        }
        #expect(refusal(at: "cpc/2024-02-06#3") == nil)
        #expect(
            refusal(at: "cpc/2024-04-02")
                == "The minute of the meeting of CPC on 5 December 2023 was approved on 2024-02-06 at "
                + "cpc/2024-02-06, and only corrections of that meeting stand beside it. Minute what was "
                + "found since at the meeting that found it."
        )
    }

    @Test func todayShowsMeetingsThatWereCalledAndDecisionsToRatify() {
        var record = Record.folding([])
        record.calledMeetings = [Self.meeting]
        var decision = CommitteeDecision(body: "cpc", number: 1)
        decision.decidedOn = CivilDate(2023, 11, 20)
        record.committeeDecisions = [decision]
        let edition = Edition(
            of: record,
            committee: "cpc",
            name: "CPC",
            asOf: CivilDate(2023, 11, 30),
            audience: .committee
        )
        let work = WorkInHand(of: edition)
        #expect(
            work.meetings.map { "\($0.words) \($0.date?.description ?? "")" } == ["CPC 2023-12-05"]
        )
        #expect(work.waiting.map(\.words) == ["Ratification of decision cpc/C1"])
    }

    @Test func papersAreNotWaitedForAfterTheMeeting() {
        var meeting = Self.meeting
        meeting.agenda = [AgendaItem("1", "Plan", paperDue: CivilDate(2023, 11, 28))]
        var state = MeetingsState()
        state.calledMeetings = [meeting]
        #expect(state.deadlines(through: CivilDate(2024, 1, 20)).count == 1)
        state.calledMeetings[0].attendance = MeetingAttendance(
            seats: [SeatAttendance("chair", name: "Chair", .inPerson)]
        )
        #expect(state.deadlines(through: CivilDate(2024, 1, 20)).isEmpty)
    }
}
