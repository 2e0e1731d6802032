// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee meeting call`.
struct MeetingCallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Call a meeting of a body.",
        discussion: """
              committee meeting call cpc 2023-12-05 14:00-16:00 --place "Council Offices" \\
                --online
              committee meeting call cpc 2023-12-20 09:30-10:30 --online --extraordinary
              committee meeting call cpc 2024-09-12 09:30-15:30 --place "Town Hall" \\
                --development-day

            With a place and --online people may take part either way. A day that the plan of the body's \
            meetings does not have is added to it.
            """
    )

    @Argument(help: "The body: its identifier or one of its names.")
    var body: String

    @Argument(help: "The day.", transform: dateArgument)
    var day: CivilDate

    @Argument(help: ArgumentHelp("The times, such as 14:00-16:00.", valueName: "times"))
    var times: String?

    @Option(help: ArgumentHelp("Where it is held.", valueName: "place"))
    var place: String?

    @Flag(help: "People may take part online.")
    var online = false

    @Option(help: ArgumentHelp("The role that chairs it.", valueName: "role"))
    var chair: String?

    @Option(help: ArgumentHelp("How many must be there for it to decide.", valueName: "number"))
    var quorum: Int?

    @Flag(help: "It is called beside the planned ones.")
    var extraordinary = false

    @Flag(help: "It is a day on which the body learns and plans, not one of its full meetings.")
    var developmentDay = false

    @OptionGroup var recording: MeetingRecordingOptions

    func validate() throws {
        if let quorum, quorum < 1 {
            throw ValidationError("A quorum is at least 1, and this one is \(quorum).")
        }
    }

    func run() async throws {
        let times = try times.map { try MeetingWords.times($0) }
        let mode: Meeting.Mode = online ? (place == nil ? .online : .both) : .inPerson
        let meeting = try await recording.open().callMeeting(
            of: body,
            on: day,
            MeetingCall(
                bodyName: "",
                start: times?.start,
                end: times?.end,
                place: place ?? "",
                mode: mode,
                chair: chair ?? "",
                isExtraordinary: extraordinary,
                isDevelopmentDay: developmentDay,
                quorum: quorum
            ),
            effective: recording.on,
            by: try recording.author()
        )
        try recording.say(
            "\(meeting.title) is called: \(meeting.when), \(meeting.mode.words). It is "
                + "\(meeting.reference).",
            MeetingWords.json(meeting)
        )
    }
}

/// `committee meeting move`.
struct MeetingMoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Hold a meeting on another day, at another time or in another place.",
        discussion: """
              committee meeting move cpc/2023-12-05 2023-12-07 14:00-16:00 \\
                --reason "Room not free"

            It keeps its name, which is the day for which it was planned.
            """
    )

    @Argument(help: "The meeting, such as cpc/2023-12-05, next or last.")
    var meeting: String

    @Argument(help: "The day on which it is held now.", transform: dateArgument)
    var day: CivilDate

    @Argument(help: ArgumentHelp("The times; as before when left out.", valueName: "times"))
    var times: String?

    @Option(help: ArgumentHelp("Where it is held; as before when left out.", valueName: "place"))
    var place: String?

    @Option(help: ArgumentHelp("Why.", valueName: "words"))
    var reason: String?

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        let times = try times.map { try MeetingWords.times($0) }
        let moved = try await recording.open().moveMeeting(
            meeting,
            MeetingMove(to: day, start: times?.start, end: times?.end, place: place),
            effective: recording.on,
            by: try recording.author(),
            reason: reason
        )
        try recording.say(
            "\(moved.reference) is held on \(moved.when) now.",
            MeetingWords.json(moved)
        )
    }
}

/// `committee meeting cancel`.
struct MeetingCancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Record that a meeting is not held.",
        discussion: """
              committee meeting cancel next --reason "Too few could come"
            """
    )

    @Argument(help: "The meeting, such as cpc/2023-12-05 or next.")
    var meeting: String

    @Option(help: ArgumentHelp("Why.", valueName: "words"))
    var reason: String?

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        let cancelled = try await recording.open().cancelMeeting(
            meeting,
            effective: recording.on,
            by: try recording.author(),
            reason: reason
        )
        try recording.say("\(cancelled.title) is cancelled.", MeetingWords.json(cancelled))
    }
}

/// `committee meeting list`.
struct MeetingListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the meetings, called and planned, or write them as a calendar.",
        discussion: """
              committee meeting list
              committee meeting list cpc --json
              committee meeting list --calendar meetings.ics
            """
    )

    @Argument(help: "The body; all of them when left out.")
    var body: String?

    @Option(
        help: ArgumentHelp("The day from which one looks; today when left out.", valueName: "date"),
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
        help: ArgumentHelp(
            "Write the meetings and the days of papers as iCalendar.",
            valueName: "file"
        )
    )
    var calendar: String?

    @OptionGroup var at: MeetingStoreOptions

    func run() async throws {
        let opened = try await at.open()
        let day = asOf ?? opened.library.today()
        let edition = try await opened.committee.edition(asOf: day, audience: audience)
        let found = try body.map { try MeetingFinder(edition).body($0) }
        if let calendar {
            let bytes = MeetingCalendar(of: edition, body: found).bytes
            let file = try WrittenFile(bytes, for: calendar, readBy: audience)
            try file.keep()
            return Output.progress("Wrote \(calendar), \(file.count) bytes.")
        }
        let rows = edition.meetingDays(of: found)
        if at.output.json {
            return try Output.write(["meetings": .array(rows.map(\.json))])
        }
        try Output.write(MeetingReport.list(rows, of: edition))
    }
}
#endif
