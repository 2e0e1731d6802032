// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
@testable import CommitteeStorage
import CommitteeTestKit
import Foundation
import Testing

/// What a store tells its observer, and what it does beside a long append.
@Suite struct StoreObserverTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static func draft(_ id: String = "1") -> EntryDraft {
        EntryDraft(
            subject: SubjectReference(kind: "matter", id: id),
            kind: "host.noted",
            payload: ["note": ErasableText.reference(to: "note")],
            texts: [ErasableText("note", "Unmistakable words")],
            effective: CivilDate(2026, 1, 1),
            by: "host"
        )
    }

    @Test func readsAndWritesAreMeasuredAndEntriesCounted() async throws {
        let seen = Seen()
        let store = try SQLiteJournal.create(at: folder.file(), observer: seen.observer)
        try await store.createCommittee("north", name: "North")
        try await store.append([Self.draft(), Self.draft("2")], to: "north")
        try await store.append([Self.draft()], to: "north", idempotencyKey: "k")
        try await store.append([Self.draft()], to: "north", idempotencyKey: "k")
        _ = try await store.lastSequence(of: "north")
        let counted = seen.measures.filter { $0.name == "store.entries" }.map(\.value)
        #expect(counted == [2, 1])
        #expect(seen.measures.count { $0.name == "store.write" && $0.unit == .seconds } == 4)
        #expect(seen.measures.count { $0.name == "store.read" } == 1)
        #expect(seen.events == [])
    }

    @Test func failuresAreCountedAndTheGraveOnesLoggedWithoutWhatWasRecorded() async throws {
        let seen = Seen()
        let store = try SQLiteJournal.create(
            at: folder.file(),
            busyTimeout: .milliseconds(20),
            observer: seen.observer
        )
        try await store.createCommittee("north", name: "North")
        try await store.append([Self.draft()], to: "north")
        await #expect(throws: JournalError.self) {
            try await store.append([Self.draft()], to: "north", expecting: .last(7))
        }
        #expect(seen.events == [])
        let other = try SQLiteJournal(path: folder.file())
        let release = DispatchSemaphore(value: 0)
        let (started, signal) = AsyncStream<Void>.makeStream()
        async let held: Void = other.holdingTheLock {
            signal.finish()
            release.wait()
        }
        for await _ in started {}
        await #expect(throws: JournalError.self) {
            try await store.append([Self.draft()], to: "north")
        }
        release.signal()
        try await held
        let failures = seen.measures.filter { $0.name == "store.failures" }
        #expect(failures.map { $0.labels["code"] } == ["conflict", "locked"])
        #expect(seen.events.map(\.name) == ["store.failed"])
        #expect(seen.events.map(\.level) == [.warning])
        #expect(!"\(seen.events)".contains("Unmistakable"))
    }

    @Test func readersDoNotWaitForAnAppendOfTheSameStore() async throws {
        let store = try SQLiteJournal.create(at: folder.file())
        try await store.createCommittee("north", name: "North")
        try await store.append([Self.draft()], to: "north")
        let release = DispatchSemaphore(value: 0)
        let (started, signal) = AsyncStream<Void>.makeStream()
        async let held: Void = store.holdingTheLock {
            signal.finish()
            release.wait()
        }
        for await _ in started {}
        // It would wait for ever on the connection that writes.
        #expect(try await store.page(of: "north", after: 0, limit: 10).count == 1)
        release.signal()
        try await held
        try await store.append([Self.draft()], to: "north")
        #expect(try await store.lastSequence(of: "north") == 2)
    }

    @Test(arguments: [
        ("2026-10-31T23:30:00Z", "Europe/London", CivilDate(2026, 10, 31)),
        ("2026-07-31T23:30:00Z", "Europe/London", CivilDate(2026, 8, 1)),
        ("2026-07-31T23:30:00Z", "America/New_York", CivilDate(2026, 7, 31)),
        ("2024-02-29T12:00:00Z", "Pacific/Kiritimati", CivilDate(2024, 3, 1)),
    ])
    func todayIsTheDayInATimeZone(_ moment: String, _ zone: String, _ day: CivilDate) throws {
        let moment = try #require(ISO8601DateFormatter().date(from: moment))
        let zone = try #require(TimeZone(identifier: zone))
        #expect(CivilDate.day(of: moment, in: zone) == day)
    }
}
#endif
