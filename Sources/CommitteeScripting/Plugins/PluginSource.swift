// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A plugin as it was read: its manifest, its files, and what is wrong with it.
struct PluginSource: Sendable {
    var id: String
    var manifest: PluginManifest?
    /// The bytes of the manifest.
    var manifestBytes: [UInt8] = []
    /// The files that the sandbox runs: `main.lua` and those of `lib`.
    var files: [ScriptFile] = []
    /// The files of data that declarations may name: those of `scales` and of `packs`.
    var data: [ScriptFile] = []
    var problems: [PluginProblem] = []

    init(id: String) {
        self.id = id
    }

    mutating func read(manifest bytes: [UInt8], limits: ScriptLimits, known: [String]) {
        manifestBytes = bytes
        let read = PluginManifest.reading(bytes, folder: id, limits: limits)
        problems += read.errors.map { PluginProblem($0, in: id) }
        manifest = read.manifest
        for name in read.manifest?.after ?? [] where !known.contains(name) {
            problems.append(
                PluginProblem(
                    id,
                    file: "plugin.json",
                    "after: there is no plugin “\(name)”. "
                        + ClosestName.suggestion(for: name, in: known)
                )
            )
        }
    }

    /// The program that Lua runs.
    var program: ScriptProgram {
        ScriptProgram(
            plugin: id,
            files: files,
            kinds: PluginDeclarations.kinds,
            mayLoad: manifest?.permissions.contains(.load) ?? false
        )
    }

    /// Every file that has a part in what the plugin does, as the host hashes it.
    var hashedFiles: [ScriptFile] {
        ([ScriptFile(name: "plugin.json", bytes: manifestBytes)] + files + data)
            .sorted { $0.name < $1.name }
    }

    /// Returns plugins in an order in which each comes after those that it names.
    ///
    /// Plugins that name each other in a ring are marked with that problem.
    ///
    /// - Complexity: O(*n*²) in the number of plugins.
    static func ordered(_ sources: [PluginSource]) -> [PluginSource] {
        var waiting = sources
        var ordered: [PluginSource] = []
        while !waiting.isEmpty {
            let names = Set(waiting.map(\.id))
            let next = waiting.firstIndex { source in
                !(source.manifest?.after ?? []).contains { names.contains($0) }
            }
            if let next {
                ordered.append(waiting.remove(at: next))
                continue
            }
            let ring = ring(among: waiting)
            let words = (ring + ring.prefix(1)).map { "“\($0)”" }.joined(separator: " after ")
            for index in waiting.indices.reversed() where ring.contains(waiting[index].id) {
                var source = waiting.remove(at: index)
                source.problems.append(
                    PluginProblem(
                        source.id,
                        file: "plugin.json",
                        "after: the order goes round in a ring: \(words). Take one of them out."
                    )
                )
                ordered.append(source)
            }
        }
        return ordered
    }

    /// Follows the names from one plugin to the next until one comes again.
    private static func ring(among waiting: [PluginSource]) -> [String] {
        var path: [String] = []
        var current = waiting[0].id
        while !path.contains(current) {
            path.append(current)
            let after = waiting.first { $0.id == current }?.manifest?.after ?? []
            guard let next = after.first(where: { name in waiting.contains { $0.id == name } })
            else { return path }
            current = next
        }
        return Array(path[(path.firstIndex(of: current) ?? 0)...])
    }
}
#endif
