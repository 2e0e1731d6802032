// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import GRDB
import Glibc

/// The file of a store: whether it is there, and what to say when it will not do.
enum StoreFile {
    /// The greatest number of bytes of one text, payload or number of a row; SQLite refuses more.
    static let greatestValue = 64 << 20

    /// Returns a path that SQLite takes for a file and nothing else.
    static func plain(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

    /// Throws when there is no file at a path.
    static func checkExists(_ path: String) throws(JournalError) {
        try checkPath(path)
        var status = stat()
        guard stat(plain(path), &status) == 0 else {
            let reason = errno
            throw reason == ENOENT || reason == ENOTDIR
                ? JournalError(
                    .notFound,
                    "There is no store at \(path). Check the path, or create the store first."
                )
                : JournalError(
                    .unavailable,
                    "The store at \(path) cannot be opened: \(words(for: reason)). Check the"
                        + " permissions of the file and its folders."
                )
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw JournalError(
                .refused,
                "\(path) is not a file, so it is not a store. Check the path."
            )
        }
    }

    /// Makes an empty file at a path where nothing stands.
    static func claim(_ path: String) throws(JournalError) {
        try checkPath(path)
        for ending in ["-wal", "-shm", "-journal"] where path.hasSuffix(ending) {
            throw JournalError(
                .refused,
                "A store cannot be named \(path): SQLite keeps files of its own under names that end"
                    + " in “\(ending)”. Choose another name."
            )
        }
        let file = open(plain(path), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        let reason = errno
        guard file < 0 else {
            close(file)
            flushFolder(of: path)
            return
        }
        switch reason {
        case EEXIST:
            throw JournalError(
                .duplicate,
                "There is something at \(path) already. Open it as a store, or choose another path."
            )
        case ENOENT, ENOTDIR:
            throw JournalError(
                .notFound,
                "The folder for \(path) does not exist. Make the folder first."
            )
        case ENOSPC, EDQUOT:
            throw JournalError(.full, fullMessage(path))
        default:
            throw JournalError(
                .unavailable,
                "The store \(path) cannot be made: \(words(for: reason)). Choose a folder that you"
                    + " may write to."
            )
        }
    }

    /// Flushes the folder of a file, so that the name of a new file survives a power cut.
    ///
    /// SQLite does the same for the files that it makes itself. A folder that cannot be opened or
    /// flushed, as on some network file systems, is left to the file system.
    static func flushFolder(of path: String) {
        let folder = open(self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    /// Removes what was made of a store that could not be finished.
    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(plain(path) + suffix) }
    }

    private static func checkPath(_ path: String) throws(JournalError) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw JournalError(
                .refused,
                "The path of a store is empty or holds a NUL. Name a file."
            )
        }
    }

    private static func words(for code: Int32) -> String { String(cString: strerror(code)) }

    // MARK: Errors

    /// What to do about a store that is damaged.
    static let restoring =
        "Restore a copy: move the store away together with the files beside it whose names end in -wal and"
        + " -shm, and then put the copy in its place."

    static func isEmpty(_ path: String) -> JournalError {
        JournalError(
            .corrupt,
            "\(path) is empty: making the store was interrupted. Delete the file and create the"
                + " store again."
        )
    }

    static func isForeign(_ path: String) -> JournalError {
        JournalError(
            .refused,
            "\(path) is a SQLite database, but not a store of CommitteeKit. Check the path."
        )
    }

    static func isNewer(_ path: String, version: Int) -> JournalError {
        JournalError(
            .newerVersion,
            "\(path) was written by a newer CommitteeKit (schema \(version); this one reads up to"
                + " \(StoreSchema.version)). Upgrade CommitteeKit to open it."
        )
    }

    /// What SQLite reports when a file cannot be written, or be made longer.
    private static let growing: [ResultCode] = [
        .SQLITE_IOERR_WRITE, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE,
    ]

    private static func fullMessage(_ path: String) -> String {
        "There is no room left for the store at \(path), and nothing was recorded. Make room on the"
            + " disk and try again."
    }

    /// Returns what an error of SQLite means for the person who asked.
    static func error(for error: any Error, path: String) -> JournalError {
        if let error = error as? JournalError { return error }
        if error is CancellationError { return JournalRules.cancelled(cause: error) }
        if let error = error as? StoreCommitError {
            return JournalError(
                .outcomeUnknown,
                "The disk failed while the store at \(path) was flushed, so it is not known whether this"
                    + " was recorded. Check the disk; then repeat it under the same idempotency key, or"
                    + " look in the journal first.",
                cause: error.cause
            )
        }
        guard let error = error as? DatabaseError else {
            return JournalError(
                .corrupt,
                "The store at \(path) holds something unexpected. " + restoring,
                cause: error
            )
        }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return JournalError(
                .locked,
                "Another program is using the store at \(path), and nothing was recorded. Try again"
                    + " when it is done.",
                cause: error
            )
        case .SQLITE_FULL:
            return JournalError(.full, fullMessage(path), cause: error)
        case .SQLITE_NOTADB:
            return JournalError(
                .corrupt,
                "\(path) is not a SQLite database, so it is not a store. Check the path.",
                cause: error
            )
        case .SQLITE_CORRUPT:
            return JournalError(
                .corrupt,
                "The store at \(path) is damaged. " + restoring,
                cause: error
            )
        case .SQLITE_TOOBIG:
            return JournalError(
                .corrupt,
                "The store at \(path) holds a text that is longer than any that is recorded (more than"
                    + " \(greatestValue >> 20) MB). It is not read. " + restoring,
                cause: error
            )
        case .SQLITE_CANTOPEN where hasLog(path):
            return JournalError(
                .unavailable,
                "The store at \(path) cannot be read: its last entries are still in \(path)-wal, and SQLite"
                    + " cannot keep its index beside it. Copy the store and the files beside it whose names"
                    + " end in -wal and -shm into a folder that you may write to, and open it there.",
                cause: error
            )
        case .SQLITE_IOERR where growing.contains(error.extendedResultCode):
            return JournalError(
                .unavailable,
                "The store at \(path) cannot be written: the disk failed, or a file may not become larger"
                    + " here. Nothing was recorded. Check the disk and the limit of the size of files"
                    + " (ulimit -f).",
                cause: error
            )
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            return JournalError(
                .unavailable,
                "The store at \(path) cannot be written to. Check the permissions of the file and"
                    + " its folder.",
                cause: error
            )
        default:
            return JournalError(
                .unavailable,
                "The store at \(path) cannot be used: SQLite reports"
                    + " “\(error.message ?? "no more")” (code \(error.extendedResultCode.rawValue))."
                    + " Check the disk and the permissions.",
                cause: error
            )
        }
    }
}
#endif
