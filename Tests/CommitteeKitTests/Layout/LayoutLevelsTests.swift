// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// What stands above the actions, and how an action leaves the plan.
@Suite struct LayoutLevelsTests {
    private static func layout(
        heading: String = "Goal {number}: {text} ({leads})",
        column: String = "outcome.timescale.words",
        exits: String = #"{ "transferred": ["Moved to {destination}"] }"#
    ) throws -> Layout {
        let text = """
            {
              "title": "Plan {period}", "levels": ["goal", "outcome", "action"],
              "headings": { "goal": ["\(heading)"] },
              "columns": [
                ["Outcome", "{outcome.number} {outcome.text}"], ["Met by", "\(column)"],
                ["Sponsor", "outcome.leads"], ["Health", "outcome.status"], ["Ref", "number"],
                ["Task", "text"], ["When", "timescale.words"], ["State", "status"]
              ],
              "exits": \(exits)
            }
            """
        let node = try JSONReader.read(Array(text.utf8), source: "main.lua")
        return try Layout(declaration: node, id: "test/levels", source: "main.lua")
    }

    private static let document = """
        # Plan 2024 – 2026

        ## Goal 1: Be heard (Chair)

        | Outcome | Met by | Sponsor | Health | Ref | Task | When | State |
        |---|---|---|---|---|---|---|---|
        | 1 People are asked | 2025/26 | Panel | Good | 1a | Ask | By 1 May 2025 | G |
        |  |  |  |  | 1b | Answer | By 1 June 2025 | Moved to the South plan |
        | 2 People are told | December 2025 | Chair | Poor | 2 (i) | Tell | Annually | A |
        """

    private func read(_ bytes: [UInt8], with layout: Layout) throws -> Plan {
        let source = try SourceDocument(reading: bytes, name: "plan.md")
        return try PlanReader(layout: layout, scheme: nil, timescales: TimescaleReader())
            .read(source).plan
    }

    private func plan() throws -> Plan {
        try read(Array(Self.document.utf8), with: try Self.layout())
    }

    @Test func aLevelHasLeadsATimescaleAndAStatus() throws {
        let plan = try plan()
        #expect(plan.item("goal-1")?.leads.names == ["Chair"])
        #expect(plan.item("outcome-1")?.leads.names == ["Panel"])
        #expect(plan.item("outcome-1")?.timescale.words == "2025/26")
        #expect(plan.item("outcome-2")?.timescale.words == "December 2025")
        #expect(plan.items.filter { $0.level == 1 }.map(\.status?.printed) == ["Good", "Poor"])
        #expect(plan.item("1b")?.leads.names == [])
    }

    @Test func aWordOfTheStatusColumnSaysHowAnActionLeft() throws {
        let plan = try plan()
        #expect(plan.item("1a")?.exit == nil)
        #expect(plan.item("1b")?.exit?.kind == "transferred")
        #expect(plan.item("1b")?.exit?.destination == "the South plan")
        #expect(plan.item("1b")?.status?.printed == "Moved to the South plan")
    }

    @Test func whatIsWrittenReadsEqual() throws {
        let layout = try Self.layout()
        let plan = try plan()
        #expect(try read(written(plan, with: layout), with: layout) == plan)
    }

    @Test func anExitThatSomebodyRecordedIsWritten() throws {
        let layout = try Self.layout()
        var plan = try plan()
        let index = try #require(plan.items.firstIndex { $0.id == "1a" })
        plan.items[index].exit = PlanExit(
            kind: "transferred",
            destination: "housing",
            on: CivilDate(2025, 1, 1)
        )
        let again = try read(written(plan, with: layout), with: layout)
        #expect(again.item("1a")?.exit?.destination == "housing")
    }

    private func written(_ plan: Plan, with layout: Layout) -> [UInt8] {
        var record = Record()
        record.plans = [plan]
        let edition = Edition(
            of: record,
            committee: "c",
            name: "C",
            asOf: CivilDate(2025, 1, 1),
            audience: .committee
        )
        return LayoutWriter(layout: layout, scheme: nil).document(plan, of: edition)
            .render(.markdown)
    }

    @Test func aHeadingHoldsOnlyFieldsOfALevel() throws {
        let error = try #require(throws: JSONError.self) {
            try Self.layout(heading: "Goal {number}: {txet}")
        }
        #expect(
            error.message == "headings: the heading “Goal {number}: {txet}” holds “txet”, which is "
                + "not a field of a level. Did you mean “text”?"
        )
    }

    @Test func aColumnHoldsOnlyFieldsOfALevel() throws {
        let error = try #require(throws: JSONError.self) {
            try Self.layout(column: "outcome.leed")
        }
        #expect(
            error.message == "columns: the column “Met by” holds “outcome.leed”, which is not a "
                + "field. Did you mean “outcome.leads”? A column of your own is called local.name."
        )
    }

    @Test func anExitHasAKindThatTheLibraryKnows() throws {
        let error = try #require(throws: JSONError.self) {
            try Self.layout(exits: #"{ "withdrawm": ["Withdrawn"] }"#)
        }
        #expect(
            error.message == "exits: “withdrawm” is not a way to leave the plan. Did you mean "
                + "“withdrawn”?"
        )
    }
}
