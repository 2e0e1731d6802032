// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee risk options`: what somebody may do with a risk, and why not the rest.
struct RiskOptionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "options",
        abstract: "Say of every event whether a role may take a risk through it, or why not.",
        discussion: """
            Nothing is recorded. With --workflow another workflow is asked than the register's own, to try it.

              committee risk options council.sqlite R1 --by chair
              committee risk options council.sqlite R1 --by chair \\
                --workflow northshire/reviews
            """
    )

    @OptionGroup var at: StoreOptions

    @Argument(help: "The risk.")
    var risk: String

    @Option(help: ArgumentHelp("Who asks: a role.", valueName: "role"))
    var by: String

    @Option(
        help: ArgumentHelp("The day on which one asks; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var on: CivilDate?

    @OptionGroup var workflow: RiskWorkflowOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let opened = try await at.open(plugins: try await workflow.plugins.engine())
        let tried = try workflow.workflow.map { try opened.library.riskWorkflow($0) }
        let options = try await opened.committee.riskOptions(
            for: risk,
            by: by,
            trying: tried,
            on: on
        )
        guard !output.json else {
            return try Output.write([
                "risk": .string(risk), "by": .string(by),
                "options": .array(options.map(Self.json)),
            ])
        }
        try Output.write(document(options))
    }

    /// A table of what the state allows, and one sentence on all that it does not.
    private func document(_ options: [RiskOption]) -> Document {
        let inState = options.filter { $0.step != nil }
        let others = options.filter { $0.step == nil }.map(\.event.rawValue)
        let table = Document.Table(
            caption: "What “\(by)” may do with the risk “\(risk)”",
            columns: ["Event", "May it be", "Leads to"],
            rows: inState.map { option in
                let targets = option.step?.targets.map(\.rawValue) ?? []
                return .cells([
                    .text(option.event.rawValue),
                    .text(option.refusal.map { "No. \($0.reason)" } ?? "Yes"),
                    .text(option.isAllowed ? targets.joined(separator: " or ") : "–"),
                ])
            }
        )
        var blocks: [Document.Block] = [.table(table)]
        if !others.isEmpty {
            blocks.append(
                .paragraph("Not in the state in which it is: \(others.joined(separator: ", ")).")
            )
        }
        return Document(title: "Options", blocks: blocks)
    }

    private static func json(_ option: RiskOption) -> JSONValue {
        [
            "event": .string(option.event.rawValue), "isAllowed": .bool(option.isAllowed),
            "refusal": JSONValue(option.refusal?.reason),
            "guard": JSONValue(option.refusal?.guardName),
            "to": .array(option.step?.targets.map { .string($0.rawValue) } ?? []),
            "roles": option.roles.map { JSONValue($0) } ?? .null,
        ]
    }
}

/// `committee risk workflow`: what a workflow allows, drawn, and how a register goes to another.
struct RiskWorkflowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow",
        abstract: "Show, draw or try a workflow of risks, or take a register to another one.",
        subcommands: [
            RiskWorkflowShowCommand.self, RiskWorkflowDrawCommand.self,
            RiskWorkflowMigrateCommand.self, RiskWorkflowSimulateCommand.self,
        ],
        defaultSubcommand: RiskWorkflowShowCommand.self
    )
}

/// `committee risk workflow draw`: a workflow as a diagram.
struct RiskWorkflowDrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draw a workflow: as text for Mermaid, as a picture, or as a table.",
        discussion: """
              committee risk workflow draw council.sqlite --as mermaid
              committee risk workflow draw council.sqlite --risk R1 --as svg \\
                -o workflow.svg
            """
    )

    enum Form: String, CaseIterable, ExpressibleByArgument {
        case mermaid, svg, table
    }

    @OptionGroup var at: StoreOptions
    @Option(help: ArgumentHelp("mermaid, svg or table.", valueName: "form"))
    var `as`: Form = .table
    @Option(help: ArgumentHelp("A risk whose state is marked.", valueName: "risk"))
    var risk: String?
    @Option(name: .shortAndLong, help: ArgumentHelp("A file to write.", valueName: "file"))
    var output: String?
    @OptionGroup var workflow: RiskWorkflowOptions

    func run() async throws {
        let opened = try await at.open(plugins: try await workflow.plugins.engine())
        let named = try workflow.workflow.map { try opened.library.riskWorkflow($0) }
        var state: RiskState?
        var found = try await workflow.named(in: opened, register: nil)
        if let risk {
            let edition = try await opened.committee.edition(audience: .restricted)
            let place = try edition.risk(risk)
            found = try named ?? opened.library.riskWorkflow(of: place.register)
            state = found.state(of: place.risk)
        }
        let diagram = RiskWorkflowDiagram(of: found, marking: state)
        switch `as` {
        case .mermaid: try write(diagram.mermaid)
        case .svg: try write(diagram.svg)
        case .table:
            var page: [UInt8] = []
            PlainTextRenderer(width: Output.width).render(diagram.document, into: &page)
            try write(String(decoding: page, as: UTF8.self))
        }
    }

    private func write(_ text: String) throws {
        guard let output else { return try Output.write(text) }
        let file = try WrittenFile(for: output, readBy: .restricted) { $0.write(Array(text.utf8)) }
        try file.keep()
        Output.progress("Wrote \(output), \(file.count) bytes.")
    }
}

/// `committee risk workflow migrate`: a register goes to another workflow, or another version.
struct RiskWorkflowMigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Take a register to another workflow, or another version of its own.",
        discussion: """
            Each risk is listed with the state that it would have. A state that the other workflow has not is \
            never just “active”: say with --state which it becomes.

              committee risk workflow migrate council.sqlite --register main \\
                --workflow northshire/reviews --dry-run --by cpc-coordinator
              committee risk workflow migrate council.sqlite --register main \\
                --workflow northshire/reviews --state under-review=active \\
                --by cpc-coordinator --reason "The committee adopted version 2."
            """
    )

    @OptionGroup var at: StoreOptions
    @Option(help: ArgumentHelp("The register.", valueName: "id")) var register: String
    @Option(
        help: ArgumentHelp("A state and the one that it becomes; repeat it.", valueName: "old=new")
    )
    var state: [String] = []
    @Flag(help: "Say what would become of each risk, and record nothing.")
    var dryRun = false
    @OptionGroup var recording: RiskRecordingOptions
    @OptionGroup var workflow: RiskWorkflowOptions

    func run() async throws {
        let opened = try await at.open(plugins: try await workflow.plugins.engine())
        let to = try opened.library.riskWorkflow(workflow.workflow)
        var states: [RiskState: RiskState] = [:]
        for pair in state {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw Complaint(
                    "“\(pair)” is not a pair of states. Write OLD=NEW, such as under-review=active.",
                    isUsage: true
                )
            }
            states[RiskState(parts[0])] = RiskState(parts[1])
        }
        let migration: RiskWorkflowMigration
        if dryRun {
            migration = try await opened.committee.workflowMigration(
                of: register,
                to: to,
                states: states,
                on: recording.on
            )
        } else {
            guard let reason = recording.reason else {
                throw Complaint("Say with --reason why the register goes to it.", isUsage: true)
            }
            migration = try await opened.committee.migrateWorkflow(
                of: register,
                to: to,
                states: states,
                on: recording.on,
                by: recording.by,
                reason: reason
            )
        }
        try say(migration)
        guard migration.isComplete else {
            throw Complaint(
                "The state of some risks cannot be told. Say which they become, with --state."
            )
        }
    }

    private func say(_ migration: RiskWorkflowMigration) throws {
        if recording.output.json {
            return try Output.write([
                "register": .string(migration.register), "recorded": .bool(!dryRun),
                "from": JSONValue(migration.from?.description),
                "to": .string(migration.to.description),
                "risks": .array(
                    migration.rows.map { row in
                        [
                            "risk": .string(row.risk), "before": .string(row.before.rawValue),
                            "after": JSONValue(row.after?.rawValue),
                            "problem": JSONValue(row.problem),
                        ]
                    }
                ),
            ])
        }
        let from = migration.from.map { "“\($0)”" } ?? "no workflow of its own"
        let table = Document.Table(
            caption: "\(dryRun ? "Would go" : "Went") from \(from) to “\(migration.to)”",
            columns: dryRun ? ["Risk", "Is", "Would be"] : ["Risk", "Was", "Is"],
            rows: migration.rows.map { row in
                .cells([
                    .text(row.risk), .text(row.beforeWords),
                    .text(row.problem ?? row.afterWords),
                ])
            }
        )
        try Output.write(
            Document(title: "Workflow of “\(migration.register)”", blocks: [.table(table)])
        )
    }
}

/// `committee risk workflow simulate`: a workflow is tried on what happened, and nothing is recorded.
struct RiskWorkflowSimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Try a workflow on everything that happened to the risks of a register.",
        discussion: """
            Nothing is recorded. Every event is asked about as it happened; what the workflow would refuse is told with \
            the reason. Without --workflow it is the register's own.

              committee risk workflow simulate council.sqlite --register main \\
                --workflow northshire/reviews
            """
    )

    @OptionGroup var at: StoreOptions
    @Option(help: ArgumentHelp("The register.", valueName: "id")) var register: String
    @Option(
        help: ArgumentHelp("The last day that is taken; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var asOf: CivilDate?
    @Flag(help: "Show only what would be refused.") var refused = false
    @OptionGroup var workflow: RiskWorkflowOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let opened = try await at.open(plugins: try await workflow.plugins.engine())
        let tried = try workflow.workflow.map { try opened.library.riskWorkflow($0) }
        let found = try await opened.committee.simulateWorkflow(tried, on: register, asOf: asOf)
        let rows = refused ? found.rows.filter { $0.refusal != nil } : found.rows
        guard !output.json else {
            return try Output.write([
                "register": .string(register), "workflow": .string(found.workflow.description),
                "events": .integer(found.rows.count), "refused": .integer(found.refusedCount),
                "rows": .array(
                    rows.map { row in
                        [
                            "risk": .string(row.risk), "entry": .integer(row.entry),
                            "kind": .string(row.kind.rawValue), "day": .date(row.day),
                            "by": .string(row.by), "state": .string(row.state),
                            "refusal": JSONValue(row.refusal),
                        ]
                    }
                ),
            ])
        }
        let count = PlanWords.count(found.rows.count, "event", "events")
        var blocks: [Document.Block] = [
            .paragraph(
                "\(count), of which “\(found.workflow)” would have refused \(found.refusedCount). Nothing was "
                    + "recorded."
            )
        ]
        if !rows.isEmpty {
            blocks.append(
                .table(
                    Document.Table(
                        caption: refused
                            ? "What would be refused" : "Every event, and the state after it",
                        columns: ["Risk", "Day", "Event", "By", "Then"],
                        rows: rows.map { row in
                            .cells([
                                .text(row.risk), .date(row.day),
                                .text(row.event?.rawValue ?? row.kind.rawValue), .text(row.by),
                                .text(row.refusal.map { "Refused: \($0)" } ?? row.state),
                            ])
                        }
                    )
                )
            )
        }
        try Output.write(
            Document(title: "“\(found.workflow.name)” tried on “\(register)”", blocks: blocks)
        )
    }
}
#endif
