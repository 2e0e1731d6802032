// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// What happens to Learning Reviews, and the packs by which a committee goes.
extension FactGenerator {
    mutating func aboutLearningReviews(_ kind: EntryKind) -> Change? {
        if kind == "learning-review-guidance.adopted" {
            let pack = pack()
            return Change(
                .learningReviewGuidance(pack.id),
                .learningReviewGuidanceAdopted(
                    LearningReviewAdoption(
                        pack,
                        group: maybe { $0.name() },
                        coordinator: maybe { $0.name() },
                        ownLimits: list { $0.limit([]) }
                    )
                )
            )
        }
        guard let fact = step(kind) else { return nil }
        return Change(.learningReview(pick(["LR-7KQ2XMD", "LR-2BCDFGH"])), fact)
    }

    private mutating func step(_ kind: EntryKind) -> Change.Fact? {
        switch kind.rawValue {
        case "learning-review.notified":
            .learningReviewNotified(
                LearningReviewNotification(
                    by: name(),
                    criterion: key(),
                    received: maybe { $0.day() },
                    groupMeets: maybe { $0.day() },
                    committeeDecides: maybe { $0.day() }
                )
            )
        case "learning-review.audience-set":
            .learningReviewAudienceSet(turn([.restricted, .committee]))
        case "learning-review.information-asked":
            .learningReviewInformationAsked(
                LearningReviewRequest(to: list { $0.name() }, by: maybe { $0.day() })
            )
        case "learning-review.information-answered":
            .learningReviewInformationAnswered(
                LearningReviewAnswer(by: name(), turn([.provided, .nothingHeld]))
            )
        case "learning-review.recommended": .learningReviewRecommended(judgement())
        case "learning-review.decided": .learningReviewDecided(judgement())
        case "learning-review.inspectorate-told":
            .learningReviewInspectorateTold(LearningReviewNotice(reasons: list { $0.key() }))
        case "learning-review.commissioned":
            .learningReviewCommissioned(LearningReviewCommission(reportBy: maybe { $0.day() }))
        case "learning-review.paused": .learningReviewPaused(LearningReviewPause(for: key()))
        case "learning-review.resumed": .learningReviewResumed
        case "learning-review.reported": .learningReviewReported
        case "learning-review.action-plan-considered":
            .learningReviewActionPlanConsidered(
                LearningReviewActionPlan(resourced: isGiven(), at: maybe { $0.reference() })
            )
        case "learning-review.shared":
            .learningReviewShared(LearningReviewSharing(key(), with: list { $0.name() }))
        case "learning-review.change-checked":
            .learningReviewChangeChecked(
                LearningReviewCheck(
                    turn(LearningReviewCheck.Result.allCases),
                    dataSet: maybe { $0.name() },
                    document: maybe { $0.name() }
                )
            )
        case "learning-review.closed": .learningReviewClosed
        default: nil
        }
    }

    private mutating func key() -> String { pick(["harmed", "not-met", "a-1", "trial"]) }

    private mutating func judgement() -> LearningReviewJudgement {
        LearningReviewJudgement(
            turn(LearningReviewOutcome.allCases),
            reasons: list { $0.key() },
            alternative: maybe { $0.key() },
            at: maybe { $0.reference() }
        )
    }

    private mutating func limit(_ sources: [String]) -> LearningReviewGuidance.TimeLimit {
        LearningReviewGuidance.TimeLimit(
            .decided,
            after: pick([.notified, .recommended]),
            within: pick([.workingDays(20), .period(Period(28, .days))]),
            outcome: maybe { $0.pick(LearningReviewOutcome.allCases) },
            source: sources.first
        )
    }

    private mutating func pack() -> LearningReviewGuidance {
        typealias Pack = LearningReviewGuidance
        var pack = Pack(id: key(), version: 1 + below(9), title: "Reviews & <more>")
        pack.from = maybe { $0.day() }
        if isGiven() {
            pack.sources = [
                Pack.Source(id: "s", title: "Protocol", publisher: words { $0.name() }, year: 2025)
            ]
        }
        let sources = pack.sources.map(\.id)
        pack.criteria = [Pack.Term("harmed", "Words “quoted”", source: sources.first)]
        if isGiven() { pack.reasons = [Pack.Term("not-met", "Not met")] }
        if isGiven() { pack.alternatives = [Pack.Term("audit", "An audit")] }
        if isGiven() { pack.proceedings = [Pack.Term("trial", "A trial")] }
        if isGiven() { pack.sharing = [Pack.Term("briefing", "A briefing")] }
        if isGiven() { pack.rules = [Pack.Term("change-is-checked", "Checked")] }
        pack.limits = list { $0.limit(sources) }
        return pack
    }
}
