// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What happens to a Learning Review, each event declared once. Whether a step may be taken is the business
// of `LearningReviewRule`, and the lists of that of the fold; the closures here only take it in.

extension LearningReviewAdoption {
    /// A committee goes by a pack from a day on.
    static let adopted = Event<LearningReviewsState, LearningReviewAdoption>(
        "learning-review-guidance.adopted",
        "The criteria, reasons, rules and time limits by which the committee goes in its Learning Reviews.",
        by: .erasable(LearningReviewAdoption.shape)
    ) { state, adoption, step in
        var adoption = adoption
        adoption.on = step.effective
        state.adoptions.removeAll { $0.guidance.reference == adoption.guidance.reference }
        state.adoptions.append(adoption)
        return nil
    }.carried { ways in
        ways.sayWhatReviewsLeaveOut()
        ways.request = .reviewing("guidance", LearningReviewAdoption.shape) {
            .learningReviewGuidanceAdopted($0)
        }
        ways.sentence = .by(
            Sentence { earlier, later, _ in
                later.adoptions.filter { !earlier.adoptions.contains($0) }.map { adoption in
                    ChangeInWords(
                        "guidance",
                        "Learning Reviews go by “\(adoption.guidance.title)”, version "
                            + "\(adoption.guidance.version)."
                    )
                }
            }
        )
    }
}

extension LearningReview.Entries {
    /// An agency or a seat notified.
    static let notified = Event<LearningReview, LearningReviewNotification>(
        "learning-review.notified",
        "A matter was notified that may meet a criterion: who notified, the criterion, and the days of the "
            + "process. There is no text.",
        by: .erasable(LearningReviewNotification.shape)
    ) { review, notification, step in
        var notification = notification
        notification.received = notification.received ?? step.effective
        review.notification = notification
        return nil
    }.carried { ways in
        ways.sayWhatReviewsLeaveOut()
        ways.request = .reviewing("notified", LearningReviewNotification.shape) {
            .learningReviewNotified($0)
        }
        ways.json = .by([
            JSONMember("guidance") { .string($0[$1].guidance) },
            JSONMember("stage") { .string($0[$1].stage.rawValue) },
            JSONMember("isPaused") { .bool($0[$1].pause != nil) },
            JSONMember("notified") { reviews, place in
                reviews[place].notification.map {
                    .object(LearningReviewNotification.shape.write($0))
                } ?? .null
            },
        ])
        ways.columns = .by(LearningReview.notificationColumns)
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.notification == nil, let said = later.notification else { return [] }
                return [
                    ChangeInWords("notified", "\(name) was notified by \(later.name(of: said.by)).")
                ]
            }
        )
    }

    /// Parties were asked for what the decision needs.
    static let informationAsked = Event<LearningReview, LearningReviewRequest>(
        "learning-review.information-asked",
        "Agencies and seats were asked for what the decision needs, and by when they are to answer.",
        by: .erasable(LearningReviewRequest.shape)
    ) { review, request, step in
        for party in request.to {
            review.questions.append(
                LearningReviewQuestion(party: party, asked: step.effective, by: request.by)
            )
        }
        return nil
    }.carried { ways in
        ways.sayWhatReviewsLeaveOut()
        ways.request = .reviewing("informationAsked", LearningReviewRequest.shape) {
            .learningReviewInformationAsked($0)
        }
        ways.json = .by([
            JSONMember("information") { reviews, place in
                .sparse(
                    reviews[place].questions.map {
                        .object(LearningReviewQuestion.shape.write($0))
                    }
                )
            }
        ])
        ways.columns = .by(LearningReview.questionColumns)
        ways.sentence = .by(
            Sentence { earlier, later, name in
                let new = later.questions.filter { question in
                    !earlier.questions.contains {
                        $0.party == question.party && $0.asked == question.asked
                    }
                }
                guard !new.isEmpty else { return [] }
                let parties = new.map { later.name(of: $0.party) }.joined(separator: ", ")
                return [
                    ChangeInWords(
                        "asked",
                        "\(parties) \(new.count == 1 ? "was" : "were") asked about \(name)."
                    )
                ]
            }
        )
    }

    /// A party answered.
    static let informationAnswered = Event<LearningReview, LearningReviewAnswer>(
        "learning-review.information-answered",
        "One of those who were asked answered: it gave what it has, or holds nothing.",
        part: { $0["party"]?.text },
        by: .erasable(LearningReviewAnswer.shape)
    ) { review, answer, step in
        let place = review.questions.lastIndex { $0.party == answer.party && $0.answered == nil }
        guard let place else { return nil }
        review.questions[place].answer = answer.answer
        review.questions[place].answered = step.effective
        return nil
    }.carried { ways in
        ways.sayWhatReviewsLeaveOut()
        ways.request = .reviewing("informationAnswered", LearningReviewAnswer.shape) {
            .learningReviewInformationAnswered($0)
        }
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.questions.filter { $0.answered != nil && !earlier.questions.contains($0) }
                    .map { question in
                        ChangeInWords(
                            "answered",
                            "\(later.name(of: question.party)) answered about \(name): "
                                + "\(question.answer?.words.lowercasedFirst ?? "")."
                        )
                    }
            }
        )
    }

    /// The group recommended what to do.
    static let recommended = Event<LearningReview, LearningReviewJudgement>(
        "learning-review.recommended",
        "The group recommended to proceed, not to proceed with reasons, or another kind of review.",
        by: .erasable(LearningReviewJudgement.shape)
    ) { review, judgement, step in
        var judgement = judgement
        judgement.on = step.effective
        review.recommendation = judgement
        return nil
    }.carried { ways in
        ways.judge("recommended", "The group recommended on", \.recommendation) {
            .learningReviewRecommended($0)
        }
        ways.columns = .by(LearningReview.columns(of: "recommended", "group", \.recommendation))
    }

    /// The committee decided.
    static let decided = Event<LearningReview, LearningReviewJudgement>(
        "learning-review.decided",
        "The committee decided, on behalf of the chief officers: to proceed, not to proceed with reasons, "
            + "or on another kind of review.",
        by: .erasable(LearningReviewJudgement.shape)
    ) { review, judgement, step in
        var judgement = judgement
        judgement.on = step.effective
        review.decision = judgement
        return nil
    }.carried { ways in
        ways.judge("decided", "The committee decided on", \.decision) { .learningReviewDecided($0) }
        ways.columns = .by(LearningReview.columns(of: "decided", "committee", \.decision))
    }

    /// The inspectorate was told.
    static let inspectorateTold = Event<LearningReview, LearningReviewNotice>(
        "learning-review.inspectorate-told",
        "The inspectorate was told of the decision, with the reasons when there is to be no review.",
        by: .erasable(LearningReviewNotice.shape)
    ) { review, notice, step in
        var notice = notice
        notice.on = step.effective
        if notice.reasons.isEmpty { notice.reasons = review.decision?.reasons ?? [] }
        review.notice = notice
        return nil
    }.carried { ways in
        ways.sayWhatReviewsLeaveOut()
        ways.request = .reviewing("inspectorateTold", LearningReviewNotice.shape) {
            .learningReviewInspectorateTold($0)
        }
        ways.json = .by([
            JSONMember("inspectorateTold") { reviews, place in
                reviews[place].notice.map { LearningReviewNotice.shape.dated($0, on: $0.on) }
                    ?? .null
            }
        ])
        ways.columns = .by([
            Column(
                "inspectorate_told_on",
                "The day on which the inspectorate was told of the decision.",
                .optionalDate { $0[$1].notice?.on }
            )
        ])
        ways.sentence = .became(\.notice, "told") {
            "The inspectorate was told of the decision on \($0)."
        }
    }

    /// It was commissioned.
    static let commissioned = Event<LearningReview, LearningReviewCommission>(
        "learning-review.commissioned",
        "The review, or the one that takes its place, was commissioned, and by when its report is asked for.",
        by: .erasable(LearningReviewCommission.shape)
    ) { review, commission, step in
        var commission = commission
        commission.on = step.effective
        review.commission = commission
        return nil
    }.carried { ways in
        ways.sayWhatReviewsLeaveOut()
        ways.request = .reviewing("commissioned", LearningReviewCommission.shape) {
            .learningReviewCommissioned($0)
        }
        ways.json = .by([
            JSONMember("commissioned") { reviews, place in
                reviews[place].commission.map {
                    LearningReviewCommission.shape.dated($0, on: $0.on)
                }
                    ?? .null
            }
        ])
        ways.columns = .by([
            Column(
                "commissioned_on",
                "The day on which it was commissioned.",
                .optionalDate { $0[$1].commission?.on }
            ),
            Column(
                "report_by",
                "The day by which its report is asked for.",
                .optionalDate { $0[$1].commission?.reportBy }
            ),
        ])
        ways.sentence = .became(\.commission, "commissioned") { "\($0) was commissioned." }
    }
}
