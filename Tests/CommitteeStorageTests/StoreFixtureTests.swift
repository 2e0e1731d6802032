// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import CommitteeStorage
import CommitteeTestKit
import Foundation
import Testing

// This fixture pins a store as it stands on disks: every-kind.sqlite was written by this library on
// 29 November 2026, from the export that CommitteeKitTests keeps, with every kind of entry in it.
// A later version opens it, finds its chain whole, and reads the same entries. Record it anew
// (RECORD_GOLDENS=1) only when that export is given more to say; a store that no longer opens, or
// reads otherwise, is a fault, because committees have such stores.
@Suite("A store that was written earlier")
struct StoreFixtureTests {
    private static let committee: CommitteeID = "glenmore-ppc"
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    private static let store = folder.appending(path: "Fixtures/every-kind.sqlite")
    private static let export = folder.deletingLastPathComponent()
        .appending(path: "CommitteeKitTests/Fixtures/Goldens/every-kind.json")

    private let copies: TemporaryFolder

    init() async throws {
        copies = try TemporaryFolder()
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try await Self.record(in: copies)
        }
        try FileManager.default.copyItem(
            at: Self.store,
            to: URL(filePath: copies.file("copy.sqlite"))
        )
    }

    /// What the journal says that the store was made from.
    private static func original() throws -> RecordExport {
        let data = try Data(contentsOf: export)
        return try RecordExport(reading: Array(data), source: "every-kind.json")
    }

    private static func record(in folder: TemporaryFolder) async throws {
        let path = folder.file("new-\(UUID().uuidString).sqlite")
        let original = try original()
        do {
            let journal = try SQLiteJournal.create(
                at: path,
                context: .testing(seed: 7, digest: .sha256)
            )
            try await journal.createCommittee(committee, name: original.name)
            try await RecordImport(of: original, into: [], checking: .sha256)
                .record(in: journal, committee: committee)
        }
        try Data(contentsOf: URL(filePath: path)).write(to: store, options: .atomic)
        Issue.record("Recorded every-kind.sqlite. Run again without RECORD_GOLDENS.")
    }

    private func entries() async throws -> [Entry] {
        let journal = try SQLiteJournal(path: copies.file("copy.sqlite"))
        return try await journal.allEntries(of: Self.committee)
    }

    @Test func itOpensAndItsChainIsWhole() async throws {
        let journal = try SQLiteJournal(path: copies.file("copy.sqlite"))
        #expect(try await journal.committees().map(\.id) == [Self.committee])
        let entries = try await entries()
        #expect(EntryChain.verify(entries, digest: .sha256) == [])
    }

    @Test func itsExportHasTheSameBytes() async throws {
        let export = RecordExport(
            committee: Self.committee,
            name: try Self.original().name,
            digestName: Digest.sha256.name,
            entries: try await entries()
        )
        let text = export.json(asOf: CivilDate(2026, 10, 31)).indentedText + "\n"
        let golden = GoldenFile("every-kind-export.json", besides: #filePath, in: "Fixtures")
        let difference = golden.difference(from: Array(text.utf8))
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test func itSaysWhatTheJournalSaysThatItWasMadeFrom() async throws {
        let entries = try await entries()
        // The store was made before some kinds were; the journal has those at its end.
        let all = try Self.original().entries
        let original = Array(all.prefix(entries.count))
        #expect(entries.map(\.kind) == original.map(\.kind))
        #expect(entries.map(\.version) == original.map(\.version))
        #expect(entries.map(\.payload) == original.map(\.payload))
        #expect(Record.folding(entries) == Record.folding(original))
        #expect(Record.folding(entries).problems == [])
    }

    @Test func itsExternalIDsAreFound() async throws {
        let journal = try SQLiteJournal(path: copies.file("copy.sqlite"))
        let kept = ExternalReference(source: "mosaic", id: "A-32")
        let removed = ExternalReference(source: "mosaic", id: "A-31")
        let subject = try await journal.subject(for: kept, in: Self.committee)
        #expect(subject == .action("1.2", of: "glenmore-2026-2029"))
        #expect(try await journal.subject(for: removed, in: Self.committee) == nil)
    }

    @Test func anEntryIsAddedToItsChain() async throws {
        let journal = try SQLiteJournal(
            path: copies.file("copy.sqlite"),
            context: .testing(
                seed: 8,
                startingAt: RecordedInstant(milliseconds: 1_800_000_000_000),
                digest: .sha256
            )
        )
        let change = Change(.action("1.2", of: "glenmore-2026-2029"), .completed)
        let day = CivilDate(2026, 12, 1)
        try await journal.append(
            [change.draft(effective: day, by: "lead-officer", reason: "Done")],
            to: Self.committee
        )
        let entries = try await entries()
        #expect(EntryChain.verify(entries, digest: .sha256) == [])
        let last = try #require(entries.last)
        let golden = GoldenFile("next-hash.txt", besides: #filePath, in: "Fixtures")
        let difference = golden.difference(from: Array("\(Hexadecimal.text(last.hash))\n".utf8))
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test func aRetryIsRecognisedByTheKeysThatItKeeps() async throws {
        let journal = try SQLiteJournal(path: copies.file("copy.sqlite"))
        let entries = try await entries().filter { $0.idempotencyKey == "mosaic/1" }
        let drafts = entries.map {
            EntryDraft(
                subject: $0.subject,
                kind: $0.kind,
                payload: $0.payload,
                effective: $0.effective,
                by: $0.by
            )
        }
        let receipt = try await journal.append(
            drafts,
            to: Self.committee,
            idempotencyKey: "mosaic/1"
        )
        #expect(receipt.wasReplay)
        #expect(receipt.entries == entries)
    }
}
#endif
