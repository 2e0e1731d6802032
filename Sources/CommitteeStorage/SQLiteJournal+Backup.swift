// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
public import CommitteeKit
import GRDB
import Glibc
import Synchronization

extension SQLiteJournal {
    /// Copies the store as it is at one moment into a new file, while others go on recording.
    ///
    /// The copy is a store of its own without files beside it. Only the user who makes it may read it. What was
    /// erased is not in it; what is erased later must be erased from it too.
    ///
    /// - Parameter place: The path of the copy, where nothing may stand yet.
    /// - Returns: The committees in the copy, with the numbers of their last entries.
    /// - Throws: `JournalError`: `duplicate` when something is there; `notFound` when the folder is missing;
    ///   `full` when there is no room; `corrupt` when the store is damaged, and then nothing is left behind.
    @discardableResult
    public func backup(to place: String) async throws(JournalError) -> [CommitteeSummary] {
        try checkOpen()
        try StoreFile.claim(place)
        do {
            try await queue.writeWithoutTransaction { try $0.copyStore(to: place) }
            let copy = try SQLiteJournal(path: place, context: context)
            let committees = try await copy.committees()
            try await copy.close()
            try StoreFile.flush(place)
            return committees
        } catch {
            StoreFile.remove(place)
            // What could not be written is the copy.
            let code = (error as? DatabaseError)?.resultCode
            let isOfCopy = code == .SQLITE_FULL || code == .SQLITE_IOERR
            throw StoreFile.error(for: error, path: isOfCopy ? place : path)
        }
    }

    /// Closes the store, once what was begun is done.
    ///
    /// The log beside it is emptied into it when no other program uses the store. Whatever is asked of a
    /// closed store afterwards is an error; closing it twice is none.
    ///
    /// - Throws: `JournalError` when it cannot be closed.
    public func close() async throws(JournalError) {
        guard !closing.exchange(true, ordering: .sequentiallyConsistent) else { return }
        do {
            try await queue.writeWithoutTransaction { _ in }
            try reading.withLock { try $0?.close() }
            try queue.close()
        } catch {
            throw StoreFile.error(for: error, path: path)
        }
    }

    /// Throws when the store was closed.
    func checkOpen() throws(JournalError) {
        guard closing.load(ordering: .relaxed) else { return }
        throw JournalError(.refused, "The store at \(path) was closed. Open it again.")
    }
}

extension Database {
    /// Writes a whole copy, in one step, into a file that is empty.
    func copyStore(to place: String) throws {
        try execute(sql: "VACUUM INTO ?", arguments: [StoreFile.plain(place)])
        let copy = try DatabaseQueue(path: StoreFile.plain(place))
        try copy.writeWithoutTransaction { database in
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            let problems = try StoreStructure.problems(in: database, atMost: 1)
            guard problems.isEmpty else {
                throw JournalError(
                    .corrupt,
                    "The store cannot be copied, for it is damaged: \(problems[0]) Nothing was written."
                )
            }
        }
        try copy.close()
    }
}

extension StoreFile {
    /// Puts a file in the place of another name.
    static func rename(_ path: String, to name: String) throws(JournalError) {
        guard Glibc.rename(plain(path), plain(name)) == 0 else {
            throw JournalError(
                .unavailable,
                "\(name) cannot be put in its place: \(String(cString: strerror(errno))). Choose a folder that"
                    + " you may write to."
            )
        }
        flushFolder(of: name)
    }

    /// Flushes a file and its folder to the disk.
    static func flush(_ path: String) throws(JournalError) {
        let file = open(plain(path), O_RDONLY | O_CLOEXEC)
        guard file >= 0, fsync(file) == 0 else {
            let reason = errno
            if file >= 0 { close(file) }
            throw JournalError(
                .unavailable,
                "\(path) cannot be flushed to the disk: \(String(cString: strerror(reason))). Check the disk."
            )
        }
        close(file)
        flushFolder(of: path)
    }
}
#endif
