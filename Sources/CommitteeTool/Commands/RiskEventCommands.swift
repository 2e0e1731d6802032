// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// Why something is recorded although the workflow of a risk's register refuses it.
struct WorkflowOverrideOptions: ParsableArguments {
    @Option(
        name: .customLong("override-workflow"),
        help: ArgumentHelp(
            "Why it is recorded although the register's workflow refuses it; every report says so.",
            valueName: "words"
        )
    )
    var reason: String?
}

/// Who records something of a risk, from which day it is true, and why.
struct RiskRecordingOptions: ParsableArguments {
    @Option(
        name: .customLong("by"),
        help: ArgumentHelp(
            "Who records it: a role, never a person's name; COMMITTEE_BY when left out.",
            valueName: "role"
        )
    )
    var givenBy: String?

    @Option(
        help: ArgumentHelp(
            "The day from which it is true; today when left out.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var on: CivilDate?

    @Option(help: ArgumentHelp("Why.", valueName: "words"))
    var reason: String?

    @OptionGroup var override: WorkflowOverrideOptions
    @OptionGroup var screening: ScreeningOptions
    @OptionGroup var output: JSONOptions

    /// Who records it; it is known once the arguments were checked.
    var by: String { givenBy ?? Environment.value(of: "COMMITTEE_BY") ?? "" }

    func validate() throws {
        guard by.isEmpty else { return }
        throw ValidationError(
            "Nobody is named who records it. Give --by ROLE, or set COMMITTEE_BY."
        )
    }

    /// Says what was recorded, as a sentence or as JSON.
    func say(_ sentence: String, _ json: @autoclosure () -> JSONValue) throws {
        try output.json ? Output.write(json()) : Output.write(sentence + "\n")
    }
}

/// What every event of a risk has: the store, the risk, and who records it.
struct RiskEventOptions: ParsableArguments {
    @OptionGroup var at: StoreOptions

    @Argument(help: "The risk.")
    var risk: String

    @OptionGroup var recording: RiskRecordingOptions
    @OptionGroup var workflow: RiskWorkflowOptions
}

/// A command that takes a risk through one event of the workflow.
protocol RiskEventCommand: AsyncParsableCommand {
    var event: RiskEventOptions { get }
    /// What is recorded of a risk as it stands; nil stands for one that is not recorded yet.
    func fact(_ risk: Risk?) throws -> RiskFact
}

extension RiskEventCommand {
    mutating func run() async throws {
        let recording = event.recording
        let committee = try await event.at.open().committee
        let before = try await committee.edition(asOf: recording.on, audience: .restricted)
        let fact = try fact(try? before.risk(event.risk).risk)
        try await event.perform(
            RiskRequest(event.risk, fact, by: recording.by, reason: recording.reason),
            words: fact.name.participle
        )
    }
}

extension RiskEventOptions {
    /// Takes the risk through an event of the committee's workflow, and says where it stands.
    func perform(_ request: RiskRequest, words: String) async throws {
        let opened = try await at.open(
            plugins: try await workflow.plugins.engine(),
            accepting: recording.screening
        )
        let committee = opened.committee
        let named = try workflow.workflow.map { try opened.library.riskWorkflow($0) }
        let receipt = try await committee.perform(
            request,
            workflow: named,
            effective: recording.on,
            overriding: recording.override.reason
        )
        let date = try recording.on ?? Today.date()
        let edition = try await committee.edition(asOf: date, audience: .restricted)
        let found = try edition.risk(risk)
        let workflow = try named ?? opened.library.riskWorkflow(of: found.register)
        let state = found.risk.standing
        let label =
            found.risk.workflowState?.label
            ?? workflow.states.first { $0.state == state }?.label ?? state.rawValue
        let score = found.register.scored(.current, of: found.risk)?.tag.text
        let scored = score.map { ", \($0)" } ?? ""
        let number = found.risk.number.map { " (printed as \($0), \(found.risk.name))" } ?? ""
        try recording.say(
            "Risk \(risk)\(number): \(words) (entry \(receipt.firstSequence)). It is \(label) in "
                + "“\(found.register.id)”\(scored).",
            [
                "risk": .string(risk), "event": .string(request.event.rawValue),
                "entry": .integer(receipt.firstSequence),
                "state": .string(found.risk.state.rawValue),
                "workflow": .string(workflow.name), "workflowState": .string(state.rawValue),
                "register": .string(found.register.id), "current": JSONValue(score),
            ]
        )
    }
}

/// Makes the configuration of a command that records an event, with its examples.
func riskEventConfiguration(
    _ name: String,
    _ abstract: String,
    _ examples: String...
) -> CommandConfiguration {
    CommandConfiguration(
        commandName: name,
        abstract: abstract,
        discussion: examples.map { "  committee risk \(name) council.sqlite \($0)" }
            .joined(separator: "\n")
    )
}

/// `committee risk propose`.
struct RiskProposeCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "propose",
        "Propose a risk for a register.",
        "R1 --register main --cause WORDS --event WORDS --effect WORDS --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("The register.", valueName: "id")) var register: String
    @Option(help: ArgumentHelp("What it is called in a list.", valueName: "words"))
    var title: String = ""
    @Option(help: ArgumentHelp("What may cause it.", valueName: "words")) var cause: String
    @Option(name: .customLong("event"), help: ArgumentHelp("What may happen.", valueName: "words"))
    var happening: String
    @Option(help: ArgumentHelp("What it would lead to.", valueName: "words")) var effect: String
    @Option(help: ArgumentHelp("The category.", valueName: "word")) var category: String = ""
    @Option(help: ArgumentHelp("The role that answers for it.", valueName: "role"))
    var owner: String?
    @Option(help: ArgumentHelp("The role that manages it.", valueName: "role"))
    var manager: String?
    @Option(
        help: ArgumentHelp(
            "Who may see it: public, partners, committee or restricted; restricted when left out.",
            valueName: "audience"
        ),
        transform: visibilityArgument
    )
    var visibility: Audience = .restricted

    func fact(_ risk: Risk?) -> RiskFact {
        .proposed(
            RiskFact.Proposal(
                register: register,
                wording: RiskFact.Wording(
                    title: title,
                    cause: cause,
                    event: happening,
                    effect: effect
                ),
                category: category,
                ownerRoleID: owner,
                managerRoleID: manager,
                visibility: visibility
            )
        )
    }
}

/// `committee risk approve`.
struct RiskApproveCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "approve",
        "Record that a proposed risk was approved.",
        "R1 --body CPC --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("The body or role that approved it.", valueName: "body"))
    var body: String

    func fact(_ risk: Risk?) -> RiskFact { .approved(by: body) }
}

/// `committee risk assess`.
struct RiskAssessCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "assess",
        "Assess a score of a risk by the register's scale.",
        "R1 --likelihood 3 --impact 4 --by ROLE",
        "R1 --score target --likelihood 2 --impact 4 --by ROLE",
        "R1 --likelihood 3 --impact 4 --override-score 20 --because WORDS --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(
        help: ArgumentHelp("inherent, current or target.", valueName: "score"),
        transform: scoreArgument
    )
    var score: RiskScoreKind = .current
    @Option(help: ArgumentHelp("The level of likelihood.", valueName: "level"))
    var likelihood: String?
    @Option(help: ArgumentHelp("The level of impact.", valueName: "level")) var impact: String?
    @Option(help: ArgumentHelp("A score by judgement.", valueName: "number"))
    var overrideScore: Int?
    @Option(help: ArgumentHelp("A band by judgement.", valueName: "band"))
    var overrideBand: String?
    @Option(help: ArgumentHelp("Why the score is by judgement.", valueName: "words"))
    var because: String?
    @Flag(help: "Say that the score is not assessed any more.")
    var notAssessed = false

    func fact(_ risk: Risk?) throws -> RiskFact {
        if notAssessed { return .assessed(score, .notAssessed) }
        guard let likelihood, let impact else {
            throw Complaint(
                "An assessment needs --likelihood and --impact, or --not-assessed.",
                isUsage: true
            )
        }
        let isJudged = overrideScore != nil || overrideBand != nil
        guard isJudged == (because != nil) else {
            throw Complaint(
                "A score by judgement needs --override-score or --override-band, and --because.",
                isUsage: true
            )
        }
        return .assessed(
            score,
            .assessed(
                RiskAssessment.Levels(
                    scale: .unpinned,
                    likelihood: likelihood,
                    impact: impact,
                    override: because.map {
                        .init(value: overrideScore, bandID: overrideBand, reason: $0)
                    }
                )
            )
        )
    }
}

/// `committee risk assign`.
struct RiskAssignCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "assign",
        "Set who answers for a risk and who manages it.",
        "R1 --owner chair --manager lead-officer --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("The role that answers for it.", valueName: "role"))
    var owner: String?
    @Option(help: ArgumentHelp("The role that manages it.", valueName: "role"))
    var manager: String?
    @Flag(help: "Nobody answers for it any more.") var noOwner = false
    @Flag(help: "Nobody manages it any more.") var noManager = false

    func fact(_ risk: Risk?) throws -> RiskFact {
        guard owner != nil || manager != nil || noOwner || noManager else {
            throw Complaint(
                "Give --owner or --manager, or --no-owner or --no-manager. What is not given stays.",
                isUsage: true
            )
        }
        return .assigned(
            owner: owner ?? (noOwner ? nil : risk?.ownerRoleID),
            manager: manager ?? (noManager ? nil : risk?.managerRoleID)
        )
    }
}

/// `committee risk control`.
struct RiskControlCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "control",
        "Set a control of a risk, or take one away.",
        "R1 C1 --words WORDS --kind preventive --evidence-due 2026-12-31 --by ROLE",
        "R1 C1 --effectiveness partial --by ROLE",
        "R1 C1 --remove --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Argument(help: "The control.") var control: String
    @Option(help: ArgumentHelp("What it is.", valueName: "words")) var words: String?
    @Option(
        help: ArgumentHelp(
            "How it works: preventive, corrective, directive or detective.",
            valueName: "kind"
        ),
        transform: controlKindArgument
    )
    var kind: Risk.Control.Kind?
    @Option(help: ArgumentHelp("How well it works.", valueName: "word"))
    var effectiveness: String?
    @Option(help: ArgumentHelp("How much it counts.", valueName: "number")) var weight: Int?
    @Option(help: ArgumentHelp("The role that answers for it.", valueName: "role"))
    var owner: String?
    @Option(
        help: ArgumentHelp("The day by which evidence is owed.", valueName: "date"),
        transform: dateArgument
    )
    var evidenceDue: CivilDate?
    @Flag(help: "Take the control away.") var remove = false

    func fact(_ risk: Risk?) throws -> RiskFact {
        if remove { return .controlRemoved(control) }
        let known = risk?.controls.first { $0.id == control }
        guard let words = words ?? known?.words, let kind = kind ?? known?.kind else {
            throw Complaint(
                "A new control needs --words and --kind; of one that there is, what is not given "
                    + "stays. --remove takes it away.",
                isUsage: true
            )
        }
        return .controlSet(
            Risk.Control(
                id: control,
                words: words,
                kind: kind,
                effectiveness: effectiveness ?? known?.effectiveness ?? "",
                weight: weight ?? known?.weight,
                ownerRoleID: owner ?? known?.ownerRoleID,
                evidenceDue: evidenceDue ?? known?.evidenceDue
            )
        )
    }
}

/// `committee risk evidence`.
struct RiskEvidenceCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "evidence",
        "Record that evidence of a control was seen.",
        "R1 C1 --words WORDS --next 2027-03-31 --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Argument(help: "The control.") var control: String
    @Option(help: ArgumentHelp("What was seen.", valueName: "words")) var words: String = ""
    @Option(
        help: ArgumentHelp("The day by which it is owed again.", valueName: "date"),
        transform: dateArgument
    )
    var next: CivilDate?

    func fact(_ risk: Risk?) -> RiskFact {
        .evidenceSeen(control: control, words: words, next: next)
    }
}

/// `committee risk treat`.
struct RiskTreatCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "treat",
        "Set what is done about a risk, and with which actions of plans.",
        "R1 --treatment treat --action plan-2026#2.1 --by ROLE",
        "R1 --treatment tolerate --no-actions --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(
        help: ArgumentHelp("tolerate, treat, transfer or terminate.", valueName: "word"),
        transform: treatmentArgument
    )
    var treatment: Risk.Treatment
    @Option(
        help: ArgumentHelp(
            "An action; repeat it. Without any, the actions stay.",
            valueName: "plan#action"
        )
    )
    var action: [String] = []
    @Flag(help: "No action treats it any more.") var noActions = false

    func fact(_ risk: Risk?) -> RiskFact {
        let actions = action.isEmpty && !noActions ? risk?.actions ?? [] : action
        return .treated(treatment, actions: actions)
    }
}
#endif
