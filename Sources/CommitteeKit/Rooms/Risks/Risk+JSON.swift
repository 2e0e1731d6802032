// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Risk {
    /// The JSON form of the risk, as its register has it.
    ///
    /// What is empty is left out.
    public var json: JSONValue {
        .compact([
            "id": .string(id), "state": state == .active ? .null : .string(state.rawValue),
            "title": .words(title), "cause": .string(cause), "event": .string(event),
            "effect": .string(effect), "category": .words(category),
            "owner": .string(optional: ownerRoleID), "manager": .string(optional: managerRoleID),
            "inherent": inherent.json, "current": current.json, "target": target.json,
            "treatment": .string(optional: treatment?.rawValue), "actions": .texts(actions),
            "controls": .list(controls.map(\.json)), "visibility": .string(visibility.rawValue),
            "reviewDate": .date(reviewDate),
            "reviewInterval": .string(optional: reviewInterval?.description),
            "lastReviewed": .date(lastReviewed), "targetDate": .targetDate(targetDate),
            "appetite": appetite?.json ?? .null, "proximity": .words(proximity),
            "velocity": .words(velocity), "acceptance": acceptance?.json ?? .null,
            "links": .list(links.map(\.json)), "replacedBy": .texts(replacedBy),
            "history": .list(history.map(\.json)),
        ])
    }
}

extension RiskAssessment {
    /// The levels, or null when nobody has assessed the risk.
    var json: JSONValue {
        guard let levels else { return .null }
        return .compact([
            "scale": levels.scale.isUnpinned ? .null : .string(levels.scale.scaleID),
            "version": levels.scale.isUnpinned ? .null : .integer(levels.scale.version),
            "likelihood": .string(levels.likelihood), "impact": .string(levels.impact),
            "date": .date(levels.date), "override": levels.override?.json ?? .null,
        ])
    }
}

extension RiskAssessment.Override {
    fileprivate var json: JSONValue {
        .compact([
            "score": .integer(optional: value), "band": .string(optional: bandID),
            "reason": .string(reason),
        ])
    }
}

extension Risk.Control {
    var json: JSONValue {
        .compact([
            "id": .words(id), "words": .string(words), "kind": .string(kind.rawValue),
            "effectiveness": .words(effectiveness), "weight": .integer(optional: weight),
            "owner": .string(optional: ownerRoleID), "evidenceDue": .date(evidenceDue),
            "evidenceSeen": .date(evidenceSeen), "evidence": .words(evidence),
        ])
    }
}

extension Risk.Acceptance {
    fileprivate var json: JSONValue {
        .compact([
            "by": .string(by), "on": .date(on), "until": .date(until),
            "conditions": .words(conditions), "score": score.json, "lapsedOn": .date(lapsedOn),
            "lapseReason": .words(lapseReason),
        ])
    }
}

extension Risk.Link {
    var json: JSONValue { ["kind": .string(kind.rawValue), "id": .string(id)] }
}

extension RiskHistoryEvent {
    fileprivate var json: JSONValue {
        .compact([
            "kind": .string(kind.rawValue), "on": .date(on), "by": .string(by),
            "register": .string(register), "reason": .string(optional: reason),
            "payload": payload == [:] ? .null : payload,
        ])
    }
}

extension JSONValue {
    static func targetDate(_ date: Risk.TargetDate?) -> JSONValue {
        switch date {
        case nil: .null
        case .accept: "accept"
        case .by(let date): .date(date)
        }
    }
}

extension JSONFieldType where Value == Risk {
    static var risk: Self {
        .object(known: [
            "id", "state", "title", "cause", "event", "effect", "category", "owner", "manager",
            "inherent", "current", "target", "treatment", "actions", "controls", "visibility",
            "reviewDate", "reviewInterval", "lastReviewed", "targetDate", "appetite", "proximity",
            "velocity", "acceptance", "links", "replacedBy", "history",
        ]) { (fields) throws(JSONError) in
            var risk = Risk(
                id: try fields.required("id", as: .text),
                cause: try fields.required("cause", as: .text),
                event: try fields.required("event", as: .text),
                effect: try fields.required("effect", as: .text),
                category: try fields.optional("category", as: .text) ?? "",
                ownerRoleID: try fields.optional("owner", as: .text),
                visibility: try fields.optional("visibility", as: .word()) ?? .restricted
            )
            risk.state = RiskState(try fields.optional("state", as: .text) ?? "active")
            risk.title = try fields.optional("title", as: .text) ?? ""
            risk.managerRoleID = try fields.optional("manager", as: .text)
            risk.inherent = try fields.optional("inherent", as: .riskAssessment) ?? .notAssessed
            risk.current = try fields.optional("current", as: .riskAssessment) ?? .notAssessed
            risk.target = try fields.optional("target", as: .riskAssessment) ?? .notAssessed
            try Self.readCourse(fields, into: &risk)
            return risk
        }
    }

    private static func readCourse(_ fields: JSONFields, into risk: inout Risk) throws(JSONError) {
        risk.treatment = try fields.optional("treatment", as: .word())
        risk.actions = try fields.optional("actions", as: .list(of: .text)) ?? []
        risk.controls = try fields.optional("controls", as: .list(of: .riskControl)) ?? []
        risk.reviewDate = try fields.optional("reviewDate", as: .date)
        risk.reviewInterval = try fields.optional("reviewInterval", as: .riskPeriod)
        risk.lastReviewed = try fields.optional("lastReviewed", as: .date)
        risk.targetDate = try fields.optional("targetDate", as: .riskTargetDate)
        risk.appetite = try fields.optional("appetite", as: .riskAppetite)
        risk.proximity = try fields.optional("proximity", as: .text) ?? ""
        risk.velocity = try fields.optional("velocity", as: .text) ?? ""
        risk.acceptance = try fields.optional("acceptance", as: .riskAcceptance)
        risk.links = try fields.optional("links", as: .list(of: .riskLink)) ?? []
        risk.replacedBy = try fields.optional("replacedBy", as: .list(of: .text)) ?? []
        risk.history = try fields.optional("history", as: .list(of: .riskHistoryEvent)) ?? []
    }
}

extension JSONFieldType where Value == RiskAssessment {
    static var riskAssessment: Self {
        .object(known: ["scale", "version", "likelihood", "impact", "date", "override"]) {
            (fields) throws(JSONError) in
            .assessed(
                RiskAssessment.Levels(
                    scale: RiskScale.Reference(
                        scaleID: try fields.required("scale", as: .text),
                        version: try fields.required("version", as: .integer)
                    ),
                    likelihood: try fields.required("likelihood", as: .text),
                    impact: try fields.required("impact", as: .text),
                    date: try fields.optional("date", as: .date),
                    override: try fields.optional("override", as: .riskOverride(isRecorded: false))
                )
            )
        }
    }
}

extension JSONFieldType where Value == RiskAssessment.Override {
    static func riskOverride(isRecorded: Bool) -> Self {
        .object(known: ["score", "band", "reason"]) { (fields) throws(JSONError) in
            let isErased = isRecorded && fields.has("reason")
            let reason = try fields.optional("reason", as: .name)
            let override = RiskAssessment.Override(
                value: try fields.optional("score", as: .integer),
                bandID: try fields.optional("band", as: .text),
                reason: isErased
                    ? reason ?? RiskFact.erased
                    : try fields.required("reason", as: .name)
            )
            guard override.value != nil || override.bandID != nil else {
                throw fields.error("an override gives a “score” or a “band”. Add one of them.")
            }
            return override
        }
    }
}

extension JSONFieldType where Value == Risk.Control {
    static var riskControl: Self {
        .object(known: RiskRegister.controlMembers) { (fields) throws(JSONError) in
            try RiskRegister.control(fields, isRecorded: false)
        }
    }
}

extension JSONFieldType where Value == Risk.TargetDate {
    static var riskTargetDate: Self {
        JSONFieldType<String>.text.checked("a day such as 2026-10-31, or “accept”") { text in
            text == "accept" ? .accept : CivilDate(iso: text).map(Risk.TargetDate.by)
        }
    }
}

extension JSONFieldType where Value == Risk.Link {
    static var riskLink: Self {
        .object(known: ["kind", "id"]) { (fields) throws(JSONError) in
            Risk.Link(
                try fields.required("kind", as: .word()),
                try fields.required("id", as: .name)
            )
        }
    }
}

extension JSONFieldType where Value == Risk.Acceptance {
    static var riskAcceptance: Self {
        .object(known: ["by", "on", "until", "conditions", "score", "lapsedOn", "lapseReason"]) {
            (fields) throws(JSONError) in
            var acceptance = Risk.Acceptance(
                by: try fields.required("by", as: .text),
                on: try fields.required("on", as: .date),
                until: try fields.optional("until", as: .date),
                conditions: try fields.optional("conditions", as: .text) ?? "",
                score: try fields.optional("score", as: .riskAssessment) ?? .notAssessed
            )
            acceptance.lapsedOn = try fields.optional("lapsedOn", as: .date)
            acceptance.lapseReason = try fields.optional("lapseReason", as: .text) ?? ""
            return acceptance
        }
    }
}

extension JSONFieldType where Value == RiskHistoryEvent {
    static var riskHistoryEvent: Self {
        .object(known: ["kind", "on", "by", "register", "reason", "payload"]) {
            (fields) throws(JSONError) in
            RiskHistoryEvent(
                kind: EntryKind(try fields.required("kind", as: .text)),
                on: try fields.required("on", as: .date),
                by: try fields.required("by", as: .text),
                register: try fields.required("register", as: .text),
                reason: try fields.optional("reason", as: .text),
                payload: try fields.optional("payload", as: .value) ?? [:]
            )
        }
    }
}
