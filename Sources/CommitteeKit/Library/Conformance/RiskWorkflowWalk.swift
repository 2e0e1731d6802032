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

/// What was seen of a workflow in all worlds.
struct RiskWorkflowSightings {
    var violations: [RiskWorkflowViolation] = []
    /// The states to which a walk came.
    var states: Set<RiskState> = []
    /// The steps that passed for somebody.
    var passed: Set<RiskWorkflowStep> = []
    /// The steps of which something else is wrong, so that they may pass for nobody.
    var broken: Set<RiskWorkflowStep> = []
    /// Why each step that did not pass was refused last.
    var reasons: [RiskWorkflowStep: String] = [:]
    /// How often each guard, condition or effect could not be asked.
    var faults: [String: Int] = [:]
    /// What was told that cannot be asked, with the event.
    var told: Set<String> = []
    /// The guards that refused something.
    var guards: Set<String> = []
    /// The branches that were taken, by the name of the event and of the condition.
    var branches: Set<String> = []
    /// The events on which something else was recorded.
    var recording: Set<RiskEventName> = []

    mutating func violate(_ claim: String, _ message: String) {
        let violation = RiskWorkflowViolation(claim: claim, message: message)
        if !violations.contains(violation) { violations.append(violation) }
    }
}

/// One walk through the states of a workflow in one world, on a journal that grows with it.
struct RiskWorkflowWalk {
    let workflow: any RiskWorkflow
    let world: RiskWorkflowWorld
    let requests: RiskWorkflowConformance.Requests
    /// How many times a state is visited again, with another history.
    let revisits: Int
    var seen: RiskWorkflowSightings
    private var visits: [RiskState: Int] = [:]
    private let watched: Set<RiskEventName>?
    /// The risk as it stands after the entries of the last attempt.
    private var last: (count: Int, entries: [Entry], riskCase: RiskCase)?

    init(
        workflow: any RiskWorkflow,
        world: RiskWorkflowWorld,
        requests: @escaping RiskWorkflowConformance.Requests,
        revisits: Int,
        seen: RiskWorkflowSightings
    ) {
        self.workflow = workflow
        self.world = world
        self.requests = requests
        self.revisits = revisits
        self.seen = seen
        watched = workflow.watched
    }

    /// The requests that are tried: one where it does not matter who asks.
    private func asked(_ step: RiskWorkflowStep, _ riskCase: RiskCase) -> [RiskRequest] {
        let all = requests(step, riskCase, world)
        return watched?.contains(step.event) ?? true ? all : Array(all.prefix(1))
    }

    /// Takes a risk through every step, from every state that it reaches.
    mutating func run() {
        let problems = Record.problems(appending: world.drafts, to: [])
        guard problems.isEmpty else {
            return seen.violate(
                "The walk can begin",
                "in the world “\(world.name)”: " + problems.map(\.message).joined(separator: " ")
            )
        }
        var queue: [Arrival] = [(workflow.initialState, world.drafts)]
        visits[workflow.initialState] = 1
        while let next = queue.first {
            queue.removeFirst()
            seen.states.insert(next.state)
            for found in visit(next) where visits[found.state, default: 0] <= revisits {
                visits[found.state, default: 0] += 1
                queue.append(found)
            }
        }
    }

    private typealias Arrival = (state: RiskState, drafts: [EntryDraft])

    private mutating func visit(_ arrival: Arrival) -> [Arrival] {
        var drafts = arrival.drafts
        last = nil
        let steps = workflow.steps.filter { $0.from == arrival.state }
        checkRefusals(in: arrival.state, drafts, allowed: Set(steps.map(\.event)))
        // What leaves the state is tried before anything is prepared for it, and behind that.
        let leaving = steps.filter { $0.to != arrival.state }
        var found: [Arrival] = []
        for step in leaving where watched?.contains(step.event) ?? true {
            found += attempt(step, drafts)
        }
        var waiting = steps.filter { $0.to == arrival.state }
        for _ in 0..<3 where !waiting.isEmpty {
            waiting = waiting.filter { step in
                let arrivals = attempt(step, drafts)
                found += arrivals.filter { $0.state != arrival.state }
                guard let stays = arrivals.first(where: { $0.state == arrival.state }) else {
                    return arrivals.isEmpty
                }
                if prepares(step) { drafts = stays.drafts }
                return false
            }
        }
        for step in steps where step.to == arrival.state && isOwn(step) {
            drafts = repeated(step, drafts)
        }
        for step in leaving { found += attempt(step, drafts) }
        return found
    }

    /// Whether what an event records may stay in the journal for the steps that follow.
    private func prepares(_ step: RiskWorkflowStep) -> Bool {
        [RiskFact.Name.assess, .control, .treat].contains { $0.rawValue == step.event.rawValue }
            || isOwn(step)
    }

    private func isOwn(_ step: RiskWorkflowStep) -> Bool {
        RiskFact.Name(rawValue: step.event.rawValue) == nil
    }

    /// What the journal holds when an event of the workflow's own happened as often as it can, up to a few
    /// times: several may have to agree before another event passes.
    private mutating func repeated(
        _ step: RiskWorkflowStep,
        _ drafts: [EntryDraft]
    ) -> [EntryDraft] {
        var drafts = drafts
        for _ in 0..<Self.mostRepetitions {
            let stays = attempt(step, drafts).first { $0.state == step.from }
            guard let stays else { break }
            drafts = stays.drafts
        }
        return drafts
    }

    private static let mostRepetitions = 8

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

    /// Tries a step on behalf of everybody; returns where those lead that pass, each state once.
    private mutating func attempt(_ step: RiskWorkflowStep, _ drafts: [EntryDraft]) -> [Arrival] {
        let day = (drafts.last?.effective ?? RiskWorkflowWorld.start) + 1
        let (entries, riskCase) = standing(after: drafts, on: day)
        guard riskCase.state == step.from, canBeAsked(step) else { return [] }
        var arrivals: [Arrival] = []
        var isFirst = true
        for request in asked(step, riskCase) {
            let added: [EntryDraft]
            do throws(RiskRefusal) {
                added = try workflow.drafts(for: request, riskCase)
                if isFirst, try workflow.drafts(for: request, riskCase) != added {
                    seen.violate(
                        "A decision depends on the request and the record alone",
                        "“\(step.event)” from “\(step.from)” records something else when it is asked again."
                    )
                }
            } catch {
                seen.guards.insert(error.guardName)
                checkReason(of: error, request)
                if error.isFault {
                    seen.broken.insert(step)
                    seen.faults[error.guardName, default: 0] += 1
                    guard canBeAsked(step) else { break }
                }
                seen.reasons[step] = error.reason
                continue
            }
            isFirst = false
            let branch = note(added, of: step, request, riskCase)
            // What leads where another request has led already is not replayed again.
            let target = branch?.to ?? step.to
            guard !arrivals.contains(where: { $0.state == target }) else { continue }
            guard let state = check(added, of: step, after: drafts, entries, on: day) else {
                seen.broken.insert(step)
                continue
            }
            seen.passed.insert(step)
            if !arrivals.contains(where: { $0.state == state }) {
                arrivals.append((state, drafts + added))
            }
        }
        return arrivals
    }

    /// Whether the guards that watch a step could be asked so far: one that never answers would hold up the walk.
    private func canBeAsked(_ step: RiskWorkflowStep) -> Bool {
        let isTired = { (name: String) in seen.faults[name, default: 0] >= Self.mostFaults }
        guard let parts = workflow.parts else { return !seen.broken.contains(step) }
        return !parts.guards.contains { $0.value.contains(step.event) && isTired($0.key) }
            && !step.branches.contains { isTired($0.name) }
    }

    /// After how many times nobody asks any more what cannot be asked.
    private static let mostFaults = 3

    /// Notes which branch was taken, and whether something else was recorded.
    ///
    /// - Returns: The branch.
    private mutating func note(
        _ added: [EntryDraft],
        of step: RiskWorkflowStep,
        _ request: RiskRequest,
        _ riskCase: RiskCase
    ) -> RiskWorkflowBranch? {
        var taken: RiskWorkflowBranch?
        if !step.branches.isEmpty { taken = try? workflow.branch(of: request, for: riskCase) }
        if let taken { seen.branches.insert("\(step.event)/\(taken.name)") }
        let others = added.filter { $0.kind != step.kind && $0.kind != RiskFact.Name.enter.kind }
        if !others.isEmpty { seen.recording.insert(step.event) }
        return taken
    }

    /// The entries, and the risk as it stands after them.
    private mutating func standing(
        after drafts: [EntryDraft],
        on day: CivilDate
    ) -> (entries: [Entry], riskCase: RiskCase) {
        if let last, last.count == drafts.count { return (last.entries, last.riskCase) }
        let entries = Self.entries(of: drafts)
        let riskCase = workflow.riskCase(
            RiskWorkflowWorld.risk,
            in: edition(of: entries, on: day)
        )
        last = (drafts.count, entries, riskCase)
        return (entries, riskCase)
    }

    /// Checks what a step records: that it can be, and that replayed it leads where the step leads.
    ///
    /// - Returns: The state to which it leads; nil when it leads elsewhere or cannot be recorded.
    private mutating func check(
        _ added: [EntryDraft],
        of step: RiskWorkflowStep,
        after drafts: [EntryDraft],
        _ entries: [Entry],
        on day: CivilDate
    ) -> RiskState? {
        guard !added.isEmpty else {
            seen.violate(
                "A step records something",
                "“\(step.event)” from “\(step.from)” records nothing."
            )
            return nil
        }
        var isRecorded = true
        for draft in added {
            do throws(JournalError) {
                try draft.check()
            } catch {
                seen.violate("What a step records can be appended", error.message)
                isRecorded = false
            }
        }
        for problem in Record.problems(appending: added, to: entries) {
            seen.violate(
                "What a step records can be appended",
                "“\(step.event)” from “\(step.from)”: \(problem.message)"
            )
            isRecorded = false
        }
        let replayed = edition(of: Self.entries(of: drafts + added), on: day)
        let state = workflow.riskCase(RiskWorkflowWorld.risk, in: replayed).state
        guard step.targets.contains(state) else {
            let targets = step.targets.map { "“\($0)”" }.joined(separator: " or ")
            seen.violate(
                "Effects replay to the state of the step",
                "“\(step.event)” from “\(step.from)” should lead to \(targets), but replayed it "
                    + "leads to “\(state)”."
            )
            return nil
        }
        return isRecorded ? state : nil
    }

    /// Checks that every event that a state does not allow is refused, with a reason.
    private mutating func checkRefusals(
        in state: RiskState,
        _ drafts: [EntryDraft],
        allowed: Set<RiskEventName>
    ) {
        let day = (drafts.last?.effective ?? RiskWorkflowWorld.start) + 1
        let riskCase = standing(after: drafts, on: day).riskCase
        var tried: Set<RiskEventName> = []
        for step in workflow.steps
        where !allowed.contains(step.event) && tried.insert(step.event).inserted {
            // The state refuses, whoever asks.
            for request in requests(step, riskCase, world).prefix(1) {
                guard let refusal = workflow.check(request, for: riskCase) else {
                    seen.violate(
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
            // How much work was used up differs from one time to the next, so each is told once.
            guard seen.told.insert("\(refusal.guardName)/\(request.event)").inserted else { return }
            return seen.violate(
                "Every guard and every effect can be asked",
                "“\(request.event)”: \(refusal.reason)"
            )
        }
        let isSentence = refusal.reason.hasSuffix(".") || refusal.reason.hasSuffix("?")
        guard !isSentence || refusal.reason.split(separator: " ").count < 3 else { return }
        seen.violate(
            "Every refusal says why, in a sentence",
            "the guard “\(refusal.guardName)” refused “\(request.event)” with “\(refusal.reason)”."
        )
    }
}
