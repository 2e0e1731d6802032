// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Testing

@testable import CommitteeScripting

/// What an author reads, word for word.
@Suite struct ScriptMessageTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var body: String
        var message: String
        var line: Int
        var testDescription: String { message }

        init(_ body: String, _ message: String, line: Int = 2) {
            self.body = body
            self.message = message
            self.line = line
        }
    }

    static let cases: [Case] = [
        Case("\n\npritn(1)", "unknown global 'pritn'; did you mean 'print'?", line: 4),
        Case(
            "return os.time()",
            "unknown global 'os'; a plugin has no clock of its own; write ctx.today, and "
                + "date:format(\"d MMMM yyyy\")"
        ),
        Case("return load('x')", "unknown global 'load'"),
        Case("reprot 'x'", "unknown global 'reprot'; did you mean 'report'?"),
        Case(
            "total = 1",
            "global 'total' cannot be assigned; write 'local total' to make a variable"
        ),
        Case(
            "string = nil",
            "global 'string' cannot be assigned; write 'local string' to make a variable"
        ),
        Case(
            "local a = edition.actions[1] return a.due_dat",
            "'due_dat' is not a field of an action; did you mean 'due_date'?"
        ),
        Case("return edition.plan.zzzzz", "'zzzzz' is not a field of a plan"),
        Case(
            "return edition.actions.text",
            "'text' is not a field of a list; name an item first, as in actions[1]"
        ),
        Case("return edition.plan[1]", "a plan is one record; its fields have names"),
        Case("edition.plan.title = 'x'", "records are read-only"),
        Case("edition.actions[1] = 'x'", "lists of an edition are read-only"),
        Case("ctx.today.year = 1", "dates are read-only"),
        Case("doc.heading = 1", "'doc' is read-only"),
        Case("return #edition.plan", "a plan has no length"),
        Case("return edition.plan()", "a plan is not a function"),
        Case("return edition.plan < edition.plan", "a plan cannot be compared with a plan"),
        Case("return ctx.today < 3", "a date cannot be compared with a number"),
        Case(
            "return 'x' .. edition.plan",
            "a plan cannot be joined to a text; join one of its fields, or tostring(…)"
        ),
        Case("return edition.plan * 2", "a plan is not a number"),
        Case("return ctx.today * 2", "a date is not a number"),
        Case("return ctx.today + 1.5", "a date takes a whole number of days, not a number"),
        Case("return ctx.today + ctx.today", "dates take away dates, and add or take away days"),
        Case("return ctx.today + math.maxinteger", "the date lies outside years 1 to 9999"),
        Case("return ctx.today.yaer", "'yaer' is not a field of a date; did you mean 'year'?"),
        Case(
            "return ctx.date('31/10/2026')",
            "'31/10/2026' is not a date; write it as 2026-10-31"
        ),
        Case(
            "return ctx.date('2026-02-29')",
            "'2026-02-29' is not a date; write it as 2026-10-31"
        ),
        Case("doc:headin(1)", "'headin' is not part of doc; did you mean 'heading'?"),
        Case("doc.heading(1)", "call it with a colon: doc:heading(…)"),
        Case(
            "doc:table { rows = { {}, {}, { due = 0/0 } } }",
            "rows[3].due is not a number (NaN)"
        ),
        Case(
            "doc:heading(1, print)",
            "argument 2 is a function; call it with ( ), or give a value"
        ),
        Case("return ('%p'):format({})", "'%p' is not offered to plugins: it shows addresses"),
        Case("setmetatable({}, { __gc = print })", "'__gc' is not offered to plugins"),
        Case("error('plain')", "plain"),
        Case("error()", "error was called with nil"),
        Case("error({ code = 1 })", "error was called with a table; give it a text"),
        Case(
            "error(setmetatable({}, { __tostring = function() error('no') end }))",
            "error was called with a table; give it a text"
        ),
        Case("error(edition.plan)", "error was called with a record; give it a text"),
        Case("error(true)", "error was called with true"),
        Case("error(42)", "42"),
        Case(
            "local x return x.y",
            "attempt to index a nil value (local 'x'); 'x' has no value here; check its spelling, "
                + "or test it with if"
        ),
        Case(
            "require 'nothing'",
            "module 'nothing' is not in this plugin: it has no 'lib/nothing.lua'"
        ),
        Case(
            "report 'y' (print)",
            "report belongs in main.lua itself, not in a function that runs later"
        ),
        Case("local function bad() error('here', 2) end\nbad()", "here", line: 3),
        Case("for k in pairs(doc) do end", "an object has no pairs"),
        Case("for k in ipairs(edition.plan) do end", "a plan is not a list"),
    ]

    @Test(arguments: cases) func theMessageIs(_ example: Case) throws {
        let failure = try Lua.failure(example.body)
        #expect(failure.message == example.message)
        #expect(failure.reason == .lua)
        #expect(failure.file == "main.lua")
        #expect(failure.line == example.line)
    }

    static let declarations: [(String, ScriptFailure.Reason, Int, String)] = [
        ("\nlayout 'x'", .lua, 2, "layout 'x' has no body; write layout \"x\" { … }"),
        ("layout 'x' 'y'", .lua, 1, "layout 'x' takes a table or a function, not a string"),
        (
            "layout 'x' {}\nlayout 'x' {}", .lua, 2,
            "layout 'x' is declared twice; the first is at main.lua:1"
        ),
        ("layout ''", .lua, 1, "layout takes a name of 1 to 100 bytes: layout \"name\" { … }"),
        ("local f = layout 'x'\nf {}\nf {}", .lua, 3, "layout 'x' already has its body"),
        (
            "layout 'x' { a = { 1, nil, 3 } }", .result, 1,
            "layout 'x': a has a hole: item 2 is missing; where a value may be missing, write "
                + "(value or \"\")"
        ),
        ("\nlocal = 3", .syntax, 2, "<name> expected near '='"),
        (
            "local x = " + String(repeating: "(", count: 1_000), .syntax, 1,
            "expressions or blocks are nested too deeply"
        ),
        ("-- \0", .syntax, 1, "the file holds a NUL byte; it must be text"),
        ("\u{1B}Lua", .syntax, 1, "attempt to load a binary chunk (mode is 't')"),
        (
            "layout 'x' (layout)\nlocal t = {} t.t = t\nlayout 'y' { t }", .result, 3,
            "layout 'y': its body[1].t contains itself"
        ),
    ]

    @Test(arguments: declarations) func theDeclarationFailsWith(
        main: String,
        reason: ScriptFailure.Reason,
        line: Int,
        message: String
    ) throws {
        let failure = try Lua.failure(declaring: main)
        #expect(failure.message == message)
        #expect(failure.reason == reason)
        #expect(failure.line ?? 0 == line)
    }

    static let results: [(String, String)] = [
        ("return { rows = { {}, {}, { due = 0/0 } } }", "rows[3].due is not a number (NaN)"),
        ("return 1/0", "the result is infinite"),
        ("return { a = { ['b c'] = -1/0 } }", "a[\"b c\"] is infinite"),
        ("return '\\xff'", "the result is not UTF-8"),
        ("return { 'a\\0b' }", "the result[1] holds a NUL byte"),
        (
            "return { [1] = 1, [3] = 3 }",
            "the result has a hole: item 2 is missing; where a value may be missing, write "
                + "(value or \"\")"
        ),
        ("return { [0] = 1 }", "the result has a key that is neither a name nor a position"),
        ("return { [true] = 1 }", "the result has a key that is neither a name nor a position"),
        ("return setmetatable({}, {})", "the result has a metatable; use a plain table"),
        ("return { x = print }", "x is a function; call it with ( ), or give a value"),
        ("return coroutine.create(print)", "the result is a thread; give a value"),
        ("local t = {} t[1] = { t } return t", "the result[1][1] contains itself"),
        (
            "local t = {} for i = 1, 70 do t = { t } end return t",
            "the result" + String(repeating: "[1]", count: 64) + " is nested more than 64 deep"
        ),
    ]

    @Test(arguments: results) func theResultIsRefusedWith(body: String, message: String) throws {
        let failure = try Lua.failure(body)
        #expect(failure.message == message)
        #expect(failure.reason == .result)
        #expect(failure.phase == .result)
        #expect(failure.line == 1)
    }

    @Test func anUnknownContributionNamesTheClosest() throws {
        let failure = try #require(throws: ScriptFailure.self) {
            try Lua.run(
                ScriptRun(
                    program: Lua.program("report 'one-page' (print)"),
                    calls: [ScriptCall(kind: "report", name: "one-pag")]
                )
            )
        }
        #expect(failure.reason == .host)
        #expect(
            failure.message == "the plugin declares no report 'one-pag'; did you mean 'one-page'?"
        )
    }

    @Test func aPathWithoutAFunctionIsSaid() throws {
        let failure = try #require(throws: ScriptFailure.self) {
            try Lua.run(
                ScriptRun(
                    program: Lua.program("layout 'x' { columns = {} }"),
                    calls: [ScriptCall(kind: "layout", name: "x", path: "columns[1].value")]
                )
            )
        }
        #expect(failure.message == "layout 'x' has no function at columns[1].value")
    }

    @Test func aSyntaxErrorInAModuleCannotBeCaught() throws {
        let failure = try #require(throws: ScriptFailure.self) {
            try Lua.run(
                ScriptRun(
                    program: Lua.program(
                        "pcall(require, 'a')",
                        ["lib/a.lua": "\n\nreturn ="]
                    )
                )
            )
        }
        #expect(failure.reason == .syntax)
        #expect(failure.file == "lib/a.lua")
        #expect(failure.line == 3)
        #expect(failure.message == "unexpected symbol near '='")
    }

    @Test func theDescriptionHoldsNoData() throws {
        let failure = try Lua.failure("error('secret: ' .. edition.plan.title)")
        #expect(failure.description == "plugin 'demo', report 'x', run: lua at main.lua:2")
        #expect(
            failure.detailedDescription == """
                plugin 'demo', report 'x', run: lua at main.lua:2: secret: A plan
                  main.lua:2: in a function
                """
        )
    }

    @Test func theTracebackNamesFunctions() throws {
        let failure = try Lua.failure("local function deep() error('x') end\ndeep()")
        #expect(
            failure.traceback == ["main.lua:2: in function 'deep'", "main.lua:3: in a function"]
        )
    }

    @Test func aBatchNamesItsItem() throws {
        let failure = try #require(throws: ScriptFailure.self) {
            try Lua.run(
                ScriptRun(
                    program: Lua.report("if edition == 3 then error('three') end"),
                    calls: [
                        ScriptCall(
                            kind: "report",
                            name: "x",
                            each: (1...5).map { .integer($0) }
                        )
                    ]
                )
            )
        }
        #expect(failure.item == 2)
        #expect(failure.message == "three")
    }
}
#endif
