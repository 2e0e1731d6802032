// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeStorage
import Synchronization

/// What this run did to a record, so that a failure after it can say so.
enum RecordNote {
    private struct Note {
        var stores: [SQLiteJournal] = []
        var first: Int?
        var last = 0
        var added: CommitteeID?
    }

    private static let note = Mutex(Note())

    /// Notes that a store is open.
    static func opened(_ store: SQLiteJournal) { note.withLock { $0.stores.append(store) } }

    /// Closes the stores, so that nothing is left beside them.
    static func closeStores() async {
        for store in note.withLock({ $0.stores }) { try? await store.close() }
    }

    /// Notes that entries were recorded.
    static func recorded(_ entries: [Entry]) {
        guard let first = entries.first?.sequence, let last = entries.last?.sequence else { return }
        note.withLock { note in
            note.first = min(note.first ?? first, first)
            note.last = max(note.last, last)
        }
    }

    /// Notes that a committee was added.
    static func added(_ committee: CommitteeID) { note.withLock { $0.added = committee } }

    /// Returns what a person must know of the record when something fails now.
    ///
    /// - Parameter isOutput: Whether it is the output that failed, which leaves it open what came
    ///   before.
    /// - Returns: The sentence; nil when there is nothing to say.
    static func words(afterOutput isOutput: Bool) -> String? {
        let note = note.withLock { $0 }
        if let first = note.first {
            return first == note.last
                ? "Entry \(first) was recorded all the same; do not record it again."
                : "Entries \(first) to \(note.last) were recorded all the same; do not record them "
                    + "again."
        }
        if let added = note.added { return "The committee “\(added)” was added all the same." }
        return isOutput && !note.stores.isEmpty ? "The record was not changed." : nil
    }
}

/// A store that notes what is recorded in it, for ``RecordNote``.
struct NotedJournal: JournalStore {
    let store: any JournalStore

    var digest: Digest { store.digest }

    func committees() async throws(JournalError) -> [CommitteeSummary] {
        try await store.committees()
    }

    func createCommittee(_ id: CommitteeID, name: String) async throws(JournalError) {
        try await store.createCommittee(id, name: name)
        RecordNote.added(id)
    }

    func append(
        _ drafts: [EntryDraft],
        to committee: CommitteeID,
        expecting: JournalExpectation?,
        idempotencyKey: String?
    ) async throws(JournalError) -> AppendReceipt {
        let receipt = try await store.append(
            drafts,
            to: committee,
            expecting: expecting,
            idempotencyKey: idempotencyKey
        )
        if !receipt.wasReplay { RecordNote.recorded(receipt.entries) }
        return receipt
    }

    func perform(
        _ steps: [JournalStep],
        in committee: CommitteeID,
        expecting: JournalExpectation?
    ) async throws(JournalError) -> [Entry] {
        let entries = try await store.perform(steps, in: committee, expecting: expecting)
        RecordNote.recorded(entries)
        return entries
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
        let entry = try await store.erase(
            name,
            of: sequence,
            in: committee,
            by: by,
            reason: reason,
            on: day
        )
        RecordNote.recorded([entry])
        return entry
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
#endif
