// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
public import CommitteeKit
import GRDB

extension SQLiteJournal {
    /// The digest with which the store chains what is recorded.
    public var digest: Digest { context.digest }

    /// Returns the committees of the store, sorted by identifier.
    public func committees() async throws(JournalError) -> [CommitteeSummary] {
        let found = try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id, name, (SELECT coalesce(max(sequence), 0) FROM entry
                        WHERE entry.committee = committee.number)
                    FROM committee
                    """
            ).map {
                try CommitteeSummary(
                    id: CommitteeID($0.value(0)),
                    name: $0.value(1),
                    lastSequence: $0.value(2)
                )
            }
        }
        return found.sorted { $0.id < $1.id }
    }

    /// Adds a committee with an empty journal.
    public func createCommittee(_ id: CommitteeID, name: String) async throws(JournalError) {
        try JournalRules.check(newCommittee: id, name: name)
        let context = context
        let digestName = context.digest.name
        try await write { database in
            let isTaken =
                try Bool.fetchOne(
                    database,
                    sql: "SELECT count(*) > 0 FROM committee WHERE id = ?",
                    arguments: [id.rawValue]
                ) ?? false
            guard !isTaken else { throw JournalRules.committeeExists(id) }
            try database.execute(
                sql: "INSERT INTO committee (id, name, digest) VALUES (?, ?, ?)",
                arguments: [id.rawValue, name, digestName]
            )
            let made = try database.committee(id, checkingHead: false)
            try database.keepHead(of: made, named: name, context.digest)
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
        let context = context
        let receipt = try await write { database in
            let stored = try database.committee(committee, chainedWith: context.digest)
            return try database.append(drafts, to: stored, expecting, idempotencyKey, context)
        }
        if !receipt.wasReplay { observer.count("store.entries", receipt.entries.count) }
        return receipt
    }

    /// Does several things to a journal, all of them or none.
    ///
    /// What is erased is overwritten as ``erase(_:of:in:by:reason:on:)`` says.
    @discardableResult
    public func perform(
        _ steps: [JournalStep],
        in committee: CommitteeID,
        expecting: JournalExpectation?
    ) async throws(JournalError) -> [Entry] {
        for step in steps { try JournalRules.check(step) }
        let context = context
        let (entries, hasErased) = try await write { database in
            let first = try database.committee(committee, chainedWith: context.digest)
            try database.check(expecting, in: first)
            var hasErased = false
            for step in steps {
                let stored = try database.committee(committee)
                switch step {
                case .append(let drafts, let key):
                    _ = try database.append(drafts, to: stored, nil, key, context)
                case .erase(let text, let sequence, let by, let reason, let day):
                    hasErased = true
                    let erasing = Erasing(text: text, sequence, by: by, reason: reason, on: day)
                    _ = try database.erase(erasing, in: stored, context)
                }
            }
            let entries = try database.entries(of: first, after: first.lastSequence, limit: .max)
            return (entries, hasErased)
        }
        if hasErased { await emptyTheLog() }
        return entries
    }

    /// Returns the number of the last entry of a committee, 0 when there is none.
    public func lastSequence(of committee: CommitteeID) async throws(JournalError) -> Int {
        try await read { try $0.committee(committee).lastSequence }
    }

    /// Returns the next entries of a committee, in order.
    public func page(
        of committee: CommitteeID,
        after sequence: Int,
        limit: Int
    ) async throws(JournalError) -> [Entry] {
        try await read { database in
            try database.entries(
                of: try database.committee(committee),
                after: sequence,
                limit: limit
            )
        }
    }

    /// Erases a text for good and records that it was erased.
    ///
    /// The text is overwritten in the file, and the write-ahead log that may still hold it is
    /// emptied unless another program is reading from it.
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
        let context = context
        let record = try await write { database in
            let stored = try database.committee(committee, chainedWith: context.digest)
            let erasing = Erasing(text: name, sequence, by: by, reason: reason, on: day)
            return try database.erase(erasing, in: stored, context)
        }
        await emptyTheLog()
        return record
    }

    private func emptyTheLog() async {
        // A reader elsewhere can hold the log back; the next writer that is alone empties it.
        _ = try? await queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }

    /// Returns the subject for which another system's name stands, or `nil`.
    public func subject(
        for reference: ExternalReference,
        in committee: CommitteeID
    ) async throws(JournalError) -> SubjectReference? {
        try await read { database in
            try database.owner(of: reference, in: try database.committee(committee))
        }
    }

    /// Returns other systems' names for a subject, sorted by source and name.
    public func externalReferences(
        of subject: SubjectReference,
        in committee: CommitteeID
    ) async throws(JournalError) -> [ExternalReference] {
        let found = try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT source, id FROM external_id
                    WHERE committee = ? AND subject_kind = ? AND subject_id = ?
                    """,
                arguments: [
                    try database.committee(committee).number, subject.kind.rawValue, subject.id,
                ]
            ).map { try ExternalReference(source: $0.value(0), id: $0.value(1)) }
        }
        return found.sorted { ($0.source, $0.id) < ($1.source, $1.id) }
    }
}

/// What is to be erased, by whom and why.
private struct Erasing {
    let text: String
    let sequence: Int
    let by: String
    let reason: String
    let day: CivilDate

    init(text: String, _ sequence: Int, by: String, reason: String, on day: CivilDate) {
        self.text = text
        self.sequence = sequence
        self.by = by
        self.reason = reason
        self.day = day
    }
}

extension Database {
    /// Finds a committee whose journal is chained with a digest.
    fileprivate func committee(
        _ id: CommitteeID,
        chainedWith digest: Digest
    ) throws -> StoredCommittee {
        let committee = try committee(id)
        guard committee.digestName == digest.name else {
            throw JournalError(
                .refused,
                "The journal of “\(committee.id)” is chained with \(committee.digestName), not with"
                    + " \(digest.name). Open the store with that digest."
            )
        }
        return committee
    }

    fileprivate func check(
        _ expecting: JournalExpectation?,
        in committee: StoredCommittee
    ) throws {
        try JournalRules.check(expecting, last: committee.lastSequence) {
            try entries(of: committee, after: $0, limit: .max)
        }
    }

    fileprivate func append(
        _ drafts: [EntryDraft],
        to committee: StoredCommittee,
        _ expecting: JournalExpectation?,
        _ idempotencyKey: String?,
        _ context: JournalContext
    ) throws -> AppendReceipt {
        if let idempotencyKey,
            let earlier = try entries(of: committee, recordedUnder: idempotencyKey)
        {
            return try JournalRules.replay(
                earlier,
                of: drafts,
                key: idempotencyKey,
                digest: context.digest
            )
        }
        try check(expecting, in: committee)
        return try record(drafts, in: committee, idempotencyKey: idempotencyKey, context: context)
    }

    fileprivate func erase(
        _ erasing: Erasing,
        in committee: StoredCommittee,
        _ context: JournalContext
    ) throws -> Entry {
        let (name, sequence) = (erasing.text, erasing.sequence)
        guard sequence >= 1, sequence <= committee.lastSequence,
            let entry = try entries(of: committee, after: sequence - 1, limit: 1).first
        else { throw JournalRules.noSuchEntry(sequence, last: committee.lastSequence) }
        guard let text = entry.text(named: name) else {
            throw JournalRules.noSuchText(name, in: entry)
        }
        if let erasure = text.erasure,
            let record = try entries(of: committee, after: erasure.sequence &- 1, limit: 1).first
        {
            return record
        }
        var sealer = EntrySealer(committee: committee.id, after: committee.last, context: context)
        let record = sealer.sealErasing(
            of: name,
            in: entry,
            by: erasing.by,
            reason: erasing.reason,
            on: erasing.day
        )
        try keep(record, in: committee)
        try eraseText(
            name,
            of: sequence,
            in: committee,
            Erasure(
                by: erasing.by,
                reason: erasing.reason,
                at: record.recordedAt,
                sequence: record.sequence
            )
        )
        return record
    }

    fileprivate func entries(
        of committee: StoredCommittee,
        recordedUnder key: String
    ) throws -> [Entry]? {
        let range = try Row.fetchOne(
            cachedStatement(
                sql: "SELECT first, last FROM idempotency_key WHERE committee = ? AND key = ?"
            ),
            arguments: [committee.number, key]
        )
        guard let range else { return nil }
        let first: Int = try range.value(0)
        let last: Int = try range.value(1)
        return try entries(of: committee, after: first &- 1, limit: last &- first &+ 1)
    }

    fileprivate func record(
        _ drafts: [EntryDraft],
        in committee: StoredCommittee,
        idempotencyKey: String?,
        context: JournalContext
    ) throws -> AppendReceipt {
        var sealer = EntrySealer(committee: committee.id, after: committee.last, context: context)
        var entries: [Entry] = []
        for draft in drafts {
            if let reference = JournalRules.externalReference(in: draft) {
                let owner = try JournalRules.owner(
                    of: reference,
                    after: draft,
                    now: try owner(of: reference, in: committee)
                )
                try setOwner(of: reference, to: owner, in: committee)
            }
            let entry = sealer.seal(draft, idempotencyKey: idempotencyKey)
            try keep(entry, in: committee)
            entries.append(entry)
        }
        let receipt = AppendReceipt(entries: entries, wasReplay: false)
        if let idempotencyKey {
            try cachedStatement(
                sql: "INSERT INTO idempotency_key (committee, key, first, last) VALUES (?, ?, ?, ?)"
            ).execute(arguments: [
                committee.number, idempotencyKey, receipt.firstSequence, receipt.lastSequence,
            ])
        }
        return receipt
    }
}
#endif
