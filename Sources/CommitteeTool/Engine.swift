// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeScripting
import CommitteeStorage

/// Makes the engine that runs the plugins of a folder.
///
/// Where a lock stands beside the folder, a plugin that is not approved as it is now is a draft.
///
/// - Parameters:
///   - pluginFolder: The folder, whose folders are the plugins; nil when there is none.
///   - only: The plugins that are needed, those that are not there left out; all when nil.
///   - drafts: What becomes of drafts.
/// - Returns: The engine.
/// - Throws: `PluginError` when the folder cannot be read; ``Complaint`` when drafts are refused
///   and there is no lock.
func makeEngine(
    pluginFolder: String?,
    only: [String]?,
    drafts: PluginApproval.Drafts = .reading(.public)
) async throws -> any ScriptEngine {
    guard let pluginFolder else { return NoPlugins() }
    return try await loadPlugins(PluginFolder(pluginFolder), only: only, drafts: drafts)
}

/// Loads the plugins of a folder; what they log goes to the error output.
func loadPlugins(
    _ folder: PluginFolder,
    only: [String]? = nil,
    drafts: PluginApproval.Drafts = .reading(.public)
) async throws -> LuaPlugins {
    let known = only == nil ? [] : try folder.pluginNames()
    let lock = try folder.lock()
    if lock == nil, drafts == .refused {
        throw Complaint(
            "There is no \(folder.lockPath), so nothing is approved. Approve the plugins first: "
                + "committee plugin approve --all."
        )
    }
    let engine = try await LuaPlugins.load(
        folder,
        only: only.map { $0.filter(known.contains) },
        options: LuaPlugins.Options(
            approval: lock.map { PluginApproval(lock: $0, digest: .sha256, drafts: drafts) },
            log: { plugin, text in Output.note("\(plugin): \(text)") }
        )
    )
    return engine.borrowing(from: try await lentPlugins(to: folder))
}

/// The status keys and scales of the plugin `standard`, where a folder of plugins has none of that name.
func lentPlugins(to folder: PluginFolder) async throws -> Contributions {
    let name = "standard"
    guard try !folder.pluginNames().contains(name), let path = PluginPlace.aboveTheTool() else {
        return Contributions()
    }
    let beside = PluginFolder(path)
    guard path != folder.path, try beside.pluginNames().contains(name) else {
        return Contributions()
    }
    return try await LuaPlugins.load(beside, only: [name]).contributions
}

/// Says on the error output that a plugin is a draft, before it runs: its bytes may not show it.
///
/// - Parameters:
///   - id: The identifier of the layout, report or rule.
///   - contributions: What the plugins contribute.
func noteDraft(of id: String, in contributions: Contributions) {
    guard let draft = contributions.draft(of: id) else { return }
    Output.note(
        "\(draft.notice) It reads the edition for \(draft.audience.rawValue); --drafts-read lets it "
            + "read another."
    )
}

/// Says that a layout or a report reads less than was asked for, because its plugin may not read more.
func noteLimit(of id: String, asked audience: Audience, in contributions: Contributions) {
    let name = id.prefix { $0 != "/" }
    guard let plugin = contributions.plugins.first(where: { $0.id == name }),
        plugin.audience < audience,
        contributions.reports.contains(where: { $0.id == id && !$0.isForItsReader })
    else { return }
    Output.note(
        "The plugin “\(plugin.id)” reads no more than the audience “\(plugin.audience.rawValue)” may, "
            + "so its report is for that audience."
    )
}

extension Complaint {
    /// Says what went wrong in a plugin, for the person who runs it.
    init(_ failure: ScriptFailure) {
        self.init(
            "\(failure.description): \(failure.message)",
            details: failure.traceback.map { "  \($0)" }
        )
    }
}
#endif
