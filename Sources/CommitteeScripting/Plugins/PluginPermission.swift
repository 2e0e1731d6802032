// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

/// Something that a plugin may do only when its manifest asks for it, so that whoever approves the
/// plugin sees it.
public enum PluginPermission: String, CaseIterable, Hashable, Sendable {
    /// Turning texts into functions with `load`; they run in the same sandbox.
    case load
}
#endif
