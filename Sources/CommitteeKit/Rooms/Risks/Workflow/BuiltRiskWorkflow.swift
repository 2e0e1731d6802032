// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A workflow that was put together from another one, as a ``RiskWorkflowBuilder`` makes it.
public struct BuiltRiskWorkflow: RiskWorkflow {
    /// The name of the workflow.
    public let name: String
    /// The version of the workflow.
    public let version: Int
    /// The workflow beneath.
    public let base: any RiskWorkflow
    /// The states.
    public let states: [RiskWorkflowState]
    /// The steps.
    public let steps: [RiskWorkflowStep]
    /// Who may ask for what.
    public let permissions: RiskWorkflowPermissions
    /// The guards and effects, those of the workflow beneath among them.
    public let parts: RiskWorkflowParts?
    /// What the states of earlier versions become in this one.
    public let becomes: [RiskState: RiskState]
    let guards: [RiskWorkflowBuilder.NamedGuard]
    let conditions: [RiskWorkflowBuilder.Condition]
    let ownKinds: [RiskEventName: RiskOwnKind]
    let effects: [RiskWorkflowBuilder.AddedEffects]
    /// The record's own state for which each state stands.
    private let like: [RiskState: RiskState]

    init(_ builder: RiskWorkflowBuilder) {
        name = builder.name
        version = builder.version
        base = builder.base
        states = builder.states
        steps = builder.steps
        permissions = builder.permissions
        parts = builder.parts
        becomes = builder.becomes
        guards = builder.guards
        conditions = builder.conditions
        ownKinds = builder.ownKinds
        effects = builder.effects
        like = Dictionary(builder.states.map { ($0.state, $0.like) }) { first, _ in first }
    }

    /// At the risk alone when nothing was added that could look further.
    public var looksAt: RiskWorkflowScope {
        guards.isEmpty && conditions.isEmpty && effects.isEmpty ? base.looksAt : .everything
    }

    /// Asks the guards that were added, then the workflow beneath.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands.
    /// - Returns: The first refusal, or nil.
    public func refusal(of request: RiskRequest, for riskCase: RiskCase) -> RiskRefusal? {
        if let own = ownKinds[request.event], !request.isQuestion,
            let problem = own.problem(in: request.details)
        {
            return RiskRefusal("content", problem)
        }
        for own in guards where own.events.contains(request.event) {
            if let reason = own.check(request, riskCase) { return RiskRefusal(own.name, reason) }
        }
        guard ownKinds[request.event] == nil else { return nil }
        return base.refusal(of: request, for: beneath(riskCase))
    }

    /// Returns the branch of which the condition holds.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands.
    /// - Returns: The first branch of which it does, in the order in which they were added.
    /// - Throws: ``RiskRefusal`` of the workflow beneath.
    public func branch(
        of request: RiskRequest,
        for riskCase: RiskCase
    ) throws(RiskRefusal) -> RiskWorkflowBranch? {
        for own in conditions where own.event == request.event && own.from == riskCase.state {
            if own.holds(request, riskCase) { return own.branch }
        }
        let found = try base.branch(of: request, for: beneath(riskCase))
        return found.flatMap { branch in
            let step = steps.first { $0.event == request.event && $0.from == riskCase.state }
            return step?.branches.contains(branch) == true ? branch : nil
        }
    }

    /// Returns the entry of an event of its own, or what the workflow beneath records; then what was added.
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
        var all: [RiskEffect]
        if let own = ownKinds[request.event] {
            all = [own.effect(request)]
        } else {
            all = try base.effects(of: request, for: beneath(riskCase))
        }
        for added in effects where added.event == request.event {
            all = added.change(request, riskCase, all)
        }
        return all
    }

    /// Returns the state after one recorded event, by the steps.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - state: The state before.
    /// - Returns: The state.
    public func state(after event: RiskHistoryEvent, from state: RiskState) -> RiskState {
        if let step = steps.first(where: { $0.from == state && $0.kind == event.kind }) {
            return step.to
        }
        let before = like[state] ?? state
        let after = base.state(after: event, from: before)
        return after == before ? state : after
    }

    private func beneath(_ riskCase: RiskCase) -> RiskCase {
        var riskCase = riskCase
        if !base.states.contains(where: { $0.state == riskCase.state }) {
            riskCase.state = like[riskCase.state] ?? riskCase.state
        }
        return riskCase
    }
}
