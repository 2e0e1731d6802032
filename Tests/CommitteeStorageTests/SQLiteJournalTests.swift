// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import CommitteeStorage
import CommitteeTestKit
import Foundation
import Synchronization
import Testing

/// A folder of a test's own, removed when the test is done.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "committee-kit-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: false
        )
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String = "store.sqlite") -> String { path + "/" + name }

    func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }
}

private let draft = EntryDraft(
    subject: SubjectReference(kind: "action", id: "1"),
    kind: "action.progress-reported",
    payload: ["status": "G", "note": ErasableText.reference(to: "note")],
    texts: [ErasableText("note", "Some unmistakable words")],
    effective: CivilDate(2023, 10, 31),
    by: "coordinator"
)

private func failure(_ body: () async throws -> Void) async throws -> JournalError {
    try #require(await #expect(throws: JournalError.self) { try await body() })
}

@Suite struct SQLiteJournalTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: JournalStoreContract.Claim.all)
    func keepsTheContractOfStores(_ claim: JournalStoreContract.Claim) async throws {
        let path = folder.file()
        try await JournalStoreContract { context in
            try SQLiteJournal.create(at: path, context: context)
        }.check(claim)
    }

    @Test func whatWasRecordedIsThereWhenTheStoreIsOpenedAgain() async throws {
        let store = try SQLiteJournal.create(at: folder.file())
        try await store.createCommittee("north", name: "North")
        let receipt = try await store.append([draft], to: "north")
        let again = try SQLiteJournal(path: folder.file())
        #expect(try await again.allEntries(of: "north") == receipt.entries)
        #expect(EntryChain.verify(receipt.entries, digest: .sha256) == [])
    }

    @Test func everyCommitIsFlushedOnCreatedAndOnOpenedStores() async throws {
        let created = try SQLiteJournal.create(at: folder.file())
        let opened = try SQLiteJournal(path: folder.file())
        for store in [created, opened] {
            // 2 is FULL: the log is flushed before a commit returns.
            #expect(try await store.answer(to: "PRAGMA synchronous") == ["2"])
            #expect(try await store.answer(to: "PRAGMA journal_mode") == ["wal"])
            #expect(try await store.answer(to: "PRAGMA secure_delete") == ["1"])
        }
    }

    @Test func openingAStoreThatIsNotThereIsAnError() async throws {
        let error = try await failure { _ = try SQLiteJournal(path: "/no-such-folder/a.sqlite") }
        #expect(error.code == .notFound)
        #expect(
            error.message == "There is no store at /no-such-folder/a.sqlite. Check the path, or"
                + " create the store first."
        )
        #expect(try folder.files() == [])
    }

    @Test func creatingAStoreThatIsThereIsAnErrorAndLeavesItAlone() async throws {
        let path = folder.file()
        let store = try SQLiteJournal.create(at: path)
        try await store.createCommittee("north", name: "North")
        let error = try await failure { _ = try SQLiteJournal.create(at: path) }
        #expect(error.code == .duplicate)
        #expect(
            error.message == "There is something at \(path) already. Open it as a store, or choose"
                + " another path."
        )
        #expect(try await SQLiteJournal(path: path).committees().count == 1)
    }

    @Test func creatingAStoreInAFolderThatIsNotThereIsAnError() async throws {
        let error = try await failure { _ = try SQLiteJournal.create(at: "/no-such-folder/a") }
        #expect(error.code == .notFound)
        #expect(
            error.message
                == "The folder for /no-such-folder/a does not exist. Make the folder first."
        )
    }

    @Test(arguments: ["", "a\u{0}b"])
    func aPathWithoutANameIsRefused(_ path: String) async throws {
        #expect(try await failure { _ = try SQLiteJournal.create(at: path) }.code == .refused)
        #expect(try await failure { _ = try SQLiteJournal(path: path) }.code == .refused)
    }

    @Test func aFolderIsNotAStore() async throws {
        let error = try await failure { _ = try SQLiteJournal(path: folder.path) }
        #expect(error.code == .refused)
        #expect(
            error.message == "\(folder.path) is not a file, so it is not a store. Check the path."
        )
    }

    @Test func aTextFileIsNotAStore() async throws {
        let path = folder.file("plan.txt")
        try String(repeating: "Not a database at all.\n", count: 100)
            .write(toFile: path, atomically: true, encoding: .utf8)
        let error = try await failure { _ = try SQLiteJournal(path: path) }
        #expect(error.code == .corrupt)
        #expect(
            error.message
                == "\(path) is not a SQLite database, so it is not a store. Check the path."
        )
        #expect(try folder.files() == ["plan.txt"])
    }

    @Test func anEmptyFileIsNotAStore() async throws {
        let path = folder.file()
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        let error = try await failure { _ = try SQLiteJournal(path: path) }
        #expect(error.code == .corrupt)
        #expect(
            error.message == "\(path) is empty: making the store was interrupted. Delete the file"
                + " and create the store again."
        )
    }

    @Test func anotherProgramsDatabaseIsNotAStore() async throws {
        let path = folder.file()
        let store = try SQLiteJournal.create(at: path)
        try await store.run(sql: "PRAGMA application_id = 7")
        let error = try await failure { _ = try SQLiteJournal(path: path) }
        #expect(error.code == .refused)
        #expect(
            error.message
                == "\(path) is a SQLite database, but not a store of CommitteeKit. Check the path."
        )
    }

    @Test func aStoreFromANewerVersionIsNotOpened() async throws {
        let path = folder.file()
        let store = try SQLiteJournal.create(at: path)
        try await store.run(sql: "PRAGMA user_version = 7")
        try await store.close()
        let before = try Data(contentsOf: URL(filePath: path))
        let error = try await failure { _ = try SQLiteJournal(path: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        #expect(error.code == .newerVersion)
        #expect(
            error.message == "\(path) was written by a newer CommitteeKit (schema 7; this one reads"
                + " up to 2). Upgrade CommitteeKit to open it."
        )
    }

    @Test func aLockedStoreIsReportedAndRecordsNothing() async throws {
        let path = folder.file()
        let holder = try SQLiteJournal.create(at: path)
        try await holder.createCommittee("north", name: "North")
        let other = try SQLiteJournal(path: path, busyTimeout: .milliseconds(20))
        let (started, signal) = AsyncStream<Void>.makeStream()
        let release = DispatchSemaphore(value: 0)
        async let held: Void = holder.holdingTheLock {
            signal.finish()
            release.wait()
        }
        for await _ in started {}
        let error = try await failure { try await other.append([draft], to: "north") }
        // Readers are not kept out.
        #expect(try await other.lastSequence(of: "north") == 0)
        release.signal()
        try await held
        #expect(error.code == .locked)
        #expect(
            error.message == "Another program is using the store at \(path), and nothing was"
                + " recorded. Try again when it is done."
        )
        #expect(try await other.append([draft], to: "north").lastSequence == 1)
    }

    @Test func aFullDiskIsReportedAndRecordsNothing() async throws {
        let path = folder.file()
        let store = try SQLiteJournal.create(at: path)
        try await store.createCommittee("north", name: "North")
        try await store.run(sql: "PRAGMA max_page_count = 1")
        let many = (0..<2000).map { number in
            var copy = draft
            copy.subject = SubjectReference(kind: "action", id: String(number))
            return copy
        }
        let error = try await failure { try await store.append(many, to: "north") }
        #expect(error.code == .full)
        #expect(
            error.message == "There is no room left for the store at \(path), and nothing was"
                + " recorded. Make room on the disk and try again."
        )
        #expect(try await store.lastSequence(of: "north") == 0)
        try await store.run(sql: "PRAGMA max_page_count = 1000000")
        #expect(try await store.append(many, to: "north").lastSequence == 2000)
    }

    @Test func aTransactionThatFailsLateKeepsNothing() async throws {
        let store = try SQLiteJournal.create(at: folder.file())
        try await store.createCommittee("north", name: "North")
        try await store.run(
            sql: """
                CREATE TRIGGER interrupt AFTER INSERT ON entry WHEN NEW.sequence = 3
                BEGIN SELECT RAISE(ABORT, 'interrupted'); END
                """
        )
        let error = try await failure {
            try await store.append(
                [draft, draft, draft],
                to: "north",
                expecting: 0,
                idempotencyKey: "key"
            )
        }
        #expect(error.code == .unavailable)
        #expect(try await store.allEntries(of: "north") == [])
        try await store.run(sql: "DROP TRIGGER interrupt")
        let receipt = try await store.append(
            [draft, draft, draft],
            to: "north",
            expecting: 0,
            idempotencyKey: "key"
        )
        #expect(!receipt.wasReplay)
    }

    @Test func aProgramThatIsKilledInTheMiddleOfAnAppendRecordsNothing() async throws {
        let path = folder.file()
        let store = try SQLiteJournal.create(at: path)
        try await store.createCommittee("north", name: "North")
        try await store.append([draft], to: "north")
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            // The salts and ids of the third entry are asked for after two were written.
            let asked = Mutex(0)
            let context = JournalContext(
                now: JournalContext.system.now,
                randomBytes: { count in
                    let times = asked.withLock { asked in
                        asked += 1
                        return asked
                    }
                    if times == 6 { kill(getpid(), SIGKILL) }
                    return JournalContext.secureRandomBytes(count)
                },
                digest: .sha256
            )
            let other = try SQLiteJournal(path: path, context: context)
            try await other.append([draft, draft, draft], to: "north")
        }
        let survivor = try SQLiteJournal(path: path)
        #expect(try await survivor.lastSequence(of: "north") == 1)
        #expect(try await survivor.append([draft, draft], to: "north").lastSequence == 3)
        #expect(
            EntryChain.verify(try await survivor.allEntries(of: "north"), digest: .sha256) == []
        )
    }

    @Test(arguments: ["UPDATE entry SET author = 'x'", "DELETE FROM entry"])
    func theTablesRefuseToChangeAnEntry(_ sql: String) async throws {
        let store = try SQLiteJournal.create(at: folder.file())
        try await store.createCommittee("north", name: "North")
        let receipt = try await store.append([draft], to: "north")
        await #expect(throws: (any Error).self) { try await store.run(sql: sql) }
        #expect(try await store.allEntries(of: "north") == receipt.entries)
    }

    @Test func anEntryThatWasTamperedWithShows() async throws {
        let store = try SQLiteJournal.create(at: folder.file())
        try await store.createCommittee("north", name: "North")
        try await store.append([draft, draft], to: "north")
        try await store.run(
            sql: """
                DROP TRIGGER entry_is_not_changed;
                UPDATE entry SET author = 'somebody else' WHERE sequence = 1;
                UPDATE entry_text SET text = CAST('Other words' AS BLOB) WHERE sequence = 2
                """
        )
        let problems = EntryChain.verify(
            try await store.allEntries(of: "north"),
            digest: .sha256
        )
        #expect(
            problems.map(\.description) == [
                "Entry 1: was changed after it was recorded: its hash does not match its content.",
                "Entry 2: its text “note” was changed after it was recorded.",
            ]
        )
    }

    @Test func aPayloadThatCannotBeReadIsReportedWithoutItsWords() async throws {
        let store = try SQLiteJournal.create(at: folder.file())
        try await store.createCommittee("north", name: "North")
        try await store.append([draft], to: "north")
        try await store.run(
            sql: """
                DROP TRIGGER entry_is_not_changed;
                UPDATE entry SET payload = '{"secret": tru'
                """
        )
        let error = try await failure { _ = try await store.allEntries(of: "north") }
        #expect(error.code == .corrupt)
        #expect(
            error.description
                == "The payload of entry 1 of “north” is not readable. Restore a copy: move the store away"
                + " together with the files beside it whose names end in -wal and -shm, and then put the"
                + " copy in its place."
        )
    }

    @Test(arguments: [
        "UPDATE entry SET sequence = 9223372036854775807",
        "UPDATE idempotency_key SET first = -9223372036854775808, last = 9223372036854775807",
        "UPDATE entry SET effective = 'someday'",
        "UPDATE entry SET version = -9223372036854775808, recorded = 9223372036854775807",
        "UPDATE entry_text SET text = NULL, salt = NULL, erased_in = -9223372036854775808",
        "UPDATE entry SET hash = x'', previous_hash = x'00'",
        "DROP TABLE entry; CREATE VIEW entry AS SELECT 1 AS committee, NULL AS sequence, NULL AS id,"
            + " NULL AS subject_kind, NULL AS subject_id, NULL AS kind, NULL AS version, NULL AS"
            + " payload, NULL AS effective, NULL AS effective_is_bound, NULL AS author, NULL AS"
            + " recorded, NULL AS idempotency_key, NULL AS previous_hash, NULL AS hash",
    ])
    func aDamagedStoreNeverCrashesItsReader(_ damage: String) async throws {
        let path = folder.file()
        let store = try SQLiteJournal.create(at: path)
        try await store.createCommittee("north", name: "North")
        try await store.append([draft], to: "north", idempotencyKey: "key")
        try await store.run(sql: "DROP TRIGGER entry_is_not_changed; PRAGMA foreign_keys = OFF")
        try await store.run(sql: damage)
        try? await store.run(
            sql: """
                CREATE TRIGGER entry_is_not_changed BEFORE UPDATE ON entry
                BEGIN SELECT RAISE(ABORT, 'An entry never changes.'); END
                """
        )
        // A file that is made otherwise is not opened at all.
        guard let other = try? SQLiteJournal(path: path) else { return }
        // Either the entries cannot be read, or the chain shows that they were changed.
        if let entries = try? await other.allEntries(of: "north"), damage.contains(" entry") {
            #expect(!EntryChain.verify(entries, digest: .sha256).isEmpty)
        }
        _ = try? await other.append([draft], to: "north", idempotencyKey: "key")
        _ = try? await other.append([draft], to: "north")
        _ = try? await other.erase(
            "note",
            of: 1,
            in: "north",
            by: "x",
            reason: "y",
            on: CivilDate(2024, 1, 1)
        )
    }

    @Test func onlyItsOwnerMayReadANewStore() throws {
        _ = try SQLiteJournal.create(at: folder.file())
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file())
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func anErasedTextIsGoneFromTheFiles() async throws {
        let store = try SQLiteJournal.create(at: folder.file())
        try await store.createCommittee("north", name: "North")
        try await store.append([draft], to: "north")
        func isInFiles() throws -> Bool {
            try folder.files().contains { name in
                let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
                return bytes.range(of: Data("unmistakable".utf8)) != nil
            }
        }
        #expect(try isInFiles())
        try await store.erase(
            "note",
            of: 1,
            in: "north",
            by: "records",
            reason: "Request 12",
            on: CivilDate(2024, 1, 1)
        )
        #expect(try !isInFiles())
    }

    @Test func errorsDoNotTellWhatTheEntriesSay() async throws {
        let store = try SQLiteJournal.create(at: folder.file())
        try await store.createCommittee("north", name: "North")
        try await store.run(sql: "DROP TABLE idempotency_key")
        let error = try await failure {
            try await store.append([draft], to: "north", expecting: nil, idempotencyKey: "k")
        }
        #expect(!"\(error) \(error.cause.map { "\($0)" } ?? "")".contains("unmistakable"))
    }

    @Test func aJournalKeepsTheDigestItWasStartedWith() async throws {
        let path = folder.file()
        let store = try SQLiteJournal.create(at: path)
        try await store.createCommittee("north", name: "North")
        let other = try SQLiteJournal(path: path, context: .testing())
        let error = try await failure { try await other.append([draft], to: "north") }
        #expect(error.code == .refused)
        #expect(
            error.message == "The journal of “north” is chained with sha-256, not with testing-fnv."
                + " Open the store with that digest."
        )
    }

    @Test func aCancelledAppendRecordsNothing() async throws {
        let store = try SQLiteJournal.create(at: folder.file())
        try await store.createCommittee("north", name: "North")
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await failure { try await store.append([draft], to: "north") }
        }
        let error = try await task.value
        #expect(error.code == .cancelled)
        #expect(error.retry == .asItWas)
        #expect(try await store.lastSequence(of: "north") == 0)
    }

    @Test func theDigestIsSHA256() {
        #expect(
            Hexadecimal.text(Digest.sha256(Array("abc".utf8)))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
        #expect(
            Hexadecimal.text(Digest.sha256([]))
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
    }

    @Test func randomBytesDiffer() {
        #expect(JournalContext.secureRandomBytes(-1) == [])
        #expect(JournalContext.secureRandomBytes(0) == [])
        #expect(JournalContext.secureRandomBytes(32) != JournalContext.secureRandomBytes(32))
    }
}
#endif
