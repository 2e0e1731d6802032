// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

/// What can happen to a progress update in each state, and why the rest cannot.
@Suite struct RoundStatesTests {
    private static let early = CivilDate(2031, 6, 2)
    private static let after = CivilDate(2031, 6, 20)

    /// The states of the warden and of the round, each with the facts that lead to it.
    enum State: String, CaseIterable {
        case asked, late, returned, nothing, withdrawn, frozen, tabled, agreed, closed

        var facts: [(Change.Fact, CivilDate)] {
            let open: [(Change.Fact, CivilDate)] = [(.roundOpened(RoundSample.opening), early)]
            let returned = open + [(.roundReturned(RoundSample.returned()), early)]
            let frozen = (Change.Fact.roundFrozen(digest: nil), early)
            let agreed = (Change.Fact.roundAgreed(RoundSample.asProposed()), early)
            return switch self {
            case .asked, .late: open
            case .returned: returned
            case .nothing: open + [(.roundNilReturned(by: "warden"), early)]
            case .withdrawn: returned + [(.roundWithdrawn(by: "warden"), early)]
            case .frozen: open + [frozen]
            case .tabled: open + [frozen, (.roundTabled(RoundSample.returned()), early)]
            case .agreed: returned + [frozen, agreed]
            case .closed: returned + [frozen, agreed, (.roundClosed, early)]
            }
        }

        var day: CivilDate { self == .asked ? early : after }
    }

    enum Event: String, CaseIterable {
        case assigned, extended, returned, nothing, withdrawn, worded, frozen, tabled, agreed,
            closed

        func fact(of round: UpdateRound) -> Change.Fact {
            let warden = round.lead("warden")
            let version = warden.map { round.nextVersion(of: $0) } ?? 1
            return switch self {
            case .assigned:
                .roundAssigned(
                    RoundAssignment(item: "1.2", lead: "path-group", name: "Path Group")
                )
            case .extended:
                .roundExtended(RoundExtension(lead: "warden", until: CivilDate(2031, 6, 25)))
            case .returned: .roundReturned(RoundSample.returned(version: version, ["1.1"]))
            case .nothing: .roundNilReturned(by: "warden")
            case .withdrawn: .roundWithdrawn(by: "warden")
            case .worded: .roundWorded(RoundWording(item: "1.1", text: "Stiles were mended."))
            case .frozen: .roundFrozen(digest: nil)
            case .tabled: .roundTabled(RoundSample.returned(version: version, ["1.1"]))
            case .agreed: .roundAgreed(RoundSample.asProposed(["1.1"]))
            case .closed: .roundClosed
            }
        }
    }

    private static let isFrozen = "The paper was frozen on 2031-06-02, so nobody can "
    private static let meeting = " on 2031-06-20. Bring it to the meeting."
    private static let isClosed =
        "The progress update at 30 June 2031 was closed on 2031-06-02, so nobody can "
    private static let next = ". Open the next one."
    private static let notFrozen =
        "The paper is not frozen yet, so a return is not tabled. Record “returned” in place of "
        + "“tabled”."
    private static let noPaper =
        "The paper is not frozen yet, so nobody knows what was before the committee. Freeze the "
        + "paper first."
    private static let nothingAgreed =
        "The progress update at 30 June 2031 has no frozen paper, so nothing was agreed. Freeze the "
        + "paper and record what the committee agrees first."
    private static let nothingToWord =
        "Nobody has answered for 1.1 yet, so there is nothing to word. Receive the return first."
    private static let nothingToWithdraw = "There is no return of Head Warden to withdraw."
    private static let answered =
        "Head Warden has answered for everything. There is nothing to give more time for."
    private static let isRecorded =
        "A return of Head Warden is recorded already. Withdraw it first, if there is nothing to "
        + "report after all."
    private static let tableIt =
        "The paper was frozen on 2031-06-02, so a return that comes later is tabled. Record "
        + "“tabled” in place of “returned”."
    private static let nothingProposed =
        "Nothing was proposed for 1.1, so it cannot be agreed as proposed. Say what was agreed."

    /// Why an event cannot happen in a state; what is not here can.
    private static let refusals: [State: [Event: String]] = {
        let open: [Event: String] = [
            .withdrawn: nothingToWithdraw, .worded: nothingToWord, .tabled: notFrozen,
            .agreed: noPaper, .closed: nothingAgreed,
        ]
        let answers: [Event: String] = [
            .extended: answered, .nothing: isRecorded, .tabled: notFrozen, .agreed: noPaper,
            .closed: nothingAgreed,
        ]
        let frozen: [Event: String] = [
            .assigned: isFrozen + "assign 1.2" + meeting,
            .extended: isFrozen + "give warden more time" + meeting,
            .returned: tableIt,
            .nothing: isFrozen + "record a nil return" + meeting,
            .withdrawn: isFrozen + "withdraw a return" + meeting,
            .worded: isFrozen + "word 1.1" + meeting,
            .frozen: isFrozen + "freeze the paper" + meeting,
        ]
        var nothing = answers
        nothing[.worded] = nothingToWord
        var agreed = frozen
        agreed[.tabled] =
            "The committee has agreed 1.1, so nothing more is tabled for it. Keep the return for the "
            + "next progress update."
        var tabled = frozen
        tabled[.closed] =
            "The committee has not agreed 1.1, 1.2. Record what it agrees first."
        let closed: [Event: String] = [
            .assigned: isClosed + "assign 1.2" + next,
            .extended: isClosed + "give warden more time" + next,
            .returned: isClosed + "return anything" + next,
            .nothing: isClosed + "record a nil return" + next,
            .withdrawn: isClosed + "withdraw a return" + next,
            .worded: isClosed + "word 1.1" + next,
            .frozen: isClosed + "freeze the paper" + next,
            .tabled: isClosed + "return anything" + next,
            .agreed: isClosed + "agree anything" + next,
            .closed: isClosed + "close it" + next,
        ]
        return [
            .asked: open, .late: open, .withdrawn: open, .returned: answers, .nothing: nothing,
            .frozen: frozen.merging([.agreed: nothingProposed]) { $1 }, .tabled: tabled,
            .agreed: agreed, .closed: closed,
        ]
    }()

    @Test(arguments: State.allCases, Event.allCases)
    func anEventHappensOrIsRefusedWithItsReason(_ state: State, _ event: Event) throws {
        var round = try RoundSample.round(state.facts)
        let before = round
        let refusal = RoundSample.apply(event.fact(of: round), to: &round, on: state.day)
        #expect(refusal == Self.refusals[state]?[event])
        // What is refused leaves no trace, and what happened leaves one.
        #expect((round == before) == (refusal != nil))
    }

    @Test func eachStateIsNamed() throws {
        var named: [State: ReturnState] = [:]
        for state in State.allCases {
            let round = try RoundSample.round(state.facts)
            let warden = try #require(round.lead("warden"))
            named[state] = round.state(of: warden, on: state.day)
        }
        #expect(
            named == [
                .asked: .asked, .late: .late, .returned: .returned, .nothing: .nothing,
                .withdrawn: .withdrawn, .frozen: .late, .tabled: .tabled, .agreed: .returned,
                .closed: .returned,
            ]
        )
    }

    @Test func theStatusNamesTheSameStates() throws {
        for state in State.allCases {
            let round = try RoundSample.round(state.facts)
            for line in RoundStatus(of: round, on: state.day).lines {
                #expect(line.state == round.state(of: line.lead, on: state.day))
                #expect(line.missing == round.missing(of: line.lead))
            }
        }
    }

    static let refusedReturns: [(UpdateReturn, String)] = [
        (
            RoundSample.returned(by: "wardens"),
            "Nobody called “wardens” is asked at 2031-06-30. Did you mean “warden”?"
        ),
        (
            RoundSample.returned(version: 2),
            "The next return of Head Warden is number 1, not 2. Read the round again."
        ),
        (
            RoundSample.returned([]),
            "The return of Head Warden answers nothing. Record a nil return, if there is nothing to "
                + "report."
        ),
        (
            RoundSample.returned(["1.1", "1.1"]),
            "The return of Head Warden answers 1.1 twice. Keep one answer."
        ),
        (
            RoundSample.returned(["2.1"]),
            "2.1 is asked of Path Group, not of Head Warden. Correct the number, or assign it to "
                + "Head Warden."
        ),
        (
            RoundSample.returned(["3.9"]),
            "3.9 is asked of nobody. Correct the number, or assign it to Head Warden."
        ),
        (
            UpdateReturn(lead: "warden", version: 1, answers: [ReturnedAnswer("1.1")]),
            "The return of Head Warden says nothing of 1.1. Leave it out, or say “no change”."
        ),
    ]

    @Test(arguments: refusedReturns)
    func aReturnThatCannotBeIsRefused(_ returned: UpdateReturn, _ reason: String) throws {
        var round = try RoundSample.round(State.asked.facts)
        #expect(RoundSample.apply(.roundReturned(returned), to: &round, on: Self.early) == reason)
    }

    @Test func whatIsAgreedOtherwiseNeedsAReason() throws {
        var round = try RoundSample.round(State.frozen.facts)
        var agreed = AgreedAnswer("1.1")
        agreed.colour = "A"
        let agreement = RoundAgreement(meeting: "", answers: [agreed])
        #expect(
            RoundSample.apply(.roundAgreed(agreement), to: &round, on: Self.after)
                == "1.1 is agreed otherwise than proposed, without a reason. Say why."
        )
    }

    @Test func nothingIsFinishedAfterTheReport() throws {
        var round = try RoundSample.round(State.frozen.facts)
        var agreed = AgreedAnswer("1.1")
        agreed.finished = CivilDate(2031, 7, 1)
        agreed.reason = "The committee saw it."
        let agreement = RoundAgreement(meeting: "", answers: [agreed])
        #expect(
            RoundSample.apply(.roundAgreed(agreement), to: &round, on: Self.after)
                == "1.1 is to be finished on 2031-07-01, after the report's own date, 2031-06-30. "
                + "Correct the day."
        )
    }

    @Test func aLaterDayIsTheOnlyMoreTime() throws {
        var round = try RoundSample.round(State.asked.facts)
        let same = RoundExtension(lead: "warden", until: RoundSample.due)
        #expect(
            RoundSample.apply(.roundExtended(same), to: &round, on: Self.early)
                == "Head Warden has until 2031-06-14, and 2031-06-14 is not later. Name a later day."
        )
    }

    @Test func anItemThatComesLaterCountsAlone() throws {
        var later = RoundSample.returned(version: 2, ["1.2"])
        later.answers[0].done = "All stiles are mended."
        let round = try RoundSample.round(
            State.returned.facts + [(.roundReturned(later), Self.after)]
        )
        #expect(round.answer(about: "1.1")?.done == "Two stiles are mended.")
        #expect(round.answer(about: "1.2")?.done == "All stiles are mended.")
        #expect(round.returns.count == 2)
    }

    @Test func oneItemAloneLeavesTheOthersAsked() throws {
        let round = try RoundSample.round(
            State.asked.facts + [(.roundReturned(RoundSample.returned(["1.2"])), Self.early)]
        )
        let warden = try #require(round.lead("warden"))
        #expect(round.missing(of: warden) == ["1.1"])
        #expect(round.state(of: warden, on: Self.early) == .returned)
    }

    @Test func anAssignedItemIsAskedOfItsNewLead() throws {
        let round = try RoundSample.round(
            State.returned.facts + [
                (
                    .roundAssigned(
                        RoundAssignment(item: "1.2", lead: "ranger", name: "Ranger")
                    ), Self.early
                )
            ]
        )
        let ranger = try #require(round.lead("ranger"))
        #expect(round.missing(of: ranger) == ["1.2"])
        // The answer of the lead before stands until the new one answers.
        #expect(round.answer(about: "1.2")?.done == "Two stiles are mended.")
    }
}
