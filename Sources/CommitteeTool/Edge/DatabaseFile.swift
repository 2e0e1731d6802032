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

    /// What an open file is to a store.
    enum Place {
        /// The store itself.
        case store
        /// A file that SQLite keeps beside it.
        case beside
    }

    /// Returns what an open file is to a store; nil when it is none of its files.
    ///
    /// A file is known by what it begins with, by its name, and, when it is empty under a name of its own, by
    /// being the same file as one beside a store that the command names.
    ///
    /// - Parameter file: The number of the open file.
    /// - Returns: What it is to a store.
    static func place(ofOpen file: Int32) -> Place? {
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let link = "/proc/self/fd/\(file)"
        if stands(at: link) { return .store }
        let first = Array(beginning(of: link, most: 8))
        if beginnings.contains(where: { first.starts(with: $0) }) { return .beside }
        if let name = RealPath.of(link),
            endings.contains(where: {
                name.hasSuffix($0) && stands(at: String(name.dropLast($0.count)))
            })
        {
            return .beside
        }
        for word in CommandLine.arguments.dropFirst() {
            let path = word.hasPrefix("-") ? String(word.drop { $0 != "=" }.dropFirst()) : word
            guard !path.isEmpty, stands(at: path) else { continue }
            for ending in endings {
                var other = stat()
                guard stat(path + ending, &other) == 0, other.st_dev == status.st_dev,
                    other.st_ino == status.st_ino
                else { continue }
                return .beside
            }
        }
        return nil
    }

    /// What a write-ahead log, its index and a rollback journal begin with (SQLite's file format, 4.1 and 3,
    /// and its format of the index, 2.1).
    private static let beginnings: [[UInt8]] = [
        [0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83], [0x18, 0xE2, 0x2D, 0x00],
        [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7],
    ]

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
