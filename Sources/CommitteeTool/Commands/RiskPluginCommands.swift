// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// Which workflow decides what may happen to a risk.
struct RiskWorkflowOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The workflow, PLUGIN/NAME or “standard”; the register's own when left out.",
            valueName: "workflow"
        )
    )
    var workflow: String?

    @OptionGroup var plugins: PluginOptions

    /// The workflow that was named, else that of a register, else that of the library.
    func named(in opened: OpenCommittee, register: String?) async throws -> any RiskWorkflow {
        if let workflow { return try opened.library.riskWorkflow(workflow) }
        let edition = try await opened.committee.edition(audience: .restricted)
        if let register {
            return try opened.library.riskWorkflow(of: try edition.riskRegister(register))
        }
        let followed = Set(edition.riskRegisters.compactMap(\.workflow))
        if followed.count == 1, let own = edition.riskRegisters.first(where: { $0.workflow != nil })
        {
            return try opened.library.riskWorkflow(of: own)
        }
        return try opened.library.riskWorkflow()
    }
}

/// `committee risk step`: an event of a plugin's own workflow.
struct RiskStepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "step",
        abstract: "Take a risk through an event of the committee's own workflow.",
        discussion: """
            The event is one that a plugin's workflow adds, such as a first approval. “committee risk \
            workflow show” shows what there is.

              committee risk step council.sqlite R1 approve-first --by "Lead Officer"
              committee risk step council.sqlite R1 notify --detail reference=N-1 \\
                --by "Lead Officer"
            """
    )

    @OptionGroup var event: RiskEventOptions

    @Argument(help: "The event.")
    var name: String

    @Option(
        help: ArgumentHelp("Something that the event says; repeat it.", valueName: "name=words")
    )
    var detail: [String] = []

    func run() async throws {
        guard RiskFact.Name(rawValue: name) == nil else {
            throw Complaint(
                "“\(name)” is an event of the record. Use committee risk \(name).",
                isUsage: true
            )
        }
        var details: JSONObject = [:]
        for pair in detail {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw Complaint(
                    "“\(pair)” is not a detail. Write NAME=WORDS, such as reference=N-1.",
                    isUsage: true
                )
            }
            details[parts[0]] = .string(parts[1])
        }
        let request = RiskRequest(
            event.risk,
            event: RiskEventName(rawValue: name),
            details: details,
            by: event.recording.by,
            reason: event.recording.reason
        )
        try await event.perform(request, words: name)
    }
}

/// `committee risk workflow show`: the states and steps of the workflow in use.
struct RiskWorkflowShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show which states a risk can be in, and which events lead where.",
        discussion: """
            It is the workflow of the register, else that of the plugins, or the standard one where they have \
            none. Events that leave a risk in its state are listed below the table.

              committee risk workflow show council.sqlite
              committee risk workflow show council.sqlite --register main
              committee risk workflow show council.sqlite --workflow standard --json
            """
    )

    @OptionGroup var at: StoreOptions
    @Option(help: ArgumentHelp("The register; the only one when left out.", valueName: "id"))
    var register: String?
    @OptionGroup var workflow: RiskWorkflowOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let opened = try await at.open(plugins: try await workflow.plugins.engine())
        let found = try await workflow.named(in: opened, register: register)
        guard !output.json else {
            return try Output.write([
                "workflow": .string(found.name),
                "states": .array(
                    found.states.map { state in
                        [
                            "state": .string(state.state.rawValue), "label": .string(state.label),
                            "isFinal": .bool(state.isFinal),
                        ]
                    }
                ),
                "steps": .array(
                    found.steps.map { step in
                        [
                            "event": .string(step.event.rawValue),
                            "from": .string(step.from.rawValue), "to": .string(step.to.rawValue),
                            "branches": .array(
                                step.branches.map { branch in
                                    [
                                        "name": .string(branch.name),
                                        "to": .string(branch.to.rawValue),
                                        "because": .string(branch.why),
                                    ]
                                }
                            ),
                            "roles": found.permissions.roles(for: step.event)
                                .map { JSONValue($0) } ?? .null,
                        ]
                    }
                ),
            ])
        }
        try Output.write(RiskWorkflowDiagram(of: found).document)
    }
}

/// `committee risk escalations`: which risks the rules of plugins would have escalated.
struct RiskEscalationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "escalations",
        abstract: "List the risks that the rules of plugins would have escalated, and why.",
        discussion: """
            Nothing is recorded: “committee risk escalate” does that. The exit code is 1 when a rule \
            could not be asked.

              committee risk escalations council.sqlite
              committee risk escalations council.sqlite --as-of 2026-10-31 --json
              committee risk escalations council.sqlite --audience restricted
            """
    )

    @OptionGroup var at: StoreOptions

    @Option(
        help: ArgumentHelp("The date; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var asOf: CivilDate?

    @Option(
        help: ArgumentHelp(
            "Whose risks: those that the public, partners, committee or restricted may know of.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .committee

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let engine = try await plugins.engine()
        let opened = try await at.open(plugins: engine)
        let edition = try await opened.committee.edition(asOf: asOf, audience: audience)
        let round = await opened.library.riskEscalations(for: edition)
        if output.json {
            try Output.write(json(round, edition, engine.contributions.riskEscalations))
        } else {
            try Output.write(document(round, edition))
        }
        try complain(of: round, engine)
    }

    private func json(
        _ round: RiskEscalationRound,
        _ edition: Edition,
        _ rules: [ContributionSummary]
    ) -> JSONValue {
        [
            "committee": .string(edition.committee), "asOf": JSONValue(edition.asOf),
            "rules": JSONValue(rules.map(\.id)),
            "escalations": .array(
                round.escalations.map { escalation in
                    var target: JSONObject = [:]
                    switch escalation.target {
                    case .register(let id): target["register"] = .string(id)
                    case .body(let words): target["body"] = .string(words)
                    }
                    return [
                        "rule": .string(escalation.rule), "risk": .string(escalation.risk),
                        "from": .string(escalation.register), "to": .object(target),
                        "why": .string(escalation.why),
                    ]
                }
            ),
        ]
    }

    private func document(_ round: RiskEscalationRound, _ edition: Edition) -> Document {
        let title = "Risks to be escalated on \(PlanWords.date(edition.asOf))"
        guard !round.escalations.isEmpty else {
            return Document(
                title: title,
                blocks: [.heading(1, title), .paragraph("No rule asks for any.")]
            )
        }
        let table = Document.Table(
            caption: PlanWords.count(round.escalations.count, "risk", "risks"),
            columns: ["Risk", "From", "To", "Why", "Rule"],
            rows: round.escalations.map { escalation in
                .cells([
                    .text(escalation.risk), .text(escalation.register),
                    .text(escalation.target.name), .text(escalation.why), .text(escalation.rule),
                ])
            }
        )
        return Document(title: title, blocks: [.heading(1, title), .table(table)])
    }

    private func complain(of round: RiskEscalationRound, _ engine: any ScriptEngine) throws {
        var failures = engine.contributions.plugins.flatMap { plugin in
            plugin.problems.map { "The plugin “\(plugin.id)” has a mistake: \($0)" }
        }
        for failure in round.failures {
            let words = Complaint(failure.error).message
            failures.append("The rule “\(failure.rule)” cannot be asked: \(words)")
        }
        guard failures.isEmpty else {
            throw Complaint(
                "Some rules could not be asked, so risks may be missing. Correct the plugins.",
                details: failures.map { "  \($0)" }
            )
        }
    }
}

/// A scale that was named: a file, or one that a plugin contributes.
struct NamedRiskScale {
    let scale: RiskScale

    /// Finds a scale.
    ///
    /// - Parameters:
    ///   - name: A JSON file, or `PLUGIN/NAME`, perhaps with a version as in `standard/grades@2`.
    ///   - plugins: Where plugins are found.
    /// - Throws: ``Complaint`` or the library's errors when there is no such scale.
    init(_ name: String, _ plugins: PluginOptions) async throws {
        if name.hasSuffix(".json") || name.split(separator: "/").count != 2 {
            let input = try InputFile(name, "scale")
            scale = try RiskScale(reading: input.bytes, source: input.name)
            return
        }
        let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
        let version = parts.count == 2 ? Int(parts[1]) : nil
        guard parts.count == 1 || version != nil else {
            throw Complaint(
                "“\(parts[1])” is no version. Write it as \(parts[0])@1.",
                isUsage: true
            )
        }
        let contributions = try await plugins.engine().contributions
        scale = try contributions.riskScale(parts[0], version: version)
    }
}
#endif
