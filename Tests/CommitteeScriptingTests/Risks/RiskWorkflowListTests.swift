// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// Workflows in Lua that are broken, each in one way that the kit promises to find, and sound ones.
///
/// Those in Swift are beside the tests of workflows.
@Suite("committee plugin test finds what is broken in a workflow and nothing else")
struct RiskWorkflowListTests {
    private func failures(_ main: String) async throws -> [String] {
        let folder = RiskPlugin.folder(main)
        let plugins = try await LuaPlugins.load(folder)
        let problems = plugins.contributions.plugins.flatMap(\.problems)
        return try await problems
            + plugins.test("demo", in: folder).failures.map { "\($0.name): \($0.failure ?? "")" }
    }

    private static func ours(_ body: String) -> String { "risk_workflow \"ours\" {\n\(body)\n}" }

    /// What is broken, and the claim that it breaks.
    static let broken: [(name: String, main: String, claim: String)] = [
        (
            "refuses everybody",
            RiskPlugin.guarding(#"return { refuse = "Nobody reviews risks." }"#),
            "Every step passes for somebody"
        ),
        (
            "refuses by a role that nobody is",
            RiskPlugin.guarding(
                #"return request.by == "chiar" or { refuse = "Only the chair reviews." }"#
            ),
            "Every step passes for somebody"
        ),
        (
            "lets nobody in",
            ours(
                #"allow = { { { "chair" }, to = { "review" } } }, guards = { { "g", on = { "review" }, check = function(request) return request.by ~= "chair" or { refuse = "The chair does not review." } end } }"#
            ), "Every step passes for somebody"
        ),
        (
            "a reason of one word",
            RiskPlugin.guarding(#"return request.by == "chair" or { refuse = "No" }"#),
            "Every refusal says why, in a sentence"
        ),
        (
            "a reason without an end",
            RiskPlugin.guarding(
                #"return request.by == "chair" or { refuse = "only the chair reviews it" }"#
            ),
            "Every refusal says why, in a sentence"
        ),
        (
            "a reason that is empty",
            RiskPlugin.guarding(#"return request.by == "chair" or { refuse = "" }"#),
            "a refusal whose reason is empty"
        ),
        (
            "a guard that fails",
            RiskPlugin.guarding(#"if request.by == "chair" then return true end error("who?")"#),
            "Every guard and every effect can be asked"
        ),
        (
            "a guard that answers nothing",
            RiskPlugin.guarding(#"if request.by == "chair" then return true end"#),
            "Every guard and every effect can be asked"
        ),
        (
            "a guard that answers false", RiskPlugin.guarding(#"return request.by == "chair""#),
            "Every guard and every effect can be asked"
        ),
        (
            "a guard that answers with words",
            RiskPlugin.guarding(#"return request.by == "chair" or "Only the chair reviews.""#),
            "Every guard and every effect can be asked"
        ),
        (
            "a guard without an end",
            RiskPlugin.guarding(#"while request.by ~= "chair" do end return true"#),
            "Every guard and every effect can be asked"
        ),
        (
            "a guard that reads what is not there",
            RiskPlugin.guarding(
                #"return risk.likelyhood == 3 or { refuse = "It is not likely enough." }"#
            ),
            "Every guard and every effect can be asked"
        ),
        (
            "a guard that refuses nothing", RiskPlugin.guarding("return true"),
            "Every guard refuses something in some world"
        ),
        (
            "a state that nothing leads to",
            ours(
                #"states = { { "lost", "lost", like = "active" } }, without = { { "review", from = "active" } }"#
            ),
            "Every state can be reached"
        ),
        (
            "a dead end",
            ours(
                #"""
                states = { { "stuck", "stuck", like = "inactive", without = { "close", "replace", "reopen" } } },
                steps = { { "rest", from = "inactive", to = "stuck" } },
                """#
            ),
            "A state that is not final has a way out"
        ),
        (
            "a loop without an end",
            ours(
                #"""
                states = {
                  { "east", "east", like = "active", without = { "close", "replace", "deactivate" } },
                  { "west", "west", like = "active", without = { "close", "replace", "deactivate" } },
                },
                steps = {
                  { "go-east", from = "active", to = "east" }, { "go-west", from = "east", to = "west" },
                  { "back", from = "west", to = "east" },
                },
                """#
            ),
            "Every state has a way to a final one"
        ),
        (
            "a branch that is never taken",
            ours(
                #"""
                states = { { "watched", "watched", like = "active" } },
                steps = {
                  { "watch", from = "active", to = "watched" }, { "rest", from = "watched", to = "active" },
                  { "assess", from = "active", to = "active", branches = {
                    { "never", to = "watched", because = "never", when = function() return false end } } },
                },
                """#
            ),
            "Every branch is taken in some world"
        ),
        (
            "an effect that is never recorded",
            ours(
                #"steps = { { "note", from = "active", to = "active", effects = function() return {} end } }"#
            ),
            "Every effect is recorded in some world"
        ),
        (
            "an effect that fails",
            ours(
                #"steps = { { "note", from = "active", to = "active", effects = function() error("no") end } }"#
            ),
            "Every guard and every effect can be asked"
        ),
        (
            "an effect that is none",
            ours(
                #"steps = { { "note", from = "active", to = "active", effects = function() return { { nonsense = 1 } } end } }"#
            ),
            "Every guard and every effect can be asked"
        ),
        (
            "an effect on an action that is not there",
            ours(
                #"steps = { { "note", from = "active", to = "active", effects = function() return { { treat = { treatment = "treat", actions = { "plan#99" } } } } end } }"#
            ),
            "What a step records can be appended"
        ),
    ]

    @Test("What is broken is found", arguments: broken.indices)
    func found(place: Int) async throws {
        let (name, main, claim) = Self.broken[place]
        let failures = try await failures(main)
        #expect(failures.contains { $0.contains(claim) }, "\(name): \(failures)")
    }

    /// What is sound.
    static let sound: [(name: String, main: String)] = [
        (
            "a guard that looks at who asks",
            RiskPlugin.guarding(
                #"return request.by == "chair" or { refuse = "Only the chair reviews." }"#
            )
        ),
        ("a role", ours(#"allow = { { { "chair" }, to = { "accept" } } }"#)),
        ("less", ours(#"without = { { "replace", from = "active" } }"#)),
        (
            "a state with a limit",
            ours(
                #"""
                states = { { "watched", "watched", like = "active", limit = "30 days" } },
                steps = { { "watch", from = "active", to = "watched" }, { "rest", from = "watched", to = "active" } },
                """#
            )
        ),
        (
            "a branch by the level",
            ours(
                #"""
                states = { { "watched", "watched", like = "active" } },
                steps = {
                  { "rest", from = "watched", to = "active" },
                  { "assess", from = "active", to = "active", branches = {
                    { "high", to = "watched", because = "it is likely", when = function(request)
                      return request.fact.likelihood == "5"
                    end } } },
                },
                """#
            )
        ),
        (
            "an event with fields",
            ours(
                #"""
                steps = { { "cost", from = "active", to = "active", fields = { { "pounds", "number" } },
                  says = "It may cost {pounds} pounds." } },
                trial = { details = { cost = { pounds = 4000 } } },
                """#
            )
        ),
        (
            "an event with an effect",
            ours(
                #"""
                steps = { { "note", from = "active", to = "active", effects = function(request, risk, ctx)
                  return { { review = { outcome = "Noted" } } }
                end } },
                """#
            )
        ),
        (
            "two that approve",
            ours(
                #"""
                states = { { "half", "half approved", like = "proposed" } },
                steps = { { "approve-first", from = "proposed", to = "half" } },
                without = { { "approve", from = "proposed" } },
                """#
            )
        ),
        (
            "a guard in some worlds",
            RiskPlugin.guarding(
                #"return risk.current == nil or request.by == "chair" or { refuse = "What has a score the chair reviews." }"#
            )
        ),
    ]

    @Test("Of what is sound nothing is said", arguments: sound.indices)
    func quiet(place: Int) async throws {
        let (name, main) = Self.sound[place]
        let failures = try await failures(main)
        #expect(failures == [], "\(name): \(failures)")
    }
}
#endif
