// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeStorage

/// `committee learning-review`: Learning Reviews from the notification to the check that practice changed.
struct LearningReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learning-review",
        abstract: "Record Learning Reviews, without a word about a child.",
        discussion: """
            No command takes text. A review has a reference that is drawn at random; who notified and who was \
            asked are agencies, groups and seats of the structure; criteria, reasons and proceedings are keys of \
            the pack that the committee adopted. A step that cannot be taken is refused with the rule and its \
            source.

              committee learning-review adopt scotland-guidance/learning-reviews-2024 \\
                --group case-review --limit "recommended after notified: 4 weeks" \\
                --limit "decided after recommended: 4 weeks"
              committee learning-review notify police harm-registered
              committee learning-review ask LR-7KQ2XMD health police --answer-by 2026-11-14
              committee learning-review answer LR-7KQ2XMD health
              committee learning-review recommend LR-7KQ2XMD not-proceed \\
                --reason criteria-not-met
              committee learning-review decide LR-7KQ2XMD not-proceed \\
                --reason criteria-not-met
              committee learning-review tell LR-7KQ2XMD
              committee learning-review close LR-7KQ2XMD

            Reviews are restricted: those who read them say --audience restricted. For the committee and the \
            chief officers as a report, and for the public as counts in which small numbers are hidden:

              committee report council.sqlite --format standard/learning-reviews \\
                --audience restricted
              committee learning-review counts --since 2024

            Store and author come from COMMITTEE_STORE and COMMITTEE_BY where they are not given.
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Reading",
                subcommands: [
                    LearningReviewListCommand.self, LearningReviewShowCommand.self,
                    LearningReviewGuidanceCommand.self, LearningReviewCountsCommand.self,
                ]
            ),
            CommandGroup(
                name: "Deciding",
                subcommands: [
                    LearningReviewAdoptCommand.self, LearningReviewNotifyCommand.self,
                    LearningReviewAskCommand.self, LearningReviewAnswerCommand.self,
                    LearningReviewRecommendCommand.self, LearningReviewDecideCommand.self,
                    LearningReviewTellCommand.self,
                ]
            ),
            CommandGroup(
                name: "Carrying out",
                subcommands: [
                    LearningReviewCommissionCommand.self, LearningReviewPauseCommand.self,
                    LearningReviewResumeCommand.self, LearningReviewReportedCommand.self,
                    LearningReviewConsiderCommand.self, LearningReviewShareCommand.self,
                    LearningReviewCheckCommand.self, LearningReviewCloseCommand.self,
                    LearningReviewAudienceCommand.self,
                ]
            ),
        ],
        defaultSubcommand: LearningReviewListCommand.self
    )
}

/// A review, the store, who records a step of it, and when it was taken.
struct LearningReviewRecordingOptions: ParsableArguments {
    @OptionGroup var recording: MeetingRecordingOptions

    /// Records a step of a review, and says so.
    func record(_ reference: String, _ fact: Change.Fact, _ sentence: (LearningReview) -> String)
        async throws
    {
        let opened = try await recording.at.open(accepting: recording.screening)
        let review = try await opened.committee.recordLearningReview(
            reference,
            fact,
            effective: recording.on,
            by: try recording.author()
        )
        let edition = try await opened.committee.edition(
            asOf: recording.on ?? opened.library.today(),
            audience: .restricted
        )
        let next = review.nextSteps.map { step -> String in
            let due = edition[LearningReviewsState.self].due(of: review, asOf: edition.asOf)
                .first { $0.step == step }
            return step.noun + (due.map { " by \(PlanWords.date($0.day))" } ?? "")
        }
        try recording.say(
            "\(sentence(review)) "
                + (next.isEmpty
                    ? "Nothing more is to be done." : "Next: \(next.joined(separator: "; "))."),
            review.json
        )
    }
}

/// As of when and for whom the reviews are shown.
struct LearningReviewReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The date; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var asOf: CivilDate?

    @Option(
        help: ArgumentHelp(
            "For whom: public, partners, committee or restricted; committee when left out.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .committee

    @OptionGroup var at: MeetingStoreOptions

    func edition() async throws -> Edition {
        let opened = try await at.open()
        return try await opened.committee.edition(
            asOf: asOf ?? opened.library.today(),
            audience: audience
        )
    }
}

/// `committee learning-review list`, which is what “committee learning-review” does.
struct LearningReviewListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract:
            "List the Learning Reviews that the reader may know of; this is what “committee learning-review” does."
    )

    @Flag(help: "Only reviews of which a step is overdue.")
    var overdue = false

    @OptionGroup var reading: LearningReviewReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        let state = edition[LearningReviewsState.self]
        let shown = edition.learningReviews.filter { review in
            !overdue || state.due(of: review, asOf: edition.asOf).contains { $0.day < edition.asOf }
        }
        let findings = edition.audience == .restricted ? edition.learningReviewFindings() : []
        if reading.at.output.json {
            return try Output.write([
                "asOf": .string(edition.asOf.description),
                "learningReviews": .array(shown.map { Self.json($0, state, edition.asOf) }),
                "findings": .array(findings.map(\.json)),
            ])
        }
        var lines = shown.map { review -> String in
            let due = state.due(of: review, asOf: edition.asOf).first
            let next =
                due.map { due in
                    "\(due.step.noun) by \(PlanWords.date(due.day))"
                        + (due.day < edition.asOf ? " (overdue)" : "")
                } ?? review.nextSteps.first.map { "\($0.noun), no day set" } ?? "–"
            return "\(review.id)  \(PlanWords.padded(review.standing, to: 24))  \(next)"
        }
        if lines.isEmpty {
            lines = ["There is no Learning Review for this reader."]
        }
        if !findings.isEmpty {
            lines += ["", "To be looked at:"] + findings.map { "  \($0.kind)  \($0.message)" }
        }
        try Output.write(lines.map(TerminalLine.visible).joined(separator: "\n") + "\n")
    }

    static func json(
        _ review: LearningReview,
        _ state: LearningReviewsState,
        _ day: CivilDate
    ) -> JSONValue {
        var members = review.json.members ?? JSONObject()
        let dues = state.due(of: review, asOf: day)
        members["next"] = .array(
            review.nextSteps.map { step in
                let due = dues.first { $0.step == step }
                return .object(
                    JSONObject(compact: [
                        "step": .string(step.rawValue), "by": due.map { .date($0.day) } ?? .null,
                        "overdue": .bool(due.map { $0.day < day } ?? false),
                        "leads": JSONValue(state.leads(step, of: review)),
                    ])
                )
            }
        )
        return .object(members)
    }
}

/// `committee learning-review show`.
struct LearningReviewShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show everything that is recorded of one Learning Review."
    )

    @Argument(help: "The reference of the review.")
    var reference: String

    @OptionGroup var reading: LearningReviewReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        guard let review = edition.learningReviews.first(where: { $0.id == reference }) else {
            throw Complaint(
                "There is no Learning Review “\(reference)” for this reader. Those for whom it is say "
                    + "--audience restricted."
            )
        }
        if reading.at.output.json {
            let state = edition[LearningReviewsState.self]
            return try Output.write(LearningReviewListCommand.json(review, state, edition.asOf))
        }
        try Output.write(LearningReviewReport.card(of: review, in: edition))
    }
}

/// `committee learning-review counts`.
struct LearningReviewCountsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "counts",
        abstract: "Write how many Learning Reviews there were, with small numbers hidden.",
        discussion: """
            This is all that may be published about Learning Reviews. Counts under --smallest are hidden, zeros \
            too unless --show-zero is given, and whatever would give a small count away. --why says for each \
            hidden count why it is hidden: it is for the committee, never for readers.

            Years that are over are counted, as they stood on their last day, with a total for each five of them \
            (2021 to 2025), so that two pages tell no more than one. Keep to one --smallest: two pages by two rules \
            can be put together.
            """
    )

    @Option(
        help: ArgumentHelp(
            "The first year; the last one that is over when left out.",
            valueName: "year"
        )
    )
    var since: Int?

    @Option(
        help: ArgumentHelp("The smallest count above zero that is shown.", valueName: "count")
    )
    var smallest = 5

    @Flag(help: "Show counts of zero.")
    var showZero = false

    @Flag(help: "List each hidden count with the reason, for the committee alone.")
    var why = false

    @Option(
        help: ArgumentHelp("The date; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var asOf: CivilDate?

    @OptionGroup var at: MeetingStoreOptions

    func run() async throws {
        let opened = try await at.open()
        let edition = try await opened.committee.edition(
            asOf: asOf ?? opened.library.today(),
            audience: .restricted
        )
        if let since, !(1990..<edition.asOf.year).contains(since) {
            throw Complaint(
                "--since is \(since). Give a year from 1990 to \(edition.asOf.year - 1).",
                isUsage: true
            )
        }
        let counts = LearningReviewCounts(of: edition, since: since)
        let rules = try SuppressionRules(smallestShown: smallest, showsZero: showZero)
        if why {
            let hidden = try counts.hidden(by: rules)
            guard !at.output.json else {
                return try Output.write(
                    .array(
                        hidden.map {
                            ["count": .string($0.name), "why": .string($0.reason.description)]
                        }
                    )
                )
            }
            let lines = hidden.map { "\($0.name): \($0.reason)" }
            return try Output.write(
                (lines.isEmpty ? ["Nothing is hidden."] : lines).joined(separator: "\n") + "\n"
            )
        }
        let document = try counts.document(by: rules)
        if at.output.json { return try Output.write(document.render(.json)) }
        try Output.write(document)
    }
}
#endif
