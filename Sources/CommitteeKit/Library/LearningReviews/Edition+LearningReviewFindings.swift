// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something about a Learning Review that a committee should look at.
public struct LearningReviewFinding: Hashable, Sendable {
    /// What sort of finding it is, such as `step-overdue`.
    public var kind: String
    /// The review, or the pack.
    public var subject: SubjectReference
    /// What was found, and what to do.
    public var message: String

    init(_ kind: String, _ subject: SubjectReference, _ message: String) {
        self.kind = kind
        self.subject = subject
        self.message = message
    }

    /// The finding for programs.
    public var json: JSONValue {
        [
            "kind": .string(kind), "subject": .string(subject.description),
            "message": .string(message),
        ]
    }
}

extension Edition {
    /// Looks through the Learning Reviews for steps that are overdue, and for what is left open.
    ///
    /// - Returns: The findings, by the references of the reviews, and then those about the pack in force.
    /// - Complexity: O(*n*) in the number of reviews.
    public func learningReviewFindings() -> [LearningReviewFinding] {
        let state = self[LearningReviewsState.self]
        return state.reviews.flatMap { findings(of: $0, in: state) }
            + guidanceFindings(state.guidanceInForce)
    }

    private func findings(
        of review: LearningReview,
        in state: LearningReviewsState
    ) -> [LearningReviewFinding] {
        let subject = SubjectReference.learningReview(review.id)
        let guidance = state.adoption(of: review)?.guidance
        var found: [LearningReviewFinding] = []
        for due in state.due(of: review, asOf: asOf) where due.day < asOf {
            let days = asOf - due.day
            let limit =
                due.limit.map { limit in
                    "within \(limit.within) of \(limit.after.noun), "
                        + "\(guidance?.citation(limit.source) ?? "")"
                } ?? "the day that was set"
            found.append(
                LearningReviewFinding(
                    "step-overdue",
                    subject,
                    "\(review.inSentence): \(due.step.noun) was due by \(due.day.inWords) (\(limit)), "
                        + "overdue by \(days) \(days == 1 ? "day" : "days"). Take the step, and record it."
                )
            )
        }
        if let decision = review.decision, review.notice == nil, let day = decision.on {
            found.append(
                LearningReviewFinding(
                    "inspectorate-not-told",
                    subject,
                    "\(review.inSentence): the committee decided on \(day.inWords), and the inspectorate was "
                        + "not told. Tell it, and record the notice."
                )
            )
        }
        if let plan = review.actionPlan, !plan.resourced, review.isOpen {
            found.append(
                LearningReviewFinding(
                    "resources-not-agreed",
                    subject,
                    "\(review.inSentence): the chief officers did not agree the resources of the action plan. "
                        + "Put it before them again."
                )
            )
        }
        if let check = review.checks.last, check.result != .changed, review.isOpen {
            found.append(
                LearningReviewFinding(
                    "change-not-shown",
                    subject,
                    "\(review.inSentence): the data of the last check say “"
                        + "\(check.result.words.lowercasedFirst)”. Check again, or say what else is done."
                )
            )
        }
        if let check = review.checks.last, check.dataSet == nil, check.document == nil {
            found.append(
                LearningReviewFinding(
                    "check-without-data",
                    subject,
                    "\(review.inSentence): the last check names neither a data set nor a document. Name one."
                )
            )
        }
        return found
    }

    private func guidanceFindings(_ adoption: LearningReviewAdoption?) -> [LearningReviewFinding] {
        guard let adoption else { return [] }
        let subject = SubjectReference.learningReviewGuidance(adoption.guidance.id)
        var found: [LearningReviewFinding] = []
        if adoption.group == nil {
            found.append(
                LearningReviewFinding(
                    "group-not-named",
                    subject,
                    "No group is named that recommends on notifications. Adopt the pack with --group."
                )
            )
        }
        for step in [LearningReviewStep.recommended, .decided]
        where !adoption.limits.contains(where: { $0.step == step && $0.criteria.isEmpty }) {
            found.append(
                LearningReviewFinding(
                    "limit-not-set",
                    subject,
                    "No time limit is set for \(step.noun), so it is never overdue. Adopt the pack with "
                        + "--limit."
                )
            )
        }
        return found
    }
}
