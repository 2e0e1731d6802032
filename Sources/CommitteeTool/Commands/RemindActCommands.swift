// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// What every act on a reminder is told.
struct RemindActOptions: ParsableArguments {
    @OptionGroup var at: StoreOptions

    @Argument(help: "The identifier of the reminder; “committee remind --ids” shows it.")
    var id: String

    @Option(help: "Who does it: a role or a system, never a person's name.")
    var by = "committee-tool"

    @Option(
        help: ArgumentHelp("The day; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var on: CivilDate?

    @Option(help: ArgumentHelp("What is said about it; it can be erased.", valueName: "text"))
    var note: String?

    @OptionGroup var screening: ScreeningOptions
    @OptionGroup var plugins: PluginOptions
    @OptionGroup var json: JSONOptions

    /// Records the act, once the reminder is found to be one of which it can be said.
    func record(_ deed: ReminderAct.Deed) async throws {
        let engine = try await plugins.engine()
        let open = try await at.open(plugins: engine, accepting: screening)
        let day = try on ?? Today.date()
        let seen = try await open.committee.entries().last?.sequence ?? 0
        let edition = try await open.committee.edition(asOf: day, audience: .restricted)
        let why = try await open.library.explanation(ofReminder: id, for: edition, on: day)
        if let refusal = why.refusal(of: deed) {
            throw Complaint(refusal, details: ["Nothing was recorded."])
        }
        let note = note.map { Prose(markup: $0) } ?? Prose()
        let receipt = try await open.committee.record(
            .reminder(deed, why.reminder, note: note),
            effective: day,
            by: by,
            expecting: .untouched(since: seen)
        )
        let act = ReminderAct(
            reminder: why.reminder,
            deed: deed,
            on: day,
            by: by,
            sequence: receipt.firstSequence,
            note: note
        )
        guard !json.json else { return try Output.write(act.json) }
        let words = TerminalLine.visible("\(why.reminder) is \(act.words)")
        try Output.write("Recorded as entry \(act.sequence): \(words).\n")
    }
}

extension ReminderExplanation {
    /// Why an act would change nothing, when it would not.
    fileprivate func refusal(of deed: ReminderAct.Deed) -> String? {
        switch state {
        case .inForce, .held: nil
        case .notYet, .collapsed: deed == .acknowledged ? sentences[0] : nil
        case .revised, .silent: sentences[0]
        }
    }
}

/// `committee remind acknowledge`: a reminder was seen.
struct AcknowledgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge",
        abstract: "Record that a reminder was seen: it falls silent until its next step."
    )

    @OptionGroup var act: RemindActOptions

    func run() async throws { try await act.record(.acknowledged) }
}

/// `committee remind snooze`: a reminder rests until a day.
struct SnoozeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snooze",
        abstract: "Let a reminder rest until a day, on which it is raised again."
    )

    @OptionGroup var act: RemindActOptions

    @Option(
        help: ArgumentHelp("The day on which it is raised again.", valueName: "date"),
        transform: dateArgument
    )
    var until: CivilDate

    func run() async throws { try await act.record(.snoozed(until: until)) }
}

/// `committee remind delegate`: another lead is reminded from now on.
struct DelegateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delegate",
        abstract: "Pass a reminder on: from now on another lead is reminded, at once."
    )

    @OptionGroup var act: RemindActOptions

    @Option(
        help: ArgumentHelp(
            "The lead: the words for a role or a group, never a person's name.",
            valueName: "lead"
        )
    )
    var to: String

    func run() async throws { try await act.record(.delegated(to: to)) }
}

/// `committee remind done`: the lead says that the work is done.
struct DoneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "done",
        abstract: "Record that the lead calls the work done: silent until it is signed off."
    )

    @OptionGroup var act: RemindActOptions

    func run() async throws { try await act.record(.done) }
}

/// `committee remind stop`: the work is done, or needs no reminding.
struct StopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stop reminding: it is done, until its date is revised or it is taken up again."
    )

    @OptionGroup var act: RemindActOptions

    func run() async throws { try await act.record(.stopped) }
}
#endif
