// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeScripting
import CommitteeStorage

/// The store, and the committee in it.
struct StoreOptions: ParsableArguments {
    @Argument(help: "The store: a file made by “committee init”.")
    var store: String

    @Option(
        help: ArgumentHelp("The committee, when the store has several.", valueName: "id")
    )
    var committee: String?

    /// Opens a store, or says how to make one.
    static func openStore(at store: String) throws -> SQLiteJournal {
        do {
            let journal = try SQLiteJournal(path: store)
            RecordNote.opened(journal)
            return journal
        } catch {
            guard error.code == .notFound else { throw error }
            throw Complaint(
                "There is no store at \(store). Check the path, or make a store: committee init "
                    + "\(store) --id ID --name NAME"
            )
        }
    }

    /// Opens the store and finds the committee.
    ///
    /// - Parameters:
    ///   - engine: The engine that runs plugins.
    ///   - screening: Which held lines may be recorded.
    /// - Returns: The committee in its library.
    /// - Throws: ``Complaint`` or the library's errors when there is none, or none was chosen.
    func open(
        plugins engine: any ScriptEngine = NoPlugins(),
        accepting screening: ScreeningOptions? = nil
    ) async throws -> OpenCommittee {
        var opened = try await open(engine)
        if let screening, !screening.accept.isEmpty {
            opened.committee = opened.committee.accepting(references: screening.accept)
        }
        return opened
    }

    private func open(_ engine: any ScriptEngine) async throws -> OpenCommittee {
        try await Self.open(store, committee: committee, plugins: engine)
    }

    /// Opens a store and finds the committee.
    ///
    /// - Parameters:
    ///   - store: The path of the store.
    ///   - committee: The committee, when the store has several.
    ///   - engine: The engine that runs plugins.
    /// - Returns: The committee in its library.
    /// - Throws: ``Complaint`` or the library's errors when there is none, or none was chosen.
    static func open(
        _ store: String,
        committee: String?,
        plugins engine: any ScriptEngine
    ) async throws -> OpenCommittee {
        let journal = try openStore(at: store)
        let today = try Today.date()
        let library = CommitteeLibrary(
            store: NotedJournal(store: journal),
            plugins: engine,
            screen: try ScreeningOptions.screen(),
            today: { today }
        )
        if let committee {
            return OpenCommittee(
                library: library,
                committee: try await library.committee(CommitteeID(committee))
            )
        }
        let all = try await journal.committees()
        guard all.count < 2 else {
            throw Complaint(
                "The store \(store) has several committees. Say which one with --committee ID.",
                details: all.map { "  \($0.id)  \($0.name)" }
            )
        }
        return OpenCommittee(library: library, committee: try await library.onlyCommittee())
    }
}

/// A committee, and the library through which its record is read.
struct OpenCommittee {
    var library: CommitteeLibrary
    var committee: Committee
}

/// Whether the output is JSON.
struct JSONOptions: ParsableArguments {
    @Flag(help: "Write JSON for programs.")
    var json = false
}

/// The folder of plugins.
struct PluginOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of plugins. Without it: the folder named by COMMITTEE_PLUGINS, else "
                + "“plugins” in the current folder, else beside or above the tool.",
            valueName: "dir"
        )
    )
    var plugins: String?

    @Flag(help: "Refuse plugins that are not approved as they are now.")
    var strict = false

    @Option(
        help: ArgumentHelp(
            "What a plugin that is not approved may read; public when left out.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var draftsRead: Audience?

    func validate() throws {
        if strict, draftsRead != nil {
            throw ValidationError(
                "--strict refuses drafts, so --drafts-read says nothing. Choose one."
            )
        }
    }

    /// What becomes of plugins that are not approved.
    var drafts: PluginApproval.Drafts { strict ? .refused : .reading(draftsRead ?? .public) }

    /// Loads plugins.
    ///
    /// - Parameter only: The plugins that are needed; all of them when nil.
    /// - Returns: The engine that runs them.
    /// - Throws: ``Complaint`` or `PluginError` when the folder cannot be read.
    func engine(only: [String]? = nil) async throws -> any ScriptEngine {
        try await engine(at: try PluginPlace.path(given: plugins), only: only)
    }

    private func engine(at path: String?, only: [String]?) async throws -> any ScriptEngine {
        try await makeEngine(pluginFolder: path, only: only, drafts: drafts)
    }

    /// Loads what a layout or a report needs, or everything when that is not enough.
    ///
    /// - Parameters:
    ///   - id: The identifier of the layout or the report, `plugin/name`.
    ///   - recordsRisks: Whether something may be recorded of risks, which asks the workflows of all plugins.
    /// - Returns: The engine that runs the plugins.
    /// - Throws: ``Complaint`` or `PluginError` when the folder cannot be read.
    func engine(for id: String, recordsRisks: Bool = false) async throws -> any ScriptEngine {
        let plugin = String(id.prefix { $0 != "/" })
        let path = try PluginPlace.path(given: plugins, having: plugin)
        let engine = try await engine(at: path, only: ["standard", plugin])
        let contributions = engine.contributions
        if let layout = contributions.layouts.first(where: { $0.id == id }),
            layout.scheme == nil || contributions.scheme(layout.scheme) != nil
        {
            return engine
        }
        if !recordsRisks, let layout = contributions.registerLayouts.first(where: { $0.id == id }),
            contributions.riskScales.contains(where: { $0.id == layout.scale })
        {
            return engine
        }
        // A report in code may speak of a plan whose key another plugin declares, and only all of
        // them know the closest name.
        return try await self.engine(at: path, only: nil)
    }
}

/// Makes an identifier such as `plugin/name` of an argument.
func contributionArgument(_ text: String) throws -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
        throw ValidationError(
            "It is written PLUGIN/NAME, such as standard/plan; “committee plugin list” has them all."
        )
    }
    return text
}

/// Finds the audience that an argument names.
func audienceArgument(_ text: String) throws -> Audience {
    if let audience = Audience(rawValue: text) { return audience }
    throw ValidationError(
        ClosestName.suggestion(for: text, in: Audience.allCases.map(\.rawValue))
    )
}

/// Finds the form that an argument names.
func formArgument(_ text: String) throws -> OutputForm {
    if let form = OutputForm(name: text) { return form }
    throw ValidationError(ClosestName.suggestion(for: text, in: OutputForm.all.map(\.name)))
}
#endif
