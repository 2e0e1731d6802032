// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What can be said of an audit, and what happens to it.

extension Audit {
    /// What can be said of an audit.
    public enum Entries {}

    /// Everything that can be said of an audit.
    public static let table = SubjectTable<Audit>([
        Entries.title.declaration, Entries.scope.declaration, Entries.lead.declaration,
        Entries.group.declaration, Entries.starts.declaration, Entries.due.declaration,
        Entries.follows.declaration, Entries.supports.declaration, Entries.audience.declaration,
        Entries.groupAgreed.declaration, Entries.agreed.declaration, Entries.declined.declaration,
        Entries.begun.declaration, Entries.reported.declaration, Entries.closed.declaration,
        Entries.withdrawn.declaration,
    ])
}

extension Audit.Entries {
    /// What it is called; the first entry about an audit, which proposes it.
    public static let title = Audit.titleField(
        "What the audit is called; the first entry proposes it.",
        \.title
    )
    /// What is looked at, and how.
    public static let scope = Audit.textField("scope", "What is looked at, and how.", \.scope)
    /// Who answers for it.
    public static let lead = Audit.field(
        "lead",
        "The role, group or body that answers for the audit.",
        .name,
        \.lead
    )
    /// The group that agrees first.
    public static let group = Audit.field(
        "group",
        "The group that agrees the proposal before the committee does.",
        .name,
        \.group
    )
    /// The day from which it is to be done.
    public static let starts = Audit.field(
        "start_date",
        "The day from which the audit is to be done.",
        .date,
        \.starts
    )
    /// The day by which it is to be reported.
    public static let due = Audit.field(
        "due_date",
        "The day by which the outcome report is to come to the committee.",
        .date,
        \.due
    )
    /// The audit that it follows up.
    public static let follows = Audit.field(
        "earlier_audit",
        "The audit that this one follows up, by its identifier.",
        .name,
        \.follows
    )
    /// The actions whose effect it looks at.
    public static let supports = Audit.field(
        "supported_actions",
        "The actions whose effect the audit looks at, such as plan-2023#1.10.",
        .names,
        \.supports
    )
    /// The widest audience that may know of it.
    public static let audience = Audit.field(
        "audience",
        "The widest audience that may know of the audit; the committee when nobody said.",
        .audience,
        \.audience
    )

    /// The group agreed.
    static let groupAgreed = Audit.event(
        "group_agreed",
        "The group agreed the proposal.",
        at: \.groupAgreement,
        columns: [
            Column(
                "stage",
                "How far it has come, such as under-way.",
                .text { $0[$1].stage.rawValue }
            ),
            Column(
                "group_agreed_on",
                "The day on which the group agreed it.",
                .optionalDate { $0[$1].groupAgreement?.on }
            ),
        ],
        say: { step, name in
            "The group agreed \(name.lowercasedFirst)\(step.at)."
        },
        refuse: { audit, _, _ in
            if audit.group == nil {
                return audit.cannot(
                    "be agreed by a group: it names none. Set its group, or let the committee agree it"
                )
            }
            return audit.needs([.proposed], "be agreed by its group")
        }
    )

    /// The committee agreed.
    static let agreed = Audit.event(
        "agreed",
        "The committee agreed the proposal.",
        at: \.agreement,
        columns: [
            Column(
                "agreed_on",
                "The day on which the committee agreed it.",
                .optionalDate { $0[$1].agreement?.on }
            )
        ],
        say: { step, name in "The committee agreed \(name.lowercasedFirst)\(step.at)." },
        refuse: { audit, _, _ in
            if audit.stage == .proposed, let group = audit.group {
                return audit.cannot(
                    "be agreed by the committee: \(group) has not agreed it. Record that first"
                )
            }
            return audit.needs([.proposed, .groupAgreed], "be agreed by the committee")
        }
    )

    /// It was not agreed.
    static let declined = Audit.event(
        "declined",
        "The group or the committee did not agree the proposal, and why.",
        at: \.decline,
        say: { step, name in
            "\(name) was not agreed\(step.by.map { " by \($0)" } ?? "")\(step.at)."
        },
        refuse: { audit, _, _ in audit.needs([.proposed, .groupAgreed], "be declined") }
    )

    /// It began.
    static let begun = Audit.event(
        "begun",
        "The audit began.",
        at: \.beginning,
        columns: [
            Column(
                "begun_on",
                "The day on which it began.",
                .optionalDate { $0[$1].beginning?.on }
            )
        ],
        say: { _, name in "\(name) is under way." },
        refuse: { audit, _, _ in
            audit.stage < .agreed
                ? audit.cannot("begin: the committee has not agreed it. Record that first")
                : audit.needs([.agreed], "begin")
        }
    )

    /// Its outcome was reported.
    static let reported = Audit.event(
        "reported",
        "The outcome report: what came out, and when such an audit is next reported.",
        at: \.outcome,
        columns: [
            Column(
                "outcome",
                "What came out, in a few sentences.",
                .text { $0[$1].outcome?.words.plainText ?? "" }
            ),
            Column(
                "reported_on",
                "The day of the outcome report.",
                .optionalDate { $0[$1].outcome?.on }
            ),
            Column(
                "next_due",
                "The day by which the next such audit is to be reported.",
                .optionalDate { $0[$1].outcome?.next }
            ),
        ],
        say: { outcome, name in
            "The outcome of \(name.lowercasedFirst) was reported: \(outcome.words.singleLine)"
        },
        refuse: { audit, outcome, step in
            if let next = outcome.next, next <= step.effective {
                return audit.cannot(
                    "be followed up by \(next): it is reported on \(step.effective). Name a later day"
                )
            }
            return audit.stage < .underWay
                ? audit.cannot("be reported: it has not begun. Record that first")
                : audit.needs([.underWay], "be reported")
        }
    )

    /// It came to its end.
    static let closed = Audit.event(
        "closed",
        "The audit is closed: every finding of it is answered.",
        at: \.closing,
        columns: [
            Column("closed_on", "The day of its end.", .optionalDate { $0[$1].closing?.on })
        ],
        say: { _, name in "\(name) is closed." },
        refuse: { audit, _, _ in
            audit.stage < .reported
                ? audit.cannot("be closed: its outcome is not reported. Record that first")
                : audit.needs([.reported], "be closed")
        }
    )

    /// It was given up.
    static let withdrawn = Audit.event(
        "withdrawn",
        "The audit was given up before it was reported, and why.",
        at: \.withdrawal,
        say: { _, name in "\(name) was withdrawn." },
        refuse: { audit, _, _ in
            audit.needs([.proposed, .groupAgreed, .agreed, .underWay], "be withdrawn")
        }
    )
}

extension Audit {
    /// Why a step cannot be, in a sentence that names the audit.
    fileprivate func cannot(_ words: String) -> String { "The audit “\(id)” cannot \(words)." }

    /// Why a step cannot be at the stage that the audit has reached; nil when it can.
    fileprivate func needs(_ stages: [Stage], _ words: String) -> String? {
        guard !stages.contains(stage) else { return nil }
        let allowed = stages.map { "“\($0.words.lowercasedFirst)”" }.joined(separator: " or ")
        return cannot(
            "\(words): it is “\(stage.words.lowercasedFirst)”, expected \(allowed). Correct an "
                + "earlier entry, or leave this one out"
        )
    }
}

extension Audit.Stage: Comparable {
    /// Whether an audit comes to one stage before it comes to another.
    public static func < (first: Self, second: Self) -> Bool {
        (allCases.firstIndex(of: first) ?? 0) < (allCases.firstIndex(of: second) ?? 0)
    }
}

extension QualityStep {
    /// The meeting within a sentence, or nothing.
    var at: String { meeting.map { " at \($0)" } ?? "" }
}

extension Change.Fact {
    /// The group agreed the proposal of an audit.
    public static func auditGroupAgreed(_ step: QualityStep) -> Self {
        Audit.fact("group_agreed", step)
    }
    /// The committee agreed the proposal of an audit.
    public static func auditAgreed(_ step: QualityStep) -> Self { Audit.fact("agreed", step) }
    /// The proposal of an audit was not agreed.
    public static func auditDeclined(_ step: QualityStep) -> Self { Audit.fact("declined", step) }
    /// An audit began.
    public static func auditBegun(_ step: QualityStep) -> Self { Audit.fact("begun", step) }
    /// The outcome of an audit was reported.
    public static func auditReported(_ outcome: AuditOutcome) -> Self {
        Audit.fact("reported", outcome)
    }
    /// An audit is closed.
    public static func auditClosed(_ step: QualityStep) -> Self { Audit.fact("closed", step) }
    /// An audit was given up.
    public static func auditWithdrawn(_ step: QualityStep) -> Self { Audit.fact("withdrawn", step) }
}
