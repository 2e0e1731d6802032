// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Follows the journal of one committee, so that an append need not read and fold all of it.
///
/// It keeps a fold with the number and the hash of the entry up to which it goes. Before it says anything it
/// reads what follows that entry, whoever recorded it, in this program or in another. When the entry is no
/// longer there with that hash, as after a backup was restored, it begins anew. What is recorded while it
/// speaks is the store's to notice, as ever: see ``JournalExpectation``.
actor JournalFollower {
    /// How many entries are taken in before other tasks have their turn.
    static let stride = 500

    private let store: any JournalStore
    private let committee: CommitteeID
    private let rooms: Rooms
    private var kept: KeptFold?
    /// How many readings were begun, and up to which of them all are done.
    private var begun = 0
    private var done = 0
    private var isReading = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ committee: CommitteeID, in store: any JournalStore, _ rooms: Rooms) {
        self.committee = committee
        self.store = store
        self.rooms = rooms
    }

    /// What the follower can say of entries that are to be appended.
    enum Answer: Sendable {
        /// An earlier append was made under the same key.
        case isRetry
        /// What is known of them.
        case checked(KeptCheck)
        /// Only the whole journal tells.
        case needsWholeJournal
    }

    /// Checks entries against the journal as it is now.
    ///
    /// - Parameters:
    ///   - drafts: The entries to be appended.
    ///   - key: The key under which they are to be recorded.
    /// - Returns: The answer.
    /// - Throws: ``JournalError`` when the store cannot be read.
    func check(_ drafts: [EntryDraft], key: String?) async throws -> Answer {
        try await catchUp()
        if let key, kept?.day(of: key) != nil { return .isRetry }
        guard let kept, kept.isOfValues, let check = kept.check(drafts) else {
            return .needsWholeJournal
        }
        return .checked(check)
    }

    /// Returns the day of the first entry that was recorded under a key, when there is one.
    func day(of key: String) async throws -> CivilDate? {
        try await catchUp()
        return kept?.day(of: key)
    }

    // MARK: Reading

    /// Reads what was recorded up to now; those who ask meanwhile share one reading.
    private func catchUp() async throws {
        let needed = begun + 1
        while done < needed {
            guard !isReading else {
                await withCheckedContinuation { waiting.append($0) }
                continue
            }
            isReading = true
            begun += 1
            let mine = begun
            defer {
                isReading = false
                let all = waiting
                waiting = []
                for one in all { one.resume() }
            }
            try await read()
            done = mine
        }
    }

    private func read() async throws {
        // Only the end is looked at: a copy of the fold would make the next one a copy too.
        while let known = kept.map({ (sequence: $0.sequence, hash: $0.hash) }) {
            // The last known entry is read again: it shows whether the journal is still the same.
            let start = max(0, known.sequence - 1)
            var page = try await store.page(of: committee, after: start, limit: Self.stride + 1)[
                ...
            ]
            if known.sequence > 0 {
                guard let first = page.popFirst(), first.sequence == known.sequence,
                    first.hash == known.hash
                else {
                    kept = nil
                    break
                }
            }
            guard !page.isEmpty else { return }
            if kept?.take(page) == false { kept = nil }
            await Task.yield()
        }
        try await begin()
    }

    /// Folds the whole journal, a stretch at a time, so that other tasks have their turn.
    private func begin() async throws {
        var new = KeptFold(try await store.allEntries(of: committee), in: rooms)
        while new.goOn(Self.stride) { await Task.yield() }
        kept = new
    }
}

/// The followers of a library, one for each committee of which something was appended.
final class JournalFollowers: Sendable {
    private let all = Mutex<[CommitteeID: JournalFollower]>([:])

    /// Returns the follower of a committee.
    func follower(
        of committee: CommitteeID,
        in store: any JournalStore,
        _ rooms: Rooms
    ) -> JournalFollower {
        all.withLock { all in
            if let found = all[committee] { return found }
            let new = JournalFollower(committee, in: store, rooms)
            all[committee] = new
            return new
        }
    }
}
