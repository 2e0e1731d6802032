// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A risk workflow as a plugin declared it: what it adds to the workflow beneath.
struct DeclaredRiskWorkflow: Sendable {
    /// A state that stands for one of the record's own.
    struct State: Sendable {
        var state: RiskWorkflowState
        /// The state of the record for which it stands.
        var like: RiskState
        /// The events of that state that are not possible in this one.
        var without: Set<RiskEventName>
    }

    /// A step that is added, or leads elsewhere than beneath.
    struct Step: Sendable {
        var step: RiskWorkflowStep
        /// The place of the step in the declaration, counted from 1.
        var place: Int
        /// The line of the function that says what else is recorded, when there is one.
        var effects: Int?
        /// The lines of the functions that say whether a branch is taken, in the order of the branches.
        var branches: [Int] = []

        /// The path to the function of a branch, counted from 0.
        func path(ofBranch index: Int) -> String { "steps[\(place)].branches[\(index + 1)].when" }

        /// The path to that function.
        var path: String { "steps[\(place)].effects" }
    }

    /// A check of what somebody wants.
    struct Guard: Sendable {
        var name: String
        var events: Set<RiskEventName>
        /// The place of the guard in the declaration, counted from 1.
        var place: Int
        var line: Int

        /// The path to its function.
        var path: String { "guards[\(place)].check" }
    }

    /// An event of a state that is taken away.
    struct Removal: Hashable, Sendable {
        var event: RiskEventName
        var from: RiskState
    }

    let summary: ContributionSummary
    let plugin: String
    let file: String
    let line: Int
    private(set) var states: [State] = []
    private(set) var steps: [Step] = []
    private(set) var removals: Set<Removal> = []
    private(set) var guards: [Guard] = []
    /// Who asks in the trials of the conformance kit.
    private(set) var people: [String] = []
    /// The version of the workflow.
    private(set) var version = 1
    /// What the states of earlier versions become.
    private(set) var becomes: [RiskState: RiskState] = [:]
    /// Who may ask for what.
    private(set) var permissions = RiskWorkflowPermissions()
    /// How the plugin's own events are recorded.
    private(set) var ownKinds: [RiskEventName: RiskOwnKind] = [:]
    /// What the plugin's own events say in those trials.
    private(set) var details: [RiskEventName: JSONObject] = [:]
    /// The registers, plans and committees among which those trials are made, beside those of the kit.
    private(set) var worlds: [RiskWorkflowWorld] = []
    /// The agreement of several roles for which events wait.
    private(set) var approvals: [RiskApprovals] = []

    init(_ declaration: ScriptDeclaration, plugin: String) throws(JSONError) {
        self.plugin = plugin
        file = declaration.file
        line = declaration.line
        let fields = try JSONFields(
            JSONNode(declaration.value.json(), line: declaration.line),
            in: "\(plugin)/\(declaration.file)",
            known: [
                "title", "version", "becomes", "states", "steps", "without", "allow", "approvals",
                "delegation", "guards", "trial",
            ]
        )
        let words = declaration.name.split(separator: "-").joined(separator: " ")
        summary = ContributionSummary(
            id: "\(plugin)/\(declaration.name)",
            title: try fields.optional("title", as: .text)
                ?? words.prefix(1).uppercased() + words.dropFirst()
        )
        let value = declaration.value
        version = try fields.optional("version", as: .integer) ?? 1
        guard version > 0 else {
            throw fields.error("the version is \(version); versions count from 1.", at: "version")
        }
        for state in try fields.optional("states", as: .list(of: .riskWorkflowState)) ?? [] {
            try add(state, fields)
        }
        let steps = try fields.optional("steps", as: .list(of: .riskWorkflowStep)) ?? []
        for (index, step) in steps.enumerated() {
            let path = "steps[\(index + 1)]"
            try add(step, at: index, path, value["steps"]?.items?[index], fields)
        }
        for removal in try fields.optional("without", as: .list(of: .riskWorkflowStep)) ?? [] {
            try add(removal, fields)
        }
        let guards = try fields.optional("guards", as: .list(of: .riskWorkflowGuard)) ?? []
        for (index, own) in guards.enumerated() {
            try add(own, at: index, value["guards"]?.items?[index], fields)
        }
        for (old, new) in try fields.optional("becomes", as: .map(of: .text)) ?? [] {
            becomes[RiskState(old)] = try known(new, at: "becomes", fields)
        }
        for allow in try fields.optional("allow", as: .list(of: .riskWorkflowPermission)) ?? [] {
            try add(allow, fields)
        }
        let asked = try fields.optional("approvals", as: .list(of: .riskWorkflowApprovals)) ?? []
        for (index, own) in asked.enumerated() {
            try add(own, "approvals[\(index + 1)]", fields)
        }
        try readDelegation(fields)
        try readTrial(fields)
        guard
            !self.steps.isEmpty || !self.guards.isEmpty || !removals.isEmpty
                || !permissions.rules.isEmpty
        else {
            throw fields.error(
                "the workflow adds nothing to the standard one. Give it “guards” or “steps”."
            )
        }
    }

    // MARK: States

    /// The states of the record, with the labels of the standard workflow.
    private static let recorded = StandardRiskWorkflow().states.map(\.state)

    /// The state of the record for which a state stands; nil when there is no such state.
    func recorded(_ state: RiskState) -> RiskState? {
        if Self.recorded.contains(state) { return state }
        return states.first { $0.state.state == state }?.like
    }

    private func known(
        _ name: String,
        at path: String,
        _ fields: JSONFields
    ) throws(JSONError) -> RiskState {
        let state = RiskState(name)
        guard recorded(state) == nil else { return state }
        let names = Self.recorded.map(\.rawValue) + states.map(\.state.state.rawValue)
        throw fields.error(
            "\(path): there is no state “\(name)”. "
                + ClosestName.suggestion(for: name, in: names)
        )
    }

    private mutating func add(
        _ read: RiskStateField,
        _ fields: JSONFields
    ) throws(JSONError) {
        let path = "states[\(states.count + 1)]"
        guard PluginManifest.isIdentifier(read.name) else {
            throw fields.error(
                "\(path): “\(read.name)” is no name for a state. Use small letters, digits and "
                    + "hyphens, such as \"half-approved\"."
            )
        }
        guard recorded(RiskState(read.name)) == nil else {
            throw fields.error("\(path): there is a state “\(read.name)” already. Rename this one.")
        }
        let like = try known(read.like, at: "\(path).like", fields)
        guard Self.recorded.contains(like), like != .unrecorded else {
            throw fields.error(
                "\(path).like: a state stands for one of the record's own, such as \"proposed\" or "
                    + "\"active\"; “\(read.like)” is none."
            )
        }
        for name in read.without where RiskFact.Name(rawValue: name) == nil {
            throw fields.error(
                "\(path).without: the record knows no event “\(name)”. "
                    + ClosestName.suggestion(
                        for: name,
                        in: RiskFact.Name.allCases.map(\.rawValue)
                    )
            )
        }
        states.append(
            State(
                state: RiskWorkflowState(
                    RiskState(read.name),
                    read.label,
                    isFinal: read.isFinal,
                    like: like,
                    limit: read.limit
                ),
                like: like,
                without: Set(read.without.map { RiskEventName(rawValue: $0) })
            )
        )
    }

    // MARK: Steps

    private mutating func add(
        _ read: RiskStepField,
        at index: Int,
        _ path: String,
        _ value: ScriptValue?,
        _ fields: JSONFields
    ) throws(JSONError) {
        let from = try known(read.from, at: "\(path).from", fields)
        // An event of the record leads where it always does, unless the step says otherwise.
        let usual = StandardRiskWorkflow().steps.first {
            $0.event.rawValue == read.event && $0.from == recorded(from)
        }?.to
        let stays = usual == nil || usual == recorded(from)
        let to = try known(
            read.to ?? (stays ? read.from : usual?.rawValue ?? read.from),
            at: "\(path).to",
            fields
        )
        let event = RiskEventName(rawValue: read.event)
        if steps.contains(where: { $0.step.event == event && $0.step.from == from }) {
            throw fields.error(
                "\(path): “\(event)” leads out of “\(from)” already. Keep one of them."
            )
        }
        if let name = RiskFact.Name(rawValue: read.event) {
            try check(name, from, to, path, fields)
        } else {
            try checkOwn(event, from, to, path, fields)
        }
        var effects: Int?
        if let function = value?["effects"] {
            guard case .function(let line) = function else {
                throw fields.error(
                    "\(path).effects: expected function(request, risk, ctx) … end, found "
                        + "\(function.kindInWords)."
                )
            }
            effects = line
        }
        var step = Step(
            step: RiskWorkflowStep(event, from: from, to: to),
            place: index + 1,
            effects: effects
        )
        if RiskFact.Name(rawValue: read.event) == nil {
            step.step.kind = kind(of: event)
            try addOwnKind(event, read, path, fields)
        } else if read.says != nil || read.fields != nil {
            throw fields.error(
                "\(path): “says” and “fields” are for events of your own; “\(event)” is one of the "
                    + "record's."
            )
        }
        try addBranches(read.branches, value?["branches"]?.items ?? [], to: &step, path, fields)
        steps.append(step)
    }

    /// Notes how an event of the plugin's own is recorded.
    private mutating func addOwnKind(
        _ event: RiskEventName,
        _ read: RiskStepField,
        _ path: String,
        _ fields: JSONFields
    ) throws(JSONError) {
        guard read.says != nil || read.fields != nil || ownKinds[event] == nil else { return }
        let gaps = Self.gaps(in: read.says ?? "")
        let known = read.fields?.map(\.name)
        for gap in gaps where known.map({ !$0.contains(gap) }) ?? false {
            throw fields.error(
                "\(path).says: there is no field “\(gap)”. "
                    + ClosestName.suggestion(for: gap, in: known ?? [])
            )
        }
        for gap in gaps {
            guard read.fields?.first(where: { $0.name == gap })?.isErasable ?? true else {
                continue
            }
            throw fields.error(
                "\(path).says: the field “\(gap)” is a text, which may have to be erased, so it does not "
                    + "stand in a sentence that is kept. Say it without."
            )
        }
        let says = read.says ?? ""
        ownKinds[event] = RiskOwnKind(kind(of: event), fields: read.fields) { details in
            gaps.reduce(says) { sentence, gap in
                let value = details[gap]
                let day = value?.text.flatMap { CivilDate(iso: $0) }?.formatted("d MMMM yyyy")
                let words = value?.wholeNumber.map(String.init) ?? day ?? value?.text ?? "not said"
                return sentence.replacing("{\(gap)}", with: words)
            }
        }
    }

    /// The names between braces.
    private static func gaps(in template: String) -> [String] {
        template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
            part in
            part.contains("}") ? String(part.prefix { $0 != "}" }) : nil
        }
    }

    private func addBranches(
        _ branches: [RiskBranchField],
        _ values: [ScriptValue],
        to step: inout Step,
        _ path: String,
        _ fields: JSONFields
    ) throws(JSONError) {
        for (index, branch) in branches.enumerated() {
            let path = "\(path).branches[\(index + 1)]"
            let to = try known(branch.to, at: "\(path).to", fields)
            guard recorded(to) == recorded(step.step.to) else {
                throw fields.error(
                    "\(path): a branch leads to a state like “\(recorded(step.step.to) ?? step.step.to)”, "
                        + "as the record has it, and not to “\(to)”."
                )
            }
            guard !step.step.branches.contains(where: { $0.name == branch.name }) else {
                throw fields.error(
                    "\(path): there is a branch “\(branch.name)” already. Rename this one."
                )
            }
            guard index < values.count, case .function(let line)? = values[index]["when"] else {
                throw fields.error("\(path).when: expected function(request, risk, ctx) … end.")
            }
            step.step.branches.append(
                RiskWorkflowBranch(branch.name, because: branch.because, to: to)
            )
            step.branches.append(line)
        }
    }

    private mutating func add(
        _ allow: RiskPermissionField,
        _ fields: JSONFields
    ) throws(JSONError) {
        let known = events + RiskEventName.ofRegisters.map(\.rawValue).sorted()
        for event in allow.events where !known.contains(event) {
            throw fields.error(
                "allow: there is no event “\(event)”. "
                    + ClosestName.suggestion(for: event, in: known)
            )
        }
        let named = Set(allow.events.map { RiskEventName(rawValue: $0) })
        permissions.rules.append(.init(events: named, roles: allow.roles))
        for event in named where permissions.roles(for: event) == [] {
            throw fields.error(
                "allow: no role may take a risk through “\(event)”, since the rules about it share none. "
                    + "Name at least one role in all of them."
            )
        }
    }

    private mutating func add(
        _ read: RiskApprovalsField,
        _ path: String,
        _ fields: JSONFields
    ) throws(JSONError) {
        let event = RiskEventName(rawValue: read.step.event)
        guard RiskFact.Name(rawValue: read.step.event) == nil else {
            throw fields.error(
                "\(path): “\(event)” is an event of the record. Give the agreement a name of its own, such as "
                    + "\"agree\"."
            )
        }
        try add(read.step, at: steps.count, path, nil, fields)
        guard events.contains(read.before) else {
            throw fields.error(
                "\(path).before: there is no event “\(read.before)”. "
                    + ClosestName.suggestion(for: read.before, in: events)
            )
        }
        let rule = RiskApprovals(
            event,
            before: RiskEventName(rawValue: read.before),
            in: RiskState(read.step.from),
            by: read.roles,
            atLeast: read.quorum,
            as: kind(of: event)
        )
        if let problem = rule.problem { throw fields.error("\(path).at_least: \(problem)") }
        approvals.append(rule)
        permissions.rules.append(.init(events: [event], roles: read.roles))
        guard permissions.roles(for: event) == [] else { return }
        throw fields.error(
            "\(path): no role may take a risk through “\(event)”, since the rules about it share none. Leave "
                + "it out of “allow”."
        )
    }

    private mutating func readDelegation(_ fields: JSONFields) throws(JSONError) {
        guard let name = try fields.optional("delegation", as: .text) else { return }
        let event = RiskEventName(rawValue: name)
        guard let kind = ownKinds[event] else {
            throw fields.error(
                "delegation: “\(name)” is no event of your own. Give it as a step, with the fields “to” and "
                    + "“until”."
            )
        }
        permissions.delegation = kind.kind
    }

    /// Refuses a step by an event of the record that leads where the record does not.
    private func check(
        _ name: RiskFact.Name,
        _ from: RiskState,
        _ to: RiskState,
        _ path: String,
        _ fields: JSONFields
    ) throws(JSONError) {
        guard name != .enter, name != .override else {
            throw fields.error(
                "\(path): “\(name.rawValue)” is what the record calls an entry that a workflow makes itself, so it "
                    + "is no event to ask for. Give the event another name, such as \"park\"."
            )
        }
        let before = recorded(from) ?? from
        let beneath = StandardRiskWorkflow().steps.first {
            $0.event.rawValue == name.rawValue && $0.from == before
        }
        guard let beneath else {
            throw fields.error(
                "\(path): the record does not let a risk that is \(before) be \(name.participle). A "
                    + "workflow can be stricter than the record, not looser."
            )
        }
        guard recorded(to) == beneath.to else {
            throw fields.error(
                "\(path): “\(name.rawValue)” leads to “\(beneath.to)” in the record, so it leads to "
                    + "that state or one like it, not to “\(to)”."
            )
        }
    }

    /// Refuses an event of the plugin's own that the record could not keep.
    private func checkOwn(
        _ event: RiskEventName,
        _ from: RiskState,
        _ to: RiskState,
        _ path: String,
        _ fields: JSONFields
    ) throws(JSONError) {
        guard PluginManifest.isIdentifier(event.rawValue) else {
            throw fields.error(
                "\(path): “\(event)” is no name for an event. Use small letters, digits and hyphens, "
                    + "such as \"approve-first\"."
            )
        }
        guard !kind(of: event).isReserved else {
            throw fields.error(
                "\(path): a plugin called “\(plugin)” cannot have events of its own, since the journal "
                    + "keeps kinds of that name. Rename the plugin."
            )
        }
        guard from != .unrecorded else {
            throw fields.error(
                "\(path): a risk begins with “propose”; an event of your own comes after it."
            )
        }
        guard recorded(from) == recorded(to) else {
            throw fields.error(
                "\(path): only an event of the record takes a risk from “\(from)” to “\(to)”. Lead to "
                    + "a state like “\(recorded(from) ?? from)”."
            )
        }
    }

    private mutating func add(
        _ read: RiskStepField,
        _ fields: JSONFields
    ) throws(JSONError) {
        let path = "without[\(removals.count + 1)]"
        let from = try known(read.from, at: "\(path).from", fields)
        let like = recorded(from) ?? from
        let isStep = StandardRiskWorkflow().steps.contains {
            $0.event.rawValue == read.event && $0.from == like
        }
        guard isStep else {
            throw fields.error(
                "\(path): “\(read.event)” does not lead out of “\(from)”, so there is nothing to take "
                    + "away."
            )
        }
        removals.insert(Removal(event: RiskEventName(rawValue: read.event), from: from))
    }

    /// The kind under which the journal keeps an event of the plugin's own.
    func kind(of event: RiskEventName) -> EntryKind { EntryKind("\(plugin).risk-\(event)") }

    // MARK: Guards and trials

    private var events: [String] {
        var names = RiskFact.Name.allCases.map(\.rawValue)
        for step in steps where !names.contains(step.step.event.rawValue) {
            names.append(step.step.event.rawValue)
        }
        return names
    }

    private mutating func add(
        _ read: RiskGuardField,
        at index: Int,
        _ value: ScriptValue?,
        _ fields: JSONFields
    ) throws(JSONError) {
        let path = "guards[\(index + 1)]"
        guard !guards.contains(where: { $0.name == read.name }) else {
            throw fields.error("\(path): there is a guard “\(read.name)” already. Rename this one.")
        }
        for event in read.events where !events.contains(event) {
            throw fields.error(
                "\(path).on: there is no event “\(event)”. "
                    + ClosestName.suggestion(for: event, in: events)
            )
        }
        guard case .function(let line)? = value?["check"] else {
            throw fields.error("\(path).check: expected function(request, risk, ctx) … end.")
        }
        guards.append(
            Guard(
                name: read.name,
                events: Set(read.events.map { RiskEventName(rawValue: $0) }),
                place: index + 1,
                line: line
            )
        )
    }

    private mutating func readTrial(_ fields: JSONFields) throws(JSONError) {
        let trial = try fields.optional(
            "trial",
            as: .fields(known: ["people", "details", "worlds"])
        )
        people = try trial?.optional("people", as: .list(of: .text)) ?? []
        let known = events
        for (event, members) in try trial?.optional("details", as: .map(of: .value)) ?? [] {
            guard known.contains(event), RiskFact.Name(rawValue: event) == nil,
                case .object(let object) = members
            else {
                throw fields.error(
                    "trial.details: write the details of an event of your own, such as { notify = "
                        + "{ reference = \"N-1\" } }; “\(event)” is none."
                )
            }
            details[RiskEventName(rawValue: event)] = object
        }
        for world in try trial?.optional("worlds", as: .list(of: .riskWorkflowWorld)) ?? [] {
            try add(world, fields)
        }
    }

    /// Reads a world of the author's own, whose changes are in the form of a file of changes.
    private mutating func add(_ world: RiskWorldField, _ fields: JSONFields) throws(JSONError) {
        var changes: [Change] = []
        for (index, node) in world.changes.enumerated() {
            let path = "trial.worlds[\(worlds.count + 1)].changes[\(index + 1)]"
            let effects = try RiskEffect.reading(
                node,
                at: JSONPlace(source: "\(plugin)/\(file)", path: path),
                risk: RiskWorkflowWorld.other,
                timescales: TimescaleReader(),
                rooms: .standard
            )
            for effect in effects {
                guard let change = effect.change(of: RiskWorkflowWorld.other) else { continue }
                changes.append(change)
            }
        }
        worlds.append(
            RiskWorkflowWorld(
                world.name,
                changes: changes,
                levels: (world.levels[0], world.levels[1])
            )
        )
    }
}
#endif
