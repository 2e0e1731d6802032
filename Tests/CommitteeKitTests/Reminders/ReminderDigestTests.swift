// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct ReminderDigestTests {
    private static let day = CivilDate(2031, 1, 31)

    private func reminder(_ item: String, _ to: [String], days: Int) -> Reminder {
        Reminder(
            id: "moor/chase:p#\(item):\(Self.day + days):x",
            rule: "moor/chase",
            subject: .action(item, of: "p"),
            to: to,
            due: Self.day + days,
            raisedOn: Self.day,
            tier: "x",
            message: "Action \(item)",
            daysLeft: days
        )
    }

    private var digest: ReminderDigest {
        let done = ReminderAct(
            reminder: ReminderIdentity(
                rule: "moor/chase",
                subject: .action("9", of: "p"),
                due: Self.day,
                step: "x"
            ),
            deed: .done,
            on: Self.day - 2,
            by: "warden",
            sequence: 3
        )
        return ReminderDigest(
            of: ReminderOutlook(
                day: Self.day,
                reminders: [
                    reminder("1", ["Warden", "Chair"], days: 5), reminder("2", ["Chair"], days: 0),
                    reminder("3", ["Warden"], days: -3), reminder("4", [], days: 9),
                    reminder("5", ["Warden"], days: 40), reminder("6", ["Warden"], days: -30),
                ],
                held: [HeldReminder(reminder: reminder("9", ["Chair"], days: 0), act: done)]
            ),
            committee: "Moor CPC"
        )
    }

    @Test func eachLeadHasALetterAndNobodyTheLast() {
        #expect(digest.letters.map(\.lead) == ["Chair", "Warden", nil])
    }

    @Test func theMostUrgentStandsFirst() {
        #expect(digest.letters[1].reminders.map(\.item) == ["6", "3", "1", "5"])
    }

    @Test(arguments: [
        (0, "1 due today, 1 awaiting sign-off"),
        (1, "2 overdue, 1 due within a week, 1 due later"), (2, "1 due later"),
    ])
    func aLetterIsSummedUp(place: Int, words: String) {
        #expect(digest.letters[place].summary == words)
    }

    @Test(arguments: DocumentFormat.allCases)
    func aLetterIsWrittenInEveryForm(format: DocumentFormat) {
        let text = String(decoding: digest.letters[1].document.render(format), as: UTF8.self)
        #expect(text.contains("Action 6") && text.contains("Chair"))
        #expect(!text.contains("Action 2"))
    }

    @Test func headingsStandInTheirOrder() {
        let headings = digest.document.blocks.compactMap { block -> String? in
            guard case .heading(let heading) = block else { return nil }
            return "\(heading.level) \(heading.text)"
        }
        #expect(
            headings == [
                "1 Reminders of Moor CPC on 31 January 2031", "2 Chair", "3 Due today",
                "3 Done, awaiting sign-off", "2 Warden", "3 Overdue", "3 Due within a week",
                "3 Due later", "2 No lead is named", "3 Due later",
            ]
        )
    }

    @Test func anEmptyDigestSaysSo() {
        let empty = ReminderDigest(
            of: ReminderOutlook(day: Self.day, reminders: []),
            committee: "Moor CPC"
        )
        let text = String(decoding: empty.document.render(.plainText), as: UTF8.self)
        #expect(text.contains("No reminder is due."))
    }

    @Test func theJSONHasALetterForEachLead() {
        let letters = digest.json["letters"]
        #expect(letters?[0]?["lead"] == "Chair" && letters?[2]?["lead"] == .null)
        #expect(letters?[0]?["awaitingSignOff"]?[0]?["act"]?["deed"] == "done")
        #expect(letters?[1]?["reminders"]?[0]?["subject"]?["id"] == "p#6")
        #expect(letters?[1]?["text"]?.text?.contains("Action 6") == true)
    }
}
