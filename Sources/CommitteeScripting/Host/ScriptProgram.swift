// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CLuaHost

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
    /// What its files were compiled to, which copies of the program share.
    let code = ScriptCode()

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

extension ScriptProgram {
    /// Whether two programs have the same source and the same permissions.
    public static func == (left: ScriptProgram, right: ScriptProgram) -> Bool {
        left.plugin == right.plugin && left.files == right.files && left.kinds == right.kinds
            && left.mayLoad == right.mayLoad
    }

    /// Adds the source and the permissions to a hash.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(plugin)
        hasher.combine(files)
        hasher.combine(kinds)
        hasher.combine(mayLoad)
    }
}

/// The compiled files of a program, kept in C for its later runs.
///
/// A file is compiled again when it has changed, so that this never has to be thrown away.
final class ScriptCode: Sendable {
    // Never changes, and what it refers to has a lock of its own.
    nonisolated(unsafe) let pointer: OpaquePointer?

    /// Creates an empty one; without memory for it, every run compiles.
    init() { pointer = clh_code_new() }

    deinit { clh_code_release(pointer) }
}
#endif
