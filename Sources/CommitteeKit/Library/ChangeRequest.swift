// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something to record about one subject.
///
/// ```swift
/// try await committee.record(
///     .progress("Module piloted in two schools.", status: "G", on: .external("mosaic", "A-31")),
///     effective: CivilDate(2026, 10, 31), by: "mosaic", idempotencyKey: "mosaic/A-31/2026-10-31")
/// ```
public struct ChangeRequest: Hashable, Sendable {
    /// The subject of a change.
    public enum Target: Hashable, Sendable {
        /// A subject by its own reference.
        case subject(SubjectReference)
        /// A subject by the identifier that another system has for it.
        case external(ExternalReference)

        /// Names a subject by the identifier that another system has for it.
        ///
        /// - Parameters:
        ///   - source: The other system.
        ///   - id: Its identifier for the subject.
        /// - Returns: The target.
        public static func external(_ source: String, _ id: String) -> Target {
            .external(ExternalReference(source: source, id: id))
        }

        /// Names an action of a plan.
        ///
        /// - Parameters:
        ///   - id: The action's identifier in its plan.
        ///   - plan: The plan's identifier.
        /// - Returns: The target.
        public static func action(_ id: String, of plan: String) -> Target {
            .subject(.action(id, of: plan))
        }

        /// Names a plan.
        ///
        /// - Parameter id: The plan's identifier.
        /// - Returns: The target.
        public static func plan(_ id: String) -> Target { .subject(.plan(id)) }
    }

    /// The subject.
    public var target: Target
    /// What happened, in order.
    public var facts: [Change.Fact]
    /// Whether it is only known to have happened by the date.
    public var isBound: Bool

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - target: The subject.
    ///   - facts: What happened, in order.
    ///   - isBound: Whether it is only known to have happened by the date.
    public init(_ target: Target, _ facts: [Change.Fact], isBound: Bool = false) {
        self.target = target
        self.facts = facts
        self.isBound = isBound
    }

    /// Reports progress of an action, and perhaps a status.
    ///
    /// - Parameters:
    ///   - text: What is reported.
    ///   - status: The status as printed.
    ///   - target: The action.
    ///   - audience: The widest audience that may read the text.
    /// - Returns: The request.
    public static func progress(
        _ text: Prose,
        status: String? = nil,
        on target: Target,
        audience: Audience = .public
    ) -> ChangeRequest {
        var facts: [Change.Fact] = [.progressReported(text, asAt: nil, audience: audience)]
        if let status { facts.append(.statusReported(printed: status, scheme: nil)) }
        return ChangeRequest(target, facts)
    }

    /// Reports progress of an action in plain text, and perhaps a status.
    ///
    /// - Parameters:
    ///   - text: What is reported; no character of it is read as markup.
    ///   - status: The status as printed.
    ///   - target: The action.
    ///   - audience: The widest audience that may read the text.
    /// - Returns: The request.
    public static func progress(
        _ text: String,
        status: String? = nil,
        on target: Target,
        audience: Audience = .public
    ) -> ChangeRequest {
        progress(Prose(text), status: status, on: target, audience: audience)
    }

    /// Reports that an action is completed.
    ///
    /// - Parameters:
    ///   - target: The action.
    ///   - isBound: Whether it is only known to be completed by the date.
    /// - Returns: The request.
    public static func completed(_ target: Target, knownOnlyAsBound isBound: Bool = false)
        -> ChangeRequest
    {
        ChangeRequest(target, [.completed], isBound: isBound)
    }

    /// Sets an action's timescale.
    ///
    /// - Parameters:
    ///   - timescale: The timescale, its words and its reading.
    ///   - target: The action.
    /// - Returns: The request.
    public static func timescale(_ timescale: Timescale, of target: Target) -> ChangeRequest {
        ChangeRequest(target, [.timescaleSet(timescale)])
    }

    /// Records that a body approved a plan.
    ///
    /// - Parameters:
    ///   - plan: The plan's identifier.
    ///   - body: The body.
    /// - Returns: The request.
    public static func approved(_ plan: String, by body: String) -> ChangeRequest {
        ChangeRequest(.plan(plan), [.approved(by: body)])
    }
}
