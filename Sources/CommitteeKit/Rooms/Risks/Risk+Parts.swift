// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Risk {
    /// Something that keeps a risk down.
    public struct Control: Hashable, Sendable {
        /// The identifier of the control within its risk.
        public var id: String
        /// What it is, in words.
        public var words: String
        /// How it works; nil when nobody has said.
        public var kind: Kind?
        /// How well it works, by the register's own word; empty when nobody has judged it.
        public var effectiveness: String
        /// How much it counts among the controls, where the register weighs them.
        public var weight: Int?
        /// The role that answers for the control, by its identifier.
        public var ownerRoleID: String?
        /// The day by which evidence that it works is owed.
        public var evidenceDue: CivilDate?
        /// The day on which evidence was last seen.
        public var evidenceSeen: CivilDate?
        /// What was seen, in words.
        public var evidence: String

        /// Creates a control.
        ///
        /// - Parameters:
        ///   - id: The identifier of the control within its risk.
        ///   - words: What it is, in words.
        ///   - kind: How it works; nil when nobody has said.
        ///   - effectiveness: How well it works, by the register's own word.
        ///   - weight: How much it counts among the controls.
        ///   - ownerRoleID: The role that answers for the control.
        ///   - evidenceDue: The day by which evidence that it works is owed.
        public init(
            id: String = "",
            words: String,
            kind: Kind?,
            effectiveness: String = "",
            weight: Int? = nil,
            ownerRoleID: String? = nil,
            evidenceDue: CivilDate? = nil
        ) {
            self.id = id
            self.words = words
            self.kind = kind
            self.effectiveness = effectiveness
            self.weight = weight
            self.ownerRoleID = ownerRoleID
            self.evidenceDue = evidenceDue
            evidence = ""
        }

        /// Whether evidence is owed on a day: it was due by then, and nobody has seen it.
        ///
        /// - Parameter date: The day.
        /// - Returns: Whether the day on which evidence is due has come or passed.
        public func isOwedEvidence(on date: CivilDate) -> Bool {
            evidenceDue.map { $0 <= date } ?? false
        }

        /// A way in which a control works.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// It keeps the event from happening.
            case preventive
            /// It mends what the event does.
            case corrective
            /// It tells people what to do.
            case directive
            /// It shows that the event has happened.
            case detective
        }
    }

    /// By when the target is to be reached.
    public enum TargetDate: Hashable, Sendable {
        /// The target is to be reached by the day.
        case by(CivilDate)
        /// The risk is accepted as it is; nothing more is aimed at.
        case accept

        /// The day, or the word “accept”.
        public var text: String {
            switch self {
            case .by(let date): date.formatted("d MMMM yyyy")
            case .accept: "accept"
            }
        }
    }

    /// Something elsewhere that a risk has to do with.
    public struct Link: Hashable, Sendable {
        /// A kind of thing that a risk may have to do with.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// An action of a plan.
            case action
            /// A decision of a meeting.
            case decision
            /// A review, such as a Learning Review.
            case review
            /// Another risk.
            case risk
        }

        /// What kind of thing it is.
        public var kind: Kind
        /// Its identifier; an action's is written `plan#action`.
        public var id: String

        /// Creates a link.
        ///
        /// - Parameters:
        ///   - kind: What kind of thing it is.
        ///   - id: Its identifier.
        public init(_ kind: Kind, _ id: String) {
            self.kind = kind
            self.id = id
        }
    }

    /// That a named approver accepted the risk as it was scored.
    ///
    /// It holds until its day, and until something material changes; see ``Basis``.
    public struct Acceptance: Hashable, Sendable {
        /// The role that accepted the risk.
        public var by: String
        /// The day on which it did.
        public var on: CivilDate
        /// The last day on which the acceptance holds; nil when it has no end.
        public var until: CivilDate?
        /// What the acceptance depends on, in words.
        public var conditions: String
        /// The current assessment for which it was given.
        public var score: RiskAssessment
        /// The day on which a material change ended it.
        public var lapsedOn: CivilDate?
        /// What changed, in words.
        public var lapseReason: String

        /// Creates an acceptance that has not lapsed.
        ///
        /// - Parameters:
        ///   - by: The role that accepted the risk.
        ///   - on: The day on which it did.
        ///   - until: The last day on which the acceptance holds.
        ///   - conditions: What the acceptance depends on.
        ///   - score: The current assessment for which it was given.
        public init(
            by: String,
            on: CivilDate,
            until: CivilDate?,
            conditions: String = "",
            score: RiskAssessment
        ) {
            self.by = by
            self.on = on
            self.until = until
            self.conditions = conditions
            self.score = score
            lapseReason = ""
        }

        /// Whether the acceptance holds on a day.
        ///
        /// - Parameter date: The day.
        /// - Returns: Whether it neither lapsed nor ran out.
        public func isInForce(on date: CivilDate) -> Bool {
            date >= on && lapsedOn == nil && (until.map { date <= $0 } ?? true)
        }

        /// Returns why the acceptance no longer holds on a day.
        ///
        /// - Parameter date: The day.
        /// - Returns: The reason in words, or nil while it holds.
        public func lapse(on date: CivilDate) -> String? {
            if let lapsedOn {
                return "\(lapseReason) on \(lapsedOn.formatted("d MMMM yyyy"))"
            }
            guard let until, until < date else { return nil }
            return "it ran out on \(until.formatted("d MMMM yyyy"))"
        }
    }

    /// What an acceptance is tied to: a change of any of it is material and ends the acceptance.
    ///
    /// Material are the current score (its likelihood, its impact, its number, its band, an override,
    /// or that there is none any more), the wording of cause, event and effect, the treatment, the
    /// register in which the risk stands, a control that is taken away and a control that is judged to
    /// work differently. Other changes are not, such as a new control, another owner, or evidence that
    /// was seen. Levels that a migration renames are no change while they make the same score.
    public struct Basis: Hashable, Sendable {
        var score: RiskScale.Score?
        var levels: RiskAssessment.Levels?
        var wording: [String]
        var treatment: Treatment?
        var controls: [String: String]
        var registerID: String

        /// Takes from a risk what an acceptance is tied to.
        ///
        /// - Parameters:
        ///   - risk: The risk.
        ///   - register: The register in which it stands.
        public init(of risk: Risk, in register: RiskRegister) {
            score = try? register.score(of: risk.current)
            levels = risk.current.levels
            wording = [risk.cause, risk.event, risk.effect]
            treatment = risk.treatment
            controls = Dictionary(
                risk.controls.map { ($0.id, $0.effectiveness) },
                uniquingKeysWith: { first, _ in first }
            )
            registerID = register.id
        }

        /// Returns what is materially different, in words.
        ///
        /// - Parameter later: What the same risk is tied to later.
        /// - Returns: One sentence part, such as “its current score changed”, or nil.
        public func materialChange(to later: Basis) -> String? {
            if score != later.score || hasOtherLevels(than: later) {
                return "its current score changed"
            }
            if wording != later.wording { return "its wording changed" }
            if treatment != later.treatment { return "its treatment changed" }
            if registerID != later.registerID { return "it moved to another register" }
            for (id, effectiveness) in controls.sorted(by: { $0.key < $1.key }) {
                guard let now = later.controls[id] else { return "the control “\(id)” was removed" }
                if now != effectiveness { return "the control “\(id)” was judged anew" }
            }
            return nil
        }

        /// Whether the same scale gives the same score by another judgement, such as 2 by 6 for 3 by 4.
        private func hasOtherLevels(than later: Basis) -> Bool {
            guard let levels, let now = later.levels, levels.scale == now.scale else {
                return false
            }
            return levels.likelihood != now.likelihood || levels.impact != now.impact
                || levels.override?.value != now.override?.value
                || levels.override?.bandID != now.override?.bandID || levels.stated != now.stated
        }
    }
}

/// The most that a risk may be before something must be done: a band, or a number.
public enum RiskAppetite: Hashable, Sendable {
    /// The worst band that is still within the appetite, by its identifier.
    case band(String)
    /// The worst number that is still within the appetite.
    case score(Int)
}

/// How far a risk has come; an extension may have states of its own.
public struct RiskState: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The state as it is recorded.
    public let rawValue: String

    /// Creates a state.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates a state.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Creates a state from a literal.
    public init(stringLiteral value: String) { rawValue = value }

    /// The state as it is recorded.
    public var description: String { rawValue }

    /// Nothing is recorded of the risk yet.
    public static let unrecorded: RiskState = "unrecorded"
    /// Somebody proposed the risk; nobody has approved it.
    public static let proposed: RiskState = "proposed"
    /// The risk stands in its register and counts there.
    public static let active: RiskState = "active"
    /// The risk rests; it is kept but does not count.
    public static let inactive: RiskState = "inactive"
    /// The risk was closed.
    public static let closed: RiskState = "closed"
    /// Other risks took its place.
    public static let replaced: RiskState = "replaced"
    /// The risk was closed before anybody approved it.
    public static let rejected: RiskState = "rejected"
}

/// One thing that happened to a risk.
public struct RiskHistoryEvent: Hashable, Sendable {
    /// The kind of entry, such as `risk.assessed` or one of an extension's own.
    public var kind: EntryKind
    /// The day on which it took effect.
    public var on: CivilDate
    /// Who recorded it.
    public var by: String
    /// The register in which the risk stood then.
    public var register: String
    /// Why, when somebody said so.
    public var reason: String?
    /// What the entry holds.
    public var payload: JSONValue

    /// Creates an event.
    ///
    /// - Parameters:
    ///   - kind: The kind of entry.
    ///   - on: The day on which it took effect.
    ///   - by: Who recorded it.
    ///   - register: The register in which the risk stood then.
    ///   - reason: Why, when somebody said so.
    ///   - payload: What the entry holds.
    public init(
        kind: EntryKind,
        on: CivilDate,
        by: String,
        register: String,
        reason: String? = nil,
        payload: JSONValue = [:]
    ) {
        self.kind = kind
        self.on = on
        self.by = by
        self.register = register
        self.reason = reason
        self.payload = payload
    }

    /// What the entry says, when this version knows its kind.
    public var fact: RiskFact? {
        guard let entry = Risk.entries[kind] else { return nil }
        return (try? entry.declaration.declared.fact(of: payload)).map { RiskFact(entry.name, $0) }
    }
}
