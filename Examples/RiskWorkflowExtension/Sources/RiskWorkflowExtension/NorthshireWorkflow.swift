// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// How Northshire handles its risks: the standard workflow, stricter in two places.
///
/// - Two different people approve a risk: the first gives a first approval, the second approves.
/// - When a risk is escalated, the regulator is notified before anything but a note is made of it.
///
/// The library knows neither of them. The first approval and the notification are entries of
/// Northshire's own kinds, which the journal keeps like any other, and from which this workflow
/// finds the state of a risk again.
public struct NorthshireWorkflow: RiskWorkflow {
    /// The kind of entry that records a first approval.
    public static let firstApproval: EntryKind = "northshire.risk-first-approved"
    /// The kind of entry that records that the regulator was notified.
    public static let notification: EntryKind = "northshire.risk-notified"

    /// The event by which the first of two people approves a risk.
    public static let approveFirst: RiskEventName = "approve-first"
    /// The event by which the regulator is notified.
    public static let notify: RiskEventName = "notify"

    private let workflow: any RiskWorkflow

    /// Creates the workflow.
    public init() {
        let approve = RiskEventName(.approve)
        let escalate = RiskEventName(.escalate)
        workflow = StandardRiskWorkflow()
            .addingStep(
                Self.approveFirst,
                before: approve,
                in: .proposed,
                leadingTo: RiskWorkflowState("half-approved", "approved by one person"),
                recordedAs: Self.firstApproval
            )
            .addingGuard("two-people", on: [approve]) { request, riskCase in
                guard let first = riskCase.last(Self.firstApproval)?.by, first == request.by
                else { return nil }
                return "“\(first)” gave the first approval of the risk “\(request.risk)”, so "
                    + "somebody else must approve it. Ask a second person."
            }
            .addingStep(
                Self.notify,
                after: escalate,
                in: .active,
                waitingIn: RiskWorkflowState("to-notify", "waiting for the regulator to be told"),
                holdingBack: [
                    escalate, RiskEventName(.deescalate), RiskEventName(.close),
                    RiskEventName(.replace), RiskEventName(.deactivate), RiskEventName(.accept),
                ],
                recordedAs: Self.notification,
                payload: { ["body": "regulator", "reference": $0.details["reference"] ?? .null] }
            )
    }

    /// The name of the workflow.
    public var name: String { "northshire" }

    /// The states, with Northshire's two.
    public var states: [RiskWorkflowState] { workflow.states }

    /// The steps, with Northshire's two.
    public var steps: [RiskWorkflowStep] { workflow.steps }

    /// Asks the guards.
    public func refusal(of request: RiskRequest, for riskCase: RiskCase) -> RiskRefusal? {
        workflow.refusal(of: request, for: riskCase)
    }

    /// Returns what is recorded when a request passes.
    public func effects(
        of request: RiskRequest,
        for riskCase: RiskCase
    ) throws(RiskRefusal) -> [RiskEffect] {
        try workflow.effects(of: request, for: riskCase)
    }

    /// Returns the state after one recorded event.
    public func state(after event: RiskHistoryEvent, from state: RiskState) -> RiskState {
        workflow.state(after: event, from: state)
    }
}
