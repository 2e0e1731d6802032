// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

// These fixtures pin how each kind of entry is written and read: its name, its version, the members
// of its payload and its erasable texts. Stores that exist are written so. Record a fixture anew
// (RECORD_GOLDENS=1) when a kind is added, or after a decision that the format changes; never
// because the code changed and the test fails.

/// The generated changes and their drafts.
enum GeneratedDrafts {
    struct Item: Sendable {
        let variation: Int
        let change: Change
        let draft: EntryDraft

        var name: String { "\(change.kind) \(variation)" }
    }

    /// The kinds that rooms record, sorted by name.
    static let kinds = Set(Rooms.standard.declaredKinds.map(\.kind)).sorted {
        $0.rawValue < $1.rawValue
    }

    /// The kinds that came after the fixtures that draw from all of them were made.
    static let later: Set<EntryKind> = structure.union([
        "action.placed", "action.renumbered", "action.row-part-set", "risk.review-date-set",
        "risk.renumbered", "risk.column-set", "risk-register.page-set",
    ])

    /// The kinds of what is said of the parts of a committee.
    static let structure: Set<EntryKind> = Set(
        (Body.table.kinds + WorkingGroup.table.kinds + Member.table.kinds).map(\.kind)
    ).union([
        "committee.functions-set", "committee.reporting-lines-set", "committee.plan-bodies-set",
    ])

    /// The kinds that the journal itself has.
    static let journalKinds: [EntryKind] = [
        .corrected, .textErased, .voided, .externalIDRemoved, .externalIDSet,
    ]

    /// Every variation of a kind.
    static func items(_ kind: EntryKind) throws -> [Item] {
        try (0..<FactGenerator.variations).map { variation in
            let change = try #require(
                try FactGenerator.change(kind, variation: variation),
                "FactGenerator makes nothing of the kind \(kind). Add it."
            )
            let draft = FactGenerator.draft(of: change, variation: variation)
            return Item(variation: variation, change: change, draft: draft)
        }
    }

    /// One line: what a draft says, as canonical JSON.
    static func line(_ name: String, _ draft: EntryDraft) -> String {
        let members: JSONObject = [
            "subject": .string(draft.subject.description), "version": .integer(draft.version),
            "payload": draft.payload,
            "texts": .array(draft.texts.map { [.string($0.name), .string($0.text)] }),
            "effective": .string(draft.effective.description),
            "isBound": .bool(draft.effectiveIsBound), "by": .string(draft.by),
            "reason": draft.reason.map(JSONValue.string) ?? .null,
        ]
        return "\(name) \(JSONValue.object(members).canonicalText)"
    }

    /// A payload with its texts in their places, as it would come out of a journal.
    static func resolved(_ draft: EntryDraft) -> JSONValue {
        Entry(provisional: draft, sequence: 1).resolvedPayload.value
    }
}

@Suite("Drafts of every kind of entry")
struct DraftFixtureTests {
    private func expect(_ lines: [String], in name: String) {
        let text = lines.joined(separator: "\n") + "\n"
        let golden = GoldenFile(name, besides: #filePath, in: "Goldens")
        let difference = golden.difference(from: Array(text.utf8))
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test("The kinds of the rooms and the five of the journal are those that are kept")
    func kinds() {
        let kinds = GeneratedDrafts.kinds + GeneratedDrafts.journalKinds
        #expect(Set(kinds).count == kinds.count)
        expect(kinds.map(\.rawValue), in: "kinds.txt")
    }

    @Test("Old and new encoders give equal drafts for every generated fact")
    func drafts() throws {
        var lines: [String] = []
        for kind in GeneratedDrafts.kinds {
            for item in try GeneratedDrafts.items(kind) {
                #expect(item.draft.kind == kind)
                #expect(throws: Never.self, "\(item.name)") { try item.draft.check() }
                lines.append(GeneratedDrafts.line(item.name, item.draft))
            }
        }
        #expect(lines.count == GeneratedDrafts.kinds.count * FactGenerator.variations)
        expect(lines, in: "drafts.txt")
    }

    @Test("A draft reads back equal, but for the differences that are known")
    func readBack() throws {
        var lines: [String] = []
        for kind in GeneratedDrafts.kinds {
            for item in try GeneratedDrafts.items(kind) {
                let payload = GeneratedDrafts.resolved(item.draft)
                let read = Change(subject: item.draft.subject, kind: kind, payload: payload)
                guard read != item.change else { continue }
                guard let read else {
                    lines.append("\(item.name) is not read")
                    continue
                }
                let again = GeneratedDrafts.resolved(
                    FactGenerator.draft(of: read, variation: item.variation)
                )
                lines.append(
                    again.canonicalForm == payload.canonicalForm
                        ? "\(item.name) reads as another value that is written the same"
                        : "\(item.name) reads as \(again.canonicalText)"
                )
            }
        }
        expect(lines, in: "read-back-differences.txt")
    }

    @Test("A text that was erased reads as a mark, not as nothing")
    func erased() throws {
        var lines: [String] = []
        for kind in GeneratedDrafts.kinds {
            let item = try GeneratedDrafts.items(kind)[1]
            for name in item.draft.allTexts.map(\.name) {
                let entry = Entry(provisional: item.draft, sequence: 1).erasing(name)
                let read = Change(
                    subject: entry.subject,
                    kind: kind,
                    payload: entry.resolvedPayload.value
                )
                let again = read.map {
                    GeneratedDrafts.resolved(FactGenerator.draft(of: $0, variation: 1))
                }
                lines.append("\(kind) \(name): \(again?.canonicalText ?? "is not read")")
            }
        }
        expect(lines, in: "erased-texts.txt")
    }

    @Test("Drafts of the journal's own kinds are written as before")
    func journalDrafts() async throws {
        let journal = InMemoryJournal(context: .testing())
        try await journal.createCommittee("moor", name: "Moor")
        var lines: [String] = []
        let known = GeneratedDrafts.kinds.filter { !GeneratedDrafts.later.contains($0) }
        for variation in 0..<FactGenerator.variations {
            let kind = known[variation * 5 % known.count]
            let change = try #require(try FactGenerator.change(kind, variation: variation))
            let draft = FactGenerator.draft(of: change, variation: variation)
            let entry = try #require(try await journal.append([draft], to: "moor").entries.first)
            var generator = FactGenerator("journal", variation: variation)
            let name = ExternalReference(
                source: generator.name(),
                id: "\(generator.itemID())-\(variation)"
            )
            let other = FactGenerator.draft(of: change, variation: variation + 1)
            let drafts: [EntryDraft] = [
                .correcting(
                    entry,
                    payload: other.payload,
                    texts: other.texts,
                    effective: generator.day(),
                    by: generator.name(),
                    reason: generator.sentence()
                ),
                .voiding(
                    entry,
                    effective: generator.day(),
                    by: generator.name(),
                    reason: generator.sentence()
                ),
                .settingExternalID(name, of: entry.subject, effective: generator.day(), by: "a"),
                .removingExternalID(
                    name,
                    of: entry.subject,
                    effective: generator.day(),
                    by: generator.name(),
                    reason: generator.sentence()
                ),
            ]
            try await journal.append(drafts, to: "moor")
            lines += drafts.map { GeneratedDrafts.line("\($0.kind) \(variation)", $0) }
            for text in entry.texts {
                let record = try await journal.erase(
                    text.name,
                    of: entry.sequence,
                    in: "moor",
                    by: generator.name(),
                    reason: generator.sentence(),
                    on: generator.day()
                )
                lines.append(GeneratedDrafts.line("\(record.kind) \(variation)", record.draft))
            }
        }
        let kinds = Set(lines.compactMap { $0.split(separator: " ").first }.map(String.init))
        #expect(kinds == Set(GeneratedDrafts.journalKinds.map(\.rawValue)))
        expect(lines.sorted(), in: "journal-drafts.txt")
    }
}

extension Entry {
    /// The entry without one of its texts.
    fileprivate func erasing(_ name: String) -> Entry {
        let erasure = Erasure(
            by: "clerk",
            reason: "Asked",
            at: RecordedInstant(milliseconds: 0),
            sequence: 2
        )
        return Entry(
            committee: committee,
            sequence: sequence,
            id: id,
            subject: subject,
            kind: kind,
            version: version,
            payload: payload,
            texts: texts.map {
                $0.name == name
                    ? EntryText(name: name, digest: $0.digest, content: .erased(erasure)) : $0
            },
            effective: effective,
            effectiveIsBound: effectiveIsBound,
            by: by,
            recordedAt: recordedAt,
            idempotencyKey: idempotencyKey,
            previousHash: previousHash,
            hash: hash
        )
    }
}
