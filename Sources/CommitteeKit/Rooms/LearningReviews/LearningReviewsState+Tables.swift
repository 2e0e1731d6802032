// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The Learning Reviews as scripts read them: `edition.learning_reviews` and the tables beside it.

extension LearningReviewsState {
    /// The tables of reviews, of the steps that are to be taken, and of those who were asked.
    public var tables: [RoomTable] {
        let steps = reviews.flatMap { review in
            review.nextSteps.map { step in
                StepRow(
                    review: review,
                    step: step,
                    due: due(of: review, asOf: .latest).first { $0.step == step }?.day,
                    leads: leads(step, of: review)
                )
            }
        }
        let questions = reviews.flatMap { review in review.questions.map { (review, $0) } }
            .map { QuestionRow(review: $0.0, question: $0.1) }
        return [
            RoomTable(
                "learning_reviews",
                of: "learning_review",
                "A Learning Review, by its reference. It has no text.",
                reviews,
                Self.reviewColumns + LearningReview.table.columns
            ),
            RoomTable(
                "learning_review_steps",
                of: "learning_review_step",
                "A step of a Learning Review that is to be taken now.",
                steps,
                StepRow.columns
            ),
            RoomTable(
                "learning_review_questions",
                of: "learning_review_question",
                "A party that was asked for what the decision on a Learning Review needs.",
                questions,
                QuestionRow.columns
            ),
        ]
    }

    private static let reviewColumns: [Column<LearningReview>] = [
        Column("id", "The reference, such as LR-7KQ2XMD.", .text { $0[$1].id }),
        Column(
            "guidance",
            "The pack by which it goes, with its version.",
            .text { $0[$1].guidance }
        ),
        Column("criterion_words", "What its criterion says.", .text { $0[$1].criterionWords }),
    ]

    struct StepRow: Sendable {
        var review: LearningReview
        var step: LearningReviewStep
        var due: CivilDate?
        var leads: [String]

        static var columns: [Column<StepRow>] {
            [
                Column("review", "The reference of the review.", .text { $0[$1].review.id }),
                Column(
                    "step",
                    "The step, such as inspectorate-told.",
                    .text { $0[$1].step.rawValue }
                ),
                Column("words", "The step in words.", .text { $0[$1].step.noun }),
                Column(
                    "due",
                    "The day by which it is to be taken, if there is one.",
                    .optionalDate { $0[$1].due }
                ),
                Column("leads", "Who answers for it.", .texts { $0[$1].leads }),
            ]
        }
    }

    struct QuestionRow: Sendable {
        var review: LearningReview
        var question: LearningReviewQuestion

        static var columns: [Column<QuestionRow>] {
            [
                Column("review", "The reference of the review.", .text { $0[$1].review.id }),
                Column(
                    "party",
                    "Who was asked.",
                    .text { $0[$1].review.name(of: $0[$1].question.party) }
                ),
                Column(
                    "asked_on",
                    "The day on which it was asked.",
                    .date { $0[$1].question.asked }
                ),
                Column(
                    "due",
                    "The day by which it is to answer.",
                    .optionalDate { $0[$1].question.by }
                ),
                Column(
                    "answered_on",
                    "The day on which it answered.",
                    .optionalDate { $0[$1].question.answered }
                ),
                Column(
                    "answer",
                    "What came: provided or nothing-held.",
                    .optionalText { $0[$1].question.answer?.rawValue }
                ),
            ]
        }
    }
}

extension LearningReview {
    static let notificationColumns: [Column<LearningReview>] = [
        Column("stage", "Where it stands, such as commissioned.", .text { $0[$1].stage.rawValue }),
        Column("stage_words", "Where it stands, in words.", .text { $0[$1].standing }),
        Column("is_open", "Whether it has not come to its end.", .bool { $0[$1].isOpen }),
        Column(
            "criterion",
            "The criterion, by its key.",
            .optionalText { $0[$1].notification?.criterion }
        ),
        Column(
            "notified_on",
            "The day of the notification.",
            .optionalDate { $0[$1].notification?.received }
        ),
        Column(
            "notified_by",
            "Who notified.",
            .optionalText { reviews, place in
                reviews[place].notification.map { reviews[place].name(of: $0.by) }
            }
        ),
    ]

    static let questionColumns: [Column<LearningReview>] = [
        Column(
            "asked",
            "How many were asked for information.",
            .integer { $0[$1].questions.count }
        ),
        Column(
            "outstanding",
            "How many of them have not answered.",
            .integer { $0[$1].outstanding.count }
        ),
    ]

    /// The columns of a recommendation or a decision.
    static func columns(
        of name: String,
        _ who: String,
        _ path: any KeyPath<LearningReview, LearningReviewJudgement?> & Sendable
    ) -> [Column<LearningReview>] {
        [
            Column(
                "\(name)_on",
                "The day of the word of the \(who).",
                .optionalDate { $0[$1][keyPath: path]?.on }
            ),
            Column(
                name,
                "The word of the \(who): proceed, not-proceed or alternative.",
                .optionalText { $0[$1][keyPath: path]?.outcome.rawValue }
            ),
            Column(
                "\(name)_reasons",
                "The reasons of the \(who), by their keys.",
                .texts { $0[$1][keyPath: path]?.reasons ?? [] }
            ),
        ]
    }
}
