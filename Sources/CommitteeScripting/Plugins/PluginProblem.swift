// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Something that is wrong with a plugin, or could be better, with the place where it stands.
public struct PluginProblem: Hashable, Sendable, CustomStringConvertible {
    /// How much a problem matters.
    public enum Severity: String, CaseIterable, Hashable, Sendable {
        /// The plugin, or a part of it, cannot work; it must be corrected.
        case error
        /// It works, and something in it is probably not meant so.
        case warning
        /// It works, and could be better.
        case hint
    }

    /// The plugin's identifier.
    public var plugin: String
    /// The file inside the plugin's folder, when the problem stands in one.
    public var file: String?
    /// The line of that file, counted from 1, when it is known.
    public var line: Int?
    /// How much it matters.
    public var severity: Severity
    /// What was found, what was expected, and what to do.
    public var message: String

    /// Creates a problem.
    ///
    /// - Parameters:
    ///   - plugin: The plugin's identifier.
    ///   - file: The file inside the plugin's folder.
    ///   - line: The line of that file, counted from 1.
    ///   - message: What was found, what was expected, and what to do.
    ///   - severity: How much it matters.
    public init(
        _ plugin: String,
        file: String? = nil,
        line: Int? = nil,
        _ message: String,
        severity: Severity = .error
    ) {
        self.plugin = plugin
        self.file = file
        self.line = line
        self.severity = severity
        self.message = message
    }

    /// The place and the message in one line, such as `demo/main.lua:3: …`.
    public var description: String {
        guard let file else { return "\(plugin): \(message)" }
        return line.map { "\(plugin)/\(file):\($0): \(message)" } ?? "\(plugin)/\(file): \(message)"
    }
}

extension PluginProblem {
    /// The problem of which an error in a file of the plugin tells.
    init(_ error: JSONError, in plugin: String) {
        let isInside = error.source.hasPrefix("\(plugin)/")
        self.init(
            plugin,
            file: isInside ? String(error.source.dropFirst(plugin.count + 1)) : error.source,
            line: error.line,
            error.message
        )
    }

    /// The problem of which a failed run tells, while no record is in reach that it could quote.
    init(_ failure: ScriptFailure) {
        self.init(failure.plugin, file: failure.file, line: failure.line, failure.message)
    }

    /// The problem of a file that could not be read.
    init(_ error: PluginError, in plugin: String) {
        let parts = error.message.split(separator: ": ", maxSplits: 1)
        guard parts.count == 2, parts[0].hasPrefix("\(plugin)/") else {
            self.init(plugin, error.message)
            return
        }
        self.init(plugin, file: String(parts[0].dropFirst(plugin.count + 1)), String(parts[1]))
    }
}
#endif
