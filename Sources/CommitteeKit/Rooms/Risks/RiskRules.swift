// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What the record itself asks of a risk's entries, whatever workflow a committee uses.
///
/// A workflow may be stricter than these rules; it cannot be looser.
struct RiskRules {
    let risk: Risk
    let register: RiskRegister
    let registers: [String: RiskRegister]

    /// Returns why a fact cannot be, when it cannot.
    func refusal(
        of fact: RiskFact,
        on day: CivilDate,
        hasRisk: (String) -> Bool,
        hasAction: (String) -> Bool
    ) -> String? {
        guard StandardRiskWorkflow.state(after: fact.name, from: risk.state) != nil else {
            return Self.refusal(of: fact.name.participle, risk.id, in: risk.state, on: day)
        }
        switch fact {
        case .assessed(_, .assessed(let levels)): return refusal(of: levels)
        case .escalated(let target): return refusal(ofMoveTo: target, up: true)
        case .deescalated(let target): return refusal(ofMoveTo: target, up: false)
        case .accepted(let role, let until, _): return refusal(ofAcceptanceBy: role, until, day)
        case .replaced(let ids): return refusal(ofReplacing: ids, hasRisk)
        case .categorised(let category):
            return Self.refusal(ofCategory: category, in: register)
        case .controlSet(let control) where control.id.isEmpty:
            return "A control of the risk “\(risk.id)” has no identifier. Give it one, such as C1."
        case .controlRemoved(let id), .evidenceSeen(let id, _, _):
            guard !risk.controls.contains(where: { $0.id == id }) else { return nil }
            return "The risk “\(risk.id)” has no control “\(id)”. "
                + ClosestName.suggestion(for: id, in: risk.controls.map(\.id))
        case .treated(_, let actions):
            guard let missing = actions.first(where: { !hasAction($0) }) else { return nil }
            return "There is no action “\(missing)” on \(day). Name an action as PLAN#ACTION."
        case .linked(let links):
            let actions = links.filter { $0.kind == .action }
            guard let missing = actions.first(where: { !hasAction($0.id) }) else { return nil }
            return "There is no action “\(missing.id)” on \(day). Name an action as PLAN#ACTION."
        case .appetiteSet(.band(let id)?):
            guard let scale = register.currentScale, scale.band(id) == nil else { return nil }
            return "Scale \(scale.reference) has no band “\(id)”. "
                + ClosestName.suggestion(for: id, in: scale.bands.map(\.id))
        default: return nil
        }
    }

    /// The words for an event that the state of a risk does not allow.
    static func refusal(
        of participle: String,
        _ id: String,
        in state: RiskState,
        on day: CivilDate
    ) -> String {
        let advice =
            switch state {
            case .proposed: "Approve it first."
            case .closed, .replaced, .rejected, .inactive: "Reopen it first."
            default: "Choose an event that its state allows."
            }
        return "The risk “\(id)” is \(state) on \(day), so it cannot be \(participle). \(advice)"
    }

    static func refusal(ofCategory category: String, in register: RiskRegister) -> String? {
        let known = register.categories.map(\.name)
        guard !known.isEmpty, !category.isEmpty, !known.contains(category) else { return nil }
        return "The register “\(register.id)” has no category “\(category)”. "
            + ClosestName.suggestion(for: category, in: known)
    }

    private func refusal(of levels: RiskAssessment.Levels) -> String? {
        guard !levels.scale.isUnpinned else {
            return "The assessment of the risk “\(risk.id)” does not say by which scale. Give "
                + "“scale” and “version”, or add a scale to the register “\(register.id)”."
        }
        if let override = levels.override {
            guard override.value != nil || override.bandID != nil else {
                return
                    "The override of the risk “\(risk.id)” gives no score. Give a score or a band."
            }
            guard !override.reason.trimmingSpace.isEmpty else {
                return "The override of the risk “\(risk.id)” has no reason. Say why the score is "
                    + "not that which the levels make."
            }
        }
        do throws(RiskError) {
            let score = try register.score(of: .assessed(levels))
            guard let score, let scale = register.scale(levels.scale),
                scale.severity(of: score) == nil
            else { return nil }
            return "Scale \(levels.scale) does not say how severe that assessment is. Give the "
                + "override a band or a score that the scale has."
        } catch {
            return error.message
        }
    }

    private func refusal(ofMoveTo target: String, up: Bool) -> String? {
        guard registers[target] != nil else {
            return "There is no risk register “\(target)”. "
                + ClosestName.suggestion(for: target, in: registers.keys.sorted())
        }
        let (lower, upper) = up ? (register.id, target) : (target, register.id)
        guard !RiskRegister.isAbove(upper, lower, among: registers) else { return nil }
        return
            "The register “\(target)” does not stand \(up ? "above" : "below") “\(register.id)”, so "
            + "the risk “\(risk.id)” cannot be \(up ? "escalated" : "de-escalated") to it. Name a "
            + "register that does, or set its “parent”."
    }

    private func refusal(
        ofAcceptanceBy role: String,
        _ until: CivilDate?,
        _ day: CivilDate
    ) -> String? {
        if role.trimmingSpace.isEmpty {
            return "It is not said who accepts the risk “\(risk.id)”. Name a role."
        }
        if !register.approvers.isEmpty, !register.approvers.contains(role) {
            return "“\(role)” may not accept risks of the register “\(register.id)”. It names: "
                + "\(register.approvers.joined(separator: ", "))."
        }
        if let until, until < day {
            return "The acceptance would end on \(until), before it begins on \(day). Give a later "
                + "day."
        }
        guard risk.current == .notAssessed else { return nil }
        return "The risk “\(risk.id)” has no current score on \(day), so there is nothing to "
            + "accept. Assess it first."
    }

    private func refusal(ofReplacing ids: [String], _ hasRisk: (String) -> Bool) -> String? {
        if ids.isEmpty {
            return "It is not said which risk takes the place of “\(risk.id)”. Name at least one."
        }
        if ids.contains(risk.id) { return "The risk “\(risk.id)” cannot replace itself." }
        guard let missing = ids.first(where: { !hasRisk($0) }) else { return nil }
        return "There is no risk “\(missing)” to replace “\(risk.id)”. Propose it first."
    }
}

extension RiskRegister {
    /// Whether the register stands anywhere below another, among all registers.
    package func isBelow(_ upper: String, among registers: [RiskRegister]) -> Bool {
        let known = Dictionary(registers.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        return Self.isAbove(upper, id, among: known)
    }

    /// Whether one register stands anywhere above another.
    static func isAbove(
        _ upper: String,
        _ lower: String,
        among registers: [String: RiskRegister]
    ) -> Bool {
        var seen: Set<String> = []
        var place = registers[lower]?.parentID
        while let id = place, seen.insert(id).inserted {
            if id == upper { return true }
            place = registers[id]?.parentID
        }
        return false
    }
}
