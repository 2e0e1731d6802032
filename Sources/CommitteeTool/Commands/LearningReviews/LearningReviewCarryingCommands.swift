// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee learning-review commission`.
struct LearningReviewCommissionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commission",
        abstract: "Record that the review, or the one that takes its place, was commissioned."
    )

    @Argument(help: "The reference of the review.")
    var reference: String

    @Option(
        help: ArgumentHelp("The day by which its report is asked for.", valueName: "date"),
        transform: dateArgument
    )
    var reportBy: CivilDate?

    @OptionGroup var options: LearningReviewRecordingOptions

    func run() async throws {
        try await options.record(
            reference,
            .learningReviewCommissioned(LearningReviewCommission(reportBy: reportBy))
        ) { _ in "Recorded the commission." }
    }
}

/// `committee learning-review pause`.
struct LearningReviewPauseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract:
            "Record that the review waits for other proceedings; its time limits wait too, but for the notice to the inspectorate."
    )

    @Argument(help: "The reference of the review.")
    var reference: String

    @Argument(help: "The proceedings, by their key, such as criminal-proceedings.")
    var proceedings: String

    @OptionGroup var options: LearningReviewRecordingOptions

    func run() async throws {
        try await options.record(
            reference,
            .learningReviewPaused(LearningReviewPause(for: proceedings))
        ) { _ in "Recorded the pause." }
    }
}

/// `committee learning-review resume`.
struct LearningReviewResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Record that the review goes on."
    )

    @Argument(help: "The reference of the review.")
    var reference: String

    @OptionGroup var options: LearningReviewRecordingOptions

    func run() async throws {
        try await options.record(reference, .learningReviewResumed) { _ in
            "Recorded that the review goes on."
        }
    }
}

/// `committee learning-review reported`.
struct LearningReviewReportedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reported",
        abstract: "Record that the report came in; what it says is kept elsewhere."
    )

    @Argument(help: "The reference of the review.")
    var reference: String

    @OptionGroup var options: LearningReviewRecordingOptions

    func run() async throws {
        try await options.record(reference, .learningReviewReported) { _ in
            "Recorded that the report came in."
        }
    }
}

/// `committee learning-review consider`.
struct LearningReviewConsiderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consider",
        abstract: "Record that the chief officers considered the action plan and its resources."
    )

    @Argument(help: "The reference of the review.")
    var reference: String

    @Option(
        help: ArgumentHelp("Whether they agreed the resources: yes or no.", valueName: "answer")
    )
    var resources: String

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp("The meeting, such as cog/2026-05-20.", valueName: "meeting")
    )
    var meeting: String?

    @OptionGroup var options: LearningReviewRecordingOptions

    func validate() throws {
        guard ["yes", "no"].contains(resources) else {
            throw ValidationError("--resources is “\(resources)”. Say yes or no.")
        }
    }

    func run() async throws {
        try await options.record(
            reference,
            .learningReviewActionPlanConsidered(
                LearningReviewActionPlan(resourced: resources == "yes", at: meeting)
            )
        ) { review in
            review.actionPlan?.resourced == true
                ? "Recorded that the chief officers agreed the resources."
                : "Recorded that the chief officers did not agree the resources."
        }
    }
}

/// `committee learning-review share`.
struct LearningReviewShareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "share",
        abstract: "Record how the learning was shared."
    )

    @Argument(help: "The reference of the review.")
    var reference: String

    @Argument(help: "The way, by its key, such as briefing.")
    var means: String

    @Option(
        name: .customLong("with"),
        help: ArgumentHelp("An agency, group or seat; repeat it.", valueName: "party")
    )
    var parties: [String] = []

    @OptionGroup var options: LearningReviewRecordingOptions

    func run() async throws {
        try await options.record(
            reference,
            .learningReviewShared(LearningReviewSharing(means, with: parties))
        ) { _ in "Recorded how the learning was shared." }
    }
}

/// `committee learning-review check`.
struct LearningReviewCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Record what data say about the change of practice."
    )

    @Argument(help: "The reference of the review.")
    var reference: String

    @Argument(help: "What the data say: changed, changed-in-part or not-yet.")
    var result: String

    @Option(help: ArgumentHelp("The data set, by its identifier.", valueName: "id"))
    var dataSet: String?

    @Option(
        help: ArgumentHelp("The document that has the data, by its short name.", valueName: "id")
    )
    var document: String?

    @OptionGroup var options: LearningReviewRecordingOptions

    func run() async throws {
        guard let said = LearningReviewCheck.Result(rawValue: result) else {
            let known = LearningReviewCheck.Result.allCases.map(\.rawValue)
            throw Complaint(
                "“\(result)” is no result. \(ClosestName.suggestion(for: result, in: known))",
                isUsage: true
            )
        }
        try await options.record(
            reference,
            .learningReviewChangeChecked(
                LearningReviewCheck(said, dataSet: dataSet, document: document)
            )
        ) { _ in "Recorded the check: \(said.words.lowercased())." }
    }
}

/// `committee learning-review close`.
struct LearningReviewCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Record that the review came to its end."
    )

    @Argument(help: "The reference of the review.")
    var reference: String

    @OptionGroup var options: LearningReviewRecordingOptions

    func run() async throws {
        try await options.record(reference, .learningReviewClosed) { _ in "Recorded the end." }
    }
}

/// `committee learning-review audience`.
struct LearningReviewAudienceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audience",
        abstract: "Open a review to the committee, or restrict it again; it is never public."
    )

    @Argument(help: "The reference of the review.")
    var reference: String

    @Argument(
        help: "The widest audience that may know of it: committee or restricted.",
        transform: audienceArgument
    )
    var audience: Audience

    @OptionGroup var options: LearningReviewRecordingOptions

    func run() async throws {
        try await options.record(reference, .learningReviewAudienceSet(audience)) { review in
            "The review is now for the audience “\(review.audience.rawValue)”."
        }
    }
}
#endif
