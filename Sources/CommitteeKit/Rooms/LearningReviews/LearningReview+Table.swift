// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension LearningReview {
    /// What can be said of a Learning Review.
    public enum Entries {}

    /// Everything that can be said of a Learning Review.
    public static let table = SubjectTable<LearningReview>([
        Entries.notified.declaration, Entries.audience.declaration,
        Entries.informationAsked.declaration, Entries.informationAnswered.declaration,
        Entries.recommended.declaration, Entries.decided.declaration,
        Entries.inspectorateTold.declaration, Entries.commissioned.declaration,
        Entries.paused.declaration, Entries.resumed.declaration, Entries.reported.declaration,
        Entries.actionPlanConsidered.declaration, Entries.shared.declaration,
        Entries.changeChecked.declaration, Entries.closed.declaration,
    ])
}

extension LearningReview.Entries {
    /// The widest audience that may know of it.
    public static let audience = Field<LearningReview, Audience>(
        "learning-review.audience-set",
        "audience",
        "The widest audience that may know of the Learning Review: restricted, unless it is opened to the "
            + "committee.",
        .audience,
        at: { $0[$1].audience },
        set: { $0.audience = $1 }
    ).carried { ways in
        ways.columns = .by([
            Column(
                "audience",
                "The widest audience that may know of it.",
                .text { $0[$1].audience.rawValue }
            )
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.audience != later.audience, earlier.notification != nil else {
                    return []
                }
                let who = later.audience == .restricted ? "those whom it names" : "all its members"
                return [ChangeInWords("audience", "\(name) is now for \(who).")]
            }
        )
    }
}

extension Change.Fact {
    /// A committee goes by a pack in its Learning Reviews.
    public static func learningReviewGuidanceAdopted(_ adoption: LearningReviewAdoption) -> Self {
        LearningReviewAdoption.adopted.fact(adoption)
    }
    /// A matter was notified that may meet a criterion.
    public static func learningReviewNotified(_ notification: LearningReviewNotification) -> Self {
        LearningReview.Entries.notified.fact(notification)
    }
    /// Parties were asked for what the decision needs.
    public static func learningReviewInformationAsked(_ request: LearningReviewRequest) -> Self {
        LearningReview.Entries.informationAsked.fact(request)
    }
    /// A party answered.
    public static func learningReviewInformationAnswered(_ answer: LearningReviewAnswer) -> Self {
        LearningReview.Entries.informationAnswered.fact(answer)
    }
    /// The group recommended what to do.
    public static func learningReviewRecommended(_ judgement: LearningReviewJudgement) -> Self {
        LearningReview.Entries.recommended.fact(judgement)
    }
    /// The committee decided, on behalf of the chief officers.
    public static func learningReviewDecided(_ judgement: LearningReviewJudgement) -> Self {
        LearningReview.Entries.decided.fact(judgement)
    }
    /// The inspectorate was told of the decision.
    public static func learningReviewInspectorateTold(_ notice: LearningReviewNotice) -> Self {
        LearningReview.Entries.inspectorateTold.fact(notice)
    }
    /// The review, or the one that takes its place, was commissioned.
    public static func learningReviewCommissioned(_ commission: LearningReviewCommission) -> Self {
        LearningReview.Entries.commissioned.fact(commission)
    }
    /// A review waits for proceedings elsewhere.
    public static func learningReviewPaused(_ pause: LearningReviewPause) -> Self {
        LearningReview.Entries.paused.fact(pause)
    }
    /// A review goes on.
    public static var learningReviewResumed: Self { LearningReview.Entries.resumed.fact }
    /// The report of a review came in.
    public static var learningReviewReported: Self { LearningReview.Entries.reported.fact }
    /// The chief officers considered the action plan and its resources.
    public static func learningReviewActionPlanConsidered(
        _ actionPlan: LearningReviewActionPlan
    ) -> Self { LearningReview.Entries.actionPlanConsidered.fact(actionPlan) }
    /// The learning was shared.
    public static func learningReviewShared(_ sharing: LearningReviewSharing) -> Self {
        LearningReview.Entries.shared.fact(sharing)
    }
    /// Data were used to check whether practice changed.
    public static func learningReviewChangeChecked(_ check: LearningReviewCheck) -> Self {
        LearningReview.Entries.changeChecked.fact(check)
    }
    /// A review came to its end.
    public static var learningReviewClosed: Self { LearningReview.Entries.closed.fact }
    /// The widest audience that may know of a Learning Review was set.
    public static func learningReviewAudienceSet(_ audience: Audience) -> Self {
        LearningReview.Entries.audience.fact(audience)
    }
}
