// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// Claims on several steps that are done together.
extension JournalStoreContract.Claim {
    private static let mosaic = ExternalReference(source: "mosaic", id: "A-31")
    private static let day = CivilDate(2023, 10, 31)

    static let together: [Self] = [
        Self("Several steps are done in their order, each on what the ones before it left") {
            check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            let entries = try await store.perform(
                [
                    .append([check.draft(note: "Words"), check.draft("2")], idempotencyKey: "key"),
                    .erase(text: "note", of: 1, by: "x", reason: "Request 1", on: day),
                    .append([check.draft("3")], idempotencyKey: nil),
                ],
                in: committee,
                expecting: 0
            )
            try check.expectEqual(entries.map(\.sequence), [1, 2, 3, 4], "sequences")
            let all = try await store.allEntries(of: committee)
            try check.expectEqual(all, entries, "entries that were given back")
            try check.expectEqual(all.first?.text(named: "note")?.erasure?.sequence, 3, "erasure")
            try check.expectEqual(
                EntryChain.verify(all, digest: check.digest).map(\.description),
                [],
                "problems of the chain"
            )
            // The key was used, and what was done before is not done or given back again.
            let again = try await store.perform(
                [
                    .append([check.draft(note: "Words"), check.draft("2")], idempotencyKey: "key"),
                    .erase(text: "note", of: 1, by: "x", reason: "Request 1", on: day),
                ],
                in: committee,
                expecting: 4
            )
            try check.expectEqual(again, [], "entries of steps that were done before")
        },
        Self("When one of several steps fails, the journal is as it was") { check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            try await store.append([check.draft(note: "Words")], to: committee)
            let before = try await store.allEntries(of: committee)
            let names = ["1", "2"].map { id in
                EntryDraft.settingExternalID(
                    mosaic,
                    of: SubjectReference(kind: "action", id: id),
                    effective: day,
                    by: "x"
                )
            }
            try await check.expectError(.duplicate) {
                try await store.perform(
                    [
                        .erase(text: "note", of: 1, by: "x", reason: "Request 1", on: day),
                        .append([check.draft("2"), names[0]], idempotencyKey: "key"),
                        .append([names[1]], idempotencyKey: nil),
                    ],
                    in: committee,
                    expecting: 1
                )
            }
            try await check.expectError(.notFound) {
                try await store.perform(
                    [
                        .append([check.draft("2"), names[0]], idempotencyKey: "key"),
                        .erase(text: "note", of: 9, by: "x", reason: "Request 1", on: day),
                    ],
                    in: committee,
                    expecting: 1
                )
            }
            try await check.expectError(.refused) {
                try await store.perform(
                    [
                        .append([check.draft("2"), names[0]], idempotencyKey: "key"),
                        .append([], idempotencyKey: nil),
                    ],
                    in: committee,
                    expecting: 1
                )
            }
            let all = try await store.allEntries(of: committee)
            try check.expectEqual(all, before, "entries after steps that failed")
            try check.expectEqual(
                try await store.subject(for: mosaic, in: committee),
                nil,
                "subject after steps that failed"
            )
            let receipt = try await store.append(
                [check.draft("3")],
                to: committee,
                idempotencyKey: "key"
            )
            try check.expectEqual(receipt.firstSequence, 2, "entry under the key that is free")
        },
        Self("Several steps are not done on a journal that has grown") { check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            try await store.append([check.draft()], to: committee)
            let error = try await check.expectError(.conflict) {
                try await store.perform(
                    [.append([check.draft("2")], idempotencyKey: nil)],
                    in: committee,
                    expecting: 0
                )
            }
            try check.expectEqual(error.entriesBetween.map(\.sequence), [1], "entries between")
            try check.expectEqual(try await store.lastSequence(of: committee), 1, "last entry")
            try check.expectEqual(
                try await store.perform([], in: committee, expecting: nil),
                [],
                "entries of no steps"
            )
            try await check.expectError(.notFound) {
                try await store.perform([], in: "nobody", expecting: nil)
            }
        },
    ]
}
