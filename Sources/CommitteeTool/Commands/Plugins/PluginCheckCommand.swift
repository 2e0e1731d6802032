// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeScripting

/// `committee plugin check`: everything that is wrong, at once.
struct PluginCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say everything that is wrong with plugins, or could be better.",
        discussion: """
            The manifest is read, every file is compiled, main.lua is run without any record, and \
            names are looked up. No report is run: that is what tests are for.

              committee plugin check
              committee plugin check northshire --json

            The exit code is 3 when there is an error; warnings and hints are no errors.
            """
    )

    @Argument(help: "The plugins; all of the folder when left out.")
    var ids: [String] = []

    @OptionGroup var folder: PluginFolderOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let folder = try folder.folder()
        let checks = try await PluginCheck.checking(
            folder,
            only: ids.isEmpty ? nil : ids,
            borrowing: try await lentPlugins(to: folder)
        )
        if output.json {
            try Output.write([
                "plugins": .array(
                    checks.map {
                        [
                            "id": .string($0.plugin), "sound": .bool($0.isSound),
                            "problems": .array($0.problems.map(Self.json)),
                        ]
                    }
                )
            ])
        } else {
            try Output.write(TerminalLine.visible(Self.text(checks)))
        }
        guard checks.allSatisfy(\.isSound) else { throw PluginCommand.found }
    }

    private static func text(_ checks: [PluginCheck]) -> String {
        var text = ""
        for check in checks {
            if check.problems.isEmpty { text += "\(check.plugin): nothing found\n" }
            for problem in check.problems {
                let mark = problem.severity == .error ? "" : "\(problem.severity.rawValue): "
                text += "\(place(of: problem)): \(mark)\(problem.message)\n"
            }
        }
        let errors = count(.error, in: checks)
        let rest = count(.warning, in: checks) + count(.hint, in: checks)
        guard errors + rest > 0 else { return text }
        let words = PlanWords.count(errors, "error", "errors")
        return text + "\n\(words), \(PlanWords.count(rest, "other remark", "other remarks")).\n"
    }

    private static func count(_ severity: PluginProblem.Severity, in checks: [PluginCheck]) -> Int {
        checks.reduce(0) { $0 + $1.problems.count { $0.severity == severity } }
    }

    private static func place(of problem: PluginProblem) -> String {
        guard let file = problem.file else { return problem.plugin }
        return "\(problem.plugin)/\(file)" + (problem.line.map { ":\($0)" } ?? "")
    }

    private static func json(_ problem: PluginProblem) -> JSONValue {
        [
            "severity": .string(problem.severity.rawValue), "file": JSONValue(problem.file),
            "line": problem.line.map(JSONValue.integer) ?? .null,
            "message": .string(problem.message),
        ]
    }
}
#endif
