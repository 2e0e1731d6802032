// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

extension JournalStoreContract.Claim {
    /// Every claim.
    public static let all: [Self] =
        committees + appending + reading + retrying + naming + erasing + together

    static let committees: [Self] = [
        Self("A new store has no committees") { check in
            try check.expectEqual(try await check.store.committees(), [], "committees")
        },
        Self("Committees are listed by id, with where their journals end") { check in
            try await check.store.createCommittee("west", name: "West")
            try await check.store.createCommittee("east", name: "East")
            try await check.store.append([check.draft(), check.draft("2")], to: "west")
            try check.expectEqual(
                try await check.store.committees(),
                [
                    CommitteeSummary(id: "east", name: "East", lastSequence: 0),
                    CommitteeSummary(id: "west", name: "West", lastSequence: 2),
                ],
                "committees"
            )
        },
        Self("A committee's id is taken once") { check in
            try await check.start()
            let error = try await check.expectError(.duplicate) {
                try await check.store.createCommittee(check.committee, name: "Other")
            }
            try check.expectEqual(
                error.message,
                "The store has a committee “north-cpc” already. Choose another id.",
                "message"
            )
        },
        Self("A committee without an id is refused") { check in
            try await check.expectError(.refused) {
                try await check.store.createCommittee("", name: "Nameless")
            }
            try await check.expectError(.refused) {
                try await check.store.createCommittee("a\u{0}b", name: "Hidden")
            }
        },
        Self("A committee that is not there is reported by every question") { check in
            let (store, subject) = (check.store, check.draft().subject)
            let error = try await check.expectError(.notFound) {
                _ = try await store.lastSequence(of: "nowhere")
            }
            try check.expectEqual(
                error.message,
                "The store has no committee “nowhere”. Create it first, or check its id.",
                "message"
            )
            try await check.expectError(.notFound) {
                try await store.append([check.draft()], to: "nowhere")
            }
            try await check.expectError(.notFound) {
                _ = try await store.allEntries(of: "nowhere")
            }
            try await check.expectError(.notFound) {
                for try await _ in store.entries(of: "nowhere") {}
            }
            try await check.expectError(.notFound) {
                try await store.erase(
                    "note",
                    of: 1,
                    in: "nowhere",
                    by: "x",
                    reason: "y",
                    on: CivilDate(2024, 1, 1)
                )
            }
            try await check.expectError(.notFound) {
                _ = try await store.subject(
                    for: ExternalReference(source: "s", id: "1"),
                    in: "nowhere"
                )
            }
            try await check.expectError(.notFound) {
                _ = try await store.externalReferences(of: subject, in: "nowhere")
            }
        },
        Self("Each committee has a sequence of its own") { check in
            try await check.store.createCommittee("west", name: "West")
            try await check.store.createCommittee("east", name: "East")
            try await check.store.append([check.draft(), check.draft()], to: "west")
            let receipt = try await check.store.append([check.draft()], to: "east")
            try check.expectEqual(receipt.firstSequence, 1, "first sequence in the second journal")
            try check.expectEqual(
                try await check.store.lastSequence(of: "west"),
                2,
                "last sequence in the first"
            )
        },
    ]

    static let appending: [Self] = [
        Self("Appended entries are numbered from 1 without gaps") { check in
            try await check.start()
            let first = try await check.store.append(
                [check.draft("1"), check.draft("2")],
                to: check.committee
            )
            let second = try await check.store.append([check.draft("3")], to: check.committee)
            try check.expectEqual(
                [first.firstSequence, first.lastSequence],
                [1, 2],
                "first append"
            )
            try check.expectEqual([second.firstSequence, second.lastSequence], [3, 3], "second")
            try check.expect(!first.wasReplay, "a first append says that it was a replay.")
            let entries = try await check.store.allEntries(of: check.committee)
            try check.expectEqual(entries, first.entries + second.entries, "entries read back")
        },
        Self("What is read back is what was recorded, whatever the characters") { check in
            try await check.start()
            let draft = EntryDraft(
                subject: SubjectReference(kind: "action", id: "4.1 ü"),
                kind: "some.extension",
                version: 7,
                payload: [
                    "z": [1, 2.5, nil, true, "a\u{0}b\u{1F600}\r\n"], "a": ["deep": [[[]]]],
                    "big": .integer(.max), "small": .number(.leastNonzeroMagnitude),
                    "whole": .number(2),
                    "text": ErasableText.reference(to: "words"),
                ],
                texts: [ErasableText("words", "Zoë\u{0}\n“quoted” e\u{301}")],
                effective: CivilDate(2023, 10, 31),
                effectiveIsBound: true,
                by: "system/x",
                reason: "because\u{0}"
            )
            let receipt = try await check.store.append(
                [draft],
                to: check.committee,
                expecting: 0,
                idempotencyKey: "k ü"
            )
            let entries = try await check.store.allEntries(of: check.committee)
            try check.expectEqual(entries, receipt.entries, "entries")
            guard let entry = entries.first else { return }
            try check.expectEqual(entry.payload, draft.payload.canonicalForm, "payload")
            try check.expectEqual(
                entry.payload.canonicalBytes,
                draft.payload.canonicalBytes,
                "payload bytes"
            )
            try check.expectEqual(
                entry.text(named: "words").flatMap { $0.text.map { Array($0.utf8) } },
                Array("Zoë\u{0}\n“quoted” e\u{301}".utf8),
                "text"
            )
            try check.expectEqual(entry.reason, "because\u{0}", "reason")
            try check.expectEqual(entry.idempotencyKey, "k ü", "key")
            try check.expect(entry.effectiveIsBound, "the bound was lost.")
            try check.expectEqual(entry.version, 7, "version")
        },
        Self("Nothing is recorded when one entry of several is refused") { check in
            try await check.start()
            var bad = check.draft()
            bad.by = ""
            try await check.expectError(.refused) {
                try await check.store.append([check.draft(), bad], to: check.committee)
            }
            try check.expectEqual(
                try await check.store.lastSequence(of: check.committee),
                0,
                "last sequence"
            )
        },
        Self("Appending nothing is refused") { check in
            try await check.start()
            try await check.expectError(.refused) {
                try await check.store.append([], to: check.committee)
            }
        },
        Self("A conflict records nothing and carries what came between") { check in
            try await check.start()
            try await check.store.append([check.draft("1")], to: check.committee, expecting: 0)
            let between = try await check.store.append(
                [check.draft("2"), check.draft("3")],
                to: check.committee,
                expecting: 1
            )
            let error = try await check.expectError(.conflict) {
                try await check.store.append([check.draft("4")], to: check.committee, expecting: 1)
            }
            try check.expectEqual(error.entriesBetween, between.entries, "entries between")
            try check.expectEqual(
                error.message,
                "Expected the last entry to be 1, but it is 3: 2 entries were recorded in between."
                    + " Read them and try again.",
                "message"
            )
            try check.expectEqual(
                try await check.store.lastSequence(of: check.committee),
                3,
                "last sequence"
            )
        },
        Self("What does not touch lets an append through, sealed after the last entry") { check in
            try await check.start()
            try await check.store.append([check.draft("1")], to: check.committee, expecting: 0)
            try await check.store.append([check.draft("2")], to: check.committee, expecting: 1)
            let third = check.draft("3")
            let expecting = JournalExpectation.untouched([third.subject], since: 1)
            let receipt = try await check.store.append(
                [third],
                to: check.committee,
                expecting: expecting,
                idempotencyKey: "key"
            )
            try check.expectEqual(receipt.firstSequence, 3, "sequence")
            // A retry finds it, though it stands in its own way now.
            let again = try await check.store.append(
                [third],
                to: check.committee,
                expecting: expecting,
                idempotencyKey: "key"
            )
            try check.expectEqual(again.entries, receipt.entries, "entries of the retry")
            try check.expectEqual(again.wasReplay, true, "whether it was a replay")
            let entries = try await check.store.allEntries(of: check.committee)
            try check.expectEqual(
                entries.last?.previousHash,
                entries.dropLast().last?.hash,
                "hash before"
            )
        },
        Self("What touches is a conflict that names it, and at most twenty of many") { check in
            try await check.start()
            let draft = check.draft("1")
            try await check.store.append([draft], to: check.committee, expecting: 0)
            let between = try await check.store.append(
                [check.draft("2")] + Array(repeating: draft, count: 30),
                to: check.committee
            )
            for attempt in 0..<2 {
                let expecting = JournalExpectation.untouched([draft.subject], since: 1)
                let error = try await check.expectError(.conflict) {
                    if attempt == 0 {
                        try await check.store.append(
                            [draft],
                            to: check.committee,
                            expecting: expecting
                        )
                    } else {
                        try await check.store.perform(
                            [.append([draft], idempotencyKey: nil)],
                            in: check.committee,
                            expecting: expecting
                        )
                    }
                }
                try check.expectEqual(
                    error.entriesBetween,
                    Array(between.entries.dropFirst().prefix(JournalRules.mostEntriesNamed)),
                    "entries between"
                )
            }
            try check.expectEqual(
                try await check.store.lastSequence(of: check.committee),
                32,
                "last sequence"
            )
        },
        Self("Expecting an entry that is not there yet is a conflict") { check in
            try await check.start()
            for expecting in [1, -1, Int.max, Int.min] {
                let error = try await check.expectError(.conflict) {
                    try await check.store.append(
                        [check.draft()],
                        to: check.committee,
                        expecting: .last(expecting)
                    )
                }
                try check.expectEqual(error.entriesBetween, [], "entries between")
            }
        },
        Self("Appends that race with one expected sequence: one of them wins") { check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            let won = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    let draft = check.draft(String(number))
                    group.addTask {
                        do {
                            try await store.append([draft], to: committee, expecting: 0)
                            return true
                        } catch let error as JournalError where error.code == .conflict {
                            return false
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            try check.expectEqual(won, 1, "appends that were recorded")
            try check.expectEqual(try await store.lastSequence(of: committee), 1, "last sequence")
        },
        Self("Recording times never run backwards") { check in
            try await check.start()
            try await check.store.append([check.draft("1")], to: check.committee)
            check.clock.set(to: RecordedInstant(milliseconds: 5))
            try await check.store.append([check.draft("2")], to: check.committee)
            let times = try await check.store.allEntries(of: check.committee).map(\.recordedAt)
            try check.expect(
                times.count == 2 && times[0] <= times[1],
                "an entry was recorded before the last."
            )
        },
        Self("The chain verifies") { check in
            try await check.start()
            try await check.store.append(
                [check.draft("1", note: "One"), check.draft("2")],
                to: check.committee
            )
            try await check.store.append([check.draft("3")], to: check.committee)
            let entries = try await check.store.allEntries(of: check.committee)
            try check.expectEqual(
                EntryChain.verify(entries, digest: check.digest),
                [],
                "problems of the chain"
            )
        },
    ]
}
