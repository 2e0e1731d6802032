// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Who owns, coordinates and oversees a plan.
///
/// ```swift
/// let bodies = PlanBodies(
///     planID: "plan-2026", ownerID: "cpc", coordinatorID: "coordinator",
///     overseerID: "quality-assurance")
/// ```
public struct PlanBodies: Hashable, Sendable {
    /// The plan, by its identifier.
    public var planID: String
    /// The body that owns the plan, by its identifier.
    public var ownerID: String?
    /// The role, group or body that coordinates the work on it, by its identifier.
    public var coordinatorID: String?
    /// The group or body that oversees it, by its identifier.
    public var overseerID: String?

    /// Creates what is known of a plan.
    ///
    /// - Parameters:
    ///   - planID: The plan, by its identifier.
    ///   - ownerID: The body that owns it.
    ///   - coordinatorID: The role, group or body that coordinates the work on it.
    ///   - overseerID: The group or body that oversees it.
    public init(
        planID: String,
        ownerID: String? = nil,
        coordinatorID: String? = nil,
        overseerID: String? = nil
    ) {
        self.planID = planID
        self.ownerID = ownerID
        self.coordinatorID = coordinatorID
        self.overseerID = overseerID
    }

    static let shape = Shape(
        Self(planID: ""),
        [
            .required("plan", \.planID, .name), .optional("owner", \.ownerID, .name),
            .optional("coordinator", \.coordinatorID, .name),
            .optional("overseer", \.overseerID, .name),
        ]
    )

    /// The identifiers, with where each stands.
    static var parts: [(name: String, path: WritableKeyPath<PlanBodies, String?>)] {
        [
            ("owner", \.ownerID), ("coordinator", \.coordinatorID), ("overseer", \.overseerID),
        ]
    }
}
