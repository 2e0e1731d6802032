// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee risk aim`.
struct RiskAimCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "aim",
        "Set by when the target is to be reached, or that the risk is accepted as it is.",
        "R1 --date 2027-03-31 --by ROLE",
        "R1 --accept --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("The day.", valueName: "date"), transform: dateArgument)
    var date: CivilDate?
    @Flag(help: "Nothing more is aimed at.") var accept = false

    func fact(_ risk: Risk?) throws -> RiskFact {
        guard (date == nil) == accept else {
            throw Complaint("Give --date, or --accept, and not both.", isUsage: true)
        }
        return .targetDateSet(date.map(Risk.TargetDate.by) ?? .accept)
    }
}

/// `committee risk review`.
struct RiskReviewCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "review",
        "Record that a risk was reviewed.",
        "R1 --outcome WORDS --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("What the review found.", valueName: "words"))
    var outcome: String = ""
    @Option(
        help: ArgumentHelp(
            "The day of the next review; by the register's interval when left out.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var next: CivilDate?

    func fact(_ risk: Risk?) -> RiskFact { .reviewed(outcome: outcome, next: next) }
}

/// `committee risk escalate`.
struct RiskEscalateCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "escalate",
        "Take a risk to a register above.",
        "R1 --to partnership --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("The register above.", valueName: "id")) var to: String

    func fact(_ risk: Risk?) -> RiskFact { .escalated(to: to) }
}

/// `committee risk de-escalate`.
struct RiskDeescalateCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "de-escalate",
        "Take a risk to a register below.",
        "R1 --to main --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("The register below.", valueName: "id")) var to: String

    func fact(_ risk: Risk?) -> RiskFact { .deescalated(to: to) }
}

/// `committee risk accept`.
struct RiskAcceptCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "accept",
        "Record that an approver accepted a risk as it is scored.",
        "R1 --approver chair --until 2027-03-31 --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("The role that accepted it.", valueName: "role"))
    var approver: String
    @Option(
        help: ArgumentHelp("The last day on which it holds.", valueName: "date"),
        transform: dateArgument
    )
    var until: CivilDate?
    @Option(help: ArgumentHelp("What it depends on.", valueName: "words"))
    var conditions: String = ""

    func fact(_ risk: Risk?) -> RiskFact {
        .accepted(by: approver, until: until, conditions: conditions)
    }
}

/// `committee risk deactivate`.
struct RiskDeactivateCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "deactivate",
        "Put a risk to rest: it is kept but does not count.",
        "R1 --reason WORDS --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions

    func fact(_ risk: Risk?) -> RiskFact { .deactivated }
}

/// `committee risk replace`.
struct RiskReplaceCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "replace",
        "Record that other risks took the place of one.",
        "R1 --with R4 --with R5 --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("A risk that takes its place; repeat it.", valueName: "id"))
    var with: [String]

    func fact(_ risk: Risk?) -> RiskFact { .replaced(by: with) }
}

/// `committee risk close`.
struct RiskCloseCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "close",
        "Close a risk, or reject one that was only proposed.",
        "R1 --outcome WORDS --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("How it ended.", valueName: "words")) var outcome: String = ""

    func fact(_ risk: Risk?) -> RiskFact { .closed(outcome: outcome) }
}

/// `committee risk reopen`.
struct RiskReopenCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "reopen",
        "Take up a risk again that was resting, closed or replaced.",
        "R1 --reason WORDS --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions

    func fact(_ risk: Risk?) -> RiskFact { .reopened }
}

/// Finds the visibility that an argument names.
func visibilityArgument(_ text: String) throws -> Audience {
    if let visibility = Audience(rawValue: text) { return visibility }
    throw ValidationError(
        ClosestName.suggestion(for: text, in: Audience.allCases.map(\.rawValue))
    )
}

/// Finds the kind of control that an argument names.
func controlKindArgument(_ text: String) throws -> Risk.Control.Kind {
    if let kind = Risk.Control.Kind(rawValue: text) { return kind }
    throw ValidationError(
        ClosestName.suggestion(for: text, in: Risk.Control.Kind.allCases.map(\.rawValue))
    )
}

/// Finds the treatment that an argument names.
func treatmentArgument(_ text: String) throws -> Risk.Treatment {
    if let treatment = Risk.Treatment(rawValue: text) { return treatment }
    throw ValidationError(
        ClosestName.suggestion(for: text, in: Risk.Treatment.allCases.map(\.rawValue))
    )
}
#endif
