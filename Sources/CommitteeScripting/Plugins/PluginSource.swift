// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A plugin as it was read: its manifest, its files, and what is wrong with it.
struct PluginSource: Sendable {
    var id: String
    var manifest: PluginManifest?
    var files: [ScriptFile] = []
    var problems: [String] = []

    init(id: String) {
        self.id = id
    }

    mutating func read(manifest bytes: [UInt8], limits: ScriptLimits, known: [String]) {
        do throws(JSONError) {
            let manifest = try PluginManifest(bytes, folder: id, limits: limits)
            self.manifest = manifest
            for name in manifest.after where !known.contains(name) {
                problems.append(
                    "\(id)/plugin.json: after: there is no plugin “\(name)”. "
                        + ClosestName.suggestion(for: name, in: known)
                )
            }
        } catch {
            problems.append(error.inOneLine)
        }
    }

    /// The program that Lua runs.
    var program: ScriptProgram {
        ScriptProgram(plugin: id, files: files, kinds: PluginDeclarations.kinds)
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
                    "\(source.id)/plugin.json: after: the order goes round in a ring: \(words). "
                        + "Take one of them out."
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

extension JSONError {
    /// The error as a problem of a plugin: file, line and message.
    var inOneLine: String { "\(source):\(line): \(message)" }
}

extension ScriptFailure {
    /// The failure as a problem of a plugin, while no record is in reach that it could quote.
    var inOneLine: String {
        guard let file else { return "\(plugin): \(message)" }
        return line.map { "\(plugin)/\(file):\($0): \(message)" } ?? "\(plugin)/\(file): \(message)"
    }
}
#endif
