// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Puts a workflow together from another one: states, steps, branches, guards, roles, approvals and what else
/// is recorded, each added, changed or taken away.
///
/// ```swift
/// let workflow = try RiskWorkflowBuilder("northshire/reviews", version: 2)
///     .state("under-review", "under independent review", like: .active, limit: Period(30, .days))
///     .branch(
///         "two-bands", of: .init(.assess), from: .active, to: "under-review",
///         because: "the score rose by two bands or more"
///     ) { request, risk in risk.bandsRisen(by: request) >= 2 }
///     .step(
///         "finish-review", from: "under-review", to: .active,
///         as: RiskOwnKind("northshire.review-finished") { _ in "The independent review is finished." }
///     )
///     .allowing(["independent-reviewer"], to: ["finish-review"])
///     .built()
/// ```
///
/// Nothing is refused before ``built()``, which names everything that clashes at once.
public struct RiskWorkflowBuilder: Sendable {
    /// Checks a request: returns why it is refused, or nil to let it pass.
    public typealias Guard = @Sendable (RiskRequest, RiskCase) -> String?
    /// Says whether a branch is taken.
    public typealias Holds = @Sendable (RiskRequest, RiskCase) -> Bool
    /// Says what else is recorded.
    public typealias Effects = @Sendable (RiskRequest, RiskCase) -> [RiskEffect]
    /// Changes what is recorded.
    public typealias Change = @Sendable (RiskRequest, RiskCase, [RiskEffect]) -> [RiskEffect]

    struct NamedGuard: Sendable {
        var name: String
        var events: Set<RiskEventName>
        var check: Guard
    }

    struct Condition: Sendable {
        var event: RiskEventName
        var from: RiskState
        var branch: RiskWorkflowBranch
        var holds: Holds
    }

    struct AddedEffects: Sendable {
        var event: RiskEventName
        /// Whether it adds to what is recorded, rather than changing it.
        var isMore: Bool
        var change: Change
    }

    let name: String
    let version: Int
    let base: any RiskWorkflow
    var states: [RiskWorkflowState]
    var steps: [RiskWorkflowStep]
    var permissions: RiskWorkflowPermissions
    var guards: [NamedGuard] = []
    var conditions: [Condition] = []
    var ownKinds: [RiskEventName: RiskOwnKind] = [:]
    var effects: [AddedEffects] = []
    var becomes: [RiskState: RiskState]
    var problems: [String] = []
    /// What else is declared, a line each.
    var details: [String] = []

    /// Begins a workflow.
    ///
    /// - Parameters:
    ///   - name: The name, by which registers pin it.
    ///   - version: The version; another one whenever states or steps change.
    ///   - base: The workflow that it is put together from.
    public init(
        _ name: String,
        version: Int = 1,
        from base: any RiskWorkflow = StandardRiskWorkflow()
    ) {
        self.name = name
        self.version = version
        self.base = base
        states = base.states
        steps = base.steps
        permissions = base.permissions
        becomes = base.becomes
        if version < 1 { problems.append("The version is \(version); versions count from 1.") }
        if name.isEmpty || name == RiskWorkflowReference.standard.name {
            problems.append("“\(name)” is no name for a workflow of one's own. Give it another.")
        }
    }

    /// Returns the workflow.
    ///
    /// - Returns: The workflow.
    /// - Throws: ``RiskWorkflowError`` with everything that clashes or leads nowhere.
    public func built() throws(RiskWorkflowError) -> BuiltRiskWorkflow {
        let found = problems + clashes()
        guard found.isEmpty else { throw RiskWorkflowError(workflow: name, problems: found) }
        return BuiltRiskWorkflow(self)
    }

    func changed(_ change: (inout Self) -> Void) -> Self {
        var builder = self
        change(&builder)
        return builder
    }

    /// Whether there is a state.
    func has(_ state: RiskState) -> Bool { states.contains { $0.state == state } }

    // MARK: States

    /// Adds a state that stands for one of the record's own: whatever leaves that state leaves this one too.
    ///
    /// - Parameters:
    ///   - state: The state.
    ///   - label: What it is called, in words that fit after “the risk is”.
    ///   - like: The state for which it stands.
    ///   - events: The events of that state that are not possible in this one.
    ///   - isFinal: Whether a risk may stay in it for ever.
    ///   - limit: How long a risk may stay in it; reminders are due by the last day.
    /// - Returns: The builder.
    public func state(
        _ state: RiskState,
        _ label: String,
        like: RiskState,
        without events: Set<RiskEventName> = [],
        isFinal: Bool = false,
        limit: Period? = nil
    ) -> Self {
        changed { builder in
            guard !builder.has(state) else {
                return builder.problems.append(
                    "There is a state “\(state)” already. Give this one another name."
                )
            }
            guard let model = builder.states.first(where: { $0.state == like }) else {
                return builder.problems.append(
                    "The state “\(state)” is to stand for “\(like)”, which is none. "
                        + ClosestName.suggestion(
                            for: like.rawValue,
                            in: builder.states.map(\.state.rawValue)
                        )
                )
            }
            for event in events
            where !builder.steps.contains(where: { $0.from == like && $0.event == event }) {
                builder.problems.append(
                    "The state “\(state)” is to be without “\(event)”, which does not lead out of "
                        + "“\(like)”."
                )
            }
            builder.states.append(
                RiskWorkflowState(state, label, isFinal: isFinal, like: model.like, limit: limit)
            )
            for step in builder.steps where step.from == like && !events.contains(step.event) {
                var own = step
                own.from = state
                own.to = step.to == like ? state : step.to
                builder.steps.append(own)
                for condition in builder.conditions
                where condition.event == step.event && condition.from == like {
                    var copy = condition
                    copy.from = state
                    builder.conditions.append(copy)
                }
            }
        }
    }

    /// Takes a state away, with every step that leads from or to it.
    ///
    /// - Parameter state: The state, which cannot be that of a risk of which nothing is recorded.
    /// - Returns: The builder.
    public func removing(_ state: RiskState) -> Self {
        changed { builder in
            guard builder.has(state), state != builder.states.first?.state else {
                return builder.problems.append("There is no state “\(state)” to take away.")
            }
            builder.states.removeAll { $0.state == state }
            builder.steps.removeAll { $0.from == state || $0.to == state }
            for place in builder.steps.indices {
                builder.steps[place].branches.removeAll { $0.to == state }
            }
            builder.conditions.removeAll { $0.from == state || $0.branch.to == state }
        }
    }

    /// Says what becomes of the risks in a state of an earlier version that this one has not.
    ///
    /// - Parameters:
    ///   - old: The state that is gone.
    ///   - new: The state that its risks have then.
    /// - Returns: The builder.
    public func becoming(_ old: RiskState, _ new: RiskState) -> Self {
        changed { builder in
            builder.becomes[old] = new
            guard !builder.has(new) else { return }
            builder.problems.append("“\(old)” is to become “\(new)”, which is no state.")
        }
    }

    // MARK: Steps

    /// Adds an event of the workflow's own, or leads it from another state too.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - from: The state before.
    ///   - to: The state afterwards; it stands for the same state of the record as the one before.
    ///   - kind: The kind of entry that records it; that of the same event elsewhere when nil.
    /// - Returns: The builder.
    public func step(
        _ event: RiskEventName,
        from: RiskState,
        to: RiskState,
        as kind: RiskOwnKind? = nil
    ) -> Self {
        changed { builder in
            if RiskFact.Name(rawValue: event.rawValue) != nil {
                return builder.lead(event, from: from, to: to)
            }
            if let kind {
                if let other = builder.ownKinds[event], other.kind != kind.kind {
                    builder.problems.append(
                        "The event “\(event)” is recorded as “\(other.kind)” already, so it cannot be as "
                            + "“\(kind.kind)”. Keep one."
                    )
                }
                builder.ownKinds[event] = kind
            }
            let known = builder.steps.first { $0.event == event }?.kind
            guard let recorded = builder.ownKinds[event]?.kind ?? known else {
                return builder.problems.append(
                    "It is not said as what the event “\(event)” is recorded. Give its kind."
                )
            }
            builder.append(RiskWorkflowStep(event, from: from, to: to, kind: recorded))
        }
    }

    /// Leads an event of the record from a state to one that stands for where the record leads.
    private mutating func lead(_ event: RiskEventName, from: RiskState, to: RiskState) {
        guard let place = steps.firstIndex(where: { $0.event == event && $0.from == from }) else {
            problems.append(
                "“\(event)” does not lead out of “\(from)”. A workflow can be stricter than the "
                    + "record, not looser."
            )
            return
        }
        steps[place].to = to
    }

    private mutating func append(_ step: RiskWorkflowStep) {
        guard !steps.contains(where: { $0.event == step.event && $0.from == step.from }) else {
            problems.append(
                "“\(step.event)” leads out of “\(step.from)” already. Take that step away first, or "
                    + "give one of them another name."
            )
            return
        }
        steps.append(step)
    }

    /// Takes an event away from a state.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - from: The state that it leads out of.
    /// - Returns: The builder.
    public func removing(_ event: RiskEventName, from: RiskState) -> Self {
        changed { builder in
            let count = builder.steps.count
            builder.steps.removeAll { $0.event == event && $0.from == from }
            builder.conditions.removeAll { $0.event == event && $0.from == from }
            if builder.steps.count == count {
                builder.problems.append(
                    "“\(event)” does not lead out of “\(from)”, so there is nothing to take away."
                )
            }
        }
    }

    /// Adds another state to which an event leads when a condition holds.
    ///
    /// - Parameters:
    ///   - name: The name of the condition.
    ///   - event: The event.
    ///   - from: The state before.
    ///   - to: The state to which the event leads when the condition holds.
    ///   - why: The condition in words that fit after “because”.
    ///   - holds: Whether it holds; of several branches the first that does is taken.
    /// - Returns: The builder.
    public func branch(
        _ name: String,
        of event: RiskEventName,
        from: RiskState,
        to: RiskState,
        because why: String,
        when holds: @escaping Holds
    ) -> Self {
        changed { builder in
            let found = builder.steps.firstIndex { $0.event == event && $0.from == from }
            guard let place = found else {
                return builder.problems.append(
                    "“\(event)” does not lead out of “\(from)”, so the branch “\(name)” cannot be taken."
                )
            }
            guard !builder.steps[place].branches.contains(where: { $0.name == name }) else {
                return builder.problems.append(
                    "“\(event)” from “\(from)” has a branch “\(name)” already. Rename this one."
                )
            }
            let branch = RiskWorkflowBranch(name, because: why, to: to)
            builder.steps[place].branches.append(branch)
            builder.conditions.append(
                Condition(event: event, from: from, branch: branch, holds: holds)
            )
        }
    }

    // MARK: Guards and effects

    /// Adds a guard.
    ///
    /// - Parameters:
    ///   - name: The name of the guard, for programs.
    ///   - events: The events that it watches.
    ///   - check: Says why a request is refused, in a sentence; nil lets it pass on to the other guards.
    /// - Returns: The builder.
    public func guarding(
        _ name: String,
        _ events: Set<RiskEventName>,
        _ check: @escaping Guard
    ) -> Self {
        changed { builder in
            if builder.guards.contains(where: { $0.name == name }) {
                builder.problems.append("There is a guard “\(name)” already. Rename this one.")
            }
            builder.guards.append(NamedGuard(name: name, events: events, check: check))
        }
    }

    /// Lets certain roles alone ask for some events.
    ///
    /// - Parameters:
    ///   - roles: The roles.
    ///   - events: The events.
    /// - Returns: The builder.
    public func allowing(_ roles: [String], to events: Set<RiskEventName>) -> Self {
        changed { builder in
            builder.permissions.rules.append(.init(events: events, roles: roles))
            for event in events where builder.permissions.roles(for: event) == [] {
                builder.problems.append(
                    "No role may take a risk through “\(event)”: the rules about it share none."
                )
            }
        }
    }

    /// Records something else besides when an event passes.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - effects: What else is recorded.
    /// - Returns: The builder.
    public func recording(on event: RiskEventName, _ effects: @escaping Effects) -> Self {
        changed { builder in
            builder.effects.append(
                AddedEffects(event: event, isMore: true) { request, riskCase, before in
                    before + effects(request, riskCase)
                }
            )
        }
    }

    /// Changes what is recorded when an event passes.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - change: Makes what is recorded of what would be without it.
    /// - Returns: The builder.
    public func changing(_ event: RiskEventName, _ change: @escaping Change) -> Self {
        changed { builder in
            builder.effects.append(AddedEffects(event: event, isMore: false, change: change))
        }
    }
}

/// What clashes in a workflow that is being put together.
public struct RiskWorkflowError: ExplainedError, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure; there is one.
    public var code: ErrorCode { ErrorCode("risk.workflow") }
    /// The name of the workflow.
    public var workflow: String
    /// Everything that clashes, each as a sentence.
    public var problems: [String]

    /// What clashes, and what to do.
    public var message: String {
        "The workflow “\(workflow)” cannot be put together. " + problems.joined(separator: " ")
    }

    /// What clashes, and what to do.
    public var description: String { message }
}
