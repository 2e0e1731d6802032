// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A rule of the process: which steps it concerns, and when it refuses one.
///
/// Rules of order always hold, since without them the record would contradict itself. The others are
/// guidance: they hold where the pack that a review goes by lists their key, and give the pack's words and
/// source. A council whose pack leaves one out is not held to it.
public struct LearningReviewRule: Sendable, Identifiable {
    /// The key under which a pack gives the rule's words and source.
    public let id: String
    /// The steps that it may refuse.
    public let steps: [LearningReviewStep]
    /// Whether it holds without a pack that lists it.
    public let isOfOrder: Bool
    /// What is wrong with the step, and what to do; nil when the rule allows it.
    private let breach: @Sendable (LearningReview, LearningReviewAct) -> String?

    private init(
        _ id: String,
        _ steps: [LearningReviewStep],
        isOfOrder: Bool = true,
        _ breach: @escaping @Sendable (LearningReview, LearningReviewAct) -> String?
    ) {
        self.id = id
        self.steps = steps
        self.isOfOrder = isOfOrder
        self.breach = breach
    }

    /// Returns why a step cannot be taken by this rule.
    ///
    /// - Parameters:
    ///   - act: The step, and what is said of it.
    ///   - review: The review as it stands.
    ///   - guidance: The pack by which it goes.
    /// - Returns: What was found, what to do, the rule and its source; nil when the rule allows the step.
    func refusal(
        of act: LearningReviewAct,
        on review: LearningReview,
        by guidance: LearningReviewGuidance
    ) -> String? {
        guard steps.contains(act.step) else { return nil }
        let listed = guidance.rules.first { $0.key == id }
        guard isOfOrder || listed != nil, let wrong = breach(review, act) else { return nil }
        let rule =
            listed.map { "\($0.words.withoutStop) (\(guidance.citation($0.source)))" }
            ?? "the order of the steps, which the record keeps"
        return "\(act.step.noun.sentence) cannot be recorded of \(review.inSentence): \(wrong) "
            + "Rule “\(id)”: \(rule)."
    }

    /// Returns why a step cannot be taken.
    ///
    /// - Returns: What the first rule says that refuses it; nil when all allow it.
    static func refusal(
        of act: LearningReviewAct,
        on review: LearningReview,
        by guidance: LearningReviewGuidance
    ) -> String? {
        all.lazy.compactMap { $0.refusal(of: act, on: review, by: guidance) }.first
    }

    private static let everyStep = LearningReviewStep.allCases

    /// All rules, in the order in which they are asked.
    public static let all: [LearningReviewRule] = order + guidance

    // MARK: Order

    private static let order: [LearningReviewRule] = [
        LearningReviewRule("notified-once", [.notified]) { review, _ in
            review.notification.map { _ in
                "it was notified already. Draw another reference for another notification."
            }
        },
        LearningReviewRule("closed-for-good", everyStep) { review, _ in
            review.closedOn.map {
                "it was closed on \($0.inWords). Nothing more can be recorded of it."
            }
        },
        LearningReviewRule("waits-while-paused", everyStep) { review, act in
            guard let pause = review.pause, let from = pause.from,
                ![.resumed, .inspectorateTold, .informationAnswered].contains(act.step)
            else { return nil }
            return
                "it has waited for “\(pause.proceedings)” since \(from.inWords). Record first that it "
                + "goes on."
        },
        LearningReviewRule("resumes-what-waits", [.resumed]) { review, _ in
            review.pause == nil ? "it does not wait. Nothing needs to change." : nil
        },
        LearningReviewRule("pauses-before-report", [.paused]) { review, _ in
            review.reportedOn.map {
                "its report came in on \($0.inWords), so nothing is left to wait."
            }
        },
        LearningReviewRule("only-enough-to-decide", [.informationAsked, .informationAnswered]) {
            review,
            act in
            if let day = review.decision?.on {
                return
                    "the committee decided on \(day.inWords), and no more is gathered than that needs."
            }
            return act.step == .informationAsked
                ? review.refusal(ofAsking: act.parties)
                : review.refusal(ofAnswerOf: act.parties.first ?? "")
        },
        LearningReviewRule("group-recommends", [.recommended, .decided]) { review, act in
            if act.step == .recommended {
                return review.decision?.on.map { "the committee decided on \($0.inWords) already." }
            }
            return review.recommendation == nil
                ? "the group has not recommended anything. Record its recommendation first." : nil
        },
        LearningReviewRule(
            "committee-decides",
            [.decided, .inspectorateTold, .commissioned, .closed]
        ) {
            review,
            act in
            if act.step == .decided {
                return review.decision?.on.map {
                    "the committee decided on \($0.inWords). Correct that entry if it was wrong."
                }
            }
            return review.decision == nil
                ? "the committee has not decided. Record its decision first." : nil
        },
        LearningReviewRule("inspectorate-told-once", [.inspectorateTold]) { review, _ in
            review.notice?.on.map { "it was told on \($0.inWords). Nothing needs to change." }
        },
        LearningReviewRule("commission-as-decided", [.commissioned]) { review, _ in
            if let day = review.commission?.on {
                return "it was commissioned on \(day.inWords). Correct that entry if it was wrong."
            }
            return review.decision?.outcome == .notProceed
                ? "the committee decided not to proceed, so there is no review to commission." : nil
        },
        LearningReviewRule("report-after-commission", [.reported]) { review, _ in
            if let day = review.reportedOn {
                return "its report came in on \(day.inWords) already."
            }
            return review.commission == nil
                ? "no review was commissioned. Record the commission first." : nil
        },
        LearningReviewRule(
            "report-comes-first",
            [.actionPlanConsidered, .shared, .changeChecked]
        ) { review, _ in
            review.reportedOn == nil ? "its report is not in. Record the report first." : nil
        },
        LearningReviewRule("runs-to-its-end", [.closed]) { review, _ in
            guard let decision = review.decision, decision.outcome != .notProceed,
                review.reportedOn == nil
            else { return nil }
            return
                "the committee decided on a review, and its report is not in. Record the report first."
        },
    ]

    // MARK: Guidance

    private static let guidance: [LearningReviewRule] = [
        LearningReviewRule(
            "reasons-when-not-proceeding",
            [.recommended, .decided, .inspectorateTold],
            isOfOrder: false
        ) { review, act in
            if act.step == .inspectorateTold {
                guard review.decision?.outcome == .notProceed, act.reasons.isEmpty,
                    review.decision?.reasons.isEmpty ?? true
                else { return nil }
                return "no reason is given for not proceeding. Give one of the list."
            }
            guard act.judgement?.outcome == .notProceed, act.reasons.isEmpty else { return nil }
            return "no reason is given for not proceeding. Give one of the list."
        },
        LearningReviewRule("inspectorate-told-either-way", [.closed], isOfOrder: false) {
            review,
            _ in
            review.notice == nil
                ? "the inspectorate was not told of the decision. Record the notice first." : nil
        },
        LearningReviewRule(
            "chief-officers-consider",
            [.shared, .changeChecked, .closed],
            isOfOrder: false
        ) { review, _ in
            guard review.decision?.outcome == .proceed else { return nil }
            return review.actionPlan == nil
                ? "the chief officers have not considered the action plan and its resources. Record that "
                    + "first." : nil
        },
        LearningReviewRule("learning-is-shared", [.closed], isOfOrder: false) { review, _ in
            guard review.reportedOn != nil else { return nil }
            return review.sharing.isEmpty
                ? "its learning was not shared. Record how it was shared first." : nil
        },
        LearningReviewRule("change-is-checked", [.closed], isOfOrder: false) { review, _ in
            guard review.decision?.outcome == .proceed else { return nil }
            return review.checks.isEmpty
                ? "nobody checked with data whether practice changed. Record the check first." : nil
        },
    ]
}

/// A step that somebody wants to record, and what is said of it.
struct LearningReviewAct {
    var step: LearningReviewStep
    var judgement: LearningReviewJudgement?
    /// The parties of which it speaks, by identifiers.
    var parties: [String] = []
    var reasons: [String] = []

    /// The step that a fact of a Learning Review records; nil for what is no step.
    init?(_ fact: Change.Fact) {
        let step = LearningReviewStep.allCases.first { $0.kind == fact.kind }
        guard let step else { return nil }
        self.init(step)
        judgement = fact.value(as: LearningReviewJudgement.self)
        reasons =
            judgement?.reasons ?? fact.value(as: LearningReviewNotice.self)?.reasons ?? []
        if let said = fact.value(as: LearningReviewNotification.self) { parties = [said.by] }
        if let said = fact.value(as: LearningReviewRequest.self) { parties = said.to }
        if let said = fact.value(as: LearningReviewAnswer.self) { parties = [said.party] }
        if let said = fact.value(as: LearningReviewSharing.self) { parties = said.to }
    }

    init(_ step: LearningReviewStep) { self.step = step }
}

extension LearningReview {
    fileprivate func refusal(ofAsking parties: [String]) -> String? {
        guard !parties.isEmpty else {
            return "nobody is named who was asked. Name an agency or a seat."
        }
        let again = parties.first { party in outstanding.contains { $0.party == party } }
        return again.map { "“\(name(of: $0))” was asked already, and has not answered." }
    }

    fileprivate func refusal(ofAnswerOf party: String) -> String? {
        guard !outstanding.contains(where: { $0.party == party }) else { return nil }
        return questions.contains { $0.party == party }
            ? "“\(name(of: party))” has answered already."
            : "“\(name(of: party))” was not asked. Record that it was asked first."
    }
}

extension String {
    /// The text without a full stop at its end.
    fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
