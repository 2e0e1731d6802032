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
    /// The name of the workflow, for messages.
    var name: String { get }
    /// The states, the first of which is that of a risk of which nothing is recorded.
    var states: [RiskWorkflowState] { get }
    /// The steps from state to state.
    var steps: [RiskWorkflowStep] { get }

    /// At what the workflow looks when it decides; everything unless the workflow says less.
    var looksAt: RiskWorkflowScope { get }

    /// Returns why a request that the steps allow is stopped all the same, when it is.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands.
    /// - Returns: The refusal, with its reason in words; nil to let it pass.
    func refusal(of request: RiskRequest, for riskCase: RiskCase) -> RiskRefusal?

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

/// A state of a workflow.
public struct RiskWorkflowState: Hashable, Sendable {
    /// The state.
    public var state: RiskState
    /// What it is called, in words that fit after “the risk is”.
    public var label: String
    /// Whether a risk may stay in it for ever.
    public var isFinal: Bool

    /// Creates a state.
    ///
    /// - Parameters:
    ///   - state: The state.
    ///   - label: What it is called, in words that fit after “the risk is”.
    ///   - isFinal: Whether a risk may stay in it for ever.
    public init(_ state: RiskState, _ label: String, isFinal: Bool = false) {
        self.state = state
        self.label = label
        self.isFinal = isFinal
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
    /// The state afterwards.
    public var to: RiskState

    /// Creates a step.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - from: The state before.
    ///   - to: The state afterwards.
    public init(_ event: RiskEventName, from: RiskState, to: RiskState) {
        self.event = event
        self.from = from
        self.to = to
    }
}

/// What somebody wants to happen to a risk.
public struct RiskRequest: Hashable, Sendable {
    /// The risk's identifier.
    public var risk: String
    /// The event.
    public var event: RiskEventName
    /// What is to be recorded, when the event is one of the record's own.
    public var fact: RiskFact?
    /// What an event of an extension says.
    public var details: JSONObject
    /// Who asks: a role, a system or an account, never a person's name.
    public var by: String
    /// Why, when somebody says so.
    public var reason: String?

    /// Creates a request for one of the record's own events.
    ///
    /// - Parameters:
    ///   - risk: The risk's identifier.
    ///   - fact: What is to be recorded.
    ///   - by: Who asks.
    ///   - reason: Why.
    public init(_ risk: String, _ fact: RiskFact, by: String, reason: String? = nil) {
        self.risk = risk
        event = RiskEventName(fact.name)
        self.fact = fact
        details = [:]
        self.by = by
        self.reason = reason
    }

    /// Creates a request for an event of an extension.
    ///
    /// - Parameters:
    ///   - risk: The risk's identifier.
    ///   - event: The event.
    ///   - details: What it says.
    ///   - by: Who asks.
    ///   - reason: Why.
    public init(
        _ risk: String,
        event: RiskEventName,
        details: JSONObject = [:],
        by: String,
        reason: String? = nil
    ) {
        self.risk = risk
        self.event = event
        self.details = details
        self.by = by
        self.reason = reason
    }
}

/// A risk as a workflow sees it: its state, its register and its whole history.
public struct RiskCase: Sendable {
    /// The risk's identifier.
    public var id: String
    /// The risk; nil before it is proposed.
    public var risk: Risk?
    /// The state by the workflow that asks.
    public var state: RiskState
    /// The register in which the risk stands, or for which it is proposed.
    public var register: RiskRegister?
    /// Everything else that is known on the day.
    public var edition: Edition

    /// Creates a case.
    ///
    /// - Parameters:
    ///   - id: The risk's identifier.
    ///   - risk: The risk.
    ///   - state: The state by the workflow that asks.
    ///   - register: The register in which the risk stands.
    ///   - edition: Everything else that is known on the day.
    public init(
        id: String,
        risk: Risk?,
        state: RiskState,
        register: RiskRegister?,
        edition: Edition
    ) {
        self.id = id
        self.risk = risk
        self.state = state
        self.register = register
        self.edition = edition
    }

    /// The day of which the case speaks.
    public var day: CivilDate { edition.asOf }

    /// Returns the last event of a kind in the risk's history.
    ///
    /// - Parameter kind: The kind of entry.
    /// - Returns: The event, or nil when there is none.
    public func last(_ kind: EntryKind) -> RiskHistoryEvent? {
        risk?.history.last { $0.kind == kind }
    }
}

/// Why a workflow stops a request.
public struct RiskRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name of the guard that stopped it, for programs.
    public var guardName: String
    /// What was found, what was expected and what to do.
    public var reason: String
    /// Whether the guard refuses because it could not be asked, and not because of what it found.
    ///
    /// A guard of a plugin that fails or uses up its work refuses; the conformance kit tells it.
    public var isFault: Bool

    /// Creates a refusal.
    ///
    /// - Parameters:
    ///   - guardName: The name of the guard.
    ///   - reason: What was found, what was expected and what to do.
    ///   - isFault: Whether the guard refuses because it could not be asked.
    public init(_ guardName: String, _ reason: String, isFault: Bool = false) {
        self.guardName = guardName
        self.reason = reason
        self.isFault = isFault
    }

    /// The reason.
    public var description: String { reason }
}

/// What a workflow records when a request passes.
public enum RiskEffect: Hashable, Sendable {
    /// A fact about the risk itself.
    case fact(RiskFact)
    /// A change of something else, such as an action of a plan.
    case change(Change)
    /// An entry of the workflow's own kind about the risk, which the journal keeps; its texts are
    /// those that may have to be erased.
    case entry(EntryKind, JSONObject, texts: [ErasableText] = [])
}

extension RiskWorkflow {
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
        risk.history.reduce(initialState) { state, event in self.state(after: event, from: state) }
    }

    /// Returns a risk as this workflow sees it.
    ///
    /// - Parameters:
    ///   - id: The risk's identifier.
    ///   - edition: An edition for those who may see everything.
    /// - Returns: The case.
    public func riskCase(_ id: String, in edition: Edition) -> RiskCase {
        for register in edition.riskRegisters {
            guard let risk = register.risk(id) else { continue }
            return RiskCase(
                id: id,
                risk: risk,
                state: state(of: risk),
                register: register,
                edition: edition
            )
        }
        return RiskCase(
            id: id,
            risk: nil,
            state: initialState,
            register: nil,
            edition: edition
        )
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
        return refusal(of: request, for: riskCase)
    }

    private func refusalByState(of request: RiskRequest, for riskCase: RiskCase) -> String {
        if riskCase.risk == nil {
            let known = riskCase.edition.riskRegisters.flatMap { $0.risks.map(\.id) }
            return "There is no risk “\(riskCase.id)” on \(riskCase.day). "
                + ClosestName.suggestion(for: riskCase.id, in: known)
        }
        if request.event == RiskEventName(.propose) {
            return "There is a risk “\(riskCase.id)” already. Give the new one another identifier."
        }
        let label = states.first { $0.state == riskCase.state }?.label ?? riskCase.state.rawValue
        var possible: [String] = []
        for step in steps
        where step.from == riskCase.state && step.from != step.to
            && !possible.contains(step.event.rawValue)
        {
            possible.append(step.event.rawValue)
        }
        let advice =
            possible.isEmpty
            ? "Nothing more can happen to it." : "What can be: \(possible.joined(separator: ", "))."
        return "The risk “\(riskCase.id)” is \(label), so it cannot be "
            + "\(request.event.participle). \(advice)"
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
        return try effects(of: request, for: riskCase).map { effect in
            switch effect {
            case .fact(let fact):
                Change(.risk(request.risk), .risk(fact))
                    .draft(effective: riskCase.day, by: request.by, reason: request.reason)
            case .change(let change):
                change.draft(effective: riskCase.day, by: request.by, reason: request.reason)
            case .entry(let kind, let payload, let texts):
                EntryDraft(
                    subject: .risk(request.risk),
                    kind: kind,
                    payload: .object(payload),
                    texts: texts,
                    effective: riskCase.day,
                    by: request.by,
                    reason: request.reason
                )
            }
        }
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
