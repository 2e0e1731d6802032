// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// The files by which an editor with the Lua language server completes and checks plugins.
public struct EditorStubs: Hashable, Sendable {
    /// The files, by their names in the folder of plugins.
    public let files: [PluginSkeleton.File]

    /// Makes the files from the declaration of the API.
    ///
    /// - Parameter api: The declaration.
    public init(_ api: ScriptAPI = .current) {
        files = [
            PluginSkeleton.File(name: ".luals/committee.lua", text: api.stubs()),
            PluginSkeleton.File(name: ".luarc.json", text: Self.settings.indentedText),
        ]
    }

    /// What the language server must know: the version of Lua, and what the sandbox does not have.
    private static var settings: JSONValue {
        let missing = ["debug", "ffi", "io", "jit", "os", "package"]
        return [
            "runtime.version": "Lua 5.4",
            "runtime.path": ["?.lua", "lib/?.lua"],
            "runtime.builtin": .object(JSONObject(missing.map { ($0, "disable") })),
            "workspace.library": [".luals"],
            "workspace.checkThirdParty": false,
            "diagnostics.disable": ["lowercase-global"],
        ]
    }
}
#endif
