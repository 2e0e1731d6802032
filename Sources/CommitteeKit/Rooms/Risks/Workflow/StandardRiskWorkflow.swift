// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The workflow that most committees use, and the rules that the record keeps beneath any other.
///
/// ```text
/// unrecorded ─propose→ proposed ─approve→ active ─deactivate→ inactive
///                          │                 │                   │
///                        close           close, replace      close, replace
///                          ↓                 ↓                   ↓
///                       rejected      closed or replaced   closed or replaced
/// ```
///
/// Reopening leads back: a rejected risk is proposed again, any other is active again. An active risk
/// is assessed, reviewed, accepted, escalated and de-escalated without leaving its state.
public struct StandardRiskWorkflow: RiskWorkflow {
    /// Creates the workflow.
    public init() {}

    /// The name of the workflow.
    public var name: String { "standard" }

    /// The risk, its register and what is named: nothing else decides.
    public var looksAt: RiskWorkflowScope { .risk }

    /// None: the record keeps its rules.
    public var parts: RiskWorkflowParts? { RiskWorkflowParts() }

    /// The states, from a risk of which nothing is recorded.
    public var states: [RiskWorkflowState] { Self.states }

    /// The steps from state to state.
    public var steps: [RiskWorkflowStep] { Self.steps }

    private static let states: [RiskWorkflowState] = [
        RiskWorkflowState(.unrecorded, "not recorded"),
        RiskWorkflowState(.proposed, "proposed"),
        RiskWorkflowState(.active, "active"),
        RiskWorkflowState(.inactive, "inactive"),
        RiskWorkflowState(.closed, "closed", isFinal: true),
        RiskWorkflowState(.replaced, "replaced", isFinal: true),
        RiskWorkflowState(.rejected, "rejected", isFinal: true),
    ]

    /// Whether a state is one of the record's own.
    static func isRecorded(_ state: RiskState) -> Bool { states.contains { $0.state == state } }

    /// The facts that say something of a risk and leave its state.
    private static let aspects: [RiskFact.Name] = [
        .reword, .categorise, .assign, .show, .assess, .control, .uncontrol, .evidence, .treat,
        .aim,
        .appetite, .timing, .link, .interval, .reviewBy, .renumber, .column,
    ]

    private static let steps: [RiskWorkflowStep] = {
        var steps = [
            step(.propose, .unrecorded, .proposed), step(.approve, .proposed, .active),
            step(.close, .proposed, .rejected), step(.deactivate, .active, .inactive),
            step(.close, .active, .closed), step(.replace, .active, .replaced),
            step(.close, .inactive, .closed), step(.replace, .inactive, .replaced),
            step(.reopen, .inactive, .active), step(.reopen, .closed, .active),
            step(.reopen, .replaced, .active), step(.reopen, .rejected, .proposed),
        ]
        for name in [RiskFact.Name.review, .escalate, .deescalate, .accept] {
            steps.append(step(name, .active, .active))
        }
        for name in aspects {
            for state in [RiskState.proposed, .active, .inactive] {
                steps.append(step(name, state, state))
            }
        }
        return steps
    }()

    private static func step(
        _ name: RiskFact.Name,
        _ from: RiskState,
        _ to: RiskState
    ) -> RiskWorkflowStep {
        RiskWorkflowStep(RiskEventName(name), from: from, to: to)
    }

    private struct Place: Hashable {
        var name: String
        var state: RiskState
    }

    private static let table = Dictionary(
        uniqueKeysWithValues: steps.map { (Place(name: $0.event.rawValue, state: $0.from), $0.to) }
    )

    /// Returns the state to which a fact leads, or nil when a state does not allow it.
    static func state(after name: RiskFact.Name, from state: RiskState) -> RiskState? {
        // A register's own workflow says these of a risk in any state.
        if !name.isAsked { return state == .unrecorded ? nil : state }
        return table[Place(name: name.rawValue, state: state)]
    }

    /// Returns why the record itself would refuse a request, when it would.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands.
    /// - Returns: The refusal, or nil.
    public func refusal(of request: RiskRequest, for riskCase: RiskCase) -> RiskRefusal? {
        guard let fact = request.fact?.pinned(by: riskCase.register) else {
            guard !request.isQuestion else { return nil }
            return RiskRefusal(
                "content",
                "The event “\(request.event)” comes without what is to be recorded. Give its fact."
            )
        }
        let edition = riskCase.edition
        let registers = Dictionary(
            edition.riskRegisters.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        if let proposal = fact.value(as: RiskFact.Proposal.self) {
            guard let register = registers[proposal.register] else {
                return RiskRefusal(
                    "register",
                    "There is no risk register “\(proposal.register)” on \(riskCase.day). "
                        + ClosestName.suggestion(
                            for: proposal.register,
                            in: registers.keys.sorted()
                        )
                )
            }
            return RiskPlace.refusal(ofCategory: proposal.category, in: register)
                .map { RiskRefusal("category", $0) }
        }
        guard let risk = riskCase.risk, let register = riskCase.register else { return nil }
        let place = RiskPlace(risk, in: register, among: registers)
        return place.refusal(of: fact, on: riskCase.day) { edition.card(of: $0) != nil }
            .map { RiskRefusal(fact.name.rawValue, $0) }
    }

    /// Returns the fact of the request, with its scale pinned.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - riskCase: The risk as it stands.
    /// - Returns: One fact.
    public func effects(of request: RiskRequest, for riskCase: RiskCase) -> [RiskEffect] {
        request.fact.map { [.fact($0.pinned(by: riskCase.register))] } ?? []
    }

    /// Returns the state after one recorded event.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - state: The state before.
    /// - Returns: The state.
    public func state(after event: RiskHistoryEvent, from state: RiskState) -> RiskState {
        if let name = RiskFact.Name(kind: event.kind) {
            return Self.state(after: name, from: state) ?? state
        }
        // A register that was set whole says in which state its risks are.
        if event.kind == "risk-register.set", let set = event.payload["state"]?.text {
            return RiskState(set)
        }
        return state
    }
}
