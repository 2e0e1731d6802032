// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import GRDB
import GRDBSQLite
import Glibc

/// How a store is opened: as its file and its folder allow.
package enum StoreAccess: Sendable {
    /// Reading and writing.
    case writing
    /// Reading a file that may not be written, in a folder where SQLite may keep its own files.
    case reading
    /// Reading a file beside which nothing can be kept. Nobody changes it meanwhile, or the reading fails.
    case readingStill

    /// Returns how a store can be opened.
    static func possible(at path: String) -> StoreAccess {
        let file = StoreFile.plain(path)
        guard access(StoreFile.folder(of: path), W_OK) == 0 else {
            // Entries that are only in the log are read with the log, if its index is there to be read.
            return StoreFile.hasLog(path) ? .reading : .readingStill
        }
        return access(file, W_OK) == 0 ? .writing : .reading
    }

    /// The name by which SQLite opens the file.
    func name(of path: String) -> String {
        guard self == .readingStill else { return StoreFile.plain(path) }
        let encoded = StoreFile.plain(path).utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                String(UnicodeScalar(byte))
            default: "%" + Hexadecimal.text([byte])
            }
        }.joined()
        return "file:\(encoded)?immutable=1"
    }

    /// How long one waits before one tries again, in milliseconds.
    private static let pause = 2

    /// Returns what a connection to a store is to be.
    func configuration(busyTimeout: Duration) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = self != .writing
        // SQLite's own waiting sleeps longer and longer, up to a tenth of a second, and so gives way to
        // whoever has just come. With many programs at it, somebody would wait in vain.
        configuration.busyMode = .callback { tries in
            let waited = Duration.milliseconds(tries * Self.pause)
            guard waited < busyTimeout else { return false }
            usleep(UInt32(Self.pause * 1_000) + UInt32.random(in: 0..<1_000))
            return true
        }
        configuration.label = "CommitteeStorage"
        // The journal mode is that of the file. GRDB's own setting of it would come after this
        // closure and flush the log only now and then (synchronous = NORMAL).
        configuration.prepareDatabase { database in
            // A file that comes from elsewhere may hold a text that fills the memory, or functions in
            // its schema that are not ours.
            sqlite3_limit(
                database.sqliteConnection,
                SQLITE_LIMIT_LENGTH,
                Int32(StoreFile.greatestValue)
            )
            // An append that was reported is on the disk, and what is erased is overwritten.
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
                    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON
                    """
            )
        }
        return configuration
    }
}

/// What tells a file from itself after a change.
struct StillFile: Hashable, Sendable {
    private let values: [UInt64]
    private let time: [UInt8]

    /// Looks at the file of a store.
    init(_ path: String) {
        var status = stat()
        guard stat(StoreFile.plain(path), &status) == 0 else {
            (values, time) = ([], [])
            return
        }
        values = [
            UInt64(status.st_ino), UInt64(status.st_size), StoreFile.hasLog(path) ? 1 : 0,
        ]
        time = withUnsafeBytes(of: status.st_mtim) { Array($0) }
    }
}

extension StoreFile {
    /// The folder of a store.
    static func folder(of path: String) -> String {
        let name = plain(path)
        return name.lastIndex(of: "/").map { String(name[...$0]) } ?? "./"
    }

    /// Whether a log with something in it stands beside a store.
    static func hasLog(_ path: String) -> Bool {
        var status = stat()
        return stat(plain(path) + "-wal", &status) == 0 && status.st_size > 0
    }

    /// Whether a log stands beside a store that no program is using: its writer ended early, or it is that
    /// of another store.
    static func hasLogOfNobody(_ path: String) -> Bool {
        guard hasLog(path) else { return false }
        var status = stat()
        guard stat(plain(path) + "-shm", &status) == 0 else { return true }
        // A program that uses the store holds a lock of its index. The index is not opened here: closing it
        // would let go of the locks that this program itself may have.
        guard let locks = contents(of: "/proc/locks") else { return false }
        let inode = ":\(status.st_ino)"
        return !locks.split(separator: "\n").contains { line in
            line.split(separator: " ").contains { $0.hasSuffix(inode) }
        }
    }

    private static func contents(of path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            guard count > 0 else {
                return count == 0 ? String(decoding: bytes, as: UTF8.self) : nil
            }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Where the journals of a file end without its log; none when it cannot be read alone, as in the middle of
    /// being written.
    private static func headsAlone(_ path: String, busyTimeout: Duration) -> [JournalHead] {
        let access = StoreAccess.readingStill
        let heads = try? {
            let queue = try DatabaseQueue(
                path: access.name(of: path),
                configuration: access.configuration(busyTimeout: busyTimeout)
            )
            defer { try? queue.close() }
            return try queue.writeWithoutTransaction { database -> [JournalHead] in
                guard try StoreStructure.problems(in: database, atMost: 1).isEmpty else {
                    return []
                }
                return try database.heads()
            }
        }()
        return heads ?? []
    }

    /// Throws when the log beside a store that nobody uses does not fit the store.
    ///
    /// SQLite takes any log for the store's own. Where it was left by another store, it would be written
    /// into this one. So the two are read together first, by a connection that cannot write: together they
    /// must be whole, chained, and hold what the file alone holds.
    static func checkLog(
        _ path: String,
        busyTimeout: Duration,
        _ digest: Digest
    ) throws(JournalError) {
        guard hasLogOfNobody(path) else { return }
        let problem: String?
        let alone = headsAlone(path, busyTimeout: busyTimeout)
        do {
            let queue = try DatabaseQueue(
                path: plain(path),
                configuration: StoreAccess.reading.configuration(busyTimeout: busyTimeout)
            )
            defer { try? queue.close() }
            problem = try queue.writeWithoutTransaction { database in
                let isEmpty =
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
                // Making a store was interrupted: opening it will say so.
                if isEmpty, alone.isEmpty { return nil }
                if let problem = try StoreStructure.problems(in: database, atMost: 1).first {
                    return problem
                }
                if let gone = try alone.first(where: { try !database.hasEntry(of: $0) }) {
                    return gone.sequence == 0
                        ? "with the log, the committee “\(gone.committee)” is gone."
                        : "with the log, entry \(gone.sequence) of “\(gone.committee)” is gone or another one."
                }
                // Pages of two moments of one store may look whole; their chains do not.
                return try database.journals(by: digest).problems.first.map {
                    "with the log, the journal is not as it was recorded: \($0)"
                }
            }
        } catch let error as DatabaseError
            where [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CANTOPEN, .SQLITE_READONLY].contains(
                error.resultCode
            )
        {
            // Somebody else has begun to use it, or it cannot be looked at: opening it will say so.
            return
        } catch {
            problem = (error as? DatabaseError)?.message ?? "\(error)"
        }
        guard let problem else { return }
        throw JournalError(
            .corrupt,
            "Beside the store at \(path) stands \(path)-wal, the log of a program that ended early, and the"
                + " two do not fit: \(problem) If the store was copied or restored over another one, the log"
                + " is that of the other: move \(path)-wal and \(path)-shm away, keep them, and open the"
                + " store again. Else restore a copy, with none of the three left."
        )
    }
}
#endif
