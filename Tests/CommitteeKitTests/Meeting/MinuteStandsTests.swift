// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("What a meeting agreed stands as it was then")
struct MinuteStandsTests {
    private static let planned = CivilDate(2023, 12, 5)
    private static let later = CivilDate(2024, 2, 6)
    private static let items = [AgendaItem("5", "Improvement plan"), AgendaItem("P1", "A matter")]

    private static func minute(_ words: Prose) -> Minute {
        Minute(
            items: [MinutedItem("5", "Improvement plan", words)],
            actions: [
                MinutedAction(
                    "5a",
                    item: "5",
                    "Send it.",
                    owner: "Nurse",
                    due: CivilDate(2024, 1, 30)
                )
            ]
        )
    }

    private static let attendance = MeetingAttendance(
        seats: [SeatAttendance("nurse", name: "Nurse", .online)]
    )

    private static func entries(_ facts: [(Change.Fact, CivilDate)]) -> [Entry] {
        var sealer = EntrySealer(committee: "cpc", after: nil, context: .testing())
        let call = Change.Fact.meetingCalled(MeetingCall(bodyName: "CPC"))
        let other = Change(.meeting(of: "cpc", on: later), call)
            .draft(effective: planned, by: "clerk")
        let drafts =
            [other]
            + facts.map {
                Change(.meeting(of: "cpc", on: planned), $0.0).draft(effective: $0.1, by: "clerk")
            }
        return drafts.map { sealer.seal($0, idempotencyKey: nil) }
    }

    private static let approved: [(Change.Fact, CivilDate)] = [
        (.meetingCalled(MeetingCall(bodyName: "CPC")), CivilDate(2023, 11, 1)),
        (.agendaSet(items), CivilDate(2023, 11, 2)),
        (.agendaCirculated, CivilDate(2023, 11, 3)),
        (.attendanceSet(attendance), planned),
        (.minuteDrafted(minute("Training is slow.")), CivilDate(2023, 12, 6)),
        (.minuteCirculated, CivilDate(2023, 12, 7)),
        (.minuteApproved(at: "cpc/2024-02-06"), later),
    ]

    /// What would be said of one more entry for an earlier day.
    private static func refusal(
        _ fact: Change.Fact,
        on day: CivilDate,
        after count: Int? = nil
    ) -> [String] {
        let draft = Change(.meeting(of: "cpc", on: planned), fact)
            .draft(effective: day, by: "clerk")
        let before = entries(Array(approved.prefix(count ?? approved.count)))
        return Record.problems(appending: [draft], to: before).map(\.message)
    }

    @Test("An approved minute is not written over by an entry for an earlier day")
    func earlier() {
        let advice = "Record a correction of the minute."
        #expect(
            Self.refusal(
                .minuteDrafted(Self.minute("Nothing was said.")),
                on: CivilDate(2023, 12, 6)
            )
            .first
                == "The minute of the meeting of CPC on 5 December 2023 was circulated on 2023-12-07, so it stays "
                + "as it was then; entry 9 would change it afterwards. \(advice)"
        )
        #expect(
            Self.refusal(
                .attendanceSet(
                    MeetingAttendance(seats: [.init("chair", name: "Chair", .inPerson)])
                ),
                on: CivilDate(2023, 12, 8)
            )
                == [
                    "The minute of the meeting of CPC on 5 December 2023 was approved on 2024-02-06, so it stays "
                        + "as it was then; entry 9 would change it afterwards. \(advice)"
                ]
        )
    }

    @Test("A correction of the entry that drafted it does not change an approved minute either")
    func corrected() throws {
        let before = Self.entries(Self.approved)
        let draft = try #require(before.first { $0.kind == "meeting.minute-drafted" })
        let payload = Change(draft.subject, .minuteDrafted(Self.minute("Nothing was said.")))
            .draft(effective: draft.effective, by: "clerk")
        let correction = EntryDraft.correcting(
            draft,
            payload: payload.payload,
            texts: payload.texts,
            effective: draft.effective,
            by: "clerk",
            reason: "Shorter"
        )
        let problems = Record.problems(appending: [correction], to: before).map(\.message)
        #expect(
            problems.first?.contains("so it stays as it was then; entry 9 would change it") == true
        )
    }

    @Test("An agenda that went out is not changed for the day on which it went out")
    func agenda() {
        let problems = Self.refusal(
            .agendaSet([AgendaItem("5", "Something else")]),
            on: CivilDate(2023, 11, 2),
            after: 3
        )
        #expect(
            problems == [
                "The agenda of the meeting of CPC on 5 December 2023 was circulated on 2023-11-03, so it stays as "
                    + "it was then; entry 5 would change it afterwards. Set it anew on a later day."
            ]
        )
    }

    @Test("A draft that is read again keeps what became of its actions")
    func actions() throws {
        let facts =
            Array(Self.approved.prefix(5)) + [
                (
                    .minutedActionExtended("5a", until: CivilDate(2024, 3, 31)),
                    CivilDate(2023, 12, 7)
                ),
                (.minutedActionDone("5a"), CivilDate(2023, 12, 8)),
                (.minuteDrafted(Self.minute("Training is late.")), CivilDate(2023, 12, 9)),
            ]
        let record = Record.folding(Self.entries(facts))
        let action = try #require(record.calledMeetings.first?.minute?.actions.first)
        #expect(action.doneOn == CivilDate(2023, 12, 8))
        #expect(action.extensions == [CivilDate(2024, 3, 31)])
        #expect(record.calledMeetings.first?.minute?.items.first?.text == "Training is late.")
    }

    @Test("A private item that was not reached is carried forward, with a number of its own")
    func carried() {
        let facts = Array(Self.approved.prefix(5))
        var record = Record.folding(Self.entries(facts))
        record.calledMeetings[0].minute?.items = []
        let finder = MeetingFinder(record, today: Self.later)
        let agenda = finder.standingAgenda(for: record.calledMeetings[1])
        #expect(agenda.last?.number == "P1")
        #expect(agenda.last?.carriedFrom == "cpc/2023-12-05#P1")
        #expect(!agenda.dropLast().contains { $0.isPrivate })
    }

    // MARK: Decisions by correspondence

    @Test(
        "A decision is public once the minute of the meeting that ratified it in public is approved",
        arguments: [
            (nil, true, false), ("cpc/2023-12-05", true, true), ("cpc/2023-12-05#5", true, true),
            ("cpc/2023-12-05#P1", true, false), ("cpc/2023-12-05#5", false, false),
            ("cpc/2022-01-01", true, false),
        ] as [(String?, Bool, Bool)]
    )
    func decisions(_ place: String?, _ isApproved: Bool, _ isPublic: Bool) {
        var record = Record.folding(
            Self.entries(isApproved ? Self.approved : Array(Self.approved.dropLast()))
        )
        var decision = CommitteeDecision(body: "cpc", number: 1)
        (decision.text, decision.decidedOn) = ("Guides are printed.", CivilDate(2023, 11, 20))
        (decision.ratifiedAt, decision.ratifiedOn) = (place, place == nil ? nil : Self.planned)
        record.committeeDecisions = [decision]
        let edition = Edition(
            of: record,
            committee: "cpc",
            name: "CPC",
            asOf: Self.later,
            audience: .public
        )
        #expect(edition.committeeDecisions.isEmpty != isPublic)
    }
}
