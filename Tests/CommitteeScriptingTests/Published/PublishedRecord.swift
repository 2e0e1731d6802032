// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit

/// A committee into whose record one published plan was imported, with the shipped plugins.
struct PublishedRecord {
    struct Case: Sendable, CustomStringConvertible {
        var document: String
        var layout: String
        var description: String { layout }

        static let plan2018 = Case(document: "000", layout: "perth-and-kinross/plan-2018")
        static let plan2023 = Case(document: "001", layout: "perth-and-kinross/plan-2023")
        static let strategicPlan = Case(
            document: "002",
            layout: "clackmannanshire/strategic-plan"
        )
        static let all = [plan2018, plan2023, strategicPlan]
    }

    let library: CommitteeLibrary
    let committee: Committee

    init() async throws {
        library = CommitteeLibrary(
            store: InMemoryJournal(context: .testing(seed: 3)),
            plugins: try await ShippedPlugins.load(),
            today: { CivilDate(2026, 11, 22) }
        )
        try await library.store.createCommittee("published", name: "CPC")
        committee = try await library.committee("published")
    }

    @discardableResult
    func importing(_ source: SourceDocument, _ layout: String, digest: String) async throws
        -> PlanImport
    {
        let prepared = try await committee.preparingImport(
            of: source,
            digest: digest,
            layout: layout,
            by: "tester"
        )
        _ = try await committee.record(prepared, digest: digest)
        return prepared
    }

    @discardableResult
    func importing(_ example: Case) async throws -> PlanImport {
        try await importing(
            try ShippedPlugins.document(example.document),
            example.layout,
            digest: example.document
        )
    }

    func plan(asOf date: CivilDate, audience: Audience = .committee) async throws -> Plan? {
        try await committee.edition(asOf: date, audience: audience).plans.last
    }
}
#endif
