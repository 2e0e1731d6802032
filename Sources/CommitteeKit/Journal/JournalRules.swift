// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The rules that every store applies, and the words in which it reports that one is broken.
///
/// A store outside this package uses them too, so that programs get the same answers from any.
public enum JournalRules {
    /// Throws when a committee may not be added under an identifier and name.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - name: The name, for people.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/refused``.
    public static func check(newCommittee id: CommitteeID, name: String) throws(JournalError) {
        try EntryDraft.check(name: id.rawValue, "The committee's id")
        try EntryDraft.check(name: name, "The committee's name")
    }

    /// Throws when drafts may not be recorded.
    ///
    /// - Parameters:
    ///   - drafts: The drafts.
    ///   - idempotencyKey: The key of the append.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/refused``.
    public static func check(
        _ drafts: [EntryDraft],
        idempotencyKey: String?
    ) throws(JournalError) {
        guard !drafts.isEmpty else {
            throw JournalError(
                .refused,
                "There is nothing to record. Append at least one entry, or do not append."
            )
        }
        if let idempotencyKey {
            try EntryDraft.check(name: idempotencyKey, "The idempotency key")
        }
        for draft in drafts { try draft.check() }
    }

    /// Throws when a text may not be erased in somebody's name.
    ///
    /// - Parameters:
    ///   - by: Who erases it.
    ///   - reason: Why.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/refused``.
    public static func check(erasingBy by: String, reason: String) throws(JournalError) {
        try EntryDraft.check(name: by, "The author (`by`)")
        guard !reason.isEmpty else {
            throw JournalError(.refused, "Erasing needs a reason. Say why the text is erased.")
        }
    }

    /// Returns the receipt of an earlier append for a retry.
    ///
    /// - Parameters:
    ///   - earlier: The entries that were recorded under the key.
    ///   - drafts: What is to be recorded now.
    ///   - key: The key.
    ///   - digest: The digest of the journal.
    /// - Returns: The receipt of the earlier append.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/idempotencyMismatch`` when
    ///   the drafts say something else.
    public static func replay(
        _ earlier: [Entry],
        of drafts: [EntryDraft],
        key: String,
        digest: Digest
    ) throws(JournalError) -> AppendReceipt {
        let isSame =
            earlier.count == drafts.count
            && zip(earlier, drafts).allSatisfy { $0.says($1, digest: digest) }
        guard isSame else {
            throw mismatch(of: key, firstUsedFor: earlier.first)
        }
        return AppendReceipt(entries: earlier, wasReplay: true)
    }

    /// Returns the error for a key that was used for something else.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - first: The first entry that was recorded under it.
    /// - Returns: The error.
    public static func mismatch(of key: String, firstUsedFor first: Entry?) -> JournalError {
        JournalError(
            .idempotencyMismatch,
            "The idempotency key “\(key)” was used before, for entries that say something else"
                + " (from entry \(first?.sequence ?? 0)). Use a key of its own for each"
                + " append."
        )
    }

    /// Returns the error for work whose task was cancelled before anything was done.
    ///
    /// - Parameter cause: The error by which that was seen.
    /// - Returns: The error.
    public static func cancelled(cause: (any Error)? = nil) -> JournalError {
        JournalError(
            .cancelled,
            "The task was cancelled before it was done. Nothing was recorded.",
            cause: cause
        )
    }

    /// Returns the external id that a draft sets or removes, if it does either.
    ///
    /// - Parameter draft: The draft, already checked; most say nothing about external ids.
    /// - Returns: The external id that a store's index has to follow.
    public static func externalReference(in draft: EntryDraft) -> ExternalReference? {
        guard draft.kind == .externalIDSet || draft.kind == .externalIDRemoved else { return nil }
        return ExternalReference(payload: draft.payload)
    }

    /// Returns the subject for which an external id stands once a draft is recorded.
    ///
    /// - Parameters:
    ///   - reference: The external id that the draft sets or removes.
    ///   - draft: The draft.
    ///   - owner: The subject for which it stands now, if any.
    /// - Returns: The subject for the store's index, or `nil` to take the id out of it.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/duplicate`` when the id
    ///   stands for another subject, or `notFound` when an id to remove does not stand for this one.
    public static func owner(
        of reference: ExternalReference,
        after draft: EntryDraft,
        now owner: SubjectReference?
    ) throws(JournalError) -> SubjectReference? {
        let name = "\(reference.source)'s id “\(reference.id)”"
        guard draft.kind == .externalIDSet else {
            guard owner == draft.subject else {
                throw JournalError(
                    .notFound,
                    "\(name) does not stand for \(draft.subject), so it cannot be removed from it."
                )
            }
            return nil
        }
        if let owner, owner != draft.subject {
            throw JournalError(
                .duplicate,
                "\(name) already stands for \(owner), so it cannot stand for \(draft.subject)."
                    + " Remove it there first, or use another id."
            )
        }
        return draft.subject
    }

    /// Returns the error for a committee that the store does not have.
    public static func noSuchCommittee(_ id: CommitteeID) -> JournalError {
        JournalError(
            .notFound,
            "The store has no committee “\(id)”. Create it first, or check its id."
        )
    }

    /// Returns the error for a committee that the store has already.
    public static func committeeExists(_ id: CommitteeID) -> JournalError {
        JournalError(
            .duplicate,
            "The store has a committee “\(id)” already. Choose another id."
        )
    }

    /// Returns the error for an entry that the journal does not have.
    public static func noSuchEntry(_ sequence: Int, last: Int) -> JournalError {
        JournalError(
            .notFound,
            last == 0
                ? "There is no entry \(sequence): the journal is empty."
                : "There is no entry \(sequence): the journal has the entries 1 to \(last)."
        )
    }

    /// Returns the error for a text that an entry does not have.
    public static func noSuchText(_ name: String, in entry: Entry) -> JournalError {
        let names = entry.texts.map(\.name)
        return JournalError(
            .notFound,
            names.isEmpty
                ? "Entry \(entry.sequence) has no erasable texts."
                : "Entry \(entry.sequence) has no erasable text “\(name)”."
                    + " \(ClosestName.suggestion(for: name, in: names))"
        )
    }
}
