// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskRegister {
    /// Reads a register from its JSON form, as a person writes it or an entry carries it.
    ///
    /// Names that are not known here are errors, and so is a value of the wrong kind or a scale
    /// that contradicts itself. A risk without a visibility is restricted; an assessment that is
    /// missing is not assessed, which is neither zero nor the worst.
    ///
    /// - Parameters:
    ///   - json: The register.
    ///   - source: The name to use in errors, such as a file name.
    /// - Throws: ``JSONError`` with the line when the JSON is not a register.
    /// - Complexity: O(*n* log *n*) in the size of the register.
    public init(json: JSONNode, source: String) throws(JSONError) {
        let fields = try JSONFields(
            json,
            in: source,
            known: ["id", "name", "scales", "risks", "reviewTimescale"]
        )
        self.init(
            id: try fields.required("id", as: .text),
            name: try fields.required("name", as: .text),
            scales: try fields.optional("scales", as: .list(of: .riskScale)) ?? [],
            risks: try fields.optional("risks", as: .list(of: .risk)) ?? [],
            reviewTimescale: try fields.optional("reviewTimescale", as: .text) ?? ""
        )
    }

    /// The JSON form of the register, which reads back to an equal value.
    ///
    /// What is empty is left out.
    public var json: JSONValue {
        .compact([
            "id": .string(id), "name": .string(name), "scales": .list(scales.map(\.json)),
            "risks": .list(risks.map(\.json)), "reviewTimescale": .words(reviewTimescale),
        ])
    }
}

extension Risk {
    var json: JSONValue {
        .compact([
            "id": .string(id), "cause": .string(cause), "event": .string(event),
            "effect": .string(effect), "category": .words(category),
            "owner": .string(optional: ownerRoleID), "manager": .string(optional: managerRoleID),
            "inherent": inherent.json, "current": current.json, "target": target.json,
            "treatment": .string(optional: treatment?.rawValue),
            "controls": .list(controls.map(\.json)), "visibility": .string(visibility.rawValue),
            "reviewDate": .date(reviewDate),
        ])
    }
}

extension RiskAssessment {
    /// The levels, or null when nobody has assessed the risk.
    fileprivate var json: JSONValue {
        guard let levels else { return .null }
        return .compact([
            "scale": .string(levels.scale.scaleID), "version": .integer(levels.scale.version),
            "likelihood": .string(levels.likelihood), "impact": .string(levels.impact),
            "date": .date(levels.date),
        ])
    }
}

extension Risk.Control {
    fileprivate var json: JSONValue {
        .compact([
            "words": .string(words), "kind": .string(kind.rawValue),
            "effectiveness": .words(effectiveness), "owner": .string(optional: ownerRoleID),
        ])
    }
}

extension JSONFieldType where Value == Risk {
    static var risk: Self {
        .object(known: [
            "id", "cause", "event", "effect", "category", "owner", "manager", "inherent", "current",
            "target", "treatment", "controls", "visibility", "reviewDate",
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
            risk.managerRoleID = try fields.optional("manager", as: .text)
            risk.inherent = try fields.optional("inherent", as: .riskAssessment) ?? .notAssessed
            risk.current = try fields.optional("current", as: .riskAssessment) ?? .notAssessed
            risk.target = try fields.optional("target", as: .riskAssessment) ?? .notAssessed
            risk.treatment = try fields.optional("treatment", as: .word())
            risk.controls = try fields.optional("controls", as: .list(of: .riskControl)) ?? []
            risk.reviewDate = try fields.optional("reviewDate", as: .date)
            return risk
        }
    }
}

extension JSONFieldType where Value == RiskAssessment {
    static var riskAssessment: Self {
        .object(known: ["scale", "version", "likelihood", "impact", "date"]) {
            (fields) throws(JSONError) in
            .assessed(
                RiskAssessment.Levels(
                    scale: RiskScale.Reference(
                        scaleID: try fields.required("scale", as: .text),
                        version: try fields.required("version", as: .integer)
                    ),
                    likelihood: try fields.required("likelihood", as: .text),
                    impact: try fields.required("impact", as: .text),
                    date: try fields.optional("date", as: .date)
                )
            )
        }
    }
}

extension JSONFieldType where Value == Risk.Control {
    static var riskControl: Self {
        .object(known: ["words", "kind", "effectiveness", "owner"]) { (fields) throws(JSONError) in
            Risk.Control(
                words: try fields.required("words", as: .text),
                kind: try fields.required("kind", as: .word()),
                effectiveness: try fields.optional("effectiveness", as: .text) ?? "",
                ownerRoleID: try fields.optional("owner", as: .text)
            )
        }
    }
}

extension JSONFieldType
where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// One of the words of a closed set.
    static func word() -> Self {
        let words = Value.allCases.map(\.rawValue)
        return Self("one of \(words.joined(separator: ", "))") { (node, place) throws(JSONError) in
            let text = try JSONFieldType<String>.one(of: words).read(node, place)
            guard let value = Value(rawValue: text) else {
                throw place.expected("one of \(words.joined(separator: ", "))", found: node)
            }
            return value
        }
    }
}
