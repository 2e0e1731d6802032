// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// A reload takes over what is sound, plugin by plugin, and nothing else.
@Suite struct PluginReloadTests {
    private static func main(_ words: String) -> String {
        "report 'say' (function(edition, doc) doc:heading(1, '\(words)') end)"
    }

    private static func words(_ engine: any ScriptEngine, _ plugin: String) async throws -> String {
        let request = ReportRequest("\(plugin)/say", of: Northshire.edition())
        return try await engine.report(request).document.title
    }

    private static func test(_ words: String) -> String {
        "test 'x' (function(t) t.contains(t.report('say', t.edition {}), '\(words)') end)"
    }

    @Test func whatIsSoundIsTakenOverAndTheRestGoesOn() async throws {
        let old = try await LuaPlugins.load(
            MemoryFiles.folder(["a": Self.main("a1"), "b": Self.main("b1"), "c": Self.main("c1")])
        )
        let new = MemoryFiles.folder([
            "a": Self.main("a2"), "b": "report 'say' (function(", "d": Self.main("d1"), "e": "x =",
        ])
        let reload = try await old.reloading(new)
        #expect(
            reload.changes == [
                "a": .replaced,
                "b": .keptOld(["b/main.lua:1: <name> or '...' expected near <eof>"]),
                "c": .removed, "d": .added,
                "e": .broken(["e/main.lua:1: unexpected symbol near <eof>"]),
            ]
        )
        #expect(!reload.isComplete)
        #expect(try await Self.words(reload.plugins, "a") == "a2")
        #expect(try await Self.words(reload.plugins, "b") == "b1")
        #expect(try await Self.words(reload.plugins, "d") == "d1")
        #expect(try await Self.words(old, "a") == "a1")
        #expect(reload.plugins.contributions.reports.map(\.id) == ["a/say", "b/say", "d/say"])
    }

    @Test func whatIsTheSameIsUnchanged() async throws {
        let folder = MemoryFiles.folder(["a": Self.main("a1")])
        let reload = try await LuaPlugins.load(folder).reloading(folder)
        #expect(reload.changes == ["a": .unchanged])
        #expect(reload.isComplete)
    }

    @Test func aFailingTestKeepsTheOldVersion() async throws {
        let old = try await LuaPlugins.load(MemoryFiles.folder(["a": Self.main("a1")]))
        let new = PluginFolder(
            "plugins",
            files: MemoryFiles(files: [
                "plugins/a/plugin.json": MemoryFiles.manifest("a"),
                "plugins/a/main.lua": Self.main("a2"), "plugins/a/tests/a.lua": Self.test("a1"),
            ])
        )
        let reload = try await old.reloading(new)
        #expect(
            reload.changes == [
                "a": .keptOld([
                    "the test “x” fails: a/tests/a.lua:1: expected a text with “a1” in it, found "
                        + "“# a2…”"
                ])
            ]
        )
        #expect(try await Self.words(reload.plugins, "a") == "a1")
        let untested = try await old.reloading(new, isTesting: false)
        #expect(try await Self.words(untested.plugins, "a") == "a2")
    }

    @Test func aFolderThatIsGoneChangesNothing() async throws {
        let old = try await LuaPlugins.load(MemoryFiles.folder(["a": Self.main("a1")]))
        let holder = PluginHolder(old, folder: PluginFolder("gone", files: MemoryFiles(files: [:])))
        await #expect(throws: PluginError.self) { try await holder.reload() }
        #expect(try await Self.words(holder, "a") == "a1")
    }

    @Test func aHolderSwapsAndServes() async throws {
        let folder = MemoryFiles.folder(["a": Self.main("a2")])
        let old = try await LuaPlugins.load(MemoryFiles.folder(["a": Self.main("a1")]))
        let holder = PluginHolder(old, folder: folder)
        #expect(try await Self.words(holder, "a") == "a1")
        #expect(try await holder.reload().changes == ["a": .replaced])
        #expect(try await Self.words(holder, "a") == "a2")
        #expect(try await holder.reload().changes == ["a": .unchanged])
    }

    @Test func reloadsAtTheSameTimeEndWithTheNewPlugins() async throws {
        let folder = MemoryFiles.folder(["a": Self.main("a2")])
        let old = try await LuaPlugins.load(MemoryFiles.folder(["a": Self.main("a1")]))
        let holder = PluginHolder(old, folder: folder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { _ = try await holder.reload() } }
            try await group.waitForAll()
        }
        #expect(try await Self.words(holder, "a") == "a2")
    }
}
#endif
