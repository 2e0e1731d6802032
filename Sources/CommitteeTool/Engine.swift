// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeScripting

/// Makes the engine that runs the plugins of a folder.
///
/// - Parameters:
///   - pluginFolder: The folder, whose folders are the plugins; nil when there is none.
///   - only: The plugins that are needed, those that are not there left out; all when nil.
/// - Returns: The engine.
/// - Throws: `PluginError` when the folder cannot be read.
func makeEngine(pluginFolder: String?, only: [String]?) async throws -> any ScriptEngine {
    guard let pluginFolder else { return NoPlugins() }
    let folder = PluginFolder(pluginFolder)
    let known = only == nil ? [] : try folder.pluginNames()
    return try await LuaPlugins.load(
        folder,
        only: only.map { $0.filter(known.contains) },
        options: LuaPlugins.Options(log: { plugin, text in Output.note("\(plugin): \(text)") })
    )
}

extension Complaint {
    /// Says what went wrong in a plugin, for the person who runs it.
    init(_ failure: ScriptFailure) {
        self.init(
            "\(failure.description): \(failure.message)",
            details: failure.traceback.map { "  \($0)" }
        )
    }
}
#endif
