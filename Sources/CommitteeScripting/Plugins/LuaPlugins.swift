// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

/// The engine that runs plugins written in Lua.
///
/// Each plugin is loaded in a sandbox without any edition, to learn what it contributes. A plugin
/// with a mistake is listed with its problems and contributes nothing; the others are not touched.
///
/// ```swift
/// let plugins = try await LuaPlugins.load(PluginFolder("plugins"))
/// let library = CommitteeLibrary(store: store, plugins: plugins, today: { today })
/// ```
///
/// An engine is a value; it may be used from many tasks at once. To see plugins that have changed
/// since, load them anew.
public struct LuaPlugins: ScriptEngine {
    /// Everything that the plugins contribute as data, and what is wrong with any of them.
    public let contributions: Contributions
    /// What other plugins lend.
    let lent: Lent
    private(set) var options: Options
    /// The plugins, in order, as they were read and loaded.
    let parts: [PluginPart]
    let plugins: [String: LoadedPlugin]
    let host: ScriptHost
    let editions: EditionCache
    /// Adds up the work of every run, where somebody wants to know it.
    var meter: FuelMeter?

    /// What a host says once about all plugins.
    public struct Options: Sendable {
        /// What one run may use; a plugin may only lower it.
        public var limits: ScriptLimits
        /// The values of the plugins' settings, by plugin and name.
        public var settings: [String: [String: JSONValue]]
        /// The days on which people work, for `ctx.working_days`.
        public var calendar: WorkingCalendar
        /// The seed of random numbers; the same seed gives the same report.
        public var seed: UInt64
        /// The most bytes of flattened editions that are kept for the next run; 0 keeps none.
        public var editionBytes: Int
        /// What has been approved, and what becomes of the rest.
        ///
        /// When it is nil, the lock that stands beside the folder counts, with SHA-256, and a draft
        /// reads the public edition. Where there is no lock, every plugin counts.
        public var approval: PluginApproval?
        /// Takes what plugins log: the plugin's identifier, and a text of one or more lines.
        public var log: @Sendable (String, String) -> Void
        /// What hears of the plugins' runs.
        public var observer: HostObserver

        /// Creates options.
        ///
        /// - Parameters:
        ///   - limits: What one run may use.
        ///   - settings: The values of the plugins' settings, by plugin and name.
        ///   - calendar: The days on which people work.
        ///   - seed: The seed of random numbers.
        ///   - editionBytes: The most bytes of flattened editions that are kept.
        ///   - approval: What has been approved, and what becomes of the rest; when nil, the lock
        ///     that stands beside the folder says it.
        ///   - log: Takes what plugins log.
        ///   - observer: What hears of the plugins' runs.
        public init(
            limits: ScriptLimits = ScriptLimits(),
            settings: [String: [String: JSONValue]] = [:],
            calendar: WorkingCalendar = .scotland,
            seed: UInt64 = 0,
            editionBytes: Int = 256 << 20,
            approval: PluginApproval? = nil,
            log: @escaping @Sendable (String, String) -> Void = { _, _ in },
            observer: HostObserver = .none
        ) {
            self.limits = limits
            self.settings = settings
            self.calendar = calendar
            self.seed = seed
            self.editionBytes = editionBytes
            self.approval = approval
            self.log = log
            self.observer = observer
        }
    }

    /// Loads the plugins of a folder.
    ///
    /// A lock that stands beside the folder counts, unless the options bring an approval of their own:
    /// a plugin that is not approved as it is now is a draft.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - wanted: The plugins to load, with those that they come after; all when nil.
    ///   - options: What the host says about all plugins.
    /// - Returns: The engine.
    /// - Throws: ``PluginError`` when the folder or its lock cannot be read, or the folder has no plugin
    ///   that is wanted.
    public static func load(
        _ folder: PluginFolder,
        only wanted: [String]? = nil,
        options: Options = Options()
    ) async throws(PluginError) -> LuaPlugins {
        let host = ScriptHost(observer: options.observer)
        var loader = PluginLoader(options: try options.counting(lockOf: folder))
        for source in try folder.read(wanted, limits: options.limits) {
            guard let run = loader.run(for: source) else { continue }
            do throws(ScriptFailure) {
                var (declared, formulas) = loader.declared(
                    try await host.run(run).declarations,
                    by: source
                )
                if let formulas {
                    declared.take(formulas: try await host.run(formulas).results)
                }
                loader.add(source, declaring: declared)
            } catch {
                loader.add(source, failing: error)
            }
        }
        return LuaPlugins(loader.parts, options: options, host: host)
    }

    /// Loads the plugins of several folders, such as those of the council and those of one committee.
    ///
    /// A plugin may come after one of another folder. The lock that stands beside a folder counts for the
    /// plugins of that folder, unless the options bring an approval of their own.
    ///
    /// ```swift
    /// let plugins = try await LuaPlugins.load([PluginFolder("shared/plugins"), PluginFolder("north/plugins")])
    /// ```
    ///
    /// - Parameters:
    ///   - folders: The folders.
    ///   - options: What the host says about all plugins.
    /// - Returns: The engine.
    /// - Throws: ``PluginError`` when a folder or its lock cannot be read, or when two folders have a plugin
    ///   of one name.
    public static func load(
        _ folders: [PluginFolder],
        options: Options = Options()
    ) async throws(PluginError) -> LuaPlugins {
        let host = ScriptHost(observer: options.observer)
        let (sources, counting) = try gather(folders, options)
        var loader = PluginLoader(options: options)
        for source in sources {
            loader.options = counting[source.id] ?? options
            guard let run = loader.run(for: source) else { continue }
            do throws(ScriptFailure) {
                var (declared, formulas) = loader.declared(
                    try await host.run(run).declarations,
                    by: source
                )
                if let formulas {
                    declared.take(formulas: try await host.run(formulas).results)
                }
                loader.add(source, declaring: declared)
            } catch {
                loader.add(source, failing: error)
            }
        }
        return LuaPlugins(loader.parts, options: options, host: host)
    }

    /// Reads the plugins of several folders, in the order in which they apply, each with the options that
    /// count for it.
    private static func gather(
        _ folders: [PluginFolder],
        _ options: Options
    ) throws(PluginError) -> ([PluginSource], [String: Options]) {
        var homes: [String: Int] = [:]
        for (place, folder) in folders.enumerated() {
            for name in try folder.pluginNames() {
                if let other = homes[name] {
                    throw PluginError(
                        .unreadable,
                        "There is a plugin “\(name)” in “\(folders[other].path)” and another in “\(folder.path)”. Give one of "
                            + "them another name, or leave one folder out."
                    )
                }
                homes[name] = place
            }
        }
        var sources: [PluginSource] = []
        var counting: [String: Options] = [:]
        for (place, folder) in folders.enumerated() {
            let own = try options.counting(lockOf: folder)
            let others = homes.filter { $0.value != place }.keys.sorted()
            for source in try folder.read(nil, limits: options.limits, beside: others) {
                sources.append(source)
                counting[source.id] = own
            }
        }
        return (PluginSource.ordered(sources.sorted { $0.id < $1.id }), counting)
    }

    /// Loads the plugins of a folder and blocks the calling thread until it is done.
    ///
    /// For hosts without async. A lock counts as in ``load(_:only:options:)``.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - wanted: The plugins to load, with those that they come after; all when nil.
    ///   - options: What the host says about all plugins.
    /// - Throws: ``PluginError`` when the folder or its lock cannot be read, or the folder has no plugin
    ///   that is wanted.
    public init(
        blocking folder: PluginFolder,
        only wanted: [String]? = nil,
        options: Options = Options()
    ) throws(PluginError) {
        let host = ScriptHost(observer: options.observer)
        var loader = PluginLoader(options: try options.counting(lockOf: folder))
        for source in try folder.read(wanted, limits: options.limits) {
            guard let run = loader.run(for: source) else { continue }
            do throws(ScriptFailure) {
                var (declared, formulas) = loader.declared(
                    try host.runBlocking(run).declarations,
                    by: source
                )
                if let formulas {
                    declared.take(formulas: try host.runBlocking(formulas).results)
                }
                loader.add(source, declaring: declared)
            } catch {
                loader.add(source, failing: error)
            }
        }
        self.init(loader.parts, options: options, host: host)
    }

    /// Returns the engine with the status keys and scales of other plugins, which stand back behind its own.
    ///
    /// Layouts can name them; reports, rules and workflows of the others are not there.
    ///
    /// ```swift
    /// let standard = try await LuaPlugins.load(PluginFolder("shared/plugins"), only: ["standard"])
    /// let plugins = try await LuaPlugins.load(PluginFolder("plugins")).borrowing(from: standard.contributions)
    /// ```
    ///
    /// - Parameter others: What the other plugins contribute.
    /// - Returns: The engine.
    public func borrowing(from others: Contributions) -> LuaPlugins {
        LuaPlugins(
            parts,
            options: options,
            host: host,
            lent: Lent(
                schemes: others.schemes,
                scales: others.riskScales,
                packs: others.learningReviewPacks,
                frameworks: others.qualityFrameworks
            )
        )
    }

    /// Status keys, scales and packs that stand back behind the plugins' own.
    struct Lent: Sendable {
        var schemes: [StatusScheme] = []
        var scales: [ContributedRiskScale] = []
        var packs: [ContributedLearningReviewPack] = []
        var frameworks: [ContributedQualityFramework] = []
    }

    /// Creates an engine of plugins that are loaded already.
    init(
        _ parts: [PluginPart],
        options: Options,
        host: ScriptHost,
        lent: Lent = Lent()
    ) {
        self.lent = lent
        self.parts = parts
        self.options = options
        self.host = host
        editions = EditionCache(byteLimit: options.editionBytes)
        var contributions = Contributions(parts)
        let known = Set(contributions.schemes.map(\.id))
        contributions.schemes += lent.schemes.filter { !known.contains($0.id) }
        let scales = Set(contributions.riskScales.map(\.id))
        contributions.riskScales += lent.scales.filter { !scales.contains($0.id) }
        let packs = Set(contributions.learningReviewPacks.map(\.id))
        contributions.learningReviewPacks += lent.packs.filter { !packs.contains($0.id) }
        let frameworks = Set(contributions.qualityFrameworks.map(\.id))
        contributions.qualityFrameworks += lent.frameworks.filter {
            !frameworks.contains($0.id)
        }
        self.contributions = contributions
        let loaded = parts.compactMap { part in part.loaded.map { (part.source.id, $0) } }
        plugins = Dictionary(loaded, uniquingKeysWith: { first, _ in first })
    }

    /// Takes what plugins log.
    var log: @Sendable (String, String) -> Void {
        get { options.log }
        set { options.log = newValue }
    }

    /// Lets go of the editions that are kept for the next run.
    ///
    /// A host calls it that is short of memory. Runs that are under way are not disturbed.
    public func forgetEditions() { editions.removeAll() }
}

extension LuaPlugins.Options {
    /// The options with the lock of a folder, where they bring no approval of their own.
    fileprivate func counting(lockOf folder: PluginFolder) throws(PluginError) -> Self {
        guard approval == nil, let lock = try folder.lock() else { return self }
        var options = self
        options.approval = PluginApproval(lock: lock, digest: .ofLocks)
        return options
    }
}
#endif
