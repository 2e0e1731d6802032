// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("The report on Learning Reviews")
struct LearningReviewReportTests {
    typealias Sample = LearningReviewSample

    /// Five reviews: one just notified and late, one paused, one not proceeded with, one to its end, one whose
    /// resources were not agreed.
    private static func edition(_ audience: Audience) throws -> Edition {
        var sample = try Sample()
        sample.step(Sample.notified, of: "LR-9XWVZZZ")
        sample.step(
            .learningReviewInformationAsked(
                LearningReviewRequest(to: ["health"], by: Sample.day + 14)
            ),
            of: "LR-9XWVZZZ",
            after: 3
        )
        let held: [Change.Fact] = [
            Sample.notified, Sample.recommended(.proceed), Sample.decided(.proceed), Sample.told,
            Sample.commissioned,
        ]
        let done: [Change.Fact] = [
            .learningReviewReported, Sample.considered, Sample.shared, Sample.checked,
            .learningReviewClosed,
        ]
        for (days, fact) in (held + [Sample.paused]).enumerated() {
            sample.step(fact, of: "LR-2BCDFGH", after: days * 3)
        }
        for (days, fact) in (held + done).enumerated() {
            sample.step(fact, of: "LR-7KQ2XMD", after: days * 4)
        }
        let not: [Change.Fact] = [
            Sample.notified, Sample.recommended(.notProceed), Sample.decided(.notProceed),
        ]
        for (days, fact) in not.enumerated() {
            sample.step(fact, of: "LR-4MNPQRS", after: days * 5)
        }
        let resources = Change.Fact.learningReviewActionPlanConsidered(
            LearningReviewActionPlan(resourced: false, at: "cpc/2026-03-02")
        )
        for (days, fact) in (held + [.learningReviewReported, resources]).enumerated() {
            sample.step(fact, of: "LR-8TVWXZ2", after: days * 5)
        }
        return sample.edition(after: 45, for: audience)
    }

    @Test(arguments: LearningReviewReport.all.map(\.id))
    func eachIsAsRecordedInEveryRenderer(_ id: String) throws {
        let report = try #require(LearningReviewReport.all.first { $0.id == id })
        for audience in [Audience.restricted, .public] {
            let document = report.document(of: try Self.edition(audience))
            for form in DocumentFormat.allCases where audience == .restricted || form == .markdown {
                let golden = GoldenFile(
                    "\(id)-\(audience.rawValue).\(form.rawValue)",
                    besides: #filePath,
                    in: "Goldens"
                )
                if let difference = golden.difference(from: document.render(form)) {
                    Issue.record("\(difference)")
                }
            }
        }
    }

    @Test func aCardAndThePackAreAsRecorded() throws {
        let edition = try Self.edition(.restricted)
        let review = try #require(edition.learningReviews.first { $0.id == "LR-7KQ2XMD" })
        for (name, document) in [
            ("card.md", LearningReviewReport.card(of: review, in: edition)),
            (
                "pack.md",
                LearningReviewReport.guidance(try #require(edition.learningReviewGuidance))
            ),
        ] {
            let golden = GoldenFile(name, besides: #filePath, in: "Goldens")
            if let difference = golden.difference(from: document.render(.markdown)) {
                Issue.record("\(difference)")
            }
        }
    }

    @Test func theFirstScreenSaysWhatIsOverdueAndWhoAnswers() throws {
        let page = LearningReviewReport.standing.document(of: try Self.edition(.restricted))
        let lines = String(decoding: page.render(.markdown), as: UTF8.self)
            .split(separator: "\n").prefix(18).joined(separator: "\n")
        #expect(
            lines.contains(
                "LR-9XWVZZZ: the answer of those who were asked was due by 16 March 2026, overdue by 31 days "
                    + "(NHS North)"
            )
        )
        #expect(lines.contains("overdue by 17 days (Case Review Group)"))
    }
}
