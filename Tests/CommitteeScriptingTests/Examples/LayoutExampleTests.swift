// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Foundation
import Testing

/// An invented committee of `Examples/layouts`: its plan, a later edition, and what both must give.
struct LayoutExample: Sendable, CustomTestStringConvertible {
    var name: String
    var layout: String
    var file: String
    var day: CivilDate
    var period: CivilSpan?
    /// The items of each level and list, then what is completed, late and ongoing on the report's day.
    var figures: String
    /// How many words of the document are kept as text beside the tables.
    var texts: Int
    /// The kinds of finding of the plan and of the later edition.
    var findings: [[String]]
    /// The entries that the later edition gives.
    var later: [String]

    var testDescription: String { name }
    var laterFile: String { file.replacing(".", with: "-2.") }

    static let all = [
        LayoutExample(
            name: "harbourside",
            layout: "harbourside/plan",
            file: "plan.md",
            day: CivilDate(2025, 9, 30),
            figures:
                "priority 3, action 12, carried-over 2, completed 2, total 11, completed 3, ongoing 7, late 0",
            texts: 9,
            findings: [[], []],
            later: [
                "plan.stated-facts-set plan-2025-2028",
                "plan.check-stated plan-2025-2028",
                "action.status-reported 1.1",
                "action.progress-reported 1.1",
                "action.completed 1.1",
                "action.timescale-set 1.2",
                "action.leads-set 2.1",
                "action.status-reported 3.2",
            ]
        ),
        LayoutExample(
            name: "millwater",
            layout: "millwater/plan",
            file: "plan.html",
            day: CivilDate(2025, 12, 31),
            figures:
                "outcome 3, activity 12, finished 1, total 13, completed 0, ongoing 13, late 0",
            texts: 8,
            findings: [[], []],
            later: [
                "plan.stated-facts-set plan-2025-2027",
                "action.status-reported outcome-1/1",
                "action.status-reported outcome-1/2",
                "action.timescale-set outcome-2/1",
                "action.added outcome-2/4",
                "action.leads-set outcome-2/4",
                "action.timescale-set outcome-2/4",
                "action.row-part-set outcome-2/4",
                "action.local-set outcome-2/4",
                "action.status-reported outcome-2/4",
                "action.status-reported outcome-3/1",
                "action.status-reported outcome-3/2",
                "action.status-reported outcome-3/3",
                "action.local-set outcome-3/4",
            ]
        ),
        LayoutExample(
            name: "ardlarig",
            layout: "ardlarig/plan",
            file: "plan.txt",
            day: CivilDate(2025, 3, 31),
            figures: "aim 3, year 5, step 11, total 11, completed 1, ongoing 10, late 1",
            texts: 7,
            findings: [[], []],
            later: [
                "plan.stated-facts-set joint-plan-2024-2027",
                "action.status-reported 1.1",
                "action.completed 1.1",
                "action.timescale-set 1.2",
                "action.text-set 1.4",
            ]
        ),
        LayoutExample(
            name: "eastmoor",
            layout: "eastmoor/sheet",
            file: "plan.csv",
            day: CivilDate(2024, 10, 31),
            period: CivilSpan(CivilDate(2024, 4, 1)...CivilDate(2026, 3, 31)),
            figures: "section 2, year 4, activity 11, total 11, completed 0, ongoing 11, late 0",
            texts: 0,
            findings: [[], ["match-doubtful"]],
            later: [
                "plan.stated-facts-set learning-2024-2026",
                "action.leads-set section-1/year-1/3",
                "action.status-reported section-1/year-2/1",
                "action.status-reported section-1/year-2/2",
                "action.text-set section-2/year-2/1",
            ]
        ),
        LayoutExample(
            name: "saltmarsh",
            layout: "saltmarsh/programme",
            file: "programme.html",
            day: CivilDate(2025, 6, 30),
            figures: "workstream 3, project 11, closed 1, total 10, completed 2, ongoing 8, late 0",
            texts: 7,
            findings: [[], ["figure-differs", "left-differs"]],
            later: [
                "plan.stated-facts-set plan-2025-2027",
                "plan.check-stated plan-2025-2027",
                "action.status-reported P1",
                "action.completed P1",
                "action.status-reported P2",
                "action.local-set P6",
                "action.status-reported P7",
                "action.leads-set P8",
            ]
        ),
    ]

    private static func folder(_ name: String) -> URL {
        ShippedPlugins.root.appending(path: "Examples/layouts/\(name)")
    }

    func plugins() async throws -> LuaPlugins {
        try await LuaPlugins.load(
            PluginFolder(Self.folder(name).appending(path: "plugins").path)
        )
    }

    func source(_ file: String) throws -> SourceDocument {
        let data = try Data(contentsOf: Self.folder(name).appending(path: file))
        return try SourceDocument(reading: Array(data), name: file)
    }

    func reader(_ plugins: LuaPlugins) throws -> PlanReader {
        let layout = try plugins.contributions.layout(layout)
        return PlanReader(
            layout: layout,
            scheme: plugins.contributions.scheme(layout.scheme),
            timescales: plugins.contributions.timescaleReader(for: name)
        )
    }

    func words(of plan: Plan) -> String {
        let figures = PlanFigures(of: plan, on: day)
        let levels = figures.levels.map { "\($0.name.singular) \($0.count)" }
        let lists = plan.lists.map { "\($0.name) \($0.items.count)" }
        let counts = [
            "total \(figures.total.count)", "completed \(figures.completed.count)",
            "ongoing \(figures.ongoing.count)", "late \(figures.late.count)",
        ]
        return (levels + lists + counts).joined(separator: ", ")
    }
}

@Suite("Layouts of invented committees")
struct LayoutExampleTests {
    @Test("The plan is read, and its account closes", arguments: LayoutExample.all)
    func plansAreRead(_ example: LayoutExample) async throws {
        let reader = try example.reader(try await example.plugins())
        let reading = try reader.read(try example.source(example.file), period: example.period)
        #expect(reading.findings.map(\.kind) == example.findings.first, "\(reading.findings)")
        #expect(reading.account.count(of: .text) == example.texts)
        let again = try reader.read(try example.source(example.laterFile), period: example.period)
        #expect(again.account.total > 0)
    }

    @Test("What is written is read again, item by item", arguments: LayoutExample.all)
    func plansAreWrittenAgain(_ example: LayoutExample) async throws {
        let reader = try example.reader(try await example.plugins())
        let plan = try reader.read(try example.source(example.file), period: example.period).plan
        var record = Record()
        record.plans = [plan]
        let edition = Edition(
            of: record,
            committee: "example",
            name: "Example",
            asOf: example.day,
            audience: .committee
        )
        let writer = LayoutWriter(layout: reader.layout, scheme: reader.scheme)
        for (format, name) in [(DocumentFormat.markdown, "again.md"), (.html, "again.html")] {
            let bytes = writer.document(plan, of: edition).render(format)
            let again = try reader.read(
                try SourceDocument(reading: bytes, name: name),
                period: example.period
            ).plan
            for (item, other) in zip(plan.items + plan.listedItems, again.items + again.listedItems)
            {
                #expect(item == other)
            }
            #expect(again.items.count == plan.items.count)
            #expect(again.listedItems.count == plan.listedItems.count)
            #expect(again.statedChecks == plan.statedChecks)
        }
    }

    @Test(
        "The record has what was read, and a later edition only what differs",
        arguments: LayoutExample.all
    )
    func laterEditionsAreCompared(_ example: LayoutExample) async throws {
        let plugins = try await example.plugins()
        let library = CommitteeLibrary(
            store: InMemoryJournal(context: .testing(seed: 1)),
            plugins: plugins,
            today: { CivilDate(2027, 4, 1) }
        )
        try await library.store.createCommittee("example", name: "Example Committee")
        let committee = try await library.committee("example")
        var last: PlanImport?
        for (place, file) in [example.file, example.file, example.laterFile].enumerated() {
            let prepared = try await committee.preparingImport(
                of: try example.source(file),
                digest: "\(place)",
                layout: example.layout,
                period: example.period,
                by: "tester"
            )
            if place == 1 { #expect(prepared.drafts.count <= 1, "the same plan again") }
            _ = try await committee.record(prepared, digest: "\(place)")
            guard place != 1 else { continue }
            last = prepared
            guard place == 0 else { continue }
            let plan = try #require(
                try await committee
                    .edition(asOf: example.day, audience: .committee).plans.first
            )
            #expect(example.words(of: plan) == example.figures)
        }
        let prepared = try #require(last)
        let entries = prepared.drafts.map { draft in
            "\(draft.kind) \(draft.subject.planItem?.item ?? draft.subject.id)"
        }.filter { !$0.hasPrefix("document.") }
        #expect(entries == example.later)
        #expect(prepared.findings.map(\.kind) == example.findings.last, "\(prepared.findings)")
    }

    @Test("The plan knows its lists apart and what is inherited")
    func plansKnowTheirShapes() async throws {
        let example = LayoutExample.all[0]
        let reader = try example.reader(try await example.plugins())
        let plan = try reader.read(try example.source(example.file)).plan
        #expect(plan.items(in: .named("carried-over")).count == 2)
        #expect(plan.inherits == ["leads", "local.theme"])
    }
}
#endif
