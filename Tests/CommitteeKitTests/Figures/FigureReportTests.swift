// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Reports on figures")
struct FigureReportTests {
    /// The register, referrals by area with a year of quarters, and a share with a target.
    static func committee() async throws -> Committee {
        let committee = try await FigureSample.referrals(["North": 3, "South": 30, "East": 40])
        for (number, counts) in [[9, 28, 41], [12, 22, 38], [2, 25, 44], [6, 31, 39]].enumerated() {
            let period = FigurePeriod(
                .quarter,
                of: CivilDate(2025, 5, 1).adding(months: 3 * number)
            )
            var values = zip(["East", "North", "South"], counts).map {
                FigureValue($0.1, in: period, area: $0.0)
            }
            values.append(FigureValue(counts.reduce(0, +), in: period))
            try await committee.recordFigures(
                values,
                of: "referrals",
                effective: period.last + 10,
                by: "clerk"
            )
        }
        try await committee.changeIndicator("referrals", by: "clerk") {
            $0.definition = "Every new referral, counted once."
            $0.source = "Monthly return"
            $0.owner = "Lead Officer"
            $0.dueDays = 20
        }
        var met = Indicator(id: "met")
        (met.title, met.outOf, met.audience) = ("Met in time", "referrals", .public)
        (met.target, met.variance, met.better) = (FigureNumber(90), FigureNumber(5), .higher)
        try await committee.addIndicator(met, effective: CivilDate(2026, 7, 1), by: "clerk")
        try await committee.recordFigures(
            [FigureValue(60, outOf: 73, in: FigureSample.quarter)],
            of: "met",
            effective: CivilDate(2026, 7, 5),
            by: "clerk"
        )
        try await committee.askAboutFigures(
            FigureQuestion(
                "Why is the east higher?",
                about: FigureSample.quarter,
                area: "East",
                by: "Chair"
            ),
            of: "referrals",
            effective: CivilDate(2026, 8, 1),
            by: "clerk"
        )
        try await committee.answerAboutFigures(
            FigureAnswer("A school began to refer.", to: 1, by: "Lead Officer"),
            of: "referrals",
            effective: CivilDate(2026, 8, 20),
            by: "clerk"
        )
        try await committee.publishFigures(effective: CivilDate(2026, 8, 1), by: "clerk")
        return committee
    }

    @Test(arguments: [Audience.committee, .public])
    func eachIsAsRecordedInEveryRenderer(_ audience: Audience) async throws {
        let edition = try await Self.committee().edition(audience: audience)
        let document = FigureReport.figures.document(of: edition)
        for form in DocumentFormat.allCases {
            let golden = GoldenFile(
                "figures-\(audience.rawValue).\(form.rawValue)",
                besides: #filePath,
                in: "Goldens"
            )
            if let difference = golden.difference(from: document.render(form)) {
                Issue.record("\(difference)")
            }
        }
    }

    @Test func theHeadlineSaysThePoint() async throws {
        let edition = try await Self.committee().edition(audience: .committee)
        let text = String(
            decoding: FigureReport.figures.document(of: edition).render(.plainText),
            as: UTF8.self
        )
        #expect(text.contains("1 of 1 target is missed; 3 indicators; 1 waits for a value."))
        #expect(text.contains("Met in time: 82% (60 of 73) (April to June 2026), target missed."))
    }

    @Test func aLineHasAGapWhereANumberIsHidden() async throws {
        let edition = try await Self.committee().edition(audience: .public)
        let document = FigureReport.figures.document(of: edition)
        let drawings = document.blocks.compactMap(\.drawing)
        #expect(!drawings.isEmpty)
        for drawing in drawings {
            #expect(drawing.width == 600)
            #expect(drawing.description.hasPrefix("From "))
        }
    }

    @Test func aCommitteeWithoutFiguresIsToldWhatToDo() {
        let edition = Edition(
            of: Record(),
            committee: "cpc",
            name: "CPC",
            asOf: CivilDate(2026, 10, 31),
            audience: .committee
        )
        let text = String(
            decoding: FigureReport.figures.document(of: edition).render(.plainText),
            as: UTF8.self
        )
        #expect(text.contains("No indicator is recorded. Add one with committee dataset add."))
    }
}
