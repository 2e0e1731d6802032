// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser

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
              committee import council.sqlite plan.txt --layout standard/plan --dry-run
              committee import council.sqlite plan.txt --layout standard/plan
              committee plan council.sqlite
              committee report council.sqlite --format standard/plan --as html -o plan.html

            Layouts, reports, status keys and reminder rules come from plugins. They are read from \
            the folder given with --plugins; else from “plugins” in the current folder; else from \
            “plugins” beside the tool or above it; else from the folder named by COMMITTEE_PLUGINS.

            Where a date is not given, today is meant, in the time zone of this machine. \
            COMMITTEE_TODAY=2026-10-31 sets another today, for tests and rehearsals.

            Exit codes: 0 done, 1 the operation failed, 64 wrong usage.
            """,
        version: "committee 0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Keeping the record",
                subcommands: [
                    InitCommand.self, ImportCommand.self, RecordCommand.self, ExportCommand.self,
                    PublishCommand.self,
                ]),
            CommandGroup(
                name: "Reading it",
                subcommands: [
                    PlanCommand.self, ReportCommand.self, RemindCommand.self, ChangesCommand.self,
                    JournalCommand.self, CommitteesCommand.self,
                ]),
            CommandGroup(
                name: "Writing plugins",
                subcommands: [TimescaleCommand.self, PluginCommand.self]),
        ])
}
#endif
