// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a workflow does not keep of the claims of the conformance kit.
package struct RiskWorkflowViolation: Hashable, Sendable {
    /// The claim, in words.
    package let claim: String
    /// What happened instead.
    package let message: String

    /// Creates a violation.
    package init(claim: String, message: String) {
        self.claim = claim
        self.message = message
    }
}

/// One walk through all states of a workflow, on a journal that grows with it.
struct RiskWorkflowWalk {
    let workflow: any RiskWorkflow
    let requests: RiskWorkflowConformance.Requests
    private(set) var violations: [RiskWorkflowViolation] = []
    /// What the journal holds when each state is reached first.
    private var reached: [RiskState: [EntryDraft]] = [:]

    init(workflow: any RiskWorkflow, requests: @escaping RiskWorkflowConformance.Requests) {
        self.workflow = workflow
        self.requests = requests
    }

    private mutating func violate(_ claim: String, _ message: String) {
        let violation = RiskWorkflowViolation(claim: claim, message: message)
        if !violations.contains(violation) { violations.append(violation) }
    }

    // MARK: The shape

    /// Checks what can be seen without recording anything.
    mutating func checkShape() {
        let states = workflow.states
        let known = Set(states.map(\.state))
        if states.isEmpty { violate("A workflow has states", "it has none.") }
        if known.count < states.count { violate("Each state is named once", "one is named twice.") }
        for step in workflow.steps {
            for state in [step.from, step.to] where !known.contains(state) {
                violate(
                    "Steps lead from and to states of the workflow",
                    "“\(step.event)” names “\(state)”, which is none."
                )
            }
            let same = workflow.steps.filter { $0.event == step.event && $0.from == step.from }
            if same.count > 1 {
                violate(
                    "An event leads from a state to one other",
                    "“\(step.event)” leads from “\(step.from)” to \(same.count)."
                )
            }
        }
        var found: Set<RiskState> = [workflow.initialState]
        var isGrowing = true
        while isGrowing {
            let next = Set(workflow.steps.filter { found.contains($0.from) }.map(\.to))
            isGrowing = !next.isSubset(of: found)
            found.formUnion(next)
        }
        for state in states {
            if !found.contains(state.state) {
                violate("Every state can be reached", "no steps lead to “\(state.state)”.")
            }
            let leaves = workflow.steps.contains {
                $0.from == state.state && $0.to != state.state
            }
            if !leaves, !state.isFinal {
                violate(
                    "A state that is not final has a way out",
                    "nothing leads out of “\(state.state)”."
                )
            }
        }
    }

    // MARK: The walk

    /// Takes a risk through every step, from every state that it reaches.
    mutating func run() {
        let begin = RiskWorkflowWorld.drafts()
        let problems = Record.problems(appending: begin, to: [])
        guard problems.isEmpty else {
            return violate("The walk can begin", problems.map(\.message).joined(separator: " "))
        }
        reached[workflow.initialState] = begin
        var queue = [workflow.initialState]
        while let state = queue.first {
            queue.removeFirst()
            for found in visit(state) where reached[found.state] == nil {
                reached[found.state] = found.drafts
                queue.append(found.state)
            }
        }
        for state in workflow.states where reached[state.state] == nil {
            violate("Every state can be reached", "the walk never came to “\(state.state)”.")
        }
    }

    private typealias Arrival = (state: RiskState, drafts: [EntryDraft])

    private mutating func visit(_ state: RiskState) -> [Arrival] {
        guard var drafts = reached[state] else { return [] }
        let steps = workflow.steps.filter { $0.from == state }
        checkRefusals(in: state, drafts, allowed: Set(steps.map(\.event)))
        // Events that leave the state come first, because others may need what they record.
        let stays = steps.filter { $0.to == state }
        var waiting = stays
        for _ in 0..<3 where !waiting.isEmpty {
            waiting = waiting.filter { step in
                guard let after = attempt(step, drafts, isLast: false) else { return true }
                if Self.prepares(step.event) { drafts = after }
                return false
            }
        }
        for step in waiting { _ = attempt(step, drafts, isLast: true) }
        return steps.filter { $0.to != state }.compactMap { step in
            attempt(step, drafts, isLast: true).map { (step.to, $0) }
        }
    }

    /// Whether what an event records may stay in the journal for the steps that follow.
    private static func prepares(_ event: RiskEventName) -> Bool {
        [RiskFact.Name.assess, .control, .treat].contains { $0.rawValue == event.rawValue }
    }

    private static func entries(of drafts: [EntryDraft]) -> [Entry] {
        var sealer = EntrySealer(committee: "walk", after: nil, context: .trial)
        return drafts.map { sealer.seal($0, idempotencyKey: nil) }
    }

    private func edition(of entries: [Entry], on day: CivilDate) -> Edition {
        Edition(
            of: Record.folding(entries, asOf: day),
            committee: "walk",
            name: "The walk",
            asOf: day,
            audience: .restricted
        )
    }

    /// Tries a step on behalf of everybody; returns the journal afterwards, or nil when it never passes.
    private mutating func attempt(
        _ step: RiskWorkflowStep,
        _ drafts: [EntryDraft],
        isLast: Bool
    ) -> [EntryDraft]? {
        let day = (drafts.last?.effective ?? RiskWorkflowWorld.start) + 1
        let entries = Self.entries(of: drafts)
        let riskCase = workflow.riskCase(
            RiskWorkflowWorld.risk,
            in: edition(of: entries, on: day)
        )
        var lastReason = "it was never tried."
        for request in requests(step, riskCase) {
            let added: [EntryDraft]
            do throws(RiskRefusal) {
                added = try workflow.drafts(for: request, riskCase)
            } catch {
                checkReason(of: error, request)
                lastReason = error.reason
                continue
            }
            check(added, of: step, after: drafts, entries, on: day)
            return drafts + added
        }
        if isLast {
            violate(
                "Every step passes for somebody",
                "“\(step.event)” from “\(step.from)” never does: \(lastReason)"
            )
        }
        return nil
    }

    /// Checks what a step records: that it can be, and that replayed it leads where the step leads.
    private mutating func check(
        _ added: [EntryDraft],
        of step: RiskWorkflowStep,
        after drafts: [EntryDraft],
        _ entries: [Entry],
        on day: CivilDate
    ) {
        guard !added.isEmpty else {
            return violate(
                "A step records something",
                "“\(step.event)” from “\(step.from)” records nothing."
            )
        }
        for draft in added {
            do throws(JournalError) {
                try draft.check()
            } catch {
                violate("What a step records can be appended", error.message)
            }
        }
        for problem in Record.problems(appending: added, to: entries) {
            violate(
                "What a step records can be appended",
                "“\(step.event)” from “\(step.from)”: \(problem.message)"
            )
        }
        let replayed = edition(of: Self.entries(of: drafts + added), on: day)
        let state = workflow.riskCase(RiskWorkflowWorld.risk, in: replayed).state
        if state != step.to {
            violate(
                "Effects replay to the state of the step",
                "“\(step.event)” from “\(step.from)” should lead to “\(step.to)”, but replayed it "
                    + "leads to “\(state)”."
            )
        }
    }

    /// Checks that every event that a state does not allow is refused, with a reason.
    private mutating func checkRefusals(
        in state: RiskState,
        _ drafts: [EntryDraft],
        allowed: Set<RiskEventName>
    ) {
        let day = (drafts.last?.effective ?? RiskWorkflowWorld.start) + 1
        let riskCase = workflow.riskCase(
            RiskWorkflowWorld.risk,
            in: edition(of: Self.entries(of: drafts), on: day)
        )
        var seen: Set<RiskEventName> = []
        for step in workflow.steps
        where !allowed.contains(step.event) && seen.insert(step.event).inserted {
            for request in requests(step, riskCase) {
                guard let refusal = workflow.check(request, for: riskCase) else {
                    violate(
                        "What the steps do not allow is refused",
                        "“\(step.event)” passes in “\(state)”."
                    )
                    continue
                }
                checkReason(of: refusal, request)
            }
        }
    }

    private mutating func checkReason(of refusal: RiskRefusal, _ request: RiskRequest) {
        guard !refusal.isFault else {
            return violate(
                "Every guard and every effect can be asked",
                "“\(request.event)”: \(refusal.reason)"
            )
        }
        let isSentence = refusal.reason.hasSuffix(".") || refusal.reason.hasSuffix("?")
        guard !isSentence || refusal.reason.split(separator: " ").count < 3 else { return }
        violate(
            "Every refusal says why, in a sentence",
            "the guard “\(refusal.guardName)” refused “\(request.event)” with “\(refusal.reason)”."
        )
    }
}
