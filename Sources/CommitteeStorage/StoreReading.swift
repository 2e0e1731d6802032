// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import Foundation
import GRDB

/// A committee's number in the store, and where its journal ends.
struct StoredCommittee {
    let id: CommitteeID
    let number: Int64
    let digestName: String
    let last: (sequence: Int, hash: [UInt8], recordedAt: RecordedInstant)?

    var lastSequence: Int { last?.sequence ?? 0 }
}

extension Row {
    /// Returns what stands in a column, or throws when a damaged store has something else there.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
        _ column: Int
    ) throws -> Value {
        try decode(Value.self, atIndex: column)
    }

    /// Returns the bytes of a column.
    func bytes(_ column: Int) throws -> [UInt8] { [UInt8](try value(column) as Data) }
}

/// What is read from the tables of a store.
extension Database {
    func committee(_ id: CommitteeID, checkingHead: Bool = true) throws -> StoredCommittee {
        let found = try first(
            sql: """
                SELECT number, digest, sequence, hash, recorded
                FROM committee LEFT JOIN entry ON entry.committee = committee.number
                WHERE committee.id = ? ORDER BY sequence DESC LIMIT 1
                """,
            { $0.bind(id.rawValue) },
            read: { row in
                try StoredCommittee(
                    id: id,
                    number: row.number(0),
                    digestName: row.text(1),
                    last: row.isNull(2)
                        ? nil
                        : (
                            Int(row.number(2)), row.bytes(3),
                            RecordedInstant(milliseconds: row.number(4))
                        )
                )
            }
        )
        guard let committee = found else { throw JournalRules.noSuchCommittee(id) }
        if checkingHead { try checkHead(of: committee) }
        return committee
    }

    func entries(
        of committee: StoredCommittee,
        after sequence: Int,
        limit: Int
    ) throws -> [Entry] {
        let rows = try Row.fetchAll(
            cachedStatement(
                sql: """
                    SELECT sequence, id, subject_kind, subject_id, kind, version, payload,
                        effective, effective_is_bound, author, recorded, idempotency_key,
                        previous_hash, hash
                    FROM entry WHERE committee = ? AND sequence > ? ORDER BY sequence LIMIT ?
                    """
            ),
            arguments: [committee.number, sequence, max(0, limit)]
        )
        guard let first = rows.first, let last = rows.last else { return [] }
        for (place, row) in rows.enumerated() {
            let found: Int = try row.value(0)
            // A number is as good as a page of a file, so nothing is counted from it.
            guard found == max(0, sequence) &+ place &+ 1 else {
                throw JournalError(
                    .corrupt,
                    "Entry \(max(0, sequence) &+ place &+ 1) of “\(committee.id)” is missing: the next one"
                        + " is \(found). The store is damaged. " + StoreFile.restoring
                )
            }
        }
        let texts = try texts(
            of: committee,
            from: try first.value(0),
            through: try last.value(0)
        )
        return try rows.map { try entry(from: $0, of: committee, texts: texts) }
    }

    private func texts(
        of committee: StoredCommittee,
        from first: Int,
        through last: Int
    ) throws -> [Int: [EntryText]] {
        let rows = try Row.fetchCursor(
            cachedStatement(
                sql: """
                    SELECT sequence, name, digest, salt, text, erased_in, erased_at, erased_by,
                        erased_because
                    FROM entry_text WHERE committee = ? AND sequence BETWEEN ? AND ?
                    """
            ),
            arguments: [committee.number, first, last]
        )
        var texts: [Int: [EntryText]] = [:]
        while let row = try rows.next() {
            let content: EntryText.Content
            if let salt = try row.value(3) as Data?, let text = try row.value(4) as Data? {
                content = .kept(text: String(decoding: text, as: UTF8.self), salt: [UInt8](salt))
            } else {
                let reason = (try row.value(8) as Data?).map { String(decoding: $0, as: UTF8.self) }
                content = try .erased(
                    Erasure(
                        by: row.value(7) as String? ?? "",
                        reason: reason ?? "",
                        at: RecordedInstant(milliseconds: row.value(6) as Int64? ?? 0),
                        sequence: row.value(5) as Int? ?? 0
                    )
                )
            }
            texts[try row.value(0), default: []].append(
                try EntryText(name: row.value(1), digest: row.bytes(2), content: content)
            )
        }
        return texts
    }

    private func entry(
        from row: Row,
        of committee: StoredCommittee,
        texts: [Int: [EntryText]]
    ) throws -> Entry {
        let sequence: Int = try row.value(0)
        let payload: String = try row.value(6)
        let day: String = try row.value(7)
        guard let effective = CivilDate(iso: day) else {
            throw JournalError(
                .corrupt,
                "Entry \(sequence) of “\(committee.id)” has no readable date. "
                    + StoreFile.restoring
            )
        }
        let read: JSONNode
        do {
            read = try JSONReader.read(Array(payload.utf8), source: "payload")
        } catch {
            throw JournalError(
                .corrupt,
                "The payload of entry \(sequence) of “\(committee.id)” is not readable. "
                    + StoreFile.restoring,
                cause: error
            )
        }
        return try Entry(
            committee: committee.id,
            sequence: sequence,
            id: EntryID(rawValue: row.value(1)),
            subject: SubjectReference(kind: SubjectKind(row.value(2)), id: row.value(3)),
            kind: EntryKind(row.value(4)),
            version: row.value(5),
            payload: read.value,
            texts: (texts[sequence] ?? []).sorted { $0.name < $1.name },
            effective: effective,
            effectiveIsBound: row.value(8),
            by: row.value(9),
            recordedAt: RecordedInstant(milliseconds: row.value(10)),
            idempotencyKey: row.value(11),
            previousHash: row.bytes(12),
            hash: row.bytes(13)
        )
    }

    func owner(
        of reference: ExternalReference,
        in committee: StoredCommittee
    ) throws -> SubjectReference? {
        try Row.fetchOne(
            cachedStatement(
                sql: """
                    SELECT subject_kind, subject_id FROM external_id
                    WHERE committee = ? AND source = ? AND id = ?
                    """
            ),
            arguments: [committee.number, reference.source, reference.id]
        ).map { try SubjectReference(kind: SubjectKind($0.value(0)), id: $0.value(1)) }
    }
}
#endif
