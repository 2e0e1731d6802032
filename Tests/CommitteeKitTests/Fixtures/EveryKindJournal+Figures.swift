// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@testable import CommitteeKit

// Figures to which everything happens that can.
extension EveryKindJournal {
    mutating func recordFigures() async throws {
        day = CivilDate(2026, 12, 14)
        by = "lead-officer"
        typealias Entries = Indicator.Entries
        let referrals = SubjectReference.indicator("referrals")
        let met = SubjectReference.indicator("met-in-time")
        let october = FigurePeriod(.month, of: CivilDate(2026, 10, 1))
        try await append([
            draft(referrals, Entries.title.fact("Referrals")),
            draft(referrals, Entries.definition.fact("Every *new* referral.")),
            draft(referrals, Entries.unit.fact("referrals")),
            draft(referrals, Entries.source.fact("Monthly return")),
            draft(referrals, Entries.dataSet.fact("registrations")),
            draft(referrals, Entries.owner.fact("Lead Officer")),
            draft(referrals, Entries.every.fact(.month)),
            draft(referrals, Entries.dueDays.fact(20)),
            draft(referrals, Entries.ends.fact(CivilDate(2028, 12, 31))),
            draft(referrals, Entries.areas.fact(["North", "South"])),
            draft(referrals, Entries.areasAddUp.fact(false)),
            draft(referrals, Entries.areasAddUp.fact(true)),
            draft(referrals, Entries.addsUpOverTime.fact(false)),
            draft(referrals, Entries.addsUpOverTime.fact(true)),
            draft(referrals, Entries.audience.fact(.public)),
            draft(referrals, Entries.countsFor.fact(.restricted)),
            draft(referrals, Entries.countsFor.fact(.committee)),
            draft(met, Entries.title.fact("Met in time")),
            draft(met, Entries.outOf.fact("referrals")),
            draft(met, Entries.rate.fact(100)),
            draft(met, Entries.decimals.fact(1)),
            draft(met, Entries.target.fact(FigureNumber(95))),
            draft(met, Entries.variance.fact(FigureNumber(thousandths: 2500))),
            draft(met, Entries.better.fact(.higher)),
            draft(referrals, Entries.sumOf.fact(["met-in-time"])),
            draft(referrals, Entries.sumOf.fact([])),
            draft(
                referrals,
                .figuresSet([
                    FigureValue(60, in: october, note: "One return was late."),
                    FigureValue(41, in: october, area: "North"),
                    FigureValue(19, in: october, area: "South"),
                ])
            ),
            draft(met, .figuresSet([FigureValue(52, outOf: 60, in: october)])),
            draft(
                referrals,
                .figureQuestionAsked(
                    FigureQuestion(
                        "Why so many in the north?",
                        about: october,
                        area: "North",
                        by: "Chair"
                    )
                )
            ),
            draft(
                referrals,
                .figureQuestionAnswered(
                    FigureAnswer("A campaign ran there.", to: 1, by: "Lead Officer")
                ),
                on: CivilDate(2026, 12, 15)
            ),
            draft(.figures, .figureRulesSet(try SuppressionRules(smallestShown: 6))),
            draft(
                .figures,
                .figuresPublished(
                    FigurePublication(
                        for: .public,
                        by: try SuppressionRules(smallestShown: 6),
                        [
                            PublishedFigure(
                                "referrals",
                                FigurePlace(october),
                                count: 60
                            ),
                            PublishedFigure(
                                "referrals",
                                FigurePlace(october, "South"),
                                count: 19,
                                hides: [.count],
                                why: "It was hidden by way of example."
                            ),
                        ]
                    )
                ),
                on: CivilDate(2026, 12, 16)
            ),
        ])
    }
}
