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
    var limit: Period?
}

/// A step, such as `{ "approve-first", from = "proposed", to = "half-approved" }`.
struct RiskStepField: Sendable {
    var event: String
    var from: String
    var to: String?
    var says: String?
    var fields: [RiskOwnKind.Field]?
    var branches: [RiskBranchField]
}

/// A branch, such as `{ "two-bands", to = "under-review", because = "…", when = function … end }`.
struct RiskBranchField: Sendable {
    var name: String
    var to: String
    var because: String
}

/// Who may ask for what, such as `{ { "chair" }, to = { "accept" } }`.
struct RiskPermissionField: Sendable {
    var roles: [String]
    var events: [String]
}

/// A guard, such as `{ "two-people", on = { "approve" }, check = function(request, risk, ctx) … end }`.
struct RiskGuardField: Sendable {
    var name: String
    var events: [String]
}

/// Several roles that must agree, such as
/// `{ "agree", before = "approve", from = "proposed", by = { "chair", "nurse" }, at_least = 1 }`.
struct RiskApprovalsField: Sendable {
    var step: RiskStepField
    var before: String
    var roles: [String]
    var quorum: Int?
}

/// A world of an author's own, such as `{ "Two plans", changes = { … }, levels = { "5", "5" } }`.
struct RiskWorldField: Sendable {
    var name: String
    var changes: [JSONNode]
    var levels: [String]
}

extension JSONFieldType where Value == RiskApprovalsField {
    static var riskWorkflowApprovals: Self {
        .entry(known: ["1", "before", "from", "by", "at_least", "says", "fields"]) {
            (fields) throws(JSONError) in
            let roles = try fields.required("by", as: .list(of: .text))
            guard !roles.isEmpty else {
                throw fields.error(
                    "no role is asked. Name them, such as by = { \"chair\", \"nurse\" }."
                )
            }
            let from = try fields.required("from", as: .text)
            return RiskApprovalsField(
                step: RiskStepField(
                    event: try fields.required("1", as: .text),
                    from: from,
                    to: from,
                    says: try fields.optional("says", as: .text),
                    fields: try fields.optional("fields", as: .list(of: .riskOwnField)),
                    branches: []
                ),
                before: try fields.required("before", as: .text),
                roles: roles,
                quorum: try fields.optional("at_least", as: .integer)
            )
        }
    }
}

extension JSONFieldType where Value == RiskWorldField {
    static var riskWorkflowWorld: Self {
        .entry(known: ["1", "changes", "levels"]) { (fields) throws(JSONError) in
            let levels = try fields.optional("levels", as: .list(of: .text)) ?? ["3", "3"]
            guard levels.count == 2 else {
                throw fields.error(
                    "“levels” has \(levels.count) items; give a likelihood and an impact, such as "
                        + "{ \"5\", \"5\" }."
                )
            }
            return RiskWorldField(
                name: try fields.required("1", as: .text),
                changes: try fields.optional("changes", as: .list(of: .node)) ?? [],
                levels: levels
            )
        }
    }
}

extension JSONFieldType where Value == RiskStateField {
    static var riskWorkflowState: Self {
        .entry(known: ["1", "2", "like", "without", "final", "limit"]) {
            (fields) throws(JSONError) in
            RiskStateField(
                name: try fields.required("1", as: .text),
                label: try fields.required("2", as: .text),
                like: try fields.required("like", as: .text),
                without: try fields.optional("without", as: .list(of: .text)) ?? [],
                isFinal: try fields.optional("final", as: .bool) ?? false,
                limit: try fields.optional("limit", as: .period)
            )
        }
    }
}

extension JSONFieldType where Value == RiskStepField {
    static var riskWorkflowStep: Self {
        .entry(known: ["1", "from", "to", "effects", "says", "fields", "branches"]) {
            (fields) throws(JSONError) in
            RiskStepField(
                event: try fields.required("1", as: .text),
                from: try fields.required("from", as: .text),
                to: try fields.optional("to", as: .text),
                says: try fields.optional("says", as: .text),
                fields: try fields.optional("fields", as: .list(of: .riskOwnField)),
                branches: try fields.optional("branches", as: .list(of: .riskWorkflowBranch)) ?? []
            )
        }
    }
}

extension JSONFieldType where Value == RiskBranchField {
    static var riskWorkflowBranch: Self {
        .entry(known: ["1", "to", "because", "when"]) { (fields) throws(JSONError) in
            RiskBranchField(
                name: try fields.required("1", as: .text),
                to: try fields.required("to", as: .text),
                because: try fields.required("because", as: .text)
            )
        }
    }
}

extension JSONFieldType where Value == RiskPermissionField {
    static var riskWorkflowPermission: Self {
        .entry(known: ["1", "to"]) { (fields) throws(JSONError) in
            RiskPermissionField(
                roles: try fields.required("1", as: .list(of: .text)),
                events: try fields.required("to", as: .list(of: .text))
            )
        }
    }
}

extension JSONFieldType where Value == RiskOwnKind.Field {
    /// `{ "pounds", "number" }`: a field of an event of the plugin's own.
    static var riskOwnField: Self {
        .entry(known: ["1", "2", "optional"]) { (fields) throws(JSONError) in
            let name = try fields.required("1", as: .text)
            let kinds: [String: RiskOwnKind.Field.Kind] = [
                "text": .text, "number": .wholeNumber, "date": .date,
            ]
            let word = try fields.optional("2", as: .text) ?? "text"
            guard let kind = kinds[word] else {
                throw fields.error(
                    "“\(word)” is no kind of field. "
                        + ClosestName.suggestion(
                            for: word,
                            in: kinds.keys.sorted()
                        )
                )
            }
            let isOptional = try fields.optional("optional", as: .bool) ?? false
            // Texts of a plugin's own events have always been kept so that they can be erased.
            return RiskOwnKind.Field(name, kind, isRequired: !isOptional, isErasable: kind == .text)
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
