// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import RiskWorkflowExtension
import Testing

@Suite struct NorthshireWorkflowTests {
    private let workflow: BuiltRiskWorkflow

    init() throws { workflow = try NorthshireWorkflow.make() }

    @Test func keepsTheContractOfWorkflows() {
        let contract = RiskWorkflowContract(
            workflow,
            people: ["chief-officers"],
            details: [
                NorthshireWorkflow.estimateCost: ["pounds": 4000],
                NorthshireWorkflow.notify: ["reference": "REG-17"],
            ]
        )
        #expect(contract.violations() == [])
    }

    /// A committee with two registers, the second above the first, and a proposed risk.
    private func committee() async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("northshire", name: "Northshire Committee")
        let library = CommitteeLibrary(
            store: store,
            riskWorkflows: [workflow],
            today: { CivilDate(2026, 10, 1) }
        )
        let committee = try await library.committee("northshire")
        for (id, parent) in [("corporate", nil), ("committee", "corporate")] {
            let register = RiskRegister(id: id, name: id, parentID: parent)
            try await committee.append([
                Change(.register(id), .registerSet(register.json))
                    .draft(effective: CivilDate(2026, 10, 1), by: "officer")
            ])
        }
        try await perform(
            RiskRequest(
                "R1",
                .proposed(
                    RiskFact.Proposal(
                        register: "committee",
                        wording: RiskFact.Wording(
                            cause: "Two posts are vacant",
                            event: "Visits are late",
                            effect: "Children wait"
                        )
                    )
                ),
                by: "officer"
            ),
            in: committee
        )
        return committee
    }

    @discardableResult
    private func perform(
        _ request: RiskRequest,
        in committee: Committee
    ) async throws -> AppendReceipt {
        try await committee.perform(request)
    }

    private func state(in committee: Committee) async throws -> RiskState {
        let edition = try await committee.edition(audience: .restricted)
        return workflow.riskCase("R1", in: edition).state
    }

    @Test func nobodyApprovesAlone() async throws {
        let committee = try await committee()
        let first = RiskRequest("R1", event: NorthshireWorkflow.approveFirst, by: "ann")
        try await perform(first, in: committee)
        #expect(try await state(in: committee) == "half-approved")
        let error = await #expect(throws: LibraryError.self) {
            try await perform(
                RiskRequest("R1", .approved(by: "committee"), by: "ann"),
                in: committee
            )
        }
        #expect(
            error?.message
                == "“ann” gave the first approval of the risk “R1”, so somebody else must "
                + "approve it. Ask a second person."
        )
        try await perform(RiskRequest("R1", .approved(by: "committee"), by: "bob"), in: committee)
        #expect(try await state(in: committee) == .active)
    }

    @Test func aSecondApprovalCannotComeFirst() async throws {
        let committee = try await committee()
        let error = await #expect(throws: LibraryError.self) {
            try await perform(
                RiskRequest("R1", .approved(by: "committee"), by: "bob"),
                in: committee
            )
        }
        #expect(
            error?.message
                == "The risk “R1” is proposed, so it cannot be approved. What can be: close, "
                + "approve-first, reword, categorise, assign, show, assess, control, uncontrol, "
                + "evidence-seen, treat, aim, appetite, timing, link, interval, review-by, renumber, column."
        )
    }

    @Test func anEscalatedRiskWaitsUntilTheRegulatorIsTold() async throws {
        let committee = try await committee()
        try await perform(
            RiskRequest("R1", event: NorthshireWorkflow.approveFirst, by: "ann"),
            in: committee
        )
        try await perform(RiskRequest("R1", .approved(by: "committee"), by: "bob"), in: committee)
        try await perform(RiskRequest("R1", .escalated(to: "corporate"), by: "bob"), in: committee)
        #expect(try await state(in: committee) == "to-notify")
        let close = RiskRequest("R1", .closed(outcome: "Over"), by: "bob")
        let error = await #expect(throws: LibraryError.self) {
            try await perform(close, in: committee)
        }
        #expect(
            error?.message
                == "The risk “R1” is waiting for the regulator to be told, so it cannot be "
                + "closed. What can be: assess, notify, review, reword, categorise, assign, show, "
                + "control, uncontrol, evidence-seen, treat, aim, appetite, timing, link, interval, "
                + "review-by, renumber, column, estimate-cost."
        )
        try await perform(
            RiskRequest(
                "R1",
                event: NorthshireWorkflow.notify,
                details: ["reference": "REG-17"],
                by: "bob"
            ),
            in: committee
        )
        try await perform(close, in: committee)
        #expect(try await state(in: committee) == .closed)
        let kept = try await committee.entries().filter {
            $0.kind == NorthshireWorkflow.notification
        }
        #expect(
            kept.map(\.payload) == [
                ["reference": "REG-17", "sentence": "The regulator was told, as REG-17."]
            ]
        )
    }
}
