// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

extension PluginFolder {
    /// The path of the lock: that of the folder with `.lock` at its end.
    ///
    /// The folder is the one that the files really stand in. Whatever links or dots lead to it, there is
    /// one lock for it, so no other name of a locked folder is without a lock.
    public var lockPath: String { files.place(ofFolder: path) + ".lock" }

    /// The most bytes that a lock may have.
    static let mostLockBytes = 4 << 20

    /// Reads the lock that stands beside the folder.
    ///
    /// - Returns: The lock, or nil when the folder has none.
    /// - Throws: ``PluginError`` when it is there and cannot be read, or is no lock.
    public func lock() throws(PluginError) -> PluginLock? {
        guard let bytes = try files.bytes(of: lockPath, limit: Self.mostLockBytes) else {
            return nil
        }
        do throws(JSONError) {
            return try PluginLock(reading: bytes, source: lockPath)
        } catch {
            throw PluginError(
                .unreadable,
                "\(error.source):\(error.line): \(error.message) Correct the lock, or remove it and "
                    + "approve the plugins anew."
            )
        }
    }

    /// How one plugin differs from what was approved.
    public struct Difference: Hashable, Sendable {
        /// The plugin's identifier.
        public var plugin: String
        /// What was approved, by whom and when; nil when nobody has.
        public var approved: PluginLock.Entry?
        /// What differs, a part of a sentence each, such as `main.lua is changed`.
        public var differences: [String]
    }

    /// Compares plugins with what was approved.
    ///
    /// - Parameters:
    ///   - lock: The lock.
    ///   - digest: The digest of which the lock's hashes are.
    ///   - wanted: The plugins to compare; all of the folder and of the lock when nil.
    /// - Returns: Each plugin with what differs, in order of their names.
    /// - Throws: ``PluginError`` when the folder cannot be read or has no plugin that is wanted.
    public func differences(
        from lock: PluginLock,
        digest: Digest,
        only wanted: [String]? = nil
    ) throws(PluginError) -> [Difference] {
        let sources = try read(wanted, limits: ScriptLimits(), follows: false)
        var found = sources.map { source in
            Difference(
                plugin: source.id,
                approved: lock.plugins[source.id],
                differences: lock.differences(from: source, digest: digest)
            )
        }
        let present = Set(sources.map(\.id))
        if wanted == nil {
            found += lock.plugins.filter { !present.contains($0.key) }.map { id, entry in
                Difference(plugin: id, approved: entry, differences: ["the plugin is gone"])
            }
        }
        return found.sorted { $0.plugin < $1.plugin }
    }

    /// Returns a lock in which plugins are approved as they are now.
    ///
    /// Nothing is run. A plugin whose manifest or files have a mistake is not approved.
    ///
    /// - Parameters:
    ///   - ids: The plugins to approve.
    ///   - lock: The lock as it is.
    ///   - digest: The digest that makes the hashes; another than the lock's drops the old entries.
    ///   - by: Who approves.
    ///   - day: When.
    /// - Returns: The lock, to be written beside the folder.
    /// - Throws: ``PluginError`` when the folder cannot be read, has no such plugin, or a plugin
    ///   has a mistake.
    public func approving(
        _ ids: [String],
        in lock: PluginLock?,
        digest: Digest,
        by: String,
        on day: CivilDate
    ) throws(PluginError) -> PluginLock {
        var lock = lock ?? PluginLock(digest: digest)
        if lock.digestName != digest.name { lock = PluginLock(digest: digest) }
        for source in try read(ids, limits: ScriptLimits(), follows: false) {
            guard let manifest = source.manifest, source.problems.isEmpty else {
                let problem = source.problems.first?.description ?? "It has no manifest."
                throw PluginError(
                    .unreadable,
                    "The plugin “\(source.id)” has a mistake and cannot be approved. \(problem)"
                )
            }
            lock.plugins[source.id] = PluginLock.Entry(
                version: manifest.version,
                audience: manifest.audience,
                permissions: manifest.permissions,
                by: by,
                on: day,
                files: source.hashes(digest)
            )
        }
        return lock
    }
}
#endif
