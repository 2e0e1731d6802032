// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// Claims on other systems' names and on erasing.
extension JournalStoreContract.Claim {
    private static let mosaic = ExternalReference(source: "mosaic", id: "A-31")
    private static let day = CivilDate(2023, 10, 31)
    private static let action = SubjectReference(kind: "action", id: "1")
    private static let other = SubjectReference(kind: "action", id: "2")

    static let naming: [Self] = [
        Self("Another system's name leads to its subject") { check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            let second = ExternalReference(source: "another", id: "A-31")
            try await store.append(
                [mosaic, second].map {
                    EntryDraft.settingExternalID($0, of: action, effective: day, by: "x")
                },
                to: committee
            )
            try check.expectEqual(
                try await store.subject(for: mosaic, in: committee),
                action,
                "subject"
            )
            try check.expectEqual(
                try await store.subject(
                    for: ExternalReference(source: "mosaic", id: "a-31"),
                    in: committee
                ),
                nil,
                "subject of a name in other letters"
            )
            try check.expectEqual(
                try await store.externalReferences(of: action, in: committee),
                [second, mosaic],
                "names"
            )
        },
        Self("A name stands for one subject only, within one append too") { check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            let first = EntryDraft.settingExternalID(mosaic, of: action, effective: day, by: "x")
            let clash = EntryDraft.settingExternalID(mosaic, of: other, effective: day, by: "x")
            try await check.expectError(.duplicate) {
                try await store.append([first, clash], to: committee)
            }
            try check.expectEqual(
                try await store.subject(for: mosaic, in: committee),
                nil,
                "subject after an append that failed"
            )
            try await store.append([first, first], to: committee)
            let error = try await check.expectError(.duplicate) {
                try await store.append([clash], to: committee)
            }
            try check.expectEqual(
                error.message,
                "mosaic's id “A-31” already stands for action/1, so it cannot stand for action/2."
                    + " Remove it there first, or use another id.",
                "message"
            )
        },
        Self("A name that was removed may stand for another subject") { check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            let removal = EntryDraft.removingExternalID(
                mosaic,
                of: action,
                effective: day,
                by: "x",
                reason: "Wrong action"
            )
            try await check.expectError(.notFound) {
                try await store.append([removal], to: committee)
            }
            try await store.append(
                [
                    .settingExternalID(mosaic, of: action, effective: day, by: "x"), removal,
                    .settingExternalID(mosaic, of: other, effective: day, by: "x"),
                ],
                to: committee
            )
            try check.expectEqual(
                try await store.subject(for: mosaic, in: committee),
                other,
                "subject"
            )
            try check.expectEqual(
                try await store.externalReferences(of: action, in: committee),
                [],
                "names"
            )
        },
        Self("Committees do not share names") { check in
            try await check.store.createCommittee("west", name: "West")
            try await check.store.createCommittee("east", name: "East")
            try await check.store.append(
                [.settingExternalID(mosaic, of: action, effective: day, by: "x")],
                to: "west"
            )
            try await check.store.append(
                [.settingExternalID(mosaic, of: other, effective: day, by: "x")],
                to: "east"
            )
            try check.expectEqual(
                try await check.store.subject(for: mosaic, in: "west"),
                action,
                "subject"
            )
        },
    ]

    static let erasing: [Self] = [
        Self("An erased text leaves a gap that says so, and the chain verifies") { check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            try await store.append([check.draft(note: "A person's name")], to: committee)
            let record = try await store.erase(
                "note",
                of: 1,
                in: committee,
                by: "records",
                reason: "Request 12",
                on: day
            )
            let entries = try await store.allEntries(of: committee)
            try check.expectEqual(entries.count, 2, "number of entries")
            try check.expectEqual(entries.last, record, "entry that records the erasing")
            try check.expectEqual(record.kind, .textErased, "kind")
            let erasure = Erasure(
                by: "records",
                reason: "Request 12",
                at: record.recordedAt,
                sequence: 2
            )
            try check.expectEqual(
                entries.first?.text(named: "note")?.content,
                .erased(erasure),
                "gap"
            )
            try check.expectEqual(
                entries.first?.resolvedPayload,
                ResolvedPayload(
                    value: ["status": "G", "note": nil],
                    gaps: [PayloadGap(path: "note", name: "note", erasure: erasure)]
                ),
                "payload"
            )
            try check.expectEqual(
                EntryChain.verify(entries, digest: check.digest),
                [],
                "problems of the chain"
            )
            try check.expect(
                !"\(entries)".contains("A person's name"),
                "the text can still be read."
            )
        },
        Self("Erasing twice records it once") { check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            try await store.append([check.draft(note: "Name")], to: committee)
            let first = try await store.erase(
                "note",
                of: 1,
                in: committee,
                by: "records",
                reason: "Request",
                on: day
            )
            let second = try await store.erase(
                "note",
                of: 1,
                in: committee,
                by: "other",
                reason: "Again",
                on: day
            )
            try check.expectEqual(second, first, "second record")
            try check.expectEqual(try await store.lastSequence(of: committee), 2, "last sequence")
        },
        Self("A retry is still recognised after its text was erased") { check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            let draft = check.draft(note: "Name")
            try await store.append([draft], to: committee, expecting: nil, idempotencyKey: "key")
            try await store.erase(
                "note",
                of: 1,
                in: committee,
                by: "records",
                reason: "Request",
                on: day
            )
            let again = try await store.append(
                [draft],
                to: committee,
                expecting: nil,
                idempotencyKey: "key"
            )
            try check.expect(again.wasReplay, "the retry was recorded again.")
            try check.expectEqual(
                again.entries.first?.text(named: "note")?.text,
                nil,
                "text in the receipt"
            )
        },
        Self("Erasing what is not there is reported, and needs a reason") { check in
            try await check.start()
            let (store, committee) = (check.store, check.committee)
            try await store.append([check.draft(note: "Name")], to: committee)
            let unknown = try await check.expectError(.notFound) {
                try await store.erase(
                    "notes",
                    of: 1,
                    in: committee,
                    by: "x",
                    reason: "y",
                    on: day
                )
            }
            try check.expectEqual(
                unknown.message,
                "Entry 1 has no erasable text “notes”. Did you mean “note”?",
                "message"
            )
            for sequence in [0, -1, 2, Int.max] {
                try await check.expectError(.notFound) {
                    try await store.erase(
                        "note",
                        of: sequence,
                        in: committee,
                        by: "x",
                        reason: "y",
                        on: day
                    )
                }
            }
            try await check.expectError(.refused) {
                try await store.erase("note", of: 1, in: committee, by: "x", reason: "", on: day)
            }
        },
        Self("Nobody can append a record of erasing") { check in
            try await check.start()
            let forged = EntryDraft(
                subject: action,
                kind: .textErased,
                payload: ["entry": 1, "text": "note"],
                effective: day,
                by: "x"
            )
            try await check.expectError(.refused) {
                try await check.store.append([forged], to: check.committee)
            }
        },
    ]
}
