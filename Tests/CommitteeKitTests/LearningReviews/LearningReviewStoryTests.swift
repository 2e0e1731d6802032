// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

/// Twenty stories, each with where the review stands in the end and what comes next.
@Suite("Stories of Learning Reviews")
struct LearningReviewStoryTests {
    typealias Sample = LearningReviewSample

    struct Story: CustomTestStringConvertible, Sendable {
        var name: String
        /// The steps, each with the days after the notification.
        var steps: [(Int, Change.Fact)]
        /// The days after the notification on which one looks.
        var look: Int
        var standing: String
        /// The next steps, each with the day by which it is due, if any.
        var next: [String]
        /// The kinds of what is found, without those about the pack.
        var findings: [String] = []

        init(
            _ name: String,
            _ steps: [(Int, Change.Fact)],
            look: Int,
            _ standing: String,
            next: [String],
            findings: [String] = []
        ) {
            self.name = name
            self.steps = steps
            self.look = look
            self.standing = standing
            self.next = next
            self.findings = findings
        }

        var testDescription: String { name }
    }

    private static let care = Change.Fact.learningReviewNotified(
        LearningReviewNotification(by: "health", criterion: "care")
    )
    private static let held: [(Int, Change.Fact)] = [
        (0, Sample.notified), (10, Sample.recommended(.proceed)), (15, Sample.decided(.proceed)),
        (16, Sample.told), (20, Sample.commissioned),
    ]
    private static let reported = held + [(100, .learningReviewReported)]
    private static let considered = reported + [(120, Sample.considered)]
    private static let not: [(Int, Change.Fact)] = [
        (0, Sample.notified), (10, Sample.recommended(.notProceed)),
        (15, Sample.decided(.notProceed)),
    ]

    // 2 March 2026 is the day of the notification.
    static let stories: [Story] = [
        Story(
            "Just notified",
            [(0, Sample.notified)],
            look: 1,
            "Notified",
            next: ["recommended 2026-03-30"]
        ),
        Story(
            "Asked, and nobody has answered",
            [
                (0, Sample.notified),
                (
                    2,
                    .learningReviewInformationAsked(
                        LearningReviewRequest(to: ["health", "police"], by: Sample.day + 14)
                    )
                ),
            ],
            look: 20,
            "Notified",
            next: ["information-answered 2026-03-16", "recommended 2026-03-30"],
            findings: ["step-overdue"]
        ),
        Story(
            "One of two has answered",
            [
                (0, Sample.notified),
                (
                    2,
                    .learningReviewInformationAsked(
                        LearningReviewRequest(to: ["health", "police"], by: Sample.day + 14)
                    )
                ),
                (
                    5,
                    .learningReviewInformationAnswered(
                        LearningReviewAnswer(by: "police", .nothingHeld)
                    )
                ),
            ],
            look: 6,
            "Notified",
            next: ["information-answered 2026-03-16", "recommended 2026-03-30"]
        ),
        Story(
            "The recommendation is late",
            [(0, Sample.notified)],
            look: 30,
            "Notified",
            next: ["recommended 2026-03-30"],
            findings: ["step-overdue"]
        ),
        Story(
            "The group meets before the limit",
            [
                (
                    0,
                    .learningReviewNotified(
                        LearningReviewNotification(
                            by: "police",
                            criterion: "harmed",
                            groupMeets: Sample.day + 7
                        )
                    )
                )
            ],
            look: 0,
            "Notified",
            next: ["recommended 2026-03-09"]
        ),
        Story(
            "Working days count from the recommendation",
            [(0, Sample.notified), (10, Sample.recommended(.proceed))],
            look: 11,
            "Recommendation made",
            next: ["decided 2026-03-26"]
        ),
        Story(
            "The group changes its mind before the decision",
            [
                (0, Sample.notified), (10, Sample.recommended(.proceed)),
                (12, Sample.recommended(.notProceed)),
            ],
            look: 12,
            "Recommendation made",
            next: ["decided 2026-03-27"]
        ),
        Story(
            "Decided, and the inspectorate is not told",
            Array(held.prefix(3)),
            look: 16,
            "Decided",
            next: ["inspectorate-told", "commissioned"],
            findings: ["inspectorate-not-told"]
        ),
        Story(
            "Not proceeding, and the inspectorate is not told",
            not,
            look: 16,
            "Decided",
            next: ["inspectorate-told"],
            findings: ["inspectorate-not-told"]
        ),
        Story(
            "Not proceeding after a death in care, with its limit",
            [
                (0, care), (10, Sample.recommended(.notProceed)),
                (15, Sample.decided(.notProceed)),
            ],
            look: 16,
            "Decided",
            next: ["inspectorate-told 2026-04-27"],
            findings: ["inspectorate-not-told"]
        ),
        Story(
            "Not proceeding, told and closed",
            not + [(16, Sample.told), (17, .learningReviewClosed)],
            look: 30,
            "Closed",
            next: []
        ),
        Story(
            "Under way with a day for the report",
            Array(held.prefix(4)) + [
                (
                    20,
                    .learningReviewCommissioned(
                        LearningReviewCommission(reportBy: Sample.day + 140)
                    )
                )
            ],
            look: 21,
            "Under way",
            next: ["reported 2026-07-20"]
        ),
        Story(
            "Paused for a trial: nothing is overdue",
            Array(held.prefix(4)) + [
                (
                    20,
                    .learningReviewCommissioned(
                        LearningReviewCommission(reportBy: Sample.day + 140)
                    )
                ),
                (30, Sample.paused),
            ],
            look: 400,
            "Under way, paused",
            next: ["resumed"]
        ),
        Story(
            "Resumed: the pause is added to the day",
            Array(held.prefix(4)) + [
                (
                    20,
                    .learningReviewCommissioned(
                        LearningReviewCommission(reportBy: Sample.day + 140)
                    )
                ),
                (30, Sample.paused), (130, .learningReviewResumed),
            ],
            look: 131,
            "Under way",
            next: ["reported 2026-10-28"]
        ),
        Story(
            "Paused before anything was decided",
            [(0, Sample.notified), (5, Sample.paused), (25, .learningReviewResumed)],
            look: 26,
            "Notified",
            next: ["recommended 2026-04-19"]
        ),
        Story(
            "The report is in",
            reported,
            look: 101,
            "Report received",
            next: ["action-plan-considered"]
        ),
        Story(
            "The resources are not agreed, and come back",
            reported + [
                (
                    120,
                    .learningReviewActionPlanConsidered(LearningReviewActionPlan(resourced: false))
                )
            ],
            look: 121,
            "Action plan considered",
            next: ["action-plan-considered"],
            findings: ["resources-not-agreed"]
        ),
        Story(
            "Shared, and the change is still to be checked",
            considered + [(130, Sample.shared)],
            look: 131,
            "Learning shared",
            next: ["change-checked"]
        ),
        Story(
            "The data show no change yet",
            considered + [
                (130, Sample.shared),
                (
                    300,
                    .learningReviewChangeChecked(LearningReviewCheck(.notYet, dataSet: "figures"))
                ),
            ],
            look: 301,
            "Change checked",
            next: ["change-checked"],
            findings: ["change-not-shown"]
        ),
        Story(
            "An alternative review, to its end",
            [
                (0, Sample.notified), (10, Sample.recommended(.alternative)),
                (15, Sample.decided(.alternative)), (16, Sample.told), (20, Sample.commissioned),
                (60, .learningReviewReported), (70, Sample.shared), (80, .learningReviewClosed),
            ],
            look: 81,
            "Closed",
            next: []
        ),
    ]

    @Test(arguments: stories)
    func itStandsWhereItShould(_ story: Story) throws {
        var sample = try Sample()
        for (days, fact) in story.steps { sample.step(fact, after: days) }
        let record = Record.folding(sample.entries)
        #expect(record.problems.map(\.message) == [])
        let edition = sample.edition(after: story.look)
        let review = try #require(edition.learningReviews.first)
        #expect(review.standing == story.standing)
        let state = edition[LearningReviewsState.self]
        let dues = state.due(of: review, asOf: edition.asOf)
        let next = review.nextSteps.map { step in
            step.rawValue + (dues.first { $0.step == step }.map { " \($0.day)" } ?? "")
        }
        #expect(next == story.next)
        #expect(edition.learningReviewFindings().map(\.kind) == story.findings)
        #expect(
            state.deadlines(through: .latest).map { "\($0.due)" }
                == story.next.compactMap { line in
                    line.contains(" ") ? String(line.suffix(10)) : nil
                }
        )
    }

    @Test func thereAreTwenty() {
        #expect(Self.stories.count == 20)
        #expect(Set(Self.stories.map(\.name)).count == 20)
    }

    // MARK: Random years

    /// A year in which whatever is allowed happens by chance gives the same record through an export, and
    /// stands the same after every entry.
    @Test(arguments: 0..<200)
    func aRandomYearReplaysEqual(_ seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(seed) &+ 900)
        var sample = try Sample()
        let reviews = ["LR-7KQ2XMD", "LR-2BCDFGH", "LR-9XWVZZZ"]
        var day = 0
        for _ in 0..<60 {
            day += Int(random.next() % 6)
            let review = reviews[Int(random.next() % 3)]
            let outcome = LearningReviewOutcome.allCases[Int(random.next() % 3)]
            var facts = Sample.steps.map(\.fact)
            facts += [Sample.recommended(outcome), Sample.decided(outcome)]
            let fact = facts[Int(random.next() % UInt64(facts.count))]
            if sample.refusal(fact, of: review, after: day) == nil {
                sample.step(fact, of: review, after: day)
            }
        }
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("cpc", name: "CPC")
        try await store.append(sample.drafts, to: "cpc", expecting: nil, idempotencyKey: nil)
        let entries = try await store.allEntries(of: "cpc")
        let record = Record.folding(entries)
        #expect(record.problems.map(\.message) == [])
        let export = RecordExport(
            committee: "cpc",
            name: "CPC",
            digestName: Digest.testing.name,
            entries: entries
        )
        let text = export.json(asOf: Sample.day + day).indentedText
        let again = try RecordExport(reading: Array(text.utf8), source: "export")
        #expect(Record.folding(again.entries).rooms == record.rooms)
        // Whatever came of it, the order of the list is that of the references.
        let references = record.learningReviews.map(\.id)
        #expect(references == references.sorted())
    }
}
