// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// The tests of plugins: what passes, what fails, and in which words.
@Suite struct PluginTestingTests {
    private static let main = """
        report "late" (function(edition, doc, ctx)
          doc:heading(1, "Late on " .. ctx.today:format("d MMMM yyyy"))
          for _, action in ipairs(edition.plan.late) do
            doc:paragraph(action.text .. " " .. ctx.settings.mark)
          end
          if ctx.settings.mark == "fail" then return 1 end
        end)
        report "csv" { media_type = "text/csv",
          run = function(edition, out) out:row { #edition.plan.actions } end }
        reminder "chase" { { overdue = true, every = "1 week" } }
        timescale_words "local" { phrases = { { "Termly", recurring = "4 months" } } }
        status_scheme "rag" { { "G", "Good", means = "on_track", colour = "green" } }
        """
    private static let settings =
        "\"settings\": { \"mark\": { \"type\": \"text\", \"default\": \"!\", \"doc\": \"A mark.\" } }"

    private static func report(
        _ body: String,
        more: [String: String] = [:],
        isRecording: Bool = false
    ) async throws -> PluginTestReport {
        var files = [
            "plugins/demo/plugin.json": MemoryFiles.manifest("demo", settings),
            "plugins/demo/main.lua": main, "plugins/demo/lib/words.lua": "return { one = 1 }",
            "plugins/demo/tests/demo.lua": body,
        ]
        for (name, text) in more { files["plugins/demo/\(name)"] = text }
        let folder = PluginFolder("plugins", files: MemoryFiles(files: files))
        let plugins = try await LuaPlugins.load(folder)
        return try await plugins.test("demo", in: folder, isRecording: isRecording)
    }

    /// One test with this body, and an edition with an action that is late.
    private static func failure(_ body: String, more: [String: String] = [:]) async throws
        -> String?
    {
        let test = """
            local one = { { number = "1", text = "Write", lead = "Nurse", due = "2026-06-30" } }
            test "it" (function(t, ctx)
            \(body)
            end)
            """
        let results = try await report(test, more: more).results
        #expect(results.map(\.name) == ["it"])
        return results.first?.failure
    }

    static let passing = [
        "t.equal(1, 1.0)", "t.equal(nil, nil)", "t.equal({ 1, { a = 'x' } }, { 1, { a = 'x' } })",
        "t.equal({}, {})", "t.ok(1)", "t.contains('a late action', 'late')",
        "t.equal(#t.edition(one).plan.late, 1)",
        "t.equal(t.edition(one).plan.late, t.edition(one).plan.actions)",
        "t.equal(t.edition(one).plan.late[1].due, t.date('2026-06-30'))",
        "t.equal(t.edition(one).plan.actions[1].leads, { 'Nurse' })",
        "t.equal(t.report('late', t.edition(one)), '# Late on 31 October 2026\\n\\nWrite !\\n')",
        "t.contains(t.report('late', t.edition(one), { as = 'txt', today = '2026-11-01', "
            + "settings = { mark = 'late' } }), 'Late on 1 November 2026')",
        "t.equal(t.report('csv', t.edition(one)), '1\\r\\n')",
        "t.equal(t.problem('late', t.edition(one)), nil)",
        "t.contains(t.problem('late', t.edition(one), { settings = { mark = 'fail' } }), "
            + "'demo/main.lua:1: the report returned a number')",
        "t.equal(t.reminders(t.edition(one))[1].item, '1')",
        "t.equal(t.reminders(t.edition {}), {})",
        "t.equal(t.timescale('Termly').kind, 'recurring')",
        "t.equal(t.status('rag', 'good').letter, 'G')", "t.equal(t.status('rag', 'Z'), nil)",
        "t.equal(require('words').one, 1)", "t.equal(ctx.settings.mark, '!')",
        "t.equal(ctx.today, t.date('2026-10-31'))",
        "t.equal(ctx.working_days(ctx.today, ctx.today + 2), 1)",
        "t.equal(#ctx.group(t.edition(one).plan.late, 'leads'), 1)",
        "local ok = pcall(t.edition, 'nowhere') t.equal(ok, false)",
        "t.equal(#t.edition('northshire').plan.late, 2)",
        "t.matches(t.report('csv', t.edition(one)), 'golden/one.csv')",
    ]

    @Test(arguments: passing) func itPasses(body: String) async throws {
        #expect(try await Self.failure(body, more: ["tests/golden/one.csv": "1\r\n"]) == nil)
    }

    static let failing: [(String, String)] = [
        ("t.equal(1, 2)", "demo/tests/demo.lua:3: expected 2, found 1"),
        (
            "t.equal('a', 'b', 'the word')",
            "demo/tests/demo.lua:3: the word: expected “b”, found “a”"
        ),
        ("\nt.equal(nil, false)", "demo/tests/demo.lua:4: expected false, found nil"),
        (
            "t.equal({ rows = { { due = 1 }, { due = 2 } } }, { rows = { { due = 1 }, { due = 3 } } })",
            "demo/tests/demo.lua:3: rows[2].due: expected 3, found 2"
        ),
        ("t.equal({ 1 }, { 1, 2 })", "demo/tests/demo.lua:3: expected 2 in the list, found 1"),
        (
            "t.equal('one\\ntwo', 'one\\nthree')",
            "demo/tests/demo.lua:3: line 2: expected “three”, found “two”"
        ),
        (
            "t.contains('abc', 'x')",
            "demo/tests/demo.lua:3: expected a text with “x” in it, found “abc”"
        ),
        (
            "t.ok(nil, 'a plan')",
            "demo/tests/demo.lua:3: a plan: expected something true, found nil"
        ),
        ("t.fail('not yet')", "demo/tests/demo.lua:3: not yet"),
        (
            "t.matches('1', 'golden/none.md')",
            "demo/tests/demo.lua:3: there is no tests/golden/none.md yet; run the tests with "
                + "--record to make it, and read it"
        ),
        (
            "t.matches('2', 'golden/one.csv')",
            "demo/tests/demo.lua:3: tests/golden/one.csv, expected “1”, found “2”. If what is found "
                + "is right, run the tests with --record"
        ),
        (
            "t.matches('2', '../main.lua')",
            "demo/tests/demo.lua:3: t.matches: “../main.lua” is no file of the folder tests, such as "
                + "\"golden/late.md\""
        ),
        (
            "t.edition 'northshir'",
            "demo/tests/demo.lua:3: There is no example “northshir”. Did you mean “northshire”?"
        ),
        (
            "t.edition { { text = 'x', staus = 'G' } }",
            "demo/tests/demo.lua:3: t.edition: items[0]: “staus” is not a name that is known here. "
                + "Did you mean “status”?"
        ),
        (
            "t.report('lat', t.edition(one))",
            "demo/tests/demo.lua:3: There is no report or layout “demo/lat”. Did you mean "
                + "“demo/late”?"
        ),
        (
            "t.report('late', 1)",
            "demo/tests/demo.lua:3: t.report: argument 2: expected an edition, as t.edition makes "
                + "it, found a number"
        ),
        (
            "t.report('late', t.edition(one), { as = 'pdf' })",
            "demo/tests/demo.lua:3: t.report: there is no form “pdf”. Known: md, html, txt, csv, json."
        ),
        (
            "t.report('late', t.edition(one), { settings = { mrk = 'x' } })",
            "demo/tests/demo.lua:3: There is no setting “mrk”. Did you mean “mark”?"
        ),
        ("t.eqal(1, 1)", "demo/tests/demo.lua:3: 'eqal' is not part of t; did you mean 'equal'?"),
        (
            "t.read('plan.md', 'plan')",
            "demo/tests/demo.lua:3: there is no file tests/plan.md. Put the document into the "
                + "folder tests."
        ),
        (
            "while true do end",
            "demo/tests/demo.lua:3: the run used up its 50000000 units of work"
        ),
    ]

    @Test(arguments: failing) func itFails(body: String, words: String) async throws {
        let failure = try await Self.failure(body, more: ["tests/golden/one.csv": "1"])
        #expect(failure?.withoutCounts == words)
    }

    @Test func aFileThatCannotBeCompiledIsOneFailure() async throws {
        let report = try await Self.report("test 'x' (function(t)")
        #expect(
            report.results.map(\.failure)
                == [
                    "demo/tests/demo.lua:1: 'end' expected near <eof>; every if, for, while, do and "
                        + "function needs an end of its own"
                ]
        )
        #expect(report.results.map(\.file) == ["tests/demo.lua"])
    }

    @Test func aFileWithoutATestFails() async throws {
        #expect(
            try await Self.report("local a = 1").results.map(\.failure) == [
                "demo/tests/demo.lua: the file declares no test. Write test \"what is true\" "
                    + "(function(t) … end)."
            ]
        )
    }

    @Test func aTestTellsNothingToTheNext() async throws {
        let report = try await Self.report(
            "local seen = 0\ntest 'one' (function(t) seen = seen + 1 t.equal(seen, 1) end)\n"
                + "test 'two' (function(t) seen = seen + 1 t.equal(seen, 1) end)"
        )
        #expect(report.results.map(\.hasPassed) == [true, true])
        #expect(report.results.map(\.line) == [2, 3])
    }

    @Test func theWorkOfATestIsTheSameEachTime() async throws {
        let test = "test 'x' (function(t) t.ok(t.report('late', t.edition 'strathmarr')) end)"
        let first = try await Self.report(test).results
        let second = try await Self.report(test).results
        #expect(first.map(\.fuel) == second.map(\.fuel))
        #expect(first.map { $0.fuel > 1_000 } == [true])
    }

    @Test func recordingGivesTheGoldenFiles() async throws {
        let report = try await Self.report(
            "test 'x' (function(t) t.matches('new', 'golden/a.md') end)",
            isRecording: true
        )
        #expect(report.recorded == ["tests/golden/a.md": Array("new".utf8)])
        #expect(report.hasPassed)
    }

    @Test func aTestThatAsksWithoutEndIsEnded() async throws {
        let failure = try await Self.failure("for i = 1, 100 do pcall(t.edition, 'no-' .. i) end")
        #expect(
            failure
                == "demo/tests/demo.lua:2: the test asks for more than 64 editions and reports. "
                + "Split it."
        )
    }

    @Test func anUnknownPluginIsNamed() async throws {
        let folder = MemoryFiles.demo(Self.main, manifest: Self.settings)
        let plugins = try await LuaPlugins.load(folder)
        let error = await #expect(throws: PluginError.self) {
            try await plugins.test("dmeo", in: folder)
        }
        #expect(error?.message == "There is no plugin “dmeo” in “plugins”. Did you mean “demo”?")
    }

    @Test("A document is read with its repairs, and with a period that it does not state")
    func documentsAreReadWithOptions() async throws {
        let layout = """
            layout "plan" { title = "A plan", levels = { "aim", "action" },
              headings = { aim = { "Aim {number}: {text}" } },
              columns = { { "No", "number" }, { "Action", "text" } } }
            """
        let plan = """
            # A plan

            ## Aim 1: One

            | No | Action |
            |---|---|
            | about here | Write |
            """
        let repairs = """
            { "repairs": [ { "line": 7, "find": "about here", "put": "1.1", "because": "A slip." } ] }
            """
        let body = """
            test "it" (function(t)
              local options = { period = "2024-04-01/2026-03-31", repairs = "plan.repairs.json" }
              t.equal(t.read("plan.md", "plan", options).plan.actions[1].number, "1.1")
              t.equal(#t.findings("plan.md", "plan", options), 0)
              local plain = t.findings("plan.md", "plan", { period = "2024-04-01/2026-03-31" })
              t.equal(plain[1].kind, "number-unread")
            end)
            """
        let files = [
            "plugins/demo/plugin.json": MemoryFiles.manifest("demo"),
            "plugins/demo/main.lua": layout, "plugins/demo/tests/demo.lua": body,
            "plugins/demo/tests/plan.md": plan, "plugins/demo/tests/plan.repairs.json": repairs,
        ]
        let folder = PluginFolder("plugins", files: MemoryFiles(files: files))
        let plugins = try await LuaPlugins.load(folder)
        let report = try await plugins.test("demo", in: folder, isRecording: false)
        #expect(report.results.map(\.failure) == [nil])
    }
}
#endif
