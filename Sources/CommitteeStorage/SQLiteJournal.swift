// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
public import CommitteeKit
import GRDB
import GRDBSQLite
import Glibc
import Synchronization

/// The journals of several committees in one SQLite file.
///
/// Several programs may use the file at once, and many tasks of one program; each append is whole or not
/// there, and survives a crash and a power cut. Appends that come while another is flushed to the disk are
/// flushed together. The file is in WAL mode, so `-wal` and `-shm` files stand beside it while it is
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
    let changes = StoreChanges()
    let closing = Atomic(false)
    /// The connection that reads while another writes; none before the first reading.
    let reading = Mutex<DatabaseQueue?>(nil)
    let observer: HostObserver
    private let access: StoreAccess
    private let busyTimeout: Duration
    /// What the file was like when it was opened, where nothing can be kept beside it.
    private let still: StillFile?

    /// The highest version of the tables that this library reads.
    public static var schemaVersion: Int { StoreSchema.version }

    /// Opens a store that exists.
    ///
    /// A store of an older version is brought up to date; a copy of it is kept first, beside it, under a name
    /// that ends in `.before-schema-2` or the like. A file that may not be written, or that stands in a folder
    /// that may not, is opened for reading.
    ///
    /// What the file is made of is held against what a store is made of before anything is asked of it. Where
    /// a program ended early and left its log, the two are checked together first.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - context: The time, randomness and digest to use.
    ///   - busyTimeout: How long to wait for another program that holds the store.
    ///   - observer: What hears of what the store does.
    /// - Throws: `JournalError`: `notFound` when there is no file; `corrupt` or `refused` when it
    ///   is not a store; `newerVersion` when a newer version of this library wrote it; `locked` when
    ///   another program holds it.
    public convenience init(
        path: String,
        context: JournalContext = .system,
        busyTimeout: Duration = .seconds(30),
        observer: HostObserver = .none
    ) throws(JournalError) {
        try StoreFile.checkExists(path)
        try self.init(
            path: path,
            as: StoreAccess.possible(at: path),
            context: context,
            busyTimeout: busyTimeout,
            observer: observer
        )
    }

    /// Opens a store that exists, in one of the ways in which a store can be opened.
    package convenience init(
        path: String,
        as access: StoreAccess,
        context: JournalContext = .system,
        busyTimeout: Duration = .seconds(30),
        observer: HostObserver = .none
    ) throws(JournalError) {
        if access != .readingStill {
            try StoreFile.checkLog(path, busyTimeout: busyTimeout, context.digest)
        }
        try self.init(
            opening: path,
            as: access,
            context: context,
            busyTimeout: busyTimeout,
            observer: observer
        )
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
    ///   - observer: What hears of what the store does.
    /// - Returns: The store, without committees.
    /// - Throws: `JournalError`: `duplicate` when something is there already; `notFound` when the
    ///   folder is missing; `full` when there is no room.
    public static func create(
        at path: String,
        context: JournalContext = .system,
        busyTimeout: Duration = .seconds(30),
        observer: HostObserver = .none
    ) throws(JournalError) -> SQLiteJournal {
        try StoreFile.claim(path)
        do {
            let journal = try SQLiteJournal(
                opening: path,
                as: .writing,
                context: context,
                busyTimeout: busyTimeout,
                observer: observer
            )
            try journal.logAhead()
            try journal.performNow { database in
                try StoreSchema.bringUpToDate(database, from: 0, context)
            }
            return journal
        } catch {
            StoreFile.remove(path)
            throw error
        }
    }

    private init(
        opening path: String,
        as access: StoreAccess,
        context: JournalContext,
        busyTimeout: Duration,
        observer: HostObserver
    ) throws(JournalError) {
        self.path = path
        self.context = context
        self.access = access
        self.busyTimeout = busyTimeout
        self.observer = observer
        still = access == .readingStill ? StillFile(path) : nil
        do {
            queue = try DatabaseQueue(
                path: access.name(of: path),
                configuration: access.configuration(busyTimeout: busyTimeout)
            )
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
        try checkShape(found.version)
        guard found.version < StoreSchema.version, !queue.configuration.readonly else { return }
        try keepCopy(before: StoreSchema.version)
        let context = context
        try performNow { database in
            // Another program may have done it since.
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            guard version < StoreSchema.version else { return }
            try StoreSchema.bringUpToDate(database, from: version, context)
        }
        observer.log(
            HostObserver.Event(
                .info,
                "store.upgraded",
                "A store of version \(found.version) was brought up to version \(StoreSchema.version);"
                    + " a copy was kept beside it.",
                details: ["path": path]
            )
        )
    }

    /// Throws when the store is not made as one of its version is.
    private func checkShape(_ version: Int) throws(JournalError) {
        let differences: [String]
        do {
            differences = try queue.read { database in
                try StoreShape.differences(in: database, version: version)
            }
        } catch {
            throw StoreFile.error(for: error, path: path)
        }
        guard let first = differences.first else { return }
        throw JournalError(
            .corrupt,
            "The store at \(path) is not made as a store of CommitteeKit: \(first) Nothing was read from it. "
                + StoreFile.restoring
        )
    }

    /// Keeps a copy of a store that is about to be brought up to date.
    private func keepCopy(before version: Int) throws(JournalError) {
        let copy = "\(path).before-schema-\(version)"
        // A program that was ended in the middle of copying leaves the part behind.
        let part = "\(copy).\(getpid()).part"
        StoreFile.remove(part)
        try StoreFile.claim(part)
        do {
            try queue.writeWithoutTransaction { database in
                try database.execute(
                    sql: "VACUUM INTO ?",
                    arguments: [StoreFile.plain(part)]
                )
            }
            try StoreFile.flush(part)
            try StoreFile.rename(part, to: copy)
        } catch {
            StoreFile.remove(part)
            throw StoreFile.error(for: error, path: path)
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

    /// Reads from one state of the store.
    func read<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(JournalError) -> Result {
        try checkOpen()
        let start = observer.start()
        let result: Result
        do {
            result = try await reader().unsafeRead { database in
                // GRDB's own way compiles four statements for each reading.
                try database.run(.beginReading)
                defer { try? database.run(.commit) }
                return try body(database)
            }
        } catch {
            try checkStill()
            throw noted(StoreFile.error(for: error, path: path))
        }
        try checkStill()
        observer.finish("store.read", since: start)
        return result
    }

    /// Tells the observer of an error.
    func noted(_ error: JournalError) -> JournalError {
        let level: HostObserver.Level? =
            switch error.code {
            case .locked, .unavailable: .warning
            case .corrupt, .full, .outcomeUnknown, .newerVersion: .error
            default: nil
            }
        observer.count("store.failures", 1, labels: ["code": error.code.description])
        if let level {
            observer.log(
                HostObserver.Event(
                    level,
                    "store.failed",
                    error.message,
                    details: ["code": error.code.description, "path": path]
                )
            )
        }
        return error
    }

    /// Returns the connection for reading: one of its own, so that nobody waits for a long append to read.
    private func reader() throws -> DatabaseQueue {
        guard access == .writing else { return queue }
        return try reading.withLock { reading in
            if let reading { return reading }
            let new = try DatabaseQueue(
                path: access.name(of: path),
                configuration: access.configuration(busyTimeout: busyTimeout)
            )
            reading = new
            return new
        }
    }

    /// Throws when a file that is read as it stands was changed meanwhile.
    private func checkStill() throws(JournalError) {
        guard let still, StillFile(path) != still else { return }
        throw JournalError(
            .unavailable,
            "The store at \(path) was changed while it was read, and its folder may not be written, so nothing"
                + " could hold the two apart. Open it again."
        )
    }
}

extension SQLiteJournal {
    /// Runs a closure while this store holds the right to write, for tests of locking.
    package func holdingTheLock(_ body: @escaping @Sendable () throws -> Void) async throws {
        try await queue.write { _ in try body() }
    }

    /// Runs SQL without the limits of a store, for tests of stores that are damaged, full or newer.
    package func run(sql: String) async throws {
        try await queue.writeWithoutTransaction { database in
            let connection = database.sqliteConnection
            sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 1_000_000_000)
            defer {
                sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Int32(StoreFile.greatestValue))
            }
            try database.execute(sql: sql)
        }
    }

    /// Returns the first column of what SQL answers on the connection that writes, for tests.
    package func answer(to sql: String) async throws -> [String] {
        try await queue.writeWithoutTransaction { try String.fetchAll($0, sql: sql) }
    }
}
#endif
