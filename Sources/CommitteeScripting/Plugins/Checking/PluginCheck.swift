// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

/// Everything that is wrong with one plugin, or could be better, found without running a report.
///
/// ```swift
/// for check in try await PluginCheck.checking(PluginFolder("plugins")) where !check.isSound {
///     check.problems.forEach { print($0) }
/// }
/// ```
public struct PluginCheck: Hashable, Sendable {
    /// The plugin's identifier.
    public var plugin: String
    /// What was found, by file and line.
    public var problems: [PluginProblem]

    /// Whether nothing has to be corrected.
    public var isSound: Bool { !problems.contains { $0.severity == .error } }

    /// Checks plugins.
    ///
    /// Each file is compiled by itself, `main.lua` is run in the sandbox without any edition, and
    /// names are looked up, so that every mistake is told at once. A risk is taken through each workflow, as
    /// the plugin's tests do it: a guard that lets nobody pass, or that nothing ever meets, is a warning.
    ///
    /// - Parameters:
    ///   - folder: The folder of plugins.
    ///   - wanted: The plugins to check; all of the folder when nil.
    ///   - limits: The host's limits.
    ///   - others: Plugins of another folder whose status keys and scales can be named.
    /// - Returns: What was found of each, in order of their names.
    /// - Throws: ``PluginError`` when the folder cannot be read or has no plugin that is wanted.
    public static func checking(
        _ folder: PluginFolder,
        only wanted: [String]? = nil,
        limits: ScriptLimits = ScriptLimits(),
        borrowing others: Contributions = Contributions()
    ) async throws(PluginError) -> [PluginCheck] {
        let host = ScriptHost()
        let engine = try await LuaPlugins.load(
            folder,
            options: LuaPlugins.Options(limits: limits)
        ).borrowing(from: others)
        var checks: [PluginCheck] = []
        for source in try folder.read(wanted, limits: limits, follows: false) {
            var checker = PluginChecker(source: source, folder: folder, host: host)
            try await checker.check(
                schemes: engine.contributions.schemes,
                scales: engine.contributions.riskScales.map(\.id)
            )
            if !checker.problems.contains(where: { $0.severity == .error }) {
                checker.problems += await engine.unlocked.problems(ofWorkflowsOf: source.id)
            }
            checks.append(PluginCheck(plugin: source.id, problems: checker.sorted))
        }
        return checks.sorted { $0.plugin < $1.plugin }
    }
}
#endif
