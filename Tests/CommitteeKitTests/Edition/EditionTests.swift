// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct EditionTests {
    private static let day = CivilDate(2030, 10, 31)

    private static func approve(_ journal: inout InventedJournal, on date: CivilDate) {
        journal.record(.plan(InventedJournal.plan), .approved(by: "Board"), on: date)
    }

    @Test(arguments: [
        (Audience.public, 0), (.partners, 1), (.committee, 1), (.restricted, 1),
    ])
    func aDraftIsHiddenFromThePublicAlone(audience: Audience, plans: Int) {
        let edition = InventedJournal(actions: 2).edition(asOf: Self.day, audience: audience)
        #expect(edition.plans.count == plans)
        #expect(
            edition.omissions
                == (plans == 0 ? [Omission(what: "draft plans", one: "draft plan", count: 1)] : [])
        )
    }

    @Test func aPlanIsPublicFromItsApprovalOn() {
        var journal = InventedJournal(actions: 2)
        journal.record(
            .plan(InventedJournal.plan),
            .submitted(to: "Board"),
            on: CivilDate(2030, 5, 1)
        )
        Self.approve(&journal, on: CivilDate(2030, 6, 6))
        #expect(journal.edition(asOf: CivilDate(2030, 6, 5), audience: .public).plans.isEmpty)
        #expect(journal.edition(asOf: CivilDate(2030, 6, 6), audience: .public).plans.count == 1)
    }

    @Test(arguments: [
        (Audience.public, ["1", "1.1"], 2), (.partners, ["1", "1.1", "1.2"], 1),
        (.committee, ["1", "1.1", "1.2"], 1), (.restricted, ["1", "1.1", "1.2", "1.3"], 0),
    ])
    func itemsAreCutAndCounted(audience: Audience, items: [String], omitted: Int) {
        var journal = InventedJournal(actions: 3)
        Self.approve(&journal, on: InventedJournal.start)
        journal.record(.audienceSet(.partners), of: "1.2")
        journal.record(.audienceSet(.restricted), of: "1.3")
        let edition = journal.edition(asOf: Self.day, audience: audience)
        #expect(edition.plans.first?.items.map(\.id) == items)
        #expect(
            edition.omissions
                == (omitted == 0
                    ? []
                    : [
                        Omission(
                            what: "items of plans",
                            one: "item of plans",
                            count: omitted,
                            of: .plan("moor-2030")
                        )
                    ])
        )
    }

    @Test func whatStandsBelowAHiddenItemIsHiddenWithIt() {
        var journal = InventedJournal(actions: 2)
        Self.approve(&journal, on: InventedJournal.start)
        journal.record(.added(ItemOutline(level: 0, text: "Open")), of: "2")
        // It stands before the item above it.
        journal.record(
            .added(ItemOutline(level: 1, parent: "2", after: "1.1", text: "Stray")),
            of: "2.1"
        )
        journal.record(.audienceSet(.committee), of: "2")
        let edition = journal.edition(asOf: Self.day, audience: .partners)
        #expect(edition.plans.first?.items.map(\.id) == ["1", "1.1", "1.2"])
        #expect(
            edition.omissions == [
                Omission(
                    what: "items of plans",
                    one: "item of plans",
                    count: 2,
                    of: .plan("moor-2030")
                )
            ]
        )
    }

    @Test(arguments: [PlanList.table, .maintenance, .backlog])
    func reportsOfProgressAreCutInEveryList(list: PlanList) throws {
        var journal = InventedJournal(actions: 1)
        Self.approve(&journal, on: InventedJournal.start)
        journal.add("9", list: list)
        let audiences: [Audience] = [.public, .partners, .restricted]
        for audience in audiences {
            journal.record(
                .progressReported(Prose(audience.rawValue), asAt: nil, audience: audience),
                of: "9"
            )
        }
        let edition = journal.edition(asOf: Self.day, audience: .partners)
        let item = try #require(edition.plans.first?.item("9"))
        #expect(item.progress.map(\.text) == ["public", "partners"])
        #expect(
            edition.omissions == [
                Omission(
                    what: "reports of progress",
                    one: "report of progress",
                    count: 1,
                    of: .plan("moor-2030")
                )
            ]
        )
    }

    /// A register that this version cannot read is only for those who may see everything.
    ///
    /// Nor does the public learn of a register in which it may see no risk.
    @Test(arguments: [(Audience.public, 0), (.partners, 1), (.committee, 1), (.restricted, 2)])
    func registersThatCannotBeReadAreRestricted(audience: Audience, count: Int) {
        var journal = InventedJournal(actions: 1)
        Self.approve(&journal, on: InventedJournal.start)
        journal.record(
            .register("risks"),
            .registerSet(RiskRegister(id: "risks", name: "Risks").json)
        )
        journal.record(.register("issues"), .registerSet([:]))
        let edition = journal.edition(asOf: Self.day, audience: audience)
        #expect(edition.registers.count == count)
        #expect(
            edition.omissions
                == (audience < .restricted
                    ? [Omission(what: "risk registers", one: "risk register", count: 1)] : [])
        )
    }

    @Test func anEditionSaysWhatItIs() {
        let edition = Edition(
            of: Record(),
            committee: "moor",
            name: "Moor committee",
            asOf: Self.day,
            knownAt: RecordedInstant(milliseconds: 5),
            audience: .partners
        )
        #expect(edition.asOf == Self.day)
        #expect(edition.knownAt == RecordedInstant(milliseconds: 5))
        #expect(edition.audience == .partners && edition.committee == "moor")
        #expect(edition.name == "Moor committee")
        #expect(edition.currentPlan == nil && edition.omissions.isEmpty)
    }

    @Test func theCurrentPlanHasBegun() {
        var journal = InventedJournal(actions: 1)
        journal.draft("moor-2035", from: CivilDate(2035, 4, 1))
        #expect(journal.edition(asOf: Self.day).currentPlan?.id == InventedJournal.plan)
        #expect(journal.edition(asOf: CivilDate(2035, 4, 1)).currentPlan?.id == "moor-2035")
    }

    @Test func aPlanIsSucceededWhenTheNextIsApprovedAndHasBegun() {
        let next = SubjectReference.plan("moor-2035")
        var journal = InventedJournal(actions: 1)
        Self.approve(&journal, on: InventedJournal.start)
        journal.draft("moor-2035", from: CivilDate(2035, 4, 1), on: CivilDate(2034, 11, 1))
        journal.record(
            next,
            .predecessorsNamed([InventedJournal.plan]),
            on: CivilDate(2034, 11, 1)
        )
        journal.record(next, .approved(by: "Board"), on: CivilDate(2035, 3, 1))
        func states(_ day: CivilDate) -> [DocumentState] {
            let edition = journal.edition(asOf: day)
            return edition.plans.map { edition.state(of: $0) }
        }
        #expect(states(CivilDate(2034, 12, 1)) == [.approved, .draft])
        #expect(states(CivilDate(2035, 3, 31)) == [.approved, .approved])
        #expect(states(CivilDate(2035, 4, 1)) == [.succeeded, .approved])
    }

    @Test func audiencesAndStatesAreOrdered() {
        #expect(Audience.allCases.sorted() == [.public, .partners, .committee, .restricted])
        #expect(
            DocumentState.allCases.reversed().sorted()
                == [.draft, .submitted, .approved, .published, .succeeded]
        )
    }
}
