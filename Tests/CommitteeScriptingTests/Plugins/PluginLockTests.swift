// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Testing

/// What a lock approves, and what becomes of the rest.
@Suite struct PluginLockTests {
    private static let layout =
        "layout 'plan' { title = 'Plan {period}', levels = { 'priority', 'outcome', 'action' },\n"
        + "  columns = { { 'No', 'number' }, { 'Action', 'text' } } }\n"
    private static let main =
        layout
        + "report 'late' (function(edition, doc) doc:heading(1, edition.audience) end)\n"
        + "report 'csv' { media_type = 'text/csv', run = function(e, out) out:row { 'x' } end }\n"

    private static func folder(_ main: String = main, manifest more: String = "") -> PluginFolder {
        MemoryFiles.demo(main, manifest: more)
    }

    private static func lock(_ folder: PluginFolder = folder()) throws -> PluginLock {
        try folder.approving(
            ["demo"],
            in: nil,
            digest: .testing,
            by: "Lead Officer",
            on: CivilDate(2026, 10, 1)
        )
    }

    private static func load(
        _ folder: PluginFolder,
        _ lock: PluginLock,
        _ drafts: PluginApproval.Drafts = .reading(.public)
    ) async throws -> LuaPlugins {
        let approval = PluginApproval(lock: lock, digest: .testing, drafts: drafts)
        return try await LuaPlugins.load(folder, options: .init(approval: approval))
    }

    private static func library(_ plugins: LuaPlugins) -> CommitteeLibrary {
        CommitteeLibrary(
            store: InMemoryJournal(context: .testing()),
            plugins: plugins,
            today: { CivilDate(2026, 10, 31) }
        )
    }

    private static let notApproved =
        "Written by the plugin “demo”, which is a draft: nobody has approved it. Do not take this "
        + "for the committee's own report."

    @Test func theLockIsReadAsItIsWritten() throws {
        let lock = try Self.lock()
        let read = try PluginLock(
            reading: Array(lock.json.indentedText.utf8),
            source: "plugins.lock"
        )
        #expect(read == lock)
        #expect(read.plugins["demo"]?.files.keys.sorted() == ["main.lua", "plugin.json"])
    }

    @Test(arguments: [
        ("plugins", "plugins.lock"), ("a/plugins/", "a/plugins.lock"), ("x//", "x.lock"),
        ("plugins/.", "plugins.lock"), ("plugins/demo/..", "plugins.lock"),
        ("./plugins", "./plugins.lock"), ("a/../plugins/", "a/../plugins.lock"),
        ("/plugins/./demo/..//.", "/plugins.lock"),
    ])
    func theLockStandsBesideTheFolder(path: String, lock: String) {
        // Neither files in memory nor a folder that is not there have links to follow.
        #expect(PluginFolder(path, files: MemoryFiles(files: [:])).lockPath == lock)
        #expect(PluginFolder("/no-such-folder/" + path).lockPath == "/no-such-folder/" + lock)
    }

    @Test func anApprovedPluginIsNoDraft() async throws {
        let plugins = try await Self.load(Self.folder(), try Self.lock())
        #expect(
            plugins.contributions.plugins.map(\.standing)
                == [.approved(by: "Lead Officer", on: CivilDate(2026, 10, 1))]
        )
        let document = try await Self.library(plugins).report("demo/late", of: Northshire.edition())
            .document
        #expect(document.blocks == [.heading(1, "committee")])
    }

    @Test(arguments: [
        (main + "\n", "", "main.lua is changed"),
        (main, "\"limits\": { \"fuel\": 1000000 }", "plugin.json is changed"),
    ])
    func aChangedFileMakesADraft(main: String, more: String, words: String) async throws {
        let folder = Self.folder(main, manifest: more)
        let found = try folder.differences(from: try Self.lock(), digest: .testing)
        #expect(found.map(\.differences) == [[words]])
        let plugins = try await Self.load(folder, try Self.lock())
        #expect(
            plugins.contributions.plugins.map(\.standing) == [
                .draft(reason: "it has changed since it was approved (\(words))", audience: .public)
            ]
        )
    }

    @Test func whatIsAskedForIsCompared() throws {
        let asking = Self.folder(manifest: "\"permissions\": [\"load\"]")
        let found = try asking.differences(from: try Self.lock(), digest: .testing)
        #expect(found.map(\.differences) == [["it asks for “load”", "plugin.json is changed"]])
    }

    @Test func aPluginThatIsGoneIsTold() throws {
        let other = MemoryFiles.folder(["other": ""])
        let found = try other.differences(from: try Self.lock(), digest: .testing)
        #expect(found.map(\.plugin) == ["demo", "other"])
        #expect(found.map(\.differences) == [["the plugin is gone"], ["nobody has approved it"]])
    }

    @Test(arguments: DocumentFormat.allCases)
    func aDraftIsMarkedInEveryForm(form: DocumentFormat) async throws {
        let plugins = try await Self.load(Self.folder(), PluginLock(digest: .testing))
        let library = Self.library(plugins)
        for id in ["demo/late", "demo/plan"] {
            let report = try await library.report(id, of: Northshire.edition())
            let text = String(decoding: try report.render(form), as: UTF8.self)
                .replacing("\n", with: " ").replacing("&#39;", with: "'")
            #expect(text.contains("a draft: nobody has approved it"), "\(id): \(text)")
        }
    }

    @Test(arguments: [Audience.public, .partners])
    func aDraftReadsNoMoreThanItMay(audience: Audience) async throws {
        let plugins = try await Self.load(
            Self.folder(),
            PluginLock(digest: .testing),
            .reading(audience)
        )
        let document = try await Self.library(plugins).report("demo/late", of: Northshire.edition())
            .document
        #expect(
            document.blocks
                == [.notice(.watermark, Self.notApproved), .heading(1, audience.rawValue)]
        )
    }

    @Test func aDraftsLayoutWritesNoMoreThanItMayRead() async throws {
        let plugins = try await Self.load(Self.folder(), PluginLock(digest: .testing))
        let report = try await Self.library(plugins).report("demo/plan", of: Northshire.edition())
        let text = String(decoding: try report.render(.plainText), as: UTF8.self)
        #expect(text.contains("Train sixty staff"))
        #expect(!text.contains("Review cases as they close"))  // for partners only
    }

    @Test(arguments: ["demo/plan", "demo/late"], DocumentFormat.allCases)
    func whatIsWrittenInPiecesIsTheSame(id: String, format: DocumentFormat) async throws {
        let plugins = try await Self.load(Self.folder(), PluginLock(digest: .testing))
        let report = try await Self.library(plugins).report(id, of: Northshire.edition())
        #expect(report.canRender(format))
        #expect(report.ownFormat == nil)
        var bytes: [UInt8] = []
        try report.render(format, into: &bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        var whole = try report.document.render(format)
        if format == .csv, id == "demo/plan" {
            // A layout's values separated by commas can be read again.
            var renderer = CSVRenderer()
            renderer.content = .everything
            whole = []
            renderer.render(try report.document, into: &whole)
        }
        #expect(text == String(decoding: whole, as: UTF8.self))
        #expect(text.contains("nobody has approved it"))
        #expect(!text.contains("Review cases as they close"))  // for partners only
    }

    @Test("A report with bytes of a format of its own is written in that format and no other")
    func bytesOfAFormatOfItsOwnAreWrittenAsTheyAre() async throws {
        let plugins = try await LuaPlugins.load(Self.folder())
        let report = try await Self.library(plugins).report("demo/csv", of: Northshire.edition())
        #expect(report.ownFormat == .init(mediaType: "text/csv", bytes: Array("x\r\n".utf8)))
        #expect(try report.render(.csv) == Array("x\r\n".utf8))
        #expect(DocumentFormat.allCases.filter(report.canRender) == [.csv])
        var bytes: [UInt8] = []
        let other = #expect(throws: LibraryError.self) { try report.render(.html, into: &bytes) }
        #expect(
            other?.message
                == "The report “demo/csv” writes text/csv of its own, and cannot be written as "
                + "text/html; charset=utf-8. Use its own format."
        )
        #expect(bytes == [])
        let none = #expect(throws: LibraryError.self) { try report.document }
        #expect(
            none?.message
                == "The report “demo/csv” writes text/csv of its own and makes no document. Use its own "
                + "format."
        )
    }

    @Test func aDraftsBytesAreToldByTheSummary() async throws {
        let plugins = try await Self.load(Self.folder(), PluginLock(digest: .testing))
        let report = try await Self.library(plugins).report("demo/csv", of: Northshire.edition())
        #expect(report.ownFormat == .init(mediaType: "text/csv", bytes: Array("x\r\n".utf8)))
        #expect(plugins.contributions.draft(of: "demo/csv")?.notice == Self.notApproved)
    }

    @Test func aDraftsRemindersSaySo() async throws {
        // The rules of a plugin without layouts speak of every plan.
        let folder = Self.folder("reminder 'chase' { { overdue = true, every = '1 week' } }")
        let plugins = try await Self.load(folder, PluginLock(digest: .testing))
        let round = await Self.library(plugins).reminders(for: Northshire.edition())
        #expect(round.count == 1)
        #expect(
            round.first?.message.hasPrefix("Draft, by a rule that is not approved: ") == true
        )
    }

    @Test func aStrictHostRefusesDrafts() async throws {
        let plugins = try await Self.load(Self.folder(), PluginLock(digest: .testing), .refused)
        #expect(
            plugins.contributions.plugins.flatMap(\.problems) == [
                "demo: nobody has approved it, and this host refuses drafts. Look at it, then "
                    + "approve it: committee plugin approve demo."
            ]
        )
        #expect(plugins.contributions.reports.isEmpty)
    }

    @Test func withoutALockEverythingIsAsBefore() async throws {
        let plugins = try await LuaPlugins.load(Self.folder())
        #expect(plugins.contributions.plugins.map(\.standing) == [.notLocked])
        let document = try await Self.library(plugins).report("demo/late", of: Northshire.edition())
            .document
        #expect(document.blocks == [.heading(1, "committee")])
    }

    @Test func aBrokenManifestIsNotApproved() throws {
        let folder = MemoryFiles.folder(["demo": ""], manifests: ["demo": "{ \"id\": \"demo\" }"])
        let error = #expect(throws: PluginError.self) { try Self.lock(folder) }
        #expect(
            error?.message
                == "The plugin “demo” has a mistake and cannot be approved. demo/plugin.json:1: "
                + "“api” (a whole number) is missing. Add it."
        )
    }

    @Test func aLockThatIsNoneIsToldWithItsLine() throws {
        let files = MemoryFiles(files: ["plugins.lock": "{\n \"format\": \"x\" }"])
        let error = #expect(throws: PluginError.self) {
            try PluginFolder("plugins", files: files).lock()
        }
        #expect(error?.message.hasPrefix("plugins.lock:2: format: ") == true)
    }
}
#endif
