// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing
import WorkflowSequences

@Suite("Workflows")
struct RiskWorkflowTests {
    @Test func theStandardWorkflowKeepsTheContract() {
        #expect(RiskWorkflowContract(StandardRiskWorkflow()).violations() == [])
    }

    @Test func theExampleKeepsTheContract() throws {
        let contract = RiskWorkflowContract(
            try NorthshireWorkflow.make(),
            people: ["chief-officers"],
            details: [
                NorthshireWorkflow.estimateCost: ["pounds": 4000],
                NorthshireWorkflow.notify: ["reference": "REG-17"],
            ]
        )
        #expect(contract.violations() == [])
    }

    @Test func aGuardThatRefusesEverybodyBreaksTheContract() throws {
        let workflow = try RiskWorkflowBuilder("never").guarding("never", ["accept"]) { _, _ in
            "Nobody accepts risks here."
        }.built()
        #expect(
            RiskWorkflowContract(workflow).violations().map(\.description) == [
                "“Every step passes for somebody” does not hold: “accept” from “active” never does: "
                    + "Nobody accepts risks here. (never)"
            ]
        )
    }

    @Test func aGuardWithoutAReasonBreaksTheContract() throws {
        let workflow = try RiskWorkflowBuilder("mute").guarding("mute", ["review"]) { request, _ in
            request.by == "chair" ? nil : ""
        }.built()
        #expect(
            RiskWorkflowContract(workflow).violations().map(\.description) == [
                "“Every refusal says why, in a sentence” does not hold: the guard “mute” refused "
                    + "“review” with “”. (mute)"
            ]
        )
    }

    /// A workflow that is the standard one but for what a test changes.
    private struct Changed: RiskWorkflow {
        var name = "changed"
        var states = StandardRiskWorkflow().states
        var steps = StandardRiskWorkflow().steps
        var forgets: EntryKind?

        func refusal(of request: RiskRequest, for riskCase: RiskCase) -> RiskRefusal? {
            StandardRiskWorkflow().refusal(of: request, for: riskCase)
        }

        func effects(of request: RiskRequest, for riskCase: RiskCase) -> [RiskEffect] {
            StandardRiskWorkflow().effects(of: request, for: riskCase)
        }

        func state(after event: RiskHistoryEvent, from state: RiskState) -> RiskState {
            event.kind == forgets
                ? state : StandardRiskWorkflow().state(after: event, from: state)
        }
    }

    @Test func aStateThatNothingLeadsToBreaksTheContract() {
        var workflow = Changed()
        workflow.states.append(RiskWorkflowState("lost", "lost", isFinal: true))
        #expect(
            RiskWorkflowContract(workflow).violations().map(\.message) == [
                "no steps lead to “lost”.", "the walk never came to “lost”.",
            ]
        )
    }

    @Test func aDeadEndBreaksTheContract() {
        var workflow = Changed()
        workflow.steps.removeAll { $0.from == .inactive && $0.to != .inactive }
        #expect(
            RiskWorkflowContract(workflow).violations().map(\.message)
                == ["nothing leads out of “inactive”."]
        )
    }

    @Test func effectsThatDoNotReplayBreakTheContract() {
        var workflow = Changed()
        workflow.forgets = RiskFact.Name.deactivate.kind
        #expect(
            RiskWorkflowContract(workflow).violations().map(\.message).contains(
                "“deactivate” from “active” should lead to “inactive”, but replayed it leads to "
                    + "“active”."
            )
        )
    }

    @Test func aStepThatTheRecordRefusesBreaksTheContract() {
        var workflow = Changed()
        workflow.steps.append(RiskWorkflowStep("approve", from: .closed, to: .active))
        let messages = RiskWorkflowContract(workflow).violations().map(\.message)
        #expect(messages.count == 1)
        #expect(messages.first?.contains("“approve” from “closed” never does") == true)
    }

    // MARK: Through the library

    private func committee() async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        let library = CommitteeLibrary(store: store, today: { CivilDate(2026, 1, 1) })
        let committee = try await library.committee("c")
        try await committee.append(try RiskJournal().drafts)
        return committee
    }

    private static let proposal = RiskRequest(
        "R1",
        .proposed(.sample("R1", "committee")),
        by: "officer"
    )

    @Test func aRequestRecordsWhatPassesOnce() async throws {
        let committee = try await committee()
        let first = try await committee.perform(Self.proposal, idempotencyKey: "k")
        let again = try await committee.perform(Self.proposal, idempotencyKey: "k")
        #expect(first.firstSequence == again.firstSequence)
        #expect(again.wasReplay)
        #expect(
            try await committee.edition(audience: .restricted).risk("R1").risk.state == .proposed
        )
    }

    /// A workflow during whose first decision somebody else approves the risk.
    private struct Interrupted: RiskWorkflow {
        let committee: Committee
        let standard = StandardRiskWorkflow()
        var name: String { "interrupted" }
        var states: [RiskWorkflowState] { standard.states }
        var steps: [RiskWorkflowStep] { standard.steps }

        func refusal(of request: RiskRequest, for riskCase: RiskCase) -> RiskRefusal? {
            standard.refusal(of: request, for: riskCase)
        }

        func effects(of request: RiskRequest, for riskCase: RiskCase) -> [RiskEffect] {
            standard.effects(of: request, for: riskCase)
        }

        func state(after event: RiskHistoryEvent, from state: RiskState) -> RiskState {
            standard.state(after: event, from: state)
        }

        func decide(
            _ request: RiskRequest,
            for riskCase: RiskCase
        ) async throws(RiskRefusal) -> [EntryDraft] {
            let drafts = try drafts(for: request, riskCase)
            let other = RiskRequest("R1", .approved(by: "board"), by: "somebody")
            _ = try? await committee.perform(other, workflow: standard)
            return drafts
        }
    }

    @Test func whatIsRecordedDuringADecisionIsDecidedAnew() async throws {
        let committee = try await committee()
        try await committee.perform(Self.proposal)
        let error = await #expect(throws: LibraryError.self) {
            try await committee.perform(
                RiskRequest("R1", .approved(by: "committee"), by: "officer"),
                workflow: Interrupted(committee: committee)
            )
        }
        #expect(
            error?.message
                == "The risk “R1” is active, so it cannot be approved. What can be: deactivate, close, "
                + "replace, review, escalate, de-escalate, accept, reword, categorise, assign, show, assess, "
                + "control, uncontrol, evidence-seen, treat, aim, appetite, timing, link, interval, "
                + "review-by, renumber, column."
        )
        let found = try await committee.edition(audience: .restricted).risk("R1").risk
        #expect(found.history.filter { $0.kind == "risk.approved" }.map(\.by) == ["somebody"])
    }

    @Test func aRequestPinsTheScaleInUse() async throws {
        let committee = try await committee()
        try await committee.perform(Self.proposal)
        try await committee.perform(
            RiskRequest("R1", .assessed(.current, .levels("2", "2")), by: "officer")
        )
        let found = try await committee.edition(audience: .restricted).risk("R1")
        #expect(found.risk.current.levels?.scale.version == 1)
    }

    @Test(
        "A request that cannot be says what can",
        arguments: [
            (
                RiskRequest("R1", .reviewed(outcome: "", next: nil), by: "officer"),
                "The risk “R1” is proposed, so it cannot be reviewed. What can be: approve, close, "
                    + "reword, categorise, assign, show, assess, control, uncontrol, evidence-seen, treat, "
                    + "aim, appetite, timing, link, interval, review-by, renumber, column."
            ),
            (
                RiskRequest("R2", .approved(by: "board"), by: "officer"),
                "There is no risk “R2” on 2026-01-01. Did you mean “R1”?"
            ),
            (
                RiskRequest("R1", event: "aprove", by: "officer"),
                "The workflow “standard” has no event “aprove”. Did you mean “approve”?"
            ),
            (proposal, "There is a risk “R1” already. Give the new one another identifier."),
        ]
    )
    func refusals(request: RiskRequest, message: String) async throws {
        let committee = try await committee()
        try await committee.perform(Self.proposal)
        let error = await #expect(throws: LibraryError.self) {
            try await committee.perform(request)
        }
        #expect(error?.message == message)
    }
}
