// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("The year, and what became of a plan")
struct YearReportTests {
    private static func action(_ id: String, _ text: Prose) -> PlanItem {
        PlanItem(id: id, level: 0, number: id, text: text)
    }

    /// An old plan of five actions, each of which ended in another way, and the plan that follows it.
    private static func edition() -> Edition {
        var old = Plan(
            id: "old",
            title: "The old plan",
            period: CivilSpan(CivilDate(2023, 4, 1)...CivilDate(2026, 3, 31)),
            levels: [LevelName("action")]
        )
        old.milestones = [
            DocumentMilestone(kind: .approved(by: "Northshire"), on: CivilDate(2024, 1, 1))
        ]
        var done = action("1", "Write the guide")
        done.completion = .completed(.on(CivilDate(2026, 3, 1)))
        let goesOn = action("2", "Train staff")
        var left = action("3", "Buy a van")
        left.exit = PlanExit(kind: "withdrawn", on: CivilDate(2026, 2, 1), reason: "No money")
        var unknown = action("4", "Ask families")
        unknown.completion = .notKnown(completedBy: CivilDate(2027, 1, 1))
        let lost = action("5", "Look at hand-overs")
        old.items = [done, goesOn, left, unknown, lost]
        var new = Plan(
            id: "new",
            title: "The new plan",
            period: CivilSpan(CivilDate(2026, 4, 1)...CivilDate(2029, 3, 31)),
            levels: old.levels
        )
        new.predecessors = ["old"]
        new.milestones = [
            DocumentMilestone(kind: .approved(by: "Northshire"), on: CivilDate(2026, 4, 1))
        ]
        var next = action("1.1", "Train all staff")
        next.predecessors = ["old#2"]
        new.items = [next]
        var edition = Edition(
            of: Record.folding([], asOf: CivilDate(2026, 12, 31)),
            committee: "northshire",
            name: "Northshire",
            asOf: CivilDate(2026, 12, 31),
            audience: .committee
        )
        edition.plans = [old, new]
        return edition
    }

    @Test func everyActionOfTheOldPlanIsToldOnce() throws {
        let page = try OutgoingReport.succession.document(OutgoingReport.Request(Self.edition()))
        let text = String(decoding: page.render(.markdown), as: UTF8.self)
        #expect(text.contains("“The old plan” is followed by “The new plan”."))
        for words in [
            "| 1 | Write the guide |  | Completed on 1 March 2026 |",
            "| 2 | Train staff |  | 1.1 of “The new plan”: Train all staff |",
            "| 3 | Buy a van |  | Withdrawn on 1 February 2026: No money |",
            "| 5 | Look at hand-overs |  | Nothing was said of it |",
        ] { #expect(text.contains(words), "\(words)") }
        for fate in OutgoingPage.Fate.allCases {
            let limit = fate == .lost ? ", as far as these readers may know" : ""
            #expect(text.contains("- **\(fate.rawValue)\(limit):** 1"), "\(fate)")
        }
    }

    @Test func theYearIsTwelveMonthsWhereNobodyNamesItsBeginning() throws {
        let page = try OutgoingReport.annualReport.document(OutgoingReport.Request(Self.edition()))
        #expect(
            page.title == "Annual report of Northshire, 1 January 2026 to 31 December 2026"
        )
        let text = String(decoding: page.render(.markdown), as: UTF8.self)
        #expect(text.contains("No meeting of these months is recorded."))
        #expect(text.contains("> **Information:** To be written: what the chair says of the year"))
        #expect(text.contains("From: new."))
    }

    @Test func anEarlierEditionBeginsTheYear() throws {
        var request = OutgoingReport.Request(Self.edition())
        var start = Self.edition()
        start.asOf = CivilDate(2026, 7, 31)
        request.since = start
        let page = try OutgoingReport.annualReport.document(request)
        #expect(page.title.hasSuffix("1 August 2026 to 31 December 2026"))
    }

    @Test func aDevelopmentDayIsNoFullMeeting() {
        var meeting = Meeting(body: "cpc", planned: CivilDate(2026, 9, 14))
        #expect(meeting.isFull)
        meeting.isDevelopmentDay = true
        #expect(!meeting.isFull)
        #expect(meeting.title == "The development day of cpc on 14 September 2026")
    }
}
