// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

// MARK: Dip samples

/// `committee audit dip-sample`.
struct DipSampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dip-sample",
        abstract: "Keep dip samples: so many records in every month, quarter or year.",
        discussion: """
              committee audit dip-sample add eird "Dip sample of initial discussions" \\
                --quota 5 --every month
              committee audit dip-sample record eird 5 --on 2026-05-20 \\
                --note "Decisions were clear."
              committee audit dip-sample record eird 3 --no-more --on 2026-06-24

            The counts are for the committee: a dip sample is never for partners or the public.
            """,
        subcommands: [
            DipSampleAddCommand.self, DipSampleQuotaCommand.self, DipSampleRecordCommand.self,
            DipSampleEndCommand.self,
        ]
    )
}

/// `committee audit dip-sample add`.
struct DipSampleAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a dip sample, with its quota."
    )

    @Argument(help: "Its short name, such as eird.")
    var id: String

    @Argument(help: "What it is called.")
    var title: String

    @Option(help: ArgumentHelp("How many records in each period.", valueName: "number"))
    var quota: Int

    @Option(
        help: ArgumentHelp(
            "How long the periods are: month, quarter or year.",
            valueName: "period"
        ),
        transform: wordArgument
    )
    var every: DipQuota.Every = .month

    @Option(help: ArgumentHelp("What is looked at, and how.", valueName: "words"))
    var scope: String = ""

    @OptionGroup var lead: QualityLeadOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        var sample = DipSample(id: id)
        sample.title = title
        sample.scope = Prose(markup: scope)
        sample.lead = lead.lead
        sample.audience = lead.audience
        let recording = options.recording
        let committee = try await recording.open()
        let by = try recording.author()
        let added = try await committee.addQuality(
            sample,
            with: [.dipSampleQuotaSet(DipQuota(quota, every: every))],
            effective: recording.on,
            by: by
        )
        try recording.say(
            "Added dip sample “\(added.name)”: \(added.quota?.words ?? "no quota").",
            added.json
        )
    }
}

/// `committee audit dip-sample quota`.
struct DipSampleQuotaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quota",
        abstract: "Change the quota of a dip sample, from the period of the day on."
    )

    @Argument(help: "The dip sample, by its short name.")
    var id: String

    @Argument(help: "How many records in each period.")
    var count: Int

    @Option(
        help: ArgumentHelp(
            "How long the periods are: month, quarter or year.",
            valueName: "period"
        ),
        transform: wordArgument
    )
    var every: DipQuota.Every = .month

    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let quota = DipQuota(count, every: every)
        try await options.record(DipSample.self, id, .dipSampleQuotaSet(quota)) {
            "The quota of dip sample “\($0.name)” is \(quota.words)."
        }
    }
}

/// `committee audit dip-sample record`.
struct DipSampleRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record how many records were looked at on a day."
    )

    @Argument(help: "The dip sample, by its short name.")
    var id: String

    @Argument(help: "How many records were looked at.")
    var count: Int

    @Flag(help: "There were no more to look at in the period.")
    var noMore = false

    @Option(
        help: ArgumentHelp("What was learned, without a word about a child.", valueName: "words")
    )
    var note: String = ""

    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let held = DipOccurrence(count, noMore: noMore, note: Prose(markup: note))
        try await options.record(DipSample.self, id, .dipSampleHeld(held)) { sample in
            let day = sample.held.last?.on
            let period = day.flatMap { day in
                sample.periods(through: day).last { $0.first <= day && day <= $0.last }
            }
            return period.map {
                "Dip sample “\(sample.name)”, \($0.words): \($0.count) of \($0.quota) looked at."
            } ?? "Recorded."
        }
    }
}

/// `committee audit dip-sample end`.
struct DipSampleEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Record that a dip sample is no longer done."
    )

    @Argument(help: "The dip sample, by its short name.")
    var id: String

    @OptionGroup var step: QualityStepOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        try await options.record(DipSample.self, id, .dipSampleEnded(step.step())) {
            "Ended dip sample “\($0.name)”."
        }
    }
}

// MARK: One-off returns

/// `committee audit return`.
struct OneOffReturnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return",
        abstract: "Keep returns that are made once, with the days on which they are due and sent.",
        discussion: """
              committee audit return add toolkit-2023 "National self-evaluation toolkit" \\
                --due 2023-10-20
              committee audit return sent toolkit-2023 --on 2023-10-12
            """,
        subcommands: [
            OneOffReturnAddCommand.self, OneOffReturnSentCommand.self,
            OneOffReturnWithdrawCommand.self,
        ]
    )
}

/// `committee audit return add`.
struct OneOffReturnAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a return that is to be made."
    )

    @Argument(help: "Its short name, such as toolkit-2023.")
    var id: String

    @Argument(help: "What it is called.")
    var title: String

    @Option(help: ArgumentHelp("To whom it goes.", valueName: "words"))
    var to: String?

    @Option(help: ArgumentHelp("What is asked for.", valueName: "words"))
    var asked: String = ""

    @Option(
        help: ArgumentHelp("The day by which it is due.", valueName: "date"),
        transform: dateArgument
    )
    var due: CivilDate?

    @OptionGroup var lead: QualityLeadOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        var one = OneOffReturn(id: id)
        one.title = title
        one.asked = Prose(markup: asked)
        (one.to, one.due) = (to, due)
        (one.lead, one.audience) = (lead.lead, lead.audience)
        try await options.add(one) {
            "Added return “\($0.name)”"
                + ($0.due.map { ", due by \(PlanWords.date($0))." } ?? ". No due date is set.")
        }
    }
}

/// `committee audit return sent`.
struct OneOffReturnSentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sent",
        abstract: "Record that a return was sent."
    )

    @Argument(help: "The return, by its short name.")
    var id: String

    @Option(
        help: ArgumentHelp("The document that was sent, by its short name.", valueName: "document")
    )
    var document: String?

    @Option(help: ArgumentHelp("A remark.", valueName: "words"))
    var note: String = ""

    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let sending = ReturnSending(document: document, note: Prose(markup: note))
        try await options.record(OneOffReturn.self, id, .oneOffReturnSent(sending)) {
            "Return “\($0.name)”: \($0.standing(on: $0.sending?.on ?? .latest))."
        }
    }
}

/// `committee audit return withdraw`.
struct OneOffReturnWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Record that a return is no longer asked for, or will not be made."
    )

    @Argument(help: "The return, by its short name.")
    var id: String

    @OptionGroup var step: QualityStepOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        try await options.record(OneOffReturn.self, id, .oneOffReturnWithdrawn(step.step())) {
            "Withdrew return “\($0.name)”."
        }
    }
}

// MARK: Reports of others

/// `committee audit outside`.
struct OutsideReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outside",
        abstract: "Keep reports of others: inspections, and reviews of other areas.",
        discussion: """
              committee audit outside add inspection-2018 "Joint inspection" \\
                --publisher "The inspectorate" --published 2018-04-24
              committee audit find inspection-2018 "Chronologies are not used." \\
                --sort recommendation
              committee audit outside consider inspection-2018 --at cpc/2018-06-05#3
            """,
        subcommands: [OutsideReportAddCommand.self, OutsideReportConsiderCommand.self]
    )
}

/// `committee audit outside add`.
struct OutsideReportAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add the report of an inspection, or of another area's review."
    )

    @Argument(help: "Its short name, such as inspection-2018.")
    var id: String

    @Argument(help: "What it is called.")
    var title: String

    @Option(
        help: ArgumentHelp(
            "What sort of report it is: inspection, area-review, national-review or other.",
            valueName: "sort"
        ),
        transform: wordArgument
    )
    var sort: OutsideReport.Sort = .inspection

    @Option(help: ArgumentHelp("Who made it.", valueName: "words"))
    var publisher: String?

    @Option(
        help: ArgumentHelp("The day on which it came out.", valueName: "date"),
        transform: dateArgument
    )
    var published: CivilDate?

    @Option(
        help: ArgumentHelp("The document that holds it, by its short name.", valueName: "document")
    )
    var document: String?

    @Option(
        help: ArgumentHelp("The day by which the committee is to consider it.", valueName: "date"),
        transform: dateArgument
    )
    var due: CivilDate?

    @OptionGroup var lead: QualityLeadOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        var report = OutsideReport(id: id)
        report.title = title
        (report.sort, report.publisher, report.published) = (sort, publisher, published)
        (report.document, report.due) = (document, due)
        (report.lead, report.audience) = (lead.lead, lead.audience)
        try await options.add(report) {
            "Added report “\($0.name)” (\($0.sort.words.lowercased()))."
        }
    }
}

/// `committee audit outside consider`.
struct OutsideReportConsiderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consider",
        abstract: "Record that the committee considered a report of others."
    )

    @Argument(help: "The report, by its short name.")
    var id: String

    @OptionGroup var step: QualityStepOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        try await options.record(OutsideReport.self, id, .outsideReportConsidered(step.step())) {
            "Recorded that the committee considered report “\($0.name)”."
        }
    }
}
#endif
