// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// How Northshire handles its risks: the standard workflow, and six things more.
///
/// - Two different people approve a risk: the first gives a first approval, the second approves.
/// - When a risk is escalated, the regulator is notified before anything but a note is made of it.
/// - When its score rises by two bands, a risk comes under independent review for at most 30 days.
/// - A risk above its appetite is accepted by the chief officers alone, and for at most 90 days.
/// - What a risk would cost is estimated, as an entry of a kind of Northshire's own.
/// - Closing a risk completes the actions that treat it.
///
/// The library knows none of them. What happens is kept in entries of Northshire's own kinds, like any
/// other, and in which state a risk stands is recorded with its words.
public enum NorthshireWorkflow {
    /// The kind of entry that records a first approval.
    public static let firstApproval: EntryKind = "northshire.risk-first-approved"
    /// The kind of entry that records that the regulator was notified.
    public static let notification: EntryKind = "northshire.risk-notified"
    /// The kind of entry that records that an independent review was finished.
    public static let reviewFinished: EntryKind = "northshire.risk-review-finished"
    /// The kind of entry that records an estimate of the cost.
    public static let estimate: EntryKind = "northshire.risk-cost-estimated"

    /// The event by which the first of two people approves a risk.
    public static let approveFirst: RiskEventName = "approve-first"
    /// The event by which the regulator is notified.
    public static let notify: RiskEventName = "notify"
    /// The event by which an independent review ends.
    public static let finishReview: RiskEventName = "finish-review"
    /// The event by which the cost is estimated.
    public static let estimateCost: RiskEventName = "estimate-cost"

    private static let approve = RiskEventName(.approve)
    private static let escalate = RiskEventName(.escalate)
    private static let accept = RiskEventName(.accept)

    /// Returns the workflow.
    ///
    /// - Returns: The workflow, which a library is given.
    /// - Throws: `RiskWorkflowError` when its parts clash.
    public static func make() throws(RiskWorkflowError) -> BuiltRiskWorkflow {
        let approving = RiskWorkflowBuilder("northshire")
            .state("half-approved", "approved by one person", like: .proposed)
            .step(
                approveFirst,
                from: .proposed,
                to: "half-approved",
                as: RiskOwnKind(firstApproval) { _ in "One person has approved it." }
            )
            .removing(approve, from: .proposed)
            .guarding("two-people", [approve], differentPeople)
        let reviewing =
            approving
            .state(
                "under-review",
                "under independent review",
                like: .active,
                without: [accept, RiskEventName(.close), RiskEventName(.replace)],
                limit: Period(30, .days)
            )
            .branch(
                "two-bands",
                of: RiskEventName(.assess),
                from: .active,
                to: "under-review",
                because: "the score rose by two bands or more"
            ) { request, riskCase in
                (riskCase.bandsRisen(by: request) ?? 0) >= 2
            }
            .step(
                finishReview,
                from: "under-review",
                to: .active,
                as: RiskOwnKind(reviewFinished, fields: [.words("outcome")]) { _ in
                    "The independent review is finished."
                }
            )
            .allowing(["independent-reviewer"], to: [finishReview])
            .step(
                estimateCost,
                from: .active,
                to: .active,
                as: RiskOwnKind(
                    estimate,
                    fields: [.required("pounds", .wholeNumber), .words("basis")]
                ) { details in
                    "The cost was estimated at £\(details["pounds"]?.wholeNumber ?? 0)."
                }
            )
            .guarding("above-appetite", [accept], acceptedByChiefs)
            .recording(on: RiskEventName(.close), completedActions)
        return try notifying(reviewing).built()
    }

    /// When a risk is escalated, the regulator is told before anything else.
    private static func notifying(_ builder: RiskWorkflowBuilder) -> RiskWorkflowBuilder {
        builder
            .state(
                "to-notify",
                "waiting for the regulator to be told",
                like: .active,
                without: [
                    escalate, RiskEventName(.deescalate), RiskEventName(.close),
                    RiskEventName(.replace), RiskEventName(.deactivate), accept,
                ]
            )
            .step(escalate, from: .active, to: "to-notify")
            .step(
                notify,
                from: "to-notify",
                to: .active,
                as: RiskOwnKind(notification, fields: [.required("reference", .text)]) { details in
                    "The regulator was told, as \(details["reference"]?.text ?? "")."
                }
            )
    }

    private static func differentPeople(
        _ request: RiskRequest,
        _ riskCase: RiskCase
    ) -> String? {
        guard let first = riskCase.last(firstApproval)?.by, first == request.by else { return nil }
        return
            "“\(first)” gave the first approval of the risk “\(request.risk)”, so somebody else must "
            + "approve it. Ask a second person."
    }

    private static func acceptedByChiefs(
        _ request: RiskRequest,
        _ riskCase: RiskCase
    ) -> String? {
        guard let said = request.fact?.value(as: RiskFact.Acceptance.self),
            let risk = riskCase.risk, let register = riskCase.register
        else { return nil }
        switch register.appetiteStanding(of: risk) {
        case .notSet, .notAssessed, .within: return nil
        case .above, .unknown: break
        }
        guard said.by == "chief-officers" else {
            return
                "The risk “\(risk.id)” is above its appetite, or whether it is cannot be said, so only the "
                + "chief officers accept it. Ask them."
        }
        guard let until = said.until, until <= riskCase.day + 90 else {
            return
                "The chief officers accept a risk above its appetite for at most 90 days. Give the day "
                + "until which it holds, \(riskCase.day + 90) at the latest."
        }
        return nil
    }

    private static func completedActions(
        _ request: RiskRequest,
        _ riskCase: RiskCase
    ) -> [RiskEffect] {
        let open = riskCase.edition.plans.flatMap { plan in
            plan.actions.filter { !$0.isCompleted && $0.exit == nil }
                .map { "\(plan.id)#\($0.id)" }
        }
        return (riskCase.risk?.actions ?? []).filter(open.contains).map { action in
            .change(Change(SubjectReference(kind: "action", id: action), .completed))
        }
    }
}
