// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension ChangeReader {
    /// What a change may say of a risk.
    static let riskEvents = RiskFact.Name.allCases.map(\.rawValue)

    /// Reads what a change says of a risk, in the order in which it is recorded.
    func riskAspects(_ fields: JSONFields) throws(JSONError) -> [RequestedChange.NamedAspect] {
        if let other = Self.aspects.first(where: { fields.has($0) }) {
            throw fields.error(
                "“\(other)” is not said of a risk. "
                    + ClosestName.suggestion(for: other, in: Self.riskEvents),
                at: other
            )
        }
        let reader = RiskFactReader(isRecorded: false)
        var aspects: [RequestedChange.NamedAspect] = []
        for name in RiskFact.Name.allCases where fields.has(name.rawValue) {
            let fact = try fields.required(name.rawValue, as: reader.fact(name))
            aspects.append(.init(name: name.rawValue, aspect: .fact(.risk(fact), on: nil)))
        }
        guard !aspects.isEmpty else {
            throw fields.error(
                "the change says nothing of the risk. Give at least one of: "
                    + "\(Self.riskEvents.joined(separator: ", "))."
            )
        }
        return aspects
    }

    /// Reads the migration of a register to another version of its scale.
    func migration(
        _ fields: JSONFields
    ) throws(JSONError) -> (register: String, migration: RiskScaleMigration) {
        let inner = try fields.required(
            "migrate",
            as: .fields(known: ["register", "from", "to", "likelihoods", "impacts"])
        )
        return (
            try inner.required("register", as: Self.name),
            try JSONFieldType.riskScaleMigration(inner)
        )
    }
}

extension DraftMaker {
    /// Pins the scale of an assessment, and remembers registers and risks that the file itself sets up.
    mutating func pinned(_ fact: Change.Fact, of subject: SubjectReference) -> Change.Fact {
        switch fact {
        case .registerSet(let value):
            let register = try? RiskRegister(json: JSONNode(value, line: 1), source: "register")
            if let register { newRegisters[subject.id] = register }
            return fact
        case .scaleMigrated(let migration):
            let known = newRegisters[subject.id] ?? register(subject.id)
            if var register = known {
                register.scaleInUse = migration.to
                newRegisters[subject.id] = register
            }
            return fact
        case .risk(let said):
            if case .proposed(let proposal) = said { homes[subject.id] = proposal.register }
            if case .escalated(let target) = said { homes[subject.id] = target }
            if case .deescalated(let target) = said { homes[subject.id] = target }
            let home =
                homes[subject.id]
                ?? record.riskRegisters.first { $0.risk(subject.id) != nil }?.id
            guard let home else { return fact }
            return .risk(said.pinned(by: newRegisters[home] ?? register(home)))
        default: return fact
        }
    }

    private func register(_ id: String) -> RiskRegister? {
        record.riskRegisters.first { $0.id == id }
    }
}
