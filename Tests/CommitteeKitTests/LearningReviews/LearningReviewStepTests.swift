// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

/// Every step in every state of a Learning Review, and which rule refuses it.
@Suite("The steps of a Learning Review")
struct LearningReviewStepTests {
    typealias Sample = LearningReviewSample

    /// How far a review has come.
    enum State: String, CaseIterable {
        case unknown, notified, asked, recommended, decided, notProceeding, notProceedingTold
        case told, commissioned, paused, pausedEarly, resumed, reported, considered, shared, checked
        case alternative, alternativeReported, closed
    }

    /// The steps that lead to a state.
    private static func steps(to state: State) -> [Change.Fact] {
        let begun = [Sample.notified]
        let decided = begun + [Sample.recommended(.proceed), Sample.decided(.proceed)]
        let told = decided + [Sample.told]
        let commissioned = told + [Sample.commissioned]
        let reported = commissioned + [.learningReviewReported]
        let checked = reported + [Sample.considered, Sample.shared, Sample.checked]
        let not = begun + [Sample.recommended(.notProceed), Sample.decided(.notProceed)]
        let other =
            begun + [Sample.recommended(.alternative), Sample.decided(.alternative), Sample.told]
        return switch state {
        case .unknown: []
        case .notified: begun
        case .asked: begun + [Sample.asked]
        case .recommended: begun + [Sample.recommended(.proceed)]
        case .decided: decided
        case .notProceeding: not
        case .notProceedingTold: not + [Sample.told]
        case .told: told
        case .commissioned: commissioned
        case .paused: commissioned + [Sample.paused]
        case .pausedEarly: begun + [Sample.asked, Sample.paused]
        case .resumed: commissioned + [Sample.paused, .learningReviewResumed]
        case .reported: reported
        case .considered: reported + [Sample.considered]
        case .shared: reported + [Sample.considered, Sample.shared]
        case .checked: checked
        case .alternative: other
        case .alternativeReported: other + [Sample.commissioned, .learningReviewReported]
        case .closed: checked + [.learningReviewClosed]
        }
    }

    /// The rule that refuses each step, by the state; a step that is not listed is allowed.
    private static let refused: [State: [LearningReviewStep: String]] = {
        func all(_ rule: String, but allowed: [LearningReviewStep] = []) -> [LearningReviewStep:
            String]
        {
            var rules: [LearningReviewStep: String] = [:]
            for step in LearningReviewStep.allCases where !allowed.contains(step) {
                rules[step] = rule
            }
            return rules
        }
        let undecided: [LearningReviewStep: String] = [
            .notified: "notified-once", .inspectorateTold: "committee-decides",
            .commissioned: "committee-decides", .resumed: "resumes-what-waits",
            .reported: "report-after-commission", .actionPlanConsidered: "report-comes-first",
            .shared: "report-comes-first", .changeChecked: "report-comes-first",
            .closed: "committee-decides",
        ]
        let afterDecision: [LearningReviewStep: String] = [
            .notified: "notified-once", .informationAsked: "only-enough-to-decide",
            .informationAnswered: "only-enough-to-decide", .recommended: "group-recommends",
            .decided: "committee-decides", .resumed: "resumes-what-waits",
        ]
        let beforeReport: [LearningReviewStep: String] = [
            .actionPlanConsidered: "report-comes-first", .shared: "report-comes-first",
            .changeChecked: "report-comes-first", .closed: "runs-to-its-end",
        ]
        func joined(_ maps: [LearningReviewStep: String]...) -> [LearningReviewStep: String] {
            maps.reduce(into: [:]) { $0.merge($1) { _, new in new } }
        }
        let decided = joined(afterDecision, beforeReport, [.reported: "report-after-commission"])
        let told = joined(decided, [.inspectorateTold: "inspectorate-told-once"])
        let commissioned = joined(
            afterDecision,
            beforeReport,
            [.inspectorateTold: "inspectorate-told-once", .commissioned: "commission-as-decided"]
        )
        let reported = joined(
            afterDecision,
            [
                .inspectorateTold: "inspectorate-told-once", .commissioned: "commission-as-decided",
                .reported: "report-after-commission", .paused: "pauses-before-report",
            ]
        )
        let notProceeding = joined(
            afterDecision,
            [
                .commissioned: "commission-as-decided", .reported: "report-after-commission",
                .actionPlanConsidered: "report-comes-first", .shared: "report-comes-first",
                .changeChecked: "report-comes-first",
            ]
        )
        return [
            .notified: joined(
                undecided,
                [.informationAnswered: "only-enough-to-decide", .decided: "group-recommends"]
            ),
            .asked: joined(
                undecided,
                [.informationAsked: "only-enough-to-decide", .decided: "group-recommends"]
            ),
            .recommended: joined(undecided, [.informationAnswered: "only-enough-to-decide"]),
            .decided: decided, .told: told, .commissioned: commissioned, .resumed: commissioned,
            .notProceeding: joined(notProceeding, [.closed: "inspectorate-told-either-way"]),
            .notProceedingTold: joined(
                notProceeding,
                [.inspectorateTold: "inspectorate-told-once"]
            ),
            .paused: joined(
                all("waits-while-paused", but: [.resumed]),
                [
                    .notified: "notified-once", .inspectorateTold: "inspectorate-told-once",
                    .informationAnswered: "only-enough-to-decide",
                ]
            ),
            .pausedEarly: joined(
                all("waits-while-paused", but: [.resumed, .informationAnswered]),
                [.notified: "notified-once", .inspectorateTold: "committee-decides"]
            ),
            .reported: joined(
                reported,
                [
                    .shared: "chief-officers-consider", .changeChecked: "chief-officers-consider",
                    .closed: "chief-officers-consider",
                ]
            ),
            .considered: joined(reported, [.closed: "learning-is-shared"]),
            .shared: joined(reported, [.closed: "change-is-checked"]),
            .checked: reported,
            .alternative: told,
            .alternativeReported: joined(reported, [.closed: "learning-is-shared"]),
            .closed: joined(all("closed-for-good"), [.notified: "notified-once"]),
        ]
    }()

    @Test(arguments: State.allCases)
    func everyStepIsAllowedOrRefusedByItsRule(_ state: State) throws {
        var sample = try Sample()
        for fact in Self.steps(to: state) { sample.step(fact) }
        #expect(sample.edition().learningReviews.count == (state == .unknown ? 0 : 1))
        for (step, fact) in Sample.steps {
            // On the next day, so that what may happen twice is another event.
            let refusal = sample.refusal(fact, after: 1)
            guard state != .unknown else {
                let expected =
                    step == .notified
                    ? nil
                    : "There is no Learning Review LR-7KQ2XMD on 2026-03-03. Notify it first, or correct "
                        + "the reference."
                #expect(refusal == expected)
                continue
            }
            guard let rule = Self.refused[state]?[step] else {
                #expect(refusal == nil, "\(step) of \(state)")
                continue
            }
            let end = "Rule “\(rule)”: Rule \(rule) (Protocol of the North (2025))."
            #expect(refusal?.hasSuffix(end) == true, "\(step) of \(state): \(refusal ?? "allowed")")
            #expect(
                refusal?.hasPrefix(
                    "\(step.noun.sentence) cannot be recorded of Learning Review LR-7KQ2XMD: "
                ) == true
            )
        }
    }

    @Test func everyStepIsTried() {
        #expect(Sample.steps.map(\.step) == LearningReviewStep.allCases)
        #expect(
            Set(Sample.steps.map(\.fact.kind)) == Set(LearningReviewStep.allCases.map(\.kind))
        )
        let table = Set(LearningReview.table.kinds.map(\.kind))
        #expect(
            table.subtracting(LearningReviewStep.allCases.map(\.kind))
                == ["learning-review.audience-set"]
        )
    }

    @Test func everyRuleRefusesSomething() {
        let seen = Set(Self.refused.values.flatMap(\.values))
        let elsewhere: Set = ["reasons-when-not-proceeding"]
        #expect(seen.union(elsewhere) == Set(LearningReviewRule.all.map(\.id)))
    }

    // MARK: Word for word

    private static let sentences: [(State, Change.Fact, String)] = [
        (
            .notified, Sample.decided(.proceed),
            "The decision of the committee cannot be recorded of Learning Review LR-7KQ2XMD: the group has "
                + "not recommended anything. Record its recommendation first. "
                + "Rule “group-recommends”: Rule group-recommends (Protocol of the North (2025))."
        ),
        (
            .notProceeding, .learningReviewClosed,
            "The closing cannot be recorded of Learning Review LR-7KQ2XMD: the inspectorate was not told of "
                + "the decision. Record the notice first. Rule “inspectorate-told-either-way”: Rule "
                + "inspectorate-told-either-way (Protocol of the North (2025))."
        ),
        (
            .recommended,
            .learningReviewDecided(LearningReviewJudgement(.notProceed)),
            "The decision of the committee cannot be recorded of Learning Review LR-7KQ2XMD: no reason is "
                + "given for not proceeding. Give one of the list. Rule “reasons-when-not-proceeding”: Rule "
                + "reasons-when-not-proceeding (Protocol of the North (2025))."
        ),
        (
            .paused, .learningReviewReported,
            "The report of the review cannot be recorded of Learning Review LR-7KQ2XMD: it has waited for "
                + "“trial” since 2 March 2026. Record first that it goes on. Rule “waits-while-paused”: "
                + "Rule waits-while-paused (Protocol of the North (2025))."
        ),
        (
            .notified,
            .learningReviewRecommended(LearningReviewJudgement(.notProceed, reasons: ["none"])),
            "“How the North reviews” lists no reason “none”. Known: not-met."
        ),
        (
            .notified,
            .learningReviewRecommended(LearningReviewJudgement(.alternative)),
            "It says that another review takes its place, and not which. Name one of the list."
        ),
        (
            .notified,
            .learningReviewRecommended(LearningReviewJudgement(.proceed, reasons: ["not-met"])),
            "It gives reasons for not proceeding, and says “proceed”. Leave the reasons out."
        ),
        (
            .notified,
            .learningReviewRecommended(LearningReviewJudgement(.proceed, alternative: "audit")),
            "It names another review, and says “proceed”. Say alternative, or leave the other review out."
        ),
        (
            .notified,
            .learningReviewRecommended(LearningReviewJudgement(.proceed, at: "cpc/2026-03-09")),
            "The record has no meeting of the name that is given. Call it first, and write it such as "
                + "cpc/2026-02-11."
        ),
        (
            .notified,
            .learningReviewInformationAsked(LearningReviewRequest(to: [])),
            "The request for information cannot be recorded of Learning Review LR-7KQ2XMD: nobody is named "
                + "who was asked. Name an agency or a seat. Rule “only-enough-to-decide”: Rule "
                + "only-enough-to-decide (Protocol of the North (2025))."
        ),
        (
            .notified, .learningReviewAudienceSet(.public),
            "A Learning Review is never for “public”: only figures in which small numbers are hidden are "
                + "published. Use committee or restricted."
        ),
        (
            .reported,
            .learningReviewChangeChecked(LearningReviewCheck(.changed, dataSet: "other")),
            "The record has no data set of the identifier that is given. Name one that it has."
        ),
    ]

    @Test(arguments: sentences.indices)
    func whatIsWrongIsSaidWordForWord(_ place: Int) throws {
        let (state, fact, sentence) = Self.sentences[place]
        var sample = try Sample()
        for fact in Self.steps(to: state) { sample.step(fact) }
        #expect(sample.refusal(fact, after: 1) == sentence)
    }

    @Test func aRuleThatAPackLeavesOutDoesNotHold() throws {
        var pack = Sample.pack
        pack.rules.removeAll { $0.key == "change-is-checked" }
        var sample = try Sample(pack)
        for fact in Self.steps(to: .shared) { sample.step(fact) }
        #expect(sample.refusal(.learningReviewClosed, after: 1) == nil)
    }

    @Test func aRuleOfOrderHoldsWithoutAnyPack() throws {
        var pack = Sample.pack
        pack.rules = []
        var sample = try Sample(pack)
        sample.step(Sample.notified)
        #expect(
            sample.refusal(Sample.decided(.proceed))
                == "The decision of the committee cannot be recorded of Learning Review LR-7KQ2XMD: the group "
                + "has not recommended anything. Record its recommendation first. Rule “group-recommends”: "
                + "the order of the steps, which the record keeps."
        )
    }

    @Test func withoutAPackNothingIsNotified() throws {
        let sample = try Sample()
        let drafts = sample.drafts.filter { $0.kind != "learning-review-guidance.adopted" }
        let entries = drafts.enumerated().map {
            Entry(provisional: $0.element, sequence: $0.offset + 1)
        }
        let draft = Change(.learningReview(Sample.review), Sample.notified)
            .draft(effective: Sample.day, by: "clerk")
        #expect(
            Record.problems(appending: [draft], to: entries).map(\.message) == [
                "The committee had adopted no criteria for Learning Reviews on 2026-03-02. Adopt a pack "
                    + "first, with committee learning-review adopt."
            ]
        )
    }
}
