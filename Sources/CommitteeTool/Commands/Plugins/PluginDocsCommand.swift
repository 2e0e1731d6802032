// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeScripting

/// `committee plugin docs`: the reference of the Lua API.
struct PluginDocsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs",
        abstract: "Show the reference of what a plugin can use.",
        discussion: """
            Without a name it lists everything there is. A word that is no name finds what speaks of it.

              committee plugin docs
              committee plugin docs item
              committee plugin docs doc:table
              committee plugin docs reminder
              committee plugin docs csv
            """
    )

    @Argument(help: "A record, an object, one of its names, a declaration, or any word.")
    var name: String?

    func run() async throws {
        try Output.write(try ScriptAPI.current.page(for: name))
    }
}

/// `committee plugin stubs`: what an editor needs to complete and check plugins.
struct PluginStubsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stubs",
        abstract: "Write the files by which an editor completes and checks plugins.",
        discussion: """
            They are for the Lua language server (LuaLS), which most editors have. Run this again \
            after an upgrade.

              committee plugin stubs
              committee plugin stubs --into my-plugins
            """
    )

    @Option(
        help: ArgumentHelp(
            "The folder of plugins; the one that the tool uses without it.",
            valueName: "dir"
        )
    )
    var into: String?

    func run() async throws {
        let into = try into ?? PluginPlace.path(given: nil) ?? "plugins"
        guard Folder.exists(into) else {
            throw Complaint("There is no folder \(into). Name the folder of plugins with --into.")
        }
        for file in EditorStubs().files {
            try Folder.write(Array(file.text.utf8), to: "\(into)/\(file.name)")
            try Output.write(TerminalLine.visible("Wrote \(into)/\(file.name).\n"))
        }
    }
}
#endif
