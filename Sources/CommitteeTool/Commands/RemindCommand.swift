// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee remind`: the reminders due.
struct RemindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind",
        abstract: "Show the reminders due, by every rule of every plugin.",
        discussion: """
            It sends nothing: it says whom to remind of what. Each reminder has an identifier that \
            stays the same, so that a program can send it once.

              committee remind council.sqlite
              committee remind council.sqlite --on 2026-10-31 --json
            """
    )

    @OptionGroup var at: StoreOptions

    @Option(
        help: ArgumentHelp("The day; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var on: CivilDate?

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let engine = try await plugins.engine()
        let open = try await at.open(plugins: engine)
        let committee = open.committee
        let day = try on ?? Today.date()
        let edition = try await committee.edition(asOf: day, audience: .restricted)
        let contributions = engine.contributions
        let reminders = await open.library.reminders(for: edition, on: day)
        var failures = contributions.plugins.flatMap { plugin in
            plugin.problems.map { "The plugin “\(plugin.id)” has a mistake: \($0)" }
        }
        for failure in reminders.failures {
            let words = Complaint(failure.error).message
            failures.append("The rule “\(failure.rule)” cannot be asked: \(words)")
        }
        let drafts = contributions.plugins.filter { plugin in
            contributions.rules.contains { $0.id.hasPrefix("\(plugin.id)/") }
        }
        for notice in drafts.compactMap(\.draftNotice) { Output.note(notice) }
        if output.json {
            try Output.write([
                "committee": .string(committee.id.rawValue), "on": JSONValue(day),
                "rules": JSONValue(contributions.rules.map(\.id)),
                "reminders": .array(reminders.map(Self.json)),
            ])
        } else {
            try Output.write(document(reminders.reminders, on: day, of: committee))
        }
        guard failures.isEmpty else {
            throw Complaint(
                "Some rules could not be asked, so reminders may be missing. Correct the plugins.",
                details: failures.map { "  \($0)" }
            )
        }
    }

    private func document(
        _ reminders: [Reminder],
        on day: CivilDate,
        of committee: Committee
    ) -> Document {
        let title = "Reminders of \(committee.name) on \(PlanWords.date(day))"
        guard !reminders.isEmpty else {
            return Document(
                title: title,
                blocks: [.heading(1, title), .paragraph("No reminder is due.")]
            )
        }
        let table = Document.Table(
            caption: PlanWords.count(reminders.count, "reminder", "reminders"),
            columns: ["Item", "To", "Due", .init("Days left", alignment: .end), "What"],
            rows: reminders.map { reminder in
                .cells([
                    .text(reminder.item ?? reminder.plan),
                    .text(reminder.to.joined(separator: ", ")), .date(reminder.due),
                    .integer(reminder.daysLeft), .text(reminder.message),
                ])
            }
        )
        return Document(title: title, blocks: [.heading(1, title), .table(table)])
    }

    private static func json(_ reminder: Reminder) -> JSONValue {
        [
            "id": .string(reminder.id), "rule": .string(reminder.rule),
            "plan": .string(reminder.plan), "item": JSONValue(reminder.item),
            "to": JSONValue(reminder.to), "due": JSONValue(reminder.due),
            "raisedOn": JSONValue(reminder.raisedOn), "tier": .string(reminder.tier),
            "occurrence": .integer(reminder.occurrence), "daysLeft": .integer(reminder.daysLeft),
            "message": .string(reminder.message),
        ]
    }
}
#endif
