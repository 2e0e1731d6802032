// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
@testable import CommitteeScripting
import CommitteeTestKit
import Testing

/// Plugins that stand in several folders.
@Suite struct SeveralFoldersTests {
    private static func main(_ report: String) -> String {
        "report '\(report)' (function(edition, doc) doc:heading(1, 'x') end)\n"
    }

    private static func folder(
        _ path: String,
        _ plugins: [String],
        manifests: [String: String] = [:],
        lock: String? = nil
    ) -> PluginFolder {
        var files: [String: String] = [:]
        for id in plugins {
            files["\(path)/plugins/\(id)/plugin.json"] = manifests[id] ?? MemoryFiles.manifest(id)
            files["\(path)/plugins/\(id)/main.lua"] = main(id)
        }
        files["\(path)/plugins.lock"] = lock
        return PluginFolder("\(path)/plugins", files: MemoryFiles(files: files))
    }

    @Test func allOfThemAreLoadedInOneOrder() async throws {
        let plugins = try await LuaPlugins.load([
            Self.folder(
                "north",
                ["alpha"],
                manifests: ["alpha": MemoryFiles.manifest("alpha", #""after": ["shared"]"#)]
            ),
            Self.folder("council", ["shared", "beta"]),
        ])
        #expect(plugins.contributions.plugins.map(\.id) == ["beta", "shared", "alpha"])
        #expect(plugins.contributions.plugins.flatMap(\.problems) == [])
        #expect(
            Set(plugins.contributions.reports.map(\.id))
                == ["alpha/alpha", "beta/beta", "shared/shared"]
        )
    }

    @Test func theLockOfAFolderCountsForItsOwnPluginsOnly() async throws {
        let empty = try Self.folder("north", ["alpha"]).approving(
            ["alpha"],
            in: nil,
            digest: .ofLocks,
            by: "Lead Officer",
            on: CivilDate(2026, 10, 1)
        )
        let plugins = try await LuaPlugins.load([
            Self.folder("north", ["alpha", "later"], lock: empty.json.indentedText),
            Self.folder("council", ["shared"]),
        ])
        let standings = plugins.contributions.plugins.map { plugin in
            switch plugin.standing {
            case .approved: "\(plugin.id) approved"
            case .draft: "\(plugin.id) draft"
            default: "\(plugin.id) not locked"
            }
        }
        #expect(standings == ["alpha approved", "later draft", "shared not locked"])
    }

    @Test func twoPluginsOfOneNameAreAnError() async throws {
        let error = await #expect(throws: PluginError.self) {
            try await LuaPlugins.load([
                Self.folder("north", ["alpha"]), Self.folder("council", ["alpha"]),
            ])
        }
        #expect(
            error?.message
                == "There is a plugin “alpha” in “north/plugins” and another in “council/plugins”. Give one of "
                + "them another name, or leave one folder out."
        )
    }

    @Test func aRunTellsTheObserverHowItEndedAndNothingThatItSaid() async throws {
        let seen = Seen()
        let host = ScriptHost(observer: seen.observer)
        let program = Lua.program("error('the words of a child')")
        await #expect(throws: ScriptFailure.self) { try await host.declarations(of: program) }
        _ = try await host.declarations(of: Lua.program(Self.main("x")))
        #expect(seen.events.map(\.name) == ["script.failed"])
        #expect(seen.events.first?.details["place"] == "main.lua:1")
        #expect(!"\(seen.events)".contains("child"))
        #expect(seen.measures.map(\.name) == ["script.run", "script.failures", "script.run"])
        #expect(seen.measures.allSatisfy { $0.labels["plugin"] == "demo" })
    }
}
#endif
