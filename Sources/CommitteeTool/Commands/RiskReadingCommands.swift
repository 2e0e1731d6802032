// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee risk list`: the risks of a register.
struct RiskListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the risks of a register.",
        discussion: """
              committee risk list council.sqlite
              committee risk list council.sqlite --register main --audience public --json
            """
    )

    @OptionGroup var at: StoreOptions
    @OptionGroup var reading: RiskReadingOptions

    @Flag(help: "List risks that are proposed, resting or closed, too.")
    var all = false

    @OptionGroup var output: JSONOptions

    func run() async throws {
        let edition = try await at.riskEdition(reading.asOf, reading.audience)
        let registers =
            try reading.register.map { [try edition.riskRegister($0)] } ?? edition.riskRegisters
        if output.json {
            return try Output.write([
                "committee": .string(edition.committee), "asOf": JSONValue(edition.asOf),
                "audience": .string(edition.audience.rawValue),
                "registers": .array(
                    registers.map { register in
                        [
                            "id": .string(register.id), "name": .string(register.name),
                            "withheld": .bool(register.withheldCount > 0),
                            "risks": .array(shown(register).map { json($0, in: register) }),
                        ]
                    }
                ),
            ])
        }
        var blocks: [Document.Block] = []
        for register in registers {
            blocks.append(.table(table(register)))
            if register.withheldCount > 0 {
                blocks.append(
                    .paragraph(
                        "Some risks are left out for the audience “\(edition.audience.rawValue)”; "
                            + "--audience restricted shows them."
                    )
                )
            }
        }
        if registers.isEmpty {
            blocks.append(
                .paragraph(
                    "There is no risk register on \(edition.asOf)"
                        + (edition.audience == .restricted
                            ? ""
                            : " that the audience “\(edition.audience.rawValue)” may see; --audience "
                                + "restricted shows all")
                        + ". Set one up: committee risk "
                        + "register \(at.store) --id ID --name NAME --scale FILE --by WHO"
                )
            )
        }
        try Output.write(Document(title: "Risks", blocks: blocks))
    }

    private func shown(_ register: RiskRegister) -> [Risk] {
        all ? register.risks : register.openRisks
    }

    private func table(_ register: RiskRegister) -> Document.Table {
        let none = register.currentScale?.words.notAssessed ?? "Not assessed"
        return Document.Table(
            caption: register.name,
            columns: [
                "Risk", "What may happen", "State", .init(register.name(of: .current)),
                .init(register.name(of: .target)), "Next review",
            ],
            rows: shown(register).map { risk in
                .cells([
                    .text(risk.id), .text(risk.name), .text(risk.standingWords),
                    .text(register.scored(.current, of: risk)?.tag.text ?? none),
                    .text(register.scored(.target, of: risk)?.tag.text ?? none),
                    register.nextReview(of: risk).map(Document.Table.Cell.date) ?? .text("Not set"),
                ])
            }
        )
    }

    private func json(_ risk: Risk, in register: RiskRegister) -> JSONValue {
        var members = risk.json.members ?? JSONObject()
        members["state"] = .string(risk.state.rawValue)
        var scores = JSONObject()
        for kind in RiskScoreKind.allCases {
            guard let scored = register.scored(kind, of: risk) else {
                scores[kind.rawValue] = .null
                continue
            }
            scores[kind.rawValue] = [
                "score": scored.score.value.map(JSONValue.integer) ?? .null,
                "band": JSONValue(scored.score.bandID),
                "zone": JSONValue(scored.zone?.id), "text": .string(scored.text),
            ]
        }
        members["scores"] = .object(scores)
        members["nextReview"] = register.nextReview(of: risk).map { JSONValue($0) } ?? .null
        members["isAboveAppetite"] = register.isAboveAppetite(risk).map(JSONValue.bool) ?? .null
        return .object(members)
    }
}

/// `committee risk show`: one risk.
struct RiskShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one risk with its controls and its history.",
        discussion: """
              committee risk show council.sqlite R1
              committee risk show council.sqlite R1 --as-of 2026-03-31 --json
            """
    )

    @OptionGroup var at: StoreOptions

    @Argument(help: "The risk.")
    var risk: String

    @OptionGroup var reading: RiskReadingOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let edition = try await at.riskEdition(reading.asOf, reading.audience)
        let found = try edition.risk(risk)
        if output.json {
            return try Output.write([
                "asOf": JSONValue(edition.asOf), "register": .string(found.register.id),
                "risk": found.risk.json,
            ])
        }
        let request = RiskReport.Request(edition, register: found.register.id, risk: risk)
        try Output.write(try RiskReport.named("risk-cards").document(request))
    }
}

/// Where a report on risks goes, and in which form.
struct RiskOutputOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The form: \(OutputForm.namesInWords).", valueName: "form"),
        transform: formArgument
    )
    var form: OutputForm?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; without it, the standard output.", valueName: "file")
    )
    var output: String?

    @Flag(help: "Write JSON for programs; the same as --as json.")
    var json = false

    /// Writes a document to the file or the standard output.
    func write(_ document: Document, readBy audience: Audience) throws {
        let form = json ? .json : self.form ?? Self.form(of: output)
        guard let output else {
            guard let form, form != .plainText else { return try Output.write(document) }
            try form.checkStandardOutput()
            return try Output.write { try form.write(document, into: &$0) }
        }
        try WrittenFile(for: output, readBy: audience) {
            try (form ?? .plainText).write(document, into: &$0)
        }.keep()
    }

    private static func form(of file: String?) -> OutputForm? {
        guard let file, let dot = file.lastIndex(of: ".") else { return nil }
        return OutputForm(name: String(file[file.index(after: dot)...]).lowercased())
    }
}

/// `committee risk heatmap`: the map of a register.
struct RiskHeatMapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heatmap",
        abstract: "Draw how many risks stand at which likelihood and impact.",
        discussion: """
            As HTML it is a drawing with a table that says the same; elsewhere it is the table.

              committee risk heatmap council.sqlite -o map.html
              committee risk heatmap council.sqlite --score target --as md
            """
    )

    @OptionGroup var at: StoreOptions
    @OptionGroup var reading: RiskReadingOptions

    @Option(
        help: ArgumentHelp("inherent, current or target.", valueName: "score"),
        transform: scoreArgument
    )
    var score: RiskScoreKind = .current

    @OptionGroup var output: RiskOutputOptions

    func run() async throws {
        let edition = try await at.riskEdition(reading.asOf, reading.audience)
        let request = RiskReport.Request(edition, register: reading.register, kind: score)
        let document = try RiskReport.named("risk-heat-map").document(request)
        try output.write(document, readBy: reading.audience)
    }
}

/// `committee risk movement`: what moved between two dates.
struct RiskMovementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "movement",
        abstract: "Say which risks went up, down, in or out between two dates.",
        discussion: """
            The figures add up to the register, or the report says why they do not: a scale that \
            changed, or a risk that was not assessed.

              committee risk movement council.sqlite --since 2026-06-30
              committee risk movement council.sqlite --since 2026-06-30 \\
                --as-of 2026-09-30 --json
            """
    )

    @OptionGroup var at: StoreOptions
    @OptionGroup var reading: RiskReadingOptions

    @Option(
        help: ArgumentHelp("The earlier date.", valueName: "date"),
        transform: dateArgument
    )
    var since: CivilDate

    @Option(
        help: ArgumentHelp("inherent, current or target.", valueName: "score"),
        transform: scoreArgument
    )
    var score: RiskScoreKind = .current

    @OptionGroup var output: RiskOutputOptions

    func run() async throws {
        let editions = try await at.riskEditions(since, reading)
        if output.json {
            let movement = try RiskMovement(
                from: editions.since,
                to: editions.now,
                register: reading.register,
                kind: score
            )
            return try Output.write(json(movement))
        }
        let request = RiskReport.Request(
            editions.now,
            since: editions.since,
            register: reading.register,
            kind: score
        )
        let document = try RiskReport.named("risk-movement").document(request)
        try output.write(document, readBy: reading.audience)
    }

    private func json(_ movement: RiskMovement) -> JSONValue {
        let totals = movement.totals
        return [
            "register": .string(movement.registerID), "score": .string(movement.kind.rawValue),
            "from": JSONValue(movement.from), "to": JSONValue(movement.to),
            "totals": [
                "before": .integer(totals.before), "after": .integer(totals.after),
                "up": .integer(totals.up), "same": .integer(totals.same),
                "down": .integer(totals.down), "new": .integer(totals.new),
                "removed": .integer(totals.removed),
                "notComparable": .integer(totals.notComparable),
            ],
            "shortfall": .array(movement.shortfall.map(JSONValue.string)),
            "risks": .array(
                movement.rows.map { row in
                    [
                        "id": .string(row.risk.id), "movement": .string(row.direction.rawValue),
                        "before": JSONValue(row.before?.text), "now": JSONValue(row.after?.text),
                        "why": .string(row.reason),
                    ]
                }
            ),
        ]
    }
}

/// `committee risk report`: any report on a register.
struct RiskReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a report on a risk register.",
        discussion: """
            The reports are:

            \(RiskReport.all.map { "  \($0.id)  \($0.summary)" }.joined(separator: "\n"))

              committee risk report council.sqlite risk-register --as md
              committee risk report council.sqlite risk-quarterly --since 2026-06-30 \\
                -o cog.html
            """
    )

    @OptionGroup var at: StoreOptions

    @Argument(help: "The report.")
    var report: String

    @OptionGroup var reading: RiskReadingOptions

    @Option(
        help: ArgumentHelp("The earlier date, for reports that compare.", valueName: "date"),
        transform: dateArgument
    )
    var since: CivilDate?

    @Option(help: ArgumentHelp("The risk, for the report on one.", valueName: "id"))
    var risk: String?

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var output: RiskOutputOptions

    func run() async throws {
        let report = try RiskReport.named(report)
        var request: RiskReport.Request
        if let since {
            let editions = try await at.riskEditions(since, reading)
            request = RiskReport.Request(editions.now, since: editions.since)
        } else {
            request = RiskReport.Request(try await at.riskEdition(reading.asOf, reading.audience))
        }
        request.register = reading.register
        request.risk = risk
        if report.id == "risk-workflow" {
            let id =
                try reading.register ?? risk.map { try request.edition.risk($0).register.id }
            let register = try request.edition.riskRegister(id)
            let library = try await at.open(plugins: try await plugins.engine()).library
            request.workflow = try library.riskWorkflow(of: register)
        }
        try output.write(try report.document(request), readBy: reading.audience)
    }
}

extension StoreOptions {
    /// Opens the store and returns the committee's edition on a date.
    func riskEdition(_ date: CivilDate?, _ audience: Audience) async throws -> Edition {
        try await open().committee.edition(asOf: date, audience: audience)
    }

    /// Opens the store and returns the editions on two dates, the earlier of which comes first.
    func riskEditions(
        _ since: CivilDate,
        _ reading: RiskReadingOptions
    ) async throws -> (since: Edition, now: Edition) {
        let opened = try await open()
        let date = reading.asOf ?? opened.library.today()
        guard since <= date else {
            throw Complaint("--since \(since) is after \(date). Swap the dates.", isUsage: true)
        }
        let committee = opened.committee
        return (
            try await committee.edition(asOf: since, audience: reading.audience),
            try await committee.edition(asOf: date, audience: reading.audience)
        )
    }
}
#endif
