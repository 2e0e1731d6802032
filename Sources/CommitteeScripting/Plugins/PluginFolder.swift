// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A folder of plugins: `plugins/<id>/plugin.json`, `main.lua` and `lib/*.lua`.
///
/// ```swift
/// let plugins = try await LuaPlugins.load(PluginFolder("plugins"))
/// ```
public struct PluginFolder: Sendable {
    /// The folder's path.
    public let path: String
    /// What reads the files.
    public let files: any PluginFiles

    /// The most bytes that one file of a plugin may have.
    public static let mostBytes = 65_536
    /// The most modules that a plugin may have.
    public static let mostModules = 64
    static let mostNames = 4_096

    /// Names a folder of plugins.
    ///
    /// - Parameters:
    ///   - path: The folder's path.
    ///   - files: What reads the files.
    public init(_ path: String, files: any PluginFiles = SystemFiles()) {
        self.path = path
        self.files = files
    }

    /// Returns the names of the plugins in the folder, in order.
    ///
    /// A folder without a `plugin.json` is not a plugin.
    ///
    /// - Returns: The names.
    /// - Throws: ``PluginError`` when there is no such folder, or it cannot be read.
    /// - Complexity: O(*n* log *n*) in the number of names.
    public func pluginNames() throws(PluginError) -> [String] {
        guard let names = try files.names(in: path) else {
            throw PluginError(
                .unreadable,
                "There is no folder “\(path)”. Give the folder in which the plugins stand."
            )
        }
        var found: [String] = []
        for name in names.sorted() {
            let inside = try? files.names(in: "\(path)/\(name)")
            if inside?.contains("plugin.json") == true { found.append(name) }
        }
        return found
    }

    /// Reads plugins, each with its manifest and its files, in the order in which they apply.
    ///
    /// - Parameters:
    ///   - wanted: The plugins to read, with those that they come after; all when nil.
    ///   - limits: The host's limits.
    ///   - follows: Whether those that they come after are read too.
    ///   - others: Plugins of other folders, after which they may come.
    /// - Returns: The plugins.
    /// - Throws: ``PluginError`` when the folder cannot be read or has no plugin that is wanted.
    func read(
        _ wanted: [String]?,
        limits: ScriptLimits,
        follows: Bool = true,
        beside others: [String] = []
    ) throws(PluginError) -> [PluginSource] {
        let own = try pluginNames()
        let known = own + others
        var queue = wanted ?? own
        for name in queue where !own.contains(name) {
            throw PluginError(
                .notFound,
                "There is no plugin “\(name)” in “\(path)”. "
                    + ClosestName.suggestion(for: name, in: own)
            )
        }
        var sources: [String: PluginSource] = [:]
        while let name = queue.popLast() {
            guard sources[name] == nil else { continue }
            let source = read(name, limits: limits, known: known)
            sources[name] = source
            if follows { queue += source.manifest?.after.filter { own.contains($0) } ?? [] }
        }
        return PluginSource.ordered(sources.values.sorted { $0.id < $1.id })
    }

    private func read(_ name: String, limits: ScriptLimits, known: [String]) -> PluginSource {
        var source = PluginSource(id: name)
        guard PluginManifest.isIdentifier(name) else {
            source.problems.append(
                PluginProblem(
                    name,
                    "a plugin's folder is named with small letters, digits and hyphens, at most "
                        + "50 of them."
                )
            )
            return source
        }
        do throws(PluginError) {
            guard let bytes = try file("plugin.json", of: name) else { return source }
            source.read(manifest: bytes, limits: limits, known: known)
            guard let main = try file("main.lua", of: name) else {
                source.problems.append(
                    PluginProblem(name, file: "main.lua", "the file is missing. Add it.")
                )
                return source
            }
            source.files.append(ScriptFile(name: "main.lua", bytes: main))
            let modules = try luaNames(in: "lib", of: name)
            guard modules.count <= Self.mostModules else {
                throw PluginError(
                    .tooLarge,
                    "The folder “\(name)/lib” holds \(modules.count) modules; a plugin may have "
                        + "\(Self.mostModules)."
                )
            }
            for module in modules {
                guard let bytes = try file("lib/\(module)", of: name) else { continue }
                source.files.append(ScriptFile(name: "lib/\(module)", bytes: bytes))
            }
            source.data = try data(in: "scales", of: name) + data(in: "packs", of: name)
        } catch {
            source.problems.append(PluginProblem(error, in: name))
        }
        return source
    }

    /// The files of data in a folder of a plugin: scales for risks, or packs.
    private func data(in folder: String, of name: String) throws(PluginError) -> [ScriptFile] {
        let names = try files.names(in: "\(path)/\(name)/\(folder)") ?? []
        let data = names.filter { $0.hasSuffix(".json") }.sorted()
        guard data.count <= Self.mostModules else {
            throw PluginError(
                .tooLarge,
                "The folder “\(name)/\(folder)” holds \(data.count) \(folder); a plugin may have "
                    + "\(Self.mostModules)."
            )
        }
        var found: [ScriptFile] = []
        for file in data {
            guard let bytes = try self.file("\(folder)/\(file)", of: name) else { continue }
            found.append(ScriptFile(name: "\(folder)/\(file)", bytes: bytes))
        }
        return found
    }

    /// The names of the Lua files in a folder of a plugin, in order.
    func luaNames(in folder: String, of plugin: String) throws(PluginError) -> [String] {
        (try files.names(in: "\(path)/\(plugin)/\(folder)") ?? [])
            .filter { $0.hasSuffix(".lua") }.sorted()
    }

    /// The refusal of a file that a link leads to outside its plugin's folder.
    static func leadsOut(_ file: String) -> PluginError {
        PluginError(
            .unreadable,
            "\(file): the file is a link that leads out of the plugin's folder. Put the file itself there."
        )
    }

    /// Throws when a file that is to be written would stand outside its plugin's folder.
    ///
    /// - Parameters:
    ///   - file: The file, such as `tests/golden/late.md`.
    ///   - plugin: The plugin.
    /// - Throws: ``PluginError`` when a link leads out of the folder.
    public func checkWriting(_ file: String, of plugin: String) throws(PluginError) {
        let folder = "\(path)/\(plugin)"
        var place = "\(folder)/\(file)"
        // The file, and each folder on the way that is there already.
        while place.utf8.count > folder.utf8.count {
            guard files.lies(place, in: folder) else { throw Self.leadsOut("\(plugin)/\(file)") }
            guard let slash = place.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
            place = String(place[..<slash])
        }
    }

    /// The bytes of a file of a plugin; nil when it has no such file.
    ///
    /// A file that a link leads to outside the plugin's folder is refused: it could change without
    /// anybody having touched the plugin.
    func file(_ file: String, of plugin: String) throws(PluginError) -> [UInt8]? {
        guard files.lies("\(path)/\(plugin)/\(file)", in: "\(path)/\(plugin)") else {
            throw Self.leadsOut("\(plugin)/\(file)")
        }
        do throws(PluginError) {
            return try files.bytes(of: "\(path)/\(plugin)/\(file)", limit: Self.mostBytes)
        } catch {
            guard error.code == .tooLarge else { throw error }
            throw PluginError(
                .tooLarge,
                "\(plugin)/\(file): the file is longer than \(Self.mostBytes) bytes. Split it."
            )
        }
    }
}
#endif
