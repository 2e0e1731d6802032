// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee plan`: the state of a plan.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show the state of a plan on a date.",
        discussion: """
            It shows how many items the plan has on each level, how many actions have which status, \
            which are completed, which are late, and the progress checks: as the document states \
            them, and as the journal gives them by the plan's own counting rules.

              committee plan council.sqlite
              committee plan council.sqlite --as-of 2023-10-31
              committee plan council.sqlite --plan plan-2023-2026 --json

            Every figure can be explained: the actions that it counts, and the entries of the \
            journal that made them so.

              committee plan council.sqlite --explain late
              committee plan council.sqlite --explain status:G

            The figures are total, completed, ongoing, late, not-known, exited, and one for each \
            status. “Not known” are actions that a later report calls completed by a later day.
            """
    )

    @OptionGroup var at: StoreOptions

    @Option(help: ArgumentHelp("The plan; the one in force when left out.", valueName: "id"))
    var plan: String?

    @Option(
        help: ArgumentHelp("The date; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var asOf: CivilDate?

    @Option(
        help: ArgumentHelp("A figure to explain, such as completed.", valueName: "figure")
    )
    var explain: String?

    @Option(
        help: ArgumentHelp(
            "For whom: public, partners, committee or restricted.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .committee

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let committee = try await at.open().committee
        let entries = try await committee.entries()
        let date = try asOf ?? Today.date()
        let edition = Edition(
            of: Record.folding(entries, asOf: date),
            committee: committee.id.rawValue,
            name: committee.name,
            asOf: date,
            audience: audience
        )
        let plan = try edition.plan(named: self.plan)
        let checks = try await committee.computedChecks(of: plan, in: edition, entries: entries)
        if let explain {
            let explanation = try FigureExplanation(
                of: explain,
                plan: plan,
                on: date,
                audience: audience,
                entries: entries
            )
            return output.json
                ? try Output.write(explanation.json) : try Output.write(explanation.document)
        }
        if output.json {
            return try Output.write(PlanJSON(of: plan, in: edition, computed: checks).value)
        }
        let scheme = await statusScheme(of: plan)
        let summary = PlanSummary(plan: plan, edition: edition, checks: checks, scheme: scheme)
        try Output.write(summary.document)
    }

    /// The key that the plan uses, when its plugin is here; without it only letters are shown.
    private func statusScheme(of plan: Plan) async -> StatusScheme? {
        guard let id = plan.scheme, let engine = try? await plugins.engine(for: id) else {
            return nil
        }
        return engine.contributions.scheme(id)
    }
}

extension Edition {
    /// Returns a plan by its identifier, or the one in force.
    func plan(named id: String?) throws -> Plan {
        guard let id else {
            if let plan = currentPlan { return plan }
            let left = audience == .public ? " What is a draft is not shown to the public." : ""
            throw Complaint(
                "\(name) has no plan on \(asOf).\(left) Import one, or choose another date."
            )
        }
        if let plan = plans.first(where: { $0.id == id }) { return plan }
        throw Complaint(
            "There is no plan “\(id)” on \(asOf). "
                + ClosestName.suggestion(for: id, in: plans.map(\.id))
        )
    }
}
#endif
