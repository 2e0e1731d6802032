// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

// The Learning Reviews that a test or an example writes down; the edition is restricted, or they are left out:
//
//     audience = "restricted",
//     learning_reviews = { { id = "LR-7KQ2XMD", by = "police", criterion = "harmed", decided = "proceed" } }
extension EditionMaker {
    private static let reviewNames = [
        "id", "audience", "by", "criterion", "notified_on", "recommended", "recommended_on",
        "decided", "decided_on", "reasons", "alternative", "inspectorate_told_on",
        "commissioned_on", "report_by", "reported_on", "closed_on",
    ]

    func learningReviews() throws(JSONError) -> [LearningReview] {
        let type = JSONFieldType<JSONFields>.fields(known: Self.reviewNames)
        var made: [LearningReview] = []
        for fields in try self.fields.optional("learning_reviews", as: .list(of: type)) ?? [] {
            let id = try fields.required("id", as: .name)
            guard LearningReviewReference.isValid(id) else {
                throw fields.error(
                    "“\(id)” is no reference of a Learning Review. Write one such as LR-7KQ2XMD.",
                    at: "id"
                )
            }
            var review = LearningReview(id: id)
            review.audience = try fields.optional("audience", as: .audience) ?? .restricted
            review.notification = LearningReviewNotification(
                by: try fields.optional("by", as: .name) ?? "committee",
                criterion: try fields.required("criterion", as: .name),
                received: try fields.optional("notified_on", as: .date) ?? asOf
            )
            review.decision = try judgement("decided", fields)
            review.recommendation = try judgement("recommended", fields) ?? review.decision
            if let day = try fields.optional("inspectorate_told_on", as: .date) {
                var notice = LearningReviewNotice(reasons: review.decision?.reasons ?? [])
                notice.on = day
                review.notice = notice
            }
            if let day = try fields.optional("commissioned_on", as: .date) {
                var commission = LearningReviewCommission(
                    reportBy: try fields.optional("report_by", as: .date)
                )
                commission.on = day
                review.commission = commission
            }
            review.reportedOn = try fields.optional("reported_on", as: .date)
            review.closedOn = try fields.optional("closed_on", as: .date)
            made.append(review)
        }
        return made.sorted { $0.id < $1.id }
    }

    private func judgement(
        _ name: String,
        _ fields: JSONFields
    ) throws(JSONError) -> LearningReviewJudgement? {
        let known = LearningReviewOutcome.allCases.map(\.rawValue)
        guard let word = try fields.optional(name, as: .one(of: known)),
            let outcome = LearningReviewOutcome(rawValue: word)
        else { return nil }
        var judgement = LearningReviewJudgement(
            outcome,
            reasons: try fields.optional("reasons", as: .list(of: .name)) ?? [],
            alternative: try fields.optional("alternative", as: .name)
        )
        judgement.on = try fields.optional("\(name)_on", as: .date) ?? asOf
        return judgement
    }
}

#endif
