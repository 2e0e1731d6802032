// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What has to be recorded so that a journal says what an export says.
///
/// The entries that the journal has already are not recorded again, so importing the same export
/// twice records nothing the second time, and a longer export of the same journal adds what is new.
/// It is recorded whole or not at all. A journal that says something else is left alone.
///
/// ```swift
/// let existing = try await store.allEntries(of: "north-cpc")
/// let plan = try RecordImport(of: export, into: existing, checking: .sha256)
/// try await plan.record(in: store, committee: "north-cpc")
/// ```
///
/// Folding the journal gives a ``Record`` that says the same. The moments of recording are those of the import;
/// identifiers of entries, salts and hashes are new, so a publication no longer holds where the other journal
/// ended. A text that was erased before the export comes
/// back as the gap that it left.
public struct RecordImport: Hashable, Sendable {
    /// One thing to do with a store.
    public typealias Step = JournalStep

    /// What is to be done, in order.
    public let steps: [Step]
    /// The number of entries of the export that the journal has already.
    public let alreadyRecorded: Int

    /// Finds what has to be recorded.
    ///
    /// - Parameters:
    ///   - export: The export.
    ///   - existing: All entries of the journal into which it goes.
    ///   - digest: The digest with which the exported journal was recorded. Its chain and its texts are
    ///     checked with it, since the entries get hashes of their own.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/conflict`` when the journal
    ///   says something else than the export; `corrupt` when the export is not as it was written;
    ///   `refused` when it was recorded with another digest.
    /// - Complexity: O(*n*) in the size of the entries.
    public init(
        of export: RecordExport,
        into existing: [Entry],
        checking digest: Digest
    ) throws(JournalError) {
        let entries = export.entries
        try export.check(with: digest)
        for (recorded, entry) in zip(existing, entries) where !recorded.saysTheSame(as: entry) {
            throw JournalError(
                .conflict,
                "Entry \(recorded.sequence) of the journal (\(recorded.kind)) says something else "
                    + "than entry \(entry.sequence) of the export (\(entry.kind)). Import into a "
                    + "committee of its own."
            )
        }
        alreadyRecorded = min(existing.count, entries.count)
        let keys = Set(existing.compactMap(\.idempotencyKey))
        steps = Self.steps(for: entries.dropFirst(existing.count), usedKeys: keys)
    }

    /// The number of entries that will be recorded.
    public var entryCount: Int {
        steps.reduce(0) { count, step in
            switch step {
            case .append(let drafts, _): count + drafts.count
            case .erase: count + 1
            }
        }
    }

    private static func steps(
        for entries: ArraySlice<Entry>,
        usedKeys: Set<String>
    ) -> [Step] {
        var steps: [Step] = []
        var group: [EntryDraft] = []
        var key: String?
        func close() {
            if !group.isEmpty { steps.append(.append(group, idempotencyKey: key)) }
            group = []
        }
        for entry in entries {
            if let erasing = entry.erasing {
                close()
                steps.append(erasing)
                continue
            }
            let own = entry.idempotencyKey.flatMap { usedKeys.contains($0) ? nil : $0 }
            if own != key { close() }
            key = own
            group.append(entry.draft)
        }
        close()
        return steps
    }

    /// Records what has to be recorded, all of it or nothing.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - committee: The committee whose journal was compared with the export.
    /// - Returns: The number of entries recorded.
    /// - Throws: ``JournalError``; nothing is recorded then. It is
    ///   ``JournalError/Code-swift.struct/conflict`` when the journal has grown since it was compared.
    @discardableResult
    public func record(
        in store: any JournalStore,
        committee: CommitteeID
    ) async throws(JournalError) -> Int {
        guard !steps.isEmpty else { return 0 }
        try await store.perform(steps, in: committee, expecting: .last(alreadyRecorded))
        return entryCount
    }
}

extension RecordExport {
    /// Throws when the entries are not as they were recorded.
    ///
    /// - Parameter digest: The digest with which they were recorded.
    /// - Throws: ``JournalError``: `corrupt` when a hash does not match, naming the first entry that is
    ///   wrong; `refused` when they were recorded with another digest.
    /// - Complexity: O(*n*) in the size of the entries.
    public func check(with digest: Digest) throws(JournalError) {
        guard digestName == digest.name else {
            throw JournalError(
                .refused,
                "The export was recorded with \(digestName), and what is known here is \(digest.name), so"
                    + " its hashes cannot be checked. Import it where that digest is known."
            )
        }
        let problems = EntryChain.verify(entries, digest: digest)
        guard let first = problems.first else { return }
        throw JournalError(
            .corrupt,
            "The export is not as it was written. \(first)"
                + (problems.count > 1 ? " \(problems.count - 1) more are wrong." : "")
                + " Nothing was recorded. Export the record again, or restore a copy of the file."
        )
    }
}

extension Entry {
    /// The draft that records the same thing again; what was erased reads “[erased]” in it.
    var draft: EntryDraft {
        let kept = texts.map { ErasableText($0.name, $0.text ?? Prose.erased.plainText) }
        return EntryDraft(
            subject: subject,
            kind: kind,
            version: version,
            payload: payloadForElsewhere,
            texts: kept.filter { $0.name != ErasableText.reasonName },
            effective: effective,
            effectiveIsBound: effectiveIsBound,
            by: by,
            reason: kept.first { $0.name == ErasableText.reasonName }?.text
        )
    }

    /// The step that this entry records, when it records the erasing of a text.
    fileprivate var erasing: RecordImport.Step? {
        guard kind == .textErased, let target = payload["entry"]?.wholeNumber,
            let name = payload["text"]?.text
        else { return nil }
        return .erase(
            text: name,
            of: target,
            by: by,
            reason: reason ?? Prose.erased.plainText,
            on: effective
        )
    }

    /// Whether two entries record the same thing; a text that one of them has lost does not count.
    fileprivate func saysTheSame(as other: Entry) -> Bool {
        let sameTexts =
            texts.count == other.texts.count
            && zip(texts, other.texts).allSatisfy { one, two in
                guard one.name == two.name else { return false }
                guard let first = one.text, let second = two.text else { return true }
                return first == second
            }
        return sameTexts && subject == other.subject && kind == other.kind
            && version == other.version && effective == other.effective
            && effectiveIsBound == other.effectiveIsBound && by == other.by
            && payloadForElsewhere.canonicalForm == other.payloadForElsewhere.canonicalForm
    }
}
