// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee remind show`: the reminders due, as a list, a digest or a calendar, or why.
struct RemindShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the reminders due; this is what “committee remind” does.",
        discussion: """
              committee remind council.sqlite --on 2026-10-31
              committee remind council.sqlite --digest --for "Lead Officer"
              committee remind council.sqlite --calendar council.ics
              committee remind council.sqlite --calendar public.ics --audience public
              committee remind council.sqlite --why ID
            """
    )

    @OptionGroup var at: StoreOptions

    @Option(
        help: ArgumentHelp("The day; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var on: CivilDate?

    @Flag(help: "Gather the reminders for each lead, the most urgent first.")
    var digest = false

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Only what this lead is reminded of.", valueName: "lead")
    )
    var lead: String?

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

    @Option(
        help: ArgumentHelp("Write everything that is due as an iCalendar file.", valueName: "file")
    )
    var calendar: String?

    @Option(help: ArgumentHelp("Say why a reminder is raised, or why not.", valueName: "id"))
    var why: String?

    @Flag(help: "Show the identifier of each reminder.")
    var ids = false

    @Option(
        help: ArgumentHelp(
            "For whom: public, partners, committee or restricted. Without it a calendar is for the "
                + "committee; lists and digests name everything that is due.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience?

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var json: JSONOptions

    func validate() throws {
        let asked = [calendar != nil, why != nil, digest].count { $0 }
        guard asked <= 1 else {
            throw ValidationError("--digest, --calendar and --why go alone. Ask for one of them.")
        }
        guard digest || (lead == nil && form == nil && output == nil) else {
            throw ValidationError("--for, --as and -o go with --digest.")
        }
        guard why == nil || audience == nil else {
            throw ValidationError("--audience does not go with --why. Leave it out.")
        }
        guard !(json.json && form != nil) else {
            throw ValidationError("--json and --as name two forms. Keep one of them.")
        }
    }

    func run() async throws {
        let engine = try await plugins.engine()
        let open = try await at.open(plugins: engine)
        let day = try on ?? Today.date()
        if let calendar { return try await write(calendar, of: open.committee, on: day) }
        let edition = try await open.committee.edition(asOf: day, audience: reader)
        if let why { return try await explain(why, edition, day, open.library) }
        let round = await open.library.reminders(for: edition, on: day)
        if let lead { try check(lead, in: edition, round) }
        let parties = Parties(of: edition)
        for rule in engine.contributions.rules {
            note(rule, edition)
            note(addresseesOf: rule, parties)
        }
        try await noteLimits(of: engine.contributions, open.committee, on: day, edition)
        let contributions = engine.contributions
        let drafts = contributions.plugins.filter { plugin in
            contributions.rules.contains { $0.id.hasPrefix("\(plugin.id)/") }
        }
        for notice in drafts.compactMap(\.draftNotice) { Output.note(notice) }
        let others = contributions.pluginsWithoutSay(of: edition)
        if !others.isEmpty, round.isEmpty || contributions.isNobodys(edition) {
            Output.note(
                "The rules of \(others.joined(separator: ", ")) were not asked: no plan and no register here is in "
                    + "one of their layouts. A plugin with rules and without layouts speaks of every plan."
            )
        }
        try show(round, of: open.committee, on: day, rules: engine.contributions.rules)
        try complain(of: round, engine)
    }

    /// Refuses a lead of whom the record knows nothing: silence would look like nothing to do.
    private func check(_ lead: String, in edition: Edition, _ round: ReminderRound) throws {
        guard let known = round.leads(unless: lead, in: edition) else { return }
        throw Complaint(
            "There is no lead “\(lead)”. "
                + ClosestName.suggestion(for: lead, in: known)
        )
    }

    /// Says that a rule is for a body, a register or a data set that the committee does not have.
    private func note(_ rule: ReminderRule, _ edition: Edition) {
        for name in rule.unknownNames(in: edition) {
            let known = rule.knownNames(in: edition)
            Output.note(
                "The rule “\(rule.id)” is for “\(name)”, and the committee has nothing of that name, so it "
                    + "reminds nobody of it. \(ClosestName.suggestion(for: name, in: known))"
            )
        }
    }

    /// Says that a rule reminds somebody whom the committee does not know.
    private func note(addresseesOf rule: ReminderRule, _ parties: Parties) {
        guard !parties.isEmpty else { return }
        for name in rule.to where name != ReminderRule.lead && name != ReminderRule.returner {
            guard case .unknown(let closest) = parties.party(named: name) else { continue }
            Output.note(
                "The rule “\(rule.id)” reminds “\(name)”, and the committee knows nobody of that name. "
                    + (closest.map { "Did you mean “\($0)”?" }
                        ?? "Write \"lead\" for whoever answers for the matter.")
            )
        }
    }

    /// Says that rules in code are not asked about what their plugin may not read.
    private func noteLimits(
        of contributions: Contributions,
        _ committee: Committee,
        on day: CivilDate,
        _ edition: Edition
    ) async throws {
        func size(_ edition: Edition) -> [Int] {
            [edition.plans.reduce(0) { $0 + $1.items.count }]
                + [edition.riskRegisters.reduce(0) { $0 + $1.risks.count }]
        }
        for plugin in contributions.plugins where plugin.audience < edition.audience {
            let rules = contributions.rules.filter {
                $0.isComputed && $0.id.hasPrefix("\(plugin.id)/")
            }
            guard let rule = rules.first else { continue }
            let read = try await committee.edition(asOf: day, audience: plugin.audience)
            guard size(read) != size(edition) else { continue }
            Output.note(
                "The rule “\(rule.id)” is a function, and its plugin reads no more than the audience "
                    + "“\(plugin.audience.rawValue)” may, so it is not asked about what only others may see. "
                    + "Declared rules are, or raise “audience” in plugin.json."
            )
        }
    }

    private func show(
        _ round: ReminderRound,
        of committee: Committee,
        on day: CivilDate,
        rules: [ReminderRule]
    ) throws {
        guard digest else {
            guard json.json else {
                return try Output.write(document(round, on: day, of: committee))
            }
            return try Output.write(
                round.json(committee: committee.id.rawValue, on: day, rules: rules.map(\.id))
            )
        }
        let all = round.outlook(on: day)
        let outlook = lead.map { all.told(to: $0) } ?? all
        let digest = ReminderDigest(of: outlook, committee: committee.name)
        if json.json { return try put { $0.write(digest.json.indentedText.utf8) } }
        let document = lead == nil ? digest.document : digest.letters.first?.document
        try put((document ?? digest.document), digest)
    }

    /// Who may read a list or a digest: whoever sends reminders sees all of them.
    private var reader: Audience { audience ?? .restricted }

    private func put(_ document: Document, _ digest: ReminderDigest) throws {
        let ending = try OutputEnding(of: output)
        try ending?.check(form: form, own: nil, of: "remind --digest")
        guard let form = form ?? ending?.form else {
            guard output == nil else {
                return try put { document.render(.plainText, into: &$0) }
            }
            return try Output.write(document)
        }
        if output == nil { try form.checkStandardOutput() }
        try put { try form.write(document, into: &$0) }
    }

    private func put(_ body: (inout FileSink) throws -> Void) throws {
        guard let output else { return try Output.write(body) }
        let file = try WrittenFile(for: output, readBy: reader, body)
        try file.keep()
        Output.progress("Wrote \(output), \(file.count) bytes.")
    }

    private func write(_ path: String, of committee: Committee, on day: CivilDate) async throws {
        let audience = audience ?? .committee
        let calendar = try await committee.reminderCalendar(on: day, audience: audience)
        let bytes = ICalendarRenderer().bytes(of: calendar)
        guard path != "-" else { return try Output.write(bytes) }
        try WrittenFile(bytes, for: path, readBy: audience).keep()
        let tasks = PlanWords.count(calendar.tasks.count, "task", "tasks")
        try Output.write("Wrote \(path): \(tasks).\n")
    }

    private func explain(
        _ id: String,
        _ edition: Edition,
        _ day: CivilDate,
        _ library: CommitteeLibrary
    ) async throws {
        let why = try await library.explanation(ofReminder: id, for: edition, on: day)
        guard !json.json else { return try Output.write(why.json) }
        let lines = why.sentences.map(TerminalLine.visible)
        try Output.write(lines.joined(separator: "\n") + "\n")
    }

    private func complain(of round: ReminderRound, _ engine: any ScriptEngine) throws {
        var failures = engine.contributions.plugins.flatMap { plugin in
            plugin.problems.map { "The plugin “\(plugin.id)” has a mistake: \($0)" }
        }
        for failure in round.failures {
            let words = Complaint(failure.error).message
            failures.append("The rule “\(failure.rule)” cannot be asked: \(words)")
        }
        guard failures.isEmpty else {
            throw Complaint(
                "Some rules could not be asked, so reminders may be missing. Correct the plugins.",
                details: failures.map { "  \($0)" }
            )
        }
    }

    private func document(
        _ round: ReminderRound,
        on day: CivilDate,
        of committee: Committee
    ) -> Document {
        let title = "Reminders of \(committee.name) on \(PlanWords.date(day))"
        var blocks: [Document.Block] = [.heading(1, title)]
        if round.isEmpty {
            blocks.append(.paragraph("No reminder is due."))
        } else {
            blocks.append(.table(table(round.reminders)))
        }
        if !round.held.isEmpty {
            blocks.append(.heading(2, "Silent"))
            blocks.append(
                .bullets(
                    round.held.map { held in
                        Prose("\(held.reminder.message) (\(held.act.words), by \(held.act.by))")
                    }
                )
            )
        }
        return Document(title: title, blocks: blocks)
    }

    private func table(_ reminders: [Reminder]) -> Document.Table {
        var columns: [Document.Table.Column] = [
            "What", "To", "Due", "Time left",
        ]
        if ids { columns.append("Identifier") }
        return Document.Table(
            caption: PlanWords.count(reminders.count, "reminder", "reminders"),
            columns: columns,
            rows: reminders.map { reminder in
                var cells: [Document.Table.Cell] = [
                    .text(reminder.message),
                    .text(PlanWords.names(reminder.to)),
                    .date(reminder.due), .text(reminder.timeLeft),
                ]
                if ids { cells.append(.text(reminder.id)) }
                return .cells(cells)
            }
        )
    }
}
#endif
