// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Foundation
import Testing

@Suite("Reports on risks by plugins")
struct RiskReportPluginTests {
    private func library(_ plugins: any ScriptEngine) -> CommitteeLibrary {
        CommitteeLibrary(
            store: InMemoryJournal(context: .testing()),
            plugins: plugins,
            today: { CivilDate(2026, 10, 31) }
        )
    }

    @Test(arguments: RiskReport.all.map(\.id))
    func theStandardPluginHasEveryReportOfTheLibrary(name: String) async throws {
        let plugins = try await ShippedPlugins.load("standard")
        let committee = try await RiskPlugin.committee(plugins, visibility: .public)
        let now = try await committee.edition(audience: .committee)
        let before = try await committee.edition(asOf: CivilDate(2026, 9, 1), audience: .committee)
        let document = try await library(plugins).report(
            "standard/\(name)",
            of: now,
            about: .register("main"),
            since: before
        ).document
        let own = try RiskReport.named(name).document(
            RiskReport.Request(now, since: before, register: "main")
        )
        #expect(document == own)
    }

    @Test func aReportOfTheLibraryReadsNoMoreThanThePluginMay() async throws {
        let plugins = try await ShippedPlugins.load("standard")
        let committee = try await RiskPlugin.committee(plugins, visibility: .restricted)
        let edition = try await committee.edition(audience: .restricted)
        let refusal = await #expect(throws: RiskError.self) {
            try await library(plugins).report(
                "standard/risk-register",
                of: edition,
                about: .register("main")
            )
        }
        #expect(
            refusal?.message
                == "There is no risk register “main” on 2026-10-31 that the audience “committee” may "
                + "see, which is one with a risk that it may see. Known: upper."
        )
    }

    @Test func aReportInLuaHasTheRisksOfEachOwner() async throws {
        let plugins = try await ShippedPlugins.load("standard")
        let committee = try await RiskPlugin.committee(plugins, visibility: .committee)
        let edition = try await committee.edition(audience: .committee)
        let report = try await library(plugins).report("standard/risk-owners", of: edition)
        let text = String(decoding: try report.render(.markdown), as: UTF8.self)
        #expect(text.contains("## nurse"))
        #expect(text.contains("R1 Late visits"))
        #expect(text.contains("Above appetite"))
    }

    @Test("A report in Lua reads the plan and the register that it is asked about")
    func aReportInLuaReadsTheSubjectsOfItsRequest() async throws {
        let main = """
            report "r" { media_type = "text/plain", run = function(edition, out)
              local plan, register = edition.plan, edition.register
              out:write((plan and plan.id or "none") .. " " .. (register and register.id or "none"))
            end }
            """
        let plugins = try await LuaPlugins.load(MemoryFiles.demo(main))
        let committee = try await RiskPlugin.committee(plugins, visibility: .committee)
        var edition = try await committee.edition(audience: .committee)
        edition.plans = Northshire.edition().plans
        let plan = try #require(edition.plans.first?.id)
        func written(_ matter: SubjectReference?, _ also: [SubjectReference]) async throws -> String
        {
            let request = ReportRequest("demo/r", of: edition, about: matter, also: also)
            let own = try await library(plugins).report(request).ownFormat
            return String(decoding: own?.bytes ?? [], as: UTF8.self)
        }
        #expect(try await written(.register("main"), []) == "\(plan) main")
        #expect(try await written(.plan("other"), [.register("upper")]) == "none upper")
        #expect(try await written(.plan(plan), []) == "\(plan) none")
        let error = await #expect(throws: LibraryError.self) {
            try await written(.risk("R1"), [])
        }
        #expect(
            error?.message
                == "“demo/r” is about one plan or one risk register, but was asked about the risk "
                + "“R1”. Ask about one plan or one risk register, or leave the subject out."
        )
    }

    @Test(arguments: [
        (
            #"report "r" { built_in = "risk-registr" }"#,
            "demo/main.lua:1: built_in: “risk-registr” is not one of the words that are known here. Did "
                + "you mean “risk-register”?"
        ),
        (
            #"report "r" { built_in = "risk-register", run = function() end }"#,
            "demo/main.lua:1: run: a report that is built in has no “run”. Keep one of the two."
        ),
    ])
    func aNameThatIsNoneIsAMistake(main: String, message: String) async throws {
        #expect(try await RiskPlugin.problems(main) == [message])
    }

    @Test func theExamplePassesItsTestsAndItsCheck() async throws {
        let path = ShippedPlugins.root.appending(path: "Examples/risk-plugin/plugins").path
        let folder = PluginFolder(path)
        #expect(try await PluginCheck.checking(folder).flatMap(\.problems) == [])
        let report = try await LuaPlugins.load(folder).test("northshire-risks", in: folder)
        #expect(report.results.count == 6)
        #expect(report.failures.map(\.failure) == [])
    }
}
#endif
