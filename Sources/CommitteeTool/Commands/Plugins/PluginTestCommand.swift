// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeScripting

/// `committee plugin test`: the tests of plugins.
struct PluginTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the tests of plugins in the sandbox.",
        discussion: """
            Each “test” of the files in a plugin's folder “tests” is run by itself; today is \
            31 October 2026, and settings have their defaults. The number behind a test is the work \
            that it used.

              committee plugin test northshire
              committee plugin test northshire --record

            --record writes the golden files that tests compare with anew. Read them before you \
            believe them. The exit code is 3 when a test failed.
            """
    )

    @Argument(help: "The plugins; all of the folder when left out.")
    var ids: [String] = []

    @Flag(help: "Write golden files anew in place of comparing with them.")
    var record = false

    @OptionGroup var folder: PluginFolderOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let folder = try folder.folder()
        let engine = try await LuaPlugins.load(folder)
            .borrowing(from: try await lentPlugins(to: folder))
        var reports: [PluginTestReport] = []
        for id in ids.isEmpty ? try folder.pluginNames() : ids {
            try await noteFindings(of: id, in: folder)
            reports.append(try await engine.test(id, in: folder, isRecording: record))
        }
        for report in reports {
            for (name, bytes) in report.recorded.sorted(by: { $0.key < $1.key }) {
                try folder.checkWriting(name, of: report.plugin)
                try Folder.write(bytes, to: "\(folder.path)/\(report.plugin)/\(name)")
            }
        }
        if output.json {
            try Output.write(["plugins": .array(reports.map(Self.json))])
        } else {
            for report in reports { try Output.write(TerminalLine.visible(Self.text(report))) }
        }
        guard reports.allSatisfy(\.hasPassed) else { throw PluginCommand.found }
    }

    private static func text(_ report: PluginTestReport) -> String {
        guard !report.results.isEmpty else { return "\(report.plugin): there is no test.\n" }
        var text = "\(report.plugin)\n"
        for result in report.results {
            let name = result.name.isEmpty ? result.file : result.name
            if let failure = result.failure {
                text += "  failed  \(name)\n          \(failure)\n"
            } else {
                text += "  passed  \(name)  (\(result.fuel))\n"
            }
            for line in result.log.split(separator: "\n") { text += "          | \(line)\n" }
        }
        for name in report.recorded.keys.sorted() { text += "  written \(name)\n" }
        let words = PlanWords.count(report.results.count, "test", "tests")
        return text + "  \(words), \(report.failures.count) failed\n"
    }

    private static func json(_ report: PluginTestReport) -> JSONValue {
        [
            "id": .string(report.plugin), "passed": .bool(report.hasPassed),
            "tests": .array(
                report.results.map { result in
                    [
                        "file": .string(result.file), "name": .string(result.name),
                        "line": result.line.map(JSONValue.integer) ?? .null,
                        "passed": .bool(result.hasPassed), "failure": JSONValue(result.failure),
                        "fuel": .integer(Int(clamping: result.fuel)),
                        "comparisons": .integer(result.comparisons), "log": .string(result.log),
                    ]
                }
            ),
            "recorded": JSONValue(report.recorded.keys.sorted()),
        ]
    }
}
#endif
