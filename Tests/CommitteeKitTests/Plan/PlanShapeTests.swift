// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct PlanShapeTests {
    @Test(arguments: [
        ("Key Question", "key questions"), ("priority", "priorities"), ("Day", "days"),
        ("class", "classes"), ("branch", "branches"), ("", "s"),
    ])
    func levelNamesArePutInThePlural(word: String, plural: String) {
        #expect(LevelName(word).plural == plural)
    }

    @Test func ancestorsStandOutermostFirst() throws {
        let plan = try #require(InventedJournal(actions: 2).folded().plans.first)
        let action = try #require(plan.item("1.2"))
        #expect(plan.ancestors(of: action).map(\.id) == ["1"])
        #expect(plan.actions.map(\.id) == ["1.1", "1.2"])
        #expect(plan.item("9") == nil)
    }

    @Test func aPlanRisesFromDraftToPublished() throws {
        var journal = InventedJournal(actions: 1)
        let plan = SubjectReference.plan(InventedJournal.plan)
        let facts: [(Change.Fact, DocumentState)] = [
            (.submitted(to: "Board"), .submitted), (.approved(by: "Board"), .approved),
            (.submitted(to: "Partnership"), .approved),
            (.published(Publication(issue: 1)), .published),
            (.approved(by: "Partnership"), .published),
            (.published(Publication(issue: 2)), .published),
        ]
        #expect(journal.folded().plans.first?.state == .draft)
        for (fact, state) in facts {
            journal.record(plan, fact)
            #expect(journal.folded().plans.first?.state == state)
        }
    }
}
