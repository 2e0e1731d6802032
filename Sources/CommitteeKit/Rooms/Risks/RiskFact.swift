// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One thing that can happen to a risk.
///
/// Each is an entry of its own, so that escalating, closing and replacing a risk stay different
/// events for ever.
///
/// ```swift
/// let change = Change(.risk("R7"), .risk(.escalated(to: "partnership")))
/// ```
@nonexhaustive
public enum RiskFact: Hashable, Sendable {
    // The course of a risk.
    /// Somebody proposed the risk for a register.
    case proposed(Proposal)
    /// A body or role approved the risk, which from then on counts in its register.
    case approved(by: String)
    /// One of the scores was assessed, or withdrawn as not assessed.
    case assessed(RiskScoreKind, RiskAssessment)
    /// The risk was reviewed, and is to be reviewed next on a day if one was set.
    case reviewed(outcome: String, next: CivilDate?)
    /// The risk went to a register above.
    case escalated(to: String)
    /// The risk went to a register below.
    case deescalated(to: String)
    /// The risk rests.
    case deactivated
    /// A named approver accepted the risk as it is scored, until a day if one was set.
    case accepted(by: String, until: CivilDate?, conditions: String)
    /// The risk is no more.
    case closed(outcome: String)
    /// Other risks took the place of this one.
    case replaced(by: [String])
    /// The risk was taken up again.
    case reopened

    // What is said of a risk.
    /// The wording was set.
    case worded(Wording)
    /// The category was set.
    case categorised(String)
    /// Who answers for the risk, and who manages it, was set.
    case assigned(owner: String?, manager: String?)
    /// A control was added, or set anew.
    case controlSet(Risk.Control)
    /// A control was taken away.
    case controlRemoved(String)
    /// Evidence that a control works was seen; the next is owed on a day, if one was set.
    case evidenceSeen(control: String, words: String, next: CivilDate?)
    /// What is done about the risk, and with which actions of plans, was set.
    case treated(Risk.Treatment?, actions: [String])
    /// By when the target is to be reached was set.
    case targetDateSet(Risk.TargetDate?)
    /// The risk's own appetite was set, or left to its category and register.
    case appetiteSet(RiskAppetite?)
    /// How soon and how quickly the risk may come was set.
    case timed(proximity: String, velocity: String)
    /// Who may see the risk was set.
    case visibilitySet(Audience)
    /// What the risk has to do with was set.
    case linked([Risk.Link])
    /// How often the risk is reviewed was set, or left to its register.
    case reviewIntervalSet(Period?)

    /// What a risk says: what may cause it, what may happen, and with what effect.
    public struct Wording: Hashable, Sendable {
        /// What the risk is called in a list; may be empty.
        public var title: String
        /// What may cause it.
        public var cause: String
        /// What may happen.
        public var event: String
        /// What it would lead to.
        public var effect: String

        /// Creates a wording.
        ///
        /// - Parameters:
        ///   - title: What the risk is called in a list.
        ///   - cause: What may cause it.
        ///   - event: What may happen.
        ///   - effect: What it would lead to.
        public init(title: String = "", cause: String, event: String, effect: String) {
            self.title = title
            self.cause = cause
            self.event = event
            self.effect = effect
        }
    }

    /// A risk as somebody proposes it.
    public struct Proposal: Hashable, Sendable {
        /// The register for which it is proposed, by its identifier.
        public var register: String
        /// What it says.
        public var wording: Wording
        /// The category, by the register's own word.
        public var category: String
        /// The role that answers for it.
        public var ownerRoleID: String?
        /// The role that manages it.
        public var managerRoleID: String?
        /// Who may see it.
        public var visibility: Audience

        /// Creates a proposal.
        ///
        /// - Parameters:
        ///   - register: The register for which it is proposed.
        ///   - wording: What it says.
        ///   - category: The category, by the register's own word.
        ///   - ownerRoleID: The role that answers for it.
        ///   - managerRoleID: The role that manages it.
        ///   - visibility: Who may see it; restricted unless somebody says otherwise.
        public init(
            register: String,
            wording: Wording,
            category: String = "",
            ownerRoleID: String? = nil,
            managerRoleID: String? = nil,
            visibility: Audience = .restricted
        ) {
            self.register = register
            self.wording = wording
            self.category = category
            self.ownerRoleID = ownerRoleID
            self.managerRoleID = managerRoleID
            self.visibility = visibility
        }
    }
}

extension RiskFact {
    /// The name of a fact: the verb of a file of changes, and the kind of its entry.
    @nonexhaustive
    public enum Name: String, Hashable, Sendable, CaseIterable {
        /// A risk is proposed.
        case propose
        /// Its wording is set.
        case reword
        /// Its category is set.
        case categorise
        /// Its owner and manager are set.
        case assign
        /// Who may see it is set.
        case show
        /// It is approved.
        case approve
        /// A score is assessed.
        case assess
        /// A control is set.
        case control
        /// A control is taken away.
        case uncontrol
        /// Evidence of a control is seen.
        case evidence = "evidence-seen"
        /// Its treatment is set.
        case treat
        /// Its target date is set.
        case aim
        /// Its appetite is set.
        case appetite
        /// Its proximity and velocity are set.
        case timing
        /// Its links are set.
        case link
        /// Its review interval is set.
        case interval
        /// It is reviewed.
        case review
        /// It goes to a register above.
        case escalate
        /// It goes to a register below.
        case deescalate = "de-escalate"
        /// It is accepted.
        case accept
        /// It is put to rest.
        case deactivate
        /// It is replaced.
        case replace
        /// It is closed.
        case close
        /// It is taken up again.
        case reopen

        /// The kind under which the journal keeps the fact.
        public var kind: EntryKind { EntryKind("risk.\(past)") }

        /// The name of the fact that a kind of entry records, if it records one.
        public init?(kind: EntryKind) {
            guard let name = Self.names[kind] else { return nil }
            self = name
        }

        private static let names = Dictionary(uniqueKeysWithValues: allCases.map { ($0.kind, $0) })

        private var past: String {
            switch self {
            case .propose: "proposed"
            case .reword: "wording-set"
            case .categorise: "category-set"
            case .assign: "owners-set"
            case .show: "visibility-set"
            case .approve: "approved"
            case .assess: "assessed"
            case .control: "control-set"
            case .uncontrol: "control-removed"
            case .evidence: "evidence-seen"
            case .treat: "treatment-set"
            case .aim: "target-date-set"
            case .appetite: "appetite-set"
            case .timing: "timing-set"
            case .link: "links-set"
            case .interval: "review-interval-set"
            case .review: "reviewed"
            case .escalate: "escalated"
            case .deescalate: "de-escalated"
            case .accept: "accepted"
            case .deactivate: "deactivated"
            case .replace: "replaced"
            case .close: "closed"
            case .reopen: "reopened"
            }
        }

        /// What was done to the risk, as in “so it cannot be …”.
        public var participle: String {
            switch self {
            case .propose: "proposed"
            case .reword: "worded anew"
            case .categorise: "put into a category"
            case .assign: "assigned"
            case .show: "shown to others"
            case .approve: "approved"
            case .assess: "assessed"
            case .control, .uncontrol, .evidence: "given or relieved of a control"
            case .treat: "treated"
            case .aim: "given a target date"
            case .appetite: "given an appetite"
            case .timing: "given a proximity"
            case .link: "linked"
            case .interval: "given a review interval"
            case .review: "reviewed"
            case .escalate: "escalated"
            case .deescalate: "de-escalated"
            case .accept: "accepted"
            case .deactivate: "deactivated"
            case .replace: "replaced"
            case .close: "closed"
            case .reopen: "reopened"
            }
        }
    }

    /// The name of the fact.
    public var name: Name {
        switch self {
        case .proposed: .propose
        case .approved: .approve
        case .assessed: .assess
        case .reviewed: .review
        case .escalated: .escalate
        case .deescalated: .deescalate
        case .deactivated: .deactivate
        case .accepted: .accept
        case .closed: .close
        case .replaced: .replace
        case .reopened: .reopen
        case .worded: .reword
        case .categorised: .categorise
        case .assigned: .assign
        case .controlSet: .control
        case .controlRemoved: .uncontrol
        case .evidenceSeen: .evidence
        case .treated: .treat
        case .targetDateSet: .aim
        case .appetiteSet: .appetite
        case .timed: .timing
        case .visibilitySet: .show
        case .linked: .link
        case .reviewIntervalSet: .interval
        }
    }

    /// Returns the fact with the scale that it uses pinned, when it is an assessment without one.
    ///
    /// - Parameter register: The register in which the risk stands.
    /// - Returns: The fact, with the scale that the register uses.
    public func pinned(by register: RiskRegister?) -> RiskFact {
        guard case .assessed(let kind, .assessed(var levels)) = self, levels.scale.isUnpinned,
            let scale = register?.currentScale
        else { return self }
        levels.scale = scale.reference
        return .assessed(kind, .assessed(levels))
    }
}

extension RiskScale.Reference {
    /// What stands for a scale until it is pinned; no scale has it, because versions count from 1.
    public static let unpinned = RiskScale.Reference(scaleID: "", version: 0)

    /// Whether the scale is still to be pinned.
    public var isUnpinned: Bool { version == 0 }
}
