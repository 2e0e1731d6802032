// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import Glibc

/// A file that is written whole or not at all, and never in the place of a store.
///
/// Its bytes are written beside it as they come, flushed, and put in place by a renaming, so that
/// whatever goes wrong leaves the old file as it was. A link is followed, and stays.
struct WrittenFile {
    /// The path that was asked for.
    let path: String
    /// How many bytes were written.
    let count: Int
    /// Where the bytes are until they are put in place; nil when they were written at once.
    private let draft: String?
    /// The place, with links followed: its folder, with a slash at the end, and its name there.
    private let place: (folder: String, name: String)

    /// Writes bytes beside a path, to be put in place later.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - path: The path that was asked for.
    ///   - audience: Who may read them.
    /// - Throws: ``Complaint`` when nothing may or can be written there.
    init(_ bytes: [UInt8], for path: String, readBy audience: Audience) throws {
        try self.init(for: path, readBy: audience) { $0.write(bytes) }
    }

    /// Writes what something renders beside a path, as it comes, to be put in place later.
    ///
    /// What is not a file, such as a terminal, is written at once.
    ///
    /// - Parameters:
    ///   - path: The path that was asked for.
    ///   - audience: Who may read it. Only what the public may read gets a file that everybody on
    ///     the machine may read, and a file that is there never gets more readers than it had.
    ///   - body: Renders into the file.
    /// - Throws: ``Complaint`` when nothing may or can be written there, and what the body throws.
    init(
        for path: String,
        readBy audience: Audience,
        _ body: (inout FileSink) throws -> Void
    ) throws {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw Complaint("The name of the file to write is empty. Name a file.", isUsage: true)
        }
        self.path = path
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR {
            throw Complaint(unwritten: "\(path) is a folder. Name a file to write to.")
        }
        guard !exists || status.st_mode & S_IFMT == S_IFREG else {
            (draft, place) = (nil, ("", path))
            let file = open(path, O_WRONLY | O_CLOEXEC)
            guard file >= 0 else { throw Self.complaint(path, errno) }
            defer { close(file) }
            var sink = FileSink(file)
            try body(&sink)
            if let failure = sink.failure { throw Self.complaint(path, failure.code) }
            count = sink.count
            return
        }
        place = Self.place(of: path)
        try DatabaseFile.checkOutput(path, place: place.folder + place.name)
        var mode: mode_t = audience == .public ? 0o644 : 0o600
        if exists { mode &= status.st_mode }
        let (file, draft) = try Self.openDraft(in: place.folder, mode: mode, for: path)
        defer { close(file) }
        do {
            var sink = FileSink(file)
            try body(&sink)
            if let failure = sink.failure { throw Self.complaint(path, failure.code) }
            if fsync(file) != 0 { throw Self.complaint(path, errno) }
            count = sink.count
        } catch {
            unlink(draft)
            throw error
        }
        self.draft = draft
    }

    /// Puts the file in its place.
    func keep() throws {
        guard let draft else { return }
        guard rename(draft, place.folder + place.name) == 0 else {
            let reason = errno
            unlink(draft)
            throw Self.complaint(path, reason)
        }
        let folder = open(place.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    /// Removes what was written.
    func discard() {
        if let draft { unlink(draft) }
    }

    /// Makes a file of another name in the same folder.
    private static func openDraft(
        in folder: String,
        mode: mode_t,
        for path: String
    ) throws -> (file: Int32, path: String) {
        // A run that was killed may have left its own behind.
        for number in 0..<100 {
            let draft = "\(folder).committee-\(getpid())-\(number).part"
            let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
            if file >= 0 { return (file, draft) }
            if errno != EEXIST { break }
        }
        throw complaint(path, errno)
    }

    /// The folder of a path and the name in it, once links are followed.
    private static func place(of path: String) -> (folder: String, name: String) {
        let real = RealPath.of(path) ?? path
        guard let slash = real.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("./", real) }
        return (String(real[...slash]), String(real[real.utf8.index(after: slash)...]))
    }

    private static func complaint(_ path: String, _ reason: Int32) -> Complaint {
        switch reason {
        case ENOENT, ENOTDIR:
            Complaint(
                unwritten: "The folder for \(path) does not exist. Make the folder first."
            )
        case ENOSPC, EDQUOT:
            Complaint(
                unwritten: "There is no room left for \(path). Make room on the disk and try again."
            )
        case EFBIG:
            Complaint(
                unwritten: "\(path) would be larger than a file may be here. Raise the limit, or "
                    + "choose another place."
            )
        default:
            Complaint(
                unwritten: "\(path) cannot be written: \(Output.SystemError(code: reason).words). "
                    + "Choose a place that you may write to."
            )
        }
    }
}

/// The path of something without links and dots.
enum RealPath {
    /// Returns the path without links and dots, or nil when nothing stands there.
    static func of(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
#endif
