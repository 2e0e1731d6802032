// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee risk`: the risk registers and what happens to their risks.
struct RiskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "risk",
        abstract: "Keep and read risk registers.",
        discussion: """
            A register is set up once with its scale; then each thing that happens to a risk is an \
            entry of its own: proposed, approved, assessed, reviewed, escalated, accepted, closed.

              committee risk register council.sqlite --id main --name "Risk register" \\
                --scale standard/five-by-five --by "Lead Officer"
              committee risk propose council.sqlite R1 --register main \\
                --by "Lead Officer" --cause "Two posts are vacant" \\
                --event "Visits are late" --effect "Children wait"
              committee risk approve council.sqlite R1 --body CPC --by "Lead Officer"
              committee risk assess council.sqlite R1 --likelihood 3 --impact 4 \\
                --by "Lead Officer"
              committee risk heatmap council.sqlite -o map.html

            A file of changes records the same and more, all or nothing: see “committee record”.
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Reading",
                subcommands: [
                    RiskListCommand.self, RiskShowCommand.self, RiskHeatMapCommand.self,
                    RiskMovementCommand.self, RiskReportCommand.self,
                    RiskEscalationsCommand.self, RiskWorkflowCommand.self,
                    RiskOptionsCommand.self,
                ]
            ),
            CommandGroup(
                name: "Setting up",
                subcommands: [RiskRegisterCommand.self, RiskMigrateCommand.self]
            ),
            CommandGroup(
                name: "Recording",
                subcommands: [
                    RiskProposeCommand.self, RiskApproveCommand.self, RiskAssessCommand.self,
                    RiskReviewCommand.self, RiskEscalateCommand.self, RiskDeescalateCommand.self,
                    RiskAcceptCommand.self, RiskDeactivateCommand.self, RiskReplaceCommand.self,
                    RiskCloseCommand.self, RiskReopenCommand.self, RiskStepCommand.self,
                ]
            ),
            CommandGroup(
                name: "Saying more of a risk",
                subcommands: [
                    RiskRewordCommand.self, RiskCategoriseCommand.self, RiskAssignCommand.self,
                    RiskVisibilityCommand.self, RiskControlCommand.self, RiskEvidenceCommand.self,
                    RiskTreatCommand.self, RiskAimCommand.self, RiskAppetiteCommand.self,
                    RiskTimingCommand.self, RiskLinkCommand.self, RiskIntervalCommand.self,
                ]
            ),
        ]
    )
}

/// Which register, on which day, for whom.
struct RiskReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The register; the only one when left out.", valueName: "id")
    )
    var register: String?

    @Option(
        help: ArgumentHelp("The date; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var asOf: CivilDate?

    @Option(
        help: ArgumentHelp(
            "For whom: public, partners, committee or restricted.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .committee
}

/// `committee risk register`: sets a register up.
struct RiskRegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Set up a register, or give it another scale.",
        discussion: """
            The scale is one that a plugin has, such as standard/five-by-five, or a JSON file. Given \
            again for the same register, the command adds the scale in its new version; risks keep the \
            version by which they were assessed until “committee risk migrate” takes them over.

              committee risk register council.sqlite --id main --name "Risk register" \\
                --scale standard/five-by-five --by "Lead Officer"
              committee risk register council.sqlite --id main --appetite medium \\
                --category Staffing=low --review very-high="1 month" \\
                --review-every "3 months" --score-name inherent=Initial \\
                --by "Lead Officer"
            """
    )

    @OptionGroup var at: StoreOptions

    @Option(help: ArgumentHelp("The register's identifier.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("The register's name; needed for a new one.", valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "A scale: PLUGIN/NAME, perhaps with @VERSION, or a JSON file.",
            valueName: "scale"
        )
    )
    var scale: String?

    @Option(help: ArgumentHelp("The register above this one.", valueName: "id"))
    var parent: String?

    @Option(
        help: ArgumentHelp(
            "The level: working-group, committee, partnership or corporate.",
            valueName: "tier"
        ),
        transform: tierArgument
    )
    var tier: RiskRegister.Tier?

    @Option(help: ArgumentHelp("A role that may accept risks; repeat it.", valueName: "role"))
    var approver: [String] = []

    @Option(
        help: ArgumentHelp(
            "The workflow of its risks, PLUGIN/NAME; needed where the plugins have several.",
            valueName: "workflow"
        )
    )
    var workflow: String?

    @OptionGroup var rules: RiskRegisterRules
    @OptionGroup var recording: RiskRecordingOptions
    @OptionGroup var plugins: PluginOptions

    func run() async throws {
        let opened = try await at.open(
            plugins: try await plugins.engine(),
            accepting: recording.screening
        )
        let committee = opened.committee
        let date = try recording.on ?? Today.date()
        let entries = try await committee.entries()
        let record = Record.folding(entries)
        var register = try register(in: record)
        if let parent { register.parentID = parent }
        if let tier { register.tier = tier }
        if !approver.isEmpty { register.approvers = approver }
        if let scale {
            let read = try await NamedRiskScale(scale, plugins).scale
            if let old = register.scale(read.reference), old != read {
                throw Complaint(
                    "The register “\(id)” has another scale \(read.reference). Give the new one the "
                        + "next version."
                )
            }
            register.scales.removeAll { $0.reference == read.reference }
            register.scales.append(read)
        }
        try rules.set(&register)
        if let workflow {
            register.workflow = try opened.library.riskWorkflow(workflow).reference
        }
        let receipt = try await committee.append(
            [
                Change(.register(id), .registerSet(register.json))
                    .draft(effective: date, by: recording.by, reason: recording.reason)
            ],
            expecting: .untouched(since: entries.last?.sequence ?? 0)
        )
        try recording.say(
            "Register “\(id)” is set up (entry \(receipt.firstSequence)).",
            ["register": .string(id), "entry": .integer(receipt.firstSequence)]
        )
    }

    /// The register as it is, without the risks that have entries of their own, or a new one.
    private func register(in record: Record) throws -> RiskRegister {
        if var known = record.riskRegisters.first(where: { $0.id == id }) {
            if let name { known.name = name }
            if known.scaleInUse == nil { known.scaleInUse = known.scales.last?.reference }
            known.risks = known.risks.filter { $0.isOnlyListed }
            return known
        }
        guard let name else {
            throw Complaint(
                "There is no register “\(id)” yet. Give the new one a --name.",
                isUsage: true
            )
        }
        return RiskRegister(id: id, name: name)
    }
}

extension Risk {
    /// Whether the risk only stands in its register's list, so that setting the register repeats it.
    fileprivate var isOnlyListed: Bool {
        !history.contains { $0.kind == RiskFact.Name.propose.kind }
    }
}

/// `committee risk migrate`: takes a register over to another version of its scale.
struct RiskMigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Take a register over to another version of its scale, and say what changes.",
        discussion: """
            Levels keep their identifiers unless they are mapped. What cannot be mapped stays with the \
            old version and is listed. With --dry-run nothing is recorded.

              committee risk migrate council.sqlite --register main --to-version 2 \\
                --likelihood 5=4 --by "Lead Officer" --dry-run
            """
    )

    @OptionGroup var at: StoreOptions

    @Option(help: ArgumentHelp("The register; the only one when left out.", valueName: "id"))
    var register: String?

    @Option(help: ArgumentHelp("The version that risks pin; that in use when left out."))
    var fromVersion: Int?

    @Option(help: ArgumentHelp("The version that risks are to pin."))
    var toVersion: Int

    @Option(
        help: ArgumentHelp(
            "The scale, when it has another name now: as the register has it, or PLUGIN/NAME.",
            valueName: "scale"
        )
    )
    var scale: String?

    @Option(help: ArgumentHelp("A level of likelihood and the new one.", valueName: "old=new"))
    var likelihood: [String] = []

    @Option(help: ArgumentHelp("A level of impact and the new one.", valueName: "old=new"))
    var impact: [String] = []

    @Flag(help: "Say what would change, and record nothing.")
    var dryRun = false

    @OptionGroup var recording: RiskRecordingOptions
    @OptionGroup var plugins: PluginOptions

    func run() async throws {
        let committee = try await at.open(
            plugins: try await plugins.engine(),
            accepting: recording.screening
        ).committee
        let date = try recording.on ?? Today.date()
        let seen = try await committee.entries().last?.sequence ?? 0
        let edition = try await committee.edition(asOf: date, audience: .restricted)
        let found = try edition.riskRegister(register)
        let migration = RiskScaleMigration(
            from: try from(found),
            to: try to(found),
            likelihoods: try levels(likelihood),
            impacts: try levels(impact)
        )
        let effects = try migration.effects(on: found)
        if !dryRun {
            try await committee.append(
                [
                    Change(.register(found.id), .scaleMigrated(migration))
                        .draft(effective: date, by: recording.by, reason: recording.reason)
                ],
                expecting: .untouched(since: seen)
            )
        }
        try say(effects, migration, found.id)
    }

    /// The version that risks pin: that which was asked for, else the one from which there is anything to take.
    private func from(_ register: RiskRegister) throws -> RiskScale.Reference {
        guard let inUse = register.currentScale?.reference else {
            throw Complaint("The register “\(register.id)” has no scale to migrate from.")
        }
        if let fromVersion { return .init(scaleID: inUse.scaleID, version: fromVersion) }
        let to = try to(register)
        guard inUse == to else { return inUse }
        let pinned = Set(
            register.risks.flatMap { risk in
                RiskScoreKind.allCases.compactMap { risk.assessment($0).levels?.scale }
            }
        ).subtracting([to]).sorted { ($0.scaleID, $0.version) < ($1.scaleID, $1.version) }
        guard let first = pinned.first else {
            throw Complaint(
                "No risk of the register “\(register.id)” pins another scale than \(to), so there is nothing "
                    + "to take over."
            )
        }
        guard pinned.count == 1, first.scaleID == inUse.scaleID else {
            let names = pinned.map(\.description).joined(separator: ", ")
            throw Complaint(
                "The risks of the register “\(register.id)” pin \(names). Say with --from-version which of them "
                    + "to take over.",
                isUsage: true
            )
        }
        return first
    }

    /// The version that risks are to pin.
    private func to(_ register: RiskRegister) throws -> RiskScale.Reference {
        let id = scale ?? register.currentScale?.reference.scaleID ?? ""
        let known = register.scales.map(\.reference.scaleID)
        let name = known.contains(id) ? id : String(id.split(separator: "/").last ?? "")
        return RiskScale.Reference(scaleID: name, version: toVersion)
    }

    private func levels(_ pairs: [String]) throws -> [String: String] {
        var map: [String: String] = [:]
        for pair in pairs {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw Complaint(
                    "“\(pair)” is not a pair of levels. Write OLD=NEW, such as 5=4.",
                    isUsage: true
                )
            }
            map[parts[0]] = parts[1]
        }
        return map
    }

    private func say(
        _ effects: [RiskScaleMigration.Effect],
        _ migration: RiskScaleMigration,
        _ register: String
    ) throws {
        if recording.output.json {
            return try Output.write([
                "register": .string(register), "recorded": .bool(!dryRun),
                "migration": .object(migration.json),
                "effects": .array(
                    effects.map { effect in
                        [
                            "risk": .string(effect.risk), "score": .string(effect.kind.rawValue),
                            "before": .string(effect.before), "after": JSONValue(effect.after),
                            "problem": JSONValue(effect.problem),
                        ]
                    }
                ),
            ])
        }
        let table = Document.Table(
            caption: "\(dryRun ? "Would change" : "Changed"): \(migration.from) to \(migration.to)",
            columns: ["Risk", "Score", "Before", "After"],
            rows: effects.map { effect in
                .cells([
                    .text(effect.risk), .text(effect.kind.word), .text(effect.before),
                    .text(effect.after ?? "stays: \(effect.problem ?? "")"),
                ])
            }
        )
        try Output.write(Document(title: "Migration", blocks: [.table(table)]))
    }
}

/// Finds the tier that an argument names.
func tierArgument(_ text: String) throws -> RiskRegister.Tier {
    if let tier = RiskRegister.Tier(rawValue: text) { return tier }
    throw ValidationError(
        ClosestName.suggestion(for: text, in: RiskRegister.Tier.allCases.map(\.rawValue))
    )
}

/// Finds the score that an argument names.
func scoreArgument(_ text: String) throws -> RiskScoreKind {
    if let kind = RiskScoreKind(rawValue: text) { return kind }
    throw ValidationError(
        ClosestName.suggestion(for: text, in: RiskScoreKind.allCases.map(\.rawValue))
    )
}
#endif
