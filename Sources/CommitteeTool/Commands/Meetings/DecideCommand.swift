// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee decide`: decisions between meetings.
struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Record decisions between meetings, and that a meeting ratified them.",
        discussion: """
              committee decide cpc "The return is put off." --by-correspondence 2024-01-10
              committee decide ratify cpc/C1 --at cpc/2024-02-06#3
            """,
        subcommands: [DecideTakeCommand.self, DecideRatifyCommand.self],
        defaultSubcommand: DecideTakeCommand.self
    )
}

/// `committee decide take`, which is what “committee decide” does.
struct DecideTakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take",
        abstract: "Record a decision by correspondence; this is what “committee decide” does."
    )

    @Argument(help: "The body: its identifier or one of its names.")
    var body: String

    @Argument(help: "What was decided.")
    var text: String

    @Option(
        help: ArgumentHelp("The day on which it was decided by correspondence.", valueName: "date"),
        transform: dateArgument
    )
    var byCorrespondence: CivilDate

    @Option(help: ArgumentHelp("How, such as “by e-mail”.", valueName: "words"))
    var how: String = ""

    @Option(
        help: ArgumentHelp("The day by which it is to be looked at again.", valueName: "date"),
        transform: dateArgument
    )
    var review: CivilDate?

    @Option(
        help: ArgumentHelp(
            "What it is about, such as “plan 2.3” or “risk R4”; repeat it.",
            valueName: "subject"
        )
    )
    var about: [String] = []

    @OptionGroup var recording: MeetingDecisionOptions

    func run() async throws {
        let opened = try await recording.at.open(accepting: recording.screening)
        let links = try await opened.committee.links(about, on: byCorrespondence)
        let decision = try await opened.committee.decide(
            body,
            DecisionTaking(Prose(markup: text), how: how, reviewBy: review, links: links),
            effective: byCorrespondence,
            by: try recording.author()
        )
        try recording.say(
            "Recorded decision \(decision.reference), taken on "
                + "\(PlanWords.date(byCorrespondence)). The next meeting ratifies it.",
            decision.json
        )
    }
}

/// `committee decide ratify`.
struct DecideRatifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ratify",
        abstract: "Record that a meeting ratified a decision that was taken before it."
    )

    @Argument(help: "The decision, such as cpc/C1.")
    var decision: String

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp(
            "The meeting, such as cpc/2024-02-06, perhaps with an item behind #.",
            valueName: "meeting"
        )
    )
    var meeting: String

    @Option(
        help: ArgumentHelp("The day on which it happened; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var on: CivilDate?

    @OptionGroup var recording: MeetingDecisionOptions

    func run() async throws {
        let opened = try await recording.at.open(accepting: recording.screening)
        let ratified = try await opened.committee.ratify(
            decision,
            at: meeting,
            effective: on,
            by: try recording.author()
        )
        try recording.say(
            "Decision \(ratified.reference) is ratified at \(ratified.ratifiedAt ?? meeting).",
            ratified.json
        )
    }
}

/// The store and who records a decision; its day is given in another way.
struct MeetingDecisionOptions: ParsableArguments {
    @OptionGroup var at: MeetingStoreOptions

    @Option(
        help: ArgumentHelp(
            "Who records it: a role or a system, never a person's name; COMMITTEE_BY when left out.",
            valueName: "role"
        )
    )
    var by: String?

    @OptionGroup var screening: ScreeningOptions

    /// Who records it.
    func author() throws -> String {
        if let by = by ?? Environment.value(of: "COMMITTEE_BY") { return by }
        throw Complaint(
            "Nobody is named who records it. Give --by ROLE, or set COMMITTEE_BY.",
            isUsage: true
        )
    }

    /// Says what was recorded, as a sentence or as JSON.
    func say(_ sentence: String, _ json: @autoclosure () -> JSONValue) throws {
        try at.output.json
            ? Output.write(json()) : Output.write(TerminalLine.visible(sentence) + "\n")
    }
}
#endif
