// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Foundation
import Testing

/// Random events by random people, through every way in, over several workflows.
///
/// `make sequences` tries 100,000; `make test` a few hundred.
@Suite("No way in leads to a state that the workflow does not allow")
struct WorkflowSequenceTests {
    private static let asked = RiskOwnKind("moor.asked") { _ in "Somebody asked." }

    private static func workflows() throws -> [any RiskWorkflow] {
        [
            StandardRiskWorkflow(), try NorthshireWorkflow.make(),
            try RiskWorkflowBuilder("moor")
                .state("watched", "watched", like: .active, limit: Period(30, .days))
                .step("rest", from: "watched", to: .active, as: asked)
                .branch("high", of: "assess", from: .active, to: "watched", because: "it rose") {
                    request,
                    risk in
                    (risk.bandsRisen(by: request) ?? 0) > 0
                }
                .allowing(["chair", "chief-officers"], to: ["accept", "close"])
                .approvals(
                    "agree",
                    before: "approve",
                    in: .proposed,
                    by: ["police", "health", "council"],
                    atLeast: 2,
                    as: RiskOwnKind("moor.agreed") { _ in "One more agrees." }
                )
                .built(),
        ]
    }

    private static let people = [
        "officer", "chair", "chief-officers", "police", "health", "council",
    ]

    private static let details: [RiskEventName: JSONObject] = [
        NorthshireWorkflow.estimateCost: ["pounds": 4000],
        NorthshireWorkflow.notify: ["reference": "REG-17"],
    ]

    /// One committee, its risk, and what the workflow says of it.
    private struct Course {
        var workflow: any RiskWorkflow
        var committee: Committee
        var day = CivilDate(2026, 1, 5)

        init(_ workflow: any RiskWorkflow) async throws {
            self.workflow = workflow
            let store = InMemoryJournal(context: .testing())
            try await store.createCommittee("c", name: "C")
            let library = CommitteeLibrary(
                store: store,
                riskWorkflows: workflow is StandardRiskWorkflow ? [] : [workflow],
                today: { CivilDate(2026, 1, 5) }
            )
            committee = try await library.committee("c")
            try await committee.append(try RiskJournal().drafts)
        }

        func riskCase() async throws -> RiskCase {
            workflow.riskCase(
                "R1",
                in: try await committee.edition(asOf: day, audience: .restricted)
            )
        }

        /// Asks for an event, by one way or another.
        func ask(_ request: RiskRequest, _ random: inout SeededGenerator) async throws {
            guard let fact = request.fact, Bool.random(using: &random) else {
                try await committee.perform(request, effective: day)
                return
            }
            if Bool.random(using: &random) {
                try await committee.append([
                    Change(.risk("R1"), .risk(fact))
                        .draft(effective: day, by: request.by, reason: request.reason)
                ])
            } else {
                try await committee.record(
                    ChangeRequest(.subject(.risk("R1")), [.risk(fact)]),
                    effective: day,
                    by: request.by,
                    reason: request.reason
                )
            }
        }
    }

    private static func request(
        in course: Course,
        _ riskCase: RiskCase,
        _ random: inout SeededGenerator
    ) throws -> RiskRequest {
        let here = course.workflow.steps.filter { $0.from == riskCase.state }
        let all = Int.random(in: 0..<5, using: &random) == 0 ? course.workflow.steps : here
        let step = try #require(
            (all.isEmpty ? course.workflow.steps : all).randomElement(using: &random)
        )
        let person = people.randomElement(using: &random) ?? ""
        guard let name = RiskFact.Name(rawValue: step.event.rawValue) else {
            return RiskRequest(
                "R1",
                event: step.event,
                details: details[step.event] ?? [:],
                by: person
            )
        }
        if name == .propose {
            return RiskRequest("R1", .proposed(.sample("R1", "committee")), by: person)
        }
        let world = try #require(RiskWorkflowWorld.generated.randomElement(using: &random))
        let facts = world.samples(of: name, by: person, on: course.day)
        return RiskRequest("R1", try #require(facts.randomElement(using: &random)), by: person)
    }

    @Test(
        "Random sequences: what is recorded follows a step and replays; what is refused has a reason"
    )
    func sequences() async throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["SEQUENCES"].flatMap { Int($0) } ?? 60
        let seed = environment["SEED"].flatMap { UInt64($0) } ?? 1
        let workflows = try Self.workflows()
        var random = SeededGenerator(seed: seed)
        var (recorded, refused) = (0, 0)
        for number in 0..<count {
            var course = try await Course(workflows[number % workflows.count])
            for _ in 0..<Int.random(in: 3...9, using: &random) {
                course.day = course.day + Int.random(in: 0...20, using: &random)
                let before = try await course.riskCase()
                let entries = try await course.committee.entries().count
                let request = try Self.request(in: course, before, &random)
                do {
                    try await course.ask(request, &random)
                    recorded += 1
                } catch let error as LibraryError {
                    refused += 1
                    #expect(error.message.hasSuffix(".") || error.message.hasSuffix("?"))
                    #expect(error.message.split(separator: " ").count > 3)
                    #expect(try await course.committee.entries().count == entries)
                    continue
                }
                let after = try await course.riskCase().state
                let steps = course.workflow.steps.filter {
                    $0.from == before.state && $0.event == request.event
                }
                #expect(
                    steps.contains { $0.targets.contains(after) },
                    "\(course.workflow.name): \(request.event) from \(before.state) to \(after)"
                )
            }
            try await replays(course.committee)
        }
        print("\(count) sequences: \(recorded) events recorded, \(refused) refused.")
        #expect(recorded > count && refused > count / 2)
    }

    /// What was recorded makes the same record after it was exported and imported.
    private func replays(_ committee: Committee) async throws {
        let export = try await committee.export()
        let text = export.json(asOf: nil, in: .standard).canonicalText
        let again = try RecordExport(reading: Array(text.utf8), source: "export.json")
        #expect(again.entries == export.entries)
        #expect(
            Record.folding(again.entries).riskRegisters
                == Record.folding(export.entries).riskRegisters
        )
    }
}
