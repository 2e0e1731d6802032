// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of improvement plans and their items.
public struct PlansRoom: Room {
    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "plans" }

    /// Plans, and the items of plans.
    public var subjects: [SubjectKind] { ["plan", "action"] }

    /// What can be recorded of a plan and of its items.
    public var kinds: [DeclaredKind] { Plan.table.kinds + PlanItem.table.kinds }

    /// What draws a plan's outline, moves an item, or is decided of the plan as a whole reaches all of it.
    public func reach(of kind: EntryKind) -> EntryReach {
        switch kind {
        case "plan.drafted", "plan.submitted", "plan.approved", "plan.published", "action.placed":
            .room
        default: .subject
        }
    }

    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> PlansFold { PlansFold(asOf: date) }

    /// How a person writes what happened to a plan or to an item.
    public var requests: [RequestTarget] { [PlanRequests.target] }

    /// Completes what a file says of plans and their items.
    public func requestCompletion(in record: Record) -> (any RequestCompletion)? {
        PlanRequestCompletion(record: record)
    }
}

extension Record {
    /// The plans in the order in which they were drafted.
    public var plans: [Plan] {
        get { self[PlansState.self].plans }
        set { self[PlansState.self].plans = newValue }
    }

    /// Returns a plan.
    ///
    /// - Parameter id: The plan's identifier.
    /// - Returns: The plan, or nil when there is none of that identifier.
    public func plan(_ id: String) -> Plan? { plans.first { $0.id == id } }
}

extension Edition {
    /// The plans.
    public var plans: [Plan] {
        get { self[PlansState.self].plans }
        set { self[PlansState.self].plans = newValue }
    }

    /// Returns the plan that is in force: the last drafted one whose period has begun, else the last.
    ///
    /// - Complexity: O(*n*) in the number of plans.
    public var currentPlan: Plan? {
        plans.last { ($0.period.from ?? .earliest) <= asOf } ?? plans.last
    }
}
