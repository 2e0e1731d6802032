// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import Glibc

/// Files that belong to SQLite, which no output may replace: that would lose a record.
enum DatabaseFile {
    /// The endings of the names under which SQLite keeps files of its own beside a database.
    static let endings = ["-wal", "-shm", "-journal"]

    /// Complains when an output would replace a store, or a file that SQLite keeps beside one.
    ///
    /// It looks at what stands there, so no other name of a store is taken for something else.
    ///
    /// - Parameters:
    ///   - path: The path that was asked for, for the message.
    ///   - place: The same without links.
    /// - Throws: ``Complaint`` when it would.
    static func checkOutput(_ path: String, place: String) throws {
        guard !stands(at: place) else {
            throw Complaint(
                unwritten: "\(path) is a SQLite database, as every store is, and the output would "
                    + "replace it. Nothing was written; name another file."
            )
        }
        guard !holdsSecretKey(place) else {
            throw Complaint(
                unwritten:
                    "\(path) is a secret key, which nobody can make again. Nothing was written; name "
                    + "another file."
            )
        }
        for ending in endings where place.hasSuffix(ending) {
            guard stands(at: String(place.dropLast(ending.count))) else { continue }
            throw Complaint(
                unwritten: "\(path) is a name that SQLite keeps for itself beside a store, and the "
                    + "output would damage the store. Nothing was written; name another file."
            )
        }
    }

    /// Returns whether a database stands at a path.
    static func stands(at path: String) -> Bool {
        beginning(of: path, most: 16) == Array("SQLite format 3\0".utf8)
    }

    /// Whether a file holds a key with which records are signed.
    private static func holdsSecretKey(_ path: String) -> Bool {
        String(decoding: beginning(of: path, most: 256), as: UTF8.self)
            .contains("committee-secret-key/")
    }

    /// The first bytes of a file; none where it cannot be read.
    private static func beginning(of path: String, most: Int) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: most)
        let count = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
        return Array(bytes.prefix(max(0, count)))
    }
}
#endif
