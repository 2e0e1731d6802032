// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// Claims on reading entries and on retries.
extension JournalStoreContract.Claim {
    static let reading: [Self] = [
        Self("Entries are read from where the reader is") { check in
            try await check.start()
            try await check.store.append(
                (1...5).map { check.draft(String($0)) },
                to: check.committee
            )
            let store = check.store
            let table: [(after: Int, limit: Int, numbers: [Int])] = [
                (0, 2, [1, 2]), (2, 2, [3, 4]), (4, 2, [5]), (5, 2, []), (99, 2, []), (0, 0, []),
                (0, -1, []), (-3, 1, [1]), (Int.max, Int.max, []),
                (Int.min, Int.max, [1, 2, 3, 4, 5]),
            ]
            for row in table {
                let page = try await store.page(
                    of: check.committee,
                    after: row.after,
                    limit: row.limit
                )
                try check.expectEqual(
                    page.map(\.sequence),
                    row.numbers,
                    "after \(row.after), at most \(row.limit)"
                )
            }
        },
        Self("A long journal comes whole, page after page") { check in
            try await check.start()
            try await check.store.append(
                (1...1203).map { check.draft(String($0)) },
                to: check.committee
            )
            var numbers: [Int] = []
            for try await entry in check.store.entries(of: check.committee, after: 2) {
                numbers.append(entry.sequence)
            }
            try check.expectEqual(numbers, Array(3...1203), "numbers")
        },
    ]

    static let retrying: [Self] = [
        Self("A retry with the same key records nothing and gives the first receipt") { check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            let drafts = [check.draft("1", note: "Words"), check.draft("2")]
            let first = try await store.append(
                drafts,
                to: committee,
                expecting: 0,
                idempotencyKey: "key"
            )
            try await store.append([check.draft("3")], to: committee)
            let again = try await store.append(
                drafts,
                to: committee,
                expecting: 0,
                idempotencyKey: "key"
            )
            try check.expect(again.wasReplay, "the retry does not say that it was one.")
            try check.expectEqual(again.entries, first.entries, "entries of the retry")
            try check.expectEqual(try await store.lastSequence(of: committee), 3, "last sequence")
        },
        Self("A key that was used for something else is an error") { check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            let drafts = [check.draft("1", note: "Words")]
            try await store.append(drafts, to: committee, expecting: nil, idempotencyKey: "key")
            let others = [
                [check.draft("2", note: "Words")], [check.draft("1", note: "Other words")],
                [check.draft("1", status: "A", note: "Words")], drafts + drafts,
                [check.draft("1")],
            ]
            for other in others {
                let error = try await check.expectError(.idempotencyMismatch) {
                    _ = try await store.append(
                        other,
                        to: committee,
                        expecting: nil,
                        idempotencyKey: "key"
                    )
                }
                try check.expectEqual(
                    error.message,
                    "The idempotency key “key” was used before, for entries that say something"
                        + " else (from entry 1). Use a key of its own for each append.",
                    "message"
                )
            }
            try check.expectEqual(try await store.lastSequence(of: committee), 1, "last sequence")
        },
        Self("A key of an append that failed may be used again") { check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            try await check.expectError(.conflict) {
                _ = try await store.append(
                    [check.draft()],
                    to: committee,
                    expecting: 7,
                    idempotencyKey: "key"
                )
            }
            let receipt = try await store.append(
                [check.draft("2")],
                to: committee,
                expecting: 0,
                idempotencyKey: "key"
            )
            try check.expect(!receipt.wasReplay, "the append says that it was a replay.")
        },
        Self("Committees do not share keys") { check in
            try await check.store.createCommittee("west", name: "West")
            try await check.store.createCommittee("east", name: "East")
            for id: CommitteeID in ["west", "east"] {
                let receipt = try await check.store.append(
                    [check.draft(id.rawValue)],
                    to: id,
                    expecting: nil,
                    idempotencyKey: "key"
                )
                try check.expect(!receipt.wasReplay, "the append says that it was a replay.")
            }
        },
    ]
}
