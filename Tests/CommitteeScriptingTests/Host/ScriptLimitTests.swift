// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Testing

@testable import CommitteeScripting

/// Every limit ends the run, and nothing that Lua offers can catch it.
@Suite struct ScriptLimitTests {
    static let small = ScriptLimits(
        fuel: 2_000_000,
        memoryBytes: 8 << 20,
        milliseconds: 60_000,
        outputBytes: 1 << 20
    )

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var body: String
        var reason: ScriptFailure.Reason
        var testDescription: String { name }

        init(_ name: String, _ reason: ScriptFailure.Reason, _ body: String) {
            self.name = name
            self.reason = reason
            self.body = body
        }
    }

    static let cases: [Case] = [
        Case("a loop", .fuel, "while true do end"),
        Case(
            "a loop under pcall",
            .fuel,
            "while true do pcall(function() while true do end end) end"
        ),
        Case(
            "xpcall with a handler that goes on",
            .fuel,
            "xpcall(function() while true do end end, function() while true do end end)"
        ),
        Case(
            "a coroutine",
            .fuel,
            "local c = coroutine.wrap(function() while true do end end) pcall(c) while true do end"
        ),
        Case(
            "a to-be-closed variable",
            .fuel,
            """
            pcall(function()
              local guard <close> = setmetatable({}, { __close = function() while true do end end })
              while true do end
            end)
            """
        ),
        Case(
            "many coroutines",
            .fuel,
            "while true do coroutine.resume(coroutine.create(function() end)) end"
        ),
        Case("an error in a loop", .fuel, "while true do pcall(error, 'x') end"),
        Case(
            "a metamethod in a loop",
            .fuel,
            "local t = setmetatable({}, { __index = function(t, k) return t[k + 1] end })\nwhile true do pcall(function() return t[1] end) end"
        ),
        Case(
            "a growing table",
            .memory,
            "local t = {} while true do t[#t + 1] = { 1, 2, 3, 4 } end"
        ),
        Case(
            "a growing table under pcall",
            .memory,
            "pcall(function() local t = {} while true do t[#t + 1] = { 1, 2, 3, 4 } end end) return 1"
        ),
        Case("a long text", .string, "return ('x'):rep(1e9)"),
        Case("a text that doubles", .string, "local s = 'xxxxxxxx' while true do s = s .. s end"),
        Case("recursion", .stack, "local function f() return 1 + f() end return f()"),
        Case(
            "recursion under pcall",
            .stack,
            "local function f() return 1 + f() end pcall(f) return 1"
        ),
        Case("nested pcall", .stack, "local function f() return assert(pcall(f)) end return f()"),
        Case(
            "nested gsub",
            .stack,
            "local function f() return (('x'):gsub('x', f)) end return f()"
        ),
        Case(
            "nested sort",
            .stack,
            "local function f() table.sort({ 2, 1 }, f) return true end return f()"
        ),
        Case(
            "nested tostring",
            .stack,
            "local t = setmetatable({}, { __tostring = function(t) return tostring(t) end }) return tostring(t)"
        ),
        Case(
            "nested coroutines",
            .stack,
            "local function f() return coroutine.wrap(f)() end return f()"
        ),
        Case("moving without end", .fuel, "table.move({}, 1, 1e9, 2)"),
        Case("unpacking more than a stack holds", .stack, "return table.unpack({}, 1, 100000)"),
        Case(
            "concat over a length that lies",
            .fuel,
            "local t = { __len = function() return 1e9 end, __index = function() return '' end }\n"
                + "return table.concat(setmetatable(t, t))"
        ),
        Case(
            "too many keys",
            .table,
            "local t = {} for i = 1, 40000 do t[-i] = true end return 1"
        ),
        Case(
            "a large result",
            .output,
            "local t = {} for i = 1, 20 do t[i] = ('x'):rep(100000) end return t"
        ),
        Case(
            "many host calls",
            .output,
            "local s = ('x'):rep(10000) while true do doc:heading(1, s) end"
        ),
    ]

    @Test(arguments: cases) func aLimitEndsTheRun(_ example: Case) throws {
        let failure = try Lua.failure(example.body, limits: Self.small)
        #expect(failure.reason == example.reason, "\(failure.detailedDescription)")
    }

    @Test func timeEndsTheRun() throws {
        let limits = ScriptLimits(fuel: .max, milliseconds: 20)
        let failure = try Lua.failure(
            "while true do pcall(function() while true do end end) end",
            limits: limits
        )
        #expect(failure.reason == .time)
        #expect(failure.message == "the run took longer than its 20 milliseconds")
        #expect(failure.file == "main.lua")
        #expect(failure.line == 2)
    }

    @Test func aKillNamesFileLineAndFrames() throws {
        let failure = try Lua.failure(
            """
            local function spin()
              while true do
              end
            end
            spin()
            """,
            limits: Self.small
        )
        #expect(failure.description == "plugin 'demo', report 'x', run: fuel at main.lua:3")
        #expect(
            failure.message.hasPrefix("the run used up its 2000000 units of work; in the last ")
        )
        #expect(failure.message.contains("line 3 of main.lua ran "))
        #expect(
            failure.traceback == [
                "main.lua:3: in a function", "main.lua:6: in a function",
            ]
        )
    }

    @Test func aKillInACoroutineNamesItsLine() throws {
        let failure = try Lua.failure(
            "local c = coroutine.wrap(function()\nwhile true do end\nend)\nc()",
            limits: Self.small
        )
        #expect(failure.line == 3)
        #expect(
            failure.traceback == ["main.lua:3: in a function", "main.lua:5: in a function"]
        )
    }

    @Test(arguments: [
        "local t = {} for i = 1, 500 do t[i] = i * 2 end table.sort(t) return #t",
        // Lua's hash seed differs from state to state, and with it the order inside a table.
        "local t, n = { a = 1, b = 2, c = 3 }, 0 for k, v in pairs(t) do n = n + v end return n",
        "local t, n = { a = 1, b = 2 }, 0 for k, v in next, t do n = n + v end return n",
        "return { a = { b = 1, c = 2 }, d = 'e' }",
        "return select(2, pcall(function() return edition.plan.titel end))",
    ])
    func theSameRunCostsTheSame(_ body: String) throws {
        let costs = try (0..<40).map { _ in try Lua.outcome(of: body).fuelUsed }
        #expect(Set(costs).count == 1, "\(costs)")
    }

    @Test func garbageIsCollected() throws {
        let body = """
            local kept
            for i = 1, 200000 do kept = { i, { i } } end
            return kept[1]
            """
        let limits = ScriptLimits(memoryBytes: 8 << 20)
        #expect(try Lua.value(body, limits: limits) == .integer(200_000))
    }

    @Test(arguments: [0, 1, 100, 3_000, 10_000, 20_000, 30_000, 40_000, 50_000])
    func anyAmountOfMemoryEndsInAnAnswer(_ bytes: UInt64) throws {
        let limits = ScriptLimits(memoryBytes: bytes)
        let failure = try? Lua.failure("return ('x'):rep(50000)", limits: limits)
        #expect(failure?.reason == .memory)
    }

    @Test func everyAllocationMayFail() throws {
        // The limit rises until the run fits: each step refuses another allocation.
        var bytes: UInt64 = 1_000
        var refused = 0
        while bytes < 400_000 {
            do {
                let outcome = try Lua.outcome(
                    of: "local t = {} for i = 1, 100 do t[i] = 'n' .. i end return #t",
                    limits: ScriptLimits(memoryBytes: bytes)
                )
                #expect(outcome.results == [.integer(100)])
                break
            } catch let failure as ScriptFailure {
                #expect(failure.reason == .memory)
                refused += 1
            }
            bytes += 487
        }
        #expect(refused > 50)
        #expect(bytes < 400_000)
    }

    @Test func theLogIsBounded() throws {
        let outcome = try Lua.outcome(of: "for i = 1, 5000 do print(('x'):rep(100)) end")
        #expect(outcome.log.utf8.count < 70_000)
        #expect(outcome.log.hasSuffix("… the log is full\n"))
    }
}
#endif
