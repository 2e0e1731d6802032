// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite struct ReminderIdentityTests {
    private static let due = CivilDate(2031, 1, 31)

    private func identity(
        _ subject: SubjectReference,
        rule: String = "moor/chase",
        step: String = "before-1-week",
        again: Int? = nil
    ) -> ReminderIdentity {
        ReminderIdentity(rule: rule, subject: subject, due: Self.due, step: step, again: again)
    }

    @Test(
        arguments: [
            (.action("1.1", of: "moor-2030"), "moor-2030#1.1"), (.plan("moor-2030"), "moor-2030"),
            (.plan("a/b"), "plan/a/b"), (.plan("a#b"), "plan/a#b"),
            (.action("1", of: "a/b"), "action/a/b#1"), (.action("a/b", of: "p"), "p#a/b"),
            (.action("1:2", of: "p:q"), "p:q#1:2"),
            (SubjectReference(kind: "risk", id: "main#R4"), "risk/main#R4"),
            (.meeting(of: "cog", on: due), "meeting/cog#2031-01-31"),
            (SubjectReference(kind: "action", id: "odd"), "action/odd"),
        ] as [(SubjectReference, String)]
    )
    func aSubjectIsWrittenAndReadBack(subject: SubjectReference, words: String) {
        let identity = identity(subject)
        #expect(identity.description == "moor/chase:\(words):2031-01-31:before-1-week")
        #expect(ReminderIdentity(identity.description) == identity)
    }

    @Test(arguments: ["moor/chase", "a:b", "a%3Ab", "100%", ":", "%"])
    func aRuleIsReadBack(rule: String) {
        let identity = identity(.plan("p"), rule: rule, again: 57)
        #expect(identity.description.hasSuffix(":p:2031-01-31:before-1-week.again-57"))
        #expect(ReminderIdentity(identity.description) == identity)
    }

    @Test(arguments: [
        "", "moor/chase", "moor/chase:p:2031-01-31", ":p:2031-01-31:overdue-1",
        "moor/chase:p:2031-02-30:overdue-1", "moor/chase:p:2031-01-31:",
        "moor/chase:p:2031-01-31:overdue-1.twice", "moor/chase:p:2031-01-31:overdue-1.again-x",
    ])
    func otherTextIsNoIdentifier(text: String) {
        #expect(ReminderIdentity(text) == nil)
    }
}
