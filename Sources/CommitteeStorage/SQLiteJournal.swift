// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
public import CommitteeKit
import GRDB
import Glibc

/// The journals of several committees in one SQLite file.
///
/// Several programs may use the file at once; each append is one transaction that survives a crash
/// and a power cut. The file is in WAL mode, so `-wal` and `-shm` files stand beside it while it is
/// open.
///
/// ```swift
/// let store = try SQLiteJournal.create(at: "council.sqlite")
/// try await store.createCommittee("north-cpc", name: "North Child Protection Committee")
/// ```
public final class SQLiteJournal: JournalStore {
    /// The path of the file.
    public let path: String
    let context: JournalContext
    let queue: DatabaseQueue

    /// The highest version of the tables that this library reads.
    public static var schemaVersion: Int { StoreSchema.version }

    /// Opens a store that exists.
    ///
    /// A store of an older version is brought up to date.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - context: The time, randomness and digest to use.
    ///   - busyTimeout: How long to wait for another program that holds the store.
    /// - Throws: ``JournalError``: `notFound` when there is no file; `corrupt` or `refused` when it
    ///   is not a store; `newerVersion` when a newer version of this library wrote it; `locked` when
    ///   another program holds it.
    public convenience init(
        path: String,
        context: JournalContext = .system,
        busyTimeout: Duration = .seconds(5)
    ) throws(JournalError) {
        try StoreFile.checkExists(path)
        try self.init(opening: path, context: context, busyTimeout: busyTimeout)
        try checkVersion()
    }

    /// Makes a new store and opens it.
    ///
    /// Only the user who makes the file may read it; a host that shares it changes its permissions.
    ///
    /// - Parameters:
    ///   - path: The path of the file, where nothing may stand yet.
    ///   - context: The time, randomness and digest to use.
    ///   - busyTimeout: How long to wait for another program that holds the store.
    /// - Returns: The store, without committees.
    /// - Throws: ``JournalError``: `duplicate` when something is there already; `notFound` when the
    ///   folder is missing; `full` when there is no room.
    public static func create(
        at path: String,
        context: JournalContext = .system,
        busyTimeout: Duration = .seconds(5)
    ) throws(JournalError) -> SQLiteJournal {
        try StoreFile.claim(path)
        do {
            let journal = try SQLiteJournal(
                opening: path,
                context: context,
                busyTimeout: busyTimeout
            )
            try journal.logAhead()
            try journal.performNow { database in
                try StoreSchema.bringUpToDate(database, from: 0)
            }
            return journal
        } catch {
            StoreFile.remove(path)
            throw error
        }
    }

    private init(
        opening path: String,
        context: JournalContext,
        busyTimeout: Duration
    ) throws(JournalError) {
        self.path = path
        self.context = context
        var configuration = Configuration()
        let (seconds, attoseconds) = busyTimeout.components
        configuration.busyMode = .timeout(Double(seconds) + Double(attoseconds) / 1e18)
        configuration.label = "CommitteeStorage"
        // The journal mode is that of the file. GRDB's own setting of it would come after this
        // closure and flush the log only now and then (synchronous = NORMAL).
        configuration.prepareDatabase { database in
            // An append that was reported is on the disk, and what is erased is overwritten.
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
        }
        do {
            queue = try DatabaseQueue(path: StoreFile.plain(path), configuration: configuration)
        } catch {
            throw StoreFile.error(for: error, path: path)
        }
    }

    /// Puts a new file into WAL mode, which the file then keeps.
    private func logAhead() throws(JournalError) {
        do {
            try queue.writeWithoutTransaction { database in
                let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
                guard mode == "wal" else {
                    throw DatabaseError(message: "no write-ahead log can be kept here")
                }
            }
        } catch {
            throw StoreFile.error(for: error, path: path)
        }
    }

    private func checkVersion() throws(JournalError) {
        let found: (application: Int, version: Int, isEmpty: Bool)
        do {
            found = try queue.read { database in
                (
                    try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
                )
            }
        } catch {
            throw StoreFile.error(for: error, path: path)
        }
        guard found.application == StoreSchema.applicationID else {
            throw found.isEmpty ? StoreFile.isEmpty(path) : StoreFile.isForeign(path)
        }
        guard found.version <= StoreSchema.version else {
            throw StoreFile.isNewer(path, version: found.version)
        }
        guard found.version < StoreSchema.version else { return }
        try performNow { database in
            // Another program may have done it since.
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            try StoreSchema.bringUpToDate(database, from: version)
        }
    }

    // MARK: Transactions

    /// Does something in one transaction, without suspending.
    private func performNow(_ body: (Database) throws -> Void) throws(JournalError) {
        do {
            try queue.write(body)
        } catch {
            throw StoreFile.error(for: error, path: path)
        }
    }

    /// Does something in one transaction: all of it is kept, or none.
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(JournalError) -> Result {
        do {
            return try await queue.write(body)
        } catch {
            throw StoreFile.error(for: error, path: path)
        }
    }

    /// Reads from one state of the store.
    func read<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(JournalError) -> Result {
        do {
            return try await queue.read(body)
        } catch {
            throw StoreFile.error(for: error, path: path)
        }
    }
}

extension SQLiteJournal {
    /// Runs a closure while this store holds the right to write, for tests of locking.
    package func holdingTheLock(_ body: @escaping @Sendable () throws -> Void) async throws {
        try await queue.write { _ in try body() }
    }

    /// Runs SQL, for tests of stores that are damaged, full or newer.
    package func run(sql: String) async throws {
        try await queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// Returns the first column of what SQL answers on the connection that writes, for tests.
    package func answer(to sql: String) async throws -> [String] {
        try await queue.writeWithoutTransaction { try String.fetchAll($0, sql: sql) }
    }
}
#endif
