// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit

/// One committee, its risk `R1`, and what a workflow says of it.
struct WorkflowCourse {
    let workflow: any RiskWorkflow
    let committee: Committee
    let world: RiskWorkflowWorld
    var day = RiskWorkflowWorld.start

    init(_ workflow: any RiskWorkflow, in world: RiskWorkflowWorld) async throws {
        self.workflow = workflow
        self.world = world
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        let library = CommitteeLibrary(
            store: store,
            riskWorkflows: workflow is StandardRiskWorkflow ? [] : [workflow],
            today: { RiskWorkflowWorld.start }
        )
        committee = try await library.committee("c")
        try await committee.append(world.drafts)
    }

    /// The risk as it stands on a day, the present one unless said.
    func riskCase(on date: CivilDate? = nil) async throws -> RiskCase {
        workflow.riskCase(
            RiskWorkflowWorld.risk,
            in: try await committee.edition(asOf: date ?? day, audience: .restricted)
        )
    }

    /// Asks for an event by one way or another.
    func ask(_ request: RiskRequest, _ random: inout SeededGenerator) async throws {
        guard let fact = request.fact, Bool.random(using: &random) else {
            try await committee.perform(request, effective: day)
            return
        }
        let change = Change(.risk(request.risk), .risk(fact))
        if Bool.random(using: &random) {
            let draft = change.draft(effective: day, by: request.by, reason: request.reason)
            try await committee.append([draft])
        } else {
            try await committee.record(
                ChangeRequest(.subject(change.subject), [change.fact]),
                effective: day,
                by: request.by,
                reason: request.reason
            )
        }
    }

    /// Takes an entry about the risk back, or says that it should have read as another of its kind.
    ///
    /// - Returns: False when there is no entry to change.
    func change(_ random: inout SeededGenerator) async throws -> Bool {
        let own = try await committee.entries().filter { entry in
            entry.subject == .risk(RiskWorkflowWorld.risk) && entry.kind != .corrected
                && entry.kind != .voided
        }
        guard let entry = own.randomElement(using: &random) else { return false }
        let another = RiskFact.Name(kind: entry.kind).flatMap { name in
            world.samples(of: name, by: "chair", on: entry.effective).randomElement(using: &random)
        }
        guard let another, Bool.random(using: &random) else {
            try await committee.append([
                .voiding(entry, effective: entry.effective, by: "officer", reason: "It was not so")
            ])
            return true
        }
        let draft = Change(entry.subject, .risk(another))
            .draft(effective: entry.effective, by: entry.by)
        try await committee.append([
            .correcting(
                entry,
                payload: draft.payload,
                texts: draft.texts,
                effective: entry.effective,
                by: "officer",
                reason: "It was otherwise"
            )
        ])
        return true
    }
}
