// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Foundation
import Testing

// This fixture pins a whole journal, hashes included, and the record to which it folds. Making it
// anew gives the same bytes, and reading it gives an equal record. Record it anew
// (RECORD_GOLDENS=1) when the journal below is given more to say; never because an entry is written
// or sealed in another way. The store of CommitteeStorageTests and the outputs of
// CommitteeToolTests are made from it: record those after it.
@Suite("A journal with every kind of entry")
struct ExportFixtureTests {
    private static let day = CivilDate(2026, 10, 31)

    private let golden = GoldenFile("every-kind.json", besides: #filePath, in: "Goldens")

    private func stored() throws -> RecordExport {
        let data = try Data(contentsOf: URL(filePath: golden.path))
        return try RecordExport(reading: Array(data), source: "every-kind.json")
    }

    @Test func madeAnewItHasTheSameBytes() async throws {
        let store = try await EveryKindJournal.recorded()
        let text = try await EveryKindJournal.export(of: store).json(asOf: Self.day).indentedText
        let difference = golden.difference(from: Array((text + "\n").utf8))
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test func itHasEveryKindAndSomeThatNobodyKnows() async throws {
        let store = try await EveryKindJournal.recorded()
        let kinds = Set(try await store.allEntries(of: EveryKindJournal.committee).map(\.kind))
        let known = Set(GeneratedDrafts.kinds + GeneratedDrafts.journalKinds)
        // Kinds that came after the journal was made; their drafts are pinned all the same.
        #expect(known.subtracting(kinds) == GeneratedDrafts.later)
        #expect(kinds.subtracting(known) == ["training.held", "glenmore.risk-notified"])
    }

    @Test func itFoldsWithoutProblemsAndCountsWhatItDoesNotKnow() throws {
        let record = Record.folding(try stored().entries)
        #expect(record.problems == [])
        #expect(
            record.unknownKinds == [
                "training.held": 1, "glenmore.risk-notified": 1, "action.text-set": 1,
            ]
        )
    }

    @Test func itsChainVerifies() throws {
        #expect(EntryChain.verify(try stored().entries, digest: .testing) == [])
    }

    @Test func importedElsewhereItFoldsToAnEqualRecordOnEveryDay() async throws {
        let export = try stored()
        let target = InMemoryJournal(context: .testing(seed: 9))
        try await target.createCommittee("copy", name: "Copy")
        let count = try await RecordImport(of: export, into: [], checking: .testing).record(
            in: target,
            committee: "copy"
        )
        #expect(count == export.entries.count)
        let copied = try await target.allEntries(of: "copy")
        for day in [nil, CivilDate(2026, 6, 1), CivilDate(2026, 9, 1), Self.day] {
            #expect(
                Record.folding(copied, asOf: day) == Record.folding(export.entries, asOf: day)
            )
        }
    }
}
