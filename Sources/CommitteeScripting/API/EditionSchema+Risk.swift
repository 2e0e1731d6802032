// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension EditionSchema {
    static let risk = RecordSchema<RiskRow>(
        "risk",
        "A risk: what may cause it, what may happen, with what effect, and what is done about it.",
        (computed + Risk.table.columns.map { Field($0) { ($0.places, $0.place) } }).inOrder(of: [
            "id", "register", "state", "is_open", "name", "title", "cause", "event",
            "effect", "category", "owner", "manager", "visibility", "inherent",
            "current", "target", "appetite", "is_above_appetite", "proximity",
            "velocity", "treatment", "actions", "items", "controls", "target_date",
            "is_target_accept", "acceptance", "is_accepted", "next_review",
            "last_reviewed", "is_review_overdue", "review_interval", "links",
            "replaced_by", "history", "findings", "number", "columns",
        ])
    )

    private typealias Field = RecordSchema<RiskRow>.Field

    /// Where the risk stands, what is worked out, and the records that belong to it.
    private static let computed: [Field] = [
        .text("id", "The identifier, which it keeps in every register.") { $0.risk.id },
        .record("register", of: "register", "The register in which it stands.") { $0.register },
        .text("state", "How far it has come, such as `proposed`, `active` or `closed`.") {
            $0.risk.state.rawValue
        },
        .bool("is_open", "Whether it is active and so counts in its register.") { $0.isOpen },
        .text("name", "What it is called in a list: its title, or else the event.") {
            $0.risk.name
        },
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
        .optionalBool(
            "is_above_appetite",
            "Whether its current score is above that; nil when that cannot be said."
        ) { $0.isAboveAppetite },
        .records("items", of: "item", "Those of them that the edition holds.") { $0.items },
        .records("controls", of: "risk_control", "What keeps it down.") { $0.controls },
        .optionalRecord(
            "acceptance",
            of: "risk_acceptance",
            "The acceptance that was given last, whether it still holds or not."
        ) { $0.acceptance },
        .bool("is_accepted", "Whether it is accepted on the edition's date.") { $0.isAccepted },
        .bool("is_review_overdue", "Whether that day has passed on the edition's date.") {
            $0.isReviewOverdue
        },
        .records("links", of: "risk_link", "What it has to do with elsewhere.") { $0.links },
        .records("history", of: "risk_event", "What happened to it, oldest first.") {
            $0.history
        },
        .records("findings", of: "risk_finding", "What does not fit together.") { $0.findings },
    ]
}
#endif
