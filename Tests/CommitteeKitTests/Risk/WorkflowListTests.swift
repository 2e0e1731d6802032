// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Synchronization
import Testing

/// Workflows in Swift that are broken, each in one way that the kit promises to find, and sound ones.
///
/// Those in Lua are beside the tests of plugins.
@Suite("The conformance kit finds what is broken and nothing else")
struct WorkflowListTests {
    /// The standard workflow, but for what a case changes.
    struct Changed: RiskWorkflow {
        var name = "changed"
        var version = 1
        var states = StandardRiskWorkflow().states
        var steps = StandardRiskWorkflow().steps
        var forgets: EntryKind?
        var refuses: (@Sendable (RiskRequest, RiskCase) -> RiskRefusal?)?
        var records: (@Sendable (RiskRequest, [RiskEffect]) -> [RiskEffect])?

        func refusal(of request: RiskRequest, for riskCase: RiskCase) -> RiskRefusal? {
            refuses?(request, riskCase)
                ?? StandardRiskWorkflow().refusal(of: request, for: riskCase)
        }

        func effects(of request: RiskRequest, for riskCase: RiskCase) -> [RiskEffect] {
            let usual = StandardRiskWorkflow().effects(of: request, for: riskCase)
            return records?(request, usual) ?? usual
        }

        func state(after event: RiskHistoryEvent, from state: RiskState) -> RiskState {
            event.kind == forgets
                ? state : StandardRiskWorkflow().state(after: event, from: state)
        }
    }

    private static func changed(_ change: (inout Changed) -> Void) -> Changed {
        var workflow = Changed()
        change(&workflow)
        return workflow
    }

    private static func built(
        version: Int = 1,
        _ build: (RiskWorkflowBuilder) -> RiskWorkflowBuilder
    ) throws -> any RiskWorkflow {
        try build(RiskWorkflowBuilder("moor", version: version)).built()
    }

    private static let asked = RiskOwnKind("moor.asked") { _ in "Somebody asked." }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var claim: String
        var make: @Sendable () throws -> any RiskWorkflow
        var previous: (any RiskWorkflow)?

        init(
            _ name: String,
            _ claim: String,
            after previous: (any RiskWorkflow)? = nil,
            _ make: @escaping @Sendable () throws -> any RiskWorkflow
        ) {
            testDescription = name
            self.claim = claim
            self.previous = previous
            self.make = make
        }
    }

    static let broken: [Case] = [
        Case("a guard that refuses everybody", "Every step passes for somebody") {
            try built { $0.guarding("never", ["accept"]) { _, _ in "Nobody accepts risks here." } }
        },
        Case("a role that cannot be", "Every step passes for somebody") {
            try built {
                $0.allowing(["chair"], to: ["close"]).guarding("not-chair", ["close"]) {
                    request,
                    _ in
                    request.by == "chair" ? "The chair does not close risks." : nil
                }
            }
        },
        Case("nobody approves", "Every state can be reached") {
            try built {
                $0.guarding("never", ["approve"]) { _, _ in "Nothing is approved here." }
                    .guarding("nor", ["close"]) { _, risk in
                        risk.state == .proposed ? "It must be approved first." : nil
                    }
            }
        },
        Case("a reason that is empty", "Every refusal says why, in a sentence") {
            try built {
                $0.guarding("mute", ["review"]) { request, _ in request.by == "chair" ? nil : "" }
            }
        },
        Case("a reason that is a word", "Every refusal says why, in a sentence") {
            try built {
                $0.guarding("curt", ["escalate"]) { request, _ in
                    request.by == "chair" ? nil : "No."
                }
            }
        },
        Case("a reason without an end", "Every refusal says why, in a sentence") {
            try built {
                $0.guarding("open", ["close"]) { request, _ in
                    request.by == "chair" ? nil : "only the chair closes a risk"
                }
            }
        },
        Case("a bad reason in one world alone", "Every refusal says why, in a sentence") {
            try built {
                $0.guarding("appetite", ["accept"]) { request, risk in
                    guard let register = risk.register, let found = risk.risk,
                        register.isAboveAppetite(found) == true, request.by != "chair"
                    else { return nil }
                    return "above"
                }
            }
        },
        Case("a guard that fails", "Every guard and every effect can be asked") {
            changed {
                $0.refuses = { request, _ in
                    guard request.event == "review", request.by != "chair" else { return nil }
                    return RiskRefusal("broken", "It could not be asked.", isFault: true)
                }
            }
        },
        Case("a state that nothing leads to", "Every state can be reached") {
            changed { $0.states.append(RiskWorkflowState("lost", "lost", isFinal: true)) }
        },
        Case("a dead end", "A state that is not final has a way out") {
            changed { $0.steps.removeAll { $0.from == .inactive && $0.to != .inactive } }
        },
        Case("a loop without an end", "Every state has a way to a final one") {
            try built {
                $0.state(
                    "east",
                    "east",
                    like: .active,
                    without: ["deactivate", "replace", "close"]
                )
                .state("west", "west", like: .active, without: ["deactivate", "replace", "close"])
                .step("go-east", from: .active, to: "east", as: asked)
                .step(
                    "go-west",
                    from: "east",
                    to: "west",
                    as: RiskOwnKind("moor.west") { _ in "West." }
                )
                .step(
                    "back",
                    from: "west",
                    to: "east",
                    as: RiskOwnKind("moor.east") { _ in "East." }
                )
            }
        },
        Case("an event that is forgotten", "Effects replay to the state of the step") {
            changed { $0.forgets = RiskFact.Name.deactivate.kind }
        },
        Case("a step that the record refuses", "Every step passes for somebody") {
            changed { $0.steps.append(RiskWorkflowStep("approve", from: .closed, to: .active)) }
        },
        Case("two steps of one event", "An event leads from a state to one other") {
            changed { $0.steps.append(RiskWorkflowStep("deactivate", from: .active, to: .closed)) }
        },
        Case("a step to nowhere", "Steps lead from and to states of the workflow") {
            changed { $0.steps.append(RiskWorkflowStep("reopen", from: .active, to: "nowhere")) }
        },
        Case("a state that is there twice", "Each state is named once") {
            changed { $0.states.append($0.states[1]) }
        },
        Case("no states at all", "A workflow has states") {
            changed {
                $0.states = []
                $0.steps = []
            }
        },
        Case("a guard that refuses nothing", "Every guard refuses something in some world") {
            try built { $0.guarding("meek", ["review"]) { _, _ in nil } }
        },
        Case("a branch that is never taken", "Every branch is taken in some world") {
            try built {
                $0.state("watched", "watched", like: .active)
                    .step("watch", from: .active, to: "watched", as: asked)
                    .branch("never", of: "assess", from: .active, to: "watched", because: "never") {
                        _,
                        _ in
                        false
                    }
            }
        },
        Case("an effect that is never recorded", "Every effect is recorded in some world") {
            try built { $0.recording(on: "review") { _, _ in [] } }
        },
        Case(
            "a decision that is not the same twice",
            "A decision depends on the request and the record alone"
        ) {
            let count = Counter()
            return changed {
                $0.records = { request, usual in
                    guard request.event == "review" else { return usual }
                    return usual + [.entry("moor.counted", ["count": .integer(count.next())])]
                }
            }
        },
        Case("a step that records nothing", "A step records something") {
            changed { $0.records = { request, usual in request.event == "review" ? [] : usual } }
        },
        Case("an effect that cannot be recorded", "What a step records can be appended") {
            try built {
                $0.recording(on: "review") { _, _ in
                    [.change(Change(.action("nowhere", of: "plan"), .completed))]
                }
            }
        },
        Case(
            "other steps under the same version",
            "A new version says what becomes of the states before",
            after: try? built { $0.removing("replace", from: .active) }
        ) { try built { $0 } },
        Case(
            "a state that is gone",
            "A new version says what becomes of the states before",
            after: try? built {
                $0.state("watched", "watched", like: .active).step(
                    "watch",
                    from: .active,
                    to: "watched",
                    as: asked
                )
            }
        ) { try built(version: 2) { $0 } },
    ]

    private final class Counter: Sendable {
        private let count = Mutex(0)
        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }

    @Test("What is broken is found", arguments: broken)
    func found(broken: Case) throws {
        let violations = RiskWorkflowContract(try broken.make(), after: broken.previous)
            .violations()
        #expect(
            violations.contains { $0.claim == broken.claim },
            "\(violations.map(\.description))"
        )
    }

    static let sound: [Case] = [
        Case("the standard one", "") { StandardRiskWorkflow() },
        Case("the standard one under another name", "") { try built { $0 } },
        Case("a chair who alone accepts", "") {
            try built { $0.allowing(["chair"], to: ["accept"]) }
        },
        Case("a guard that looks at who asks", "") {
            try built {
                $0.guarding("two", ["close"]) { request, _ in
                    request.by == "chair" ? nil : "Only the chair closes a risk."
                }
            }
        },
        Case("a guard that looks at the appetite", "") {
            try built {
                $0.guarding("appetite", ["accept"]) { request, risk in
                    guard let register = risk.register, let found = risk.risk,
                        register.isAboveAppetite(found) == true, request.by != "chair"
                    else { return nil }
                    return "Above the appetite the chair accepts."
                }
            }
        },
        Case("a state of its own with a limit", "") {
            try built {
                $0.state("watched", "watched", like: .active, limit: Period(30, .days))
                    .step("watch", from: .active, to: "watched", as: asked)
            }
        },
        Case("a branch by the score", "") {
            try built {
                $0.state("watched", "watched", like: .active)
                    .step("rest", from: "watched", to: .active, as: asked)
                    .branch(
                        "high",
                        of: "assess",
                        from: .active,
                        to: "watched",
                        because: "it is high"
                    ) {
                        request,
                        risk in
                        (risk.bandsRisen(by: request) ?? 0) >= 2
                    }
            }
        },
        Case("approvals by two of three", "") {
            try built {
                $0.approvals(
                    "agree",
                    before: "approve",
                    in: .proposed,
                    by: ["police", "health", "council"],
                    atLeast: 2,
                    as: asked
                )
            }
        },
        Case("an effect on the linked action", "") {
            try built {
                $0.recording(on: "close") { _, risk in
                    (risk.risk?.actions.isEmpty ?? true) ? [] : [.entry("moor.told", ["by": "kit"])]
                }
            }
        },
        Case("no replacing", "") { try built { $0.removing("replace", from: .active) } },
        Case(
            "a second version that says what becomes",
            "",
            after: try? built {
                $0.state("watched", "watched", like: .active).step(
                    "watch",
                    from: .active,
                    to: "watched",
                    as: asked
                )
            }
        ) { try built(version: 2) { $0.becoming("watched", .active) } },
    ]

    @Test("Of what is sound nothing is said", arguments: sound)
    func quiet(sound: Case) throws {
        let violations = RiskWorkflowContract(try sound.make(), after: sound.previous).violations()
        #expect(violations.map(\.description) == [])
    }
}
