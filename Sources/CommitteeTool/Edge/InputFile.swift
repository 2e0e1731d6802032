// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import Glibc

/// A file that a person named, read whole.
struct InputFile {
    /// The path as it was given.
    let path: String
    /// The name of the file without its folders.
    let name: String
    /// What stands in it.
    let bytes: [UInt8]

    /// The largest file that is read.
    static let greatestByteCount = 256 << 20

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: The path; `-` is the standard input.
    ///   - what: What the file is, for messages, such as `document`.
    /// - Throws: ``Complaint`` when it cannot be read.
    init(_ path: String, _ what: String) throws {
        self.path = path
        name = path == "-" ? "standard input" : String(path.split(separator: "/").last ?? "")
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw Complaint("The name of the \(what) is empty. Name a file.", isUsage: true)
        }
        if path == "-" {
            if isatty(STDIN_FILENO) == 1 {
                Output.progress("Reading the \(what) from the terminal until Ctrl-D …")
            }
            bytes = try Self.read(STDIN_FILENO, path, what, patience: nil)
            return
        }
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw Self.complaint(path, what, errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw Self.complaint(path, what, errno) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw Complaint("\(path) is a folder, not a \(what). Name a file.")
        case S_IFREG:
            guard status.st_size <= Self.greatestByteCount else {
                throw Self.tooLarge(path, what)
            }
            bytes = try Self.read(file, path, what, size: Int(status.st_size), patience: nil)
        default:
            bytes = try Self.read(file, path, what, patience: Self.patience)
        }
    }

    /// Whether the file is the one at another path, by a link or another name too.
    func isFile(at other: String) -> Bool {
        var (own, its) = (stat(), stat())
        return path != "-" && stat(path, &own) == 0 && stat(other, &its) == 0
            && own.st_dev == its.st_dev && own.st_ino == its.st_ino
    }

    /// How long a pipe may stay silent, in seconds.
    private static let patience: Int32 = 10

    private static func read(
        _ file: Int32,
        _ path: String,
        _ what: String,
        size: Int = 0,
        patience: Int32?
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if let patience { try wait(for: file, path, what, patience) }
            let count = buffer.withUnsafeMutableBytes {
                Glibc.read(file, $0.baseAddress, $0.count)
            }
            if count == 0 { return bytes }
            if count < 0 {
                let reason = errno
                if reason == EINTR { continue }
                if reason == EAGAIN {
                    try wait(for: file, path, what, patience ?? Self.patience)
                    continue
                }
                throw complaint(path, what, reason)
            }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= greatestByteCount else { throw tooLarge(path, what) }
        }
    }

    /// Waits until a pipe has something to read or its writer is done.
    private static func wait(
        for file: Int32,
        _ path: String,
        _ what: String,
        _ patience: Int32
    ) throws {
        var state = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        let found = poll(&state, 1, patience * 1000)
        guard found == 0 else { return }
        throw Complaint(
            "Nothing was written to \(path), a pipe, for \(patience) seconds, so the \(what) "
                + "cannot be read. Start the program that writes to it, or name a file."
        )
    }

    private static func tooLarge(_ path: String, _ what: String) -> Complaint {
        Complaint("The \(what) \(path) is larger than \(greatestByteCount >> 20) MB. Split it.")
    }

    private static func complaint(_ path: String, _ what: String, _ reason: Int32) -> Complaint {
        switch reason {
        case ENOENT, ENOTDIR:
            Complaint("There is no \(what) at \(path). Check the path.")
        case EACCES, EPERM:
            Complaint("The \(what) \(path) may not be read. Check its permissions.")
        default:
            Complaint(
                "The \(what) \(path) cannot be read: \(String(cString: strerror(reason))). Check "
                    + "the path."
            )
        }
    }
}

/// A folder of the file system.
enum Folder {
    /// Returns the names in a folder, sorted, or nil when it cannot be read.
    static func names(in path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Returns whether there is a folder at a path.
    static func exists(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

    /// Returns whether there is a file at a path.
    static func hasFile(_ path: String) -> Bool { kind(of: path) == S_IFREG }

    /// Removes a file, when there is one.
    static func removeFile(_ path: String) { unlink(path) }

    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return status.st_mode & S_IFMT
    }
}
#endif
