// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How a person writes in a file of changes what happened to a register or to a risk.
enum RiskRequests {
    static let targets = [register, risk, migrate, workflow]

    private static let register = RequestTarget("register", noun: "a risk register") {
        (fields, reading) throws(JSONError) in
        let aspects = try RiskRegister.table.requested(fields, &reading)
        let id = try fields.required("register", as: .value)["id"]?.text ?? ""
        return RequestedSubject(.register(id), aspects)
    }

    private static let migrate = RequestTarget("migrate", noun: "a risk register") {
        (fields, reading) throws(JSONError) in
        let aspects = try RiskRegister.table.requested(fields, &reading)
        let id = try fields.required("migrate", as: .value)["register"]?.text ?? ""
        return RequestedSubject(.register(id), aspects)
    }

    private static let workflow = RequestTarget("workflow", noun: "a risk register") {
        (fields, reading) throws(JSONError) in
        let aspects = try RiskRegister.table.requested(fields, &reading)
        let id = try fields.required("workflow", as: .value)["register"]?.text ?? ""
        return RequestedSubject(.register(id), aspects)
    }

    /// How a person writes what happened to a risk, in the order in which it is recorded.
    private static let forms = RiskFact.Name.allCases.flatMap {
        $0.entry.declaration.ways.request.way ?? []
    }

    private static let risk = RequestTarget("risk", noun: "a risk", members: forms.map(\.name)) {
        (fields, reading) throws(JSONError) in
        let id = try fields.required("risk", as: .name)
        var aspects: [NamedAspect] = []
        for form in forms where fields.has(form.name) {
            aspects += try form.read(fields, &reading).map { NamedAspect(form.name, .fact($0)) }
        }
        guard !aspects.isEmpty else {
            throw fields.error(
                "the change says nothing of the risk. Give at least one of: "
                    + "\(forms.map(\.name).joined(separator: ", "))."
            )
        }
        return RequestedSubject(.risk(id), aspects)
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
        if let said = RiskFact(fact) { return .risk(pinned(said, subject.id)) }
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
        if let home = said.value(as: RiskFact.Proposal.self)?.register ?? said.destination {
            homes[risk] = home
        }
        let home = homes[risk] ?? record.riskRegisters.first { $0.risk(risk) != nil }?.id
        guard let home else { return said }
        return said.pinned(by: newRegisters[home] ?? register(home))
    }

    private func register(_ id: String) -> RiskRegister? {
        record.riskRegisters.first { $0.id == id }
    }
}
