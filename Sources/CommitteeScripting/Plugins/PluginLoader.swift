// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A plugin that was loaded without a mistake.
struct LoadedPlugin: Sendable {
    var manifest: PluginManifest
    var program: ScriptProgram
    var reports: [String: DeclaredReport]
    /// The lines at which the functions of layouts are defined, by layout and path.
    var functionLines: [String: [String: Int]]
    /// The lines at which the functions of reminder rules are defined.
    var ruleLines: [String: Int]
    /// The risk workflows, by identifier.
    var workflows: [String: DeclaredRiskWorkflow]
    /// The rules that say which risks should be escalated, by identifier.
    var escalations: [String: DeclaredEscalation]
    /// The values of its settings, as Lua reads them.
    var settings: ScriptMap
}

/// One plugin of an engine: as it was read, what it declared, and whether it counts.
struct PluginPart: Sendable {
    var source: PluginSource
    var summary: PluginSummary
    /// What it declared; nil for a plugin with a mistake.
    var declared: PluginDeclarations?
    /// The plugin as it runs; nil for one with a mistake.
    var loaded: LoadedPlugin?
}

extension Contributions {
    /// Gathers what plugins contribute, in their order.
    init(_ parts: [PluginPart]) {
        self.init()
        for part in parts {
            plugins.append(part.summary)
            guard let declared = part.declared else { continue }
            layouts += declared.layouts
            registerLayouts += declared.registerLayouts
            schemes += declared.schemes
            reports += declared.reports.map(\.summary)
            rules += declared.rules
            riskScales += declared.scales.map { own in
                ContributedRiskScale(id: "\(part.source.id)/\(own.scale.id)", scale: own.scale)
            }
            learningReviewPacks += declared.packs.map {
                ContributedLearningReviewPack(id: "\(part.source.id)/\($0.id)", guidance: $0)
            }
            qualityFrameworks += declared.frameworks.map {
                ContributedQualityFramework(id: "\(part.source.id)/\($0.id)", framework: $0)
            }
            riskWorkflows += declared.workflows.map(\.summary)
            riskEscalations += declared.escalations.map(\.summary)
            vocabularies[part.source.id] = declared.vocabulary
        }
    }
}

/// Gathers what plugins contribute, one plugin after the other.
struct PluginLoader {
    var options: LuaPlugins.Options
    var parts: [PluginPart] = []

    init(options: LuaPlugins.Options) {
        self.options = options
    }

    /// Returns the run that learns what a plugin declares; nil when it has problems already.
    mutating func run(for source: PluginSource) -> ScriptRun? {
        var source = source
        if let manifest = source.manifest {
            source.problems += settingProblems(of: manifest)
        }
        let standing = standing(of: source)
        if case .draft(let reason, _) = standing, options.approval?.drafts == .refused {
            source.problems.append(
                PluginProblem(
                    source.id,
                    "\(reason), and this host refuses drafts. Look at it, then approve it: committee "
                        + "plugin approve \(source.id)."
                )
            )
        }
        guard source.problems.isEmpty, let manifest = source.manifest else {
            list(source)
            return nil
        }
        return ScriptRun(program: source.program, seed: options.seed, limits: manifest.limits)
    }

    mutating func add(_ source: PluginSource, failing failure: ScriptFailure) {
        var source = source
        source.problems.append(PluginProblem(failure))
        list(source)
    }

    /// Returns what a plugin declares, and the run that works out its formulas, if it has any.
    func declared(
        _ declarations: [ScriptDeclaration],
        by source: PluginSource
    ) -> (PluginDeclarations, formulas: ScriptRun?) {
        let declared = PluginDeclarations(plugin: source.id, declarations, data: source.data)
        let limits = source.manifest?.limits ?? ScriptLimits()
        let formulas = declared.formulas(of: source.program, seed: options.seed, limits: limits)
        return (declared, formulas)
    }

    mutating func add(_ source: PluginSource, declaring declared: PluginDeclarations) {
        guard var manifest = source.manifest else { return list(source) }
        var source = source
        guard declared.errors.isEmpty else {
            source.problems += declared.errors.map { PluginProblem($0, in: source.id) }
            return list(source)
        }
        if case .draft(_, let audience) = standing(of: source) {
            manifest.audience = min(manifest.audience, audience)
        }
        let reports = declared.reports.map { ($0.summary.id, $0) }
        let loaded = LoadedPlugin(
            manifest: manifest,
            program: source.program,
            reports: Dictionary(reports, uniquingKeysWith: { first, _ in first }),
            functionLines: declared.functionLines,
            ruleLines: declared.ruleLines,
            workflows: Dictionary(
                declared.workflows.map { ($0.summary.id, $0) },
                uniquingKeysWith: { first, _ in first }
            ),
            escalations: Dictionary(
                declared.escalations.map { ($0.summary.id, $0) },
                uniquingKeysWith: { first, _ in first }
            ),
            settings: manifest.values(of: options.settings[manifest.id] ?? [:])
        )
        list(source, declared: declared, loaded: loaded)
    }

    private mutating func list(
        _ source: PluginSource,
        declared: PluginDeclarations? = nil,
        loaded: LoadedPlugin? = nil
    ) {
        let summary = PluginSummary(
            id: source.id,
            version: source.manifest?.version ?? "",
            title: source.manifest?.title ?? source.id,
            audience: source.manifest?.audience ?? .public,
            contributions: declared?.names ?? [],
            problems: source.problems.map(\.description),
            standing: standing(of: source)
        )
        parts.append(
            PluginPart(source: source, summary: summary, declared: declared, loaded: loaded)
        )
    }

    private func standing(of source: PluginSource) -> PluginStanding {
        options.approval?.standing(of: source) ?? .notLocked
    }

    // MARK: Settings

    private func settingProblems(of manifest: PluginManifest) -> [PluginProblem] {
        let given = options.settings[manifest.id] ?? [:]
        return given.sorted { $0.key < $1.key }.compactMap { name, value in
            guard let setting = manifest.settings.first(where: { $0.name == name }) else {
                return PluginProblem(
                    manifest.id,
                    "the host sets “\(name)”, which is not a setting of the plugin. "
                        + ClosestName.suggestion(for: name, in: manifest.settings.map(\.name))
                )
            }
            return setting.problem(with: value).map { problem in
                PluginProblem(
                    manifest.id,
                    "the host's value for the setting “\(name)”: \(problem)"
                )
            }
        }
    }
}

extension PluginManifest {
    /// The values of the settings as Lua reads them: those given, else the defaults.
    func values(of given: [String: JSONValue]) -> ScriptMap {
        ScriptMap(
            settings.map { setting in
                (setting.name, setting.script(given[setting.name] ?? setting.defaultValue))
            }
        )
    }
}

extension PluginSetting {
    /// A value of the setting as Lua reads it; a day becomes a date.
    func script(_ value: JSONValue) -> ScriptValue {
        switch kind {
        case .text: .string(value.text ?? "")
        case .integer: .integer(Int64(value.wholeNumber ?? 0))
        case .number: .number(value.quantity ?? 0)
        case .boolean: .bool(value.truth ?? false)
        case .date:
            value.text.flatMap { CivilDate(iso: $0) }
                .map { .date(Int32(clamping: $0.dayNumber)) } ?? .null
        }
    }
}
#endif
