// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A workflow in one of its versions, as a register pins it.
///
/// ```swift
/// RiskWorkflowReference("northshire/two-approvals", version: 2).description
/// // "northshire/two-approvals, version 2"
/// ```
public struct RiskWorkflowReference: Hashable, Sendable, CustomStringConvertible {
    /// The name of the workflow, such as `plugin/name`, or `standard`.
    public var name: String
    /// The version, from 1.
    public var version: Int

    /// Creates a reference.
    ///
    /// - Parameters:
    ///   - name: The name of the workflow.
    ///   - version: The version, from 1.
    public init(_ name: String, version: Int = 1) {
        self.name = name
        self.version = version
    }

    /// The name and the version.
    public var description: String { "\(name), version \(version)" }

    /// The workflow that needs nothing but the record's own rules.
    static let standard = RiskWorkflowReference("standard")
}

extension RiskWorkflowReference {
    static let shape = Shape(
        Self(""),
        [
            .required("name", \.name, .name), .required("version", \.version, .integer),
        ]
    )
}

/// What a register pins: a workflow in one of its versions, and what that said then.
///
/// A version that says something else later is not the one that was pinned. Its lines are compared then, and
/// nothing is recorded by it until it has a version of its own.
public struct RiskWorkflowPin: Hashable, Sendable {
    /// The workflow in its version.
    public var workflow: RiskWorkflowReference
    /// What it said, as ``RiskWorkflow/says`` has it; empty where that was not known.
    public var says: [String]

    /// Creates a pin.
    ///
    /// - Parameters:
    ///   - workflow: The workflow in its version.
    ///   - says: What it said, as ``RiskWorkflow/says`` has it.
    public init(_ workflow: RiskWorkflowReference, says: [String] = []) {
        self.workflow = workflow
        self.says = says
    }

    static let shape = Shape(
        Self(RiskWorkflowReference("")),
        [
            .required("name", \.workflow.name, .name),
            .required("version", \.workflow.version, .integer),
            .list("says", \.says, .text),
        ]
    )
}

extension RiskWorkflow {
    /// What the workflow declares otherwise than the standard one: a line for each state, step, guard and role, in a
    /// fixed order.
    ///
    /// Two workflows that say the same take risks through the same states for the same people. Labels are left
    /// out, and what the code of a guard decides cannot be seen: the approval of plugins looks at that.
    ///
    /// - Complexity: O(*s* log *s*) in the number of states, steps, guards and roles.
    public var says: [String] {
        let (own, standard) = (Set(declared), Set(StandardRiskWorkflow().declared))
        return own.subtracting(standard).sorted()
            + standard.subtracting(own).sorted().map { "not \($0)" }
    }

    private var declared: [String] {
        var lines: [String] = []
        for state in states {
            var line = "state \(state.state)"
            if state.like != state.state { line += ", like \(state.like)" }
            if state.isFinal { line += ", final" }
            if let limit = state.limit { line += ", for \(limit) at most" }
            lines.append(line)
        }
        for step in steps {
            var line = "\(step.event): \(step.from) to \(step.to)"
            for branch in step.branches { line += ", or \(branch.to) when \(branch.name)" }
            if let kind = step.kind { line += ", as \(kind)" }
            lines.append(line)
        }
        for (name, events) in parts?.guards ?? [:] {
            lines.append("guard \(name): \(Self.joined(events))")
        }
        for rule in permissions.rules {
            lines.append(
                "\(Self.joined(rule.events)): by \(rule.roles.sorted().joined(separator: ", "))"
            )
        }
        if let kind = permissions.delegation { lines.append("\(kind) hands on what a role may do") }
        return lines + (parts?.details ?? [])
    }

    private static func joined(_ events: Set<RiskEventName>) -> String {
        events.map(\.rawValue).sorted().joined(separator: ", ")
    }

    /// The workflow as a register pins it, with what it says.
    var pin: RiskWorkflowPin { RiskWorkflowPin(reference, says: says) }

    /// How what it says differs from what was pinned, in words; nil where it does not.
    func difference(from pinned: [String]) -> String? {
        let says = says
        guard !pinned.isEmpty, pinned != says else { return nil }
        let (before, now) = (Set(pinned), Set(says))
        let new = says.filter { !before.contains($0) }.map { "“\($0)” is new" }
        let gone = pinned.filter { !now.contains($0) }.map { "“\($0)” is gone" }
        let all = new + gone
        let more = all.count > 4 ? [", and \(all.count - 4) more"] : []
        return all.prefix(4).joined(separator: ", ") + more.joined()
    }

    /// The first version, unless the workflow says another.
    public var version: Int { 1 }

    /// The workflow in its version, as a register pins it.
    public var reference: RiskWorkflowReference { RiskWorkflowReference(name, version: version) }
}
