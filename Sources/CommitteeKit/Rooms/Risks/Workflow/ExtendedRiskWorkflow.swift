// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A workflow with something added: guards, states, steps, and entry kinds of its own.
///
/// It is made by the methods of ``RiskWorkflow`` below, which can be put one on another.
///
/// ```swift
/// let workflow = StandardRiskWorkflow()
///     .addingGuard("chair-only", on: [.init(.accept)]) { request, _ in
///         request.by == "chair" ? nil : "Only the chair accepts risks. Ask the chair."
///     }
/// ```
public struct ExtendedRiskWorkflow<Base: RiskWorkflow>: RiskWorkflow {
    /// Checks a request: it returns why the request is refused, or nil to let it pass.
    public typealias Guard = @Sendable (RiskRequest, RiskCase) -> String?
    /// Says what is recorded when an event of the extension passes.
    public typealias Effects = @Sendable (RiskRequest, RiskCase) -> [RiskEffect]

    /// The workflow beneath.
    public let base: Base
    /// The name of the workflow.
    public let name: String
    private var addedStates: [RiskWorkflowState] = []
    private var addedSteps: [RiskWorkflowStep] = []
    private var removedSteps: Set<RiskWorkflowStep> = []
    /// The state of the base for which each added state stands.
    private var standsFor: [RiskState: RiskState] = [:]
    private var guards: [(name: String, events: Set<RiskEventName>, check: Guard)] = []
    private var ownEffects: [RiskEventName: Effects] = [:]
    private var moves: [(kind: EntryKind, from: RiskState, to: RiskState)] = []

    init(_ base: Base, name: String) {
        self.base = base
        self.name = "\(base.name)+\(name)"
    }

    /// The states of the workflow beneath, and those that were added.
    public var states: [RiskWorkflowState] { base.states + addedStates }

    /// The steps of the workflow beneath that still hold, and those that were added.
    public var steps: [RiskWorkflowStep] {
        base.steps.filter { !removedSteps.contains($0) } + addedSteps
    }

    /// Asks the added guards, then the workflow beneath.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands.
    /// - Returns: The first refusal, or nil.
    public func refusal(of request: RiskRequest, for riskCase: RiskCase) -> RiskRefusal? {
        for own in guards where own.events.contains(request.event) {
            if let reason = own.check(request, riskCase) { return RiskRefusal(own.name, reason) }
        }
        guard ownEffects[request.event] == nil else { return nil }
        return base.refusal(of: request, for: beneath(riskCase))
    }

    /// Returns the effects of an event of the extension, or those of the workflow beneath.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands.
    /// - Returns: The effects.
    /// - Throws: ``RiskRefusal`` when the workflow beneath cannot say what is to be recorded.
    public func effects(
        of request: RiskRequest,
        for riskCase: RiskCase
    ) throws(RiskRefusal) -> [RiskEffect] {
        if let own = ownEffects[request.event] { return own(request, riskCase) }
        return try base.effects(of: request, for: beneath(riskCase))
    }

    /// Returns the state after one recorded event, the extension's own moves considered first.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - state: The state before.
    /// - Returns: The state.
    public func state(after event: RiskHistoryEvent, from state: RiskState) -> RiskState {
        if let move = moves.first(where: { $0.kind == event.kind && $0.from == state }) {
            return move.to
        }
        let before = standsFor[state] ?? state
        let after = base.state(after: event, from: before)
        return after == before ? state : after
    }

    private func beneath(_ riskCase: RiskCase) -> RiskCase {
        var riskCase = riskCase
        riskCase.state = standsFor[riskCase.state] ?? riskCase.state
        return riskCase
    }

    // MARK: Adding

    mutating func add(guard name: String, on events: [RiskEventName], _ check: @escaping Guard) {
        guards.append((name, Set(events), check))
    }

    mutating func add(
        event: RiskEventName,
        from: RiskState,
        to: RiskState,
        kind: EntryKind,
        effects: @escaping Effects
    ) {
        addedSteps.append(RiskWorkflowStep(event, from: from, to: to))
        ownEffects[event] = effects
        moves.append((kind, from, to))
    }

    /// Adds a state that stands for another one: whatever leaves that state leaves this one too.
    mutating func add(
        _ state: RiskWorkflowState,
        standingFor other: RiskState,
        without events: Set<RiskEventName>
    ) {
        addedStates.append(state)
        standsFor[state.state] = other
        for step in base.steps where step.from == other && !events.contains(step.event) {
            let target = step.to == other ? state.state : step.to
            addedSteps.append(RiskWorkflowStep(step.event, from: state.state, to: target))
        }
    }

    /// Leads a step of the base to another state.
    mutating func redirect(_ event: RiskEventName, from: RiskState, to: RiskState) {
        for step in base.steps where step.event == event && step.from == from {
            removedSteps.insert(step)
        }
        addedSteps.append(RiskWorkflowStep(event, from: from, to: to))
        if let kind = RiskFact.Name(rawValue: event.rawValue)?.kind {
            moves.append((kind, from, to))
        }
    }

    /// Takes away a step of the base.
    mutating func remove(_ event: RiskEventName, from: RiskState) {
        for step in base.steps where step.event == event && step.from == from {
            removedSteps.insert(step)
        }
    }
}

extension RiskWorkflow {
    /// Returns the workflow with one more guard.
    ///
    /// - Parameters:
    ///   - name: The name of the guard, for programs.
    ///   - events: The events that it watches.
    ///   - check: Says why a request is refused, or nil to let it pass on to the other guards.
    /// - Returns: The workflow.
    public func addingGuard(
        _ name: String,
        on events: [RiskEventName],
        _ check: @escaping ExtendedRiskWorkflow<Self>.Guard
    ) -> ExtendedRiskWorkflow<Self> {
        var workflow = ExtendedRiskWorkflow(self, name: name)
        workflow.add(guard: name, on: events, check)
        return workflow
    }

    /// Returns the workflow with a step that must come before another one, such as a first approval.
    ///
    /// The step leads to a state of its own, which stands for the one before it in everything else.
    /// From the state before, the later event is no longer possible.
    ///
    /// - Parameters:
    ///   - event: The new event.
    ///   - later: The event that it must come before.
    ///   - before: The state in which it happens.
    ///   - state: The state to which it leads.
    ///   - kind: The kind of entry that records it.
    ///   - payload: What the entry holds, made from the request.
    /// - Returns: The workflow.
    public func addingStep(
        _ event: RiskEventName,
        before later: RiskEventName,
        in before: RiskState,
        leadingTo state: RiskWorkflowState,
        recordedAs kind: EntryKind,
        payload: @escaping @Sendable (RiskRequest) -> JSONObject = { $0.details }
    ) -> ExtendedRiskWorkflow<Self> {
        var workflow = ExtendedRiskWorkflow(self, name: event.rawValue)
        workflow.add(state, standingFor: before, without: [])
        workflow.remove(later, from: before)
        workflow.add(event: event, from: before, to: state.state, kind: kind) { request, _ in
            [.entry(kind, payload(request))]
        }
        return workflow
    }

    /// Returns the workflow with a step that must follow another one, such as a notification.
    ///
    /// After the earlier event the risk is in a state of its own, which stands for the one that the
    /// event would have led to, until the new event has happened. The events that must wait for it are
    /// not possible until then.
    ///
    /// - Parameters:
    ///   - event: The new event.
    ///   - earlier: The event that it must follow, which leaves the state as it is.
    ///   - base: The state in which the earlier event happens.
    ///   - state: The state in which the risk waits.
    ///   - waiting: The events that are not possible while it waits.
    ///   - kind: The kind of entry that records the new event.
    ///   - payload: What the entry holds, made from the request.
    /// - Returns: The workflow.
    public func addingStep(
        _ event: RiskEventName,
        after earlier: RiskEventName,
        in base: RiskState,
        waitingIn state: RiskWorkflowState,
        holdingBack waiting: Set<RiskEventName>,
        recordedAs kind: EntryKind,
        payload: @escaping @Sendable (RiskRequest) -> JSONObject = { $0.details }
    ) -> ExtendedRiskWorkflow<Self> {
        var workflow = ExtendedRiskWorkflow(self, name: event.rawValue)
        workflow.add(state, standingFor: base, without: waiting)
        workflow.redirect(earlier, from: base, to: state.state)
        workflow.add(event: event, from: state.state, to: base, kind: kind) { request, _ in
            [.entry(kind, payload(request))]
        }
        return workflow
    }
}
