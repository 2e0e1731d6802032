// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Edition {
    /// The committee's profile as the record has it, when somebody has set one that can be read.
    ///
    /// - Complexity: O(*n*) in the size of the profile.
    public var committeeProfile: CommitteeProfile? {
        profile.flatMap { try? CommitteeProfile(json: JSONNode($0, line: 1), source: "profile") }
    }

    /// The risk registers, cut for the audience, in the order of their identifiers.
    ///
    /// A risk that is withheld from the audience is not here; ``omissions`` counts it.
    ///
    /// - Complexity: O(*n* log *n*) in the size of the registers.
    public var riskRegisters: [RiskRegister] {
        registers.sorted { $0.key < $1.key }.compactMap { _, value in Self.riskRegister(value) }
    }

    private static func riskRegister(_ value: JSONValue) -> RiskRegister? {
        try? RiskRegister(json: JSONNode(value, line: 1), source: "register")
    }

    /// A register as an audience may see it, and how many risks were left out.
    ///
    /// A register in a form that this version cannot read is only for those who may see everything.
    static func cut(
        _ value: JSONValue,
        for audience: Audience
    ) -> (register: JSONValue, omitted: Int)? {
        guard audience < .restricted else { return (value, 0) }
        guard var register = riskRegister(value) else { return nil }
        let all = register.risks.count
        register.risks = register.risks(visibleTo: audience.riskVisibility)
        return (register.json, all - register.risks.count)
    }
}

extension Audience {
    /// The narrowest visibility that a risk may have for this audience to see it.
    var riskVisibility: Risk.Visibility {
        switch self {
        case .public: .public
        case .partners: .partners
        case .committee: .committee
        case .restricted: .restricted
        }
    }
}
