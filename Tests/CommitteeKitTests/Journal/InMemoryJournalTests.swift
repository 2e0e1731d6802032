// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite struct InMemoryJournalTests {
    @Test(arguments: JournalStoreContract.Claim.all)
    func keepsTheContractOfStores(_ claim: JournalStoreContract.Claim) async throws {
        try await JournalStoreContract { InMemoryJournal(context: $0) }.check(claim)
    }

    @Test func theContractCatchesAStoreThatForgets() async throws {
        let contract = JournalStoreContract { ForgetfulJournal(InMemoryJournal(context: $0)) }
        await #expect(throws: ContractViolation.self) { try await contract.run() }
    }

    @Test func aFailingJournalFailsWhenAskedAndKeepsTheContractOtherwise() async throws {
        try await JournalStoreContract { FailingJournal(InMemoryJournal(context: $0)) }.run()
        let store = FailingJournal(InMemoryJournal(context: .testing()))
        store.failNext(with: JournalError(.full, "No room."), times: 2)
        for _ in 0..<2 {
            let error = try await #require(throws: JournalError.self) {
                try await store.createCommittee("north", name: "North")
            }
            #expect(error.code == .full)
        }
        try await store.createCommittee("north", name: "North")
        #expect(try await store.committees().count == 1)
    }

    @Test func theSameContextMakesTheSameJournal() async throws {
        func journal() async throws -> [Entry] {
            let store = InMemoryJournal(context: .testing(seed: 7))
            try await store.createCommittee("north", name: "North")
            try await store.append([.example, .example], to: "north")
            return try await store.allEntries(of: "north")
        }
        #expect(try await journal() == journal())
    }
}

/// A store that says that it recorded something, and did not.
private final class ForgetfulJournal: JournalStore {
    private let store: InMemoryJournal

    init(_ store: InMemoryJournal) { self.store = store }

    var digest: Digest { store.digest }

    func committees() async throws(JournalError) -> [CommitteeSummary] {
        try await store.committees()
    }

    func createCommittee(_ id: CommitteeID, name: String) async throws(JournalError) {
        try await store.createCommittee(id, name: name)
    }

    func append(
        _ drafts: [EntryDraft],
        to committee: CommitteeID,
        expecting: JournalExpectation?,
        idempotencyKey: String?
    ) async throws(JournalError) -> AppendReceipt {
        AppendReceipt(entries: [], wasReplay: false)
    }

    func perform(
        _ steps: [JournalStep],
        in committee: CommitteeID,
        expecting: JournalExpectation?
    ) async throws(JournalError) -> [Entry] {
        []
    }

    func lastSequence(of committee: CommitteeID) async throws(JournalError) -> Int {
        try await store.lastSequence(of: committee)
    }

    func page(
        of committee: CommitteeID,
        after sequence: Int,
        limit: Int
    ) async throws(JournalError) -> [Entry] {
        try await store.page(of: committee, after: sequence, limit: limit)
    }

    func erase(
        _ name: String,
        of sequence: Int,
        in committee: CommitteeID,
        by: String,
        reason: String,
        on day: CivilDate
    ) async throws(JournalError) -> Entry {
        try await store.erase(name, of: sequence, in: committee, by: by, reason: reason, on: day)
    }

    func subject(
        for reference: ExternalReference,
        in committee: CommitteeID
    ) async throws(JournalError) -> SubjectReference? {
        try await store.subject(for: reference, in: committee)
    }

    func externalReferences(
        of subject: SubjectReference,
        in committee: CommitteeID
    ) async throws(JournalError) -> [ExternalReference] {
        try await store.externalReferences(of: subject, in: committee)
    }
}
