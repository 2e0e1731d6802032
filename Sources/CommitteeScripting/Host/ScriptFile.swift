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
#endif
