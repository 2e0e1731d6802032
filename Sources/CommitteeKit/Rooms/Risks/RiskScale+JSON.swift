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
            cells = grid.map(\.json)
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
            "bands": .list(bands.map(\.json)), "zones": .list(zones.map(\.json)),
        ])
    }
}

extension RiskScale.Level {
    fileprivate var json: JSONValue {
        .compact([
            "id": .string(id), "label": .string(label), "weight": .integer(weight),
            "wording": .words(wording),
        ])
    }
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
    fileprivate var json: JSONValue {
        .compact(["id": .string(id), "label": .string(label), "wording": .words(wording)])
    }
}

extension RiskScale.GridCell {
    fileprivate var json: JSONValue {
        .compact([
            "likelihood": .string(likelihood), "impact": .string(impact),
            "band": .string(optional: bandID), "score": .integer(optional: value),
        ])
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
            let levels = JSONFieldType<RiskScale.Level>.riskLevel(hasWeight: scoring.needsWeights)
            let likelihoods = try fields.required("likelihoods", as: .list(of: levels))
            let impacts = try fields.required("impacts", as: .list(of: levels))
            let bands = try fields.optional("bands", as: .list(of: .riskBand)) ?? []
            let zones = try fields.optional("zones", as: .list(of: .riskZone)) ?? []
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
        let grid = try fields.optional("grid", as: .list(of: .riskGridCell))
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

extension JSONFieldType where Value == RiskScale.Level {
    static func riskLevel(hasWeight: Bool) -> Self {
        .object(known: ["id", "label", "weight", "wording"]) { (fields) throws(JSONError) in
            let weight =
                hasWeight
                ? try fields.required("weight", as: .integer)
                : try fields.optional("weight", as: .integer)
            return RiskScale.Level(
                id: try fields.required("id", as: .text),
                label: try fields.required("label", as: .text),
                weight: weight ?? 0,
                wording: try fields.optional("wording", as: .text) ?? ""
            )
        }
    }
}

extension JSONFieldType where Value == RiskScale.Zone {
    static var riskZone: Self {
        .object(known: ["id", "label", "wording"]) { (fields) throws(JSONError) in
            RiskScale.Zone(
                id: try fields.required("id", as: .text),
                label: try fields.required("label", as: .text),
                wording: try fields.optional("wording", as: .text) ?? ""
            )
        }
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

extension JSONFieldType where Value == RiskScale.GridCell {
    static var riskGridCell: Self {
        .object(known: ["likelihood", "impact", "band", "score"]) { (fields) throws(JSONError) in
            let likelihood = try fields.required("likelihood", as: .text)
            let impact = try fields.required("impact", as: .text)
            let band = try fields.optional("band", as: .text)
            let score = try fields.optional("score", as: .integer)
            switch (band, score) {
            case (let band?, nil):
                return RiskScale.GridCell(likelihood: likelihood, impact: impact, bandID: band)
            case (nil, let score?):
                return RiskScale.GridCell(likelihood: likelihood, impact: impact, value: score)
            default:
                throw fields.error(
                    "a cell has a “band”, or a “score” for which the bands are searched, not both."
                )
            }
        }
    }
}
