// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("The scales of the standard plugin")
struct RiskScalePackTests {
    @Test(
        "Each scores as its committee does",
        arguments: [
            (ScalePack.five, "4", "5", "20 Very high"), (.five, "1", "4", "4 Low"),
            (.four, "4", "4", "64 Act"), (.four, "3", "2", "8 Watch"),
            (.letters, "A", "1", "A1 Extreme"), (.letters, "E", "5", "E5 Low"),
            (.letters, "C", "3", "C3 Medium"), (.zones, "possible", "grave", "Outside tolerance"),
            (.zones, "unlikely", "grave", "Within tolerance"),
            (.grades, "high", "high", "Critical"),
            (.grades, "low", "high", "Moderate"),
        ]
    )
    func scores(pack: ScalePack, likelihood: String, impact: String, words: String) throws {
        let scale = try pack.scale()
        let levels = RiskAssessment.Levels(
            scale: scale.reference,
            likelihood: likelihood,
            impact: impact
        )
        #expect(scale.text(of: levels, score: try scale.score(of: levels)) == words)
    }

    @Test("Every cell of each has a band", arguments: ScalePack.allCases)
    func everyCell(pack: ScalePack) throws {
        let scale = try pack.scale()
        for likelihood in scale.likelihoods {
            for impact in scale.impacts {
                let score = try scale.score(likelihood: likelihood.id, impact: impact.id)
                #expect(scale.band(score.bandID) != nil)
            }
        }
    }

    @Test("A worse level is never less severe", arguments: ScalePack.allCases)
    func severityRises(pack: ScalePack) throws {
        let scale = try pack.scale()
        func severity(_ likelihood: String, _ impact: String) throws -> Int {
            try #require(
                scale.severity(of: scale.score(likelihood: likelihood, impact: impact))
            )
        }
        for impact in scale.impacts {
            let column = try scale.risingLikelihoods.map { try severity($0.id, impact.id) }
            #expect(column == column.sorted())
        }
        for likelihood in scale.likelihoods {
            let row = try scale.risingImpacts.map { try severity(likelihood.id, $0.id) }
            #expect(row == row.sorted())
        }
    }

    @Test("Each reads back equal", arguments: ScalePack.allCases)
    func readsBack(pack: ScalePack) throws {
        let scale = try pack.scale()
        let again = try RiskScale(
            reading: Array(scale.json.indentedText.utf8),
            source: "again.json"
        )
        #expect(again == scale)
    }

    @Test func aWeightedSumCountsItsFactors() throws {
        let scale = try RiskScale(
            id: "w",
            version: 1,
            likelihoods: .numbered(["a", "b"]),
            impacts: .numbered(["a", "b"]),
            scoring: .weighted(likelihood: 2, impact: 3),
            bands: []
        )
        #expect(try scale.score(likelihood: "1", impact: "2").value == 8)
    }

    @Test func aGridMayGiveNumbers() throws {
        let cells = [
            RiskScale.GridCell(likelihood: "1", impact: "1", value: 3),
            RiskScale.GridCell(likelihood: "2", impact: "1", value: 17),
        ]
        let scale = try RiskScale(
            id: "lookup",
            version: 1,
            likelihoods: .numbered(["a", "b"]),
            impacts: .numbered(["a"]),
            scoring: .grid(cells),
            bands: [RiskScale.Band(id: "red", label: "Red", from: 15, through: 20)]
        )
        #expect(
            try scale.score(likelihood: "2", impact: "1")
                == RiskScale.Score(value: 17, bandID: "red")
        )
        #expect(
            try scale.score(likelihood: "1", impact: "1") == RiskScale.Score(value: 3, bandID: nil)
        )
    }

    @Test func theLowestScoreCanBeTheWorst() throws {
        let scale = try RiskScale(
            id: "low",
            version: 1,
            likelihoods: .numbered(["a", "b"]),
            impacts: .numbered(["a"]),
            scoring: .product,
            bands: [],
            direction: .init(isLowestScoreWorst: true)
        )
        let worst = try #require(scale.severity(of: .init(value: 1, bandID: nil)))
        let best = try #require(scale.severity(of: .init(value: 2, bandID: nil)))
        #expect(worst > best)
    }

    @Test(
        "Mistakes in a scale are named with their line",
        arguments: [
            (
                #""scoring": "product", "factors": { "likelihood": 1, "impact": 1 }"#,
                "s.json:1:177: factors: only a scale whose scoring is “weighted” has factors. Remove "
                    + "them, or write \"scoring\": \"weighted\"."
            ),
            (
                #""scoring": "weighted""#,
                "s.json:1:1: “factors” (an object) is missing. Add it."
            ),
            (
                #""scoring": "prodct""#,
                "s.json:1:155: scoring: “prodct” is not one of the words that are known here. Did you "
                    + "mean “product”?"
            ),
            (
                #""scoring": "grid", "grid": [ { "likelihood": "1", "impact": "1" } ]"#,
                "s.json:1:173: grid[0]: a cell has a “band”, or a “score” for which the bands are "
                    + "searched, not both."
            ),
            (
                #""scoring": "sum", "bands": [ { "id": "b", "label": "B", "zone": "z" } ]"#,
                "s.json:1:1: Scale s, version 1 has a band \"b\" in zone \"z\", which it has not."
            ),
        ]
    )
    func mistakes(rest: String, message: String) {
        let level = ##"[ { "id": "1", "label": "", "weight": 1 } ]"##
        let text =
            ##"{ "id": "s", "version": 1, "likelihoods": \##(level), "impacts": \##(level), \##(rest) }"##
        let error = #expect(throws: JSONError.self) {
            try RiskScale(reading: Array(text.utf8), source: "s.json")
        }
        #expect(error?.description == message)
    }

    // MARK: Goldens

    @Test("The reports of each are as recorded", arguments: ScalePack.allCases)
    func goldens(pack: ScalePack) throws {
        let journal = try Self.journal(of: pack)
        #expect(journal.problems == [])
        let later = journal.edition(CivilDate(2026, 6, 30), .committee)
        let earlier = journal.edition(CivilDate(2026, 3, 31), .committee)
        let request = RiskReport.Request(later, since: earlier, register: "committee")
        for (report, form, ending) in [
            ("risk-register", DocumentFormat.markdown, "md"), ("risk-heat-map", .html, "html"),
            ("risk-heat-map", .markdown, "md"), ("risk-movement", .markdown, "md"),
        ] {
            let document = try RiskReport.named(report).document(request)
            let golden = GoldenFile("\(pack.rawValue)-\(report).\(ending)", besides: #filePath)
            let difference = golden.difference(from: document.render(form))
            #expect(difference == nil, "\(difference ?? "")")
        }
    }

    /// Six risks that move between two quarters, by any scale.
    static func journal(of pack: ScalePack) throws -> RiskJournal {
        var journal = try RiskJournal(scale: try pack.scale())
        let scale = try pack.scale()
        let likelihoods = scale.risingLikelihoods.map(\.id)
        let impacts = scale.risingImpacts.map(\.id)
        func level(_ likelihood: Int, _ impact: Int) -> (String, String) {
            (
                likelihoods[min(likelihood, likelihoods.count - 1)],
                impacts[min(impact, impacts.count - 1)]
            )
        }
        journal.day = CivilDate(2026, 2, 1)
        journal.add("R1", level(0, 1))
        journal.add("R2", level(9, 9))
        journal.add("R3", level(1, 1))
        journal.add("R4", level(1, 2))
        journal.add("R5")
        let top = level(9, 9)
        journal.assess("R1", top.0, top.1, .inherent)
        journal.day = CivilDate(2026, 5, 1)
        let (worse, better) = (level(2, 9), level(0, 0))
        journal.assess("R1", worse.0, worse.1)
        journal.assess("R2", better.0, better.1)
        journal.record("R4", .closed(outcome: "It has passed"))
        journal.add("R6", level(1, 1))
        journal.record("R3", .reviewed(outcome: "As before", next: CivilDate(2026, 9, 1)))
        journal.day = CivilDate(2026, 6, 30)
        return journal
    }
}
