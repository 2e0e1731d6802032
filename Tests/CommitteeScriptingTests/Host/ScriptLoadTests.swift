// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Testing

@testable import CommitteeScripting

/// `load`, compiled files, and `main.lua` called as one function.
@Suite struct ScriptLoadTests {
    private static func run(
        _ body: String,
        mayLoad: Bool = true,
        arguments: [ScriptValue] = []
    ) throws(ScriptFailure) -> ScriptValue? {
        let program = ScriptProgram(
            plugin: "demo",
            files: [ScriptFile(name: "main.lua", text: body)],
            kinds: [],
            mayLoad: mayLoad
        )
        let run = ScriptRun(program: program, calls: [.main(arguments: arguments)])
        return try Lua.run(run).results.first
    }

    private static func failure(_ body: String, mayLoad: Bool = true) throws -> ScriptFailure {
        try #require(throws: ScriptFailure.self) { try run(body, mayLoad: mayLoad) }
    }

    // MARK: main.lua as a function

    @Test func mainIsCalledWithArguments() throws {
        let value = try Self.run(
            "local a, b = ... return a + b",
            arguments: [1, 2].map { .integer($0) }
        )
        #expect(value == .integer(3))
    }

    @Test func onlyTheFirstValueIsTaken() throws {
        #expect(try Self.run("return 1, 2") == .integer(1))
    }

    /// Such lists have the size of an oversized table of names.
    @Test(arguments: [98_304, 196_608])
    func aListOfAnyLengthMayBeGiven(_ count: Int) throws {
        let list = ScriptValue.list((1...count).map { .integer(Int64($0)) })
        #expect(try Self.run("return #...", arguments: [list]) == .integer(Int64(count)))
    }

    @Test func theGlobalsMayBeWalked() throws {
        let body = "local n = 0 for name in pairs(_G) do n = n + #name end return n > 100"
        #expect(try Self.run(body) == .bool(true))
    }

    @Test func mainReturnsNothing() throws {
        #expect(try Self.run("") == .null)
    }

    @Test func aFailureNamesMain() throws {
        let failure = try Self.failure("error('x')")
        #expect(failure.description == "plugin 'demo', main.lua, run: lua at main.lua:1")
    }

    @Test func aCallOfMainStandsAlone() throws {
        let run = ScriptRun(program: Lua.program(""), calls: [.main(), .main()])
        let failure = try #require(throws: ScriptFailure.self) { try Lua.run(run) }
        #expect(failure.message == "A call of main.lua itself is the only call of its run.")
    }

    // MARK: load

    @Test func loadIsNotOfferedUnasked() throws {
        let failure = try Self.failure("return load('return 1')", mayLoad: false)
        #expect(failure.message.hasPrefix("unknown global 'load'"))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var body: String
        var value: ScriptValue
        var testDescription: String { body }
    }

    @Test(arguments: [
        Case(body: "return load('return 1 + 1')()", value: .integer(2)),
        Case(body: "return load('return ...')(7)", value: .integer(7)),
        Case(
            body: "local e = {} load('x = 1', 'n', 't', e)() return e.x",
            value: .integer(1)
        ),
        Case(
            body:
                "local n = 0 return load(function() n = n + 1 return ('return 42'):sub(n, n) end)()",
            value: .integer(42)
        ),
        Case(
            body: "return select(2, pcall(load('return tabel', '=mine')))",
            value: .string("mine:1: unknown global 'tabel'; did you mean 'table'?")
        ),
        Case(body: "return (load('\\27Lua'))", value: .null),
        Case(
            body: "return select(2, load('\\27Lua', '=mine'))",
            value: .string("attempt to load a binary chunk (mode is 't')")
        ),
        Case(
            body: "return select(2, load('return 1', 'n', 'b'))",
            value: .string("attempt to load a text chunk (mode is 'b')")
        ),
        Case(
            body: "return select(2, load('x =', '=mine'))",
            value: .string("mine:1: unexpected symbol near <eof>")
        ),
        Case(
            body: "return select(2, load(function() return 1 == 1 end))",
            value: .string("main.lua:1: reader function must return a string")
        ),
        Case(
            body: "return select(2, load((' '):rep(65537)))",
            value: .string("the text is longer than 65536 bytes; split it")
        ),
        Case(
            body: "return select(2, load(function() return (' '):rep(40000) end))",
            value: .string("the text is longer than 65536 bytes; split it")
        ),
        Case(
            body: "return select(2, load(function() error({ 7 }) end))[1]",
            value: .integer(7)
        ),
        Case(
            body: "return select(2, load(7, '=mine'))",
            value: .string("mine:1: unexpected symbol near '7'")
        ),
        Case(
            body: "return select(2, load('local a return a' .. ('.x'):rep(101)))",
            value: .string(
                "line 1: more than 100 fields follow one another here; put a part of them into a "
                    + "local"
            )
        ),
        Case(
            body: "local ok, e = pcall(load('x = 1')) return e:match('cannot be assigned')",
            value: .string("cannot be assigned")
        ),
    ])
    func loadAnswers(_ example: Case) throws {
        #expect(try Self.run(example.body) == example.value)
    }

    @Test(arguments: ["load(function() while true do end end)", "while true do load('') end"])
    func loadPaysItsWay(_ body: String) throws {
        #expect(try Self.failure(body).reason == .fuel)
    }

    // MARK: Compiled files

    @Test func aSecondRunIsTheSameAsTheFirst() throws {
        let program = Lua.program(
            """
            local words = require "words"
            report "x" (function() local value return words.of(3) .. value end)
            """,
            ["lib/words.lua": "return { of = function(n) return ('x'):rep(n) end }"]
        )
        let run = ScriptRun(program: program, calls: [ScriptCall(kind: "report", name: "x")])
        let failures = try (0..<3).map { _ in
            try #require(throws: ScriptFailure.self) { try Lua.run(run) }
        }
        #expect(failures[0].message.hasPrefix("attempt to concatenate a nil value (local 'value')"))
        #expect(failures[0].line == 2)
        #expect(Set(failures.map(\.detailedDescription)).count == 1)
        #expect(Set(failures.map(\.fuelUsed)).count == 1)
    }

    @Test func aChangedFileIsCompiledAnew() throws {
        var program = Lua.program("return 1")
        _ = try Lua.run(ScriptRun(program: program, calls: [.main()]))
        program.files[0] = ScriptFile(name: "main.lua", text: "return 2")
        let outcome = try Lua.run(ScriptRun(program: program, calls: [.main()]))
        #expect(outcome.results == [.integer(2)])
    }

    @Test func compiledFilesAreSharedByThreads() async throws {
        let run = ScriptRun(program: Lua.program("return 'same'"), calls: [.main()])
        try await withThrowingTaskGroup(of: ScriptOutcome.self) { group in
            for _ in 0..<40 { group.addTask { try await Lua.host.run(run) } }
            for try await outcome in group { #expect(outcome.results == [.string("same")]) }
        }
    }

    // MARK: Chains

    @Test(arguments: [
        "local a\nreturn a" + String(repeating: ".x", count: 101),
        "local a\nreturn a" + String(repeating: "[a]", count: 101),
        "local a\nreturn " + String(repeating: "(", count: 60) + "a"
            + String(repeating: ".x.x)", count: 60),
        "local a\nreturn a" + String(repeating: "[\"]\"] --[[.]] ", count: 101),
    ])
    func aLongChainIsRefused(_ body: String) throws {
        let failure = try Self.failure(body)
        #expect(failure.reason == .syntax)
        #expect(failure.line == 2)
        #expect(
            failure.message
                == "more than 100 fields follow one another here; put a part of them into a local"
        )
    }

    @Test(arguments: [" and a", " or not a", " or (a)", " or a == a", " or a.x.y"])
    func aLongConditionIsRefused(_ unit: String) throws {
        let failure = try Self.failure("local a\nreturn a" + String(repeating: unit, count: 1_001))
        #expect(failure.reason == .syntax)
        #expect(failure.line == 2)
        #expect(
            failure.message
                == "more than 1000 'and' and 'or' follow one another here; use a table and a loop"
        )
    }

    @Test(arguments: [
        "local a\n" + String(repeating: "if a or a then end ", count: 1_001) + "return 200",
        "local a\n" + String(repeating: "a = a or 1 ", count: 1_001) + "return 200",
        "local a = 1\nreturn #{" + String(repeating: "a or 1, ", count: 200) + "}",
        "local a = setmetatable({}, { __index = function(t) return t end })\nreturn #{"
            + String(repeating: "a.x.y, ", count: 200) + "}",
        "return #'" + String(repeating: ".x", count: 100) + "'",
        "return #[==[" + String(repeating: ".x", count: 100) + "]==]",
        "--" + String(repeating: ".x", count: 100) + "\nreturn 200",
        "return 0" + String(repeating: "+ 1.0", count: 150) + " + 50",
    ])
    func whatIsNoChainIsTaken(_ body: String) throws {
        let value = try Self.run(body)
        #expect(value == .integer(200) || value == .number(200))
    }
}
#endif
