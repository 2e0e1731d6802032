// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// The page on files and the schemas beside it.
enum FilesPage {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Documentation")

    /// The example of a name: the fenced block after its mark in the page.
    static func example(_ name: String) throws -> [UInt8] {
        let page = try String(contentsOf: folder.appending(path: "FILES.md"), encoding: .utf8)
        let after = try #require(page.firstRange(of: "<!-- example: \(name) -->\n```"))
        let block = page[after.upperBound...].drop { $0 != "\n" }.dropFirst()
        let end = try #require(block.firstRange(of: "\n```\n"))
        return Array(block[..<end.lowerBound].utf8) + [UInt8(ascii: "\n")]
    }

    static func value(_ name: String) throws -> JSONValue {
        try JSONReader.read(try example(name), source: "FILES.md").value
    }

    static func schema(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: "schema/\(name).json")))
    }

    static let schemas = [
        "change-report", "changes", "committee-document-1", "committee-record-1", "journal", "plan",
        "plugin", "reminders", "repairs",
    ]
}

/// Python's `jsonschema`, an outside reader of our schemas.
enum OutsideValidator {
    /// Whether Python and its package `jsonschema` are installed here.
    static let isPresent = (try? run("import jsonschema", "")) == ""

    /// What is wrong with a value by a schema, empty when nothing is.
    static func problems(_ value: JSONValue, schema: [UInt8]) throws -> String {
        let schema = try JSONReader.read(schema, source: "schema").value
        let script = """
            import json, sys, jsonschema
            case = json.load(sys.stdin)
            kind = jsonschema.Draft202012Validator
            kind.check_schema(case["schema"])
            checker = kind(case["schema"], format_checker=jsonschema.FormatChecker())
            for error in checker.iter_errors(case["value"]):
                print(error.json_path + ": " + error.message[:300])
            """
        let input: JSONValue = ["schema": schema, "value": value]
        return try run(script, input.canonicalText)
    }

    private static func run(_ script: String, _ input: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        let (stdin, output) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = output
        process.standardError = output
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        return process.terminationStatus == 0 ? text : "python failed: \(text)"
    }
}
