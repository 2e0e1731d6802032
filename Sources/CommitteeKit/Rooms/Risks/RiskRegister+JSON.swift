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
        self = try Self.shape.type.read(json, JSONPlace(source: source))
    }

    /// The JSON form of the register, which reads back to an equal value.
    ///
    /// What is empty is left out.
    public var json: JSONValue { .object(Self.shape.write(self)) }

    private static let shape = Shape(RiskRegister(id: "", name: ""), table.jsonMembers) {
        (fields, register) throws(JSONError) in
        guard let inUse = register.scaleInUse, register.scale(inUse) == nil else { return }
        throw fields.error(
            "the register has no scale \(inUse). Add it to “scales”, or name one that stands there.",
            at: "scaleInUse"
        )
    }

    static let members: [JSONMember<RiskRegister>] = [
        .required("id", \.id, .text), .required("name", \.name, .text),
        .optional("tier", \.tier, .word), .optional("parent", \.parentID, .text),
        .list("scales", \.scales, JSONForm(.riskScale, \.json)),
        .optional("scaleInUse", \.scaleInUse, .riskScaleReference), scoreNameMember,
        .list("categories", \.categories, Category.shape.form),
        .optional("appetite", \.appetite, .riskAppetite),
        .list("approvers", \.approvers, .text),
        .list("reviewIntervals", \.reviewIntervals, ReviewInterval.shape.form),
        .optional("reviewEvery", \.reviewEvery, .riskPeriod),
        .words("reviewTimescale", \.reviewTimescale),
        .optional("workflow", \.workflow, RiskWorkflowReference.shape.form),
        .list("risks", \.risks, .risk),
        .given("withheld", \.withheldCount, .integer, unless: 0),
    ]

    private static let scoreNameMember = JSONMember<RiskRegister>(
        "scoreNames",
        read: { (fields, register) throws(JSONError) in
            let kinds = RiskScoreKind.allCases
            let known = JSONFieldType<JSONFields>.fields(known: kinds.map(\.rawValue))
            guard let names = try fields.optional("scoreNames", as: known) else { return }
            for kind in kinds {
                register.scoreNames[kind] = try names.optional(kind.rawValue, as: .text)
            }
        },
        value: { all, place in
            let names = RiskScoreKind.allCases.compactMap { kind in
                all[place].scoreNames[kind].map { (kind.rawValue, JSONValue.string($0)) }
            }
            return names.isEmpty ? .null : .object(JSONObject(names))
        }
    )
}

extension RiskRegister.Category {
    fileprivate static let shape = Shape(
        Self(""),
        [.required("name", \.name, .text), .optional("appetite", \.appetite, .riskAppetite)]
    )
}

extension RiskRegister.ReviewInterval {
    fileprivate static let shape = Shape<Self>(
        names: ["band", "zone", "from", "through", "notAssessed", "every"],
        write: { interval in
            var members: JSONObject = [:]
            switch interval.basis {
            case .band(let id): members["band"] = .string(id)
            case .zone(let id): members["zone"] = .string(id)
            case .score(let range):
                members["from"] = .integer(range.lowerBound)
                members["through"] = .integer(range.upperBound)
            case .notAssessed: members["notAssessed"] = true
            }
            members["every"] = .string(interval.every.description)
            return members
        },
        read: { (fields) throws(JSONError) in
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
                return Self(.band(try fields.required("band", as: .text)), every: every)
            case "zone":
                return Self(.zone(try fields.required("zone", as: .text)), every: every)
            case "from":
                let first = try fields.required("from", as: .integer)
                let last = try fields.required("through", as: .integer)
                guard first <= last else {
                    throw fields.error("“from” is above “through”. Swap them.", at: "from")
                }
                return Self(.score(first...last), every: every)
            default:
                _ = try fields.required("notAssessed", as: .yes)
                return Self(.notAssessed, every: every)
            }
        }
    )
}

extension JSONForm where Value == RiskScale.Reference {
    static var riskScaleReference: Self {
        Shape(
            RiskScale.Reference(scaleID: "", version: 0),
            [.required("id", \.scaleID, .text), .required("version", \.version, .integer)]
        ).form
    }
}

extension JSONForm where Value == RiskAppetite {
    static var riskAppetite: Self {
        Self(
            .object(known: ["band", "score"]) { (fields) throws(JSONError) in
                let band = try fields.optional("band", as: .text)
                let score = try fields.optional("score", as: .integer)
                switch (band, score) {
                case (let band?, nil): return .band(band)
                case (nil, let score?): return .score(score)
                default:
                    throw fields.error("an appetite has a “band” or a “score”. Give one of them.")
                }
            }
        ) { appetite in
            switch appetite {
            case .band(let id): ["band": .string(id)]
            case .score(let most): ["score": .integer(most)]
            }
        }
    }
}

extension JSONForm where Value == Period {
    static var riskPeriod: Self { Self(.riskPeriod) { .string($0.description) } }
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
