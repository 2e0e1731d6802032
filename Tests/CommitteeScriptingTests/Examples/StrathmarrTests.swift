// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// A plan of an invented committee, whose layout only its plugin knows.
@Suite struct StrathmarrTests {
    static let report = CivilDate(2024, 9, 30)

    private func example() async throws -> ExamplePlan {
        try await ExamplePlan(layout: "strathmarr/five-level")
    }

    private func plan() async throws -> Plan {
        try await example().read(try ExamplePlan.document("strathmarr/plan.md")).plan
    }

    @Test func theFiveLevelsAreCounted() async throws {
        let reading = try await example().read(try ExamplePlan.document("strathmarr/plan.md"))
        #expect(reading.findings == [])
        let figures = PlanFigures(of: reading.plan, on: Self.report)
        #expect(
            figures.levels.map { "\($0.name.singular) \($0.count)" } == [
                "theme 2", "long-term outcome 3", "intermediate outcome 4", "objective 5",
                "action 10",
            ]
        )
        #expect(figures.completed == ["1a"])
        #expect(figures.late == ["1b"])
        #expect(
            Dictionary(
                uniqueKeysWithValues: figures.statuses.map { ($0.printed, $0.actions.count) }
            ) == ["Within tolerance": 8, "Outside tolerance": 1]
        )
        #expect(reading.plan.maintenance.isEmpty)
        #expect(reading.plan.backlog.map(\.number) == ["1", "2", "3"])
    }

    @Test func numbersWithLettersAndRomanPartsAreKept() async throws {
        #expect(
            try await plan().actions.map(\.id) == [
                "1a", "1b", "2 (i)", "2 (ii)", "3a", "4a", "4b", "4c", "5a", "5b (i)",
            ]
        )
    }

    @Test func leadsAndTimescalesStandAboveTheActions() async throws {
        let plan = try await plan()
        #expect(plan.item("theme-1")?.text == Prose("People are heard"))
        #expect(plan.item("theme-1")?.leads.names == ["CSWO"])
        #expect(plan.item("theme-2")?.leads.names == ["DCI PPU"])
        #expect(plan.item("objective-1")?.timescale.words == "2024/25")
        #expect(plan.item("objective-2")?.timescale.due == CivilDate(2025, 12, 31))
        #expect(plan.item("1b")?.leads.names == ["HOM", "L&D"])
    }

    @Test func theGlossarySaysWhomACodeMeans() async throws {
        let layout = try await example().plugins.contributions.layout("strathmarr/five-level")
        let glossary = try #require(layout.reading.leads)
        #expect(glossary.listedName("QAG") == "Quality and Audit Group")
        #expect(glossary.listedName("L&D") == "Learning and Development Officer")
    }

    @Test func aWithdrawnActionLeavesThePlanAndTheCount() async throws {
        let plan = try await plan()
        let card = try #require(plan.item("4c"))
        #expect(card.exit == PlanExit(kind: "withdrawn", on: Self.report))
        #expect(card.isLate(on: Self.report) == false)
        #expect(plan.counting.counts(card, on: Self.report) == false)
    }

    @Test func aColumnOfTheCommitteesOwnIsKept() async throws {
        let plan = try await plan()
        #expect(plan.item("1b")?.local == ["budget": Prose("£4,000")])
        #expect(plan.item("5a")?.local == [:])
    }

    @Test func twoMilestonesAndAFinancialYearAreRead() async throws {
        let plan = try await plan()
        let fees = try #require(plan.item("2 (i)")?.timescale)
        #expect(fees.kind == "milestones")
        #expect(fees.due == CivilDate(2025, 12, 31))
        let year = try #require(plan.item("4a")?.timescale)
        #expect(year.from == CivilDate(2025, 4, 1))
        #expect(year.until == CivilDate(2026, 3, 31))
    }

    @Test func theTextAroundTheTablesIsKept() async throws {
        let plan = try await plan()
        #expect(plan.keyWording.map(\.letter) == ["W", "O"])
        #expect(plan.footnotes.map(\.mark) == ["1"])
        #expect(
            plan.texts.map(\.place) == [
                .introduction, .introduction, .introduction, .introduction, .signatory, .notes,
                .closing,
            ]
        )
        #expect(plan.alignments.map(\.title) == ["Strathmarr Local Outcomes Plan 2022 – 2032"])
    }

    @Test(arguments: ["plan", "plan-2", "next-plan"])
    func writtenInItsLayoutThePlanReadsEqual(_ name: String) async throws {
        let example = try await example()
        let reading = try example.read(try ExamplePlan.document("strathmarr/\(name).md"))
        let date = reading.reportedOn ?? Self.report
        #expect(try example.readAgain(reading.plan, on: date) == reading.plan)
    }

    @Test func thePageSaysTheSameAsTheText() async throws {
        let example = try await example()
        let page = try example.read(try ExamplePlan.document("strathmarr/plan.html"))
        let text = try example.read(try ExamplePlan.document("strathmarr/plan.md"))
        #expect(page.findings == [])
        #expect(page.plan.items == text.plan.items)
        #expect(page.plan == text.plan)
    }

    @Test func theSameDocumentAgainRecordsNothing() async throws {
        let example = try await example()
        try await example.importing("strathmarr/plan.md")
        let count = try await example.committee.entries().count
        #expect(try await example.importing("strathmarr/plan.md").isRepeat)
        #expect(try await example.importing("strathmarr/plan.html").drafts.isEmpty)
        #expect(try await example.committee.entries().count == count)
    }

    @Test func theSecondReportRecordsWhatChanged() async throws {
        let example = try await example()
        try await example.importing("strathmarr/plan.md")
        let second = try await example.importing("strathmarr/plan-2.md")
        #expect(second.findings == [])
        #expect(
            second.drafts.map { "\($0.subject.id.split(separator: "#").last ?? "") \($0.kind)" }
                == [
                    "protection-plan-2024-2027 plan.stated-facts-set",
                    "protection-plan-2024-2027 plan.check-stated",
                    "1b action.status-reported",
                    "1b action.progress-reported",
                    "1b action.completed",
                    "2 (i) action.timescale-set",
                    "2 (i) action.status-reported",
                    "3b action.added",
                    "3b action.leads-set",
                    "3b action.timescale-set",
                    "3b action.evidence-set",
                    "3b action.local-set",
                    "3b action.status-reported",
                    "3b action.progress-reported",
                    "3b action.goes-on",
                    "committee document.imported",
                ]
        )
        #expect(second.drafts.allSatisfy { $0.effective == CivilDate(2025, 3, 31) })
        let plan = try #require(
            try await example.committee.edition(asOf: CivilDate(2025, 3, 31), audience: .committee)
                .plans.first
        )
        #expect(plan.items.map(\.id) == second.reading.plan.items.map(\.id))
        let figures = PlanFigures(of: plan, on: CivilDate(2025, 3, 31))
        #expect(figures.completed == ["1a", "1b"])
        #expect(plan.item("2 (i)")?.timescaleHistory.count == 2)
        #expect(plan.item("4c")?.exit?.on == Self.report)
    }

    @Test func whatPeopleRecordedBetweenTwoReportsStays() async throws {
        let example = try await example()
        try await example.importing("strathmarr/plan.md")
        let history = try await example.committee.entries()
        let file = try ChangeFile(
            reading: try ExamplePlan.bytes("strathmarr/record.json"),
            source: "record.json"
        )
        let drafts = try file.drafts(in: Record.folding(history), entries: history)
        try await example.committee.append(drafts)
        let second = try await example.importing("strathmarr/plan-2.md")
        #expect(second.findings == [])
        let plan = try #require(
            try await example.committee.edition(asOf: CivilDate(2025, 3, 31), audience: .committee)
                .plans.first
        )
        #expect(plan.item("4b")?.timescale.words == "By 31 May 2026")
        #expect(plan.item("4b")?.status?.printed == "Outside tolerance")
        #expect(plan.item("5b (i)")?.isCompleted == true)
        #expect(plan.item("5b (i)")?.local == ["budget": "£0"])
    }

    @Test(arguments: zip([report, CivilDate(2025, 3, 31)], [1, 2]))
    func theStatedCountsAreTheComputedOnes(_ day: CivilDate, _ index: Int) async throws {
        let example = try await example()
        try await example.importing("strathmarr/plan.md")
        try await example.importing("strathmarr/plan-2.md")
        let plan = try #require(
            try await example.committee.edition(asOf: day, audience: .committee).plans.first
        )
        let stated = plan.statedChecks[index]
        let computed = plan.computedCheck(
            on: day,
            after: plan.statedChecks[index - 1],
            words: stated.words,
            name: stated.name
        )
        #expect(computed.agrees(with: stated))
    }

    @Test func theNextPlanNamesItsPredecessors() async throws {
        let example = try await example()
        try await example.importing("strathmarr/plan.md")
        let next = try await example.importing("strathmarr/next-plan.md")
        let plan = try #require(
            try await example.committee.edition(asOf: CivilDate(2027, 4, 1), audience: .committee)
                .plans.last
        )
        #expect(plan.id == "protection-plan-2027-2030")
        #expect(plan.predecessors == ["protection-plan-2024-2027"])
        #expect(
            plan.item("1a")?.predecessors == ["protection-plan-2024-2027#2 (i)"]
        )
        #expect(next.findings.map(\.kind).filter { $0 == "predecessor-linked" }.count >= 2)
    }
}
#endif
