// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee remind`: the reminders due, and what people do about them.
struct RemindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind",
        abstract: "Show the reminders due, and record what people do about them.",
        discussion: """
            It sends nothing: it says whom to remind of what, by every rule of every plugin. Each \
            reminder has an identifier that stays the same, so that a program can send it once.

              committee remind council.sqlite
              committee remind council.sqlite --on 2026-10-31 --json
              committee remind council.sqlite --digest --as html -o digest.html
              committee remind council.sqlite --calendar council.ics
              committee remind council.sqlite --why ID

            What people do about a reminder is kept in the journal:

              committee remind snooze council.sqlite ID --until 2026-11-16 \\
                --by lead-officer
            """,
        subcommands: [
            RemindShowCommand.self, AcknowledgeCommand.self, SnoozeCommand.self,
            DelegateCommand.self, DoneCommand.self, StopCommand.self,
        ],
        defaultSubcommand: RemindShowCommand.self
    )
}
#endif
