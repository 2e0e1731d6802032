// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// What every risk workflow must do, checked by taking a risk through it in several worlds.
///
/// - Every state can be reached, and from every state a way leads to a final one.
/// - Every step passes for somebody; every refusal says why, to everybody; no guard fails.
/// - Every guard refuses something, every branch is taken, every effect is recorded in some world.
/// - What a step records can be appended, and replayed it leads to the state of the step; asked again, it is
///   the same.
/// - A new version says what becomes of the states of the one before.
///
/// The worlds of the kit have one band or four with a gap between them, an appetite or none, a risk that is low
/// or high, a linked action, and registers above and below. It needs no testing framework:
///
/// ```swift
/// @Test func keepsTheContract() throws {
///     let contract = RiskWorkflowContract(try NorthshireWorkflow.make(), people: ["chief-officers"])
///     #expect(contract.violations() == [])
/// }
/// ```
public struct RiskWorkflowContract: Sendable {
    /// Registers, plans and committees among which a workflow is tried, beside the worlds of the kit.
    public struct World: Sendable {
        /// The name of the world, for messages.
        public var name: String
        /// What is changed before the risk `R1` is proposed for the register `middle`, which stands below
        /// `upper` and above `lower`; the plan `plan` has the action `1`.
        public var changes: [Change]
        /// The levels with which the risk is assessed first, from 1 to 5.
        public var levels: (likelihood: String, impact: String)

        /// Creates a world.
        ///
        /// - Parameters:
        ///   - name: The name of the world, for messages.
        ///   - changes: What is changed before the risk is proposed.
        ///   - levels: The levels with which the risk is assessed first.
        public init(
            _ name: String,
            changes: [Change],
            levels: (likelihood: String, impact: String) = ("3", "3")
        ) {
            self.name = name
            self.changes = changes
            self.levels = levels
        }
    }

    private let workflow: any RiskWorkflow
    private let worlds: [World]
    private let people: [String]
    private let details: [RiskEventName: JSONObject]
    private let previous: (any RiskWorkflow)?

    /// Creates a contract for a workflow.
    ///
    /// - Parameters:
    ///   - workflow: The workflow.
    ///   - people: Roles and bodies that ask, beside ``people`` and those that the workflow names.
    ///   - details: What events of one's own say, where they need anything.
    ///   - worlds: Worlds of one's own, beside those of the kit.
    ///   - previous: The version before, where there is one.
    public init(
        _ workflow: any RiskWorkflow,
        people: [String] = [],
        details: [RiskEventName: JSONObject] = [:],
        worlds: [World] = [],
        after previous: (any RiskWorkflow)? = nil
    ) {
        self.workflow = workflow
        self.people = people
        self.details = details
        self.worlds = worlds
        self.previous = previous
    }

    /// Returns every claim that the workflow does not keep, empty when it keeps them all.
    ///
    /// - Complexity: O(*w* × *s* × *e* × *p*) folds of a short journal for *w* worlds, *s* states, *e* events
    ///   and *p* people.
    public func violations() -> [ContractViolation] {
        let (people, details) = (Self.people + people, details)
        let conformance = RiskWorkflowConformance(
            workflow,
            worlds: worlds.map {
                RiskWorkflowWorld($0.name, changes: $0.changes, levels: $0.levels)
            },
            after: previous
        ) { step, riskCase, world in
            RiskWorkflowConformance.samples(
                for: step,
                riskCase,
                in: world,
                by: people,
                details: details
            )
        }
        return conformance.violations().map { violation in
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

    /// The people on whose behalf requests are made, whatever the workflow.
    public static let people = RiskWorkflowConformance.people
}
