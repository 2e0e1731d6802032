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

    // MARK: Declarations

    @Test(arguments: [
        (
            #"guards = { { "g", on = { "aprove" }, check = function() end } }"#,
            "guards[1].on: there is no event “aprove”. Did you mean “approve”?"
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
