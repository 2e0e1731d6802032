// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A journal that lives as long as the program: for tests, trials and previews.
///
/// ```swift
/// let journal = InMemoryJournal(context: context)
/// try await journal.createCommittee("north-cpc", name: "North Child Protection Committee")
/// ```
public final class InMemoryJournal: JournalStore {
    private let context: JournalContext
    private let books: Mutex<[CommitteeID: Book]> = Mutex([:])

    /// The journal of one committee.
    private struct Book {
        let name: String
        var entries: [Entry] = []
        var externalIDs: [ExternalReference: SubjectReference] = [:]
        var keys: [String: Range<Int>] = [:]
    }

    /// The digest with which it chains what is recorded.
    public var digest: Digest { context.digest }

    /// Creates a store without committees.
    public init(context: JournalContext) { self.context = context }

    /// Returns the committees of the store, sorted by identifier.
    public func committees() async throws(JournalError) -> [CommitteeSummary] {
        books.withLock { books in
            books.sorted { $0.key < $1.key }.map {
                CommitteeSummary(
                    id: $0.key,
                    name: $0.value.name,
                    lastSequence: $0.value.entries.count
                )
            }
        }
    }

    /// Adds a committee with an empty journal.
    public func createCommittee(_ id: CommitteeID, name: String) async throws(JournalError) {
        try JournalRules.check(newCommittee: id, name: name)
        try books.withLock { (books) throws(JournalError) in
            guard books[id] == nil else { throw JournalRules.committeeExists(id) }
            books[id] = Book(name: name)
        }
    }

    /// Records drafts, all of them or none.
    @discardableResult
    public func append(
        _ drafts: [EntryDraft],
        to committee: CommitteeID,
        expecting: JournalExpectation?,
        idempotencyKey: String?
    ) async throws(JournalError) -> AppendReceipt {
        try JournalRules.check(drafts, idempotencyKey: idempotencyKey)
        return try change(committee) { (book) throws(JournalError) in
            try append(drafts, to: committee, expecting, idempotencyKey, in: &book)
        }
    }

    private func append(
        _ drafts: [EntryDraft],
        to committee: CommitteeID,
        _ expecting: JournalExpectation?,
        _ idempotencyKey: String?,
        in book: inout Book
    ) throws(JournalError) -> AppendReceipt {
        if let idempotencyKey, let earlier = book.keys[idempotencyKey] {
            return try JournalRules.replay(
                Array(book.entries[earlier]),
                of: drafts,
                key: idempotencyKey,
                digest: context.digest
            )
        }
        let last = book.entries.count
        try check(expecting, in: book)
        var sealer = sealer(for: committee, in: book)
        for draft in drafts {
            if let reference = JournalRules.externalReference(in: draft) {
                book.externalIDs[reference] = try JournalRules.owner(
                    of: reference,
                    after: draft,
                    now: book.externalIDs[reference]
                )
            }
            book.entries.append(sealer.seal(draft, idempotencyKey: idempotencyKey))
        }
        if let idempotencyKey { book.keys[idempotencyKey] = last..<book.entries.count }
        return AppendReceipt(entries: Array(book.entries[last...]), wasReplay: false)
    }

    private func check(
        _ expecting: JournalExpectation?,
        in book: Book
    ) throws(JournalError) {
        do {
            try JournalRules.check(expecting, last: book.entries.count) {
                Array(book.entries.dropFirst($0))
            }
        } catch let error as JournalError {
            throw error
        } catch {
            throw JournalError(.unavailable, "The journal cannot be read: \(error)", cause: error)
        }
    }

    /// Does several things to a journal, all of them or none.
    @discardableResult
    public func perform(
        _ steps: [JournalStep],
        in committee: CommitteeID,
        expecting: JournalExpectation?
    ) async throws(JournalError) -> [Entry] {
        for step in steps { try JournalRules.check(step) }
        return try change(committee) { (book) throws(JournalError) in
            let last = book.entries.count
            try check(expecting, in: book)
            for step in steps {
                switch step {
                case .append(let drafts, let key):
                    _ = try append(drafts, to: committee, nil, key, in: &book)
                case .erase(let text, let sequence, let by, let reason, let day):
                    _ = try erase(text, of: sequence, in: committee, by, reason, day, &book)
                }
            }
            return Array(book.entries[last...])
        }
    }

    /// Returns the number of the last entry of a committee, 0 when there is none.
    public func lastSequence(of committee: CommitteeID) async throws(JournalError) -> Int {
        try read(committee).entries.count
    }

    /// Returns the next entries of a committee, in order.
    public func page(
        of committee: CommitteeID,
        after sequence: Int,
        limit: Int
    ) async throws(JournalError) -> [Entry] {
        Array(try read(committee).entries.dropFirst(max(0, sequence)).prefix(max(0, limit)))
    }

    /// Erases a text for good and records that it was erased.
    @discardableResult
    public func erase(
        _ name: String,
        of sequence: Int,
        in committee: CommitteeID,
        by: String,
        reason: String,
        on day: CivilDate
    ) async throws(JournalError) -> Entry {
        try JournalRules.check(erasingBy: by, reason: reason)
        return try change(committee) { (book) throws(JournalError) in
            try erase(name, of: sequence, in: committee, by, reason, day, &book)
        }
    }

    private func erase(
        _ name: String,
        of sequence: Int,
        in committee: CommitteeID,
        _ by: String,
        _ reason: String,
        _ day: CivilDate,
        _ book: inout Book
    ) throws(JournalError) -> Entry {
        guard sequence >= 1, sequence <= book.entries.count else {
            throw JournalRules.noSuchEntry(sequence, last: book.entries.count)
        }
        let entry = book.entries[sequence - 1]
        guard let text = entry.text(named: name) else {
            throw JournalRules.noSuchText(name, in: entry)
        }
        if let erasure = text.erasure { return book.entries[erasure.sequence - 1] }
        var sealer = sealer(for: committee, in: book)
        let record = sealer.sealErasing(of: name, in: entry, by: by, reason: reason, on: day)
        let erasure = Erasure(
            by: by,
            reason: reason,
            at: record.recordedAt,
            sequence: record.sequence
        )
        book.entries[sequence - 1] = entry.erasing(name, erasure)
        book.entries.append(record)
        return record
    }

    /// Returns the subject for which another system's name stands, or `nil`.
    public func subject(
        for reference: ExternalReference,
        in committee: CommitteeID
    ) async throws(JournalError) -> SubjectReference? {
        try read(committee).externalIDs[reference]
    }

    /// Returns other systems' names for a subject, sorted by source and name.
    public func externalReferences(
        of subject: SubjectReference,
        in committee: CommitteeID
    ) async throws(JournalError) -> [ExternalReference] {
        try read(committee).externalIDs.filter { $0.value == subject }.keys
            .sorted { ($0.source, $0.id) < ($1.source, $1.id) }
    }

    private func read(_ committee: CommitteeID) throws(JournalError) -> Book {
        guard let book = books.withLock({ $0[committee] }) else {
            throw JournalRules.noSuchCommittee(committee)
        }
        return book
    }

    /// Changes a copy of a committee's book, and puts it in place only when nothing was thrown.
    private func change<Result>(
        _ committee: CommitteeID,
        _ body: (inout Book) throws(JournalError) -> Result
    ) throws(JournalError) -> Result where Result: Sendable {
        try books.withLock { (books) throws(JournalError) in
            guard var book = books[committee] else {
                throw JournalRules.noSuchCommittee(committee)
            }
            let result = try body(&book)
            books[committee] = book
            return result
        }
    }

    private func sealer(for committee: CommitteeID, in book: Book) -> EntrySealer {
        let last = book.entries.last.map { ($0.sequence, $0.hash, $0.recordedAt) }
        return EntrySealer(committee: committee, after: last, context: context)
    }
}

extension Entry {
    /// Returns the entry with a gap in the place of a text.
    fileprivate func erasing(_ name: String, _ erasure: Erasure) -> Entry {
        let texts = texts.map { text in
            guard text.name == name else { return text }
            return EntryText(name: name, digest: text.digest, content: .erased(erasure))
        }
        return Entry(
            committee: committee,
            sequence: sequence,
            id: id,
            subject: subject,
            kind: kind,
            version: version,
            payload: payload,
            texts: texts,
            effective: effective,
            effectiveIsBound: effectiveIsBound,
            by: by,
            recordedAt: recordedAt,
            idempotencyKey: idempotencyKey,
            previousHash: previousHash,
            hash: hash
        )
    }
}
