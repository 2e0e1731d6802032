// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The rules of the conformance kit, where both `CommitteeTestKit` and the host of plugins reach them.
///
/// `RiskWorkflowContract` of `CommitteeTestKit` is their public form.
package struct RiskWorkflowConformance: Sendable {
    /// Makes requests that may pass a step.
    package typealias Requests =
        @Sendable (
            RiskWorkflowStep, RiskCase, RiskWorkflowWorld
        ) -> [RiskRequest]

    private let workflow: any RiskWorkflow
    private let requests: Requests
    private let worlds: [RiskWorkflowWorld]
    private let previous: (any RiskWorkflow)?
    private let revisits: Int

    /// Creates the rules for a workflow.
    ///
    /// - Parameters:
    ///   - workflow: The workflow.
    ///   - worlds: The worlds of the author, beside those of the kit.
    ///   - previous: The version before, whose states the workflow must have or leave out knowingly.
    ///   - revisits: How many times a state is visited again, with another history.
    ///   - requests: Makes requests that may pass a step.
    package init(
        _ workflow: any RiskWorkflow,
        worlds: [RiskWorkflowWorld] = [],
        after previous: (any RiskWorkflow)? = nil,
        revisits: Int = 1,
        requests: @escaping Requests
    ) {
        self.workflow = workflow
        self.worlds = RiskWorkflowWorld.generated + worlds
        self.previous = previous
        self.revisits = revisits
        self.requests = requests
    }

    /// Returns every claim that the workflow does not keep, empty when it keeps them all.
    ///
    /// - Complexity: O(*w* × *s* × *e* × *p*) folds of a short journal for *w* worlds, *s* states, *e* events
    ///   and *p* people.
    package func violations() -> [RiskWorkflowViolation] {
        var seen = RiskWorkflowSightings()
        for problem in RiskWorkflowShape(workflow).problems(after: previous) {
            seen.violate(problem.claim, problem.message)
        }
        // Where nobody and nothing decides, one world tells all.
        let isPlain = workflow.watched?.isEmpty ?? false
        for world in isPlain ? Array(worlds.prefix(1)) : worlds {
            var walk = RiskWorkflowWalk(
                workflow: workflow,
                world: world,
                requests: requests,
                revisits: revisits,
                seen: seen
            )
            walk.run()
            seen = walk.seen
        }
        noteWhatNeverHappened(&seen)
        return seen.violations
    }

    /// Notes the states, steps, guards, branches and effects of which no world saw anything.
    private func noteWhatNeverHappened(_ seen: inout RiskWorkflowSightings) {
        // What a guard that cannot be asked stands before is told by that guard.
        let closed = Set(seen.broken.flatMap(\.targets))
        for state in workflow.states where !seen.states.contains(state.state) {
            // A state of the record for which one of the workflow's own stands is not missed.
            let hasOther = workflow.states.contains {
                $0.like == state.state && $0.state != state.state && seen.states.contains($0.state)
            }
            guard !hasOther, !closed.contains(state.state) else { continue }
            seen.violate("Every state can be reached", "the walk never came to “\(state.state)”.")
        }
        for step in workflow.steps where !seen.passed.contains(step) {
            guard seen.states.contains(step.from), !seen.broken.contains(step) else { continue }
            seen.violate(
                "Every step passes for somebody",
                "“\(step.event)” from “\(step.from)” never does: "
                    + (seen.reasons[step] ?? "it was never tried.")
            )
        }
        for name in (workflow.parts?.guards ?? [:]).keys.sorted() where !seen.guards.contains(name)
        {
            seen.violate(
                "Every guard refuses something in some world",
                "the guard “\(name)” never refused anybody anything. Take it out, or give a world or people "
                    + "in which it does."
            )
        }
        for step in workflow.steps {
            for branch in step.branches
            where !seen.branches.contains("\(step.event)/\(branch.name)") {
                seen.violate(
                    "Every branch is taken in some world",
                    "“\(step.event)” never took the branch “\(branch.name)”. Take it out, or give a world "
                        + "in which its condition holds."
                )
            }
        }
        let brokenEvents = Set(seen.broken.map(\.event))
        for event in workflow.parts?.recording ?? []
        where !seen.recording.contains(event) && !brokenEvents.contains(event) {
            seen.violate(
                "Every effect is recorded in some world",
                "nothing else was ever recorded on “\(event)”. Take it out, or give a world in which it is."
            )
        }
    }

    /// The people on whose behalf the requests are made, one after the other.
    package static let people = ["first-officer", "second-officer", "chair"]

    /// Returns requests for a step, by each of some people and of the roles that the workflow names.
    ///
    /// - Parameters:
    ///   - step: The step.
    ///   - riskCase: The risk as it stands.
    ///   - world: The world in which it stands.
    ///   - people: The people.
    ///   - details: What an event of the workflow's own says.
    /// - Returns: The requests.
    package static func samples(
        for step: RiskWorkflowStep,
        _ riskCase: RiskCase,
        in world: RiskWorkflowWorld,
        by people: [String] = Self.people,
        details: [RiskEventName: JSONObject] = [:]
    ) -> [RiskRequest] {
        let roles = riskCase.permissions.rules.flatMap(\.roles)
        // Somebody whom no rule names asks too, so that a guard for those few refuses somebody.
        let others = people.count < 3 ? ["somebody-else"] : []
        let all = (people + roles + others).reduce(into: [String]()) { all, person in
            if !all.contains(person) { all.append(person) }
        }
        let asked = all.flatMap { person -> [RiskRequest] in
            guard let name = RiskFact.Name(rawValue: step.event.rawValue) else {
                let said = details[step.event] ?? [:]
                return ([said] + (said.isEmpty ? [] : [[:]])).map { details in
                    RiskRequest(
                        riskCase.id,
                        event: step.event,
                        details: details,
                        by: person,
                        reason: "A reason."
                    )
                }
            }
            return world.samples(of: name, by: person, on: riskCase.day).map { fact in
                RiskRequest(riskCase.id, fact, by: person, reason: "A reason.")
            }
        }
        // A guard may ask for a reason, so each is asked once without.
        return asked
            + asked.prefix { $0.by == asked.first?.by }.map { request in
                var request = request
                request.reason = nil
                return request
            }
    }
}

extension RiskWorkflow {
    /// The events about which it matters who asks and what is said; nil where that is not known.
    var watched: Set<RiskEventName>? {
        guard let parts else { return nil }
        var all = parts.recording
        for events in parts.guards.values { all.formUnion(events) }
        for step in steps where !step.branches.isEmpty { all.insert(step.event) }
        return all
    }
}
