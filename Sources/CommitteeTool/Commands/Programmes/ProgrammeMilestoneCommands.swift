// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// Reads a day or a month.
func milestoneDayArgument(_ text: String) throws -> MilestoneDay {
    if let day = MilestoneDay(text) { return day }
    throw ValidationError("“\(text)” is no day or month. Write it such as 2026-12-05 or 2026-12.")
}

/// `committee programme milestone`.
struct ProgrammeMilestoneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milestone",
        abstract:
            "Keep the milestones of a programme: a day or a month each, met, missed or moved.",
        subcommands: [
            MilestoneAddCommand.self, MilestoneMoveCommand.self, MilestoneMetCommand.self,
            MilestoneMissedCommand.self, MilestoneDropCommand.self,
        ]
    )
}

/// `committee programme milestone add`.
struct MilestoneAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a milestone."
    )

    @Argument(help: "The plan and a short name, such as improvement-2026#toolkit.")
    var id: String

    @Argument(help: "What is to be reached.")
    var title: String

    @Option(
        name: .customLong("by-day"),
        help: ArgumentHelp(
            "The day or the month, such as 2026-12-05 or 2026-12.",
            valueName: "day"
        ),
        transform: milestoneDayArgument
    )
    var due: MilestoneDay?

    @OptionGroup var place: ProgrammePlaceOptions
    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        var milestone = ProgrammeMilestone(id: id)
        milestone.title = title
        (milestone.area, milestone.audience) = (place.area, place.audience)
        let facts = due.map { [Change.Fact.milestonePlanned(MilestonePlan($0))] } ?? []
        try await options.add(milestone, with: facts) { added in
            "Added milestone “\(added.name)”" + (added.due.map { ", by \($0.words)." } ?? ".")
        }
    }
}

/// `committee programme milestone move`.
struct MilestoneMoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Set the day of a milestone, or another one; the earlier ones stay known."
    )

    @Argument(help: "The milestone.")
    var id: String

    @Argument(
        help: "The day or the month, such as 2027-01-15 or 2027-01.",
        transform: milestoneDayArgument
    )
    var due: MilestoneDay

    @Option(help: ArgumentHelp("Why it is moved.", valueName: "words"))
    var why: String = ""

    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        let plan = MilestonePlan(due, why: Prose(markup: why))
        try await options.record(ProgrammeMilestone.self, id, .milestonePlanned(plan)) { one in
            let before = one.planned.dropLast().last.map { ", not by \($0.due.words)" } ?? ""
            return "Milestone “\(one.name)” is to be reached by \(due.words)\(before)."
        }
    }
}

/// `committee programme milestone met`.
struct MilestoneMetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "met",
        abstract: "Record that a milestone was reached."
    )

    @Argument(help: "The milestone.")
    var id: String

    @OptionGroup var step: ProgrammeStepOptions
    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        try await options.record(ProgrammeMilestone.self, id, .milestoneMet(step.step)) {
            "Milestone “\($0.name)” was reached."
        }
    }
}

/// `committee programme milestone missed`.
struct MilestoneMissedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "missed",
        abstract: "Record that a milestone was not reached in time, and why."
    )

    @Argument(help: "The milestone.")
    var id: String

    @OptionGroup var step: ProgrammeStepOptions
    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        try await options.record(ProgrammeMilestone.self, id, .milestoneMissed(step.step)) {
            "Milestone “\($0.name)” was missed. Moving it opens it again."
        }
    }
}

/// `committee programme milestone drop`.
struct MilestoneDropCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "Record that a milestone was given up, and why."
    )

    @Argument(help: "The milestone.")
    var id: String

    @OptionGroup var step: ProgrammeStepOptions
    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        try await options.record(ProgrammeMilestone.self, id, .milestoneDropped(step.step)) {
            "Milestone “\($0.name)” was dropped."
        }
    }
}

/// `committee programme trial`.
struct ProgrammeTrialCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trial",
        abstract: "Keep the trials of a programme: test sites, delivery partners, and an end.",
        subcommands: [
            TrialAddCommand.self, TrialBeginCommand.self, TrialEndCommand.self,
            TrialDropCommand.self,
        ]
    )
}

/// `committee programme trial add`.
struct TrialAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a trial."
    )

    @Argument(help: "The plan and a short name, such as improvement-2026#test.")
    var id: String

    @Argument(help: "What is tested.")
    var title: String

    @Option(help: ArgumentHelp("A place where it is tested; repeat it.", valueName: "place"))
    var site: [String] = []

    @Option(help: ArgumentHelp("Who delivers it; repeat it.", valueName: "party"))
    var partner: [String] = []

    @Option(help: ArgumentHelp("The role, group or body that answers for it.", valueName: "party"))
    var lead: String?

    @Option(
        help: ArgumentHelp("The day from which it is to run.", valueName: "date"),
        transform: dateArgument
    )
    var starts: CivilDate?

    @Option(
        help: ArgumentHelp(
            "The day to which it is to run; financial-year for the 31 March after it starts.",
            valueName: "date"
        )
    )
    var ends: String?

    @OptionGroup var place: ProgrammePlaceOptions
    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        var trial = ProgrammeTrial(id: id)
        trial.title = title
        (trial.area, trial.audience) = (place.area, place.audience)
        (trial.sites, trial.partners, trial.lead) = (site, partner, lead)
        trial.starts = starts
        if ends == "financial-year" {
            let opened = try await options.recording.at.open()
            let day = starts ?? options.recording.on ?? opened.library.today()
            trial.ends = ProgrammeTrial.endOfFinancialYear(of: day)
        } else {
            trial.ends = try ends.map(dateArgument)
        }
        try await options.add(trial) { added in
            "Added trial “\(added.name)”" + (added.endWords.map { ", until \($0)." } ?? ".")
        }
    }
}

/// `committee programme trial begin`.
struct TrialBeginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "begin",
        abstract: "Record that a trial began."
    )

    @Argument(help: "The trial.")
    var id: String

    @OptionGroup var step: ProgrammeStepOptions
    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        try await options.record(ProgrammeTrial.self, id, .trialBegun(step.step)) {
            "Trial “\($0.name)” is under way in \($0.sites.joined(separator: ", "))."
        }
    }
}

/// `committee programme trial end`.
struct TrialEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Record that a trial ended, and with --note what came out."
    )

    @Argument(help: "The trial.")
    var id: String

    @OptionGroup var step: ProgrammeStepOptions
    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        try await options.record(ProgrammeTrial.self, id, .trialEnded(step.step)) {
            "Trial “\($0.name)” ended."
        }
    }
}

/// `committee programme trial drop`.
struct TrialDropCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "Record that a trial was given up, and why."
    )

    @Argument(help: "The trial.")
    var id: String

    @OptionGroup var step: ProgrammeStepOptions
    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        try await options.record(ProgrammeTrial.self, id, .trialDropped(step.step)) {
            "Trial “\($0.name)” was dropped."
        }
    }
}
#endif
