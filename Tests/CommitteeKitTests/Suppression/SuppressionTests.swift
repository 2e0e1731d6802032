// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// What is hidden of small sets that can be checked by eye, and what is refused.
@Suite struct SuppressionTests {
    private func row(_ values: [(String, Int)], total: String = "All") throws -> PublishedTogether {
        var together = PublishedTogether()
        for (name, value) in values { try together.add(name, value) }
        try together.add(total, values.reduce(0) { $0 + $1.1 }, isTotal: true)
        try together.add(total: total, of: values.map(\.0))
        return together
    }

    @Test func aSmallCountAloneTakesOneOtherWithIt() throws {
        let together = try row([("North", 3), ("South", 12), ("East", 40)])
        let tables = try #require(together.suppressed(by: .underFive).tables)
        #expect(tables.hidden["North"] == .small)
        #expect(tables.hidden.count == 2)
        #expect(tables.loss == 1)
        #expect(tables["North"] == nil)
        #expect(tables["All"] == 55)
        let other = try #require(tables.hidden.first { $0.key != "North" })
        #expect(other.value.description == "It would give away “North”.")
    }

    @Test func zeroAndFiveAreShown() throws {
        let together = try row([("North", 0), ("South", 5)])
        let tables = try #require(together.suppressed(by: .underFive).tables)
        #expect(tables.hidden.isEmpty)
        #expect(tables["North"] == 0)
    }

    @Test func zeroIsHiddenWhereTheRulesSaySo() throws {
        let rules = try SuppressionRules(smallestShown: 5, showsZero: false)
        let together = try row([("North", 0), ("South", 9), ("East", 30)])
        let tables = try #require(together.suppressed(by: rules).tables)
        #expect(tables.hidden["North"] == .small)
    }

    @Test func aShareIsHiddenWithItsPart() throws {
        var together = try row([("North", 3), ("South", 12), ("East", 40)])
        try together.add(share: "North, %", of: "North", in: "All")
        try together.add(share: "All, %", of: "All", in: "All")
        let tables = try #require(together.suppressed(by: .underFive).tables)
        #expect(tables.hidden["North, %"] == .shareOf("North"))
        #expect(!tables.shows(share: "North, %"))
        #expect(tables.shows(share: "All, %"))
        #expect(!tables.shows(share: "South, %"))
    }

    @Test func anEarlierPercentageThatGivesASmallCountAwayIsRefused() throws {
        var together = PublishedTogether()
        try together.add("North", 3)
        try together.add("All", 50, .published, isTotal: true)
        try together.add(knownShare: 6, of: "North", in: "All", words: "The report of 2024")
        guard case .refused(let refusals) = together.suppressed(by: .underFive) else {
            Issue.record("It is not refused.")
            return
        }
        #expect(refusals.map(\.name) == ["North"])
        #expect(refusals.map(\.because) == [["The report of 2024"]])
    }

    @Test func aSentenceThatGivesASmallCountAwayIsRefusedInWords() throws {
        var together = try row([("North", 3), ("South", 12), ("East", 40)])
        try together.add(statementOn: ["North"], in: 1...3, words: "“one to three in the north”")
        guard case .refused(let refusals) = together.suppressed(by: .underFive) else {
            Issue.record("It is not refused.")
            return
        }
        #expect(
            refusals.map(\.description) == [
                "“North” is small and could be worked out or nearly so, even with everything hidden "
                    + "that can be. Readers know: “one to three in the north”. Leave a table or a sentence "
                    + "out, or put small groups together."
            ]
        )
    }

    @Test func aDifferenceThatIsNotPrintedIsProtectedToo() throws {
        var together = PublishedTogether()
        try together.add("Area", 20, isTotal: true)
        try together.add("Town", 18)
        try together.add("Area without the town", 2, .withheld)
        try together.add(total: "Area", of: ["Town", "Area without the town"])
        let tables = try #require(together.suppressed(by: .underFive).tables)
        #expect(tables.hidden["Area without the town"] == .withheld)
        #expect(tables["Town"] == nil || tables["Area"] == nil)
    }

    @Test func whatWasPublishedBeforeIsNotTakenBack() throws {
        var together = try row([("North", 3), ("South", 12), ("East", 40)])
        try together.add("South", 12, .published)
        try together.add("All", 55, .published)
        let tables = try #require(together.suppressed(by: .underFive).tables)
        #expect(tables.hidden.keys.sorted() == ["East", "North"])
    }

    @Test func aSmallCountThatReadersKnowIsNamed() throws {
        var together = try row([("North", 3), ("South", 12)])
        try together.add("North", 3, .published)
        let tables = try #require(together.suppressed(by: .underFive).tables)
        #expect(tables.alreadyKnown == ["North"])
        #expect(tables.hidden.isEmpty)
    }

    @Test func theSameTableInTwoEditionsStaysHidden() throws {
        var together = try row([("North", 3), ("South", 12), ("East", 40)])
        let first = try #require(together.suppressed(by: .underFive).tables)
        for name in together.names {
            let value = try #require(["North": 3, "South": 12, "East": 40, "All": 55][name])
            try together.add(name, value, first[name] == nil ? .hidden : .published)
        }
        let second = try #require(together.suppressed(by: .underFive).tables)
        #expect(second["North"] == nil)
        #expect(Set(second.hidden.keys) == Set(first.hidden.keys))
    }

    @Test func aTableIsBrokenDownInTwoWays() throws {
        let counts = [["a", "1"]: 3, ["a", "2"]: 20, ["b", "1"]: 30, ["b", "2"]: 40]
        var together = PublishedTogether()
        try together.add(
            table: "Referrals",
            by: [
                [.total("all", [.detail("a"), .detail("b")])],
                [.total("year", [.detail("1"), .detail("2")])],
            ]
        ) { place in
            counts.filter { cell, _ in
                (place[0] == "all" || cell[0] == place[0])
                    && (place[1] == "year" || cell[1] == place[1])
            }.reduce(0) { $0 + $1.value }
        }
        let tables = try #require(together.suppressed(by: .underFive).tables)
        // The smallest way: a box of four cells.
        #expect(
            tables.hidden.keys.sorted() == [
                "Referrals / a / 1", "Referrals / a / 2", "Referrals / b / 1", "Referrals / b / 2",
            ]
        )
        #expect(tables["Referrals / all / year"] == 93)
    }

    @Test(arguments: [
        (
            1, nil, 3,
            "The smallest count that is shown is 1. Choose from 2 to 1000; 5 hides counts from 1 to 4."
        ),
        (
            5, 3, 3,
            "Small counts must seem possible up to 3. Choose from 4, the largest count that is hidden, to 2000."
        ),
        (5, nil, 0, "A total is worth 0 detailed cells. Choose from 1 to 100."),
    ])
    func rulesThatContradictThemselvesAreRefused(
        _ smallest: Int,
        _ upTo: Int?,
        _ weight: Int,
        _ text: String
    ) {
        let error = #expect(throws: SuppressionError.self) {
            try SuppressionRules(
                smallestShown: smallest,
                possibleUpTo: upTo,
                weightOfTotals: weight
            )
        }
        #expect(error?.message == text)
    }

    @Test func whatCannotBeIsRefusedWithWhatWasFound() throws {
        var together = try row([("North", 3), ("South", 12)])
        func message(_ change: (inout PublishedTogether) throws -> Void) -> String? {
            let error = #expect(throws: SuppressionError.self) { try change(&together) }
            return error?.message
        }
        #expect(
            message { try $0.add("West", -1) } == "“West” is -1. Give a count from 0 to 1000000000."
        )
        #expect(
            message { try $0.add("North", 4) }
                == "“North” is 4 here and 3 elsewhere. Give a revised value a name of its own."
        )
        #expect(
            message { try $0.add(total: "All", of: ["North"]) }
                == "“All” is 15, and its parts add up to 3. Correct a number, or give what is missing as a "
                + "part of its own."
        )
        #expect(
            message { try $0.add(total: "All", of: ["Nroth"]) }
                == "There is no number “Nroth”. Add it first, or correct its name."
        )
        #expect(
            message { try $0.add(statementOn: ["North"], in: 4...9, words: "The leaflet") }
                == "The leaflet says 4 to 9, and the numbers add up to 3. Correct the sentence or the numbers."
        )
        #expect(
            message { try $0.add(knownShare: 21, of: "North", in: "All", words: "The leaflet") }
                == "The leaflet gives a percentage that is not that of 3 in 15. Correct the percentage or the "
                + "numbers."
        )
    }
}
