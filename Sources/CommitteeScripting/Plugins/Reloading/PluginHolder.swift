// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit
internal import Synchronization

/// An engine for hosts that run for long: it holds the plugins and swaps them at once.
///
/// Whoever asks gets all of the old plugins or all of the new ones; a run that has begun ends with
/// the plugins with which it began.
///
/// ```swift
/// let holder = PluginHolder(try await LuaPlugins.load(folder), folder: folder)
/// let library = CommitteeLibrary(store: store, plugins: holder, today: { today })
/// let reload = try await holder.reload()
/// for (plugin, change) in reload.changes { log(plugin, change) }
/// ```
public final class PluginHolder: ScriptEngine {
    /// The folder from which the plugins are read.
    public let folder: PluginFolder
    private let state: Mutex<State>

    private struct State {
        var plugins: LuaPlugins
        var generation = 0
    }

    /// Creates a holder.
    ///
    /// - Parameters:
    ///   - plugins: The plugins to begin with.
    ///   - folder: The folder from which they are read again.
    public init(_ plugins: LuaPlugins, folder: PluginFolder) {
        self.folder = folder
        state = Mutex(State(plugins: plugins))
    }

    /// The plugins as they are now.
    public var current: LuaPlugins { state.withLock { $0.plugins } }

    /// Reads the plugins again and swaps in those that are sound, as
    /// ``LuaPlugins/reloading(_:isTesting:approval:)`` does.
    ///
    /// Of two reloads at the same time, the one that ends later begins again with the plugins of the
    /// other.
    ///
    /// - Parameters:
    ///   - isTesting: Whether the tests of a changed plugin must pass.
    ///   - approval: What has been approved; as before when nil.
    /// - Returns: What became of each plugin.
    /// - Throws: ``PluginError`` when the folder cannot be read; the plugins then stay as they are.
    @discardableResult
    public func reload(
        isTesting: Bool = true,
        approval: PluginApproval? = nil
    ) async throws(PluginError) -> PluginReload {
        while true {
            let (before, generation) = state.withLock { ($0.plugins, $0.generation) }
            let reload = try await before.reloading(
                folder,
                isTesting: isTesting,
                approval: approval
            )
            let isSwapped = state.withLock { state in
                guard state.generation == generation else { return false }
                state.plugins = reload.plugins
                state.generation += 1
                return true
            }
            if isSwapped { return reload }
        }
    }

    // MARK: The engine

    /// Everything that the plugins contribute now.
    public var contributions: Contributions { current.contributions }

    /// Runs a report with the plugins as they are now.
    ///
    /// - Parameter request: Which report, of which editions, and about what.
    /// - Returns: The report.
    /// - Throws: The error of ``LuaPlugins/report(_:)``.
    public func report(_ request: ReportRequest) async throws -> Report {
        try await current.report(request)
    }

    /// Computes cells with the plugins as they are now.
    ///
    /// - Parameters:
    ///   - layout: The layout's identifier.
    ///   - plan: The plan's identifier in the edition.
    ///   - edition: The edition.
    /// - Returns: The text of the cells and headings.
    /// - Throws: The error of ``LuaPlugins/computedCells(of:plan:in:)``.
    public func computedCells(
        of layout: String,
        plan: String,
        in edition: Edition
    ) async throws -> LayoutCells {
        try await current.computedCells(of: layout, plan: plan, in: edition)
    }

    /// Reads cells with the plugins as they are now.
    ///
    /// - Parameters:
    ///   - questions: The cells or lines.
    ///   - function: The pair of functions.
    ///   - layout: The layout's identifier.
    /// - Returns: An answer to each question, in their order.
    /// - Throws: The error of ``LuaPlugins/readCells(_:with:of:)``.
    public func readCells(
        _ questions: [LayoutQuestion],
        with function: LayoutFunction,
        of layout: String
    ) async throws -> [LayoutAnswer] {
        try await current.readCells(questions, with: function, of: layout)
    }

    /// Writes items with the plugins as they are now.
    ///
    /// - Parameters:
    ///   - items: The items' identifiers.
    ///   - function: The pair of functions.
    ///   - layout: The layout's identifier.
    ///   - plan: The plan's identifier in the edition.
    ///   - edition: The edition.
    /// - Returns: An answer for each item, in their order.
    /// - Throws: The error of ``LuaPlugins/writtenCells(of:with:of:plan:in:)``.
    public func writtenCells(
        of items: [String],
        with function: LayoutFunction,
        of layout: String,
        plan: String,
        in edition: Edition
    ) async throws -> [LayoutAnswer] {
        try await current.writtenCells(
            of: items,
            with: function,
            of: layout,
            plan: plan,
            in: edition
        )
    }

    /// Asks a rule with the plugins as they are now.
    ///
    /// - Parameters:
    ///   - rule: The rule's identifier.
    ///   - edition: The edition.
    ///   - day: The day for which reminders are asked.
    /// - Returns: What the function says.
    /// - Throws: The error of ``LuaPlugins/computedReminders(of:in:on:)``.
    public func computedReminders(
        of rule: String,
        in edition: Edition,
        on day: CivilDate
    ) async throws -> [ComputedReminder] {
        try await current.computedReminders(of: rule, in: edition, on: day)
    }
}
#endif
