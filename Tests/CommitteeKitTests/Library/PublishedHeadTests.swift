// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("The head that a publication holds")
struct PublishedHeadTests {
    private let plan = "plan-2024-2026"

    private func published() async throws -> (LibraryFixture, Publication) {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        let publication = try await fixture.committee.publish(
            Array("<p>The plan</p>".utf8),
            mediaType: "text/html",
            of: plan,
            report: "small/plan",
            edition: try await fixture.committee.edition(audience: .public),
            digest: .testing,
            by: "officer"
        )
        return (fixture, publication)
    }

    @Test("A publication holds the number and the hash of the last entry before it")
    func holdsTheHead() async throws {
        let (fixture, publication) = try await published()
        let entries = try await fixture.committee.entries()
        let before = entries[entries.count - 2]
        #expect(
            publication.head
                == Publication.Head(
                    entries: before.sequence,
                    lastHash: Hexadecimal.text(before.hash)
                )
        )
        #expect(EntryChain.verify(entries, digest: .testing) == [])
    }

    @Test("A journal whose hashes were all computed anew does not end where its publication says")
    func recomputedJournal() async throws {
        let (fixture, publication) = try await published()
        let head = try #require(publication.head)
        var last: [UInt8] = []
        let forged = try await fixture.committee.entries().map { entry in
            let by = entry.sequence == 3 ? "somebody-else" : entry.by
            let unsealed = entry.with(by: by, previous: last, hash: [])
            last = Digest.testing(unsealed.canonicalBytes(digestName: Digest.testing.name))
            return unsealed.with(by: by, previous: unsealed.previousHash, hash: last)
        }
        #expect(
            EntryChain.verify(forged, digest: .testing).map(\.description) == [
                "Entry \(forged.count): publishes what was recorded up to entry \(head.entries), which"
                    + " now has another hash than it had then."
            ]
        )
    }

    @Test(
        "Only an edition that shows everything has it, for it counts all entries",
        arguments: Audience.allCases
    )
    func isCut(_ audience: Audience) async throws {
        let (fixture, publication) = try await published()
        let edition = try await fixture.committee.edition(audience: audience)
        let found = edition.plans.first { $0.id == plan }?.publications.last
        #expect(found?.issue == publication.issue)
        #expect(found?.head == (audience == .restricted ? publication.head : nil))
    }

    @Test("Recorded again in another store, where hashes are others, the journal verifies")
    func importedElsewhere() async throws {
        let (fixture, _) = try await published()
        let export = RecordExport(
            committee: fixture.committee.id,
            name: "C",
            digestName: Digest.testing.name,
            entries: try await fixture.committee.entries()
        )
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee(fixture.committee.id, name: "C")
        for _ in 1...2 {
            let plan = try RecordImport(
                of: export,
                into: try await store.allEntries(of: fixture.committee.id),
                checking: .testing
            )
            try await plan.record(in: store, committee: fixture.committee.id)
        }
        let entries = try await store.allEntries(of: fixture.committee.id)
        #expect(entries.count == export.entries.count)
        #expect(EntryChain.verify(entries, digest: .testing) == [])
        #expect(Record.folding(entries).plan(plan)?.publications.last?.head == nil)
    }
}

extension Entry {
    /// The entry with another author and other hashes.
    fileprivate func with(by: String, previous: [UInt8], hash: [UInt8]) -> Entry {
        Entry(
            committee: committee,
            sequence: sequence,
            id: id,
            subject: subject,
            kind: kind,
            version: version,
            payload: payload,
            texts: texts,
            effective: effective,
            effectiveIsBound: effectiveIsBound,
            by: by,
            recordedAt: recordedAt,
            idempotencyKey: idempotencyKey,
            previousHash: previous,
            hash: hash
        )
    }
}
