// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What plugins contribute to risk registers.

/// A scale for risks, as a plugin contributes it.
public struct ContributedRiskScale: Hashable, Sendable {
    /// The identifier, `plugin/name`, in which the name is the scale's own.
    public var id: String
    /// The scale.
    public var scale: RiskScale

    /// Creates a contribution.
    ///
    /// - Parameters:
    ///   - id: The identifier, `plugin/name`.
    ///   - scale: The scale.
    public init(id: String, scale: RiskScale) {
        self.id = id
        self.scale = scale
    }
}

/// Something that a plugin contributes as code, with what people call it.
public struct ContributionSummary: Hashable, Sendable {
    /// The identifier, `plugin/name`.
    public var id: String
    /// What people call it.
    public var title: String

    /// Creates a summary.
    ///
    /// - Parameters:
    ///   - id: The identifier, `plugin/name`.
    ///   - title: What people call it.
    public init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}

/// That a rule would have a risk escalated, where to, and why.
public struct RiskEscalation: Hashable, Sendable {
    /// Where a risk should go.
    public enum Target: Hashable, Sendable {
        /// To a register above its own, by the register's identifier.
        case register(String)
        /// Before a body, such as the Chief Officers' Group, in the words of the rule.
        case body(String)

        /// The register's identifier or the words for the body.
        public var name: String {
            switch self {
            case .register(let id): id
            case .body(let words): words
            }
        }
    }

    /// The rule's identifier, `plugin/name`.
    public var rule: String
    /// The risk's identifier.
    public var risk: String
    /// The register in which the risk stands.
    public var register: String
    /// Where it should go.
    public var target: Target
    /// Why, in the words of the rule.
    public var why: String

    /// Creates an escalation.
    ///
    /// - Parameters:
    ///   - rule: The rule's identifier.
    ///   - risk: The risk's identifier.
    ///   - register: The register in which the risk stands.
    ///   - target: Where it should go.
    ///   - why: Why.
    public init(rule: String, risk: String, register: String, target: Target, why: String) {
        self.rule = rule
        self.risk = risk
        self.register = register
        self.target = target
        self.why = why
    }
}

/// The risks that rules would have escalated, and the rules that could not be asked.
public struct RiskEscalationRound: Sendable {
    /// A rule that could not be asked.
    public struct Failure: Sendable {
        /// The rule's identifier.
        public var rule: String
        /// Why it could not be asked, with plugin, file and line.
        public var error: any Error
    }

    /// The risks, by rule, in the order of the registers.
    public var escalations: [RiskEscalation]
    /// The rules that could not be asked.
    public var failures: [Failure]
}

extension ScriptEngine {
    /// Returns nothing: there are no such rules.
    public func computedReminders(
        of rule: String,
        about matters: [ReminderMatter],
        in edition: Edition,
        on day: CivilDate
    ) async throws -> [ComputedReminder] { [] }

    /// Returns nothing: there are no such rules.
    public func riskEscalations(
        of rule: String,
        in edition: Edition,
        on day: CivilDate
    ) async throws -> [RiskEscalation] { [] }

    /// Refuses: there are no workflows in code.
    public func riskWorkflow(
        _ id: String,
        over base: any RiskWorkflow
    ) throws(LibraryError) -> any RiskWorkflow {
        throw contributions.missing(
            "risk workflow",
            id,
            among: contributions.riskWorkflows.map(\.id)
        )
    }
}

extension Contributions {
    /// Returns a scale for risks.
    ///
    /// - Parameters:
    ///   - id: The scale's identifier, `plugin/name`.
    ///   - version: The version; the newest when nil.
    /// - Returns: The scale.
    /// - Throws: ``LibraryError`` that names the closest scale, or the versions, when there is none.
    /// - Complexity: O(*n*) in the number of scales.
    public func riskScale(_ id: String, version: Int? = nil) throws(LibraryError) -> RiskScale {
        let named = riskScales.filter { $0.id == id }.map(\.scale)
            .sorted { $0.version < $1.version }
        guard let newest = named.last else {
            var known: [String] = []
            for scale in riskScales where !known.contains(scale.id) { known.append(scale.id) }
            throw missing("risk scale", id, among: known)
        }
        guard let version else { return newest }
        if let found = named.first(where: { $0.version == version }) { return found }
        let known = named.map { String($0.version) }.joined(separator: ", ")
        throw LibraryError(
            .notFound,
            "The risk scale “\(id)” has no version \(version). It has: \(known)."
        )
    }
}

extension Contributions {
    /// Returns a layout about risks.
    ///
    /// - Parameter id: The layout's identifier, `plugin/name`.
    /// - Returns: The layout.
    /// - Throws: ``LibraryError`` that names the closest layout when there is none.
    public func registerLayout(_ id: String) throws(LibraryError) -> RegisterLayout {
        if let layout = registerLayouts.first(where: { $0.id == id }) { return layout }
        guard !layouts.contains(where: { $0.id == id }) else {
            throw LibraryError(
                .refused,
                "The layout “\(id)” is about a plan, so it reads and writes no register. Name a layout "
                    + "about risks."
            )
        }
        throw missing("layout", id, among: layouts.map(\.id) + registerLayouts.map(\.id))
    }

    /// Whether a layout is about risks.
    ///
    /// - Parameter id: The layout's identifier, `plugin/name`.
    /// - Returns: Whether there is such a layout about risks.
    public func isAboutRisks(_ id: String) -> Bool { registerLayouts.contains { $0.id == id } }
}
