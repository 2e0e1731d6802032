// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct ReminderActTests {
    private static let due = CivilDate(2031, 1, 31)
    private static let id = "moor/chase:moor-2030#1.1:2031-01-31"

    private let subject = SubjectReference.action("1.1", of: InventedJournal.plan)

    private func journal(
        _ deed: ReminderAct.Deed,
        on day: CivilDate,
        step: String = "before-30-days"
    ) throws -> InventedJournal {
        var journal = InventedJournal(actions: 2, due: Self.due)
        try act(deed, on: day, step: step, &journal)
        return journal
    }

    private func act(
        _ deed: ReminderAct.Deed,
        on day: CivilDate,
        step: String = "before-30-days",
        _ journal: inout InventedJournal
    ) throws {
        let reminder = try #require(ReminderIdentity("\(Self.id):\(step)"))
        journal.record(subject, .reminder(reminder, deed, note: "Seen"), on: day)
    }

    private func outlook(_ journal: InventedJournal, on day: CivilDate) -> ReminderOutlook {
        ReminderSchedule(rules: [ReminderScheduleTests.chase], calendar: .scotland)
            .outlook(for: journal.edition(asOf: day), on: day)
    }

    /// The steps that are told of action 1.1.
    private func steps(_ journal: InventedJournal, on day: CivilDate) -> [String] {
        outlook(journal, on: day).reminders.filter { $0.item == "1.1" }
            .map { String($0.id.dropFirst(Self.id.count + 1)) }
    }

    @Test func anAcknowledgedReminderIsSilentUntilItsNextStep() throws {
        let journal = try journal(.acknowledged, on: Self.due - 28)
        #expect(steps(journal, on: Self.due - 29) == ["before-30-days"])
        #expect(steps(journal, on: Self.due - 28) == [])
        #expect(outlook(journal, on: Self.due - 28).reminders.map(\.item) == ["1.2"])
        #expect(outlook(journal, on: Self.due - 28).held.map(\.act.deed) == [.acknowledged])
        #expect(steps(journal, on: Self.due - 7) == ["before-1-week"])
    }

    @Test func aSnoozedReminderComesBackOnceUnderAnotherIdentifier() throws {
        let journal = try journal(.snoozed(until: Self.due - 10), on: Self.due - 28)
        let entry = journal.last.sequence
        #expect(steps(journal, on: Self.due - 11) == [])
        #expect(steps(journal, on: Self.due - 10) == ["before-30-days.again-\(entry)"])
        #expect(steps(journal, on: Self.due - 8) == ["before-30-days.again-\(entry)"])
        #expect(steps(journal, on: Self.due - 7) == ["before-1-week"])
        let back = outlook(journal, on: Self.due - 10).reminders.first { $0.item == "1.1" }
        #expect(back?.raisedOn == Self.due - 10)
        #expect(
            back?.tier
                == "30 days before it is due, again since it was snoozed until 21 January 2031"
        )
    }

    @Test func aSnoozeAlsoHoldsTheStepsThatAreReachedMeanwhile() throws {
        let journal = try journal(.snoozed(until: Self.due - 3), on: Self.due - 28)
        let entry = journal.last.sequence
        #expect(steps(journal, on: Self.due - 6) == [])
        #expect(steps(journal, on: Self.due - 3) == ["before-1-week.again-\(entry)"])
        #expect(steps(journal, on: Self.due - 1) == ["before-1-day"])
    }

    @Test func aStepThatIsReachedOnTheDayOfReturnIsNew() throws {
        let journal = try journal(.snoozed(until: Self.due - 7), on: Self.due - 28)
        #expect(steps(journal, on: Self.due - 7) == ["before-1-week"])
    }

    @Test func theLastSnoozeCounts() throws {
        var journal = try journal(.snoozed(until: Self.due - 10), on: Self.due - 28)
        try act(.snoozed(until: Self.due - 20), on: Self.due - 27, &journal)
        let entry = journal.last.sequence
        #expect(steps(journal, on: Self.due - 21) == [])
        #expect(steps(journal, on: Self.due - 20) == ["before-30-days.again-\(entry)"])
        #expect(steps(journal, on: Self.due - 10) == ["before-30-days.again-\(entry)"])
    }

    @Test func aDelegateIsToldAtOnce() throws {
        let journal = try journal(.delegated(to: "Gate keeper"), on: Self.due - 30)
        let found = outlook(journal, on: Self.due - 30).reminders.filter { $0.item == "1.1" }
        #expect(found.map(\.to) == [["Gate keeper"]])
        #expect(found.map(\.id) == ["\(Self.id):before-30-days.again-\(journal.last.sequence)"])
        #expect(
            found.map(\.message)
                == ["Action 1.1 (Mend the gate) is due on 31 January 2031, in 30 days"]
        )
        let next = outlook(journal, on: Self.due - 7).reminders.filter { $0.item == "1.1" }
        #expect(next.map(\.to) == [["Gate keeper"]])
        #expect(next.map(\.id) == ["\(Self.id):before-1-week"])
    }

    @Test(arguments: [ReminderAct.Deed.done, .stopped])
    func whatIsSaidToBeDoneIsSilent(deed: ReminderAct.Deed) throws {
        let journal = try journal(deed, on: Self.due - 28)
        for days in [-28, -7, 1, 400] {
            let outlook = outlook(journal, on: Self.due + days)
            #expect(outlook.reminders.map(\.item) == ["1.2"])
            #expect(outlook.held.map(\.reminder.item) == ["1.1"])
            #expect(outlook.awaitingSignOff.isEmpty == (deed == .stopped))
        }
    }

    @Test(arguments: [ReminderAct.Deed.done, .stopped])
    func whatIsDoneIsSilentForRulesOfSilenceToo(deed: ReminderAct.Deed) throws {
        let journal = try journal(deed, on: Self.due - 28)
        let silence = ReminderRule(
            id: "moor/silence",
            basis: .withoutProgress(.period(Period(90, .days))),
            tiers: [ReminderTier(.overdue(every: nil))]
        )
        let found = ReminderSchedule(rules: [silence], calendar: .scotland)
            .outlook(for: journal.edition(asOf: Self.due), on: Self.due)
        #expect(found.reminders.map(\.item) == ["1.2"])
    }

    @Test func aRevisedDeadlineIsRemindedOfAnew() throws {
        var journal = try journal(.stopped, on: Self.due - 28)
        journal.record(.timescaleSet(.by(Self.due + 60)), of: "1.1", on: Self.due - 5)
        #expect(steps(journal, on: Self.due - 6) == [])
        let found = outlook(journal, on: Self.due + 30).reminders.filter { $0.item == "1.1" }
        #expect(found.map(\.due) == [Self.due + 60])
        #expect(
            journal.folded(asOf: Self.due).reminderActs.map(\.endedOn) == [Self.due - 5]
        )
    }

    @Test func theSameDeadlineInOtherWordsLeavesItDone() throws {
        var journal = try journal(.stopped, on: Self.due - 28)
        journal.record(
            .timescaleSet(Timescale(words: "End of January", reading: .on(Self.due))),
            of: "1.1",
            on: Self.due - 5
        )
        #expect(steps(journal, on: Self.due) == [])
    }

    @Test(arguments: [Change.Fact.reopened, .goesOn])
    func workThatIsTakenUpAgainIsRemindedOf(fact: Change.Fact) throws {
        var journal = try journal(.done, on: Self.due - 28)
        journal.record(fact, of: "1.1", on: Self.due - 2)
        #expect(steps(journal, on: Self.due - 3) == [])
        #expect(steps(journal, on: Self.due - 2) == ["before-1-week"])
    }

    @Test func theNoteCanBeErasedAndIsRead() throws {
        let journal = try journal(.done, on: Self.due - 28)
        #expect(journal.last.kind == "reminder.done")
        #expect(journal.last.texts.map(\.name) == ["note"])
        #expect(journal.folded().reminderActs.map(\.note.plainText) == ["Seen"])
    }

    @Test func anActIsOnlyForTheCommittee() throws {
        let journal = try journal(.done, on: Self.due - 28)
        let edition = journal.edition(asOf: Self.due, audience: .partners)
        #expect(edition.reminderActs.isEmpty)
        #expect(edition.omissions.map(\.words) == ["1 act on reminders"])
    }

    @Test(
        arguments: [
            (
                "action", "moor-2030#1.2", ReminderAct.Deed.done, "1.1",
                "The reminder “moor/chase:moor-2030#1.1:2031-01-31:overdue-1” is about "
                    + "action/moor-2030#1.1, not about action/moor-2030#1.2. Record it about what it "
                    + "reminds of."
            ),
            (
                "action", "moor-2030#1.1", .snoozed(until: CivilDate(2031, 1, 3)), "1.1",
                "A reminder cannot be snoozed on 2031-01-03 until 2031-01-03. Name a later day."
            ),
            (
                "action", "moor-2030#1.1", .delegated(to: " "), "1.1",
                "It delegates a reminder to nobody. Name a lead."
            ),
            (
                "action", "moor-2030#9", .done, "9",
                "The plan “moor-2030” has no action “9” on 2031-01-03."
            ),
        ] as [(String, String, ReminderAct.Deed, String, String)]
    )
    func whatCannotBeIsRefused(
        kind: String,
        id: String,
        deed: ReminderAct.Deed,
        item: String,
        message: String
    ) throws {
        var journal = InventedJournal(actions: 2, due: Self.due)
        let reminder = try #require(
            ReminderIdentity("moor/chase:moor-2030#\(item):2031-01-31:overdue-1")
        )
        journal.record(
            SubjectReference(kind: SubjectKind(kind), id: id),
            .reminder(reminder, deed, note: Prose()),
            on: CivilDate(2031, 1, 3)
        )
        #expect(journal.folded().problems.map(\.message) == [message])
        #expect(journal.folded().reminderActs.isEmpty)
    }

    @Test func oneOfSeveralLeadsIsToldFirstAndKeyPeopleAreNot() {
        var journal = InventedJournal(actions: 1, due: Self.due)
        let names = ["Chair", "Path warden", "Members"]
        journal.record(.leadsSet(Leads(words: "All of them", names: names)), of: "1.1")
        #expect(outlook(journal, on: Self.due).reminders.map(\.to) == [names])
        journal.record(.leadRolesSet(returner: "Path warden", keyPeople: ["Members"]), of: "1.1")
        let found = outlook(journal, on: Self.due).reminders
        #expect(found.map(\.to) == [["Path warden", "Chair"]])
        #expect(found.map(\.returner) == ["Path warden"])
        let rule = ReminderRule(
            id: "moor/returner",
            to: ["returner"],
            tiers: [ReminderTier(.beforeDue(.period(Period(1, .days))))],
            keyPeople: ["path  warden"]
        )
        let only = ReminderSchedule(rules: [rule], calendar: .scotland)
            .reminders(for: journal.edition(asOf: Self.due), on: Self.due)
        #expect(only.map(\.to) == [["Chair"]])
    }

    @Test func onlyALeadCanReturn() {
        var journal = InventedJournal(actions: 1, due: Self.due)
        journal.record(.leadRolesSet(returner: "Path wardens", keyPeople: []), of: "1.1")
        #expect(
            journal.folded().problems.map(\.message) == [
                "“Path wardens” is not among the leads of action “1.1” on 2030-04-01. Did you mean "
                    + "“Path warden”?"
            ]
        )
    }
}
