// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
@testable import CommitteeKit
import CommitteeStorage
import CommitteeTestKit
import Foundation
import Testing

/// Stores of every version that was ever written, brought up to date, and interrupted in the middle of it.
///
/// `Fixtures/schema-1.sqlite` was written by this library when its tables had version 1, and
/// `schema-2.sqlite` by version 2. They are never made anew: committees have such stores.
@Suite struct StoreUpgradeTests {
    private static let committee: CommitteeID = "glenmore-ppc"
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    private static func fixture(_ version: Int) -> URL {
        fixtures.appending(path: "schema-\(version).sqlite")
    }

    private static func copy(_ version: Int, into folder: TemporaryFolder) throws -> String {
        try FileManager.default.copyItem(at: fixture(version), to: URL(filePath: folder.file()))
        return folder.file()
    }

    private static func entries(of version: Int) async throws -> [Entry] {
        let store = try SQLiteJournal(path: fixture(version).path, as: .readingStill)
        return try await store.allEntries(of: committee)
    }

    @Test("There is a store of every version", arguments: 1...SQLiteJournal.schemaVersion)
    func storesOfEveryVersion(_ version: Int) async throws {
        let folder = try TemporaryFolder()
        let path = try Self.copy(version, into: folder)
        let before = try SQLiteJournal(path: path, as: .readingStill)
        #expect(try await before.answer(to: "PRAGMA user_version") == ["\(version)"])
        let entries = try await before.allEntries(of: Self.committee)
        #expect(entries.count == 133)
        try await before.close()
        let store = try SQLiteJournal(path: path)
        #expect(
            try await store.answer(to: "PRAGMA user_version") == ["\(SQLiteJournal.schemaVersion)"]
        )
        #expect(try await store.allEntries(of: Self.committee) == entries)
        #expect(try await store.verify().problems == [])
        let change = Change(.action("1.2", of: "glenmore-2026-2029"), .completed)
            .draft(effective: CivilDate(2026, 12, 1), by: "lead-officer")
        let receipt = try await store.append([change], to: Self.committee)
        #expect(receipt.lastSequence == entries.count + 1)
        #expect(try await store.verify().problems == [])
    }

    @Test func theStoresSayTheSame() async throws {
        var drafts: [[EntryDraft]] = []
        for version in 1...SQLiteJournal.schemaVersion {
            drafts.append(try await Self.entries(of: version).map(\.draft))
        }
        #expect(Set(drafts).count == 1)
    }

    // MARK: Interruptions

    /// What is wrong with what an interrupted upgrade left, and with what the next opening makes of it.
    private static func problems(
        at path: String,
        _ entries: [Entry],
        in folder: TemporaryFolder
    ) async -> [String] {
        var found: [String] = []
        let kept = path + ".before-schema-2"
        do {
            // What is there is looked at before anything is made of it.
            let look = try TemporaryFolder()
            for name in try folder.files() where !name.hasSuffix("-shm") {
                try FileManager.default.copyItem(
                    atPath: folder.file(name),
                    toPath: look.file(name)
                )
            }
            let left = try SQLiteJournal(path: look.file(), as: .reading)
            let version = try await left.answer(to: "PRAGMA user_version")
            if version != ["1"], version != ["2"] { found.append("it has the version \(version)") }
            if try await left.allEntries(of: committee) != entries {
                found.append("its entries are others")
            }
            found += try await left.verify().problems
            let hasCopy = FileManager.default.fileExists(atPath: kept)
            if version == ["2"], !hasCopy { found.append("no copy was kept before") }
            if hasCopy { found += try await problems(ofCopy: kept, entries) }
            let next = try SQLiteJournal(path: path)
            if try await next.answer(to: "PRAGMA user_version") != ["2"] {
                found.append("the next opening does not bring it up to date")
            }
            if try await next.allEntries(of: committee) != entries {
                found.append("the next opening finds other entries")
            }
            found += try await next.verify().problems
            try await next.close()
            found += try await problems(ofCopy: kept, entries)
        } catch {
            found.append("it cannot be used: \(error)")
        }
        return found
    }

    private static func problems(ofCopy kept: String, _ entries: [Entry]) async throws -> [String] {
        let copy = try SQLiteJournal(path: kept, as: .readingStill)
        var found = try await copy.verify().problems
        if try await copy.answer(to: "PRAGMA user_version") != ["1"] {
            found.append("the copy is no store of version 1")
        }
        if try await copy.allEntries(of: committee) != entries {
            found.append("the copy has other entries")
        }
        return found.map { "the copy: \($0)" }
    }

    private static func upgraded(
        in folder: TemporaryFolder,
        _ variables: [String: String]
    ) throws -> JournalWriterRun {
        let folder = URL(filePath: folder.path).resolvingSymlinksInPath().path
        return try JournalWriterRun(
            .upgrade,
            "\(folder)/store.sqlite",
            appends: 0,
            variables: variables.merging(
                [
                    "LD_PRELOAD": try PowerCutTests.builtShim(), "POWER_CUT_FOLDER": folder,
                    "POWER_CUT_SEED": "1",
                ]
            ) { $1 }
        )
    }

    @Test(
        "An upgrade that is ended at any call leaves the store as it was, or done",
        arguments: ["kept", "lost", "names", "torn"]
    )
    func interruptedUpgrades(_ mode: String) async throws {
        let entries = try await Self.entries(of: 1)
        // Each call once; `make attack-power` ends each in every way.
        let isLong = ProcessInfo.processInfo.environment["POWER_CUTS"] != nil
        let first = ["kept", "lost", "names", "torn"].firstIndex(of: mode) ?? 0
        var (calls, tried, wrong) = (isLong ? 1 : first + 1, 0, 0)
        while calls < 1_000 {
            defer { calls += isLong ? 1 : 4 }
            let folder = try TemporaryFolder()
            let path = try Self.copy(1, into: folder)
            let run = try Self.upgraded(
                in: folder,
                ["POWER_CUT_MODE": mode, "POWER_CUT_AT": "\(calls)"]
            )
            guard run.lines.last != "done" else { break }
            let problems = await Self.problems(at: path, entries, in: folder)
            #expect(problems == [], "call \(calls), \(mode): \(run.lines) \(run.errors)")
            tried += 1
            if !problems.isEmpty { wrong += 1 }
        }
        print("\(mode): \(tried) interrupted upgrades, \(wrong) wrong")
        #expect(tried > 8 && calls < 1_000)
    }

    @Test("An upgrade for which there is no room says so and leaves the store as it was")
    func upgradesOnAFullDisk() async throws {
        let entries = try await Self.entries(of: 1)
        var fillings = 0
        var refused = 0
        repeat {
            fillings += 1
            let folder = try TemporaryFolder()
            let path = try Self.copy(1, into: folder)
            let run = try Self.upgraded(
                in: folder,
                ["POWER_CUT_MODE": "kept", "POWER_CUT_FULL": "\(fillings)"]
            )
            guard run.figure("fillings") >= fillings else { break }
            let what = "from call \(fillings): \(run.lines)"
            if run.end != 0 {
                refused += 1
                #expect(run.end == 1, "\(what)")
                let said = run.lines.last ?? ""
                // SQLite does not tell why a log cannot be made.
                #expect(
                    said.hasPrefix("failed full: There is no room left for the store at ")
                        || said.contains("“unable to open database file”"),
                    "\(what)"
                )
                #expect(try folder.files().allSatisfy { !$0.hasSuffix(".part") }, "\(what)")
            }
            #expect(await Self.problems(at: path, entries, in: folder) == [], "\(what)")
        } while fillings < 1_000
        print("\(fillings - 1) upgrades on a full disk, \(refused) refused")
        #expect(refused > 20 && fillings < 1_000)
    }
}
#endif
