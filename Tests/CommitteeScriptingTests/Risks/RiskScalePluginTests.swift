// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

@Suite("Risk scales of plugins")
struct RiskScalePluginTests {
    private static func scale(_ body: String) -> String {
        """
        risk_scale "ours" {
          version = 1,
          likelihoods = { "Rare", "Likely" },
          impacts = { "Small", "Great" },
          \(body)
        }
        """
    }

    private static let json = """
        {
          "id": "ours", "version": 1,
          "likelihoods": [
            { "id": "1", "label": "Rare", "weight": 1 },
            { "id": "2", "label": "Likely", "weight": 2 }
          ],
          "impacts": [
            { "id": "1", "label": "Small", "weight": 1 },
            { "id": "2", "label": "Great", "weight": 2 }
          ],
          "scoring": "product",
          "bands": [{ "id": "low", "label": "Low", "from": 1, "through": 4, "colour": "green" }]
        }
        """

    @Test func aScaleInLuaIsThatInJSON() async throws {
        let lua = try await RiskPlugin.load(
            Self.scale(
                """
                scoring = "product",
                bands = { { "low", "Low", from = 1, through = 4, colour = "green" } },
                """
            )
        )
        let file = try await RiskPlugin.load(
            #"risk_scale "ours" { file = "scales/ours.json" }"#,
            files: ["scales/ours.json": Self.json]
        )
        #expect(lua.contributions.plugins.flatMap(\.problems) == [])
        #expect(file.contributions.plugins.flatMap(\.problems) == [])
        #expect(
            try lua.contributions.riskScale("demo/ours")
                == file.contributions.riskScale("demo/ours")
        )
    }

    @Test func theStandardPluginHasTheFivePacks() async throws {
        let plugins = try await ShippedPlugins.load("standard")
        #expect(
            plugins.contributions.riskScales.map(\.id).sorted() == [
                "standard/five-by-five", "standard/four-by-four-weighted", "standard/grades",
                "standard/letters-by-numbers", "standard/two-zones",
            ]
        )
    }

    // MARK: Mistakes

    @Test(arguments: [
        (
            #"scoring = "product", worst_scor = "lowest","#,
            "demo/main.lua:1: “worst_scor” is not a name that is known here. Did you mean “worst_score”?"
        ),
        (
            #"scoring = "product", worst_score = "least","#,
            "demo/main.lua:1: worst_score: “least” is not one of the words that are known here. Known: "
                + "highest, lowest."
        ),
        (
            #"scoring = "product", grid = {},"#,
            "demo/main.lua:1: grid: only a scale whose scoring is “grid” has cells. Remove them, or write "
                + "scoring = \"grid\"."
        ),
        (
            #"scoring = "product", bands = { { "a", "A", from = 1, through = 2 }, { "b", "B", from = 2, through = 3 } },"#,
            "demo/main.lua:1: Scale ours, version 1 has two bands for score 2. Part them."
        ),
        (
            #"scoring = "product", likelihood_order = "worst-first","#,
            "demo/main.lua:1: likelihoods[1]: levels that begin with the worst need an identifier and a "
                + "weight each, such as { \"A\", \"Almost certain\", weight = 5 }."
        ),
        (
            "scoring = function() return 1.5 end,",
            "demo/main.lua:5: the formula of the risk_scale “ours” gave 1.5 for likelihood “1” and impact "
                + "“1”. Return a whole number, such as likelihood.weight * impact.weight."
        ),
        (
            #"scoring = function() return "3" end,"#,
            "demo/main.lua:5: the formula of the risk_scale “ours” gave a text for likelihood “1” and "
                + "impact “1”. Return a whole number, such as likelihood.weight * impact.weight."
        ),
        (
            "scoring = function(l, i) if i.weight == 1 then return 1 end end,",
            "demo/main.lua:5: the formula of the risk_scale “ours” gave nothing for likelihood “1” and "
                + "impact “2”. Return a whole number, such as likelihood.weight * impact.weight."
        ),
        (
            "scoring = function() return { 1 } end,",
            "demo/main.lua:5: the formula of the risk_scale “ours” gave a table for likelihood “1” and "
                + "impact “1”. Return a whole number, such as likelihood.weight * impact.weight."
        ),
        (
            "scoring = function() return 0/0 end,",
            "demo/main.lua:5: the result is not a number (NaN)"
        ),
        (
            "scoring = function(l) return l.nothing.x end,",
            "demo/main.lua:5: attempt to index a nil value (field 'nothing'); 'nothing' has no value here; "
                + "check its spelling, or test it with if"
        ),
        (
            "scoring = function() while true do end end,",
            "demo/main.lua:5: the run used up its 50000000 units of work"
        ),
        (
            #"id = "Our Scale", scoring = "sum","#,
            "demo/main.lua:1: “Our Scale” is no name for a risk_scale. Use small letters, digits and "
                + "hyphens, such as \"five-by-five\"."
        ),
    ])
    func aMistakeIsToldWithItsLine(body: String, message: String) async throws {
        #expect(try await RiskPlugin.problems(Self.scale(body)).map(\.withoutCounts) == [message])
    }

    @Test(arguments: [
        (
            #""weight": 2 }"#, #""weigth": 2 }"#,
            "demo/scales/ours.json:5: likelihoods[1]: “weigth” is not a name that is known here. Did you "
                + "mean “weight”?"
        ),
        (
            #""scoring": "product""#, #""scoring": "power""#,
            "demo/scales/ours.json:11: scoring: “power” is not one of the words that are known here. "
                + "Known: product, sum, weighted, grid."
        ),
    ])
    func aMistakeInAFileIsToldWithItsLine(
        part: String,
        wrong: String,
        message: String
    ) async throws {
        let problems = try await RiskPlugin.problems(
            #"risk_scale "ours" { file = "scales/ours.json" }"#,
            files: ["scales/ours.json": Self.json.replacing(part, with: wrong, maxReplacements: 1)]
        )
        #expect(problems == [message])
    }

    @Test func aFileThatIsNotThereNamesTheClosest() async throws {
        let problems = try await RiskPlugin.problems(
            #"risk_scale "ours" { file = "scales/our.json" }"#,
            files: ["scales/ours.json": Self.json]
        )
        #expect(
            problems == [
                "demo/main.lua:1: file: the plugin has no file “scales/our.json”. Did you mean "
                    + "“scales/ours.json”?"
            ]
        )
    }

    @Test func aScaleThatNothingDeclaresIsAWarning() async throws {
        let folder = RiskPlugin.folder("", files: ["scales/ours.json": Self.json])
        let found = try await PluginCheck.checking(folder).flatMap(\.problems)
            .filter { $0.file == "scales/ours.json" }
        #expect(found.map(\.severity) == [.warning])
        #expect(
            found.map(\.message) == [
                "nothing declares this scale. Take it out, or write risk_scale \"ours\" { file = "
                    + "\"scales/ours.json\" }."
            ]
        )
    }

    // MARK: Formulas and versions

    @Test func aFormulaIsWorkedOutForEveryPair() async throws {
        let plugins = try await RiskPlugin.load(
            Self.scale(
                """
                scoring = function(likelihood, impact)
                  return likelihood.weight + 10 * impact.weight + 100 * likelihood.position
                end,
                """
            )
        )
        let scale = try plugins.contributions.riskScale("demo/ours")
        let scores = try ["1", "2"].flatMap { likelihood in
            try ["1", "2"].map { impact in
                try scale.score(likelihood: likelihood, impact: impact).value
            }
        }
        #expect(scores == [111, 121, 212, 222])
        // What a register takes over is data that reads back without Lua.
        let bytes = Array(scale.json.indentedText.utf8)
        #expect(try RiskScale(reading: bytes, source: "scale") == scale)
    }

    @Test func aScaleMayHaveSeveralVersions() async throws {
        let first = Self.scale(#"scoring = "product","#)
        let second = first.replacing("\"ours\"", with: "\"ours-2\"")
            .replacing("version = 1", with: "id = \"ours\", version = 2")
        let plugins = try await RiskPlugin.load(first + "\n" + second)
        let known = plugins.contributions
        #expect(try known.riskScale("demo/ours").version == 2)
        #expect(try known.riskScale("demo/ours", version: 1).version == 1)
        let error = #expect(throws: LibraryError.self) {
            try known.riskScale("demo/ours", version: 3)
        }
        #expect(error?.message == "The risk scale “demo/ours” has no version 3. It has: 1, 2.")
    }

    @Test func oneVersionIsDeclaredOnce() async throws {
        let first = Self.scale(#"scoring = "product","#)
        let second = first.replacing("\"ours\"", with: "\"again\"")
            .replacing("version = 1", with: "id = \"ours\", version = 1")
        #expect(
            try await RiskPlugin.problems(first + "\n" + second) == [
                "demo/main.lua:7: the scale ours, version 1 is declared twice. Give one of them another "
                    + "version."
            ]
        )
    }

    @Test func aFileOfAScaleIsApprovedWithItsPlugin() async throws {
        let main = #"risk_scale "ours" { file = "scales/ours.json" }"#
        let folder = RiskPlugin.folder(main, files: ["scales/ours.json": Self.json])
        let changed = RiskPlugin.folder(
            main,
            files: ["scales/ours.json": Self.json.replacing("Rare", with: "Seldom")]
        )
        let plugins = try await LuaPlugins.load(folder)
        let reload = try await plugins.reloading(changed)
        #expect(reload.changes == ["demo": .replaced])
    }
}
#endif
