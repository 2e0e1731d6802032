// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension EditionMaker {
    private static let registerNames = [
        "id", "name", "parent", "appetite", "approvers", "review_every",
    ]
    private static let riskNames = [
        "id", "register", "state", "title", "cause", "event", "effect", "category", "owner",
        "manager", "inherent", "current", "target", "treatment", "actions", "controls",
        "visibility", "review_date", "last_reviewed", "target_date", "accepted",
    ]

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
            registers[place].risks.append(try risk(one, number: index + 1, scale))
        }
        return registers.sorted { $0.id < $1.id }
    }

    private func register(
        _ fields: JSONFields,
        _ scale: RiskScale
    ) throws(JSONError) -> RiskRegister {
        let id = try fields.required("id", as: .text)
        var register = RiskRegister(
            id: id,
            name: try fields.optional("name", as: .text) ?? id,
            parentID: try fields.optional("parent", as: .text),
            scales: [scale]
        )
        register.appetite = try fields.optional("appetite", as: .text).map { .band($0) }
        register.approvers = try fields.optional("approvers", as: .list(of: .text)) ?? []
        if let words = try fields.optional("review_every", as: .text) {
            guard case .period(let period)? = ReminderInterval(words: words) else {
                throw fields.error(
                    "“\(words)” is not a length of time such as \"3 months\".",
                    at: "review_every"
                )
            }
            register.reviewEvery = period
        }
        return register
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
        _ scale: RiskScale
    ) throws(JSONError) -> Risk {
        let visibilities = Audience.allCases.map(\.rawValue)
        let visibility = try fields.optional("visibility", as: .one(of: visibilities))
        var risk = Risk(
            id: try fields.optional("id", as: .text) ?? "R\(number)",
            cause: try fields.optional("cause", as: .text) ?? "A cause",
            event: try fields.optional("event", as: .text) ?? "An event",
            effect: try fields.optional("effect", as: .text) ?? "An effect",
            category: try fields.optional("category", as: .text) ?? "",
            ownerRoleID: try fields.optional("owner", as: .text),
            visibility: visibility.flatMap(Audience.init) ?? .committee
        )
        risk.managerRoleID = try fields.optional("manager", as: .text)
        risk.title = try fields.optional("title", as: .text) ?? ""
        risk.state = RiskState(try fields.optional("state", as: .text) ?? "active")
        risk.inherent = try assessment("inherent", fields, scale)
        risk.current = try assessment("current", fields, scale)
        risk.target = try assessment("target", fields, scale)
        let treatments = Risk.Treatment.allCases.map(\.rawValue)
        risk.treatment = try fields.optional("treatment", as: .one(of: treatments))
            .flatMap(Risk.Treatment.init)
        risk.actions = try fields.optional("actions", as: .list(of: .text)) ?? []
        for (index, words) in (try fields.optional("controls", as: .list(of: .text)) ?? [])
            .enumerated()
        {
            risk.controls.append(
                Risk.Control(id: "C\(index + 1)", words: words, kind: .preventive)
            )
        }
        risk.reviewDate = try fields.optional("review_date", as: .date)
        risk.lastReviewed = try fields.optional("last_reviewed", as: .date)
        risk.targetDate = try fields.optional("target_date", as: .date).map { .by($0) }
        if let by = try fields.optional("accepted", as: .text) {
            risk.acceptance = Risk.Acceptance(by: by, on: asOf, until: nil, score: risk.current)
        }
        return risk
    }

    /// `{ "3", "4" }`: the levels of likelihood and impact.
    private func assessment(
        _ name: String,
        _ fields: JSONFields,
        _ scale: RiskScale
    ) throws(JSONError) -> RiskAssessment {
        guard let levels = try fields.optional(name, as: .list(of: .text)) else {
            return .notAssessed
        }
        guard levels.count == 2 else {
            throw fields.error(
                "a score is a level of likelihood and one of impact, such as { \"3\", \"4\" }.",
                at: name
            )
        }
        do throws(RiskError) {
            _ = try scale.score(likelihood: levels[0], impact: levels[1])
        } catch {
            throw fields.error(error.message, at: name)
        }
        return .assessed(
            RiskAssessment.Levels(
                scale: scale.reference,
                likelihood: levels[0],
                impact: levels[1],
                date: asOf
            )
        )
    }
}
#endif
