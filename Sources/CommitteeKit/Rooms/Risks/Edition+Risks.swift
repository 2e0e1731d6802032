// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Edition {
    /// The risk registers, cut for the audience, in the order of their identifiers.
    ///
    /// A risk that is withheld from the audience is not here; its register says that there is one, and
    /// ``omissions`` counts it for the host.
    public var riskRegisters: [RiskRegister] {
        get { self[RisksState.self].riskRegisters }
        set { self[RisksState.self].riskRegisters = newValue }
    }

    /// The registers in a form that this version cannot read, for those who may see everything.
    public var unreadRegisters: [String: JSONValue] {
        get { self[RisksState.self].unreadRegisters }
        set { self[RisksState.self].unreadRegisters = newValue }
    }

    /// All risk registers as JSON, by identifier.
    ///
    /// - Complexity: O(*n*) in the size of the registers.
    public var registers: [String: JSONValue] {
        self[RisksState.self].registers
    }

    /// Makes the title of a role of its identifier, where the committee's profile knows it.
    var titleOfRole: @Sendable (String) -> String {
        { [self] in card(of: .role($0))?.name ?? $0 }
    }

    /// Returns a risk register.
    ///
    /// - Parameter id: The register's identifier; the only one when nil.
    /// - Returns: The register.
    /// - Throws: ``RiskError`` when there is no such register, or several and none is named.
    public func riskRegister(_ id: String? = nil) throws(RiskError) -> RiskRegister {
        let known = riskRegisters.map(\.id)
        let withheld =
            audience == .restricted
            ? ""
            : " that the audience “\(audience.rawValue)” may see, which is one with a risk that it "
                + "may see"
        if let id {
            if let register = riskRegisters.first(where: { $0.id == id }) { return register }
            throw RiskError(
                .noSuchRegister,
                "There is no risk register “\(id)” on \(asOf)\(withheld). "
                    + ClosestName.suggestion(for: id, in: known)
            )
        }
        if riskRegisters.count == 1 { return riskRegisters[0] }
        throw RiskError(
            .noSuchRegister,
            known.isEmpty
                ? "There is no risk register on \(asOf)\(withheld). Set one up first."
                : "There are several risk registers: \(known.joined(separator: ", ")). Say which one."
        )
    }

    /// Returns a risk and the register in which it stands.
    ///
    /// - Parameter id: The risk's identifier.
    /// - Returns: The risk and its register.
    /// - Throws: ``RiskError`` when the edition has no such risk.
    /// - Complexity: O(*n*) in the number of risks.
    public func risk(_ id: String) throws(RiskError) -> (risk: Risk, register: RiskRegister) {
        for register in riskRegisters {
            if let risk = register.risk(id) { return (risk, register) }
        }
        let numbered = riskRegisters.flatMap(\.risks).filter { $0.number == id }
        if numbered.count == 1, let risk = numbered.first {
            throw RiskError(
                .noSuchRisk,
                "There is no risk “\(id)” on \(asOf): “\(id)” is the number that is printed of the risk “\(risk.id)” "
                    + "(\(risk.name)). Name it by “\(risk.id)”, which it keeps."
            )
        }
        let withheld = audience == .restricted ? "" : ", or it is withheld from this audience"
        throw RiskError(
            .noSuchRisk,
            "There is no risk “\(id)” on \(asOf)\(withheld). "
                + ClosestName.suggestion(
                    for: id,
                    in: riskRegisters.flatMap { $0.risks.map(\.id) }
                )
        )
    }
}

extension RiskRegister {
    /// The widest audience that may know of the register: that of its most public risk.
    ///
    /// The public never knows of an empty one.
    var widestAudience: Audience {
        risks.isEmpty && withheldCount == 0
            ? .partners : risks.map(\.visibility).min() ?? .restricted
    }

    /// The register as an audience may see it, and how many risks were left out.
    ///
    /// The public sees what happened to a risk and when, and its scores; not who said what at the
    /// time. It sees controls only where the register's own table is for the public.
    func cut(
        for audience: Audience,
        asking door: EditionDoor
    ) -> (register: RiskRegister, omitted: Int) {
        guard audience < .restricted else { return (self, 0) }
        var register = self
        register.isCut = true
        register.risks = risks(visibleTo: audience)
        if let page, page.visibility > audience { register.page = nil }
        let visible = Set(register.risks.map(\.id))
        register.page?.order.removeAll { !visible.contains($0) }
        let omitted = risks.count - register.risks.count
        // That risks are withheld is said of a register; how many is not for whoever may not see them.
        if omitted > 0 { register.withheldCount = 1 }
        if let above = register.parentID, !door.may(audience, knowOf: .register(above)) {
            register.parentID = nil
        }
        for index in register.risks.indices {
            register.risks[index].leaveOutSubjects(unknownTo: audience, door)
            register.risks[index].leaveOutRefusals()
        }
        guard audience == .public else { return (register, omitted) }
        register.isWithoutControls = register.page == nil
        for index in register.risks.indices {
            register.risks[index].leaveOutWhoSaidWhat()
            if register.isWithoutControls { register.risks[index].leaveOutControls() }
        }
        return (register, omitted)
    }
}

extension Risk {
    /// Leaves out the names of risks and actions of which an audience may not know, also where the
    /// history says them.
    fileprivate mutating func leaveOutSubjects(
        unknownTo audience: Audience,
        _ door: EditionDoor
    ) {
        func knows(_ kind: SubjectKind, _ id: String) -> Bool {
            door.may(audience, knowOf: SubjectReference(kind: kind, id: id))
        }
        replacedBy.removeAll { !knows("risk", $0) }
        actions.removeAll { !knows("action", $0) }
        links.removeAll { !knows(SubjectKind($0.kind.rawValue), $0.id) }
        for place in history.indices {
            if !knows("risk-register", history[place].register) { history[place].register = "" }
            guard var payload = history[place].payload.members else { continue }
            var isCut = false
            for name in ["register", "from", "to"] {
                guard let id = payload[name]?.text, !knows("risk-register", id) else { continue }
                payload[name] = nil
                isCut = true
            }
            func filter(_ name: String, _ isKnown: (JSONValue) -> Bool) {
                guard let all = payload[name]?.elements else { return }
                let kept = all.filter(isKnown)
                guard kept.count < all.count else { return }
                payload[name] = .array(kept)
                isCut = true
            }
            filter("by") { $0.text.map { knows("risk", $0) } ?? true }
            filter("actions") { $0.text.map { knows("action", $0) } ?? true }
            filter("links") { link in
                guard let kind = link["kind"]?.text, let id = link["id"]?.text else { return true }
                return knows(SubjectKind(kind), id)
            }
            if isCut { history[place].payload = .object(payload) }
        }
    }

    /// Leaves out what a workflow said when it refused, which may speak of anything.
    fileprivate mutating func leaveOutRefusals() {
        for place in overrides.indices { overrides[place].refusal = "" }
        let kind = RiskFact.Name.override.kind
        for place in history.indices where history[place].kind == kind {
            guard var payload = history[place].payload.members else { continue }
            payload["refusal"] = nil
            history[place].payload = .object(payload)
        }
    }

    /// Leaves out the controls, also where the end of an acceptance names one.
    fileprivate mutating func leaveOutControls() {
        controls = []
        if acceptance?.lapseReason.hasPrefix("the control “") ?? false {
            acceptance?.lapseReason = "its controls changed"
        }
    }

    /// Leaves of the history what happened and when, and the scores since the public may see them, and
    /// of every score that was given by judgement not why.
    ///
    /// A score from a time at which the risk was withheld stays withheld.
    fileprivate mutating func leaveOutWhoSaidWhat() {
        workflowState?.why = ""
        for place in overrides.indices { overrides[place] = overrides[place].withoutWords }
        inherent.leaveOutReason()
        current.leaveOutReason()
        target.leaveOutReason()
        acceptance?.score.leaveOutReason()
        var visible = Audience.restricted
        for index in history.indices {
            let event = history[index]
            if let word = event.payload["visibility"]?.text, let set = Audience(rawValue: word) {
                visible = set
            }
            let isScore = event.kind == RiskFact.Name.assess.kind && visible == .public
            history[index].payload = isScore ? event.payload.withoutOverrideReason : [:]
            history[index].reason = nil
            history[index].by = ""
        }
    }
}

extension RiskAssessment {
    /// Leaves out the words that justify an override.
    fileprivate mutating func leaveOutReason() {
        guard case .assessed(var levels) = self, levels.override != nil else { return }
        levels.override?.reason = ""
        self = .assessed(levels)
    }
}

extension JSONValue {
    /// An assessment without the words that justify its override.
    fileprivate var withoutOverrideReason: JSONValue {
        guard var members, var override = members["override"]?.members else { return self }
        override["reason"] = .null
        members["override"] = .object(override)
        return .object(members)
    }
}
