// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The documents of a committee on a date.
public struct DocumentRegister: RoomState {
    /// The documents, in the order in which they were added.
    public var documents: [CommitteeDocument] = []

    /// Creates the state of a committee without documents.
    public init() {}

    /// Leaves out documents that are for a narrower audience and, for whoever is not of the committee, what
    /// the committee keeps of the others for itself: remarks, to whom they went, and who confirmed.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        let all = documents.count
        documents.removeAll { $0.audience > audience }
        omissions.note(all - documents.count, "documents", one: "document")
        guard audience < .restricted else { return }
        for place in documents.indices {
            if let other = documents[place].withdrawal?.replacedBy,
                !door.may(audience, knowOf: .document(other))
            {
                documents[place].withdrawal?.replacedBy = nil
            }
        }
        guard audience < .committee else { return }
        var count = 0
        for place in documents.indices where documents[place].leaveOutWhatTheCommitteeKeeps() {
            count += 1
        }
        omissions.note(count, "parts of documents", one: "part of a document")
    }

    /// Returns the card of a document, of the copies of an edition, or of the register as a whole.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        if subject == .documentRegister {
            let narrowest = documents.map(\.audience).max() ?? .public
            return SubjectCard(subject, name: "the register of documents", audience: narrowest)
        }
        guard subject.kind == "document" || subject.kind == "document-copies" else { return nil }
        return documents.lazy.compactMap { $0.card(of: subject) }.first
    }

    /// Says in words what has changed, document by document.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] {
        documents.flatMap { document in
            let before =
                earlier.documents.first { $0.id == document.id }
                ?? CommitteeDocument(id: document.id)
            return CommitteeDocument.table.sentences(
                from: before,
                to: document,
                of: document.inSentence
            ).map { EditionChange(.document(document.id), kind: $0.kind, sentence: $0.sentence) }
        }
    }

    /// Returns the documents; nothing of a committee that has none.
    public func exported(on day: CivilDate) -> JSONObject {
        guard !documents.isEmpty else { return [:] }
        return ["documents": .array(documents.map(\.json))]
    }

    /// The reviews that are due, and the confirmations that are outstanding.
    public func deadlines(through day: CivilDate) -> [RoomDeadline] {
        documents.filter { $0.withdrawal == nil }.flatMap { document -> [RoomDeadline] in
            let groups = document.kind.map { [$0] } ?? []
            var due: [RoomDeadline] = []
            if let review = document.nextReview, review <= day {
                due.append(
                    RoomDeadline(
                        .document(document.id),
                        kind: "document-review",
                        name: "the review of \(document.inSentence.lowercasedFirst)",
                        due: review,
                        leads: document.owner.map { [$0] } ?? [],
                        groups: groups
                    )
                )
            }
            // Only the last edition is waited for: whoever confirms it needs no earlier one.
            if let last = document.receipts.last, last.edition == document.currentEdition?.label,
                let until = last.confirmBy, until <= day, !last.missing.isEmpty
            {
                due.append(
                    RoomDeadline(
                        .documentCopies(ofEdition: last.number, of: document.id),
                        kind: "document-confirmation",
                        name: "the confirmation of edition \(last.edition) of "
                            + document.inSentence.lowercasedFirst,
                        due: until,
                        leads: last.missing,
                        groups: groups
                    )
                )
            }
            return due
        }
    }
}

extension CommitteeDocument {
    /// The document as exports and programs have it, without what is not known.
    public var json: JSONValue {
        let row = [self]
        return .object(
            JSONObject(
                [("id", JSONValue.string(id))]
                    + Self.table.jsonMembers.map { ($0.name, $0.value(row, 0)) }
                    .filter { !$0.1.isNull }
            )
        )
    }

    /// Leaves out what is for the committee alone; tells whether there was anything.
    fileprivate mutating func leaveOutWhatTheCommitteeKeeps() -> Bool {
        let before = self
        (distributions, confirmations) = ([], [])
        for place in editions.indices { editions[place].note = Prose() }
        for place in reviews.indices {
            reviews[place].note = Prose()
            reviews[place].outcome = ""
            reviews[place].meeting = nil
        }
        withdrawal?.reason = Prose()
        return self != before
    }
}

extension Record {
    /// The committee's documents, in the order in which they were added.
    public var documents: [CommitteeDocument] {
        get { self[DocumentRegister.self].documents }
        set { self[DocumentRegister.self].documents = newValue }
    }
}

extension Edition {
    /// The committee's documents of which the audience may know, in the order in which they were added.
    public var documents: [CommitteeDocument] {
        get { self[DocumentRegister.self].documents }
        set { self[DocumentRegister.self].documents = newValue }
    }
}
