// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

@Suite("The page on files")
struct FilesPageTests {
    private typealias Fixture = ExchangeFixture
    private static let day = CivilDate(2026, 10, 31)

    /// The journal of the page: a plan with one outcome and one action, then the page's changes.
    private func entries() throws -> [Entry] {
        let history = Array(try Fixture.drafts().prefix(5))
        let record = Record.folding(Fixture.entries(of: history))
        let file = try ChangeFile(
            reading: try FilesPage.example("changes"),
            source: "changes.json"
        )
        let drafts = try file.drafts(in: record)
        #expect(Record.problems(appending: drafts, to: Fixture.entries(of: history)) == [])
        return Fixture.entries(of: history + drafts)
    }

    @Test func showsWhatThePlanIsAfterItsChanges() throws {
        let edition = Fixture.edition(of: try entries(), asOf: Self.day)
        let plan = try #require(edition.plans.first)
        let computed = plan.computedCheck(
            on: Self.day,
            after: nil,
            words: "31 October 2026",
            name: ""
        )
        let value = PlanJSON(of: plan, in: edition, computed: [computed]).value
        #expect(try FilesPage.value("plan") == value, "\(value.indentedText)")
    }

    @Test func showsTheRecordAsItIsExported() throws {
        let entries = try entries().filter { $0.kind == "action.progress-reported" }
        let shown = try FilesPage.value("record")
        let export = RecordExport(
            committee: Fixture.committee,
            name: Fixture.name,
            digestName: Fixture.digest.name,
            entries: Fixture.entries(of: entries.map(Self.draft))
        )
        #expect(shown == export.json(), "\(export.json().indentedText)")
        let read = try RecordExport(reading: try FilesPage.example("record"), source: "FILES.md")
        #expect(EntryChain.verify(read.entries, digest: Fixture.digest) == [])
    }

    private static func draft(_ entry: Entry) -> EntryDraft {
        EntryDraft(
            subject: entry.subject,
            kind: entry.kind,
            payload: entry.payload,
            texts: entry.texts.compactMap { text in
                text.text.map { ErasableText(text.name, $0) }
            },
            effective: entry.effective,
            by: entry.by
        )
    }

    @Test func showsRepairsThatFitTheDocumentItShows() throws {
        let document = try SourceDocument(
            reading: try FilesPage.example("document"),
            name: "plan.md"
        )
        let file = try RepairsFile(
            reading: try FilesPage.example("repairs"),
            source: "plan.repairs.json"
        )
        let repaired = try document.repaired(by: file)
        #expect(repaired.notes.count == file.repairs.count)
        #expect(
            repaired.document.tables.flatMap { $0.rows.map { $0.cells.map(\.text) } } == [
                ["No", "Action", "Lead", "Timescale"],
                ["1.1", "Write a guide", "Lead Nurse", "By 30 June 2026"],
                ["1.2", "Train staff", "Head of Service", "Ongoing"],
            ]
        )
        #expect(repaired.document.blocks.first?.text == "Outcome 1")
    }

    // An outside reader must agree with ours; it is not needed to build or to use the library.
    @Test(
        .enabled(
            if: OutsideReader.areRequired || OutsideValidator.isPresent,
            "Install Python's jsonschema to validate the examples: pip install jsonschema"
        ),
        arguments: [
            ("changes", "changes"), ("record", "committee-record-1"), ("plan", "plan"),
            ("plugin", "plugin"), ("repairs", "repairs"), ("reminders", "reminders"),
        ]
    )
    func showsExamplesThatFitTheirSchemas(example: String, schema: String) throws {
        let value = try FilesPage.value(example)
        #expect(try OutsideValidator.problems(value, schema: try FilesPage.schema(schema)) == "")
    }

    @Test(
        .enabled(
            if: OutsideReader.areRequired || OutsideValidator.isPresent,
            "Install Python's jsonschema to validate the exports: pip install jsonschema"
        )
    )
    func hasSchemasThatFitWhatIsWritten() throws {
        let more = [
            Change(.action("1.1", of: Fixture.plan), .left(kind: "withdrawn", destination: nil))
                .draft(effective: Self.day, by: "officer", reason: "No longer needed"),
            Change(
                .action("1.2", of: Fixture.plan),
                .timescaleSet(
                    Timescale(
                        words: "a, b",
                        reading: .milestones([TimescaleReader().read("By 1 May 2026")])
                    )
                )
            ).draft(effective: Self.day, by: "officer"),
        ]
        let entries = Fixture.entries(of: try Fixture.drafts() + more)
        let export = RecordExport(
            committee: Fixture.committee,
            name: Fixture.name,
            digestName: "fnv-1a",
            entries: entries
        )
        let record = try FilesPage.schema("committee-record-1")
        #expect(try OutsideValidator.problems(export.json(asOf: Self.day), schema: record) == "")
        let edition = Fixture.edition(of: entries, asOf: Self.day)
        let plan = try #require(edition.plans.first)
        let value = PlanJSON(of: plan, in: edition, computed: []).value
        #expect(try OutsideValidator.problems(value, schema: try FilesPage.schema("plan")) == "")
    }

    @Test(
        .enabled(
            if: OutsideReader.areRequired || OutsideValidator.isPresent,
            "Install Python's jsonschema to compare it with our readers: pip install jsonschema"
        ),
        arguments: [
            (#"{ "action": "1", "status": "G" }"#, true),
            (#"{ "action": "1", "progress": { "text": "a", "asAt": "2026-10-01" } }"#, true),
            (#"{ "correct": 1, "status": "G", "reason": "a" }"#, true),
            (#"{ "action": "1", "completed": "2026-10-01" }"#, true),
            (#"{ "action": "1", "completed": false }"#, false),
            (#"{ "action": "1", "completed": true, "completedBy": "2026-10-01" }"#, false),
            (#"{ "void": 1 }"#, false), (#"{ "action": "1", "stauts": "G" }"#, false),
            (#"{ "action": "1", "completedBy": "2026-02-30" }"#, false),
            (#"{ "action": "1", "asAt": "2026-10-01" }"#, false),
            (#"{ "action": "1", "audience": "everybody" }"#, false),
            (#"{ "action": "1", "left": { "kind": "gone" } }"#, false),
            (#"{ "risk": "R1", "approve": { "by": "board" } }"#, true),
            (#"{ "risk": "R1", "close": {}, "reopen": {} }"#, true),
            (#"{ "risk": "R1", "aim": { "date": "accept" } }"#, true),
            (#"{ "risk": "R1", "escalate": {} }"#, false),
            (#"{ "risk": "R1", "show": { "visibility": "all" } }"#, false),
            (#"{ "meetings": { "body": "cog", "every": "8 weeks", "from": "2026-01-14" } }"#, true),
            (#"{ "meetings": { "body": "cog", "from": "2026-01-14" } }"#, false),
            (#"{ "workingDays": { "added": ["2026-06-15"], "weekend": ["sunday"] } }"#, true),
            (#"{ "workingDays": { "weekend": ["sunny"] } }"#, false),
            (#"{ "dataReceived": { "id": "a", "period": "2026-06-30" } }"#, true),
            (#"{ "dataReceived": { "id": "a" } }"#, false),
            (#"{ "action": "1", "answers": { "returner": "Chair", "keyPeople": [] } }"#, true),
            (#"{ "action": "1", "answers": { "returner": "" } }"#, false),
            (#"{ "reminder": "a/b:p#1:2026-10-31:overdue-1", "deed": "acknowledged" }"#, true),
            (
                #"{ "reminder": "a/b:p#1:2026-10-31:x", "deed": "snoozed", "until": "2026-11-16" }"#,
                true
            ),
            (#"{ "reminder": "a/b:p#1:2026-10-31:x", "deed": "delegated", "to": "Chair" }"#, true),
            (#"{ "reminder": "a/b:p#1:2026-10-31:x", "deed": "snoozed" }"#, false),
            (#"{ "reminder": "a/b:p#1:2026-10-31:x", "deed": "done", "to": "Chair" }"#, false),
            (#"{ "reminder": "a/b:p#1:2026-10-31:x" }"#, false),
            (#"{ "deed": "done" }"#, false),
        ]
    )
    func hasASchemaThatAgreesWithOurReader(change: String, isRight: Bool) throws {
        let text = """
            { "by": "a", "effective": "2026-10-31", "plan": "p", "changes": [ \(change) ] }
            """
        let bytes = Array(text.utf8)
        let value = try JSONReader.read(bytes, source: "changes.json").value
        let problems = try OutsideValidator.problems(
            value,
            schema: try FilesPage.schema("changes")
        )
        #expect(problems.isEmpty == isRight)
        #expect(((try? ChangeFile(reading: bytes, source: "changes.json")) != nil) == isRight)
    }

    @Test(
        .enabled(
            if: OutsideReader.areRequired || OutsideValidator.isPresent,
            "Install Python's jsonschema to validate documents: pip install jsonschema"
        )
    )
    func aDocumentWithOneOfEverythingFitsItsSchema() throws {
        let golden = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
            .appending(path: "Goldens/document.json")
        let bytes = Array(try Data(contentsOf: golden))
        let value = try JSONReader.read(bytes, source: "document.json").value
        let schema = try FilesPage.schema("committee-document-1")
        #expect(try OutsideValidator.problems(value, schema: schema) == "")
        // A schema that lets everything through would be none.
        let text = String(decoding: bytes, as: UTF8.self)
        for (right, wrong) in [
            ("\"kind\": \"heading\"", "\"kind\": \"headline\""),
            ("\"level\": 2", "\"level\": \"2\""),
            ("\"isRowHeader\"", "\"rowHeader\""),
            ("\"committee-document/1\"", "\"committee-document/2\""),
        ] {
            try #require(text.contains(right))
            let broken = try JSONReader.read(
                Array(text.replacing(right, with: wrong, maxReplacements: 1).utf8),
                source: "document.json"
            ).value
            #expect(try OutsideValidator.problems(broken, schema: schema) != "", "\(wrong)")
        }
    }

    @Test(arguments: FilesPage.schemas)
    func hasSchemasThatOurOwnReaderReads(name: String) throws {
        let schema = try JSONReader.read(try FilesPage.schema(name), source: "\(name).json").value
        #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["title"]?.text?.isEmpty == false)
    }
}
