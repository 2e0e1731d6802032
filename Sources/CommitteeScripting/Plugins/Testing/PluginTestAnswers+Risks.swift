// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension PluginTestAnswers {
    /// The risks of an edition that the plugin's rules would have escalated.
    func escalations(_ edition: Edition) async throws -> ScriptValue {
        let library = library(try engine(), today: edition.asOf)
        let round = await library.riskEscalations(for: edition)
        if let failure = round.failures.first { throw failure.error }
        let own = round.escalations.filter { $0.rule.hasPrefix("\(file.plugin)/") }
        return .list(
            own.map { escalation in
                var fields: [(String, ScriptValue)] = [
                    ("rule", .string(String(escalation.rule.dropFirst(file.plugin.count + 1)))),
                    ("risk", .string(escalation.risk.withoutNUL)),
                    ("from", .string(escalation.register.withoutNUL)),
                    ("why", .string(escalation.why)),
                ]
                switch escalation.target {
                case .register(let id): fields.append(("register", .string(id)))
                case .body(let words): fields.append(("body", .string(words)))
                }
                return .map(ScriptMap(fields))
            }
        )
    }

    /// What becomes of a risk that a workflow takes through events, up to the first refusal.
    func course(
        _ id: String,
        _ events: [ScriptValue],
        in name: String?
    ) async throws -> ScriptValue {
        let workflow = try engine().riskWorkflow(id, over: StandardRiskWorkflow())
        let own = (workflow as? ScriptedRiskWorkflow)?.declared.worlds ?? []
        let world = try Self.world(name, among: RiskWorkflowWorld.generated + own)
        let requests = try events.enumerated().map { index, event in
            try Self.request(
                event.json(),
                at: JSONPlace(source: "t.course", path: "[\(index + 1)]")
            )
        }
        let answer = await OwnThread.run { () -> ScriptValue in
            var trial = RiskWorkflowTrial(workflow, in: world)
            var fields: [(String, ScriptValue)] = []
            for (index, request) in requests.enumerated() {
                do throws(RiskRefusal) {
                    try trial.perform(request)
                } catch {
                    fields = [
                        ("refused", .string(error.reason.withoutNUL)),
                        ("guard", .string(error.guardName.withoutNUL)),
                        ("is_fault", .bool(error.isFault)),
                        ("event", .integer(Int64(index + 1))),
                    ]
                    break
                }
            }
            fields.append(("state", .string(trial.riskCase.state.rawValue)))
            fields.append(("recorded", .list(trial.kinds.map { .string($0.rawValue) })))
            return .map(ScriptMap(fields))
        }
        guard let answer else {
            throw PluginError(.unreadable, "No thread could be started for the workflow.")
        }
        return answer
    }

    private static func world(
        _ name: String?,
        among worlds: [RiskWorkflowWorld]
    ) throws(PluginError) -> RiskWorkflowWorld {
        guard let name else { return .plain }
        if let found = worlds.first(where: { $0.name == name }) { return found }
        throw PluginError(
            .unreadable,
            "There is no world “\(name)”. "
                + ClosestName.suggestion(for: name, in: worlds.map(\.name))
        )
    }

    /// Reads `{ "approve", by = "chair", reason = "…", fact = { … }, details = { … } }`.
    private static func request(
        _ value: JSONValue,
        at place: JSONPlace
    ) throws(JSONError) -> RiskRequest {
        try JSONFieldType<RiskRequest>.entry(known: ["1", "by", "reason", "fact", "details"]) {
            (fields) throws(JSONError) in
            let event = try fields.required("1", as: .text)
            let by = try fields.optional("by", as: .text) ?? "first-officer"
            let reason = try fields.optional("reason", as: .text)
            let risk = RiskWorkflowWorld.risk
            guard let name = RiskFact.Name(rawValue: event) else {
                let details = try fields.optional("details", as: .value)
                return RiskRequest(
                    risk,
                    event: RiskEventName(rawValue: event),
                    details: details?.members ?? [:],
                    by: by,
                    reason: reason
                )
            }
            var fact = RiskWorkflowWorld.sample(of: name)
            if let node = try fields.optional("fact", as: .node) {
                fact = try RiskFact.reading(name, node, fields.place.member("fact"))
            }
            return RiskRequest(risk, fact, by: by, reason: reason)
        }.read(JSONNode(value, line: 1), place)
    }
}
#endif
