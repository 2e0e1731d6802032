// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import Foundation
import GRDB
import GRDBSQLite

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

    /// Runs a statement that answers nothing, with values that are bound as they are.
    private func insert(sql: String, _ bind: (inout BoundRow) -> Void) throws {
        let statement = try cachedStatement(sql: sql).sqliteStatement
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
        var row = BoundRow(statement: statement)
        bind(&row)
        defer { sqlite3_reset(statement) }
        let code = row.failure == SQLITE_OK ? sqlite3_step(statement) : row.failure
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqliteConnection)),
                message: String(cString: sqlite3_errmsg(sqliteConnection)),
                sql: sql
            )
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

/// The values of a row that is to be inserted, one after another.
///
/// An append of many entries binds millions of values; each goes to SQLite without a value of GRDB's around it.
private struct BoundRow {
    let statement: OpaquePointer
    private var column: Int32 = 0
    /// The first failure, such as a value that is too long.
    private(set) var failure = SQLITE_OK
    /// SQLite copies what is bound.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(statement: OpaquePointer) { self.statement = statement }

    private mutating func note(_ code: Int32) {
        if failure == SQLITE_OK { failure = code }
    }

    mutating func bind(_ number: Int64) {
        column += 1
        note(sqlite3_bind_int64(statement, column, number))
    }

    mutating func bind(_ text: String?) {
        guard var text else {
            column += 1
            return note(sqlite3_bind_null(statement, column))
        }
        text.withUTF8 { bind(text: $0) }
    }

    mutating func bind(text: [UInt8]) { text.withUnsafeBufferPointer { bind(text: $0) } }

    private mutating func bind(text: UnsafeBufferPointer<UInt8>) {
        column += 1
        // No bytes at all may have no address, for which SQLite binds NULL.
        note(
            text.isEmpty
                ? sqlite3_bind_text(statement, column, "", 0, Self.copied)
                : text.withMemoryRebound(to: CChar.self) { text in
                    sqlite3_bind_text(
                        statement,
                        column,
                        text.baseAddress,
                        Int32(clamping: text.count),
                        Self.copied
                    )
                }
        )
    }

    mutating func bind(blob: [UInt8]) {
        column += 1
        note(
            blob.isEmpty
                ? sqlite3_bind_zeroblob(statement, column, 0)
                : sqlite3_bind_blob(statement, column, blob, Int32(clamping: blob.count), Self.copied)
        )
    }
}
#endif
