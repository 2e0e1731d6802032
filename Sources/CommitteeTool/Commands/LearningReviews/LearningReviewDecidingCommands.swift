// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeStorage

/// A pack that was named: a file, or one that a plugin contributes.
struct NamedLearningReviewPack: ParsableArguments {
    @Argument(help: "A pack of a plugin, such as scotland-guidance/learning-reviews-2024.")
    var pack: String?

    @Option(
        help: ArgumentHelp("A pack of the committee's own, in JSON.", valueName: "file")
    )
    var file: String?

    @OptionGroup var plugins: PluginOptions

    func validate() throws {
        guard pack == nil || file == nil else {
            throw ValidationError("Name a pack of a plugin or a --file, not both.")
        }
    }

    /// Reads the pack; nil when none is named.
    func read() async throws -> LearningReviewGuidance? {
        if let file {
            let input = try InputFile(file, "pack")
            return try LearningReviewGuidance(reading: input.bytes, source: input.name)
        }
        guard let pack else { return nil }
        return try await plugins.engine().contributions.learningReviewPack(pack)
    }
}

/// `committee learning-review guidance`.
struct LearningReviewGuidanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guidance",
        abstract: "Show the pack in force, or one of a plugin, with the source of each fact."
    )

    @OptionGroup var named: NamedLearningReviewPack
    @OptionGroup var reading: LearningReviewReadingOptions

    func run() async throws {
        if let pack = try await named.read() { return try show(LearningReviewAdoption(pack)) }
        guard let adoption = try await reading.edition().learningReviewGuidance else {
            let known = try await named.plugins.engine().contributions.learningReviewPacks
            throw Complaint(
                "No pack is adopted. Adopt one with “committee learning-review adopt”.",
                details: known.map { "  \($0.id)  \($0.guidance.title)" }
            )
        }
        try show(adoption)
    }

    private func show(_ adoption: LearningReviewAdoption) throws {
        if reading.at.output.json { return try Output.write(adoption.json) }
        try Output.write(LearningReviewReport.guidance(adoption))
    }
}

/// `committee learning-review adopt`.
struct LearningReviewAdoptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Adopt a pack of criteria, reasons, rules and time limits.",
        discussion: """
            From then on the record holds the pack, and notifications are held against it; earlier ones go on by \
            theirs. No limit is published within which a group recommends or a committee decides, so set your \
            own: “STEP after STEP: LENGTH”, such as “decided after recommended: 20 working days”. The steps are \
            notified, information-asked, information-answered, recommended, decided, inspectorate-told, \
            commissioned, reported, action-plan-considered, shared, change-checked and closed.
            """
    )

    @OptionGroup var named: NamedLearningReviewPack

    @Option(help: ArgumentHelp("The group that recommends.", valueName: "group"))
    var group: String?

    @Option(
        help: ArgumentHelp("The seat or role that sees to the other steps.", valueName: "party")
    )
    var coordinator: String?

    @Option(
        help: ArgumentHelp("A time limit of the committee's own; repeat it.", valueName: "limit")
    )
    var limit: [String] = []

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        guard let pack = try await named.read() else {
            let known = try await named.plugins.engine().contributions.learningReviewPacks
            throw Complaint(
                "No pack is named. Name one of a plugin, or give --file.",
                details: known.map { "  \($0.id)  \($0.guidance.title)" },
                isUsage: true
            )
        }
        let opened = try await recording.at.open(
            plugins: named.pack == nil ? NoPlugins() : try await named.plugins.engine(),
            accepting: recording.screening
        )
        let adopted = try await opened.committee.adoptLearningReviewGuidance(
            LearningReviewAdoption(
                pack,
                group: group,
                coordinator: coordinator,
                ownLimits: try limit.map(Self.limit)
            ),
            effective: recording.on,
            by: try recording.author()
        )
        try recording.say(
            "Learning Reviews go by “\(adopted.guidance.title)”, version \(adopted.guidance.version): "
                + "\(PlanWords.count(adopted.guidance.criteria.count, "criterion", "criteria")), "
                + "\(PlanWords.count(adopted.limits.count, "time limit", "time limits")).",
            adopted.json
        )
    }

    /// Reads a limit such as `decided after recommended: 20 working days`.
    static func limit(_ text: String) throws -> LearningReviewGuidance.TimeLimit {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let steps = (parts.first ?? "").split(separator: " ").map(String.init)
        guard parts.count == 2, steps.count == 3, steps[1] == "after",
            let step = LearningReviewStep(rawValue: steps[0]),
            let after = LearningReviewStep(rawValue: steps[2]), step != after,
            let within = ReminderInterval(
                words: parts[1].split(separator: " ").joined(separator: " ")
            )
        else {
            let known = LearningReviewStep.allCases.map(\.rawValue).joined(separator: ", ")
            throw Complaint(
                "“\(text)” gives no limit. Write it such as “decided after recommended: 20 working days”. The "
                    + "steps are \(known).",
                isUsage: true
            )
        }
        return LearningReviewGuidance.TimeLimit(step, after: after, within: within)
    }
}

/// `committee learning-review notify`.
struct LearningReviewNotifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify",
        abstract: "Record a notification: who notified, and the criterion. It takes no text."
    )

    @Argument(help: "The agency, group or seat that notified, as in the structure.")
    var party: String

    @Argument(help: "The criterion, by its key: see “committee learning-review guidance”.")
    var criterion: String

    @Option(
        help: ArgumentHelp("The day on which it came in, if it was earlier.", valueName: "date"),
        transform: dateArgument
    )
    var received: CivilDate?

    @Option(
        help: ArgumentHelp("The day on which the group is to consider it.", valueName: "date"),
        transform: dateArgument
    )
    var groupMeets: CivilDate?

    @Option(
        help: ArgumentHelp("The day on which the committee is to decide.", valueName: "date"),
        transform: dateArgument
    )
    var committeeDecides: CivilDate?

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        let review = try await recording.open().notifyLearningReview(
            LearningReviewNotification(
                by: party,
                criterion: criterion,
                received: received,
                groupMeets: groupMeets,
                committeeDecides: committeeDecides
            ),
            effective: recording.on,
            by: try recording.author(),
            drawingFrom: JournalContext.secureRandomBytes
        )
        try recording.say(
            "Recorded the notification as \(review.id). It is restricted.",
            review.json
        )
    }
}

/// `committee learning-review ask`.
struct LearningReviewAskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Record who was asked for what the decision needs."
    )

    @Argument(help: "The reference of the review.")
    var reference: String

    @Argument(help: "The agencies, groups and seats that were asked.")
    var parties: [String]

    @Option(
        help: ArgumentHelp("The day by which they are to answer.", valueName: "date"),
        transform: dateArgument
    )
    var answerBy: CivilDate?

    @OptionGroup var options: LearningReviewRecordingOptions

    func run() async throws {
        try await options.record(
            reference,
            .learningReviewInformationAsked(LearningReviewRequest(to: parties, by: answerBy))
        ) { review in
            "Recorded who was asked; \(PlanWords.count(review.outstanding.count, "answer is", "answers are")) outstanding."
        }
    }
}

/// `committee learning-review answer`.
struct LearningReviewAnswerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Record that somebody who was asked answered; what was said is kept elsewhere."
    )

    @Argument(help: "The reference of the review.")
    var reference: String

    @Argument(help: "The agency, group or seat that answered.")
    var party: String

    @Flag(help: "It holds nothing.")
    var nothingHeld = false

    @OptionGroup var options: LearningReviewRecordingOptions

    func run() async throws {
        try await options.record(
            reference,
            .learningReviewInformationAnswered(
                LearningReviewAnswer(by: party, nothingHeld ? .nothingHeld : .provided)
            )
        ) { review in
            "Recorded the answer; \(PlanWords.count(review.outstanding.count, "answer is", "answers are")) outstanding."
        }
    }
}

/// What a group recommends or a committee decides.
struct LearningReviewJudgementOptions: ParsableArguments {
    @Argument(help: "The reference of the review.")
    var reference: String

    @Argument(help: "What is to happen: proceed, not-proceed or alternative.")
    var outcome: String

    @Option(
        help: ArgumentHelp(
            "A reason for not proceeding, by its key; repeat it.",
            valueName: "reason"
        )
    )
    var reason: [String] = []

    @Option(
        help: ArgumentHelp("The review that takes its place, by its key.", valueName: "key")
    )
    var alternative: String?

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp("The meeting, such as cpc/2026-02-11.", valueName: "meeting")
    )
    var meeting: String?

    func judgement() throws -> LearningReviewJudgement {
        guard let outcome = LearningReviewOutcome(rawValue: outcome) else {
            let known = LearningReviewOutcome.allCases.map(\.rawValue)
            throw Complaint(
                "“\(outcome)” is nothing to decide. "
                    + ClosestName.suggestion(for: outcome, in: known),
                isUsage: true
            )
        }
        return LearningReviewJudgement(
            outcome,
            reasons: reason,
            alternative: alternative,
            at: meeting
        )
    }
}

/// `committee learning-review recommend`.
struct LearningReviewRecommendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recommend",
        abstract: "Record what the group recommends."
    )

    @OptionGroup var judged: LearningReviewJudgementOptions
    @OptionGroup var options: LearningReviewRecordingOptions

    func run() async throws {
        try await options.record(
            judged.reference,
            .learningReviewRecommended(try judged.judgement())
        ) { review in
            "Recorded the recommendation of the group: "
                + "\(review.recommendation?.outcome.words.lowercased() ?? "")."
        }
    }
}

/// `committee learning-review decide`.
struct LearningReviewDecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Record what the committee decides, on behalf of the chief officers."
    )

    @OptionGroup var judged: LearningReviewJudgementOptions
    @OptionGroup var options: LearningReviewRecordingOptions

    func run() async throws {
        try await options.record(
            judged.reference,
            .learningReviewDecided(try judged.judgement())
        ) { review in
            "Recorded the decision of the committee: "
                + "\(review.decision?.outcome.words.lowercased() ?? "")."
        }
    }
}

/// `committee learning-review tell`.
struct LearningReviewTellCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tell",
        abstract: "Record that the inspectorate was told of the decision, with its reasons."
    )

    @Argument(help: "The reference of the review.")
    var reference: String

    @Option(
        help: ArgumentHelp(
            "A reason that it was given, by its key; those of the decision when left out.",
            valueName: "reason"
        )
    )
    var reason: [String] = []

    @OptionGroup var options: LearningReviewRecordingOptions

    func run() async throws {
        try await options.record(
            reference,
            .learningReviewInspectorateTold(LearningReviewNotice(reasons: reason))
        ) { _ in "Recorded that the inspectorate was told." }
    }
}
#endif
