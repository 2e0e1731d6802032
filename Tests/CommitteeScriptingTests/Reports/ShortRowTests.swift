// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

@Suite("A row of a table that ends early is told, as a missing value is no empty one")
struct ShortRowTests {
    private static func problem(_ rows: String) async throws -> String? {
        let main = """
            report "r" (function(edition, doc)
              doc:table { columns = { "No", "Action", "Due" }, rows = { \(rows) } }
            end)
            """
        let plugins = try await LuaPlugins.load(MemoryFiles.demo(main)).unlocked
        let edition = try ExampleEdition.named("northshire").edition(plugins: plugins)
        do {
            _ = try await plugins.report(ReportRequest("demo/r", of: edition))
            return nil
        } catch {
            return (error as? ScriptFailure)?.message ?? "\(error)"
        }
    }

    @Test(
        "It names the row and the column",
        arguments: [
            ("{ 1, 2, 3 }, { 1, 2, nil }", 2, "Due"), ("{}", 1, "No"), ("{ 1 }", 1, "Action"),
            ("{ { content = 1, columns = 2 } }", 1, "Due"),
            ("{ { content = 1, rows = 2 }, 2, 3 }, { 2 }", 2, "Due"),
        ]
    )
    func short(rows: String, row: Int, column: String) async throws {
        let problem = try #require(try await Self.problem(rows))
        #expect(
            problem.contains(
                "doc:table: rows[\(row)] has nothing for the column “\(column)”, and the table has 3 columns. "
                    + "Where a value may be missing, write (value or \"Not set\")."
            )
        )
    }

    @Test(
        "Rows that are filled by cells that reach over them are whole",
        arguments: [
            "{ 1, 2, 3 }", "{ 1, \"\", 3 }", "{ { content = 1, columns = 3 } }",
            "{ { content = 1, rows = 2 }, 2, 3 }, { 2, 3 }",
            "{ 1, { content = 1, columns = 2, rows = 2 } }, { 2 }, { 1, 2, 3 }",
            "{ section = 'Late' }, { 1, 2, 3 }",
        ]
    )
    func whole(rows: String) async throws {
        #expect(try await Self.problem(rows) == nil)
    }
}
#endif
