// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("A workflow is tried on what happened, and nothing is recorded")
struct WorkflowSimulationTests {
    private static let day = CivilDate(2026, 10, 1)

    /// Only the chief officers accept, and an accepted risk is watched until somebody ends it.
    private static func stricter() throws -> BuiltRiskWorkflow {
        try RiskWorkflowBuilder("northshire/stricter")
            .state("watched", "under watch", like: .active)
            .branch(
                "accepted",
                of: "accept",
                from: .active,
                to: "watched",
                because: "it was accepted"
            ) {
                _,
                _ in true
            }
            .step(
                "end-watch",
                from: "watched",
                to: .active,
                as: RiskOwnKind("northshire.watch-ended", fields: []) { _ in "The watch is over." }
            )
            .guarding("chiefs", ["accept"]) { request, _ in
                request.by == "chief-officers"
                    ? nil : "Only the chief officers accept risks. Ask them."
            }
            .built()
    }

    private func committee() async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        let committee = try await CommitteeLibrary(store: store, today: { Self.day + 20 })
            .committee("c")
        try await committee.append(try RiskJournal().drafts)
        for (risk, by) in [("R1", "chair"), ("R2", "chief-officers")] {
            for (fact, days) in [
                (RiskFact.proposed(.sample(risk, "committee")), 0), (.approved(by: "board"), 1),
                (.assessed(.current, .levels("2", "2")), 2),
                (.accepted(by: by, until: nil, conditions: ""), 5),
                (.reviewed(outcome: "Seen", next: nil), 9),
            ] {
                try await committee.perform(
                    RiskRequest(risk, fact, by: by),
                    effective: Self.day + days
                )
            }
        }
        return committee
    }

    @Test(
        "Each event is let pass, with the state that it would have led to, or refused with the reason"
    )
    func everyEvent() async throws {
        let committee = try await committee()
        let before = try await committee.entries()
        let found = try await committee.simulateWorkflow(try Self.stricter(), on: "committee")
        #expect(
            found.rows.map(\.risk) == ["R1", "R1", "R1", "R1", "R1", "R2", "R2", "R2", "R2", "R2"]
        )
        #expect(
            found.rows.map(\.refusal) == [
                nil, nil, nil, "Only the chief officers accept risks. Ask them.", nil, nil, nil,
                nil,
                nil, nil,
            ]
        )
        #expect(
            found.rows.map(\.state) == [
                "proposed", "active", "active", "active", "active", "proposed", "active", "active",
                "under watch", "under watch",
            ]
        )
        #expect(found.refusedCount == 1)
        #expect(try await committee.entries() == before)
    }

    @Test("What was taken back did not happen, and later days may be left out")
    func correctionsAndDays() async throws {
        let committee = try await committee()
        let accepted = try #require(
            try await committee.entries().first { $0.kind == "risk.accepted" }
        )
        try await committee.append([
            .voiding(accepted, effective: accepted.effective, by: "officer", reason: "A slip.")
        ])
        let found = try await committee.simulateWorkflow(
            try Self.stricter(),
            on: "committee",
            asOf: Self.day + 6
        )
        #expect(
            found.rows.map(\.kind) == [
                "risk.proposed", "risk.approved", "risk.assessed", "risk.proposed", "risk.approved",
                "risk.assessed", "risk.accepted",
            ]
        )
        #expect(found.refusedCount == 0)
    }

    @Test("The register's own workflow refuses nothing that it let pass")
    func itsOwn() async throws {
        let found = try await committee().simulateWorkflow(on: "committee")
        #expect(found.workflow.name == "standard")
        #expect(found.refusedCount == 0)
    }
}
