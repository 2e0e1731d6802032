// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeScripting
import CommitteeStorage

/// `committee plugin approve`: what a person has looked at may speak for the committee.
struct PluginApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve plugins as they are now.",
        discussion: """
            The hash of every file of a plugin, what it may read and do, who approves it and when \
            are kept in a lock beside the folder: plugins.lock beside plugins. From then on any \
            plugin that is not in the lock, or has changed since, is a draft: what it writes says \
            so, and it reads the public edition alone.

              committee plugin approve northshire --by "Lead Officer"
              committee plugin approve --all --by "Lead Officer"
              committee plugin diff
            """
    )

    @Argument(help: "The plugins.")
    var ids: [String] = []

    @Flag(help: "Approve every plugin of the folder.")
    var all = false

    @Option(help: "Who approves: a role, never a person's name.")
    var by = "committee-tool"

    @OptionGroup var folder: PluginFolderOptions

    func validate() throws {
        guard ids.isEmpty == all else {
            throw ValidationError(
                all
                    ? "--all approves every plugin. Leave out the names."
                    : "Name the plugins to "
                        + "approve, or give --all."
            )
        }
    }

    func run() async throws {
        let folder = try folder.folder()
        let wanted = all ? try folder.pluginNames() : ids
        let checks = try await PluginCheck.checking(
            folder,
            only: wanted,
            borrowing: try await lentPlugins(to: folder)
        )
        for check in checks where !check.isSound {
            let errors = check.problems.filter { $0.severity == .error }
            throw Complaint(
                "The plugin “\(check.plugin)” has a mistake and cannot be approved. Correct it first.",
                details: errors.map { "  \($0)" }
            )
        }
        let lock = try folder.approving(
            wanted,
            in: try folder.lock(),
            digest: .sha256,
            by: by,
            on: try Today.date()
        )
        let bytes = Array(lock.json.indentedText.utf8)
        try WrittenFile(bytes, for: folder.lockPath, readBy: .public).keep()
        var text = ""
        for id in wanted.sorted() {
            guard let entry = lock.plugins[id] else { continue }
            text += "Approved \(id) \(entry.version): \(entry.words).\n"
        }
        try Output.write(TerminalLine.visible(text + "Wrote \(folder.lockPath).\n"))
    }
}

extension PluginLock.Entry {
    /// What was approved, in words.
    fileprivate var words: String {
        let may = permissions.map { ", and may use \($0.rawValue)" }.joined()
        return "\(PlanWords.count(files.count, "file", "files")), reads the edition for "
            + "\(audience.rawValue)\(may)"
    }
}

/// `committee plugin diff`: what has changed since it was approved.
struct PluginDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say which plugins differ from what was approved.",
        discussion: """
              committee plugin diff
              committee plugin diff northshire --json

            The exit code is 3 when anything differs.
            """
    )

    @Argument(help: "The plugins; all of the folder and of the lock when left out.")
    var ids: [String] = []

    @OptionGroup var folder: PluginFolderOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let folder = try folder.folder()
        guard let lock = try folder.lock() else {
            throw Complaint(
                "There is no \(folder.lockPath), so nothing is approved. Approve the plugins first: "
                    + "committee plugin approve --all."
            )
        }
        let found = try folder.differences(
            from: lock,
            digest: .sha256,
            only: ids.isEmpty ? nil : ids
        )
        if output.json {
            try Output.write([
                "lock": .string(folder.lockPath), "plugins": .array(found.map(Self.json)),
            ])
        } else {
            var text = ""
            for plugin in found {
                if let entry = plugin.approved {
                    let isSame = plugin.differences.isEmpty
                    let words = isSame ? "as approved by" : "differs from what was approved by"
                    text +=
                        "\(plugin.plugin): \(words) \(entry.by) on \(PlanWords.date(entry.on))\n"
                    for difference in plugin.differences { text += "  \(difference)\n" }
                } else {
                    text += "\(plugin.plugin): nobody has approved it\n"
                }
            }
            try Output.write(TerminalLine.visible(text))
        }
        guard found.allSatisfy(\.differences.isEmpty) else { throw PluginCommand.found }
    }

    private static func json(_ plugin: PluginFolder.Difference) -> JSONValue {
        [
            "id": .string(plugin.plugin), "differences": JSONValue(plugin.differences),
            "by": JSONValue(plugin.approved?.by), "on": JSONValue(plugin.approved?.on),
        ]
    }
}
#endif
