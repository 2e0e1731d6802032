// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A risk among the registers: what is said of a risk is said of it where it stands.
///
/// Beside that it knows what the record itself asks of a risk's entries, whatever workflow a committee
/// uses. A workflow may be stricter than these rules; it cannot be looser.
package struct RiskPlace: Sendable {
    /// The risk.
    package var risk: Risk
    /// The register in which it stands.
    package var register: RiskRegister
    /// All registers, by identifier.
    private let registers: [String: RiskRegister]
    /// Makes the title of a role of its identifier.
    let role: @Sendable (String) -> String
    /// The actions and risks of which the fact at hand speaks and that are not there.
    private var missing: [SubjectReference] = []

    /// Creates a place.
    ///
    /// - Parameters:
    ///   - risk: The risk.
    ///   - register: The register in which it stands.
    ///   - registers: All registers, by identifier.
    ///   - role: Makes the title of a role of its identifier.
    package init(
        _ risk: Risk,
        in register: RiskRegister = RiskRegister(id: "", name: ""),
        among registers: [String: RiskRegister] = [:],
        role: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.risk = risk
        self.register = register
        self.registers = registers
        self.role = role
    }

    /// Takes a fact into the risk; returns why it cannot be, when it cannot.
    ///
    /// - Parameters:
    ///   - fact: The fact.
    ///   - step: The entry that says it.
    ///   - has: Whether an action or a risk is there.
    /// - Returns: The refusal, or nil.
    mutating func take(
        _ fact: RiskFact,
        _ step: FoldStep,
        has: (SubjectReference) -> Bool
    ) -> String? {
        guard let next = StandardRiskWorkflow.state(after: fact.name, from: risk.state) else {
            return Self.refusal(
                of: fact.name.participle,
                risk.id,
                in: risk.state,
                on: step.effective
            )
        }
        missing = fact.name.entry.mentions(fact.fact).filter { !has($0) }
        if let refusal = Risk.table.apply(fact.fact, to: &self, step) { return refusal }
        if next != risk.state { risk.workflowState = nil }
        risk.state = next
        return nil
    }

    /// Returns why a fact cannot be, when it cannot.
    func refusal(
        of fact: RiskFact,
        on day: CivilDate,
        has: (SubjectReference) -> Bool
    ) -> String? {
        var place = self
        let step = FoldStep(
            sequence: 0,
            subject: .risk(risk.id),
            kind: fact.name.kind,
            payload: [:],
            effective: day,
            by: ""
        )
        return place.take(fact, step, has: has)
    }

    func refusalOfMissingAction(_ step: FoldStep) -> String? {
        missing.first.map {
            "There is no action “\($0.id)” on \(step.effective). Name an action as PLAN#ACTION."
        }
    }

    func refusal(ofControl id: String) -> String? {
        guard !risk.controls.contains(where: { $0.id == id }) else { return nil }
        return "The risk “\(risk.id)” has no control “\(id)”. "
            + ClosestName.suggestion(for: id, in: risk.controls.map(\.id))
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

    func refusal(of levels: RiskAssessment.Levels) -> String? {
        guard !levels.scale.isUnpinned else {
            return "The assessment of the risk “\(risk.id)” does not say by which scale. Give "
                + "“scale” and “version”, or add a scale to the register “\(register.id)”."
        }
        if !levels.areKnown, levels.stated == nil {
            return "The assessment of the risk “\(risk.id)” has neither levels nor a score. Give "
                + "likelihood and impact, or the score that is stated."
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

    func refusal(ofMoveTo target: String, up: Bool) -> String? {
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

    func refusal(of acceptance: RiskFact.Acceptance, _ day: CivilDate) -> String? {
        let (role, until) = (acceptance.by, acceptance.until)
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

    func refusal(ofReplacing ids: [String]) -> String? {
        if ids.isEmpty {
            return "It is not said which risk takes the place of “\(risk.id)”. Name at least one."
        }
        if ids.contains(risk.id) { return "The risk “\(risk.id)” cannot replace itself." }
        guard let missing = missing.first else { return nil }
        return "There is no risk “\(missing.id)” to replace “\(risk.id)”. Propose it first."
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
