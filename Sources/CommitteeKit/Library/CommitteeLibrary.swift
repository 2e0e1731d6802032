// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The library as a host links it: a store of journals and the plugins that apply to them.
///
/// ```swift
/// let library = CommitteeLibrary(store: store, plugins: plugins, today: { today })
/// let committee = try await library.committee("perth-and-kinross-cpc")
/// let edition = try await committee.edition(asOf: CivilDate(2023, 10, 31), audience: .public)
/// let document = try await library.report("perth-and-kinross/plan-2023", of: edition)
/// try document.render(.html, into: &page)
/// ```
///
/// A library is a value; the store is the one owner of what changes. A library remembers how far it had read
/// the journals to which something was appended, so keep one rather than make it for each append: then an
/// append takes as long as what was recorded since the last one, not as long as the whole journal.
public struct CommitteeLibrary: Sendable {
    /// The store of journals.
    public let store: any JournalStore
    /// The engine that runs plugins.
    public let plugins: any ScriptEngine
    /// The rooms that take in what is recorded.
    public let rooms: Rooms
    /// The workflows of risks that are written in Swift; those of plugins come with the plugins.
    public let riskWorkflows: [any RiskWorkflow]
    /// What looks through the texts that people type before they are recorded.
    public let screen: TextScreen
    /// The host's today, taken where a date is not given.
    public let today: @Sendable () -> CivilDate
    /// What follows the journals to which something was appended.
    let followers = JournalFollowers()

    /// Creates a library.
    ///
    /// - Parameters:
    ///   - store: The store of journals.
    ///   - plugins: The engine that runs plugins.
    ///   - rooms: The rooms that take in what is recorded.
    ///   - riskWorkflows: The workflows of risks that are written in Swift, in the versions that registers
    ///     pin.
    ///   - screen: What looks through the texts that people type. What it holds is not recorded until somebody
    ///     accepts it, see ``Committee/accepting(_:)``.
    ///   - today: The host's today.
    public init(
        store: any JournalStore,
        plugins: any ScriptEngine = NoPlugins(),
        rooms: Rooms = .standard,
        riskWorkflows: [any RiskWorkflow] = [],
        screen: TextScreen = .standard,
        today: @escaping @Sendable () -> CivilDate
    ) {
        self.store = store
        self.plugins = plugins
        self.rooms = rooms
        self.riskWorkflows = riskWorkflows
        self.screen = screen
        self.today = today
    }

    /// Returns the committees of the store, sorted by identifier.
    ///
    /// - Returns: The committees, none for a new store.
    /// - Throws: ``JournalError`` when the store cannot be read.
    public func committees() async throws -> [Committee] {
        try await store.committees().map { Committee(id: $0.id, name: $0.name, library: self) }
    }

    /// Returns a committee of the store.
    ///
    /// - Parameter id: The committee's identifier.
    /// - Returns: The committee.
    /// - Throws: ``LibraryError`` when the store has no such committee, ``JournalError`` when it
    ///   cannot be read.
    public func committee(_ id: CommitteeID) async throws -> Committee {
        let all = try await store.committees()
        guard let found = all.first(where: { $0.id == id }) else {
            throw LibraryError(
                .notFound,
                "The store has no committee “\(id)”. "
                    + ClosestName.suggestion(for: id.rawValue, in: all.map(\.id.rawValue))
            )
        }
        return Committee(id: found.id, name: found.name, library: self)
    }

    /// Returns the committee of a store that has only one.
    ///
    /// - Returns: The committee.
    /// - Throws: ``LibraryError`` when the store has none or several.
    public func onlyCommittee() async throws -> Committee {
        let all = try await store.committees()
        guard all.count == 1, let found = all.first else {
            let names = all.map { "“\($0.id)”" }.joined(separator: ", ")
            throw LibraryError(
                .notFound,
                all.isEmpty
                    ? "The store has no committee yet. Create one first."
                    : "The store has several committees: \(names). Say which one."
            )
        }
        return Committee(id: found.id, name: found.name, library: self)
    }

    /// Makes a report: a plan or a register in a layout, or what a plugin wrote in code.
    ///
    /// ```swift
    /// let report = try await library.report("northshire/plan", of: edition, about: .plan("plan-2026"))
    /// ```
    ///
    /// It is the short form of ``report(_:)``.
    ///
    /// - Parameters:
    ///   - id: The layout's or the report's identifier, `plugin/name`.
    ///   - edition: The edition that it reads.
    ///   - matter: What it is about; the usual matter when nil.
    ///   - since: An earlier edition, for reports on what has changed.
    /// - Returns: The report.
    /// - Throws: As ``report(_:)`` does.
    public func report(
        _ id: String,
        of edition: Edition,
        about matter: SubjectReference? = nil,
        since: Edition? = nil
    ) async throws -> Report {
        try await report(ReportRequest(id, of: edition, about: matter, since: since))
    }

    /// Makes a report: a plan or a register in a layout, or what a plugin wrote in code.
    ///
    /// - Parameter request: Which report, of which edition, and about what.
    /// - Returns: The report, ready to be written in any format.
    /// - Throws: ``LibraryError`` when there is no such report or plan, or when the report cannot be
    ///   about the matter of the request; the engine's error when a plugin's code fails.
    public func report(_ request: ReportRequest) async throws -> Report {
        if plugins.contributions.reports.contains(where: { $0.id == request.report }) {
            try request.check(in: plugins.contributions)
            var request = request
            request.today = request.today ?? today()
            request.riskWorkflow = { try? riskWorkflow(of: $0) }
            return try await plugins.report(request)
        }
        if plugins.contributions.isAboutRisks(request.report) {
            return Report(request.report, register: try register(request))
        }
        return Report(request.report, try await page(request))
    }

    /// A risk register in a layout.
    private func register(_ request: ReportRequest) throws -> Document {
        let contributions = plugins.contributions
        try request.check(in: contributions)
        let layout = try contributions.registerLayout(request.report)
        let draft = contributions.draft(of: layout.id)
        let cut = draft.map { request.edition.cut(for: $0.audience) } ?? request.edition
        let edition = cut.withFiguresInTexts()
        let asked = request.subjects.id(of: "risk-register")
        let register = try edition.riskRegister(asked ?? layout.register)
        let scale = try contributions.riskScale(layout.scale)
        return RegisterWriter(layout: layout, scale: scale).document(register, of: edition)
            .marked(asDraft: draft?.notice)
    }

    private func page(_ request: ReportRequest) async throws -> PlanPage {
        let id = request.report
        let contributions = plugins.contributions
        guard let layout = contributions.layouts.first(where: { $0.id == id }) else {
            let known =
                contributions.layouts.map(\.id) + contributions.registerLayouts.map(\.id)
                + contributions.reports.map(\.id)
            throw contributions.missing("report or layout", id, among: known)
        }
        try request.check(in: contributions)
        let draft = contributions.draft(of: id)
        let cut = draft.map { request.edition.cut(for: $0.audience) } ?? request.edition
        let edition = cut.withFiguresInTexts()
        var page = PlanPage(
            writer: LayoutWriter(layout: layout, scheme: contributions.scheme(layout.scheme)),
            plan: try plan(request.subjects.id(of: "plan"), of: edition, layout: layout),
            edition: edition,
            notice: draft?.notice
        )
        if layout.isWrittenByFunctions {
            page.computed = try await plugins.computedCells(of: id, plan: page.plan.id, in: edition)
        }
        return page
    }

    private func plan(
        _ id: String?,
        of edition: Edition,
        layout: Layout
    ) throws(LibraryError) -> Plan {
        if let id {
            if let plan = edition.plans.first(where: { $0.id == id }) { return plan }
            throw LibraryError(
                .notFound,
                "There is no plan “\(id)” on \(edition.asOf) for the audience "
                    + "“\(edition.audience.rawValue)”. "
                    + ClosestName.suggestion(for: id, in: edition.plans.map(\.id))
            )
        }
        let own = edition.plans.last { $0.layout == layout.id }
        if let plan = own ?? edition.currentPlan { return plan }
        throw LibraryError(
            .notFound,
            "There is no plan on \(edition.asOf) for the audience “\(edition.audience.rawValue)”."
                + (edition.audience == .public ? " A draft is not shown to the public." : "")
                + " Import one, or choose another date."
        )
    }
}
