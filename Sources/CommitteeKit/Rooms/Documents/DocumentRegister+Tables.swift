// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The documents as scripts read them: `edition.documents` and the tables of what happened to them.

extension DocumentRegister {
    /// The tables of documents, editions, recipients and reviews.
    public var tables: [RoomTable] {
        let id = Column<CommitteeDocument>(
            "id",
            "The identifier by which texts cite it.",
            .text { $0[$1].id }
        )
        return [
            RoomTable(
                "documents",
                of: "document",
                "A document of the committee: a policy, a protocol, a leaflet.",
                documents,
                [id] + CommitteeDocument.table.columns
            ),
            RoomTable(
                "document_editions",
                of: "document_edition",
                "An edition of a document.",
                documents.flatMap { document in
                    document.editions.map { DocumentRow(document: document.id, part: $0) }
                },
                DocumentRow<DocumentEdition>.columns
            ),
            RoomTable(
                "document_recipients",
                of: "document_recipient",
                "A seat, an agency or a body to which an edition of a document went, or that confirmed it.",
                documents.flatMap(\.recipientRows),
                DocumentRow<DocumentRecipient>.columns
            ),
            RoomTable(
                "document_reviews",
                of: "document_review",
                "A review of a document.",
                documents.flatMap { document in
                    document.reviews.map { DocumentRow(document: document.id, part: $0) }
                },
                DocumentRow<DocumentReview>.columns
            ),
        ]
    }
}

extension CommitteeDocument {
    static let editionColumns: [Column<CommitteeDocument>] = [
        Column(
            "edition",
            "The label of the last edition, if one is recorded.",
            .optionalText { $0[$1].currentEdition?.label }
        ),
        Column(
            "edition_dated",
            "The day that the last edition bears.",
            .optionalDate { $0[$1].currentEdition?.dated }
        ),
        Column(
            "pages",
            "How many pages the last edition has, if somebody counted.",
            .optionalInteger { $0[$1].currentEdition?.pages }
        ),
        Column(
            "decided_by",
            "The body that decided on the last edition.",
            .optionalText { $0[$1].currentEdition?.decidedBy }
        ),
        Column(
            "decided_on",
            "The day on which that body decided.",
            .optionalDate { $0[$1].currentEdition?.decidedOn }
        ),
    ]

    static let reviewColumns: [Column<CommitteeDocument>] = [
        Column(
            "reviewed_on",
            "The day of the last review.",
            .optionalDate { $0[$1].reviews.last?.on }
        ),
        Column(
            "next_review",
            "The day by which it is next to be reviewed, set or worked out; none once withdrawn.",
            .optionalDate { $0[$1].nextReview }
        ),
    ]

    static let withdrawalColumns: [Column<CommitteeDocument>] = [
        Column(
            "withdrawn_on",
            "The day on which it was withdrawn.",
            .optionalDate { $0[$1].withdrawal?.on }
        ),
        Column(
            "replaced_by",
            "The identifier of the document that takes its place.",
            .optionalText { $0[$1].withdrawal?.replacedBy }
        ),
    ]

    /// To whom each edition went and who confirmed it, each party once for an edition.
    fileprivate var recipientRows: [DocumentRow<DocumentRecipient>] {
        receipts.flatMap { receipt in
            let heard = confirmations.filter { $0.edition == receipt.edition }
            let others = heard.map(\.party).filter { !receipt.recipients.contains($0) }
            return (receipt.recipients + others).map { party in
                let confirmation = heard.first { $0.party == party }
                let sent = distributions.last {
                    $0.edition == receipt.edition && $0.to.contains(party)
                }
                return DocumentRow(
                    document: id,
                    part: DocumentRecipient(
                        party: party,
                        edition: receipt.edition,
                        sent: sent,
                        confirmation: confirmation
                    )
                )
            }
        }
    }
}

/// A part of a document, as scripts read it.
struct DocumentRow<Part: Sendable>: Sendable {
    var document: String
    var part: Part

    static func column(
        _ name: String,
        _ summary: String,
        _ values: Column<DocumentRow>.Values
    ) -> Column<DocumentRow> { Column(name, summary, values) }

    static var document: Column<DocumentRow> {
        Column("document", "The identifier of the document.", .text { $0[$1].document })
    }
}

/// A party to which an edition went, or that confirmed it.
struct DocumentRecipient: Sendable {
    var party: String
    var edition: String
    var sent: DocumentDistribution?
    var confirmation: DocumentConfirmation?
}

extension DocumentRow where Part == DocumentEdition {
    static var columns: [Column<DocumentRow>] {
        [
            document, column("label", "What it is called.", .text { $0[$1].part.label }),
            column("dated", "The day that it bears.", .optionalDate { $0[$1].part.dated }),
            column("pages", "How many pages it has.", .optionalInteger { $0[$1].part.pages }),
            column(
                "decided_by",
                "The body that decided on it.",
                .optionalText { $0[$1].part.decidedBy }
            ),
            column(
                "decided_on",
                "The day on which that body decided.",
                .optionalDate { $0[$1].part.decidedOn }
            ),
            column("note", "What is new in it.", .text { $0[$1].part.note.plainText }),
        ]
    }
}

extension DocumentRow where Part == DocumentRecipient {
    static var columns: [Column<DocumentRow>] {
        [
            document, column("edition", "The label of the edition.", .text { $0[$1].part.edition }),
            column(
                "party",
                "The seat, the agency or the body.",
                .text { $0[$1].part.party }
            ),
            column(
                "sent_on",
                "The day on which it last went there.",
                .optionalDate { $0[$1].part.sent?.on }
            ),
            column(
                "means",
                "How it went, such as e-mail.",
                .optionalText { $0[$1].part.sent.flatMap { $0.means.isEmpty ? nil : $0.means } }
            ),
            column(
                "confirm_by",
                "The day by which it is to be confirmed.",
                .optionalDate { $0[$1].part.sent?.confirmBy }
            ),
            column(
                "confirmed_on",
                "The day on which it was confirmed.",
                .optionalDate { $0[$1].part.confirmation?.on }
            ),
            column(
                "people",
                "How many people of the party confirmed, when it counted them.",
                .optionalInteger { $0[$1].part.confirmation?.count }
            ),
            column(
                "out_of",
                "How many people the party counted altogether.",
                .optionalInteger { $0[$1].part.confirmation?.outOf }
            ),
        ]
    }
}

extension DocumentRow where Part == DocumentReview {
    static var columns: [Column<DocumentRow>] {
        [
            document, column("on", "The day of the review.", .optionalDate { $0[$1].part.on }),
            column("outcome", "What came of it.", .text { $0[$1].part.outcome }),
            column(
                "meeting",
                "The meeting that considered it.",
                .optionalText { $0[$1].part.meeting }
            ),
            column(
                "next",
                "The day of the next review that was set then.",
                .optionalDate { $0[$1].part.next }
            ),
            column("note", "A remark.", .text { $0[$1].part.note.plainText }),
        ]
    }
}
