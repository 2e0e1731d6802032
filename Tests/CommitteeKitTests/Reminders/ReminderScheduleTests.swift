// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct ReminderScheduleTests {
    static let due = CivilDate(2031, 1, 31)

    static func tiers(missed: ReminderTier.Missed = .sendOne) -> [ReminderTier] {
        [
            ReminderTier(.beforeDue(.period(Period(30, .days))), missed: missed),
            ReminderTier(.beforeDue(.period(Period(1, .weeks))), missed: missed),
            ReminderTier(.beforeDue(.period(Period(1, .days))), missed: missed),
            ReminderTier(.overdue(every: .period(Period(1, .weeks))), missed: missed),
        ]
    }

    static let chase = ReminderRule(id: "moor/chase", tiers: tiers())

    private func reminders(
        _ journal: InventedJournal,
        _ rules: [ReminderRule] = [chase],
        on day: CivilDate,
        audience: Audience = .committee,
        computed: [String: [ComputedReminder]] = [:]
    ) -> [Reminder] {
        ReminderSchedule(rules: rules, calendar: .scotland).reminders(
            for: journal.edition(asOf: day, audience: audience),
            on: day,
            computed: computed
        )
    }

    private let one = InventedJournal(actions: 1, due: due)

    @Test(
        arguments: [
            (-31, []),
            (-30, ["before-30-days"]), (-8, ["before-30-days"]), (-7, ["before-1-week"]),
            (-2, ["before-1-week"]), (-1, ["before-1-day"]), (0, ["before-1-day"]),
            (1, ["overdue-1"]), (7, ["overdue-1"]), (8, ["overdue-2"]), (15, ["overdue-3"]),
            (365, ["overdue-53"]),
        ] as [(Int, [String])]
    )
    func theStepReachedLastIsInForce(days: Int, steps: [String]) {
        #expect(
            reminders(one, on: Self.due + days).map(\.id)
                == steps.map { "moor/chase:moor-2030#1.1:2031-01-31:\($0)" }
        )
    }

    @Test func aReminderSaysAllThatAHostNeeds() {
        #expect(
            reminders(one, on: CivilDate(2031, 1, 5)) == [
                Reminder(
                    id: "moor/chase:moor-2030#1.1:2031-01-31:before-30-days",
                    rule: "moor/chase",
                    subject: .action("1.1", of: "moor-2030"),
                    to: ["Path warden"],
                    due: Self.due,
                    raisedOn: CivilDate(2031, 1, 1),
                    tier: "30 days before it is due",
                    message: "Action 1.1 (Mend the gate) is due on 31 January 2031, in 26 days",
                    daysLeft: 26
                )
            ]
        )
        let late = reminders(one, on: CivilDate(2031, 2, 10)).first
        #expect(late?.raisedOn == CivilDate(2031, 2, 8) && late?.occurrence == 2)
        #expect(late?.tier == "overdue, reminder 2" && late?.isOverdue == true)
        #expect(late?.subject == .action("1.1", of: "moor-2030"))
    }

    @Test(arguments: [
        (-7, "is due on 31 January 2031, in 7 days"), (-1, "is due on 31 January 2031, tomorrow"),
        (0, "is due on 31 January 2031, today"),
        (1, "was due on 31 January 2031 and is 1 day overdue"),
        (3, "was due on 31 January 2031 and is 3 days overdue"),
    ])
    func theMessageSaysHowLongIsLeft(days: Int, words: String) {
        #expect(
            reminders(one, on: Self.due + days).map(\.message)
                == ["Action 1.1 (Mend the gate) \(words)"]
        )
    }

    @Test func theIdentifierIsTheSameOnEveryDayOfAStep() {
        let ids = (-30...(-8)).flatMap { reminders(one, on: Self.due + $0).map(\.id) }
        #expect(ids.count == 23 && Set(ids).count == 1)
    }

    @Test func aRevisedTimescaleIsRemindedOfAnew() {
        var journal = one
        journal.record(
            .timescaleSet(.by(CivilDate(2031, 2, 28))),
            of: "1.1",
            on: CivilDate(2031, 1, 20)
        )
        #expect(reminders(journal, on: CivilDate(2031, 1, 28)).isEmpty)
        #expect(
            reminders(journal, on: CivilDate(2031, 1, 29)).map(\.id)
                == ["moor/chase:moor-2030#1.1:2031-02-28:before-30-days"]
        )
    }

    @Test func missedRemindersAreAllToldWhenTheRuleSaysSo() {
        let rule = ReminderRule(id: "moor/all", tiers: Self.tiers(missed: .sendAll))
        #expect(
            reminders(one, [rule], on: Self.due + 9).map { $0.id.split(separator: ":").last } == [
                "before-30-days", "before-1-week", "before-1-day", "overdue-1", "overdue-2",
            ]
        )
        #expect(
            reminders(one, [rule], on: Self.due + 9).map(\.raisedOn)
                == [-30, -7, -1, 1, 8].map { Self.due + $0 }
        )
    }

    @Test func missedOccurrencesAreBounded() {
        let rule = ReminderRule(
            id: "moor/daily",
            tiers: [ReminderTier(.overdue(every: .period(Period(1, .days))), missed: .sendAll)]
        )
        let found = reminders(one, [rule], on: .latest)
        #expect(found.count == ReminderSchedule.mostMissed)
        #expect(found.last?.occurrence == CivilDate.latest - Self.due)
    }

    @Test func withoutAnOverdueStepNothingIsSaidOnceTheDayHasPassed() {
        let rule = ReminderRule(id: "moor/before", tiers: Array(Self.tiers().prefix(3)))
        #expect(reminders(one, [rule], on: Self.due).count == 1)
        #expect(reminders(one, [rule], on: Self.due + 1).isEmpty)
    }

    @Test func anOverdueStepThatDoesNotComeAgainKeepsItsIdentifier() {
        let rule = ReminderRule(id: "moor/once", tiers: [ReminderTier(.overdue(every: nil))])
        for days in [1, 400] {
            let found = reminders(one, [rule], on: Self.due + days)
            #expect(found.map(\.id) == ["moor/once:moor-2030#1.1:2031-01-31:overdue-1"])
            #expect(found.map(\.raisedOn) == [Self.due + 1])
        }
    }

    @Test func monthsAreCountedFromTheFirstDay() {
        let rule = ReminderRule(
            id: "moor/monthly",
            tiers: [ReminderTier(.overdue(every: .period(Period(1, .months))))]
        )
        var journal = InventedJournal(actions: 0)
        journal.add("1.1", due: CivilDate(2031, 1, 30))
        let raised = [
            CivilDate(2031, 1, 31), CivilDate(2031, 2, 28), CivilDate(2031, 3, 31),
            CivilDate(2031, 4, 30),
        ]
        for (index, day) in raised.enumerated() {
            #expect(reminders(journal, [rule], on: day).first?.occurrence == index + 1)
            #expect(reminders(journal, [rule], on: day).first?.raisedOn == day)
            #expect(reminders(journal, [rule], on: day - 1).first?.occurrence ?? 0 == index)
        }
    }

    @Test func workingDaysLeaveOutWeekendsAndHolidays() {
        let rule = ReminderRule(
            id: "moor/papers",
            tiers: [
                ReminderTier(.beforeDue(.workingDays(3))),
                ReminderTier(.overdue(every: .workingDays(5))),
            ]
        )
        var journal = InventedJournal(actions: 0)
        // 5 January 2031 is a Sunday; 1 and 2 January are holidays.
        journal.add("1.1", due: CivilDate(2031, 1, 5))
        #expect(reminders(journal, [rule], on: CivilDate(2030, 12, 29)).isEmpty)
        let before = reminders(journal, [rule], on: CivilDate(2030, 12, 30))
        #expect(before.map(\.tier) == ["3 working days before it is due"])
        #expect(before.map(\.raisedOn) == [CivilDate(2030, 12, 30)])
        #expect(reminders(journal, [rule], on: CivilDate(2031, 1, 10)).map(\.occurrence) == [1])
        let second = reminders(journal, [rule], on: CivilDate(2031, 1, 13))
        #expect(second.map(\.occurrence) == [2])
        #expect(second.map(\.raisedOn) == [CivilDate(2031, 1, 13)])
    }

    @Test func nothingIsSaidOfWhatIsNotKnownToBeOpen() {
        let day = Self.due + 10
        var completed = one
        completed.record(.completed, of: "1.1", on: day)
        #expect(reminders(completed, on: day).isEmpty)
        #expect(reminders(completed, on: day - 1).count == 1)
        var bound = one
        bound.record(.completed, of: "1.1", on: day, isBound: true)
        #expect(reminders(bound, on: day - 1).isEmpty)
        var left = one
        left.record(.left(kind: "suspended", destination: nil), of: "1.1", on: day)
        #expect(reminders(left, on: day).isEmpty)
        #expect(reminders(InventedJournal(actions: 1, due: nil), on: day).isEmpty)
    }

    @Test func aDraftRemindsTheCommitteeAndNotThePublic() {
        #expect(reminders(one, on: Self.due).count == 1)
        #expect(reminders(one, on: Self.due, audience: .public).isEmpty)
    }

    @Test func aPlanThatWasSucceededRemindsNobody() {
        let next = SubjectReference.plan("moor-2031")
        var journal = one
        journal.draft("moor-2031", from: Self.due, on: Self.due)
        journal.record(next, .predecessorsNamed([InventedJournal.plan]), on: Self.due)
        #expect(reminders(journal, on: Self.due).count == 1)
        journal.record(next, .approved(by: "Board"), on: Self.due)
        #expect(reminders(journal, on: Self.due).isEmpty)
    }

    @Test func theLongestOverdueStandsFirst() {
        var journal = InventedJournal(actions: 0)
        for (id, days) in [("1.1", 5), ("1.2", -40), ("1.3", 5), ("1.4", -3), ("1.5", 90)] {
            journal.add(id, due: Self.due + days)
        }
        let rules = [ReminderRule(id: "moor/b", tiers: Self.tiers()), Self.chase]
        #expect(
            reminders(journal, rules, on: Self.due).map { "\($0.item ?? "") \($0.rule)" } == [
                "1.2 moor/b", "1.2 moor/chase", "1.4 moor/b", "1.4 moor/chase", "1.1 moor/b",
                "1.1 moor/chase", "1.3 moor/b", "1.3 moor/chase",
            ]
        )
    }

    @Test func twoRulesOfOneNameSayOneThing() {
        #expect(reminders(one, [Self.chase, Self.chase], on: Self.due).count == 1)
    }

    @Test func withoutRulesOrPlansNothingIsDue() {
        #expect(reminders(one, [], on: Self.due).isEmpty)
        #expect(reminders(InventedJournal(), on: Self.due).isEmpty)
    }

    @Test(arguments: [CivilDate.earliest, .latest])
    func theEndsOfTheCalendarAreNoTrouble(due: CivilDate) {
        let rules = [
            Self.chase,
            ReminderRule(
                id: "moor/odd",
                tiers: [
                    ReminderTier(.beforeDue(.period(Period(.max, .years)))),
                    ReminderTier(.overdue(every: .period(Period(-4, .days)))),
                ]
            ),
        ]
        let journal = InventedJournal(actions: 1, due: due)
        for day in [CivilDate.earliest, InventedJournal.start, .latest] {
            let found = reminders(journal, rules, on: day)
            #expect(found.allSatisfy { $0.raisedOn <= day })
        }
    }
}
