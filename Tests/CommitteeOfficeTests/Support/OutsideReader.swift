// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Programs that read what was written.
enum OutsideReader {
    /// Whether a reader that is missing is a failure, as in `make test`, and not a reason to skip.
    static let areRequired =
        ProcessInfo.processInfo.environment["COMMITTEE_READERS"] == "required"

    static func has(python module: String) -> Bool {
        areRequired || (try? run(["/usr/bin/python3", "-c", "import \(module)"])) != nil
    }

    static func has(program: String) -> Bool {
        areRequired || (try? run(["sh", "-c", "command -v \(program)"])) != nil
    }

    /// Runs a program and returns what it says.
    static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return String(decoding: data, as: UTF8.self)
    }

    /// Puts bytes into a file for as long as something reads it.
    static func withFile<Value>(
        _ bytes: [UInt8],
        ending: String,
        _ body: (URL) throws -> Value
    ) throws -> Value {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "committee-office-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "file.\(ending)")
        try Data(bytes).write(to: file)
        return try body(file)
    }
}
