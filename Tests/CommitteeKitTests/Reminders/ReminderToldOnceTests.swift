// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("One matter is one reminder to a person")
struct ReminderToldOnceTests {
    private func reminder(
        _ rule: String,
        to: [String],
        due: CivilDate = CivilDate(2031, 1, 31),
        message: String = "It is due"
    ) -> Reminder {
        Reminder(
            id: "\(rule):moor-2030#1.1:\(due):overdue",
            rule: rule,
            subject: .action("1.1", of: "moor-2030"),
            to: to,
            due: due,
            raisedOn: due,
            tier: "overdue",
            message: message,
            daysLeft: -1
        )
    }

    @Test func whatTwoRulesSayIsToldByTheFirst() {
        let told = [reminder("b/chase", to: ["Chair"]), reminder("a/chase", to: ["Chair"])]
            .toldOnce()
        #expect(told.map(\.rule) == ["a/chase"])
    }

    @Test func aNameInOtherLettersIsTheSamePerson() {
        let told = [
            reminder("a/chase", to: ["CPC Members"]), reminder("b/chase", to: ["CPC members"]),
        ].toldOnce()
        #expect(told.map(\.to) == [["CPC Members"]])
    }

    @Test func whoeverIsToldByOneRuleAloneIsStillTold() {
        let told = [
            reminder("a/chase", to: ["Chair"]), reminder("b/chase", to: ["Chair", "Nurse"]),
        ].toldOnce()
        #expect(told.map(\.to) == [["Chair"], ["Nurse"]])
    }

    @Test func aReminderToNobodyIsKeptOnce() {
        let told = [reminder("a/chase", to: []), reminder("b/chase", to: [])].toldOnce()
        #expect(told.map(\.rule) == ["a/chase"])
    }

    @Test func aNameHasWhatItIsToldWithOthers() {
        let all = ReminderOutlook(
            day: CivilDate(2031, 2, 1),
            reminders: [
                reminder("a/chase", to: ["Chair", "Lead nurse"]),
                reminder("b/chase", to: ["Chair"]),
            ]
        )
        #expect(all.told(to: "lead Nurse").reminders.map(\.to) == [["Lead nurse", "Chair"]])
        #expect(all.told(to: "nobody").reminders == [])
    }

    @Test func otherWordsAndOtherDaysAreOtherReminders() {
        let all = [
            reminder("a/chase", to: ["Chair"]),
            reminder("b/chase", to: ["Chair"], message: "Papers are due"),
            reminder("c/chase", to: ["Chair"], due: CivilDate(2031, 2, 28)),
        ]
        #expect(all.toldOnce() == all)
    }

    @Test(
        "A long text is cut after a word, and an action without a number is called by its words",
        arguments: [
            ("1.3", "Review.", "action 1.3 (Review)"), (nil, "Review", "action “Review”"),
            ("1.3", "", "action 1.3"),
            (
                "1.3",
                "Agree with every school how a child who moves in the middle of a year is followed up",
                "action 1.3 (Agree with every school how a child who moves in the middle of a…)"
            ),
        ]
    )
    func names(number: String?, text: String, name: String) {
        let item = PlanItem(id: "1.3", level: 0, number: number, text: Prose(text))
        let words = ReminderWords(
            rule: ReminderScheduleTests.chase,
            plan: nil,
            about: .item(item, order: 0),
            day: CivilDate(2031, 1, 1),
            due: CivilDate(2031, 1, 31)
        )
        #expect(words.name(of: item) == name)
    }
}
