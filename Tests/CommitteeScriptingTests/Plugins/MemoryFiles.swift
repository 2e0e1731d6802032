// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting

/// Plugins that stand in no folder: paths below `plugins`, and their texts.
struct MemoryFiles: PluginFiles {
    var files: [String: String]

    func names(in path: String) -> [String]? {
        let names = files.keys.filter { $0.hasPrefix(path + "/") }
            .compactMap { $0.dropFirst(path.utf8.count + 1).split(separator: "/").first }
        return names.isEmpty ? nil : Set(names).map(String.init)
    }

    func bytes(of path: String, limit: Int) throws(PluginError) -> [UInt8]? {
        guard let text = files[path] else { return nil }
        guard text.utf8.count <= limit else { throw PluginError(.tooLarge, "too large") }
        return Array(text.utf8)
    }

    static func manifest(_ id: String, _ more: String = "") -> String {
        """
        { "id": "\(id)", "version": "1.0.0", "api": 1, "title": "A plugin",
          "audience": "committee"\(more.isEmpty ? "" : ",\n  " + more) }
        """
    }

    /// A folder with one plugin called `demo`.
    static func demo(_ main: String, manifest more: String = "") -> PluginFolder {
        folder(["demo": main], manifests: ["demo": manifest("demo", more)])
    }

    static func folder(
        _ plugins: [String: String],
        manifests: [String: String] = [:]
    ) -> PluginFolder {
        var files: [String: String] = [:]
        for (id, main) in plugins {
            files["plugins/\(id)/plugin.json"] = manifests[id] ?? manifest(id)
            files["plugins/\(id)/main.lua"] = main
        }
        return PluginFolder("plugins", files: MemoryFiles(files: files))
    }
}

extension LuaPlugins {
    /// The problems of every plugin of a folder.
    static func problems(
        _ folder: PluginFolder,
        _ options: LuaPlugins.Options = Options()
    ) async throws -> [String] {
        try await load(folder, options: options).contributions.plugins.flatMap(\.problems)
    }
}
#endif
