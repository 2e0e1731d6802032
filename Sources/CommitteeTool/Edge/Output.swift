// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import Glibc

/// Where the tool writes: the standard output, the error output, and files.
enum Output {
    /// The reader of a pipe went away: there is nobody left to tell.
    struct ReaderGone: Error {}

    /// Writes bytes to the standard output.
    static func write(_ bytes: [UInt8]) throws {
        do throws(SystemError) {
            try write(bytes, to: STDOUT_FILENO)
        } catch {
            guard error.code != EPIPE else { throw ReaderGone() }
            throw Complaint("The output cannot be written: \(error.words).")
        }
    }

    /// Writes text to the standard output.
    static func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Writes a JSON value to the standard output, for people and programs.
    static func write(_ value: JSONValue) throws { try write(value.indentedText) }

    /// Writes a document to the standard output as text for people.
    static func write(_ document: Document) throws {
        try write(document.render(with: PlainTextRenderer(width: width)))
    }

    /// Writes text to the error output; a failure there has nowhere to go.
    static func complain(_ text: String) {
        do { try write(Array(text.utf8), to: STDERR_FILENO) } catch {}
    }

    /// Says something that is no failure, on the error output.
    static func note(_ text: String) {
        complain("committee: \(TerminalLine.visible(text))\n")
    }

    /// Says that a long step begins, when a person watches.
    static func progress(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        complain("\(TerminalLine.visible(text))\n")
    }

    /// The number of characters in a line: the terminal's, or 100.
    static var width: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
            size.ws_col > 0
        else { return 100 }
        return min(Int(size.ws_col), 160)
    }

    /// An error of the system, by its number.
    struct SystemError: Error {
        var code: Int32
        var words: String { String(cString: strerror(code)) }
    }

    fileprivate static func write(_ bytes: [UInt8], to file: Int32) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 {
                let reason = errno
                if reason == EINTR { continue }
                throw SystemError(code: reason)
            }
            rest = rest.dropFirst(count)
        }
    }
}

/// A file that is written whole or not at all.
struct WrittenFile {
    /// The path that was asked for.
    let path: String
    private let draft: String?

    /// Writes bytes beside a path, to be put in place later.
    ///
    /// What is not a file, such as a terminal, is written at once.
    init(_ bytes: [UInt8], for path: String) throws {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw Complaint("The name of the file to write is empty. Name a file.", isUsage: true)
        }
        self.path = path
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR {
            throw Complaint("\(path) is a folder. Name a file to write to.")
        }
        let isSpecial = exists && status.st_mode & S_IFMT != S_IFREG
        let target = isSpecial ? path : "\(path).\(getpid()).part"
        draft = isSpecial ? nil : target
        let flags = isSpecial ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL
        let file = open(target, flags | O_CLOEXEC, 0o644)
        guard file >= 0 else {
            throw Self.complaint(path, errno)
        }
        defer { close(file) }
        do throws(Output.SystemError) {
            try Output.write(bytes, to: file)
            if !isSpecial, fsync(file) != 0 { throw Output.SystemError(code: errno) }
        } catch {
            if !isSpecial { unlink(target) }
            throw Self.complaint(path, error.code)
        }
    }

    /// Puts the file in its place.
    func keep() throws {
        guard let draft else { return }
        guard rename(draft, path) == 0 else {
            let reason = errno
            unlink(draft)
            throw Self.complaint(path, reason)
        }
    }

    /// Removes what was written.
    func discard() {
        if let draft { unlink(draft) }
    }

    private static func complaint(_ path: String, _ reason: Int32) -> Complaint {
        switch reason {
        case ENOENT, ENOTDIR:
            Complaint("The folder for \(path) does not exist. Make the folder first.")
        case ENOSPC, EDQUOT:
            Complaint("There is no room left for \(path). Make room on the disk and try again.")
        default:
            Complaint(
                "\(path) cannot be written: \(Output.SystemError(code: reason).words). Choose a "
                    + "place that you may write to."
            )
        }
    }
}
#endif
