// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The rules of the conformance kit, where both `CommitteeTestKit` and the host of plugins reach them.
///
/// `RiskWorkflowContract` of `CommitteeTestKit` is their public form.
package struct RiskWorkflowConformance: Sendable {
    /// Makes requests that may pass a step; the first that passes is taken.
    package typealias Requests = @Sendable (RiskWorkflowStep, RiskCase) -> [RiskRequest]

    private let workflow: any RiskWorkflow
    private let requests: Requests

    /// Creates the rules for a workflow.
    ///
    /// - Parameters:
    ///   - workflow: The workflow.
    ///   - requests: Makes requests that may pass a step.
    package init(_ workflow: any RiskWorkflow, requests: @escaping Requests) {
        self.workflow = workflow
        self.requests = requests
    }

    /// Returns every claim that the workflow does not keep, empty when it keeps them all.
    ///
    /// - Complexity: O(*s* × *e*) folds of a short journal for *s* states and *e* events.
    package func violations() -> [RiskWorkflowViolation] {
        var walk = RiskWorkflowWalk(workflow: workflow, requests: requests)
        walk.checkShape()
        walk.run()
        return walk.violations
    }

    /// The people on whose behalf the requests are made, one after the other.
    package static let people = ["first-officer", "second-officer", "chair"]

    /// Returns requests for a step, by each of some people.
    ///
    /// - Parameters:
    ///   - step: The step.
    ///   - riskCase: The risk as it stands.
    ///   - people: The people.
    ///   - details: What an event of the workflow's own says.
    /// - Returns: The requests.
    package static func samples(
        for step: RiskWorkflowStep,
        _ riskCase: RiskCase,
        by people: [String] = Self.people,
        details: [RiskEventName: JSONObject] = [:]
    ) -> [RiskRequest] {
        people.map { person in
            guard let name = RiskFact.Name(rawValue: step.event.rawValue) else {
                return RiskRequest(
                    riskCase.id,
                    event: step.event,
                    details: details[step.event] ?? [:],
                    by: person,
                    reason: "A reason."
                )
            }
            return RiskRequest(
                riskCase.id,
                RiskWorkflowWorld.sample(of: name),
                by: person,
                reason: "A reason."
            )
        }
    }
}

/// One course of a risk among the registers of the conformance kit, event after event.
package struct RiskWorkflowTrial: Sendable {
    private let workflow: any RiskWorkflow
    private var drafts = RiskWorkflowWorld.drafts()
    private var day = RiskWorkflowWorld.start

    /// Begins a course before the risk is proposed.
    ///
    /// - Parameter workflow: The workflow.
    package init(_ workflow: any RiskWorkflow) {
        self.workflow = workflow
    }

    /// The risk as it stands on the day of the last event.
    package var riskCase: RiskCase { riskCase(on: day) }

    /// The kinds of the entries about the risk, oldest first.
    package var kinds: [EntryKind] {
        drafts.filter { $0.subject == .risk(RiskWorkflowWorld.risk) }.map(\.kind)
    }

    /// Takes the risk through an event on the next day.
    ///
    /// - Parameter request: What somebody wants to happen.
    /// - Throws: ``RiskRefusal`` when the workflow or the record refuses it; nothing is recorded then.
    package mutating func perform(_ request: RiskRequest) throws(RiskRefusal) {
        let next = day + 1
        let added = try workflow.drafts(for: request, riskCase(on: next))
        if let problem = Record.problems(appending: added, to: Self.entries(of: drafts)).first {
            throw RiskRefusal("record", problem.message)
        }
        drafts += added
        day = next
    }

    private func riskCase(on day: CivilDate) -> RiskCase {
        let edition = Edition(
            of: Record.folding(Self.entries(of: drafts), asOf: day),
            committee: "trial",
            name: "The trial",
            asOf: day,
            audience: .restricted
        )
        return workflow.riskCase(RiskWorkflowWorld.risk, in: edition)
    }

    private static func entries(of drafts: [EntryDraft]) -> [Entry] {
        var sealer = EntrySealer(committee: "trial", after: nil, context: .trial)
        return drafts.map { sealer.seal($0, idempotencyKey: nil) }
    }
}

extension RiskFact {
    /// Reads a fact from the form that a file of changes has under its name.
    package static func reading(
        _ name: Name,
        _ node: JSONNode,
        _ place: JSONPlace
    ) throws(JSONError) -> RiskFact {
        try name.entry.type.read(node, place)
    }
}

extension JournalContext {
    /// The context of a journal that is thrown away when a trial ends.
    ///
    /// Its digest tells equal bytes from unequal ones and is no seal against anybody.
    package static var trial: JournalContext {
        JournalContext(
            now: { RecordedInstant(milliseconds: 0) },
            randomBytes: { [UInt8](repeating: 0, count: max(0, $0)) },
            digest: Digest(name: "trial") { bytes in
                var hash: UInt64 = 14_695_981_039_346_656_037
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
                return (0..<32).map { UInt8(truncatingIfNeeded: hash >> (UInt64($0 % 8) * 8)) }
            }
        )
    }
}
