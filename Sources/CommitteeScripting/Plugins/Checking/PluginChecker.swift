// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Looks for what is wrong with one plugin.
struct PluginChecker {
    let source: PluginSource
    let folder: PluginFolder
    let host: ScriptHost
    var problems: [PluginProblem]
    private var tests: [ScriptFile] = []
    private(set) var names: [String: LuaNames] = [:]

    init(source: PluginSource, folder: PluginFolder, host: ScriptHost) {
        self.source = source
        self.folder = folder
        self.host = host
        problems = source.problems
    }

    var id: String { source.id }

    mutating func check(
        schemes: [StatusScheme],
        scales: [String] = []
    ) async throws(PluginError) {
        for name in try folder.luaNames(in: "tests", of: id) {
            let bytes = try folder.file("tests/\(name)", of: id) ?? []
            tests.append(ScriptFile(name: "tests/\(name)", bytes: bytes))
        }
        var broken: Set<String> = []
        for file in source.files + tests {
            guard await compiles(file) else {
                broken.insert(file.name)
                continue
            }
            let read = LuaNames(file)
            names[file.name] = read
            for finding in LuaHints(file, declared: read.declared).findings {
                add(file.name, finding.line, finding.message, finding.severity)
            }
        }
        let runs = source.files.contains { $0.name == "main.lua" }
        if runs, !source.files.contains(where: { broken.contains($0.name) }) {
            await checkDeclarations(schemes, scales)
        }
        checkModules(isWhole: broken.isEmpty)
        checkGlobals()
        checkComparisons()
        checkLoad()
        if source.manifest != nil { checkSettings(isWhole: broken.isEmpty) }
        try checkCompany()
    }

    // MARK: Lua

    private mutating func compiles(_ file: ScriptFile) async -> Bool {
        var program = ScriptProgram(plugin: id, files: [file], kinds: [])
        program.entry = file.name
        program.onlyCompiles = true
        do throws(ScriptFailure) {
            _ = try await host.run(ScriptRun(program: program))
            return true
        } catch {
            problems.append(PluginProblem(error))
            return false
        }
    }

    private mutating func checkDeclarations(_ schemes: [StatusScheme], _ scales: [String]) async {
        let limits = source.manifest?.limits ?? ScriptLimits()
        let declarations: [ScriptDeclaration]
        do throws(ScriptFailure) {
            let run = ScriptRun(program: source.program, limits: limits)
            declarations = try await host.run(run).declarations
        } catch {
            return problems.append(PluginProblem(error))
        }
        var declared = PluginDeclarations(plugin: id, declarations, data: source.data)
        if let run = declared.formulas(of: source.program, seed: 0, limits: limits) {
            do throws(ScriptFailure) {
                declared.take(formulas: try await host.run(run).results)
            } catch {
                problems.append(PluginProblem(error))
            }
        }
        checkRisks(declared, declarations)
        checkLayouts(of: declared, declarations, schemes)
        checkSchemes(schemes, declarations)
        checkAddressees(declarations)
        checkLocalFields(of: declared, names)
        problems += declared.errors.map { PluginProblem($0, in: id) }
        if declarations.isEmpty {
            add("main.lua", nil, "it declares nothing, so the plugin does nothing.", .warning)
        }
        checkScales(of: declared, declarations, scales)
    }

    /// Tells of layouts about risks whose scale there is not.
    private mutating func checkScales(
        of declared: PluginDeclarations,
        _ declarations: [ScriptDeclaration],
        _ scales: [String]
    ) {
        let known = scales + declared.scales.map { "\(id)/\($0.scale.id)" }
        for layout in declared.registerLayouts where !known.contains(layout.scale) {
            let name = LuaPlugins.name(of: layout.id)
            let place = declarations.first { $0.kind == "layout" && $0.name == name }
            add(
                place?.file ?? "main.lua",
                place?.line,
                "scale: there is no risk scale “\(layout.scale)”. "
                    + ClosestName.suggestion(for: layout.scale, in: known)
            )
        }
    }

    /// Tells of scales and packs that nothing declares, and of workflows that most risks are kept from.
    private mutating func checkRisks(
        _ declared: PluginDeclarations,
        _ declarations: [ScriptDeclaration]
    ) {
        let named = declarations.filter {
            ["risk_scale", "learning_review_pack", "quality_framework"].contains($0.kind)
        }
        .compactMap { $0.value["file"]?.string }
        for file in source.data.map(\.name) where !named.contains(file) {
            let isPack = file.hasPrefix("packs/")
            let name = file.drop { $0 != "/" }.dropFirst().dropLast(".json".count)
            let words =
                "nothing declares this \(isPack ? "pack" : "scale"). Take it out, or write "
                + "\(isPack ? "learning_review_pack" : "risk_scale") \"\(name)\" { file = "
                + "\"\(file)\" }."
            add(file, nil, words, .warning)
        }
        guard let audience = source.manifest?.audience, audience < .restricted else { return }
        for workflow in declared.workflows {
            let words =
                "the plugin may read what is for \(audience.rawValue), so its workflow refuses whatever "
                + "is asked of a risk that is for fewer. Risks are restricted unless somebody says "
                + "otherwise; write \"audience\": \"restricted\" in plugin.json."
            add(workflow.file, workflow.line, words, .hint)
        }
    }

    private mutating func checkModules(isWhole: Bool) {
        let modules = source.files.map(\.name).filter { $0.hasPrefix("lib/") }
            .map { String($0.dropFirst(4).dropLast(4)) }
        var required: Set<String> = []
        for (file, names) in names.sorted(by: { $0.key < $1.key }) {
            for module in names.modules {
                required.insert(module.name)
                guard !modules.contains(module.name) else { continue }
                // The run of main.lua has come upon it too, and has said less.
                problems.removeAll { problem in
                    problem.file == file && problem.line == module.line
                        && problem.message.hasPrefix("module '\(module.name)' is not in this")
                }
                add(
                    file,
                    module.line,
                    "there is no module “\(module.name)”, which would stand in lib/"
                        + "\(module.name).lua. "
                        + (modules.isEmpty
                            ? "The plugin has no folder lib."
                            : ClosestName.suggestion(for: module.name, in: modules))
                )
            }
        }
        guard isWhole, !names.values.contains(where: \.requiresByValue) else { return }
        for module in modules where !required.contains(module) {
            let words = "nothing requires this module. Take it out, or write require \"\(module)\"."
            add("lib/\(module).lua", nil, words, .warning)
        }
    }

    private mutating func checkGlobals() {
        for (file, names) in names.sorted(by: { $0.key < $1.key }) {
            let offered = file.hasPrefix("tests/") ? ["test"] : PluginDeclarations.kinds
            for (use, message) in names.unknown(offering: offered) {
                let isKnown = problems.contains { problem in
                    problem.file == file && problem.line == use.line
                        && problem.message.hasPrefix("unknown global '\(use.name)'")
                }
                if !isKnown { add(file, use.line, message) }
            }
        }
    }

    private mutating func checkLoad() {
        let asks = source.manifest?.permissions.contains(.load) ?? false
        var isNamed = false
        for (file, names) in names.sorted(by: { $0.key < $1.key }) {
            guard !names.declared.contains("load"),
                let use = names.variables.first(where: { $0.name == "load" })
            else { continue }
            isNamed = isNamed || !file.hasPrefix("tests/")
            if !asks, source.manifest != nil {
                add(
                    file,
                    use.line,
                    "load is only there for a plugin that asks for it. Write \"permissions\": "
                        + "[\"load\"] in plugin.json, or do without it."
                )
            }
        }
        if asks, !isNamed {
            add(
                "plugin.json",
                line(of: "\"permissions\""),
                "permissions: the plugin asks for “load” and never names it. Take it out.",
                .warning
            )
        }
    }

    // MARK: The manifest, and what stands beside it

    private mutating func checkSettings(isWhole: Bool) {
        let settings = source.manifest?.settings ?? []
        var used: Set<String> = []
        for (file, names) in names.sorted(by: { $0.key < $1.key }) {
            for use in names.settings {
                used.insert(use.name)
                guard !settings.contains(where: { $0.name == use.name }) else { continue }
                add(
                    file,
                    use.line,
                    "plugin.json has no setting “\(use.name)”. "
                        + ClosestName.suggestion(for: use.name, in: settings.map(\.name)),
                    .warning
                )
            }
        }
        guard isWhole, !names.values.contains(where: \.passesSettings) else { return }
        for setting in settings where !used.contains(setting.name) {
            add(
                "plugin.json",
                line(of: "\"\(setting.name)\""),
                "settings: nothing reads ctx.settings.\(setting.name). Take the setting out.",
                .warning
            )
        }
    }

    private mutating func checkCompany() throws(PluginError) {
        if try folder.file("README.md", of: id) == nil {
            let words = "there is none. Say in a few lines whose plugin it is and what it is for."
            add("README.md", nil, words, .hint)
        }
        if tests.isEmpty {
            let words =
                "there is no test. Write one: test \"what is true\" (function(t) … end) in a file "
                + "such as tests/\(id).lua."
            add("tests", nil, words, .hint)
        }
    }

    /// The line of the manifest on which a text stands first.
    private func line(of text: String) -> Int? {
        let lines = source.manifestBytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return lines.firstIndex { String(decoding: $0, as: UTF8.self).contains(text) }.map {
            $0 + 1
        }
    }

    mutating func add(
        _ file: String,
        _ line: Int?,
        _ message: String,
        _ severity: PluginProblem.Severity = .error
    ) {
        problems.append(PluginProblem(id, file: file, line: line, message, severity: severity))
    }

    /// The problems in the order in which a reader meets them: by file, then by line.
    var sorted: [PluginProblem] {
        func rank(_ problem: PluginProblem) -> Int {
            switch problem.file {
            case nil: 0
            case "plugin.json"?: 1
            case "main.lua"?: 2
            case let file? where file.hasPrefix("lib/"): 3
            case let file? where file.hasPrefix("tests/"): 4
            default: 5
            }
        }
        return problems.enumerated().sorted { first, second in
            let one = first.element
            let other = second.element
            if rank(one) != rank(other) { return rank(one) < rank(other) }
            if one.file != other.file { return (one.file ?? "") < (other.file ?? "") }
            if one.line != other.line { return (one.line ?? 0) < (other.line ?? 0) }
            return first.offset < second.offset
        }.map(\.element)
    }
}
#endif
