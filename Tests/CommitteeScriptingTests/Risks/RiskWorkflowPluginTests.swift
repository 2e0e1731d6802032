// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Testing

@Suite("Risk workflows in Lua")
struct RiskWorkflowPluginTests {
    private func refusal(
        _ body: String,
        manifest more: String = "",
        audience: String = "restricted",
        visibility: Audience = .restricted
    ) async throws -> String? {
        let plugins = try await RiskPlugin.load(
            RiskPlugin.guarding(body),
            manifest: more,
            audience: audience
        )
        #expect(plugins.contributions.plugins.flatMap(\.problems) == [])
        let committee = try await RiskPlugin.committee(plugins, visibility: visibility)
        return try await RiskPlugin.refusal(in: committee)
    }

    private static let asked =
        "The guard “careful” in the workflow “demo/ours” could not be asked, so “review” is refused: "

    @Test func aGuardThatReturnsTrueLetsPass() async throws {
        #expect(try await refusal("return true") == nil)
    }

    @Test func aGuardRefusesWithItsReason() async throws {
        let reason = try await refusal(
            #"return { refuse = request.by .. " may not review " .. risk.id .. "." }"#
        )
        #expect(reason == "officer may not review R1.")
    }

    /// What a guard does, and what becomes of the request.
    static let faults: [(body: String, words: String)] = [
        (#"return "yes""#, "demo/main.lua:3: it returned the text “yes”; "),
        ("return", "demo/main.lua:3: it returned nothing; "),
        ("return false", "demo/main.lua:3: it returned false; "),
        ("return 1", "demo/main.lua:3: it returned a number; "),
        ("return {}", "demo/main.lua:3: it returned a table; "),
        (
            #"return { refuse = " " }"#,
            "demo/main.lua:3: it returned a refusal whose reason is empty; "
        ),
        (#"return { refuse = "No.", pass = true }"#, "demo/main.lua:3: it returned a table; "),
    ]

    @Test(arguments: faults)
    func anAnswerOfAnotherShapeRefuses(body: String, words: String) async throws {
        let end = "return true to let it pass, or { refuse = \"why\" }."
        #expect(try await refusal(body) == Self.asked + words + end)
    }

    @Test(arguments: [
        (#"error("no luck")"#, "demo/main.lua:4: no luck."),
        (
            "return risk.nothing",
            "demo/main.lua:4: 'nothing' is not a field of a risk."
        ),
        (
            "return request.bye == 1",
            "demo/main.lua:4: 'bye' is not part of request; did you mean 'by'?"
        ),
        (
            "while true do end",
            "demo/main.lua:4: the run used up its 50000000 units of work."
        ),
        (
            "pcall(function() while true do end end) return true",
            "demo/main.lua:4: the run used up its 50000000 units of work."
        ),
        (
            "return function() end",
            "demo/main.lua:3: the result is a function; call it with ( ), or give a value."
        ),
    ])
    func aGuardThatFailsRefuses(body: String, words: String) async throws {
        // On a busy machine the time is up before the work is.
        let found = try await refusal(body)?.withoutCounts.replacing(
            "the run took longer than its 5000 milliseconds",
            with: "the run used up its 50000000 units of work"
        )
        #expect(found == Self.asked + words)
    }

    @Test func aGuardThatTakesTooLongRefuses() async throws {
        let reason = try await refusal(
            "while true do end",
            manifest: #""limits": { "milliseconds": 30 }"#
        )
        #expect(
            reason == Self.asked + "demo/main.lua:4: the run took longer than its 30 milliseconds."
        )
    }

    @Test func aGuardThatTakesTooMuchMemoryRefuses() async throws {
        let reason = try await refusal(
            "local all = {} for i = 1, 1e6 do all[i] = { i } end return true",
            manifest: #""limits": { "memory_bytes": 1000000 }"#
        )
        let words = try #require(reason)
        #expect(words.hasPrefix(Self.asked + "demo/main.lua:4: "))
        #expect(words.contains("memory"))
    }

    @Test func aGuardThatMayNotReadTheRiskRefuses() async throws {
        let reason = try await refusal("return true", audience: "committee")
        #expect(
            reason == Self.asked
                + "the risk “R1” is for restricted, and the plugin “demo” may read what is for "
                + "committee. Give it the audience restricted in its plugin.json, and approve it."
        )
    }

    @Test func aGuardReadsARiskOfItsAudience() async throws {
        let reason = try await refusal(
            "return risk.current.value == 6 or { refuse = \"Not six.\" }",
            audience: "committee",
            visibility: .committee
        )
        #expect(reason == nil)
    }

    @Test func aGuardIsNotAskedAboutOtherEvents() async throws {
        let plugins = try await RiskPlugin.load(RiskPlugin.guarding(#"error("asked")"#))
        let committee = try await RiskPlugin.committee(plugins)
        let request = RiskRequest("R1", .deactivated, by: "officer")
        #expect(try await RiskPlugin.refusal(of: request, in: committee) == nil)
    }

    @Test func aProposalThatThePluginMayNotReadIsRefused() async throws {
        let plugins = try await RiskPlugin.load(
            """
            risk_workflow "ours" {
              guards = { { "careful", on = { "propose" }, check = function() return true end } },
            }
            """,
            audience: "committee"
        )
        let committee = try await RiskPlugin.committee(plugins)
        let wording = RiskFact.Wording(cause: "A", event: "B", effect: "C")
        func propose(_ visibility: Audience) -> RiskRequest {
            RiskRequest(
                "R2",
                .proposed(
                    RiskFact.Proposal(register: "main", wording: wording, visibility: visibility)
                ),
                by: "officer"
            )
        }
        let reason = try await RiskPlugin.refusal(of: propose(.restricted), in: committee)
        #expect(reason?.contains("the risk “R2” is for restricted, and the plugin") == true)
        #expect(try await RiskPlugin.refusal(of: propose(.committee), in: committee) == nil)
    }

    // MARK: States, steps and effects

    private static let stepping = """
        risk_workflow "ours" {
          states = { { "waiting", "waiting for advice", like = "active", without = { "close" } } },
          steps = {
            { "ask", from = "active", to = "waiting" },
            { "answer", from = "waiting", to = "active", effects = function(request)
                return %@
              end },
          },
        }
        """

    private func stepping(_ effects: String) async throws -> Committee {
        let text = Self.stepping.replacing("%@", with: effects)
        let plugins = try await RiskPlugin.load(text)
        #expect(plugins.contributions.plugins.flatMap(\.problems) == [])
        let committee = try await RiskPlugin.committee(plugins)
        let ask = RiskRequest("R1", event: "ask", details: ["of": "law"], by: "officer")
        #expect(try await RiskPlugin.refusal(of: ask, in: committee) == nil)
        return committee
    }

    private static let answer = RiskRequest("R1", event: "answer", by: "officer")

    @Test func anEventOfThePluginsOwnIsKeptAndItsTextsCanBeErased() async throws {
        let committee = try await stepping("{}")
        let entries = try await committee.entries()
        let entry = try #require(entries.last { $0.kind == "demo.risk-ask" })
        #expect(entries.last?.kind == "risk.state-entered")
        #expect(entry.payload == ["of": ["$text": "of"]])
        #expect(entry.texts.map(\.name) == ["of"])
    }

    @Test func aStateOfThePluginsOwnHoldsBackEvents() async throws {
        let committee = try await stepping("{}")
        let close = RiskRequest("R1", .closed(outcome: ""), by: "officer")
        #expect(
            try await RiskPlugin.refusal(of: close, in: committee)
                == "The risk “R1” is waiting for advice, so it cannot be closed. What can be: "
                + "deactivate, replace, answer, review, escalate, de-escalate, accept, reword, categorise, "
                + "assign, show, assess, control, uncontrol, evidence-seen, treat, aim, appetite, timing, "
                + "link, interval, review-by, renumber, column."
        )
    }

    @Test func effectsAreRecordedWithTheEvent() async throws {
        let committee = try await stepping(
            #"{ { review = { outcome = "Asked" } }, { control = { id = "C1", words = "Advice", kind = "directive" } } }"#
        )
        #expect(try await RiskPlugin.refusal(of: Self.answer, in: committee) == nil)
        let kinds = try await committee.entries().suffix(4).map(\.kind)
        #expect(
            kinds == [
                "demo.risk-answer", "risk.reviewed", "risk.control-set", "risk.state-entered",
            ]
        )
        let found = try await committee.edition(audience: .restricted).risk("R1").risk
        #expect(found.controls.map(\.words) == ["Advice"])
    }

    private static let records =
        "What steps[2].effects records in the workflow “demo/ours” could not be asked, so “answer” is "
        + "refused: "

    @Test(arguments: [
        (
            #"{ { review = { outcome = "Asked" } }, { review = { outcom = "x" } } }"#,
            "demo/main.lua:5: [2].review: “outcom” is not a name that is known here. Did you mean "
                + "“outcome”?"
        ),
        (
            #"{ { review = { outcome = "Asked" } }, error("half way") }"#,
            "demo/main.lua:6: half way."
        ),
        (
            #"{ { close = { outcome = "Done" } } }"#,
            "demo/main.lua:5: they would leave the risk “R1” closed, and “answer” leads to active. Take "
                + "out what leads elsewhere."
        ),
        (
            #""closed""#,
            "demo/main.lua:5: they are a text; return a list of changes, such as { { review = { outcome "
                + "= \"…\" } } }, or {} for nothing more."
        ),
        (
            #"{ { review = {}, by = "somebody" } }"#,
            "demo/main.lua:5: [1].by: an effect has no “by”: it is recorded with the request, on its day "
                + "and by its author. Leave it out."
        ),
    ])
    func anEffectThatFailsRecordsNothing(effects: String, words: String) async throws {
        let committee = try await stepping(effects)
        let found = try await RiskPlugin.refusal(of: Self.answer, in: committee)
        #expect(found == Self.records + words)
    }

    @Test func anEffectThatTheRecordRefusesRecordsNothing() async throws {
        let committee = try await stepping(
            #"{ { review = { outcome = "Asked" } }, { uncontrol = { id = "C9" } } }"#
        )
        let found = try await RiskPlugin.refusal(of: Self.answer, in: committee)
        #expect(found?.hasPrefix("The risk “R1” has no control “C9”.") == true)
    }

    @Test func anEffectMayChangeAPlan() async throws {
        let committee = try await stepping(
            #"{ { plan = "p", action = "1", progress = "Advice came." } }"#
        )
        let outline = PlanOutline(title: "P", period: .always, levels: [LevelName("action")])
        let drafts = [
            Change(.plan("p"), .planDrafted(outline)),
            Change(.action("1", of: "p"), .added(ItemOutline(level: 0, text: "Act"))),
        ]
        try await committee.append(
            drafts.map { $0.draft(effective: CivilDate(2026, 9, 30), by: "officer") }
        )
        #expect(try await RiskPlugin.refusal(of: Self.answer, in: committee) == nil)
        let plan = try #require(try await committee.edition(audience: .restricted).plans.first)
        #expect(plan.items.first?.latestProgress.plainText == "Advice came.")
    }

    // MARK: Which workflow is used

    @Test func withoutAPluginTheStandardWorkflowIsUsed() async throws {
        let committee = try await RiskPlugin.committee(NoPlugins())
        #expect(try await RiskPlugin.refusal(in: committee) == nil)
    }

    @Test func severalWorkflowsNeedAName() async throws {
        let plugins = try await RiskPlugin.load(
            RiskPlugin.guarding("return true") + "\n"
                + RiskPlugin.guarding("return true").replacing("\"ours\"", with: "\"theirs\"")
        )
        let committee = try await RiskPlugin.committee(plugins)
        #expect(
            try await RiskPlugin.refusal(in: committee)
                == "The plugins have several risk workflows: “demo/ours”, “demo/theirs”. Say which one the "
                + "register follows: committee risk register STORE --id REGISTER --workflow NAME."
        )
        let named = try plugins.riskWorkflow("demo/theirs", over: StandardRiskWorkflow())
        #expect(try await RiskPlugin.refusal(in: committee, workflow: named) == nil)
    }

    @Test func aPluginWithAMistakeLetsNothingThrough() async throws {
        let plugins = try await RiskPlugin.load(
            RiskPlugin.guarding("return true") + "\nnonsense()"
        )
        let committee = try await RiskPlugin.committee(plugins)
        #expect(
            try await RiskPlugin.refusal(in: committee)
                == "The plugin “demo” has a mistake, so what its risk workflow would refuse cannot be "
                + "known. Correct it, or name the workflow. demo/main.lua:8: unknown global 'nonsense'"
        )
    }

    @Test func aWorkflowThatIsADraftIsNotUsed() async throws {
        let options = LuaPlugins.Options(
            approval: PluginApproval(
                lock: PluginLock(digest: .testing),
                digest: .testing,
                drafts: .reading(.public)
            )
        )
        let plugins = try await LuaPlugins.load(
            RiskPlugin.folder(RiskPlugin.guarding("return true")),
            options: options
        )
        let committee = try await RiskPlugin.committee(plugins)
        let reason = try await RiskPlugin.refusal(in: committee)
        #expect(reason?.hasPrefix("The risk workflow “demo/ours” is a draft: ") == true)
        #expect(reason?.hasSuffix("Approve the plugin “demo” first.") == true)
    }

    @Test func aNameThatIsNoneNamesTheClosest() async throws {
        let plugins = try await RiskPlugin.load(RiskPlugin.guarding("return true"))
        let error = #expect(throws: LibraryError.self) {
            try plugins.riskWorkflow("demo/our", over: StandardRiskWorkflow())
        }
        #expect(error?.message == "There is no risk workflow “demo/our”. Did you mean “demo/ours”?")
    }

    @Test func aWorkflowOfAPluginKeepsTheContract() async throws {
        let plugins = try await RiskPlugin.load(
            Self.stepping.replacing("%@", with: #"{ { review = { outcome = "Asked" } } }"#)
        )
        let workflow = try plugins.riskWorkflow("demo/ours", over: StandardRiskWorkflow())
        #expect(RiskWorkflowContract(workflow).violations() == [])
    }
}
#endif
