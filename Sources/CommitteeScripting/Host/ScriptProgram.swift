// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

/// One Lua file of a plugin.
public struct ScriptFile: Hashable, Sendable {
    /// The name inside the plugin's folder: `main.lua`, or `lib/x.lua` for `require "x"`.
    public var name: String
    /// The text in UTF-8; at most 64 KB.
    public var bytes: [UInt8]

    /// Creates a file from bytes.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Creates a file from a text.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }
}

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

    /// Creates a program.
    public init(plugin: String, files: [ScriptFile], kinds: [String]) {
        self.plugin = plugin
        self.files = files
        self.kinds = kinds
    }
}

/// What a plugin declared once, such as one layout.
public struct ScriptDeclaration: Hashable, Sendable {
    /// The kind: the name of the declaration function.
    public var kind: String
    /// The name; empty for a kind that was declared without one.
    public var name: String
    /// The file in which it is declared.
    public var file: String
    /// The line of that file, counted from 1.
    public var line: Int
    /// The body, in which functions are only marked.
    ///
    /// A function is ``ScriptValue/function(line:)``; the path to it, such as `columns[5].value`,
    /// is how ``ScriptCall`` names it. A body that is a function itself has the empty path.
    public var value: ScriptValue

    /// Creates a declaration.
    public init(kind: String, name: String, file: String, line: Int, value: ScriptValue) {
        self.kind = kind
        self.name = name
        self.file = file
        self.line = line
        self.value = value
    }
}
#endif
