// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An issue that comes up nationally: what it is, what is proposed for this area, and what the committee did.
///
/// Together they are the committee's horizon list.
public struct NationalIssue: QualitySubject {
    /// The identifier, such as `age-of-referral`.
    public let id: String
    /// What it is called; nil before anybody said.
    public var title: String?
    /// What it means for this area.
    public var meaning: Prose = Prose()
    /// Where it comes from, such as a consultation or an act.
    public var source: String?
    /// The role, group or body that makes a proposal.
    public var lead: String?
    /// The day by which a proposal is to come to the committee.
    public var due: CivilDate?
    /// The widest audience that may know of it.
    public var audience: Audience = .committee
    /// What was proposed, in the order of recording.
    public var proposals: [IssueProposal] = []
    /// The committee considered it, each time.
    public var considered: [QualityStep] = []
    /// It needs nothing more.
    public var closing: QualityStep?

    /// Creates an issue of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    public init(id: String) { self.id = id }

    /// `national-issue`.
    public static let subjectKind: SubjectKind = "national-issue"
    /// `national issue`.
    public static let noun = "national issue"
    /// The title comes first.
    public static var firstKind: EntryKind { Entries.title.declared.kind }

    /// Whether it has a title.
    public var hasBegun: Bool { title != nil }
    /// Who answers for it.
    public static var parties: [any WritableKeyPath<Self, String?> & Sendable] { [\.lead] }

    /// Returns all of them.
    public static func all(in state: QualityState) -> [Self] { state.issues }

    /// What it is called; its identifier while it has no title.
    public var name: String { title ?? id }

    /// How it stands, in words such as `Proposal with the committee`.
    public var standing: String {
        if closing != nil { return "Closed" }
        if !considered.isEmpty { return "Considered" }
        return proposals.isEmpty ? "Watched" : "Proposal made"
    }

    /// Leaves out actions and meetings of which a reader may not know.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        for place in proposals.indices { proposals[place].leaveOut(hides) }
        for place in considered.indices { considered[place].leaveOut(hides) }
        closing?.leaveOut(hides)
    }

    /// Leaves out proposals and what the committee said of them; that it was considered, and when, stays.
    public mutating func leaveOutWhatTheCommitteeKeeps() {
        (proposals, considered) = ([], considered.map(\.forOutsiders))
        closing = closing?.forOutsiders
    }
}

/// What is proposed for this area about a national issue.
public struct IssueProposal: DeclaredQualityEvent {
    /// What is proposed.
    public var words: Prose
    /// The action of a plan that takes it up, such as `plan-2023#1.10`.
    public var action: String?
    /// The day of the proposal; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a proposal.
    ///
    /// - Parameters:
    ///   - words: What is proposed.
    ///   - action: The action of a plan that takes it up.
    public init(_ words: Prose, action: String? = nil) {
        self.words = words
        self.action = action
    }

    /// The action, if one is named.
    public var references: [SubjectReference] {
        [action.map(SubjectLink.action)].compactMap(\.self)
    }

    /// Leaves out the action when a reader may not know of it.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        SubjectLink.cut(&action, SubjectLink.action, hides)
    }

    static let shape = Shape(
        IssueProposal(Prose()),
        [.required("words", \.words, .prose), .optional("action", \.action, .name)]
    )
    static let texts = ["words"]
}

extension NationalIssue {
    /// What can be said of a national issue.
    public enum Entries {}

    /// Everything that can be said of a national issue.
    public static let table = SubjectTable<NationalIssue>([
        Entries.title.declaration, Entries.meaning.declaration, Entries.source.declaration,
        Entries.lead.declaration, Entries.due.declaration, Entries.audience.declaration,
        Entries.proposed.declaration, Entries.considered.declaration, Entries.closed.declaration,
    ])
}

extension NationalIssue.Entries {
    /// What it is called; the first entry about an issue.
    public static let title = NationalIssue.titleField("What the issue is called.", \.title)
    /// What it means for this area.
    public static let meaning = NationalIssue.textField(
        "meaning",
        "What the issue means for this area.",
        \.meaning
    )
    /// Where it comes from.
    public static let source = NationalIssue.field(
        "source",
        "Where the issue comes from, such as a consultation or an act.",
        .name,
        \.source
    )
    /// Who makes a proposal.
    public static let lead = NationalIssue.field(
        "lead",
        "The role, group or body that makes a proposal about the issue.",
        .name,
        \.lead
    )
    /// The day by which a proposal is to come.
    public static let due = NationalIssue.field(
        "due_date",
        "The day by which a proposal is to come to the committee.",
        .date,
        \.due
    )
    /// The widest audience that may know of it.
    public static let audience = NationalIssue.field(
        "audience",
        "The widest audience that may know of the issue; the committee when nobody said.",
        .audience,
        \.audience
    )

    /// Something was proposed.
    static let proposed = NationalIssue.event(
        "proposed",
        "What is proposed for this area, and the action that takes it up.",
        in: \.proposals,
        as: "proposals",
        columns: [
            Column("standing", "How it stands, such as Watched.", .text { $0[$1].standing })
        ],
        say: { proposal, name in
            "A proposal was made about \(name.lowercasedFirst): \(proposal.words.singleLine)"
        },
        refuse: { issue, _, _ in issue.refusalWhenClosed }
    )

    /// The committee considered it.
    static let considered = NationalIssue.event(
        "considered",
        "The committee considered the issue and what was proposed.",
        in: \.considered,
        as: "considered",
        say: { step, name in "The committee considered \(name.lowercasedFirst)\(step.at)." },
        refuse: { issue, _, _ in issue.refusalWhenClosed }
    )

    /// It needs nothing more.
    static let closed = NationalIssue.event(
        "closed",
        "The issue needs nothing more of the committee, and why.",
        at: \.closing,
        columns: [
            Column("closed_on", "The day of its end.", .optionalDate { $0[$1].closing?.on })
        ],
        say: { _, name in "\(name) is closed." },
        refuse: { issue, _, _ in issue.refusalWhenClosed }
    )
}

extension NationalIssue {
    /// Why nothing more can happen to an issue that is closed; nil while it is not.
    fileprivate var refusalWhenClosed: String? {
        closing?.on.map {
            "The national issue “\(id)” was closed on \($0). Add another one, or correct that entry."
        }
    }
}

extension Change.Fact {
    /// Something was proposed about a national issue.
    public static func nationalIssueProposed(_ proposal: IssueProposal) -> Self {
        NationalIssue.fact("proposed", proposal)
    }
    /// The committee considered a national issue.
    public static func nationalIssueConsidered(_ step: QualityStep) -> Self {
        NationalIssue.fact("considered", step)
    }
    /// A national issue needs nothing more.
    public static func nationalIssueClosed(_ step: QualityStep) -> Self {
        NationalIssue.fact("closed", step)
    }
}
