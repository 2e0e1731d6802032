// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

@Suite("What committee plugin test says of workflows")
struct RiskConformanceTests {
    private func failures(
        _ main: String,
        audience: String = "restricted"
    ) async throws -> [String] {
        let folder = RiskPlugin.folder(main, audience: audience)
        return try await LuaPlugins.load(folder).test("demo", in: folder).failures.map { failure in
            "\(failure.name): \(failure.failure ?? "")"
        }
    }

    @Test func aSoundWorkflowPasses() async throws {
        #expect(
            try await failures(
                RiskPlugin.guarding(
                    #"return request.by == "chair" or { refuse = "Only the chair reviews." }"#
                )
            ) == []
        )
    }

    @Test func aGuardThatRefusesEverybodyIsTold() async throws {
        #expect(
            try await failures(RiskPlugin.guarding(#"return { refuse = "Nobody reviews risks." }"#))
                == [
                    "risk_workflow ours: Every step passes for somebody: demo/main.lua:1: “review” from "
                        + "“active” never does: Nobody reviews risks."
                ]
        )
    }

    @Test func aReasonThatIsNoSentenceIsTold() async throws {
        let found = try await failures(
            RiskPlugin.guarding(
                #"return request.by == "chair" or { refuse = "no" }"#
            )
        )
        #expect(
            found == [
                "risk_workflow ours: Every refusal says why, in a sentence: demo/main.lua:1: the guard "
                    + "“careful” refused “review” with “no”."
            ]
        )
    }

    @Test func aGuardThatFailsForSomebodyIsTold() async throws {
        let found = try await failures(
            RiskPlugin.guarding(#"if request.by == "chair" then return true end error("who?")"#)
        )
        #expect(
            found == [
                "risk_workflow ours: Every guard and every effect can be asked: demo/main.lua:1: "
                    + "“review”: The guard “careful” in the workflow “demo/ours” could not be asked, so "
                    + "“review” is refused: demo/main.lua:4: who?"
            ]
        )
    }

    @Test func aStateThatNothingLeadsToIsTold() async throws {
        let found = try await failures(
            """
            risk_workflow "ours" {
              states = { { "lost", "lost", like = "active" } },
              without = { { "review", from = "active" } },
            }
            """
        )
        #expect(
            found == [
                "risk_workflow ours: Every state can be reached: demo/main.lua:1: no steps lead to “lost”.",
                "risk_workflow ours: Every state can be reached: demo/main.lua:1: the walk never came to "
                    + "“lost”.",
            ]
        )
    }

    @Test func aDeadEndIsTold() async throws {
        let found = try await failures(
            """
            risk_workflow "ours" {
              states = { { "stuck", "stuck", like = "inactive", without = { "close", "replace", "reopen" } } },
              steps = { { "rest", from = "inactive", to = "stuck" } },
            }
            """
        )
        #expect(
            found == [
                "risk_workflow ours: A state that is not final has a way out: demo/main.lua:1: nothing "
                    + "leads out of “stuck”."
            ]
        )
    }

    @Test func aPluginThatMayNotReadMostRisksIsTold() async throws {
        let folder = RiskPlugin.folder(RiskPlugin.guarding("return true"), audience: "committee")
        let hints = try await PluginCheck.checking(folder).flatMap(\.problems)
            .filter { $0.file == "main.lua" }
        #expect(hints.map(\.severity) == [.hint])
        #expect(
            hints.map(\.message) == [
                "the plugin may read what is for committee, so its workflow refuses whatever is asked of "
                    + "a risk that is for fewer. Risks are restricted unless somebody says otherwise; "
                    + "write \"audience\": \"restricted\" in plugin.json."
            ]
        )
    }

    @Test("committee plugin check tells of a guard that lets nobody pass")
    func checkTellsOfGuards() async throws {
        let folder = RiskPlugin.folder(
            RiskPlugin.guarding(
                #"return request.by == "chiar" or { refuse = "Only the chair reviews." }"#
            )
        )
        let found = try await PluginCheck.checking(folder).flatMap(\.problems)
            .filter { $0.file == "main.lua" }
        #expect(found.map(\.severity) == [.warning])
        #expect(
            found.map(\.message) == [
                "risk_workflow ours: Every step passes for somebody, but “review” from “active” never does: "
                    + "Only the chair reviews."
            ]
        )
    }

    private func said(_ main: String) async throws -> [String] {
        let folder = RiskPlugin.folder(main)
        let plugins = try await LuaPlugins.load(folder)
        #expect(plugins.contributions.plugins.flatMap(\.problems) == [])
        return try await plugins.test("demo", in: folder).failures.map { $0.failure ?? "" }
    }

    private func guardedByOpenRisks(_ trial: String) -> String {
        """
        risk_workflow "ours" {
          guards = { { "one-at-a-time", on = { "review" }, check = function(request, risk)
            if #risk.register.open_risks > 1 then return { refuse = "Close the other risk first." } end
            return true
          end } },
          \(trial)
        }
        """
    }

    @Test("A world of the author's own reaches what the worlds of the kit do not")
    func ownWorlds() async throws {
        #expect(
            try await said(guardedByOpenRisks("")) == [
                "demo/main.lua:1: the guard “one-at-a-time” never refused anybody anything. Take it out, or "
                    + "give a world or people in which it does."
            ]
        )
        let world = #"""
            trial = { worlds = { { "two open risks", levels = { "4", "4" },
              changes = { { risk = "R0", approve = { by = "chair" } } } } } }
            """#
        #expect(try await said(guardedByOpenRisks(world)) == [])
    }

    @Test("Several roles that must agree are asked by the kit in their order, and found wanting")
    func approvals() async throws {
        let main = #"""
            risk_workflow "ours" {
              approvals = { { "agree", before = "approve", from = "proposed",
                by = { "police", "health", "council" }, at_least = 2, says = "One more agreed." } },
            }
            """#
        #expect(try await said(main) == [])
        let plugins = try await RiskPlugin.load(main)
        let committee = try await RiskPlugin.committee(plugins)
        let propose = RiskRequest(
            "R2",
            .proposed(
                RiskFact.Proposal(
                    register: "main",
                    wording: RiskFact.Wording(title: "T", cause: "C", event: "E", effect: "F")
                )
            ),
            by: "officer"
        )
        let approve = RiskRequest("R2", .approved(by: "board"), by: "officer")
        func agree(_ role: String) -> RiskRequest { RiskRequest("R2", event: "agree", by: role) }
        #expect(try await RiskPlugin.refusal(of: propose, in: committee) == nil)
        #expect(
            try await RiskPlugin.refusal(of: approve, in: committee)
                == "0 of 2 have agreed to “approve” of the risk “R2”. Ask 2 of police, health, council."
        )
        #expect(try await RiskPlugin.refusal(of: agree("council"), in: committee) == nil)
        #expect(
            try await RiskPlugin.refusal(of: agree("council"), in: committee)
                == "“council” has agreed already. Ask 1 of police, health."
        )
        #expect(try await RiskPlugin.refusal(of: agree("police"), in: committee) == nil)
        #expect(try await RiskPlugin.refusal(of: approve, in: committee) == nil)
        let found = try await committee.edition(audience: .restricted).risk("R2")
        #expect(
            found.risk.history.filter { $0.kind == "demo.risk-agree" }.map(\.by) == [
                "council", "police",
            ]
        )
    }

    // MARK: Declarations

    @Test(arguments: [
        (
            #"guards = { { "g", on = { "aprove" }, check = function() end } }"#,
            "guards[1].on: there is no event “aprove”. Did you mean “approve”?"
        ),
        (
            #"approvals = { { "agree", before = "aprove", from = "proposed", by = { "chair" } } }"#,
            "approvals[1].before: there is no event “aprove”. Did you mean “approve”?"
        ),
        (
            #"approvals = { { "agree", before = "approve", from = "proposed", by = { "chair" }, at_least = 2 } }"#,
            "approvals[1].at_least: “agree” asks for 2 of 1 roles. Ask for at least 1 and at most all of them."
        ),
        (
            #"approvals = { { "review", before = "approve", from = "proposed", by = { "chair" } } }"#,
            "approvals[1]: “review” is an event of the record. Give the agreement a name of its own, such as "
                + "\"agree\"."
        ),
        (
            #"guards = { { "g", on = { "review" }, check = function() end } }, trial = { worlds = { { "w", levels = { "5" } } } }"#,
            "trial.worlds[1]: “levels” has 1 items; give a likelihood and an impact, such as { \"5\", \"5\" }."
        ),
        (
            #"guards = { { "g", on = { "review" }, check = function() end } }, trial = { worlds = { { "w", changes = { { risk = "R0", aprove = { by = "chair" } } } } } }"#,
            "trial.worlds[1].changes[1]: “aprove” is not a name that is known here. Did you mean “approve”?"
        ),
        (
            #"steps = { { "end", from = "active", fields = { { "why", "text" } }, says = "{why}" } }, allow = { { { "x" }, to = { "end" } } }, delegation = "end""#,
            "steps[1].says: the field “why” is a text, which may have to be erased, so it does not stand in a "
                + "sentence that is kept. Say it without."
        ),
        (
            #"guards = { { "g", on = { "approve" } } }"#,
            "guards[1].check: expected function(request, risk, ctx) … end."
        ),
        (
            #"guards = { { "g", on = {}, check = function() end } }"#,
            "guards[1]: the guard watches no event. Name one, such as \"approve\"."
        ),
        (
            #"states = { { "waiting", "waiting", like = "activ" } }"#,
            "states[1].like: there is no state “activ”. Did you mean “active”?"
        ),
        (
            #"states = { { "active", "active", like = "active" } }"#,
            "states[1]: there is a state “active” already. Rename this one."
        ),
        (
            #"steps = { { "approve", from = "closed", to = "active" } }"#,
            "steps[1]: the record does not let a risk that is closed be approved. A workflow can be "
                + "stricter than the record, not looser."
        ),
        (
            #"steps = { { "close", from = "active", to = "inactive" } }"#,
            "steps[1]: “close” leads to “closed” in the record, so it leads to that state or one like it, "
                + "not to “inactive”."
        ),
        (
            #"steps = { { "finish", from = "active", to = "closed" } }"#,
            "steps[1]: only an event of the record takes a risk from “active” to “closed”. Lead to a state "
                + "like “active”."
        ),
        (
            #"steps = { { "begin", from = "unrecorded", to = "unrecorded" } }"#,
            "steps[1]: a risk begins with “propose”; an event of your own comes after it."
        ),
        (
            #"without = { { "approve", from = "active" } }"#,
            "without[1]: “approve” does not lead out of “active”, so there is nothing to take away."
        ),
        (
            "title = \"Ours\"",
            "the workflow adds nothing to the standard one. Give it “guards” or “steps”."
        ),
        (
            #"guard = {}"#,
            "“guard” is not a name that is known here. Did you mean “guards”?"
        ),
    ])
    func aMistakeInADeclarationIsToldWithItsLine(body: String, message: String) async throws {
        #expect(
            try await RiskPlugin.problems("-- ours\nrisk_workflow \"ours\" { \(body) }")
                == ["demo/main.lua:2: \(message)"]
        )
    }
}
#endif
