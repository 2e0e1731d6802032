// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskScale {
    var json: JSONValue {
        var cells: [JSONValue] = []
        var rule = "product"
        switch scoring {
        case .product: break
        case .sum: rule = "sum"
        case .grid(let grid):
            rule = "grid"
            cells = grid.map(\.json)
        }
        return .compact([
            "id": .string(id), "version": .integer(version),
            "likelihoods": .array(likelihoods.map(\.json)), "impacts": .array(impacts.map(\.json)),
            "scoring": .string(rule), "grid": .list(cells), "bands": .list(bands.map(\.json)),
        ])
    }
}

extension RiskScale.Level {
    fileprivate var json: JSONValue {
        ["id": .string(id), "label": .string(label), "weight": .integer(weight)]
    }
}

extension RiskScale.Band {
    fileprivate var json: JSONValue {
        .compact([
            "id": .string(id), "label": .string(label),
            "from": .integer(optional: scores?.lowerBound),
            "through": .integer(optional: scores?.upperBound),
        ])
    }
}

extension RiskScale.GridCell {
    fileprivate var json: JSONValue {
        ["likelihood": .string(likelihood), "impact": .string(impact), "band": .string(bandID)]
    }
}

extension JSONFieldType where Value == RiskScale {
    static var riskScale: Self {
        .object(known: ["id", "version", "likelihoods", "impacts", "scoring", "grid", "bands"]) {
            (fields) throws(JSONError) in
            let id = try fields.required("id", as: .text)
            let version = try fields.required("version", as: .integer)
            let likelihoods = try fields.required("likelihoods", as: .list(of: .riskLevel))
            let impacts = try fields.required("impacts", as: .list(of: .riskLevel))
            let scoring = try Self.scoring(fields)
            let bands = try fields.optional("bands", as: .list(of: .riskBand)) ?? []
            do throws(RiskError) {
                return try RiskScale(
                    id: id,
                    version: version,
                    likelihoods: likelihoods,
                    impacts: impacts,
                    scoring: scoring,
                    bands: bands
                )
            } catch {
                throw fields.error(error.message)
            }
        }
    }

    private static func scoring(_ fields: JSONFields) throws(JSONError) -> RiskScale.Scoring {
        let rule = try fields.required("scoring", as: .one(of: ["product", "sum", "grid"]))
        let grid = try fields.optional("grid", as: .list(of: .riskGridCell))
        guard rule == "grid" else {
            guard grid == nil else {
                throw fields.error(
                    "only a scale whose scoring is “grid” has cells. Remove them, or write "
                        + "\"scoring\": \"grid\".",
                    at: "grid"
                )
            }
            return rule == "sum" ? .sum : .product
        }
        return .grid(grid ?? [])
    }
}

extension JSONFieldType where Value == RiskScale.Level {
    static var riskLevel: Self {
        .object(known: ["id", "label", "weight"]) { (fields) throws(JSONError) in
            RiskScale.Level(
                id: try fields.required("id", as: .text),
                label: try fields.required("label", as: .text),
                weight: try fields.required("weight", as: .integer)
            )
        }
    }
}

extension JSONFieldType where Value == RiskScale.Band {
    static var riskBand: Self {
        .object(known: ["id", "label", "from", "through"]) { (fields) throws(JSONError) in
            let id = try fields.required("id", as: .text)
            let label = try fields.required("label", as: .text)
            let first = try fields.optional("from", as: .integer)
            let last = try fields.optional("through", as: .integer)
            switch (first, last) {
            case (nil, nil): return RiskScale.Band(grade: id, label: label)
            case (let first?, let last?):
                return RiskScale.Band(id: id, label: label, from: first, through: last)
            default:
                throw fields.error(
                    "a band has both “from” and “through”, or neither when only a grid gives it."
                )
            }
        }
    }
}

extension JSONFieldType where Value == RiskScale.GridCell {
    static var riskGridCell: Self {
        .object(known: ["likelihood", "impact", "band"]) { (fields) throws(JSONError) in
            RiskScale.GridCell(
                likelihood: try fields.required("likelihood", as: .text),
                impact: try fields.required("impact", as: .text),
                bandID: try fields.required("band", as: .text)
            )
        }
    }
}
