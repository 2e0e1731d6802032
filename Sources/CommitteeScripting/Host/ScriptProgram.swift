// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
/// The source of a plugin and the kinds of things that it may declare.
///
/// ```swift
/// let program = ScriptProgram(
///     plugin: "demo",
///     files: [ScriptFile(name: "main.lua", text: #"report "hello" (function() return 1 end)"#)],
///     kinds: ["report"])
/// ```
public struct ScriptProgram: Hashable, Sendable {
    /// The plugin's name, for errors.
    public var plugin: String
    /// The files, of which one must be `main.lua`.
    public var files: [ScriptFile]
    /// The names of the declaration functions, such as `layout` and `report`.
    public var kinds: [String]
    /// The file that is run; `main.lua`, unless it is one with tests.
    public var entry = "main.lua"
    /// Whether the file is only compiled, to find mistakes of writing; no call may then be made.
    public var onlyCompiles = false
    /// Whether the plugin may turn texts into functions with `load`.
    public var mayLoad: Bool

    /// Creates a program.
    public init(
        plugin: String,
        files: [ScriptFile],
        kinds: [String],
        mayLoad: Bool = false
    ) {
        self.plugin = plugin
        self.files = files
        self.kinds = kinds
        self.mayLoad = mayLoad
    }
}
#endif
