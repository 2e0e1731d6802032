// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Synchronization

/// A store whose callers all have checked what they append before any of it is appended, or in which somebody
/// else records something just before an append.
///
/// It counts the entries that are read from it.
final class MeddlingJournal: JournalStore {
    private let kept: Mutex<any JournalStore>
    private let meddling: Mutex<[EntryDraft]> = Mutex([])
    private let gate = Gate()
    private let read = Atomic(0)

    /// How many entries were read so far.
    var entriesRead: Int { read.load(ordering: .relaxed) }

    init(_ store: any JournalStore) { kept = Mutex(store) }

    private var store: any JournalStore { kept.withLock { $0 } }

    var digest: Digest { store.digest }

    /// Puts another store in the place of this one, as when a backup is restored.
    func restore(_ other: any JournalStore) { kept.withLock { $0 = other } }

    /// Makes the next appends wait for one another.
    func gather(_ count: Int) async { await gate.gather(count) }

    /// Records something just before the next append.
    func meddle(_ drafts: [EntryDraft]) { meddling.withLock { $0 = drafts } }

    private actor Gate {
        private var missing = 0
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func gather(_ count: Int) { missing = count }

        func pass() async {
            guard missing > 0 else { return }
            missing -= 1
            guard missing > 0 else {
                waiting.forEach { $0.resume() }
                waiting = []
                return
            }
            await withCheckedContinuation { waiting.append($0) }
        }
    }

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
        await gate.pass()
        let others = meddling.withLock { others in
            defer { others = [] }
            return others
        }
        for other in others { try await store.append([other], to: committee) }
        return try await store.append(
            drafts,
            to: committee,
            expecting: expecting,
            idempotencyKey: idempotencyKey
        )
    }

    func perform(
        _ steps: [JournalStep],
        in committee: CommitteeID,
        expecting: JournalExpectation?
    ) async throws(JournalError) -> [Entry] {
        try await store.perform(steps, in: committee, expecting: expecting)
    }

    func lastSequence(of committee: CommitteeID) async throws(JournalError) -> Int {
        try await store.lastSequence(of: committee)
    }

    func page(
        of committee: CommitteeID,
        after sequence: Int,
        limit: Int
    ) async throws(JournalError) -> [Entry] {
        let page = try await store.page(of: committee, after: sequence, limit: limit)
        read.add(page.count, ordering: .relaxed)
        return page
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
