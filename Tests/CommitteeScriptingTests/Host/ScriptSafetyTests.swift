// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Testing

@testable import CommitteeScripting

/// What no script may do: outlast its clock, hold more than its memory, or spoil a later run.
@Suite struct ScriptSafetyTests {
    private static func outcome(
        _ body: String,
        _ limits: ScriptLimits,
        mayLoad: Bool = true,
        on host: ScriptHost = Lua.host
    ) -> Result<ScriptOutcome, ScriptFailure> {
        let program = ScriptProgram(
            plugin: "demo",
            files: [ScriptFile(name: "main.lua", text: body)],
            kinds: [],
            mayLoad: mayLoad
        )
        return Result { () throws(ScriptFailure) in
            try host.runBlocking(
                ScriptRun(program: program, calls: [.main()], limits: limits)
            )
        }
    }

    // MARK: The clock

    /// Scripts whose single instructions, or single calls, take long.
    static let slow = [
        "local a, b = ('\\0'):rep(2e6) .. 'a', ('\\0'):rep(2e6) .. 'b' while true do local c = a < b end",
        "local a, b = ('x'):rep(8e6), ('x'):rep(8e6) while true do local c = a == b end",
        "local s = ('0'):rep(1e6) .. '1' while true do local n = s + 0 end",
        "local s = ('0'):rep(1e6) .. '1' while true do for i = s, s do end end",
        "local s = ('9'):rep(1e6) while true do pcall(function() return s + 1 end) end",
        "while true do local t = {} for i = 1, 32767 do t[i * 32767] = true end end",
        "local s = {} for i = 1, 9000 do s[i] = 'goto x' end s = table.concat(s, ' ') .. ' ::x::' while true do load(s) end",
        "local s = 'return a' .. (' and a'):rep(10000) while true do load(s) end",
        "local keep = {} for i = 1, 300000 do keep[i] = {} end while true do local x = {} end",
        "local l for i = 1, 300000 do l = { l } end while true do local x = {} end",
        "while true do local c = coroutine.wrap(function() error('x') end) pcall(c) end",
        "while true do pcall(error, ('x'):rep(1e6), 2) end",
    ]

    /// Each ends by its own look at the clock, however busy the machine is.
    ///
    /// A run that its caller gave up would name no line. How soon each ends is measured by the
    /// campaigns.
    @Test(arguments: slow) func theClockIsSeenInside(_ body: String) {
        let result = Self.outcome(
            body,
            ScriptLimits(fuel: .max, milliseconds: 100),
            on: ScriptHost(graceMilliseconds: 60_000)
        )
        guard case .failure(let failure) = result else {
            Issue.record("the run did not end by its clock")
            return
        }
        #expect(failure.reason == .time)
        #expect(failure.line == 1)
    }

    // MARK: Memory

    static let greedy = [
        "local t = {} for i = 1, 1e9 do t[i] = {} end",
        "local t = {} for i = 1, 1e9 do t[i] = function() return i end end",
        "local t = {} for i = 1, 1e9 do t[i] = coroutine.create(print) end",
        "local t = {} for i = 1, 1e9 do t[i] = 'text ' .. i end",
        "local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(1000 + i % 5000) end",
        "local t = {} for i = 1, 1e9 do t[i] = setmetatable({}, { __mode = 'k' }) end",
        "local s = ('x'):rep(100000) local t = {} for i = 1, 200 do t[i] = s end return t",
    ]

    @Test(arguments: greedy) func memoryStaysUnderItsLimit(_ body: String) throws {
        let limits = ScriptLimits(memoryBytes: 4 << 20, milliseconds: 20_000)
        let failure = try #require(throws: ScriptFailure.self) {
            try Self.outcome(body, limits).get()
        }
        #expect(failure.reason == .memory)
        #expect(failure.memoryPeak <= 4 << 20)
        #expect(failure.memoryPeak > 2 << 20)
    }

    @Test func aSmallRunHoldsLittle() throws {
        let outcome = try Self.outcome("return 1", ScriptLimits()).get()
        #expect(outcome.memoryPeak < 24 << 10)
    }

    @Test func droppedTextsAreCollected() throws {
        let limits = ScriptLimits(memoryBytes: 4 << 20)
        let body = "local s = ('x'):rep(300000) for i = 1, 500 do local t = s:upper() end return 1"
        #expect(try Self.outcome(body, limits).get().results == [.integer(1)])
    }

    @Test func manyMetatablesMayComeAndGo() throws {
        let body = "for i = 1, 100000 do setmetatable({}, { __index = {} }) end return 1"
        #expect(try Self.outcome(body, ScriptLimits()).get().results == [.integer(1)])
    }

    @Test func weakTablesAreNotWeak() throws {
        let body = """
            local mt = { __mode = "v" }
            local weak = setmetatable({ {} }, mt)
            for i = 1, 300000 do local x = { i } end
            return #weak
            """
        #expect(try Self.outcome(body, ScriptLimits()).get().results == [.integer(1)])
    }

    // MARK: Depth

    static let deep = [
        """
        local f
        local function nest(n) if n == 0 then return f() end
          return (("x"):gsub("x", function() nest(n - 1) end)) end
        f = function()
          local c = coroutine.create(function()
            local g <close> = setmetatable({}, { __close = function() nest(150) end })
            coroutine.yield()
          end)
          coroutine.resume(c)
          return coroutine.close(c)
        end
        f()
        """,
        "local function f() return coroutine.resume(coroutine.create(f)) end f()",
        "local function f(...) return select('#', f(1, ...)) end pcall(f)",
        "return load('return ' .. ('{'):rep(30000))",
    ]

    @Test(arguments: deep) func depthEndsInAnAnswer(_ body: String) {
        switch Self.outcome(body, ScriptLimits(milliseconds: 2_000)) {
        case .success: break
        case .failure(let failure):
            #expect([.stack, .lua].contains(failure.reason), "\(failure.detailedDescription)")
        }
    }

    // MARK: Later runs

    @Test func theSameCostWithLongTexts() throws {
        let body = """
            local t = {}
            for i = 1, 40 do t[i] = ('x'):rep(i * 5000) .. i end
            for i = 1, 300000 do local x = { i } end
            return #table.concat(t)
            """
        let costs = try (0..<10).map { _ in
            try Self.outcome(body, ScriptLimits()).get().fuelUsed
        }
        #expect(Set(costs).count == 1, "\(costs)")
    }

    @Test func onlyThePluginThatIsOutIsSetAside() async throws {
        let host = ScriptHost(graceMilliseconds: 10, abandonedRunsAllowed: 2)
        let gate = Gate()
        let stuck = ScriptRun(
            program: ScriptProgram(
                plugin: "stuck",
                files: [ScriptFile(name: "main.lua", text: "local door = ... door:wait()")],
                kinds: []
            ),
            calls: [.main(arguments: [.handle(.object(0))])],
            objects: [ScriptObject(name: "door", functions: ["wait"], hasMethods: true)],
            limits: ScriptLimits(milliseconds: 10)
        ) { _ in
            gate.wait()
            return .null
        }
        let failure = await #expect(throws: ScriptFailure.self) { try await host.run(stuck) }
        #expect(failure?.reason == .time)
        #expect(host.quarantinedPlugins == ["stuck"])
        let refused = await #expect(throws: ScriptFailure.self) { try await host.run(stuck) }
        #expect(
            refused?.message
                == "The plugin is set aside: a run of it was given up and has not ended yet. Ask "
                + "again when it has, or start the host anew."
        )
        let other = try await host.run(
            ScriptRun(program: Lua.program("return 5"), calls: [.main()])
        )
        #expect(other.results == [.integer(5)])
        gate.open()
        while host.abandonedRuns > 0 { await Task.yield() }
        #expect(host.quarantinedPlugins.isEmpty)
    }
}
#endif
