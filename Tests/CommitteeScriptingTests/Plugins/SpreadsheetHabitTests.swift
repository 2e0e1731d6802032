// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// What people write who know spreadsheets, and what they are told to write instead.
@Suite struct SpreadsheetHabitTests {
    struct Habit: Sendable, CustomTestStringConvertible {
        var name: String
        var main: String
        /// What the check says; a file that does not compile says the same when it is run.
        var check: String?
        /// What a run says of what the check cannot see, or sees as doubtful.
        var run: String?
        var testDescription: String { name }

        init(_ name: String, _ main: String, check: String? = nil, run: String? = nil) {
            self.name = name
            self.main = main
            self.check = check
            self.run = run
        }
    }

    static let habits: [Habit] = [
        Habit(
            "texts joined with &",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph("Plan: " & edition.plan.title)
            end)
            """,
            check: "demo/main.lua:2: texts are joined with .., not with &.",
            run: "attempt to perform bitwise operation on a string value (constant 'Plan: '); "
                + "texts are joined with .., not with &"
        ),
        Habit(
            "two fields joined with &",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(edition.plan.title & edition.plan.id)
            end)
            """,
            run: "attempt to perform bitwise operation on a string value (field 'title'); "
                + "texts are joined with .., not with &"
        ),
        Habit(
            "a date joined with &",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(ctx.today & "")
            end)
            """,
            check: "demo/main.lua:2: texts are joined with .., not with &.",
            run: "a date is not a number; texts are joined with .., not with &"
        ),
        Habit(
            "is not, as <>",
            """
            report "x" (function(edition, doc, ctx)
            if edition.plan.title <> "x" then doc:page_break() end
            end)
            """,
            check: "demo/main.lua:2: unexpected symbol near '>'; 'is not' is written ~= in Lua"
        ),
        Habit(
            "AND in capitals",
            """
            report "x" (function(edition, doc, ctx)
            if edition.plan AND edition.plan.title then doc:page_break() end
            end)
            """,
            check: "demo/main.lua:2: 'then' expected near 'AND'; 'AND' is written in small "
                + "letters: and"
        ),
        Habit(
            "NOT in capitals",
            """
            report "x" (function(edition, doc, ctx)
            if NOT edition.plan then doc:page_break() end
            end)
            """,
            check: "demo/main.lua:2: 'then' expected near 'edition'; 'NOT' is written in small "
                + "letters: not"
        ),
        Habit(
            "If with a capital",
            """
            report "x" (function(edition, doc, ctx)
            If edition.plan then doc:page_break() end
            end)
            """,
            check: "demo/main.lua:2: syntax error near 'edition'; 'If' is written in small "
                + "letters: if"
        ),
        Habit(
            "THEN in capitals",
            """
            report "x" (function(edition, doc, ctx)
            if edition.plan THEN doc:page_break() end
            end)
            """,
            check: "demo/main.lua:2: 'then' expected near 'THEN'; 'THEN' is written in small "
                + "letters: then"
        ),
        Habit(
            "IF as a formula",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(IF(1 > 0, "yes", "no"))
            end)
            """,
            check: "demo/main.lua:2: unknown global 'IF'; for a value, write condition and this "
                + "or that; for steps, if … then … else … end",
            run: "unknown global 'IF'; for a value, write condition and this or that; for "
                + "steps, if … then … else … end"
        ),
        Habit(
            "IF as a formula with an equals sign",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(IF(edition.plan.title = "x", "yes", "no"))
            end)
            """,
            check: "demo/main.lua:2: ')' expected near '='; for a value, write condition and "
                + "this or that; for steps, if … then … else … end"
        ),
        Habit(
            "a list after in as it is",
            """
            report "x" (function(edition, doc, ctx)
            for action in edition.plan.actions do doc:paragraph(action.text) end
            end)
            """,
            check: "demo/main.lua:2: warning: after “in” comes ipairs(…): write for _, item in "
                + "ipairs(….actions) do.",
            run: "a list is not a function; go through it with for _, item in ipairs(list) "
                + "do, or read one item with list[1]"
        ),
        Habit(
            "the item 0",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(edition.plan.actions[0].text)
            end)
            """,
            check: "demo/main.lua:2: warning: a list begins with 1: write actions[1] for the "
                + "first item.",
            run: "attempt to index a nil value (field 'integer index'); there is no item at "
                + "that place; a list begins with [1], and #list says how many it has"
        ),
        Habit(
            "a missing end inside",
            """
            report "x" (function(edition, doc, ctx)
              for _, a in ipairs(edition.plan.actions) do
                if a.is_late then
                  doc:paragraph(a.text)
              end
            end)
            """,
            check: "demo/main.lua:6: unexpected symbol near ')'; the 'if' in line 3 seems to "
                + "have no end of its own"
        ),
        Habit(
            "upper as a function of its own",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(upper(edition.plan.title))
            end)
            """,
            check: "demo/main.lua:2: unknown global 'upper'; did you mean 'string.upper'?",
            run: "unknown global 'upper'; did you mean 'string.upper'?"
        ),
        Habit(
            "LEFT as a formula",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(LEFT(edition.plan.title, 3))
            end)
            """,
            check: "demo/main.lua:2: unknown global 'LEFT'; write text:sub(1, 3)",
            run: "unknown global 'LEFT'; write text:sub(1, 3)"
        ),
        Habit(
            "COUNTIF as a formula",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(COUNTIF(edition.plan.actions, "late"))
            end)
            """,
            check: "demo/main.lua:2: unknown global 'COUNTIF'; go through the list with for _, "
                + "item in ipairs(list) do … end",
            run: "unknown global 'COUNTIF'; go through the list with for _, item in "
                + "ipairs(list) do … end"
        ),
        Habit(
            "TODAY as a formula",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(TODAY())
            end)
            """,
            check: "demo/main.lua:2: unknown global 'TODAY'; write ctx.today",
            run: "unknown global 'TODAY'; write ctx.today"
        ),
        Habit(
            "string.trim",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(string.trim(edition.plan.title))
            end)
            """,
            check: "demo/main.lua:2: there is no function “string.trim”; write "
                + "text:match(\"^%s*(.-)%s*$\").",
            run: "attempt to call a nil value (field 'trim'); write text:match(\"^%s*(.-)%s*$\")"
        ),
        Habit(
            "trim as a method",
            """
            report "x" (function(edition, doc, ctx)
            local title = edition.plan.title doc:paragraph(title:trim())
            end)
            """,
            run: "attempt to call a nil value (method 'trim'); write "
                + "text:match(\"^%s*(.-)%s*$\")"
        ),
        Habit(
            "os.date",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(os.date("%d %B %Y"))
            end)
            """,
            check: "demo/main.lua:2: unknown global 'os'; a plugin has no clock of its own; "
                + "write ctx.today, and date:format(\"d MMMM yyyy\")",
            run: "unknown global 'os'; a plugin has no clock of its own; write ctx.today, and "
                + "date:format(\"d MMMM yyyy\")"
        ),
        Habit(
            "io.open",
            """
            report "x" (function(edition, doc, ctx)
            local file = io.open("plan.csv")
            end)
            """,
            check: "demo/main.lua:2: unknown global 'io'; a plugin opens no files; read "
                + "edition, and write with doc or out",
            run: "unknown global 'io'; a plugin opens no files; read edition, and write with "
                + "doc or out"
        ),
        Habit(
            "a field spelt as in German",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(edition.plan.titel)
            end)
            """,
            run: "'titel' is not a field of a plan; did you mean 'title'?"
        ),
        Habit(
            "a key spelt as in German",
            """
            layout "x" {
              titel = "T {period}", levels = { "outcome", "action" },
              columns = { { "Action", "text" } },
            }
            """,
            check: "demo/main.lua:1: “titel” is not a name that is known here. Did you mean "
                + "“title”?"
        ),
        Habit(
            "a function without a bracket",
            """
            report "x" function(edition, doc, ctx)
              doc:paragraph("x")
            end
            """,
            check: "demo/main.lua:1: <name> expected near '('; a function stands in brackets: "
                + "report \"x\" (function(edition, doc, ctx) … end)"
        ),
        Habit(
            "a date where a text is wanted",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(ctx.today)
            end)
            """,
            run: "doc:paragraph: argument 1: expected a text, found a date; write it as a "
                + "text, such as ctx.today:format(\"d MMMM yyyy\")"
        ),
        Habit(
            "a date where a function wants a text",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(string.upper(ctx.today))
            end)
            """,
            run: "bad argument #1 to 'upper' (string expected, got record or date); a date "
                + "becomes a text by date:format(\"d MMMM yyyy\"); of a record, name a field"
        ),
        Habit(
            "a hole in a row",
            """
            report "x" (function(edition, doc, ctx)
            doc:table { columns = { "A", "B", "C" }, rows = { { "a", nil, "c" } } }
            end)
            """,
            run: "rows[1] has a hole: item 2 is missing; where a value may be missing, write "
                + "(value or \"\")"
        ),
        Habit(
            "a function where a value is wanted",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(ctx.date)
            end)
            """,
            run: "the argument is a function; call it with ( ), or give a value"
        ),
        Habit(
            "a loop that never ends",
            """
            report "x" (function(edition, doc, ctx)
            local n = 0
            while true do
              n = n + 1
            end
            end)
            """,
            run: "the run used up its 50000000 units of work; in the last 781019 of them line "
                + "4 of main.lua ran 390528 times: see that its loop ends"
        ),
        Habit(
            "too much output",
            """
            report "x" (function(edition, doc, ctx)
            for i = 1, 10000000 do doc:paragraph(("x"):rep(10000)) end
            end)
            """,
            run: "the run wrote more than its 33554432 bytes: 33553520 in 3352 pieces, and "
                + "10010 more here; write less, or see that a loop does not write too often"
        ),
        Habit(
            "a field that is a word of Lua's own",
            """
            report "x" (function(edition, doc, ctx)
            doc:paragraph(tostring(edition.plan.until))
            end)
            """,
            check: "demo/main.lua:2: <name> expected near 'until'; 'until' is a word of Lua's "
                + "own; write .ends, or [\"until\"]"
        ),
        Habit(
            "a date beside a text",
            """
            report "x" (function(edition, doc, ctx)
            for _, a in ipairs(edition.plan.actions) do
              if a.due == "2026-06-30" then doc:page_break() end
            end
            end)
            """,
            check: "demo/main.lua:3: warning: “due” is a date, and a date is never equal to a "
                + "text; compare it with ctx.date(\"2026-06-30\").",
            run: "a date is never equal to the text \"2026-06-30\"; compare it with "
                + "ctx.date(\"2026-06-30\")"
        ),
        Habit(
            "a text beside a date",
            """
            report "x" (function(edition, doc, ctx)
            for _, a in ipairs(edition.plan.actions) do
              if "2026-06-30" ~= a.due then doc:page_break() end
            end
            end)
            """,
            check: "demo/main.lua:3: warning: “due” is a date, and a date is never equal to a "
                + "text; compare it with ctx.date(\"2026-06-30\").",
            run: "a date is never equal to the text \"2026-06-30\"; compare it with "
                + "ctx.date(\"2026-06-30\")"
        ),
        Habit(
            "a date that is empty as in a spreadsheet",
            """
            report "x" (function(edition, doc, ctx)
            local a = edition.plan.actions[1]
            if a.due == "" then doc:page_break() end
            end)
            """,
            check: "demo/main.lua:3: warning: “due” is a date, and a date is never equal to a "
                + "text; write due == nil for a date that is not there."
        ),
        Habit(
            "tables as keys",
            """
            report "x" (function(edition, doc, ctx)
            local seen = { [{}] = true } for key in pairs(seen) do doc:page_break() end
            end)
            """,
            run: "a table cannot be gone through that has a table among its keys, since those "
                + "have no order; use texts or numbers as keys, such as item.id, or keep a list"
        ),
    ]

    @Test(arguments: habits) func theRemedyIsTold(_ habit: Habit) async throws {
        let folder = MemoryFiles.demo(habit.main)
        let found = try await PluginCheck.checking(folder).flatMap(\.problems)
            .filter { $0.severity != .hint }
        let told = found.map { problem in
            problem.severity == .error
                ? problem.description
                : problem.description.replacing(
                    ": \(problem.message)",
                    with: ": \(problem.severity.rawValue): \(problem.message)"
                )
        }
        #expect(told == [habit.check].compactMap { $0 })
        let plugins = try await LuaPlugins.load(folder)
        let refused = plugins.contributions.plugins.flatMap(\.problems)
        guard refused.isEmpty else {
            #expect(refused == told)
            #expect(habit.run == nil)
            return
        }
        var message: String?
        do {
            _ = try await plugins.report(ReportRequest("demo/x", of: Northshire.edition()))
        } catch let failure as ScriptFailure {
            message = failure.message
        }
        #expect(message == habit.run)
    }
}
#endif
