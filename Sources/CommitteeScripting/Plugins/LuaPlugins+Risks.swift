// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

extension LuaPlugins {
    /// Returns a risk workflow of a plugin.
    ///
    /// Its guards and effects run in Lua. `RiskWorkflow.decide(_:for:)` lets them run on a thread of
    /// their own; its other functions block the calling thread while they do. A guard
    /// that fails, is killed or answers something else than `true` refuses.
    ///
    /// - Parameters:
    ///   - id: The workflow's identifier, `plugin/name`.
    ///   - base: The workflow that it builds on.
    /// - Returns: The workflow.
    /// - Throws: `LibraryError` when there is no such workflow.
    public func riskWorkflow(
        _ id: String,
        over base: any RiskWorkflow
    ) throws(LibraryError) -> any RiskWorkflow {
        let known = contributions.riskWorkflows.map(\.id)
        let plugin = try plugin(of: id, "risk workflow", among: known)
        guard let declared = plugin.workflows[id] else {
            throw missing("risk workflow", id, among: known)
        }
        return ScriptedRiskWorkflow(declared, over: base, of: plugin, in: self)
    }

    /// Asks a rule's function which active risks should be escalated.
    ///
    /// The function is called once for each active risk that the plugin may read. It returns nil for
    /// nothing, or a table with the `register` above, or the words for a `body`, and `why`.
    ///
    /// - Parameters:
    ///   - rule: The rule's identifier.
    ///   - edition: The edition.
    ///   - day: The day on which one asks.
    /// - Returns: The risks that should, in the order of the registers.
    /// - Throws: `LibraryError` when there is no such rule; ``ScriptFailure`` when its code fails;
    ///   ``ScriptEditionError`` when the edition is too large for a plugin.
    public func riskEscalations(
        of rule: String,
        in edition: Edition,
        on day: CivilDate
    ) async throws -> [RiskEscalation] {
        let known = contributions.riskEscalations.map(\.id)
        let plugin = try plugin(of: rule, "escalation rule", among: known)
        guard let declared = plugin.escalations[rule] else {
            throw missing("escalation rule", rule, among: known)
        }
        let session = try ReportSession(
            ReportSession.Reading(edition, today: day),
            of: plugin,
            mediaType: nil,
            schemes: contributions.schemes,
            cache: editions,
            options: options
        )
        let rows = session.editions[0].risks
        let open = rows.indices.filter { rows[$0].isOpen }
        let call = ScriptCall(
            kind: "risk_escalation",
            name: Self.name(of: rule),
            path: declared.path,
            each: open.map { .handle(FlatEdition.riskHandle($0)) },
            arguments: [ReportSession.context]
        )
        let answers = try await run(plugin, [call], session).results.first?.items ?? []
        let registers = edition.cut(for: plugin.manifest.audience).riskRegisters
        var found: [RiskEscalation] = []
        for (place, answer) in zip(open, answers) where answer != .null {
            let row = rows[place]
            let home = registers[row.register]
            do throws(ScriptRefusal) {
                let target = try Self.target(of: answer, from: home, among: registers)
                if target.target == .register(home.id) { continue }
                found.append(
                    RiskEscalation(
                        rule: rule,
                        risk: row.risk.id,
                        register: home.id,
                        target: target.target,
                        why: target.why
                    )
                )
            } catch {
                throw failure(
                    plugin,
                    call,
                    line: declared.line,
                    "\(error.message), for the risk “\(row.risk.id)”"
                )
            }
        }
        return found
    }

    private static func target(
        of answer: ScriptValue,
        from home: RiskRegister,
        among registers: [RiskRegister]
    ) throws(ScriptRefusal) -> (target: RiskEscalation.Target, why: String) {
        let shape =
            "return nil, or { register = \"partnership\", why = \"…\" }, or { body = \"…\", why = "
            + "\"…\" }"
        guard case .map(let map) = answer, map.items.isEmpty,
            map.entries.allSatisfy({ ["register", "body", "why"].contains($0.name) }),
            (map["register"] == nil) != (map["body"] == nil), let why = map["why"]?.string,
            !why.allSatisfy(\.isWhitespace)
        else {
            throw ScriptRefusal("the function returned \(answer.kindInWords); \(shape)")
        }
        if let body = map["body"] {
            guard let words = body.string, !words.allSatisfy(\.isWhitespace) else {
                throw ScriptRefusal("the body is \(body.kindInWords); \(shape)")
            }
            return (.body(words), why)
        }
        guard let id = map["register"]?.string else {
            throw ScriptRefusal("the register is no text; \(shape)")
        }
        guard registers.contains(where: { $0.id == id }) else {
            throw ScriptRefusal(
                "there is no risk register “\(id)”. "
                    + ClosestName.suggestion(for: id, in: registers.map(\.id))
            )
        }
        guard id == home.id || home.isBelow(id, among: registers) else {
            throw ScriptRefusal("the register “\(id)” does not stand above “\(home.id)”")
        }
        return (.register(id), why)
    }

    /// Makes calls in one fresh state while the calling thread waits.
    func runBlocking(
        _ plugin: LoadedPlugin,
        _ calls: [ScriptCall],
        _ session: ReportSession,
        objects: [ScriptObject]
    ) throws(ScriptFailure) -> ScriptOutcome {
        let run = ScriptRun(
            program: plugin.program,
            calls: calls,
            editions: session.editions.map(\.script),
            objects: session.objects + objects,
            seed: options.seed,
            limits: plugin.manifest.limits,
            answer: { call in try session.answer(call) }
        )
        do throws(ScriptFailure) {
            let outcome = try host.runBlocking(run)
            meter?.add(outcome.fuelUsed)
            if !outcome.log.isEmpty { options.log(plugin.manifest.id, outcome.log) }
            return outcome
        } catch {
            meter?.add(error.fuelUsed)
            if !error.log.isEmpty { options.log(plugin.manifest.id, error.log) }
            throw error
        }
    }
}

extension PluginHolder {
    /// Returns a workflow of the plugins as they are now.
    ///
    /// - Parameters:
    ///   - id: The workflow's identifier, `plugin/name`.
    ///   - base: The workflow that it builds on.
    /// - Returns: The workflow, which goes on with those plugins.
    /// - Throws: `LibraryError` when there is no such workflow.
    public func riskWorkflow(
        _ id: String,
        over base: any RiskWorkflow
    ) throws(LibraryError) -> any RiskWorkflow {
        try current.riskWorkflow(id, over: base)
    }

    /// Asks a rule of the plugins as they are now.
    ///
    /// - Parameters:
    ///   - rule: The rule's identifier.
    ///   - edition: The edition.
    ///   - day: The day on which one asks.
    /// - Returns: The risks that should be escalated.
    /// - Throws: The error of ``LuaPlugins/riskEscalations(of:in:on:)``.
    public func riskEscalations(
        of rule: String,
        in edition: Edition,
        on day: CivilDate
    ) async throws -> [RiskEscalation] {
        try await current.riskEscalations(of: rule, in: edition, on: day)
    }

    /// Asks a rule of the plugins as they are now about things outside the plans.
    ///
    /// - Parameters:
    ///   - rule: The rule's identifier.
    ///   - matters: The things, such as the reviews of risks.
    ///   - edition: The edition.
    ///   - day: The day for which reminders are asked.
    /// - Returns: What the function says.
    /// - Throws: The error of ``LuaPlugins/computedReminders(of:about:in:on:)``.
    public func computedReminders(
        of rule: String,
        about matters: [ReminderMatter],
        in edition: Edition,
        on day: CivilDate
    ) async throws -> [ComputedReminder] {
        try await current.computedReminders(of: rule, about: matters, in: edition, on: day)
    }
}
#endif
