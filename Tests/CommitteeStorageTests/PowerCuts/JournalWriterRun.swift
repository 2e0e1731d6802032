// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import Foundation
import Testing

/// One run of the program that records until it is ended, and what it said until then.
struct JournalWriterRun {
    /// What becomes of the store's file.
    enum Start: String {
        /// It is made, and written through the connection that made it.
        case create
        /// It is there, and opened again and again.
        case reopen
        /// It is there, and others write to it; each about a matter of its own.
        case share
        /// It is there, and others write to it about the same matter.
        case contend
        /// It is of an older version, and only opened.
        case upgrade
    }

    /// The lines that reached us.
    let lines: [String]
    /// What it said on the error output.
    let errors: String
    /// Its exit code, or the signal that ended it.
    let end: Int32

    /// Whether the store was made or opened.
    var isMade: Bool { lines.first == "made" }
    /// The last entry that was acknowledged.
    var lastRecorded: Int {
        lines.compactMap { Self.number(in: $0, after: "recorded ") }.max() ?? 0
    }
    /// The entries of which a text was erased for certain.
    var erased: [Int] { lines.compactMap { Self.number(in: $0, after: "erased ") } }
    /// How many acknowledgements there were.
    var acknowledgements: Int { lines.count { $0.hasPrefix("recorded ") } }

    /// Returns a figure of the shim, such as that of `syncs`.
    func figure(_ name: String) -> Int {
        let words = errors.split { $0 == " " || $0 == "\n" }
        return words.compactMap { Self.number(in: String($0), after: name + "=") }.last ?? 0
    }

    private static func number(in text: String, after beginning: String) -> Int? {
        text.hasPrefix(beginning) ? Int(text.dropFirst(beginning.count)) : nil
    }

    /// Runs the writer to its end, whatever ends it.
    ///
    /// - Parameters:
    ///   - start: What becomes of the file.
    ///   - store: The path of the file.
    ///   - appends: After how many appends it ends of itself.
    ///   - variables: The environment that steers the shim.
    ///   - patience: After how long it is killed; nil not to kill it.
    /// - Throws: What Foundation throws when it cannot be run.
    init(
        _ start: Start,
        _ store: String,
        appends: Int,
        variables: [String: String] = [:],
        killedAfter patience: Duration? = nil
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "JournalWriter")
        process.arguments = [start.rawValue, store, String(appends)]
        process.environment = ["PATH": "/usr/bin:/bin"].merging(variables) { $1 }
        let said = FileManager.default.temporaryDirectory
            .appending(path: "journal-writer-\(UUID().uuidString)")
        let complained = said.appendingPathExtension("errors")
        defer { for file in [said, complained] { try? FileManager.default.removeItem(at: file) } }
        for file in [said, complained] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: said)
        process.standardError = try FileHandle(forWritingTo: complained)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        if let patience {
            usleep(UInt32(patience / .microseconds(1)))
            kill(process.processIdentifier, SIGKILL)
        }
        process.waitUntilExit()
        // The last line counts only when it is whole.
        let text = String(decoding: try Data(contentsOf: said), as: UTF8.self)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map(String.init)
        errors = String(decoding: try Data(contentsOf: complained), as: UTF8.self)
        end = process.terminationStatus
    }
}
#endif
