// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee programme`: how a plan of areas is carried, told of in numbered updates, and reported.
struct ProgrammeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme",
        abstract: "Keep a programme: areas, milestones, trials, numbered updates, recommendations.",
        discussion: """
            A programme stands on a plan: its areas are what stands at the plan's outermost level, so draft or import the \
            plan first. It is named as the plan; what stands in it, by the plan and a short name, such as \
            improvement-2026#toolkit, and an update by its number.

              committee programme begin improvement-2026 "Improvement Programme" \\
                --every 6 --first 2026-10-12
              committee programme area improvement-2026 2 --lead "Hearings Partnership" \\
                --elsewhere
              committee programme milestone add improvement-2026#toolkit \\
                "Toolkit is chosen" --by-day 2026-12 --area 5
              committee programme milestone move improvement-2026#toolkit 2027-01 \\
                --why "Two sites asked for time"
              committee programme trial add improvement-2026#test "Neglect test" \\
                --site North --site West --partner "Town College" --starts 2026-09-01 \\
                --ends financial-year
              committee programme update write improvement-2026 5 \\
                "Two toolkits are being compared."
              committee programme update sheet improvement-2026 -o update.txt
              committee programme update sheet improvement-2026 update.txt
              committee programme update issue improvement-2026
              committee programme update sent improvement-2026 1 --to Subscribers \\
                --count 240
              committee programme recommendation add improvement-2026#r1 \\
                "One toolkit for all areas." --area 5
              committee programme recommendation made improvement-2026#r1 --to Ministers \\
                --answer-by 2027-02-28
              committee programme recommendation answer improvement-2026#r1 partly \\
                "From 2028 on."
              committee programme recommendation follow improvement-2026#r1 \\
                "Two areas begin." --action plan-2026#2.3

            A draft of an update is for the committee alone until it is issued, and nothing is for a wider audience than \
            its plan. Never name or describe a child, a family or a case. Store and author come from COMMITTEE_STORE and \
            COMMITTEE_BY where they are not given. As a report:

              committee report council.sqlite --format standard/programme-update \\
                --plan improvement-2026 -o update.html
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Reading",
                subcommands: [ProgrammeListCommand.self, ProgrammeShowCommand.self]
            ),
            CommandGroup(
                name: "The programme",
                subcommands: [
                    ProgrammeBeginCommand.self, ProgrammeAreaCommand.self,
                    ProgrammeMeetingCommand.self, ProgrammeEndCommand.self,
                    ProgrammeSetCommand.self,
                ]
            ),
            CommandGroup(
                name: "What stands in it",
                subcommands: [
                    ProgrammeUpdateCommand.self, ProgrammeMilestoneCommand.self,
                    ProgrammeTrialCommand.self, ProgrammeRecommendationCommand.self,
                ]
            ),
        ],
        defaultSubcommand: ProgrammeListCommand.self
    )
}

/// The store, who records something of a programme, and when it holds.
struct ProgrammeRecordingOptions: ParsableArguments {
    @OptionGroup var recording: MeetingRecordingOptions

    /// Adds a subject, and says so.
    func add<Subject: ProgrammeSubject>(
        _ subject: Subject,
        with facts: [Change.Fact] = [],
        _ sentence: (Subject) -> String
    ) async throws {
        let added = try await recording.open().addToProgramme(
            subject,
            with: facts,
            effective: recording.on,
            by: try recording.author()
        )
        try recording.say(sentence(added), added.json)
    }

    /// Records what happened to a subject, and says so.
    func record<Subject: ProgrammeSubject>(
        _ type: Subject.Type,
        _ id: String,
        _ fact: Change.Fact,
        _ sentence: (Subject) -> String
    ) async throws {
        let subject = try await recording.open().recordInProgramme(
            type,
            id,
            fact,
            effective: recording.on,
            by: try recording.author()
        )
        try recording.say(sentence(subject), subject.json)
    }
}

/// The meeting at which a step was taken, and a remark.
struct ProgrammeStepOptions: ParsableArguments {
    @Option(
        name: .customLong("at"),
        help: ArgumentHelp(
            "The meeting at which it was taken, such as cpc/2024-02-06#3.",
            valueName: "meeting"
        )
    )
    var meeting: String?

    @Option(help: ArgumentHelp("A remark, or why.", valueName: "words"))
    var note: String = ""

    var step: ProgrammeStep { ProgrammeStep(at: meeting, note: Prose(markup: note)) }
}

/// The area and the audience of something in a programme.
struct ProgrammePlaceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The area to which it belongs, as the plan numbers it.",
            valueName: "area"
        )
    )
    var area: String?

    @Option(
        help: ArgumentHelp(
            "The widest audience that may know of it, within that of the programme: public, partners, committee or "
                + "restricted; as the programme when left out.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .public
}

/// `committee programme begin`.
struct ProgrammeBeginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "begin",
        abstract: "Begin a programme on a plan of areas."
    )

    @Argument(help: "The plan, by its identifier.")
    var plan: String

    @Argument(help: "What the programme is called.")
    var title: String

    @Option(help: ArgumentHelp("The role, group or body that answers for it.", valueName: "party"))
    var lead: String?

    @Option(help: ArgumentHelp("How many weeks lie between two updates.", valueName: "weeks"))
    var every: Int?

    @Option(
        help: ArgumentHelp("The day of the first update.", valueName: "date"),
        transform: dateArgument
    )
    var first: CivilDate?

    @Option(
        name: .customLong("report-by"),
        help: ArgumentHelp("The day on which the programme is to be reported.", valueName: "date"),
        transform: dateArgument
    )
    var reporting: CivilDate?

    @Option(
        help: ArgumentHelp(
            "An indicator of the committee's figures that the updates cite; repeat it.",
            valueName: "indicator"
        )
    )
    var cites: [String] = []

    @Option(
        help: ArgumentHelp(
            "The widest audience that may know of it, within that of the plan: public, partners, committee or "
                + "restricted; committee when left out.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .committee

    @OptionGroup var options: ProgrammeRecordingOptions

    func validate() throws {
        guard every.map({ (1...104).contains($0) }) ?? true else {
            throw ValidationError("--every is a number of weeks from 1 to 104, such as 6.")
        }
    }

    func run() async throws {
        var programme = Programme(id: plan)
        programme.title = title
        programme.lead = lead
        (programme.weeks, programme.firstUpdate, programme.reporting) = (every, first, reporting)
        programme.indicators = cites
        programme.audience = audience
        try await options.add(programme) { added in
            let next = added.firstUpdate.map { " Update 1 is due by \(PlanWords.date($0))." } ?? ""
            return "Began programme “\(added.name)” on the plan “\(added.id)”.\(next)"
        }
    }
}

/// `committee programme area`.
struct ProgrammeAreaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "area",
        abstract: "Say who leads an area, where that is more than the plan says."
    )

    @Argument(help: "The plan of the programme.")
    var plan: String

    @Argument(help: "The area, as the plan numbers it.")
    var area: String

    @Option(help: ArgumentHelp("The role, group or body that leads it.", valueName: "party"))
    var lead: String?

    @Flag(help: "Another body leads it, outside the committee's own.")
    var elsewhere = false

    @Option(
        help: ArgumentHelp(
            "The plan or document that guides it there, by its short name in the register of documents.",
            valueName: "document"
        )
    )
    var document: String?

    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        let said = ProgrammeArea(area, ledBy: lead, elsewhere: elsewhere, document: document)
        try await options.record(Programme.self, plan, .programmeAreaSet(said)) { programme in
            let lead = programme.areas.last?.lead ?? "whoever the plan names"
            return
                "Area \(area) of “\(programme.name)” is led by \(lead)\(elsewhere ? ", elsewhere" : "")."
        }
    }
}

/// `committee programme meeting`.
struct ProgrammeMeetingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting",
        abstract: "Say what was said at a meeting of which updates tell, and name its slides."
    )

    @Argument(help: "The plan of the programme.")
    var plan: String

    @Argument(help: "The meeting, such as eag/2016-08-30.")
    var meeting: String

    @Argument(help: "What was said there, in a few sentences.")
    var words: String = ""

    @Option(
        help: ArgumentHelp(
            "Slides or a paper, by the short name in the register of documents; repeat it.",
            valueName: "document"
        )
    )
    var document: [String] = []

    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        let told = ProgrammeMeeting(meeting, summary: Prose(markup: words), documents: document)
        try await options.record(Programme.self, plan, .programmeMeetingSet(told)) {
            "The updates of “\($0.name)” tell of \(meeting)."
        }
    }
}

/// `committee programme end`.
struct ProgrammeEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Record that a programme came to its end."
    )

    @Argument(help: "The plan of the programme.")
    var plan: String

    @OptionGroup var step: ProgrammeStepOptions
    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        try await options.record(Programme.self, plan, .programmeEnded(step.step)) {
            "Programme “\($0.name)” came to its end. What becomes of its recommendations can still be recorded."
        }
    }
}

/// `committee programme set`.
struct ProgrammeSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change a field of a programme, a milestone, a trial or a recommendation.",
        discussion: """
            A hyphen takes out what stands there; a list has commas between its names.

              committee programme set improvement-2026 "update weeks" 8
              committee programme set improvement-2026#test "end date" "31 March 2027"
              committee programme set improvement-2026#test "test sites" "North, West"
            """
    )

    @Argument(help: "The plan of the programme, or the milestone, trial or recommendation.")
    var id: String

    @Argument(help: "The field, such as “lead” or “end date”.")
    var field: String

    @Argument(help: "What it is to say; a hyphen takes out what stands there.")
    var words: String

    @OptionGroup var options: ProgrammeRecordingOptions

    func run() async throws {
        let opened = try await options.recording.at.open()
        let state = try await opened.committee.edition(
            asOf: options.recording.on ?? opened.library.today(),
            audience: .restricted
        ).programmeState
        func has<Subject: ProgrammeSubject>(_ list: [Subject]) -> Bool {
            list.contains { $0.id == id }
        }
        if has(state.programmes) { return try await set(Programme.self) }
        if has(state.milestones) { return try await set(ProgrammeMilestone.self) }
        if has(state.trials) { return try await set(ProgrammeTrial.self) }
        if has(state.recommendations) { return try await set(ProgrammeRecommendation.self) }
        if has(state.updates) { return try await set(ProgrammeUpdate.self) }
        throw Complaint(
            "No programme has anything named “\(id)”. List what there is with committee programme."
        )
    }

    private func set<Subject: ProgrammeSubject>(_ type: Subject.Type) async throws {
        let cells = Subject.table.cells
        let wanted = field.map { $0 == "_" || $0 == "-" ? " " : $0 }
        let key = String(wanted).lowercased()
        guard let cell = cells.first(where: { $0.name.inWords == key }) else {
            throw Complaint(
                "\(Subject.noun.prefix(1).uppercased())\(Subject.noun.dropFirst()) has no field “\(field)”. "
                    + ClosestName.suggestion(for: key, in: cells.map(\.name.inWords))
            )
        }
        var isRead = true
        let value = words == "-" ? Prose() : Prose(words)
        let subject = try await options.recording.open().changeInProgramme(
            type,
            id,
            effective: options.recording.on,
            by: try options.recording.author()
        ) { isRead = cell.form.read(&$0, value) }
        guard isRead else {
            throw Complaint(
                "“\(words)” cannot stand as the \(key). A day is written such as “31 October 2026”, an audience as "
                    + "public, partners, committee or restricted."
            )
        }
        try options.recording.say("\(subject.inSentence): the \(key) is changed.", subject.json)
    }
}
#endif
