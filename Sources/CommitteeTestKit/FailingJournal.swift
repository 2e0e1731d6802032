// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit
import Synchronization

/// A store that passes everything on to another, and fails when a test wants it to.
///
/// ```swift
/// let store = FailingJournal(InMemoryJournal(context: .testing()))
/// store.failNext(with: JournalError(.full, "No room."))
/// ```
public final class FailingJournal: JournalStore {
    private let store: any JournalStore
    private let failures: Mutex<[JournalError]> = Mutex([])

    /// Creates a store that passes everything on until it is told to fail.
    public init(_ store: any JournalStore) { self.store = store }

    /// Makes the next question or change fail, after those that were asked to fail before.
    ///
    /// - Parameters:
    ///   - error: The error to throw instead of doing anything.
    ///   - count: How many times to throw it.
    public func failNext(with error: JournalError, times count: Int = 1) {
        failures.withLock { $0 += Array(repeating: error, count: max(0, count)) }
    }

    /// The digest of the store.
    public var digest: Digest { store.digest }

    private func failIfAsked() throws(JournalError) {
        let error = failures.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        if let error { throw error }
    }

    /// Returns the committees of the store, or fails.
    public func committees() async throws(JournalError) -> [CommitteeSummary] {
        try failIfAsked()
        return try await store.committees()
    }

    /// Adds a committee, or fails.
    public func createCommittee(_ id: CommitteeID, name: String) async throws(JournalError) {
        try failIfAsked()
        try await store.createCommittee(id, name: name)
    }

    /// Records drafts, or fails.
    @discardableResult
    public func append(
        _ drafts: [EntryDraft],
        to committee: CommitteeID,
        expecting: JournalExpectation?,
        idempotencyKey: String?
    ) async throws(JournalError) -> AppendReceipt {
        try failIfAsked()
        return try await store.append(
            drafts,
            to: committee,
            expecting: expecting,
            idempotencyKey: idempotencyKey
        )
    }

    /// Returns the number of the last entry, or fails.
    public func lastSequence(of committee: CommitteeID) async throws(JournalError) -> Int {
        try failIfAsked()
        return try await store.lastSequence(of: committee)
    }

    /// Returns the next entries, or fails.
    public func page(
        of committee: CommitteeID,
        after sequence: Int,
        limit: Int
    ) async throws(JournalError) -> [Entry] {
        try failIfAsked()
        return try await store.page(of: committee, after: sequence, limit: limit)
    }

    /// Erases a text, or fails.
    @discardableResult
    public func erase(
        _ name: String,
        of sequence: Int,
        in committee: CommitteeID,
        by: String,
        reason: String,
        on day: CivilDate
    ) async throws(JournalError) -> Entry {
        try failIfAsked()
        return try await store.erase(
            name,
            of: sequence,
            in: committee,
            by: by,
            reason: reason,
            on: day
        )
    }

    /// Does several things to a journal, or fails.
    @discardableResult
    public func perform(
        _ steps: [JournalStep],
        in committee: CommitteeID,
        expecting: JournalExpectation?
    ) async throws(JournalError) -> [Entry] {
        try failIfAsked()
        return try await store.perform(steps, in: committee, expecting: expecting)
    }

    /// Returns the subject for which another system's name stands, or fails.
    public func subject(
        for reference: ExternalReference,
        in committee: CommitteeID
    ) async throws(JournalError) -> SubjectReference? {
        try failIfAsked()
        return try await store.subject(for: reference, in: committee)
    }

    /// Returns other systems' names for a subject, or fails.
    public func externalReferences(
        of subject: SubjectReference,
        in committee: CommitteeID
    ) async throws(JournalError) -> [ExternalReference] {
        try failIfAsked()
        return try await store.externalReferences(of: subject, in: committee)
    }
}
