// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An event of a workflow as somebody may ask for it, or why not.
public struct RiskOption: Hashable, Sendable {
    /// The event.
    public var event: RiskEventName
    /// Where it leads, and under which conditions.
    public var step: RiskWorkflowStep?
    /// Why it cannot be; nil when it can.
    public var refusal: RiskRefusal?
    /// The roles that may ask for it; nil when anybody may.
    public var roles: [String]?

    /// Whether it can be, if what is said then is in order.
    public var isAllowed: Bool { refusal == nil }
}

extension RiskWorkflow {
    /// Returns every event of the workflow for a risk as it stands: whether somebody may ask for it, or why not.
    ///
    /// ```swift
    /// for option in workflow.options(for: riskCase, by: "chair") {
    ///     print(option.event, option.refusal?.reason ?? "can be")
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - riskCase: The risk as it stands.
    ///   - person: Who asks.
    /// - Returns: The events, in the order of the steps: first those that lead out of the risk's state.
    /// - Complexity: O(*e* × *s*) for *e* events and *s* steps, beside what the guards take.
    public func options(for riskCase: RiskCase, by person: String) -> [RiskOption] {
        var seen: Set<RiskEventName> = []
        let events =
            (possibleEvents(from: riskCase.state).map { RiskEventName(rawValue: $0) }
            + steps.map(\.event)).filter { seen.insert($0).inserted }
        return events.map { event in
            RiskOption(
                event: event,
                step: steps.first { $0.event == event && $0.from == riskCase.state },
                refusal: check(
                    RiskRequest(asking: event, of: riskCase.id, by: person),
                    for: riskCase
                ),
                roles: permissions.roles(for: event)
            )
        }
    }
}
