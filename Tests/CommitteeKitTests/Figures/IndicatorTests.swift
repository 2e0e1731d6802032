// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Values that are revised")
struct IndicatorTests {
    typealias Entries = Indicator.Entries

    private static func count(on day: CivilDate) async throws -> Int? {
        let committee = try await FigureSample().committee()
        let edition = try await committee.edition(asOf: day, audience: .committee)
        return edition.indicators.first?.value(FigureSample.july)?.count
    }

    @Test(arguments: [
        (CivilDate(2018, 11, 29), nil), (CivilDate(2018, 11, 30), 2668),
        (CivilDate(2019, 2, 27), 2668),
        (CivilDate(2019, 2, 28), 2530),
    ])
    func eachEditionHasWhatWasKnownThen(_ day: CivilDate, _ count: Int?) async throws {
        #expect(try await Self.count(on: day) == count)
    }

    @Test func whatIsSaidAgainIsNoRevision() async throws {
        let committee = try await FigureSample().committee()
        let entries = try await committee.entries().count
        try await committee.recordFigures(
            [FigureValue(2530, in: FigureSample.july)],
            of: "registrations",
            by: "clerk"
        )
        #expect(try await committee.entries().count == entries)
    }

    @Test func changesSayWhatWasBefore() async throws {
        let committee = try await FigureSample().committee()
        let earlier = try await committee.edition(
            asOf: CivilDate(2018, 12, 31),
            audience: .committee
        )
        let later = try await committee.edition(asOf: CivilDate(2019, 12, 31), audience: .committee)
        #expect(
            later.changes(since: earlier).map(\.sentence) == [
                "Indicator “Children on the register” is 2,530 for 31 July 2018, 2,668 before."
            ]
        )
    }

    private static func refusal(_ fact: Change.Fact, of id: String = "registrations") async throws
        -> String?
    {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("cpc", name: "CPC")
        try await store.append(
            FigureSample().drafts,
            to: "cpc",
            expecting: nil,
            idempotencyKey: nil
        )
        let draft = Change(.indicator(id), fact).draft(
            effective: CivilDate(2020, 1, 1),
            by: "clerk"
        )
        return Record.problems(appending: [draft], to: try await store.allEntries(of: "cpc")).first?
            .message
    }

    @Test(arguments: [
        (
            Change.Fact.figuresSet([FigureValue(3, in: FigureSample.at(2019), area: "North")]),
            "The indicator “registrations” has no area “North”. Name its areas first."
        ),
        (
            .figuresSet([FigureValue(3, in: FigureSample.at(2020))]),
            "The value of “registrations” for 31 July 2020 is said on 2020-01-01, before the period ends on 2020-07-31. Record it when the period is over."
        ),
        (
            .figuresSet([FigureValue(5, outOf: 4, in: FigureSample.at(2019))]),
            "The value of “registrations” for 31 July 2019 is 5 of 4, more than the whole. Correct one of the numbers."
        ),
        (.figuresSet([]), "No value of the indicator “registrations” is given. Give one at least."),
        (
            .figureQuestionAnswered(FigureAnswer("Yes.", to: 1)),
            "The indicator “registrations” has no question 1. Nobody asked anything."
        ),
        (
            Entries.decimals.fact(9),
            "The indicator “registrations” would have 9 digits after the point. Give 0 to 3."
        ),
    ])
    func whatCannotBeIsRefused(_ fact: Change.Fact, _ message: String) async throws {
        let refusal = try await Self.refusal(fact)
        #expect(refusal?.hasSuffix(message) == true, "\(refusal ?? "")")
    }

    @Test func anUnknownIndicatorIsRefused() async throws {
        let message = try await Self.refusal(
            .figuresSet([FigureValue(3, in: FigureSample.july)]),
            of: "register"
        )
        #expect(message?.contains("There is no indicator “register” on 2020-01-01.") == true)
    }

    @Test("An indicator is made of others that there are, and has a title")
    func partsAreThere() async throws {
        let committee = try await FigureSample.referrals(["North": 12])
        func refusal(_ set: (inout Indicator) -> Void) async -> String? {
            var indicator = Indicator(id: "new")
            indicator.title = "New"
            set(&indicator)
            do {
                try await committee.addIndicator(indicator, by: "data-officer")
                return nil
            } catch { return (error as? any ExplainedError)?.message ?? "\(error)" }
        }
        #expect(
            await refusal { $0.sumOf = ["referral"] }
                == "There is no indicator “referral”. Did you mean “referrals”?"
        )
        #expect(
            await refusal { $0.outOf = "new" }
                == "The indicator “new” cannot be a part of itself. Name another one."
        )
        #expect(
            await refusal { $0.title = " " }?.contains(
                "The indicator “new” would have no title. Give it one."
            ) == true
        )
    }

    @Test("A share is no more than its whole")
    func shares() async throws {
        let committee = try await FigureSample.referrals(["North": 12])
        try await committee.changeIndicator("referrals", by: "data-officer") { $0.rate = 100 }
        let error = await #expect(throws: (any Error).self) {
            try await committee.recordFigures(
                [FigureValue(44, outOf: 40, in: FigureSample.quarter, area: "North")],
                of: "referrals",
                by: "data-officer"
            )
        }
        #expect(
            (error as? any ExplainedError)?.message.contains(
                "is 44 of 40, more than the whole. Correct one of the numbers."
            ) == true
        )
    }

    @Test func aStandingIsThatOfTheDirection() {
        var indicator = Indicator(id: "met")
        (indicator.target, indicator.variance) = (FigureNumber(90), FigureNumber(5))
        for (better, number, standing) in [
            (Indicator.Direction.higher, 91, Indicator.Standing.met), (.higher, 86, .near),
            (.higher, 84, .missed),
            (.lower, 90, .met), (.lower, 95, .near), (.lower, 96, .missed),
        ] {
            indicator.better = better
            #expect(indicator.standing(FigureNumber(number)) == standing)
        }
    }

    @Test func findingsNameWhatIsMissingAndWhatDoesNotAddUp() async throws {
        let committee = try await FigureSample.referrals(["North": 12, "South": 30])
        try await committee.changeIndicator("referrals", by: "clerk") { $0.dueDays = 20 }
        let before = FigurePeriod(.quarter, of: CivilDate(2025, 11, 1))
        try await committee.recordFigures(
            [
                FigureValue(50, in: before), FigureValue(20, in: before, area: "North"),
                FigureValue(20, in: before, area: "South"),
            ],
            of: "referrals",
            by: "clerk"
        )
        let edition = try await committee.edition(audience: .committee)
        let found = edition.figureFindings().filter { $0.subject == .indicator("referrals") }
        #expect(
            found.map(\.message) == [
                "Indicator “Referrals” has no value for January to March 2026, and later ones. Record it, or say "
                    + "why there is none.",
                "Indicator “Referrals” has no value for July to September 2026; overdue by 11 days.",
                "Indicator “Referrals” is 50 for October to December 2025, and its areas add up to 40. Correct a "
                    + "number, or say that they do not add up.",
                "6 values of indicator “Referrals” are not published for the audience “public”. Publish with "
                    + "committee dataset publish.",
            ]
        )
    }

    @Test func aChangeIsTakenOnTheYearBefore() async throws {
        let edition = try await FigureSample().committee().edition(audience: .committee)
        let indicator = try #require(edition.indicators.first)
        let change = try #require(FigureChange(at: FigurePlace(FigureSample.july), in: indicator))
        #expect(change.sinceLast == "221 fewer")
        #expect(change.sinceYear == nil)
    }
}
