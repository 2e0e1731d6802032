// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee document`: the register of the committee's documents.
struct DocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Keep the register of the committee's documents.",
        discussion: """
            Policies, procedures, protocols, frameworks, guidance, leaflets, pages, training calendars and \
            strategies: who answers for each, its editions and who decided on them, when it is reviewed, \
            where it is published, to whom it went, and who confirmed.

              committee document add joint-protocol "Joint protocol" --kind Protocol \\
                --review-months 24
              committee document edition joint-protocol 2 --decided-by cpc \\
                --decided-on 2023-03-23 --pages 40
              committee document distribute joint-protocol --to police --to "Lead Nurse" \\
                --means e-mail
              committee document confirm joint-protocol police --count 140 --out-of 206
              committee document review joint-protocol "No change" --next 2025-03-31
              committee document list --overdue
              committee document sheet -o documents.txt

            Texts cite a document by page: “joint-protocol pp. 17-19” in an action's evidence or in a \
            minute. “committee document list” says which of these lead nowhere.

            Store and author come from COMMITTEE_STORE and COMMITTEE_BY where they are not given. As a \
            report for the committee, and as the page that the public may read:

              committee report council.sqlite --format standard/documents -o documents.html
              committee report council.sqlite --format standard/published-documents \\
                -o page.html
            """,
        subcommands: [
            DocumentListCommand.self, DocumentShowCommand.self, DocumentAddCommand.self,
            DocumentChangeCommand.self, DocumentEditionCommand.self,
            DocumentDistributeCommand.self, DocumentConfirmCommand.self,
            DocumentReviewCommand.self, DocumentWithdrawCommand.self, DocumentSheetCommand.self,
        ],
        defaultSubcommand: DocumentListCommand.self
    )
}

/// The store, who records something of a document, and when it holds.
struct DocumentRecordingOptions: ParsableArguments {
    @OptionGroup var recording: MeetingRecordingOptions

    /// Says what was recorded of a document, as a sentence or as JSON.
    func say(_ sentence: String, _ document: CommitteeDocument) throws {
        try recording.say(sentence, document.json)
    }
}

/// The fields of a document, as options.
struct DocumentFieldOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What sort of document it is, such as Policy.", valueName: "words"))
    var kind: String?

    @Option(
        help: ArgumentHelp("The role, group or body that answers for it.", valueName: "party")
    )
    var owner: String?

    @Option(help: ArgumentHelp("For whom it is written, such as All staff.", valueName: "words"))
    var readers: String?

    @Option(
        help: ArgumentHelp("Where it is published; repeat it.", valueName: "address or place")
    )
    var publishedAt: [String] = []

    @Option(
        help: ArgumentHelp(
            "The widest audience that may know of it: public, partners, committee or restricted.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience?

    @Option(
        help: ArgumentHelp("The day by which it is to be reviewed.", valueName: "date"),
        transform: dateArgument
    )
    var reviewDate: CivilDate?

    @Option(
        help: ArgumentHelp("After how many months it is reviewed each time.", valueName: "number")
    )
    var reviewMonths: Int?

    /// Puts what was given into a document.
    func set(on document: inout CommitteeDocument) {
        if let kind { document.kind = kind }
        if let owner { document.owner = owner }
        if let readers { document.readers = readers }
        if !publishedAt.isEmpty { document.publishedAt = publishedAt }
        if let audience { document.audience = audience }
        if let reviewDate { document.reviewDate = reviewDate }
        if let reviewMonths { document.reviewMonths = reviewMonths }
    }

    /// Whether anything was given.
    var isGiven: Bool {
        var document = CommitteeDocument(id: "any")
        set(on: &document)
        return document != CommitteeDocument(id: "any") || audience != nil
    }
}

/// `committee document add`.
struct DocumentAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a document to the register."
    )

    @Argument(help: "Its short name, by which texts cite it, such as joint-protocol.")
    var id: String

    @Argument(help: "What it is called.")
    var title: String

    @OptionGroup var fields: DocumentFieldOptions
    @OptionGroup var options: DocumentRecordingOptions

    func run() async throws {
        var document = CommitteeDocument(id: id)
        document.title = title
        fields.set(on: &document)
        let added = try await options.recording.open().addDocument(
            document,
            effective: options.recording.on,
            by: try options.recording.author()
        )
        try options.say(
            "Added “\(added.name)”; texts cite it as “\(added.id) p. 1”. It is for the audience "
                + "“\(added.audience.rawValue)”.",
            added
        )
    }
}

/// `committee document change`.
struct DocumentChangeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change what the register says of a document."
    )

    @Argument(help: "The document, by its short name.")
    var id: String

    @Option(help: ArgumentHelp("What it is called.", valueName: "words"))
    var title: String?

    @OptionGroup var fields: DocumentFieldOptions
    @OptionGroup var options: DocumentRecordingOptions

    func validate() throws {
        guard title != nil || fields.isGiven else {
            throw ValidationError("Nothing is to change. Give an option such as --owner.")
        }
    }

    func run() async throws {
        let changed = try await options.recording.open().changeDocument(
            id,
            effective: options.recording.on,
            by: try options.recording.author()
        ) { document in
            if let title { document.title = title }
            fields.set(on: &document)
        }
        try options.say("Changed what the register says of “\(changed.name)”.", changed)
    }
}
#endif
