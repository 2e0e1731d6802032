// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import GRDB
import GRDBSQLite

/// A statement that is run for every change, without arguments.
enum StoreStatement: String {
    /// Begins a transaction that writes.
    case begin = "BEGIN IMMEDIATE TRANSACTION"
    /// Begins to read from one state.
    case beginReading = "BEGIN DEFERRED TRANSACTION"
    /// Begins one change of several in a transaction.
    case beginChange = "SAVEPOINT one_change"
    /// Keeps the change with the others.
    case keepChange = "RELEASE one_change"
    /// Undoes the change alone.
    case undoChange = "ROLLBACK TO one_change"
    /// Keeps what was done.
    case commit = "COMMIT TRANSACTION"
}

/// Statements that are run so often that SQLite is asked itself, and each is compiled once.
extension Database {
    /// Runs a statement that answers nothing.
    func run(_ statement: StoreStatement) throws { try insert(sql: statement.rawValue) { _ in } }

    /// Runs a statement that answers nothing, with values that are bound as they are.
    func insert(sql: String, _ bind: (inout BoundRow) -> Void) throws {
        try withStatement(sql, bind) { statement, code in
            guard code == SQLITE_DONE else { throw failure(sql) }
        }
    }

    /// Returns what is read of the first row that a statement answers, or nil when it answers none.
    func first<Result>(
        sql: String,
        _ bind: (inout BoundRow) -> Void,
        read: (FoundRow) throws -> Result
    ) throws -> Result? {
        try withStatement(sql, bind) { statement, code in
            guard code != SQLITE_DONE else { return nil }
            guard code == SQLITE_ROW else { throw failure(sql) }
            return try read(FoundRow(statement: statement))
        }
    }

    private func withStatement<Result>(
        _ sql: String,
        _ bind: (inout BoundRow) -> Void,
        _ body: (OpaquePointer, Int32) throws -> Result
    ) throws -> Result {
        let statement = try cachedStatement(sql: sql).sqliteStatement
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
        var row = BoundRow(statement: statement)
        bind(&row)
        defer { sqlite3_reset(statement) }
        return try body(
            statement,
            row.failure == SQLITE_OK ? sqlite3_step(statement) : row.failure
        )
    }

    private func failure(_ sql: String) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqliteConnection)),
            message: String(cString: sqlite3_errmsg(sqliteConnection)),
            sql: sql
        )
    }
}

/// The values of a statement, bound one after another.
///
/// An append of many entries binds millions of values; each goes to SQLite without a value of GRDB's around it.
struct BoundRow {
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
                : sqlite3_bind_blob(
                    statement,
                    column,
                    blob,
                    Int32(clamping: blob.count),
                    Self.copied
                )
        )
    }
}

/// A row that was found, read while its statement stands on it.
struct FoundRow {
    let statement: OpaquePointer

    /// Whether a column holds nothing.
    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    /// The number in a column; a damaged store may have something else there.
    func number(_ column: Int32) throws -> Int64 {
        try check(column, SQLITE_INTEGER)
        return sqlite3_column_int64(statement, column)
    }

    /// The text in a column.
    func text(_ column: Int32) throws -> String {
        try check(column, SQLITE_TEXT)
        let count = Int(sqlite3_column_bytes(statement, column))
        guard let start = sqlite3_column_text(statement, column) else { return "" }
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// The bytes in a column.
    func bytes(_ column: Int32) throws -> [UInt8] {
        try check(column, SQLITE_BLOB)
        let count = Int(sqlite3_column_bytes(statement, column))
        guard let start = sqlite3_column_blob(statement, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    private func check(_ column: Int32, _ wanted: Int32) throws {
        guard sqlite3_column_type(statement, column) == wanted else {
            throw JournalError(
                .corrupt,
                "A row of the store holds something unexpected. The store is damaged. "
                    + StoreFile.restoring
            )
        }
    }
}
#endif
