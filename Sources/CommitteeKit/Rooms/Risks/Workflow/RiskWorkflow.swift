// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How a committee's risks go from state to state: which events there are, who is stopped and why,
/// and what is recorded when an event passes.
///
/// ``StandardRiskWorkflow`` is the first conformer. A committee that wants more wraps it, as in
/// `Examples/RiskWorkflowExtension`, and checks the result with the conformance kit of
/// `CommitteeTestKit`. A workflow is pure: it reads a ``RiskCase`` and returns what is to be recorded.
///
/// The record keeps its own rules beneath every workflow, so that a workflow can be stricter than the
/// standard one but never looser.
public protocol RiskWorkflow: Sendable {
    /// The name of the workflow, by which registers pin it.
    var name: String { get }
    /// The version of the workflow, from 1; another one whenever its states or steps change.
    var version: Int { get }
    /// The states, the first of which is that of a risk of which nothing is recorded.
    var states: [RiskWorkflowState] { get }
    /// The steps from state to state.
    var steps: [RiskWorkflowStep] { get }

    /// The guards, and what records something else, by their names; for the conformance kit, which asks that each
    /// does something. Nil where they are not known apart: the kit then asks everybody about everything.
    var parts: RiskWorkflowParts? { get }

    /// What the states of earlier versions become in this one, where they are gone.
    var becomes: [RiskState: RiskState] { get }

    /// Who may ask for which event; anybody for any unless the workflow says less.
    var permissions: RiskWorkflowPermissions { get }

    /// At what the workflow looks when it decides; everything unless the workflow says less.
    var looksAt: RiskWorkflowScope { get }

    /// Returns why a request that the steps allow is stopped all the same, when it is.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands.
    /// - Returns: The refusal, with its reason in words; nil to let it pass.
    func refusal(of request: RiskRequest, for riskCase: RiskCase) -> RiskRefusal?

    /// Returns the branch that a step takes which the steps and the guards let pass, where it takes one.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands, before the request.
    /// - Returns: The branch, one of those of the step; nil when the step leads where it usually does.
    /// - Throws: ``RiskRefusal`` when it cannot be said whether a condition holds.
    func branch(
        of request: RiskRequest,
        for riskCase: RiskCase
    ) throws(RiskRefusal) -> RiskWorkflowBranch?

    /// Returns what is recorded when a request passes.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands.
    /// - Returns: The effects, in order; replayed they must lead to the state of the step.
    /// - Throws: ``RiskRefusal`` when it cannot be said what is to be recorded; nothing is then.
    func effects(
        of request: RiskRequest,
        for riskCase: RiskCase
    ) throws(RiskRefusal) -> [RiskEffect]

    /// Returns the state after one recorded event.
    ///
    /// - Parameters:
    ///   - event: The event, of a kind that may be somebody else's.
    ///   - state: The state before.
    /// - Returns: The state; the one before when the event changes none.
    func state(after event: RiskHistoryEvent, from state: RiskState) -> RiskState

    /// Returns the entries that record a request, when it passes, without blocking the caller.
    ///
    /// What a library records goes through it. Left out, it answers at once as
    /// ``drafts(for:_:)`` does; a workflow whose guards may take long, such as those of a plugin,
    /// lets them work elsewhere.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands.
    /// - Returns: The entries, in order.
    /// - Throws: ``RiskRefusal`` when a step or a guard stops it.
    func decide(
        _ request: RiskRequest,
        for riskCase: RiskCase
    ) async throws(RiskRefusal) -> [EntryDraft]
}

/// At what a workflow looks when it decides, which says whose entries may be recorded meanwhile.
public enum RiskWorkflowScope: Hashable, Sendable {
    /// At anything: whatever others record meanwhile, it decides anew.
    case everything
    /// At the risk, its register and what the request names, as the record itself does.
    case risk
}

extension RiskWorkflow {
    /// None.
    public func branch(
        of request: RiskRequest,
        for riskCase: RiskCase
    ) throws(RiskRefusal) -> RiskWorkflowBranch? { nil }

    /// They are not known apart.
    public var parts: RiskWorkflowParts? { nil }

    /// Nothing is gone.
    public var becomes: [RiskState: RiskState] { [:] }

    /// Anybody for anything.
    public var permissions: RiskWorkflowPermissions { RiskWorkflowPermissions() }

    /// Everything.
    public var looksAt: RiskWorkflowScope { .everything }

    /// The state of a risk of which nothing is recorded.
    public var initialState: RiskState { states.first?.state ?? .unrecorded }

    /// Returns the state of a risk by its history.
    ///
    /// - Parameter risk: The risk of an edition for those who may see everything.
    /// - Returns: The state by this workflow.
    /// - Complexity: O(*n*) in the length of the history.
    public func state(of risk: Risk) -> RiskState {
        risk.history.reduce(initialState) { state, event in next(after: event, from: state) }
    }

    /// The state after an event: what was recorded of it counts before what the workflow would make of it.
    func next(after event: RiskHistoryEvent, from state: RiskState) -> RiskState {
        guard event.kind == RiskFact.Name.enter.kind, let said = event.payload["state"]?.text else {
            return self.state(after: event, from: state)
        }
        // A state of quite another workflow says nothing here; one that this workflow had before does.
        let isOwn = event.payload["workflow"]?["name"]?.text == name
        return isOwn || states.contains { $0.state.rawValue == said } ? RiskState(said) : state
    }

    /// Returns a risk as this workflow sees it.
    ///
    /// - Parameters:
    ///   - id: The risk's identifier.
    ///   - edition: An edition for those who may see everything.
    ///   - vacancies: Roles that nobody holds on the day, each with why, such as ``Edition/vacantOffices``.
    /// - Returns: The case.
    public func riskCase(
        _ id: String,
        in edition: Edition,
        vacancies: [String: String] = [:]
    ) -> RiskCase {
        for register in edition.riskRegisters {
            guard let risk = register.risk(id) else { continue }
            var found = RiskCase(
                id: id,
                risk: risk,
                state: state(of: risk),
                register: register,
                edition: edition
            )
            found.permissions = permissions
            found.vacancies = vacancies
            return found
        }
        var unknown = RiskCase(
            id: id,
            risk: nil,
            state: initialState,
            register: nil,
            edition: edition
        )
        unknown.permissions = permissions
        unknown.vacancies = vacancies
        return unknown
    }

    /// Checks a request against the steps and the guards.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands.
    /// - Returns: Why it is stopped, or nil when it passes.
    public func check(_ request: RiskRequest, for riskCase: RiskCase) -> RiskRefusal? {
        let isKnown = steps.contains { $0.event == request.event }
        guard isKnown else {
            var known: [String] = []
            for step in steps where !known.contains(step.event.rawValue) {
                known.append(step.event.rawValue)
            }
            return RiskRefusal(
                "events",
                "The workflow “\(name)” has no event “\(request.event)”. "
                    + ClosestName.suggestion(for: request.event.rawValue, in: known)
            )
        }
        guard steps.contains(where: { $0.event == request.event && $0.from == riskCase.state })
        else {
            return RiskRefusal("steps", refusalByState(of: request, for: riskCase))
        }
        return permissions.refusal(of: request, in: riskCase)
            ?? refusal(of: request, for: riskCase)
    }

    private func refusalByState(of request: RiskRequest, for riskCase: RiskCase) -> String {
        guard let risk = riskCase.risk else {
            let known = riskCase.edition.riskRegisters.flatMap { $0.risks.map(\.id) }
            return "There is no risk “\(riskCase.id)” on \(riskCase.day). "
                + ClosestName.suggestion(for: riskCase.id, in: known)
        }
        if request.event == RiskEventName(.propose) {
            return "There is a risk “\(riskCase.id)” already. Give the new one another identifier."
        }
        guard let state = states.first(where: { $0.state == riskCase.state }) else {
            return "The risk “\(riskCase.id)” is \(risk.standingWords), a state that the workflow "
                + "“\(reference)” has not. Migrate the register to this version, and say which state "
                + "each such risk has in it."
        }
        let possible = possibleEvents(from: riskCase.state)
        let advice =
            possible.isEmpty
            ? "Nothing more can happen to it." : "What can be: \(possible.joined(separator: ", "))."
        return "The risk “\(riskCase.id)” is \(state.label), so it cannot be "
            + "\(request.event.participle). \(advice)"
    }

    /// The events that a state allows, those that may lead out of it first.
    func possibleEvents(from state: RiskState) -> [String] {
        var possible: [String] = []
        let allowed = steps.filter { $0.from == state }
        for step in allowed where step.targets.contains(where: { $0 != state }) {
            possible.append(step.event.rawValue)
        }
        for step in allowed { possible.append(step.event.rawValue) }
        return possible.reduce(into: []) { events, event in
            if !events.contains(event) { events.append(event) }
        }
    }

    /// Returns the entries that record a request, when it passes.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands.
    /// - Returns: The entries, in order.
    /// - Throws: ``RiskRefusal`` when a step or a guard stops it.
    public func drafts(
        for request: RiskRequest,
        _ riskCase: RiskCase
    ) throws(RiskRefusal) -> [EntryDraft] {
        if let refusal = check(request, for: riskCase) { throw refusal }
        let branch = try branch(of: request, for: riskCase)
        var drafts: [EntryDraft] = []
        for effect in try effects(of: request, for: riskCase) {
            drafts.append(effect.draft(for: request, on: riskCase.day))
        }
        if let state = stateEntered(by: drafts, branch, riskCase) {
            let change = Change(.risk(request.risk), .risk(.stateEntered(state)))
            drafts.append(
                change.draft(effective: riskCase.day, by: request.by, reason: request.reason)
            )
        }
        return drafts
    }

    /// The state that is to be recorded beside entries, where they lead to one that the record does not know
    /// by itself.
    func stateEntered(
        by drafts: [EntryDraft],
        _ branch: RiskWorkflowBranch?,
        _ riskCase: RiskCase
    ) -> Risk.WorkflowState? {
        var state = riskCase.state
        var recorded = riskCase.risk?.state ?? .unrecorded
        let before = recorded
        for draft in drafts where draft.subject == .risk(riskCase.id) {
            state = next(after: RiskHistoryEvent(of: draft), from: state)
            guard let name = RiskFact.Name(kind: draft.kind) else { continue }
            recorded = StandardRiskWorkflow.state(after: name, from: recorded) ?? recorded
        }
        state = branch?.to ?? state
        // What the record would say by itself.
        let said = recorded == before ? riskCase.risk?.standing ?? recorded : recorded
        guard state != said || branch != nil && state != riskCase.state else { return nil }
        let found = states.first { $0.state == state }
        return Risk.WorkflowState(
            state,
            found?.label ?? state.rawValue,
            workflow: reference,
            why: branch?.why ?? "",
            until: found?.limit.map { riskCase.day.adding($0) }
        )
    }

    /// Returns the entries at once, as ``drafts(for:_:)`` does.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands.
    /// - Returns: The entries, in order.
    /// - Throws: ``RiskRefusal`` when a step or a guard stops it.
    public func decide(
        _ request: RiskRequest,
        for riskCase: RiskCase
    ) async throws(RiskRefusal) -> [EntryDraft] {
        try drafts(for: request, riskCase)
    }
}
