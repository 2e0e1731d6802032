// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import Foundation
import Testing

@testable import CommitteeScripting

/// What a plugin says and nothing would ever tell of, and that all mistakes are told at once.
@Suite struct SilentMistakeTests {
    /// The problems of a plugin `demo` but for hints, as `severity file:line: message`.
    static func problems(_ main: String) async throws -> [String] {
        try await PluginCheck.checking(MemoryFiles.demo(main)).flatMap(\.problems)
            .filter { $0.severity != .hint }.map { "\($0.severity.rawValue) \($0)" }
    }

    /// A layout with the parts given beside its title and levels.
    static func layout(_ parts: String) -> String {
        "layout 'x' { title = 'T {period}', levels = { 'outcome', 'action' }, \(parts) }"
    }

    /// A comparison in a report, and what is said of it after `warning demo/main.lua:1: `.
    static let impossible: [(String, String?)] = [
        (
            "a.leads == 'Lead Nurse'",
            "“leads” is a list, so it is never equal to the text \"Lead Nurse\". Look at each: "
                + "for _, one in ipairs(x.leads) do … end."
        ),
        (
            "a.number == 1.1",
            "“number” is a text, so it is never equal to the number 1.1. Write \"1.1\"."
        ),
        (
            "'3' ~= a.days_late",
            "“days_late” is a number, so it is never equal to the text \"3\". Write 3 without quotation marks."
        ),
        (
            "a.is_late == 'yes'",
            "“is_late” is true or false, so it is never equal to the text \"yes\". Write it alone, as in if "
                + "x.is_late then, or with not before it."
        ),
        (
            "a.status_means == 'complet'",
            "\"complet\" is nothing that “status_means” holds. Did you mean “completed”?"
        ),
        ("a.leads[1] == 'Lead Nurse'", nil), ("'Lead Nurse' == a.leads[1]", nil),
        ("a.number == '1.1'", nil), ("a.days_late == 3", nil), ("a.days_late .. '' == '3'", nil),
        ("a.number == 1 .. ''", nil), ("ctx.settings.number == 3", nil),
        ("a.status_means == 'completed'", nil), ("#a.leads == 3", nil),
    ]

    @Test("A comparison that can never hold is told", arguments: impossible)
    func neverEqual(comparison: String, message: String?) async throws {
        let problems = try await Self.problems(
            "report 'r' (function(edition, doc, ctx) for _, a in ipairs(edition.plan.actions) do "
                + "if \(comparison) then doc:paragraph(a.text) end end end)"
        ).filter { !$0.contains("has no setting") }
        #expect(problems == (message.map { ["warning demo/main.lua:1: \($0)"] } ?? []))
    }

    @Test("A field that the file sets itself is the file's own")
    func ownField() async throws {
        let problems = try await Self.problems(
            "report 'r' (function(edition, doc, ctx) local g = { number = 1 } if g.number == 1 then "
                + "doc:paragraph('x') end end)"
        )
        #expect(problems == [])
    }

    static let silent: [(String, [String])] = [
        (
            layout("columns = { { 'Action', 'text' }, { 'Task', 'text' } }"),
            [
                "warning demo/main.lua:1: columns: “Action” and “Task” both hold “text”, so what is read "
                    + "from one takes the place of the other. Give one of them a field of its own, such "
                    + "as local.name."
            ]
        ),
        (
            layout("columns = { { 'On', 'status', tick = 'G' }, { 'Off', 'status', tick = 'R' } }"),
            []
        ),
        (
            layout("columns = { { 'Action', '{text}{number}' } }"),
            [
                "warning demo/main.lua:1: columns: “{text}{number}” can never be read: a gap takes all "
                    + "that stands before the next words, and nothing is left for the gap behind it. Put "
                    + "words or a mark between the two, as in {number}: {text}."
            ]
        ),
        (layout("columns = { { 'Action', '{number} {text} (by {timescale.words})' } }"), []),
        (
            layout(
                "columns = { { 'Action', 'text' } }, "
                    + "checks = { heading = 'C', columns = { { 'Done', 'list.done' } } }"
            ),
            [
                "warning demo/main.lua:1: checks: the column “Done” holds “list.done”, and the layout has "
                    + "no such list. None is known here."
            ]
        ),
        (
            layout(
                "columns = { { 'Action', 'text' } }, facts = { { 'progres', 'Position at {date}' }, { 'review', 'Review on {date}' } }"
            ),
            [
                "warning demo/main.lua:1: facts: “progres” is a fact of your own, which dates nothing. Did you "
                    + "mean “progress”?"
            ]
        ),
        (
            layout("columns = { { 'Action', 'text' }, { 'Budget', 'local.budget' } }")
                + "\nreport 'r' { list = 'plan.actions', say = '{text}: {local_fields.budgett}' }",
            [
                "warning demo/main.lua:2: local_fields.budgett: no layout of the plugin reads “local.budgett”, so "
                    + "it is never set. Did you mean “budget”?"
            ]
        ),
        (
            layout("columns = { { 'Action', 'text' }, { 'Budget', 'local.budget' } }")
                + "\nreport 'r' (function(edition, doc) for _, a in ipairs(edition.plan.actions) do "
                + "doc:paragraph(a.local_fields.budget or a.local_fields.cost or 'Not set') end end)",
            [
                "warning demo/main.lua:2: local_fields.cost: no layout of the plugin reads “local.cost”, so it is "
                    + "never set. Known: budget."
            ]
        ),
        (
            "layout 'x' { title = 'T {periode}', levels = { 'a', 'b' }, columns = { { 'Action', 'text' } }, "
                + "facts = { { 'progress', 'Position at {dat}' } } }",
            [
                "warning demo/main.lua:1: title: “{periode}” takes any words, and is no period. Did you mean "
                    + "“{period}”?",
                "warning demo/main.lua:1: facts: “{dat}” takes any words, and is no date. Did you mean “{date}”?",
            ]
        ),
        (
            "reminder 'r' { each = 'risk', to = 'owner', { overdue = true } }",
            [
                "warning demo/main.lua:1: to: “owner” is taken for the name of a role. Write \"lead\" for whoever "
                    + "answers for the matter, of an action or of a risk."
            ]
        ),
        (
            "reminder 'r' { each = 'action', to = { 'leads', 'Chair' }, stop = 'completed', { overdue = true } }",
            [
                "warning demo/main.lua:1: to: “leads” is taken for the name of a role. Write \"lead\" for whoever "
                    + "answers for the matter, of an action or of a risk."
            ]
        ),
        (
            "status_scheme 's' { { 'R', 'Red', means = 'off_track', colour = 'rde' } }",
            [
                "warning demo/main.lua:1: [1].colour: “rde” is not a colour that is known here, so the "
                    + "status is printed without one. Did you mean “red”?"
            ]
        ),
        (
            "status_scheme 's' { { 'R', 'Red', means = 'off_track', colour = 'red' } }\n"
                + layout("columns = { { 'Action', 'text' } }"),
            [
                "warning demo/main.lua:1: no layout of the plugin names this scheme. Write scheme = "
                    + "\"s\" in the layout, or take the scheme out."
            ]
        ),
        (
            "report 'x' (function(edition) return \"2026-06-30\" == edition.plan.actions[1].due end)",
            [
                "warning demo/main.lua:1: “due” is a date, and a date is never equal to a text; compare "
                    + "it with ctx.date(\"2026-06-30\")."
            ]
        ),
        ("report 'x' (function(edition) return edition.plan.title == '2026-06-30' end)", []),
    ]

    @Test(arguments: silent) func itIsTold(main: String, problems: [String]) async throws {
        #expect(try await Self.problems(main) == problems)
    }

    @Test func allMistakesOfDeclarationsAreToldAtOnce() async throws {
        let main = """
            status_scheme 's' {
              { 'R', 'Red', means = 'off', colour = 'red' },
              { 'A', 'Amber', means = 'at_rsk', colour = 'ambre' },
              { 'G', 'Green', means = 'on_track', colour = 'green' },
            }
            layout 'x' {
              title = 'T {period}', levels = { 'outcome', 'action' }, scheme = 'nosuch',
              columns = { { 'Action', 'text' }, { 'Lead', 'leeds' }, { 'Due', 'deu' } },
              checks = { heading = 'C', columns = { { 'Date', 'daet' }, { 'All', 'totl' } } },
              facts = { { 'progress' } },
            }
            """
        let problems = try await Self.problems(main)
        let heads = [
            "error demo/main.lua:1: [1].means: “off” is not",
            "error demo/main.lua:1: [2].means: “at_rsk”",
            "warning demo/main.lua:1: [2].colour: “ambre”",
            "warning demo/main.lua:1: no layout of the plugin names this scheme.",
            "error demo/main.lua:6: scheme: there is no status scheme “demo/nosuch”",
            "error demo/main.lua:6: columns: the column “Lead” holds “leeds”",
            "error demo/main.lua:6: columns: the column “Due” holds “deu”",
            "error demo/main.lua:6: facts[1]: “2” (a text with gaps in braces) is missing",
            "error demo/main.lua:6: checks: the column “Date” holds “daet”",
            "error demo/main.lua:6: checks: the column “All” holds “totl”",
        ]
        for head in heads {
            #expect(problems.contains { $0.hasPrefix(head) }, "\(head)\nin \(problems)")
        }
        #expect(problems.count == heads.count, "\(problems)")
    }

    @Test func whatTheEngineSaysIsWhatTheCheckSays() async throws {
        let main = "status_scheme 's' { { 'R', 'Red', means = 'a', colour = 'red' }, { 'G', 'G' } }"
        let told = try await LuaPlugins.problems(MemoryFiles.demo(main)).map { "error \($0)" }
        #expect(told.count == 2)
        #expect(try await Self.problems(main) == told)
    }

    @Test func aByteOrderMarkIsNoPartOfAFile() async throws {
        var files = MemoryFiles(files: [:])
        files.files = [
            "plugins/demo/plugin.json": "\u{FEFF}" + MemoryFiles.manifest("demo"),
            "plugins/demo/main.lua": "\u{FEFF}local a = require 'a'\nreport 'x' (function() end)",
            "plugins/demo/lib/a.lua": "\u{FEFF}return {}",
            "plugins/demo/tests/a.lua": "\u{FEFF}test 'x' (function(t) t.ok(true) end)",
        ]
        let folder = PluginFolder("plugins", files: files)
        let problems = try await PluginCheck.checking(folder).flatMap(\.problems)
        #expect(problems.filter { $0.severity != .hint }.map(\.description) == [])
    }

    @Test func everyFunctionThatTheCheckKnowsIsThere() throws {
        for (library, functions) in LuaHints.libraries {
            for function in functions {
                #expect(try Lua.value("return \(library).\(function) ~= nil") == .bool(true))
            }
            let count = try Lua.value(
                "local n = 0 for _ in pairs(\(library)) do n = n + 1 end return n"
            )
            #expect(count == .integer(Int64(functions.count)), "\(library)")
        }
    }

    @Test func aFileOutsideTheFolderIsRefused() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("plugins-\(UInt64.random(in: 0...UInt64.max))")
        defer { try? FileManager.default.removeItem(at: folder) }
        let plugin = folder.appendingPathComponent("demo")
        try FileManager.default.createDirectory(at: plugin, withIntermediateDirectories: true)
        let outside = folder.appendingPathComponent("plugin.json")
        try Data(MemoryFiles.manifest("demo").utf8).write(to: outside)
        try Data("report 'x' (function() end)".utf8)
            .write(to: plugin.appendingPathComponent("code.lua"))
        try FileManager.default.createSymbolicLink(
            atPath: plugin.appendingPathComponent("main.lua").path,
            withDestinationPath: "code.lua"
        )
        try FileManager.default.createSymbolicLink(
            atPath: plugin.appendingPathComponent("plugin.json").path,
            withDestinationPath: "../plugin.json"
        )
        #expect(
            try await LuaPlugins.problems(PluginFolder(folder.path)) == [
                "demo/plugin.json: the file is a link that leads out of the plugin's folder. Put the file "
                    + "itself there."
            ]
        )
        // A link within the folder is as good as the file.
        try FileManager.default.removeItem(at: plugin.appendingPathComponent("plugin.json"))
        try FileManager.default.copyItem(
            at: outside,
            to: plugin.appendingPathComponent("plugin.json")
        )
        #expect(try await LuaPlugins.problems(PluginFolder(folder.path)) == [])
    }
}

/// A date beside a text that reads as a day.
@Suite struct DateComparisonTests {
    static let comparisons: [(String, ScriptValue)] = [
        ("local day = '2026-06-30' return day == \"2026-06-30\"", .bool(true)),
        ("local day = '2026-06-30' return day ~= '2026-06-30'", .bool(false)),
        ("local day = '2026-07-01' return '2026-06-30' == day", .bool(false)),
        ("local day = '2026-07-01' return not (day == '2026-06-30') and day ~= \"x\"", .bool(true)),
        ("local day return day == '2026-06-30'", .bool(false)),
        ("return 5 ~= '2026-06-30'", .bool(true)),
        ("return {} == '2026-06-30'", .bool(false)),
        ("return edition.plan == '2026-06-30'", .bool(false)),
        ("return '2026-06-30' == '2026-06-30'", .bool(true)),
        ("local a = '2026-' return a .. '06-30' == '2026-06-30'", .bool(true)),
        ("local a = '2026-06-30x' return a == '2026-06-30' .. 'x'", .bool(true)),
        ("local t = { ['2026-06-30'] = 1 } return t['2026-06-30'] == 1", .bool(true)),
        ("local f = function(d) return d end return f '2026-06-30' == '2026-06-30'", .bool(true)),
        ("return 1 < 2 == '2026-06-30'", .bool(false)),
        ("return ctx.date('2026-06-30') == ctx.date('2026-06-30')", .bool(true)),
        ("return tostring(ctx.date('2026-06-30')) == '2026-06-30'", .bool(true)),
    ]

    @Test(arguments: comparisons) func textsCompareAsTexts(body: String, answer: ScriptValue) throws
    {
        #expect(try Lua.value(body) == answer)
    }

    @Test(arguments: [
        "return edition.actions[1].due_date == '2026-06-30'",
        "return \"2026-06-30\" == edition.actions[1].due_date",
        "if ctx.today ~= '2026-06-30' then return 1 end",
        "local day = ctx.today while day ~= '2026-06-30' do day = day + 1 end",
    ])
    func aDateBesideATextIsAnError(body: String) throws {
        #expect(
            try Lua.failure(body).message
                == "a date is never equal to the text \"2026-06-30\"; compare it with "
                + "ctx.date(\"2026-06-30\")"
        )
    }
}
#endif
