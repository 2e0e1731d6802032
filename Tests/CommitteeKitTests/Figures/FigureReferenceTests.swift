// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Figures that texts cite")
struct FigureReferenceTests {
    @Test(arguments: [
        ("{figure:registrations@2018-07-31}", "registrations@2018-07-31"),
        ("{figure:registrations @ 31 July 2018}", "registrations@2018-07-31"),
        ("{figure:met@2018/19, North = 92.5%}", "met@2018/19, North = 92.5%"),
        ("{figure:registrations@2018-07-31 = 2,668}", "registrations@2018-07-31 = 2,668"),
        ("{Figure:registrations@2018-07-31 = 2,668}", "registrations@2018-07-31 = 2,668"),
        ("{ FIGURE : registrations@2018-07-31 }", "registrations@2018-07-31"),
        ("{figure registrations@2018-07-31}", "registrations@2018-07-31"),
        ("{figures: registrations@2018-07-31}", "registrations@2018-07-31"),
        ("{fig\u{200B}ure:registrations@2018-07-31}", "registrations@2018-07-31"),
        ("{f\u{0456}gure:registrations@2018-07-31}", "registrations@2018-07-31"),
        ("{figure\u{FF1A}registrations@2018-07-31}", "registrations@2018-07-31"),
    ])
    func areRead(_ text: String, _ said: String) throws {
        let found = FigureReference.found(in: "There were \(text) children.")
        #expect(found.map { $0.reference?.description } == [said])
    }

    @Test(arguments: [
        "{figure:registrations}", "{figure:registrations@soon}", "{figure:a b@2018}",
        "{figure:a@2018=many}", "{figure:a@2018", "{Figure : a@2018, North = 4",
        "{figure:a@2018 {b}",
    ])
    func otherWordsAreFoundAndNotRead(_ text: String) {
        #expect(FigureReference.found(in: text).map(\.reference) == [nil])
    }

    @Test(arguments: [
        "{figure}", "{figures}", "figure:a@2018", "{fig:a@2018}", "{figured: a@2018}",
    ])
    func otherBracesAreText(_ text: String) { #expect(FigureReference.found(in: text).isEmpty) }

    private static func edition(
        _ text: String,
        on day: CivilDate,
        for audience: Audience = .committee
    ) async throws
        -> Edition
    {
        let committee = try await FigureSample().committee()
        let entries = try await committee.entries()
        var record = Record.folding(entries, asOf: CivilDate(2020, 1, 1))
        var plan = Plan(
            id: "p",
            title: "Plan",
            period: CivilSpan(CivilDate(2018, 4, 1)...CivilDate(2021, 3, 31)),
            levels: [LevelName("action")]
        )
        plan.milestones = [DocumentMilestone(kind: .approved(by: "cpc"), on: CivilDate(2018, 4, 1))]
        var item = PlanItem(id: "1", level: 0, text: "Count")
        item.progress = [ProgressEntry(text: Prose(text), asAt: day, by: "lead")]
        plan.items = [item]
        record.plans = [plan]
        return Edition(
            of: record,
            committee: "cpc",
            name: "CPC",
            asOf: CivilDate(2020, 1, 1),
            audience: audience
        )
    }

    @Test(arguments: [
        ("{figure:registrations@2018-07-31 = 2,530}", CivilDate(2018, 12, 1), nil, nil),
        (
            "{figure:registrations@2018-07-31 = 2,668}", CivilDate(2018, 12, 1), "citation-stale",
            "The progress of 1 of the plan “Plan” states 2,668 for “Children on the register”, 31 July 2018, which was revised on 28 February 2019. It is 2,530 now."
        ),
        (
            "{figure:registrations@2018-07-31}", CivilDate(2018, 12, 1), "citation-stale",
            "The progress of 1 of the plan “Plan” of 1 December 2018 cites “Children on the register”, 31 July 2018, which was revised on 28 February 2019. It is 2,530 now."
        ),
        ("{figure:registrations@2018-07-31}", CivilDate(2019, 12, 1), nil, nil),
        (
            "{figure:registrations@2018-07-31 = 26}", CivilDate(2018, 12, 1), "citation-differs",
            "The progress of 1 of the plan “Plan” states 26 for “Children on the register”, 31 July 2018, which it never was. It is 2,530 now."
        ),
        (
            "{figure:registrations@2017-07-31}", CivilDate(2018, 12, 1), "citation-unknown",
            "The progress of 1 of the plan “Plan” cites “registrations@2017-07-31”, and indicator “Children on the register” has no value for 31 July 2017."
        ),
        (
            "{figure:registration@2018-07-31}", CivilDate(2018, 12, 1), "citation-unknown",
            "The progress of 1 of the plan “Plan” cites “registration@2018-07-31”, and there is no indicator “registration”. Did you mean “registrations”?"
        ),
        (
            "{figure:registrations@soon}", CivilDate(2018, 12, 1), "citation-unreadable",
            "The progress of 1 of the plan “Plan” cites a figure as “registrations@soon”, which cannot be read. Write an indicator, @ and a period, such as {figure:registrations@2018-07-31}."
        ),
    ])
    func whatIsWrongOrStaleIsAFinding(
        _ text: String,
        _ day: CivilDate,
        _ kind: String?,
        _ message: String?
    )
        async throws
    {
        let found = try await Self.edition("See \(text).", on: day).figureFindings()
        #expect(found.map(\.kind) == [kind].compactMap(\.self))
        #expect(found.map(\.message) == [message].compactMap(\.self))
    }

    @Test func aFigureThatWasNotPublishedIsLeftOutOfATextForThePublic() async throws {
        let text =
            "There were {figure:registrations@2018-07-31 = 2,530} and {figure:registrations@soon = 3}."
        let edition = try await Self.edition(text, on: CivilDate(2019, 12, 1), for: .public)
        #expect(
            edition.plans.first?.items.first?.progress.first?.text.plainText
                == "There were (figure left out) and (figure left out)."
        )
    }

    @Test func aTextIsResolvedByTheEdition() async throws {
        let edition = try await Self.edition("", on: CivilDate(2019, 12, 1))
        let text = Prose(
            "There were {figure:registrations@2018-07-31}, once {figure:registrations@2018-07-31 = 2,668}."
        )
        #expect(edition.withFigures(text).plainText == "There were 2,530, once 2,668.")
    }
}
