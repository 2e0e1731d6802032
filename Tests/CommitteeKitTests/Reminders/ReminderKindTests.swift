// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct ReminderKindTests {
    private static let due = CivilDate(2031, 1, 31)

    private func reminders(
        _ journal: InventedJournal,
        _ rule: ReminderRule,
        on day: CivilDate,
        computed: [ComputedReminder] = []
    ) -> [Reminder] {
        ReminderSchedule(rules: [rule], calendar: .scotland).reminders(
            for: journal.edition(asOf: day),
            on: day,
            computed: [rule.id: computed]
        )
    }

    private let silence = ReminderRule(
        id: "moor/silence",
        basis: .withoutProgress(.period(Period(90, .days))),
        tiers: [ReminderTier(.overdue(every: nil))]
    )

    @Test func anActionWithoutProgressIsAskedAfter() {
        var journal = InventedJournal(actions: 1)
        // 90 days after 1 April 2030 is 30 June 2030.
        #expect(reminders(journal, silence, on: CivilDate(2030, 6, 30)).isEmpty)
        #expect(
            reminders(journal, silence, on: CivilDate(2030, 7, 1)).map(\.message) == [
                "Progress on action 1.1 (Mend the gate) was due on 30 June 2030 and is 1 "
                    + "day overdue; none has been reported yet"
            ]
        )
        journal.record(
            .progressReported("Begun", asAt: CivilDate(2030, 5, 1), audience: .committee),
            of: "1.1",
            on: CivilDate(2030, 6, 1)
        )
        #expect(reminders(journal, silence, on: CivilDate(2030, 7, 30)).isEmpty)
        #expect(
            reminders(journal, silence, on: CivilDate(2030, 8, 1)).map(\.message) == [
                "Progress on action 1.1 (Mend the gate) was due on 30 July 2030 and is 2 "
                    + "days overdue; the last was reported on 1 May 2030"
            ]
        )
    }

    @Test func aStatusCountsAsProgress() {
        var journal = InventedJournal(actions: 1)
        journal.record(
            .statusReported(printed: "G", scheme: nil),
            of: "1.1",
            on: CivilDate(2030, 6, 30)
        )
        #expect(reminders(journal, silence, on: CivilDate(2030, 9, 28)).isEmpty)
        #expect(reminders(journal, silence, on: CivilDate(2030, 9, 29)).count == 1)
    }

    @Test func aRuleMayBeLimitedToKindsOfTimescale() {
        var journal = InventedJournal(actions: 4, due: nil)
        let readings: [(String, Timescale.Reading)] = [
            ("1.1", .ongoing), ("1.2", .by(Self.due, qualifier: nil)),
            ("1.3", .span(CivilSpan(InventedJournal.start...Self.due), isOngoing: true)),
            ("1.4", .span(CivilSpan(InventedJournal.start...Self.due), isOngoing: false)),
        ]
        for (id, reading) in readings {
            journal.record(.timescaleSet(Timescale(words: "W", reading: reading)), of: id)
        }
        var rule = silence
        rule.timescales = ["ongoing"]
        #expect(reminders(journal, rule, on: Self.due).map(\.item) == ["1.1", "1.3"])
    }

    @Test func maintenanceItemsAreRemindedOfByTheirOwnRule() {
        var journal = InventedJournal(actions: 1, due: Self.due)
        journal.add("9", list: .maintenance, due: Self.due)
        let rule = ReminderRule(
            id: "moor/upkeep",
            each: .maintenance,
            tiers: [ReminderTier(.beforeDue(.period(Period(0, .days))))]
        )
        let found = reminders(journal, rule, on: Self.due)
        #expect(
            found.map(\.message)
                == ["Maintenance item 9 (Mend the gate) is due on 31 January 2031, today"]
        )
        #expect(found.map(\.tier) == ["on the day it is due"])
        #expect(reminders(journal, rule, on: Self.due - 1).isEmpty)
    }

    private let check = ReminderRule(
        id: "moor/check",
        each: .plan,
        to: ["Coordinator", "Chair"],
        basis: .withoutCheck(.period(Period(6, .months))),
        tiers: [ReminderTier(.overdue(every: .period(Period(1, .months))))]
    )

    @Test func aPlanWhoseCheckIsLateIsAskedAfter() {
        var journal = InventedJournal(actions: 1)
        #expect(reminders(journal, check, on: CivilDate(2030, 10, 1)).isEmpty)
        let first = reminders(journal, check, on: CivilDate(2030, 10, 2))
        #expect(first.map(\.id) == ["moor/check:moor-2030:2030-10-01:overdue-1"])
        #expect(first.map(\.item) == [nil] && first.first?.subject == .plan("moor-2030"))
        #expect(
            first.map(\.message) == [
                "A progress check of the plan “Moor plan” was due on 1 October 2030 and is 1 day "
                    + "overdue; there has been none yet"
            ]
        )
        journal.record(
            .plan(InventedJournal.plan),
            .checkStated(
                ProgressCheck(
                    date: CivilDate(2030, 10, 31),
                    words: "",
                    name: "",
                    total: nil,
                    completed: nil,
                    added: nil,
                    ongoing: nil,
                    isStated: true
                )
            ),
            on: CivilDate(2030, 10, 31)
        )
        #expect(reminders(journal, check, on: CivilDate(2031, 4, 30)).isEmpty)
        #expect(
            reminders(journal, check, on: CivilDate(2031, 5, 2)).map(\.message) == [
                "A progress check of the plan “Moor plan” was due on 30 April 2031 and is 2 days "
                    + "overdue; the last was on 31 October 2030"
            ]
        )
    }

    @Test func noCheckIsDueAfterThePlanHasEnded() {
        var journal = InventedJournal()
        journal.record(
            .plan(InventedJournal.plan),
            .planDrafted(
                PlanOutline(
                    title: "Short plan",
                    period: CivilSpan(InventedJournal.start...CivilDate(2030, 9, 30)),
                    levels: [LevelName("task")]
                )
            )
        )
        #expect(reminders(journal, check, on: CivilDate(2031, 9, 1)).isEmpty)
    }

    @Test func rolesAndLeadsAreNamedOnce() {
        var journal = InventedJournal(actions: 1, due: Self.due)
        let rule = ReminderRule(
            id: "moor/both",
            to: ["Chair", "lead", "Path warden"],
            tiers: [ReminderTier(.overdue(every: nil))]
        )
        #expect(
            reminders(journal, rule, on: Self.due + 1).map(\.to) == [["Chair", "Path warden"]]
        )
        journal.record(.leadsSet(Leads()), of: "1.1")
        #expect(reminders(journal, rule, on: Self.due + 1).map(\.to) == [["Chair", "Path warden"]])
    }

    @Test func withoutALeadTheItemAboveAnswers() {
        var journal = InventedJournal(actions: 1, due: Self.due)
        let rule = ReminderRule(id: "moor/lead", tiers: [ReminderTier(.overdue(every: nil))])
        journal.record(.leadsSet(Leads()), of: "1.1")
        let nobody = reminders(journal, rule, on: Self.due + 1)
        #expect(
            nobody.map(\.message)
                == [
                    "Action 1.1 (Mend the gate) was due on 31 January 2031 and is 1 day overdue. No lead is named"
                ]
        )
        #expect(nobody.map(\.to) == [[]])
        journal.record(.leadsSet(Leads(words: "Moor board")), of: "1")
        #expect(reminders(journal, rule, on: Self.due + 1).map(\.to) == [["Moor board"]])
    }

    private let computed = ReminderRule(id: "moor/own", isComputed: true)

    private func said(
        _ item: String?,
        tier: String = "First call",
        message: String? = nil,
        plan: String = InventedJournal.plan
    ) -> ComputedReminder {
        ComputedReminder(plan: plan, item: item, due: Self.due, tier: tier, message: message)
    }

    @Test func aComputedReminderGetsItsIdentifierAndItsWords() {
        let journal = InventedJournal(actions: 1)
        let found = reminders(
            journal,
            computed,
            on: Self.due - 3,
            computed: [said("1.1"), said("1.1", tier: "2. call!", message: "Ring the warden.")]
        )
        #expect(
            found.map(\.id) == [
                "moor/own:moor-2030#1.1:2031-01-31:first-call",
                "moor/own:moor-2030#1.1:2031-01-31:2-call",
            ]
        )
        #expect(
            found.map(\.message) == [
                "Action 1.1 (Mend the gate) is due on 31 January 2031, in 3 days",
                "Ring the warden.",
            ]
        )
        #expect(found.map(\.to) == [["Path warden"], ["Path warden"]])
        #expect(found.map(\.tier) == ["First call", "2. call!"])
    }

    @Test func aComputedReminderStopsLikeAnyOther() {
        var journal = InventedJournal(actions: 2)
        journal.record(.completed, of: "1.2", on: InventedJournal.start)
        let found = reminders(
            journal,
            computed,
            on: Self.due,
            computed: [
                said("1.2"), said("1.9"), said("1.1", plan: "river"), said("1.1", tier: ""),
                said("1.1", tier: "?"),
            ]
        )
        #expect(found.map(\.id) == ["moor/own:moor-2030#1.1:2031-01-31:computed"])
    }

    @Test func aFunctionMaySpeakOfThePlan() {
        let found = reminders(
            InventedJournal(actions: 1),
            computed,
            on: Self.due,
            computed: [said(nil, message: "Print the plan.")]
        )
        #expect(found.map(\.id) == ["moor/own:moor-2030:2031-01-31:first-call"])
        #expect(found.map(\.message) == ["Print the plan."])
    }
}
