// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One thing that can happen to a risk.
///
/// Each is an entry of its own, so that escalating, closing and replacing a risk stay different
/// events for ever. What each says, and what it does to a risk, is declared in one table; the library's
/// facts have a door with a name, such as ``escalated(to:)``.
///
/// ```swift
/// let change = Change(.risk("R7"), .risk(.escalated(to: "partnership")))
/// ```
public struct RiskFact: Hashable, Sendable {
    /// The name of the fact.
    public let name: Name
    /// The fact as a change has it.
    let fact: Change.Fact

    /// Creates a fact of what a change says, when that is said of a risk.
    ///
    /// - Parameter fact: What a change says.
    public init?(_ fact: Change.Fact) {
        guard let name = Name(kind: fact.kind) else { return nil }
        self.name = name
        self.fact = fact
    }

    init(_ name: Name, _ fact: Change.Fact) {
        self.name = name
        self.fact = fact
    }

    /// Returns what is said, such as a ``Proposal``.
    ///
    /// - Parameter type: The type of the value.
    /// - Returns: The value, or nil when facts of this name have values of another type.
    public func value<Value: Hashable & Sendable>(as type: Value.Type = Value.self) -> Value? {
        fact.value()
    }

    /// The JSON form of the fact, as a file of changes has it under its ``name-swift.property``.
    ///
    /// What is empty is left out.
    public var json: JSONObject { name.entry.json(fact) }

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

    /// A score as somebody judged it.
    public struct Judgement: Hashable, Sendable {
        /// Which score.
        public var score: RiskScoreKind
        /// What it was judged to be.
        public var assessment: RiskAssessment
    }

    /// What a review found.
    public struct Review: Hashable, Sendable {
        /// What it found, in words.
        public var outcome: String
        /// The day of the next review, if one was set.
        public var next: CivilDate?
    }

    /// That somebody accepts the risk as it is scored.
    public struct Acceptance: Hashable, Sendable {
        /// The role that accepts it.
        public var by: String
        /// The last day on which that holds, if there is one.
        public var until: CivilDate?
        /// What it depends on, in words.
        public var conditions: String
    }

    /// Who answers for the risk, and who manages it.
    public struct Assignment: Hashable, Sendable {
        /// The role that answers for it.
        public var ownerRoleID: String?
        /// The role that manages it.
        public var managerRoleID: String?
    }

    /// Evidence that a control works.
    public struct Evidence: Hashable, Sendable {
        /// The control, by its identifier.
        public var control: String
        /// What was seen, in words.
        public var words: String
        /// The day on which the next is owed, if one was set.
        public var next: CivilDate?
    }

    /// What is done about the risk.
    public struct Treatment: Hashable, Sendable {
        /// What is done.
        public var treatment: Risk.Treatment?
        /// The actions of plans that do it, each as `plan#action`.
        public var actions: [String]
    }

    /// What stands in a column that the register keeps for itself.
    public struct ColumnText: Hashable, Sendable {
        /// The column's name.
        public var name: String
        /// What stands there; empty when nothing does.
        public var words: String
    }

    /// How soon and how quickly the risk may come.
    public struct Timing: Hashable, Sendable {
        /// How soon, in words.
        public var proximity: String
        /// How quickly, in words.
        public var velocity: String
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
        /// The day of its next review is set.
        case reviewBy = "review-by"
        /// The number that its register prints is set.
        case renumber
        /// What stands in a column of its register's own is set.
        case column
        /// It comes to a state of its register's own workflow.
        case enter
        /// Something is recorded of it that its register's workflow refuses.
        case override

        /// The name of the fact that a kind of entry records, if it records one.
        public init?(kind: EntryKind) {
            guard let entry = Risk.entries[kind] else { return nil }
            self = entry.name
        }

        /// The kind under which the journal keeps the fact.
        public var kind: EntryKind { entry.declaration.declared.kind }

        /// Whether people ask for it; a workflow records the others with what people ask for.
        public var isAsked: Bool { self != .enter && self != .override }

        /// What was done to the risk, as in “so it cannot be …”.
        public var participle: String { entry.participle }
    }

    /// The register in which the risk stands afterwards, when the fact moves it.
    var destination: String? { name == .escalate || name == .deescalate ? value() : nil }

    /// Returns the fact with the scale that it uses pinned, when it is an assessment without one.
    ///
    /// - Parameter register: The register in which the risk stands.
    /// - Returns: The fact, with the scale that the register uses.
    public func pinned(by register: RiskRegister?) -> RiskFact {
        guard let said = value(as: Judgement.self), var levels = said.assessment.levels,
            levels.scale.isUnpinned, let scale = register?.currentScale
        else { return self }
        levels.scale = scale.reference
        return .assessed(said.score, .assessed(levels))
    }
}

extension RiskScale.Reference {
    /// What stands for a scale until it is pinned; no scale has it, because versions count from 1.
    public static let unpinned = RiskScale.Reference(scaleID: "", version: 0)

    /// Whether the scale is still to be pinned.
    public var isUnpinned: Bool { version == 0 }
}
