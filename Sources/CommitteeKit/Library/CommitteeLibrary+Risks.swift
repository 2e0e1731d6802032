// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension CommitteeLibrary {
    /// The name of the workflow that needs no plugin.
    public static let standardRiskWorkflow = "standard"

    /// Returns the workflow by which this library's committees take their risks from state to state.
    ///
    /// Without a name it is the one that the plugins contribute, or the standard one where they
    /// contribute none. A plugin with a mistake contributes nothing; as nobody can tell what its
    /// workflow would have refused, nothing is recorded by another one in its place unless the host
    /// names it.
    ///
    /// - Parameter id: The workflow's identifier, `plugin/name`, or ``standardRiskWorkflow``.
    /// - Returns: The workflow.
    /// - Throws: ``LibraryError`` when there is no such workflow, when there are several and none is
    ///   named, when it is a draft, or when a plugin has a mistake and none is named.
    public func riskWorkflow(_ id: String? = nil) throws(LibraryError) -> any RiskWorkflow {
        let contributions = plugins.contributions
        if id == Self.standardRiskWorkflow { return StandardRiskWorkflow() }
        let only = id == nil ? try onlyRiskWorkflow(contributions) : nil
        guard let name = id ?? only else { return StandardRiskWorkflow() }
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
        let known = contributions.riskWorkflows.map(\.id)
        guard known.count > 1 else { return known.first }
        let names = known.map { "“\($0)”" }.joined(separator: ", ")
        throw LibraryError(
            .refused,
            "The plugins have several risk workflows: \(names). Say which one."
        )
    }

    /// Asks every escalation rule of every plugin which risks should be escalated.
    ///
    /// Nothing is recorded: people decide, and
    /// ``Committee/perform(_:workflow:effective:expecting:idempotencyKey:)`` records it. A risk that stands in the register already is not named again.
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
