// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct CorrectionTests {
    private static let day = InventedJournal.start

    /// A plan whose action 1.1 was wrongly renamed; the wrong entry is the last.
    private static var mistaken: InventedJournal {
        var journal = InventedJournal(actions: 1)
        journal.record(.textSet("Wrong"), of: "1.1", on: CivilDate(2030, 6, 1))
        return journal
    }

    private func correcting(
        _ entry: Entry,
        to text: String,
        on date: CivilDate = CivilDate(2030, 6, 1),
        reason: String = "Misread."
    ) -> EntryDraft {
        .correcting(
            entry,
            payload: ["text": .string(text)],
            effective: date,
            by: "chair",
            reason: reason
        )
    }

    private func voiding(_ entry: Entry, reason: String = "Never happened.") -> EntryDraft {
        .voiding(entry, effective: Self.day, by: "chair", reason: reason)
    }

    private func text(_ journal: InventedJournal, asOf date: CivilDate? = nil) -> Prose? {
        journal.folded(asOf: date).action("1.1")?.text
    }

    @Test func aCorrectedEntryReadsAsItShouldHave() {
        var journal = Self.mistaken
        journal.append(correcting(journal.last, to: "Right"))
        #expect(text(journal) == "Right")
        #expect(text(journal, asOf: CivilDate(2030, 5, 31)) == "Mend the gate")
    }

    @Test func aCorrectionMayMoveTheDate() {
        var journal = Self.mistaken
        journal.append(correcting(journal.last, to: "Right", on: CivilDate(2030, 9, 1)))
        #expect(text(journal, asOf: CivilDate(2030, 8, 31)) == "Mend the gate")
        #expect(text(journal, asOf: CivilDate(2030, 9, 1)) == "Right")
    }

    @Test func theLatestCorrectionCounts() {
        var journal = Self.mistaken
        let wrong = journal.last
        journal.append(correcting(wrong, to: "Better"))
        journal.append(correcting(wrong, to: "Best"))
        #expect(text(journal) == "Best")
    }

    @Test func aCorrectionCanBeCorrected() {
        var journal = Self.mistaken
        journal.append(correcting(journal.last, to: "Better"))
        journal.append(correcting(journal.last, to: "Best"))
        journal.append(correcting(journal.last, to: "Best of all"))
        #expect(text(journal) == "Best of all")
    }

    @Test func aVoidedCorrectionGivesWayToTheOneBefore() {
        var journal = Self.mistaken
        let wrong = journal.last
        journal.append(correcting(wrong, to: "Better"))
        journal.append(correcting(wrong, to: "Worse"))
        journal.append(voiding(journal.last))
        #expect(text(journal) == "Better")
    }

    @Test func aVoidedEntryNeverHappened() {
        var journal = Self.mistaken
        journal.append(voiding(journal.last))
        #expect(text(journal) == "Mend the gate")
        #expect(journal.folded().problems.isEmpty)
    }

    @Test func aVoidedVoidingDoesNotCount() {
        var journal = Self.mistaken
        for text in ["Mend the gate", "Wrong", "Mend the gate"] as [Prose] {
            journal.append(voiding(journal.last))
            #expect(self.text(journal) == text)
        }
    }

    @Test func aVoidedEntryStaysVoidedWhenItIsCorrected() {
        var journal = Self.mistaken
        let wrong = journal.last
        journal.append(voiding(wrong))
        journal.append(correcting(wrong, to: "Right"))
        #expect(text(journal) == "Mend the gate")
    }

    @Test func aBoundIsCorrectedToADay() {
        var journal = InventedJournal(actions: 1)
        journal.record(.completed, of: "1.1", on: CivilDate(2030, 10, 31), isBound: true)
        journal.append(
            .correcting(
                journal.last,
                payload: [:],
                effective: CivilDate(2030, 10, 12),
                by: "chair",
                reason: "The minute gives the day."
            )
        )
        #expect(
            journal.folded().action("1.1")?.completion == .completed(.on(CivilDate(2030, 10, 12)))
        )
    }

    @Test(arguments: ["", " \n"])
    func eachNeedsAReason(reason: String) {
        var journal = Self.mistaken
        let wrong = journal.last
        journal.append(correcting(wrong, to: "Right", reason: reason))
        journal.append(voiding(wrong, reason: reason))
        let target = wrong.sequence
        #expect(
            journal.folded().messages == [
                "entry \(target + 1): It corrects entry \(target) without a reason. Say why.",
                "entry \(target + 2): It voids entry \(target) without a reason. Say why.",
            ]
        )
    }

    @Test func aReasonThatWasLeftOutIsMissed() {
        var journal = Self.mistaken
        var draft = voiding(journal.last)
        draft.reason = nil
        #expect(
            Record.problems(appending: [draft], to: journal.entries).map(\.message)
                == ["It voids entry \(journal.last.sequence) without a reason. Say why."]
        )
        journal.append(draft)
        #expect(journal.folded().problems.count == 1)
    }

    @Test(arguments: [nil, 0, -1, 99, .max] as [Int?])
    func anEntryThatIsNotThereCannotBeCorrected(target: Int?) {
        var journal = Self.mistaken
        for kind in [EntryKind.corrected, .voided] {
            journal.append(
                EntryDraft(
                    subject: .action("1.1", of: InventedJournal.plan),
                    kind: kind,
                    payload: target.map { ["entry": .integer($0), "payload": [:]] } ?? [:],
                    effective: Self.day,
                    by: "chair",
                    reason: "Misread."
                )
            )
        }
        let ending =
            "an entry that does not stand before it. Name the sequence of the entry that is wrong."
        #expect(
            journal.folded().problems.map(\.message)
                == ["It corrects \(ending)", "It voids \(ending)"]
        )
        #expect(text(journal) == "Wrong")
    }

    @Test func aCorrectionSaysHowTheEntryShouldRead() {
        var journal = Self.mistaken
        let target = journal.last.sequence
        journal.append(
            EntryDraft(
                subject: journal.last.subject,
                kind: .corrected,
                payload: ["entry": .integer(target)],
                effective: Self.day,
                by: "chair",
                reason: "Misread."
            )
        )
        #expect(
            journal.folded().messages == [
                "entry \(target + 1): It corrects entry \(target) but does not say how that should "
                    + "have read. Give the whole payload as “payload”."
            ]
        )
        #expect(text(journal) == "Wrong")
    }
}
