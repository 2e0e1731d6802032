// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Adds a document to the register, with everything that its fields say.
    ///
    /// ```swift
    /// var document = CommitteeDocument(id: "joint-protocol")
    /// document.title = "Joint protocol"
    /// document.reviewMonths = 24
    /// try await committee.addDocument(document, by: "coordinator")
    /// ```
    ///
    /// Editions and whatever else happens to the document are recorded one by one.
    ///
    /// - Parameters:
    ///   - document: The document: its identifier, title and other fields.
    ///   - effective: The day from which it is in the register; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: The document as it stands then.
    /// - Throws: ``LibraryError`` when there is such a document already, or something of it cannot be;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func addDocument(
        _ document: CommitteeDocument,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> CommitteeDocument {
        let record = try await recordInDocuments(effective: effective, by: by, reason: reason) {
            record,
            parties in
            guard !record.documents.contains(where: { $0.id == document.id }) else {
                throw LibraryError(
                    .refused,
                    "There is a document “\(document.id)” already. Change that one, or choose another "
                        + "identifier."
                )
            }
            return document.settled(by: parties).facts(
                since: CommitteeDocument(id: document.id)
            )
        }
        return try record.document(document.id)
    }

    /// Changes fields of a document; what the closure leaves alone stays.
    ///
    /// - Parameters:
    ///   - id: The identifier of the document.
    ///   - effective: The day from which it holds; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    ///   - change: Sets fields of the document. Editions and events are recorded one by one.
    /// - Returns: The document as it stands then.
    /// - Throws: ``LibraryError`` when there is no such document, or it cannot be so; ``JournalError`` when
    ///   the store cannot take it.
    @discardableResult
    public func changeDocument(
        _ id: String,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil,
        _ change: (inout CommitteeDocument) -> Void
    ) async throws -> CommitteeDocument {
        let record = try await recordInDocuments(effective: effective, by: by, reason: reason) {
            record,
            parties in
            let before = try record.document(id)
            var document = before
            change(&document)
            return document.settled(by: parties).facts(since: before)
        }
        return try record.document(id)
    }

    /// Records an edition of a document, or more about one that is recorded.
    ///
    /// - Parameters:
    ///   - edition: The edition; one with the same label is replaced.
    ///   - id: The identifier of the document.
    ///   - effective: The day from which it holds; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: The document as it stands then.
    /// - Throws: ``LibraryError`` when there is no such document, or the edition cannot be;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func recordEdition(
        _ edition: DocumentEdition,
        of id: String,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> CommitteeDocument {
        try await recordInDocument(id, effective: effective, by: by, reason: reason) { parties in
            var edition = edition
            edition.decidedBy = edition.decidedBy.map(parties.named)
            return .documentEditionSet(edition)
        }
    }

    /// Records that an edition of a document went to people.
    ///
    /// - Parameters:
    ///   - id: The identifier of the document.
    ///   - distribution: To whom it went, and how.
    ///   - effective: The day on which it went; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: The document as it stands then.
    /// - Throws: ``LibraryError`` when there is no such document or edition; ``JournalError`` when the store
    ///   cannot take it.
    @discardableResult
    public func distributeDocument(
        _ id: String,
        _ distribution: DocumentDistribution,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> CommitteeDocument {
        try await recordInDocument(id, effective: effective, by: by, reason: nil) { parties in
            var distribution = distribution
            distribution.to = distribution.to.map(parties.named)
            return .documentDistributed(distribution)
        }
    }

    /// Records that a seat or an agency confirmed an edition of a document.
    ///
    /// - Parameters:
    ///   - id: The identifier of the document.
    ///   - confirmation: Who confirmed, and how many of its people.
    ///   - effective: The day of the confirmation; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: The document as it stands then.
    /// - Throws: ``LibraryError`` when there is no such document or edition, or the counts cannot be;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func confirmDocument(
        _ id: String,
        _ confirmation: DocumentConfirmation,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> CommitteeDocument {
        try await recordInDocument(id, effective: effective, by: by, reason: nil) { parties in
            var confirmation = confirmation
            confirmation.party = parties.named(confirmation.party)
            return .documentConfirmed(confirmation)
        }
    }

    /// Records that a document was reviewed.
    ///
    /// - Parameters:
    ///   - id: The identifier of the document.
    ///   - review: What came of it, and when it is next reviewed.
    ///   - effective: The day of the review; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: The document as it stands then.
    /// - Throws: ``LibraryError`` when there is no such document, or the next day cannot be;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func reviewDocument(
        _ id: String,
        _ review: DocumentReview,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> CommitteeDocument {
        try await recordInDocument(id, effective: effective, by: by, reason: nil) { _ in
            .documentReviewed(review)
        }
    }

    /// Records that a document is no longer in force.
    ///
    /// - Parameters:
    ///   - id: The identifier of the document.
    ///   - withdrawal: Why, and what takes its place.
    ///   - effective: The day of the withdrawal; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: The document as it stands then.
    /// - Throws: ``LibraryError`` when there is no such document or replacement; ``JournalError`` when the
    ///   store cannot take it.
    @discardableResult
    public func withdrawDocument(
        _ id: String,
        _ withdrawal: DocumentWithdrawal,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> CommitteeDocument {
        try await recordInDocument(id, effective: effective, by: by, reason: nil) { _ in
            .documentWithdrawn(withdrawal)
        }
    }

    private func recordInDocument(
        _ id: String,
        effective: CivilDate?,
        by: String,
        reason: String?,
        _ fact: (Parties) -> Change.Fact
    ) async throws -> CommitteeDocument {
        let record = try await recordInDocuments(effective: effective, by: by, reason: reason) {
            record,
            parties in
            _ = try record.document(id)
            return [Change(.document(id), fact(parties))]
        }
        return try record.document(id)
    }

    /// Records changes that are worked out of the record, anew when somebody recorded in between.
    private func recordInDocuments(
        effective: CivilDate?,
        by: String,
        reason: String?,
        _ changes: (Record, Parties) throws -> [Change]
    ) async throws -> Record {
        let day = effective ?? library.today()
        func wanted(_ record: Record) throws -> [Change] {
            let edition = Edition(
                of: record,
                committee: id.rawValue,
                name: name,
                asOf: day,
                audience: .restricted
            )
            return try changes(record, Parties(of: edition))
        }
        var entries = try await entries()
        let before = await Record.foldingInTurns(entries, in: library.rooms, asOf: day)
        guard try !wanted(before).isEmpty else { return before }
        let receipt = try await appendDecided(expecting: .untouched, idempotencyKey: nil) { seen in
            entries = seen
            let record = await Record.foldingInTurns(seen, in: library.rooms, asOf: day)
            let drafts = try wanted(record).map {
                $0.draft(effective: day, by: by, reason: reason)
            }
            try screen(drafts)
            return Decision(drafts: drafts, looksAtEverything: false)
        }
        return await Record.foldingInTurns(
            entries + receipt.entries,
            in: library.rooms,
            asOf: day
        )
    }
}

extension CommitteeDocument {
    /// The changes that make this document of an earlier state of it, field by field.
    func facts(since before: CommitteeDocument) -> [Change] {
        Self.table.declarations.compactMap { declaration in
            guard let comparison = declaration.ways.comparison.way,
                case .changed(let fact) = comparison.compare(self, before, before)
            else { return nil }
            return Change(.document(id), fact)
        }
    }

    /// The document with the owner's name as the record has it.
    func settled(by parties: Parties) -> CommitteeDocument {
        var document = self
        document.owner = owner.map(parties.named)
        return document
    }
}

extension Parties {
    /// The name that the record has for a party; the words as they are when they mean none, or several.
    func named(_ words: String) -> String { party(named: words).party?.name ?? words }
}

extension Record {
    /// The document of an identifier.
    fileprivate func document(_ id: String) throws(LibraryError) -> CommitteeDocument {
        if let found = documents.first(where: { $0.id == id }) { return found }
        throw LibraryError(
            .notFound,
            "There is no document “\(id)”. "
                + (documents.isEmpty
                    ? "Add it first; one that was added on a later day is not there yet."
                    : ClosestName.suggestion(for: id, in: documents.map(\.id)))
        )
    }
}
