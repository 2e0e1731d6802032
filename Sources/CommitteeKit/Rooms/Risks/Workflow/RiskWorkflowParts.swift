// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A state of a workflow.
public struct RiskWorkflowState: Hashable, Sendable {
    /// The state.
    public var state: RiskState
    /// What it is called, in words that fit after “the risk is”.
    public var label: String
    /// Whether a risk may stay in it for ever.
    public var isFinal: Bool
    /// The record's own state for which it stands; itself when it is one of those.
    public var like: RiskState
    /// How long a risk may stay in it; for ever when nil.
    ///
    /// When a risk comes to the state, the last day is recorded with it, and reminders are due by it.
    public var limit: Period?

    /// Creates a state.
    ///
    /// - Parameters:
    ///   - state: The state.
    ///   - label: What it is called, in words that fit after “the risk is”.
    ///   - isFinal: Whether a risk may stay in it for ever.
    ///   - like: The record's own state for which it stands; itself when nil.
    ///   - limit: How long a risk may stay in it.
    public init(
        _ state: RiskState,
        _ label: String,
        isFinal: Bool = false,
        like: RiskState? = nil,
        limit: Period? = nil
    ) {
        self.state = state
        self.label = label
        self.isFinal = isFinal
        self.like = like ?? state
        self.limit = limit
    }
}

/// The name of an event of a workflow: a verb such as `approve`, or an extension's own.
public struct RiskEventName: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The verb.
    public let rawValue: String

    /// Creates a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates the name of a fact.
    public init(_ name: RiskFact.Name) { rawValue = name.rawValue }

    /// Creates a name from a literal.
    public init(stringLiteral value: String) { rawValue = value }

    /// Not an event of a risk: the register goes to another workflow, or another version.
    ///
    /// A rule of ``RiskWorkflowPermissions`` may name it, to say whose decision that is.
    public static let migrate: RiskEventName = "migrate"

    /// Not an event of a risk: the register gets other settings, such as its appetite, its approvers or its scale.
    ///
    /// A guard on `accept` that looks at the appetite holds only as well as the appetite does, so a rule of
    /// ``RiskWorkflowPermissions`` may name whose decision these are.
    public static let settings: RiskEventName = "settings"

    /// What a rule may name although no step has it.
    package static let ofRegisters: Set<RiskEventName> = [.migrate, .settings]

    /// The verb.
    public var description: String { rawValue }

    /// The words that fit after “it cannot be”.
    public var participle: String {
        RiskFact.Name(rawValue: rawValue)?.participle ?? "taken through “\(rawValue)”"
    }
}

/// A step of a workflow: an event leads from one state to another, or leaves it.
public struct RiskWorkflowStep: Hashable, Sendable {
    /// The event.
    public var event: RiskEventName
    /// The state before.
    public var from: RiskState
    /// The state afterwards, unless a branch is taken.
    public var to: RiskState
    /// The kind of entry that records the event; that of the record's own event unless it is another.
    public var kind: EntryKind?
    /// The other states to which it may lead, each by a condition with a name.
    public var branches: [RiskWorkflowBranch]

    /// Creates a step.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - from: The state before.
    ///   - to: The state afterwards, unless a branch is taken.
    ///   - kind: The kind of entry that records an event of the workflow's own.
    ///   - branches: The other states to which it may lead.
    public init(
        _ event: RiskEventName,
        from: RiskState,
        to: RiskState,
        kind: EntryKind? = nil,
        branches: [RiskWorkflowBranch] = []
    ) {
        self.event = event
        self.from = from
        self.to = to
        self.kind = kind ?? RiskFact.Name(rawValue: event.rawValue)?.kind
        self.branches = branches
    }

    /// Every state to which it may lead.
    public var targets: [RiskState] { [to] + branches.map(\.to) }
}

/// Another state to which a step leads when a condition holds.
public struct RiskWorkflowBranch: Hashable, Sendable {
    /// The name of the condition, for programs and tests.
    public var name: String
    /// The condition in words that fit after “because”, such as “the score rose by two bands”.
    public var why: String
    /// The state to which the step leads when it holds.
    public var to: RiskState

    /// Creates a branch.
    ///
    /// - Parameters:
    ///   - name: The name of the condition.
    ///   - why: The condition in words that fit after “because”.
    ///   - to: The state to which the step leads when it holds.
    public init(_ name: String, because why: String, to: RiskState) {
        self.name = name
        self.why = why
        self.to = to
    }
}

/// The parts of a workflow that should each do something in some world, by their names.
public struct RiskWorkflowParts: Hashable, Sendable {
    /// The guards, by their names, each with the events that it watches.
    public var guards: [String: Set<RiskEventName>]
    /// The events on which something else is recorded.
    public var recording: Set<RiskEventName>
    /// What else it declares, a line each, such as how many approvals are needed; registers pin it.
    public var details: [String] = []

    /// Creates a list of parts.
    ///
    /// - Parameters:
    ///   - guards: The guards, by their names, each with the events that it watches.
    ///   - recording: The events on which something else is recorded.
    public init(
        guards: [String: Set<RiskEventName>] = [:],
        recording: Set<RiskEventName> = []
    ) {
        self.guards = guards
        self.recording = recording
    }
}
