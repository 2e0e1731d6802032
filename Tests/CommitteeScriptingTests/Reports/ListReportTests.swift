// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// Reports that are declared as a list, without a function.
@Suite struct ListReportTests {
    /// What a declared report writes of the example Northshire.
    private static func text(
        _ body: String,
        as form: DocumentFormat = .markdown
    ) async throws -> String {
        let plugins = try await LuaPlugins.load(MemoryFiles.demo("report \"r\" {\n\(body)\n}"))
        #expect(plugins.contributions.plugins.flatMap(\.problems) == [])
        let trial = plugins.unlocked
        let edition = try ExampleEdition.named("northshire").edition(plugins: trial)
        let report = try await trial.report(ReportRequest("demo/r", of: edition))
        return String(decoding: try report.render(form), as: UTF8.self)
    }

    @Test func itCountsAsAPivotTableDoes() async throws {
        let text = try await Self.text("list = 'plan.actions', group = 'leads', count = 'status'")
        #expect(
            text.contains(
                """
                | Leads | R Red – Off track | A Amber – At risk | G Green – On track | Total |
                | --- | --- | --- | --- | --- |
                | Lead Nurse | 0 | 0 | 2 | 2 |
                | Reviewing Team | 0 | 1 | 0 | 1 |
                | Training Group | 1 | 0 | 0 | 1 |
                | Total | 1 | 1 | 2 | 4 |
                """
            )
        )
    }

    static let shown: [(body: String, parts: [String], missing: [String])] = [
        (
            "list = 'plan.late', order = 'leads', say = '{number} {text}: {days_late} days late'",
            ["- 1.1 Write a guide with young people: 123 days late\n- 1.2 Ask every family"],
            ["2.1"]
        ),
        (
            "list = 'plan.late', order = { { 'due', descending = true } }, say = '{number}'",
            ["- 1.2\n- 1.1"], []
        ),
        (
            "list = 'plan.actions', where = { leads = 'lead nurse' }, say = '{number}'",
            ["- 1.1\n- 2.1"], ["- 1.2"]
        ),
        (
            "list = 'plan.actions', where = { leads = { 'Lead Nurse', 'Training Group' } }, say = '{number}'",
            ["- 2.2"], ["- 1.2"]
        ),
        (
            "list = 'plan.actions', where = { status = { except = 'G' } }, say = '{number}'",
            ["- 1.2\n- 2.2"], ["- 1.1"]
        ),
        (
            "list = 'plan.actions', where = { status = 'at risk' }, say = '{number}'", ["- 1.2"],
            ["- 1.1"]
        ),
        (
            "list = 'plan.actions', where = { due = { empty = true } }, say = '{number}'",
            ["- 2.1\n- 2.2"], ["- 1.1"]
        ),
        (
            "list = 'plan.actions', where = { due = { from = '2026-07-01' } }, say = '{number}'",
            ["- 1.2"], ["- 1.1"]
        ),
        (
            "list = 'plan.actions', where = { days_late = { from = 100 } }, say = '{number}'",
            ["- 1.1"], ["- 1.2"]
        ),
        (
            "list = 'plan.actions', where = { is_late = false }, say = '{number}'", ["- 2.1"],
            ["- 1.1"]
        ),
        ("list = 'plan.completed', say = '{number}', none = 'Nothing yet.'", ["Nothing yet."], []),
        ("list = 'plan.completed', say = '{number}'", ["None."], []),
        ("list = 'plan.actions', count = true", ["**Total:** 4"], []),
        (
            "list = 'plan.actions', group = 'leads', count = true",
            ["| Lead Nurse | 2 |", "| Total | 4 |"], []
        ),
        (
            "list = 'plan.late', sum = 'days_late'",
            ["**Days late:** 154"], ["leaves out"]
        ),
        (
            "list = 'plan.late', group = 'leads', count = true, sum = { 'days_late', 'number' }",
            [
                "| Leads | How many | Days late | Number |", "| Lead Nurse | 1 | 123 | 1.1 |",
                "| Total | 2 | 154 | 2.3 |",
            ], []
        ),
        (
            "list = 'plan.late', group = 'leads', sum = 'text'",
            [
                "| Total | 0 |",
                "Text: the sum leaves out “Write a guide with young people”, “Ask every family after a meeting”, "
                    + "which is no number.",
            ], []
        ),
        (
            "list = 'plan.actions', sum = 'local_fields.cost'",
            ["Cost: the sum leaves out what is not set (4 of 4)."], []
        ),
        ("list = 'plan.actions', count = 'parent.text'", ["| Children are heard | 2 |"], []),
        (
            "list = 'plan.actions', columns = { { 'No', 'number' }, { 'What', '{text} ({leads})' }, { 'Due', 'due' }, { 'RAG', 'status' } }",
            [
                "| 1.1 | Write a guide with young people (Lead Nurse) | 30 June 2026 | G Green – On track |",
                "| 2.2 | Agree a training calendar (Training Group) | Not set | R Red – Off track |",
            ], []
        ),
        (
            "list = 'plan.actions', group = 'leads', say = '{text}'",
            ["## Lead Nurse\n\n- Write a guide"], []
        ),
        ("list = 'plan.actions', picture = 'status_bar'", ["2 of 4: G Green – On track"], []),
        ("list = 'plan.late', picture = 'timeline'", ["Due dates, as at 31 October 2026"], ["2.1"]),
        (
            "title = '{committee.name}: {plan.title} on {as_of}', list = 'plan.late', count = true",
            ["# Northshire CPC: Northshire Improvement Plan on 31 October 2026"], []
        ),
        (
            "parts = { { heading = 'One', list = 'plan.late', say = '{number}' }, { heading = 'Two', list = 'plan.late', count = true } }",
            ["## One\n\n- 1.1", "## Two"], []
        ),
    ]

    @Test(arguments: shown)
    func itShowsWhatItDeclares(body: String, parts: [String], missing: [String]) async throws {
        // What Markdown escapes would hide the words.
        let text = try await Self.text(body).replacing("\\.", with: ".")
        for part in parts { #expect(text.contains(part), "\(text)") }
        for part in missing { #expect(!text.contains(part), "\(text)") }
    }

    @Test(arguments: DocumentFormat.allCases)
    func everyFormIsWritten(form: DocumentFormat) async throws {
        let text = try await Self.text(
            "list = 'plan.late', say = '{number} {text}', count = 'status', picture = 'timeline'",
            as: form
        )
        #expect(text.contains("Write a guide with young people"))
    }

    @Test func whatHasSeveralValuesCountsOnceInTheTotal() async throws {
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo("report 'r' { list = 'plan.actions', group = 'leads', count = true }")
        ).unlocked
        let edition = try ExampleEdition.named("strathmarr").edition(plugins: plugins)
        let report = try await plugins.report(ReportRequest("demo/r", of: edition))
        let text = String(decoding: try report.render(.markdown), as: UTF8.self)
        #expect(text.contains("| Total | 11 |"))
        #expect(text.contains("What stands in several rows counts once in the total."))
    }

    @Test func groupsAreOrderedByTheirOwnValues() async throws {
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo(
                "report 'r' { list = 'plan.actions', group = 'leads', order = 'leads', count = true }"
            )
        ).unlocked
        let edition = try ExampleEdition.named("strathmarr").edition(plugins: plugins)
        let report = try await plugins.report(ReportRequest("demo/r", of: edition))
        let rows = String(decoding: try report.render(.markdown), as: UTF8.self)
            .split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2)
        let names = rows.map { $0.split(separator: "|")[0].dropFirst().dropLast() }
        #expect(
            names == [
                "ASP Manager", "CSWO", "DCI PPU", "HOM", "L\\&D", "LEP", "LN", "PPLO", "QAG",
                "Total",
            ]
        )
    }

    @Test(arguments: [
        ("group = 'leads', count = true, order = { { 'count', descending = true } }", "Lead Nurse"),
        ("group = 'leads', count = true, order = 'count'", "Reviewing Team"),
        ("count = 'leads', order = { 'count', descending = true }", "Lead Nurse"),
        ("group = 'leads', count = 'status', order = { 'count' }", "Reviewing Team"),
    ])
    func groupsAreOrderedByHowManyThereAre(parts: String, first: String) async throws {
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo("report 'r' { list = 'plan.actions', \(parts) }")
        ).unlocked
        let edition = try ExampleEdition.named("northshire").edition(plugins: plugins)
        let report = try await plugins.report(ReportRequest("demo/r", of: edition))
        let rows = String(decoding: try report.render(.markdown), as: UTF8.self)
            .split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2)
        #expect(rows.first?.hasPrefix("| \(first) |") == true, "\(rows)")
        #expect(rows.last?.hasPrefix("| Total |") == true)
    }

    static let mistakes: [(body: String, message: String)] = [
        (
            "list = 'plan.latte', count = true",
            "list: “plan.latte” is not a list of the edition: a plan has no “latte”. Did you mean “late”?"
        ),
        (
            "list = 'plan', count = true",
            "list: “plan” is not a list of records. Write such as \"plan.actions\", \"plan.late\" or \"risks\"."
        ),
        (
            "list = 'plan.late'",
            "the list “plan.late” is not shown: add count, sum, say, columns or picture."
        ),
        (
            "list = 'plan.late', say = '{nubmer}'",
            "say: “nubmer” is not a field: an item has no “nubmer”. Did you mean “number”?"
        ),
        (
            "list = 'plan.late', say = '{number'",
            "say: “{number” has a gap that is not closed. Add a “}”."
        ),
        (
            "list = 'plan.late', group = 'timescale', count = true",
            "group: “timescale” is a record; name one of its fields, such as “timescale.confidence”."
        ),
        (
            "list = 'plan.late', count = 'history'",
            "count: “history” is a list, where a text, a number or a date is wanted."
        ),
        (
            "list = 'plan.late', say = 'x', order = { 'deu' }",
            "order[1]: “deu” is not a field: an item has no “deu”. Did you mean “due”?"
        ),
        (
            "list = 'plan.late', say = 'x', order = 'count'",
            "order: “count” orders groups by how many there are in each: write it first, beside group or "
                + "count = \"…\" with a field."
        ),
        (
            "list = 'plan.actions', say = 'x', where = { status_means = 'on track' }",
            "where.status_means: “on track” is nothing that “status_means” holds. Did you mean “on_track”?"
        ),
        (
            "list = 'plan.actions', say = 'x', where = { ['timescale.kind'] = { except = 'by date' } }",
            "where.timescale.kind: “by date” is nothing that “timescale.kind” holds. Did you mean “by-date”?"
        ),
        (
            "list = 'plan.actions', say = 'x', where = { due = { from = '2027-01-01', through = '2026-01-01' } }",
            "where.due: “from” comes after “through”, so nothing fits. Swap them."
        ),
        (
            "list = 'plan.late', say = 'x', where = { leads = true }",
            "where.leads: “leads” is not true or false. For what has some, write { empty = false }."
        ),
        (
            "list = 'plan.late', say = 'x', where = { due = '30 June' }",
            "where.due: “due” is a date: write it as \"2026-10-31\"."
        ),
        (
            "list = 'plan.late', say = 'x', where = { leads = { from = 1 } }",
            "where.leads.from: “leads” is neither a number nor a date, so it has no from and through."
        ),
        (
            "list = 'plan.late', columns = { { 'No' } }",
            "columns[1]: expected a header and a field, such as { \"Action\", \"text\" }."
        ),
        (
            "list = 'meetings', picture = 'timeline'",
            "picture: a timeline is of items of a plan, such as plan.actions."
        ),
        (
            "list = 'plan.late', count = true, media_type = 'text/csv'",
            "media_type: a report that is declared is a document, so it has no “media_type”. Take it out."
        ),
        (
            "list = 'plan.late', run = function() end",
            "list: “list” belongs to a report that is declared, which has neither run nor built_in. Keep one of the two."
        ),
        (
            "parts = { { list = 'plan.late', count = true } }, say = 'x'",
            "say: a report with parts has its “say” in one of them. Move it there."
        ),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsToldWhenItIsLoaded(body: String, message: String) async throws {
        let folder = MemoryFiles.demo("report 'r' { \(body) }")
        #expect(try await LuaPlugins.problems(folder) == ["demo/main.lua:1: \(message)"])
        let check = try await PluginCheck.checking(folder).flatMap(\.problems)
        #expect(check.filter { $0.severity == .error }.map(\.message) == [message])
    }

    @Test func whatWasLeftOutIsSaid() async throws {
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo("report 'r' { list = 'plan.actions', count = true }")
        ).unlocked
        let report = try await plugins.report(
            ReportRequest("demo/r", of: Northshire.edition(audience: .restricted))
        )
        let text = String(decoding: try report.render(.markdown), as: UTF8.self)
        #expect(
            text.contains(
                "Left out of this edition for the audience “committee”: some reports of progress."
            )
        )
    }
}
#endif
