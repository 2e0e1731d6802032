// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Testing

/// A new plugin works as it is made, and so do the examples on which it is tried.
@Suite struct PluginSkeletonTests {
    private static func folder(_ skeleton: PluginSkeleton) -> PluginFolder {
        var files: [String: String] = [:]
        for file in skeleton.files { files["plugins/\(skeleton.id)/\(file.name)"] = file.text }
        return PluginFolder("plugins", files: MemoryFiles(files: files))
    }

    @Test(arguments: PluginSkeleton.Kind.allCases)
    func aNewPluginPassesItsCheck(kind: PluginSkeleton.Kind) async throws {
        let folder = Self.folder(try PluginSkeleton("new-one", kind: kind))
        #expect(try await PluginCheck.checking(folder).flatMap(\.problems) == [])
    }

    @Test(arguments: PluginSkeleton.Kind.allCases)
    func aNewPluginPassesItsTests(kind: PluginSkeleton.Kind) async throws {
        let folder = Self.folder(try PluginSkeleton("new-one", kind: kind))
        let report = try await LuaPlugins.load(folder).test("new-one", in: folder)
        #expect(!report.results.isEmpty)
        #expect(report.failures.map(\.failure) == [])
    }

    @Test(
        "The test of a new layout holds when the layout becomes the committee's own",
        arguments: [
            ("Improvement Plan {period}", "Our plan for {period}"),
            ("Outcome {number}: {text}", "Theme {number} – {text}"),
            ("{ \"outcome\", \"action\" }", "{ \"outcome\", \"task\" }"),
            ("{ \"No\",        \"number\" },", ""),
            ("{ \"No\",        \"number\" },", "{ \"Outcome\", \"outcome.text\" },"),
            ("{ \"Action\",    \"text\" }", "{ \"What\", \"{number}: {text}\" }"),
            ("{ \"Lead\",      \"leads\" },", ""),
            ("headings = { outcome = { \"Outcome {number}: {text}\" } },", ""),
        ]
    )
    func aNewLayoutMayBeEdited(find: String, put: String) async throws {
        let skeleton = try PluginSkeleton("new-one", kind: .layout)
        var files: [String: String] = [:]
        for file in skeleton.files {
            files["plugins/new-one/\(file.name)"] = file.text.replacing(find, with: put)
        }
        let main = try #require(files["plugins/new-one/main.lua"])
        #expect(main != skeleton.files.first { $0.name == "main.lua" }?.text)
        let folder = PluginFolder("plugins", files: MemoryFiles(files: files))
        let report = try await LuaPlugins.load(folder).test("new-one", in: folder)
        #expect(!report.results.isEmpty)
        #expect(report.failures.map(\.failure) == [])
    }

    @Test(arguments: PluginSkeleton.Kind.allCases)
    func aNewPluginContributesWhatItWasMadeFor(kind: PluginSkeleton.Kind) async throws {
        let folder = Self.folder(try PluginSkeleton("new-one", kind: kind))
        let found = try await LuaPlugins.load(folder).contributions.plugins.first
        let names = found?.contributions ?? []
        let wanted = names.first { $0.hasSuffix(" \(kind.name)") }
        #expect(wanted != nil, "\(names)")
    }

    @Test(arguments: ["", "Northshire", "a b", "../x", String(repeating: "a", count: 51)])
    func aNameThatIsNoneIsRefused(id: String) {
        #expect(throws: PluginError.self) { try PluginSkeleton(id, kind: .report) }
    }

    // MARK: The examples

    @Test(arguments: [("northshire", 4, 2), ("strathmarr", 11, 2)])
    func theExamplesAreWhatTheySay(name: String, actions: Int, late: Int) async throws {
        let plugins = try await LuaPlugins.load(MemoryFiles.folder(["demo": ""])).unlocked
        let edition = try ExampleEdition.named(name).edition(plugins: plugins)
        let plan = try #require(edition.plans.first)
        #expect(plan.actions.count == actions)
        #expect(plan.actions.filter { $0.isLate(on: edition.asOf) }.count == late)
        let scheme = plugins.contributions.scheme(plan.scheme)
        let statuses = plan.actions.compactMap(\.status?.printed)
        #expect(statuses.filter { scheme?.key(reading: $0) == nil } == [])
    }

    @Test func everyExampleIsNamed() {
        #expect(ExampleEdition.all.map(\.name) == ["northshire", "strathmarr"])
        #expect(ExampleEdition.all.map(\.summary.isEmpty) == [false, false])
    }

    // MARK: The reference and the editor's files

    @Test(arguments: [
        ("item", "item"), ("item.due", "item.due"), ("doc:table", "doc:table"),
        ("doc.table", "doc:table"), ("layout", "layout"), ("is_late", "item.is_late"),
        ("t.equal", "t.equal"),
    ])
    func aPageIsFound(name: String, title: String) throws {
        #expect(try ScriptAPI.current.page(for: name).title == title)
    }

    @Test func anUnknownNameSaysTheClosest() {
        let error = #expect(throws: PluginError.self) {
            try ScriptAPI.current.page(for: "item.deu")
        }
        #expect(error?.message == "The API has no “item.deu”. Did you mean “item.due”?")
    }

    @Test func everyNameOfTheAPIHasAPage() throws {
        for type in ScriptAPI.current.types {
            for name in type.fields.map(\.name) + type.functions.map(\.name) {
                let page = try ScriptAPI.current.page(for: "\(type.name).\(name)")
                #expect(page.blocks.count > 1)
            }
        }
    }

    @Test func theEditorsSettingsAreThoseOfTheDocumentation() throws {
        let file = try #require(EditorStubs().files.first { $0.name == ".luarc.json" })
        let golden = GoldenFile(
            "luarc.json",
            besides: #filePath,
            in: "../../../Documentation/stubs"
        )
        let difference = golden.difference(from: Array(file.text.utf8))
        #expect(difference == nil, "\(difference ?? "")")
        let stubs = EditorStubs().files.first { $0.name == ".luals/committee.lua" }
        #expect(stubs?.text == ScriptAPI.current.stubs())
    }
}
#endif
