// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import CommitteeStorage
import CommitteeTestKit
import Foundation
import Testing

/// Stores whose writer loses its power, or is killed; `Tests/PowerCut/README.md` says how.
///
/// `POWER_CUTS`, `KILLS` and `POWER_SEED` in the environment choose longer runs and other moments.
@Suite struct PowerCutTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What may become of what was not synced; see the shim.
    private static let modes = ["lost", "names", "torn"]

    private static func number(_ variable: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap(Int.init) ?? usual
    }

    static func builtShim() throws -> String {
        let shim = root.appending(path: ".build/power-cut/power_cut.so")
        let process = Process()
        process.executableURL = root.appending(path: "Tests/PowerCut/build.sh")
        process.arguments = [shim.path]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "the shim cannot be built")
        return shim.path
    }

    /// The environment of a writer whose power is cut.
    private static func variables(
        _ folder: TemporaryFolder,
        shim: String,
        at call: Int,
        mode: String,
        seed: Int
    ) throws -> [String: String] {
        [
            "LD_PRELOAD": shim, "POWER_CUT_AT": String(call), "POWER_CUT_MODE": mode,
            "POWER_CUT_SEED": String(seed),
            "POWER_CUT_FOLDER": URL(filePath: folder.path).resolvingSymlinksInPath().path,
        ]
    }

    @Test(arguments: [JournalWriterRun.Start.create, .reopen])
    func everyAppendIsSynced(_ start: JournalWriterRun.Start) throws {
        let folder = try TemporaryFolder()
        let shim = try Self.builtShim()
        if start == .reopen {
            #expect(try JournalWriterRun(.create, folder.file(), appends: 1).end == 0)
        }
        let run = try JournalWriterRun(
            start,
            folder.file(),
            appends: 200,
            variables: try Self.variables(folder, shim: shim, at: 0, mode: "lost", seed: 0)
        )
        #expect(run.lines.last == "done")
        #expect(run.figure("syncs") >= 200)
    }

    @Test(arguments: [JournalWriterRun.Start.create, .reopen])
    func whatWasAcknowledgedSurvivesPowerCuts(_ start: JournalWriterRun.Start) async throws {
        let shim = try Self.builtShim()
        let cuts = Self.number("POWER_CUTS", 50) / 2
        let seed = Self.number("POWER_SEED", 1)
        var generator = SeededGenerator(seed: UInt64(truncatingIfNeeded: seed))
        var folder = try TemporaryFolder()
        var store = SurvivingStore(path: folder.file())
        var figures = Figures()
        for cut in 0..<cuts {
            if start == .create || cut % 10 == 0 {
                folder = try TemporaryFolder()
                store = SurvivingStore(path: folder.file())
                if start == .reopen {
                    store.note(try JournalWriterRun(.create, store.path, appends: 20))
                }
            }
            // Every third time early, where the file is made or recovered.
            let call = 1 + Int.random(in: 0..<(cut % 3 == 0 ? 60 : 2_000), using: &generator)
            let mode = Self.modes[Int.random(in: 0..<(3), using: &generator)]
            let run = try JournalWriterRun(
                start,
                store.path,
                appends: 60,
                variables: Self.variables(
                    folder,
                    shim: shim,
                    at: call,
                    mode: mode,
                    seed: seed &* 1_000_003 &+ cut
                )
            )
            store.note(run)
            figures.note(run)
            let problems =
                run.isMade || start == .reopen
                ? await store.problems() : await store.problemsOfAttempt()
            let what = "\(start), cut \(cut) of seed \(seed), call \(call), \(mode)"
            #expect(run.end == 99, "\(what): \(run.lines.last ?? ""), \(run.errors)")
            #expect(problems == [], "\(what)")
            if !problems.isEmpty { figures.wrong += 1 }
        }
        print(
            "\(start): \(cuts) power cuts, \(figures.acknowledged) acknowledgements, "
                + "\(figures.unsynced) unsynced writes lost or torn, \(figures.wrong) wrong"
        )
        #expect(figures.wrong == 0)
    }

    @Test(arguments: [JournalWriterRun.Start.create, .reopen])
    func whatWasAcknowledgedSurvivesAKilledWriter(_ start: JournalWriterRun.Start) async throws {
        let kills = Self.number("KILLS", 20) / 2
        var generator = SeededGenerator(
            seed: UInt64(truncatingIfNeeded: Self.number("POWER_SEED", 1))
        )
        let folder = try TemporaryFolder()
        var figures = Figures()
        var store = SurvivingStore(path: folder.file())
        if start == .reopen { store.note(try JournalWriterRun(.create, store.path, appends: 20)) }
        for kill in 0..<kills {
            if start == .create { store = SurvivingStore(path: folder.file("store-\(kill)")) }
            let run = try JournalWriterRun(
                start,
                store.path,
                appends: 10_000,
                killedAfter: .milliseconds(20 + Int.random(in: 0..<(150), using: &generator))
            )
            store.note(run)
            figures.note(run)
            let problems =
                run.isMade || start == .reopen
                ? await store.problems() : await store.problemsOfAttempt()
            #expect(run.end == SIGKILL, "\(start), kill \(kill): \(run.lines.last ?? "")")
            #expect(problems == [], "\(start), kill \(kill)")
            if !problems.isEmpty { figures.wrong += 1 }
        }
        print(
            "\(start): \(kills) kills, \(figures.acknowledged) acknowledgements, "
                + "\(figures.wrong) wrong"
        )
    }

    @Test func aDiskThatFailsWhileAChangeIsKeptLeavesTheOutcomeUnknown() async throws {
        let shim = try Self.builtShim()
        let folder = try TemporaryFolder()
        var store = SurvivingStore(path: folder.file())
        store.note(try JournalWriterRun(.create, store.path, appends: 5))
        var variables = try Self.variables(folder, shim: shim, at: 0, mode: "torn", seed: 1)
        variables["POWER_CUT_FAIL"] = "8"
        let run = try JournalWriterRun(.reopen, store.path, appends: 50, variables: variables)
        store.note(run)
        let path = store.path
        #expect(
            run.lines.last
                == "failed outcomeUnknown: The disk failed while the store at \(path) was flushed, so it is "
                + "not known whether this was recorded. Check the disk; then repeat it under the same "
                + "idempotency key, or look in the journal first."
        )
        // What was acknowledged before is there all the same.
        #expect(await store.problems() == [])
    }

    /// What is counted over many runs.
    private struct Figures {
        var acknowledged = 0
        var unsynced = 0
        var wrong = 0

        mutating func note(_ run: JournalWriterRun) {
            acknowledged += run.acknowledgements
            unsynced += run.figure("unsynced")
        }
    }
}
#endif
