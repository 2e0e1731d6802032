// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite struct RecordFoldingTests {
    /// A moment after everything that a journal records by itself.
    private static let later = Int64(CivilDate(2031, 1, 1).dayNumber) * 86_400_000

    @Test func theEffectiveDateComesBeforeTheSequence() {
        var journal = InventedJournal(actions: 1)
        journal.record(.textSet("Later"), of: "1.1", on: CivilDate(2030, 9, 1))
        journal.record(.textSet("Earlier"), of: "1.1", on: CivilDate(2030, 6, 1))
        #expect(journal.folded().action("1.1")?.text == "Later")
        #expect(journal.folded(asOf: CivilDate(2030, 8, 1)).action("1.1")?.text == "Earlier")
        #expect(journal.folded(asOf: CivilDate(2030, 5, 1)).action("1.1")?.text == "Mend the gate")
    }

    @Test func onOneDateTheLaterEntryCounts() {
        var journal = InventedJournal(actions: 1)
        journal.record(.textSet("First"), of: "1.1")
        journal.record(.textSet("Second"), of: "1.1")
        #expect(journal.folded().action("1.1")?.text == "Second")
    }

    @Test func nothingIsThereBeforeThePlanIsDrafted() {
        let record = InventedJournal(actions: 1).folded(asOf: InventedJournal.start - 1)
        #expect(record == Record())
    }

    @Test func anEmptyJournalMakesAnEmptyRecord() {
        #expect(InventedJournal().folded() == Record())
    }

    @Test func whatWasRecordedLaterWasNotKnownBefore() {
        var journal = InventedJournal(actions: 1)
        journal.record(.textSet("New"), of: "1.1", on: CivilDate(2030, 4, 2), at: Self.later)
        #expect(journal.folded(knownAt: Self.later - 1).action("1.1")?.text == "Mend the gate")
        #expect(journal.folded(knownAt: Self.later).action("1.1")?.text == "New")
    }

    @Test func aCorrectionRecordedLaterWasNotKnownBefore() {
        var journal = InventedJournal(actions: 1)
        journal.record(.textSet("Wrong"), of: "1.1")
        journal.append(
            .correcting(
                journal.last,
                payload: ["text": "Right"],
                effective: InventedJournal.start,
                by: "clerk",
                reason: "Misread."
            ),
            at: Self.later
        )
        #expect(journal.folded(knownAt: Self.later - 1).action("1.1")?.text == "Wrong")
        #expect(journal.folded(knownAt: Self.later).action("1.1")?.text == "Right")
    }

    @Test func timescalesKeepTheirHistoryWithReasons() {
        var journal = InventedJournal(actions: 1, due: CivilDate(2030, 9, 30))
        journal.record(
            .timescaleSet(.by(CivilDate(2031, 1, 31))),
            of: "1.1",
            on: CivilDate(2030, 10, 1),
            reason: "Snow."
        )
        let action = journal.folded().action("1.1")
        #expect(action?.timescale.due == CivilDate(2031, 1, 31))
        #expect(
            action?.timescaleHistory.map(\.effective) == [
                InventedJournal.start, CivilDate(2030, 10, 1),
            ]
        )
        #expect(action?.timescaleHistory.map(\.reason) == [nil, "Snow."])
    }

    @Test func progressMayBeOlderThanItsEntry() {
        var journal = InventedJournal(actions: 1)
        journal.record(
            .progressReported("Begun", asAt: CivilDate(2030, 5, 1), audience: .public),
            of: "1.1",
            on: CivilDate(2030, 6, 1)
        )
        journal.record(
            .progressReported("Half done", asAt: nil, audience: .public),
            of: "1.1",
            on: CivilDate(2030, 7, 1)
        )
        let action = journal.folded().action("1.1")
        #expect(action?.progress.map(\.asAt) == [CivilDate(2030, 5, 1), CivilDate(2030, 7, 1)])
        #expect(action?.latestProgress == "Half done")
        #expect(action?.progress.map(\.by) == ["clerk", "clerk"])
    }

    @Test func itemsStandWhereTheyWereAdded() {
        var journal = InventedJournal(actions: 2)
        journal.record(.added(ItemOutline(level: 0, number: "2", text: "Second")), of: "2")
        journal.record(
            .added(ItemOutline(level: 1, parent: "1", after: "1.1", text: "Between")),
            of: "1.1a"
        )
        journal.record(.added(ItemOutline(level: 1, parent: "1", text: "Last")), of: "1.3")
        journal.record(.added(ItemOutline(level: 0, after: "1", text: "New")), of: "1b")
        #expect(
            journal.folded().plans.first?.items.map(\.id)
                == ["1", "1.1", "1.1a", "1.2", "1.3", "1b", "2"]
        )
    }

    @Test func everyAspectOfAnItemIsSet() throws {
        var journal = InventedJournal(actions: 1)
        let facts: [Change.Fact] = [
            .statementSet("S"), .notesSet(["N"]), .statusReported(printed: "G", scheme: "m/rag"),
            .evidenceSet("E"), .expectedImpactSet("I"), .localSet(name: "cost", "9"),
            .itemPredecessorsNamed(["old/1"]), .audienceSet(.partners), .goesOn,
        ]
        for fact in facts { journal.record(fact, of: "1.1") }
        let item = try #require(journal.folded().action("1.1"))
        #expect(item.statement == "S" && item.notes == ["N"] && item.evidence == "E")
        #expect(item.expectedImpact == "I" && item.local == ["cost": "9"])
        #expect(
            item.status
                == ReportedStatus(printed: "G", scheme: "m/rag", asAt: InventedJournal.start)
        )
        #expect(item.predecessors == ["old/1"] && item.audience == .partners)
        #expect(item.completion == .ongoing && item.added == InventedJournal.start)
        journal.record(.statusReported(printed: "", scheme: nil), of: "1.1")
        journal.record(.localSet(name: "cost", Prose()), of: "1.1")
        let cleared = try #require(journal.folded().action("1.1"))
        #expect(cleared.status == nil && cleared.local.isEmpty)
    }

    @Test func aReopenedActionIsOpenAndBackInThePlan() {
        var journal = InventedJournal(actions: 2)
        journal.record(.completed, of: "1.1", on: CivilDate(2030, 5, 1))
        journal.record(.reopened, of: "1.1", on: CivilDate(2030, 6, 1))
        journal.record(
            .left(kind: "suspended", destination: nil),
            of: "1.2",
            on: CivilDate(2030, 5, 1)
        )
        journal.record(.reopened, of: "1.2", on: CivilDate(2030, 6, 1))
        #expect(journal.folded().action("1.1")?.completion == .ongoing)
        #expect(journal.folded().action("1.2")?.exit == nil)
        let before = journal.folded(asOf: CivilDate(2030, 5, 31))
        #expect(before.action("1.1")?.completion == .completed(.on(CivilDate(2030, 5, 1))))
        #expect(before.action("1.2")?.exit?.kind == "suspended")
    }

    @Test func theFirstCompletionCounts() {
        var journal = InventedJournal(actions: 1)
        journal.record(.completed, of: "1.1", on: CivilDate(2030, 9, 1))
        journal.record(.completed, of: "1.1", on: CivilDate(2030, 10, 31), isBound: true)
        #expect(
            journal.folded().action("1.1")?.completion == .completed(.on(CivilDate(2030, 9, 1)))
        )
    }

    @Test func aStatedCheckReplacesTheOneOfTheSameNameAndDate() {
        var journal = InventedJournal(actions: 1)
        for total in [18, 19] {
            journal.record(
                .plan(InventedJournal.plan),
                .checkStated(
                    ProgressCheck(
                        date: nil,
                        words: "May 2030",
                        name: "First",
                        total: total,
                        completed: nil,
                        added: nil,
                        ongoing: nil,
                        isStated: true
                    )
                )
            )
        }
        #expect(journal.folded().plans.first?.statedChecks.map(\.total) == [19])
    }

    @Test func unknownKindsAreKeptAndCounted() {
        var journal = InventedJournal(actions: 1)
        for day in [1, 2, 30] {
            journal.append(
                EntryDraft(
                    subject: .plan(InventedJournal.plan),
                    kind: "moor.sheep-counted",
                    payload: ["sheep": 40],
                    effective: CivilDate(2030, 5, day),
                    by: "clerk"
                )
            )
        }
        let record = journal.folded(asOf: CivilDate(2030, 5, 3))
        #expect(record.unknownKinds == ["moor.sheep-counted": 2])
        #expect(record.problems.isEmpty)
    }

    @Test func aLaterVersionOfAKnownKindIsCountedAndNotGuessed() {
        var journal = InventedJournal(actions: 1)
        journal.append(
            EntryDraft(
                subject: .action("1.1", of: InventedJournal.plan),
                kind: "action.text-set",
                version: 2,
                payload: ["text": "New", "language": "gd"],
                effective: CivilDate(2030, 5, 1),
                by: "clerk"
            )
        )
        #expect(journal.folded().unknownKinds == ["action.text-set": 1])
        #expect(journal.folded().action("1.1")?.text == "Mend the gate")
    }

    @Test func committeeFactsAreFolded() {
        var journal = InventedJournal()
        for change in EveryFact.aboutCommittees { journal.record(change.subject, change.fact) }
        let record = journal.folded()
        #expect(record.profile?["name"] == "Moor")
        #expect(record.registers.keys.sorted() == ["risks"])
        #expect(record.imports.map(\.reportedOn) == [CivilDate(2030, 10, 31), nil])
    }

    @Test(arguments: 1...20)
    func theOrderOfRecordingDoesNotMatterBetweenDates(seed: UInt64) {
        let journal = InventedJournal(actions: 3)
        let facts: [(Change.Fact, Int)] = (1...12).map { (.textSet(Prose("Text \($0)")), $0) }
        var generator = SeededGenerator(seed: seed)
        var shuffled = journal
        for (fact, day) in facts.shuffled(using: &generator) {
            shuffled.record(fact, of: "1.\(day % 3 + 1)", on: CivilDate(2030, 5, day))
        }
        var ordered = journal
        for (fact, day) in facts {
            ordered.record(fact, of: "1.\(day % 3 + 1)", on: CivilDate(2030, 5, day))
        }
        for day in [1, 6, 12] {
            let date = CivilDate(2030, 5, day)
            #expect(shuffled.folded(asOf: date) == ordered.folded(asOf: date))
        }
    }
}
