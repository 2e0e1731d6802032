// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import Foundation
import GRDB

/// What is written to the tables of a store, always within a transaction.
extension Database {
    func keep(_ entry: Entry, in committee: StoredCommittee) throws {
        try insert(
            sql: """
                INSERT INTO entry (committee, sequence, id, subject_kind, subject_id, kind, version,
                    payload, effective, effective_is_bound, author, recorded, idempotency_key,
                    previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ) { row in
            row.bind(committee.number)
            row.bind(Int64(entry.sequence))
            row.bind(entry.id.rawValue)
            row.bind(entry.subject.kind.rawValue)
            row.bind(entry.subject.id)
            row.bind(entry.kind.rawValue)
            row.bind(Int64(entry.version))
            row.bind(text: entry.payload.canonicalBytes)
            row.bind(entry.effective.description)
            row.bind(entry.effectiveIsBound ? 1 : 0)
            row.bind(entry.by)
            row.bind(entry.recordedAt.milliseconds)
            row.bind(entry.idempotencyKey)
            row.bind(blob: entry.previousHash)
            row.bind(blob: entry.hash)
        }
        for text in entry.texts {
            guard case .kept(let kept, let salt) = text.content else { continue }
            try insert(
                sql: """
                    INSERT INTO entry_text (committee, sequence, name, digest, salt, text)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """
            ) { row in
                row.bind(committee.number)
                row.bind(Int64(entry.sequence))
                row.bind(text.name)
                row.bind(blob: text.digest)
                row.bind(blob: salt)
                row.bind(blob: Array(kept.utf8))
            }
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
