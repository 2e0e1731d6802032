// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee plugin`: what there is to say about plugins.
struct PluginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin",
        abstract: "Look at plugins.",
        discussion: """
              committee plugin list
            """,
        subcommands: [PluginListCommand.self]
    )
}

/// `committee plugin list`: the plugins found.
struct PluginListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the plugins found, what they contribute, and what is wrong with any.",
        discussion: """
            A plugin with a mistake contributes nothing; the others go on working.

              committee plugin list
              committee plugin list --plugins my-plugins --json
            """
    )

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let folder = try PluginPlace.path(given: plugins.plugins)
        let engine = try await makeEngine(pluginFolder: folder, only: nil)
        let found = engine.contributions.plugins
        if output.json {
            return try Output.write([
                "folder": JSONValue(folder),
                "plugins": .array(found.map(Self.json)),
            ])
        }
        guard let folder else {
            throw Complaint(
                "No folder of plugins was found. Name one with --plugins, or set COMMITTEE_PLUGINS."
            )
        }
        try Output.write(document(found, in: folder))
    }

    private func document(_ found: [PluginSummary], in folder: String) -> Document {
        let title = "Plugins in \(folder)"
        var blocks: [Document.Block] = [.heading(1, title)]
        if found.isEmpty { blocks.append(.paragraph("There is no plugin.")) }
        for plugin in found {
            let version = plugin.version.isEmpty ? "" : " \(plugin.version)"
            blocks.append(.heading(2, "\(plugin.id)\(version)"))
            if !plugin.title.isEmpty { blocks.append(.paragraph(plugin.title)) }
            if !plugin.contributions.isEmpty {
                blocks.append(.bullets(plugin.contributions.map { Prose($0) }))
            }
            blocks += plugin.problems.map { .notice(.warning, $0) }
        }
        return Document(title: title, blocks: blocks)
    }

    private static func json(_ plugin: PluginSummary) -> JSONValue {
        [
            "id": .string(plugin.id), "version": .string(plugin.version),
            "title": .string(plugin.title), "audience": .string(plugin.audience.rawValue),
            "contributions": JSONValue(plugin.contributions),
            "problems": JSONValue(plugin.problems),
        ]
    }
}
#endif
