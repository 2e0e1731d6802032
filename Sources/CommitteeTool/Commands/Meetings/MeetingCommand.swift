// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee meeting`: meetings from the call to the approved minute.
struct MeetingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting",
        abstract:
            "Call meetings; set agendas; take attendance; write, correct and approve minutes.",
        discussion: """
            A meeting is written BODY/DAY, such as cpc/2023-12-05, by the day for which it was planned; or \
            next, or last. Agenda, attendance and minute are sheets of plain text: -o FILE writes one that is \
            filled in as far as anything is known, and the same command with FILE reads it back.

              committee meeting call cpc 2023-12-05 14:00-16:00 --place "Council Offices" \\
                --online
              committee meeting agenda next -o agenda.txt
              committee meeting agenda next agenda.txt
              committee meeting attendance cpc/2023-12-05 attendance.txt
              committee meeting minute cpc/2023-12-05 minute.txt
              committee meeting circulate cpc/2023-12-05
              committee meeting correct cpc/2023-12-05 5 "Ten members heard it." \\
                --at cpc/2024-02-06
              committee meeting approve cpc/2023-12-05 --at cpc/2024-02-06

            What is doubtful in a sheet is shown with its line, and nothing is recorded: edit the line, or \
            accept it as it was read, with --accept sheet:LINE. Reading a sheet twice records once.

            The store and who records come from COMMITTEE_STORE and COMMITTEE_BY where they are not given.
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Planning",
                subcommands: [
                    MeetingCallCommand.self, MeetingMoveCommand.self, MeetingCancelCommand.self,
                    MeetingListCommand.self,
                ]
            ),
            CommandGroup(
                name: "Sheets",
                subcommands: [
                    MeetingAgendaCommand.self, MeetingAttendanceCommand.self,
                    MeetingMinuteCommand.self, MeetingInterestCommand.self,
                ]
            ),
            CommandGroup(
                name: "Settling",
                subcommands: [
                    MeetingCirculateCommand.self, MeetingCorrectCommand.self,
                    MeetingApproveCommand.self, MeetingFindingsCommand.self,
                ]
            ),
        ]
    )
}

/// The store, and the committee in it.
struct MeetingStoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The store: a file made by “committee init”; COMMITTEE_STORE when left out.",
            valueName: "file"
        )
    )
    var store: String?

    @Option(
        help: ArgumentHelp("The committee, when the store has several.", valueName: "id")
    )
    var committee: String?

    @OptionGroup var output: JSONOptions

    /// Opens the store and finds the committee.
    func open(
        plugins engine: any ScriptEngine = NoPlugins(),
        accepting screening: ScreeningOptions? = nil
    ) async throws -> OpenCommittee {
        guard let store = store ?? Environment.value(of: "COMMITTEE_STORE") else {
            throw Complaint(
                "No store is named. Give --store FILE, or set COMMITTEE_STORE.",
                isUsage: true
            )
        }
        var options = StoreOptions()
        options.store = store
        options.committee = committee
        return try await options.open(plugins: engine, accepting: screening)
    }
}

/// Who records something of a meeting, and when it holds.
struct MeetingRecordingOptions: ParsableArguments {
    @OptionGroup var at: MeetingStoreOptions

    @Option(
        help: ArgumentHelp(
            "Who records it: a role or a system, never a person's name; COMMITTEE_BY when left out.",
            valueName: "role"
        )
    )
    var by: String?

    @Option(
        help: ArgumentHelp(
            "The day on which it happened; today when left out.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var on: CivilDate?

    @OptionGroup var screening: ScreeningOptions

    /// Opens the store and finds the committee, with the lines that may be recorded.
    func open() async throws -> Committee { try await at.open(accepting: screening).committee }

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

/// Words about meetings that several commands say.
enum MeetingWords {
    /// A meeting for programs.
    static func json(_ meeting: Meeting) -> JSONValue { .object(meeting.exported) }

    /// A finding with its line.
    static func line(_ finding: Finding) -> String {
        finding.line > 0
            ? "  line \(finding.line)  \(finding.kind)  \(finding.message)"
            : "  \(finding.kind)  \(finding.message)"
    }

    /// A finding for programs.
    static func json(_ finding: Finding) -> JSONValue {
        [
            "line": .integer(finding.line), "kind": .string(finding.kind),
            "message": .string(finding.message),
        ]
    }

    /// Reads the times of a meeting, such as `14:00-16:00` or `14:00`.
    static func times(_ text: String) throws -> (start: ClockTime, end: ClockTime?) {
        let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
        guard (1...2).contains(ends.count), let start = ClockTime(String(ends[0])),
            ends.count == 1 || ClockTime(String(ends[1])) != nil
        else {
            throw Complaint(
                "“\(text)” gives no times. Write them such as 14:00-16:00.",
                isUsage: true
            )
        }
        let end = ends.count == 1 ? nil : ClockTime(String(ends[1]))
        if let end, end <= start {
            throw Complaint(
                "“\(text)” ends before it begins. Write the earlier time first, such as 14:00-16:00.",
                isUsage: true
            )
        }
        return (start, end)
    }
}
#endif
