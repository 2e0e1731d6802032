// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit

/// Makes the engine that runs the plugins of a folder.
///
/// - Parameters:
///   - pluginFolder: The folder, whose folders are the plugins; nil when there is none.
///   - only: The plugins that are needed; all of them when nil.
/// - Returns: The engine.
func makeEngine(pluginFolder: String?, only: [String]?) async throws -> any ScriptEngine {
    NoPlugins(contributions: Contributions())
}
#endif
