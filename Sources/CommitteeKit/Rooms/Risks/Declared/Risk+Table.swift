// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Risk {
    /// Every kind of entry of a risk, in the order in which people read what it says.
    ///
    /// To add one, give ``Risk`` a stored property, declare the entry beside the others in
    /// `RiskFact.Entries`, give it a name and a door, and list it here.
    static let entries = RiskEntries([
        RiskFact.Entries.proposed.untyped,
        RiskFact.Entries.approved.untyped,
        RiskFact.Entries.worded.untyped,
        RiskFact.Entries.categorised.untyped,
        RiskFact.Entries.assigned.untyped,
        RiskFact.Entries.assessed.untyped,
        RiskFact.Entries.treated.untyped,
        RiskFact.Entries.controlSet.untyped,
        RiskFact.Entries.controlRemoved.untyped,
        RiskFact.Entries.evidenceSeen.untyped,
        RiskFact.Entries.visibilitySet.untyped,
        RiskFact.Entries.reviewed.untyped,
        RiskFact.Entries.reviewIntervalSet.untyped,
        RiskFact.Entries.reviewDateSet.untyped,
        RiskFact.Entries.targetDateSet.untyped,
        RiskFact.Entries.appetiteSet.untyped,
        RiskFact.Entries.timed.untyped,
        RiskFact.Entries.accepted.untyped,
        RiskFact.Entries.linked.untyped,
        RiskFact.Entries.replaced.untyped,
        RiskFact.Entries.escalated.untyped,
        RiskFact.Entries.deescalated.untyped,
        RiskFact.Entries.deactivated.untyped,
        RiskFact.Entries.closed.untyped,
        RiskFact.Entries.reopened.untyped,
        RiskFact.Entries.renumbered.untyped,
        RiskFact.Entries.columnSet.untyped,
        RiskFact.Entries.stateEntered.untyped,
        RiskFact.Entries.overridden.untyped,
    ])

    /// Everything that can be said of a risk.
    package static let table = SubjectTable<RiskPlace>(entries.all.map(\.declaration))
}

/// The kinds of entry of a risk, found by their name or kind.
struct RiskEntries: Sendable {
    let all: [RiskDeclaration]
    private let names: [RiskFact.Name: Int]
    private let kinds: [EntryKind: Int]

    init(_ all: [RiskDeclaration]) {
        self.all = all
        let places = all.indices
        names = Dictionary(places.map { (all[$0].name, $0) }) { first, _ in first }
        kinds = Dictionary(places.map { (all[$0].declaration.declared.kind, $0) }) { first, _ in
            first
        }
    }

    subscript(kind: EntryKind) -> RiskDeclaration? { kinds[kind].map { all[$0] } }

    subscript(name: RiskFact.Name) -> RiskDeclaration {
        guard let place = names[name] else {
            preconditionFailure("No entry of a risk is declared for “\(name.rawValue)”.")
        }
        return all[place]
    }
}

extension RiskFact.Name {
    /// How the entry of this name is declared.
    var entry: RiskDeclaration { Risk.entries[self] }
}

extension RiskFact {
    /// Somebody proposed the risk for a register.
    public static func proposed(_ proposal: Proposal) -> Self { Entries.proposed(proposal) }
    /// A body or role approved the risk, which from then on counts in its register.
    public static func approved(by body: String) -> Self { Entries.approved(body) }
    /// One of the scores was assessed, or withdrawn as not assessed.
    public static func assessed(_ score: RiskScoreKind, _ assessment: RiskAssessment) -> Self {
        Entries.assessed(Judgement(score: score, assessment: assessment))
    }
    /// The risk was reviewed, and is to be reviewed next on a day if one was set.
    public static func reviewed(outcome: String, next: CivilDate?) -> Self {
        Entries.reviewed(Review(outcome: outcome, next: next))
    }
    /// The risk went to a register above.
    public static func escalated(to register: String) -> Self { Entries.escalated(register) }
    /// The risk went to a register below.
    public static func deescalated(to register: String) -> Self { Entries.deescalated(register) }
    /// The risk rests.
    public static var deactivated: Self { Entries.deactivated(Nothing()) }
    /// A named approver accepted the risk as it is scored, until a day if one was set.
    public static func accepted(by role: String, until: CivilDate?, conditions: String) -> Self {
        Entries.accepted(Acceptance(by: role, until: until, conditions: conditions))
    }
    /// The risk is no more.
    public static func closed(outcome: String) -> Self { Entries.closed(outcome) }
    /// Other risks took the place of this one.
    public static func replaced(by risks: [String]) -> Self { Entries.replaced(risks) }
    /// The risk was taken up again.
    public static var reopened: Self { Entries.reopened(Nothing()) }

    /// The wording was set.
    public static func worded(_ wording: Wording) -> Self { Entries.worded(wording) }
    /// The category was set.
    public static func categorised(_ category: String) -> Self { Entries.categorised(category) }
    /// Who answers for the risk, and who manages it, was set.
    public static func assigned(owner: String?, manager: String?) -> Self {
        Entries.assigned(Assignment(ownerRoleID: owner, managerRoleID: manager))
    }
    /// A control was added, or set anew.
    public static func controlSet(_ control: Risk.Control) -> Self { Entries.controlSet(control) }
    /// A control was taken away.
    public static func controlRemoved(_ id: String) -> Self { Entries.controlRemoved(id) }
    /// Evidence that a control works was seen; the next is owed on a day, if one was set.
    public static func evidenceSeen(control: String, words: String, next: CivilDate?) -> Self {
        Entries.evidenceSeen(Evidence(control: control, words: words, next: next))
    }
    /// What is done about the risk, and with which actions of plans, was set.
    public static func treated(_ treatment: Risk.Treatment?, actions: [String]) -> Self {
        Entries.treated(Treatment(treatment: treatment, actions: actions))
    }
    /// By when the target is to be reached was set.
    public static func targetDateSet(_ date: Risk.TargetDate?) -> Self {
        Entries.targetDateSet(date)
    }
    /// The risk's own appetite was set, or left to its category and register.
    public static func appetiteSet(_ appetite: RiskAppetite?) -> Self {
        Entries.appetiteSet(appetite)
    }
    /// How soon and how quickly the risk may come was set.
    public static func timed(proximity: String, velocity: String) -> Self {
        Entries.timed(Timing(proximity: proximity, velocity: velocity))
    }
    /// Who may see the risk was set.
    public static func visibilitySet(_ visibility: Audience) -> Self {
        Entries.visibilitySet(visibility)
    }
    /// What the risk has to do with was set.
    public static func linked(_ links: [Risk.Link]) -> Self { Entries.linked(links) }
    /// How often the risk is reviewed was set, or left to its register.
    public static func reviewIntervalSet(_ period: Period?) -> Self {
        Entries.reviewIntervalSet(period)
    }
    /// The day of the next review was set, or left to the interval of reviews.
    public static func reviewDateSet(_ date: CivilDate?) -> Self { Entries.reviewDateSet(date) }
    /// The number that the register prints was set.
    public static func renumbered(_ number: String?) -> Self { Entries.renumbered(number) }
    /// What stands in a column of the register's own was set.
    public static func columnSet(name: String, _ words: String) -> Self {
        Entries.columnSet(ColumnText(name: name, words: words))
    }
}
