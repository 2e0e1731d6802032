// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

// MARK: Training

/// `committee audit course`.
struct CourseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "course",
        abstract: "Keep courses of training: days, places, who came by agency, and evaluations.",
        discussion: """
              committee audit course add neglect-2 "Neglect, level 2" --means Webinar \\
                --readers "All staff"
              committee audit course day neglect-2 2026-05-12 --places 30
              committee audit course attendance neglect-2 2026-05-12 police --booked 8 \\
                --came 6
              committee audit course evaluate neglect-2 later --helped 9 --answers 11 \\
                --out-of 20

            A course and its days may be public, as a catalogue; who came and what they said is for the committee.
            """,
        subcommands: [
            CourseAddCommand.self, CourseDayCommand.self, CourseAttendanceCommand.self,
            CourseEvaluateCommand.self,
        ]
    )
}

/// `committee audit course add`.
struct CourseAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a course.")

    @Argument(help: "Its short name, such as neglect-2.")
    var id: String

    @Argument(help: "What it is called.")
    var title: String

    @Option(help: ArgumentHelp("What it teaches.", valueName: "words"))
    var content: String = ""

    @Option(help: ArgumentHelp("How it is given, such as Webinar.", valueName: "words"))
    var means: String?

    @Option(help: ArgumentHelp("For whom it is, such as All staff.", valueName: "words"))
    var readers: String?

    @Option(
        help: ArgumentHelp(
            "An action that it supports, such as plan-2023#1.10; repeat it.",
            valueName: "action"
        )
    )
    var supports: [String] = []

    @OptionGroup var lead: QualityLeadOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        var course = TrainingCourse(id: id)
        course.title = title
        course.content = Prose(markup: content)
        (course.means, course.readers, course.supports) = (means, readers, supports)
        (course.lead, course.audience) = (lead.lead, lead.audience)
        try await options.add(course) {
            "Added course “\($0.name)”. It is for the audience “\($0.audience.rawValue)”."
        }
    }
}

/// `committee audit course day`.
struct CourseDayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "day",
        abstract: "Record a day on which a course is given, or correct one."
    )

    @Argument(help: "The course, by its short name.")
    var id: String

    @Argument(help: "The day.", transform: dateArgument)
    var day: CivilDate

    @Option(help: ArgumentHelp("How many places there are.", valueName: "number"))
    var places: Int?

    @Option(help: ArgumentHelp("Where it is given.", valueName: "words"))
    var place: String = ""

    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let day = CourseDay(day, places: places, at: place)
        try await options.record(TrainingCourse.self, id, .courseDaySet(day)) {
            "Course “\($0.name)” is given on \(PlanWords.date(day.day))."
        }
    }
}

/// `committee audit course attendance`.
struct CourseAttendanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendance",
        abstract: "Record how many of an agency had booked a day of a course, and how many came."
    )

    @Argument(help: "The course, by its short name.")
    var id: String

    @Argument(help: "The day of the course.", transform: dateArgument)
    var day: CivilDate

    @Argument(help: "The agency.")
    var agency: String

    @Option(help: ArgumentHelp("How many had booked.", valueName: "number"))
    var booked: Int

    @Option(help: ArgumentHelp("How many of them came.", valueName: "number"))
    var came: Int

    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let attendance = CourseAttendance(of: agency, on: day, booked: booked, attended: came)
        try await options.record(
            TrainingCourse.self,
            id,
            .courseAttendanceSet(attendance)
        ) { course in
            let party = course.attendance.last?.agency ?? agency
            return
                "\(came) of \(booked) from \(party) came to course “\(course.name)” on \(PlanWords.date(day))."
        }
    }
}

/// `committee audit course evaluate`.
struct CourseEvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Record what those who came to a course said of it."
    )

    @Argument(help: "The course, by its short name.")
    var id: String

    @Argument(
        help: "When they were asked: at-once or later.",
        transform: wordArgument
    )
    var asked: CourseEvaluation.Asked

    @Option(
        help: ArgumentHelp(
            "How many say that it helped, or that their practice changed.",
            valueName: "number"
        )
    )
    var helped: Int

    @Option(help: ArgumentHelp("How many answered.", valueName: "number"))
    var answers: Int

    @Option(help: ArgumentHelp("How many were asked.", valueName: "number"))
    var outOf: Int?

    @Option(help: ArgumentHelp("What they said, in sum.", valueName: "words"))
    var note: String = ""

    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let said = CourseEvaluation(
            asked,
            helped: helped,
            of: answers,
            outOf: outOf,
            note: Prose(markup: note)
        )
        try await options.record(TrainingCourse.self, id, .courseEvaluated(said)) {
            "Recorded the evaluation of course “\($0.name)”: it helped \(helped) of \(answers)."
        }
    }
}

// MARK: Self-evaluation

/// `committee audit self-evaluation`.
struct SelfEvaluationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "self-evaluation",
        abstract: "Judge the committee by a framework of quality indicators, on its scale.",
        discussion: """
            A framework is a pack: its indicators and levels with their sources. One comes with a plugin; another can be \
            read from a file.

              committee audit self-evaluation frameworks
              committee audit self-evaluation adopt scotland-guidance/quality-indicators
              committee audit self-evaluation add self-2026 "Self-evaluation 2026" \\
                --due 2026-11-30
              committee audit self-evaluation judge self-2026 2.1 4 \\
                --why "Timely, and not always recorded."
              committee audit self-evaluation agree self-2026 --at cpc/2026-12-08#6
            """,
        subcommands: [
            FrameworksCommand.self, FrameworkAdoptCommand.self, SelfEvaluationAddCommand.self,
            SelfEvaluationJudgeCommand.self, SelfEvaluationAgreeCommand.self,
        ]
    )
}

/// `committee audit self-evaluation frameworks`.
struct FrameworksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frameworks",
        abstract: "List the frameworks that the committee adopted, and those that plugins bring."
    )

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var reading: QualityReadingOptions

    func run() async throws {
        let adopted = try await reading.edition().quality.frameworks
        let offered = try await plugins.engine().contributions.qualityFrameworks
        if reading.at.output.json {
            return try Output.write([
                "adopted": .array(adopted.map(\.json)),
                "offered": .array(
                    offered.map { ["id": .string($0.id), "title": .string($0.framework.title)] }
                ),
            ])
        }
        var lines: [String] = []
        for one in adopted {
            lines.append("Adopted: \(one.title), version \(one.version)")
            lines += one.sources.map { "  \($0.title) (\($0.year))" }
            lines += one.scale.map { "  level \($0.key)  \($0.words)" }
            lines += one.indicators.map { "  \($0.key)  \($0.words)" }
        }
        lines += offered.map { "To be adopted: \($0.id)  \($0.framework.title)" }
        if lines.isEmpty { lines = ["No framework is adopted, and no plugin brings one."] }
        try QualityWords.write(lines)
    }
}

/// `committee audit self-evaluation adopt`.
struct FrameworkAdoptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Adopt a framework of quality indicators."
    )

    @Argument(help: "The framework of a plugin, such as scotland-guidance/quality-indicators.")
    var pack: String?

    @Option(help: ArgumentHelp("A file of JSON that holds the framework.", valueName: "file"))
    var file: String?

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var options: QualityRecordingOptions

    func validate() throws {
        guard (pack == nil) != (file == nil) else {
            throw ValidationError("Name the framework of a plugin, or give --file; one of them.")
        }
    }

    func run() async throws {
        let recording = options.recording
        let engine: any ScriptEngine = pack == nil ? NoPlugins() : try await plugins.engine()
        let opened = try await recording.at.open(plugins: engine, accepting: recording.screening)
        let framework: QualityFramework
        if let file {
            let input = try InputFile(file, "framework")
            framework = try QualityFramework(reading: input.bytes, source: input.name)
        } else {
            framework = try engine.contributions.qualityFramework(pack ?? "")
        }
        try await opened.committee.adoptQualityFramework(
            framework,
            effective: recording.on,
            by: try recording.author()
        )
        try recording.say(
            "Adopted “\(framework.title)”, version \(framework.version): "
                + "\(PlanWords.count(framework.indicators.count, "indicator", "indicators")), "
                + "\(PlanWords.count(framework.scale.count, "level", "levels")).",
            framework.json
        )
    }
}

/// `committee audit self-evaluation add`.
struct SelfEvaluationAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a self-evaluation to the programme."
    )

    @Argument(help: "Its short name, such as self-2026.")
    var id: String

    @Argument(help: "What it is called.")
    var title: String

    @Option(
        help: ArgumentHelp("The day from which it is to be done.", valueName: "date"),
        transform: dateArgument
    )
    var starts: CivilDate?

    @Option(
        help: ArgumentHelp("The day by which it is to be agreed.", valueName: "date"),
        transform: dateArgument
    )
    var due: CivilDate?

    @OptionGroup var lead: QualityLeadOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        var one = SelfEvaluation(id: id)
        (one.title, one.starts, one.due) = (title, starts, due)
        (one.lead, one.audience) = (lead.lead, lead.audience)
        try await options.add(one) { "Added self-evaluation “\($0.name)”, by \($0.framework)." }
    }
}

/// `committee audit self-evaluation judge`.
struct SelfEvaluationJudgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge",
        abstract: "Record the level of an indicator; the last one counts."
    )

    @Argument(help: "The self-evaluation, by its short name.")
    var id: String

    @Argument(help: "The indicator, by its key.")
    var indicator: String

    @Argument(help: "The level, by its key.")
    var level: String

    @Option(help: ArgumentHelp("Why, with the evidence.", valueName: "words"))
    var why: String = ""

    @Option(
        help: ArgumentHelp("The document that shows it, by its short name.", valueName: "document")
    )
    var document: String?

    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let judged = IndicatorJudgement(
            of: indicator,
            level,
            why: Prose(markup: why),
            document: document
        )
        try await options.record(SelfEvaluation.self, id, .selfEvaluationJudged(judged)) {
            "Self-evaluation “\($0.name)”: indicator \(indicator), level \(level). "
                + "\(PlanWords.count($0.judgements.count, "indicator is", "indicators are")) judged."
        }
    }
}

/// `committee audit self-evaluation agree`.
struct SelfEvaluationAgreeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: "Record that the committee agreed a self-evaluation."
    )

    @Argument(help: "The self-evaluation, by its short name.")
    var id: String

    @OptionGroup var step: QualityStepOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        try await options.record(SelfEvaluation.self, id, .selfEvaluationAgreed(step.step())) {
            "Recorded that the committee agreed self-evaluation “\($0.name)”."
        }
    }
}

// MARK: National issues

/// `committee audit issue`.
struct NationalIssueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Keep the horizon list: national issues and what is proposed for this area.",
        discussion: """
              committee audit issue add age-of-referral "Age of referral" \\
                --source "Consultation" --due 2026-11-30
              committee audit issue propose age-of-referral "Rewrite the protocol." \\
                --action plan-2026#2.3
              committee audit issue consider age-of-referral --at cpc/2026-12-08#7
              committee audit issue close age-of-referral --note "The act is in force."
            """,
        subcommands: [
            NationalIssueAddCommand.self, NationalIssueProposeCommand.self,
            NationalIssueConsiderCommand.self, NationalIssueCloseCommand.self,
        ]
    )
}

/// `committee audit issue add`.
struct NationalIssueAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a national issue to the horizon list."
    )

    @Argument(help: "Its short name, such as age-of-referral.")
    var id: String

    @Argument(help: "What it is called.")
    var title: String

    @Option(help: ArgumentHelp("Where it comes from, such as a consultation.", valueName: "words"))
    var source: String?

    @Option(help: ArgumentHelp("What it means for this area.", valueName: "words"))
    var meaning: String = ""

    @Option(
        help: ArgumentHelp("The day by which a proposal is to come.", valueName: "date"),
        transform: dateArgument
    )
    var due: CivilDate?

    @OptionGroup var lead: QualityLeadOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        var issue = NationalIssue(id: id)
        (issue.title, issue.source, issue.due) = (title, source, due)
        issue.meaning = Prose(markup: meaning)
        (issue.lead, issue.audience) = (lead.lead, lead.audience)
        try await options.add(issue) { "Added national issue “\($0.name)”." }
    }
}

/// `committee audit issue propose`.
struct NationalIssueProposeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Record what is proposed for this area about a national issue."
    )

    @Argument(help: "The issue, by its short name.")
    var id: String

    @Argument(help: "What is proposed.")
    var words: String

    @Option(
        help: ArgumentHelp(
            "The action that takes it up, such as plan-2023#1.10.",
            valueName: "action"
        )
    )
    var action: String?

    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let proposal = IssueProposal(Prose(markup: words), action: action)
        try await options.record(NationalIssue.self, id, .nationalIssueProposed(proposal)) {
            "Recorded a proposal about national issue “\($0.name)”."
        }
    }
}

/// `committee audit issue consider`.
struct NationalIssueConsiderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consider",
        abstract: "Record that the committee considered a national issue."
    )

    @Argument(help: "The issue, by its short name.")
    var id: String

    @OptionGroup var step: QualityStepOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        try await options.record(NationalIssue.self, id, .nationalIssueConsidered(step.step())) {
            "Recorded that the committee considered national issue “\($0.name)”."
        }
    }
}

/// `committee audit issue close`.
struct NationalIssueCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Record that a national issue needs nothing more."
    )

    @Argument(help: "The issue, by its short name.")
    var id: String

    @OptionGroup var step: QualityStepOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        try await options.record(NationalIssue.self, id, .nationalIssueClosed(step.step())) {
            "Closed national issue “\($0.name)”."
        }
    }
}
#endif
