// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension EditionSchema {
    static let risk = RecordSchema<RiskRow>(
        "risk",
        "A risk: what may cause it, what may happen, with what effect, and what is done about it.",
        wording + assessment + treatment + course
    )

    private static let wording: [RecordSchema<RiskRow>.Field] = [
        .text("id", "The identifier, which it keeps in every register.") { $0.risk.id },
        .record("register", of: "register", "The register in which it stands.") { $0.register },
        .text("state", "How far it has come, such as `proposed`, `active` or `closed`.") {
            $0.risk.state.rawValue
        },
        .bool("is_open", "Whether it is active and so counts in its register.") { $0.isOpen },
        .text("name", "What it is called in a list: its title, or else the event.") {
            $0.risk.name
        },
        .text("title", "Its title; empty when it has none.") { $0.risk.title },
        .text("cause", "What may cause it.") { $0.risk.cause },
        .text("event", "What may happen.") { $0.risk.event },
        .text("effect", "What it would lead to.") { $0.risk.effect },
        .text("category", "The category; empty when none.") { $0.risk.category },
        .optionalText("owner", "Who answers for it.") { $0.owner },
        .optionalText("manager", "Who manages it, where that is somebody else.") { $0.manager },
        .text("visibility", "`public`, `partners`, `committee` or `restricted`.") {
            $0.risk.visibility.rawValue
        },
    ]

    private static let assessment: [RecordSchema<RiskRow>.Field] = [
        .optionalRecord(
            "inherent",
            of: "risk_score",
            "Its score before any control; nil when nobody has assessed it, which is not nought."
        ) { $0.scores[.inherent] },
        .optionalRecord(
            "current",
            of: "risk_score",
            "Its score with the controls that there are; nil when nobody has assessed it."
        ) { $0.scores[.current] },
        .optionalRecord(
            "target",
            of: "risk_score",
            "The score that is aimed at; nil when nobody has set it."
        ) { $0.scores[.target] },
        .text("appetite", "The most that it may be, in words; empty when none is set.") {
            $0.appetite
        },
        .optionalBool(
            "is_above_appetite",
            "Whether its current score is above that; nil when that cannot be said."
        ) { $0.isAboveAppetite },
        .text("proximity", "How soon it may come; empty when nothing is said.") {
            $0.risk.proximity
        },
        .text("velocity", "How quickly it would have its effect; empty when nothing is said.") {
            $0.risk.velocity
        },
    ]

    private static let treatment: [RecordSchema<RiskRow>.Field] = [
        .optionalText("treatment", "`tolerate`, `treat`, `transfer` or `terminate`.") {
            $0.risk.treatment?.rawValue
        },
        .texts("actions", "The actions that treat it, as `plan#action`.") { $0.risk.actions },
        .records("items", of: "item", "Those of them that the edition holds.") { $0.items },
        .records("controls", of: "risk_control", "What keeps it down.") { $0.controls },
        .optionalDate("target_date", "The day by which the target is to be reached.") { row in
            if case .by(let date)? = row.risk.targetDate { date } else { nil }
        },
        .bool("is_target_accept", "Whether its target date says `accept`.") {
            $0.risk.targetDate == .accept
        },
        .optionalRecord(
            "acceptance",
            of: "risk_acceptance",
            "The acceptance that was given last, whether it still holds or not."
        ) { $0.acceptance },
        .bool("is_accepted", "Whether it is accepted on the edition's date.") { $0.isAccepted },
    ]

    private static let course: [RecordSchema<RiskRow>.Field] = [
        .optionalDate("next_review", "The day by which it is to be reviewed.") { $0.nextReview },
        .optionalDate("last_reviewed", "The day of the last review.") { $0.risk.lastReviewed },
        .bool("is_review_overdue", "Whether that day has passed on the edition's date.") {
            $0.isReviewOverdue
        },
        .optionalText("review_interval", "How often it is reviewed, such as `3 months`.") {
            $0.reviewInterval?.description
        },
        .records("links", of: "risk_link", "What it has to do with elsewhere.") { $0.links },
        .texts("replaced_by", "The risks that took its place.") { $0.risk.replacedBy },
        .records("history", of: "risk_event", "What happened to it, oldest first.") {
            $0.history
        },
        .records("findings", of: "risk_finding", "What does not fit together.") { $0.findings },
    ]
}
#endif
