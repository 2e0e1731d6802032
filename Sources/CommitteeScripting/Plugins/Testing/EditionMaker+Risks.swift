// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension EditionMaker {
    private static let registerNames = RiskRegister.table.exampleForms.flatMap(\.names)
    private static let riskNames =
        ["id", "register", "state"] + Risk.table.exampleForms.flatMap(\.names)

    /// The registers with the risks that a test writes down; none when it names no risk.
    ///
    /// ```lua
    /// t.edition {
    ///   scale = "northshire",
    ///   risks = { { id = "R1", event = "Visits are late", current = { "3", "4" } } },
    /// }
    /// ```
    func registers() throws(JSONError) -> [RiskRegister] {
        let listed = try fields.optional(
            "registers",
            as: .list(of: .fields(known: Self.registerNames))
        )
        let risks =
            try fields.optional("risks", as: .list(of: .fields(known: Self.riskNames))) ?? []
        guard listed != nil || !risks.isEmpty || fields.has("scale") else { return [] }
        let scale = try scale()
        var registers: [RiskRegister] = []
        for one in listed ?? [] { registers.append(try register(one, scale)) }
        if listed == nil {
            registers.append(RiskRegister(id: "main", name: "Risk register", scales: [scale]))
        }
        for (index, one) in risks.enumerated() {
            let home = try one.optional("register", as: .text) ?? registers.first?.id
            guard let place = registers.firstIndex(where: { $0.id == home }) else {
                throw one.error(
                    "there is no risk register “\(home ?? "")”. "
                        + ClosestName.suggestion(for: home ?? "", in: registers.map(\.id)),
                    at: "register"
                )
            }
            let risk = try risk(one, number: index + 1, in: registers[place])
            registers[place].risks.append(risk)
        }
        return registers.sorted { $0.id < $1.id }
    }

    private func register(
        _ fields: JSONFields,
        _ scale: RiskScale
    ) throws(JSONError) -> RiskRegister {
        var register = RiskRegister(id: "", name: "", scales: [scale])
        for form in RiskRegister.table.exampleForms { try form.read(fields, &register, example) }
        if !fields.has("name") { register.name = register.id }
        return register
    }

    private var example: ExampleReading {
        ExampleReading(asOf: asOf, scheme: nil, timescales: reader)
    }

    /// The scale that the test names, or five levels by five.
    private func scale() throws(JSONError) -> RiskScale {
        do {
            guard let name = try fields.optional("scale", as: .text) else {
                return try Self.usualScale
            }
            return try contributions.riskScale(
                name.contains("/") ? name : "\(plugin ?? "example")/\(name)"
            )
        } catch let error as JSONError {
            throw error
        } catch {
            throw fields.error("\(error)", at: "scale")
        }
    }

    private static var usualScale: RiskScale {
        get throws(RiskError) {
            try RiskScale(
                id: "example",
                version: 1,
                likelihoods: .numbered(["Rare", "Unlikely", "Possible", "Likely", "Certain"]),
                impacts: .numbered(["Slight", "Minor", "Moderate", "Major", "Severe"]),
                scoring: .product,
                bands: [
                    RiskScale.Band(id: "low", label: "Low", from: 1, through: 4, colour: .green),
                    RiskScale.Band(
                        id: "medium",
                        label: "Medium",
                        from: 5,
                        through: 9,
                        colour: .yellow
                    ),
                    RiskScale.Band(
                        id: "high",
                        label: "High",
                        from: 10,
                        through: 25,
                        colour: .red
                    ),
                ]
            )
        }
    }

    private func risk(
        _ fields: JSONFields,
        number: Int,
        in register: RiskRegister
    ) throws(JSONError) -> Risk {
        let risk = Risk(
            id: try fields.optional("id", as: .text) ?? "R\(number)",
            cause: "A cause",
            event: "An event",
            effect: "An effect",
            visibility: .committee
        )
        var place = RiskPlace(risk, in: register)
        place.risk.state = RiskState(try fields.optional("state", as: .text) ?? "active")
        for form in Risk.table.exampleForms { try form.read(fields, &place, example) }
        return place.risk
    }
}
#endif
