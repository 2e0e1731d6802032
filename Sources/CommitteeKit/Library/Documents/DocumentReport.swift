// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A report on the committee's documents: a document made of an edition.
///
/// ```swift
/// let page = DocumentReport.register.document(of: edition).render(.html)
/// ```
///
/// The reports are values in ``all``, so that the tool and a host list them and find them by name.
public struct DocumentReport: Sendable, Identifiable {
    /// The identifier of the report, such as `documents`.
    public let id: String
    /// What the report shows, in a sentence.
    public let summary: String
    private let make: @Sendable (Edition) -> Document

    /// The register, with what is overdue for review first.
    public static let register = DocumentReport(
        "documents",
        "The committee's documents: which are overdue for review, the register, and who confirmed."
    ) { edition in DocumentPage(edition).register }

    /// The documents in force that everybody may know of, whoever asks.
    public static let published = DocumentReport(
        "published-documents",
        "The documents in force that are public: what there is, for whom, and where."
    ) { edition in DocumentPage(edition.cut(for: .public)).published }

    /// All reports on documents.
    public static let all: [DocumentReport] = [register, published]

    private init(
        _ id: String,
        _ summary: String,
        _ make: @escaping @Sendable (Edition) -> Document
    ) {
        self.id = id
        self.summary = summary
        self.make = make
    }

    /// Makes the report.
    ///
    /// - Parameter edition: The edition of which it speaks.
    /// - Returns: The document.
    /// - Complexity: O(*n*) in the size of the register and of the texts that may cite it.
    public func document(of edition: Edition) -> Document { make(edition) }
}

/// What the reports on documents are made of.
private struct DocumentPage {
    let edition: Edition

    init(_ edition: Edition) { self.edition = edition }

    /// How many weeks ahead the register tells of reviews.
    static let weeksAhead = 12

    private var day: CivilDate { edition.asOf }
    private var name: String { edition.committeeProfile?.name ?? edition.name }
    private var inForce: [CommitteeDocument] {
        edition.documents.filter { $0.withdrawal == nil }
    }

    private func standing(_ standing: CommitteeDocument.Standing) -> [CommitteeDocument] {
        let found = inForce.filter { $0.standing(on: day) == standing }
        return found.enumerated().sorted { one, other in
            let (first, second) = (
                one.element.nextReview ?? .latest, other.element.nextReview ?? .latest
            )
            return first == second ? one.offset < other.offset : first < second
        }.map(\.element)
    }

    private func page(_ title: String, _ blocks: [Document.Block]) -> Document {
        let heading = "\(title): \(name)"
        return Document(
            title: heading,
            blocks: [.heading(1, heading), .paragraph("As at \(day.inWords).")] + blocks
        )
    }

    // MARK: The register

    var register: Document {
        let title = "Documents"
        guard !edition.documents.isEmpty else {
            return page(
                title,
                [
                    .notice(
                        .information,
                        "No document is recorded. Add one with committee document add, or fill in a sheet."
                    )
                ]
            )
        }
        return page(
            title,
            summary + overdue + coming + table + withdrawn + receipts + citations + findings
        )
    }

    private var summary: [Document.Block] {
        let counts: [(String, Prose)] = [
            ("Documents in force", Prose("\(inForce.count)")),
            ("Current", Prose("\(standing(.current).count)")),
            ("Review overdue", Prose("\(standing(.overdue).count)")),
            ("No review date", Prose("\(standing(.undated).count)")),
        ]
        return [.summary(counts)]
    }

    private var overdue: [Document.Block] {
        let late = standing(.overdue)
        guard !late.isEmpty else { return [] }
        return [
            .heading(2, "Overdue for review"),
            .bullets(
                late.map { document in
                    let due = document.nextReview ?? day
                    let days = day - due
                    return Prose(
                        "\(document.name): review was due by \(due.inWords), overdue by \(days) "
                            + "\(days == 1 ? "day" : "days")\(owner(of: document))"
                    )
                }
            ),
        ]
    }

    private var coming: [Document.Block] {
        let last = day + Self.weeksAhead * 7
        let next = standing(.current).filter { $0.nextReview ?? .latest <= last }
        guard !next.isEmpty else { return [] }
        return [
            .heading(2, "To be reviewed in the next \(Self.weeksAhead) weeks"),
            .bullets(
                next.map { document in
                    Prose(
                        "\(document.name): by \(document.nextReview?.inWords ?? "")"
                            + owner(of: document)
                    )
                }
            ),
        ]
    }

    private func owner(of document: CommitteeDocument) -> String {
        document.owner.map { " (\($0))" } ?? ""
    }

    private var table: [Document.Block] {
        guard !inForce.isEmpty else { return [] }
        let rows = inForce.map { document in
            Document.Table.Row.cells([
                .text(document.name), .text(document.kind ?? ""), .text(document.owner ?? ""),
                .text(editionWords(document)), .text(decision(document)),
                .text(document.nextReview?.inWords ?? ""),
                .text(document.standing(on: day).words),
                .text(document.publishedAt.joined(separator: ", ")), .text(document.id),
            ])
        }
        return [
            .heading(2, "Register"),
            .table(
                Document.Table(
                    caption: "Documents in force",
                    columns: [
                        .init("Document", isRowHeader: true), "Kind", "Owner", "Edition",
                        "Decided", "Next review", "Standing", "Published at", "Cited as",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    private func editionWords(_ document: CommitteeDocument) -> String {
        guard let edition = document.currentEdition else { return "None recorded" }
        return edition.label + (edition.dated.map { ", \($0.inWords)" } ?? "")
    }

    private func decision(_ document: CommitteeDocument) -> String {
        guard let edition = document.currentEdition, let body = edition.decidedBy else { return "" }
        return body + (edition.decidedOn.map { ", \($0.inWords)" } ?? "")
    }

    private var withdrawn: [Document.Block] {
        let gone = edition.documents.filter { $0.withdrawal != nil }
        guard !gone.isEmpty else { return [] }
        return [
            .heading(2, "Withdrawn"),
            .bullets(
                gone.map { document in
                    let day = document.withdrawal?.on.map { ", \($0.inWords)" } ?? ""
                    let other = document.withdrawal?.replacedBy.flatMap { id in
                        edition.documents.first { $0.id == id }
                    }
                    return Prose(
                        "\(document.name)\(day)\(other.map { "; replaced by \($0.name)" } ?? "")"
                    )
                }
            ),
        ]
    }

    private var receipts: [Document.Block] {
        let rows = inForce.flatMap { document in
            document.receipts.filter { $0.edition == document.currentEdition?.label }.map { one in
                let sent = one.recipients.count
                return Document.Table.Row.cells([
                    .text(document.name), .text(one.edition),
                    .text(one.recipients.joined(separator: ", ")),
                    .text(sent == 0 ? "" : "\(one.confirmed.count) of \(sent)"),
                    .text(one.missing.joined(separator: ", ")),
                    .text(one.peopleCounted == 0 ? "" : "\(one.people) of \(one.peopleCounted)"),
                ])
            }
        }
        guard !rows.isEmpty else { return [] }
        return [
            .heading(2, "Who has them"),
            .table(
                Document.Table(
                    caption: "Distribution of the editions in force",
                    columns: [
                        .init("Document", isRowHeader: true), "Edition", "Sent to", "Confirmed",
                        "Outstanding", "People who know it",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    private var citations: [Document.Block] {
        let known = Dictionary(edition.documents.map { ($0.id, $0.name) }) { first, _ in first }
        let lines = edition.documentCitations().compactMap { citation in
            known[citation.reference.document].map {
                Prose("\($0), \(citation.reference.pagesInWords): \(citation.place)")
            }
        }
        return lines.isEmpty ? [] : [.heading(2, "Where they are cited"), .bullets(lines)]
    }

    private var findings: [Document.Block] {
        guard edition.audience >= .committee else { return [] }
        let all = edition.documentFindings()
        guard !all.isEmpty else { return [] }
        return [.heading(2, "To be looked at"), .bullets(all.map { Prose($0.message) })]
    }

    // MARK: The public page

    var published: Document {
        let title = "Published documents"
        guard !inForce.isEmpty else {
            return page(title, [.paragraph("No document is published.")])
        }
        let rows = inForce.map { document in
            Document.Table.Row.cells([
                .text(document.name), .text(document.kind ?? ""), .text(document.readers ?? ""),
                .text(editionWords(document)),
                .text(document.publishedAt.joined(separator: ", ")),
            ])
        }
        return page(
            title,
            [
                .paragraph("Documents that are not public are left out."),
                .table(
                    Document.Table(
                        caption: "Published documents",
                        columns: [
                            .init("Document", isRowHeader: true), "Kind", "For whom", "Edition",
                            "Where",
                        ],
                        rows: rows
                    )
                ),
            ]
        )
    }
}
