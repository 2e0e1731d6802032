// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Whether a plugin may speak for its host.
///
/// A host that keeps a lock of its plugins knows which of them a person has approved. Any other is
/// a draft: what it writes says so, and it reads no more than the host lets drafts read.
public enum PluginStanding: Hashable, Sendable {
    /// The host keeps no lock, so every plugin counts.
    case notLocked
    /// A person has approved the plugin as it is now.
    case approved(by: String, on: CivilDate)
    /// Nobody has approved the plugin as it is now.
    ///
    /// The reason is a part of a sentence, such as “it has changed since it was approved”; the
    /// audience is that of the narrowest edition that the plugin may read as a draft.
    case draft(reason: String, audience: Audience)
}

extension PluginSummary {
    /// The notice that stands above what the plugin writes; nil for one that is no draft.
    public var draftNotice: String? {
        guard case .draft(let reason, _) = standing else { return nil }
        return
            "Written by the plugin “\(id)”, which is a draft: \(reason). Do not take this for the "
            + "committee's own report."
    }
}

extension Contributions {
    /// Returns the plugin to which a layout, a report or a rule belongs, when it is a draft.
    ///
    /// - Parameter contribution: The identifier, `plugin/name`.
    /// - Returns: The notice to put above what it writes, and the audience of what it may read.
    public func draft(of contribution: String) -> (notice: String, audience: Audience)? {
        let id = contribution.prefix { $0 != "/" }
        guard let plugin = plugins.first(where: { $0.id == id }), let notice = plugin.draftNotice,
            case .draft(_, let audience) = plugin.standing
        else { return nil }
        return (notice, audience)
    }
}
