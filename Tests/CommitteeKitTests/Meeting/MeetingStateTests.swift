// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("What can happen to a meeting, state by state")
struct MeetingStateTests {
    private static let planned = CivilDate(2023, 12, 5)
    private static let title = "The meeting of CPC on 5 December 2023"
    private static let lower = "the meeting of CPC on 5 December 2023"
    private static let today = CivilDate(2024, 2, 6)

    /// A meeting in each state in which it can be.
    enum State: String, CaseIterable {
        case unknown, called, cancelled, withAgenda, agendaOut, drafted, circulated, approved
    }

    /// Everything that can happen to it.
    enum Deed: String, CaseIterable {
        case call, move, cancel, setAgenda, circulateAgenda, attend, declare, draft, circulate,
            correct
        case approve, finish, extend
    }

    private static let items = [AgendaItem("5", "Improvement plan")]
    private static let minute = Minute(
        items: [MinutedItem("5", "Improvement plan", "Training is slow.")],
        actions: [
            MinutedAction("5a", item: "5", "Send it.", owner: "Nurse", due: CivilDate(2024, 1, 30))
        ]
    )

    private static func facts(to state: State) -> [(Change.Fact, CivilDate)] {
        let call = Change.Fact.meetingCalled(MeetingCall(bodyName: "CPC"))
        let start = [(call, CivilDate(2023, 11, 1))]
        let agenda = start + [(.agendaSet(items), CivilDate(2023, 11, 2))]
        let out = agenda + [(.agendaCirculated, CivilDate(2023, 11, 3))]
        let draft = out + [(.minuteDrafted(minute), CivilDate(2023, 12, 6))]
        let circulated = draft + [(.minuteCirculated, CivilDate(2023, 12, 7))]
        return switch state {
        case .unknown: []
        case .called: start
        case .cancelled: start + [(.meetingCancelled, CivilDate(2023, 11, 20))]
        case .withAgenda: agenda
        case .agendaOut: out
        case .drafted: draft
        case .circulated: circulated
        case .approved:
            circulated + [(.minuteApproved(at: "cpc/2024-02-06"), CivilDate(2024, 2, 6))]
        }
    }

    private static func fact(_ deed: Deed) -> Change.Fact {
        switch deed {
        case .call: .meetingCalled(MeetingCall(bodyName: "CPC"))
        case .move: .meetingMoved(MeetingMove(to: CivilDate(2023, 12, 7)))
        case .cancel: .meetingCancelled
        case .setAgenda: .agendaSet(items + [AgendaItem("6", "Risks")])
        case .circulateAgenda: .agendaCirculated
        case .attend:
            .attendanceSet(
                MeetingAttendance(seats: [SeatAttendance("nurse", name: "Nurse", .online)])
            )
        case .declare:
            .interestDeclared(
                DeclaredInterest(seat: "nurse", name: "Nurse", item: "5", withdrew: true)
            )
        case .draft: .minuteDrafted(minute)
        case .circulate: .minuteCirculated
        case .correct:
            .minuteCorrected(
                MinuteCorrection(item: "5", text: "Training is late.", at: "cpc/2024-02-06")
            )
        case .approve: .minuteApproved(at: "cpc/2024-02-06")
        case .finish: .minutedActionDone("5a")
        case .extend: .minutedActionExtended("5a", until: CivilDate(2024, 3, 31))
        }
    }

    /// What nobody can do with a meeting that was not called or is cancelled, in words.
    private static let words: [Deed: String] = [
        .move: "move it", .cancel: "cancel it", .setAgenda: "set its agenda",
        .circulateAgenda: "circulate its agenda", .attend: "set its attendance",
        .declare: "declare an interest", .draft: "draft its minute",
        .circulate: "circulate its minute", .correct: "correct its minute",
        .approve: "approve its minute", .finish: "close an action", .extend: "extend an action",
    ]

    /// Why a deed cannot be done in a state; nil when it can.
    private static func refusal(_ deed: Deed, _ state: State) -> String? {
        if state == .unknown || state == .cancelled {
            guard let words = words[deed] else { return nil }
            return state == .unknown
                ? "The meeting of cpc on 5 December 2023 was not called on 2024-02-06, so nobody can \(words). Call it first."
                : "\(title) was cancelled on 2023-11-20, so nobody can \(words). Call it again first."
        }
        let hasMinute = [.drafted, .circulated, .approved].contains(state)
        switch deed {
        case .call: return "\(title) was called on 2023-11-01 already. Move it, or cancel it."
        case .move:
            return hasMinute
                ? "\(title) has a minute of 2023-12-06, so it was held. Correct the minute, if its day "
                    + "is wrong." : nil
        case .cancel:
            return hasMinute
                ? "\(title) has a minute of 2023-12-06, so it was held. It cannot be cancelled."
                : nil
        case .setAgenda:
            return state == .circulated || state == .approved
                ? "The minute of \(lower) is \(state.rawValue), so its agenda stays. Record a "
                    + "correction of the minute." : nil
        case .circulateAgenda:
            if state == .called { return "\(title) has no agenda yet. Set it first." }
            return state == .withAgenda
                ? nil
                : "The agenda of \(lower) was circulated on 2023-11-03, and has not changed since."
        case .attend:
            return state == .approved
                ? "The minute of \(lower) was approved on 2024-02-06, with the attendance in it. Record "
                    + "a correction of the minute." : nil
        case .declare:
            if state == .called {
                return "The agenda of \(lower) has no item “5”. Set the agenda first."
            }
            return state == .approved
                ? "The minute of \(lower) was approved on 2024-02-06. Record a correction of the minute."
                : nil
        case .draft:
            switch state {
            case .circulated:
                return
                    "The minute of \(lower) was circulated on 2023-12-07, so its text stays. Record a "
                    + "correction."
            case .approved:
                return
                    "The minute of \(lower) was approved on 2024-02-06, so its text stays. Record a "
                    + "correction."
            default: return nil
            }
        case .circulate:
            if !hasMinute { return "\(title) has no minute yet. Draft it first." }
            return state == .drafted
                ? nil : "The minute of \(lower) was circulated on 2023-12-07 already."
        case .correct:
            if !hasMinute { return "\(title) has no minute yet. Draft it first." }
            return state == .drafted
                ? "The minute of \(lower) is a draft. Change the draft itself, or circulate it first."
                : nil
        case .approve:
            if !hasMinute { return "\(title) has no minute yet. Draft it first." }
            switch state {
            case .drafted: return "The minute of \(lower) is a draft. Circulate it first."
            case .approved: return "The minute of \(lower) was approved on 2024-02-06 already."
            default: return nil
            }
        case .finish, .extend:
            return hasMinute
                ? nil : "The minute of \(lower) has no action “5a”. It has no actions."
        }
    }

    private static func problems(_ deed: Deed, in state: State) async throws -> [String] {
        let store = InMemoryJournal(context: .testing(seed: 5))
        let committee: CommitteeID = "cpc"
        try await store.createCommittee(committee, name: "CPC")
        var drafts = [
            Change(
                .meeting(of: "cpc", on: CivilDate(2024, 2, 6)),
                .meetingCalled(MeetingCall(bodyName: "CPC"))
            ).draft(effective: CivilDate(2023, 11, 1), by: "clerk")
        ]
        drafts += facts(to: state).map {
            Change(.meeting(of: "cpc", on: planned), $0.0).draft(effective: $0.1, by: "clerk")
        }
        let entries = try await store.append(
            drafts,
            to: committee,
            expecting: nil,
            idempotencyKey: nil
        ).entries
        #expect(Record.problems(appending: drafts, to: []).map(\.message) == [])
        let draft = Change(.meeting(of: "cpc", on: planned), fact(deed))
            .draft(effective: today, by: "clerk")
        return Record.problems(appending: [draft], to: entries).map(\.message)
    }

    @Test("Each deed is done in each state, or refused for its reason", arguments: State.allCases)
    func everyDeed(in state: State) async throws {
        for deed in Deed.allCases {
            let found = try await Self.problems(deed, in: state)
            let wanted = Self.refusal(deed, state)
            if let wanted {
                #expect(
                    found.count == 1 && found[0].hasSuffix(wanted),
                    "\(deed) in \(state): \(found)"
                )
            } else {
                #expect(found == [], "\(deed) in \(state)")
            }
        }
    }
}
