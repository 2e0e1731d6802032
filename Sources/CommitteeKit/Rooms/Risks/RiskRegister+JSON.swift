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
    /// - Throws: `JSONError` with the line when the JSON is not a register.
    /// - Complexity: O(*n* log *n*) in the size of the register.
    public init(json: JSONNode, source: String) throws(JSONError) {
        let fields = try JSONFields(
            json,
            in: source,
            known: [
                "id", "name", "tier", "parent", "scales", "scaleInUse", "scoreNames", "categories",
                "appetite", "approvers", "reviewIntervals", "reviewEvery", "reviewTimescale",
                "risks", "withheld",
            ]
        )
        self.init(
            id: try fields.required("id", as: .text),
            name: try fields.required("name", as: .text),
            tier: try fields.optional("tier", as: .word()),
            parentID: try fields.optional("parent", as: .text),
            scales: try fields.optional("scales", as: .list(of: .riskScale)) ?? [],
            risks: try fields.optional("risks", as: .list(of: .risk)) ?? [],
            reviewTimescale: try fields.optional("reviewTimescale", as: .text) ?? ""
        )
        scaleInUse = try fields.optional("scaleInUse", as: .riskScaleReference)
        if let scaleInUse, scale(scaleInUse) == nil {
            throw fields.error(
                "the register has no scale \(scaleInUse). Add it to “scales”, or name one that "
                    + "stands there.",
                at: "scaleInUse"
            )
        }
        categories = try fields.optional("categories", as: .list(of: .riskCategory)) ?? []
        appetite = try fields.optional("appetite", as: .riskAppetite)
        approvers = try fields.optional("approvers", as: .list(of: .text)) ?? []
        reviewIntervals =
            try fields.optional("reviewIntervals", as: .list(of: .riskReviewInterval)) ?? []
        reviewEvery = try fields.optional("reviewEvery", as: .riskPeriod)
        withheldCount = try fields.optional("withheld", as: .integer) ?? 0
        let kinds = RiskScoreKind.allCases.map(\.rawValue)
        if let names = try fields.optional("scoreNames", as: .fields(known: kinds)) {
            for kind in RiskScoreKind.allCases {
                scoreNames[kind] = try names.optional(kind.rawValue, as: .text)
            }
        }
    }

    /// The JSON form of the register, which reads back to an equal value.
    ///
    /// What is empty is left out.
    public var json: JSONValue {
        let names = RiskScoreKind.allCases.compactMap { kind in
            scoreNames[kind].map { (kind.rawValue, JSONValue.string($0)) }
        }
        return .compact([
            "id": .string(id), "name": .string(name), "tier": .string(optional: tier?.rawValue),
            "parent": .string(optional: parentID), "scales": .list(scales.map(\.json)),
            "scaleInUse": scaleInUse?.json ?? .null,
            "scoreNames": names.isEmpty ? .null : .object(JSONObject(names)),
            "categories": .list(categories.map(\.json)), "appetite": appetite?.json ?? .null,
            "approvers": .texts(approvers),
            "reviewIntervals": .list(reviewIntervals.map(\.json)),
            "reviewEvery": .string(optional: reviewEvery?.description),
            "reviewTimescale": .words(reviewTimescale), "risks": .list(risks.map(\.json)),
            "withheld": withheldCount == 0 ? .null : .integer(withheldCount),
        ])
    }

    static let controlMembers = [
        "id", "words", "kind", "effectiveness", "weight", "owner", "evidenceDue", "evidenceSeen",
        "evidence",
    ]

    /// Reads a control; in an entry its words may have been erased.
    static func control(
        _ fields: JSONFields,
        isRecorded: Bool
    ) throws(JSONError) -> Risk.Control {
        let isErased = isRecorded && fields.has("words")
        let words = try fields.optional("words", as: .text)
        var control = Risk.Control(
            id: try fields.optional("id", as: .text) ?? "",
            words: isErased
                ? words ?? RiskFact.erased : try fields.required("words", as: .text),
            kind: try fields.required("kind", as: .word()),
            effectiveness: try fields.optional("effectiveness", as: .text) ?? "",
            weight: try fields.optional("weight", as: .integer),
            ownerRoleID: try fields.optional("owner", as: .text),
            evidenceDue: try fields.optional("evidenceDue", as: .date)
        )
        control.evidenceSeen = try fields.optional("evidenceSeen", as: .date)
        control.evidence = try fields.optional("evidence", as: .text) ?? ""
        return control
    }
}

extension RiskScale.Reference {
    var json: JSONValue { ["id": .string(scaleID), "version": .integer(version)] }
}

extension RiskAppetite {
    var json: JSONValue {
        switch self {
        case .band(let id): ["band": .string(id)]
        case .score(let most): ["score": .integer(most)]
        }
    }
}

extension RiskRegister.Category {
    fileprivate var json: JSONValue {
        .compact(["name": .string(name), "appetite": appetite?.json ?? .null])
    }
}

extension RiskRegister.ReviewInterval {
    fileprivate var json: JSONValue {
        var members: JSONObject = [:]
        switch basis {
        case .band(let id): members["band"] = .string(id)
        case .zone(let id): members["zone"] = .string(id)
        case .score(let range):
            members["from"] = .integer(range.lowerBound)
            members["through"] = .integer(range.upperBound)
        case .notAssessed: members["notAssessed"] = true
        }
        members["every"] = .string(every.description)
        return .object(members)
    }
}

extension JSONFieldType where Value == RiskScale.Reference {
    static var riskScaleReference: Self {
        .object(known: ["id", "version"]) { (fields) throws(JSONError) in
            RiskScale.Reference(
                scaleID: try fields.required("id", as: .text),
                version: try fields.required("version", as: .integer)
            )
        }
    }
}

extension JSONFieldType where Value == RiskAppetite {
    static var riskAppetite: Self {
        .object(known: ["band", "score"]) { (fields) throws(JSONError) in
            switch (
                try fields.optional("band", as: .text), try fields.optional("score", as: .integer)
            ) {
            case (let band?, nil): return .band(band)
            case (nil, let score?): return .score(score)
            default: throw fields.error("an appetite has a “band” or a “score”. Give one of them.")
            }
        }
    }
}

extension JSONFieldType where Value == RiskRegister.Category {
    static var riskCategory: Self {
        .object(known: ["name", "appetite"]) { (fields) throws(JSONError) in
            RiskRegister.Category(
                try fields.required("name", as: .text),
                appetite: try fields.optional("appetite", as: .riskAppetite)
            )
        }
    }
}

extension JSONFieldType where Value == RiskRegister.ReviewInterval {
    static var riskReviewInterval: Self {
        .object(known: ["band", "zone", "from", "through", "notAssessed", "every"]) {
            (fields) throws(JSONError) in
            let named = ["band", "zone", "from", "notAssessed"].filter { fields.has($0) }
            guard named.count == 1 else {
                throw fields.error(
                    "an interval goes by one thing: “band”, “zone”, “from” with “through”, or "
                        + "“notAssessed”."
                )
            }
            let every = try fields.required("every", as: .riskPeriod)
            switch named[0] {
            case "band":
                return .init(.band(try fields.required("band", as: .text)), every: every)
            case "zone":
                return .init(.zone(try fields.required("zone", as: .text)), every: every)
            case "from":
                let first = try fields.required("from", as: .integer)
                let last = try fields.required("through", as: .integer)
                guard first <= last else {
                    throw fields.error("“from” is above “through”. Swap them.", at: "from")
                }
                return .init(.score(first...last), every: every)
            default:
                _ = try fields.required("notAssessed", as: .yes)
                return .init(.notAssessed, every: every)
            }
        }
    }
}

extension JSONFieldType where Value == Period {
    /// A length of time in calendar units.
    static var riskPeriod: Self {
        JSONFieldType<String>.text.checked("a length of time such as “3 months”") { words in
            guard case .period(let period)? = ReminderInterval(words: words), period.count > 0
            else { return nil }
            return period
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
