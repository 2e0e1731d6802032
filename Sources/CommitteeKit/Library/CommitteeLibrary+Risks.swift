// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension CommitteeLibrary {
    /// The name of the workflow that needs no plugin.
    public static let standardRiskWorkflow = "standard"

    /// Returns the workflow by which this library's committees take their risks from state to state.
    ///
    /// Without a name it is the one that the host gave or the plugins contribute, or the standard one where
    /// there is none. A plugin with a mistake contributes nothing; as nobody can tell what its workflow
    /// would have refused, nothing is recorded by another one in its place unless the host names it.
    ///
    /// - Parameter id: The workflow's name, `plugin/name` for one of a plugin, or
    ///   ``standardRiskWorkflow``.
    /// - Returns: The workflow; of several versions the last.
    /// - Throws: ``LibraryError`` when there is no such workflow, when there are several and none is
    ///   named, when it is a draft, or when a plugin has a mistake and none is named.
    public func riskWorkflow(_ id: String? = nil) throws(LibraryError) -> any RiskWorkflow {
        let contributions = plugins.contributions
        if id == Self.standardRiskWorkflow { return StandardRiskWorkflow() }
        let only = id == nil ? try onlyRiskWorkflow(contributions) : nil
        guard let name = id ?? only else { return StandardRiskWorkflow() }
        let given = riskWorkflows.filter { $0.name == name }
        if let last = given.max(by: { $0.version < $1.version }) { return last }
        if let plugin = contributions.plugins.first(where: { $0.id == name.prefix { $0 != "/" } }),
            case .draft(let reason, _) = plugin.standing,
            contributions.riskWorkflows.contains(where: { $0.id == name })
        {
            throw LibraryError(
                .refused,
                "The risk workflow “\(name)” is a draft: \(reason). What is recorded must not "
                    + "hang on a draft. Approve the plugin “\(plugin.id)” first."
            )
        }
        return try plugins.riskWorkflow(name, over: StandardRiskWorkflow())
    }

    /// Returns the workflow that a register follows, in the version that holds for it.
    ///
    /// A register that has not been given one follows that of the library, and pins it when the first of
    /// its risks goes through it.
    ///
    /// - Parameter register: The register.
    /// - Returns: The workflow.
    /// - Throws: ``LibraryError`` when the workflow is not there, only in another version, or says something
    ///   else in this one than it did: what it refuses cannot be known then, so nothing is recorded of its risks.
    public func riskWorkflow(of register: RiskRegister) throws(LibraryError) -> any RiskWorkflow {
        guard let pinned = register.workflow else { return try riskWorkflow() }
        if let given = riskWorkflows.first(where: { $0.reference == pinned }) {
            return try unchanged(given, since: register)
        }
        let names = riskWorkflows.map(\.name) + plugins.contributions.riskWorkflows.map(\.id)
        guard pinned.name == Self.standardRiskWorkflow || names.contains(pinned.name) else {
            // A plugin with a mistake has no workflow: the mistake is the matter.
            if plugins.contributions.plugins.contains(where: { !$0.problems.isEmpty }) {
                _ = try onlyRiskWorkflow(plugins.contributions)
            }
            throw LibraryError(
                .notFound,
                "The register “\(register.id)” follows the workflow “\(pinned)”, which is not there, so "
                    + "what it refuses cannot be known. Give the library that workflow, or the folder of "
                    + "the plugin that has it."
            )
        }
        let found = try riskWorkflow(pinned.name)
        guard found.version == pinned.version else {
            throw LibraryError(
                .refused,
                "The register “\(register.id)” follows the workflow “\(pinned)”, and what is there is "
                    + "version \(found.version). Migrate the register to it, which says what becomes of "
                    + "each risk, or bring back version \(pinned.version)."
            )
        }
        return try unchanged(found, since: register)
    }

    /// Throws when a workflow says something else than it did when a register pinned it in the same version.
    func unchanged(
        _ workflow: any RiskWorkflow,
        since register: RiskRegister
    ) throws(LibraryError) -> any RiskWorkflow {
        guard let difference = workflow.difference(from: register.workflowSays) else {
            return workflow
        }
        throw LibraryError(
            .refused,
            "The register “\(register.id)” follows the workflow “\(workflow.reference)”, and what calls itself "
                + "so now says something else: \(difference). Give it a greater version and migrate the "
                + "register to it, which says what becomes of each risk, or bring back what "
                + "version \(workflow.version) said."
        )
    }

    private func onlyRiskWorkflow(
        _ contributions: Contributions
    ) throws(LibraryError) -> String? {
        if let broken = contributions.plugins.first(where: { !$0.problems.isEmpty }) {
            throw LibraryError(
                .refused,
                "The plugin “\(broken.id)” has a mistake, so what its risk workflow would refuse "
                    + "cannot be known. Correct it, or name the workflow. "
                    + (broken.problems.first ?? "")
            )
        }
        var known: [String] = []
        for name in riskWorkflows.map(\.name) + contributions.riskWorkflows.map(\.id)
        where !known.contains(name) {
            known.append(name)
        }
        guard known.count > 1 else { return known.first }
        let names = known.map { "“\($0)”" }.joined(separator: ", ")
        throw LibraryError(
            .refused,
            riskWorkflows.isEmpty
                ? "The plugins have several risk workflows: \(names). Say which one the register follows: committee "
                    + "risk register STORE --id REGISTER --workflow NAME."
                : "There are several risk workflows: \(names). Say which one the register follows, in the "
                    + "register's “workflow”."
        )
    }

    /// Asks every escalation rule of every plugin which risks should be escalated.
    ///
    /// Nothing is recorded: people decide, and
    /// ``Committee/perform(_:workflow:effective:overriding:expecting:idempotencyKey:)`` records it. A risk that stands in the register already is not named again.
    ///
    /// - Parameters:
    ///   - edition: The committee's record.
    ///   - day: The day on which one asks; the host's today when nil.
    /// - Returns: The risks, and the rules that could not be asked.
    public func riskEscalations(
        for edition: Edition,
        on day: CivilDate? = nil
    ) async -> RiskEscalationRound {
        let day = day ?? today()
        let contributions = plugins.contributions
        var round = RiskEscalationRound(escalations: [], failures: [])
        for rule in contributions.riskEscalations {
            let isDraft = contributions.draft(of: rule.id) != nil
            do {
                var found = try await plugins.riskEscalations(of: rule.id, in: edition, on: day)
                for index in found.indices where isDraft {
                    found[index].why =
                        "Draft, by a rule that is not approved: " + found[index].why
                }
                round.escalations += found
            } catch {
                round.failures.append(RiskEscalationRound.Failure(rule: rule.id, error: error))
            }
        }
        return round
    }
}
