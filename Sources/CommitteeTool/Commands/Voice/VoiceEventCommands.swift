// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee voice count`.
struct VoiceCountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "Record how many were asked and how many answered, or correct it."
    )

    @Argument(help: "The feedback, by its short name.")
    var id: String

    @Option(help: ArgumentHelp("How many answered.", valueName: "number"))
    var answered: Int

    @Option(help: ArgumentHelp("How many were asked.", valueName: "number"))
    var asked: Int?

    @OptionGroup var options: VoiceRecordingOptions

    func run() async throws {
        try await options.record(id, .voiceCounted(VoiceCounts(answered, of: asked))) {
            "Recorded of feedback “\($0.name)”: \($0.counts?.words ?? "")."
        }
    }
}

/// `committee voice quote`.
struct VoiceQuoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "Record own words of somebody who agreed to share them.",
        discussion: """
            Own words are recorded with consent only: with whom they may be shared, and how those who spoke agreed. They \
            are shown beyond the committee when the line was agreed too.

              committee voice quote school-survey-2026 "I want to know whom to ask." \\
                --speaker children --shared-with public --consent "On the form"
              committee voice agree school-survey-2026 quotation-1 --for public
            """
    )

    @Argument(help: "The feedback, by its short name.")
    var id: String

    @Argument(help: "The words, without a name or a place by which anybody is known.")
    var words: String

    @Option(
        name: .customLong("shared-with"),
        help: ArgumentHelp(
            "The widest audience with which they agreed to share them: public, partners or committee.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience

    @Option(help: ArgumentHelp("How they agreed, such as “On the form”.", valueName: "words"))
    var consent: String

    @Option(
        help: ArgumentHelp(
            "Who said it: children, young-people, parents-and-carers, families, staff or public.",
            valueName: "people"
        ),
        transform: wordArgument
    )
    var speaker: Voice.Heard?

    @Option(
        help: ArgumentHelp(
            "The number of the quotation that is corrected; a new one when left out.",
            valueName: "number"
        )
    )
    var number: Int?

    @OptionGroup var options: VoiceRecordingOptions

    func run() async throws {
        let quotation = VoiceQuotation(
            Prose(markup: words),
            by: speaker,
            sharedWith: audience,
            consent: Prose(markup: consent),
            number: number ?? 0
        )
        try await options.record(id, .voiceQuoted(quotation)) { voice in
            let last = number ?? voice.quotations.map(\.number).max() ?? 0
            return
                "Recorded quotation \(last) of feedback “\(voice.name)”. Agree the line quotation-\(last) before "
                + "anybody beyond the committee is to read it."
        }
    }
}

/// `committee voice withdraw-consent`.
struct VoiceWithdrawConsentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw-consent",
        abstract: "Record that somebody took back their consent to share own words.",
        discussion: """
            From that day no page has the words. They stay in the journal until they are erased there: see \
            “committee journal erase”.
            """
    )

    @Argument(help: "The feedback, by its short name.")
    var id: String

    @Argument(help: "The number of the quotation.")
    var number: Int

    @OptionGroup var options: VoiceRecordingOptions

    func run() async throws {
        try await options.record(id, .voiceConsentWithdrawn(VoiceConsentWithdrawal(of: number))) {
            "Recorded that consent for quotation \(number) of feedback “\($0.name)” was taken back. Erase the words in "
                + "the journal with committee journal erase."
        }
    }
}

/// `committee voice report`.
struct VoiceReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Record that feedback was reported to a meeting."
    )

    @Argument(help: "The feedback, by its short name.")
    var id: String

    @OptionGroup var meeting: VoiceMeetingOptions

    @Option(help: ArgumentHelp("What the meeting made of it.", valueName: "words"))
    var note: String = ""

    @OptionGroup var options: VoiceRecordingOptions

    func run() async throws {
        let report = VoiceReporting(at: meeting.meeting, note: Prose(markup: note))
        try await options.record(id, .voiceReported(report)) {
            "Recorded that feedback “\($0.name)” was reported."
        }
    }
}

/// `committee voice answer`.
struct VoiceAnswerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Record what was done about feedback, or why nothing can be."
    )

    @Argument(help: "The feedback, by its short name.")
    var id: String

    @Argument(help: "What was done, or why nothing can be.")
    var words: String

    @Option(
        help: ArgumentHelp("What it is: done, under-way or not-possible.", valueName: "outcome"),
        transform: wordArgument
    )
    var outcome: VoiceAnswer.Outcome = .done

    @Option(
        help: ArgumentHelp("The action that does it, such as plan-2026#2.3.", valueName: "action")
    )
    var action: String?

    @Option(
        help: ArgumentHelp(
            "The finding that says the same, such as neglect-2026#3.",
            valueName: "finding"
        )
    )
    var finding: String?

    @Option(
        help: ArgumentHelp("The decision between meetings, such as cpc/C4.", valueName: "decision")
    )
    var decision: String?

    @OptionGroup var meeting: VoiceMeetingOptions

    @Option(
        help: ArgumentHelp(
            "The number of the answer that is corrected; a new one when left out.",
            valueName: "number"
        )
    )
    var number: Int?

    @OptionGroup var options: VoiceRecordingOptions

    func run() async throws {
        let answer = VoiceAnswer(
            Prose(markup: words),
            outcome,
            action: action,
            finding: finding,
            decision: decision,
            at: meeting.meeting,
            number: number ?? 0
        )
        try await options.record(id, .voiceAnswered(answer)) { voice in
            let last = number ?? voice.answers.map(\.number).max() ?? 0
            let due = voice.tellingDue.map { " by \(PlanWords.date($0))" } ?? ""
            return
                "Recorded answer \(last) to feedback “\(voice.name)”. Those who were heard are to be told\(due)."
        }
    }
}

/// `committee voice tell`.
struct VoiceTellCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tell",
        abstract: "Record that those who were heard were told what came of it."
    )

    @Argument(help: "The feedback, by its short name.")
    var id: String

    @Argument(help: "How they were told, such as “At the assemblies”.")
    var how: String

    @Option(
        help: ArgumentHelp(
            "Who was told; all who were heard when left out; repeat it.",
            valueName: "people"
        ),
        transform: wordArgument
    )
    var to: [Voice.Heard] = []

    @Option(
        help: ArgumentHelp(
            "The number of the telling that is corrected; a new one when left out.",
            valueName: "number"
        )
    )
    var number: Int?

    @OptionGroup var options: VoiceRecordingOptions

    func run() async throws {
        let telling = VoiceTelling(Prose(markup: how), to: to, number: number ?? 0)
        try await options.record(id, .voiceTold(telling)) {
            "Recorded that those heard in feedback “\($0.name)” were told."
        }
    }
}

/// `committee voice close`.
struct VoiceCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Record that feedback needs no more, and why."
    )

    @Argument(help: "The feedback, by its short name.")
    var id: String

    @Argument(help: "Why it needs no more.")
    var why: String

    @OptionGroup var meeting: VoiceMeetingOptions
    @OptionGroup var options: VoiceRecordingOptions

    func run() async throws {
        let closing = VoiceClosing(Prose(markup: why), at: meeting.meeting)
        try await options.record(id, .voiceClosed(closing)) { "Closed feedback “\($0.name)”." }
    }
}

/// `committee voice agree`.
struct VoiceAgreeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: "Record that a line of feedback may be shown beyond the committee, or no longer.",
        discussion: """
            A line is source, counts, summary, or a quotation, an answer or a telling by its number, such as answer-1. \
            “committee voice show” lists the lines. An agreement holds for the words as they stand: when they change, they \
            are to be agreed anew. With --for committee it is taken back.
            """
    )

    @Argument(help: "The feedback, by its short name.")
    var id: String

    @Argument(help: "The line, such as summary or quotation-1.", transform: voiceLineArgument)
    var line: VoiceLine

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "The widest audience that may read it: public, partners or committee.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience

    @Option(
        name: .customLong("agreed-by"),
        help: ArgumentHelp("The role, group or body that agreed it.", valueName: "party")
    )
    var party: String?

    @OptionGroup var meeting: VoiceMeetingOptions
    @OptionGroup var options: VoiceRecordingOptions

    func run() async throws {
        let agreement = VoiceAgreement(line, for: audience, at: meeting.meeting, by: party)
        try await options.record(id, .voiceAgreed(agreement)) { voice in
            guard audience < .committee else {
                return "The line \(line) of feedback “\(voice.name)” is for the committee alone."
            }
            let isKnown =
                voice.audience <= audience
                ? ""
                : " The feedback itself is for the audience “\(voice.audience.rawValue)”: widen that with committee "
                    + "voice set when it may be known."
            return "The line \(line) of feedback “\(voice.name)” may be shown to the audience "
                + "“\(audience.rawValue)”.\(isKnown)"
        }
    }
}

/// Reads a line of feedback.
private func voiceLineArgument(_ text: String) throws -> VoiceLine {
    if let line = VoiceLine(text) { return line }
    throw ValidationError("“\(text)” is no line of feedback. Give \(VoiceLine.expected).")
}

/// `committee voice rules`.
struct VoiceRulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract:
            "Show or set the committee's themes, its time limits and the smallest count that is shown.",
        discussion: """
            Without options it shows them. The themes that are given are the whole list.

              committee voice rules --theme being-heard="Being heard" \\
                --theme waiting="Waiting times"
              committee voice rules --answer-days 56 --tell-days 28 --smallest-count 10
            """
    )

    @Option(
        help: ArgumentHelp(
            "A theme: its key and what it is called; repeat it.",
            valueName: "key=words"
        ),
        transform: voiceThemeArgument
    )
    var theme: [VoiceTheme] = []

    @Option(
        help: ArgumentHelp("Within how many days feedback is to be answered.", valueName: "number")
    )
    var answerDays: Int?

    @Option(
        help: ArgumentHelp(
            "Within how many days of an answer those who were heard are to be told.",
            valueName: "number"
        )
    )
    var tellDays: Int?

    @Option(
        help: ArgumentHelp(
            "The smallest count of people that is shown beyond the committee; 5 when nobody set it.",
            valueName: "number"
        )
    )
    var smallestCount: Int?

    @OptionGroup var options: VoiceRecordingOptions

    func run() async throws {
        let recording = options.recording
        let isSet = !theme.isEmpty || answerDays != nil || tellDays != nil || smallestCount != nil
        let state: VoicesState
        if isSet {
            state = try await recording.open().setVoiceRules(
                themes: theme.isEmpty ? nil : theme,
                answerDays: answerDays,
                tellDays: tellDays,
                smallestCount: smallestCount,
                effective: recording.on,
                by: try recording.author()
            )
        } else {
            let opened = try await recording.at.open()
            let day = recording.on ?? opened.library.today()
            let edition = try await opened.committee.edition(asOf: day, audience: .committee)
            state = edition[VoicesState.self]
        }
        if recording.at.output.json {
            return try Output.write([
                "themes": .array(
                    state.themes.map { ["key": .string($0.key), "words": .string($0.words)] }
                ),
                "answerDays": .integer(optional: state.answerDays),
                "tellDays": .integer(optional: state.tellDays),
                "smallestCount": .integer(state.smallestCount ?? 5),
            ])
        }
        func days(_ count: Int?) -> String {
            count.map { PlanWords.count($0, "day", "days") } ?? "no limit"
        }
        let themes = state.themes.map { "  \($0.key)  \($0.words)" }
        try QualityWords.write(
            [
                "To be answered within: \(days(state.answerDays))",
                "People to be told within: \(days(state.tellDays))",
                "Smallest count shown beyond the committee: \(state.smallestCount ?? 5)",
                themes.isEmpty ? "Themes: none" : "Themes:",
            ] + themes
        )
    }
}

/// Reads a theme.
private func voiceThemeArgument(_ text: String) throws -> VoiceTheme {
    let parts = text.split(separator: "=", maxSplits: 1).map {
        String($0.drop { $0 == " " })
    }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw ValidationError(
            "“\(text)” is no theme. Give its key and what it is called, such as being-heard=\"Being heard\"."
        )
    }
    return VoiceTheme(parts[0], parts[1])
}
#endif
