// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

/// A committee with Learning Reviews for tests, and what may be tried on it.
struct LearningReviewSample {
    static let day = CivilDate(2026, 3, 2)
    static let review = "LR-7KQ2XMD"
    private(set) var drafts: [EntryDraft] = []

    static let profile = """
        {
          "body": { "id": "cpc", "name": "North Child Protection Committee", "kind": "committee" },
          "bodies": [
            { "id": "cog", "name": "Chief Officers' Group", "kind": "chief-officers-group" },
            { "id": "police", "name": "Police North", "kind": "agency" },
            { "id": "health", "name": "NHS North", "kind": "agency" }],
          "roles": [{ "id": "lead-officer", "title": "Lead Officer", "body": "cpc" }],
          "workingGroups": [
            { "id": "case-review", "name": "Case Review Group", "reportsTo": "cpc" }]
        }
        """

    /// A pack with every list and every rule of guidance.
    static let pack: LearningReviewGuidance = {
        typealias Pack = LearningReviewGuidance
        var pack = Pack(id: "ours", title: "How the North reviews")
        pack.sources = [Pack.Source(id: "p", title: "Protocol of the North", year: 2025)]
        pack.criteria = [
            Pack.Term("harmed", "A child was harmed.", source: "p"),
            Pack.Term("care", "A child in care died.", source: "p"),
        ]
        pack.reasons = [Pack.Term("not-met", "No criterion is met.", source: "p")]
        pack.alternatives = [Pack.Term("audit", "An audit of such cases.", source: "p")]
        pack.proceedings = [Pack.Term("trial", "A trial.", source: "p")]
        pack.sharing = [Pack.Term("briefing", "A briefing.", source: "p")]
        pack.rules = LearningReviewRule.all.map {
            Pack.Term($0.id, "Rule \($0.id).", source: "p")
        }
        pack.limits = [
            Pack.TimeLimit(
                .recommended,
                after: .notified,
                within: .period(Period(28, .days)),
                source: "p"
            ),
            Pack.TimeLimit(.decided, after: .recommended, within: .workingDays(10)),
            Pack.TimeLimit(
                .inspectorateTold,
                after: .notified,
                within: .period(Period(8, .weeks)),
                criteria: ["care"],
                outcome: .notProceed,
                source: "p"
            ),
        ]
        return pack
    }()

    /// A committee with its structure, its meetings and a pack, and no review.
    init(_ pack: LearningReviewGuidance = Self.pack) throws {
        let profile = try JSONReader.read(Array(Self.profile.utf8), source: "profile").value
        let start = CivilDate(2026, 1, 5)
        add(.committee, .profileSet(profile), on: start)
        let data = DataSet(
            id: "figures",
            title: "Figures",
            lead: "Lead Officer",
            every: Period(1, .quarters),
            from: start,
            within: .workingDays(20)
        )
        add(.dataSet("figures"), .dataSetSet(data), on: start)
        add(
            .meeting(of: "cpc", on: Self.day),
            .meetingCalled(MeetingCall(bodyName: "Committee")),
            on: start
        )
        add(
            .learningReviewGuidance(pack.id),
            .learningReviewGuidanceAdopted(
                LearningReviewAdoption(pack, group: "case-review", coordinator: "lead-officer")
            ),
            on: start
        )
    }

    mutating func add(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        on day: CivilDate = Self.day
    ) {
        drafts.append(Change(subject, fact).draft(effective: day, by: "lead-officer"))
    }

    /// Records a step of a review.
    mutating func step(
        _ fact: Change.Fact,
        of review: String = Self.review,
        after days: Int = 0
    ) {
        add(.learningReview(review), fact, on: Self.day + days)
    }

    var entries: [Entry] {
        drafts.enumerated().map { Entry(provisional: $0.element, sequence: $0.offset + 1) }
    }

    /// The edition of a day.
    func edition(after days: Int = 0, for audience: Audience = .restricted) -> Edition {
        let day = Self.day + days
        return Edition(
            of: Record.folding(entries, asOf: day),
            committee: "cpc",
            name: "North CPC",
            asOf: day,
            audience: audience
        )
    }

    /// Why something cannot be recorded next; nil when it can.
    func refusal(
        _ fact: Change.Fact,
        of review: String = Self.review,
        after days: Int = 0,
        reason: String? = nil
    ) -> String? {
        let draft = Change(.learningReview(review), fact)
            .draft(effective: Self.day + days, by: "lead-officer", reason: reason)
        return Record.problems(appending: [draft], to: entries).first?.message
    }

    // MARK: Steps

    static let notified = Change.Fact.learningReviewNotified(
        LearningReviewNotification(by: "police", criterion: "harmed")
    )
    static let asked = Change.Fact.learningReviewInformationAsked(
        LearningReviewRequest(to: ["health"])
    )
    static let answered = Change.Fact.learningReviewInformationAnswered(
        LearningReviewAnswer(by: "health")
    )

    static func judged(_ outcome: LearningReviewOutcome) -> LearningReviewJudgement {
        switch outcome {
        case .notProceed: LearningReviewJudgement(.notProceed, reasons: ["not-met"])
        case .alternative: LearningReviewJudgement(.alternative, alternative: "audit")
        default: LearningReviewJudgement(.proceed)
        }
    }

    static func recommended(_ outcome: LearningReviewOutcome) -> Change.Fact {
        .learningReviewRecommended(judged(outcome))
    }
    static func decided(_ outcome: LearningReviewOutcome) -> Change.Fact {
        .learningReviewDecided(judged(outcome))
    }
    static let told = Change.Fact.learningReviewInspectorateTold(LearningReviewNotice())
    static let commissioned = Change.Fact.learningReviewCommissioned(LearningReviewCommission())
    static let paused = Change.Fact.learningReviewPaused(LearningReviewPause(for: "trial"))
    static let considered = Change.Fact.learningReviewActionPlanConsidered(
        LearningReviewActionPlan(resourced: true)
    )
    static let shared = Change.Fact.learningReviewShared(LearningReviewSharing("briefing"))
    static let checked = Change.Fact.learningReviewChangeChecked(
        LearningReviewCheck(.changed, dataSet: "figures")
    )

    /// A sample of each step, by the step.
    static let steps: [(step: LearningReviewStep, fact: Change.Fact)] = [
        (.notified, notified), (.informationAsked, asked), (.informationAnswered, answered),
        (.recommended, recommended(.proceed)), (.decided, decided(.proceed)),
        (.inspectorateTold, told), (.commissioned, commissioned), (.paused, paused),
        (.resumed, .learningReviewResumed), (.reported, .learningReviewReported),
        (.actionPlanConsidered, considered), (.shared, shared), (.changeChecked, checked),
        (.closed, .learningReviewClosed),
    ]
}
