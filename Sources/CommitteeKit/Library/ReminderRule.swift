// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A rule that says when somebody is reminded.
public struct ReminderRule: Hashable, Sendable {}
