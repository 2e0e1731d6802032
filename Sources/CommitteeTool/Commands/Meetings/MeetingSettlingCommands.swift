// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee meeting interest`.
struct MeetingInterestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interest",
        abstract: "Record that a seat declared an interest in an item, and stayed or withdrew.",
        discussion: """
              committee meeting interest last "Head of Education" 5 --withdrew

            No words are kept of what the interest is.
            """
    )

    @Argument(help: "The meeting, such as cpc/2023-12-05, next or last.")
    var meeting: String

    @Argument(help: "The seat.")
    var seat: String

    @Argument(help: "The number of the item.")
    var item: String

    @Flag(help: "The seat withdrew.")
    var withdrew = false

    @Flag(help: "The seat stayed.")
    var stayed = false

    @OptionGroup var recording: MeetingRecordingOptions

    func validate() throws {
        guard withdrew != stayed else {
            throw ValidationError("Say --withdrew or --stayed, and not both.")
        }
    }

    func run() async throws {
        var declared: DeclaredInterest?
        let meeting = try await recording.open().recordInMeeting(
            meeting,
            effective: recording.on,
            by: try recording.author()
        ) { meeting, _, finder in
            let seats = finder.seats(of: meeting.body, on: meeting.day)
            guard let found = seats.first(where: { $0.isCalled(seat) }) else {
                throw Complaint(
                    "No seat is called “\(seat)”. "
                        + ClosestName.suggestion(for: seat, in: seats.map(\.name))
                )
            }
            let interest = DeclaredInterest(
                seat: found.id,
                name: found.name,
                item: item,
                withdrew: withdrew
            )
            declared = interest
            return [Change(meeting.subject, .interestDeclared(interest))]
        }
        try recording.say(
            "\(meeting.title): \(declared?.inWords ?? "recorded").",
            MeetingWords.json(meeting)
        )
    }
}

/// `committee meeting circulate`.
struct MeetingCirculateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "circulate",
        abstract: "Record that the agenda went out, or the draft minute once there is one.",
        discussion: """
              committee meeting circulate next
              committee meeting circulate cpc/2023-12-05

            Once the agenda went out, the public may read what is not private in it.
            """
    )

    @Argument(help: "The meeting, such as cpc/2023-12-05, next or last.")
    var meeting: String

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        var what = "agenda"
        let meeting = try await recording.open().recordInMeeting(
            meeting,
            effective: recording.on,
            by: try recording.author()
        ) { meeting, _, _ in
            what = meeting.minute == nil ? "agenda" : "minute"
            return [
                Change(
                    meeting.subject,
                    meeting.minute == nil ? .agendaCirculated : .minuteCirculated
                )
            ]
        }
        try recording.say(
            "The \(what) of \(meeting.reference) is circulated.",
            MeetingWords.json(meeting)
        )
    }
}

/// `committee meeting correct`.
struct MeetingCorrectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Record a correction of a minute, made at a later meeting.",
        discussion: """
              committee meeting correct cpc/2023-12-05 5 "Ten members heard it." --at last

            The minute stays as it was; the correction is shown beside it.
            """
    )

    @Argument(help: "The meeting whose minute is corrected, such as cpc/2023-12-05.")
    var meeting: String

    @Argument(help: "The number of the item, or the code.")
    var item: String

    @Argument(help: "How it should read.")
    var text: String

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp("The meeting at which it was corrected.", valueName: "meeting")
    )
    var correcting: String

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        let meeting = try await recording.open().recordInMeeting(
            meeting,
            effective: recording.on,
            by: try recording.author()
        ) { meeting, _, finder in
            let correction = MinuteCorrection(
                item: item,
                text: Prose(markup: text),
                at: try finder.reference(correcting)
            )
            return [Change(meeting.subject, .minuteCorrected(correction))]
        }
        try recording.say(
            "The minute of \(meeting.reference) is corrected at \(item).",
            MeetingWords.json(meeting)
        )
    }
}

/// `committee meeting approve`.
struct MeetingApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract:
            "Record that a later meeting approved a minute, which never changes from then on.",
        discussion: """
              committee meeting approve cpc/2023-12-05 --at cpc/2024-02-06
            """
    )

    @Argument(help: "The meeting whose minute is approved, such as cpc/2023-12-05.")
    var meeting: String

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp("The meeting that approved it.", valueName: "meeting")
    )
    var approving: String

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        let meeting = try await recording.open().recordInMeeting(
            meeting,
            effective: recording.on,
            by: try recording.author()
        ) { meeting, _, finder in
            [Change(meeting.subject, .minuteApproved(at: try finder.reference(approving)))]
        }
        let corrections = meeting.corrections.count
        let words =
            corrections == 0
            ? "" : ", with \(PlanWords.count(corrections, "correction", "corrections"))"
        try recording.say(
            "The minute of \(meeting.reference) is approved\(words).",
            MeetingWords.json(meeting)
        )
    }
}

/// `committee meeting findings`.
struct MeetingFindingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "Show what does not fit together in the meetings of the last twelve months.",
        discussion: """
              committee meeting findings
              committee meeting findings cpc --json
            """
    )

    @Argument(help: "The body; all of them when left out.")
    var body: String?

    @Option(
        help: ArgumentHelp("The day; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var asOf: CivilDate?

    @OptionGroup var at: MeetingStoreOptions

    func run() async throws {
        let opened = try await at.open()
        let day = asOf ?? opened.library.today()
        let edition = try await opened.committee.edition(asOf: day, audience: .committee)
        let found = try body.map { try MeetingFinder(edition).body($0) }
        let findings = edition.meetingFindings(of: found)
        if at.output.json {
            return try Output.write(["findings": .array(findings.map(\.json))])
        }
        guard !findings.isEmpty else { return try Output.write("Nothing was found.\n") }
        let lines = findings.map { "\($0.subject)  \($0.kind)  \($0.message)" }
        try Output.write(lines.map(TerminalLine.visible).joined(separator: "\n") + "\n")
    }
}
#endif
