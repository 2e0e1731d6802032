// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An audit, from the proposal to what came of it.
///
/// ```swift
/// for audit in edition.audits where audit.stage == .underWay {
///     print(audit.name, audit.due?.description ?? "")
/// }
/// ```
///
/// A group and then the committee agree the proposal; the audit is done; its outcome report comes to the
/// committee; and its findings are answered by actions of a plan.
public struct Audit: QualitySubject {
    /// The identifier, such as `neglect-2026`.
    public let id: String
    /// What it is called; nil before anybody said.
    public var title: String?
    /// What is looked at, and how.
    public var scope: Prose = Prose()
    /// The role, group or body that answers for it.
    public var lead: String?
    /// The group that agrees the proposal before the committee does; nil when the committee alone decides.
    public var group: String?
    /// The day from which it is to be done.
    public var starts: CivilDate?
    /// The day by which its outcome report is to come to the committee.
    public var due: CivilDate?
    /// The audit that it follows up, by its identifier.
    public var follows: String?
    /// The actions whose effect it looks at, such as `plan-2023#1.10`.
    public var supports: [String] = []
    /// The widest audience that may know of it.
    public var audience: Audience = .committee
    /// The group agreed the proposal.
    public var groupAgreement: QualityStep?
    /// The committee agreed the proposal.
    public var agreement: QualityStep?
    /// The group or the committee did not agree it.
    public var decline: QualityStep?
    /// It began.
    public var beginning: QualityStep?
    /// Its outcome report.
    public var outcome: AuditOutcome?
    /// It came to its end, with every finding answered.
    public var closing: QualityStep?
    /// It was given up.
    public var withdrawal: QualityStep?

    /// Creates an audit of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    public init(id: String) { self.id = id }

    /// `audit`.
    public static let subjectKind: SubjectKind = "audit"
    /// `audit`.
    public static let noun = "audit"
    /// The title comes first.
    public static var firstKind: EntryKind { Entries.title.declared.kind }

    /// Whether it has a title.
    public var hasBegun: Bool { title != nil }
    /// Who answers for it, and the group.
    public static var parties: [any WritableKeyPath<Self, String?> & Sendable] {
        [\.lead, \.group]
    }

    /// Returns all of them.
    public static func all(in state: QualityState) -> [Self] { state.audits }

    /// What it is called; its identifier while it has no title.
    public var name: String { title ?? id }

    /// How far an audit has come.
    @nonexhaustive
    public enum Stage: String, Hashable, Sendable, CaseIterable {
        /// It is proposed.
        case proposed
        /// The group agreed, and the committee is still to decide.
        case groupAgreed = "group-agreed"
        /// The committee agreed, and it has not begun.
        case agreed
        /// It is under way.
        case underWay = "under-way"
        /// Its outcome report is with the committee.
        case reported
        /// It is closed: every finding is answered.
        case closed
        /// The group or the committee did not agree it.
        case declined
        /// It was given up.
        case withdrawn

        /// The stage in words, such as `Under way`.
        public var words: String {
            switch self {
            case .proposed: "Proposed"
            case .groupAgreed: "Agreed by the group"
            case .agreed: "Agreed"
            case .underWay: "Under way"
            case .reported: "Outcome reported"
            case .closed: "Closed"
            case .declined: "Not agreed"
            case .withdrawn: "Withdrawn"
            }
        }

        /// Whether nothing more happens to an audit that has come so far.
        public var isEnd: Bool { self == .closed || self == .declined || self == .withdrawn }
    }

    /// How far it has come.
    public var stage: Stage {
        if withdrawal != nil { return .withdrawn }
        if decline != nil { return .declined }
        if closing != nil { return .closed }
        if outcome != nil { return .reported }
        if beginning != nil { return .underWay }
        if agreement != nil { return .agreed }
        return groupAgreement == nil ? .proposed : .groupAgreed
    }

    /// Leaves out meetings, audits, documents and actions of which a reader may not know.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        SubjectLink.cut(&follows, { .quality(Audit.self, $0) }, hides)
        supports.removeAll { hides(SubjectLink.action($0)) }
        groupAgreement?.leaveOut(hides)
        agreement?.leaveOut(hides)
        decline?.leaveOut(hides)
        beginning?.leaveOut(hides)
        outcome?.leaveOut(hides)
        closing?.leaveOut(hides)
        withdrawal?.leaveOut(hides)
    }

    /// Leaves out remarks and meetings.
    public mutating func leaveOutWhatTheCommitteeKeeps() {
        groupAgreement = groupAgreement?.forOutsiders
        agreement = agreement?.forOutsiders
        decline = decline?.forOutsiders
        beginning = beginning?.forOutsiders
        outcome?.meeting = nil
        closing = closing?.forOutsiders
        withdrawal = withdrawal?.forOutsiders
    }
}

/// The outcome report of an audit.
public struct AuditOutcome: DeclaredQualityEvent {
    /// What came out, in a few sentences.
    public var words: Prose
    /// The document that holds the report, by its identifier in the register of documents.
    public var document: String?
    /// The meeting that considered it.
    public var meeting: String?
    /// The day by which the next such audit is to be reported.
    public var next: CivilDate?
    /// The day of the report; nil before it is recorded.
    public var on: CivilDate?

    /// Creates an outcome.
    ///
    /// - Parameters:
    ///   - words: What came out.
    ///   - document: The document that holds the report.
    ///   - meeting: The meeting that considered it.
    ///   - next: The day by which the next such audit is to be reported.
    public init(
        _ words: Prose,
        document: String? = nil,
        at meeting: String? = nil,
        next: CivilDate? = nil
    ) {
        self.words = words
        self.document = document
        self.meeting = meeting
        self.next = next
    }

    /// The document and the meeting, where they are named.
    public var references: [SubjectReference] {
        [document.map(SubjectLink.document), meeting.map(SubjectLink.meeting)]
            .compactMap(\.self)
    }

    /// Leaves out the document or the meeting when a reader may not know of it.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        SubjectLink.cut(&document, SubjectLink.document, hides)
        SubjectLink.cut(&meeting, SubjectLink.meeting, hides)
    }

    static let shape = Shape(
        AuditOutcome(Prose()),
        [
            .required("words", \.words, .prose), .optional("document", \.document, .name),
            .optional("meeting", \.meeting, .name), .optional("next", \.next, .date),
        ]
    )
    static let texts = ["words"]
}
