// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What can be said of a finding, and what comes of it.

extension QualityFinding {
    /// What can be said of a finding.
    public enum Entries {}

    /// Everything that can be said of a finding.
    public static let table = SubjectTable<QualityFinding>([
        Entries.words.declaration, Entries.sort.declaration, Entries.indicator.declaration,
        Entries.lead.declaration, Entries.due.declaration, Entries.audience.declaration,
        Entries.answered.declaration, Entries.evidenced.declaration,
        Entries.impactSeen.declaration,
    ])
}

extension QualityFinding.Entries {
    /// What was found; the first entry about a finding.
    public static let words = QualityFinding.textField(
        "words",
        "What was found, in words; the first entry about a finding.",
        \.words
    ).carried { ways in
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.words != later.words else { return [] }
                return [
                    ChangeInWords(
                        "words",
                        earlier.words.isEmpty
                            ? "\(name) is new: \(later.words.singleLine)"
                            : "\(name) now says: \(later.words.singleLine)"
                    )
                ]
            }
        )
    }
    /// What sort of finding it is.
    public static let sort = QualityFinding.field(
        "sort",
        "What sort of finding it is: improvement, recommendation or strength.",
        .word(unlessSaid: .improvement),
        \.sort
    )
    /// The quality indicator of which it speaks.
    public static let indicator = QualityFinding.field(
        "indicator",
        "The quality indicator of which the finding speaks, by its key in a framework.",
        .name,
        \.indicator
    )
    /// Who answers for it.
    public static let lead = QualityFinding.field(
        "lead",
        "The role, group or body that answers for the finding.",
        .name,
        \.lead
    )
    /// The day by which it is to be answered.
    public static let due = QualityFinding.field(
        "due_date",
        "The day by which the finding is to be answered.",
        .date,
        \.due
    )
    /// The widest audience that may know of it.
    public static let audience = QualityFinding.field(
        "audience",
        "The widest audience that may know of the finding; the committee when nobody said.",
        .audience,
        \.audience
    )

    /// It was answered.
    static let answered = QualityFinding.event(
        "answered",
        "An action of a plan answers the finding, or no action is needed, and why.",
        in: \.answers,
        as: "answers",
        columns: [
            Column(
                "standing",
                "How far it has come, such as in-the-plan.",
                .text { $0[$1].standing.rawValue }
            ),
            Column(
                "source",
                "Where it comes from, by its identifier.",
                .text { $0[$1].source }
            ),
            Column(
                "actions",
                "The actions of plans that answer it, such as plan-2023#1.10.",
                .texts { $0[$1].actions }
            ),
        ],
        say: { answer, name in
            answer.action.map { "\(name) is answered by action \($0)." }
                // The action that answers it may be cut for the reader.
                ?? (answer.reason.isEmpty ? "\(name) was answered" : "\(name) needs no action")
                + "\(answer.on.map { ", since \($0.inWords)" } ?? "")."
        },
        refuse: { finding, answer, _ in
            if let action = answer.action {
                return finding.actions.contains(action)
                    ? "The finding “\(finding.id)” is answered by action \(action) already. Nothing needs "
                        + "to change." : nil
            }
            return answer.reason.isEmpty
                ? "The finding “\(finding.id)” would have neither an action nor a reason why none is needed. "
                    + "Give one of them." : nil
        }
    )

    /// There is evidence.
    static let evidenced = QualityFinding.event(
        "evidenced",
        "Evidence of what was done about the finding, with the document and its pages.",
        in: \.evidence,
        as: "evidence",
        say: { evidence, name in
            "Evidence was recorded for \(name.lowercasedFirst): \(evidence.words.singleLine)"
        },
        refuse: { finding, evidence, _ in
            if finding.answers.isEmpty {
                return
                    "The finding “\(finding.id)” is not answered, so there is no evidence of what was done. "
                    + "Answer it first."
            }
            return evidence.pages != nil && evidence.document == nil
                ? "Pages are given and no document. Name the document too." : nil
        }
    )

    /// Somebody looked whether it made a difference.
    static let impactSeen = QualityFinding.event(
        "impact_seen",
        "Somebody looked at the difference that was made: changed, changed in part or not yet.",
        in: \.impact,
        as: "impact",
        columns: [
            Column(
                "impact",
                "What was seen when somebody last looked: changed, changed-in-part or not-yet.",
                .optionalText { $0[$1].impact.last?.result.rawValue }
            )
        ],
        say: { impact, name in
            "\(impact.result.words), after \(name.lowercasedFirst)"
                + "\(impact.words.isEmpty ? "." : ": \(impact.words.singleLine)")"
        },
        refuse: { finding, _, _ in
            finding.answers.isEmpty
                ? "The finding “\(finding.id)” is not answered, so nothing can have changed because of it. Answer it "
                    + "first." : nil
        }
    )
}

extension Change.Fact {
    /// A finding was answered.
    public static func findingAnswered(_ answer: FindingAnswer) -> Self {
        QualityFinding.fact("answered", answer)
    }
    /// There is evidence of what was done about a finding.
    public static func findingEvidenced(_ evidence: FindingEvidence) -> Self {
        QualityFinding.fact("evidenced", evidence)
    }
    /// Somebody looked whether the answer to a finding made a difference.
    public static func findingImpactSeen(_ impact: FindingImpact) -> Self {
        QualityFinding.fact("impact_seen", impact)
    }
}
