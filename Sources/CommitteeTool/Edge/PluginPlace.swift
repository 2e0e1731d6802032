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
        if hasPlugins("plugins") { return "plugins" }
        if let found = aboveTheTool() { return found }
        guard let named = Environment.value(of: variable) else { return nil }
        guard Folder.exists(named) else {
            throw Complaint(
                "\(variable) names \(named), where there is no folder. Correct it or unset it."
            )
        }
        return named
    }

    /// The folder `plugins` that is nearest to the tool, in its own folder or one above.
    private static func aboveTheTool() -> String? {
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
