// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Learning Reviews: every one is restricted, but one that was opened to the committee. A review has no text,
// so its reference is the canary: see `HiddenMatters.forbidden(to:)`.
extension HiddenMatters {
    /// What every reference of a Learning Review begins with.
    static let reviewMark = "LR-"

    mutating func recordLearningReviews() {
        typealias Pack = LearningReviewGuidance
        day = CivilDate(2026, 5, 4)
        var pack = Pack(id: "reviews", title: word(.committee))
        pack.criteria = [Pack.Term("harmed", word(.committee))]
        pack.reasons = [Pack.Term("not-met", word(.committee))]
        pack.proceedings = [Pack.Term("trial", word(.committee))]
        pack.sharing = [Pack.Term("briefing", word(.committee))]
        let limit = Pack.TimeLimit(.decided, after: .notified, within: .period(Period(1, .months)))
        record(
            .learningReviewGuidance("reviews"),
            .learningReviewGuidanceAdopted(
                LearningReviewAdoption(
                    pack,
                    group: "committee",
                    coordinator: "lead-officer",
                    ownLimits: [limit]
                )
            )
        )
        for audience in [Audience.committee, .restricted] {
            for number in 0..<(copies[audience] ?? 1) { recordReview(number, for: audience) }
        }
        day = Self.start
    }

    private mutating func recordReview(_ number: Int, for audience: Audience) {
        // A twin has other references: what is hidden differs in everything.
        let letters = Array("BCDFGHJKMN")
        let salted = salt[audience].map { letters[$0.utf8.reduce(0) { $0 + Int($1) } % 10] } ?? "Z"
        for (place, ends) in [false, true].enumerated() {
            let level = audience == .committee ? "3" : "7"
            let id = "LR-\(level)\(salted)\(letters[number])\(letters[place])QQQ"
            let review = SubjectReference.learningReview(id)
            record(
                review,
                .learningReviewNotified(
                    LearningReviewNotification(by: "lead-officer", criterion: "harmed")
                )
            )
            record(review, .learningReviewAudienceSet(audience))
            record(
                review,
                .learningReviewInformationAsked(
                    LearningReviewRequest(to: ["chair"], by: CivilDate(2026, 6, 1))
                )
            )
            note(review, for: audience)
            note(.learningReviewStep(.recommended, of: id), for: audience)
            if ends { finish(review) }
        }
    }

    private mutating func finish(_ review: SubjectReference) {
        let facts: [Change.Fact] = [
            .learningReviewInformationAnswered(LearningReviewAnswer(by: "chair")),
            .learningReviewRecommended(LearningReviewJudgement(.proceed)),
            .learningReviewDecided(LearningReviewJudgement(.proceed)),
            .learningReviewInspectorateTold(LearningReviewNotice()),
            .learningReviewCommissioned(LearningReviewCommission()),
            .learningReviewPaused(LearningReviewPause(for: "trial")), .learningReviewResumed,
            .learningReviewReported,
            .learningReviewActionPlanConsidered(LearningReviewActionPlan(resourced: true)),
            .learningReviewShared(LearningReviewSharing("briefing")),
            .learningReviewChangeChecked(LearningReviewCheck(.changed)), .learningReviewClosed,
        ]
        for fact in facts { record(review, fact) }
    }
}
