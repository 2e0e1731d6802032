// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct RefusalTests {
    private static let plan = InventedJournal.plan
    private static let day = CivilDate(2030, 6, 1)

    private static func draft(
        _ fact: Change.Fact,
        of item: String,
        plan: String = plan,
        on date: CivilDate = day
    ) -> EntryDraft {
        Change(.action(item, of: plan), fact).draft(effective: date, by: "clerk")
    }

    static let refusals: [(EntryDraft, String)] = [
        (
            draft(.goesOn, of: "1.9"),
            "The plan “moor-2030” has no action “1.9” on 2030-06-01. Did you mean “1.1”?"
        ),
        (
            draft(.goesOn, of: "fence"),
            "The plan “moor-2030” has no action “fence” on 2030-06-01. Known: 1, 1.1, 1.2."
        ),
        (
            draft(.goesOn, of: "1.1", plan: "moor-2031"),
            "There is no plan “moor-2031” on 2030-06-01. Draft it first, or correct its name."
        ),
        (
            draft(.goesOn, of: "1.1", on: CivilDate(2030, 3, 1)),
            "There is no plan “moor-2030” on 2030-03-01. Draft it first, or correct its name."
        ),
        (
            Change(.plan("moor-2031"), .approved(by: "Board")).draft(effective: day, by: "clerk"),
            "There is no plan “moor-2031” on 2030-06-01. Draft it first, or correct its name."
        ),
        (
            Change(.plan(plan), .completed).draft(effective: day, by: "clerk"),
            "“action.completed” says nothing of a plan."
        ),
        (
            draft(.approved(by: "Board"), of: "1.1"),
            "“plan.approved” says nothing of an action."
        ),
        (
            Change(SubjectReference(kind: "action", id: "1.1"), .goesOn)
                .draft(effective: day, by: "clerk"),
            "“action/1.1” is not something that this change can be about."
        ),
        (
            draft(.added(ItemOutline(level: 1, parent: "1", text: "Again")), of: "1.1"),
            "The plan “moor-2030” already has an action “1.1”. Give the new one another identifier."
        ),
        (
            draft(.added(ItemOutline(level: 2, text: "Deep")), of: "9"),
            "The plan “moor-2030” has 2 levels, counted from 0, so there is no level 2."
        ),
        (
            draft(.added(ItemOutline(level: .max, text: "Deepest")), of: "9"),
            "The plan “moor-2030” has 2 levels, counted from 0, so there is no level "
                + "\(Int.max)."
        ),
        (
            draft(.added(ItemOutline(level: -1, text: "High")), of: "9"),
            "The plan “moor-2030” has 2 levels, counted from 0, so there is no level -1."
        ),
        (
            draft(.added(ItemOutline(level: 1, parent: "7", text: "Lost")), of: "7.1"),
            "The plan “moor-2030” has nothing “7” under which “7.1” could stand."
        ),
        (
            draft(.left(kind: "suspend", destination: nil), of: "1.1"),
            "“suspend” is not a way to leave a plan. Did you mean “suspended”?"
        ),
        (
            draft(.completed, of: "1.2"),
            "Action “1.2” left the plan on 2030-05-01 (withdrawn), so it cannot be completed on "
                + "2030-06-01. Reopen it first."
        ),
        (
            EntryDraft(
                subject: .action("1.1", of: plan),
                kind: "action.timescale-set",
                payload: [:],
                effective: day,
                by: "clerk"
            ),
            "The payload of “action.timescale-set” cannot be read. Give every member that this "
                + "kind of entry has. It is not a timescale: “words” is missing."
        ),
    ]

    private static var journal: InventedJournal {
        var journal = InventedJournal(actions: 2)
        journal.record(
            .left(kind: "withdrawn", destination: nil),
            of: "1.2",
            on: CivilDate(2030, 5, 1)
        )
        return journal
    }

    @Test(arguments: refusals)
    func whatCannotBeIsRefusedInWords(draft: EntryDraft, message: String) {
        let history = Self.journal.entries
        let problems = Record.problems(appending: [draft], to: history)
        #expect(
            problems == [RecordProblem(sequence: history.count + 1, message: message)]
        )
    }

    @Test func whatMayBeIsNotRefused() {
        let drafts = [
            Self.draft(.reopened, of: "1.2"), Self.draft(.completed, of: "1.2", on: Self.day + 1),
        ]
        #expect(Record.problems(appending: drafts, to: Self.journal.entries).isEmpty)
    }

    @Test func aBackDatedChangeIsRefusedWhenItMakesALaterOneImpossible() {
        var journal = InventedJournal(actions: 1)
        journal.record(.completed, of: "1.1", on: CivilDate(2030, 9, 1))
        let completed = journal.last.sequence
        let left = Self.draft(.left(kind: "withdrawn", destination: nil), of: "1.1")
        #expect(
            Record.problems(appending: [left], to: journal.entries).map(\.description) == [
                "entry \(completed): Action “1.1” left the plan on 2030-06-01 (withdrawn), so it "
                    + "cannot be completed on 2030-09-01. Reopen it first."
            ]
        )
    }

    @Test func voidingWhatLaterEntriesNeedIsRefused() throws {
        var journal = InventedJournal(actions: 1)
        let added = try #require(
            journal.entries.first { $0.subject.id == "moor-2030#1.1" && $0.kind == "action.added" }
        )
        journal.record(.goesOn, of: "1.1", on: Self.day)
        let voiding = EntryDraft.voiding(
            added,
            effective: InventedJournal.start,
            by: "chair",
            reason: "Not ours."
        )
        let problems = Record.problems(appending: [voiding], to: journal.entries)
        #expect(
            problems.map(\.sequence) == [
                added.sequence + 1, added.sequence + 2, journal.last.sequence,
            ]
        )
        #expect(
            problems.last?.message
                == "The plan “moor-2030” has no action “1.1” on 2030-06-01. Known: 1."
        )
    }

    @Test func whatWasWrongBeforeIsNotBlamedOnNewEntries() {
        var journal = Self.journal
        journal.record(.goesOn, of: "nowhere")
        let draft = Self.draft(.goesOn, of: "1.1")
        #expect(Record.problems(appending: [draft], to: journal.entries).isEmpty)
    }
}
