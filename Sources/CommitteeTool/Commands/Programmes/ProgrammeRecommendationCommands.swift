// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee programme recommendation`.
struct ProgrammeRecommendationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recommendation",
        abstract: "Keep recommendations, suggestions to the programme, and what became of them.",
        discussion: """
            A programme recommends to others (--to); a group of members suggests to the programme (--from).

              committee programme recommendation add improvement-2026#r1 \\
                "One toolkit for all areas." --area 5
              committee programme recommendation made improvement-2026#r1 --to Ministers \\
                --answer-by 2027-02-28
              committee programme recommendation answer improvement-2026#r1 partly \\
                "From 2028 on."
              committee programme recommendation follow improvement-2026#r1 \\
                "Two areas begin." --action plan-2026#2.3
              committee programme recommendation add improvement-2026#s1 \\
                "Ask young people in schools."
              committee programme recommendation made improvement-2026#s1 \\
                --from "Advisory Group" --at eag/2026-08-30
            """,
        subcommands: [
            RecommendationAddCommand.self, RecommendationMadeCommand.self,
            RecommendationAnswerCommand.self, RecommendationFollowCommand.self,
        ]
    )
}

/// `committee programme recommendation add`.
struct RecommendationAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Draft a recommendation; it is for the committee alone until it is made."
    )

    @Argument(help: "The plan and a short name, such as improvement-2026#r1.")
    var id: String

    @Argument(help: "What is recommended.")
    var words: String

    @OptionGroup var place: ProgrammePlaceOptions
    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        var recommendation = ProgrammeRecommendation(id: id)
        recommendation.words = Prose(markup: words)
        (recommendation.area, recommendation.reach) = (place.area, place.audience)
        try await options.add(recommendation) {
            "Drafted recommendation \($0.mark) of “\($0.plan)”."
        }
    }
}

/// `committee programme recommendation made`.
struct RecommendationMadeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "made",
        abstract: "Record that a recommendation was made: to whom, by whom, where."
    )

    @Argument(help: "The recommendation.")
    var id: String

    @Option(
        help: ArgumentHelp(
            "To whom; left out when it is made to the programme.",
            valueName: "party"
        )
    )
    var to: String?

    @Option(help: ArgumentHelp("Who made it; left out when the programme did.", valueName: "party"))
    var from: String?

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp("The meeting at which it was made.", valueName: "meeting")
    )
    var meeting: String?

    @Option(
        help: ArgumentHelp(
            "The document that holds it, by its short name in the register of documents.",
            valueName: "document"
        )
    )
    var document: String?

    @Option(
        help: ArgumentHelp("The day by which it is to be answered.", valueName: "date"),
        transform: dateArgument
    )
    var answerBy: CivilDate?

    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        let making = RecommendationMaking(
            to: to,
            from: from,
            at: meeting,
            document: document,
            answerBy: answerBy
        )
        try await options.record(ProgrammeRecommendation.self, id, .recommendationMade(making)) {
            one in
            let whom = to.map { " to \($0)" } ?? ""
            return
                "Recommendation \(one.mark) of “\(one.plan)” was made\(whom)\(from.map { " by \($0)" } ?? "")."
        }
    }
}

/// `committee programme recommendation answer`.
struct RecommendationAnswerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Record what was answered to a recommendation."
    )

    @Argument(help: "The recommendation.")
    var id: String

    @Argument(help: "accepted, partly, not-accepted or no-answer.", transform: wordArgument)
    var answer: RecommendationAnswer.Answer

    @Argument(help: "What was said, in a few sentences.")
    var words: String = ""

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp("The meeting at which it was answered.", valueName: "meeting")
    )
    var meeting: String?

    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        let said = RecommendationAnswer(answer, Prose(markup: words), at: meeting)
        try await options.record(ProgrammeRecommendation.self, id, .recommendationAnswered(said)) {
            "Recommendation \($0.mark) of “\($0.plan)”: \($0.standing.prefix(1).lowercased())\($0.standing.dropFirst())."
        }
    }
}

/// `committee programme recommendation follow`.
struct RecommendationFollowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow",
        abstract: "Record what came of a recommendation, with the action that carries it out."
    )

    @Argument(help: "The recommendation.")
    var id: String

    @Argument(help: "What came of it.")
    var words: String

    @Option(
        help: ArgumentHelp("The action of a plan, such as plan-2026#2.3.", valueName: "action")
    )
    var action: String?

    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        let outcome = RecommendationOutcome(Prose(markup: words), action: action)
        try await options.record(ProgrammeRecommendation.self, id, .recommendationFollowed(outcome))
        {
            "Recorded what came of recommendation \($0.mark) of “\($0.plan)”."
        }
    }
}
#endif
