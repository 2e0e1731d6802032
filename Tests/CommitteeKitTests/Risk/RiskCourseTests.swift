// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("The course of a risk")
struct RiskCourseTests {
    @Test func aRiskCountsFromItsApproval() throws {
        var journal = try RiskJournal()
        journal.record("R1", .proposed(.sample("R1", "committee")))
        #expect(try journal.edition().riskRegister("committee").openRisks.isEmpty)
        journal.record("R1", .approved(by: "board"))
        #expect(try journal.edition().riskRegister("committee").openRisks.map(\.id) == ["R1"])
    }

    @Test func aRiskKeepsItsIdentityThroughEscalation() throws {
        var journal = try RiskJournal()
        journal.add("R1", ("3", "4"))
        journal.record("R1", .escalated(to: "partnership"))
        let found = try journal.edition().risk("R1")
        #expect(found.register.id == "partnership")
        #expect(
            found.risk.history.map(\.kind.rawValue) == [
                "risk.proposed", "risk.approved", "risk.assessed", "risk.escalated",
            ]
        )
        journal.record("R1", .deescalated(to: "team"))
        #expect(try journal.edition().risk("R1").register.id == "team")
        #expect(journal.problems == [])
    }

    @Test func aScaleTravelsWithAnEscalatedRisk() throws {
        var journal = try RiskJournal()
        var other = RiskRegister(
            id: "committee",
            name: "",
            parentID: "partnership",
            scales: [try ScalePack.grades.scale()]
        )
        other.approvers = []
        journal.record(Change(.register("committee"), .registerSet(other.json)))
        journal.add("R1", ("low", "high"))
        journal.record("R1", .escalated(to: "partnership"))
        let (risk, register) = try journal.edition().risk("R1")
        #expect(register.scored(.current, of: risk)?.text == "Moderate")
        #expect(register.currentScale?.id == "five-by-five")
    }

    @Test(
        "What cannot be is refused with its reason",
        arguments: [
            (
                RiskFact.approved(by: "board"),
                "The risk “R1” is active on 2026-01-01, so it cannot be approved. Choose an event that "
                    + "its state allows."
            ),
            (
                .reopened,
                "The risk “R1” is active on 2026-01-01, so it cannot be reopened. Choose an "
                    + "event that its state allows."
            ),
            (
                .escalated(to: "team"),
                "The register “team” does not stand above “committee”, so the risk “R1” cannot be "
                    + "escalated to it. Name a register that does, or set its “parent”."
            ),
            (
                .escalated(to: "partnershp"),
                "There is no risk register “partnershp”. Did you mean “partnership”?"
            ),
            (
                .deescalated(to: "partnership"),
                "The register “partnership” does not stand below “committee”, so the risk “R1” cannot "
                    + "be de-escalated to it. Name a register that does, or set its “parent”."
            ),
            (
                .accepted(by: "board", until: nil, conditions: ""),
                "The risk “R1” has no current score on 2026-01-01, so there is nothing to accept. "
                    + "Assess it first."
            ),
            (
                .replaced(by: []),
                "It is not said which risk takes the place of “R1”. Name at least one."
            ),
            (.replaced(by: ["R1"]), "The risk “R1” cannot replace itself."),
            (.replaced(by: ["R9"]), "There is no risk “R9” to replace “R1”. Propose it first."),
            (
                .treated(.treat, actions: ["plan#7"]),
                "There is no action “plan#7” on 2026-01-01. Name an action as PLAN#ACTION."
            ),
            (
                .assessed(.current, .levels("6", "1")),
                "Scale five-by-five, version 1 has no likelihood \"6\". It has: 1, 2, 3, 4, 5."
            ),
            (.controlRemoved("C1"), "The risk “R1” has no control “C1”. None is known here."),
            (
                .appetiteSet(.band("lo")),
                "Scale five-by-five, version 1 has no band “lo”. Did you mean “low”?"
            ),
            (
                .proposed(.sample("R1", "committee")),
                "There is a risk “R1” already. Give the new one another identifier."
            ),
        ]
    )
    func refusals(fact: RiskFact, message: String) throws {
        var journal = try RiskJournal()
        journal.add("R1")
        #expect(journal.problem("R1", fact) == message)
    }

    @Test func aClosedRiskTakesNothingUntilItIsReopened() throws {
        var journal = try RiskJournal()
        journal.add("R1", ("3", "4"))
        journal.record("R1", .closed(outcome: "Passed"))
        #expect(
            journal.problem("R1", .reviewed(outcome: "", next: nil))
                == "The risk “R1” is closed on 2026-01-01, so it cannot be reviewed. Reopen it first."
        )
        journal.record("R1", .reopened, .reviewed(outcome: "", next: nil))
        #expect(journal.problems == [])
        #expect(try journal.risk("R1").state == .active)
    }

    @Test func aRejectedRiskIsOnlyProposedWhenReopened() throws {
        var journal = try RiskJournal()
        journal.record(
            "R1",
            .proposed(.sample("R1", "committee")),
            .closed(outcome: "Not a risk"),
            .reopened
        )
        #expect(try journal.risk("R1").state == .proposed)
    }

    @Test func aCloseDatedBackIsRefusedWhenALaterEntryNeedsTheRisk() throws {
        var journal = try RiskJournal()
        journal.add("R1")
        journal.day = CivilDate(2026, 3, 1)
        journal.record("R1", .reviewed(outcome: "", next: nil))
        journal.day = CivilDate(2026, 2, 1)
        #expect(
            journal.problem("R1", .closed(outcome: ""))
                == "The risk “R1” is closed on 2026-03-01, so it cannot be reviewed. Reopen it first."
        )
    }

    @Test func treatmentsAreTheActionsOfThePlan() throws {
        var journal = try RiskJournal()
        journal.add("R1")
        journal.record(
            Change(
                .plan("plan"),
                .planDrafted(
                    PlanOutline(title: "Plan", period: .always, levels: [LevelName("action")])
                )
            )
        )
        journal.record(Change(.action("7", of: "plan"), .added(ItemOutline(level: 0, text: "Act"))))
        journal.record(
            "R1",
            .treated(.treat, actions: ["plan#7"]),
            .linked([.init(.action, "plan#7")])
        )
        #expect(journal.problems == [])
        #expect(try journal.risk("R1").actions == ["plan#7"])
    }

    @Test func freeTextCanBeErased() throws {
        var journal = try RiskJournal()
        journal.record("R1", .proposed(.sample("R1", "committee")))
        let draft = try #require(journal.drafts.last)
        #expect(draft.texts.map(\.name).sorted() == ["cause", "effect", "event", "title"])
        let payload = JSONValue.object([
            "register": "committee", "cause": nil, "event": "An event", "effect": "An effect",
            "visibility": "committee",
        ])
        let change = try #require(
            Change(subject: .risk("R1"), kind: "risk.proposed", payload: payload)
        )
        guard let proposal = change.fact.value(as: RiskFact.Proposal.self) else {
            Issue.record("It is not a proposal.")
            return
        }
        #expect(proposal.wording.cause == "[erased]")
    }

    @Test func aRegisterThatIsSetAgainKeepsTheRisksThatHaveEntries() throws {
        var journal = try RiskJournal()
        journal.add("R1", ("3", "4"))
        var register = RiskRegister(id: "committee", name: "Another name")
        register.parentID = "partnership"
        journal.record(Change(.register("committee"), .registerSet(register.json)))
        let found = try journal.edition().risk("R1")
        #expect(found.register.name == "Another name")
        #expect(found.register.scored(.current, of: found.risk)?.text == "12 High")
    }

    @Test func theReviewGoesByScoreUnlessTheRiskSaysOtherwise() throws {
        var journal = try RiskJournal { register in
            register.reviewEvery = Period(1, .years)
            register.reviewIntervals = [.init(.band("very-high"), every: Period(1, .months))]
        }
        journal.add("R1", ("1", "1"))
        journal.add("R2", ("5", "5"))
        func next(_ id: String) throws -> CivilDate? {
            let found = try journal.edition().risk(id)
            return found.register.nextReview(of: found.risk)
        }
        #expect(try next("R1") == CivilDate(2027, 1, 1))
        #expect(try next("R2") == CivilDate(2026, 2, 1))
        journal.record("R2", .reviewIntervalSet(Period(2, .weeks)))
        #expect(try next("R2") == CivilDate(2026, 1, 15))
        journal.day = CivilDate(2026, 1, 20)
        journal.record("R2", .reviewed(outcome: "", next: CivilDate(2026, 1, 25)))
        #expect(try next("R2") == CivilDate(2026, 1, 25))
    }

    @Test func appetiteIsTheRisksOwnOrItsCategorysOrTheRegisters() throws {
        var journal = try RiskJournal { register in
            register.appetite = .band("high")
            register.categories = [.init("Staffing", appetite: .score(4))]
        }
        journal.add("R1", ("3", "4"))
        func isAbove() throws -> Bool? {
            let found = try journal.edition().risk("R1")
            return found.register.isAboveAppetite(found.risk)
        }
        #expect(try isAbove() == false)
        journal.record("R1", .categorised("Staffing"))
        #expect(try isAbove() == true)
        journal.record("R1", .appetiteSet(.band("high")))
        #expect(try isAbove() == false)
        journal.record("R1", .assessed(.current, .notAssessed))
        #expect(try isAbove() == nil)
    }

    @Test func anOverrideStandsWithItsReason() throws {
        var journal = try RiskJournal()
        journal.add("R1")
        journal.assess("R1", "1", "1", override: .init(value: 25, reason: "The inspection"))
        let found = try journal.edition().risk("R1")
        let scored = try #require(found.register.scored(.current, of: found.risk))
        #expect(scored.text == "25 Very high")
        #expect(scored.levels.override?.reason == "The inspection")
    }
}
