// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Meetings, from the call to the approved minute, and decisions between them.
extension EveryKindJournal {
    private var held: SubjectReference { .meeting(of: "committee", on: CivilDate(2026, 10, 15)) }
    private var next: SubjectReference { .meeting(of: "committee", on: CivilDate(2026, 12, 10)) }
    private var dropped: SubjectReference { .meeting(of: "chiefs", on: CivilDate(2026, 11, 27)) }

    private static let items = [
        AgendaItem("1", "Welcome", purpose: .noting, minutes: 5, owner: "Independent Chair"),
        AgendaItem(
            "2",
            "Improvement plan",
            purpose: .decision,
            minutes: 30,
            owner: "Lead Officer",
            paperDue: CivilDate(2026, 10, 8)
        ),
        AgendaItem("P1", "Report of a group", privateReason: "A review is under way"),
    ]

    mutating func recordMeetings() async throws {
        day = CivilDate(2026, 10, 1)
        by = "coordinator"
        var call = MeetingCall(bodyName: "Full committee", start: ClockTime("14:00"))
        (call.end, call.place, call.mode) = (ClockTime("16:00"), "Town Hall", .both)
        (call.chair, call.quorum) = ("Independent Chair", 2)
        var chiefs = MeetingCall(bodyName: "Chief officers", start: ClockTime("09:30"))
        (chiefs.mode, chiefs.isExtraordinary) = (.online, true)
        try await append([
            draft(held, .meetingCalled(call)), draft(next, .meetingCalled(call)),
            draft(dropped, .meetingCalled(chiefs)),
            draft(
                next,
                .meetingMoved(MeetingMove(to: CivilDate(2026, 12, 11), start: ClockTime("13:00"))),
                reason: "The room was taken"
            ),
            draft(dropped, .meetingCancelled, reason: "Too few could come"),
            draft(held, .agendaSet(Self.items)), draft(held, .agendaCirculated),
        ])
        try await recordMinute()
        day = CivilDate(2026, 12, 11)
        try await append([
            draft(
                held,
                .minuteCorrected(
                    MinuteCorrection(
                        item: "2",
                        text: "Nine leads had answered.",
                        at: "committee/2026-12-10"
                    )
                )
            ),
            draft(held, .minuteApproved(at: "committee/2026-12-10")),
            draft(held, .minutedActionExtended("2b", until: CivilDate(2027, 1, 31))),
            draft(
                .decision(1, of: "committee"),
                .decisionRatified(at: "committee/2026-12-10")
            ),
        ])
        day = CivilDate(2026, 12, 14)
        try await append([
            draft(held, .minutedActionDone("P1a")),
            draft(
                .committee,
                .reportCirculated(
                    Circulation(
                        "standard/chief-officers",
                        about: .plan(Self.plan),
                        to: ["chiefs"],
                        asOf: CivilDate(2026, 12, 11),
                        audience: .committee,
                        digest: "00ff"
                    )
                )
            ),
        ])
    }

    private mutating func recordMinute() async throws {
        day = CivilDate(2026, 10, 15)
        var late = SeatAttendance("chair", name: "Independent Chair", .inPerson)
        late.from = ClockTime("14:30")
        let attendance = MeetingAttendance(
            seats: [
                late,
                SeatAttendance(
                    "lead-officer",
                    name: "Lead Officer",
                    agency: "council",
                    .online,
                    substitute: "Depute Lead Officer"
                ),
            ],
            inAttendance: ["Minute taker"]
        )
        let minute = Minute(
            items: [
                MinutedItem("2", "Improvement plan", "Eight leads had answered."),
                MinutedItem("P1", "Report of a group", "The group spoke of a review."),
            ],
            decisions: [
                MinutedDecision(
                    "2a",
                    item: "2",
                    "Action 1.2 is amber.",
                    reviewBy: CivilDate(2027, 6, 30),
                    links: [.action("1.2", of: Self.plan)]
                )
            ],
            actions: [
                MinutedAction(
                    "2b",
                    item: "2",
                    "Send the guide out.",
                    owner: "Lead Officer",
                    due: CivilDate(2026, 11, 30)
                ),
                MinutedAction("P1a", item: "P1", "Write to the group.", owner: "Independent Chair"),
            ]
        )
        try await append([
            draft(held, .attendanceSet(attendance)),
            draft(
                held,
                .interestDeclared(
                    DeclaredInterest(
                        seat: "chair",
                        name: "Independent Chair",
                        item: "2",
                        withdrew: false
                    )
                )
            ),
            draft(held, .minuteDrafted(minute)), draft(held, .minuteCirculated),
            draft(
                .decision(1, of: "committee"),
                .decisionTaken(
                    DecisionTaking(
                        "The return is put off by a month.",
                        how: "by e-mail",
                        reviewBy: CivilDate(2027, 3, 31)
                    )
                )
            ),
        ])
    }
}
