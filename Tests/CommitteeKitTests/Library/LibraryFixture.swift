// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit

/// A library of the tests: an in-memory journal, the small plan's layout, and a fixed today.
struct LibraryFixture {
    let library: CommitteeLibrary
    let committee: Committee

    init(today: CivilDate = CivilDate(2024, 9, 1), layout: Layout? = nil) async throws {
        var contributions = Contributions()
        contributions.layouts = [try layout ?? SmallPlan.layout()]
        contributions.schemes = [SmallPlan.scheme]
        library = CommitteeLibrary(
            store: InMemoryJournal(
                context: .testing(
                    seed: 1,
                    // After all that the documents speak of.
                    startingAt: RecordedInstant(milliseconds: 1_900_000_000_000)
                )
            ),
            plugins: NoPlugins(contributions: contributions),
            today: { today }
        )
        try await library.store.createCommittee("small", name: "Small Committee")
        committee = try await library.committee("small")
    }

    /// Imports a document, and gives what was recorded and found.
    @discardableResult
    func importing(
        _ text: String,
        digest: String,
        as format: SourceFormat = .tabText
    ) async throws -> PlanImport {
        let source = try SourceDocument(text: text, name: "plan.txt", as: format)
        let prepared = try await committee.preparingImport(
            of: source,
            digest: digest,
            layout: "small/plan",
            by: "tester"
        )
        _ = try await committee.record(prepared, digest: digest)
        return prepared
    }

    func plan(asOf date: CivilDate? = nil) async throws -> Plan? {
        try await committee.edition(asOf: date, audience: .committee).plans.first
    }
}
