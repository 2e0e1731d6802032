// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// How what is said of a Learning Review stands in JSON: in entries, in exports and in files of changes.

extension LearningReview {
    /// What may stand in each word of an entry about a Learning Review: nothing is free text.
    ///
    /// The key is the kind of entry and the member; the value says which list the word comes from.
    public static let words: [String: String] = [
        "learning-review.notified by": "the committee's structure",
        "learning-review.notified criterion": "the pack's criteria",
        "learning-review.information-asked to": "the committee's structure",
        "learning-review.information-answered party": "those who were asked",
        "learning-review.information-answered answer": "provided, nothing-held",
        "learning-review.recommended outcome": "proceed, not-proceed, alternative",
        "learning-review.recommended reasons": "the pack's reasons",
        "learning-review.recommended alternative": "the pack's alternatives",
        "learning-review.recommended meeting": "the record's meetings",
        "learning-review.decided outcome": "proceed, not-proceed, alternative",
        "learning-review.decided reasons": "the pack's reasons",
        "learning-review.decided alternative": "the pack's alternatives",
        "learning-review.decided meeting": "the record's meetings",
        "learning-review.inspectorate-told reasons": "the pack's reasons",
        "learning-review.paused proceedings": "the pack's proceedings",
        "learning-review.action-plan-considered meeting": "the record's meetings",
        "learning-review.shared means": "the pack's ways of sharing",
        "learning-review.shared to": "the committee's structure",
        "learning-review.change-checked result": "changed, changed-in-part, not-yet",
        "learning-review.change-checked dataSet": "the record's data sets",
        "learning-review.change-checked document": "the register of documents",
        "learning-review.audience-set value": "committee, restricted",
    ]
}

extension LearningReviewNotification {
    static let shape = Shape(
        LearningReviewNotification(by: "", criterion: ""),
        [
            .required("by", \.by, .name), .required("criterion", \.criterion, .key),
            .optional("received", \.received, .date), .optional("groupMeets", \.groupMeets, .date),
            .optional("committeeDecides", \.committeeDecides, .date),
        ]
    )
}

extension LearningReviewRequest {
    static let shape = Shape(
        LearningReviewRequest(to: []),
        [.list("to", \.to, .name), .optional("by", \.by, .date)]
    )
}

extension LearningReviewAnswer {
    static let shape = Shape(
        LearningReviewAnswer(by: ""),
        [.required("party", \.party, .name), .given("answer", \.answer, .word)]
    )
}

extension LearningReviewQuestion {
    static let shape = Shape(
        LearningReviewQuestion(party: "", asked: .earliest),
        [
            .required("party", \.party, .name), .required("asked", \.asked, .date),
            .optional("by", \.by, .date), .optional("answer", \.answer, .word),
            .optional("answered", \.answered, .date),
        ]
    )
}

extension LearningReviewJudgement {
    static let shape = Shape(
        LearningReviewJudgement(.proceed),
        [
            .required("outcome", \.outcome, .word), .list("reasons", \.reasons, .key),
            .optional("alternative", \.alternative, .key), .optional("meeting", \.meeting, .name),
        ]
    )
}

extension LearningReviewNotice {
    static let shape = Shape(LearningReviewNotice(), [.list("reasons", \.reasons, .key)])
}

extension LearningReviewCommission {
    static let shape = Shape(
        LearningReviewCommission(),
        [.optional("reportBy", \.reportBy, .date)]
    )
}

extension LearningReviewPause {
    static let shape = Shape(
        LearningReviewPause(for: ""),
        [.required("proceedings", \.proceedings, .key)]
    )
}

extension LearningReviewActionPlan {
    static let shape = Shape(
        LearningReviewActionPlan(resourced: false),
        [.required("resourced", \.resourced, .bool), .optional("meeting", \.meeting, .name)]
    )
}

extension LearningReviewSharing {
    static let shape = Shape(
        LearningReviewSharing(""),
        [.required("means", \.means, .key), .list("to", \.to, .name)]
    )
}

extension LearningReviewCheck {
    /// The data set of an identifier, which another room keeps.
    static func dataSet(_ id: String) -> SubjectReference {
        SubjectReference(kind: "data-set", id: id)
    }

    /// The document of an identifier, which another room keeps.
    static func document(_ id: String) -> SubjectReference {
        SubjectReference(kind: "document", id: id)
    }

    static let shape = Shape(
        LearningReviewCheck(.changed),
        [
            .required("result", \.result, .word), .optional("dataSet", \.dataSet, .name),
            .optional("document", \.document, .name),
        ]
    )
}
