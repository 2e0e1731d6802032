// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

// How the parts of a declared risk workflow are read, before they are checked against each other.

/// A state, such as `{ "half-approved", "approved by one person", like = "proposed" }`.
struct RiskStateField: Sendable {
    var name: String
    var label: String
    var like: String
    var without: [String]
    var isFinal: Bool
}

/// A step, such as `{ "approve-first", from = "proposed", to = "half-approved" }`.
struct RiskStepField: Sendable {
    var event: String
    var from: String
    var to: String?
}

/// A guard, such as `{ "two-people", on = { "approve" }, check = function(request, risk, ctx) … end }`.
struct RiskGuardField: Sendable {
    var name: String
    var events: [String]
}

extension JSONFieldType where Value == RiskStateField {
    static var riskWorkflowState: Self {
        .entry(known: ["1", "2", "like", "without", "final"]) { (fields) throws(JSONError) in
            RiskStateField(
                name: try fields.required("1", as: .text),
                label: try fields.required("2", as: .text),
                like: try fields.required("like", as: .text),
                without: try fields.optional("without", as: .list(of: .text)) ?? [],
                isFinal: try fields.optional("final", as: .bool) ?? false
            )
        }
    }
}

extension JSONFieldType where Value == RiskStepField {
    static var riskWorkflowStep: Self {
        .entry(known: ["1", "from", "to", "effects"]) { (fields) throws(JSONError) in
            RiskStepField(
                event: try fields.required("1", as: .text),
                from: try fields.required("from", as: .text),
                to: try fields.optional("to", as: .text)
            )
        }
    }
}

extension JSONFieldType where Value == RiskGuardField {
    static var riskWorkflowGuard: Self {
        .entry(known: ["1", "on", "check"]) { (fields) throws(JSONError) in
            let events = try fields.required("on", as: .list(of: .text))
            guard !events.isEmpty else {
                throw fields.error("the guard watches no event. Name one, such as \"approve\".")
            }
            return RiskGuardField(name: try fields.required("1", as: .text), events: events)
        }
    }
}
#endif
