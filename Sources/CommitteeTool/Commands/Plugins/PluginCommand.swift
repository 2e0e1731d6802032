// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeScripting

/// `committee plugin`: making, checking and approving plugins.
struct PluginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin",
        abstract: "Make, check, try and approve plugins.",
        discussion: """
            A first report, from nothing:

              committee plugin new northshire
              committee plugin run northshire/late --example northshire --watch
              committee plugin test northshire

            Save main.lua, and what it writes appears again.
            """,
        subcommands: [
            PluginListCommand.self, PluginNewCommand.self, PluginCheckCommand.self,
            PluginTestCommand.self, PluginRunCommand.self, PluginEvalCommand.self,
            PluginDocsCommand.self, PluginStubsCommand.self, PluginApproveCommand.self,
            PluginDiffCommand.self,
        ]
    )

    /// The exit code of a check or a test that found something.
    static let found = ExitCode(3)
}

/// Says what `plugin check` finds of a plugin, hints apart, so that whoever runs or tests it knows too.
func noteFindings(of plugin: String, in folder: PluginFolder) async throws {
    for check in try await PluginCheck.checking(
        folder,
        only: [plugin],
        borrowing: try await lentPlugins(to: folder)
    ) {
        for problem in check.problems where problem.severity != .hint { Output.note("\(problem)") }
    }
}

/// The folder of plugins that a command for authors works on.
struct PluginFolderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of plugins. Without it: the folder named by COMMITTEE_PLUGINS, else "
                + "“plugins” in the current folder, else beside or above the tool.",
            valueName: "dir"
        )
    )
    var plugins: String?

    /// The folder.
    ///
    /// - Throws: ``Complaint`` when there is none.
    func folder() throws -> PluginFolder {
        if let path = try PluginPlace.path(given: plugins) { return PluginFolder(path) }
        throw Complaint(
            "No folder of plugins was found. Name one with --plugins, or make the first plugin: "
                + "committee plugin new ID."
        )
    }
}
#endif
