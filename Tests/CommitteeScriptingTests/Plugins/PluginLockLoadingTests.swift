// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
@testable import CommitteeScripting
import Testing

/// A lock beside a folder counts for whoever loads the folder, without a word from the host.
@Suite struct PluginLockLoadingTests {
    private static let main = "report 'late' (function(edition, doc) doc:heading(1, 'x') end)\n"

    /// A folder of one plugin with a lock that approves it as it was with some `main.lua`.
    private static func folder(approving approved: String, holding main: String) throws
        -> PluginFolder
    {
        let lock = try MemoryFiles.demo(approved).approving(
            ["demo"],
            in: nil,
            digest: .ofLocks,
            by: "Lead Officer",
            on: CivilDate(2026, 10, 1)
        )
        return try folder(holding: main, lock: lock.json.indentedText)
    }

    private static func folder(holding main: String, lock: String) throws -> PluginFolder {
        let folder = MemoryFiles.demo(main)
        var files = try #require(folder.files as? MemoryFiles)
        files.files["plugins.lock"] = lock
        return PluginFolder(folder.path, files: files)
    }

    private static let approved = PluginStanding.approved(
        by: "Lead Officer",
        on: CivilDate(2026, 10, 1)
    )
    private static let changed = PluginStanding.draft(
        reason: "it has changed since it was approved (main.lua is changed)",
        audience: .public
    )

    @Test(arguments: [(main, approved), (main + "\n", changed)])
    func loadingHonoursTheLock(_ main: String, _ standing: PluginStanding) async throws {
        let folder = try Self.folder(approving: Self.main, holding: main)
        let plugins = try await LuaPlugins.load(folder)
        #expect(plugins.contributions.plugins.map(\.standing) == [standing])
        let blocking = try LuaPlugins(blocking: folder)
        #expect(blocking.contributions.plugins.map(\.standing) == [standing])
    }

    @Test func withoutALockEveryPluginCounts() async throws {
        let plugins = try await LuaPlugins.load(MemoryFiles.demo(Self.main))
        #expect(plugins.contributions.plugins.map(\.standing) == [.notLocked])
    }

    @Test func aLockThatCannotBeReadIsNoReasonToGoOn() async throws {
        let folder = try Self.folder(holding: Self.main, lock: "{}")
        await #expect(throws: PluginError.self) { try await LuaPlugins.load(folder) }
    }

    @Test func reloadingReadsTheLockAnew() async throws {
        let old = try await LuaPlugins.load(
            try Self.folder(approving: Self.main, holding: Self.main)
        )
        let changed = try Self.folder(approving: Self.main, holding: Self.main + "\n")
        let reload = try await old.reloading(changed)
        #expect(reload.plugins.contributions.plugins.map(\.standing) == [Self.changed])
    }

    /// The examples of FIPS 180-4, and the lengths at which a block is full.
    @Test(arguments: [
        (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
        (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        (1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
    ])
    func theDigestIsSHA256(_ count: Int, _ hash: String) {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
        #expect(Hexadecimal.text(Digest.ofLocks(bytes)) == hash)
    }
}
#endif
