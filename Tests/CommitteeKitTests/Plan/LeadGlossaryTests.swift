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

    @Test(
        arguments: [
            ("Paths and Bridges and Moor Ranger", ["Paths and Bridges", "Moor Ranger"], []),
            ("Moor Ranger Path Team", ["Moor Ranger", "Path Team"], []),
            (
                "Children, Young People and Families, Ranger",
                ["Children, Young People and Families", "Ranger"], []
            ),
            ("Ranger, Sheep Board", ["Ranger", "Sheep Board"], ["Sheep Board"]),
            (
                "Sheep Board and Goat Board", ["Sheep Board and Goat Board"],
                ["Sheep Board and Goat Board"]
            ),
            ("moor ranger;", ["moor ranger"], []),
            (",;", [], []),
            ("", [], []),
        ] as [(String, [String], [String])]
    )
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
