// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee voice`: what people told the committee, and what was done about it.
struct VoiceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voice",
        abstract:
            "Keep what children, families, staff and the public said, and what was done about it.",
        discussion: """
            Feedback is recorded with who was heard, how, when and the themes. It waits for an answer until somebody \
            says what was done, or why nothing can be; then those who were heard are told. Results of surveys stand in the \
            committee's figures, and feedback names them.

              committee voice rules --theme being-heard="Being heard" --answer-days 56 \\
                --tell-days 28
              committee voice record school-survey-2026 "School survey 2026" \\
                --heard children --method survey --source "Education" --from 2026-05-01 \\
                --until 2026-05-31 --asked 40 --answered 28 --theme being-heard \\
                --summary "Pupils want to know whom to ask." --lead "Lead Officer"
              committee voice report school-survey-2026 --at cpc/2026-06-09#6
              committee voice answer school-survey-2026 "Each school now names an adult." \\
                --action plan-2026#2.3
              committee voice tell school-survey-2026 "At the assemblies"
              committee voice agree school-survey-2026 summary --for public \\
                --at cpc/2026-06-09#6
              committee voice sheet -o feedback.txt

            Feedback is for a restricted circle until --audience says otherwise: it is listed with --audience \
            restricted. Beyond the committee only its title, who was heard, how, when and the themes are shown, and each \
            other line when it was agreed; small counts never. Own words are recorded with consent only. Never name or \
            describe a child, a family or a case. Store and author come from COMMITTEE_STORE and COMMITTEE_BY where they \
            are not given. As reports:

              committee report council.sqlite --format standard/voice -o voice.html
              committee report council.sqlite --format standard/you-said-we-did \\
                -o page.html
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Reading",
                subcommands: [
                    VoiceListCommand.self, VoiceShowCommand.self, VoiceSheetCommand.self,
                ]
            ),
            CommandGroup(
                name: "What was said",
                subcommands: [
                    VoiceRecordCommand.self, VoiceSetCommand.self, VoiceCountCommand.self,
                    VoiceQuoteCommand.self, VoiceWithdrawConsentCommand.self,
                ]
            ),
            CommandGroup(
                name: "What was done",
                subcommands: [
                    VoiceReportCommand.self, VoiceAnswerCommand.self, VoiceTellCommand.self,
                    VoiceCloseCommand.self,
                ]
            ),
            CommandGroup(
                name: "What is shown, and by when",
                subcommands: [VoiceAgreeCommand.self, VoiceRulesCommand.self]
            ),
        ],
        defaultSubcommand: VoiceListCommand.self
    )
}

/// The store, who records something of feedback, and when it happened.
struct VoiceRecordingOptions: ParsableArguments {
    @OptionGroup var recording: MeetingRecordingOptions

    /// Records what happened to feedback, and says so.
    func record(_ id: String, _ fact: Change.Fact, _ sentence: (Voice) -> String) async throws {
        let voice = try await recording.open().recordVoice(
            id,
            fact,
            effective: recording.on,
            by: try recording.author()
        )
        try recording.say(sentence(voice), voice.json)
    }
}

/// The meeting at which something happened.
struct VoiceMeetingOptions: ParsableArguments {
    @Option(
        name: .customLong("at"),
        help: ArgumentHelp("The meeting, such as cpc/2024-02-06#3.", valueName: "meeting")
    )
    var meeting: String?
}

/// The fields of feedback, as options.
struct VoiceFieldOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Who was heard: children, young-people, parents-and-carers, families, staff or public; repeat it.",
            valueName: "people"
        ),
        transform: wordArgument
    )
    var heard: [Voice.Heard] = []

    @Option(
        help: ArgumentHelp(
            "How: questionnaire, survey, interview, group, advocacy, complaint, compliment, observation, event or other.",
            valueName: "method"
        ),
        transform: wordArgument
    )
    var method: Voice.Method?

    @Option(
        help: ArgumentHelp("The service, group or body that brought it.", valueName: "party")
    )
    var source: String?

    @Option(
        help: ArgumentHelp("The first day on which people were heard.", valueName: "date"),
        transform: dateArgument
    )
    var from: CivilDate?

    @Option(
        help: ArgumentHelp("The last day on which people were heard.", valueName: "date"),
        transform: dateArgument
    )
    var until: CivilDate?

    @Option(
        help: ArgumentHelp(
            "A theme of the committee's list, by its key; repeat it.",
            valueName: "key"
        )
    )
    var theme: [String] = []

    @Option(
        help: ArgumentHelp(
            "What they said, in sum, without a word by which anybody is known.",
            valueName: "words"
        )
    )
    var summary: String?

    @Option(
        help: ArgumentHelp(
            "The role, group or body that answers for an answer.",
            valueName: "party"
        )
    )
    var lead: String?

    @Option(
        help: ArgumentHelp(
            "The day by which it is to be answered, in place of the committee's time limit.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var answerBy: CivilDate?

    @Option(
        help: ArgumentHelp(
            "An indicator of the committee's figures that holds results; repeat it.",
            valueName: "indicator"
        )
    )
    var indicator: [String] = []

    @Option(
        help: ArgumentHelp("A data set that holds results; repeat it.", valueName: "data set")
    )
    var dataset: [String] = []

    @Option(
        help: ArgumentHelp("The document that holds the report.", valueName: "document")
    )
    var document: String?

    @Option(
        help: ArgumentHelp(
            "The widest audience that may know of it: public, partners, committee or restricted.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience?

    /// Puts what was given into feedback.
    func set(on voice: inout Voice) {
        if !heard.isEmpty { voice.heard = heard }
        if let method { voice.method = method }
        if let source { voice.source = source }
        if let from { voice.heardFrom = from }
        if let until { voice.heardUntil = until }
        if !theme.isEmpty { voice.themes = theme }
        if let summary { voice.summary = Prose(markup: summary) }
        if let lead { voice.lead = lead }
        if let answerBy { voice.answerBy = answerBy }
        if !indicator.isEmpty { voice.indicators = indicator }
        if !dataset.isEmpty { voice.dataSets = dataset }
        if let document { voice.document = document }
        if let audience { voice.audience = audience }
    }

    /// Whether anything was given.
    var isGiven: Bool {
        var voice = Voice(id: "any")
        set(on: &voice)
        return voice != Voice(id: "any") || audience != nil || method != nil
    }
}

/// `committee voice record`.
struct VoiceRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record feedback: who was heard, how, when, and what they said in sum."
    )

    @Argument(help: "Its short name, such as school-survey-2026.")
    var id: String

    @Argument(help: "What it is called.")
    var title: String

    @OptionGroup var fields: VoiceFieldOptions

    @Option(help: ArgumentHelp("How many were asked.", valueName: "number"))
    var asked: Int?

    @Option(help: ArgumentHelp("How many answered.", valueName: "number"))
    var answered: Int?

    @OptionGroup var options: VoiceRecordingOptions

    func validate() throws {
        guard asked == nil || answered != nil else {
            throw ValidationError("It is said how many were asked. Give --answered too.")
        }
    }

    func run() async throws {
        let recording = options.recording
        var voice = Voice(id: id)
        voice.title = title
        fields.set(on: &voice)
        let counted = answered.map { [Change.Fact.voiceCounted(VoiceCounts($0, of: asked))] }
        let added = try await recording.open().recordVoice(
            voice,
            with: counted ?? [],
            effective: recording.on,
            by: try recording.author()
        )
        let due = added.answerDue.map { "An answer is due by \(PlanWords.date($0))." }
        try recording.say(
            "Recorded feedback “\(added.name)”, for the audience “\(added.audience.rawValue)”. "
                + (due ?? "No day is set for an answer."),
            added.json
        )
    }
}

/// `committee voice set`.
struct VoiceSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change what is recorded of feedback, or who may know of it."
    )

    @Argument(help: "The feedback, by its short name.")
    var id: String

    @Option(help: ArgumentHelp("What it is called.", valueName: "words"))
    var title: String?

    @OptionGroup var fields: VoiceFieldOptions
    @OptionGroup var options: VoiceRecordingOptions

    func validate() throws {
        guard title != nil || fields.isGiven else {
            throw ValidationError("Nothing is to change. Give an option such as --audience.")
        }
    }

    func run() async throws {
        let recording = options.recording
        let changed = try await recording.open().changeVoice(
            id,
            effective: recording.on,
            by: try recording.author()
        ) { voice in
            if let title { voice.title = title }
            fields.set(on: &voice)
        }
        try recording.say("Changed feedback “\(changed.name)”.", changed.json)
    }
}
#endif
