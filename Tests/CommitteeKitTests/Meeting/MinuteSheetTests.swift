// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("The sheet of a minute")
struct MinuteSheetTests {
    private static var meeting: Meeting {
        var meeting = Meeting(body: "cpc", planned: CivilDate(2023, 12, 5))
        meeting.bodyName = "CPC"
        meeting.calledOn = CivilDate(2023, 11, 1)
        meeting.agenda = [
            AgendaItem("4", "Matters arising"), AgendaItem("5", "Improvement plan"),
            AgendaItem("P1", "Group report", privateReason: "review under way"),
        ]
        return meeting
    }

    private static let context = MeetingSheetContext(
        planItems: ["2.3": .action("a-23", of: "plan-2023")],
        risks: ["R4"]
    )

    private static let typed = """
        MINUTE CPC, 5 December 2023
        5. Improvement plan
        Members heard that training is slow.
        It will be looked at again.

        - Two schools have begun.
        - One has not.
        DECISION (plan 2.3; risk R4; review by June 2024): Amber.
        ACTION (Lead Nurse; by 30 January 2024): Send the guide
        out to all schools.
        P1. Group report
        The group spoke of a review.
        [END]
        Kind regards
        """

    private static func read(_ text: String, of meeting: Meeting = meeting)
        -> MeetingSheetReading<MinuteSheet.Reading>
    { MinuteSheet.read(text, of: meeting, context) }

    @Test func aMinuteTypedLiveGivesItsDecisionsAndActions() {
        let read = Self.read(Self.typed)
        #expect(read.doubts == [])
        #expect(read.outside.map(\.message) == ["Kind regards"])
        let minute = read.value.minute
        #expect(minute.items.map(\.number) == ["5", "P1"])
        #expect(
            minute.items[0].text
                == Prose(blocks: [
                    .paragraph([
                        .text("Members heard that training is slow. It will be looked at again.")
                    ]),
                    .list(
                        ordered: false,
                        ["Two schools have begun.", "One has not."].map { Prose.Item($0) }
                    ),
                ])
        )
        #expect(
            minute.decisions == [
                MinutedDecision(
                    "5a",
                    item: "5",
                    "Amber.",
                    reviewBy: CivilDate(2024, 6, 30),
                    links: [.action("a-23", of: "plan-2023"), .risk("R4")]
                )
            ]
        )
        #expect(
            minute.actions == [
                MinutedAction(
                    "5b",
                    item: "5",
                    "Send the guide out to all schools.",
                    owner: "Lead Nurse",
                    due: CivilDate(2024, 1, 30)
                )
            ]
        )
        #expect(read.value.codes == [8: "5a", 9: "5b"])
    }

    @Test func theCodesAreWrittenBackAndNothingElseChanges() {
        let read = Self.read(Self.typed)
        let given = MinuteSheet.text(Self.typed, with: read.value.codes)
        #expect(
            given
                == Self.typed.replacing("DECISION", with: "5a DECISION")
                .replacing("ACTION (", with: "5b ACTION (")
        )
        var meeting = Self.meeting
        (meeting.minute, meeting.codes) = (read.value.minute, ["5a", "5b"])
        #expect(Self.read(given, of: meeting).value.minute == read.value.minute)
        #expect(Self.read(given, of: meeting).doubts == [])
    }

    @Test func theSameSheetWithoutCodesKeepsThem() {
        var meeting = Self.meeting
        meeting.minute = Self.read(Self.typed).value.minute
        meeting.codes = ["5a", "5b"]
        let read = Self.read(Self.typed, of: meeting)
        #expect(read.value.minute == meeting.minute)
        #expect(read.value.codes == [8: "5a", 9: "5b"])
    }

    @Test func aCodeIsNeverUsedAgain() {
        var meeting = Self.meeting
        meeting.minute = Self.read(Self.typed).value.minute
        meeting.codes = ["5a", "5b"]
        let other = Self.typed.replacing("Amber.", with: "Red.")
        let read = Self.read(other, of: meeting)
        #expect(read.value.minute.decisions.map(\.code) == ["5c"])
        #expect(
            read.notes.map(\.message) == [
                "Decision 5a no longer stands in the sheet. Its code is not used again."
            ]
        )
        #expect(Minute.nextCode(of: "5", after: ["5z", "51a", "5b"]) == "5aa")
    }

    @Test func theSheetReadsBackAsWritten() {
        let minute = Self.read(Self.typed).value.minute
        var meeting = Self.meeting
        (meeting.minute, meeting.codes) = (minute, ["5a", "5b"])
        let text = MinuteSheet.text(of: minute, for: meeting, Self.context)
        let read = Self.read(text, of: meeting)
        #expect(read.doubts == [])
        #expect(read.value.minute == minute)
        #expect(
            text.hasPrefix(
                "MINUTE CPC, 5 December 2023\n\n4. Matters arising\n\n5. Improvement plan\n"
            )
        )
    }

    @Test func whatAMailProgramDoesChangesNothing() {
        let mailed = Self.typed.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "> \($0.map { $0 == " " ? "\u{A0}" : String($0) }.joined())" }
            .joined(separator: "\r\n")
        #expect(Self.read(mailed).value.minute == Self.read(Self.typed).value.minute)
        let wrapped = Self.typed.replacing("by 30 January", with: "by 30\nJanuary")
            .replacing("5. Improvement plan", with: "5. Improvement\nplan")
        #expect(Self.read(wrapped).value.minute == Self.read(Self.typed).value.minute)
    }

    @Test(
        "What is nearly right in a minute is held, with its line",
        arguments: [
            (
                "Action - send the guide.",
                "“Action - send the guide.” begins nearly as ACTION does. It is read as discussion; write "
                    + "“ACTION (…): …”, if it is one."
            ),
            (
                "AP: Send the guide.",
                "“AP: Send the guide.” begins nearly as ACTION does. It is read as discussion; write "
                    + "“ACTION (…): …”, if it is one."
            ),
            (
                "Agreed: Amber.",
                "“Agreed: Amber.” begins nearly as DECISION does. It is read as discussion; write "
                    + "“DECISION (…): …”, if it is one."
            ),
            (
                "DECISION Amber.",
                "“DECISION Amber.” begins nearly as DECISION does. It is read as discussion; write "
                    + "“DECISION (…): …”, if it is one."
            ),
            (
                "ACTION (by 30 January 2024): Send it.",
                "The action names nobody who is to do it. Write the role in brackets behind ACTION."
            ),
            (
                "ACTION (Lead Nurse): Send it.",
                "The action has no day by which it is to be done. Write it in brackets, such as “by 30 "
                    + "January 2024”."
            ),
            (
                "ACTION (Lead Nurse; by soon): Send it.",
                "“by soon” gives no day. Write it such as “by 30 January 2024” or “by June 2024”."
            ),
            (
                "DECISION (plan 2.4): Amber.",
                "The plan has no action “2.4”. Did you mean “2.3”?"
            ),
            (
                "DECISION (Chair): Amber.",
                "“Chair” says nothing of a decision. Write plan, risk or round with a number, or “review "
                    + "by” and a day."
            ),
            (
                "5c ACTION (Lead Nurse; by 30 January 2024): Send it.",
                "The code 5c is none of the last draft. Take it off; a new one is given back."
            ),
            (
                "4. Plan",
                "“4. Plan” has the number of “4. Matters arising” and another title. It is read as "
                    + "discussion; write the agenda's title, if it is the heading."
            ),
            (
                "9. Something else",
                "“9. Something else” begins as a heading does, and the agenda has no item 9. It is read as "
                    + "discussion; write it otherwise, or add the item to the agenda."
            ),
            ("DECISION:", "The decision has no words. Write them behind the colon."),
        ]
    )
    func minuteDoubt(_ line: String, _ message: String) {
        let text = "MINUTE CPC, 5 December 2023\n5. Improvement plan\nHeard.\n\(line)\n[END]\n"
        let read = Self.read(text)
        #expect(read.doubts.map(\.finding.message) == [message])
        #expect(read.doubts.map(\.finding.line) == [4])
    }

    @Test func wordsBelowNoHeadingAreHeld() {
        let read = Self.read(
            "MINUTE CPC, 5 December 2023\nHeard.\n5. Improvement plan\nYes.\n[END]"
        )
        #expect(
            read.doubts.map(\.finding.message) == [
                "“Heard.” stands below no heading. Put it below its item, or above the first line of the "
                    + "sheet."
            ]
        )
    }
}
