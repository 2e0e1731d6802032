// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Synchronization
import Testing

@testable import CommitteeScripting

@Suite struct ScriptHostTests {
    @Test func aReportReadsTheEditionAndWritesBlocks() throws {
        let calls = Mutex<[ScriptHostCall]>([])
        let outcome = try Lua.outcome(
            of: """
                doc:heading(1, edition.plan.title)
                doc:table { columns = { "Action", "Lead" },
                            rows = ctx.rows(edition.actions, "text", "leads") }
                return #edition.actions
                """
        ) { call in
            calls.withLock { $0.append(call) }
            return .null
        }
        #expect(outcome.results == [.integer(3)])
        let rows: [ScriptValue] = [
            .list([.string("Do one thing"), .string("Social work, Police")]),
            .list([.string("Do another"), .string("")]),
            .list([.string("Rest"), .string("Health")]),
        ]
        let table = ScriptMap([
            ("columns", .list([.string("Action"), .string("Lead")])), ("rows", .list(rows)),
        ])
        #expect(
            calls.withLock { $0 } == [
                ScriptHostCall(
                    function: "doc.heading",
                    arguments: [.integer(1), .string("A plan")]
                ),
                ScriptHostCall(function: "doc.table", arguments: [.map(table)]),
            ]
        )
    }

    @Test func anAsyncRunGivesTheSame() async throws {
        let run = ScriptRun(
            program: Lua.report("return 1 + 1"),
            calls: [ScriptCall(kind: "report", name: "x")]
        )
        let outcome = try await Lua.host.run(run)
        #expect(outcome.results == [.integer(2)])
    }

    @Test func declarationsAreCollectedInOrder() async throws {
        let program = Lua.program(
            """
            layout "plan" {
              columns = { { "LEAD", "leads", merge = true }, { "DAYS", value = function() end } },
            }
            report "one" (function() end)
            timescale_words { "soon" }
            """
        )
        let declarations = try await Lua.host.declarations(of: program)
        let lead = ScriptMap(
            items: [.string("LEAD"), .string("leads")],
            [("merge", .bool(true))]
        )
        let days = ScriptMap(items: [.string("DAYS")], [("value", .function(line: 2))])
        #expect(
            declarations == [
                ScriptDeclaration(
                    kind: "layout",
                    name: "plan",
                    file: "main.lua",
                    line: 1,
                    value: .map(
                        ScriptMap([("columns", .list([.map(lead), .map(days)]))])
                    )
                ),
                ScriptDeclaration(
                    kind: "report",
                    name: "one",
                    file: "main.lua",
                    line: 4,
                    value: .function(line: 4)
                ),
                ScriptDeclaration(
                    kind: "timescale_words",
                    name: "",
                    file: "main.lua",
                    line: 5,
                    value: .list([.string("soon")])
                ),
            ]
        )
    }

    @Test func aFunctionInALayoutIsCalledForEachRow() throws {
        let edition = try Fixture.edition()
        let program = Lua.program(
            """
            layout "plan" { columns = { { "A" }, { "DAYS", value = function(action, extra)
              return (action.count or 0) + extra
            end } } }
            """
        )
        let rows = (0..<3).map { ScriptValue.handle(.record(type: 2, row: $0)) }
        let outcome = try Lua.run(
            ScriptRun(
                program: program,
                calls: [
                    ScriptCall(
                        kind: "layout",
                        name: "plan",
                        path: "columns[2].value",
                        each: rows,
                        arguments: [.integer(10)]
                    ),
                    ScriptCall(
                        kind: "layout",
                        name: "plan",
                        path: "[\"columns\"][2].value",
                        arguments: [rows[0], .integer(1)]
                    ),
                ],
                editions: [edition]
            )
        )
        #expect(
            outcome.results == [
                .list([.integer(11), .integer(10), .integer(7)]), .integer(2),
            ]
        )
    }
}
#endif
