// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Synchronization
import Testing

@testable import CommitteeScripting

/// Counts how many of its kind are alive.
final class Counted: Sendable {
    static let alive = Mutex(0)

    init() { Self.alive.withLock { $0 += 1 } }
    deinit { Self.alive.withLock { $0 -= 1 } }
}

/// Swift is entered only by host functions, and whatever Lua then does, nothing of Swift's is lost.
@Suite(.serialized) struct ScriptBoundaryTests {
    static let endings: [(String, ScriptFailure.Reason)] = [
        ("doc:heading(1) error('x')", .lua),
        ("doc:heading(1) while true do end", .fuel),
        ("doc:heading(1) return ('x'):rep(1e9)", .string),
        ("local function f() doc:heading(1) return 1 + f() end return f()", .stack),
        ("local s = ('x'):rep(10000) while true do doc:heading(s) end", .output),
        ("doc:table('refuse')", .lua),
        ("coroutine.wrap(function() doc:heading(1) doc:table('refuse') end)()", .lua),
        ("for i = 1, 10 do pcall(doc.table, doc, 'refuse') end while true do end", .fuel),
        ("for i = 1, 1e9 do doc:heading { i } end", .fuel),
    ]

    @Test(arguments: endings) func nothingOfSwiftLeaks(
        body: String,
        reason: ScriptFailure.Reason
    ) throws {
        let before = Counted.alive.withLock { $0 }
        do {
            let kept = Counted()
            let limits = ScriptLimits(fuel: 500_000, outputBytes: 1 << 20)
            _ = try Lua.outcome(of: body, limits: limits) { call in
                let local = Counted()
                defer { withExtendedLifetime((kept, local)) {} }
                if call.arguments == [.string("refuse")] { throw ScriptRefusal("refused") }
                return .list([.string("an answer long enough to live on the heap")])
            }
            Issue.record("the run was to fail")
        } catch let failure as ScriptFailure {
            #expect(failure.reason == reason, "\(failure.detailedDescription)")
        }
        #expect(Counted.alive.withLock { $0 } == before)
    }

    @Test func aRefusalIsALuaErrorAtTheCaller() throws {
        let failure = try #require(throws: ScriptFailure.self) {
            try Lua.outcome(of: "local x = 1\ndoc:heading(7)") { _ in
                throw ScriptRefusal("a heading has a level from 1 to 6, not 7")
            }
        }
        #expect(failure.message == "a heading has a level from 1 to 6, not 7")
        #expect(failure.line == 3)
        #expect(failure.hostError is ScriptRefusal)
    }

    @Test func aRefusalCanBeCaught() throws {
        let outcome = try Lua.outcome(
            of: "local ok, m = pcall(doc.heading, doc, 7) return { ok, m }"
        ) { _ in throw ScriptRefusal("no") }
        #expect(outcome.results == [.list([.bool(false), .string("no")])])
    }

    @Test func anAnswerIsPushed() throws {
        let outcome = try Lua.outcome(of: "return ctx.working_days(ctx.today, 3)") { call in
            #expect(call.function == "ctx.working_days")
            #expect(call.arguments == [.date(Fixture.today), .integer(3)])
            return .map(ScriptMap(items: [.date(1)], [("b", .bool(true)), ("a", .number(0.5))]))
        }
        #expect(
            outcome.results == [
                .map(ScriptMap(items: [.date(1)], [("a", .number(0.5)), ("b", .bool(true))]))
            ]
        )
    }

    @Test func anObjectMayHoldAnother() throws {
        let run = ScriptRun(
            program: Lua.report("return edition.api.has(\"risks\")"),
            calls: [ScriptCall(kind: "report", name: "x", arguments: [.handle(.object(0))])],
            objects: [
                ScriptObject(name: "ctx", fields: ScriptMap([("api", .handle(.object(1)))])),
                ScriptObject(name: "ctx.api", functions: ["has"]),
            ]
        ) { call in .bool(call.function == "ctx.api.has") }
        #expect(try Lua.run(run).results == [.bool(true)])
    }

    @Test func limitsWithoutBoundAreTakenAsTheyAre() async throws {
        let limits = ScriptLimits(
            fuel: .max,
            memoryBytes: .max,
            milliseconds: .max,
            outputBytes: .max
        )
        let outcome = try await ScriptHost(graceMilliseconds: .max).run(
            ScriptRun(
                program: Lua.report("return 1"),
                calls: [ScriptCall(kind: "report", name: "x")],
                limits: limits
            )
        )
        #expect(outcome.results == [.integer(1)])
    }

    @Test func aRunThatDoesNotComeBackIsGivenUp() async throws {
        let host = ScriptHost(graceMilliseconds: 10, abandonedRunsAllowed: 1)
        let door = Gate()
        let stuck = ScriptRun(
            program: Lua.report("edition:wait()"),
            calls: [ScriptCall(kind: "report", name: "x", arguments: [.handle(.object(0))])],
            objects: [ScriptObject(name: "door", functions: ["wait"], hasMethods: true)],
            limits: ScriptLimits(milliseconds: 10)
        ) { _ in
            door.wait()
            return .null
        }
        let failure = await #expect(throws: ScriptFailure.self) { try await host.run(stuck) }
        #expect(failure?.reason == .time)
        #expect(
            failure?.message == "The run did not come back in 10 milliseconds and its grace."
        )
        #expect(host.abandonedRuns == 1)
        var another = stuck
        another.program.plugin = "another"
        let refused = #expect(throws: ScriptFailure.self) { try host.runBlocking(another) }
        #expect(refused?.reason == .host)
        #expect(
            refused?.message
                == "The host has given up on 1 runs that are still out and starts no more until "
                + "they end."
        )
        door.open()
        while host.abandonedRuns > 0 { await Task.yield() }
        let outcome = try await host.run(
            ScriptRun(
                program: Lua.report("return 5"),
                calls: [ScriptCall(kind: "report", name: "x")]
            )
        )
        #expect(outcome.results == [.integer(5)])
    }

    @Test func cancellingTheTaskEndsTheRun() async throws {
        let host = ScriptHost()
        let run = ScriptRun(
            program: Lua.report("while true do end"),
            calls: [ScriptCall(kind: "report", name: "x")],
            limits: ScriptLimits(fuel: .max, milliseconds: 3_600_000)
        )
        let task = Task { try await host.run(run) }
        task.cancel()
        let failure = await #expect(throws: ScriptFailure.self) { try await task.value }
        #expect(failure?.reason == .cancelled)
        while host.abandonedRuns > 0 { await Task.yield() }
    }

    @Test func manyRunsShareAnEdition() async throws {
        let edition = try Fixture.edition()
        let run = ScriptRun(
            program: Lua.report(
                "local n = 0 for _, a in ipairs(edition.actions) do n = n + #a.text end return n"
            ),
            calls: [ScriptCall(kind: "report", name: "x", arguments: [.handle(.root())])],
            editions: [edition]
        )
        try await withThrowingTaskGroup(of: ScriptOutcome.self) { group in
            for _ in 0..<40 { group.addTask { try await Lua.host.run(run) } }
            for try await outcome in group { #expect(outcome.results == [.integer(26)]) }
        }
    }

    @Test(arguments: ["", "a\0b", String(repeating: "x", count: 60)])
    func aFileNeedsAName(_ name: String) throws {
        let program = ScriptProgram(
            plugin: "demo",
            files: [ScriptFile(name: name, text: "")],
            kinds: []
        )
        let failure = try #require(throws: ScriptFailure.self) {
            try Lua.run(ScriptRun(program: program))
        }
        #expect(
            failure.message == "A file is named '\(name)'; a name has 1 to 50 bytes and no NUL."
        )
    }

    @Test func aPluginNeedsAMainFile() throws {
        let failure = try #require(throws: ScriptFailure.self) {
            try Lua.run(
                ScriptRun(program: ScriptProgram(plugin: "demo", files: [], kinds: []))
            )
        }
        #expect(failure.message == "the plugin has no file 'main.lua'")
        #expect(failure.reason == .host)
    }

    @Test func aLongFileIsRefused() throws {
        let failure = try Lua.failure(declaring: String(repeating: "-", count: 65_537))
        #expect(failure.reason == .syntax)
        #expect(failure.message == "the file is longer than 65536 bytes; split it")
    }

    @Test func anEmptyPluginDeclaresNothing() throws {
        #expect(try Lua.run(ScriptRun(program: Lua.program(""))).declarations.isEmpty)
    }
}
#endif
