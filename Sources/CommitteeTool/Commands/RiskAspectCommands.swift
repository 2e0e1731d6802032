// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee risk reword`.
struct RiskRewordCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "reword",
        "Set what a risk says; what is not given stays.",
        "R1 --cause WORDS --by ROLE",
        "R1 --title WORDS --event WORDS --effect WORDS --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("What it is called in a list.", valueName: "words"))
    var title: String?
    @Option(help: ArgumentHelp("What may cause it.", valueName: "words")) var cause: String?
    @Option(name: .customLong("event"), help: ArgumentHelp("What may happen.", valueName: "words"))
    var happening: String?
    @Option(help: ArgumentHelp("What it would lead to.", valueName: "words")) var effect: String?

    func fact(_ risk: Risk?) throws -> RiskFact {
        guard title != nil || cause != nil || happening != nil || effect != nil else {
            throw Complaint("Give --title, --cause, --event or --effect.", isUsage: true)
        }
        return .worded(
            RiskFact.Wording(
                title: title ?? risk?.title ?? "",
                cause: cause ?? risk?.cause ?? "",
                event: happening ?? risk?.event ?? "",
                effect: effect ?? risk?.effect ?? ""
            )
        )
    }
}

/// `committee risk categorise`.
struct RiskCategoriseCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "categorise",
        "Put a risk into a category.",
        "R1 --category Staffing --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(
        help: ArgumentHelp("The category, by the register's own word.", valueName: "word")
    )
    var category: String

    func fact(_ risk: Risk?) -> RiskFact { .categorised(category) }
}

/// `committee risk visibility`.
struct RiskVisibilityCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "visibility",
        "Set who may see a risk.",
        "R1 --audience public --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(
        help: ArgumentHelp("public, partners, committee or restricted.", valueName: "audience"),
        transform: visibilityArgument
    )
    var audience: Audience

    func fact(_ risk: Risk?) -> RiskFact { .visibilitySet(audience) }
}

/// `committee risk appetite`.
struct RiskAppetiteCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "appetite",
        "Set the most that a risk may be, or leave it to its category and register.",
        "R1 --band medium --by ROLE",
        "R1 --score 9 --by ROLE",
        "R1 --none --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("The worst band that it may be in.", valueName: "band"))
    var band: String?
    @Option(help: ArgumentHelp("The worst score that it may have.", valueName: "number"))
    var score: Int?
    @Flag(help: "Leave it to its category and register.") var none = false

    func fact(_ risk: Risk?) throws -> RiskFact {
        guard [band != nil, score != nil, none].count(where: { $0 }) == 1 else {
            throw Complaint("Give one of --band, --score and --none.", isUsage: true)
        }
        return .appetiteSet(band.map(RiskAppetite.band) ?? score.map(RiskAppetite.score))
    }
}

/// `committee risk timing`.
struct RiskTimingCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "timing",
        "Set how soon a risk may come about and how quickly it would have its effect.",
        "R1 --proximity \"within a year\" --velocity \"within days\" --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("How soon it may come about.", valueName: "words"))
    var proximity: String?
    @Option(
        help: ArgumentHelp("How quickly it would have its effect.", valueName: "words")
    )
    var velocity: String?

    func fact(_ risk: Risk?) throws -> RiskFact {
        guard proximity != nil || velocity != nil else {
            throw Complaint(
                "Give --proximity or --velocity; \"\" takes one away.",
                isUsage: true
            )
        }
        return .timed(
            proximity: proximity ?? risk?.proximity ?? "",
            velocity: velocity ?? risk?.velocity ?? ""
        )
    }
}

/// `committee risk link`.
struct RiskLinkCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "link",
        "Link a risk to actions, decisions, reviews and other risks.",
        "R1 --action plan-2026#2.1 --decision cpc-2026-09-18/4 --by ROLE",
        "R1 --remove --risk R4 --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(help: ArgumentHelp("An action; repeat it.", valueName: "plan#action"))
    var action: [String] = []
    @Option(help: ArgumentHelp("A decision of a meeting; repeat it.", valueName: "id"))
    var decision: [String] = []
    @Option(help: ArgumentHelp("A review; repeat it.", valueName: "id")) var review: [String] = []
    @Option(
        name: .customLong("risk"),
        help: ArgumentHelp("Another risk; repeat it.", valueName: "id")
    )
    var otherRisk: [String] = []
    @Flag(help: "Take the links away that are named.") var remove = false

    func fact(_ risk: Risk?) throws -> RiskFact {
        let named =
            action.map { Risk.Link(.action, $0) } + decision.map { Risk.Link(.decision, $0) }
            + review.map { Risk.Link(.review, $0) } + otherRisk.map { Risk.Link(.risk, $0) }
        guard !named.isEmpty else {
            throw Complaint(
                "Give --action, --decision, --review or --risk; --remove takes them away.",
                isUsage: true
            )
        }
        let known = risk?.links ?? []
        guard !remove else {
            if let missing = named.first(where: { !known.contains($0) }) {
                let links = known.map { "\($0.kind.rawValue) \($0.id)" }
                throw Complaint(
                    "The risk “\(event.risk)” has no link to the \(missing.kind.rawValue) "
                        + "“\(missing.id)”. Links: "
                        + "\(links.isEmpty ? "none" : links.joined(separator: ", "))."
                )
            }
            return .linked(known.filter { !named.contains($0) })
        }
        return .linked(known + named.filter { !known.contains($0) })
    }
}

/// `committee risk interval`.
struct RiskIntervalCommand: RiskEventCommand {
    static let configuration = riskEventConfiguration(
        "interval",
        "Set how often a risk is reviewed, or leave it to its register.",
        "R1 --every \"1 month\" --by ROLE",
        "R1 --none --by ROLE"
    )

    @OptionGroup var event: RiskEventOptions
    @Option(
        help: ArgumentHelp("A length of time, such as \"1 month\".", valueName: "time"),
        transform: periodArgument
    )
    var every: Period?
    @Flag(help: "Leave it to the register.") var none = false

    func fact(_ risk: Risk?) throws -> RiskFact {
        guard (every == nil) == none else {
            throw Complaint("Give --every, or --none, and not both.", isUsage: true)
        }
        return .reviewIntervalSet(every)
    }
}

/// Reads the length of time that an argument gives.
func periodArgument(_ text: String) throws -> Period {
    guard case .period(let period)? = ReminderInterval(words: text), period.count > 0 else {
        throw ValidationError(
            "“\(text)” is no length of time. Write a number and days, weeks, months, quarters or "
                + "years, such as \"3 months\"."
        )
    }
    return period
}
#endif
