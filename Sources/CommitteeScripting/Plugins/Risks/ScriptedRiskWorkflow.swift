// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A risk workflow of a plugin, laid over another workflow.
///
/// Its states and steps are data, and what an entry leads to is found without Lua, so that a record
/// replays the same whether the plugin is there or not. Only guards and effects run in Lua. Whatever
/// goes wrong with one of them refuses the request: a guard passes by returning `true` alone.
struct ScriptedRiskWorkflow: RiskWorkflow {
    let declared: DeclaredRiskWorkflow
    let base: any RiskWorkflow
    let plugins: LuaPlugins
    let plugin: LoadedPlugin
    let states: [RiskWorkflowState]
    let steps: [RiskWorkflowStep]
    private let like: [RiskState: RiskState]
    private let moves: [Move: RiskState]

    private struct Move: Hashable {
        var kind: EntryKind
        var from: RiskState
    }

    init(
        _ declared: DeclaredRiskWorkflow,
        over base: any RiskWorkflow,
        of plugin: LoadedPlugin,
        in plugins: LuaPlugins
    ) {
        self.declared = declared
        self.base = base
        self.plugin = plugin
        self.plugins = plugins
        states = base.states + declared.states.map(\.state)
        var steps = base.steps
        var like: [RiskState: RiskState] = [:]
        for own in declared.states {
            let state = own.state.state
            like[state] = own.like
            for step in base.steps where step.from == own.like && !own.without.contains(step.event)
            {
                var copy = step
                copy.from = state
                copy.to = step.to == own.like ? state : step.to
                steps.append(copy)
            }
        }
        steps.removeAll { step in
            declared.removals.contains(.init(event: step.event, from: step.from))
        }
        var moves: [Move: RiskState] = [:]
        for own in declared.steps {
            let step = own.step
            steps.removeAll { $0.event == step.event && $0.from == step.from }
            steps.append(step)
            let kind =
                RiskFact.Name(rawValue: step.event.rawValue)?.kind ?? declared.kind(of: step.event)
            moves[Move(kind: kind, from: step.from)] = step.to
        }
        self.steps = steps
        self.like = like
        self.moves = moves
    }

    /// The identifier of the workflow.
    var name: String { declared.summary.id }

    /// The version of the workflow.
    var version: Int { declared.version }

    /// What the states of earlier versions become.
    var becomes: [RiskState: RiskState] { base.becomes.merging(declared.becomes) { $1 } }

    /// The guards, and the steps that record something else.
    var parts: RiskWorkflowParts? {
        guard var all = base.parts else { return nil }
        for own in declared.guards { all.guards[own.name] = own.events }
        for own in declared.approvals.flatMap(\.guards) { all.guards[own.name] = own.events }
        let ruled = declared.permissions.rules.flatMap(\.events).filter {
            !RiskEventName.ofRegisters.contains($0)
        }
        if !ruled.isEmpty { all.guards["roles", default: []].formUnion(ruled) }
        for step in declared.steps where step.effects != nil {
            all.recording.insert(step.step.event)
        }
        all.details += declared.approvals.map(\.declared) + declared.ownKinds.values.map(\.declared)
        return all
    }

    /// Who may ask for what: by the workflow beneath, and by the plugin.
    var permissions: RiskWorkflowPermissions {
        var all = base.permissions
        all.rules += declared.permissions.rules
        all.delegation = declared.permissions.delegation ?? all.delegation
        return all
    }

    /// Asks the conditions of a step in Lua, in their order; blocks the calling thread meanwhile.
    func branch(
        of request: RiskRequest,
        for riskCase: RiskCase
    ) throws(RiskRefusal) -> RiskWorkflowBranch? {
        let step = declared.steps.first {
            $0.step.event == request.event && $0.step.from == riskCase.state
        }
        guard let step, !step.branches.isEmpty else {
            return try base.branch(of: request, for: beneath(riskCase))
        }
        let asking = RiskWorkflowCall(workflow: self, request: request, riskCase: riskCase)
        return try asking.branch(of: step)
    }

    /// Asks the workflow beneath, then the guards in Lua; blocks the calling thread meanwhile.
    func refusal(of request: RiskRequest, for riskCase: RiskCase) -> RiskRefusal? {
        if let own = declared.ownKinds[request.event], !request.isQuestion,
            let problem = own.problem(in: request.details)
        {
            return RiskRefusal("content", problem)
        }
        if !isOwn(request.event),
            let refusal = base.refusal(of: request, for: beneath(riskCase))
        {
            return refusal
        }
        for own in declared.approvals {
            if let refusal = own.refusal(of: request, in: riskCase) { return refusal }
        }
        let watching = declared.guards.filter { $0.events.contains(request.event) }
        guard !watching.isEmpty else { return nil }
        let asking = RiskWorkflowCall(workflow: self, request: request, riskCase: riskCase)
        return asking.refusal(by: watching)
    }

    /// Returns what is recorded, asking Lua what else is; blocks the calling thread meanwhile.
    func effects(
        of request: RiskRequest,
        for riskCase: RiskCase
    ) throws(RiskRefusal) -> [RiskEffect] {
        var effects =
            isOwn(request.event)
            ? [ownEntry(request)] : try base.effects(of: request, for: beneath(riskCase))
        let step = declared.steps.first {
            $0.step.event == request.event && $0.step.from == riskCase.state
        }
        guard let step, step.effects != nil else { return effects }
        let asking = RiskWorkflowCall(workflow: self, request: request, riskCase: riskCase)
        effects += try asking.effects(of: step)
        let reached = state(after: effects, of: request, from: riskCase)
        guard reached == step.step.to else {
            throw asking.fault(
                step.path,
                "they would leave the risk “\(request.risk)” \(reached), and “\(request.event)” leads "
                    + "to \(step.step.to). Take out what leads elsewhere.",
                line: step.effects
            )
        }
        return effects
    }

    /// Returns the state after one recorded event, the plugin's own moves considered first.
    func state(after event: RiskHistoryEvent, from state: RiskState) -> RiskState {
        if let to = moves[Move(kind: event.kind, from: state)] { return to }
        let before = like[state] ?? state
        let after = base.state(after: event, from: before)
        return after == before ? state : after
    }

    /// Decides on a thread of its own, so that guards in Lua hold up nobody else.
    func decide(
        _ request: RiskRequest,
        for riskCase: RiskCase
    ) async throws(RiskRefusal) -> [EntryDraft] {
        let answer = await OwnThread.run { () -> Result<[EntryDraft], RiskRefusal> in
            do throws(RiskRefusal) {
                return .success(try drafts(for: request, riskCase))
            } catch {
                return .failure(error)
            }
        }
        guard let answer else {
            throw RiskRefusal(
                "thread",
                "No thread could be started for the workflow “\(name)”, so nothing was decided. Try "
                    + "again.",
                isFault: true
            )
        }
        return try answer.get()
    }

    // MARK: Parts

    private func isOwn(_ event: RiskEventName) -> Bool {
        RiskFact.Name(rawValue: event.rawValue) == nil
            && declared.steps.contains { $0.step.event == event }
    }

    private func beneath(_ riskCase: RiskCase) -> RiskCase {
        var riskCase = riskCase
        riskCase.state = like[riskCase.state] ?? riskCase.state
        return riskCase
    }

    /// The entry of an event of the plugin's own, whose texts can be erased.
    private func ownEntry(_ request: RiskRequest) -> RiskEffect {
        let kind = declared.ownKinds[request.event]
        if let kind, kind.fields != nil { return kind.effect(request) }
        var payload = request.details
        var texts: [ErasableText] = []
        for member in request.details {
            guard case .string(let text) = member.value else { continue }
            payload[member.key] = ErasableText.reference(to: member.key)
            texts.append(ErasableText(member.key, text))
        }
        if let sentence = kind?.sentence(of: [:]) { payload["sentence"] = .string(sentence) }
        return .entry(declared.kind(of: request.event), payload, texts: texts)
    }

    /// The state to which effects lead when they are replayed.
    private func state(
        after effects: [RiskEffect],
        of request: RiskRequest,
        from riskCase: RiskCase
    ) -> RiskState {
        effects.reduce(riskCase.state) { state, effect in
            let kind: EntryKind
            switch effect {
            case .fact(let fact): kind = fact.name.kind
            case .entry(let own, _, _): kind = own
            case .change: return state
            }
            let event = RiskHistoryEvent(
                kind: kind,
                on: riskCase.day,
                by: request.by,
                register: riskCase.register?.id ?? ""
            )
            return self.state(after: event, from: state)
        }
    }
}
#endif
