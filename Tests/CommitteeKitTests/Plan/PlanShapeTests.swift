// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct LeadGlossaryTests {
    private let glossary = LeadGlossary(terms: [
        LeadGlossary.Term(name: "Paths and Bridges", aliases: ["Path Team"]),
        LeadGlossary.Term(name: "Children, Young People and Families"),
        LeadGlossary.Term(name: "Moor Ranger"),
        LeadGlossary.Term(name: "Ranger"),
    ])

    @Test(arguments: [
        ("Paths and Bridges and Moor Ranger", ["Paths and Bridges", "Moor Ranger"], []),
        ("Moor Ranger Path Team", ["Moor Ranger", "Path Team"], []),
        (
            "Children, Young People and Families, Ranger",
            ["Children, Young People and Families", "Ranger"], []
        ),
        ("Ranger, Sheep Board", ["Ranger", "Sheep Board"], ["Sheep Board"]),
        ("Sheep Board and Goat Board", ["Sheep Board and Goat Board"], ["Sheep Board and Goat Board"]),
        ("moor ranger;", ["moor ranger"], []),
        (",;", [], []),
        ("", [], []),
    ] as [(String, [String], [String])])
    func onlyTheGlossarySplitsACell(words: String, names: [String], unknown: [String]) {
        let reading = glossary.read(Prose(words))
        #expect(reading.names == names)
        #expect(reading.unknown == unknown)
    }

    @Test func aliasesAreListedUnderOneName() {
        #expect(glossary.listedName("path team") == "Paths and Bridges")
        #expect(glossary.listedName("Sheep Board") == "Sheep Board")
    }

    @Test func withoutAGlossaryTheWholeCellIsOneLead() {
        #expect(Leads(words: "Paths and Bridges").names == ["Paths and Bridges"])
        #expect(Leads().names.isEmpty)
    }
}

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
