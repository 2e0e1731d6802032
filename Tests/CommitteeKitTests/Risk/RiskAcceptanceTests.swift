// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Acceptance")
struct RiskAcceptanceTests {
    private func accepted() throws -> RiskJournal {
        var journal = try RiskJournal { $0.approvers = ["chair"] }
        journal.add("R1", ("3", "4"))
        journal.record(
            "R1",
            .controlSet(Risk.Control(id: "C1", words: "A check", kind: .detective)),
            .accepted(by: "chair", until: CivilDate(2026, 6, 30), conditions: "")
        )
        journal.day = CivilDate(2026, 2, 1)
        return journal
    }

    @Test func anAcceptanceHoldsUntilItsDay() throws {
        let journal = try accepted()
        let acceptance = try #require(try journal.risk("R1").acceptance)
        #expect(acceptance.isInForce(on: CivilDate(2026, 6, 30)))
        #expect(!acceptance.isInForce(on: CivilDate(2026, 7, 1)))
        #expect(acceptance.lapse(on: CivilDate(2026, 7, 1)) == "it ran out on 30 June 2026")
    }

    @Test func onlyANamedApproverMayAccept() throws {
        let journal = try accepted()
        #expect(
            try journal.refusal("R1", .accepted(by: " ", until: nil, conditions: ""))
                == "It is not said who accepts the risk “R1”. Name a role."
        )
        #expect(
            journal.problem("R1", .accepted(by: "officer", until: nil, conditions: ""))
                == "“officer” may not accept risks of the register “committee”. It names: chair."
        )
        #expect(
            journal.problem(
                "R1",
                .accepted(by: "chair", until: CivilDate(2026, 1, 31), conditions: "")
            )
                == "The acceptance would end on 2026-01-31, before it begins on 2026-02-01. Give a later "
                + "day."
        )
    }

    @Test(
        "A material change ends it",
        arguments: [
            (
                RiskFact.assessed(.current, .levels("4", "4")),
                "its current score changed on 1 February 2026"
            ),
            (.assessed(.current, .notAssessed), "its current score changed on 1 February 2026"),
            // 4 by 3 makes 12, as 3 by 4 did.
            (
                .assessed(.current, .levels("4", "3")),
                "its current score changed on 1 February 2026"
            ),
            (
                .assessed(.current, .levels("3", "4", .init(value: 12, reason: "As seen"))),
                "its current score changed on 1 February 2026"
            ),
            (
                .worded(.init(title: "Risk R1", cause: "Another", event: "", effect: "")),
                "its wording changed on 1 February 2026"
            ),
            (.treated(.transfer, actions: []), "its treatment changed on 1 February 2026"),
            (.controlRemoved("C1"), "the control “C1” was removed on 1 February 2026"),
            (
                .controlSet(
                    .init(id: "C1", words: "A check", kind: .detective, effectiveness: "weak")
                ),
                "the control “C1” was judged anew on 1 February 2026"
            ),
            (.escalated(to: "partnership"), "it moved to another register on 1 February 2026"),
            (.deactivated, "the risk is no longer active on 1 February 2026"),
        ]
    )
    func materialChanges(fact: RiskFact, reason: String) throws {
        var journal = try accepted()
        journal.record("R1", fact)
        #expect(journal.problems == [])
        let acceptance = try #require(try journal.risk("R1").acceptance)
        #expect(acceptance.lapse(on: CivilDate(2026, 2, 1)) == reason)
        #expect(!acceptance.isInForce(on: CivilDate(2026, 2, 1)))
    }

    @Test(
        "Other changes leave it",
        arguments: [
            RiskFact.assigned(owner: "other", manager: nil), .categorised("Any"),
            .assessed(.current, .levels("3", "4")), .assessed(.target, .levels("1", "1")),
            .controlSet(.init(id: "C2", words: "Another", kind: .directive)),
            .evidenceSeen(control: "C1", words: "Minutes", next: nil),
            .reviewed(outcome: "As before", next: nil),
        ]
    )
    func otherChanges(fact: RiskFact) throws {
        var journal = try accepted()
        journal.record("R1", fact)
        #expect(journal.problems == [])
        let acceptance = try #require(try journal.risk("R1").acceptance)
        #expect(acceptance.isInForce(on: CivilDate(2026, 2, 1)))
    }
}
