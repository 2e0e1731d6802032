// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import Glibc

/// Finds the folder of plugins.
enum PluginPlace {
    /// The variable of the environment that names the folder.
    static let variable = "COMMITTEE_PLUGINS"

    /// Returns the path of the folder, or nil when there is none to be found.
    ///
    /// - Parameter given: The path that was given, which must then be a folder.
    /// - Returns: The path.
    /// - Throws: ``Complaint`` when what was given is no folder.
    static func path(given: String?) throws -> String? {
        if let given {
            guard Folder.exists(given) else {
                throw Complaint("There is no folder of plugins at \(given). Check the path.")
            }
            return given
        }
        if let named = Environment.value(of: variable) {
            guard Folder.exists(named) else {
                throw Complaint(
                    "\(variable) names \(named), where there is no folder. Correct it or unset it."
                )
            }
            return named
        }
        if hasPlugins(own) { return own }
        return aboveTheTool()
    }

    /// The folder of plugins in the current folder.
    static let own = "plugins"

    /// Returns the path of the folder that has a plugin: the folder in use, or else one that it hides.
    ///
    /// A folder of plugins of one's own takes the place of the one beside the tool; what stands there is
    /// still found by its name.
    ///
    /// - Parameters:
    ///   - given: The path that was given, which is then the only one.
    ///   - plugin: The plugin's identifier.
    /// - Returns: The path; the folder in use when none has the plugin.
    /// - Throws: ``Complaint`` when what was given is no folder.
    static func path(given: String?, having plugin: String) throws -> String? {
        let first = try path(given: given)
        guard given == nil, first.map({ !has(plugin, in: $0) }) ?? false else { return first }
        return [own, aboveTheTool()].compactMap(\.self).first { has(plugin, in: $0) } ?? first
    }

    private static func has(_ plugin: String, in folder: String) -> Bool {
        Folder.hasFile("\(folder)/\(plugin)/plugin.json")
    }

    /// The folder `plugins` that is nearest to the tool, in its own folder or one above.
    static func aboveTheTool() -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
        guard length > 0 else { return nil }
        var folder = String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            if hasPlugins(folder + "/plugins") { return folder + "/plugins" }
        }
        return nil
    }

    /// Returns whether a folder holds at least one plugin.
    private static func hasPlugins(_ path: String) -> Bool {
        Folder.names(in: path)?.contains { Folder.hasFile("\(path)/\($0)/plugin.json") } ?? false
    }
}
#endif
