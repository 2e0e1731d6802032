// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A plugin that was loaded without a mistake.
struct LoadedPlugin: Sendable {
    var manifest: PluginManifest
    var program: ScriptProgram
    var reports: [String: DeclaredReport]
    /// The lines at which the functions of computed columns are defined, by layout and column.
    var columnLines: [String: [Int: Int]]
    /// The lines at which the functions of reminder rules are defined.
    var ruleLines: [String: Int]
    /// The values of its settings, as Lua reads them.
    var settings: ScriptMap
}

/// Gathers what plugins contribute, one plugin after the other.
struct PluginLoader {
    let options: LuaPlugins.Options
    var contributions = Contributions()
    var plugins: [String: LoadedPlugin] = [:]

    init(options: LuaPlugins.Options) {
        self.options = options
    }

    /// Returns the run that learns what a plugin declares; nil when it has problems already.
    mutating func run(for source: PluginSource) -> ScriptRun? {
        var source = source
        if let manifest = source.manifest {
            source.problems += settingProblems(of: manifest)
        }
        guard source.problems.isEmpty, let manifest = source.manifest else {
            list(source)
            return nil
        }
        return ScriptRun(program: source.program, seed: options.seed, limits: manifest.limits)
    }

    mutating func add(_ source: PluginSource, failing failure: ScriptFailure) {
        var source = source
        source.problems.append(failure.inOneLine)
        list(source)
    }

    mutating func add(_ source: PluginSource, declaring declarations: [ScriptDeclaration]) {
        guard let manifest = source.manifest else { return list(source) }
        var source = source
        do throws(JSONError) {
            let declared = try PluginDeclarations(plugin: source.id, declarations)
            contributions.layouts += declared.layouts
            contributions.schemes += declared.schemes
            contributions.reports += declared.reports.map(\.summary)
            contributions.rules += declared.rules
            contributions.vocabularies[source.id] = declared.vocabulary
            let reports = declared.reports.map { ($0.summary.id, $0) }
            plugins[source.id] = LoadedPlugin(
                manifest: manifest,
                program: source.program,
                reports: Dictionary(reports, uniquingKeysWith: { first, _ in first }),
                columnLines: declared.columnLines,
                ruleLines: declared.ruleLines,
                settings: settings(of: manifest)
            )
            list(source, contributing: declared.names)
        } catch {
            source.problems.append(error.inOneLine)
            list(source)
        }
    }

    private mutating func list(_ source: PluginSource, contributing names: [String] = []) {
        contributions.plugins.append(
            PluginSummary(
                id: source.id,
                version: source.manifest?.version ?? "",
                title: source.manifest?.title ?? source.id,
                audience: source.manifest?.audience ?? .public,
                contributions: names,
                problems: source.problems
            )
        )
    }

    // MARK: Settings

    private func settingProblems(of manifest: PluginManifest) -> [String] {
        let given = options.settings[manifest.id] ?? [:]
        return given.sorted { $0.key < $1.key }.compactMap { name, value in
            guard let setting = manifest.settings.first(where: { $0.name == name }) else {
                return "\(manifest.id): the host sets “\(name)”, which is not a setting of the "
                    + "plugin. "
                    + ClosestName.suggestion(for: name, in: manifest.settings.map(\.name))
            }
            return setting.problem(with: value).map { problem in
                "\(manifest.id): the host's value for the setting “\(name)”: \(problem)"
            }
        }
    }

    private func settings(of manifest: PluginManifest) -> ScriptMap {
        let given = options.settings[manifest.id] ?? [:]
        return ScriptMap(
            manifest.settings.map { setting in
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
