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

extension RiskWorkflow {
    /// The first version, unless the workflow says another.
    public var version: Int { 1 }

    /// The workflow in its version, as a register pins it.
    public var reference: RiskWorkflowReference { RiskWorkflowReference(name, version: version) }
}
