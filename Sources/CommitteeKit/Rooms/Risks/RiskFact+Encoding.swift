// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskFact {
    /// The JSON form of the fact, as a file of changes has it under its ``name-swift.property``.
    ///
    /// What is empty is left out.
    public var json: JSONObject {
        switch self {
        case .proposed(let proposal):
            var members: JSONObject = ["register": .string(proposal.register)]
            members.take(proposal.wording)
            return members.joined(
                JSONObject(compact: [
                    "category": .words(proposal.category),
                    "owner": .string(optional: proposal.ownerRoleID),
                    "manager": .string(optional: proposal.managerRoleID),
                    "visibility": .string(proposal.visibility.rawValue),
                ])
            )
        case .worded(let wording):
            var members: JSONObject = [:]
            members.take(wording)
            return members
        case .approved(let body): return ["by": .string(body)]
        case .assessed(let kind, let assessment):
            let levels = assessment.json.members ?? ["notAssessed": true]
            return JSONObject([("score", .string(kind.rawValue))]).joined(levels)
        case .reviewed(let outcome, let next):
            return JSONObject(compact: ["outcome": .words(outcome), "next": .date(next)])
        case .escalated(let register), .deescalated(let register):
            return ["to": .string(register)]
        case .deactivated, .reopened: return [:]
        case .accepted(let role, let until, let conditions):
            return JSONObject(compact: [
                "by": .string(role), "until": .date(until), "conditions": .words(conditions),
            ])
        case .closed(let outcome): return JSONObject(compact: ["outcome": .words(outcome)])
        case .replaced(let ids): return ["by": .array(ids.map(JSONValue.string))]
        case .categorised(let category): return ["category": .string(category)]
        case .assigned(let owner, let manager):
            return JSONObject(compact: [
                "owner": .string(optional: owner), "manager": .string(optional: manager),
            ])
        case .controlSet(let control): return control.json.members ?? [:]
        case .controlRemoved(let id): return ["id": .string(id)]
        case .evidenceSeen(let control, let words, let next):
            return JSONObject(compact: [
                "control": .string(control), "words": .words(words), "next": .date(next),
            ])
        case .treated(let treatment, let actions):
            return JSONObject(compact: [
                "treatment": .string(optional: treatment?.rawValue),
                "actions": .list(actions.map(JSONValue.string)),
            ])
        case .targetDateSet(let date): return JSONObject(compact: ["date": .targetDate(date)])
        case .appetiteSet(let appetite):
            return JSONObject(compact: ["most": appetite?.json ?? .null])
        case .timed(let proximity, let velocity):
            return JSONObject(compact: [
                "proximity": .words(proximity), "velocity": .words(velocity),
            ])
        case .visibilitySet(let visibility): return ["visibility": .string(visibility.rawValue)]
        case .linked(let links): return ["links": .array(links.map(\.json))]
        case .reviewIntervalSet(let period):
            return JSONObject(compact: ["every": .string(optional: period?.description)])
        }
    }

    /// The payload of the fact's entry, and the texts that are kept erasable beside it.
    var recorded: (payload: JSONObject, texts: [ErasableText]) {
        var payload = json
        var texts: [ErasableText] = []
        for name in ["title", "cause", "event", "effect", "words", "outcome", "conditions"] {
            guard let text = payload[name]?.text else { continue }
            payload[name] = ErasableText.reference(to: name)
            texts.append(ErasableText(name, text))
        }
        if var override = payload["override"]?.members, let reason = override["reason"]?.text {
            override["reason"] = ErasableText.reference(to: "override-reason")
            payload["override"] = .object(override)
            texts.append(ErasableText("override-reason", reason))
        }
        return (payload, texts)
    }

    /// Reads the fact that an entry recorded, its erasable texts put back.
    init?(recorded name: Name, _ payload: JSONValue) {
        guard let members = payload.members,
            let fact = try? Self.codec(of: name).read(Payload(members))
        else { return nil }
        self = fact
    }

    /// How facts of one name are kept.
    static func codec(of name: Name) -> Codec<RiskFact> {
        Codec(write: { Recorded($0.recorded.payload, texts: $0.recorded.texts) }) {
            (payload) throws(PayloadError) in
            let place = JSONPlace(source: name.kind.rawValue)
            let node = JSONNode(.object(payload.members), line: 1)
            do throws(JSONError) {
                return try RiskFactReader(isRecorded: true).fact(name).read(node, place)
            } catch {
                throw PayloadError(error.message)
            }
        }
    }
}

/// Reads what a file of changes, or the payload of an entry, says of a risk.
struct RiskFactReader: Sendable {
    /// Whether an entry is read, in which a text may have been erased.
    let isRecorded: Bool

    /// The kind of JSON value that a fact has.
    func fact(_ name: RiskFact.Name) -> JSONFieldType<RiskFact> {
        .object(known: Self.members(of: name)) { (fields) throws(JSONError) in
            try read(name, fields)
        }
    }

    private static func members(of name: RiskFact.Name) -> [String] {
        switch name {
        case .propose:
            [
                "register", "title", "cause", "event", "effect", "category", "owner", "manager",
                "visibility",
            ]
        case .reword: ["title", "cause", "event", "effect"]
        case .categorise: ["category"]
        case .assign: ["owner", "manager"]
        case .show: ["visibility"]
        case .approve: ["by"]
        case .assess:
            [
                "score", "scale", "version", "likelihood", "impact", "date", "override",
                "notAssessed",
            ]
        case .control: RiskRegister.controlMembers
        case .uncontrol: ["id"]
        case .evidence: ["control", "words", "next"]
        case .treat: ["treatment", "actions"]
        case .aim: ["date"]
        case .appetite: ["most"]
        case .timing: ["proximity", "velocity"]
        case .link: ["links"]
        case .interval: ["every"]
        case .review: ["outcome", "next"]
        case .escalate, .deescalate: ["to"]
        case .accept: ["by", "until", "conditions"]
        case .replace: ["by"]
        case .close: ["outcome"]
        case .deactivate, .reopen: []
        }
    }

    private func read(
        _ name: RiskFact.Name,
        _ fields: JSONFields
    ) throws(JSONError) -> RiskFact {
        func text(_ member: String) throws(JSONError) -> String {
            try fields.required(member, as: .name)
        }
        switch name {
        case .propose: return .proposed(try proposal(fields))
        case .reword: return .worded(try wording(fields))
        case .categorise: return .categorised(try fields.required("category", as: .text))
        case .assign:
            return .assigned(
                owner: try fields.optional("owner", as: .name),
                manager: try fields.optional("manager", as: .name)
            )
        case .show: return .visibilitySet(try fields.required("visibility", as: .word()))
        case .approve: return .approved(by: try text("by"))
        case .assess: return try assessment(fields)
        case .control: return .controlSet(try RiskRegister.control(fields, isRecorded: isRecorded))
        case .uncontrol: return .controlRemoved(try text("id"))
        case .evidence:
            return .evidenceSeen(
                control: try text("control"),
                words: try erasable("words", fields),
                next: try fields.optional("next", as: .date)
            )
        case .treat:
            return .treated(
                try fields.optional("treatment", as: .word()),
                actions: try fields.optional("actions", as: .list(of: .name)) ?? []
            )
        case .aim: return .targetDateSet(try fields.optional("date", as: .riskTargetDate))
        case .appetite: return .appetiteSet(try fields.optional("most", as: .riskAppetite))
        case .timing:
            return .timed(
                proximity: try fields.optional("proximity", as: .text) ?? "",
                velocity: try fields.optional("velocity", as: .text) ?? ""
            )
        case .link: return .linked(try fields.required("links", as: .list(of: .riskLink)))
        case .interval: return .reviewIntervalSet(try fields.optional("every", as: .riskPeriod))
        case .review:
            return .reviewed(
                outcome: try erasable("outcome", fields),
                next: try fields.optional("next", as: .date)
            )
        case .escalate: return .escalated(to: try text("to"))
        case .deescalate: return .deescalated(to: try text("to"))
        case .accept:
            return .accepted(
                by: try text("by"),
                until: try fields.optional("until", as: .date),
                conditions: try erasable("conditions", fields)
            )
        case .replace:
            return .replaced(by: try fields.required("by", as: .list(of: .name)))
        case .close: return .closed(outcome: try erasable("outcome", fields))
        case .deactivate: return .deactivated
        case .reopen: return .reopened
        }
    }

    private func proposal(_ fields: JSONFields) throws(JSONError) -> RiskFact.Proposal {
        RiskFact.Proposal(
            register: try fields.required("register", as: .name),
            wording: try wording(fields),
            category: try fields.optional("category", as: .text) ?? "",
            ownerRoleID: try fields.optional("owner", as: .name),
            managerRoleID: try fields.optional("manager", as: .name),
            visibility: try fields.optional("visibility", as: .word()) ?? .restricted
        )
    }

    private func wording(_ fields: JSONFields) throws(JSONError) -> RiskFact.Wording {
        func required(_ name: String) throws(JSONError) -> String {
            if isRecorded, fields.has(name) { return try erasable(name, fields) }
            return try fields.required(name, as: .text)
        }
        return RiskFact.Wording(
            title: try erasable("title", fields),
            cause: try required("cause"),
            event: try required("event"),
            effect: try required("effect")
        )
    }

    private func assessment(_ fields: JSONFields) throws(JSONError) -> RiskFact {
        let kind = try fields.required("score", as: JSONFieldType<RiskScoreKind>.word())
        guard !fields.has("notAssessed") else {
            _ = try fields.required("notAssessed", as: .yes)
            for name in ["likelihood", "impact", "override"] where fields.has(name) {
                throw fields.error("“\(name)” does not go with “notAssessed”. Keep one.", at: name)
            }
            return .assessed(kind, .notAssessed)
        }
        let scale = try fields.optional("scale", as: .name)
        let version = try fields.optional("version", as: .integer)
        guard (scale == nil) == (version == nil) else {
            throw fields.error("“scale” and “version” go together. Give both, or neither.")
        }
        return .assessed(
            kind,
            .assessed(
                RiskAssessment.Levels(
                    scale: scale.flatMap { name in
                        version.map { RiskScale.Reference(scaleID: name, version: $0) }
                    } ?? .unpinned,
                    likelihood: try fields.required("likelihood", as: .name),
                    impact: try fields.required("impact", as: .name),
                    date: try fields.optional("date", as: .date),
                    override: try fields.optional(
                        "override",
                        as: .riskOverride(isRecorded: isRecorded)
                    )
                )
            )
        )
    }

    /// A text that may be missing, and in an entry may have been erased.
    private func erasable(_ name: String, _ fields: JSONFields) throws(JSONError) -> String {
        if let text = try fields.optional(name, as: .text) { return text }
        return isRecorded && fields.has(name) ? RiskFact.erased : ""
    }
}

extension RiskFact {
    /// What stands where a text was erased.
    static let erased = "[erased]"
}

extension JSONObject {
    /// Returns the object with the members of another one after its own.
    func joined(_ other: JSONObject) -> JSONObject {
        var all = self
        for member in other { all[member.key] = member.value }
        return all
    }

    mutating func take(_ wording: RiskFact.Wording) {
        if !wording.title.isEmpty { self["title"] = .string(wording.title) }
        self["cause"] = .string(wording.cause)
        self["event"] = .string(wording.event)
        self["effect"] = .string(wording.effect)
    }
}
