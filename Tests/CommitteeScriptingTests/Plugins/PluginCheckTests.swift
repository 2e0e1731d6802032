// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeScripting
import Testing

/// What a check finds, word for word, and that it finds everything at once.
@Suite struct PluginCheckTests {
    /// The problems of a plugin `demo` with these files, as `severity file:line: message`.
    private static func problems(_ files: [String: String]) async throws -> [String] {
        var all = ["plugins/demo/README.md": "# Demo\n"]
        all["plugins/demo/plugin.json"] = MemoryFiles.manifest("demo")
        all["plugins/demo/main.lua"] = "report 'x' (function() end)"
        all["plugins/demo/tests/x.lua"] = "test 'x' (function(t) t.ok(true) end)"
        for (name, text) in files { all["plugins/demo/\(name)"] = text }
        let folder = PluginFolder("plugins", files: MemoryFiles(files: all))
        let checks = try await PluginCheck.checking(folder)
        return checks.flatMap(\.problems).map { "\($0.severity.rawValue) \($0)" }
    }

    @Test func aSoundPluginHasNoProblem() async throws {
        #expect(try await Self.problems([:]).isEmpty)
    }

    static let single: [(String, String, String)] = [
        (
            "main.lua", "report 'x' (function(edition) return edtion end)",
            "error demo/main.lua:1: unknown global 'edtion'; did you mean 'edition'?"
        ),
        (
            "main.lua", "report 'x' (function()\n  total = 1\nend)",
            "error demo/main.lua:2: unknown global 'total'"
        ),
        (
            "main.lua", "local leads = require 'leeds'\nreport 'x' (function() end)",
            "error demo/main.lua:1: there is no module “leeds”, which would stand in "
                + "lib/leeds.lua. The plugin has no folder lib."
        ),
        (
            "main.lua", "report 'x' (function() return load('return 1') end)",
            "error demo/main.lua:1: load is only there for a plugin that asks for it. Write "
                + "\"permissions\": [\"load\"] in plugin.json, or do without it."
        ),
        (
            "main.lua", "report 'x' (function(e, doc, ctx) return ctx.settings.days end)",
            "warning demo/main.lua:1: plugin.json has no setting “days”. None is known here."
        ),
        (
            "main.lua", "-- later\n",
            "warning demo/main.lua: it declares nothing, so the plugin does nothing."
        ),
        (
            "main.lua",
            "\nlayout 'x' { title = 'T', levels = { 'a', 'b' }, scheme = 'standard/rga',\n"
                + "  columns = { { 'Lead', 'leads' } } }",
            "error demo/main.lua:2: scheme: there is no status scheme “standard/rga”. None is "
                + "known here."
        ),
        (
            "plugin.json", MemoryFiles.manifest("demo", "\"permissions\": [\"load\"]"),
            "warning demo/plugin.json:3: permissions: the plugin asks for “load” and never names "
                + "it. Take it out."
        ),
        (
            "plugin.json", MemoryFiles.manifest("demo", "\"permissions\": [\"network\"]"),
            "error demo/plugin.json:3: permissions[0]: “network” is not one of the words that are "
                + "known here. Known: load."
        ),
        (
            "plugin.json",
            MemoryFiles.manifest(
                "demo",
                "\"settings\": { \"days\": { \"type\": \"integer\", \"default\": 1, "
                    + "\"doc\": \"Days.\" } }"
            ),
            "warning demo/plugin.json:3: settings: nothing reads ctx.settings.days. Take the "
                + "setting out."
        ),
        (
            "lib/spare.lua", "return {}",
            "warning demo/lib/spare.lua: nothing requires this module. Take it out, or write "
                + "require \"spare\"."
        ),
        (
            "tests/y.lua", "test 'y' (function(t) end",
            "error demo/tests/y.lua:1: ')' expected near <eof>; a bracket is not closed, or a comma is "
                + "missing"
        ),
    ]

    @Test(arguments: single)
    func theProblemIs(file: String, text: String, problem: String) async throws {
        #expect(try await Self.problems([file: text]) == [problem])
    }

    @Test func everyProblemIsToldAtOnce() async throws {
        let manifest = """
            { "id": "dmeo", "version": 1, "api": 2, "title": "A plugin", "audience": "all",
              "colour": "red" }
            """
        let problems = try await Self.problems([
            "plugin.json": manifest, "main.lua": "local a = \n",
            "lib/one.lua": "return {", "tests/x.lua": "if",
        ])
        #expect(
            problems.map { $0.prefix { $0 != ":" } } == [
                "error demo/plugin.json", "error demo/plugin.json", "error demo/plugin.json",
                "error demo/plugin.json", "error demo/plugin.json", "error demo/main.lua",
                "error demo/lib/one.lua", "error demo/tests/x.lua",
            ],
            "\(problems)"
        )
    }

    @Test func severalDeclarationsAreEachTold() async throws {
        let problems = try await Self.problems([
            "main.lua": "report 'X y' (function() end)\nstatus_scheme 's' { { 'G' } }\n"
        ])
        #expect(problems.count == 2, "\(problems)")
        #expect(
            problems.map { $0.prefix(22) } == ["error demo/main.lua:1:", "error demo/main.lua:2:"]
        )
    }

    @Test func namesThatAreDeclaredAreKnown() async throws {
        let main = """
            local M <const>, other = {}, 2
            local function helper(first, ...) return first, select("#", ...) end
            function M.run(edition, doc, ctx)
              for index, item in ipairs(edition.plan.late) do
                goto next
                doc:heading(1, item.text .. index .. other .. [[ nothing ]])
                ::next::
              end
              local row = { title = "x", ["y"] = helper(1), self = 3; last = 0x1F }
              while row.last > 1e3 do break end -- not a name: missing
              return --[==[ neither
                is this ]==] nil
            end
            function M:with() return self end
            report "x" (function(edition, doc, ctx) M.run(edition, doc, ctx) end)
            """
        #expect(try await Self.problems(["main.lua": main]) == [])
    }

    @Test func readmeAndTestsAreHinted() async throws {
        let checks = try await PluginCheck.checking(
            MemoryFiles.demo("report 'x' (function() end)")
        )
        #expect(
            checks.flatMap(\.problems).map { "\($0.severity.rawValue) \($0)" } == [
                "hint demo/README.md: there is none. Say in a few lines whose plugin it is and what "
                    + "it is for.",
                "hint demo/tests: there is no test. Write one: test \"what is true\" (function(t) … "
                    + "end) in a file such as tests/demo.lua.",
            ]
        )
        #expect(checks.map(\.isSound) == [true])
    }

    /// Every global that the check takes as known is there in the sandbox.
    @Test func theKnownGlobalsAreThere() async throws {
        let names = [
            "_G", "_VERSION", "assert", "coroutine", "error", "getmetatable", "ipairs", "math",
            "next", "pairs", "pcall", "print", "rawequal", "rawget", "rawlen", "rawset", "require",
            "select", "setmetatable", "string", "table", "tonumber", "tostring", "type", "utf8",
            "xpcall",
        ]
        let main =
            "local all = { \(names.joined(separator: ", ")) }\nreport 'x' (function() "
            + "return all end)"
        #expect(try await Self.problems(["main.lua": main]) == [])
    }
}
#endif
