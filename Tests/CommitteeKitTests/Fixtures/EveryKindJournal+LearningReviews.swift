// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Two Learning Reviews to which everything happens that can.
extension EveryKindJournal {
    static let pack: LearningReviewGuidance = {
        typealias Pack = LearningReviewGuidance
        var pack = Pack(id: "glenmore-reviews", version: 2, title: "How Glenmore reviews")
        pack.from = CivilDate(2026, 1, 1)
        pack.sources = [
            Pack.Source(
                id: "protocol",
                title: "Glenmore protocol on reviews",
                publisher: "Glenmore",
                year: 2025
            )
        ]
        pack.criteria = [
            Pack.Term("harmed", "A child was harmed.", source: "protocol"),
            Pack.Term("well-done", "Others can learn from what went well."),
        ]
        pack.reasons = [Pack.Term("not-met", "No criterion is met.", source: "protocol")]
        pack.alternatives = [Pack.Term("audit", "An audit of such cases.")]
        pack.proceedings = [Pack.Term("trial", "A trial.", source: "protocol")]
        pack.sharing = [Pack.Term("briefing", "A briefing.")]
        pack.rules = [
            Pack.Term(
                "change-is-checked",
                "Data show whether practice changed.",
                source: "protocol"
            )
        ]
        pack.limits = [
            Pack.TimeLimit(
                .recommended,
                after: .notified,
                within: .workingDays(20),
                source: "protocol"
            ),
            Pack.TimeLimit(
                .inspectorateTold,
                after: .decided,
                within: .period(Period(1, .weeks)),
                criteria: ["harmed"],
                outcome: .proceed
            ),
        ]
        return pack
    }()

    mutating func recordLearningReviews() async throws {
        day = CivilDate(2026, 12, 18)
        by = "lead-officer"
        let guidance = SubjectReference.learningReviewGuidance(Self.pack.id)
        let (held, other) = (
            SubjectReference.learningReview("LR-7KQ2XMD"),
            SubjectReference.learningReview("LR-2BCDFGH")
        )
        let limit = LearningReviewGuidance.TimeLimit(
            .decided,
            after: .recommended,
            within: .period(Period(28, .days))
        )
        let meeting = "committee/2026-12-10"
        try await append([
            draft(
                guidance,
                .learningReviewGuidanceAdopted(
                    LearningReviewAdoption(
                        Self.pack,
                        group: "practice",
                        coordinator: "lead-officer",
                        ownLimits: [limit]
                    )
                )
            ),
            draft(
                held,
                .learningReviewNotified(
                    LearningReviewNotification(
                        by: "police",
                        criterion: "harmed",
                        received: CivilDate(2026, 12, 17),
                        groupMeets: CivilDate(2027, 1, 12),
                        committeeDecides: CivilDate(2027, 2, 11)
                    )
                )
            ),
            draft(held, .learningReviewAudienceSet(.committee)),
            draft(
                held,
                .learningReviewInformationAsked(
                    LearningReviewRequest(to: ["chair", "chiefs"], by: CivilDate(2027, 1, 8))
                )
            ),
            draft(
                held,
                .learningReviewInformationAnswered(LearningReviewAnswer(by: "chair", .nothingHeld)),
                on: CivilDate(2026, 12, 19)
            ),
            draft(
                held,
                .learningReviewRecommended(LearningReviewJudgement(.proceed, at: meeting)),
                on: CivilDate(2026, 12, 19)
            ),
            draft(
                held,
                .learningReviewDecided(LearningReviewJudgement(.proceed, at: meeting)),
                on: CivilDate(2026, 12, 20)
            ),
            draft(
                held,
                .learningReviewInspectorateTold(LearningReviewNotice()),
                on: CivilDate(2026, 12, 20)
            ),
            draft(
                held,
                .learningReviewCommissioned(
                    LearningReviewCommission(reportBy: CivilDate(2027, 6, 30))
                ),
                on: CivilDate(2026, 12, 21)
            ),
            draft(
                held,
                .learningReviewPaused(LearningReviewPause(for: "trial")),
                on: CivilDate(2026, 12, 22)
            ),
            draft(held, .learningReviewResumed, on: CivilDate(2026, 12, 23)),
            draft(held, .learningReviewReported, on: CivilDate(2026, 12, 23)),
            draft(
                held,
                .learningReviewActionPlanConsidered(
                    LearningReviewActionPlan(resourced: true, at: meeting)
                ),
                on: CivilDate(2026, 12, 24)
            ),
            draft(
                held,
                .learningReviewShared(LearningReviewSharing("briefing", with: ["police"])),
                on: CivilDate(2026, 12, 24)
            ),
            draft(
                held,
                .learningReviewChangeChecked(
                    LearningReviewCheck(.partly, dataSet: "return", document: "practice-guide")
                ),
                on: CivilDate(2026, 12, 28)
            ),
            draft(held, .learningReviewClosed, on: CivilDate(2026, 12, 29)),
            draft(
                other,
                .learningReviewNotified(
                    LearningReviewNotification(by: "practice", criterion: "well-done")
                )
            ),
            draft(
                other,
                .learningReviewRecommended(
                    LearningReviewJudgement(.alternative, alternative: "audit")
                ),
                on: CivilDate(2026, 12, 19)
            ),
            draft(
                other,
                .learningReviewDecided(
                    LearningReviewJudgement(.notProceed, reasons: ["not-met"])
                ),
                on: CivilDate(2026, 12, 20)
            ),
            draft(
                other,
                .learningReviewInspectorateTold(LearningReviewNotice(reasons: ["not-met"])),
                on: CivilDate(2026, 12, 21)
            ),
        ])
    }
}
