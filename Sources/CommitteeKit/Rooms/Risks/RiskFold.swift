// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The risks of a committee while its entries are being folded.
struct RiskFold {
    /// The registers without their risks.
    private(set) var registers: [String: RiskRegister] = [:]
    /// The registers in a form that this version cannot read.
    private var unread: [String: JSONValue] = [:]
    private var risks: [String: Risk] = [:]
    /// The register in which each risk stands.
    private var homes: [String: String] = [:]
    /// The risks in the order in which they came.
    private var order: [String] = []
    /// The risks that the last entry of a register listed.
    private var listed: [String: [String]] = [:]

    // MARK: Registers

    /// Sets a register whole; returns what is wrong with it, if anything.
    mutating func set(_ value: JSONValue, _ step: FoldStep) -> String? {
        let id = step.subject.id
        guard
            var register = try? RiskRegister(json: JSONNode(value, line: 1), source: "register")
        else {
            unread[id] = value
            return nil
        }
        register.id = id
        let incoming = register.risks
        register.risks = []
        if let clash = incoming.first(where: { homes[$0.id].map { $0 != id } ?? false }) {
            return "The risk “\(clash.id)” already stands in the register "
                + "“\(homes[clash.id] ?? "")”. Give the one of “\(id)” another identifier."
        }
        unread[id] = nil
        let before = registers[id]
        register.page = register.page ?? before?.page
        let kept = register.workflow ?? before?.workflow
        register.workflow = kept
        register.workflowSays = before?.workflow == kept ? before?.workflowSays ?? [] : []
        registers[id] = register
        let staying = Set(incoming.map(\.id))
        for old in listed[id] ?? [] where !staying.contains(old) && homes[old] == id { remove(old) }
        listed[id] = incoming.map(\.id)
        for risk in incoming { list(risk, in: id, step) }
        carryScales(from: before, into: id)
        return nil
    }

    /// Sets what stands around a register's table; returns what is wrong, if anything.
    mutating func set(_ page: RegisterPage, _ step: FoldStep) -> String? {
        guard registers[step.subject.id] != nil else { return noRegister(step.subject.id, step) }
        registers[step.subject.id]?.page = page
        return nil
    }

    /// Sets the workflow of a register; returns what is wrong, if anything.
    mutating func set(_ pin: RiskWorkflowPin, _ step: FoldStep) -> String? {
        guard registers[step.subject.id] != nil else { return noRegister(step.subject.id, step) }
        registers[step.subject.id]?.workflow = pin.workflow
        registers[step.subject.id]?.workflowSays = pin.says
        return nil
    }

    private mutating func remove(_ id: String) {
        risks[id] = nil
        homes[id] = nil
        order.removeAll { $0 == id }
    }

    private mutating func list(_ risk: Risk, in register: String, _ step: FoldStep) {
        var risk = risk
        if risks[risk.id] == nil { order.append(risk.id) }
        risk.history = risks[risk.id]?.history ?? []
        var event = RiskHistoryEvent(step, in: register)
        event.payload = [
            "state": .string(risk.state.rawValue),
            "visibility": .string(risk.visibility.rawValue),
        ]
        risk.history.append(event)
        risks[risk.id] = risk
        homes[risk.id] = register
    }

    /// Keeps the scales that risks of a register pin, when its own list leaves them out.
    private mutating func carryScales(from other: RiskRegister?, into id: String) {
        guard let other, let register = registers[id] else { return }
        let missing = other.scales.filter { register.scale($0.reference) == nil }
        guard !missing.isEmpty else { return }
        let pinned = Set(
            order.filter { homes[$0] == id }.flatMap { risks[$0]?.pinnedScales ?? [] }
        )
        registers[id]?.scales.insert(
            contentsOf: missing.filter { pinned.contains($0.reference) },
            at: 0
        )
    }

    /// Migrates a register to another version of its scale; returns what is wrong, if anything.
    mutating func migrate(_ migration: RiskScaleMigration, _ step: FoldStep) -> String? {
        let id = step.subject.id
        guard var register = registers[id] else { return noRegister(id, step) }
        if let refusal = RiskRegister.scaleMigrated.apply(&register, migration, step) {
            return refusal
        }
        registers[id] = register
        for riskID in order where homes[riskID] == id {
            guard let before = risks[riskID] else { continue }
            var risk = before
            for kind in RiskScoreKind.allCases {
                let old = risk.assessment(kind)
                guard let new = migration.mapped(old, in: register) else { continue }
                risk.setAssessment(kind, new)
            }
            guard risk != before else { continue }
            risk.history.append(RiskHistoryEvent(step, in: id))
            risks[riskID] = risk
            lapse(riskID, from: before, in: id, step)
        }
        return nil
    }

    // MARK: Risks

    /// Keeps an entry of a kind that this version does not know in the history of its risk.
    mutating func note(_ step: FoldStep) {
        guard let home = homes[step.subject.id] else { return }
        risks[step.subject.id]?.history.append(RiskHistoryEvent(step, in: home))
    }

    /// Applies a fact about a risk; returns what is wrong with it, if anything.
    mutating func apply(
        _ fact: RiskFact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        let id = step.subject.id
        if let proposal = fact.value(as: RiskFact.Proposal.self) {
            door.look(at: .register(proposal.register))
            return propose(id, in: proposal.register, fact, step)
        }
        guard let before = risks[id], let home = homes[id], let register = registers[home] else {
            return "There is no risk “\(id)” on \(step.effective). "
                + ClosestName.suggestion(for: id, in: order)
        }
        lookAbove(home, door)
        if let target = fact.destination { lookAbove(target, door) }
        var place = RiskPlace(before, in: register, among: registers)
        let refusal = place.take(fact, step) { subject in
            guard subject.kind == "risk" else { return door.card(of: subject) != nil }
            door.look(at: subject)
            return risks[subject.id] != nil
        }
        if let refusal { return refusal }
        place.risk.history.append(RiskHistoryEvent(step, in: home))
        risks[id] = place.risk
        if let target = fact.destination {
            homes[id] = target
            carryScales(from: register, into: target)
        }
        if fact.name != .accept { lapse(id, from: before, in: home, step) }
        return nil
    }

    /// Notes a register and those above it: they say where its risks may go.
    private func lookAbove(_ id: String, _ door: FoldDoor) {
        guard door.isNoting else { return }
        var seen: Set<String> = []
        var next: String? = id
        while let id = next, seen.insert(id).inserted {
            door.look(at: .register(id))
            next = registers[id]?.parentID
        }
    }

    private mutating func propose(
        _ id: String,
        in home: String,
        _ fact: RiskFact,
        _ step: FoldStep
    ) -> String? {
        guard risks[id] == nil else {
            return "There is a risk “\(id)” already. Give the new one another identifier."
        }
        guard let register = registers[home] else { return noRegister(home, step) }
        var place = RiskPlace(Risk(id: id, cause: "", event: "", effect: ""), in: register)
        place.risk.state = .unrecorded
        if let refusal = place.take(fact, step, has: { _ in true }) { return refusal }
        place.risk.history = [RiskHistoryEvent(step, in: home)]
        risks[id] = place.risk
        homes[id] = home
        order.append(id)
        return nil
    }

    /// Ends an acceptance when something changed that it was tied to.
    private mutating func lapse(
        _ id: String,
        from before: Risk,
        in register: String,
        _ step: FoldStep
    ) {
        guard let acceptance = before.acceptance, acceptance.lapsedOn == nil,
            let now = risks[id], let home = homes[id], let old = registers[register],
            let new = registers[home]
        else { return }
        let change =
            now.state.isOver && !before.state.isOver
            ? "the risk is no longer active"
            : Risk.Basis(of: before, in: old).materialChange(to: Risk.Basis(of: now, in: new))
        guard let change else { return }
        risks[id]?.acceptance?.lapsedOn = step.effective
        risks[id]?.acceptance?.lapseReason = change
    }

    private func noRegister(_ id: String, _ step: FoldStep) -> String {
        "There is no risk register “\(id)” on \(step.effective). "
            + ClosestName.suggestion(for: id, in: registers.keys.sorted())
    }

    /// A risk as it stands so far.
    func risk(_ id: String) -> Risk? { risks[id] }

    /// The registers with their risks, by identifier, and those that cannot be read.
    func finished() -> (registers: [RiskRegister], unread: [String: JSONValue]) {
        var found = registers
        for id in order {
            guard let home = homes[id], let risk = risks[id] else { continue }
            found[home]?.risks.append(risk)
        }
        for (id, register) in found {
            guard let printed = register.page?.order, !printed.isEmpty else { continue }
            found[id]?.risks = register.risks(inOrderOf: printed)
        }
        return (found.values.sorted { $0.id < $1.id }, unread)
    }
}

extension RiskRegister {
    /// The risks in the order of the register's document; those that it has not stand behind.
    fileprivate func risks(inOrderOf printed: [String]) -> [Risk] {
        var places: [String: Int] = [:]
        for (place, id) in printed.enumerated() { places[id] = place }
        return risks.enumerated().sorted { first, second in
            (places[first.element.id] ?? .max, first.offset)
                < (places[second.element.id] ?? .max, second.offset)
        }.map(\.element)
    }
}

extension RiskHistoryEvent {
    init(_ step: FoldStep, in register: String) {
        self.init(
            kind: step.kind,
            on: step.effective,
            by: step.by,
            register: register,
            reason: step.reason,
            payload: step.payload
        )
    }
}

extension RiskState {
    /// Whether a risk in this state no longer counts, so that nobody can accept it.
    var isOver: Bool { self != .active && self != .proposed }
}

extension Risk {
    fileprivate var pinnedScales: [RiskScale.Reference] {
        RiskScoreKind.allCases.compactMap { assessment($0).levels?.scale }
            + (acceptance?.score.levels.map { [$0.scale] } ?? [])
    }
}
