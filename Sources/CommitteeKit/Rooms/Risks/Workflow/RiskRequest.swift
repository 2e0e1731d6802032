// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

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
    /// Whether it only asks whether the event could be, without saying what is to be recorded.
    ///
    /// ``fact`` and ``details`` are empty then; a guard that looks at them lets it pass.
    public var isQuestion = false

    /// Creates a question: whether an event could be.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - risk: The risk's identifier.
    ///   - by: Who asks.
    public init(asking event: RiskEventName, of risk: String, by: String) {
        self.risk = risk
        self.event = event
        details = [:]
        self.by = by
        isQuestion = true
    }

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
    /// Who may ask for what, by the workflow that asks.
    public var permissions = RiskWorkflowPermissions()
    /// Roles that nobody holds on the day, each with why in words that fit after “nobody holds it:”.
    ///
    /// Only such roles are named as the committee's record has seats for; a role that it does not know is
    /// held by whoever acts as it.
    public var vacancies: [String: String] = [:]

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

    /// Returns by how many bands a request would raise the current score.
    ///
    /// A risk that is not assessed now is compared with the last score that it had.
    ///
    /// - Parameter request: A request to assess the current score.
    /// - Returns: The number of bands, negative when the score falls; nil when the request is another one,
    ///   or when one of the scores has no band of the scale.
    public func bandsRisen(by request: RiskRequest) -> Int? {
        guard let register, let risk, judgement(in: request)?.score == .current,
            let after = scored(by: request), let before = lastScored(risk, in: register),
            before.levels.scale == after.levels.scale,
            let scale = register.scale(after.levels.scale)
        else { return nil }
        func place(_ score: ScoredRisk) -> Int? {
            scale.bands.firstIndex { $0.id == score.score.bandID }
        }
        guard let from = place(before), let to = place(after) else { return nil }
        return to - from
    }

    /// The current score, or the last one that there was where it was taken back since.
    private func lastScored(_ risk: Risk, in register: RiskRegister) -> ScoredRisk? {
        if let now = register.scored(.current, of: risk) { return now }
        for event in risk.history.reversed() where event.kind == RiskFact.Name.assess.kind {
            guard let said = event.fact?.value(as: RiskFact.Judgement.self), said.score == .current,
                let score = register.scored(said.assessment)
            else { continue }
            return score
        }
        return nil
    }

    /// Returns the score that a request would give, whichever of the risk's scores it judges.
    ///
    /// - Parameter request: A request to assess a score.
    /// - Returns: The score; nil when the request is another one, or its levels make none.
    public func scored(by request: RiskRequest) -> ScoredRisk? {
        judgement(in: request).flatMap { register?.scored($0.assessment) }
    }

    /// Returns whether the risk would be above its appetite after a request.
    ///
    /// - Parameter request: What somebody wants to happen.
    /// - Returns: Whether it would be; nil when that is not known.
    public func isAboveAppetite(after request: RiskRequest) -> Bool? {
        guard let register, var risk else { return nil }
        if let said = judgement(in: request), said.score == .current {
            risk.current = said.assessment
        }
        return register.isAboveAppetite(risk)
    }

    private func judgement(in request: RiskRequest) -> RiskFact.Judgement? {
        guard let register else { return nil }
        return request.fact?.pinned(by: register).value(as: RiskFact.Judgement.self)
    }

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
