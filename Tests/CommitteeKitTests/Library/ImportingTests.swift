// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Importing editions of a plan")
struct ImportingTests {
    @Test("An imported plan is the plan that was read")
    func importedPlanIsThePlanRead() async throws {
        let fixture = try await LibraryFixture()
        let read = try await fixture.importing(SmallPlan.text, digest: "a").reading.plan
        let plan = try #require(try await fixture.plan())
        #expect(plan.items.map(\.id) == read.items.map(\.id))
        #expect(plan.items.map(\.text) == read.items.map(\.text))
        #expect(plan.items.map(\.completion) == read.items.map(\.completion))
        #expect(plan.texts == read.texts)
        #expect(plan.statedChecks == read.statedChecks)
    }

    @Test("The same document again records nothing")
    func sameDocumentRecordsNothing() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        let count = try await fixture.committee.entries().count
        let again = try await fixture.importing(SmallPlan.text, digest: "a")
        #expect(again.isRepeat)
        #expect(try await fixture.committee.entries().count == count)
    }

    @Test("A layout that was corrected reads the same document anew")
    func correctedLayoutReadsAnew() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text.replacing("Agree one form", with: "Agree a form"), digest: "a")
        // What the layout did not see before, it sees now: the bytes have the same digest.
        let again = try await fixture.importing(SmallPlan.text, digest: "a")
        #expect(!again.isRepeat)
        #expect(!again.drafts.isEmpty)
        let third = try await fixture.importing(SmallPlan.text, digest: "a")
        #expect(third.isRepeat)
        #expect(third.drafts.isEmpty)
        #expect(
            try await fixture.committee.entries().compactMap(\.idempotencyKey).last?
                .hasSuffix("/a/2") == true
        )
    }

    @Test("Other bytes that say the same record nothing")
    func sameWordsRecordNothing() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        let again = try await fixture.importing(SmallPlan.text + "\n\n", digest: "b")
        #expect(again.drafts.isEmpty)
    }

    @Test("Before its report the plan is the draft that it then was")
    func earlierDatesShowTheDraft() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        let plan = try #require(try await fixture.plan(asOf: CivilDate(2024, 2, 1)))
        #expect(plan.state == .draft)
        #expect(plan.actions.count == 3)
        #expect(plan.actions.allSatisfy { $0.status == nil && $0.progress.isEmpty })
        let approved = try #require(try await fixture.plan(asOf: CivilDate(2024, 3, 5)))
        #expect(approved.state == .published)
        let hidden = try await fixture.committee.edition(
            asOf: CivilDate(2024, 2, 1),
            audience: .public
        )
        #expect(hidden.plans.isEmpty)
        #expect(hidden.omissions == [Omission(what: "draft plans", one: "draft plan", count: 1)])
    }

    @Test("What is known as completed by a later day is not called late before it")
    func boundCompletionIsNotLate() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        let day = CivilDate(2024, 6, 15)
        let plan = try #require(try await fixture.plan(asOf: day))
        #expect(plan.item("1.2")?.completion == .notKnown(completedBy: CivilDate(2024, 6, 30)))
        #expect(plan.actions.filter { $0.isLate(on: day) }.map(\.id) == ["2.1"])
    }

    static let later = SmallPlan.text
        .replacing("30 June 2024", with: "31 December 2024")
        .replacing("By 31 March 2025", with: "By 30 June 2025")
        .replacing("Drafted; GOES ON.", with: "Agreed by all. DONE.")
        .replacing("Keep the website right", with: "Keep the website right and new")

    @Test("A later edition records only the differences")
    func laterEditionRecordsDifferences() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        let second = try await fixture.importing(Self.later, digest: "b")
        let kinds = second.drafts.map { "\($0.subject.id) \($0.kind)" }
        #expect(
            kinds == [
                "plan-2024-2026 plan.stated-facts-set", "plan-2024-2026 plan.check-stated",
                "plan-2024-2026#1.1 action.timescale-set",
                "plan-2024-2026#1.1 action.progress-reported",
                "plan-2024-2026#1.1 action.completed",
                "plan-2024-2026#maintenance/1 action.text-set", "committee document.imported",
            ]
        )
        let plan = try #require(try await fixture.plan(asOf: CivilDate(2024, 12, 31)))
        #expect(
            plan.item("1.1")?.timescaleHistory.map(\.timescale.words) == [
                "By 31 March 2025", "By 30 June 2025",
            ]
        )
        #expect(plan.item("1.1")?.isCompleted == true)
    }

    @Test("An earlier edition that comes after a later one is refused, and says what to do")
    func earlierEditionAfterwards() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(Self.later, digest: "b")
        let before = try await fixture.committee.entries().count
        let error = await #expect(throws: LibraryError.self) {
            try await fixture.importing(SmallPlan.text, digest: "a")
        }
        #expect(
            error?.message
                == "“plan.txt” speaks of 30 June 2024, and a document of 31 December 2024 has been imported for "
                + "the plan “plan-2024-2026” already. What the earlier one says would take the place of what "
                + "the later one says. Import editions in the order of their dates, into a new store if need be."
        )
        #expect(try await fixture.committee.entries().count == before)
    }

    @Test("What people changed in between stays, and a clash is a finding")
    func clashesAreFindings() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        let revised = TimescaleReader().read("By 31 May 2025")
        try await fixture.committee.record(
            .timescale(revised, of: .action("1.1", of: "plan-2024-2026")),
            effective: CivilDate(2024, 8, 1),
            by: "officer",
            reason: "Two schools joined."
        )
        let second = try await fixture.importing(Self.later, digest: "b")
        #expect(
            second.findings.contains {
                $0.kind == "clash"
                    && $0.message
                        == "The new edition and somebody since the last one both changed the "
                        + "timescale of 1.1; what people recorded was kept."
            }
        )
        let plan = try await fixture.plan(asOf: CivilDate(2024, 12, 31))
        #expect(plan?.item("1.1")?.timescale.words == "By 31 May 2025")
    }

    @Test("An action that a later edition leaves out is a finding and stays")
    func missingActionsAreFindings() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        let lines = SmallPlan.text.split(separator: "\n", omittingEmptySubsequences: false)
        let shorter = lines.filter { !$0.contains("1.2:") }.joined(separator: "\n")
        let second = try await fixture.importing(shorter, digest: "b")
        #expect(
            second.findings.filter { $0.kind == "item-gone" }.map(\.message) == [
                "1.2 stood in the edition before and does not stand in this one. Nothing was recorded; say "
                    + "how it left: withdrawn, suspended, transferred or carried over."
            ]
        )
        #expect(try await fixture.plan()?.item("1.2") != nil)
    }

    @Test("The next plan names the plan before it and the actions that it carries on")
    func nextPlanLinksPredecessors() async throws {
        let fixture = try await LibraryFixture(today: CivilDate(2027, 2, 1))
        try await fixture.importing(SmallPlan.text, digest: "a")
        let next = SmallPlan.text
            .replacing("2024 – 2026", with: "2027 – 2029")
            .replacing("Approved: 5 March 2024", with: "Approved: 5 March 2027")
            .replacing("June 2024", with: "June 2027")
            .replacing("1.1: Agree one form", with: "1.1: Agree one form for all services")
            .replacing("1.2: Tell every school", with: "1.2: Visit nurseries")
        try await fixture.importing(next, digest: "b")
        let plans = try await fixture.committee.edition(
            asOf: CivilDate(2027, 7, 1),
            audience: .committee
        ).plans
        #expect(plans.map(\.id) == ["plan-2024-2026", "plan-2027-2029"])
        let plan = try #require(plans.last)
        #expect(plan.predecessors == ["plan-2024-2026"])
        #expect(plan.item("1.1")?.predecessors == ["plan-2024-2026#1.1"])
        #expect(plan.item("1.2")?.predecessors == [])
    }

    @Test("An unknown layout names the closest one")
    func unknownLayoutNamesTheClosest() async throws {
        let fixture = try await LibraryFixture()
        let source = try SourceDocument(text: SmallPlan.text, name: "plan.txt", as: .tabText)
        let error = await #expect(throws: LibraryError.self) {
            try await fixture.committee.preparingImport(
                of: source,
                digest: "a",
                layout: "small/plam",
                by: "tester"
            )
        }
        #expect(error?.message == "There is no layout “small/plam”. Did you mean “small/plan”?")
    }

    @Test("Preparing refuses what the store would refuse")
    func refusedWhenPrepared() async throws {
        let fixture = try await LibraryFixture()
        let source = try SourceDocument(text: SmallPlan.text, name: "plan.txt", as: .tabText)
        let error = await #expect(throws: JournalError.self) {
            try await fixture.committee.preparingImport(
                of: source,
                digest: "a",
                layout: "small/plan",
                by: ""
            )
        }
        #expect(error?.message == "The author (`by`) is empty. Give it a name.")
    }
}
