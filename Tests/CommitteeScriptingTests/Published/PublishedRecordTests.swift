// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import Testing

/// What the published plans show once they are recorded.
///
/// The documents stand beside the package and not in it, so the suite runs where they are.
@Suite(
    "Published plans, recorded",
    .enabled(if: ShippedPlugins.hasDocuments, "the published plans are not here")
)
struct PublishedRecordTests {
    @Test(
        "A plan written in its own layout is read again to an equal plan",
        arguments: PublishedRecord.Case.all
    )
    func ownLayoutRoundTrips(example: PublishedRecord.Case) async throws {
        let record = try await PublishedRecord()
        try await record.importing(example)
        let edition = try await record.committee.edition(
            asOf: CivilDate(2023, 11, 30),
            audience: .committee
        )
        let report = try await record.library.report(example.layout, of: edition)
        let copy = try await PublishedRecord()
        let source = try SourceDocument(reading: try report.render(.markdown), name: "copy.md")
        try await copy.importing(source, example.layout, digest: "copy")
        let again = try await copy.committee.edition(
            asOf: CivilDate(2023, 11, 30),
            audience: .committee
        )
        #expect(again.plans == edition.plans)
    }

    @Test("The same document again records nothing", arguments: PublishedRecord.Case.all)
    func sameDocumentRecordsNothing(example: PublishedRecord.Case) async throws {
        let record = try await PublishedRecord()
        try await record.importing(example)
        let count = try await record.committee.entries().count
        #expect(try await record.importing(example).isRepeat)
        let source = try ShippedPlugins.document(example.document)
        #expect(try await record.importing(source, example.layout, digest: "other").drafts.isEmpty)
        #expect(try await record.committee.entries().count == count)
    }

    struct Check: Sendable {
        var day: CivilDate
        var figures: [Int?]
    }

    @Test(
        "Stated and computed progress checks agree",
        arguments: [
            (
                PublishedRecord.Case.plan2018,
                [Check(day: CivilDate(2018, 1, 1), figures: [17, 0, 17, 17])]
            ),
            (
                .plan2023,
                [
                    Check(day: CivilDate(2023, 4, 1), figures: [19, nil, nil, 19]),
                    Check(day: CivilDate(2023, 10, 31), figures: [19, 3, 0, 16]),
                ]
            ),
        ]
    )
    func checksAgree(example: PublishedRecord.Case, checks: [Check]) async throws {
        let record = try await PublishedRecord()
        try await record.importing(example)
        let stated = try #require(try await record.plan(asOf: CivilDate(2026, 1, 1))).statedChecks
        #expect(
            stated.map { [$0.total, $0.completed, $0.added, $0.ongoing] } == checks.map(\.figures)
        )
        var previous: ProgressCheck?
        for (check, expected) in zip(stated, checks) {
            let plan = try #require(try await record.plan(asOf: expected.day))
            let computed = plan.computedCheck(
                on: expected.day,
                after: previous,
                words: check.words,
                name: check.name
            )
            #expect(computed.agrees(with: check))
            previous = computed
        }
    }

    @Test("The strategic plan's check is computed from the journal")
    func strategicPlanIsCounted() async throws {
        let record = try await PublishedRecord()
        try await record.importing(.strategicPlan)
        let day = CivilDate(2023, 11, 30)
        let plan = try #require(try await record.plan(asOf: day))
        #expect(plan.statedChecks.isEmpty)
        let check = plan.computedCheck(on: day, after: nil, words: "", name: "")
        #expect([check.total, check.ongoing] == [36, 33])
        #expect(PlanFigures(of: plan, on: day).completed == ["1.2/1", "3.3/1", "4.3/1"])
    }

    @Test("On 1 April 2023 the plan is the draft that it then was")
    func firstDayShowsTheDraft() async throws {
        let record = try await PublishedRecord()
        try await record.importing(.plan2023)
        let day = CivilDate(2023, 4, 1)
        let plan = try #require(try await record.plan(asOf: day))
        #expect(plan.state == .draft)
        #expect(plan.actions.count == 19)
        #expect(plan.actions.allSatisfy { $0.progress.isEmpty && $0.status == nil })
        #expect(plan.statedChecks.map(\.words) == ["1 April 2023"])
        #expect(try await record.plan(asOf: day, audience: .public) == nil)
        #expect(try await record.plan(asOf: CivilDate(2023, 6, 6))?.state == .published)
    }

    @Test("Nothing known as completed by 31 October is called late on the 15th")
    func boundsAreNotLate() async throws {
        let record = try await PublishedRecord()
        try await record.importing(.plan2023)
        let day = CivilDate(2023, 10, 15)
        let figures = PlanFigures(of: try #require(try await record.plan(asOf: day)), on: day)
        #expect(figures.late == [])
        #expect(figures.notKnown == ["3.1", "6.1", "6.2"])
        let end = CivilDate(2023, 10, 31)
        let report = PlanFigures(of: try #require(try await record.plan(asOf: end)), on: end)
        #expect(report.completed == ["3.1", "6.1", "6.2"])
    }

    static let findings2018: [(Int, String)] = [
        (8, "date-unread"), (212, "note-kept-apart"), (215, "timescale-qualified"),
        (222, "note-kept-apart"), (226, "note-kept-apart"),
    ]

    static let findings2023: [(Int, String)] = [
        (13, "period-length"), (156, "table-not-in-layout"), (157, "look-alike-letters"),
        (163, "foreign-letters"), (174, "period-mismatch"), (191, "publication-mismatch"),
        (238, "heading-cut"), (238, "words-kept"), (239, "text-broken"),
        (240, "look-alike-letters"), (241, "row-continued"), (242, "stray-text"),
        (248, "stray-mark"), (250, "stray-text"), (252, "stray-text"),
        (269, "status-missing"), (281, "heading-cut"), (281, "words-kept"),
        (282, "heading-cut"), (282, "words-kept"), (282, "words-kept"), (283, "status-not-in-key"),
        (289, "stray-text"), (296, "column-missing"),
        (297, "status-missing"), (298, "status-at-cell-end"), (302, "words-doubled"),
        (314, "due-on-first-day"),
    ]

    static let findingsStrategic: [(Int, String)] = [
        (46, "text-missing"), (48, "header-longer"), (48, "header-longer"),
        (48, "header-longer"), (48, "header-longer"), (62, "actions-merged"),
        (62, "lead-not-in-glossary"),
        (63, "lead-not-in-glossary"), (63, "status-missing"), (75, "state-word"),
        (75, "status-not-in-key"), (76, "state-word"), (76, "status-not-in-key"),
        (87, "state-word"), (88, "state-word"), (112, "repeat-broken"), (118, "state-word"),
        (132, "repeat-broken"), (134, "state-word"), (145, "state-word"),
        (156, "repeat-broken"), (160, "state-word"), (187, "state-word"), (201, "state-word"),
        (215, "repeat-broken"), (217, "state-word"), (257, "heading-lost"),
        (257, "lead-not-in-glossary"), (257, "number-twice"), (257, "text-missing"),
    ]

    @Test(
        "Every trap is a finding, once, on its line",
        arguments: [
            (PublishedRecord.Case.plan2018, findings2018), (.plan2023, findings2023),
            (.strategicPlan, findingsStrategic),
        ]
    )
    func trapsAreFindings(example: PublishedRecord.Case, expected: [(Int, String)]) async throws {
        let record = try await PublishedRecord()
        let findings = try await record.importing(example).findings
        #expect(findings.map { "\($0.line) \($0.kind)" } == expected.map { "\($0.0) \($0.1)" })
    }

    @Test("The plan of 2023 carries on actions of the plan of 2018")
    func successionIsLinked() async throws {
        let record = try await PublishedRecord()
        try await record.importing(.plan2018)
        try await record.importing(.plan2023)
        let plan = try #require(try await record.plan(asOf: CivilDate(2023, 10, 31)))
        #expect(plan.predecessors == ["plan-2018-2020"])
        #expect(plan.item("3.1")?.predecessors == ["plan-2018-2020#5.1"])
        #expect(plan.item("maintenance/9")?.predecessors == ["plan-2018-2020#7.1"])
    }

    @Test("Notes in brackets are kept apart from the task")
    func notesAreKeptApart() async throws {
        let record = try await PublishedRecord()
        try await record.importing(.plan2018)
        let plan = try #require(try await record.plan(asOf: CivilDate(2019, 1, 1)))
        #expect(plan.actions.filter { !$0.notes.isEmpty }.map(\.id) == ["2.2", "5.1", "7.1"])
        #expect(plan.actions.allSatisfy { !$0.text.singleLine.contains("(Being taken forward") })
    }
}
#endif
