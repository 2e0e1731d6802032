// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Controls and overrides")
struct RiskControlTests {
    @Test func whatWasSeenOfAControlStaysSeen() throws {
        var journal = try RiskJournal()
        journal.add("R1", ("3", "4"))
        journal.record(
            "R1",
            .controlSet(Risk.Control(id: "C1", words: "A check", kind: .detective)),
            .evidenceSeen(control: "C1", words: "Minutes", next: CivilDate(2026, 9, 1))
        )
        journal.day = CivilDate(2026, 2, 1)
        journal.record(
            "R1",
            .controlSet(
                Risk.Control(
                    id: "C1",
                    words: "A check",
                    kind: .detective,
                    effectiveness: "partial",
                    evidenceDue: CivilDate(2026, 9, 1)
                )
            )
        )
        let control = try #require(try journal.risk("R1").controls.first)
        #expect(control.effectiveness == "partial" && control.evidence == "Minutes")
        #expect(control.evidenceSeen == RiskJournal.start)
    }

    @Test(
        "An override says what and why",
        arguments: [
            (
                RiskAssessment.Override(value: 20, reason: " "),
                "The override of the risk “R1” has no reason. Say why the score is not that which "
                    + "the levels make."
            ),
            (
                RiskAssessment.Override(reason: "So it is"),
                "The override of the risk “R1” gives no score. Give a score or a band."
            ),
        ]
    )
    func overrides(override: RiskAssessment.Override, message: String) throws {
        var journal = try RiskJournal()
        journal.add("R1")
        #expect(
            try journal.refusal("R1", .assessed(.current, .levels("3", "4", override))) == message
        )
    }
}
