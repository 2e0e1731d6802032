// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
@testable import CommitteeKit
import CommitteeStorage
import CommitteeTestKit
import Foundation
import Testing

/// Files of changes and exports from hostile hands are refused in words, or read; `make hostile` tries longer.
@Suite struct HostileJSONTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    /// A record in which every kind of entry occurs.
    private static func original() throws -> RecordExport {
        try RecordExport(
            reading: bytes("Tests/CommitteeKitTests/Fixtures/Goldens/every-kind.json"),
            source: "every-kind.json"
        )
    }

    private static let day = CivilDate(2026, 10, 31)

    private static func said(_ error: any Error) -> String { "\(error)" }

    /// Changes a tree where the bytes are JSON, and now and then the bytes themselves.
    private static func changed(_ bytes: [UInt8], _ hands: inout HostileJSON) -> [UInt8] {
        guard hands.number(below: 4) > 0,
            let value = try? JSONReader.read(bytes, source: "input").value
        else { return hands.changed(bytes) }
        return Array(hands.changed(value).indentedText.utf8)
    }

    // MARK: Files of changes

    /// Files that say something about each subject of the record.
    private static func files(_ original: RecordExport) throws -> [[UInt8]] {
        var files = try [
            "Examples/AYearOfACommittee/committee.json", "Examples/first-plugin/changes.json",
            "Examples/perth-and-kinross/committee.json", "Examples/strathmarr/record.json",
            "Examples/strathmarr/risks.json",
        ].map(bytes)
        files += changes.map { change in
            Array(
                """
                {"by": "clerk", "effective": "2026-10-31", "plan": "glenmore-2026-2029",
                 "changes": [\(change)]}
                """.utf8
            )
        }
        return files
    }

    private static let changes = [
        #"{"action": "1.1", "progress": "Done in part.", "status": "G", "timescale": "By 31 March 2027"}"#,
        #"{"action": "1.2", "completed": true}"#,
        #"{"action": "1.1", "leads": "Lead Officer and Chair", "notes": ["One", "Two"], "audience": "partners"}"#,
        #"{"risk": "R1", "assess": {"kind": "current", "likelihood": "3", "impact": "3"}}"#,
        #"{"risk": "R1", "review": {"outcome": "As before", "next": "2027-01-31"}}"#,
        #"{"risk": "R9", "propose": {"register": "main", "title": "Demand", "owner": "chair", "manager": "chair"}}"#,
        #"{"body": "police", "name": "Police Scotland", "quorum": 3}"#,
        #"{"document": "guide", "title": "Guide", "audience": "public", "reviewMonths": 12}"#,
        #"{"indicator": "count", "title": "Count", "every": "month", "decimals": 1}"#,
        #"{"meeting": "committee/2027-02-02", "call": {"start": "14:00", "end": "16:00"}}"#,
    ]

    @Test("Hostile files of changes", .timeLimit(.minutes(60)))
    func filesOfChanges() async throws {
        let original = try Self.original()
        let before = Record.folding(original.entries)
        var hands = HostileJSON(seed: 20_261_130)
        var trial = try HostileTrial("changes", seeds: try Self.files(original), least: 400)
        try await trial.run(change: { Self.changed($0, &hands) }) { input in
            let drafts: [EntryDraft]
            do {
                let file = try ChangeFile(reading: input, source: "changes.json", rooms: .standard)
                drafts = try file.drafts(in: before, entries: original.entries, subjects: [:])
            } catch {
                if let error = error as? JSONError {
                    #expect(!error.message.isEmpty && error.line > 0, "\(error)")
                }
                return (Self.said(error), false)
            }
            let problems = Record.problems(appending: drafts, to: original.entries)
            if let problem = problems.first { return (problem.message, false) }
            let last = original.entries.count
            let added = drafts.enumerated().map { Entry(provisional: $1, sequence: last + $0 + 1) }
            let record = Record.folding(original.entries + added)
            let day = max(Self.day, added.map(\.effective).max() ?? Self.day)
            #expect(HostileLook.bytes(of: record, since: before, on: day) > 0)
            return ("taken: \(Set(drafts.map(\.kind.rawValue)).sorted())", true)
        }
        #expect(trial.accepted > 3 && trial.accepted < trial.tried)
    }

    // MARK: Exports

    /// Short exports, each of some entries of the record.
    private static func exports(_ original: RecordExport) -> [[UInt8]] {
        stride(from: 0, to: original.entries.count, by: 40).map { first in
            let entries = Array(original.entries[first...].prefix(40))
            let export = RecordExport(
                committee: original.committee,
                name: original.name,
                digestName: original.digestName,
                entries: entries
            )
            return Array(export.json(asOf: day).indentedText.utf8)
        }
    }

    @Test("Hostile exports", .timeLimit(.minutes(60)))
    func exports() async throws {
        let original = try Self.original()
        var hands = HostileJSON(seed: 20_261_131)
        var trial = try HostileTrial("export", seeds: Self.exports(original), least: 150)
        try await trial.run(change: { Self.changed($0, &hands) }) { input in
            do {
                let export = try RecordExport(reading: input, source: "export.json")
                _ = export.json(asOf: Self.day).indentedText
                let prepared = try RecordImport(of: export, into: [], checking: .sha256)
                let journal = InMemoryJournal(context: .testing(digest: .sha256))
                try await journal.createCommittee("copy", name: "Copy")
                try await prepared.record(in: journal, committee: "copy")
                return ("taken", true)
            } catch let error as JSONError {
                #expect(!error.message.isEmpty && error.line > 0, "\(error)")
                return (error.message, false)
            } catch {
                return (Self.said(error), false)
            }
        }
    }

    // MARK: Entries

    /// The payload, text and day of an entry that hostile hands wrote, under hashes that fit.
    private struct Forgery {
        var place: Int
        var payload: JSONValue
        var day: String
        var subject: String
        var text: String

        init?(_ bytes: [UInt8]) {
            guard let value = try? JSONReader.read(bytes, source: "forgery").value,
                let place = value["place"]?.wholeNumber, let payload = value["payload"],
                case .object = payload
            else { return nil }
            self.place = place
            self.payload = payload
            day = value["day"]?.text ?? ""
            subject = value["subject"]?.text ?? ""
            text = value["text"]?.text ?? ""
        }
    }

    private static func forgeries(_ entries: [Entry]) -> [[UInt8]] {
        entries.enumerated().map { place, entry in
            let value: JSONValue = [
                "place": .integer(place), "payload": entry.draft.payload,
                "day": .string("\(entry.effective)"), "subject": .string(entry.subject.id),
                "text": .string(entry.draft.texts.first?.text ?? ""),
            ]
            return Array(value.indentedText.utf8)
        }
    }

    /// A journal of which one entry was forged is exported, read, imported and folded, and everything is asked of it.
    @Test("Hostile entries under hashes that fit", .timeLimit(.minutes(60)))
    func entries() async throws {
        let original = try Self.original()
        // An erasing is recorded by erasing; another entry keeps its number, which others name.
        let drafts = original.entries.map { entry in
            entry.kind == .textErased
                ? EntryDraft(
                    subject: entry.subject,
                    kind: "host.noted",
                    payload: [:],
                    effective: entry.effective,
                    by: entry.by
                ) : entry.draft
        }
        let before = Record.folding(
            drafts.enumerated().map { Entry(provisional: $1, sequence: $0 + 1) }
        )
        var hands = HostileJSON(seed: 20_261_132)
        let seeds = Self.forgeries(original.entries)
        var trial = try HostileTrial("entry", seeds: seeds, least: 40)
        try await trial.run(
            change: { bytes in
                guard let value = try? JSONReader.read(bytes, source: "input").value,
                    case .object(var members) = value
                else { return bytes }
                let name = ["payload", "payload", "payload", "day", "subject", "text"][
                    hands.number(below: 6)
                ]
                members[name] = hands.changed(members[name] ?? .null)
                return Array(JSONValue.object(members).indentedText.utf8)
            },
            answer: { input in
                guard let forgery = Forgery(input), drafts.indices.contains(forgery.place) else {
                    return ("no forgery", false)
                }
                var forged = drafts
                forged[forgery.place].payload = forgery.payload
                forged[forgery.place].subject = SubjectReference(
                    kind: forged[forgery.place].subject.kind,
                    id: forgery.subject
                )
                forged[forgery.place].effective =
                    CivilDate(iso: forgery.day) ?? forged[forgery.place].effective
                forged[forgery.place].texts = forged[forgery.place].texts.map {
                    ErasableText($0.name, forgery.text)
                }
                do {
                    let store = InMemoryJournal(context: .testing(digest: .sha256))
                    try await store.createCommittee("north", name: "North")
                    try await store.append(forged, to: "north")
                    let export = RecordExport(
                        committee: "north",
                        name: "North",
                        digestName: Digest.sha256.name,
                        entries: try await store.allEntries(of: "north")
                    )
                    let bytes = Array(export.json(asOf: Self.day).indentedText.utf8)
                    let read = try RecordExport(reading: bytes, source: "export.json")
                    #expect(read.entries == export.entries)
                    _ = try RecordImport(of: read, into: [], checking: .sha256)
                    let record = Record.folding(read.entries)
                    let day = max(Self.day, forged[forgery.place].effective)
                    #expect(HostileLook.bytes(of: record, since: before, on: day) > 0)
                    let problem = record.problems.first?.message ?? "taken"
                    return (problem, record.problems.isEmpty)
                } catch {
                    return (Self.said(error), false)
                }
            }
        )
        #expect(trial.accepted > 5)
    }
}
#endif
