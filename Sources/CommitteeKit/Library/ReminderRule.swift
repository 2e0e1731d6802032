// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// stand-in until the Reminders room lands
public struct ReminderRule: Hashable, Sendable {}
