// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import SuppressionAttack
import Testing

/// An attacker works with everything that was published in five years.
///
/// `make suppression` is the long form.
@Suite struct SuppressionAttackTests {
    @Test(arguments: [2, 5, 8, 9, 10, 16, 17, 18, 20])
    func noHiddenNumberIsFound(_ seed: Int) throws {
        var trial = CommitteeTrial()
        try trial.run(seed)
        #expect(trial.finds == [])
        #expect(trial.published > 0)
        #expect(trial.hidden > 0)
    }

    /// The exports and reports of each edition of a committee that records and publishes.
    @Test(arguments: 1...4)
    func noOutputOfAnEditionGivesAHiddenNumberAway(_ seed: Int) async throws {
        var trial = EditionTrial()
        try await trial.run(seed)
        #expect(trial.finds == [])
        #expect(trial.published > 0, "\(trial.refusals)")
        #expect(trial.hidden > 0)
    }

    @Test func theAttackerFindsWhatOnlySmallCountsHide() {
        let said: [Said] = [
            .number("a", 3, isTotal: false), .number("b", 20, isTotal: false),
            .number("all", 23, isTotal: true), .total("all", of: ["a", "b"]),
        ]
        let attack = Attack(
            said: said,
            truth: ["a": 3, "b": 20, "all": 23],
            seen: ["b": 20, "all": 23],
            shares: []
        )
        #expect(attack.finds(against: .underFive).map(\.name) == ["a"])
    }

    @Test func theAttackerReadsPercentagesAndSentences() {
        let said: [Said] = [
            .number("a", 3, isTotal: false), .number("b", 4, isTotal: false),
            .number("all", 60, isTotal: true), .percent(5, of: "a", in: "all"),
            .sentence(["a", "b"], 7...7),
        ]
        let attack = Attack(
            said: said,
            truth: ["a": 3, "b": 4, "all": 60],
            seen: ["all": 60],
            shares: []
        )
        #expect(attack.finds(against: .underFive).map(\.name).sorted() == ["a", "b"])
    }

    @Test(arguments: 1...12)
    func littleMoreIsHiddenThanMustBe(_ seed: Int) throws {
        let losses = try #require(try SmallTable(seed: seed).losses(by: .underFive))
        #expect(Double(losses.found) <= 1.3 * Double(losses.least))
    }
}
