// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Foundation
import Testing

/// The plugin of `Examples/review-plugin`, as a committee uses it.
@Suite("A workflow in Lua with a branch, a guard on appetite, an entry of its own and an effect")
struct ReviewPluginTests {
    private static var path: String {
        ShippedPlugins.root.appending(path: "Examples/review-plugin/plugins").path
    }

    private static func committee() async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        let library = CommitteeLibrary(
            store: store,
            plugins: try await LuaPlugins.load(PluginFolder(Self.path)),
            today: { CivilDate(2026, 10, 31) }
        )
        let committee = try await library.committee("c")
        let levels = ["Rare", "Unlikely", "Possible", "Likely", "Certain"]
        let scale = try RiskScale(
            id: "five",
            version: 1,
            likelihoods: .numbered(levels),
            impacts: .numbered(levels),
            scoring: .product,
            bands: [
                RiskScale.Band(id: "low", label: "Low", from: 1, through: 5),
                RiskScale.Band(id: "medium", label: "Medium", from: 6, through: 12),
                RiskScale.Band(id: "high", label: "High", from: 13, through: 25),
            ]
        )
        var register = RiskRegister(id: "main", name: "Main", scales: [scale])
        register.appetite = .band("medium")
        register.approvers = ["chair", "chief-officers"]
        let outline = PlanOutline(title: "A plan", period: .always, levels: [LevelName("action")])
        let changes = [
            Change(.register("main"), .registerSet(register.json)),
            Change(.plan("plan"), .planDrafted(outline)),
            Change(.action("1", of: "plan"), .added(ItemOutline(level: 0, text: "Act"))),
        ]
        try await committee.append(
            changes.map { $0.draft(effective: CivilDate(2026, 9, 30), by: "officer") }
        )
        let wording = RiskFact.Wording(
            title: "",
            cause: "Posts",
            event: "Visits are late",
            effect: ""
        )
        for fact: RiskFact in [
            .proposed(RiskFact.Proposal(register: "main", wording: wording)),
            .approved(by: "committee"), .treated(.treat, actions: ["plan#1"]), assessed("1", "1"),
        ] {
            try await committee.perform(RiskRequest("R1", fact, by: "officer"))
        }
        return committee
    }

    private static func assessed(_ likelihood: String, _ impact: String) -> RiskFact {
        let levels = RiskAssessment.Levels(
            scale: .unpinned,
            likelihood: likelihood,
            impact: impact
        )
        return .assessed(.current, .assessed(levels))
    }

    private func standing(in committee: Committee) async throws -> RiskState {
        try await committee.edition(audience: .restricted).risk("R1").risk.standing
    }

    private func refusal(_ fact: RiskFact, in committee: Committee) async throws -> String? {
        do {
            try await committee.perform(RiskRequest("R1", fact, by: "officer"))
        } catch let error as LibraryError {
            return error.message
        }
        return nil
    }

    @Test(
        "A score that rises by two bands brings the risk under review, one that rises by one does not",
        arguments: [("3", "3", "active"), ("5", "5", "under-review")]
    )
    func branch(likelihood: String, impact: String, state: String) async throws {
        let committee = try await Self.committee()
        try await committee.perform(
            RiskRequest("R1", Self.assessed(likelihood, impact), by: "officer")
        )
        #expect(try await standing(in: committee) == RiskState(state))
        guard state == "under-review" else { return }
        let risk = try await committee.edition(audience: .restricted).risk("R1").risk
        #expect(risk.workflowState?.until == CivilDate(2026, 11, 30))
        #expect(
            try await refusal(.closed(outcome: "Over"), in: committee)?
                .hasPrefix("The risk “R1” is under independent review, so it cannot be closed.")
                == true
        )
        let finish = RiskRequest(
            "R1",
            event: "finish-review",
            details: ["outcome": "Right as it is"],
            by: "independent-reviewer"
        )
        try await committee.perform(finish)
        #expect(try await standing(in: committee) == .active)
    }

    @Test("Above the appetite the chief officers accept, for ninety days at the most")
    func acceptance() async throws {
        let committee = try await Self.committee()
        for levels in ["3", "4"] {
            try await committee.perform(
                RiskRequest("R1", Self.assessed(levels, levels), by: "officer")
            )
        }
        func accepted(_ by: String, _ until: CivilDate?) async throws -> String? {
            try await refusal(.accepted(by: by, until: until, conditions: ""), in: committee)
        }
        #expect(
            try await accepted("chair", CivilDate(2026, 12, 1))
                == "The risk “R1” is above its appetite, so the chief officers must accept it, not “chair”."
        )
        let late =
            "The risk “R1” is above its appetite. Accept it until 2027-01-29 at the latest."
        #expect(try await accepted("chief-officers", nil) == late)
        #expect(try await accepted("chief-officers", CivilDate(2027, 1, 30)) == late)
        #expect(try await accepted("chief-officers", CivilDate(2027, 1, 29)) == nil)
    }

    @Test("Closing the risk completes the action that treats it, in one go")
    func closing() async throws {
        let committee = try await Self.committee()
        try await committee.perform(RiskRequest("R1", .closed(outcome: "Over"), by: "officer"))
        let plan = try await committee.edition(audience: .restricted).plans.first
        #expect(plan?.item("1")?.isCompleted == true)
    }

    @Test("It keeps the contract, and its diagram says why a branch is taken")
    func contract() async throws {
        let folder = PluginFolder(Self.path)
        let plugins = try await LuaPlugins.load(folder)
        #expect(
            try await plugins.test("northshire-review", in: folder).failures.map(\.failure) == []
        )
        let workflow = try plugins.riskWorkflow(
            "northshire-review/reviewed",
            over: StandardRiskWorkflow()
        )
        let diagram = RiskWorkflowDiagram(of: workflow)
        #expect(
            diagram.alternative.contains(
                "From active to under independent review: assess [the score rose by two bands or more]."
            )
        )
    }
}

#endif
