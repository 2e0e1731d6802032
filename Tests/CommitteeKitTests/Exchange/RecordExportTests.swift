// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Exporting and importing a record")
struct RecordExportTests {
    private typealias Fixture = ExchangeFixture

    /// A journal with corrections, an open kind, an external id, keys and an erased text.
    private func store() async throws -> InMemoryJournal {
        let store = try await Fixture.store()
        let progress = Change(
            .action("1.1", of: Fixture.plan),
            .progressReported("Piloted", asAt: nil, audience: .public)
        )
        let day = CivilDate(2026, 5, 1)
        try await store.append(
            [
                progress.draft(effective: day, by: "mosaic"),
                EntryDraft(
                    subject: SubjectReference(kind: "course", id: "c1"),
                    kind: "training.held",
                    version: 3,
                    payload: ["seats": 20, "rate": 0.5, "note": ["$text": "note"]],
                    texts: [ErasableText("note", "in the hall")],
                    effective: day,
                    by: "mosaic"
                ),
            ],
            to: Fixture.committee,
            idempotencyKey: "mosaic/1"
        )
        try await store.append(
            [
                .settingExternalID(
                    ExternalReference(source: "mosaic", id: "A-31"),
                    of: .action("1.1", of: Fixture.plan),
                    effective: day,
                    by: "mosaic"
                )
            ],
            to: Fixture.committee,
            idempotencyKey: "mosaic/2"
        )
        try await store.erase(
            "progress",
            of: 8,
            in: Fixture.committee,
            by: "officer",
            reason: "Names a person",
            on: CivilDate(2026, 6, 1)
        )
        let entries = try await store.allEntries(of: Fixture.committee)
        try await store.append(
            [
                .voiding(
                    entries[3],
                    effective: CivilDate(2026, 6, 2),
                    by: "officer",
                    reason: "Wrong"
                ),
                Change(.action("1.2", of: Fixture.plan), .completed)
                    .draft(effective: CivilDate(2026, 7, 1), isBound: true, by: "officer"),
            ],
            to: Fixture.committee
        )
        return store
    }

    private func export(of store: InMemoryJournal) async throws -> RecordExport {
        RecordExport(
            committee: Fixture.committee,
            name: Fixture.name,
            digestName: Fixture.digest.name,
            entries: try await store.allEntries(of: Fixture.committee)
        )
    }

    private func reread(_ export: RecordExport) throws -> RecordExport {
        let text = export.json(asOf: CivilDate(2026, 10, 31)).indentedText
        return try RecordExport(reading: Array(text.utf8), source: "export.json")
    }

    @Test func givesBackEveryEntryAndTheChainStillVerifies() async throws {
        let export = try await export(of: try await store())
        let again = try reread(export)
        #expect(again == export)
        #expect(EntryChain.verify(again.entries, digest: Fixture.digest) == [])
    }

    @Test func writesTheSameBytesEachTime() async throws {
        let day = CivilDate(2026, 10, 31)
        let first = try await export(of: try await store()).json(asOf: day).indentedText
        let second = try await export(of: try await store()).json(asOf: day).indentedText
        #expect(first == second)
    }

    @Test func givesAnEqualRecordInAnEmptyStoreAndNothingTheSecondTime()
        async throws
    {
        let store = try await store()
        let export = try reread(try await export(of: store))
        let target = InMemoryJournal(context: Fixture.context(seed: 9))
        try await target.createCommittee("copy", name: "Copy")
        let first = try RecordImport(of: export, into: [], checking: Fixture.digest)
        #expect(try await first.record(in: target, committee: "copy") == export.entries.count)
        let copied = try await target.allEntries(of: "copy")
        #expect(Record.folding(copied) == Record.folding(export.entries))
        #expect(copied.map(\.idempotencyKey) == export.entries.map(\.idempotencyKey))
        #expect(copied[7].text(named: "progress")?.erasure?.reason == "Names a person")
        #expect(EntryChain.verify(copied, digest: Fixture.digest) == [])
        #expect(
            try await target.subject(
                for: ExternalReference(source: "mosaic", id: "A-31"),
                in: "copy"
            )
                == .action("1.1", of: Fixture.plan)
        )

        let second = try RecordImport(of: export, into: copied, checking: Fixture.digest)
        #expect(second.steps == [])
        #expect(second.alreadyRecorded == export.entries.count)
        #expect(try await second.record(in: target, committee: "copy") == 0)
    }

    @Test func goesOnFromWhereverItWasInterrupted() async throws {
        let export = try await export(of: try await store())
        for stop in 0...export.entries.count {
            let target = InMemoryJournal(context: Fixture.context(seed: 9))
            try await target.createCommittee("copy", name: "Copy")
            var part = export
            part.entries = Array(export.entries.prefix(stop))
            // An export ends behind the entries that record what was erased.
            guard EntryChain.verify(part.entries, digest: Fixture.digest).isEmpty else { continue }
            try await RecordImport(of: part, into: [], checking: Fixture.digest)
                .record(in: target, committee: "copy")
            let there = try await target.allEntries(of: "copy")
            let rest = try RecordImport(of: export, into: there, checking: Fixture.digest)
            #expect(rest.alreadyRecorded == stop)
            try await rest.record(in: target, committee: "copy")
            let copied = try await target.allEntries(of: "copy")
            #expect(Record.folding(copied) == Record.folding(export.entries))
        }
    }

    @Test func refusesAnExportThatIsNotAsItWasWritten() async throws {
        var export = try await export(of: try await store())
        let draft = export.entries[2]
        export.entries[2] = Entry(
            committee: draft.committee,
            sequence: draft.sequence,
            id: draft.id,
            subject: draft.subject,
            kind: draft.kind,
            version: draft.version,
            payload: draft.payload,
            texts: draft.texts,
            effective: draft.effective,
            effectiveIsBound: draft.effectiveIsBound,
            by: "somebody else",
            recordedAt: draft.recordedAt,
            idempotencyKey: draft.idempotencyKey,
            previousHash: draft.previousHash,
            hash: draft.hash
        )
        let error = #expect(throws: JournalError.self) {
            try RecordImport(of: export, into: [], checking: Fixture.digest)
        }
        #expect(error?.code == .corrupt)
        #expect(
            error?.message
                == "The export is not as it was written. Entry 3: was changed after it was recorded: its "
                + "hash does not match its content. Nothing was recorded. Export the record again, or "
                + "restore a copy of the file."
        )
        let other = #expect(throws: JournalError.self) {
            try RecordImport(of: export, into: [], checking: Digest(name: "another") { $0 })
        }
        #expect(other?.code == .refused)
    }

    @Test func leavesAJournalAloneThatSaysSomethingElse() async throws {
        let export = try await export(of: try await store())
        let other = Fixture.entries(of: Array(try Fixture.drafts().reversed()))
        let error = #expect(throws: JournalError.self) {
            try RecordImport(of: export, into: other, checking: Fixture.digest)
        }
        #expect(error?.code == .conflict)
        #expect(
            error?.message
                == "Entry 1 of the journal (action.timescale-set) says something else than entry 1 of "
                + "the export (plan.drafted). Import into a committee of its own."
        )
    }

    @Test(arguments: [
        (
            #"{ "committee": {} }"#,
            "“format” is missing. An export of a record says "
                + "“committee-record/1”."
        ),
        (
            #"{ "format": "committee-record/2", "new": 1 }"#,
            "format: “committee-record/2” cannot be "
                + "read; this version reads “committee-record/1”. Use a version of the library that "
                + "reads it."
        ),
        (
            #"{ "format": "other" }"#,
            "format: “other” is not an export of a record; expected "
                + "“committee-record/1”."
        ),
        (#"{ "format": 1 }"#, "format: expected a text, found a whole number."),
        (#"[]"#, "expected an object, found a list."),
        (
            #"{ "format": "committee-record/1", "committee": { "id": "a", "name": "b" }, "entris": [] }"#,
            "“entris” is not a name that is known here. Did you mean “entries”?"
        ),
    ])
    func refusesWhatIsNotAnExport(text: String, message: String) {
        let error = #expect(throws: JSONError.self) {
            try RecordExport(reading: Array(text.utf8), source: "export.json")
        }
        #expect(error?.message == message)
    }

    @Test(arguments: [
        (#"{ "format": "committee-record/2" }"#, true), (#"{ "format": "x" }"#, false),
        (#"{ "format": 1 }"#, false), ("[1]", false),
    ])
    func isToldFromOtherFiles(text: String, isExport: Bool) throws {
        let node = try JSONReader.read(Array(text.utf8), source: "file.json")
        #expect(RecordExport.isExport(node) == isExport)
    }

    @Test func refusesAnExportWithAGap() async throws {
        var export = try await export(of: try await store())
        export.entries.remove(at: 2)
        let error = #expect(throws: JSONError.self) { try reread(export) }
        #expect(
            error?.message
                == "entries: entries[2] has the sequence 4, expected 3. An export has every entry from "
                + "the first on, in order."
        )
    }

    @Test("An export whose end is missing, or another, is not taken for a whole one")
    func refusesAnExportThatWasCutShort() async throws {
        let export = try await export(of: try await store())
        let count = export.entries.count
        let json = export.json()
        let entries = try #require(json["entries"]?.elements)
        func refusal(_ kept: [JSONValue]) throws -> String? {
            var members = try #require(json.members)
            members["entries"] = .array(kept)
            let text = JSONValue.object(members).indentedText
            let error = #expect(throws: JSONError.self) {
                try RecordExport(reading: Array(text.utf8), source: "export.json")
            }
            return error?.message
        }
        #expect(
            try refusal(entries.dropLast(2))
                == "head: the export says that it has \(count) entries, and \(count - 2) are here. It was cut "
                + "short or put together: export the record again."
        )
        var last = try #require(entries.last?.members)
        last["hash"] = "00"
        #expect(
            try refusal(entries.dropLast() + [.object(last)])
                == "head: the last entry has not the hash that the export says it has. It was changed since: "
                + "export the record again."
        )
    }

    @Test(arguments: [
        "2026-10-31T09:30:00.000Z", "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z",
        "1969-12-31T23:59:59.999Z",
    ])
    func keepsTheMomentOfRecording(moment: String) throws {
        let entries = Fixture.entries(of: try Fixture.drafts())
        var export = RecordExport(
            committee: "a",
            name: "b",
            digestName: "c",
            entries: Array(entries.prefix(1))
        )
        let text = export.json().indentedText.replacing(
            entries[0].recordedAt.description,
            with: moment
        )
        export = try RecordExport(reading: Array(text.utf8), source: "export.json")
        #expect(export.entries[0].recordedAt.description == moment)
    }
}
