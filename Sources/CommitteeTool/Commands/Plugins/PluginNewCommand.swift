// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeScripting
import Glibc

/// `committee plugin new`: a plugin that works as it is made.
struct PluginNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a new plugin that works, with a test.",
        discussion: """
            The plugin is made in “plugins” in the current folder, which is made too if need be, or \
            in the folder that is given or that COMMITTEE_PLUGINS names. Nothing that stands there is \
            overwritten.

              committee plugin new northshire
              committee plugin new northshire --kind layout --title "Northshire CPC"

            With --from it begins as a copy of what another plugin has.

              committee plugin new northshire --from standard/action-list
            """
    )

    @Argument(help: "The plugin's identifier: small letters, digits, hyphens.")
    var id: String

    @Option(
        help: ArgumentHelp(
            "What it begins with: report, layout, reminder, status, format, risk-scale or "
                + "risk-workflow.",
            valueName: "kind"
        ),
        transform: Self.kind
    )
    var kind: PluginSkeleton.Kind?

    @Option(
        help: ArgumentHelp(
            "What it begins as a copy of: a report, a layout or anything else of a plugin.",
            valueName: "plugin/name"
        ),
        transform: contributionArgument
    )
    var from: String?

    @Option(help: "What people call it.")
    var title: String?

    @Option(
        help: ArgumentHelp(
            "The folder of plugins; “plugins” in the current folder without it.",
            valueName: "dir"
        )
    )
    var plugins: String?

    func validate() throws {
        guard from != nil, kind != nil else { return }
        throw ValidationError(
            "--from says what the plugin begins with, and so does --kind. Choose one."
        )
    }

    func run() async throws {
        let used = try PluginPlace.path(given: nil)
        let usual = Environment.value(of: PluginPlace.variable) ?? PluginPlace.own
        let plugins = plugins ?? usual
        let skeleton = try skeleton()
        let folder = "\(plugins)/\(id)"
        guard !Folder.exists(folder) else {
            throw Complaint("There is a plugin at \(folder) already. Choose another name.")
        }
        let isFirst = !Folder.exists(plugins)
        try Folder.make(plugins)
        do {
            try Folder.make(folder)
            for file in skeleton.files {
                try Folder.write(Array(file.text.utf8), to: "\(folder)/\(file.name)")
            }
        } catch {
            // A part of a plugin would be in the way of the next attempt.
            OutsideProgram.remove(folder)
            if isFirst { rmdir(plugins) }
            throw error
        }
        let listed = skeleton.files.map { "  \(folder)/\($0.name)\n" }.joined()
        let place = plugins == usual ? "" : " --plugins \(plugins)"
        try Output.write(
            TerminalLine.visible(
                """
                Made the plugin \(id) with \(skeleton.words), “\(skeleton.name)”:
                \(listed)
                Next:
                  committee plugin test \(id)\(place)
                  \(skeleton.trial)\(place)

                """
            )
        )
        // The folder of one's own takes the place of the one that was used until now.
        guard let used, plugins == PluginPlace.own, used != plugins else { return }
        Output.note(
            "From now on the plugins of “\(plugins)” are used here. What stands in \(used) is still found by "
                + "its name, such as --format standard/plan; for its reminders too, give --plugins "
                + "\(used)."
        )
    }

    private func skeleton() throws -> PluginSkeleton {
        let folder = try from.flatMap { id in
            try PluginPlace.path(given: nil, having: String(id.prefix { $0 != "/" }))
        }
        do {
            guard let from else {
                return try PluginSkeleton(id, kind: kind ?? .report, title: title)
            }
            guard let folder else {
                throw Complaint("No folder of plugins was found to copy from.")
            }
            return try PluginSkeleton(id, from: from, in: PluginFolder(folder), title: title)
        } catch let complaint as Complaint {
            throw complaint
        } catch let error as PluginError {
            throw Complaint(error.message, isUsage: true)
        }
    }

    private static func kind(_ text: String) throws -> PluginSkeleton.Kind {
        if let kind = PluginSkeleton.Kind(rawValue: text) { return kind }
        throw ValidationError(
            ClosestName.suggestion(for: text, in: PluginSkeleton.Kind.allCases.map(\.rawValue))
        )
    }
}

extension Folder {
    /// Makes a folder, unless there is one; a private one is for its owner alone.
    static func make(_ path: String, isPrivate: Bool = false) throws {
        guard mkdir(path, isPrivate ? 0o700 : 0o755) != 0, errno != EEXIST || !exists(path) else {
            return
        }
        let reason = errno
        throw Complaint(
            "The folder \(path) cannot be made: \(String(cString: strerror(reason))). Choose a place "
                + "that you may write to."
        )
    }

    /// Writes a file, and makes the folder in which it stands.
    static func write(_ bytes: [UInt8], to path: String) throws {
        if let slash = path.lastIndex(of: "/") { try make(String(path[..<slash])) }
        try WrittenFile(bytes, for: path, readBy: .public).keep()
    }
}
#endif
