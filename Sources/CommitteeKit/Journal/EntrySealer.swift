// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Makes entries out of drafts: numbers them, stamps them, seals their texts and chains them.
///
/// Every store uses it, so that all of them write the same entries. It records nothing itself.
public struct EntrySealer: Sendable {
    /// The committee in whose journal the entries will stand.
    public let committee: CommitteeID
    /// The number of the last entry, 0 when there is none.
    public private(set) var lastSequence: Int
    /// The hash of the last entry, empty when there is none.
    public private(set) var lastHash: [UInt8]
    private let recordedAt: RecordedInstant
    private let context: JournalContext

    /// Creates a sealer that goes on after the last entry of a journal.
    ///
    /// - Parameters:
    ///   - committee: The committee.
    ///   - last: The last entry's number, hash and time of recording; `nil` for an empty journal.
    ///   - context: The time, randomness and digest to use.
    public init(
        committee: CommitteeID,
        after last: (sequence: Int, hash: [UInt8], recordedAt: RecordedInstant)?,
        context: JournalContext
    ) {
        self.committee = committee
        self.context = context
        lastSequence = last?.sequence ?? 0
        lastHash = last?.hash ?? []
        let now = context.now()
        recordedAt = max(now, last?.recordedAt ?? now)
    }

    /// The time that every entry of this sealer is stamped with.
    ///
    /// It is the time at which the sealer was made, or that of the last entry when a clock that was
    /// set back would put it earlier.
    public var time: RecordedInstant { recordedAt }

    /// Returns the entry for a draft, numbered after the one before.
    ///
    /// - Parameters:
    ///   - draft: The draft, already checked with ``EntryDraft/check()``.
    ///   - idempotencyKey: The key under which a retry of the append is recognised.
    /// - Returns: The entry, ready to be kept.
    public mutating func seal(_ draft: EntryDraft, idempotencyKey: String?) -> Entry {
        let texts = draft.allTexts.map { text in
            let salt = context.randomBytes(EntryText.saltLength)
            return EntryText(
                name: text.name,
                digest: EntryText.seal(text.text, salt: salt, digest: context.digest),
                content: .kept(text: text.text, salt: salt)
            )
        }
        let id = EntryID(rawValue: Hexadecimal.text(context.randomBytes(16)))
        let unsealed = entry(draft, id: id, texts: texts, key: idempotencyKey)
        let hash = context.digest(unsealed.canonicalBytes(digestName: context.digest.name))
        lastSequence = unsealed.sequence
        lastHash = hash
        return unsealed.sealed(with: hash)
    }

    /// Returns the entry that records the erasing of a text.
    ///
    /// - Parameters:
    ///   - name: The name of the text.
    ///   - entry: The entry whose text is erased.
    ///   - by: Who erases it.
    ///   - reason: Why.
    ///   - day: The day on which it is erased.
    /// - Returns: The entry, ready to be kept.
    public mutating func sealErasing(
        of name: String,
        in entry: Entry,
        by: String,
        reason: String,
        on day: CivilDate
    ) -> Entry {
        let draft = EntryDraft(
            subject: entry.subject,
            kind: .textErased,
            payload: ["entry": .integer(entry.sequence), "text": .string(name)],
            effective: day,
            by: by,
            reason: reason
        )
        return seal(draft, idempotencyKey: nil)
    }

    private func entry(
        _ draft: EntryDraft,
        id: EntryID,
        texts: [EntryText],
        key: String?
    ) -> Entry {
        Entry(
            committee: committee,
            sequence: lastSequence &+ 1,
            id: id,
            subject: draft.subject,
            kind: draft.kind,
            version: draft.version,
            payload: draft.payload.canonicalForm,
            texts: texts,
            effective: draft.effective,
            effectiveIsBound: draft.effectiveIsBound,
            by: draft.by,
            recordedAt: recordedAt,
            idempotencyKey: key,
            previousHash: lastHash,
            hash: []
        )
    }
}

extension Entry {
    /// Returns whether recording a draft again would say the same as this entry.
    ///
    /// Stores use it to tell a retry from a different append under the same key. A text that was
    /// erased since cannot be compared, so a text of the same name counts as the same.
    ///
    /// - Parameters:
    ///   - draft: The draft.
    ///   - digest: The digest of the journal.
    /// - Returns: Whether both say the same.
    public func says(_ draft: EntryDraft, digest: Digest) -> Bool {
        says(draft) { recorded, text in
            guard case .kept(_, let salt) = recorded.content else { return true }
            return EntryText.seal(text, salt: salt, digest: digest) == recorded.digest
        }
    }

    /// Returns whether recording a draft again would say the same as this entry, by the texts that are kept.
    func says(_ draft: EntryDraft) -> Bool {
        says(draft) { recorded, text in recorded.text.map { $0 == text } ?? true }
    }

    private func says(_ draft: EntryDraft, texts isSame: (EntryText, String) -> Bool) -> Bool {
        let drafted = draft.allTexts
        let sameTexts =
            texts.count == drafted.count
            && zip(texts, drafted).allSatisfy { $0.name == $1.name && isSame($0, $1.text) }
        return sameTexts && subject == draft.subject && kind == draft.kind
            && version == draft.version && effective == draft.effective
            && effectiveIsBound == draft.effectiveIsBound && by == draft.by
            && payload.canonicalBytes == draft.payload.canonicalBytes
    }
}
