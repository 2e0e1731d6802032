// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("The library as a host links it")
struct LibraryTests {
    let plan = "plan-2024-2026"

    @Test("Another system's report is recorded once, however often it retries")
    func retriesRecordOnce() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        try await fixture.committee.append([
            .settingExternalID(
                ExternalReference(source: "mosaic", id: "A-31"),
                of: .action("1.1", of: plan),
                effective: CivilDate(2024, 7, 1),
                by: "officer"
            )
        ])
        for _ in 0..<3 {
            try await fixture.committee.record(
                .progress("Two schools use it.", status: "A", on: .external("mosaic", "A-31")),
                effective: CivilDate(2024, 8, 31),
                by: "mosaic",
                idempotencyKey: "A-31/2024-08-31"
            )
        }
        let action = try #require(try await fixture.plan()?.item("1.1"))
        #expect(action.progress.map(\.text.singleLine) == ["Drafted;", "Two schools use it."])
        #expect(action.status?.printed == "A")
    }

    @Test("An identifier of another system that nobody has recorded is refused")
    func unknownExternalIdentifiersAreRefused() async throws {
        let fixture = try await LibraryFixture()
        let error = await #expect(throws: LibraryError.self) {
            try await fixture.committee.record(
                .completed(.external("mosaic", "A-99")),
                by: "mosaic"
            )
        }
        #expect(
            error?.message
                == "No action has the identifier “A-99” of “mosaic”. Record which action it is first."
        )
    }

    @Test("A change that cannot be is refused with the closest name, and nothing is recorded")
    func impossibleChangesAreRefused() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        let count = try await fixture.committee.entries().count
        let error = await #expect(throws: LibraryError.self) {
            try await fixture.committee.record(
                .completed(.action("1.11", of: plan)),
                effective: CivilDate(2024, 8, 1),
                by: "officer"
            )
        }
        #expect(
            error?.message
                == "The plan “plan-2024-2026” has no action “1.11” on 2024-08-01. Did you mean “1.1”?"
        )
        #expect(try await fixture.committee.entries().count == count)
    }

    @Test("What changed between two meetings is said in words")
    func changesAreSaidInWords() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        try await fixture.committee.record(
            .completed(.action("2.1", of: plan)),
            effective: CivilDate(2024, 8, 1),
            by: "officer"
        )
        try await fixture.committee.record(
            .timescale(TimescaleReader().read("By 31 May 2025"), of: .action("1.1", of: plan)),
            effective: CivilDate(2024, 8, 2),
            by: "officer"
        )
        let changes = try await fixture.committee.changes(
            since: CivilDate(2024, 7, 1),
            until: CivilDate(2024, 9, 1),
            audience: .committee
        )
        #expect(
            changes.map(\.sentence) == [
                "The timescale of action 1.1 is now “By 31 May 2025”; before it was “By 31 March 2025”.",
                "Action 2.1 was completed on 1 August 2024.",
            ]
        )
    }

    @Test("A correction and a voiding count from then on, and the history keeps both")
    func correctionsCount() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        let wrong = try await fixture.committee.record(
            .completed(.action("2.1", of: plan)),
            effective: CivilDate(2024, 8, 1),
            by: "officer"
        )
        let before = try await fixture.committee.entries()
        let entry = try #require(wrong.entries.first)
        try await fixture.committee.append([
            .voiding(
                entry,
                effective: CivilDate(2024, 8, 3),
                by: "officer",
                reason: "Wrong action."
            )
        ])
        #expect(try await fixture.plan()?.item("2.1")?.isCompleted == false)
        let then = Record.folding(before).plan(plan)
        #expect(then?.item("2.1")?.isCompleted == true)
    }

    @Test("A report in the committee's own layout is read again to an equal plan")
    func ownLayoutRoundTrips() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        let edition = try await fixture.committee.edition(audience: .committee)
        let report = try await fixture.library.report("small/plan", of: edition)
        let other = try await LibraryFixture()
        let source = try SourceDocument(
            reading: try report.render(.markdown),
            name: "plan.md",
            as: .markdown
        )
        let prepared = try await other.committee.preparingImport(
            of: source,
            digest: "b",
            layout: "small/plan",
            by: "tester"
        )
        _ = try await other.committee.record(prepared, digest: "b")
        let copy = try await other.committee.edition(audience: .committee)
        #expect(copy.plans == edition.plans)
        #expect(prepared.findings == [])
    }

    @Test(
        "What was left out is counted in words",
        arguments: [
            (
                Omission(what: "reports of progress", one: "report of progress", count: 1),
                "1 report of progress"
            ),
            (Omission(what: "draft plans", one: "draft plan", count: 1), "1 draft plan"),
            (Omission(what: "risks", one: "risk", count: 1), "1 risk"),
            (Omission(what: "risks", one: "risk", count: 2), "2 risks"),
        ]
    )
    func omissionsAreCountedInWords(omission: Omission, words: String) {
        #expect(omission.words == words)
    }

    @Test("A report that does not exist names the closest one")
    func unknownReportsNameTheClosest() async throws {
        let fixture = try await LibraryFixture()
        let edition = try await fixture.committee.edition(audience: .committee)
        let error = await #expect(throws: LibraryError.self) {
            try await fixture.library.report("small/plans", of: edition)
        }
        #expect(
            error?.message
                == "There is no report or layout “small/plans”. Did you mean “small/plan”?"
        )
    }

    @Test(
        "A report is about what it can be about, and refuses anything else",
        arguments: [
            (
                [SubjectReference.register("main")],
                "“small/plan” is about one plan, but was asked about the risk register “main”. Ask "
                    + "about one plan, or leave the subject out."
            ),
            (
                [.plan("small-2026"), .risk("R1")],
                "“small/plan” is about one plan, but was asked about the risk “R1”. Ask about one "
                    + "plan, or leave the subject out."
            ),
            (
                [.plan("small-2026"), .plan("small-2029")],
                "“small/plan” is about one plan, but was asked about “small-2026” and “small-2029”. "
                    + "Ask for one report about each."
            ),
            ([.plan("small-2030")], "There is no plan “small-2030” on"),
        ]
    )
    func whatAReportCannotBeAboutIsRefused(
        subjects: [SubjectReference],
        message: String
    ) async throws {
        let fixture = try await LibraryFixture()
        let edition = try await fixture.committee.edition(audience: .committee)
        let request = ReportRequest(
            "small/plan",
            of: edition,
            about: subjects.first,
            also: Array(subjects.dropFirst())
        )
        let error = await #expect(throws: LibraryError.self) {
            try await fixture.library.report(request)
        }
        #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    }
}

@Suite("Approving and publishing")
struct PublishingTests {
    let plan = "plan-2024-2026"

    @Test("A chain of named bodies approves in its order")
    func chainApprovesInOrder() async throws {
        let fixture = try await LibraryFixture()
        let text = SmallPlan.text.replacing("Approved: 5 March 2024", with: "A draft.")
        try await fixture.importing(text, digest: "a")
        let day = CivilDate(2024, 8, 1)
        try await fixture.committee.record(
            ChangeRequest(.plan(plan), [.approvalChainSet(["Working Group", "Committee"])]),
            effective: day,
            by: "officer"
        )
        let error = await #expect(throws: LibraryError.self) {
            try await fixture.committee.record(
                .approved(plan, by: "Committee"),
                effective: day,
                by: "officer"
            )
        }
        #expect(
            error?.message
                == "“Committee” cannot approve the plan “plan-2024-2026” on 2024-08-01 before “Working "
                + "Group” has. Record that approval first."
        )
        try await fixture.committee.record(
            .approved(plan, by: "Working Group"),
            effective: day,
            by: "officer"
        )
        #expect(try await fixture.plan()?.state == .submitted)
        try await fixture.committee.record(
            .approved(plan, by: "Committee"),
            effective: day,
            by: "officer"
        )
        #expect(try await fixture.plan()?.state == .approved)
    }

    @Test("Publishing freezes the bytes, and a reissue is numbered")
    func publishingFreezesBytes() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        let edition = try await fixture.committee.edition(audience: .committee)
        let page = try await fixture.library.report("small/plan", of: edition).render(.html)
        for issue in 2...3 {
            let publication = try await fixture.committee.publish(
                page,
                mediaType: "text/html",
                of: plan,
                report: "small/plan",
                edition: edition,
                digest: .testing,
                by: "officer",
                reason: "A name was wrong."
            )
            #expect(publication.issue == issue)
            #expect(publication.hash == Hexadecimal.text(Digest.testing(page)))
        }
        try await fixture.committee.record(
            .completed(.action("2.1", of: plan)),
            effective: CivilDate(2024, 8, 1),
            by: "officer"
        )
        #expect(try await fixture.committee.publishedBytes(issue: 2, of: plan) == page)
        #expect(try await fixture.committee.publishedBytes(issue: 1, of: plan) == nil)
    }

    @Test("A draft is not published")
    func draftsAreNotPublished() async throws {
        let fixture = try await LibraryFixture()
        let text = SmallPlan.text.replacing("Approved: 5 March 2024", with: "A draft.")
        try await fixture.importing(text, digest: "a")
        let edition = try await fixture.committee.edition(audience: .committee)
        let error = await #expect(throws: LibraryError.self) {
            try await fixture.committee.publish(
                [],
                mediaType: "text/html",
                of: plan,
                report: "small/plan",
                edition: edition,
                digest: .testing,
                by: "officer"
            )
        }
        #expect(
            error?.message
                == "The plan “plan-2024-2026” is not approved on 2024-09-01, so it cannot be published. "
                + "Record its approval first."
        )
    }
}
