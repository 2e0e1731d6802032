// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of risk registers and risks.
public struct RisksRoom: Room {
    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "risks" }

    /// Registers and risks.
    public var subjects: [SubjectKind] { ["risk-register", "risk"] }

    /// What can be recorded of a register and of its risks.
    public var kinds: [DeclaredKind] {
        RiskRegister.table.kinds + RiskFact.Name.allCases.map(\.entry.declaration.declared)
    }

    /// What sets a whole register or its scale, and what moves a risk to another register, reaches further
    /// than its subject.
    public func reach(of kind: EntryKind) -> EntryReach {
        kind == RiskRegister.registerSet.declared.kind
            || kind == RiskRegister.scaleMigrated.declared.kind
            || kind == RiskFact.Name.escalate.kind || kind == RiskFact.Name.deescalate.kind
            ? .room : .subject
    }

    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> RisksFold { RisksFold() }

    /// How a person writes what happened to a register or to a risk.
    public var requests: [RequestTarget] { RiskRequests.targets }

    /// Pins the scales of assessments.
    public func requestCompletion(in record: Record) -> (any RequestCompletion)? {
        RiskRequestCompletion(record: record)
    }
}

/// The risk registers, while the entries are being folded.
public struct RisksFold: RoomFold {
    private var risks = RiskFold()

    init() {}

    /// Takes in an entry about a register or a risk.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        if let risk = RiskFact(fact) {
            guard step.subject.kind == "risk" else {
                return "“\(step.subject)” is not a risk, so “\(step.kind)” is not said of it."
            }
            return risks.apply(risk, step, asking: door)
        }
        if let migration = fact.value(as: RiskScaleMigration.self) {
            return risks.migrate(migration, step)
        }
        if let page = fact.value(as: RegisterPage.self) { return risks.set(page, step) }
        if let pin = fact.value(as: RiskWorkflowPin.self) {
            return risks.set(pin, step)
        }
        return fact.value(as: JSONValue.self).flatMap { risks.set($0, step) }
    }

    /// Keeps an entry of a kind that no room knows in the history of its risk.
    public mutating func note(_ step: FoldStep) {
        if step.subject.kind == "risk" { risks.note(step) }
    }

    /// Returns the card of a risk or of a register.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        if subject.kind == "risk" {
            return risks.risk(subject.id).map { SubjectCard(subject, $0) }
        }
        guard subject.kind == "risk-register" else { return nil }
        return risks.registers[subject.id].map { SubjectCard(subject, name: $0.name) }
    }

    /// Returns the registers with their risks.
    public func finished() -> RisksState {
        var state = RisksState()
        (state.riskRegisters, state.unreadRegisters) = risks.finished()
        return state
    }
}

/// The risk registers of a committee on a date.
public struct RisksState: RoomState {
    /// The registers, in the order of their identifiers.
    public var riskRegisters: [RiskRegister] = []
    /// The registers in a form that this version cannot read, by identifier.
    public var unreadRegisters: [String: JSONValue] = [:]

    /// Creates the state of a committee without registers.
    public init() {}

    /// Leaves out risks that are for a narrower audience, and registers that cannot be read.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        for place in riskRegisters.indices {
            let (register, count) = riskRegisters[place].cut(for: audience, asking: door)
            riskRegisters[place] = register
            // A register of which the audience may not know has no name here either.
            let isShown = !register.risks.isEmpty
            omissions.note(
                count,
                "risks",
                one: "risk",
                of: isShown ? .register(register.id) : nil
            )
        }
        guard audience < .restricted else { return }
        // Whether a register is kept at all may be withheld, as its risks are.
        riskRegisters.removeAll { register in
            register.risks.isEmpty && (register.withheldCount > 0 || audience == .public)
        }
        omissions.note(unreadRegisters.count, "risk registers", one: "risk register")
        unreadRegisters = [:]
    }

    /// The time limits of the states in which open risks are, as their workflow set them.
    public func deadlines(through day: CivilDate) -> [RoomDeadline] {
        riskRegisters.flatMap { register in
            register.openRisks.compactMap { risk in
                guard let state = risk.workflowState, let until = state.until, until <= day else {
                    return nil
                }
                return RoomDeadline(
                    SubjectReference(kind: "risk-state", id: risk.id),
                    kind: "risk-state",
                    name: "the next step of risk \(risk.id) (\(state.label))",
                    due: until,
                    leads: [risk.ownerRoleID, risk.managerRoleID].compactMap { $0 },
                    groups: [register.id, register.name]
                )
            }
        }
    }

    /// Returns the card of a risk or of a register.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        if subject.kind == "risk" {
            for register in riskRegisters {
                if let risk = register.risk(subject.id) { return SubjectCard(subject, risk) }
            }
            return nil
        }
        guard subject.kind == "risk-register" else { return nil }
        return riskRegisters.first { $0.id == subject.id }.map {
            SubjectCard(subject, name: $0.name, audience: $0.widestAudience)
        }
    }

    /// Says in words what has changed in the registers, and what came about by itself.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] {
        RiskChanges(from: earlier, to: self, in: editions).all()
    }

    /// Returns the registers by identifier.
    public func exported(on day: CivilDate) -> JSONObject {
        [
            "registers": .object(
                JSONObject(registers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
            )
        ]
    }

    /// All registers as JSON, by identifier.
    ///
    /// - Complexity: O(*n*) in the size of the registers.
    var registers: [String: JSONValue] {
        unreadRegisters.merging(riskRegisters.map { ($0.id, $0.json) }) { $1 }
    }
}

extension SubjectCard {
    fileprivate init(_ subject: SubjectReference, _ risk: Risk) {
        self.init(subject, name: risk.name, audience: risk.visibility, due: risk.reviewDate)
    }
}

extension Change.Fact {
    /// A risk register or one of its risks was set.
    public static func registerSet(_ register: JSONValue) -> Self {
        RiskRegister.registerSet.fact(register)
    }
    /// A risk register went to another version of its scale.
    public static func scaleMigrated(_ migration: RiskScaleMigration) -> Self {
        RiskRegister.scaleMigrated.fact(migration)
    }
    /// Something happened to a risk.
    public static func risk(_ fact: RiskFact) -> Self { fact.fact }
}

extension Record {
    /// The risk registers, in the order of their identifiers.
    public var riskRegisters: [RiskRegister] {
        get { self[RisksState.self].riskRegisters }
        set { self[RisksState.self].riskRegisters = newValue }
    }
    /// The risk registers in a form that this version cannot read, by identifier.
    public var unreadRegisters: [String: JSONValue] {
        get { self[RisksState.self].unreadRegisters }
        set { self[RisksState.self].unreadRegisters = newValue }
    }
    /// All risk registers as JSON, by identifier.
    ///
    /// - Complexity: O(*n*) in the size of the registers.
    public var registers: [String: JSONValue] { self[RisksState.self].registers }
}
