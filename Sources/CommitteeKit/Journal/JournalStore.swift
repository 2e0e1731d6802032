// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Keeps the journals of committees: the one place where state lives.
///
/// A store only appends. It has several committees, each with a sequence of its own. Opening,
/// closing and choosing a place are the business of the type that conforms.
///
/// ```swift
/// let store: any JournalStore = InMemoryJournal(context: context)
/// try await store.createCommittee("north-cpc", name: "North Child Protection Committee")
/// let receipt = try await store.append([draft], to: "north-cpc", expecting: 0)
/// ```
///
/// ## Writing a store
///
/// - Check every draft with ``EntryDraft/check()`` and make entries with ``EntrySealer`` only, so
///   that all stores write the same entries.
/// - Do everything that ``append(_:to:expecting:idempotencyKey:)`` says in one transaction, in the
///   order in which it says it; all steps of ``perform(_:in:expecting:)`` share one.
/// - Keep erasable texts and their salts apart from entries, where they can be overwritten.
/// - Keep an index of external ids, changed in the transaction that appends the entry.
/// - Put no payload, text or name of a person into an error.
/// - Run `JournalStoreContract` of `CommitteeTestKit` against it.
public protocol JournalStore: Sendable {
    /// The digest with which the store chains what is recorded, and with which documents are known again.
    var digest: Digest { get }

    /// Returns the committees of the store, sorted by identifier.
    ///
    /// - Returns: The committees, none for a new store.
    /// - Throws: ``JournalError`` when the store cannot be read.
    func committees() async throws(JournalError) -> [CommitteeSummary]

    /// Adds a committee with an empty journal.
    ///
    /// - Parameters:
    ///   - id: The identifier, not empty and without control characters.
    ///   - name: The name, for people.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/duplicate`` when the
    ///   identifier is taken.
    func createCommittee(_ id: CommitteeID, name: String) async throws(JournalError)

    /// Records drafts, all of them or none.
    ///
    /// In this order: every draft is checked (`refused`); a key that was used before gives the
    /// receipt of then when the drafts say the same and an error otherwise
    /// (`idempotencyMismatch`); the journal is held against what is expected (`conflict`), as
    /// ``JournalRules/check(_:last:reading:)`` does; external ids are compared (`duplicate`); the entries
    /// are numbered and sealed after the last one there is, and recorded.
    ///
    /// - Parameters:
    ///   - drafts: What happened; at least one.
    ///   - committee: The committee.
    ///   - expecting: What may not have been recorded since the caller looked, or `nil` not to ask.
    ///   - idempotencyKey: A key of the caller's own, the same for every retry of this append.
    /// - Returns: The entries as recorded, now or by an earlier append with the same key.
    /// - Throws: ``JournalError``; nothing is recorded then.
    @discardableResult
    func append(
        _ drafts: [EntryDraft],
        to committee: CommitteeID,
        expecting: JournalExpectation?,
        idempotencyKey: String?
    ) async throws(JournalError) -> AppendReceipt

    /// Returns the number of the last entry of a committee, 0 when there is none.
    ///
    /// - Parameter committee: The committee.
    /// - Returns: The number.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/notFound`` when there is no
    ///   such committee.
    func lastSequence(of committee: CommitteeID) async throws(JournalError) -> Int

    /// Returns the next entries of a committee, in order.
    ///
    /// - Parameters:
    ///   - committee: The committee.
    ///   - sequence: The number after which to start; 0 for the first entry.
    ///   - limit: The greatest number of entries to return.
    /// - Returns: The entries; none when there are no more.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/notFound`` when there is no
    ///   such committee.
    func page(
        of committee: CommitteeID,
        after sequence: Int,
        limit: Int
    ) async throws(JournalError) -> [Entry]

    /// Erases a text for good and records that it was erased.
    ///
    /// The text and its salt are overwritten. The gap says who erased it, when and why, and an
    /// entry of the kind ``EntryKind/textErased`` records the same. The chain still verifies.
    ///
    /// - Parameters:
    ///   - name: The name of the text.
    ///   - sequence: The number of the entry that has it.
    ///   - committee: The committee.
    ///   - by: The identifier of who erases it.
    ///   - reason: Why; it must not repeat what is erased.
    ///   - day: The day on which it is erased.
    /// - Returns: The entry that records the erasing, or that recorded it when it was done before.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/notFound`` when there is no
    ///   such entry or text.
    @discardableResult
    func erase(
        _ name: String,
        of sequence: Int,
        in committee: CommitteeID,
        by: String,
        reason: String,
        on day: CivilDate
    ) async throws(JournalError) -> Entry

    /// Does several things to a journal, all of them or none.
    ///
    /// The journal is held against what is expected first (`conflict`). Each step then does what
    /// ``append(_:to:expecting:idempotencyKey:)`` or ``erase(_:of:in:by:reason:on:)`` says, on what the
    /// steps before it left. When one of them throws, the journal is as it was before the first.
    ///
    /// - Parameters:
    ///   - steps: The steps, in order.
    ///   - committee: The committee.
    ///   - expecting: What may not have been recorded since the caller looked, or `nil` not to ask.
    /// - Returns: The entries that the steps recorded, in order, without those of an earlier append
    ///   with the same key or of an erasing that was done before.
    /// - Throws: ``JournalError``; nothing is recorded or erased then.
    @discardableResult
    func perform(
        _ steps: [JournalStep],
        in committee: CommitteeID,
        expecting: JournalExpectation?
    ) async throws(JournalError) -> [Entry]

    /// Returns the subject for which another system's name stands, or `nil`.
    ///
    /// - Parameters:
    ///   - reference: The other system and its name.
    ///   - committee: The committee.
    /// - Returns: The subject, if the name stands for one.
    /// - Throws: ``JournalError`` when there is no such committee.
    func subject(
        for reference: ExternalReference,
        in committee: CommitteeID
    ) async throws(JournalError) -> SubjectReference?

    /// Returns other systems' names for a subject, sorted by source and name.
    ///
    /// - Parameters:
    ///   - subject: The subject.
    ///   - committee: The committee.
    /// - Returns: The names, none when no other system has one.
    /// - Throws: ``JournalError`` when there is no such committee.
    func externalReferences(
        of subject: SubjectReference,
        in committee: CommitteeID
    ) async throws(JournalError) -> [ExternalReference]
}

extension JournalStore {
    /// Records drafts, all of them or none, with less to say.
    ///
    /// - Parameters:
    ///   - drafts: What happened; at least one.
    ///   - committee: The committee.
    ///   - expecting: What may not have been recorded since the caller looked, or `nil` not to ask.
    /// - Returns: The entries as recorded.
    /// - Throws: ``JournalError``; nothing is recorded then.
    @discardableResult
    public func append(
        _ drafts: [EntryDraft],
        to committee: CommitteeID,
        expecting: JournalExpectation? = nil
    ) async throws(JournalError) -> AppendReceipt {
        try await append(drafts, to: committee, expecting: expecting, idempotencyKey: nil)
    }

    /// Records drafts, all of them or none, once, however often it is tried.
    ///
    /// - Parameters:
    ///   - drafts: What happened; at least one.
    ///   - committee: The committee.
    ///   - idempotencyKey: A key of the caller's own, the same for every retry of this append.
    /// - Returns: The entries as recorded, now or by an earlier append with the same key.
    /// - Throws: ``JournalError``; nothing is recorded then.
    @discardableResult
    public func append(
        _ drafts: [EntryDraft],
        to committee: CommitteeID,
        idempotencyKey: String
    ) async throws(JournalError) -> AppendReceipt {
        try await append(drafts, to: committee, expecting: nil, idempotencyKey: idempotencyKey)
    }

    /// Returns the entries of a committee one after another, without holding all of them.
    ///
    /// The sequence ends with the last entry there is when it gets there; it does not wait for more.
    ///
    /// - Parameters:
    ///   - committee: The committee.
    ///   - sequence: The number after which to start.
    /// - Returns: The entries, read from the store a page at a time.
    public func entries(of committee: CommitteeID, after sequence: Int = 0) -> EntrySequence {
        EntrySequence(store: self, committee: committee, after: sequence)
    }

    /// Returns all entries of a committee after a sequence number.
    ///
    /// - Parameters:
    ///   - committee: The committee.
    ///   - sequence: The number after which to start.
    /// - Returns: The entries, in order.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/notFound`` when there is no
    ///   such committee.
    public func allEntries(
        of committee: CommitteeID,
        after sequence: Int = 0
    ) async throws(JournalError) -> [Entry] {
        try await page(of: committee, after: sequence, limit: .max)
    }
}

/// A committee of a store.
public struct CommitteeSummary: Hashable, Sendable {
    /// The identifier.
    public let id: CommitteeID
    /// The name, for people.
    public let name: String
    /// The number of the last entry, 0 when there is none.
    public let lastSequence: Int

    /// Creates a summary.
    public init(id: CommitteeID, name: String, lastSequence: Int) {
        self.id = id
        self.name = name
        self.lastSequence = lastSequence
    }
}

/// What an append recorded.
public struct AppendReceipt: Hashable, Sendable {
    /// The entries, in order; at least one.
    public let entries: [Entry]
    /// Whether an earlier append with the same key recorded them, and this one nothing.
    public let wasReplay: Bool
    /// The number of the first entry.
    public let firstSequence: Int
    /// The number of the last entry.
    public let lastSequence: Int

    /// Creates a receipt.
    ///
    /// - Parameters:
    ///   - entries: The entries, in order.
    ///   - wasReplay: Whether an earlier append recorded them.
    public init(entries: [Entry], wasReplay: Bool) {
        self.entries = entries
        self.wasReplay = wasReplay
        firstSequence = entries.first?.sequence ?? 0
        lastSequence = entries.last?.sequence ?? 0
    }
}

/// The entries of a committee, read from a store a page at a time.
public struct EntrySequence: AsyncSequence, Sendable {
    /// What the sequence is made of.
    public typealias Element = Entry
    /// What reading may throw.
    public typealias Failure = JournalError

    private let store: any JournalStore
    private let committee: CommitteeID
    private let start: Int

    init(store: any JournalStore, committee: CommitteeID, after sequence: Int) {
        self.store = store
        self.committee = committee
        start = sequence
    }

    /// Returns an iterator that starts at the beginning of the sequence.
    public func makeAsyncIterator() -> Iterator {
        Iterator(store: store, committee: committee, last: start)
    }

    /// Reads entries one after another.
    public struct Iterator: AsyncIteratorProtocol {
        let store: any JournalStore
        let committee: CommitteeID
        var last: Int
        var page: ArraySlice<Entry> = []
        var isAtEnd = false

        static let pageLength = 500

        /// Returns the next entry, or `nil` after the last.
        public mutating func next() async throws(JournalError) -> Entry? {
            if page.isEmpty, !isAtEnd {
                page = try await store.page(
                    of: committee,
                    after: last,
                    limit: Iterator.pageLength
                )[...]
                isAtEnd = page.count < Iterator.pageLength
            }
            guard let entry = page.popFirst() else { return nil }
            last = entry.sequence
            return entry
        }

        /// Returns the next entry, or `nil` after the last.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(JournalError) -> Entry? {
            try await next()
        }
    }
}
