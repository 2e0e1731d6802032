// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee action-log`: what meetings asked for, across all of them.
struct ActionLogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "action-log",
        abstract: "Show what meetings asked for, and record that it was done or has more time.",
        discussion: """
              committee action-log
              committee action-log done 5b
              committee action-log extend cpc/2023-12-05#5b 2024-03-31

            The late actions of the plan stand beside it.
            """,
        subcommands: [
            ActionLogShowCommand.self, ActionLogDoneCommand.self, ActionLogExtendCommand.self,
        ],
        defaultSubcommand: ActionLogShowCommand.self
    )
}

/// `committee action-log show`, which is what “committee action-log” does.
struct ActionLogShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the log; this is what “committee action-log” does."
    )

    @Option(
        help: ArgumentHelp("Only what this body asked for.", valueName: "id")
    )
    var body: String?

    @Flag(help: "Show what was done too.")
    var all = false

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

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The form: \(OutputForm.namesInWords).", valueName: "form"),
        transform: formArgument
    )
    var form: OutputForm?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; the standard output without it.", valueName: "file")
    )
    var output: String?

    @OptionGroup var at: MeetingStoreOptions

    func run() async throws {
        let opened = try await at.open()
        let day = asOf ?? opened.library.today()
        let edition = try await opened.committee.edition(asOf: day, audience: audience)
        let found = try body.map { try MeetingFinder(edition).body($0) }
        let log = ActionLog(of: edition, body: found, withDone: all)
        if at.output.json { return try Output.write(log.json) }
        let document = MeetingReport.actionLog(log, of: edition)
        guard let output else {
            guard let form else { return try Output.write(document) }
            try form.checkStandardOutput()
            return try Output.write(try form.bytes(of: document))
        }
        let file = try WrittenFile(
            try (form ?? .plainText).bytes(of: document),
            for: output,
            readBy: audience
        )
        try file.keep()
        Output.progress("Wrote \(output), \(file.count) bytes.")
    }
}

/// `committee action-log done`.
struct ActionLogDoneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "done",
        abstract: "Record that an action of a meeting was done."
    )

    @Argument(help: "The action: its code, or cpc/2023-12-05#5b.")
    var action: String

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        let (meeting, code) = try await recording.open().settleAction(
            action,
            effective: recording.on,
            by: try recording.author()
        )
        try recording.say(
            "Action \(meeting.reference)#\(code) is done.",
            MeetingWords.json(meeting)
        )
    }
}

/// `committee action-log extend`.
struct ActionLogExtendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extend",
        abstract: "Give an action of a meeting more time."
    )

    @Argument(help: "The action: its code, or cpc/2023-12-05#5b.")
    var action: String

    @Argument(help: "The new day.", transform: dateArgument)
    var until: CivilDate

    @Option(help: ArgumentHelp("Why.", valueName: "words"))
    var reason: String?

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        let (meeting, code) = try await recording.open().settleAction(
            action,
            until: until,
            effective: recording.on,
            by: try recording.author(),
            reason: reason
        )
        try recording.say(
            "Action \(meeting.reference)#\(code) has until \(PlanWords.date(until)).",
            MeetingWords.json(meeting)
        )
    }
}
#endif
