// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import CommitteeStorage
import CommitteeTestKit
import Foundation
import Testing

/// What verifying a store finds.
///
/// `FLIPS` and `FLIP_SEED` in the environment choose longer runs.
@Suite struct StoreVerificationTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let day = CivilDate(2026, 10, 31)

    /// A closed store with entries, texts, an erased one, keys and external ids.
    private func store(_ name: String = "store.sqlite", entries: Int = 60) async throws -> String {
        let path = folder.file(name)
        let store = try SQLiteJournal.create(at: path)
        try await store.createCommittee("north", name: "North Child Protection Committee")
        for number in 1...entries {
            let draft = EntryDraft(
                subject: .action("\(number % 7)", of: "plan"),
                kind: "action.progress-reported",
                payload: ["text": ErasableText.reference(to: "text"), "number": .integer(number)],
                texts: [ErasableText("text", "Words of entry \(number), which somebody wrote.")],
                effective: Self.day,
                by: "officer",
                reason: number % 5 == 0 ? "Because of \(number)." : nil
            )
            try await store.append([draft], to: "north", idempotencyKey: "key-\(number)")
        }
        for number in 1...4 {
            try await store.append(
                [
                    .settingExternalID(
                        ExternalReference(source: "mosaic", id: "A-\(number)"),
                        of: .action("\(number)", of: "plan"),
                        effective: Self.day,
                        by: "officer"
                    )
                ],
                to: "north"
            )
        }
        try await store.erase(
            "text",
            of: 3,
            in: "north",
            by: "records",
            reason: "Request 1",
            on: Self.day
        )
        try await store.close()
        return path
    }

    private func problems(at path: String) async -> [String] {
        do {
            let store = try SQLiteJournal(path: path)
            let found = try await store.verify().problems
            try await store.close()
            return found
        } catch {
            return ["not opened: \(error)"]
        }
    }

    @Test func aStoreThatIsAsItWasRecordedHasNoProblems() async throws {
        let path = try await store()
        #expect(await problems(at: path) == [])
        let found = try await SQLiteJournal(path: path).verify()
        #expect(found.heads.map(\.sequence) == [65])
        #expect(found.heads.map(\.name) == ["North Child Protection Committee"])
    }

    /// A change by somebody who has the file and SQLite, and what finding it says.
    static let changes: [(String, String)] = [
        (
            "UPDATE committee SET name = 'Another'",
            "The committee's id, name or digest was changed."
        ),
        (
            "UPDATE external_id SET subject_id = 'plan#6' WHERE id = 'A-1'",
            "The table of external ids says something else than the entries."
        ),
        (
            "DELETE FROM external_id WHERE id = 'A-2'",
            "The table of external ids says something else than the entries."
        ),
        (
            "UPDATE idempotency_key SET key = 'key-0' WHERE key = 'key-1'",
            "The table of idempotency keys says something else than the entries."
        ),
        (
            "DELETE FROM idempotency_key WHERE key = 'key-9'",
            "The table of idempotency keys says something else than the entries."
        ),
        (
            "UPDATE entry_text SET text = CAST('Other' AS BLOB) WHERE sequence = 7 AND name = 'text'",
            "Entry 7: its text “text” was changed after it was recorded."
        ),
        (
            "UPDATE entry_text SET erased_by = 'somebody' WHERE sequence = 3",
            "Entry 3: who erased its text “text”, when or why is not as entry 65 records it."
        ),
        (
            "DELETE FROM entry_text WHERE sequence = 7",
            "Entry 7: was changed after it was recorded: its hash does not match its content."
        ),
        (
            "UPDATE head SET sequence = 3",
            "The journal of “north” is to end with entry 3, but ends with entry 65. The store is damaged."
        ),
    ]

    @Test("A change of any table is found", arguments: changes)
    func changedTables(sql: String, message: String) async throws {
        let path = try await store()
        let store = try SQLiteJournal(path: path)
        try await store.run(sql: "PRAGMA foreign_keys = OFF")
        try await store.run(sql: sql)
        try await store.close()
        let found = await problems(at: path)
        #expect(found.contains { $0.hasPrefix(message) }, "\(found)")
    }

    /// A change of what the store is made of, and what opening it says.
    static let shapes: [(String, String)] = [
        ("DROP TRIGGER entry_is_not_changed", "The trigger “entry_is_not_changed” is missing."),
        ("DROP INDEX external_id_by_subject", "The index “external_id_by_subject” is missing."),
        (
            "CREATE TRIGGER more AFTER INSERT ON entry BEGIN DELETE FROM entry_text; END",
            "The trigger “more” is not one of CommitteeKit's."
        ),
        (
            "CREATE VIEW overview AS SELECT * FROM entry",
            "The view “overview” is not one of CommitteeKit's."
        ),
        (
            "DROP TABLE external_id; CREATE VIEW external_id AS SELECT 1 AS committee",
            "The index “external_id_by_subject” is missing."
        ),
    ]

    @Test("A store that is not made as one is not opened", arguments: shapes)
    func changedShapes(sql: String, message: String) async throws {
        let path = try await store()
        let store = try SQLiteJournal(path: path)
        try await store.run(sql: sql)
        try await store.close()
        let error = #expect(throws: JournalError.self) { _ = try SQLiteJournal(path: path) }
        #expect(error?.code == .corrupt)
        #expect(
            error?.message
                == "The store at \(path) is not made as a store of CommitteeKit: \(message) Nothing was "
                + "read from it. Restore a copy: move the store away together with the files beside it "
                + "whose names end in -wal and -shm, and then put the copy in its place."
        )
    }

    @Test func entriesThatAreCutOffShow() async throws {
        let path = try await store()
        let store = try SQLiteJournal(path: path)
        try await store.run(
            sql: """
                PRAGMA foreign_keys = OFF; DROP TRIGGER entry_is_not_deleted;
                DELETE FROM entry WHERE sequence > 40; DELETE FROM entry_text WHERE sequence > 40;
                CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry
                BEGIN SELECT RAISE(ABORT, 'An entry is never deleted.'); END
                """
        )
        let error = await #expect(throws: JournalError.self) {
            try await store.append(
                [
                    EntryDraft.settingExternalID(
                        ExternalReference(source: "a", id: "b"),
                        of: .plan("plan"),
                        effective: Self.day,
                        by: "officer"
                    )
                ],
                to: "north"
            )
        }
        #expect(error?.code == .corrupt)
        #expect(
            error?.message.hasPrefix(
                "The journal of “north” is to end with entry 65, but ends with entry 40."
            ) == true
        )
    }

    @Test func aJournalThatWasMadeAnewDiffersFromItsSignedHead() async throws {
        let path = try await store()
        let store = try SQLiteJournal(path: path)
        let key = SigningKey.generate()
        let signed = SignedHead(try await store.head(of: "north"), signedWith: key)
        let read = try SignedHead(
            reading: Array(signed.json.indentedText.utf8),
            source: "head.json"
        )
        #expect(read == signed)
        #expect(read.isSigned(by: key.publicKey))
        #expect(!read.isSigned(by: SigningKey.generate().publicKey))
        #expect(SigningKey(text: key.text) == key)
        #expect(PublicKey(text: key.publicKey.text) == key.publicKey)
        #expect(SigningKey(text: key.publicKey.text) == nil)

        let other = try SQLiteJournal(path: try await self.store("other.sqlite", entries: 65))
        #expect(try await other.verify().problems == [])
        let present = try await other.head(of: "north")
        let entry = try await other.page(of: "north", after: 64, limit: 1).first
        #expect(
            signed.head.differences(from: present, at: entry)
                == ["Entry 65 has another hash than the head says."]
        )
        let shorter = JournalHead(
            committee: "south",
            name: "South",
            digestName: "sha-256",
            sequence: 12,
            hash: []
        )
        #expect(
            signed.head.differences(from: shorter, at: nil) == [
                "The head is that of the committee “north”, the journal that of “south”.",
                "The head calls the committee “North Child Protection Committee”, the store “South”.",
                "The head has 65 entries, the journal 12: its end was cut off.",
            ]
        )
        // A journal that went on is the same journal.
        try await store.append(
            [
                .removingExternalID(
                    ExternalReference(source: "mosaic", id: "A-1"),
                    of: .action("1", of: "plan"),
                    effective: Self.day,
                    by: "officer",
                    reason: "Moved."
                )
            ],
            to: "north"
        )
        let grown = try await store.head(of: "north")
        let same = try await store.page(of: "north", after: 64, limit: 1).first
        #expect(signed.head.differences(from: grown, at: same) == [])
    }

    /// Everything that a reader can learn from a store.
    private func content(of path: String) async throws -> [String] {
        let store = try SQLiteJournal(path: path)
        var content: [String] = []
        for committee in try await store.committees() {
            content.append("\(committee)")
            for entry in try await store.allEntries(of: committee.id) {
                content.append("\(entry)")
            }
            for number in 0...7 {
                let subject = SubjectReference.action("\(number)", of: "plan")
                content.append(
                    "\(try await store.externalReferences(of: subject, in: committee.id))"
                )
            }
        }
        try await store.close()
        return content
    }

    @Test func noFlippedBitChangesAnythingInSilence() async throws {
        let environment = ProcessInfo.processInfo.environment
        let flips = environment["FLIPS"].flatMap(Int.init) ?? 100
        let seed = environment["FLIP_SEED"].flatMap(UInt64.init) ?? 1
        var generator = SeededGenerator(seed: seed)
        let original = try await store(entries: 30)
        let whole = try Data(contentsOf: URL(filePath: original))
        let content = try await content(of: original)
        var (found, harmless) = (0, 0)
        for flip in 0..<flips {
            var bytes = whole
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            let path = folder.file("flip-\(flip).sqlite")
            try bytes.write(to: URL(filePath: path))
            if await problems(at: path).isEmpty {
                harmless += 1
                #expect(try await self.content(of: path) == content, "a flip in byte \(place)")
            } else {
                found += 1
            }
            for ending in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: path + ending)
            }
        }
        print("\(flips) flipped bits: \(found) found, \(harmless) that change nothing, 0 silent")
    }
}
#endif
