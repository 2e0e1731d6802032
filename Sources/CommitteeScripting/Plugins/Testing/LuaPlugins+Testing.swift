// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit
internal import Synchronization

/// Adds up the work of several runs.
final class FuelMeter: Sendable {
    private let units = Mutex<UInt64>(0)

    func add(_ more: UInt64) { units.withLock { $0 += more } }

    var total: UInt64 { units.withLock { $0 } }
}

/// Gathers what plugins log.
final class LogGatherer: Sendable {
    private let lines = Mutex("")

    func add(_ text: String) { lines.withLock { $0 += text.hasSuffix("\n") ? text : text + "\n" } }

    var text: String { lines.withLock { $0 } }
}

extension LuaPlugins {
    /// Runs the tests of one plugin: every `test` that the files of its folder `tests` declare.
    ///
    /// Before them, each risk workflow of the plugin is walked through by the rules of the conformance
    /// kit; what it does not keep is told as a test that failed.
    ///
    /// Tests run in the sandbox, each in a fresh state, without the host's settings, with a fixed
    /// today, and as if the plugin were approved. They read nothing but the folder `tests`.
    ///
    /// ```lua
    /// test "an overdue action is listed" (function(t)
    ///   local edition = t.edition { { number = "1", text = "Write", due = "2026-06-30" } }
    ///   t.contains(t.report("late", edition), "123 days late")
    /// end)
    /// ```
    ///
    /// - Parameters:
    ///   - id: The plugin's identifier.
    ///   - folder: The folder of plugins, from which the tests are read.
    ///   - isRecording: Whether golden files are recorded in place of compared; they are in the
    ///     report and are written by the caller.
    /// - Returns: What the tests gave.
    /// - Throws: ``PluginError`` when there is no such plugin, it has a mistake, or its tests cannot
    ///   be read.
    public func test(
        _ id: String,
        in folder: PluginFolder,
        isRecording: Bool = false
    ) async throws(PluginError) -> PluginTestReport {
        guard let part = parts.first(where: { $0.source.id == id }) else {
            throw PluginError(
                .notFound,
                "There is no plugin “\(id)” in “\(folder.path)”. "
                    + ClosestName.suggestion(for: id, in: parts.map(\.source.id))
            )
        }
        guard part.loaded != nil else {
            throw PluginError(
                .unreadable,
                "The plugin “\(id)” has a mistake and cannot be tested. "
                    + (part.source.problems.first?.description ?? "")
            )
        }
        var report = PluginTestReport(plugin: id, results: [], recorded: [:])
        report.results += await unlocked.conformance(ofWorkflowsOf: id)
        for name in try folder.luaNames(in: "tests", of: id) {
            let file = ScriptFile(
                name: "tests/\(name)",
                bytes: try folder.file("tests/\(name)", of: id) ?? []
            )
            let tests = PluginTestFile(
                file: file,
                plugin: id,
                engine: unlocked,
                folder: folder,
                isRecording: isRecording
            )
            let (results, recorded) = await tests.run()
            report.results += results
            report.recorded.merge(recorded) { _, later in later }
        }
        return report
    }

    /// The engine as tests and trials see it: every plugin counts, with its own settings, and the
    /// status keys of the examples are known.
    public var unlocked: LuaPlugins {
        var options = options
        options.approval = nil
        options.settings = [:]
        let parts = parts.map { part in
            var part = part
            part.summary.standing = .notLocked
            if let manifest = part.source.manifest { part.loaded?.manifest = manifest }
            part.loaded?.settings = part.source.manifest?.values(of: [:]) ?? ScriptMap()
            return part
        }
        return LuaPlugins(parts, options: options, host: host, lent: lentWithExamples)
    }

    /// What is lent, and the status keys of the examples.
    private var lentWithExamples: Lent {
        var all = lent
        all.schemes += ExampleEdition.schemes
        return all
    }

    /// Returns the engine with other values of a plugin's settings, another log and a meter.
    func trial(
        of id: String,
        settings: [String: JSONValue],
        log: @escaping @Sendable (String, String) -> Void,
        meter: FuelMeter
    ) throws(PluginError) -> LuaPlugins {
        var options = options
        options.log = log
        var parts = parts
        for index in parts.indices where parts[index].source.id == id {
            guard let manifest = parts[index].source.manifest else { continue }
            for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
                guard let setting = manifest.settings.first(where: { $0.name == name }) else {
                    throw PluginError(
                        .notFound,
                        "There is no setting “\(name)”. "
                            + ClosestName.suggestion(for: name, in: manifest.settings.map(\.name))
                    )
                }
                if let problem = setting.problem(with: value) {
                    throw PluginError(.unreadable, "The setting “\(name)”: \(problem)")
                }
            }
            parts[index].loaded?.settings = manifest.values(of: settings)
        }
        var engine = LuaPlugins(
            parts,
            options: options,
            host: host,
            lent: lentWithExamples
        )
        engine.meter = meter
        return engine
    }
}
#endif
