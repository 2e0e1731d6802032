// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

extension LuaPlugins {
    /// Runs a report that a plugin wrote in code, or one of the library's that it names.
    ///
    /// An edition for a narrower circle than the plugin's audience is cut again first.
    ///
    /// - Parameter request: Which report, of which editions, and about what.
    /// - Returns: The report.
    /// - Throws: `LibraryError` when there is no such report; ``ScriptFailure`` when its code
    ///   fails; ``ScriptEditionError`` when the edition is too large for a plugin; `RiskError` when a
    ///   report of the library finds no such register or risk.
    public func report(_ request: ReportRequest) async throws -> Report {
        let id = request.report
        let plugin = try plugin(of: id, "report", among: contributions.reports.map(\.id))
        guard let report = plugin.reports[id] else {
            throw missing("report", id, among: contributions.reports.map(\.id))
        }
        let notice = contributions.draft(of: id)?.notice
        if let builtIn = report.builtIn {
            let audience = plugin.manifest.audience
            let document = try builtIn.document(request, for: audience) { pinned in
                guard contributions.riskWorkflows.contains(where: { $0.id == pinned.name }) else {
                    return nil
                }
                return try riskWorkflow(pinned.name, over: StandardRiskWorkflow())
            }
            return Report(id, document.marked(asDraft: notice))
        }
        let session = try ReportSession(
            ReportSession.Reading(request),
            of: plugin,
            mediaType: report.summary.mediaType,
            schemes: contributions.schemes,
            cache: editions,
            options: options
        )
        let call = ScriptCall(
            kind: "report",
            name: Self.name(of: id),
            path: report.path,
            arguments: [.handle(.root()), ReportSession.writer, ReportSession.context]
        )
        if let list = report.list {
            do throws(ScriptRefusal) {
                try ListWriter(session).write(list)
            } catch {
                throw failure(plugin, call, line: report.line, error.message)
            }
            return session.report(report.summary, written: [], markedAsDraft: notice)
        }
        let outcome = try await run(plugin, [call], session)
        if let result = outcome.results.first, result != .null {
            throw failure(
                plugin,
                call,
                line: report.line,
                "the report returned \(result.kindInWords); write with "
                    + "\(report.summary.mediaType == nil ? "doc" : "out") and return nothing"
            )
        }
        return session.report(report.summary, written: outcome.output, markedAsDraft: notice)
    }

    // MARK: Runs

    /// Makes calls in one fresh state, and hands on what the plugin logs.
    func run(
        _ plugin: LoadedPlugin,
        _ calls: [ScriptCall],
        _ session: ReportSession
    ) async throws(ScriptFailure) -> ScriptOutcome {
        let run = ScriptRun(
            program: plugin.program,
            calls: calls,
            editions: session.editions.map(\.script),
            objects: session.objects,
            seed: options.seed,
            limits: plugin.manifest.limits,
            answer: { call in try session.answer(call) }
        )
        do throws(ScriptFailure) {
            let outcome = try await host.run(run)
            meter?.add(outcome.fuelUsed)
            if !outcome.log.isEmpty { options.log(plugin.manifest.id, outcome.log) }
            return outcome
        } catch {
            meter?.add(error.fuelUsed)
            if !error.log.isEmpty { options.log(plugin.manifest.id, error.log) }
            throw error
        }
    }

    func plugin(
        of id: String,
        _ what: String,
        among known: [String]
    ) throws(LibraryError) -> LoadedPlugin {
        let name = id.split(separator: "/").first.map(String.init) ?? id
        guard let plugin = plugins[name] else { throw missing(what, id, among: known) }
        return plugin
    }

    /// The name of a contribution without its plugin.
    static func name(of id: String) -> String {
        String(id[(id.firstIndex(of: "/").map { id.index(after: $0) } ?? id.startIndex)...])
    }

    func missing(_ what: String, _ id: String, among known: [String]) -> LibraryError {
        let plugin = id.split(separator: "/").first.map(String.init) ?? id
        let problem = contributions.plugins.first { $0.id == plugin }?.problems.first
        if let problem {
            return LibraryError(
                .notFound,
                "There is no \(what) “\(id)”: the plugin “\(plugin)” has a mistake. \(problem)"
            )
        }
        return LibraryError(
            .notFound,
            "There is no \(what) “\(id)”. \(ClosestName.suggestion(for: id, in: known))"
        )
    }

    func failure(
        _ plugin: LoadedPlugin,
        _ call: ScriptCall,
        line: Int?,
        _ message: String
    ) -> ScriptFailure {
        ScriptFailure(
            plugin: plugin.manifest.id,
            contribution: call.contribution,
            phase: .result,
            reason: .result,
            file: "main.lua",
            line: line,
            message: message
        )
    }
}
#endif
