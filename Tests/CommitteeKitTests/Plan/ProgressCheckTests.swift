// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct ProgressCheckTests {
    private func check(
        _ plan: Plan,
        on day: CivilDate,
        after previous: ProgressCheck? = nil
    ) -> [Int?] {
        let check = plan.computedCheck(on: day, after: previous, words: "", name: "")
        return [check.total, check.completed, check.added, check.ongoing]
    }

    @Test func atPublicationEveryActionMayCountAsAdded() throws {
        let journal = InventedJournal(
            actions: 17,
            counting: CountingRules(atPublication: .allAdded)
        )
        let plan = try #require(journal.folded(asOf: InventedJournal.start).plans.first)
        #expect(check(plan, on: InventedJournal.start) == [17, 0, 17, 17])
    }

    @Test func atPublicationADashIsNotZero() throws {
        let journal = InventedJournal(actions: 19)
        let plan = try #require(journal.folded(asOf: InventedJournal.start).plans.first)
        #expect(check(plan, on: InventedJournal.start) == [19, nil, nil, 19])
    }

    @Test func aLaterCheckCountsWhatIsCompletedByThen() throws {
        var journal = InventedJournal(actions: 19)
        let day = CivilDate(2030, 10, 31)
        for id in ["1.3", "1.7", "1.8"] {
            journal.record(.completed, of: id, on: day, isBound: true)
        }
        let first = try #require(journal.folded(asOf: InventedJournal.start).plans.first)
            .computedCheck(on: InventedJournal.start, after: nil, words: "", name: "")
        let plan = try #require(journal.folded(asOf: day).plans.first)
        #expect(check(plan, on: day, after: first) == [19, 3, 0, 16])
    }

    @Test func addedActionsAreThoseSinceTheCheckBefore() throws {
        var journal = InventedJournal(actions: 2)
        journal.add("1.3", on: CivilDate(2030, 6, 1))
        let first = ProgressCheck(
            date: InventedJournal.start,
            words: "",
            name: "",
            total: 2,
            completed: nil,
            added: nil,
            ongoing: 2,
            isStated: true
        )
        let plan = try #require(journal.folded().plans.first)
        #expect(check(plan, on: CivilDate(2030, 10, 31), after: first) == [3, 0, 1, 3])
        #expect(check(plan, on: CivilDate(2030, 5, 31), after: first) == [2, 0, 0, 2])
    }

    @Test func nobodyCanSayWhatWasAddedSinceACheckWithoutADate() throws {
        let undated = ProgressCheck(
            date: nil,
            words: "TBC",
            name: "",
            total: 2,
            completed: nil,
            added: nil,
            ongoing: 2,
            isStated: true
        )
        let plan = try #require(InventedJournal(actions: 2).folded().plans.first)
        #expect(check(plan, on: CivilDate(2030, 10, 31), after: undated) == [2, 0, nil, 2])
    }

    @Test func checksAgreeOnlyWhenTheirAbsentFiguresDoToo() {
        let stated = ProgressCheck(
            date: nil,
            words: "",
            name: "",
            total: 19,
            completed: nil,
            added: nil,
            ongoing: 19,
            isStated: true
        )
        var computed = stated
        computed.isStated = false
        computed.date = InventedJournal.start
        #expect(stated.agrees(with: computed))
        computed.added = 0
        #expect(!stated.agrees(with: computed))
    }

    @Test(arguments: [([], 2), (["withdrawn"], 3), (["suspended"], 2)])
    func exitsCountOnlyWhenThePlanSaysSo(kinds: [String], total: Int) throws {
        var journal = InventedJournal(actions: 3, counting: CountingRules(countedExits: kinds))
        journal.record(
            .left(kind: "withdrawn", destination: nil),
            of: "1.2",
            on: CivilDate(2030, 6, 1)
        )
        let plan = try #require(journal.folded().plans.first)
        #expect(check(plan, on: CivilDate(2030, 6, 1)).first == total)
        #expect(check(plan, on: CivilDate(2030, 5, 31)).first == 3)
    }

    @Test func maintenanceAndBacklogAreNotCounted() throws {
        var journal = InventedJournal(actions: 2)
        journal.add("M1", list: .maintenance)
        journal.add("B1", list: .backlog)
        let plan = try #require(journal.folded().plans.first)
        #expect(plan.maintenance.map(\.id) == ["M1"])
        #expect(plan.backlog.map(\.id) == ["B1"])
        #expect(check(plan, on: CivilDate(2030, 6, 1)).first == 2)
    }

    @Test func theRulesAreSaidInWords() {
        let rules = CountingRules(
            atPublication: .allAdded,
            countedExits: ["suspended", "carried-over"]
        )
        #expect(
            rules.sentences == [
                "Only actions that are fully completed count as completed.",
                "Ongoing is the total less what is completed.",
                "At publication every action counts as added.",
                "Actions that left the plan still count when they were: suspended, carried-over.",
            ]
        )
        #expect(
            CountingRules().sentences.last
                == "At publication nothing is said to be added or completed."
        )
    }

    @Test func everyFigureIsMadeOfActions() throws {
        var journal = InventedJournal(actions: 4, due: CivilDate(2030, 5, 1))
        journal.record(.completed, of: "1.1", on: CivilDate(2030, 4, 20))
        journal.record(.left(kind: "withdrawn", destination: nil), of: "1.2")
        journal.record(.statusReported(printed: "G", scheme: nil), of: "1.3")
        let day = CivilDate(2030, 6, 1)
        let plan = try #require(journal.folded(asOf: day).plans.first)
        let figures = PlanFigures(of: plan, on: day)
        let expected = [
            "total": ["1.1", "1.3", "1.4"], "completed": ["1.1"], "ongoing": ["1.3", "1.4"],
            "late": ["1.3", "1.4"], "not-known": [], "exited": ["1.2"], "status:G": ["1.3"],
        ]
        #expect(Set(figures.names) == Set(expected.keys))
        for (name, actions) in expected { #expect(figures.actions(of: name) == actions) }
        #expect(figures.actions(of: "status:R") == [])
        #expect(figures.actions(of: "overdue") == nil)
        #expect(figures.levels.map(\.count) == [1, 4])
        #expect(figures.levels.map(\.name.plural) == ["priorities", "actions"])
    }
}
