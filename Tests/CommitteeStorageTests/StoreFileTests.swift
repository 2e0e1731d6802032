// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import CommitteeStorage
import Foundation
import Testing

/// The files of a store: copies, closing, reading where nothing can be written, logs that do not belong.
@Suite struct StoreFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func draft(_ id: Int, _ words: String = "Words.") -> EntryDraft {
        EntryDraft(
            subject: .action("\(id)", of: "plan"),
            kind: "action.progress-reported",
            payload: ["text": ErasableText.reference(to: "text")],
            texts: [ErasableText("text", words)],
            effective: CivilDate(2026, 10, 31),
            by: "officer"
        )
    }

    private func store(_ name: String = "store.sqlite", entries: Int = 3) async throws
        -> SQLiteJournal
    {
        let store = try SQLiteJournal.create(at: folder.file(name))
        try await store.createCommittee("north", name: "North")
        for number in 0..<entries { try await store.append([draft(number)], to: "north") }
        return store
    }

    private func copy(_ name: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: folder.file(name), toPath: folder.file(other))
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    // MARK: Copies

    @Test func aBackupHasEverythingAndNobodyElseMayReadIt() async throws {
        let store = try await store()
        let place = folder.file("copy.sqlite")
        #expect(try await store.backup(to: place).map(\.lastSequence) == [3])
        #expect(try folder.files().filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
        #expect(try mode(place) == 0o600)
        let copy = try SQLiteJournal(path: place)
        #expect(try await copy.verify().problems == [])
        #expect(
            try await copy.allEntries(of: "north") == store.allEntries(of: "north")
        )
        // The copy is a store like any other.
        #expect(try await copy.append([draft(9)], to: "north").lastSequence == 4)
        #expect(try await copy.answer(to: "PRAGMA journal_mode") == ["wal"])
        #expect(try await store.lastSequence(of: "north") == 3)
    }

    @Test func aBackupIsWholeWhileOthersRecord() async throws {
        let store = try await store()
        let other = try SQLiteJournal(path: folder.file())
        let writer = Task {
            var count = 0
            while !Task.isCancelled {
                try await other.append([draft(count), draft(count + 1)], to: "north")
                count += 2
            }
            return count
        }
        for number in 0..<5 {
            let place = folder.file("copy-\(number).sqlite")
            let committees = try await store.backup(to: place)
            #expect(committees.map { $0.lastSequence % 2 } == [1])
            #expect(try await SQLiteJournal(path: place).verify().problems == [])
        }
        writer.cancel()
        _ = try? await writer.value
    }

    @Test func aBackupNeverReplacesAnything() async throws {
        let store = try await store()
        for place in [folder.file(), folder.file("other")] {
            if place.hasSuffix("other") { try Data("x".utf8).write(to: URL(filePath: place)) }
            let before = try Data(contentsOf: URL(filePath: place))
            let error = await #expect(throws: JournalError.self) {
                try await store.backup(to: place)
            }
            #expect(error?.code == .duplicate)
            #expect(try Data(contentsOf: URL(filePath: place)) == before)
        }
    }

    @Test func whatWasErasedIsNotInABackup() async throws {
        let store = try await store(entries: 0)
        try await store.append([draft(1, "Some unmistakable words")], to: "north")
        try await store.erase(
            "text",
            of: 1,
            in: "north",
            by: "records",
            reason: "Request 1",
            on: CivilDate(2026, 10, 31)
        )
        try await store.backup(to: folder.file("copy.sqlite"))
        let bytes = try Data(contentsOf: URL(filePath: folder.file("copy.sqlite")))
        #expect(bytes.range(of: Data("unmistakable".utf8)) == nil)
    }

    // MARK: Closing

    @Test func aClosedStoreLeavesOneFileAndRefusesEverything() async throws {
        let store = try await store()
        try await store.close()
        try await store.close()
        #expect(try folder.files() == ["store.sqlite"])
        let words = "The store at \(folder.file()) was closed. Open it again."
        for attempt in 0..<4 {
            let error = await #expect(throws: JournalError.self) {
                switch attempt {
                case 0: try await store.append([draft(1)], to: "north")
                case 1: _ = try await store.allEntries(of: "north")
                case 2: _ = try await store.verify()
                default: try await store.backup(to: folder.file("copy"))
                }
            }
            #expect(error?.code == .refused)
            #expect(error?.message == words)
        }
        #expect(try await SQLiteJournal(path: folder.file()).lastSequence(of: "north") == 3)
    }

    // MARK: Reading alone

    @Test(arguments: [StoreAccess.reading, .readingStill])
    func readingNeedsNoRightToWrite(_ access: StoreAccess) async throws {
        let written = try await store()
        try await written.close()
        let before = try Data(contentsOf: URL(filePath: folder.file()))
        let store = try SQLiteJournal(path: folder.file(), as: access)
        #expect(try await store.allEntries(of: "north").count == 3)
        #expect(try await store.verify().problems == [])
        let error = await #expect(throws: JournalError.self) {
            try await store.append([draft(1)], to: "north")
        }
        #expect(error?.code == .unavailable)
        #expect(
            error?.message
                == "The store at \(folder.file()) cannot be written to. Check the permissions of "
                + "the file and its folder."
        )
        try await store.close()
        #expect(try Data(contentsOf: URL(filePath: folder.file())) == before)
    }

    @Test func readingAloneLeavesNothingBeside() async throws {
        try await store("a b?%#ü.sqlite").close()
        let store = try SQLiteJournal(path: folder.file("a b?%#ü.sqlite"), as: .readingStill)
        #expect(try await store.allEntries(of: "north").count == 3)
        #expect(try folder.files() == ["a b?%#ü.sqlite"])
    }

    @Test func aFileThatChangesWhileItIsReadAloneIsNoticed() async throws {
        try await store().close()
        let store = try SQLiteJournal(path: folder.file(), as: .readingStill)
        let writer = try SQLiteJournal(path: folder.file())
        try await writer.append([draft(4)], to: "north")
        let error = await #expect(throws: JournalError.self) {
            _ = try await store.allEntries(of: "north")
        }
        #expect(error?.code == .unavailable)
        #expect(error?.retry == .asItWas)
    }

    // MARK: Logs

    @Test func theLogOfAProgramThatEndedEarlyIsTaken() async throws {
        let store = try await store(entries: 5)
        try copy("store.sqlite", to: "left.sqlite")
        try copy("store.sqlite-wal", to: "left.sqlite-wal")
        let left = try SQLiteJournal(path: folder.file("left.sqlite"))
        #expect(try await left.lastSequence(of: "north") == 5)
        #expect(try await left.verify().problems == [])
        try await store.close()
    }

    @Test func theLogOfAnotherStoreIsNoticedAndNothingIsWritten() async throws {
        let store = try await store(entries: 5)
        let other = try await self.store("other.sqlite", entries: 200)
        try await other.close()
        try copy("store.sqlite-wal", to: "other.sqlite-wal")
        let before = try Data(contentsOf: URL(filePath: folder.file("other.sqlite")))
        let error = #expect(throws: JournalError.self) {
            _ = try SQLiteJournal(path: folder.file("other.sqlite"))
        }
        #expect(error?.code == .corrupt)
        let path = folder.file("other.sqlite")
        #expect(
            error?.message.hasPrefix(
                "Beside the store at \(path) stands \(path)-wal, the log of a program that ended early, and "
                    + "the two do not fit: "
            ) == true,
            "\(error?.message ?? "")"
        )
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        for ending in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + ending)
        }
        #expect(try await SQLiteJournal(path: path).verify().problems == [])
        try await store.close()
    }

    // MARK: Older stores

    /// A store that version 1 of the tables holds.
    private func olderStore() throws -> String {
        let fixture = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/schema-1.sqlite")
        let path = folder.file("older.sqlite")
        try FileManager.default.copyItem(atPath: fixture.path, toPath: path)
        return path
    }

    @Test func anOlderStoreIsBroughtUpToDateAfterACopyWasKept() async throws {
        let path = try olderStore()
        let before = try SQLiteJournal(path: path, as: .readingStill)
        let entries = try await before.allEntries(of: "glenmore-ppc")
        #expect(try await before.answer(to: "PRAGMA user_version") == ["1"])
        try await before.close()
        let store = try SQLiteJournal(path: path)
        #expect(try await store.answer(to: "PRAGMA user_version") == ["2"])
        #expect(try await store.allEntries(of: "glenmore-ppc") == entries)
        #expect(try await store.verify().problems == [])
        let kept = path + ".before-schema-2"
        #expect(try mode(kept) == 0o600)
        let copy = try SQLiteJournal(path: kept, as: .readingStill)
        #expect(try await copy.answer(to: "PRAGMA user_version") == ["1"])
        #expect(try await copy.allEntries(of: "glenmore-ppc") == entries)
        #expect(try await copy.verify().problems == [])
        // It is brought up to date once.
        let again = try SQLiteJournal(path: path)
        #expect(try await again.answer(to: "SELECT count(*) FROM head") == ["1"])
    }

    // MARK: Stores from elsewhere

    static let hostile: [(String, String)] = [
        (
            """
            DROP TRIGGER entry_is_not_changed;
            UPDATE entry SET sequence = 9223372036854775807 WHERE sequence = 3;
            UPDATE head SET sequence = 9223372036854775807;
            CREATE TRIGGER entry_is_not_changed BEFORE UPDATE ON entry
            BEGIN SELECT RAISE(ABORT, 'An entry never changes.'); END
            """,
            "Entry 3 of “north” is missing: the next one is 9223372036854775807. The store is damaged."
        ),
        (
            """
            DROP TABLE head;
            CREATE VIEW head AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
            SELECT i AS committee, i AS sequence, i AS hash, i AS seal FROM n
            """,
            "There is a view “head” in the place of the table."
        ),
        (
            "UPDATE entry_text SET text = zeroblob(300000000) WHERE sequence = 2",
            "holds a text that is longer than any that is recorded (more than 64 MB)."
        ),
        (
            "UPDATE committee SET name = CAST(zeroblob(300000000) AS TEXT)",
            "holds a text that is longer than any that is recorded (more than 64 MB)."
        ),
        (
            """
            PRAGMA writable_schema = ON;
            INSERT INTO sqlite_master VALUES ('trigger', 'sqlite_stat4', 'entry', 0,
            'CREATE TRIGGER sqlite_stat4 AFTER INSERT ON entry BEGIN DELETE FROM external_id; END');
            PRAGMA writable_schema = RESET
            """,
            "The trigger “sqlite_stat4” is not one of CommitteeKit's."
        ),
    ]

    @Test("A store that was made to harm is refused in words", arguments: hostile)
    func hostileStores(sql: String, message: String) async throws {
        let store = try await store()
        try await store.run(sql: "PRAGMA foreign_keys = OFF")
        try await store.run(sql: sql)
        try await store.close()
        let error = await #expect(throws: JournalError.self) {
            let other = try SQLiteJournal(path: folder.file())
            _ = try await other.committees()
            _ = try await other.allEntries(of: "north")
        }
        #expect(error?.code == .corrupt)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        if let other = try? SQLiteJournal(path: folder.file()) {
            #expect(try await !other.verify().problems.isEmpty)
            _ = try? await other.append([draft(7)], to: "north")
        }
    }

    @Test func whatIsTooLongIsNotRecorded() async throws {
        let store = try await store()
        let long = String(repeating: "x", count: EntryDraft.greatestByteCount + 1)
        let error = await #expect(throws: JournalError.self) {
            try await store.append([draft(1, long)], to: "north")
        }
        #expect(error?.code == .refused)
        #expect(
            error?.message
                == "An entry of the kind “action.progress-reported” has an erasable text “text” "
                + "of more than 32 MB. Shorten it."
        )
        // As long as may be, it is recorded and read.
        try await store.append([draft(1, String(long.dropLast()))], to: "north")
        #expect(try await store.verify().problems == [])
    }
}
#endif
