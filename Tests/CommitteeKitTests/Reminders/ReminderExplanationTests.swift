// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct ReminderExplanationTests {
    private static let due = CivilDate(2031, 1, 31)

    private func why(
        _ journal: InventedJournal,
        _ step: String,
        due: CivilDate = due,
        on day: CivilDate
    ) throws -> ReminderExplanation {
        let identity = try #require(
            ReminderIdentity("moor/chase:moor-2030#1.1:\(due):\(step)")
        )
        let schedule = ReminderSchedule(
            rules: [ReminderScheduleTests.chase],
            calendar: .scotland
        )
        return try #require(
            schedule.explanation(of: identity, for: journal.edition(asOf: day), on: day)
        )
    }

    private let one = InventedJournal(actions: 1, due: due)

    @Test func aReminderSaysItsRuleItsPluginAndItsDates() throws {
        var journal = one
        let reminder = try #require(
            ReminderIdentity("moor/chase:moor-2030#1.1:2031-01-31:before-30-days")
        )
        journal.record(
            reminder.subject,
            .reminder(reminder, .snoozed(until: CivilDate(2031, 1, 20)), note: "Frost."),
            on: CivilDate(2031, 1, 5)
        )
        #expect(
            try why(journal, "before-30-days", on: CivilDate(2031, 1, 6)).sentences == [
                "The reminder “moor/chase:moor-2030#1.1:2031-01-31:before-30-days” is silent on "
                    + "6 January 2031, for it was snoozed until 20 January 2031.",
                "It is raised by the rule “moor/chase” of the plugin “moor”, which looks at each "
                    + "action and reminds lead.",
                "It is due on 31 January 2031; its timescale reads “By 31 January 2031”.",
                "The step “30 days before it is due” was reached on 1 January 2031.",
                "The step “1 week before it is due” will be reached on 24 January 2031.",
                "The step “1 day before it is due” will be reached on 30 January 2031.",
                "The step “overdue” will be reached on 1 February 2031.",
                "On 5 January 2031 it was snoozed until 20 January 2031, by clerk (entry "
                    + "\(journal.last.sequence)): Frost.",
            ]
        )
    }

    @Test func aReminderStandsInOneOfSeveralWays() throws {
        #expect(try why(one, "before-30-days", on: Self.due - 20).state == .inForce)
        #expect(
            try why(one, "before-30-days", on: Self.due - 5).state
                == .collapsed(into: "moor/chase:moor-2030#1.1:2031-01-31:before-1-week")
        )
        #expect(
            try why(one, "before-1-week", on: Self.due - 20).state == .notYet(from: Self.due - 7)
        )
        #expect(
            try why(one, "overdue-3", on: Self.due - 40).state == .notYet(from: Self.due + 15)
        )
        #expect(
            try why(one, "overdue-1", due: Self.due - 60, on: Self.due).state
                == .revised(to: Self.due)
        )
        var completed = one
        completed.record(.completed, of: "1.1", on: Self.due)
        #expect(try why(completed, "overdue-1", on: Self.due + 1).state == .silent)
        #expect(try why(completed, "overdue-1", on: Self.due).state == .silent)
    }

    @Test func aRuleThatIsNotThereIsNotExplained() throws {
        let identity = try #require(ReminderIdentity("moor/other:p:2031-01-31:overdue-1"))
        let schedule = ReminderSchedule(rules: [], calendar: .scotland)
        #expect(
            schedule.explanation(of: identity, for: one.edition(asOf: Self.due), on: Self.due)
                == nil
        )
    }
}
