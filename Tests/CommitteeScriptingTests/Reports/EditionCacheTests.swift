// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import Testing

@testable import CommitteeScripting

@Suite("Editions kept between runs")
struct EditionCacheTests {
    static let main = """
        report "all" { title = "All", media_type = "text/csv", run = function(edition, out, ctx)
          out:row(edition.plan.title, ctx.today, edition.audience)
          for _, id, text in ctx.each(edition.plan.items, "id", "text") do out:row(id, text) end
          for _, what, count in ctx.each(edition.omitted, "what", "count") do out:row(what, count) end
        end }
        """

    /// Two plugins that differ in their audience only.
    static func plugins(editionBytes: Int = 1 << 28) async throws -> LuaPlugins {
        var options = LuaPlugins.Options()
        options.editionBytes = editionBytes
        func manifest(_ id: String, _ audience: String) -> String {
            """
            { "id": "\(id)", "version": "1.0.0", "api": 1, "title": "A plugin",
              "audience": "\(audience)" }
            """
        }
        return try await LuaPlugins.load(
            MemoryFiles.folder(
                ["open": main, "closed": main],
                manifests: [
                    "open": manifest("open", "public"), "closed": manifest("closed", "committee"),
                ]
            ),
            options: options
        )
    }

    static func bytes(
        _ plugins: LuaPlugins,
        _ id: String,
        _ edition: Edition,
        today: CivilDate = CivilDate(2026, 1, 1)
    ) async throws -> String {
        let request = ReportRequest("\(id)/all", of: edition, today: today)
        let own = try await plugins.report(request).ownFormat
        return String(decoding: own?.bytes ?? [], as: UTF8.self)
    }

    /// An edition for the committee in which one action is not for the public.
    static func edition() throws -> Edition {
        var edition = Northshire.edition()
        edition.audience = .committee
        let last = try #require(edition.plans[0].items.indices.last)
        edition.plans[0].items[last].audience = .committee
        edition.plans[0].items[last].text = Prose("For the committee's eyes")
        return edition
    }

    @Test("A report is the same with and without what is kept")
    func bytesAreTheSame() async throws {
        let edition = try Self.edition()
        let keeping = try await Self.plugins()
        let first = try await Self.bytes(keeping, "closed", edition)
        let second = try await Self.bytes(keeping, "closed", edition)
        let without = try await Self.bytes(
            try await Self.plugins(editionBytes: 0),
            "closed",
            edition
        )
        #expect(first.contains("For the committee's eyes"))
        #expect(first == second)
        #expect(first == without)
    }

    @Test("An edition is flattened once for all runs on it")
    func editionsAreKept() async throws {
        let plugins = try await Self.plugins()
        let edition = try Self.edition()
        for _ in 0..<3 { _ = try await Self.bytes(plugins, "closed", edition) }
        #expect(plugins.editions.count == 1)
        let key = EditionCache.Key(
            edition: edition,
            audience: .committee,
            today: CivilDate(2026, 1, 1)
        )
        let one = try plugins.editions.flattened(key, schemes: [])
        let other = try plugins.editions.flattened(key, schemes: [])
        #expect(one.script === other.script)
    }

    @Test(
        "A plugin for the public never sees what one for the committee saw",
        arguments: [true, false]
    )
    func audiencesAreKeptApart(committeeFirst: Bool) async throws {
        let plugins = try await Self.plugins()
        let edition = try Self.edition()
        let order = committeeFirst ? ["closed", "open", "closed"] : ["open", "closed", "open"]
        for id in order {
            let text = try await Self.bytes(plugins, id, edition)
            #expect(text.contains("For the committee's eyes") == (id == "closed"))
            #expect(text.contains(id == "closed" ? ",committee\r\n" : ",public\r\n"))
        }
        #expect(plugins.editions.count == 2)
    }

    @Test("A change in the record is seen at once")
    func nothingStaleIsServed() async throws {
        let plugins = try await Self.plugins()
        var edition = try Self.edition()
        _ = try await Self.bytes(plugins, "closed", edition)
        edition.plans[0].items[0].text = Prose("Changed since")
        #expect(try await Self.bytes(plugins, "closed", edition).contains("Changed since"))
    }

    @Test("Another day is another edition to Lua")
    func todayIsPartOfIt() async throws {
        let plugins = try await Self.plugins()
        let edition = try Self.edition()
        let first = try await Self.bytes(plugins, "closed", edition)
        let later = try await Self.bytes(plugins, "closed", edition, today: CivilDate(2026, 1, 2))
        #expect(first.contains("2026-01-01"))
        #expect(later.contains("2026-01-02"))
    }

    @Test("No more is kept than allowed, by number and by bytes")
    func whatIsKeptIsBounded() async throws {
        let plugins = try await Self.plugins()
        var edition = try Self.edition()
        var largest = 0
        for number in 0..<12 {
            edition.name = "Committee \(number)"
            _ = try await Self.bytes(plugins, "closed", edition)
            #expect(plugins.editions.count <= plugins.editions.countLimit)
            largest = max(largest, plugins.editions.byteCount / plugins.editions.count)
        }
        #expect(plugins.editions.count == plugins.editions.countLimit)
        let small = EditionCache(byteLimit: largest * 2 + largest / 2)
        for number in 0..<6 {
            edition.name = "Committee \(number)"
            let key = EditionCache.Key(
                edition: edition,
                audience: .committee,
                today: CivilDate(2026, 1, 1)
            )
            _ = try small.flattened(key, schemes: [])
            #expect(small.byteCount <= small.byteLimit)
        }
        #expect(small.count == 2)
    }

    @Test("A host that is short of memory can have all of it back")
    func everythingCanBeForgotten() async throws {
        let plugins = try await Self.plugins()
        _ = try await Self.bytes(plugins, "closed", try Self.edition())
        plugins.forgetEditions()
        #expect(plugins.editions.count == 0)
        #expect(plugins.editions.byteCount == 0)
    }

    @Test("Many runs at once on one edition give the same bytes")
    func runsTogetherAgree() async throws {
        let plugins = try await Self.plugins()
        let edition = try Self.edition()
        let expected = try await Self.bytes(plugins, "closed", edition)
        plugins.forgetEditions()
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<16 {
                group.addTask { try await Self.bytes(plugins, "closed", edition) }
            }
            for try await text in group { #expect(text == expected) }
        }
    }
}
#endif
