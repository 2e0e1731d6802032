// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("A register pins what its workflow says, not its name and number alone")
struct PinnedSayingTests {
    private static let day = CivilDate(2026, 10, 1)

    private static func workflow(
        watchFor days: Int = 30,
        guarding events: Set<RiskEventName> = ["accept"]
    ) throws -> BuiltRiskWorkflow {
        try RiskWorkflowBuilder("northshire/watch")
            .state("watched", "under watch", like: .active, limit: Period(days, .days))
            .branch(
                "accepted",
                of: "accept",
                from: .active,
                to: "watched",
                because: "it is watched"
            ) {
                _,
                _ in true
            }
            .step(
                "end-watch",
                from: "watched",
                to: .active,
                as: RiskOwnKind("northshire.watch-ended", fields: []) { _ in "The watch is over." }
            )
            .guarding("always", events) { _, _ in nil }
            .built()
    }

    private func committee(
        _ workflow: any RiskWorkflow,
        in store: InMemoryJournal
    ) async throws -> Committee {
        let library = CommitteeLibrary(
            store: store,
            riskWorkflows: [workflow],
            today: { Self.day }
        )
        return try await library.committee("c")
    }

    /// A store with a risk that went through the workflow, and so a register that pinned it.
    private func store() async throws -> InMemoryJournal {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        let plain = CommitteeLibrary(store: store, today: { Self.day })
        try await plain.committee("c").append(try RiskJournal().drafts)
        let committee = try await committee(try Self.workflow(), in: store)
        for fact in [RiskFact.proposed(.sample("R1", "committee")), .approved(by: "board")] {
            try await committee.perform(RiskRequest("R1", fact, by: "officer"))
        }
        return store
    }

    private static func refusal(_ difference: String) -> String {
        "The register “committee” follows the workflow “northshire/watch, version 1”, and what calls itself so "
            + "now says something else: \(difference). Give it a greater version and migrate the register to "
            + "it, which says what becomes of each risk, or bring back what version 1 said."
    }

    @Test("The workflow as it was goes on")
    func unchanged() async throws {
        let committee = try await committee(try Self.workflow(), in: try await store())
        try await committee.perform(
            RiskRequest("R1", .assessed(.current, .levels("2", "2")), by: "officer")
        )
    }

    @Test(
        "The same version with other words records nothing, and says what changed",
        arguments: ["perform", "given", "record", "options"]
    )
    func changed(way: String) async throws {
        let store = try await store()
        let other = try Self.workflow(watchFor: 90)
        let committee = try await committee(other, in: store)
        let before = try await committee.entries().count
        let fact = RiskFact.assessed(.current, .levels("2", "2"))
        let error = await #expect(throws: LibraryError.self) {
            switch way {
            case "perform": try await committee.perform(RiskRequest("R1", fact, by: "officer"))
            case "given":
                try await committee.perform(
                    RiskRequest("R1", fact, by: "officer"),
                    workflow: other
                )
            case "record":
                try await committee.record(
                    ChangeRequest(.subject(.risk("R1")), [.risk(fact)]),
                    by: "officer"
                )
            default: _ = try await committee.riskOptions(for: "R1", by: "officer")
            }
        }
        #expect(
            error?.message
                == Self.refusal(
                    "“state watched, like active, for 90 days at most” is new, “state watched, like active, for "
                        + "30 days at most” is gone"
                )
        )
        #expect(try await committee.entries().count == before)
    }

    @Test("A guard of other events is another workflow")
    func otherGuard() async throws {
        let committee = try await committee(
            try Self.workflow(guarding: ["accept", "close"]),
            in: try await store()
        )
        let error = await #expect(throws: LibraryError.self) {
            try await committee.perform(RiskRequest("R1", .closed(outcome: ""), by: "officer"))
        }
        #expect(
            error?.message
                == Self.refusal(
                    "“guard always: accept, close” is new, “guard always: accept” is gone"
                )
        )
    }

    @Test(
        "A register that is set with a workflow pins what the library's says",
        arguments: [true, false]
    )
    func setWithAWorkflow(whole: Bool) async throws {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        let committee = try await committee(try Self.workflow(), in: store)
        var register = RiskRegister(
            id: "team",
            name: "Risks of the team",
            scales: [try ScalePack.five.scale()]
        )
        let reference = RiskWorkflowReference("northshire/watch")
        if whole { register.workflow = reference }
        try await committee.append([
            Change(.register("team"), .registerSet(register.json))
                .draft(effective: Self.day, by: "officer")
        ])
        if !whole {
            try await committee.append([
                Change(.register("team"), .workflowSet(reference))
                    .draft(effective: Self.day, by: "officer")
            ])
        }
        let found = try await committee.edition(audience: .restricted).riskRegister("team")
        #expect(found.workflow == reference)
        #expect(found.workflowSays == (try Self.workflow().says))
    }

    @Test("How many must agree, and what an entry of one's own holds, are pinned too")
    func details() throws {
        func says(_ quorum: Int, _ fields: [RiskOwnKind.Field]) throws -> [String] {
            try RiskWorkflowBuilder("northshire/agreed")
                .approvals(
                    "agree",
                    before: "approve",
                    in: .proposed,
                    by: ["police", "health"],
                    atLeast: quorum,
                    as: RiskOwnKind("northshire.agreed", fields: fields) { _ in "Agreed." }
                )
                .built().says
        }
        let whole = try says(2, [.required("on", .date)])
        #expect(whole.contains("approve in proposed waits for agree by 2 of health, police"))
        #expect(
            whole.contains("northshire.agreed holds on (a day, such as 2026-12-31, needed)")
        )
        #expect(try says(1, [.required("on", .date)]) != whole)
        #expect(try says(2, [.optional("on", .date)]) != whole)
        // What the standard workflow says itself is the library's.
        #expect(!whole.contains { $0.hasPrefix("close: ") })
        #expect(StandardRiskWorkflow().says == [])
    }

    @Test("What was pinned is neither taken back nor said otherwise")
    func pinStays() async throws {
        let store = try await store()
        let committee = try await committee(try Self.workflow(), in: store)
        let pin = try #require(
            try await committee.entries().last { $0.kind == "risk-register.workflow-set" }
        )
        let reference = RiskWorkflowReference("northshire/watch")
        for draft in [
            EntryDraft.voiding(pin, effective: pin.effective, by: "officer", reason: "A slip."),
            Change(.register("committee"), .workflowSet(reference, says: ["state active"]))
                .draft(effective: Self.day, by: "officer"),
        ] {
            let before = try await committee.entries()
            await #expect(throws: LibraryError.self) { try await committee.append([draft]) }
            #expect(try await committee.entries() == before)
        }
    }

    @Test(
        "An assessment by another scale than the register's is refused, so that no jump is missed"
    )
    func otherScale() async throws {
        let store = try await store()
        let committee = try await committee(try Self.workflow(), in: store)
        var levels = RiskAssessment.Levels(
            scale: RiskScale.Reference(scaleID: "five-by-five", version: 2),
            likelihood: "5",
            impact: "5"
        )
        levels.override = nil
        let fact = RiskFact.assessed(.current, .assessed(levels))
        let expected =
            "It is assessed by scale \(levels.scale), and the register “committee” scores by scale "
        let performed = await #expect(throws: LibraryError.self) {
            try await committee.perform(RiskRequest("R1", fact, by: "officer"))
        }
        #expect(performed?.message.hasPrefix(expected) == true)
        let appended = await #expect(throws: LibraryError.self) {
            try await committee.append([
                Change(.risk("R1"), .risk(fact)).draft(effective: Self.day, by: "officer")
            ])
        }
        #expect(appended?.message.hasPrefix(expected) == true)
    }

    @Test("No kind of a workflow's own begins as one of the library's rooms does")
    func prefixes() {
        let known = Rooms.standard.declaredKinds.map {
            String($0.kind.rawValue.prefix { $0 != "." })
        }
        #expect(Set(known).subtracting(EntryKind.reserved) == [])
    }
}
