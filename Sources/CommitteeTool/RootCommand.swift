// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// The command above all others, which only says what there is.
struct RootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committee",
        abstract: "Keeps the record of a public-protection committee.",
        discussion: """
            A store is one file. It keeps a journal of everything that was recorded about a \
            committee: its plans, their progress, and who said so, when and why. Reports are \
            written from the journal as it was true on a date, in the committee's own layout.

            A first round, with a plan that was published as text:

              committee init council.sqlite --id north-cpc --name "North CPC"
              committee import council.sqlite plan.txt \\
                --layout perth-and-kinross/plan-2023
              committee plan council.sqlite
              committee report council.sqlite \\
                --format perth-and-kinross/plan-2023 --as html -o plan.html

            Layouts, reports, status keys and reminder rules come from plugins. They are read from \
            the folder given with --plugins; else from the folder named by COMMITTEE_PLUGINS; else from \
            “plugins” in the current folder; else from “plugins” beside the tool or above it.

            Where a date is not given, today is meant, in the time zone of this machine. \
            COMMITTEE_TODAY=2026-10-31 sets another today, for tests and rehearsals.

            On a terminal statuses are in colour (NO_COLOR turns that off, FORCE_COLOR on), and what is longer \
            than it is shown by COMMITTEE_PAGER, else PAGER, else less. Completion for bash, zsh and fish:

              committee --generate-completion-script bash \\
                > ~/.local/share/bash-completion/completions/committee

            Exit codes: 0 done, 1 the operation failed, 3 a check, a test or a script failed, 64 wrong \
            usage.
            """,
        version: "committee 0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Recording",
                subcommands: [
                    InitCommand.self, ImportCommand.self, RecordCommand.self, ExportCommand.self,
                    PublishCommand.self,
                ]
            ),
            CommandGroup(
                name: "Reading",
                subcommands: [
                    TodayCommand.self, StructureCommand.self, PlanCommand.self,
                    ReportCommand.self, RemindCommand.self, ChangesCommand.self,
                    JournalCommand.self, CommitteesCommand.self, StoreCommand.self,
                ]
            ),
            CommandGroup(name: "Progress updates", subcommands: [RoundCommand.self]),
            CommandGroup(
                name: "Meetings",
                subcommands: [
                    MeetingCommand.self, DecideCommand.self, ActionLogCommand.self,
                    CirculationCommand.self,
                ]
            ),
            CommandGroup(name: "Documents", subcommands: [DocumentCommand.self]),
            CommandGroup(name: "Quality assurance", subcommands: [AuditCommand.self]),
            CommandGroup(name: "Voices", subcommands: [VoiceCommand.self]),
            CommandGroup(name: "Programmes", subcommands: [ProgrammeCommand.self]),
            CommandGroup(name: "Learning Reviews", subcommands: [LearningReviewCommand.self]),
            CommandGroup(name: "Risks", subcommands: [RiskCommand.self]),
            CommandGroup(name: "Figures", subcommands: [DatasetCommand.self]),
            CommandGroup(
                name: "Plugin",
                subcommands: [TimescaleCommand.self, PluginCommand.self, ScriptCommand.self]
            ),
        ]
    )
}

extension RootCommand {
    /// The names of all commands.
    private static var commandNames: [String] {
        var names: [String] = []
        for group in configuration.groupedSubcommands { names += Self.names(of: group.subcommands) }
        return names
    }

    /// The names of the commands of which a command is made.
    private static func parts(of name: String) -> [String]? {
        switch name {
        case "plugin": names(of: PluginCommand.configuration.subcommands)
        case "store": names(of: StoreCommand.configuration.subcommands)
        case "script": names(of: ScriptCommand.configuration.subcommands)
        case "round":
            RoundCommand.configuration.groupedSubcommands.flatMap { names(of: $0.subcommands) }
        case "action-log": names(of: ActionLogCommand.configuration.subcommands)
        case "meeting":
            MeetingCommand.configuration.groupedSubcommands.flatMap { names(of: $0.subcommands) }
        case "learning-review":
            LearningReviewCommand.configuration.groupedSubcommands.flatMap {
                names(of: $0.subcommands)
            }
        case "voice":
            VoiceCommand.configuration.groupedSubcommands.flatMap { names(of: $0.subcommands) }
        case "risk":
            RiskCommand.configuration.groupedSubcommands.flatMap { names(of: $0.subcommands) }
        default: nil
        }
    }

    private static func names(of commands: [any ParsableCommand.Type]) -> [String] {
        var names: [String] = []
        for command in commands {
            if let name = command.configuration.commandName { names.append(name) }
            names += command.configuration.aliases
        }
        return names
    }

    /// Complains about the name of a command that does not exist, with the closest that does.
    ///
    /// - Parameter arguments: What the tool was called with.
    /// - Throws: ``Complaint`` when there is no such command.
    static func checkCommandNames(_ arguments: [String]) throws {
        guard let name = arguments.first, !name.hasPrefix("-"), name != "help" else { return }
        guard commandNames.contains(name) else { throw unknown(name, among: commandNames) }
        guard let parts = parts(of: name), arguments.count > 1, !arguments[1].hasPrefix("-"),
            !parts.contains(arguments[1])
        else { return }
        throw unknown("\(name) \(arguments[1])", among: parts.map { "\(name) \($0)" })
    }

    private static func unknown(_ name: String, among known: [String]) -> Complaint {
        Complaint(
            "There is no command “\(name)”. " + ClosestName.suggestion(for: name, in: known),
            details: ["  See 'committee --help' for all commands."],
            isUsage: true
        )
    }
}
#endif
