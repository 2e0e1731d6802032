// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A self-evaluation: what the committee judges of itself, indicator by indicator, on the scale of a framework.
public struct SelfEvaluation: QualitySubject {
    /// The identifier, such as `self-evaluation-2026`.
    public let id: String
    /// What it is called; nil before anybody said.
    public var title: String?
    /// The role, group or body that answers for it.
    public var lead: String?
    /// The day from which it is to be done.
    public var starts: CivilDate?
    /// The day by which it is to be agreed.
    public var due: CivilDate?
    /// The widest audience that may know of it.
    public var audience: Audience = .committee
    /// The framework by which it goes, with its version: the one in force when it began.
    public var framework: String = ""
    /// What was judged, the last of each indicator.
    public var judgements: [IndicatorJudgement] = []
    /// The committee agreed it.
    public var agreement: QualityStep?

    /// Creates a self-evaluation of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    public init(id: String) { self.id = id }

    /// `self-evaluation`.
    public static let subjectKind: SubjectKind = "self-evaluation"
    /// `self-evaluation`.
    public static let noun = "self-evaluation"
    /// The title comes first.
    public static var firstKind: EntryKind { Entries.title.declared.kind }

    /// Whether it has a title.
    public var hasBegun: Bool { title != nil }
    /// Who answers for it.
    public static var parties: [any WritableKeyPath<Self, String?> & Sendable] { [\.lead] }

    /// Returns all of them.
    public static func all(in state: QualityState) -> [Self] { state.selfEvaluations }

    /// What it is called; its identifier while it has no title.
    public var name: String { title ?? id }

    /// Leaves out the meeting and the documents of which a reader may not know.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        for place in judgements.indices { judgements[place].leaveOut(hides) }
        agreement?.leaveOut(hides)
    }

    /// Leaves out why each level was chosen.
    public mutating func leaveOutWhatTheCommitteeKeeps() {
        for place in judgements.indices {
            judgements[place].why = Prose()
            judgements[place].document = nil
        }
        agreement = agreement?.forOutsiders
    }
}

/// The level that was chosen for an indicator, and why.
public struct IndicatorJudgement: DeclaredQualityEvent {
    /// The key of the indicator.
    public var indicator: String
    /// The key of the level.
    public var level: String
    /// Why, with the evidence.
    public var why: Prose
    /// The document that shows it, by its identifier in the register of documents.
    public var document: String?
    /// The day of the judgement; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a judgement.
    ///
    /// - Parameters:
    ///   - indicator: The key of the indicator.
    ///   - level: The key of the level.
    ///   - why: Why, with the evidence.
    ///   - document: The document that shows it.
    public init(
        of indicator: String,
        _ level: String,
        why: Prose = Prose(),
        document: String? = nil
    ) {
        self.indicator = indicator
        self.level = level
        self.why = why
        self.document = document
    }

    /// The document, if one is named.
    public var references: [SubjectReference] {
        document.map { [SubjectLink.document($0)] } ?? []
    }

    /// Leaves out the document when a reader may not know of it.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        SubjectLink.cut(&document, SubjectLink.document, hides)
    }

    static let shape = Shape(
        IndicatorJudgement(of: "", ""),
        [
            .required("indicator", \.indicator, .name), .required("level", \.level, .name),
            .prose("why", \.why), .optional("document", \.document, .name),
        ]
    )
    static let texts = ["why"]
}

extension SelfEvaluation {
    /// What can be said of a self-evaluation.
    public enum Entries {}

    /// Everything that can be said of a self-evaluation.
    public static let table = SubjectTable<SelfEvaluation>([
        Entries.title.declaration, Entries.lead.declaration, Entries.starts.declaration,
        Entries.due.declaration, Entries.audience.declaration, Entries.judged.declaration,
        Entries.agreed.declaration,
    ])
}

extension SelfEvaluation.Entries {
    /// What it is called; the first entry about a self-evaluation.
    public static let title = SelfEvaluation.titleField(
        "What the self-evaluation is called.",
        \.title
    )
    /// Who answers for it.
    public static let lead = SelfEvaluation.field(
        "lead",
        "The role, group or body that answers for the self-evaluation.",
        .name,
        \.lead
    )
    /// The day from which it is to be done.
    public static let starts = SelfEvaluation.field(
        "start_date",
        "The day from which the self-evaluation is to be done.",
        .date,
        \.starts
    )
    /// The day by which it is to be agreed.
    public static let due = SelfEvaluation.field(
        "due_date",
        "The day by which the self-evaluation is to be agreed.",
        .date,
        \.due
    )
    /// The widest audience that may know of it.
    public static let audience = SelfEvaluation.field(
        "audience",
        "The widest audience that may know of the self-evaluation; the committee when nobody said.",
        .audience,
        \.audience
    )

    /// An indicator was judged.
    static let judged = SelfEvaluation.event(
        "judged",
        "A level of the scale was chosen for an indicator, and why.",
        in: \.judgements,
        as: "judgements",
        part: { $0["indicator"]?.text },
        columns: [
            Column(
                "framework",
                "The framework by which it goes, with its version, such as quality@1.",
                .text { $0[$1].framework }
            )
        ],
        say: { judged, name in
            "\(name) judges indicator \(judged.indicator): level \(judged.level)."
        },
        refuse: { subject, _, _ in
            subject.agreement?.on.map {
                "The self-evaluation “\(subject.id)” was agreed on \($0). Begin another one, or correct the entry."
            }
        },
        replacing: { $0.indicator == $1.indicator }
    )

    /// The committee agreed it.
    static let agreed = SelfEvaluation.event(
        "agreed",
        "The committee agreed the self-evaluation.",
        at: \.agreement,
        columns: [
            Column(
                "agreed_on",
                "The day on which the committee agreed it.",
                .optionalDate { $0[$1].agreement?.on }
            )
        ],
        say: { step, name in "The committee agreed \(name.lowercasedFirst)\(step.at)." },
        refuse: { subject, _, _ in
            if let day = subject.agreement?.on {
                return
                    "The self-evaluation “\(subject.id)” was agreed on \(day). Correct that entry, or leave "
                    + "this one out."
            }
            return subject.judgements.isEmpty
                ? "The self-evaluation “\(subject.id)” judges no indicator yet. Record a judgement first."
                : nil
        }
    )
}

extension Change.Fact {
    /// A level of the scale was chosen for an indicator.
    public static func selfEvaluationJudged(_ judgement: IndicatorJudgement) -> Self {
        SelfEvaluation.fact("judged", judgement)
    }
    /// The committee agreed a self-evaluation.
    public static func selfEvaluationAgreed(_ step: QualityStep) -> Self {
        SelfEvaluation.fact("agreed", step)
    }
}
