// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

extension LuaPlugins {
    /// Runs a report that a plugin wrote in code.
    ///
    /// - Parameters:
    ///   - id: The report's identifier, `plugin/name`.
    ///   - request: The editions that the report may read.
    /// - Returns: The document, or the bytes of a format of the plugin's own.
    /// - Throws: ``LibraryError`` when there is no such report; ``ScriptFailure`` when its code
    ///   fails.
    public func report(_ id: String, for request: ReportRequest) async throws -> ReportOutput {
        throw LibraryError(.notFound, "")
    }

    /// Computes the cells of a layout's computed columns, in one Lua state.
    ///
    /// - Parameters:
    ///   - layout: The layout's identifier.
    ///   - plan: The plan's identifier in the edition.
    ///   - edition: The edition.
    /// - Returns: The text of the cells, by column index and then by action.
    /// - Throws: ``LibraryError`` when there is no such layout; ``ScriptFailure`` when its code
    ///   fails.
    public func computedCells(
        of layout: String, plan: String, in edition: Edition
    ) async throws -> [Int: [String: String]] {
        [:]
    }

    /// Asks a reminder rule's function what is due.
    ///
    /// - Parameters:
    ///   - rule: The rule's identifier.
    ///   - edition: The edition.
    ///   - day: The day for which reminders are asked.
    /// - Returns: What the function says of each subject for which it says anything.
    /// - Throws: ``ScriptFailure`` when its code fails.
    public func computedReminders(
        of rule: String, in edition: Edition, on day: CivilDate
    ) async throws -> [ComputedReminder] {
        []
    }
}
#endif
