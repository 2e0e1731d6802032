// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// Attacks by what a contribution is, returns or writes, through the engine that hosts use.
@Suite("Attacks by contributions", .serialized) struct AttackContributionTests {
    static let request = ReportRequest("demo/x", of: Northshire.edition())
    static let small = "\"limits\": { \"fuel\": 300000, \"milliseconds\": 5000 }"

    static func failure(ofReport body: String) async throws -> ScriptFailure {
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo(
                "report 'x' (function(edition, doc, ctx)\n\(body)\nend)",
                manifest: small
            )
        )
        return try #require(
            await #expect(throws: ScriptFailure.self) {
                try await plugins.report(request)
            }
        )
    }

    static let reports: [(body: String, reason: ScriptFailure.Reason)] = [
        ("while true do end", .fuel),
        ("for _, action in ipairs(edition.plan.actions) do while true do end end", .fuel),
        ("while true do pcall(ctx.group, edition.plan.actions, 'leads') end", .fuel),
        ("while true do for k, v in pairs(edition.plan) do end end", .fuel),
        ("while true do ctx.dump(edition) end", .fuel),
        ("while true do ctx.date('2026-01-01'):format('d MMMM yyyy') end", .fuel),
        ("while true do ctx.working_days(ctx.today, ctx.today) end", .fuel),
        ("local t = {} while true do t[#t + 1] = ctx.random(5) end", .fuel),
        ("edition.plan = nil", .lua),
        ("edition.plan.title = 'mine'", .lua),
        ("edition.plan.actions[1] = nil", .lua),
        ("table.insert(edition.plan.actions, 1)", .lua),
        ("table.sort(edition.plan.actions)", .lua),
        ("setmetatable(edition, {})", .lua),
        ("rawset(edition, 'plan', 1)", .lua),
        ("ctx.settings.x = 1", .lua),
        ("ctx.today = 1", .lua),
        ("doc.table = nil", .lua),
        ("return edition", .result),
        ("return 0 / 0", .result),
        ("return print", .result),
        ("return 'a\\0b'", .result),
        ("doc:heading(99, 'x')", .lua),
        ("doc:heading(1, '\\255')", .lua),
        ("doc:heading(1, edition)", .lua),
        ("doc:table { columns = {}, rows = { { 1 } } }", .lua),
        ("doc:table { columns = { 'A' }, rows = edition }", .lua),
        (
            "local row = {} for i = 1, 3000 do row[i] = 'x' end doc:table { columns = row, rows = { row, { 1 } } }",
            .lua
        ),
        ("doc:block { kind = 'raw-html', html = '<script>' }", .lua),
        ("return ctx.add_working_days(ctx.today, math.maxinteger)", .lua),
        ("ctx.working_days(ctx.date('0001-01-01'), 'x')", .lua),
    ]

    @Test("A report that attacks ends as it must", arguments: reports)
    func aReportEndsAsItMust(body: String, reason: ScriptFailure.Reason) async throws {
        let failure = try await Self.failure(ofReport: body)
        #expect(failure.reason == reason, "\(failure.detailedDescription)")
        #expect(failure.contribution == "report 'x'")
    }

    static let cells = [
        "{}", "true", "function() end", "ctx", "action", "0/0", "1/0", "'\\255'", "'a\\0b'",
        "(function() while true do end end)()", "error({})", "error()", "action.nothing",
        "setmetatable({}, { __tostring = function() return 'x' end })", "coroutine.create(print)",
        "('x'):rep(1e9)", "doc", "edition", "report 'y'", "math.huge", "{ 'a', nil, 'b' }",
    ]

    @Test("A cell that is nothing to print is refused", arguments: cells)
    func aBadCellIsRefused(_ expression: String) async throws {
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo(
                """
                layout "x" {
                  title = "T", levels = { "priority", "outcome", "action" },
                  columns = {
                    { "Action", "text" },
                    { "Bad", value = function(action, ctx) return \(expression) end },
                  },
                }
                """,
                manifest: Self.small
            )
        )
        await #expect(throws: ScriptFailure.self) {
            try await plugins.computedCells(
                of: "demo/x",
                plan: "plan-2026-2028",
                in: Northshire.edition()
            )
        }
    }

    static let rules = [
        "true", "1", "'soon'", "{}", "{ due = 'tomorrow' }", "{ due = 1 }",
        "{ due = ctx.today, 1 }",
        "{ due = ctx.today, tier = {} }", "{ due = ctx.today, message = 5 }",
        "{ due = ctx.today, to = 'everybody' }", "{ due = action }", "{ due = 0/0 }",
        "setmetatable({ due = ctx.today }, {})", "action", "{ ctx.today }",
        "(function() while true do end end)()", "{ due = ctx.today, message = 'a\\0b' }",
        "{ due = ctx.today, message = '\\255' }", "{ due = ctx.today + math.maxinteger }",
    ]

    @Test("A rule that returns no reminder is refused", arguments: rules)
    func aBadReminderIsRefused(_ expression: String) async throws {
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo(
                """
                reminder "x" {
                  each = "action", to = "lead",
                  compute = function(action, ctx) return \(expression) end,
                }
                """,
                manifest: Self.small
            )
        )
        await #expect(throws: ScriptFailure.self) {
            try await plugins.computedReminders(
                of: "demo/x",
                in: Northshire.edition(),
                on: CivilDate(2026, 10, 31)
            )
        }
    }

    static let declarations = [
        "while true do end", "error('x')", "report", "report 'x'", "report 'x' (1)", "report 5",
        "report(('x'):rep(1000)) {}", "report 'a\\0b' (print)", "report '\\255' (print)",
        "report 'x' (print) report 'x' (print)", "layout 'x' {}", "layout 'x' { levels = 5 }",
        "layout 'x' (setmetatable({}, { __index = function() while true do end end }))",
        "local t = {} t.t = t layout 'x' (t)", "status_scheme 's' { { 'G' } }",
        "status_scheme 's' { { 'G', 'x', means = 'nothing' } }",
        "status_scheme 's' (0/0)", "reminder 'r' { each = 'moon' }", "reminder 'r' { 1, nil, 3 }",
        "local t = { levels = { 'action' }, columns = {} } for i = 1, 1000 do t.columns[i] = t.levels end layout 'x' (t)",
        "local t = {} for i = 1, 1000 do t = { t } end layout 'x' (t)", "timescale_words 'x'",
        "pcall(function() while true do end end)", "require 'nothing'", "x = 1", "return load('x')",
    ]

    @Test(
        "A plugin that attacks while it declares has a problem, and others do not",
        arguments: declarations
    )
    func aBadDeclarationIsAProblem(_ main: String) async throws {
        let plugins = try await LuaPlugins.load(
            MemoryFiles.folder(
                [
                    "demo": main,
                    "fine": "report 'x' (function(edition, doc) doc:heading(1, 'Fine') end)",
                ],
                manifests: ["demo": MemoryFiles.manifest("demo", Self.small)]
            )
        )
        let problems = plugins.contributions.plugins.map(\.problems.isEmpty)
        #expect(problems == [false, true])
        let report = try await plugins.report(ReportRequest("fine/x", of: Northshire.edition()))
        #expect(try report.document == Document(title: "Fine", blocks: [.heading(1, "Fine")]))
    }

    @Test("Nothing that one call changes is seen by the next")
    func callsDoNotPoisonOneAnother() async throws {
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo(
                """
                local count = 0
                report "x" (function(edition, doc)
                  count = count + 1
                  doc:heading(1, ("x"):upper() .. count .. tostring(rawget(table, "kept")))
                  string.upper = function() return "poisoned" end
                  table.kept = "kept"
                  math.randomseed(count)
                end)
                """
            )
        )
        let expected = Document(title: "X1nil", blocks: [.heading(1, "X1nil")])
        for _ in 0..<3 {
            #expect(try await plugins.report(Self.request).document == expected)
        }
    }

    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=1+1", "+1", "-1",
        "@SUM(A1)",
        "\t=1+1", "\r=1+1", "[x](javascript:alert(1))", "![x](http://example.org/x)", "# heading",
        "| a | b |", "```", "\u{1B}[2J\u{1B}]0;title\u{07}", "\u{202E}evil\u{202C}", "&lt;b&gt;",
        "{{ 7 * 7 }}", "${7 * 7}", "<!-- -->", "]]>", "'; DROP TABLE plans; --", "\u{2028}\u{2029}",
    ]

    @Test("Hostile words come out of every writer as words", arguments: hostile)
    func hostileWordsStayWords(_ words: String) async throws {
        let source = words.utf8.map { "\\\($0 < 10 ? "00" : $0 < 100 ? "0" : "")\($0)" }.joined()
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo(
                """
                report "x" (function(edition, doc)
                  local words = "\(source)"
                  doc:heading(1, words)
                  doc:paragraph(words)
                  doc:table { columns = { words }, rows = { { words } } }
                  doc:list { words }
                end)
                """
            )
        )
        let document = try await plugins.report(Self.request).document
        let html = String(decoding: document.render(.html), as: UTF8.self)
        #expect(!html.contains("<script>alert") && !html.contains("<img src=x"))
        #expect(!html.contains("href=\"javascript:"))
        let csv = String(decoding: document.render(.csv), as: UTF8.self)
        if let first = words.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
            // Title, heading, paragraph, column and cell begin with an apostrophe, so that none is a
            // formula; an item of a list begins with its bullet.
            let fields = csv.unicodeScalars.split(separator: "'", omittingEmptySubsequences: false)
            #expect(fields.dropFirst().filter { $0.first == first }.count == 5)
        }
        // What a backslash takes the meaning from is left out; the rest must not be markup.
        let written = String(decoding: document.render(.markdown), as: UTF8.self)
        let markdown = written.replacing(/\\./.dotMatchesNewlines(), with: "")
        #expect(!markdown.contains("<script") && !markdown.contains("<img"))
        #expect(!markdown.contains("](") && !markdown.contains("<!--"))
        let plain = String(decoding: document.render(.plainText), as: UTF8.self)
        for renderer in [plain, markdown, html] {
            #expect(!renderer.unicodeScalars.contains("\u{1B}"))
        }
    }
}
#endif
