// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct LatenessTests {
    static let due = CivilDate(2030, 9, 30)

    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var completion: Completion = .notStated
        var reading: Timescale.Reading = .by(LatenessTests.due, qualifier: nil)
        var exit: PlanExit?
        var day = CivilDate(2030, 10, 1)
        var isLate: Bool
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "open on the day after", isLate: true),
        Case(name: "ongoing on the day after", completion: .ongoing, isLate: true),
        Case(name: "open on the last day", day: due, isLate: false),
        Case(name: "completed on a day", completion: .completed(.on(due)), isLate: false),
        Case(
            name: "completed after the deadline",
            completion: .completed(.on(due + 1)),
            isLate: false
        ),
        Case(name: "completed by a day", completion: .completed(.by(due + 1)), isLate: false),
        Case(name: "not known", completion: .notKnown(completedBy: due + 31), isLate: false),
        Case(
            name: "left the plan",
            exit: PlanExit(kind: "withdrawn", on: due),
            isLate: false
        ),
        Case(name: "no deadline", reading: .ongoing, isLate: false),
        Case(
            name: "a span of years",
            reading: .span(CivilSpan(CivilDate(2020, 1, 1)...due), isOngoing: true),
            isLate: false
        ),
    ]

    @Test(arguments: cases) func anItemIsLateOnlyWhenItIsKnownToBeOpen(_ example: Case) {
        var item = PlanItem(id: "1", level: 0)
        item.timescale = Timescale(words: "", reading: example.reading)
        item.completion = example.completion
        item.exit = example.exit
        #expect(item.isLate(on: example.day) == example.isLate)
    }

    @Test func daysToDueAreNegativeWhenTheDeadlineHasPassed() {
        var item = PlanItem(id: "1", level: 0)
        #expect(item.daysToDue(from: Self.due) == nil)
        item.timescale = .by(Self.due)
        #expect(item.daysToDue(from: Self.due - 7) == 7)
        #expect(item.daysToDue(from: Self.due + 2) == -2)
    }

    /// Completed by 31 October 2030, due by 30 September 2030.
    private static var completedByOctober: InventedJournal {
        var journal = InventedJournal(actions: 1, due: due)
        journal.record(.completed, of: "1.1", on: CivilDate(2030, 10, 31), isBound: true)
        return journal
    }

    @Test func beforeABoundCompletionIsNotKnownAndNotLate() throws {
        let record = Self.completedByOctober.folded(asOf: CivilDate(2030, 10, 15))
        let action = try #require(record.action("1.1"))
        #expect(action.completion == .notKnown(completedBy: CivilDate(2030, 10, 31)))
        #expect(!action.isLate(on: CivilDate(2030, 10, 15)))
        let plan = try #require(record.plans.first)
        let figures = PlanFigures(of: plan, on: CivilDate(2030, 10, 15))
        #expect(figures.notKnown == ["1.1"])
        #expect(figures.late.isEmpty)
        #expect(figures.completed.isEmpty)
    }

    @Test func fromTheBoundOnTheCompletionIsKnown() {
        let record = Self.completedByOctober.folded(asOf: CivilDate(2030, 10, 31))
        #expect(record.action("1.1")?.completion == .completed(.by(CivilDate(2030, 10, 31))))
    }

    @Test func aLaterExactCompletionSaysThatTheActionWasLateBefore() {
        var journal = InventedJournal(actions: 1, due: Self.due)
        journal.record(.completed, of: "1.1", on: CivilDate(2030, 10, 31))
        let action = journal.folded(asOf: CivilDate(2030, 10, 15)).action("1.1")
        #expect(action?.completion == .notStated)
        #expect(action?.isLate(on: CivilDate(2030, 10, 15)) == true)
    }

    @Test func anActionThatWentOnLaterWasNotCompletedBefore() {
        var journal = InventedJournal(actions: 1, due: Self.due)
        journal.record(.goesOn, of: "1.1", on: CivilDate(2030, 11, 30))
        journal.record(.completed, of: "1.1", on: CivilDate(2031, 3, 31), isBound: true)
        let before = journal.folded(asOf: CivilDate(2030, 10, 15)).action("1.1")
        #expect(before?.completion == .notStated)
        let between = journal.folded(asOf: CivilDate(2030, 12, 15)).action("1.1")
        #expect(between?.completion == .notKnown(completedBy: CivilDate(2031, 3, 31)))
    }

    /// Reports that say that an action was open: each with the day of which it speaks.
    @Test(arguments: [
        Change.Fact.goesOn, .statusReported(printed: "A", scheme: nil),
        .progressReported("Begun", asAt: nil, audience: .public),
    ])
    func whatWasReportedOpenOnADayIsOpenOnIt(report: Change.Fact) {
        var journal = Self.completedByOctober
        journal.record(report, of: "1.1", on: CivilDate(2030, 10, 15))
        for day in [CivilDate(2030, 10, 1), CivilDate(2030, 10, 15)] {
            let action = journal.folded(asOf: day).action("1.1")
            #expect(action?.isOpen == true)
            #expect(action?.isLate(on: day) == true)
        }
        let after = journal.folded(asOf: CivilDate(2030, 10, 16)).action("1.1")
        #expect(after?.completion == .notKnown(completedBy: CivilDate(2030, 10, 31)))
    }

    @Test(arguments: [
        Change.Fact.statusReported(printed: "Complete", scheme: nil),
        .progressReported("Printed", asAt: nil, audience: .public),
    ])
    func aReportOfTheDayOfTheCompletionDoesNotSayThatItWasOpen(report: Change.Fact) {
        var journal = InventedJournal(actions: 1, due: Self.due)
        journal.record(report, of: "1.1", on: CivilDate(2030, 10, 31))
        journal.record(.completed, of: "1.1", on: CivilDate(2030, 10, 31), isBound: true)
        let action = journal.folded(asOf: CivilDate(2030, 10, 15)).action("1.1")
        #expect(action?.completion == .notKnown(completedBy: CivilDate(2030, 10, 31)))
    }

    @Test func hiddenProgressDoesNotTellThatAnActionWasOpen() {
        var journal = Self.completedByOctober
        journal.record(
            .progressReported("Begun", asAt: nil, audience: .partners),
            of: "1.1",
            on: CivilDate(2030, 10, 15)
        )
        let action = journal.folded(asOf: CivilDate(2030, 10, 15)).action("1.1")
        #expect(action?.completion == .notKnown(completedBy: CivilDate(2030, 10, 31)))
    }

    @Test func whatWasRecordedAheadOfItsDaySaysNothingOfTheDaysBefore() {
        var journal = InventedJournal(actions: 1, due: Self.due)
        let day = CivilDate(2030, 10, 15)
        journal.record(
            .completed,
            of: "1.1",
            on: day + 1,
            isBound: true,
            at: Int64(day.dayNumber) * 86_400_000 + 86_399_999
        )
        #expect(journal.folded(asOf: day).action("1.1")?.completion == .notStated)
    }

    @Test func ofTwoBoundsTheEarlierOneCounts() {
        var journal = InventedJournal(actions: 1, due: Self.due)
        journal.record(.completed, of: "1.1", on: CivilDate(2031, 3, 31), isBound: true)
        journal.record(.completed, of: "1.1", on: CivilDate(2030, 10, 31), isBound: true)
        let action = journal.folded(asOf: CivilDate(2030, 10, 15)).action("1.1")
        #expect(action?.completion == .notKnown(completedBy: CivilDate(2030, 10, 31)))
    }
}
