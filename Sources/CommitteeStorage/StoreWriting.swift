// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import Foundation
import GRDB

/// What is written to the tables of a store, always within a transaction.
extension Database {
    func keep(_ entry: Entry, in committee: StoredCommittee) throws {
        try cachedStatement(
            sql: """
                INSERT INTO entry (committee, sequence, id, subject_kind, subject_id, kind, version,
                    payload, effective, effective_is_bound, author, recorded, idempotency_key,
                    previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            committee.number, entry.sequence, entry.id.rawValue, entry.subject.kind.rawValue,
            entry.subject.id, entry.kind.rawValue, entry.version, entry.payload.canonicalText,
            entry.effective.description, entry.effectiveIsBound, entry.by,
            entry.recordedAt.milliseconds, entry.idempotencyKey, Data(entry.previousHash),
            Data(entry.hash),
        ])
        for text in entry.texts {
            guard case .kept(let kept, let salt) = text.content else { continue }
            try cachedStatement(
                sql: """
                    INSERT INTO entry_text (committee, sequence, name, digest, salt, text)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                committee.number, entry.sequence, text.name, Data(text.digest), Data(salt),
                Data(kept.utf8),
            ])
        }
    }

    func setOwner(
        of reference: ExternalReference,
        to owner: SubjectReference?,
        in committee: StoredCommittee
    ) throws {
        guard let owner else {
            try cachedStatement(
                sql: "DELETE FROM external_id WHERE committee = ? AND source = ? AND id = ?"
            ).execute(arguments: [committee.number, reference.source, reference.id])
            return
        }
        try cachedStatement(
            sql: """
                INSERT OR REPLACE INTO external_id
                    (committee, source, id, subject_kind, subject_id)
                VALUES (?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            committee.number, reference.source, reference.id, owner.kind.rawValue, owner.id,
        ])
    }

    func eraseText(
        _ name: String,
        of sequence: Int,
        in committee: StoredCommittee,
        _ erasure: Erasure
    ) throws {
        try cachedStatement(
            sql: """
                UPDATE entry_text SET salt = NULL, text = NULL, erased_in = ?, erased_at = ?,
                    erased_by = ?, erased_because = ?
                WHERE committee = ? AND sequence = ? AND name = ?
                """
        ).execute(arguments: [
            erasure.sequence, erasure.at.milliseconds, erasure.by, Data(erasure.reason.utf8),
            committee.number, sequence, name,
        ])
    }
}
#endif
