// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import CommitteeStorage
import Foundation
import Testing

/// Several programs, and many tasks of one, that record in one store at once.
///
/// `WRITER_APPENDS` in the environment chooses longer runs; `make writers` makes a thousand appends a program.
@Suite struct ManyProgramsTests {
    let folder: TemporaryFolder
    private static let programs = 8

    init() throws { folder = try TemporaryFolder() }

    private static var appends: Int {
        ProcessInfo.processInfo.environment["WRITER_APPENDS"].flatMap(Int.init) ?? 15
    }

    private func store() async throws -> SQLiteJournal {
        let store = try SQLiteJournal.create(at: folder.file())
        try await store.createCommittee("north", name: "North")
        return store
    }

    private func run(_ start: JournalWriterRun.Start) async throws -> [JournalWriterRun] {
        let path = folder.file()
        return try await withThrowingTaskGroup(of: JournalWriterRun.self) { group in
            for _ in 0..<Self.programs {
                group.addTask {
                    try await withCheckedThrowingContinuation { continuation in
                        // The run blocks its thread, of which the tasks have few.
                        Thread.detachNewThread {
                            continuation.resume(
                                with: Result {
                                    try JournalWriterRun(start, path, appends: Self.appends)
                                }
                            )
                        }
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func programsThatRecordAboutDifferentMattersAreNotRefused() async throws {
        let store = try await store()
        let runs = try await run(.share)
        for run in runs {
            #expect(run.lines.last == "done", "\(run.lines.last ?? "") \(run.errors)")
            #expect(run.lines.filter { $0.hasPrefix("conflict") } == [])
        }
        let entries = try await store.allEntries(of: "north")
        #expect(entries.map(\.sequence) == Array(1...(Self.programs * Self.appends)))
        #expect(EntryChain.verify(entries, digest: .sha256) == [])
        for (_, own) in Dictionary(grouping: entries, by: \.subject) {
            // Each program's own order is kept.
            #expect(own.compactMap { $0.payload["number"]?.wholeNumber } == Array(1...Self.appends))
        }
        print("\(Self.programs) programs, \(entries.count) entries, 0 refused")
    }

    @Test func onOneMatterEveryRefusalIsTrue() async throws {
        let store = try await store()
        let runs = try await run(.contend)
        let entries = try await store.allEntries(of: "north")
        var refused = 0
        for run in runs {
            #expect(run.lines.last == "done", "\(run.lines.last ?? "") \(run.errors)")
            for line in run.lines where line.hasPrefix("conflict") {
                refused += 1
                let named = line.dropFirst("conflict ".count).split(separator: ",").compactMap {
                    Int($0)
                }
                #expect(!named.isEmpty)
                for sequence in named {
                    #expect(entries[sequence - 1].subject.id == "one")
                }
            }
        }
        #expect(entries.count + refused == Self.programs * Self.appends)
        #expect(EntryChain.verify(entries, digest: .sha256) == [])
        print(
            "\(Self.programs) programs on one matter, \(entries.count) recorded, \(refused) refused"
        )
    }

    @Test func fiftyTasksThatRecordAboutDifferentMattersAreNotRefused() async throws {
        let library = CommitteeLibrary(store: try await store(), today: { CivilDate(2026, 1, 1) })
        let committee = try await library.committee("north")
        let outcomes = await withTaskGroup(of: String.self) { group in
            for number in 0..<50 {
                group.addTask {
                    let draft = EntryDraft(
                        subject: SubjectReference(kind: "matter", id: "\(number)"),
                        kind: "host.noted",
                        payload: [:],
                        effective: CivilDate(2026, 1, 1),
                        by: "host"
                    )
                    do {
                        try await committee.append([draft])
                        return "recorded"
                    } catch { return "\(error)" }
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(outcomes == ["recorded": 50])
        let entries = try await committee.entries()
        #expect(entries.map(\.sequence) == Array(1...50))
        #expect(EntryChain.verify(entries, digest: .sha256) == [])
    }

    @Test func appendsThatGatherAreFlushedTogetherAndFailAlone() async throws {
        let store = try await store()
        let gate = DispatchSemaphore(value: 0)
        let (started, signal) = AsyncStream<Void>.makeStream()
        async let held: Void = store.holdingTheLock {
            signal.finish()
            gate.wait()
        }
        for await _ in started {}
        func draft(_ number: Int) -> EntryDraft {
            EntryDraft(
                subject: SubjectReference(kind: "matter", id: "\(number)"),
                kind: "host.noted",
                payload: [:],
                effective: CivilDate(2026, 1, 1),
                by: "host"
            )
        }
        let transactionsBefore = try await logFrames()
        async let outcomes: [String: Int] = withTaskGroup(of: String.self) { group in
            for number in 0..<40 {
                group.addTask {
                    do {
                        // Every tenth expects a journal that is never there.
                        let expecting: JournalExpectation? = number % 10 == 0 ? .last(9_999) : nil
                        try await store.append([draft(number)], to: "north", expecting: expecting)
                        return "recorded"
                    } catch { return (error as? JournalError)?.code.description ?? "\(error)" }
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        try await Task.sleep(for: .milliseconds(200))
        gate.signal()
        try await held
        #expect(await outcomes == ["recorded": 36, "conflict": 4])
        let entries = try await store.allEntries(of: "north")
        #expect(entries.map(\.sequence) == Array(1...36))
        #expect(EntryChain.verify(entries, digest: .sha256) == [])
        // Forty transactions of their own would each write at least three pages to the log.
        #expect(try await logFrames() - transactionsBefore < 40)
    }

    /// The number of pages in the write-ahead log.
    private func logFrames() async throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file() + "-wal")
        return ((attributes[.size] as? Int ?? 0) - 32) / (4096 + 24)
    }
}
#endif
