// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Edition {
    /// The identifiers of the plans that another plan has taken the place of.
    ///
    /// A plan is succeeded when a plan that names it as a predecessor is approved and has begun.
    ///
    /// - Complexity: O(*n*) in the number of plans.
    public var succeededPlans: Set<String> {
        var succeeded: Set<String> = []
        for plan in plans where plan.state >= .approved {
            guard (plan.period.from ?? .earliest) <= asOf else { continue }
            succeeded.formUnion(plan.predecessors.filter { $0 != plan.id })
        }
        return succeeded
    }

    /// Returns how far a plan has come as a document, successors considered.
    ///
    /// - Parameter plan: A plan of the edition.
    /// - Returns: ``DocumentState/succeeded`` when another plan took its place, else its own state.
    /// - Complexity: O(*n*) in the number of plans.
    public func state(of plan: Plan) -> DocumentState {
        succeededPlans.contains(plan.id) ? .succeeded : plan.state
    }
}
