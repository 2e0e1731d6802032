// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// Attacks by what is data to the host: settings that lie, and the rules by which documents are read.
@Suite("Attacks by settings and rules of reading", .serialized) struct AttackSettingTests {
    static let small = AttackContributionTests.small
    static let request = AttackContributionTests.request

    // MARK: Settings

    static let settings = [
        "5", "[]", "{ \"days\": 5 }", "{ \"days\": {} }", "{ \"days\": [] }",
        "{ \"days\": { \"type\": \"integer\", \"default\": \"7\", \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": 1.5, \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": 1e30, \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": 99999999999999999999, \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": null, \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": true, \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": [7], \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": 7 } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": 7, \"min\": 8, \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": 7, \"max\": 6, \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": 7, \"min\": 9, \"max\": 6, \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": 7, \"min\": \"0\", \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": 7, \"max\": {}, \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": 7, \"doc\": \"D.\", \"doc\": \"E.\" } }",
        "{ \"days\": { \"type\": \"integer\", \"default\": 7, \"doc\": \"D.\", \"secret\": 1 } }",
        "{ \"days\": { \"type\": \"Integer\", \"default\": 7, \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": \"function\", \"default\": 7, \"doc\": \"D.\" } }",
        "{ \"days\": { \"type\": [\"integer\"], \"default\": 7, \"doc\": \"D.\" } }",
        "{ \"n\": { \"type\": \"number\", \"default\": NaN, \"doc\": \"D.\" } }",
        "{ \"n\": { \"type\": \"number\", \"default\": 1e999, \"doc\": \"D.\" } }",
        "{ \"n\": { \"type\": \"number\", \"default\": 0x10, \"doc\": \"D.\" } }",
        "{ \"b\": { \"type\": \"boolean\", \"default\": 1, \"doc\": \"D.\" } }",
        "{ \"b\": { \"type\": \"boolean\", \"default\": \"true\", \"doc\": \"D.\" } }",
        "{ \"b\": { \"type\": \"boolean\", \"default\": true, \"min\": 0, \"doc\": \"D.\" } }",
        "{ \"d\": { \"type\": \"date\", \"default\": \"2026-02-30\", \"doc\": \"D.\" } }",
        "{ \"d\": { \"type\": \"date\", \"default\": \"tomorrow\", \"doc\": \"D.\" } }",
        "{ \"d\": { \"type\": \"date\", \"default\": 20260101, \"doc\": \"D.\" } }",
        "{ \"d\": { \"type\": \"date\", \"default\": \"99999-01-01\", \"doc\": \"D.\" } }",
        "{ \"t\": { \"type\": \"text\", \"default\": 5, \"doc\": \"D.\" } }",
        "{ \"t\": { \"type\": \"text\", \"default\": \"\\ud800\", \"doc\": \"D.\" } }",
        "{ \"t\": { \"type\": \"text\", \"default\": \"x\", \"doc\": 5 } }",
        "{ \"t\": { \"type\": \"text\", \"default\": \"x\", \"doc\": \"D.\" }, "
            + "\"t\": { \"type\": \"text\", \"default\": \"y\", \"doc\": \"D.\" } }",
        String(repeating: "[", count: 10_000), String(repeating: "{\"a\":", count: 5_000),
    ]

    @Test("Settings that lie are a problem of their plugin alone", arguments: settings)
    func lyingSettingsAreAProblem(_ settings: String) async throws {
        let more = Self.small + ", \"settings\": " + settings
        let plugins = try await LuaPlugins.load(Self.beside("", manifest: more))
        #expect(plugins.contributions.plugins.map(\.problems.isEmpty) == [false, true])
        try await Self.theOtherWorks(plugins)
    }

    /// What the host gives for a setting from 0 to 100, and what the other kinds do not take.
    static let given: [(name: String, value: JSONValue)] = [
        ("days", .string("7")), ("days", .number(1.5)), ("days", .number(.infinity)),
        ("days", .number(.nan)), ("days", .integer(.max)), ("days", .integer(.min)),
        ("days", .integer(-1)), ("days", .integer(101)), ("days", .number(1e300)), ("days", .null),
        ("days", .bool(true)), ("days", .array([.integer(7)])), ("word", .integer(5)),
        ("word", .null), ("word", .array([])), ("flag", .integer(1)), ("flag", .string("yes")),
        ("day", .string("2026-13-01")), ("day", .string("")), ("day", .integer(0)),
        ("other", .integer(1)), ("", .integer(1)), ("__index", .integer(1)),
    ]

    static let offered = """
        "settings": {
            "days": { "type": "integer", "default": 7, "min": 0, "max": 100, "doc": "D." },
            "word": { "type": "text", "default": "x", "doc": "D." },
            "flag": { "type": "boolean", "default": false, "doc": "D." },
            "day": { "type": "date", "default": "2026-01-01", "doc": "D." }
          }
        """

    @Test(
        "What a host gives for a setting is held against what the plugin offers",
        arguments: given
    )
    func aWrongValueIsAProblem(name: String, value: JSONValue) async throws {
        let options = LuaPlugins.Options(settings: ["demo": [name: value]])
        let plugins = try await LuaPlugins.load(
            Self.beside("", manifest: Self.offered),
            options: options
        )
        #expect(plugins.contributions.plugins.map(\.problems.isEmpty) == [false, true])
        try await Self.theOtherWorks(plugins)
    }

    /// Uses of settings by a plugin, and why each run ends.
    static let uses: [(body: String, reason: ScriptFailure.Reason)] = [
        ("ctx.settings.word = 'mine'", .lua), ("rawset(ctx.settings, 'word', 1)", .lua),
        ("setmetatable(ctx.settings, {})", .lua), ("return ctx.settings.words", .lua),
        ("return ctx.settings[1]", .lua), ("return ctx.settings()", .lua),
        ("return ctx.settings", .result), ("return ctx.settings .. 'x'", .lua),
        ("while true do local x = ctx.settings.word .. 'x' end", .fuel),
        ("local t = {} while true do t[#t + 1] = ctx.settings.word .. #t end", .memory),
        (
            "while true do pcall(function() return ctx.settings['x' .. math.random(9)] end) end",
            .fuel
        ),
        ("return ctx.settings.word:rep(1000)", .string),
    ]

    @Test("A plugin cannot do more with its settings than read them", arguments: uses)
    func settingsAreOnlyRead(body: String, reason: ScriptFailure.Reason) async throws {
        let word = String(repeating: "w", count: 20_000)
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo(
                "report 'x' (function(edition, doc, ctx) \(body) end)",
                manifest: Self.small + ", " + Self.offered
            ),
            options: LuaPlugins.Options(settings: ["demo": ["word": .string(word)]])
        )
        let failure = try #require(
            await #expect(throws: ScriptFailure.self) {
                try await plugins.report(Self.request)
            }
        )
        #expect(failure.reason == reason, "\(failure.detailedDescription)")
    }

    @Test("A setting's text is a text, whatever stands in it")
    func aSettingIsAText() async throws {
        let word = "]]; while true do end --[[ \u{1B}[2J \u{202E} ${x} {{ 7 * 7 }} <script>"
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo(
                "report 'x' (function(edition, doc, ctx) doc:heading(1, '' .. #ctx.settings.word) end)",
                manifest: Self.offered
            ),
            options: LuaPlugins.Options(settings: ["demo": ["word": .string(word)]])
        )
        let title = "\(word.utf8.count)"
        #expect(
            try await plugins.report(Self.request).document
                == Document(title: title, blocks: [.heading(1, title)])
        )
    }

    // MARK: Reading documents

    /// What a layout says of the reading of documents, each wrong in its own way.
    static let readings = [
        "reading = 5", "reading = { 'copy_above' }", "reading = { copy_above = 'As above' }",
        "reading = { copy_above = { 1 } }", "reading = { copy_above = { {} } }",
        "reading = { copies_above = {} }", "reading = { copy_above = { a = 'b' } }",
        "reading = { leads = 'glossary' }", "reading = { leads = { {} } }",
        "reading = { leads = { { 1 } } }", "reading = { leads = { { {} } } }",
        "reading = { page_furniture = { '{' } }", "reading = { page_furniture = { '{}' } }",
        "reading = { page_furniture = { 5 } }", "reading = { stray_to = 'nowhere' }",
        "reading = { stray_to = {} }", "reading = { status_at_cell_end = 'yes' }",
        "reading = { status_at_cell_end = 1 }", "reading = { notes = '{' }",
        "reading = { notes = { '}{' } }", "reading = { signatory = 5 }",
        "reading = { state_words = { true } }", "reading = { alignments = { 0/0 } }",
        "reading = function() while true do end end", "reading = { copy_above = print }",
        "reading = { leads = function() return {} end }", "reading = coroutine.create(print)",
        "reading = setmetatable({}, { __index = function() while true do end end })",
        "reading = (function() local t = {} t.leads = t return t end)()",
        "reading = (function() local t = {} for i = 1, 1000 do t = { t } end return t end)()",
        "reading = { copy_above = { 'a', nil, 'b' } }", "reading = { copy_above = { 'a\\0b' } }",
        "reading = { copy_above = { '\\255' } }",
        "reading = { copy_above = { ('x'):rep(1e9) } }",
        "completion = { field = 'colour', completed = {} }", "completion = 5",
        "completion = { field = 'status' }", "counting = { at_publication = 'maybe' }",
        "counting = { counted_exits = { 'vanished' } }", "exits = 5", "exits = { 5 }",
        "facts = { { 'name' } }", "facts = { { 'name', '{' } }", "key = { columns = 5 }",
        "notes = {}", "plan = '{'", "title = 5", "headings = { moon = 'X' }",
    ]

    @Test(
        "Rules of reading that are wrong are a problem of their plugin alone",
        arguments: readings
    )
    func wrongReadingIsAProblem(_ reading: String) async throws {
        let main = """
            layout "x" {
              title = "T", levels = { "priority", "outcome", "action" },
              columns = { { "Action", "text" } },
              \(reading),
            }
            """
        let plugins = try await LuaPlugins.load(Self.beside(main, manifest: Self.small))
        #expect(plugins.contributions.plugins.map(\.problems.isEmpty) == [false, true])
        try await Self.theOtherWorks(plugins)
    }

    /// Words that a document may use for statuses and times, each wrong in its own way.
    static let vocabularies = [
        "timescale_words 'x' 5", "timescale_words 'x' { phrases = 5 }",
        "timescale_words 'x' { phrases = { 5 } }", "timescale_words 'x' { phrases = { {} } }",
        "timescale_words 'x' { phrases = { { 'Termly' } } }",
        "timescale_words 'x' { phrases = { { 'Termly', recurring = 'sometimes' } } }",
        "timescale_words 'x' { phrases = { { 'Termly', recurring = '-1 months' } } }",
        "timescale_words 'x' { phrases = { { 'Termly', recurring = '99999999999 months' } } }",
        "timescale_words 'x' { phrases = { { 'Termly', means = 'nothing' } } }",
        "timescale_words 'x' { phrases = { { 'a', means = 'document', recurring = '1 month' } } }",
        "timescale_words 'x' { bodies = 'CPC' }", "timescale_words 'x' { bodies = { {} } }",
        "timescale_words 'x' { words = {} }", "timescale_words 'x' { bodies = { '\\255' } }",
        "status_scheme 's' { { 'G', 'Green', means = 'on_track', reads = 5 } }",
        "status_scheme 's' { { 'G', 'Green', means = 'on_track', reads = { {} } } }",
        "status_scheme 's' { { 'G', 'Green', means = 'on_track' }, { 'G', 'Too', means = 'delayed' } }",
        "status_scheme 's' { { {}, 'Green', means = 'on_track' } }",
    ]

    @Test(
        "Words for reading that are wrong are a problem of their plugin alone",
        arguments: vocabularies
    )
    func wrongWordsAreAProblem(_ main: String) async throws {
        let plugins = try await LuaPlugins.load(Self.beside(main, manifest: Self.small))
        #expect(plugins.contributions.plugins.map(\.problems.isEmpty) == [false, true])
        try await Self.theOtherWorks(plugins)
    }

    // MARK: The plugin beside

    static func beside(_ main: String, manifest more: String) -> PluginFolder {
        MemoryFiles.folder(
            [
                "demo": main,
                "fine": "report 'x' (function(edition, doc) doc:heading(1, 'Fine') end)",
            ],
            manifests: ["demo": MemoryFiles.manifest("demo", more)]
        )
    }

    static func theOtherWorks(_ plugins: LuaPlugins) async throws {
        let report = try await plugins.report(ReportRequest("fine/x", of: request.edition))
        #expect(try report.document == Document(title: "Fine", blocks: [.heading(1, "Fine")]))
    }
}
#endif
