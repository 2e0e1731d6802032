// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskScale {
    /// Reads a scale from its JSON form, as a plugin carries it.
    ///
    /// - Parameters:
    ///   - bytes: The file, in UTF-8.
    ///   - source: The name to use in errors, such as a file name.
    /// - Throws: `JSONError` with the line when the JSON is not a scale.
    /// - Complexity: O(*n*) in the number of bytes.
    public init(reading bytes: [UInt8], source: String) throws(JSONError) {
        let node = try JSONReader.read(bytes, source: source)
        self = try JSONFieldType<RiskScale>.riskScale.read(node, JSONPlace(source: source))
    }

    /// The JSON form of the scale, which reads back to an equal value.
    ///
    /// What is empty or usual is left out.
    public var json: JSONValue {
        var cells: [JSONValue] = []
        var factors: JSONValue = .null
        var rule = "product"
        switch scoring {
        case .product: break
        case .sum: rule = "sum"
        case .weighted(let first, let second):
            rule = "weighted"
            factors = ["likelihood": .integer(first), "impact": .integer(second)]
        case .grid(let grid):
            rule = "grid"
            cells = grid.map(RiskScale.GridCell.shape.form.write)
        }
        let usual = Words()
        return .compact([
            "id": .string(id), "version": .integer(version), "title": .words(title),
            "likelihoodName": words.likelihood == usual.likelihood
                ? .null : .string(words.likelihood),
            "impactName": words.impact == usual.impact ? .null : .string(words.impact),
            "notAssessed": words.notAssessed == usual.notAssessed
                ? .null : .string(words.notAssessed),
            "likelihoods": .array(likelihoods.map(\.json)),
            "likelihoodOrder": direction.isLikelihoodWorstFirst ? "worst-first" : .null,
            "impacts": .array(impacts.map(\.json)),
            "impactOrder": direction.isImpactWorstFirst ? "worst-first" : .null,
            "scoring": .string(rule), "factors": factors, "grid": .list(cells),
            "worstScore": direction.isLowestScoreWorst ? "lowest" : .null,
            "bands": .list(bands.map(\.json)),
            "zones": .list(zones.map(RiskScale.Zone.shape.form.write)),
        ])
    }
}

extension RiskScale.Level {
    /// A level, whose weight must be given where scores are made of it.
    fileprivate static func shape(hasWeight: Bool) -> Shape<Self> {
        Shape(
            Self(id: "", label: "", weight: 0, wording: ""),
            [
                .required("id", \.id, .text), .required("label", \.label, .text),
                hasWeight
                    ? .required("weight", \.weight, .integer)
                    : .given("weight", \.weight, .integer),
                .words("wording", \.wording),
            ]
        )
    }

    fileprivate var json: JSONValue { .object(Self.shape(hasWeight: true).write(self)) }
}

extension RiskScale.Band {
    fileprivate var json: JSONValue {
        .compact([
            "id": .string(id), "label": .string(label),
            "from": .integer(optional: scores?.lowerBound),
            "through": .integer(optional: scores?.upperBound),
            "letter": .words(letter), "colour": .string(optional: colour?.rawValue),
            "zone": .string(optional: zoneID), "wording": .words(wording),
        ])
    }
}

extension RiskScale.Zone {
    fileprivate static let shape = Shape(
        Self(id: "", label: "", wording: ""),
        [
            .required("id", \.id, .text), .required("label", \.label, .text),
            .words("wording", \.wording),
        ]
    )
}

extension RiskScale.GridCell {
    fileprivate static let shape = Shape(
        Self(likelihood: "", impact: "", value: 0),
        [
            .required("likelihood", \.likelihood, .text), .required("impact", \.impact, .text),
            .optional("band", \.bandID, .text), .optional("score", \.value, .integer),
        ]
    ) { (fields, cell) throws(JSONError) in
        guard (cell.bandID == nil) == (cell.value == nil) else { return }
        throw fields.error(
            "a cell has a “band”, or a “score” for which the bands are searched, not both."
        )
    }
}

/// How the members of a scale are spelt: in JSON, or in a declaration in Lua.
enum RiskScaleSpelling {
    case json, lua

    /// The member in this spelling, such as `likelihood_order` for `likelihoodOrder`.
    func callAsFunction(_ name: String) -> String {
        guard self == .lua else { return name }
        return name.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
    }

    /// How a value is given to a member, for messages.
    func giving(_ name: String, _ value: String) -> String {
        self == .lua ? "\(self(name)) = \(value)" : "\"\(name)\": \(value)"
    }
}

extension JSONFieldType where Value == RiskScale {
    static var riskScale: Self { riskScale(.json) }

    static func riskScale(_ spelling: RiskScaleSpelling) -> Self {
        let known = [
            "$schema", "id", "version", "title", "likelihoodName", "impactName", "notAssessed",
            "likelihoods", "likelihoodOrder", "impacts", "impactOrder", "scoring", "factors",
            "grid", "worstScore", "bands", "zones",
        ]
        return .object(known: known.map { spelling($0) }) { (fields) throws(JSONError) in
            let id = try fields.required("id", as: .text)
            let version = try fields.required("version", as: .integer)
            let scoring = try Self.scoring(fields, spelling)
            let levels = RiskScale.Level.shape(hasWeight: scoring.needsWeights).type
            let likelihoods = try fields.required("likelihoods", as: .list(of: levels))
            let impacts = try fields.required("impacts", as: .list(of: levels))
            let bands = try fields.optional("bands", as: .list(of: .riskBand)) ?? []
            let zones = try fields.optional("zones", as: .list(of: RiskScale.Zone.shape.type)) ?? []
            let title = try fields.optional("title", as: .text) ?? ""
            let direction = try Self.direction(fields, spelling)
            let words = try Self.words(fields, spelling)
            do throws(RiskError) {
                return try RiskScale(
                    id: id,
                    version: version,
                    title: title,
                    likelihoods: likelihoods,
                    impacts: impacts,
                    scoring: scoring,
                    bands: bands,
                    zones: zones,
                    direction: direction,
                    words: words
                )
            } catch {
                throw fields.error(error.message)
            }
        }
    }

    private static func direction(
        _ fields: JSONFields,
        _ spelling: RiskScaleSpelling
    ) throws(JSONError) -> RiskScale.Direction {
        let order = JSONFieldType<String>.one(of: ["least-first", "worst-first"])
        let worst = JSONFieldType<String>.one(of: ["highest", "lowest"])
        return RiskScale.Direction(
            isLikelihoodWorstFirst: try fields.optional(spelling("likelihoodOrder"), as: order)
                == "worst-first",
            isImpactWorstFirst: try fields.optional(spelling("impactOrder"), as: order)
                == "worst-first",
            isLowestScoreWorst: try fields.optional(spelling("worstScore"), as: worst) == "lowest"
        )
    }

    private static func words(
        _ fields: JSONFields,
        _ spelling: RiskScaleSpelling
    ) throws(JSONError) -> RiskScale.Words {
        let usual = RiskScale.Words()
        return RiskScale.Words(
            likelihood: try fields.optional(spelling("likelihoodName"), as: .text)
                ?? usual.likelihood,
            impact: try fields.optional(spelling("impactName"), as: .text) ?? usual.impact,
            notAssessed: try fields.optional(spelling("notAssessed"), as: .text)
                ?? usual.notAssessed
        )
    }

    private static func scoring(
        _ fields: JSONFields,
        _ spelling: RiskScaleSpelling
    ) throws(JSONError) -> RiskScale.Scoring {
        let rules = ["product", "sum", "weighted", "grid"]
        let rule = try fields.required("scoring", as: .one(of: rules))
        let grid = try fields.optional("grid", as: .list(of: RiskScale.GridCell.shape.type))
        if rule != "grid", grid != nil {
            throw fields.error(
                "only a scale whose scoring is “grid” has cells. Remove them, or write "
                    + "\(spelling.giving("scoring", "\"grid\"")).",
                at: "grid"
            )
        }
        if rule != "weighted", fields.has("factors") {
            throw fields.error(
                "only a scale whose scoring is “weighted” has factors. Remove them, or write "
                    + "\(spelling.giving("scoring", "\"weighted\"")).",
                at: "factors"
            )
        }
        switch rule {
        case "grid": return .grid(grid ?? [])
        case "sum": return .sum
        case "weighted":
            let factors = try fields.required(
                "factors",
                as: .fields(known: ["likelihood", "impact"])
            )
            return .weighted(
                likelihood: try factors.required("likelihood", as: .integer),
                impact: try factors.required("impact", as: .integer)
            )
        default: return .product
        }
    }
}

extension RiskScale.Scoring {
    /// Whether levels must say what they count for.
    fileprivate var needsWeights: Bool {
        if case .grid = self { return false }
        return true
    }
}

extension JSONFieldType where Value == StatusColour {
    static var statusColour: Self {
        .word()
    }
}

extension JSONFieldType where Value == RiskScale.Band {
    static var riskBand: Self {
        .object(known: [
            "id", "label", "from", "through", "letter", "colour", "zone", "wording",
        ]) { (fields) throws(JSONError) in
            let id = try fields.required("id", as: .text)
            let label = try fields.required("label", as: .text)
            let first = try fields.optional("from", as: .integer)
            let last = try fields.optional("through", as: .integer)
            var band: RiskScale.Band
            switch (first, last) {
            case (nil, nil): band = RiskScale.Band(grade: id, label: label)
            case (let first?, let last?):
                band = RiskScale.Band(id: id, label: label, from: first, through: last)
            default:
                throw fields.error(
                    "a band has both “from” and “through”, or neither when only a grid gives it."
                )
            }
            band.letter = try fields.optional("letter", as: .text) ?? ""
            band.colour = try fields.optional("colour", as: .statusColour)
            band.zoneID = try fields.optional("zone", as: .text)
            band.wording = try fields.optional("wording", as: .text) ?? ""
            return band
        }
    }
}
