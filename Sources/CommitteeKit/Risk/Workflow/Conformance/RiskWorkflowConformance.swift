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
