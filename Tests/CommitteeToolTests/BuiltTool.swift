// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation

/// The built tool, run as a process in a folder of its own.
final class BuiltTool {
    /// What one run of the tool gave.
    struct Run {
        var output: String
        var errors: String
        var code: Int32
    }

    /// The folder in which the tool runs; it is removed with this value.
    let folder: URL
    /// The store that most tests use.
    let store = "council.sqlite"

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "committee-tool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Makes a tool whose folder has a store with one committee.
    static func withStore() throws -> BuiltTool {
        let tool = try BuiltTool()
        _ = try tool.run(["init", tool.store, "--id", "north-cpc", "--name", "North CPC"])
        return tool
    }

    /// The tool stands beside the bundle of the tests.
    private static let binary: URL = {
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "committee")
    }()

    /// Runs the tool with a fixed today and waits for its end.
    func run(
        _ arguments: [String],
        today: String = "2026-10-31",
        environment: [String: String] = [:]
    ) throws -> Run {
        try run(Self.binary, arguments, today: today, environment: environment)
    }

    /// Runs a line of shell, in which `$TOOL` is the tool.
    func shell(_ line: String) throws -> Run {
        try run(
            URL(filePath: "/bin/bash"),
            ["-c", line],
            today: "2026-10-31",
            environment: ["TOOL": Self.binary.path]
        )
    }

    /// Runs the tool and reads the JSON that it writes, with the strict reader.
    func json(_ arguments: [String]) throws -> JSONValue {
        let run = try run(arguments)
        return try JSONReader.read(Array(run.output.utf8), source: "output").value
    }

    private func run(
        _ binary: URL,
        _ arguments: [String],
        today: String,
        environment: [String: String]
    ) throws -> Run {
        let process = Process()
        process.executableURL = binary
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ["PATH": "/usr/bin:/bin", "COMMITTEE_TODAY": today, "TZ": "Europe/London"]
        variables.merge(environment) { $1 }
        process.environment = variables
        // Files, not pipes: a long output would fill a pipe that nobody reads.
        let output = folder.appending(path: ".output-\(UUID().uuidString)")
        let errors = folder.appending(path: ".errors-\(UUID().uuidString)")
        for file in [output, errors] {
            _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
        return Run(
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
            code: process.terminationStatus
        )
    }

    /// Makes a folder in the folder.
    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(
            at: folder.appending(path: name),
            withIntermediateDirectories: true
        )
    }

    /// Writes a file into the folder.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    /// Writes bytes into the folder.
    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: folder.appending(path: name))
    }

    /// Reads a file of the folder.
    func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    /// The names in the folder.
    var names: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        }
    }
}
