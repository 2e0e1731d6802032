// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something in the register of documents that does not fit together, or that a committee should know.
public struct DocumentFinding: Hashable, Sendable {
    /// What sort of finding it is, such as `review-overdue`.
    public var kind: String
    /// The document, or the action or meeting whose text cites one.
    public var subject: SubjectReference
    /// What was found, and what to do.
    public var message: String

    init(_ kind: String, _ subject: SubjectReference, _ message: String) {
        self.kind = kind
        self.subject = subject
        self.message = message
    }

    /// The finding for programs.
    public var json: JSONValue {
        [
            "kind": .string(kind), "subject": .string(subject.description),
            "message": .string(message),
        ]
    }
}

extension Edition {
    /// Looks through the register of documents, and through the texts that cite them.
    ///
    /// - Returns: The findings, document by document, and then the citations that lead nowhere.
    /// - Complexity: O(*n*) in the size of the register and of the texts.
    public func documentFindings() -> [DocumentFinding] {
        let parties = Parties(of: self)
        return documents.filter { $0.withdrawal == nil }.flatMap { document in
            reviewFindings(document) + nameFindings(document, parties)
        } + citationFindings()
    }

    private func reviewFindings(_ document: CommitteeDocument) -> [DocumentFinding] {
        let subject = SubjectReference.document(document.id)
        let name = document.inSentence
        var found: [DocumentFinding] = []
        switch document.standing(on: asOf) {
        case .overdue:
            let day = document.nextReview ?? asOf
            found.append(
                DocumentFinding(
                    "review-overdue",
                    subject,
                    "\(name) was to be reviewed by \(day.inWords), \(Self.days(asOf - day)) ago. Review "
                        + "it, or set another day."
                )
            )
        case .undated:
            found.append(
                DocumentFinding(
                    "review-not-set",
                    subject,
                    document.reviewMonths == nil
                        ? "\(name) has no day of review. Set a day, or after how many months it is reviewed."
                        : "\(name) is reviewed every \(document.reviewMonths ?? 0) months, and has neither an edition nor "
                            + "a review from which they count. Record one."
                )
            )
        default: break
        }
        if document.editions.isEmpty {
            found.append(
                DocumentFinding(
                    "no-edition",
                    subject,
                    "\(name) has no edition. Record the one that is in force."
                )
            )
        }
        if let last = document.receipts.last, let until = last.confirmBy, until < asOf,
            !last.missing.isEmpty
        {
            found.append(
                DocumentFinding(
                    "confirmation-overdue",
                    subject,
                    "\(last.confirmed.count) of \(last.recipients.count) confirmed edition "
                        + "\(last.edition) of \(name.lowercasedFirst) by \(until.inWords). Outstanding: "
                        + "\(last.missing.joined(separator: ", "))."
                )
            )
        }
        return found
    }

    /// Names that mean nobody, or somebody who is not there any more.
    private func nameFindings(_ document: CommitteeDocument, _ parties: Parties)
        -> [DocumentFinding]
    {
        guard committeeProfile != nil else { return [] }
        var names: [(what: String, name: String)] = []
        if let owner = document.owner { names.append(("The owner", owner)) }
        if let body = document.currentEdition?.decidedBy {
            names.append(("The deciding body", body))
        }
        if let last = document.receipts.last {
            names += last.recipients.map { ("A recipient", $0) }
        }
        return names.compactMap { what, name in
            let message: String
            switch parties.party(named: name) {
            case .found(let party) where party.isPresent: return nil
            case .found: message = "is no longer there. Name another."
            case .several(let several):
                let list = several.map(\.name).joined(separator: ", ")
                message = "may be one of several: \(list). Say which."
            case .unknown(let closest):
                message =
                    "is no seat, group or body of the committee."
                    + (closest.map { " Did you mean “\($0)”?" }
                        ?? " Record it with committee structure, or correct it.")
            }
            return DocumentFinding(
                "name-unknown",
                .document(document.id),
                "\(what) of \(document.inSentence.lowercasedFirst), “\(name)”, \(message)"
            )
        }
    }

    private func citationFindings() -> [DocumentFinding] {
        let known = Dictionary(documents.map { ($0.id, $0) }) { first, _ in first }
        return documentCitations().compactMap { citation in
            let (reference, place) = (citation.reference, citation.place.sentence)
            guard let document = known[reference.document] else {
                return DocumentFinding(
                    "citation-unknown",
                    citation.subject,
                    "\(place) cites “\(reference)”, and the register has no document “"
                        + "\(reference.document)”. "
                        + ClosestName.suggestion(
                            for: reference.document,
                            in: documents.map(\.id)
                        )
                )
            }
            guard let pages = document.editions.compactMap(\.pages).max(),
                let beyond = reference.pages.first(where: { $0.upperBound > pages })
            else { return nil }
            return DocumentFinding(
                "citation-beyond",
                citation.subject,
                "\(place) cites page \(beyond.upperBound) of “\(document.name)”, which has "
                    + "\(pages) \(pages == 1 ? "page" : "pages"). Correct the page, or the number of pages."
            )
        }
    }

    private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}
