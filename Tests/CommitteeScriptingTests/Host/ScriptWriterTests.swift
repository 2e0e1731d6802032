// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Testing

@testable import CommitteeScripting

/// What `out` writes: in C when it is plain, by way of Swift when it is not.
@Suite struct ScriptWriterTests {
    /// Runs a body that writes through `out`, with the same answers as a report of CSV has.
    static func outcome(
        of body: String,
        limits: ScriptLimits = ScriptLimits(),
        asking asked: (@Sendable () -> Void)? = nil
    ) throws -> ScriptOutcome {
        let program = Lua.program(
            "report \"x\" (function(edition, out, ctx)\n\(body)\nend)"
        )
        let writer = RawWriter(values: ReportValues(editions: []), mediaType: "text/csv")
        return try Lua.run(
            ScriptRun(
                program: program,
                calls: [
                    ScriptCall(
                        kind: "report",
                        name: "x",
                        arguments: [.handle(.root()), .handle(.object(0)), .handle(.object(1))]
                    )
                ],
                editions: [try Fixture.edition()],
                objects: [
                    ScriptObject(
                        name: "out",
                        functions: ["write", "row", "json"],
                        hasMethods: true,
                        writer: .csv
                    ),
                    Fixture.objects[1],
                ],
                limits: limits,
                answer: { call in
                    asked?()
                    let name = call.function.split(separator: ".").last.map(String.init) ?? ""
                    return .string(try writer.answer(name, call.arguments))
                }
            )
        )
    }

    static func text(_ body: String) throws -> String {
        String(decoding: try outcome(of: body).output, as: UTF8.self)
    }

    static func message(_ body: String) throws -> String {
        try #require(throws: ScriptFailure.self) { try outcome(of: body) }.message
    }

    static let rows: [(String, String)] = [
        ("out:row('a', nil, 'c')", "a,,c\r\n"),
        ("out:row('a', nil)", "a,\r\n"),
        ("out:row('a')", "a\r\n"),
        ("out:row { 'a', 'b' }", "a,b\r\n"),
        ("out:row { 'a', nil, 'c', n = 3 }", "a,,c\r\n"),
        ("out:row(table.pack('a', nil, 'c', nil))", "a,,c,\r\n"),
        ("out:row { n = 2 }", ",\r\n"),
        ("out:row {}", "\r\n"),
        ("out:row(true, false, 12, -3, ctx.today)", "true,false,12,-3,2026-10-31\r\n"),
        ("out:row('x', 0.5)", "x,0.5\r\n"),
        (
            "out:row('a,b', 'say \"hi\"', 'two\\nlines', 'cr\\r')",
            "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"cr\r\"\r\n"
        ),
        (
            "out:row('=1+1', '+1', '-1', '-', '@x', ' =1', 'a=1', '\\t=1')",
            "'=1+1,'+1,'-1,-,'@x,' =1,a=1,'\t=1\r\n"
        ),
        ("out:row('=A1,\"B\"')", "\"'=A1,\"\"B\"\"\"\r\n"),
        (
            "out:row('\u{A0}=1', '\u{FF1D}1', '\u{FEFF}@x', 'é=1')",
            "'\u{A0}=1,'\u{FF1D}1,'\u{FEFF}@x,é=1\r\n"
        ),
        ("out:row('Züri', '委員会')", "Züri,委員会\r\n"),
        ("out:row(edition.actions[1].leads, 'x')", "Social work; Police,x\r\n"),
        ("out:row(edition.actions[2].leads, 'x')", ",x\r\n"),
        ("out:row(edition.actions[1].leads)", "Social work,Police\r\n"),
        ("out:row('a', { 'b', 'c' })", "a,b; c\r\n"),
        ("out:row { edition.actions[1].id, edition.actions[3].id or 'none' }", "1.1,none\r\n"),
        ("out:row('a') out:write('b,') out:row { 'c', 0.5 } out:write('d')", "a\r\nb,c,0.5\r\nd"),
        ("out:write('') out:write(12) out:json { 1 } out:write('x')", "12[\n  1\n]\nx"),
    ]

    @Test("A row is written byte for byte", arguments: rows)
    func writesRows(body: String, expected: String) throws {
        #expect(try Self.text(body) == expected)
    }

    /// Cells that C writes by itself, as a table of Lua writes them.
    static let plainCells = [
        "'a'", "''", "'a,b'", "'\"'", "'=x'", "'-'", "' - '", "'\u{FF0B}1'", "'é\u{301}'", "true",
        "-9223372036854775807", "ctx.today", "ctx.date('0001-01-01')", "'\\r\\n'", "' \u{A0} =1'",
    ]

    @Test("What C writes is what Swift writes", arguments: plainCells)
    func bothWaysAgree(cell: String) throws {
        // A number with a fraction makes the whole row go through Swift.
        let plain = try Self.text("out:row('x', \(cell))")
        let long = try Self.text("out:row(0.5, \(cell))")
        #expect(plain.dropFirst(1) == long.dropFirst(3))
    }

    @Test("A plain row does not ask Swift")
    func plainRowsStayInC() throws {
        _ = try Self.outcome(of: "out:row('a', nil, 1, ctx.today) out:write('x')") {
            Issue.record("Swift was asked")
        }
    }

    static let hole =
        "the argument has a hole: item 2 is missing; where a value may be missing, write (value or \"\")"

    static let refusals: [(String, String)] = [
        ("out:row()", "out:row: argument 1: expected a list of cells, found nothing"),
        ("out:row(nil)", "out:row: argument 1: expected a list of cells, found nothing"),
        ("out:row { 'a', nil, 'c' }", Self.hole),
        ("out:row { [1] = 'a', [3] = 'c' }", Self.hole),
        ("out:row { 'a', nil, 'c', n = 2 }", Self.hole),
        (
            "out:row('a', edition.plan)",
            "out:row: cell 2 is a record; give a text, a number or a date"
        ),
        (
            "out:row { 'a', { x = 1 } }",
            "out:row: cell 2 is a table; give a text, a number or a date"
        ),
        ("out:row('a', print)", "argument 2 is a function; call it with ( ), or give a value"),
        ("out:row('a', '\\xff')", "argument 2 is not UTF-8"),
        ("out:row { 'a', 'b\\0' }", "the argument[2] holds a NUL byte"),
        ("out:row('a', 0/0)", "argument 2 is not a number (NaN)"),
        ("out:row(setmetatable({ 'a' }, {}))", "the argument has a metatable; use a plain table"),
        ("out.row('a')", "call it with a colon: out:row(…)"),
        ("out:write('\\xff')", "the argument is not UTF-8"),
        ("out:write('a', 'b')", "out:write takes 1 argument, found 2"),
        ("out:write {}", "out:write: argument 1: expected a text, found a table"),
    ]

    @Test("What cannot be written is refused in words", arguments: refusals)
    func refusesRows(body: String, message: String) throws {
        #expect(try Self.message(body) == message)
    }

    @Test("A row that is refused leaves nothing behind")
    func refusedRowsLeaveNothing() throws {
        let text = try Self.text("out:row('a') pcall(out.row, out, 'b', edition.plan) out:row('c')")
        #expect(text == "a\r\nc\r\n")
    }

    @Test("What is written counts against the output limit")
    func outputIsLimited() throws {
        let limits = ScriptLimits(outputBytes: 1_000)
        let failure = try #require(throws: ScriptFailure.self) {
            try Self.outcome(of: "for i = 1, 100 do out:row('0123456789') end", limits: limits)
        }
        #expect(failure.reason == .output)
        #expect(
            failure.message
                == "the run wrote more than its 1000 bytes: 996 in 166 pieces, and 10 more "
                + "here; write less, or see that a loop does not write too often"
        )
    }
}
#endif
