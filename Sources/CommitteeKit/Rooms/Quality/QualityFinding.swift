// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What an audit, an inspection or another piece of quality assurance found, and what came of it.
///
/// A finding is answered by an action of a plan or by a reason why none is needed; then come evidence of what
/// was done, and the difference that it made. Its identifier names where it comes from: `neglect-2026#3`.
public struct QualityFinding: QualitySubject {
    /// What sort of finding it is.
    @nonexhaustive
    public enum Sort: String, Hashable, Sendable, CaseIterable {
        /// Something to be made better.
        case improvement
        /// A recommendation that others make.
        case recommendation
        /// Something that is done well.
        case strength

        /// The sort in words, such as `Area for improvement`.
        public var words: String {
            switch self {
            case .improvement: "Area for improvement"
            case .recommendation: "Recommendation"
            case .strength: "Strength"
            }
        }
    }

    /// The identifier: that of where it comes from, and a number.
    public let id: String
    /// What was found, in words.
    public var words: Prose = Prose()
    /// What sort of finding it is.
    public var sort: Sort = .improvement
    /// The quality indicator of which it speaks, by its key in a framework.
    public var indicator: String?
    /// The role, group or body that answers for it.
    public var lead: String?
    /// The day by which it is to be answered.
    public var due: CivilDate?
    /// The widest audience that may know of it; never wider than that of where it comes from.
    public var audience: Audience = .committee
    /// The answers to it, in the order of recording.
    public var answers: [FindingAnswer] = []
    /// Evidence of what was done.
    public var evidence: [FindingEvidence] = []
    /// The difference that it made, each time somebody looked.
    public var impact: [FindingImpact] = []

    /// Creates a finding of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    public init(id: String) { self.id = id }

    /// `quality-finding`.
    public static let subjectKind: SubjectKind = "quality-finding"
    /// `finding`.
    public static let noun = "finding"
    /// The words come first.
    public static var firstKind: EntryKind { Entries.words.declared.kind }

    /// Whether its words are recorded.
    public var hasBegun: Bool { !words.isEmpty }
    /// Who answers for it.
    public static var parties: [any WritableKeyPath<Self, String?> & Sendable] { [\.lead] }

    /// Returns all of them.
    public static func all(in state: QualityState) -> [Self] { state.findings }

    /// Its identifier.
    public var name: String { id }

    /// The identifier of where it comes from.
    public var source: String { String(id.prefix { $0 != "#" }) }

    /// How far a finding has come.
    @nonexhaustive
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Nobody has answered it.
        case open
        /// It is a strength, and needs no answer.
        case strength
        /// No action is needed, for a reason.
        case noAction = "no-action"
        /// An action of a plan answers it.
        case inThePlan = "in-the-plan"
        /// It is answered; how, the reader may not know.
        case answered
        /// There is evidence of what was done.
        case evidenced
        /// Somebody looked, and nothing or not everything has changed yet.
        case notYetChanged = "not-yet-changed"
        /// It made some of the difference that was wanted.
        case changedInPart = "changed-in-part"
        /// It made the difference that was wanted.
        case changed

        /// The standing in words, such as `In the plan`.
        public var words: String {
            switch self {
            case .open: "Not answered"
            case .strength: "Strength"
            case .noAction: "No action needed"
            case .inThePlan: "In the plan"
            case .answered: "Answered"
            case .evidenced: "Evidence recorded"
            case .notYetChanged: "Not changed yet"
            case .changedInPart: "Changed in part"
            case .changed: "Changed"
            }
        }
    }

    /// How far it has come.
    public var standing: Standing {
        switch impact.last?.result {
        case .changed: return .changed
        case .inPart: return .changedInPart
        case .notYet: return .notYetChanged
        case nil: break
        }
        if !evidence.isEmpty { return .evidenced }
        if answers.contains(where: { $0.action != nil }) { return .inThePlan }
        if answers.contains(where: { !$0.reason.isEmpty }) { return .noAction }
        if !answers.isEmpty { return .answered }
        return sort == .strength ? .strength : .open
    }

    /// The actions of plans that answer it, such as `plan-2023#1.10`, each once.
    public var actions: [String] {
        var found: [String] = []
        for action in answers.compactMap(\.action) where !found.contains(action) {
            found.append(action)
        }
        return found
    }

    /// Leaves out actions, meetings, documents and figures of which a reader may not know.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        for place in answers.indices { answers[place].leaveOut(hides) }
        for place in evidence.indices { evidence[place].leaveOut(hides) }
        for place in impact.indices { impact[place].leaveOut(hides) }
    }

    /// Leaves out remarks, evidence and figures.
    public mutating func leaveOutWhatTheCommitteeKeeps() {
        for place in answers.indices {
            answers[place].meeting = nil
            answers[place].reason = Prose()
        }
        evidence = []
        for place in impact.indices {
            impact[place].indicator = nil
            impact[place].words = Prose()
        }
    }
}

/// What answers a finding: an action of a plan, or a reason why none is needed.
public struct FindingAnswer: DeclaredQualityEvent {
    /// The action, such as `plan-2023#1.10`; nil when no action is needed.
    public var action: String?
    /// Why no action is needed, or a remark.
    public var reason: Prose
    /// The meeting that agreed the answer.
    public var meeting: String?
    /// The day of the answer; nil before it is recorded.
    public var on: CivilDate?

    /// Creates an answer.
    ///
    /// - Parameters:
    ///   - action: The action, such as `plan-2023#1.10`.
    ///   - reason: Why no action is needed, or a remark.
    ///   - meeting: The meeting that agreed the answer.
    public init(action: String? = nil, reason: Prose = Prose(), at meeting: String? = nil) {
        self.action = action
        self.reason = reason
        self.meeting = meeting
    }

    /// The action and the meeting, where they are named.
    public var references: [SubjectReference] {
        [action.map(SubjectLink.action), meeting.map(SubjectLink.meeting)]
            .compactMap(\.self)
    }

    /// Leaves out the action with what is said of it, and the meeting, when a reader may not know of them.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        let hadAction = action != nil
        SubjectLink.cut(&action, SubjectLink.action, hides)
        if hadAction, action == nil { reason = Prose() }
        SubjectLink.cut(&meeting, SubjectLink.meeting, hides)
    }

    static let shape = Shape(
        FindingAnswer(),
        [
            .optional("action", \.action, .name), .prose("because", \.reason),
            .optional("meeting", \.meeting, .name),
        ]
    )
    static let texts = ["because"]
}

/// Evidence of what was done about a finding.
public struct FindingEvidence: DeclaredQualityEvent {
    /// What it is, in a few words.
    public var words: Prose
    /// The document that shows it, by its identifier in the register of documents.
    public var document: String?
    /// The pages, such as `17-19, 33`.
    public var pages: String?
    /// The day on which it was recorded; nil before that.
    public var on: CivilDate?

    /// Creates evidence.
    ///
    /// - Parameters:
    ///   - words: What it is.
    ///   - document: The document that shows it.
    ///   - pages: The pages.
    public init(_ words: Prose, document: String? = nil, pages: String? = nil) {
        self.words = words
        self.document = document
        self.pages = pages
    }

    /// The document, if one is named.
    public var references: [SubjectReference] {
        document.map { [SubjectLink.document($0)] } ?? []
    }

    /// Leaves out the document and its pages when a reader may not know of it.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        SubjectLink.cut(&document, SubjectLink.document, hides)
        if document == nil { pages = nil }
    }

    static let shape = Shape(
        FindingEvidence(Prose()),
        [
            .required("words", \.words, .prose), .optional("document", \.document, .name),
            .optional("pages", \.pages, .name),
        ]
    )
    static let texts = ["words"]
}

/// The difference that the answer to a finding made, when somebody looked.
public struct FindingImpact: DeclaredQualityEvent {
    /// What was seen.
    @nonexhaustive
    public enum Result: String, Hashable, Sendable, CaseIterable {
        /// What was found has changed.
        case changed
        /// It has changed in part.
        case inPart = "changed-in-part"
        /// It has not changed yet.
        case notYet = "not-yet"

        /// The result in words, such as `Changed in part`.
        public var words: String {
            switch self {
            case .changed: "Changed"
            case .inPart: "Changed in part"
            case .notYet: "Not changed yet"
            }
        }
    }

    /// What was seen.
    public var result: Result
    /// What shows it, in a few words.
    public var words: Prose
    /// The indicator of the committee's figures that shows it, by its identifier.
    public var indicator: String?
    /// The day on which somebody looked; nil before it is recorded.
    public var on: CivilDate?

    /// Creates an impact.
    ///
    /// - Parameters:
    ///   - result: What was seen.
    ///   - words: What shows it.
    ///   - indicator: The indicator of the committee's figures that shows it.
    public init(_ result: Result, _ words: Prose = Prose(), indicator: String? = nil) {
        self.result = result
        self.words = words
        self.indicator = indicator
    }

    /// The indicator, if one is named.
    public var references: [SubjectReference] {
        indicator.map { [SubjectLink.indicator($0)] } ?? []
    }

    /// Leaves out the indicator when a reader may not know of it.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        SubjectLink.cut(&indicator, SubjectLink.indicator, hides)
    }

    static let shape = Shape(
        FindingImpact(.changed),
        [
            .required("result", \.result, .word), .prose("words", \.words),
            .optional("indicator", \.indicator, .name),
        ]
    )
    static let texts = ["words"]
}
