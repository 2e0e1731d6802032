// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
public import CommitteeKit
import GRDB

extension SQLiteJournal {
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
        }
    }

    /// Records drafts, all of them or none.
    @discardableResult
    public func append(
        _ drafts: [EntryDraft],
        to committee: CommitteeID,
        expecting: Int?,
        idempotencyKey: String?
    ) async throws(JournalError) -> AppendReceipt {
        try JournalRules.check(drafts, idempotencyKey: idempotencyKey)
        let context = context
        return try await write { database in
            let stored = try database.committee(committee)
            try Self.check(stored, isChainedWith: context.digest)
            if let idempotencyKey,
                let earlier = try database.entries(of: stored, recordedUnder: idempotencyKey)
            {
                return try JournalRules.replay(
                    earlier,
                    of: drafts,
                    key: idempotencyKey,
                    digest: context.digest
                )
            }
            if let expecting, expecting != stored.lastSequence {
                let between =
                    expecting >= 0
                    ? try database.entries(of: stored, after: expecting, limit: .max) : []
                throw JournalRules.conflict(
                    expecting: expecting,
                    last: stored.lastSequence,
                    between: between
                )
            }
            return try database.record(
                drafts,
                in: stored,
                idempotencyKey: idempotencyKey,
                context: context
            )
        }
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
            let stored = try database.committee(committee)
            try Self.check(stored, isChainedWith: context.digest)
            guard sequence >= 1, sequence <= stored.lastSequence,
                let entry = try database.entries(of: stored, after: sequence - 1, limit: 1).first
            else { throw JournalRules.noSuchEntry(sequence, last: stored.lastSequence) }
            guard let text = entry.text(named: name) else {
                throw JournalRules.noSuchText(name, in: entry)
            }
            if let erasure = text.erasure,
                let record = try database.entries(
                    of: stored,
                    after: erasure.sequence &- 1,
                    limit: 1
                ).first
            {
                return record
            }
            var sealer = EntrySealer(committee: committee, after: stored.last, context: context)
            let record = sealer.sealErasing(of: name, in: entry, by: by, reason: reason, on: day)
            try database.keep(record, in: stored)
            try database.eraseText(
                name,
                of: sequence,
                in: stored,
                Erasure(by: by, reason: reason, at: record.recordedAt, sequence: record.sequence)
            )
            return record
        }
        // A reader elsewhere can hold the log back; the next writer that is alone empties it.
        _ = try? await queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        return record
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

    private static func check(
        _ committee: StoredCommittee,
        isChainedWith digest: Digest
    ) throws(JournalError) {
        guard committee.digestName == digest.name else {
            throw JournalError(
                .refused,
                "The journal of “\(committee.id)” is chained with \(committee.digestName), not with"
                    + " \(digest.name). Open the store with that digest."
            )
        }
    }
}

extension Database {
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
