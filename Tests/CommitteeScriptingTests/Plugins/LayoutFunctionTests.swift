// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

@Suite("Functions that read and write a layout's cells")
struct LayoutFunctionTests {
    /// Quarters of financial years, which no template reads.
    static let quarters = """
        local days = { Q1 = "By 30 June", Q2 = "By 30 September", Q3 = "By 31 December" }
        local names = {}
        for name, day in pairs(days) do names[day] = name end
        layout "plan" {
          title  = "Plan {period}",
          levels = { "aim", "action" },
          headings = { aim = { "Aim {number}: {text}" } },
          columns = {
            { "No",      "number" },
            { "Action",  "text" },
            { "Quarter", "timescale.words",
              read = function(cell, row)
                local quarter, year = cell:match("^(Q%d) (%d%d%d%d)$")
                if quarter then return days[quarter] .. " " .. year end
                if cell == "to be agreed" then return nil end
                return cell
              end,
              write = function(action)
                local words = action.timescale and action.timescale.words or ""
                local day, year = words:match("^(By %d+ %a+) (%d%d%d%d)$")
                if names[day] then return names[day] .. " " .. year end
                return words
              end },
          },
        }
        """

    static let text = """
        # Plan 2024 – 2026

        ## Aim 1: Families are helped early

        | No | Action | Quarter |
        |---|---|---|
        | 1.1 | Agree one form | Q2 2024 |
        | 1.2 | Train staff | By 1 May 2025 |
        | 1.3 | Ask families | |
        """

    private func committee(
        _ main: String
    ) async throws -> (CommitteeLibrary, Committee) {
        let plugins = try await LuaPlugins.load(MemoryFiles.demo(main))
        #expect(plugins.contributions.plugins.flatMap(\.problems) == [])
        let library = CommitteeLibrary(
            store: InMemoryJournal(context: .trial),
            plugins: plugins,
            today: { CivilDate(2024, 6, 1) }
        )
        try await library.store.createCommittee("example", name: "Example committee")
        return (library, try await library.committee("example"))
    }

    private func read(
        _ text: String,
        with main: String = quarters
    ) async throws -> (CommitteeLibrary, Committee, PlanImport) {
        let (library, committee) = try await committee(main)
        let found = try await committee.preparingImport(
            of: try SourceDocument(text: text, name: "plan.md", as: .markdown),
            digest: "digest",
            layout: "demo/plan",
            by: "test"
        )
        return (library, committee, found)
    }

    @Test("What a function reads of a cell is read as the cell would be")
    func cellsAreRead() async throws {
        let (_, _, found) = try await read(Self.text)
        let actions = found.reading.plan.actions
        #expect(
            actions.map(\.timescale.words) == ["By 30 September 2024", "By 1 May 2025", ""]
        )
        #expect(actions[0].timescale.due == CivilDate(2024, 9, 30))
        #expect(!found.findings.map(\.kind).contains { $0.hasPrefix("function") })
        let line = found.reading.account.lines.first { $0.words == "Q2 2024" }
        #expect(
            line?.becameWords == "the timescale of action 1.1, as the layout's function reads it"
        )
        #expect(line?.share == .field)
    }

    @Test("The layout's report has the words of the document again, in every format that is read")
    func cellsAreWritten() async throws {
        let (library, committee, found) = try await read(Self.text)
        _ = try await committee.record(found, digest: "digest")
        let edition = try await committee.edition(asOf: CivilDate(2024, 6, 1), audience: .committee)
        for (format, name) in [(DocumentFormat.markdown, "plan.md"), (.html, "plan.html")] {
            let report = try await library.report("demo/plan", of: edition)
            let bytes = try report.render(format)
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(page.contains("Q2 2024") && !page.contains("30 September"))
            let again = try await committee.preparingImport(
                of: try SourceDocument(reading: bytes, name: name),
                digest: "again \(name)",
                layout: "demo/plan",
                by: "test"
            )
            #expect(again.drafts.isEmpty, "\(name)")
        }
    }

    @Test(
        "Words that are not written again are a finding and are kept",
        arguments: [
            (
                "to be agreed",
                "The function of the column “Quarter” reads “to be agreed” and writes nothing. The "
                    + "document's words are kept as text too. What is written must be what was read, "
                    + "word for word."
            )
        ]
    )
    func differencesAreFindings(cell: String, message: String) async throws {
        let (_, _, found) = try await read(
            Self.text.replacing("Q2 2024", with: cell)
        )
        #expect(
            found.findings.filter { $0.kind == "function-differs" }
                == [
                    Finding(
                        line: 7,
                        kind: "function-differs",
                        message: message,
                        place: .row(table: 1, row: 2, cell: 3)
                    )
                ]
        )
        #expect(found.reading.plan.texts.map(\.text.singleLine) == [cell])
        let line = found.reading.account.lines.first { $0.words == cell }
        #expect(line?.share == .text)
        #expect(found.reading.plan.actions.map(\.timescale.words)[0] == "")
    }

    @Test(
        "A function that fails or does not end fails for its row alone",
        arguments: [
            (#"if cell == "Q2 2024" then error("no quarters here") end"#, "no quarters here"),
            (#"if cell == "Q2 2024" then while true do end end"#, ""),
            (#"if cell == "Q2 2024" then return { 1 } end"#, "it returned a table"),
        ]
    )
    func failuresAreFindings(code: String, words: String) async throws {
        let main = Self.quarters.replacing(
            "local quarter, year",
            with: "\(code)\n        local quarter, year"
        )
        let (_, _, found) = try await read(Self.text, with: main)
        let findings = found.findings.filter { $0.kind.hasPrefix("function") }
        #expect(findings.map(\.kind) == ["function-failed"])
        #expect(findings.first?.line == 7)
        #expect(findings.first?.message.contains(words) ?? false, "\(findings)")
        #expect(
            found.reading.plan.actions.map(\.timescale.words) == ["Q2 2024", "By 1 May 2025", ""]
        )
    }

    @Test("When every row fails, the import ends soon and keeps every row")
    func everyRowMayFail() async throws {
        let rows = (1...300).map { "| 1.\($0) | Step \($0) | slow |" }.joined(separator: "\n")
        let text = Self.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(6)
            .joined(separator: "\n")
        let main = Self.quarters.replacing(
            "local quarter, year",
            with: "while true do end\n        local quarter, year"
        )
        let (_, _, found) = try await read(text + "\n" + rows, with: main)
        #expect(found.reading.plan.actions.count == 300)
        #expect(found.findings.count { $0.kind == "function-failed" } == 300)
    }

    @Test("A heading is read by its function where no template would")
    func headingsAreRead() async throws {
        let main = """
            layout "plan" {
              title  = "Plan {period}",
              levels = { "aim", "action" },
              headings = { Aim = { "Aim {number}: {text}",
                read = function(line)
                  local text, number = line:match("^(.+), our aim number (%d+)$")
                  return text and "Aim " .. number .. ": " .. text
                end,
                write = function(aim) return aim.text .. ", our aim number " .. aim.number end } },
              columns = { { "No", "number" }, { "Action", "text" } },
            }
            """
        let text = Self.text.replacing(
            "Aim 1: Families are helped early",
            with: "Families are helped early, our aim number 1"
        ).replacing(" Quarter |", with: "").replacing(" Q2 2024 |", with: "")
            .replacing(" By 1 May 2025 |", with: "").replacing("families | |", with: "families |")
            .replacing("|---|---|---|", with: "|---|---|")
        let (library, committee, found) = try await read(text, with: main)
        #expect(found.findings.map(\.kind).filter { $0.hasPrefix("function") } == [])
        let aim = try #require(found.reading.plan.items.first)
        #expect(aim.level == 0 && aim.number == "1")
        #expect(aim.text.singleLine == "Families are helped early")
        _ = try await committee.record(found, digest: "digest")
        let edition = try await committee.edition(asOf: CivilDate(2024, 6, 1), audience: .committee)
        let page = try await library.report("demo/plan", of: edition).render(.markdown)
        let words = String(decoding: page, as: UTF8.self)
        #expect(words.contains("Families are helped early, our aim number 1"))
        #expect(!words.contains("Aim 1:"))
    }

    @Test(
        "A pair that is no pair is refused when the plugin is loaded",
        arguments: [
            (
                #"{ "Q", "timescale.words", read = function() end }"#,
                "the column “Q” has read and no write. What is read is written again, so it needs "
                    + "both: read = function(cell, row) … end, write = function(item) … end."
            ),
            (
                #"{ "Q", "timescale.words", read = 1, write = 2 }"#,
                "columns[2].read: expected function(cell, row) … end."
            ),
            (
                #"{ "Q", "status", tick = "G", read = function() end, write = function() end }"#,
                "the column “Q” has read and write, so it takes no “tick”. Keep one."
            ),
        ]
    )
    func pairsAreChecked(column: String, message: String) async throws {
        let problems = try await LuaPlugins.problems(
            MemoryFiles.demo(
                """
                layout "plan" {
                  title = "Plan {period}", levels = { "aim", "action" },
                  columns = { { "Action", "text" }, \(column) },
                }
                """
            )
        )
        #expect(problems.count == 1 && problems[0].contains(message), "\(problems)")
    }
}
#endif
