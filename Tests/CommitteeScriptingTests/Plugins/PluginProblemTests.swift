// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// What an author reads when a plugin is wrong, word for word; and that nobody else is touched.
@Suite struct PluginProblemTests {
    static let declarations: [(String, String)] = [
        (
            "\nreport 'x' (function(edition, doc)\n  doc:heading(1, 'x')\n",
            "demo/main.lua:4: 'end' expected (to close 'function' at line 2) near <eof>"
        ),
        ("local a = 1\nif a = 1 then end", "demo/main.lua:2: 'then' expected near '='"),
        (
            "lyout 'x' {}", "demo/main.lua:1: unknown global 'lyout'; did you mean 'layout'?"
        ),
        (
            "layout 'x' { title = 'T', levels = { 'a', 'b' }, colums = {} }",
            "demo/main.lua:1: “colums” is not a name that is known here. Did you mean “columns”?"
        ),
        (
            "\nlayout 'x' { title = 'T', levels = { 'a', 'b' },\n"
                + "  columns = { { 'Lead', 'leeds' } } }",
            "demo/main.lua:2: columns: the column “Lead” holds “leeds”, which is not a field. Did "
                + "you mean “leads”? A column of your own is called local.name."
        ),
        (
            "layout 'x' { title = 'T', levels = { 'a', 'b' }, columns = { { 'No', 'number' } },\n"
                + "  headings = { a = { 'A {number}', 'statement' } } }",
            "demo/main.lua:1: headings.a: “statement” stands without a name in place 2, but only the "
                + "first has none. Give it its name, as in row = …. Known: row, below, begins, lines, "
                + "read, write."
        ),
        (
            "layout 'x' { title = 'T', levels = 'a, b', columns = {} }",
            "demo/main.lua:1: levels: expected a list in braces, such as { \"…\", \"…\" }, found a "
                + "text."
        ),
        (
            "layout 'x' { title = 'T', levels = { 'a', 'b' }, columns = { 'Lead' } }",
            "demo/main.lua:1: columns[1]: expected a table such as { \"…\", \"…\", header = …, "
                + "field = … }, found a text."
        ),
        (
            "layout 'x' { title = 'T', levels = { 'a', 'b' }, columns = { { 'No', 'number' } },\n"
                + "  facts = { progress = 'At {date}' } }",
            "demo/main.lua:1: facts: expected a list in braces, such as { \"…\", \"…\" }, found a "
                + "table with names."
        ),
        (
            "status_scheme 'x' { { 'G', 'Good', means = 'fine', colour = 'green' } }",
            "demo/main.lua:1: [1].means: “fine” is not one of the words that are known here. "
        ),
        (
            "report 'x' (function() end)\nlayout 'x' { title = 'T', levels = { 'a', 'b' }, "
                + "columns = { { 'Lead', 'leads' } } }",
            "demo/main.lua:2: the layout “x” has the name of the report at line 1. Name one of "
                + "them otherwise."
        ),
        (
            "report 'x' { title = 'T' }",
            "demo/main.lua:1: the report “x” has no run = function(edition, doc, ctx) … end"
        ),
        (
            "report 'X y' (function() end)",
            "demo/main.lua:1: “X y” is no name for a report. Use small letters, digits and "
                + "hyphens, such as \"action-list\"."
        ),
        (
            "report 'x' { extension = 'csv', run = function() end }",
            "demo/main.lua:1: extension: only a report with a media_type has an extension of its "
                + "own."
        ),
        (
            "timescale_words 'x' { phrases = { { 'Termly' } } }",
            "demo/main.lua:1: phrases[1]: say of “Termly” one of means = \"ongoing\", recurring = "
                + "\"4 months\" or same_as = \"By 31 March 2027\"."
        ),
        (
            "timescale_words 'x' { phrases = { { 'Termly', recurring = 'often' } } }",
            "demo/main.lua:1: phrases[1].recurring: expected a length of time such as “4 months”, "
                + "found “often”."
        ),
        ("while true do end", "demo/main.lua:1: the run used up its 50000000 units of work"),
        ("return edition.plan", "demo/main.lua:1: unknown global 'edition'"),
    ]

    @Test(arguments: declarations) func theDeclarationIsRefused(
        main: String,
        problem: String
    ) async throws {
        let problems = try await LuaPlugins.problems(MemoryFiles.demo(main))
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix(problem) == true, "\(problems)")
    }

    static let runs: [(String, String, Int)] = [
        (
            "local x = edition.plan.actions[1].days_to_du",
            "'days_to_du' is not a field of an item; did you mean 'days_to_due'?", 3
        ),
        (
            "doc:heading(1, edition.plan.Title)",
            "'Title' is not a field of a plan; did you mean 'title'?", 3
        ),
        ("doc:heding(1, 'x')", "'heding' is not part of doc; did you mean 'heading'?", 3),
        (
            "doc:heading(9, 'x')",
            "doc:heading: level: expected a whole number from 1 to 6, found 9.", 3
        ),
        ("doc:heading(1)", "doc:heading takes 2 to 3 arguments, found 1", 3),
        (
            "doc:paragraph(edition.plan)",
            "doc:paragraph: text is a record; name one of its fields, such as item.text", 3
        ),
        (
            "doc:table { columns = { 'A' }, rows = { { 'x' }, { 'y', 'z' } } }",
            "doc:table: rows[2]: the row has 2 cells, and the table has 1 columns.", 3
        ),
        (
            "doc:table { columns = { 'A', 'B' },\n rows = { { 'x', { colour = 'red' } } } }",
            "doc:table: rows[1][2]: a cell is a text, a number, or a table with one of the names "
                + "markup, status, date, number and content; found the names colour.", 3
        ),
        (
            "doc:table { columns = { 'A' }, rows = { { { status = { colour = 'red' } } } } }",
            "doc:table: rows[1][1].status: a status needs a letter or a word; colour alone is "
                + "never enough.", 3
        ),
        (
            "doc:notice('loud', 'x')",
            "doc:notice: strength: “loud” is not known here. Known: information, warning, draft, watermark.",
            3
        ),
        (
            "local action\n  return action.text",
            "attempt to index a nil value (local 'action'); 'action' has no value here; check its "
                + "spelling, or test it with if",
            4
        ),
        (
            "ctx.group(edition.plan.actions, 'lead')",
            "ctx.group: 'lead' is not a field; did you mean 'leads'?", 3
        ),
        (
            "ctx.working_days(1, 2)",
            "ctx.working_days: argument 1: expected a date, found a number", 3
        ),
        ("return ctx.settings.days", "'days' is not part of ctx.settings", 3),
    ]

    @Test(arguments: runs) func theReportFails(body: String, message: String, line: Int)
        async throws
    {
        let folder = MemoryFiles.demo("\nreport 'x' (function(edition, doc, ctx)\n  \(body)\nend)")
        let plugins = try await LuaPlugins.load(folder)
        #expect(plugins.contributions.plugins.flatMap(\.problems) == [])
        let failure = await #expect(throws: ScriptFailure.self) {
            try await plugins.report(ReportRequest("demo/x", of: Northshire.edition()))
        }
        #expect(failure?.message == message)
        #expect(failure?.plugin == "demo")
        #expect(failure?.file == "main.lua")
        #expect(failure?.line == line)
        #expect(failure?.contribution == "report 'x'")
    }

    @Test func aReportThatLoopsForEverEnds() async throws {
        let folder = MemoryFiles.demo(
            "report 'x' (function(edition, doc, ctx)\n  while true do pcall(error) end\nend)",
            manifest: "\"limits\": { \"fuel\": 100000 }"
        )
        let plugins = try await LuaPlugins.load(folder)
        let failure = await #expect(throws: ScriptFailure.self) {
            try await plugins.report(ReportRequest("demo/x", of: Northshire.edition()))
        }
        #expect(failure?.reason == .fuel)
        #expect(failure?.line == 2)
    }

    @Test func whatIsReturnedMustHaveTheRightShape() async throws {
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo(
                """
                report "x" (function(edition, doc, ctx)
                  return { "a document" }
                end)
                layout "y" {
                  title = "T", levels = { "priority", "outcome", "action" },
                  columns = {
                    { "Action", "text" },
                    { "Days", value = function(action, ctx) return action.days_to_due end },
                    { "Wrong", value = function(action) return action.id == "2.1" and {} or "" end },
                  },
                }
                """
            )
        )
        let report = await #expect(throws: ScriptFailure.self) {
            try await plugins.report(ReportRequest("demo/x", of: Northshire.edition()))
        }
        #expect(
            report?.message == "the report returned a table; write with doc and return nothing"
        )
        #expect(report?.line == 1)
        let cells = await #expect(throws: ScriptFailure.self) {
            try await plugins.computedCells(
                of: "demo/y",
                plan: "plan-2026-2028",
                in: Northshire.edition()
            )
        }
        #expect(
            cells?.message
                == "the function returned a table for 2.1; return a text, a number, a date or nil"
        )
        #expect(cells?.line == 9)
    }

    @Test func aBrokenPluginLeavesTheOthersWorking() async throws {
        let folder = MemoryFiles.folder([
            "broken": "report 'x' (function(", "fine": "report 'x' (function(edition, doc) end)",
        ])
        let plugins = try await LuaPlugins.load(folder)
        #expect(plugins.contributions.reports.map(\.id) == ["fine/x"])
        #expect(plugins.contributions.plugins.map(\.problems.isEmpty) == [false, true])
        _ = try await plugins.report(ReportRequest("fine/x", of: Northshire.edition()))
        let error = await #expect(throws: LibraryError.self) {
            try await plugins.report(ReportRequest("broken/x", of: Northshire.edition()))
        }
        #expect(
            error?.message
                == "There is no report “broken/x”: the plugin “broken” has a mistake. "
                + "broken/main.lua:1: <name> or '...' expected near <eof>"
        )
        let unknown = await #expect(throws: LibraryError.self) {
            try await plugins.report(ReportRequest("fine/y", of: Northshire.edition()))
        }
        #expect(unknown?.message == "There is no report “fine/y”. Did you mean “fine/x”?")
    }

    @Test func pluginsCannotSeeEachOther() async throws {
        let first =
            "string.shout = 'heard'\nreport 'x' (function(edition, doc) "
            + "table.kept = 1 end)"
        let second =
            "report 'y' (function(edition, doc) doc:heading(1, tostring(rawget(string, "
            + "'shout'))) doc:heading(2, tostring(rawget(table, 'kept'))) end)"
        let plugins = try await LuaPlugins.load(MemoryFiles.folder(["a": first, "b": second]))
        let edition = Northshire.edition()
        _ = try? await plugins.report(ReportRequest("a/x", of: edition))
        #expect(
            try await plugins.report(ReportRequest("b/y", of: edition)).document
                == Document(title: "nil", blocks: [.heading(1, "nil"), .heading(2, "nil")])
        )
    }
}
#endif
