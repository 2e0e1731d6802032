// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee plugin list`: the plugins found.
struct PluginListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the plugins found, what they contribute, and what is wrong with any.",
        discussion: """
            A plugin with a mistake contributes nothing; the others go on working. Where a lock \
            stands beside the folder, a plugin that is not approved as it is now is a draft.

              committee plugin list
              committee plugin list --plugins my-plugins --json
            """
    )

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let folder = try PluginPlace.path(given: plugins.plugins)
        let engine = try await plugins.engine()
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
        if !found.isEmpty, found.allSatisfy({ $0.standing == .notLocked }) {
            blocks.append(.paragraph("Not locked: every plugin counts."))
        }
        for plugin in found {
            let version = plugin.version.isEmpty ? "" : " \(plugin.version)"
            blocks.append(.heading(2, "\(plugin.id)\(version)"))
            if !plugin.title.isEmpty { blocks.append(.paragraph(plugin.title)) }
            if !plugin.contributions.isEmpty {
                blocks.append(.bullets(plugin.contributions.map { Prose($0) }))
            }
            switch plugin.standing {
            case .notLocked: break
            case .approved(let by, let day):
                blocks.append(.paragraph("Approved by \(by) on \(PlanWords.date(day))."))
            case .draft(let reason, let audience):
                blocks.append(
                    .notice(
                        .draft,
                        "This plugin is a draft: \(reason). It reads no more than the edition for "
                            + "\(audience.rawValue), and what it writes says that it is a draft."
                    )
                )
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
            "problems": JSONValue(plugin.problems), "standing": Self.json(plugin.standing),
        ]
    }

    private static func json(_ standing: PluginStanding) -> JSONValue {
        switch standing {
        case .notLocked: ["is": "not-locked"]
        case .approved(let by, let day):
            ["is": "approved", "by": .string(by), "on": JSONValue(day)]
        case .draft(let reason, let audience):
            ["is": "draft", "because": .string(reason), "reads": .string(audience.rawValue)]
        }
    }
}
#endif
