// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Testing

@Suite("Escalation rules in Lua")
struct RiskEscalationTests {
    private func round(
        _ body: String,
        audience: String = "restricted"
    ) async throws -> RiskEscalationRound {
        let plugins = try await RiskPlugin.load(
            "risk_escalation \"up\" (function(risk, ctx)\n  \(body)\nend)",
            audience: audience
        )
        #expect(plugins.contributions.plugins.flatMap(\.problems) == [])
        let committee = try await RiskPlugin.committee(plugins)
        let library = CommitteeLibrary(
            store: InMemoryJournal(context: .testing()),
            plugins: plugins,
            today: { CivilDate(2026, 10, 31) }
        )
        return await library.riskEscalations(
            for: try await committee.edition(audience: .restricted)
        )
    }

    private func escalation(_ target: RiskEscalation.Target) -> RiskEscalation {
        RiskEscalation(
            rule: "demo/up",
            risk: "R1",
            register: "main",
            target: target,
            why: "It is 6 Bad."
        )
    }

    @Test func aRuleNamesARegisterAbove() async throws {
        let round = try await round(
            #"return { register = "upper", why = "It is " .. risk.current.text .. "." }"#
        )
        #expect(round.escalations == [escalation(.register("upper"))])
        #expect(round.failures.isEmpty)
    }

    @Test func aRuleNamesABody() async throws {
        let round = try await round(#"return { body = "COG", why = "It is 6 Bad." }"#)
        #expect(round.escalations == [escalation(.body("COG"))])
    }

    @Test(arguments: [
        "return nil", #"return { register = "main", why = "It is there." }"#,
    ])
    func nothingIsToBeDone(body: String) async throws {
        let round = try await round(body)
        #expect(round.escalations.isEmpty)
        #expect(round.failures.isEmpty)
    }

    @Test func aRiskThatThePluginMayNotReadIsNotAskedAbout() async throws {
        let round = try await round(
            #"return { register = "upper", why = "All." }"#,
            audience: "committee"
        )
        #expect(round.escalations.isEmpty)
        #expect(round.failures.isEmpty)
    }

    private static let shape =
        "return nil, or { register = \"partnership\", why = \"…\" }, or { body = \"…\", why = \"…\" }, for "
        + "the risk “R1”"

    @Test(arguments: [
        ("return true", "the function returned true; " + shape),
        (#"return "upper""#, "the function returned a text; " + shape),
        (#"return { register = "upper" }"#, "the function returned a table; " + shape),
        (
            #"return { register = "uper", why = "x" }"#,
            "there is no risk register “uper”. Did you mean “upper”?, for the risk “R1”"
        ),
        (#"error("no")"#, "no"),
    ])
    func aRuleThatFailsIsTold(body: String, message: String) async throws {
        let round = try await round(body)
        #expect(round.escalations.isEmpty)
        let failure = try #require(round.failures.first?.error as? ScriptFailure)
        #expect(failure.message == message)
        #expect(failure.file == "main.lua")
        #expect(failure.line == (body.hasPrefix("error") ? 2 : 1))
    }

    @Test func aRuleWithoutAFunctionIsAMistake() async throws {
        #expect(
            try await RiskPlugin.problems(#"risk_escalation "up" { title = "Up" }"#) == [
                "demo/main.lua:1: the risk_escalation “up” has no rule = function(risk, ctx) … end."
            ]
        )
    }
}
#endif
