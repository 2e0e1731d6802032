// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// What every risk workflow must do, checked by walking through all of its states.
///
/// - Every state can be reached.
/// - No state is a dead end unless it is final.
/// - Every step passes for somebody; every refusal says why; no guard fails.
/// - What a step records can be appended, and replayed it leads to the state of the step.
///
/// It needs no testing framework:
///
/// ```swift
/// @Test func keepsTheContract() {
///     #expect(RiskWorkflowContract(try NorthshireWorkflow.make()).violations() == [])
/// }
/// ```
public struct RiskWorkflowContract: Sendable {
    /// Makes requests that may pass a step; the first that passes is taken.
    public typealias Requests = @Sendable (RiskWorkflowStep, RiskCase) -> [RiskRequest]

    private let workflow: any RiskWorkflow
    private let requests: Requests

    /// Creates a contract for a workflow.
    ///
    /// - Parameters:
    ///   - workflow: The workflow.
    ///   - requests: Makes requests that may pass a step; those of ``samples(for:_:)`` by default,
    ///     which suit every event of the record itself and events of one's own without details.
    public init(_ workflow: some RiskWorkflow, requests: @escaping Requests = Self.samples) {
        self.workflow = workflow
        self.requests = requests
    }

    /// Returns every claim that the workflow does not keep, empty when it keeps them all.
    ///
    /// - Complexity: O(*s* × *e*) folds of a short journal for *s* states and *e* events.
    public func violations() -> [ContractViolation] {
        RiskWorkflowConformance(workflow, requests: requests).violations().map { violation in
            ContractViolation(
                claim: violation.claim,
                message: violation.message,
                location: workflow.name
            )
        }
    }

    /// Checks every claim.
    ///
    /// - Throws: ``ContractViolation`` for the first claim that does not hold.
    public func check() throws {
        if let violation = violations().first { throw violation }
    }

    /// The people on whose behalf the requests are made, one after the other.
    public static let people = RiskWorkflowConformance.people

    /// Returns requests for a step, by each of ``people``.
    ///
    /// - Parameters:
    ///   - step: The step.
    ///   - riskCase: The risk as it stands.
    /// - Returns: The requests.
    public static func samples(
        for step: RiskWorkflowStep,
        _ riskCase: RiskCase
    ) -> [RiskRequest] {
        RiskWorkflowConformance.samples(for: step, riskCase)
    }
}
