// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// The published plans, read with the layouts that the committees' plugins declare.
///
/// The documents stand beside the package and not in it, so the suite runs where they are.
@Suite(.enabled(if: ShippedPlugins.hasDocuments, "the published plans are not here"))
struct PublishedPlanTests {
    struct Case: Sendable {
        var document: String
        var layout: String
        var levels: [Int]
        var maintenance: Int
        var completed: Int
        var statuses: [String: Int]
        /// Words in fields, of the layout, in furniture, repeated, and kept as text.
        var shares: [Int]
    }

    static let cases = [
        Case(
            document: "000",
            layout: "perth-and-kinross/plan-2018",
            levels: [5, 12, 17],
            maintenance: 10,
            completed: 0,
            statuses: ["A": 14, "G": 3],
            shares: [1925, 101, 5, 0, 2170]
        ),
        Case(
            document: "001",
            layout: "perth-and-kinross/plan-2023",
            levels: [2, 6, 19],
            maintenance: 14,
            completed: 3,
            statuses: ["G": 16, "D": 1, "": 2],
            shares: [6337, 294, 0, 6, 2367]
        ),
        Case(
            document: "002",
            layout: "clackmannanshire/strategic-plan",
            levels: [4, 8, 26, 36],
            maintenance: 0,
            completed: 3,
            statuses: [
                "Ongoing": 29, "Complete": 3, "As required": 2, "As above": 1, "": 1,
            ],
            shares: [2408, 269, 110, 226, 326]
        ),
    ]

    @Test(arguments: cases) func theDeclaredLayoutReads(_ example: Case) async throws {
        let plugins = try await ShippedPlugins.load()
        #expect(plugins.contributions.plugins.flatMap(\.problems) == [])
        let layout = try plugins.contributions.layout(example.layout)
        let reader = PlanReader(
            layout: layout,
            scheme: plugins.contributions.scheme(layout.scheme),
            timescales: plugins.contributions.timescaleReader(
                for: String(example.layout.split(separator: "/")[0])
            )
        )
        let reading = try reader.read(try ShippedPlugins.document(example.document))
        let plan = reading.plan
        let figures = PlanFigures(of: plan, on: CivilDate(2023, 11, 30))
        #expect(figures.levels.map(\.count) == example.levels)
        #expect(plan.maintenance.count == example.maintenance)
        #expect(figures.completed.count == example.completed)
        let statuses = figures.statuses.map { ($0.printed, $0.actions.count) }
        #expect(Dictionary(uniqueKeysWithValues: statuses) == example.statuses)
        let shares = ImportAccount.Share.allCases.map { reading.account.count(of: $0) }
        #expect(shares == example.shares)
    }
}
#endif
