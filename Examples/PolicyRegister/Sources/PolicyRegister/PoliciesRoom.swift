// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// The room of the committee's policies.
public struct PoliciesRoom: Room {
    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "policies" }

    /// Policies.
    public var subjects: [SubjectKind] { ["policy"] }

    /// What can be recorded of a policy.
    public var kinds: [DeclaredKind] { Policy.table.kinds }

    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> PoliciesFold { PoliciesFold() }

    /// How a person writes what is said of a policy.
    public var requests: [RequestTarget] {
        [
            RequestTarget("policy", noun: "a policy", members: Policy.table.requestNames) {
                (fields, reading) throws(JSONError) in
                RequestedSubject(
                    .policy(try fields.required("policy", as: .name)),
                    try Policy.table.requested(fields, &reading)
                )
            }
        ]
    }
}

/// The policies, while the entries of a journal are being folded.
public struct PoliciesFold: RoomFold {
    private var policies: [String: Policy] = [:]
    private var order: [String] = []

    init() {}

    /// Takes in an entry about a policy; the first one makes it.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        guard step.subject.kind == "policy" else {
            return "“\(step.subject)” is not a policy. Name a policy."
        }
        let id = step.subject.id
        var policy = policies[id] ?? Policy(id: id)
        if let refusal = Policy.table.apply(fact, to: &policy, step) { return refusal }
        if policies[id] == nil { order.append(id) }
        policies[id] = policy
        return nil
    }

    /// Returns the card of a policy.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        finished().card(of: subject)
    }

    /// Returns the policies, in the order in which they came.
    public func finished() -> PoliciesState {
        var state = PoliciesState()
        state.policies = order.compactMap { policies[$0] }
        return state
    }
}

/// The policies of a committee on a date.
public struct PoliciesState: RoomState {
    /// The policies, in the order in which they came.
    public var policies: [Policy] = []

    /// Creates the state of a committee without policies.
    public init() {}

    /// Leaves out the policies that are for a narrower audience.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        let all = policies.count
        policies.removeAll { $0.audience > audience }
        omissions.note(all - policies.count, "policies", one: "policy")
    }

    /// Returns the card of a policy.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        guard subject.kind == "policy" else { return nil }
        return policies.first { $0.id == subject.id }.map { policy in
            SubjectCard(
                subject,
                name: policy.title.singleLine,
                audience: policy.audience,
                due: policy.reviewDate
            )
        }
    }

    /// Says in words what has changed, policy by policy.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] {
        policies.flatMap { policy in
            let before = earlier.policies.first { $0.id == policy.id } ?? Policy(id: policy.id)
            return Policy.table.sentences(from: before, to: policy, of: "Policy \(policy.id)").map {
                EditionChange(.policy(policy.id), kind: $0.kind, sentence: $0.sentence)
            }
        }
    }

    /// Returns the policies.
    public func exported(on day: CivilDate) -> JSONObject {
        [
            "policies": .array(
                policies.indices.map { place in
                    var members: JSONObject = ["id": .string(policies[place].id)]
                    for member in Policy.table.jsonMembers {
                        members[member.name] = member.value(policies, place)
                    }
                    return .object(members)
                }
            )
        ]
    }

    /// The table of policies, `edition.policies` in Lua.
    public var tables: [RoomTable] {
        let id = Column<Policy>("id", "The policy's identifier.", .text { $0[$1].id })
        return [
            RoomTable(
                "policies",
                of: "policy",
                "A policy of the committee.",
                policies,
                [id] + Policy.table.columns
            )
        ]
    }

    /// The reviews that are due.
    public func deadlines(through day: CivilDate) -> [RoomDeadline] {
        policies.compactMap { policy in
            guard let due = policy.reviewDate, due <= day else { return nil }
            return RoomDeadline(
                .policy(policy.id),
                kind: "policy",
                name: "the review of the policy “\(policy.title.singleLine)”",
                due: due,
                leads: policy.owner.map { [$0] } ?? []
            )
        }
    }
}

extension Edition {
    /// The committee's policies.
    public var policies: [Policy] { self[PoliciesState.self].policies }
}
