// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite struct RiskScaleTests {
    private static let five = ["1", "2", "3", "4", "5"]

    private func product() throws -> RiskScale {
        try RiskScale(
            id: "five",
            version: 1,
            likelihoods: .numbered(Self.five),
            impacts: .numbered(Self.five),
            scoring: .product,
            bands: [
                RiskScale.Band(id: "low", label: "Low", from: 1, through: 6),
                RiskScale.Band(id: "high", label: "High", from: 10, through: 25),
            ]
        )
    }

    @Test(
        "A product finds its band, or none in a gap",
        arguments: [
            ("1", "1", 1, "low"), ("2", "3", 6, "low"), ("2", "4", 8, nil), ("5", "5", 25, "high"),
        ]
    )
    func products(likelihood: String, impact: String, value: Int, band: String?) throws {
        let score = try product().score(likelihood: likelihood, impact: impact)
        #expect(score == RiskScale.Score(value: value, bandID: band))
    }

    @Test func weightsNeedNotRiseByOne() throws {
        let levels = [1, 2, 4, 8].enumerated().map {
            RiskScale.Level(id: "\($0 + 1)", label: "", weight: $1)
        }
        let scale = try RiskScale(
            id: "four",
            version: 2,
            likelihoods: levels,
            impacts: levels,
            scoring: .product,
            bands: []
        )
        #expect(try scale.score(likelihood: "3", impact: "4").value == 32)
    }

    @Test func lettersWithTheWorstFirstAddUp() throws {
        let letters = ["A", "B", "C"].enumerated().map {
            RiskScale.Level(id: $1, label: $1, weight: 3 - $0)
        }
        let scale = try RiskScale(
            id: "letters",
            version: 1,
            likelihoods: letters,
            impacts: .numbered(["1", "2"]),
            scoring: .sum,
            bands: [RiskScale.Band(id: "red", label: "Red", from: 5, through: 5)]
        )
        #expect(try scale.score(likelihood: "A", impact: "2").bandID == "red")
        #expect(try scale.score(likelihood: "C", impact: "2").bandID == nil)
    }

    @Test func aGridGivesAGradeWithoutANumber() throws {
        let scale = try grid([RiskScale.GridCell(likelihood: "1", impact: "2", bandID: "watch")])
        #expect(
            try scale.score(likelihood: "1", impact: "2")
                == RiskScale.Score(value: nil, bandID: "watch")
        )
        let error = try #require(throws: RiskError.self) {
            try scale.score(likelihood: "2", impact: "2")
        }
        #expect(
            error.message
                == "The scale grid, version 1 does not score likelihood “2” with impact “2”: its grid "
                + "has no cell for this pair. Choose another pair, or add the cell if it was forgotten."
        )
    }

    private func grid(_ cells: [RiskScale.GridCell]) throws(RiskError) -> RiskScale {
        try RiskScale(
            id: "grid",
            version: 1,
            likelihoods: .numbered(["Low", "High"]),
            impacts: .numbered(["Low", "High"]),
            scoring: .grid(cells),
            bands: [RiskScale.Band(grade: "watch", label: "Watch")]
        )
    }

    @Test func aLevelThatTheScaleHasNotIsRefusedWithThoseThatItHas() throws {
        let scale = try product()
        let error = try #require(throws: RiskError.self) {
            try scale.score(likelihood: "0", impact: "1")
        }
        #expect(error.code == .noSuchLevel)
        #expect(
            error.message == "Scale five, version 1 has no likelihood \"0\". It has: 1, 2, 3, 4, 5."
        )
    }

    @Test func weightsTooLargeToCountWithAreRefused() throws {
        let levels = [RiskScale.Level(id: "x", label: "", weight: .max)]
        for scoring in [RiskScale.Scoring.product, .sum] {
            let scale = try RiskScale(
                id: "huge",
                version: 1,
                likelihoods: levels,
                impacts: [RiskScale.Level(id: "x", label: "", weight: 2)],
                scoring: scoring,
                bands: []
            )
            let error = try #require(throws: RiskError.self) {
                try scale.score(likelihood: "x", impact: "x")
            }
            #expect(error.code == .badScale)
        }
    }

    @Test func scalesThatContradictThemselvesAreRefused() throws {
        let one = [RiskScale.Level].numbered(["One"])
        let cases: [(String, Int, [RiskScale.Level], [RiskScale.Band])] = [
            ("Scale s, version 0 has version 0; versions count from 1.", 0, one, []),
            ("Scale s, version 1 has no level of likelihood. Give at least one.", 1, [], []),
            (
                "Scale s, version 1 has two levels of likelihood of one identifier.", 1, one + one,
                []
            ),
            (
                "Scale s, version 1 has two bands for score 4. Part them.", 1, one,
                [
                    RiskScale.Band(id: "b", label: "", from: 9, through: 4),
                    RiskScale.Band(id: "a", label: "", from: 1, through: 4),
                ]
            ),
        ]
        for (message, version, levels, bands) in cases {
            let error = try #require(throws: RiskError.self) {
                try RiskScale(
                    id: "s",
                    version: version,
                    likelihoods: levels,
                    impacts: one,
                    scoring: .product,
                    bands: bands
                )
            }
            #expect(error.message == message)
        }
        let error = try #require(throws: RiskError.self) {
            try grid([RiskScale.GridCell(likelihood: "1", impact: "1", bandID: "none")])
        }
        #expect(
            error.message
                == "Scale grid, version 1 has a grid cell with band \"none\", which it has not."
        )
    }
}
