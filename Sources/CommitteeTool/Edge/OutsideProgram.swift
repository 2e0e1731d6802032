// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import Glibc

/// A program of the machine that the tool runs for one file, in a folder of its own.
struct OutsideProgram {
    /// Where the program is.
    let path: String

    /// The longest that a program may take, in seconds.
    private static let patience = 180

    /// Finds a program by its name; nil where it is not there.
    init?(_ name: String) {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
            let path = "\(folder)/\(name)"
            if access(path, X_OK) == 0 {
                self.path = path
                return
            }
        }
        return nil
    }

    /// What a run of a program gave.
    struct Outcome {
        /// The file that it wrote; nil when it wrote none.
        var bytes: [UInt8]?
        /// The first lines of what it complained of.
        var words: String
    }

    /// Runs the program in a folder that is removed afterwards.
    ///
    /// - Parameters:
    ///   - input: The file that it reads, and its name.
    ///   - output: The name of the file that it writes.
    ///   - arguments: Its arguments; `@` stands for the folder.
    /// - Returns: What the run gave.
    /// - Throws: ``Complaint`` when there is no place for the folder.
    func run(
        on input: (name: String, bytes: [UInt8]),
        writing output: String,
        _ arguments: [String]
    ) throws(Complaint) -> Outcome {
        let folder = try Self.makeFolder()
        defer { Self.remove(folder) }
        try Self.write(input.bytes, to: "\(folder)/\(input.name)")
        let arguments = arguments.map { $0.split(separator: "@", omittingEmptySubsequences: false) }
            .map { $0.joined(separator: folder) }
        let isDone = Self.spawn(path, arguments, errors: "\(folder)/.errors")
        let words = Self.read("\(folder)/.errors").map {
            String(decoding: $0.prefix(2_000), as: UTF8.self)
        }
        return Outcome(
            bytes: isDone ? Self.read("\(folder)/\(output)") : nil,
            words: words ?? ""
        )
    }

    private static func makeFolder() throws(Complaint) -> String {
        let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(place)/committee-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw Complaint(
                "No folder can be made in \(place), where another program is to work. Make room there, "
                    + "or name another place with TMPDIR."
            )
        }
        return String(cString: made)
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(Complaint) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw Complaint("\(path) cannot be written. Make room on the disk.")
        }
        defer { close(file) }
        var sink = FileSink(file)
        sink.write(bytes)
        guard sink.failure == nil else {
            throw Complaint("\(path) cannot be written. Make room on the disk.")
        }
    }

    private static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_size > 0 else { return nil }
        let count = Int(status.st_size)
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = 0
            while filled < count {
                let got = Glibc.read(file, buffer.baseAddress?.advanced(by: filled), count - filled)
                guard got > 0 else { break }
                filled += got
            }
        }
        return bytes.count == count ? bytes : nil
    }

    /// Runs a program and waits for its end; whether it ended well.
    private static func spawn(_ path: String, _ arguments: [String], errors: String) -> Bool {
        var actions = posix_spawn_file_actions_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { return false }
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        let mode = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, errors, mode, 0o600)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { words.forEach { free($0) } }
        var process = pid_t()
        guard posix_spawn(&process, path, &actions, nil, words, environ) == 0 else { return false }
        var status: Int32 = 0
        for _ in 0..<(patience * 100) {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { return status == 0 }
            if ended < 0, errno != EINTR { return false }
            usleep(10_000)
        }
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        return false
    }

    /// Removes a folder with the files and folders in it; a link is removed, never followed.
    static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR, let folder = opendir(path) else {
            unlink(path)
            return
        }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        closedir(folder)
        for name in names { remove("\(path)/\(name)") }
        rmdir(path)
    }

    /// Calls a closure with a folder that is removed afterwards.
    ///
    /// - Throws: ``Complaint`` when there is no place for it, and what the closure throws.
    static func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = try makeFolder()
        defer { remove(folder) }
        return try body(folder)
    }
}
#endif
