// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("An entry of an earlier day does not slip beneath what the workflow decided since")
struct BackdatedRiskTests {
    private static let day = CivilDate(2026, 10, 1)

    /// The chair accepts low risks and the chief officers high ones; a rise is reviewed.
    private static func workflow() throws -> BuiltRiskWorkflow {
        try RiskWorkflowBuilder("northshire/heights")
            .state("reviewed", "under review", like: .active)
            .branch(
                "rises",
                of: "assess",
                from: .active,
                to: "reviewed",
                because: "the score rose"
            ) { request, riskCase in
                let judged = request.fact?.value(as: RiskFact.Judgement.self)?.assessment.levels
                let before = riskCase.risk?.assessment(.current).levels?.impact ?? "9"
                return (judged?.impact ?? "") > before
            }
            .guarding("height", ["accept"]) { request, riskCase in
                let said = request.fact?.value(as: RiskFact.Acceptance.self)
                let impact = riskCase.risk?.assessment(.current).levels?.impact ?? ""
                return said?.by == "chief-officers" || impact < "4" || request.isQuestion
                    ? nil : "The impact is \(impact). Ask the chief officers."
            }
            .built()
    }

    /// A risk that was assessed on the first day, and accepted by the chair on the sixth.
    private func committee() async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        let library = CommitteeLibrary(
            store: store,
            riskWorkflows: [try Self.workflow()],
            today: { Self.day + 20 }
        )
        let committee = try await library.committee("c")
        try await committee.append(try RiskJournal().drafts)
        for (fact, day) in [
            (RiskFact.proposed(.sample("R1", "committee")), 0), (.approved(by: "board"), 0),
            (.assessed(.current, .levels("2", "2")), 0),
            (.accepted(by: "chair", until: nil, conditions: ""), 5),
        ] {
            try await committee.perform(
                RiskRequest("R1", fact, by: "officer"),
                effective: Self.day + day
            )
        }
        return committee
    }

    private static let rise = RiskFact.assessed(.current, .levels("2", "5"))

    private func record(_ fact: RiskFact, on day: Int, _ way: String, in committee: Committee)
        async throws
    {
        if way == "perform" {
            try await committee.perform(
                RiskRequest("R1", fact, by: "officer"),
                effective: Self.day + day
            )
        } else {
            try await committee.append([
                Change(.risk("R1"), .risk(fact)).draft(effective: Self.day + day, by: "officer")
            ])
        }
    }

    @Test(
        "What would have made a later decision impossible is refused",
        arguments: ["perform", "append"]
    )
    func refused(way: String) async throws {
        let committee = try await committee()
        let before = try await committee.entries()
        let accepted = try #require(before.last { $0.kind == "risk.accepted" })
        let error = await #expect(throws: LibraryError.self) {
            try await record(Self.rise, on: 2, way, in: committee)
        }
        #expect(
            error?.message
                == "It is said of 3 October 2026, and entry \(accepted.sequence) (risk.accepted) of 6 October 2026 "
                + "came after it, which would be refused then: The impact is 5. Ask the chief officers. Take back "
                + "what came after first, the last before the others, or record it of a later day."
        )
        #expect(try await committee.entries() == before)
    }

    @Test("A later day takes it", arguments: ["perform", "append"])
    func later(way: String) async throws {
        let committee = try await committee()
        try await record(.reviewed(outcome: "Seen", next: nil), on: 2, way, in: committee)
        try await record(Self.rise, on: 7, way, in: committee)
    }

    @Test("Somebody may record it all the same, and every report says so")
    func overridden() async throws {
        let committee = try await committee()
        try await committee.perform(
            RiskRequest("R1", Self.rise, by: "officer"),
            effective: Self.day + 2,
            overriding: "The minute of the third says so."
        )
        let found = try await committee.edition(audience: .restricted).risk("R1")
        #expect(found.risk.overrides.map(\.event) == ["assess"])
    }

    @Test("An event that would have led elsewhere stands in the way")
    func branches() async throws {
        let committee = try await committee()
        try await record(.assessed(.current, .levels("2", "3")), on: 8, "perform", in: committee)
        let entries = try await committee.entries()
        let rise = try #require(entries.last { $0.kind == "risk.assessed" })
        let error = await #expect(throws: LibraryError.self) {
            try await record(.assessed(.current, .levels("2", "3")), on: 7, "append", in: committee)
        }
        #expect(
            error?.message.hasPrefix(
                "It is said of 8 October 2026, and entry \(rise.sequence) (risk.assessed) of 9 October 2026 came "
                    + "after it, which would"
            ) == true
        )
    }

    @Test("A day when the register followed another workflow takes nothing more")
    func beforeTheMigration() async throws {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        let library = CommitteeLibrary(
            store: store,
            riskWorkflows: [try Self.workflow()],
            today: { Self.day + 20 }
        )
        let committee = try await library.committee("c")
        try await committee.append(try RiskJournal().drafts)
        let standard = RiskWorkflowReference("standard")
        try await committee.append([
            Change(.register("committee"), .workflowSet(standard))
                .draft(effective: Self.day, by: "officer")
        ])
        for fact in [RiskFact.proposed(.sample("R1", "committee")), .approved(by: "board")] {
            try await committee.perform(
                RiskRequest("R1", fact, by: "officer"),
                effective: Self.day
            )
        }
        try await committee.migrateWorkflow(
            of: "committee",
            to: try Self.workflow(),
            on: Self.day + 10,
            by: "officer",
            reason: "It was adopted."
        )
        for way in ["perform", "append"] {
            let error = await #expect(throws: LibraryError.self) {
                try await record(Self.rise, on: 5, way, in: committee)
            }
            #expect(
                error?.message
                    == "It is said of 6 October 2026, when the register “committee” followed the workflow “standard, "
                    + "version 1”. It follows “northshire/heights, version 1” now, and what is recorded now obeys "
                    + "that. Give a day since then."
            )
        }
        try await record(Self.rise, on: 10, "append", in: committee)
        try await committee.perform(
            RiskRequest("R1", Self.rise, by: "officer"),
            effective: Self.day + 5,
            overriding: "The minute of the sixth says so."
        )
    }

    @Test("Settings of an earlier day do not make impossible what was decided since")
    func settings() async throws {
        let workflow = try RiskWorkflowBuilder("northshire/appetites")
            .guarding("appetite", ["accept"]) { _, riskCase in
                riskCase.register?.appetite == .band("low")
                    ? "The appetite is low. Ask the chief officers." : nil
            }
            .built()
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        let library = CommitteeLibrary(
            store: store,
            riskWorkflows: [workflow],
            today: { Self.day + 20 }
        )
        let committee = try await library.committee("c")
        try await committee.append(try RiskJournal().drafts)
        for (fact, day) in [
            (RiskFact.proposed(.sample("R1", "committee")), 0), (.approved(by: "board"), 0),
            (.assessed(.current, .levels("2", "2")), 0),
            (.accepted(by: "chair", until: nil, conditions: ""), 5),
        ] {
            try await committee.perform(
                RiskRequest("R1", fact, by: "officer"),
                effective: Self.day + day
            )
        }
        var register = try #require(
            try await committee.edition(audience: .restricted).riskRegisters.first
        )
        register.risks = []
        register.appetite = .band("low")
        let set = Change(.register("committee"), .registerSet(register.json))
        let before = try await committee.entries()
        let error = await #expect(throws: LibraryError.self) {
            try await committee.append([set.draft(effective: Self.day + 2, by: "officer")])
        }
        #expect(
            error?.message.contains(
                "(risk.accepted) of 6 October 2026 came after it, which would be refused then: The appetite is low."
            ) == true
        )
        #expect(try await committee.entries() == before)
        try await committee.append([set.draft(effective: Self.day + 6, by: "officer")])
    }

    @Test("A migration is of no day before what the workflow before it decided")
    func migrationOfAnEarlierDay() async throws {
        let committee = try await committee()
        let next = try RiskWorkflowBuilder("northshire/heights", version: 2)
            .state("reviewed", "under review", like: .active)
            .built()
        let error = await #expect(throws: LibraryError.self) {
            try await committee.workflowMigration(of: "committee", to: next, on: Self.day + 3)
        }
        #expect(
            error?.message
                == "The register “committee” is to go to another workflow on 4 October 2026, and something happened to "
                + "its risk “R1” on 6 October 2026, by the workflow that it followed. Migrate it on that day or later."
        )
        _ = try await committee.workflowMigration(of: "committee", to: next, on: Self.day + 5)
    }

    @Test("What a workflow made of an event is taken back with it")
    func takenBackWhole() async throws {
        let committee = try await committee()
        try await record(Self.rise, on: 7, "perform", in: committee)
        let entries = try await committee.entries()
        #expect(
            try await committee.edition(audience: .restricted).risk("R1").risk.standing
                == "reviewed"
        )
        let rise = try #require(entries.last { $0.kind == "risk.assessed" })
        try await committee.append([
            .voiding(rise, effective: rise.effective, by: "officer", reason: "A slip.")
        ])
        let added = try await committee.entries().dropFirst(entries.count)
        #expect(added.map(\.kind) == [.voided, .voided])
        let found = try await committee.edition(audience: .restricted).risk("R1")
        #expect(found.risk.standing == .active)
    }
}
