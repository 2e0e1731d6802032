// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// What a manifest may say, and what an author reads when it says something else.
@Suite struct PluginManifestTests {
    static let broken: [(String, String)] = [
        ("{", "demo/plugin.json:1: "),
        (
            MemoryFiles.manifest("other"),
            "demo/plugin.json:1: id: the plugin calls itself “other” and stands in the folder "
                + "“demo”. Give both the same name."
        ),
        (
            MemoryFiles.manifest("demo", "\"colour\": 1"),
            "demo/plugin.json:3: “colour” is not a name that is known here. Known: id, version, "
                + "api, title, audience, permissions, settings, limits, after."
        ),
        (
            MemoryFiles.manifest("demo", "\"limits\": { \"fuel\": 90000000 }"),
            "demo/plugin.json:3: limits.fuel: a plugin may only lower its limits. The host allows "
                + "50000000, so write a whole number from 1 to 50000000, found 90000000."
        ),
        (
            MemoryFiles.manifest(
                "demo",
                "\"settings\": { \"days\": { \"type\": \"integer\", \"default\": 0, \"min\": 1, "
                    + "\"doc\": \"How many.\" } }"
            ),
            "demo/plugin.json:3: settings.days.default: 0 is less than 1, the least that it may be."
        ),
        (
            MemoryFiles.manifest(
                "demo",
                "\"settings\": { \"word\": { \"type\": \"text\", \"default\": \"a\", \"min\": 1, "
                    + "\"doc\": \"A word.\" } }"
            ),
            "demo/plugin.json:3: settings.word.min: only a number has a “min”. Take it out."
        ),
        (
            MemoryFiles.manifest("demo", "\"after\": [\"dmo\"]"),
            "demo/plugin.json: after: there is no plugin “dmo”. Did you mean “demo”?"
        ),
        (
            MemoryFiles.manifest("demo", "\"after\": [\"demo\"]"),
            "demo/plugin.json: after: the order goes round in a ring: “demo” after “demo”. Take "
                + "one of them out."
        ),
        (
            "{ \"id\": \"demo\", \"version\": \"1\", \"api\": 2, \"title\": \"T\", \"audience\": "
                + "\"public\" }",
            "demo/plugin.json:1: api: the plugin needs version 2 of the Lua API, and this library "
                + "has version 1."
        ),
    ]

    @Test(arguments: broken) func theProblemIs(manifest: String, problem: String) async throws {
        let folder = MemoryFiles.folder(["demo": ""], manifests: ["demo": manifest])
        let problems = try await LuaPlugins.problems(folder)
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix(problem) == true, "\(problems)")
    }

    @Test func theHostsValueForASettingIsChecked() async throws {
        let folder = MemoryFiles.demo(
            "report 'x' (function(edition, doc, ctx) doc:heading(ctx.settings.days, 'x') end)",
            manifest: "\"settings\": { \"days\": { \"type\": \"integer\", \"default\": 2, "
                + "\"max\": 6, \"doc\": \"A level.\" } }"
        )
        let wrong = LuaPlugins.Options(settings: ["demo": ["days": 7, "day": 1]])
        #expect(
            try await LuaPlugins.problems(folder, wrong) == [
                "demo: the host sets “day”, which is not a setting of the plugin. Did you mean "
                    + "“days”?",
                "demo: the host's value for the setting “days”: 7 is more than 6, the most that it "
                    + "may be.",
            ]
        )
        let plugins = try await LuaPlugins.load(
            folder,
            options: LuaPlugins.Options(settings: ["demo": ["days": 3]])
        )
        let report = try await plugins.report(ReportRequest("demo/x", of: Northshire.edition()))
        #expect(try report.document == Document(title: "x", blocks: [.heading(3, "x")]))
    }

    @Test func pluginsComeAfterThoseThatTheyName() async throws {
        let folder = MemoryFiles.folder(
            ["a": "", "b": "", "c": ""],
            manifests: ["a": MemoryFiles.manifest("a", "\"after\": [\"c\"]")]
        )
        let all = try await LuaPlugins.load(folder)
        #expect(all.contributions.plugins.map(\.id) == ["b", "c", "a"])
        let some = try await LuaPlugins.load(folder, only: ["a"])
        #expect(some.contributions.plugins.map(\.id) == ["c", "a"])
    }

    @Test func anUnknownPluginNamesTheClosest() async throws {
        let folder = MemoryFiles.folder(["northshire": ""])
        let error = await #expect(throws: PluginError.self) {
            try await LuaPlugins.load(folder, only: ["northshir"])
        }
        #expect(
            error?.message
                == "There is no plugin “northshir” in “plugins”. Did you mean “northshire”?"
        )
    }

    @Test func aMissingFolderIsSaid() async throws {
        let error = await #expect(throws: PluginError.self) {
            try await LuaPlugins.load(PluginFolder("/no/such/folder"))
        }
        #expect(
            error?.message
                == "There is no folder “/no/such/folder”. Give the folder in which the plugins stand."
        )
    }
}
#endif
