// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee programme update`: the numbered updates.
struct ProgrammeUpdateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Write, issue and send numbered updates, and count the replies.",
        discussion: """
            Without a number the next update is meant: the draft that there is, else the number after the last that was \
            issued.

              committee programme update write improvement-2026 5 \\
                "Two toolkits are being compared."
              committee programme update write improvement-2026 6 --nothing-new
              committee programme update sheet improvement-2026 -o update.txt
              committee programme update sheet improvement-2026 update.txt
              committee programme update issue improvement-2026 --on 2026-10-12
              committee programme update sent improvement-2026 1 --to Subscribers \\
                --count 240
              committee programme update replies improvement-2026 1 12 --suggestions 3
            """,
        subcommands: [
            ProgrammeUpdateWriteCommand.self, ProgrammeUpdateSheetCommand.self,
            ProgrammeUpdateIssueCommand.self, ProgrammeUpdateSentCommand.self,
            ProgrammeUpdateRepliesCommand.self,
        ]
    )
}

/// `committee programme update write`.
struct ProgrammeUpdateWriteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write",
        abstract: "Write what an update says of an area, or the words with which it begins."
    )

    @Argument(help: "The plan of the programme.")
    var plan: String

    @Argument(
        help: "The area, as the plan numbers it; “introduction” for the words at the beginning."
    )
    var area: String

    @Argument(help: "What it says; left out with --nothing-new.")
    var words: String?

    @Flag(help: "Say that there is nothing new in the area.")
    var nothingNew = false

    @Option(
        help: ArgumentHelp(
            "The number of the update; the next one when left out.",
            valueName: "number"
        )
    )
    var number: Int?

    @OptionGroup var options: ProgrammeRecordingOptions

    func validate() throws {
        guard nothingNew != (words != nil) else {
            throw ValidationError("Give the words, or --nothing-new: one of the two.")
        }
        guard number.map({ $0 > 0 }) ?? true else {
            throw ValidationError("--number is the number of an update, from 1.")
        }
    }

    func run() async throws {
        let committee = try await options.recording.open()
        let number = try await ProgrammeNumber.next(number, of: plan, options.recording)
        let isIntroduction = area == "introduction"
        let update = try await committee.writeUpdate(
            number,
            of: plan,
            introduction: isIntroduction ? Prose(markup: words ?? "") : nil,
            areas: isIntroduction ? [] : [AreaUpdate(area, words.map { Prose(markup: $0) })],
            effective: options.recording.on,
            by: try options.recording.author()
        )
        let what = isIntroduction ? "how it begins" : "what it says of area \(area)"
        try options.recording.say("Update \(number) of “\(plan)”: wrote \(what).", update.json)
    }
}

/// Finds the number of an update.
enum ProgrammeNumber {
    static func next(_ number: Int?, of plan: String, _ recording: MeetingRecordingOptions)
        async throws -> Int
    {
        if let number { return number }
        let opened = try await recording.at.open()
        let state = try await opened.committee.edition(
            asOf: recording.on ?? opened.library.today(),
            audience: .restricted
        ).programmeState
        guard let programme = state.programme(plan) else { return 1 }
        return ProgrammeUpdateSheet.nextNumber(of: programme, in: state)
    }
}

/// `committee programme update issue`.
struct ProgrammeUpdateIssueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Record that an update was issued; its readers may know of it from then on."
    )

    @Argument(help: "The plan of the programme.")
    var plan: String

    @Argument(help: "The number of the update; the next one when left out.")
    var number: Int?

    @OptionGroup var step: ProgrammeStepOptions
    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        let number = try await ProgrammeNumber.next(number, of: plan, options.recording)
        let opened = try await options.recording.at.open()
        try await options.record(
            ProgrammeUpdate.self,
            "\(plan)#\(number)",
            .updateIssued(step.step)
        ) { _ in "Issued update \(number) of “\(plan)”." }
        guard !options.recording.at.output.json else { return }
        let edition = try await opened.committee.edition(
            asOf: options.recording.on ?? opened.library.today(),
            audience: .committee
        )
        let state = edition.programmeState
        guard let programme = state.programme(plan) else { return }
        if let next = state.nextUpdate(of: programme) {
            try Output.write("Update \(next.number) is due by \(PlanWords.date(next.due)).\n")
        }
        guard let update = state.updates.first(where: { $0.id == "\(plan)#\(number)" }) else {
            return
        }
        let left = edition.areasLeftOut(by: update).map(\.title)
        guard !left.isEmpty else { return }
        try Output.write(
            TerminalLine.visible("It says nothing of: \(left.joined(separator: "; ")).") + "\n"
        )
    }
}

/// `committee programme update sent`.
struct ProgrammeUpdateSentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sent",
        abstract: "Record to whom an update was sent, and to how many."
    )

    @Argument(help: "The plan of the programme.")
    var plan: String

    @Argument(help: "The number of the update.")
    var number: Int

    @Option(
        help: ArgumentHelp(
            "To whom, such as Subscribers or a body; no person's name.",
            valueName: "readers"
        )
    )
    var to: String

    @Option(help: ArgumentHelp("To how many.", valueName: "number"))
    var count: Int?

    @Option(
        help: ArgumentHelp(
            "The document that was sent, by its short name in the register of documents.",
            valueName: "document"
        )
    )
    var document: String?

    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        let sending = UpdateSending(to: to, count: count, document: document)
        try await options.record(ProgrammeUpdate.self, "\(plan)#\(number)", .updateSent(sending)) {
            _ in
            "Recorded that update \(number) of “\(plan)” was sent to \(to)\(count.map { " (\($0))" } ?? "")."
        }
    }
}

/// `committee programme update replies`.
struct ProgrammeUpdateRepliesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replies",
        abstract: "Count the replies to an update; what they say is not kept."
    )

    @Argument(help: "The plan of the programme.")
    var plan: String

    @Argument(help: "The number of the update.")
    var number: Int

    @Argument(help: "How many replied.")
    var count: Int

    @Option(help: ArgumentHelp("How many of them made a suggestion.", valueName: "number"))
    var suggestions: Int?

    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        let replies = UpdateReplies(count, suggestions: suggestions)
        try await options.record(ProgrammeUpdate.self, "\(plan)#\(number)", .updateReplied(replies))
        {
            _ in
            "Counted \(PlanWords.count(count, "reply", "replies")) to update \(number) of “\(plan)”."
        }
    }
}
#endif
