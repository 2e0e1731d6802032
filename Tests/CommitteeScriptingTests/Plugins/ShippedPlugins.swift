// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Foundation

/// The plugins that ship with the package, and the published documents that they read.
enum ShippedPlugins {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let folder = PluginFolder(root.appending(path: "plugins").path)

    static func load(_ names: String...) async throws -> LuaPlugins {
        try await LuaPlugins.load(folder, only: names.isEmpty ? nil : names)
    }

    private static let documents = root.deletingLastPathComponent()
        .appending(path: "shared/seeds")

    /// Whether the published documents stand beside the package.
    static let hasDocuments = FileManager.default.fileExists(atPath: documents.path)

    /// A published document whose name begins with the given digits.
    static func document(_ prefix: String) throws -> SourceDocument {
        let names = try FileManager.default.contentsOfDirectory(atPath: documents.path)
        let name = names.first { $0.hasPrefix(prefix) } ?? prefix
        let bytes = try Data(contentsOf: documents.appending(path: name))
        return try SourceDocument(reading: Array(bytes), name: name)
    }
}
#endif
