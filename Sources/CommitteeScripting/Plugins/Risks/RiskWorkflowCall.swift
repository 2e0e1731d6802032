// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// One asking of the guards or the effects of a plugin's workflow.
///
/// Everything that keeps an answer from coming is a refusal: a failure, a limit, an answer of the
/// wrong shape, and a risk that the plugin's audience may not read.
struct RiskWorkflowCall {
    let workflow: ScriptedRiskWorkflow
    let request: RiskRequest
    let riskCase: RiskCase

    private static let request = ScriptValue.handle(.object(4))

    // MARK: Guards

    func refusal(by guards: [DeclaredRiskWorkflow.Guard]) -> RiskRefusal? {
        let answers: [ScriptValue]
        do throws(RiskRefusal) {
            answers = try results(guards.map { ($0.name, $0.path, $0.line) })
        } catch {
            return error
        }
        for (index, own) in guards.enumerated() {
            let answer = answers.indices.contains(index) ? answers[index] : .null
            if answer == .bool(true) { continue }
            guard let reason = Self.reason(answer) else {
                return fault(
                    own.name,
                    "it returned \(Self.words(answer)); return true to let it pass, or { refuse = "
                        + "\"why\" }",
                    line: own.line
                )
            }
            return RiskRefusal(own.name, reason)
        }
        return nil
    }

    /// The reason of a refusal; nil when the value is none.
    private static func reason(_ answer: ScriptValue) -> String? {
        guard case .map(let map) = answer, map.items.isEmpty, map.entries.count == 1,
            let reason = map["refuse"]?.string, !reason.allSatisfy(\.isWhitespace)
        else { return nil }
        return reason
    }

    private static func words(_ answer: ScriptValue) -> String {
        if case .map(let map) = answer, let reason = map["refuse"]?.string,
            reason.allSatisfy(\.isWhitespace)
        {
            return "a refusal whose reason is empty"
        }
        guard case .string(let text) = answer else { return answer.kindInWords }
        return "the text “\(text.prefix(60))”"
    }

    // MARK: Branches

    func branch(
        of step: DeclaredRiskWorkflow.Step
    ) throws(RiskRefusal) -> RiskWorkflowBranch? {
        let conditions = step.branches.enumerated().map { index, line in
            (name: step.path(ofBranch: index), path: step.path(ofBranch: index), line: line)
        }
        let answers = try results(conditions)
        for (index, branch) in step.step.branches.enumerated() {
            let answer = answers.indices.contains(index) ? answers[index] : .null
            guard case .bool(let holds) = answer else {
                throw fault(
                    conditions[index].name,
                    "it returned \(Self.words(answer)); return true when the branch is taken, else false",
                    line: conditions[index].line
                )
            }
            if holds { return branch }
        }
        return nil
    }

    // MARK: Effects

    func effects(of step: DeclaredRiskWorkflow.Step) throws(RiskRefusal) -> [RiskEffect] {
        let line = step.effects
        let answers = try results([(step.path, step.path, line ?? workflow.declared.line)])
        let answer = answers.first ?? .null
        guard let items = answer.items, answer.map?.entries.isEmpty ?? false else {
            throw fault(
                step.path,
                "they are \(answer.kindInWords); return a list of changes, such as { { review = { "
                    + "outcome = \"…\" } } }, or {} for nothing more",
                line: line
            )
        }
        let reader = workflow.plugins.contributions.timescaleReader(for: workflow.plugin.id)
        let source = "\(workflow.plugin.id)/\(workflow.declared.file)"
        var effects: [RiskEffect] = []
        for (index, item) in items.enumerated() {
            do throws(JSONError) {
                effects += try RiskEffect.reading(
                    JSONNode(item.json().withEmptyObjects, line: line ?? workflow.declared.line),
                    at: JSONPlace(source: source, path: "[\(index + 1)]"),
                    risk: request.risk,
                    timescales: reader,
                    rooms: .standard
                )
            } catch {
                throw fault(step.path, error.message, line: line)
            }
        }
        return effects.map { effect in
            guard case .fact(let fact) = effect else { return effect }
            return .fact(fact.pinned(by: riskCase.register))
        }
    }

    // MARK: Asking

    /// A refusal because something could not be asked.
    func fault(_ name: String, _ message: String, line: Int?) -> RiskRefusal {
        let place = line.map { ":\($0)" } ?? ""
        let file = "\(workflow.plugin.id)/\(workflow.declared.file)\(place)"
        return refusal(name, "\(file): \(message)")
    }

    private func refusal(_ name: String, _ message: String) -> RiskRefusal {
        let isSentence = message.last.map { ".?!".contains($0) } ?? false
        let end = isSentence ? "" : "."
        let part =
            name.hasSuffix(".when")
            ? "The condition \(name)"
            : name.hasPrefix("steps[") ? "What \(name) records" : "The guard “\(name)”"
        return RiskRefusal(
            name,
            "\(part) in the workflow “\(workflow.name)” could not be asked, so “\(request.event)” is "
                + "refused: \(message)\(end)",
            isFault: true
        )
    }

    private func results(
        _ functions: [(name: String, path: String, line: Int)]
    ) throws(RiskRefusal) -> [ScriptValue] {
        let first = functions.first?.name ?? ""
        try checkAudience(first)
        let session: ReportSession
        do throws(ScriptEditionError) {
            session = try ReportSession(
                ReportSession.Reading(riskCase.edition),
                of: workflow.plugin,
                mediaType: nil,
                schemes: workflow.plugins.contributions.schemes,
                cache: workflow.plugins.editions,
                options: workflow.plugins.options
            )
        } catch {
            throw refusal(first, error.message)
        }
        let risk = session.editions[0].risks.firstIndex { $0.risk.id == request.risk }
        if riskCase.risk != nil, risk == nil {
            throw refusal(first, "the plugin cannot read the risk “\(request.risk)”")
        }
        let calls = functions.map { function in
            ScriptCall(
                kind: "risk_workflow",
                name: LuaPlugins.name(of: workflow.name),
                path: function.path,
                arguments: [
                    Self.request, risk.map { .handle(FlatEdition.riskHandle($0)) } ?? .null,
                    ReportSession.context,
                ]
            )
        }
        do throws(ScriptFailure) {
            return try workflow.plugins.runBlocking(
                workflow.plugin,
                calls,
                session,
                objects: [object]
            ).results
        } catch {
            let failed = calls.firstIndex { $0.contribution == error.contribution } ?? 0
            throw refusal(functions[failed].name, PluginProblem(error).description)
        }
    }

    /// Refuses when the plugin may not read what it is asked about.
    private func checkAudience(_ name: String) throws(RiskRefusal) {
        var visibility = riskCase.risk?.visibility
        if let proposal = request.fact?.value(as: RiskFact.Proposal.self) {
            visibility = proposal.visibility
        }
        let audience = workflow.plugin.manifest.audience
        guard let visibility, visibility > audience else { return }
        throw refusal(
            name,
            "the risk “\(request.risk)” is for \(visibility.rawValue), and the plugin "
                + "“\(workflow.plugin.id)” may read what is for \(audience.rawValue). Give it the "
                + "audience \(visibility.rawValue) in its plugin.json, and approve it"
        )
    }

    /// The score that an assessment would give; empty for another request.
    private var score: ScriptMap {
        guard let scored = riskCase.scored(by: request) else { return ScriptMap() }
        var fields: [(String, ScriptValue)] = [("text", .string(scored.text))]
        if let value = scored.score.value { fields.append(("value", .integer(Int64(value)))) }
        if let band = scored.score.bandID { fields.append(("band", .string(band))) }
        if let risen = riskCase.bandsRisen(by: request) {
            fields.append(("bands_risen", .integer(Int64(risen))))
        }
        if let isAbove = riskCase.isAboveAppetite(after: request) {
            fields.append(("is_above_appetite", .bool(isAbove)))
        }
        return ScriptMap(fields)
    }

    /// The request as Lua reads it.
    private var object: ScriptObject {
        let words = workflow.states.first { $0.state == riskCase.state }?.label
        let fact = request.fact?.pinned(by: riskCase.register).json ?? [:]
        let texts: [(String, String)] = [
            ("event", request.event.rawValue), ("risk", request.risk), ("by", request.by),
            ("reason", request.reason ?? ""), ("state", riskCase.state.rawValue),
            ("state_words", words ?? riskCase.state.rawValue),
        ]
        return ScriptObject(
            name: "request",
            fields: ScriptMap(
                texts.map { ($0.0, .string($0.1.withoutNUL)) } + [
                    ("fact", ScriptValue(json: .object(fact))),
                    ("details", ScriptValue(json: .object(request.details))),
                    ("score", .map(score)),
                ]
            )
        )
    }
}

extension JSONValue {
    /// A change whose empty members are objects: Lua has one table for an empty list and an empty object, and
    /// no change says anything by an empty list.
    var withEmptyObjects: JSONValue {
        guard case .object(var members) = self else { return self }
        for member in members where member.value == .array([]) {
            members[member.key] = .object([:])
        }
        return .object(members)
    }
}

extension LoadedPlugin {
    /// The plugin's identifier.
    var id: String { manifest.id }
}
#endif
