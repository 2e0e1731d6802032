// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("The short ways of a host")
struct ShortCallsTests {
    private let plan = "plan-2024-2026"

    private func fixture() async throws -> LibraryFixture {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        return fixture
    }

    @Test("Progress takes plain text, of which nothing is read as markup")
    func plainProgress() async throws {
        let fixture = try await fixture()
        let text = "Five **stars** [of](five)"
        try await fixture.committee.record(
            .progress(text, status: "G", on: .action("2.1", of: plan)),
            by: "officer"
        )
        let item = try #require(try await fixture.plan()?.item("2.1"))
        #expect(item.progress.last?.text == Prose(text))
        #expect(item.status?.printed == "G")
    }

    @Test("An import from its bytes knows the document again by the store's digest")
    func importFromBytes() async throws {
        let fixture = try await LibraryFixture()
        let bytes = Array(SmallPlan.text.utf8)
        func prepare() async throws -> PlanImport {
            try await fixture.committee.prepareImport(
                bytes,
                named: "plan.txt",
                layout: "small/plan",
                by: "officer"
            )
        }
        let found = try await prepare()
        #expect(found.digest == Hexadecimal.text(Digest.testing(bytes)))
        let receipt = try await fixture.committee.record(found)
        #expect(receipt?.entries.count == found.drafts.count)
        #expect(try await prepare().isRepeat)
        #expect(try await fixture.committee.record(try await prepare()) == nil)
    }

    @Test("An export holds every entry, and the digest with which they are chained")
    func export() async throws {
        let fixture = try await fixture()
        let export = try await fixture.committee.export()
        #expect(export.entries == (try await fixture.committee.entries()))
        #expect(export.committee == fixture.committee.id)
        #expect(export.name == fixture.committee.name)
        try export.check(with: .testing)
    }

    @Test(
        "A file of changes is recorded whole, in the words of its plan's plugin, and once under its key"
    )
    func files() async throws {
        let fixture = try await fixture()
        let text = """
            { "by": "officer", "effective": "2024-08-31", "plan": "\(plan)", "idempotencyKey": "k",
              "changes": [{ "action": "2.1", "progress": "Piloted.", "status": "A" }] }
            """
        let file = try await fixture.committee.changes(in: Array(text.utf8), named: "august.json")
        let receipt = try await fixture.committee.record(file)
        #expect(receipt.entries.count == 2)
        #expect(try await fixture.committee.record(file).wasReplay)
        #expect(try await fixture.plan()?.item("2.1")?.status?.printed == "A")
        let wrong = text.replacing(#""action": "2.1""#, with: #""action": "9.9""#)
        let other = try await fixture.committee.changes(in: Array(wrong.utf8), named: "wrong.json")
        let count = try await fixture.committee.entries().count
        await #expect(throws: (any Error).self) { try await fixture.committee.record(other) }
        #expect(try await fixture.committee.entries().count == count)
    }

    @Test("A library lists its committees, sorted by identifier")
    func committees() async throws {
        let fixture = try await fixture()
        try await fixture.library.store.createCommittee("another", name: "Another")
        let all = try await fixture.library.committees()
        #expect(all.map(\.id) == ["another", "small"])
        #expect(all.map(\.name) == ["Another", "Small Committee"])
    }

    @Test("The late actions of a plan are those of the figure", arguments: [0, 400, 4_000])
    func lateActions(_ days: Int) async throws {
        let fixture = try await fixture()
        let plan = try #require(try await fixture.plan())
        let day = CivilDate(2024, 3, 1) + days
        #expect(plan.lateActions(on: day).map(\.id) == PlanFigures(of: plan, on: day).late)
    }

    @Test(
        "A committee's reminders are those of its edition",
        arguments: [Audience.public, .committee]
    )
    func reminders(_ audience: Audience) async throws {
        let fixture = try await fixture()
        let day = CivilDate(2024, 9, 1)
        let edition = try await fixture.committee.edition(asOf: day, audience: audience)
        let expected = await fixture.library.reminders(for: edition, on: day)
        let found = try await fixture.committee.reminders(on: day, audience: audience)
        #expect(found.reminders == expected.reminders)
    }

    @Test("Another system's name is recorded in one call, and then used")
    func externalIDs() async throws {
        let fixture = try await fixture()
        let action = SubjectReference.action("2.1", of: plan)
        try await fixture.committee.setExternalID("mosaic", "A-31", of: action, by: "mosaic")
        #expect(try await fixture.committee.subject(of: .external("mosaic", "A-31")) == action)
        let clash = await #expect(throws: JournalError.self) {
            try await fixture.committee.setExternalID(
                "mosaic",
                "A-31",
                of: .action("1.1", of: plan),
                by: "mosaic"
            )
        }
        #expect(clash?.code == .duplicate)
    }
}

@Suite("Assessing by identifier or label")
struct AssessingTests {
    private func committee() async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        var journal = try RiskJournal()
        journal.add("R1")
        try await store.append(journal.drafts, to: "c")
        return try await CommitteeLibrary(store: store, today: { CivilDate(2026, 1, 5) })
            .committee("c")
    }

    @Test("A level is taken by its identifier or its label, in capitals or not")
    func levels() async throws {
        let committee = try await committee()
        let edition = try await committee.edition(audience: .restricted)
        let scale = try #require(try edition.risk("R1").register.currentScale)
        let (likelihood, impact) = (scale.likelihoods[3], scale.impacts[2])
        for (first, second) in [
            (likelihood.id, impact.id), (likelihood.label, impact.label),
            (likelihood.label.uppercased(), impact.label.lowercased()),
        ] {
            try await committee.assess("R1", likelihood: first, impact: second, by: "officer")
            let risk = try await committee.edition(audience: .restricted).risk("R1").risk
            #expect(risk.current.levels?.likelihood == likelihood.id)
            #expect(risk.current.levels?.impact == impact.id)
            #expect(risk.current.levels?.scale == scale.reference)
        }
    }

    @Test("A level that the scale has not is refused, and those that it has are named")
    func unknown() async throws {
        let committee = try await committee()
        let error = await #expect(throws: RiskError.self) {
            try await committee.assess("R1", likelihood: "Perhaps", impact: "3", by: "officer")
        }
        #expect(error?.message.contains("likelihood \"Perhaps\". It has: 1 (") == true)
    }
}
