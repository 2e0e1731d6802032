// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskScale {
    /// Reads a scale from its declaration, by the rules of the JSON form.
    ///
    /// The members are those of the JSON form, spelt as Lua spells names. The name before the body is
    /// the scale's, unless it has an `id` of its own. Levels, bands and zones may be short:
    ///
    /// ```lua
    /// risk_scale "northshire" {
    ///   version = 1, scoring = "product",
    ///   likelihoods = { "Rare", "Possible", "Likely" },   -- 1, 2 and 3, which are also the weights
    ///   impacts = { { "S", "Small", weight = 1 }, { "G", "Great", weight = 4 } },
    ///   bands = { { "low", "Low", from = 1, through = 4, colour = "green" } },
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - declaration: The body, in which members without a name are called 1, 2 and so on.
    ///   - id: The name of the scale, unless the declaration has an `id`.
    ///   - source: The file in which it stands, for messages.
    /// - Throws: `JSONError` when the declaration is not a scale.
    public init(declaration: JSONNode, id: String, source: String) throws(JSONError) {
        let place = JSONPlace(source: source)
        guard case .object(let members) = declaration.content else {
            throw place.expected("a table", found: declaration)
        }
        let line = declaration.line
        var whole: [JSONNode.Member] = []
        if !members.contains(where: { $0.key == "id" }) {
            let node = JSONNode(.string(id), line: line)
            whole.append(JSONNode.Member(key: "id", line: line, column: 1, node: node))
        }
        for member in members {
            var node = member.node
            switch member.key {
            case "likelihoods", "impacts":
                let order = member.key == "impacts" ? "impact_order" : "likelihood_order"
                let isRising = !members.contains {
                    $0.key == order && $0.node.content == .string("worst-first")
                }
                node = try Self.levels(node, place.member(member.key), isRising: isRising)
            case "bands", "zones": node = Self.elements(of: node, Self.named)
            default: break
            }
            whole.append(
                JSONNode.Member(
                    key: member.key,
                    line: member.line,
                    column: member.column,
                    node: node
                )
            )
        }
        let object = JSONNode(.object(whole), line: line, column: declaration.column)
        self = try JSONFieldType<RiskScale>.riskScale(.lua).read(object, place)
    }

    /// Returns the scale with another way to score.
    ///
    /// - Parameter scoring: How a likelihood and an impact make a score.
    /// - Returns: The scale.
    /// - Throws: ``RiskError`` when the scale contradicts itself by it.
    package func scored(by scoring: Scoring) throws(RiskError) -> RiskScale {
        try RiskScale(
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
    }

    // MARK: Short forms

    private static func elements(
        of node: JSONNode,
        _ change: (JSONNode) -> JSONNode
    ) -> JSONNode {
        guard case .array(let elements) = node.content else { return node }
        return JSONNode(.array(elements.map(change)), line: node.line, column: node.column)
    }

    /// The first two members without a name are the identifier and the label.
    private static func named(_ node: JSONNode) -> JSONNode {
        var members: [JSONNode.Member]
        switch node.content {
        case .array(let elements):
            members = elements.enumerated().map { index, element in
                JSONNode.Member(
                    key: String(index + 1),
                    line: element.line,
                    column: element.column,
                    node: element
                )
            }
        case .object(let own): members = own
        default: return node
        }
        members = members.map { member in
            let name = ["1": "id", "2": "label"][member.key] ?? member.key
            return JSONNode.Member(
                key: name,
                line: member.line,
                column: member.column,
                node: member.node
            )
        }
        return JSONNode(.object(members), line: node.line, column: node.column)
    }

    private static func levels(
        _ node: JSONNode,
        _ place: JSONPlace,
        isRising: Bool
    ) throws(JSONError) -> JSONNode {
        guard case .array(let elements) = node.content else { return node }
        var levels: [JSONNode] = []
        for (index, element) in elements.enumerated() {
            guard case .string(let label) = element.content else {
                levels.append(named(element))
                continue
            }
            guard isRising else {
                throw place.element(index).error(
                    "levels that begin with the worst need an identifier and a weight each, such as "
                        + "{ \"A\", \"Almost certain\", weight = 5 }.",
                    at: element
                )
            }
            let level: JSONValue = [
                "id": .string(String(index + 1)), "label": .string(label),
                "weight": .integer(index + 1),
            ]
            levels.append(JSONNode(level, line: element.line))
        }
        return JSONNode(.array(levels), line: node.line, column: node.column)
    }
}
