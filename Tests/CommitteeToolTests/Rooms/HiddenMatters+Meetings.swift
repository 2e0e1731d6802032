// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// What meetings keep from whoever is not of the committee: drafts, private items, decisions that no
// meeting has ratified, and what a decision is about that an audience may not know of.
extension HiddenMatters {
    private static let call: MeetingCall = {
        var call = MeetingCall(bodyName: "Full committee", start: ClockTime("14:00"))
        (call.end, call.place, call.quorum) = (ClockTime("16:00"), "Town Hall", 1)
        return call
    }()

    mutating func recordMeetings() {
        let start = day
        defer { day = start }
        let held = SubjectReference.meeting(of: "committee", on: CivilDate(2026, 5, 12))
        let next = SubjectReference.meeting(of: "committee", on: CivilDate(2026, 6, 16))
        let coming = SubjectReference.meeting(of: "committee", on: CivilDate(2026, 11, 17))
        let dropped = SubjectReference.meeting(of: "committee", on: CivilDate(2026, 12, 1))
        day = CivilDate(2026, 4, 20)
        for meeting in [held, next, coming, dropped] { record(meeting, .meetingCalled(Self.call)) }
        record(coming, .meetingMoved(MeetingMove(to: CivilDate(2026, 11, 18))), why: .committee)
        record(dropped, .meetingCancelled, why: .committee)
        recordHeld(held)
        recordDrafts(coming, next)
        day = CivilDate(2026, 6, 16)
        record(
            held,
            .minuteCorrected(
                MinuteCorrection(item: "1", text: "Nine came.", at: "committee/2026-06-16")
            )
        )
        for number in 0..<(copies[.committee] ?? 1) {
            record(
                held,
                .minuteCorrected(
                    MinuteCorrection(
                        item: "P\(number + 1)",
                        text: prose(.committee),
                        at: "committee/2026-06-16"
                    )
                ),
                why: .committee
            )
        }
        record(held, .minuteApproved(at: "committee/2026-06-16"))
        record(held, .minutedActionDone("P1a"), why: .committee)
        record(held, .minutedActionExtended("P1b", until: CivilDate(2026, 12, 31)), why: .committee)
        recordDecisions()
    }

    /// A meeting of which the minute is approved, with private items in it.
    private mutating func recordHeld(_ held: SubjectReference) {
        let count = copies[.committee] ?? 1
        var items = [AgendaItem("1", "Improvement plan", purpose: .decision, minutes: 30)]
        items[0].carriedFrom = "committee/2026-02-10#P4"
        for number in 1...count {
            items.append(
                AgendaItem(
                    "P\(number)",
                    word(.committee),
                    owner: word(.committee),
                    paperDue: CivilDate(2026, 5, 5),
                    privateReason: word(.committee)
                )
            )
        }
        record(held, .agendaSet(items), why: .committee)
        record(held, .agendaCirculated)
        day = CivilDate(2026, 5, 12)
        let seat = SeatAttendance("chair", name: "Independent Chair", .online)
        record(held, .attendanceSet(MeetingAttendance(seats: [seat])))
        for number in 1...count {
            record(
                held,
                .interestDeclared(
                    DeclaredInterest(
                        seat: "chair",
                        name: "Independent Chair",
                        item: "P\(number)",
                        withdrew: true
                    )
                ),
                why: .committee
            )
        }
        record(held, .minuteDrafted(minute(withPrivateItems: count)), why: .committee)
        record(held, .minuteCirculated)
    }

    private mutating func minute(withPrivateItems count: Int) -> Minute {
        var minute = Minute(items: [MinutedItem("1", "Improvement plan", "Eight came.")])
        let about = asked.map(\.matter).filter { $0.kind == "risk" || $0.kind == "action" }
        minute.decisions = [MinutedDecision("1a", item: "1", "Amber.", links: about)]
        minute.actions = [
            MinutedAction("1b", item: "1", "Send it.", owner: "Lead Officer", links: about)
        ]
        for number in 1...count {
            let item = "P\(number)"
            minute.items.append(MinutedItem(item, word(.committee), prose(.committee)))
            for letter in ["a", "b"] {
                minute.actions.append(
                    MinutedAction(
                        item + letter,
                        item: item,
                        prose(.committee),
                        owner: word(.committee),
                        due: CivilDate(2026, 9, 30)
                    )
                )
            }
            minute.decisions.append(MinutedDecision(item + "c", item: item, prose(.committee)))
        }
        return minute
    }

    /// A meeting whose agenda did not go out, and one whose minute is a draft.
    private mutating func recordDrafts(_ coming: SubjectReference, _ next: SubjectReference) {
        for number in 1...(copies[.committee] ?? 1) {
            let items = (1...number).map { AgendaItem(String($0), word(.committee)) }
            record(coming, .agendaSet(items), why: .committee)
            day = CivilDate(2026, 6, 17)
            let seat = SeatAttendance(
                "chair",
                name: word(.committee),
                .inPerson,
                substitute: word(.committee)
            )
            record(next, .attendanceSet(MeetingAttendance(seats: [seat])), why: .committee)
            let minute = Minute(items: [MinutedItem("1", word(.committee), prose(.committee))])
            record(next, .minuteDrafted(minute), why: .committee)
            day = CivilDate(2026, 4, 20)
        }
    }

    private mutating func recordDecisions() {
        record(
            .committee,
            .reportCirculated(
                Circulation("standard/agenda", to: ["cog"], asOf: day, audience: .public)
            )
        )
        for _ in 0..<(copies[.committee] ?? 1) {
            let sent = Circulation(
                word(.committee),
                to: [word(.committee)],
                asOf: day,
                audience: .committee
            )
            record(.committee, .reportCirculated(sent), why: .committee)
        }
        record(.decision(1, of: "committee"), .decisionTaken(DecisionTaking("Put off.")))
        record(.decision(1, of: "committee"), .decisionRatified(at: "committee/2026-06-16"))
        for number in 0..<(copies[.committee] ?? 1) {
            let taking = DecisionTaking(
                prose(.committee),
                how: word(.committee),
                reviewBy: CivilDate(2026, 9, 30)
            )
            record(
                .decision(2 + number, of: "committee"),
                .decisionTaken(taking),
                why: .committee
            )
        }
    }
}
