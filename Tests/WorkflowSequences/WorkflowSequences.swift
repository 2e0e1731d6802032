// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit
import CommitteeTestKit
import Foundation

/// Random events by random people, through every way in, over several workflows.
///
/// Of each sequence it is asked that every state is one to which the steps lead, that what was recorded
/// gives the same record after an export and an import, and that what was refused had a reason and
/// recorded nothing. Entries are also corrected and taken back.
public struct WorkflowSequences: Sendable {
    /// How many events were recorded.
    public private(set) var recorded = 0
    /// How many were refused.
    public private(set) var refused = 0
    /// How many entries were corrected or taken back.
    public private(set) var corrected = 0
    /// How many corrections were refused.
    public private(set) var correctionsRefused = 0
    /// What was wrong, each with the number of its sequence.
    public private(set) var faults: [String] = []

    private let workflows: [any RiskWorkflow]
    private let seed: UInt64

    private static let people = [
        "officer", "chair", "chief-officers", "police", "health", "council", "independent-reviewer",
    ]

    private static let asked = RiskOwnKind("moor.asked") { _ in "Somebody asked." }

    /// Creates an empty account.
    ///
    /// - Parameters:
    ///   - workflows: The workflows that take turns.
    ///   - seed: What all chance comes from, with the number of a sequence.
    public init(over workflows: [any RiskWorkflow], seed: UInt64) {
        self.workflows = workflows
        self.seed = seed
    }

    /// The standard workflow, that of the example package, and one with approvals, a branch and roles.
    ///
    /// - Returns: The workflows.
    /// - Throws: `RiskWorkflowError` when the parts of one clash.
    public static func workflows() throws -> [any RiskWorkflow] {
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

    private static let details: [RiskEventName: JSONObject] = [
        NorthshireWorkflow.estimateCost: ["pounds": 4000],
        NorthshireWorkflow.notify: ["reference": "REG-17"],
        "finish-review": ["outcome": "Right as it is"],
    ]

    /// Runs sequences.
    ///
    /// - Parameter numbers: Their numbers, each of which always gives the same sequence.
    /// - Throws: What is no refusal, such as an error of the store.
    public mutating func run(_ numbers: Range<Int>) async throws {
        for number in numbers { try await run(number) }
    }

    /// Adds the account of other sequences.
    ///
    /// - Parameter other: Their account.
    public mutating func add(_ other: WorkflowSequences) {
        recorded += other.recorded
        refused += other.refused
        corrected += other.corrected
        correctionsRefused += other.correctionsRefused
        faults += other.faults
    }

    private mutating func run(_ number: Int) async throws {
        var random = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(number))
        let worlds = RiskWorkflowWorld.generated
        var course = try await WorkflowCourse(
            workflows[number % workflows.count],
            in: worlds[number / workflows.count % worlds.count]
        )
        for _ in 0..<Int.random(in: 3...9, using: &random) {
            let isBackdated = Int.random(in: 0..<12, using: &random) == 0
            let earlier = course.day
            course.day =
                isBackdated
                ? earlier - Int.random(in: 1...20, using: &random)
                : earlier + Int.random(in: 0...20, using: &random)
            if Int.random(in: 0..<10, using: &random) == 0 {
                try await correct(course, number, &random)
            } else {
                try await ask(course, number, isBackdated: isBackdated, &random)
            }
            course.day = max(earlier, course.day)
        }
        try await followsSteps(course, number)
        try await replays(course.committee, number)
    }

    private mutating func ask(
        _ course: WorkflowCourse,
        _ number: Int,
        isBackdated: Bool,
        _ random: inout SeededGenerator
    ) async throws {
        let before = try await course.riskCase()
        let count = try await course.committee.entries().count
        guard let request = Self.request(in: course, before, &random) else { return }
        do {
            try await course.ask(request, &random)
            recorded += 1
        } catch let error as LibraryError {
            refused += 1
            return try await holdReason(error, count, course, number)
        }
        guard !isBackdated else { return }
        let after = try await course.riskCase().state
        let steps = course.workflow.steps.filter {
            $0.from == before.state && $0.event == request.event
        }
        if !steps.contains(where: { $0.targets.contains(after) }) {
            note(number, course, "\(request.event) led from \(before.state) to \(after)")
        }
    }

    private mutating func correct(
        _ course: WorkflowCourse,
        _ number: Int,
        _ random: inout SeededGenerator
    ) async throws {
        let count = try await course.committee.entries().count
        do {
            if try await course.change(&random) { corrected += 1 }
        } catch let error as LibraryError {
            correctionsRefused += 1
            try await holdReason(error, count, course, number)
        }
    }

    /// Holds a refusal against what is asked of one: it says something, and nothing was recorded.
    private mutating func holdReason(
        _ error: LibraryError,
        _ count: Int,
        _ course: WorkflowCourse,
        _ number: Int
    ) async throws {
        let isSentence = error.message.last.map { ".?)".contains($0) } ?? false
        if !isSentence || error.message.split(separator: " ").count < 4 {
            note(number, course, "a refusal without a reason: “\(error.message)”")
        }
        if try await course.committee.entries().count != count {
            note(number, course, "what was refused recorded something: \(error.message)")
        }
    }

    /// Holds the risk's state at the end of each day against what its steps could have made of the day before.
    private mutating func followsSteps(_ course: WorkflowCourse, _ number: Int) async throws {
        let own = try await course.committee.entries().filter {
            $0.subject == .risk(RiskWorkflowWorld.risk)
        }
        var reached = course.workflow.initialState
        for day in Set(own.map(\.effective)).sorted() {
            let count = own.count { $0.effective == day }
            let now = try await course.riskCase(on: day).state
            if !course.workflow.leads(from: reached, to: now, in: count) {
                note(
                    number,
                    course,
                    "by \(day) the risk went from \(reached) to \(now) past the steps"
                )
            }
            reached = now
        }
    }

    /// What was recorded makes the same record after it was exported and imported.
    private mutating func replays(_ committee: Committee, _ number: Int) async throws {
        let export = try await committee.export()
        let text = export.json(asOf: nil, in: .standard).canonicalText
        let again = try RecordExport(reading: Array(text.utf8), source: "export.json")
        let isEqual =
            again.entries == export.entries
            && Record.folding(again.entries).riskRegisters
                == Record.folding(export.entries).riskRegisters
        if !isEqual {
            faults.append("sequence \(number): the record is another after a round trip")
        }
    }

    private mutating func note(_ number: Int, _ course: WorkflowCourse, _ what: String) {
        faults.append(
            "sequence \(number), seed \(seed), \(course.workflow.name), \(course.world.name): \(what)"
        )
    }

    private static func request(
        in course: WorkflowCourse,
        _ riskCase: RiskCase,
        _ random: inout SeededGenerator
    ) -> RiskRequest? {
        let risk = RiskWorkflowWorld.risk
        let here = course.workflow.steps.filter { $0.from == riskCase.state }
        let isAny = here.isEmpty || Int.random(in: 0..<5, using: &random) == 0
        let step = (isAny ? course.workflow.steps : here).randomElement(using: &random)
        guard let step, let person = people.randomElement(using: &random) else { return nil }
        guard let name = RiskFact.Name(rawValue: step.event.rawValue) else {
            return RiskRequest(
                risk,
                event: step.event,
                details: details[step.event] ?? [:],
                by: person
            )
        }
        return course.world.samples(of: name, by: person, on: course.day)
            .randomElement(using: &random).map { RiskRequest(risk, $0, by: person) }
    }
}

extension RiskWorkflow {
    /// Whether at most some number of steps lead from one state to another.
    fileprivate func leads(from: RiskState, to: RiskState, in count: Int) -> Bool {
        var reached: Set<RiskState> = [from]
        for _ in 0..<count {
            let next = steps.filter { reached.contains($0.from) }.flatMap(\.targets)
            reached.formUnion(next)
        }
        return reached.contains(to)
    }
}
