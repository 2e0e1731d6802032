// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Testing

@testable import CommitteeScripting

/// What a report can read and compute: each body returns what stands beside it.
@Suite struct ScriptReadingTests {
    static let values: [(String, ScriptValue)] = [
        // Records and lists.
        ("return edition.plan.title", .string("A plan")),
        ("return edition.actions[1].id", .string("1.1")),
        ("return edition.actions[3].id", .null),
        ("return edition.actions[4]", .null),
        ("return edition.actions[0]", .null),
        ("return edition.actions[1].due_date", .date(Fixture.today - 30)),
        ("return edition.actions[3].due_date", .null),
        ("return edition.actions[1].count", .integer(1)),
        ("return edition.actions[2].count", .null),
        ("return edition.actions[1].share", .number(0.5)),
        ("return edition.actions[1].completed", .bool(true)),
        ("return edition.actions[2].completed", .bool(false)),
        ("return edition.actions[3].completed", .null),
        ("return #edition.actions[1].leads", .integer(2)),
        (
            "return table.concat(edition.actions[1].leads, ' and ')",
            .string("Social work and Police")
        ),
        ("return edition.actions[1].plan == edition.plan", .bool(true)),
        ("return edition.actions[1] == edition.actions[2]", .bool(false)),
        ("return edition.plan.key.G", .string("green")),
        (
            "local n = 0 for i, a in ipairs(edition.actions) do n = n + i * #a.text end return n",
            .integer(12 + 20 + 12)
        ),
        (
            "local t = {} for i, a in pairs(edition.actions) do t[i] = a.text end return t",
            .list([.string("Do one thing"), .string("Do another"), .string("Rest")])
        ),
        (
            "local t = {} for k in pairs(edition.actions[1]) do t[#t + 1] = k end return t",
            .list(
                ["id", "text", "due_date", "count", "share", "completed", "leads", "plan"]
                    .map { .string($0) }
            )
        ),
        (
            "local t = {} for k in pairs(edition.actions[2]) do t[#t + 1] = k end return #t",
            .integer(5)
        ),
        (
            "local t = { [edition.actions[2]] = 'two' } return t[edition.actions[2]]",
            .string("two")
        ),
        // Texts of handles.
        ("return tostring(edition.actions[1])", .string("action 1.1")),
        ("return tostring(edition.actions[3])", .string("action")),
        ("return tostring(edition.actions)", .string("list of 3")),
        ("return tostring(doc)", .string("doc")),
        ("return tostring(ctx.today)", .string("2026-10-31")),
        (
            "return ('%s, %5s, %q'):format(edition.actions[1], true, 'x')",
            .string("action 1.1,  true, \"x\"")
        ),
        ("return tostring({})", .string("table")),
        ("return tostring(print)", .string("function")),
        ("return tostring(coroutine.create(print))", .string("thread")),
        ("return type(edition.plan)", .string("userdata")),
        ("return ctx.kind(edition.plan)", .string("plan")),
        ("return ctx.kind(edition.actions)", .string("list")),
        ("return ctx.kind(ctx.today)", .string("date")),
        ("return ctx.kind({})", .string("table")),
        ("return getmetatable(edition.plan)", .bool(false)),
        ("return getmetatable('')", .bool(false)),
        // Dates.
        ("return ctx.date('2026-10-31') == ctx.today", .bool(true)),
        ("return ctx.date('2024-02-29') + 1", .date(19_783)),
        ("return 1 + ctx.date('1969-12-31')", .date(0)),
        ("return ctx.today - ctx.date('2026-10-01')", .integer(30)),
        ("return edition.actions[1].due_date < ctx.today", .bool(true)),
        ("return ctx.today <= ctx.today", .bool(true)),
        (
            "return ctx.today.year * 10000 + ctx.today.month * 100 + ctx.today.day",
            .integer(20_261_031)
        ),
        ("return ctx.today.weekday", .integer(6)),
        ("return ctx.date('1969-12-29').weekday", .integer(1)),
        ("return tostring(ctx.date('0001-01-01'))", .string("0001-01-01")),
        ("return tostring(ctx.date('9999-12-31'))", .string("9999-12-31")),
        ("return ctx.today:format('d MMMM yyyy')", .string("31 October 2026")),
        (
            "return ctx.date('2026-03-05'):format(\"EEE dd/MM/yy 'at' EEEE d M MMM, ''\")",
            .string("Thu 05/03/26 at Thursday 5 3 Mar, '")
        ),
        ("return 'due ' .. ctx.today", .string("due 2026-10-31")),
        // The context.
        ("return ctx.settings.limit", .integer(3)),
        (
            "return ctx.dump(edition.plan)",
            .string("plan { title = \"A plan\"; key = table { A = \"amber\"; G = \"green\"; }; }")
        ),
        // The order of keys.
        (
            "local t = { b = 1, a = 1, [3] = 1, [1] = 1, [2.5] = 1, [true] = 1, [false] = 1, [-1] = 1 }\n"
                + "local k = {} for key in pairs(t) do k[#k + 1] = tostring(key) end return k",
            .list(["-1", "1", "3", "2.5", "a", "b", "false", "true"].map { .string($0) })
        ),
        (
            "local t, k = { z = 1, y = 1, x = 1 }, {}\n"
                + "local key = next(t) while key do k[#k + 1] = key key = next(t, key) end return k",
            .list(["x", "y", "z"].map { .string($0) })
        ),
        (
            "local t = { a = 1, b = 2, c = 3 } for k in pairs(t) do t[k] = nil end return next(t)",
            .null
        ),
        (
            "local t, k = { a = 1, b = 2, c = 3 }, {}\n"
                + "for key in pairs(t) do k[#k + 1] = key t.b = nil end return k",
            .list(["a", "c"].map { .string($0) })
        ),
        (
            "local t = setmetatable({}, { __pairs = function() return next, { 5 }, nil end })\n"
                + "for k, v in pairs(t) do return v end", .integer(5)
        ),
        // Libraries.
        ("return math.random(1000) == math.random(1000)", .bool(false)),
        ("return select('#', 1, nil, 3)", .integer(3)),
        ("return (('a b'):gsub('%a', { a = '1' }))", .string("1 b")),
        ("return utf8.len('Ærø')", .integer(3)),
        ("local t = { 3, 1, 2 } table.sort(t) return t", .list([1, 2, 3].map { .integer($0) })),
        ("return table.unpack({ 7, 8 })", .integer(7)),
        ("return math.type(7 // 1)", .string("integer")),
        ("return string.dump == nil and coroutine.close ~= nil", .bool(true)),
        ("return _G.print == print", .bool(true)),
        // Coroutines.
        (
            "local t = {} for v in coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end) do\n"
                + "t[#t + 1] = v end return t", .list([1, 2, 3].map { .integer($0) })
        ),
        (
            "local c = coroutine.create(function() error('x', 0) end)\n"
                + "local ok, m = coroutine.resume(c) return { ok, m, coroutine.status(c) }",
            .list([.bool(false), .string("x"), .string("dead")])
        ),
        (
            "local c = coroutine.create(function() coroutine.yield() end) coroutine.resume(c)\n"
                + "return { coroutine.close(c), coroutine.status(c) }",
            .list([.bool(true), .string("dead")])
        ),
        (
            "local f = coroutine.wrap(function() error({ 1 }) end)\n"
                + "local ok, e = pcall(f) return e", .list([.integer(1)])
        ),
        (
            "local f = coroutine.wrap(function() end) f() local ok, e = pcall(f) return e",
            .string("cannot resume dead coroutine")
        ),
        // pcall is for the plugin's own errors.
        (
            "local ok, m = pcall(function() return edition.plan.nothing end) return { ok, m }",
            .list([.bool(false), .string("main.lua:2: 'nothing' is not a field of a plan")])
        ),
    ]

    @Test(arguments: values) func theBodyReturns(body: String, value: ScriptValue) throws {
        #expect(try Lua.value(body) == value)
    }

    @Test func randomNumbersFollowTheSeed() throws {
        func numbers(_ seed: UInt64) throws -> [ScriptValue] {
            try Lua.run(
                ScriptRun(
                    program: Lua.report("return { math.random(1e6), math.random(1e6) }"),
                    calls: [ScriptCall(kind: "report", name: "x")],
                    seed: seed
                )
            ).results
        }
        #expect(try numbers(1) == numbers(1))
        #expect(try numbers(1) != numbers(2))
    }

    @Test func aReportOnChangesSeesTwoEditions() throws {
        let run = ScriptRun(
            program: Lua.report("return { edition == doc, edition.plan.title, #doc.actions }"),
            calls: [
                ScriptCall(
                    kind: "report",
                    name: "x",
                    arguments: [.handle(.root(edition: 0)), .handle(.root(edition: 1))]
                )
            ],
            editions: [try Fixture.edition(), try Fixture.edition()]
        )
        #expect(
            try Lua.run(run).results == [
                .list([.bool(false), .string("A plan"), .integer(3)])
            ]
        )
    }

    @Test(arguments: [
        ScriptHandle.root(edition: 3), .record(type: 9, row: 0), .record(type: 2, row: 3),
        .record(type: 2, row: -1), .record(type: 5_000, row: 0),
    ])
    func aHandleThatNamesNothingIsAnError(_ handle: ScriptHandle) throws {
        let run = ScriptRun(
            program: Lua.report("return edition.id"),
            calls: [ScriptCall(kind: "report", name: "x", arguments: [.handle(handle)])],
            editions: [try Fixture.edition()]
        )
        let failure = try #require(throws: ScriptFailure.self) { try Lua.run(run) }
        #expect(failure.message == "this record belongs to no edition of this run")
    }

    @Test func requireRunsAModuleOnce() throws {
        let main = """
            local a = require "a"
            local b = require "sub.b"
            report "x" (function() return { a.n, b, require "a" == a, require "sub.b" } end)
            """
        let run = ScriptRun(
            program: Lua.program(
                main,
                [
                    "lib/a.lua": "print('once') return { n = 1 }",
                    "lib/sub/b.lua": "return require('a').n + 1",
                ]
            ),
            calls: [ScriptCall(kind: "report", name: "x")]
        )
        let outcome = try Lua.run(run)
        #expect(outcome.results == [.list([.integer(1), .integer(2), .bool(true), .integer(2)])])
        #expect(outcome.log == "once\n")
    }

    @Test func modulesThatRequireEachOtherAreAnError() throws {
        let failure = try #require(throws: ScriptFailure.self) {
            try Lua.run(
                ScriptRun(
                    program: Lua.program(
                        "require 'a'",
                        ["lib/a.lua": "return require 'b'", "lib/b.lua": "\nreturn require 'a'"]
                    )
                )
            )
        }
        #expect(failure.message == "module 'a' requires itself")
        #expect(failure.file == "lib/b.lua")
        #expect(failure.line == 2)
    }

    @Test func noTextShowsAnAddress() throws {
        let outcome = try Lua.outcome(
            of: """
                print({}, print, coroutine.create(print), edition, doc, string)
                print(('%s %s'):format({}, print), ctx.dump { {}, print })
                print(select(2, pcall(error, {})), select(2, pcall(function() return {} .. {} end)))
                """
        )
        #expect(!outcome.log.contains("0x"))
        #expect(outcome.log.hasPrefix("table\tfunction\tthread\tedition\tdoc\ttable\n"))
    }

    @Test(arguments: [
        (
            [ScriptRecordType("a", rows: 2, columns: [])],
            "the first type of an edition is its root and has one row."
        ),
        (
            [ScriptRecordType("a", rows: 1, columns: [.init("x", .text([]))])],
            "a.x: it has 0 values for 1 rows."
        ),
        (
            [ScriptRecordType("a", rows: 1, columns: [.init("x", .reference(type: "b", [0]))])],
            "a.x: it is too large, or refers to an unknown type."
        ),
        (
            [ScriptRecordType("a", rows: 1, columns: [.init("x", .list(type: "a", [[1]]))])],
            "a.x: it refers to a row that does not exist."
        ),
        (
            [ScriptRecordType("a", rows: 1, columns: [.init("x", .list(type: "a", [[-1]]))])],
            "a.x: it refers to a row that does not exist."
        ),
        (
            [
                ScriptRecordType(
                    "a",
                    rows: 1,
                    columns: [.init("x", .bool([nil])), .init("x", .text([nil]))]
                )
            ], "a.x: the name is used twice."
        ),
    ])
    func anEditionThatDoesNotFitIsRefused(types: [ScriptRecordType], message: String) throws {
        let error = try #require(throws: ScriptEditionError.self) {
            try ScriptEdition(types: types)
        }
        #expect(error.message == message)
    }
}
#endif
