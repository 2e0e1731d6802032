// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// `committee script run`, as a process.
struct ScriptRunTests {
    private static func lines(_ run: BuiltTool.Run) throws -> [JSONValue] {
        try run.output.split(separator: "\n").map {
            try JSONReader.read(Array($0.utf8), source: "output").value
        }
    }

    /// What becomes of one file with this text.
    private static func line(_ text: String, _ options: [String] = []) throws -> JSONValue {
        let tool = try BuiltTool()
        try tool.write(text, to: "a.lua")
        return try #require(try lines(tool.run(["script", "run"] + options + ["a.lua"])).first)
    }

    @Test func aLineHasItsMembersInOrder() throws {
        let line = try Self.line("return { 1, 'two' }")
        #expect(
            line.members?.map(\.key) == [
                "file", "ok", "value", "reason", "line", "message", "fuel", "ms", "peakBytes",
            ]
        )
        #expect(line["file"] == "a.lua")
        #expect(line["ok"] == true)
        #expect(line["value"] == [1, "two"])
        #expect(line["reason"]?.isNull == true)
        #expect(line["line"]?.isNull == true)
        #expect(line["message"]?.isNull == true)
        #expect((line["fuel"]?.wholeNumber ?? 0) > 0)
        #expect((line["ms"]?.quantity ?? 0) > 0)
        #expect((line["peakBytes"]?.wholeNumber ?? 0) > 10_000)
    }

    @Test(
        "Every way to end has its reason",
        arguments: [
            ("error('x')", "lua"), ("x = = 1", "syntax"), ("while true do end", "fuel"),
            ("local t = {} while true do t[#t + 1] = {} end", "memory"),
            ("return ('x'):rep(1e9)", "string"),
            ("local function f() return 1 + f() end return f()", "stack"),
            ("local t = {} for i = 1, 40000 do t[-i] = 1 end", "table"),
            ("return function() end", "result"), ("return '\\255'", "result"),
            ("return 0 / 0", "result"), ("return load('return 1')", "lua"),
        ]
    )
    func reason(text: String, reason: String) throws {
        let line = try Self.line(text, ["--fuel", "10000000", "--memory", "8"])
        #expect(line["ok"] == false)
        #expect(line["reason"] == .string(reason))
        #expect(line["value"]?.isNull == true)
        #expect(line["message"]?.text?.isEmpty == false)
    }

    @Test func theClockHasItsReason() throws {
        let line = try Self.line("while true do end", ["--ms", "50", "--fuel", "100000000000"])
        #expect(line["reason"] == "time")
        #expect(line["line"] == 1)
        #expect((line["ms"]?.quantity ?? 0) < 550)
    }

    @Test func outputHasItsReason() throws {
        let text = "local doc = ... local s = ('x'):rep(1e6) while true do doc:paragraph(s) end"
        let line = try Self.line(text, ["--report", "--memory", "512"])
        #expect(line["reason"] == "output")
    }

    @Test func theCodeIsZeroWhenAllIsWell() throws {
        let tool = try BuiltTool()
        try tool.write("return 1", to: "a.lua")
        try tool.write("return 2", to: "b.lua")
        let run = try tool.run(["script", "run", "a.lua", "b.lua"])
        #expect(run.code == 0)
        #expect(try Self.lines(run).map { $0["value"] } == [1, 2])
    }

    @Test func theCodeIsThreeWhenAFileFails() throws {
        let tool = try BuiltTool()
        try tool.write("error('x')", to: "a.lua")
        try tool.write("return 2", to: "b.lua")
        let run = try tool.run(["script", "run", "a.lua", "missing.lua", "b.lua"])
        #expect(run.code == 3)
        let lines = try Self.lines(run)
        #expect(lines.map { $0["ok"] } == [false, false, true])
        #expect(lines[1]["message"] == "There is no Lua file at missing.lua. Check the path.")
    }

    @Test func nothingIsLeftForTheNextFile() throws {
        let tool = try BuiltTool()
        try tool.write("string.rep = nil math.pi = 3 rawset(_G, 'x', 1) return 1", to: "a.lua")
        try tool.write(
            "return { ('x'):rep(2), math.pi > 3.1, rawget(_G, 'x') == nil }",
            to: "b.lua"
        )
        let lines = try Self.lines(try tool.run(["script", "run", "a.lua", "b.lua"]))
        #expect(lines[1]["value"] == ["xx", true, true])
    }

    @Test func whatIsPrintedGoesToTheErrorOutput() throws {
        let tool = try BuiltTool()
        try tool.write("print('hello', 1) print('\\27[31m')", to: "a.lua")
        let run = try tool.run(["script", "run", "a.lua"])
        #expect(run.errors == "hello\t1\n\u{FFFD}[31m\n")
    }

    @Test func aFloodIsCut() throws {
        let tool = try BuiltTool()
        try tool.write("for i = 1, 100000 do print(i) end", to: "a.lua")
        #expect(try tool.run(["script", "run", "a.lua"]).errors.utf8.count < 70_000)
    }

    @Test func aReportIsGivenItsWriterAndContext() throws {
        let text = """
            local doc, ctx = ...
            doc:heading(1, "A")
            doc:table { columns = { "B" }, rows = { { ctx.today } } }
            return tostring(ctx.today)
            """
        let line = try Self.line(text, ["--report"])
        #expect(line["value"] == "2026-10-31")
    }

    @Test func loadIsAllowed() throws {
        #expect(try Self.line("return load('return 5')()", ["--allow", "load"])["value"] == 5)
    }

    @Test func theSeedDecides() throws {
        let text = "return math.random(1, 1000000000)"
        let first = try Self.line(text, ["--seed", "1"])["value"]
        #expect(first == (try Self.line(text, ["--seed", "1"])["value"]))
        #expect(first != (try Self.line(text, ["--seed", "2"])["value"]))
    }

    @Test func theSameFileCostsTheSame() throws {
        let text = "local t = {} for i = 1, 1000 do t[i] = tostring(i) end return #t"
        #expect(try Self.line(text)["fuel"] == (try Self.line(text)["fuel"]))
    }
}
