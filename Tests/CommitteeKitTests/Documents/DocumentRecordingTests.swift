// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Recording documents through the library")
struct DocumentRecordingTests {
    private static let day = DocumentSample.day

    private static func committee() async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("cpc", name: "CPC")
        let library = CommitteeLibrary(store: store, today: { Self.day })
        let committee = try await library.committee("cpc")
        var document = CommitteeDocument(id: "joint-protocol")
        document.title = "Joint protocol"
        document.audience = .public
        document.reviewMonths = 24
        try await committee.addDocument(document, by: "coordinator")
        return committee
    }

    @Test func aDocumentIsAddedWithItsFields() async throws {
        let committee = try await Self.committee()
        let kinds = try await committee.entries().map(\.kind)
        #expect(
            kinds == [
                "document.title-set", "document.audience-set", "document.review-months-set",
            ]
        )
    }

    @Test func theWholeLifeOfADocument() async throws {
        let committee = try await Self.committee()
        try await committee.recordEdition(
            DocumentEdition("1", pages: 12),
            of: "joint-protocol",
            by: "coordinator"
        )
        try await committee.distributeDocument(
            "joint-protocol",
            DocumentDistribution(to: ["Police"]),
            by: "coordinator"
        )
        try await committee.confirmDocument(
            "joint-protocol",
            DocumentConfirmation(by: "Police", count: 140, outOf: 206),
            by: "coordinator"
        )
        try await committee.reviewDocument(
            "joint-protocol",
            DocumentReview("No change"),
            by: "coordinator"
        )
        let changed = try await committee.changeDocument("joint-protocol", by: "coordinator") {
            $0.owner = "Chair"
            $0.audience = .committee
        }
        #expect(changed.owner == "Chair")
        #expect(changed.nextReview == CivilDate(2028, 10, 31))
        let changes = try await committee.changes(since: Self.day - 1, audience: .committee)
        #expect(
            changes.map(\.sentence) == [
                "Document “Joint protocol” is new in the register.",
                "The owner of document “Joint protocol” is now: Chair",
                "Document “Joint protocol” is now reviewed every 24 months.",
                "Edition 1 of document “Joint protocol” is dated 31 October 2026.",
                "Edition 1 of document “Joint protocol” went to Police on 31 October 2026.",
                "Police confirmed edition 1 of document “Joint protocol”: 140 of 206 people.",
                "Document “Joint protocol” was reviewed on 31 October 2026: No change",
            ]
        )
        let gone = try await committee.withdrawDocument(
            "joint-protocol",
            DocumentWithdrawal(reason: "Old"),
            by: "coordinator"
        )
        #expect(gone.standing(on: Self.day) == .withdrawn)
    }

    @Test func aChangeThatChangesNothingRecordsNothing() async throws {
        let committee = try await Self.committee()
        let count = try await committee.entries().count
        try await committee.changeDocument("joint-protocol", by: "coordinator") {
            $0.reviewMonths = 24
        }
        #expect(try await committee.entries().count == count)
    }

    @Test func aDocumentIsAddedOnce() async throws {
        let committee = try await Self.committee()
        var document = CommitteeDocument(id: "joint-protocol")
        document.title = "Another"
        await #expect {
            try await committee.addDocument(document, by: "coordinator")
        } throws: { error in
            (error as? LibraryError)?.message
                == "There is a document “joint-protocol” already. Change that one, or choose another "
                + "identifier."
        }
    }

    @Test func aDocumentThatIsNotThereIsToldWithTheClosest() async throws {
        let committee = try await Self.committee()
        await #expect {
            try await committee.reviewDocument(
                "joint-protocl",
                DocumentReview("No change"),
                by: "coordinator"
            )
        } throws: { error in
            (error as? LibraryError)?.message
                == "There is no document “joint-protocl”. Did you mean “joint-protocol”?"
        }
    }

    @Test func wordsThatMayTellWhoAChildIsAreHeld() async throws {
        let committee = try await Self.committee()
        let count = try await committee.entries().count
        await #expect {
            try await committee.reviewDocument(
                "joint-protocol",
                DocumentReview(
                    "Changed",
                    note: "Child Anna Smith, born on 3 May 2015, was harmed."
                ),
                by: "coordinator"
            )
        } throws: { error in
            (error as? LibraryError)?.code == .held
        }
        #expect(try await committee.entries().count == count)
    }

    @Test func remarksAreErasable() async throws {
        let committee = try await Self.committee()
        try await committee.reviewDocument(
            "joint-protocol",
            DocumentReview("No change", note: "A remark."),
            by: "coordinator"
        )
        let entry = try #require(try await committee.entries().last)
        #expect(entry.texts.map(\.name) == ["note"])
        #expect(entry.texts.map(\.text) == ["A remark."])
        #expect(!entry.payload.canonicalText.contains("A remark."))
    }
}
