// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee document edition`.
struct DocumentEditionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition",
        abstract: "Record an edition of a document, or correct one.",
        discussion: "An edition with the same label is replaced by what is given now."
    )

    @Argument(help: "The document, by its short name.")
    var id: String

    @Argument(help: "The label of the edition, such as 2.")
    var label: String

    @Option(
        help: ArgumentHelp(
            "The day that it bears; the day of recording when left out.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var dated: CivilDate?

    @Option(help: ArgumentHelp("How many pages it has.", valueName: "number"))
    var pages: Int?

    @Option(help: ArgumentHelp("The body that decided on it.", valueName: "body"))
    var decidedBy: String?

    @Option(
        help: ArgumentHelp("The day on which that body decided.", valueName: "date"),
        transform: dateArgument
    )
    var decidedOn: CivilDate?

    @Option(help: ArgumentHelp("What is new in it.", valueName: "words"))
    var note: String = ""

    @OptionGroup var options: DocumentRecordingOptions

    func run() async throws {
        let document = try await options.recording.open().recordEdition(
            DocumentEdition(
                label,
                dated: dated,
                pages: pages,
                decidedBy: decidedBy,
                decidedOn: decidedOn,
                note: Prose(markup: note)
            ),
            of: id,
            effective: options.recording.on,
            by: try options.recording.author()
        )
        try options.say("Recorded edition \(label) of “\(document.name)”.", document)
    }
}

/// `committee document distribute`.
struct DocumentDistributeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distribute",
        abstract: "Record to whom an edition of a document went."
    )

    @Argument(help: "The document, by its short name.")
    var id: String

    @Option(
        help: ArgumentHelp(
            "A seat, an agency, a group or a body to which it went; repeat it.",
            valueName: "party"
        )
    )
    var to: [String]

    @Option(help: ArgumentHelp("How it went, such as e-mail.", valueName: "words"))
    var means: String = ""

    @Option(help: ArgumentHelp("The edition; the last one when left out.", valueName: "label"))
    var edition: String?

    @Option(
        help: ArgumentHelp("The day by which they are to confirm it.", valueName: "date"),
        transform: dateArgument
    )
    var confirmBy: CivilDate?

    @Option(help: ArgumentHelp("A remark.", valueName: "words"))
    var note: String = ""

    @OptionGroup var options: DocumentRecordingOptions

    func run() async throws {
        let document = try await options.recording.open().distributeDocument(
            id,
            DocumentDistribution(
                to: to,
                edition: edition,
                means: means,
                confirmBy: confirmBy,
                note: Prose(markup: note)
            ),
            effective: options.recording.on,
            by: try options.recording.author()
        )
        let sent = document.distributions.last
        try options.say(
            "Recorded that edition \(sent?.edition ?? "") of “\(document.name)” went to "
                + "\(sent?.to.joined(separator: ", ") ?? "").",
            document
        )
    }
}

/// `committee document confirm`.
struct DocumentConfirmCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Record that a seat or an agency confirmed that it has a document and knows it.",
        discussion: """
            An agency may count its people: --count says how many confirmed, and --out-of how many it \
            asked. The last confirmation of a party for an edition counts.
            """
    )

    @Argument(help: "The document, by its short name.")
    var id: String

    @Argument(help: "The seat, agency, group or body that confirmed.")
    var party: String

    @Option(help: ArgumentHelp("How many of its people confirmed.", valueName: "number"))
    var count: Int?

    @Option(help: ArgumentHelp("How many people it asked.", valueName: "number"))
    var outOf: Int?

    @Option(help: ArgumentHelp("The edition; the last one when left out.", valueName: "label"))
    var edition: String?

    @Option(help: ArgumentHelp("A remark.", valueName: "words"))
    var note: String = ""

    @OptionGroup var options: DocumentRecordingOptions

    func run() async throws {
        let document = try await options.recording.open().confirmDocument(
            id,
            DocumentConfirmation(
                by: party,
                edition: edition,
                count: count,
                outOf: outOf,
                note: Prose(markup: note)
            ),
            effective: options.recording.on,
            by: try options.recording.author()
        )
        let heard = document.confirmations.last
        let counted = heard?.countInWords.map { ": \($0)" } ?? ""
        try options.say(
            "Recorded that \(heard?.party ?? party) confirmed edition \(heard?.edition ?? "") of "
                + "“\(document.name)”\(counted).",
            document
        )
    }
}

/// `committee document review`.
struct DocumentReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Record that a document was reviewed."
    )

    @Argument(help: "The document, by its short name.")
    var id: String

    @Argument(help: "What came of it, such as “No change”.")
    var outcome: String

    @Option(
        help: ArgumentHelp(
            "The day by which it is reviewed again; worked out from its interval when left out.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var next: CivilDate?

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp(
            "The meeting that considered it, such as cpc/2024-02-06#3.",
            valueName: "meeting"
        )
    )
    var meeting: String?

    @Option(help: ArgumentHelp("A remark.", valueName: "words"))
    var note: String = ""

    @OptionGroup var options: DocumentRecordingOptions

    func run() async throws {
        let document = try await options.recording.open().reviewDocument(
            id,
            DocumentReview(outcome, meeting: meeting, next: next, note: Prose(markup: note)),
            effective: options.recording.on,
            by: try options.recording.author()
        )
        let next = document.nextReview.map { "The next review is due by \(PlanWords.date($0))." }
        try options.say(
            "Recorded the review of “\(document.name)”. \(next ?? "No next review is set.")",
            document
        )
    }
}

/// `committee document withdraw`.
struct DocumentWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Record that a document is no longer in force."
    )

    @Argument(help: "The document, by its short name.")
    var id: String

    @Option(
        help: ArgumentHelp(
            "The document that takes its place, by its short name.",
            valueName: "document"
        )
    )
    var replacedBy: String?

    @Option(help: ArgumentHelp("Why.", valueName: "words"))
    var reason: String = ""

    @OptionGroup var options: DocumentRecordingOptions

    func run() async throws {
        let document = try await options.recording.open().withdrawDocument(
            id,
            DocumentWithdrawal(reason: Prose(markup: reason), replacedBy: replacedBy),
            effective: options.recording.on,
            by: try options.recording.author()
        )
        let other = replacedBy.map { "; “\($0)” takes its place" } ?? ""
        try options.say("Withdrew “\(document.name)”\(other).", document)
    }
}
#endif
