// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The library as a host links it: a store of journals and the plugins that apply to them.
///
/// ```swift
/// let library = CommitteeLibrary(store: store, plugins: plugins, today: { today })
/// let committee = try await library.committee("perth-and-kinross-cpc")
/// let edition = try await committee.edition(asOf: CivilDate(2023, 10, 31), audience: .public)
/// let document = try await library.report("perth-and-kinross/plan-2023", of: edition)
/// try page.write(document.render(.html))
/// ```
///
/// A library is a value; the store is the one owner of what changes.
public struct CommitteeLibrary: Sendable {
    /// The store of journals.
    public let store: any JournalStore
    /// The engine that runs plugins.
    public let plugins: any ScriptEngine
    /// The host's today, taken where a date is not given.
    public let today: @Sendable () -> CivilDate

    /// Creates a library.
    ///
    /// - Parameters:
    ///   - store: The store of journals.
    ///   - plugins: The engine that runs plugins.
    ///   - today: The host's today.
    public init(
        store: any JournalStore,
        plugins: any ScriptEngine = NoPlugins(),
        today: @escaping @Sendable () -> CivilDate
    ) {
        self.store = store
        self.plugins = plugins
        self.today = today
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

    /// Writes a report: a layout's, or one that a plugin wrote in code.
    ///
    /// - Parameters:
    ///   - id: The layout's or the report's identifier, `plugin/name`.
    ///   - edition: The edition of which it speaks.
    ///   - since: An earlier edition, for reports on what has changed.
    ///   - plan: The plan's identifier; the plan of the layout, else the current plan, when nil.
    ///   - register: The risk register's identifier, for reports on risks; the only one when nil.
    ///   - risk: The risk's identifier, for reports on one risk.
    /// - Returns: The document.
    /// - Throws: ``LibraryError`` when there is no such report or plan, or when the report writes
    ///   bytes of its own; the engine's error when its code fails.
    public func report(
        _ id: String,
        of edition: Edition,
        since: Edition? = nil,
        plan: String? = nil,
        register: String? = nil,
        risk: String? = nil
    ) async throws -> Document {
        let made = try await output(
            id,
            of: edition,
            since: since,
            plan: plan,
            register: register,
            risk: risk
        )
        switch made {
        case .document(let document): return document
        case .raw(let mediaType, _):
            throw LibraryError(
                .refused,
                "The report “\(id)” writes \(mediaType) of its own and makes no document. Use "
                    + "output(_:of:) to have its bytes."
            )
        }
    }

    /// Writes a report as a document or as the bytes of a format of the plugin's own.
    ///
    /// - Parameters:
    ///   - id: The layout's or the report's identifier, `plugin/name`.
    ///   - edition: The edition of which it speaks.
    ///   - since: An earlier edition, for reports on what has changed.
    ///   - plan: The plan's identifier.
    ///   - register: The risk register's identifier, for reports on risks.
    ///   - risk: The risk's identifier, for reports on one risk.
    /// - Returns: What the report gives.
    /// - Throws: ``LibraryError`` when there is no such report or plan; the engine's error when
    ///   its code fails.
    public func output(
        _ id: String,
        of edition: Edition,
        since: Edition? = nil,
        plan: String? = nil,
        register: String? = nil,
        risk: String? = nil
    ) async throws -> ReportOutput {
        let contributions = plugins.contributions
        if contributions.reports.contains(where: { $0.id == id }) {
            let request = ReportRequest(
                edition: edition,
                since: since,
                plan: plan,
                today: today(),
                register: register,
                risk: risk
            )
            return try await plugins.report(id, for: request)
        }
        let page = try await page(id, of: edition, plan: plan)
        let document = page.writer.document(page.plan, of: page.edition, computed: page.computed)
        return .document(document.marked(asDraft: page.notice))
    }

    /// Writes a report in a format, piece by piece.
    ///
    /// The bytes are those of ``output(_:of:since:plan:register:risk:)`` rendered in the format. A
    /// layout is written while its plan is read, so that no page is ever held whole; see
    /// ``LayoutWriter/write(_:of:computed:markedAsDraft:in:into:)``.
    ///
    /// - Parameters:
    ///   - id: The layout's or the report's identifier, `plugin/name`.
    ///   - edition: The edition of which it speaks.
    ///   - since: An earlier edition, for reports on what has changed.
    ///   - plan: The plan's identifier.
    ///   - register: The risk register's identifier, for reports on risks.
    ///   - risk: The risk's identifier, for reports on one risk.
    ///   - format: The format; a report that writes bytes of a format of its own takes no notice.
    ///   - sink: Where the bytes go. Nothing is written when the report fails.
    /// - Returns: The media type of the bytes.
    /// - Throws: As ``output(_:of:since:plan:register:risk:)`` does.
    public func write(
        _ id: String,
        of edition: Edition,
        since: Edition? = nil,
        plan: String? = nil,
        register: String? = nil,
        risk: String? = nil,
        in format: DocumentFormat,
        into sink: inout some ByteSink
    ) async throws -> String {
        if plugins.contributions.layouts.contains(where: { $0.id == id }) {
            let page = try await page(id, of: edition, plan: plan)
            page.writer.write(
                page.plan,
                of: page.edition,
                computed: page.computed,
                markedAsDraft: page.notice,
                in: format,
                into: &sink
            )
            return format.renderer.mediaType
        }
        let made = try await output(
            id,
            of: edition,
            since: since,
            plan: plan,
            register: register,
            risk: risk
        )
        switch made {
        case .raw(let mediaType, let bytes):
            sink.write(bytes)
            return mediaType
        case .document(let document):
            document.render(format, into: &sink)
            return format.renderer.mediaType
        }
    }

    /// A plan and all that it takes to write it in a layout.
    private struct Page {
        var writer: LayoutWriter
        var plan: Plan
        var edition: Edition
        var computed: [Int: [String: String]] = [:]
        var notice: String?
    }

    private func page(_ id: String, of edition: Edition, plan: String?) async throws -> Page {
        let contributions = plugins.contributions
        guard let layout = contributions.layouts.first(where: { $0.id == id }) else {
            let known = contributions.layouts.map(\.id) + contributions.reports.map(\.id)
            throw contributions.missing("report or layout", id, among: known)
        }
        let draft = contributions.draft(of: id)
        let edition = draft.map { edition.cut(for: $0.audience) } ?? edition
        var page = Page(
            writer: LayoutWriter(layout: layout, scheme: contributions.scheme(layout.scheme)),
            plan: try self.plan(plan, of: edition, layout: layout),
            edition: edition,
            notice: draft?.notice
        )
        if layout.columns.contains(where: \.isComputed) {
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
                + (edition.omissions.isEmpty
                    ? " Import one, or choose another date."
                    : " A draft is not shown to the public.")
        )
    }
}
