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
            in the folder given. Nothing that stands there is overwritten.

              committee plugin new northshire
              committee plugin new northshire --kind layout --title "Northshire CPC"
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
    var kind = PluginSkeleton.Kind.report

    @Option(help: "What people call it.")
    var title: String?

    @Option(
        help: ArgumentHelp(
            "The folder of plugins; “plugins” in the current folder without it.",
            valueName: "dir"
        )
    )
    var plugins = "plugins"

    func run() async throws {
        let skeleton: PluginSkeleton
        do {
            skeleton = try PluginSkeleton(id, kind: kind, title: title)
        } catch {
            throw Complaint(error.message, isUsage: true)
        }
        let folder = "\(plugins)/\(id)"
        guard !Folder.exists(folder) else {
            throw Complaint("There is a plugin at \(folder) already. Choose another name.")
        }
        try Folder.make(plugins)
        try Folder.make(folder)
        for file in skeleton.files {
            try Folder.write(Array(file.text.utf8), to: "\(folder)/\(file.name)")
        }
        let listed = skeleton.files.map { "  \(folder)/\($0.name)\n" }.joined()
        let place = plugins == "plugins" ? "" : " --plugins \(plugins)"
        try Output.write(
            TerminalLine.visible(
                """
                Made the plugin \(id) with \(kind.words), “\(kind.name)”:
                \(listed)
                Next:
                  committee plugin test \(id)\(place)
                  \(kind.trial(of: id))\(place)

                """
            )
        )
    }

    private static func kind(_ text: String) throws -> PluginSkeleton.Kind {
        if let kind = PluginSkeleton.Kind(rawValue: text) { return kind }
        throw ValidationError(
            ClosestName.suggestion(for: text, in: PluginSkeleton.Kind.allCases.map(\.rawValue))
        )
    }
}

extension Folder {
    /// Makes a folder, unless there is one.
    static func make(_ path: String) throws {
        guard mkdir(path, 0o755) != 0, errno != EEXIST || !exists(path) else { return }
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
