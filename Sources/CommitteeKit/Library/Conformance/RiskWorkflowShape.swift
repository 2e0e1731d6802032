// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What can be seen of a workflow without recording anything.
struct RiskWorkflowShape {
    private let workflow: any RiskWorkflow

    init(_ workflow: any RiskWorkflow) { self.workflow = workflow }

    /// Returns what does not hold.
    ///
    /// - Parameter previous: The version before, where there is one.
    /// - Returns: The claims that do not hold.
    func problems(after previous: (any RiskWorkflow)?) -> [RiskWorkflowViolation] {
        var found: [RiskWorkflowViolation] = []
        func violate(_ claim: String, _ message: String) {
            let violation = RiskWorkflowViolation(claim: claim, message: message)
            if !found.contains(violation) { found.append(violation) }
        }
        let states = workflow.states
        let known = Set(states.map(\.state))
        if states.isEmpty { violate("A workflow has states", "it has none.") }
        if known.count < states.count { violate("Each state is named once", "one is named twice.") }
        for step in workflow.steps {
            for state in [step.from] + step.targets where !known.contains(state) {
                violate(
                    "Steps lead from and to states of the workflow",
                    "“\(step.event)” names “\(state)”, which is none."
                )
            }
            let same = workflow.steps.count { $0.event == step.event && $0.from == step.from }
            if same > 1 {
                violate(
                    "An event leads from a state to one other",
                    "“\(step.event)” leads from “\(step.from)” to \(same)."
                )
            }
        }
        let reached = closure([workflow.initialState]) { step in (step.from, step.targets) }
        let finals = Set(states.filter(\.isFinal).map(\.state))
        let ending = waysInto(finals)
        for state in states {
            // A state of the record for which one of the workflow's own stands is not missed.
            let hasOther = states.contains {
                $0.like == state.state && $0.state != state.state && reached.contains($0.state)
            }
            if !reached.contains(state.state), !hasOther {
                violate("Every state can be reached", "no steps lead to “\(state.state)”.")
            }
            guard !state.isFinal else { continue }
            let leaves = workflow.steps.contains { step in
                step.from == state.state && step.targets.contains { $0 != state.state }
            }
            if !leaves {
                violate(
                    "A state that is not final has a way out",
                    "nothing leads out of “\(state.state)”."
                )
            } else if !finals.isEmpty, !ending.contains(state.state) {
                violate(
                    "Every state has a way to a final one",
                    "from “\(state.state)” a risk goes round for ever and never comes to "
                        + "\(finals.map(\.rawValue).sorted().joined(separator: ", "))."
                )
            }
        }
        for problem in versionProblems(after: previous) {
            violate("A new version says what becomes of the states before", problem)
        }
        return found
    }

    private func closure(
        _ start: Set<RiskState>,
        _ leads: (RiskWorkflowStep) -> (RiskState, [RiskState])
    ) -> Set<RiskState> {
        var found = start
        var isGrowing = true
        while isGrowing {
            let next = Set(
                workflow.steps.map(leads).filter { found.contains($0.0) }.flatMap(\.1)
            )
            isGrowing = !next.isSubset(of: found)
            found.formUnion(next)
        }
        return found
    }

    /// The states from which some way, branches among them, leads to one of some states.
    private func waysInto(_ goals: Set<RiskState>) -> Set<RiskState> {
        var found = goals
        var isGrowing = true
        while isGrowing {
            let next = Set(
                workflow.steps.filter { !found.isDisjoint(with: $0.targets) }.map(\.from)
            )
            isGrowing = !next.isSubset(of: found)
            found.formUnion(next)
        }
        return found
    }

    private func versionProblems(after previous: (any RiskWorkflow)?) -> [String] {
        guard let previous else { return [] }
        let same =
            Set(previous.states) == Set(workflow.states)
            && Set(previous.steps) == Set(workflow.steps)
        guard workflow.version > previous.version else {
            return same
                ? []
                : [
                    "its states or steps are not those of version \(previous.version), so it needs a "
                        + "greater version."
                ]
        }
        let known = Set(workflow.states.map(\.state))
        return previous.states.filter {
            !known.contains($0.state) && workflow.becomes[$0.state] == nil
        }
        .map {
            "“\($0.state)” is gone, and nothing says what a risk in it becomes. Say it with “becomes”."
        }
    }
}
