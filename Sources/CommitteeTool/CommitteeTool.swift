// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import Glibc

/// The command line tool.
@main
enum CommitteeTool {
    /// Reads the arguments, runs the command that they name, and ends with its exit code.
    static func main() async {
        // A reader that goes away is an error of writing, which is dealt with where it occurs.
        signal(SIGPIPE, SIG_IGN)
        Output.holdStandardFiles()
        let code = await run()
        await RecordNote.closeStores()
        exit(code)
    }

    private static func run() async -> Int32 {
        do {
            try Output.checkStandardOutputs()
            try RootCommand.checkCommandNames(Array(CommandLine.arguments.dropFirst()))
            var command = try RootCommand.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return ExitCode.success.rawValue
        } catch {
            return Complaint.end(with: error)
        }
    }
}
#else
import Glibc

/// The command line tool, built without what it needs.
@main
enum CommitteeTool {
    static func main() {
        let words = Array(
            "committee: built without the trait “Tool”. Build it with that trait.\n".utf8
        )
        _ = words.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        exit(1)
    }
}
#endif
