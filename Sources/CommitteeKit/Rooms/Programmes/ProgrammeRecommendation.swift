// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A recommendation of a programme to others, or a suggestion that others make to it, and what came of it.
///
/// A programme recommends to ministers or to a council; the members of its groups suggest to the programme. Until it
/// is made it is a draft, which is for the committee alone.
public struct ProgrammeRecommendation: ProgrammeSubject {
    /// The identifier, such as `improvement-2026#r1`.
    public let id: String
    /// What is recommended.
    public var words: Prose = Prose()
    /// The area of the programme to which it belongs.
    public var area: String?
    /// The widest audience that may know of it once it is made, within that of its programme.
    public var reach: Audience = .public
    /// It was made.
    public var making: RecommendationMaking?
    /// What was answered.
    public var answer: RecommendationAnswer?
    /// What came of it, step by step.
    public var outcomes: [RecommendationOutcome] = []

    /// Creates a recommendation of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    public init(id: String) { self.id = id }

    /// `programme-recommendation`.
    public static let subjectKind: SubjectKind = "programme-recommendation"
    /// `recommendation`.
    public static let noun = "recommendation"
    /// The words come first.
    public static var firstKinds: Set<EntryKind> { [Entries.words.declared.kind] }

    /// Whether it has words.
    public var hasBegun: Bool { !words.isEmpty }
    /// Nobody: those who made it and those who answer are outside, as often as not.
    public static var parties: [any WritableKeyPath<Self, String?> & Sendable] { [] }
    /// A draft is for the committee.
    public var audience: Audience { making == nil ? max(reach, .committee) : reach }

    /// Returns all of them.
    public static func all(in state: ProgrammesState) -> [Self] { state.recommendations }

    /// What people call it at the beginning of a sentence, such as `Recommendation r1 of improvement-2026`.
    public var inSentence: String { "Recommendation \(mark) of \(plan)" }

    /// How it stands, in words such as `Partly accepted`.
    public var standing: String {
        guard making != nil else { return "Draft" }
        return answer?.answer.words ?? "Not answered yet"
    }

    /// Leaves out meetings, documents and actions of which a reader may not know.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        SubjectLink.cut(&making, hides)
        if var given = answer {
            SubjectLink.cut(&given.meeting, SubjectLink.meeting, hides)
            answer = given
        }
        for place in outcomes.indices {
            SubjectLink.cut(&outcomes[place].action, SubjectLink.action, hides)
        }
    }

    /// Leaves out meetings.
    public mutating func leaveOutWhatTheCommitteeKeeps() {
        making?.meeting = nil
        answer?.meeting = nil
    }

    /// Changes its words, the answer, and what came of it.
    public mutating func changeTexts(_ change: (inout Prose) -> Void) {
        change(&words)
        if var given = answer {
            change(&given.words)
            answer = given
        }
        for place in outcomes.indices { change(&outcomes[place].words) }
    }
}

extension SubjectLink {
    fileprivate static func cut(
        _ making: inout RecommendationMaking?,
        _ hides: (SubjectReference) -> Bool
    ) {
        guard var made = making else { return }
        cut(&made.meeting, meeting, hides)
        cut(&made.document, document, hides)
        making = made
    }
}

/// That a recommendation was made: to whom, by whom, where.
public struct RecommendationMaking: ProgrammeEvent {
    /// To whom, such as `Ministers`; nil when it is made to the programme itself.
    public var to: String?
    /// By whom, such as a group of members; nil when the programme makes it.
    public var from: String?
    /// The meeting at which it was made, such as `eag/2016-08-30`.
    public var meeting: String?
    /// The document that holds it, by its short name in the register of documents.
    public var document: String?
    /// The day by which it is to be answered.
    public var due: CivilDate?
    /// The day on which it was made; nil before that is recorded.
    public var on: CivilDate?

    /// Creates the making of a recommendation.
    ///
    /// - Parameters:
    ///   - to: To whom.
    ///   - from: By whom.
    ///   - meeting: The meeting at which it was made.
    ///   - document: The document that holds it.
    ///   - due: The day by which it is to be answered.
    public init(
        to: String? = nil,
        from: String? = nil,
        at meeting: String? = nil,
        document: String? = nil,
        answerBy due: CivilDate? = nil
    ) {
        self.to = to
        self.from = from
        self.meeting = meeting
        self.document = document
        self.due = due
    }

    func references(in plan: String) -> [SubjectReference] {
        [meeting.map(SubjectLink.meeting), document.map(SubjectLink.document)].compactMap(\.self)
    }

    static let shape = Shape(
        RecommendationMaking(),
        [
            .optional("to", \.to, .name), .optional("from", \.from, .name),
            .optional("meeting", \.meeting, .name), .optional("document", \.document, .name),
            .optional("due", \.due, .date),
        ]
    )
    static let texts: [String] = []
}

/// What was answered to a recommendation; a later answer takes the place of an earlier one.
public struct RecommendationAnswer: ProgrammeEvent {
    /// What an answer can be.
    @nonexhaustive
    public enum Answer: String, Hashable, Sendable, CaseIterable {
        /// It was accepted.
        case accepted
        /// It was accepted in part.
        case partly
        /// It was not accepted.
        case notAccepted = "not-accepted"
        /// There was no answer.
        case noAnswer = "no-answer"

        /// The answer in words, such as `Partly accepted`.
        public var words: String {
            switch self {
            case .accepted: "Accepted"
            case .partly: "Partly accepted"
            case .notAccepted: "Not accepted"
            case .noAnswer: "No answer came"
            }
        }
    }

    /// The answer.
    public var answer: Answer
    /// What was said, in a few sentences.
    public var words: Prose
    /// The meeting at which it was answered.
    public var meeting: String?
    /// The day of the answer; nil before it is recorded.
    public var on: CivilDate?

    /// Creates an answer.
    ///
    /// - Parameters:
    ///   - answer: The answer.
    ///   - words: What was said.
    ///   - meeting: The meeting at which it was answered.
    public init(_ answer: Answer, _ words: Prose = Prose(), at meeting: String? = nil) {
        self.answer = answer
        self.words = words
        self.meeting = meeting
    }

    func references(in plan: String) -> [SubjectReference] {
        meeting.map { [SubjectLink.meeting($0)] } ?? []
    }

    static let shape = Shape(
        RecommendationAnswer(.noAnswer),
        [
            .required("answer", \.answer, .word), .prose("words", \.words),
            .optional("meeting", \.meeting, .name),
        ]
    )
    static let texts = ["words"]
}

/// What came of a recommendation.
public struct RecommendationOutcome: ProgrammeEvent {
    /// What came of it.
    public var words: Prose
    /// The action of a plan that carries it out, such as `plan-2023#1.10`.
    public var action: String?
    /// The day on which that was said; nil before it is recorded.
    public var on: CivilDate?

    /// Creates an outcome.
    ///
    /// - Parameters:
    ///   - words: What came of it.
    ///   - action: The action of a plan that carries it out.
    public init(_ words: Prose, action: String? = nil) {
        self.words = words
        self.action = action
    }

    func references(in plan: String) -> [SubjectReference] {
        action.map { [SubjectLink.action($0)] } ?? []
    }

    static let shape = Shape(
        RecommendationOutcome(Prose()),
        [.required("words", \.words, .prose), .optional("action", \.action, .name)]
    )
    static let texts = ["words"]
}

extension ProgrammeRecommendation {
    /// What can be said of a recommendation.
    public enum Entries {}

    /// Everything that can be said of a recommendation.
    public static let table = SubjectTable<ProgrammeRecommendation>([
        Entries.words.declaration, Entries.area.declaration, Entries.audience.declaration,
        Entries.made.declaration, Entries.answered.declaration, Entries.followed.declaration,
    ])
}

extension ProgrammeRecommendation.Entries {
    /// What is recommended.
    public static let words = ProgrammeRecommendation.textField(
        "words",
        "What is recommended; the first entry drafts the recommendation.",
        \.words
    )
    /// The area to which it belongs.
    public static let area = ProgrammeRecommendation.field(
        "area",
        "The area of the programme to which the recommendation belongs.",
        .name,
        \.area
    )
    /// The widest audience that may know of it.
    public static let audience = ProgrammeRecommendation.field(
        "audience",
        "The widest audience that may know of the recommendation once it is made, within that of its programme.",
        .audience,
        \.reach
    )

    /// It was made.
    static let made = ProgrammeRecommendation.event(
        "made",
        "The recommendation was made: to whom, by whom, where, and when an answer is due.",
        at: \.making,
        columns: [
            Column("made_on", "The day on which it was made.", .optionalDate { $0[$1].making?.on }),
            Column("made_to", "To whom it was made.", .optionalText { $0[$1].making?.to }),
            Column("made_from", "Who made it.", .optionalText { $0[$1].making?.from }),
            Column(
                "answer_due",
                "The day by which it is to be answered.",
                .optionalDate { $0[$1].making?.due }
            ),
        ],
        say: { made, name in
            "\(name) was made\(made.to.map { " to \($0)" } ?? "")\(made.from.map { " by \($0)" } ?? "")."
        },
        refuse: { recommendation, made, step in
            if let day = recommendation.making?.on {
                return recommendation.cannot(
                    "be made twice: it was made on \(day). Correct that entry, or write another one"
                )
            }
            if made.to == nil, made.from == nil {
                return recommendation.cannot(
                    "be made to nobody and by nobody. Say to whom, or who suggests it"
                )
            }
            guard let due = made.due, due < step.effective else { return nil }
            return recommendation.cannot(
                "be answered by \(due): it is made on \(step.effective). Name a later day"
            )
        }
    )

    /// It was answered.
    static let answered = ProgrammeRecommendation.event(
        "answered",
        "What was answered to the recommendation.",
        at: \.answer,
        columns: [
            Column(
                "answer",
                "The answer: accepted, partly, not-accepted or no-answer.",
                .optionalText { $0[$1].answer?.answer.rawValue }
            ),
            Column(
                "answer_words",
                "What was said.",
                .text { $0[$1].answer?.words.plainText ?? "" }
            ),
        ],
        say: { answer, name in
            "\(name): \(answer.answer.words.lowercasedFirst)."
                + (answer.words.isEmpty ? "" : " \(answer.words.singleLine)")
        },
        refuse: { recommendation, _, _ in
            recommendation.making == nil
                ? recommendation.cannot("be answered: it is a draft. Record that it was made first")
                : nil
        }
    )

    /// What came of it.
    static let followed = ProgrammeRecommendation.event(
        "followed",
        "What came of the recommendation, with the action that carries it out.",
        in: \.outcomes,
        as: "outcomes",
        columns: [
            Column(
                "actions",
                "The actions that carry it out.",
                .texts { $0[$1].outcomes.compactMap(\.action) }
            )
        ],
        say: { outcome, name in
            "What came of \(name.lowercasedFirst): \(outcome.words.singleLine)"
        },
        refuse: { recommendation, _, _ in
            recommendation.making == nil
                ? recommendation.cannot(
                    "be followed up: it is a draft. Record that it was made first"
                ) : nil
        }
    )
}

extension Change.Fact {
    /// A recommendation was made.
    public static func recommendationMade(_ making: RecommendationMaking) -> Self {
        ProgrammeRecommendation.fact("made", making)
    }
    /// What was answered to a recommendation.
    public static func recommendationAnswered(_ answer: RecommendationAnswer) -> Self {
        ProgrammeRecommendation.fact("answered", answer)
    }
    /// What came of a recommendation.
    public static func recommendationFollowed(_ outcome: RecommendationOutcome) -> Self {
        ProgrammeRecommendation.fact("followed", outcome)
    }
}
