// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A scale for risks as a plugin declared it, whose formula may still have to be worked out.
///
/// A formula in Lua is called once for every pair of levels when the plugin is loaded, and the scale
/// becomes a grid of the numbers that it gave. So the scale that a register takes over is data, its
/// version says all there is to know of it, and nothing that is recorded is ever scored by Lua again.
struct DeclaredRiskScale: Sendable {
    /// The name of the declaration.
    let name: String
    /// The scale; with a formula, that of which every pair still has to be scored.
    var scale: RiskScale
    /// The place at which the formula is defined; nil for a scale without one.
    var formula: (file: String, line: Int)?

    /// The most levels that a scale with a formula may have on each axis.
    static let mostLevels = 20

    init(
        _ declaration: ScriptDeclaration,
        plugin: String,
        data: [ScriptFile]
    ) throws(JSONError) {
        name = declaration.name
        let source = "\(plugin)/\(declaration.file)"
        guard declaration.value.map != nil else {
            throw JSONError(
                .content,
                "the risk_scale “\(declaration.name)” is a table of levels and bands, found "
                    + "\(declaration.value.kindInWords).",
                source: source,
                line: declaration.line,
                column: 1
            )
        }
        if declaration.value["file"] != nil {
            scale = try Self.scale(of: declaration, plugin: plugin, data: data, source)
            return
        }
        var value = declaration.value.json()
        if case .function(let line)? = declaration.value["scoring"],
            case .object(var members) = value
        {
            formula = (declaration.file, line)
            // Each level has a weight for the formula to count with, as for a product.
            members["scoring"] = "product"
            value = .object(members)
        }
        scale = try RiskScale(
            declaration: JSONNode(value, line: declaration.line),
            id: declaration.name,
            source: source
        )
        let most = max(scale.likelihoods.count, scale.impacts.count)
        guard formula == nil || most <= Self.mostLevels else {
            throw JSONError(
                .content,
                "scoring: a formula is worked out for every pair of levels when the plugin is "
                    + "loaded, so a scale with one has at most \(Self.mostLevels) levels on each "
                    + "axis, found \(most).",
                source: source,
                line: declaration.line,
                column: 1
            )
        }
    }

    /// Reads a scale that stands in a file of the plugin's folder.
    private static func scale(
        of declaration: ScriptDeclaration,
        plugin: String,
        data: [ScriptFile],
        _ source: String
    ) throws(JSONError) -> RiskScale {
        let fields = try JSONFields(
            JSONNode(declaration.value.json(), line: declaration.line),
            in: source,
            known: ["file"]
        )
        let name = try fields.required("file", as: .text)
        guard let file = data.first(where: { $0.name == name }) else {
            let known = data.map(\.name).filter { $0.hasPrefix("scales/") }
            throw fields.error(
                "the plugin has no file “\(name)”. "
                    + (known.isEmpty
                        ? "Scales stand in its folder scales, as scales/NAME.json."
                        : ClosestName.suggestion(for: name, in: known)),
                at: "file"
            )
        }
        return try RiskScale(reading: file.bytes, source: "\(plugin)/\(name)")
    }

    // MARK: Formulas

    /// The calls that work a formula out, one for every pair of levels.
    var calls: [ScriptCall] {
        guard formula != nil else { return [] }
        let impacts = scale.impacts.enumerated().map(Self.value)
        return scale.likelihoods.enumerated().flatMap { place, level in
            impacts.map { impact in
                ScriptCall(
                    kind: "risk_scale",
                    name: name,
                    path: "scoring",
                    arguments: [Self.value((place, level)), impact]
                )
            }
        }
    }

    private static func value(_ level: (offset: Int, element: RiskScale.Level)) -> ScriptValue {
        .map(
            ScriptMap([
                ("id", .string(level.element.id.withoutNUL)),
                ("label", .string(level.element.label.withoutNUL)),
                ("weight", .integer(Int64(level.element.weight))),
                ("position", .integer(Int64(level.offset + 1))),
            ])
        )
    }

    /// Takes over what a formula gave, in the order of ``calls``.
    mutating func take(_ results: ArraySlice<ScriptValue>, plugin: String) throws(JSONError) {
        guard let formula else { return }
        var cells: [RiskScale.GridCell] = []
        var rest = results
        for likelihood in scale.likelihoods {
            for impact in scale.impacts {
                let value = rest.popFirst() ?? .null
                guard let number = Self.whole(value) else {
                    throw JSONError(
                        .content,
                        "the formula of the risk_scale “\(scale.id)” gave \(Self.words(value)) for "
                            + "likelihood “\(likelihood.id)” and impact “\(impact.id)”. Return a "
                            + "whole number, such as likelihood.weight * impact.weight.",
                        source: "\(plugin)/\(formula.file)",
                        line: formula.line,
                        column: 1
                    )
                }
                cells.append(
                    RiskScale.GridCell(likelihood: likelihood.id, impact: impact.id, value: number)
                )
            }
        }
        do throws(RiskError) {
            scale = try scale.scored(by: .grid(cells))
        } catch {
            throw JSONError(
                .content,
                error.message,
                source: "\(plugin)/\(formula.file)",
                line: formula.line,
                column: 1
            )
        }
    }

    private static func whole(_ value: ScriptValue) -> Int? {
        switch value {
        case .integer(let number): Int(exactly: number)
        case .number(let number): Int(exactly: number)
        default: nil
        }
    }

    private static func words(_ value: ScriptValue) -> String {
        guard case .number(let number) = value else { return value.kindInWords }
        return String(number)
    }
}

extension PluginDeclarations {
    /// The run that works out the formulas of the plugin's scales; nil when it has none.
    func formulas(of program: ScriptProgram, seed: UInt64, limits: ScriptLimits) -> ScriptRun? {
        let calls = scales.flatMap(\.calls)
        guard !calls.isEmpty else { return nil }
        return ScriptRun(program: program, calls: calls, seed: seed, limits: limits)
    }

    /// Takes over what the formulas gave.
    mutating func take(formulas results: [ScriptValue]) {
        var rest = results[...]
        for index in scales.indices {
            let own = rest.prefix(scales[index].calls.count)
            rest = rest.dropFirst(own.count)
            do throws(JSONError) {
                try scales[index].take(own, plugin: plugin)
            } catch {
                errors.append(error)
            }
        }
    }
}
#endif
