// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// The plan of 2023 retold in our own words, read with the committee's own layout.
@Suite struct PerthAndKinrossTests {
    private static let path = "perth-and-kinross/plan-2023.md"

    private func example() async throws -> ExamplePlan {
        try await ExamplePlan(layout: "perth-and-kinross/plan-2023")
    }

    @Test func theFiguresAreThoseOfThePublishedPlan() async throws {
        let reading = try await example().read(try ExamplePlan.document(Self.path))
        let plan = reading.plan
        let figures = PlanFigures(of: plan, on: CivilDate(2023, 10, 31))
        #expect(figures.levels.map(\.count) == [2, 6, 19])
        #expect(
            Dictionary(
                uniqueKeysWithValues: figures.statuses.map { ($0.printed, $0.actions.count) }
            ) == ["G": 16, "D": 1, "": 2]
        )
        #expect(figures.completed == ["3.1", "6.1", "6.2"])
        #expect(figures.late == [])
        #expect(plan.maintenance.count == 14)
        #expect(plan.maintenance.allSatisfy { !$0.expectedImpact.isEmpty })
        #expect(plan.statedChecks.map(\.total) == [19, 19])
        #expect(plan.statedChecks.map(\.completed) == [nil, 3])
        #expect(plan.statedChecks.map(\.added) == [nil, 0])
        #expect(plan.statedChecks.map(\.ongoing) == [19, 16])
        #expect(
            plan.items.filter { $0.level == 1 }.allSatisfy {
                $0.statement.plainText.hasPrefix("We will")
            }
        )
        #expect(reading.approvedOn == CivilDate(2023, 6, 6))
    }

    @Test func whatIsDoubtfulIsFound() async throws {
        let reading = try await example().read(try ExamplePlan.document(Self.path))
        #expect(
            reading.findings.map(\.kind) == [
                "publication-mismatch", "status-missing", "status-not-in-key", "status-missing",
                "due-on-first-day",
            ]
        )
    }

    @Test func writtenInItsLayoutThePlanReadsEqual() async throws {
        let example = try await example()
        let plan = try example.read(try ExamplePlan.document(Self.path)).plan
        #expect(try example.readAgain(plan, on: CivilDate(2023, 10, 31)) == plan)
    }

    @Test func theSameDocumentAgainRecordsNothing() async throws {
        let example = try await example()
        try await example.importing(Self.path)
        #expect(try await example.importing(Self.path).isRepeat)
        #expect(try await example.importing(Self.path).drafts.isEmpty)
    }

    @Test func beforeItsReportThePlanIsADraftAndNothingIsLate() async throws {
        let example = try await example()
        try await example.importing(Self.path)
        let draft = try #require(
            try await example.committee.edition(asOf: CivilDate(2023, 4, 1), audience: .committee)
                .plans.first
        )
        #expect(draft.state == .draft)
        let earlier = CivilDate(2023, 10, 15)
        let plan = try #require(
            try await example.committee.edition(asOf: earlier, audience: .committee).plans.first
        )
        #expect(PlanFigures(of: plan, on: earlier).late == [])
    }

    /// The example says what the published plan says, number by number.
    ///
    /// The document stands beside the package and not in it, so the test runs where it is.
    @Test(.enabled(if: ShippedPlugins.hasDocuments, "the published plans are not here"))
    func leadsTimescalesAndStatusesAreThoseOfTheDocument() async throws {
        let example = try await example()
        let ours = try example.read(try ExamplePlan.document(Self.path)).plan
        let theirs = try example.read(try ShippedPlugins.document("001")).plan
        #expect(ours.id == theirs.id)
        #expect(ours.period == theirs.period)
        #expect(ours.items.map(\.id) == theirs.items.map(\.id))
        #expect(ours.maintenance.map(\.timescale) == theirs.maintenance.map(\.timescale))
        for action in theirs.actions {
            let retold = try #require(ours.item(action.id))
            #expect(retold.timescale == action.timescale, "\(action.id)")
            #expect(retold.status == action.status, "\(action.id)")
            #expect(retold.completion == action.completion, "\(action.id)")
            #expect(retold.leads.names == action.leads.names, "\(action.id)")
        }
    }
}
#endif
