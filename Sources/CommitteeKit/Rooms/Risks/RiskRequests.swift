// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How a person writes in a file of changes what happened to a register or to a risk.
enum RiskRequests {
    static let targets = [register, risk, migrate]

    private static let register = RequestTarget("register", noun: "a risk register") {
        (fields, _) throws(JSONError) in
        let node = try fields.required("register", as: .node)
        let register = try RiskRegister(json: node, source: fields.place.source)
        return RequestedSubject(
            .register(register.id),
            [NamedAspect("register", .fact(RequestedFact(.registerSet(register.json))))]
        )
    }

    private static let events = RiskFact.Name.allCases.map(\.rawValue)

    private static let risk = RequestTarget("risk", noun: "a risk", members: events) {
        (fields, _) throws(JSONError) in
        let id = try fields.required("risk", as: .name)
        let reader = RiskFactReader(isRecorded: false)
        var aspects: [NamedAspect] = []
        for name in RiskFact.Name.allCases where fields.has(name.rawValue) {
            let fact = try fields.required(name.rawValue, as: reader.fact(name))
            aspects.append(NamedAspect(name.rawValue, .fact(RequestedFact(.risk(fact)))))
        }
        guard !aspects.isEmpty else {
            throw fields.error(
                "the change says nothing of the risk. Give at least one of: "
                    + "\(events.joined(separator: ", "))."
            )
        }
        return RequestedSubject(.risk(id), aspects)
    }

    private static let migrate = RequestTarget("migrate", noun: "a risk register") {
        (fields, _) throws(JSONError) in
        let inner = try fields.required(
            "migrate",
            as: .fields(known: ["register", "from", "to", "likelihoods", "impacts"])
        )
        let register = try inner.required("register", as: .name)
        let migration = try JSONFieldType.riskScaleMigration(inner)
        return RequestedSubject(
            .register(register),
            [NamedAspect("migrate", .fact(RequestedFact(.scaleMigrated(migration))))]
        )
    }
}

/// Pins the scale of an assessment, and remembers the registers and risks that a file itself sets up.
struct RiskRequestCompletion: RequestCompletion {
    let record: Record
    /// The registers that the file sets, by identifier.
    private var newRegisters: [String: RiskRegister] = [:]
    /// The register of each risk that the file proposes or moves.
    private var homes: [String: String] = [:]

    init(record: Record) { self.record = record }

    mutating func completed(_ fact: Change.Fact, of subject: SubjectReference) -> Change.Fact {
        if let said = fact.value(as: RiskFact.self) { return .risk(pinned(said, subject.id)) }
        if let migration = fact.value(as: RiskScaleMigration.self) {
            if var register = newRegisters[subject.id] ?? register(subject.id) {
                register.scaleInUse = migration.to
                newRegisters[subject.id] = register
            }
        } else if let value = fact.value(as: JSONValue.self),
            let register = try? RiskRegister(json: JSONNode(value, line: 1), source: "register")
        {
            newRegisters[subject.id] = register
        }
        return fact
    }

    private mutating func pinned(_ said: RiskFact, _ risk: String) -> RiskFact {
        switch said {
        case .proposed(let proposal): homes[risk] = proposal.register
        case .escalated(let target), .deescalated(let target): homes[risk] = target
        default: break
        }
        let home = homes[risk] ?? record.riskRegisters.first { $0.risk(risk) != nil }?.id
        guard let home else { return said }
        return said.pinned(by: newRegisters[home] ?? register(home))
    }

    private func register(_ id: String) -> RiskRegister? {
        record.riskRegisters.first { $0.id == id }
    }
}
