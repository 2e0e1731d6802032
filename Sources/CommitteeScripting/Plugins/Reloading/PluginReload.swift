// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// What a reload changed.
public struct PluginReload: Sendable {
    /// What became of one plugin.
    public enum Change: Hashable, Sendable {
        /// It is as it was.
        case unchanged
        /// It is new.
        case added
        /// Its files have changed, and the new ones are in use.
        case replaced
        /// It is no longer there.
        case removed
        /// The new version has mistakes or failing tests; the old one goes on.
        case keptOld([String])
        /// The plugin is new, or was broken before, and has mistakes; it contributes nothing.
        case broken([String])
    }

    /// The engine with all that could be taken over.
    public let plugins: LuaPlugins
    /// What became of each plugin, by identifier.
    public let changes: [String: Change]

    /// Whether every plugin is now as it stands in the folder.
    public var isComplete: Bool {
        changes.values.allSatisfy { change in
            switch change {
            case .unchanged, .added, .replaced, .removed: true
            case .keptOld, .broken: false
            }
        }
    }
}

extension LuaPlugins {
    /// Reads the plugins again and takes over those that are sound, each by itself.
    ///
    /// A plugin is read, hashed, checked, compiled and tested before its new version counts. When
    /// anything fails, its old version goes on, and so do all the others. This engine is not
    /// touched; runs of it end as they began.
    ///
    /// - Parameters:
    ///   - folder: The folder of plugins.
    ///   - isTesting: Whether the tests of a changed plugin must pass.
    ///   - approval: What has been approved; that of this engine's options when nil, and without
    ///     one there the lock beside the folder as it is now.
    /// - Returns: The new engine, and what became of each plugin.
    /// - Throws: ``PluginError`` when the folder cannot be read; nothing is then taken over.
    public func reloading(
        _ folder: PluginFolder,
        isTesting: Bool = true,
        approval: PluginApproval? = nil
    ) async throws(PluginError) -> PluginReload {
        var options = options
        if let approval { options.approval = approval }
        var loaded = try await LuaPlugins.load(folder, options: options).parts
        let old = Dictionary(parts.map { ($0.source.id, $0) }, uniquingKeysWith: { $1 })
        var changes: [String: PluginReload.Change] = [:]
        for index in loaded.indices {
            let before = old[loaded[index].source.id]
            if let change = loaded[index].keepOld(before, because: loaded[index].summary.problems) {
                changes[before?.source.id ?? loaded[index].source.id] = change
            }
        }
        if isTesting {
            // Every candidate stands beside what the others will be.
            let candidates = LuaPlugins(loaded, options: options, host: host)
            for index in loaded.indices {
                let id = loaded[index].source.id
                guard changes[id] == nil, !loaded[index].isSame(as: old[id]) else { continue }
                let failures = await candidates.testFailures(of: id, in: folder)
                if let change = loaded[index].keepOld(old[id], because: failures) {
                    changes[id] = change
                }
            }
        }
        for part in loaded where changes[part.source.id] == nil {
            let before = old[part.source.id]
            changes[part.source.id] =
                before == nil ? .added : part.isSame(as: before) ? .unchanged : .replaced
        }
        let present = Set(loaded.map(\.source.id))
        for id in old.keys where !present.contains(id) { changes[id] = .removed }
        return PluginReload(
            plugins: LuaPlugins(loaded, options: options, host: host),
            changes: changes
        )
    }

    /// What fails in the tests of a plugin, a sentence each.
    private func testFailures(of id: String, in folder: PluginFolder) async -> [String] {
        do throws(PluginError) {
            return try await test(id, in: folder).failures.map { failure in
                let words = failure.failure ?? ""
                return failure.name.isEmpty ? words : "the test “\(failure.name)” fails: \(words)"
            }
        } catch {
            return [error.message]
        }
    }
}

extension PluginPart {
    /// Whether a plugin has the same files and the same standing as before.
    fileprivate func isSame(as other: PluginPart?) -> Bool {
        other?.source.hashedFiles == source.hashedFiles
            && other?.summary.standing == summary.standing
            && other?.summary.problems == summary.problems
    }

    /// Puts the old version in this one's place when there are problems.
    fileprivate mutating func keepOld(
        _ old: PluginPart?,
        because problems: [String]
    ) -> PluginReload.Change? {
        guard !problems.isEmpty else { return nil }
        if let old, old.loaded != nil {
            self = old
            return .keptOld(problems)
        }
        summary.problems = problems
        summary.contributions = []
        declared = nil
        loaded = nil
        return .broken(problems)
    }
}
#endif
