// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("A register keeps its workflow, whatever way something comes in")
struct PinnedWorkflowTests {
    private static let day = CivilDate(2026, 10, 1)

    /// Only the chief officers accept, and what they accept is under watch until somebody ends it.
    private static func workflow(version: Int = 1) throws -> BuiltRiskWorkflow {
        let watched: RiskState = version == 1 ? "watched" : "followed"
        let builder = RiskWorkflowBuilder("northshire/reviews", version: version)
            .state(watched, "under watch", like: .active, limit: Period(30, .days))
            .branch(
                "accepted",
                of: "accept",
                from: .active,
                to: watched,
                because: "the chief officers accepted it"
            ) { _, _ in true }
            .step(
                "end-watch",
                from: watched,
                to: .active,
                as: RiskOwnKind("northshire.watch-ended", fields: [.words("outcome")]) { _ in
                    "The watch is over."
                }
            )
            .guarding("chiefs", ["accept"]) { request, _ in
                let said = request.fact?.value(as: RiskFact.Acceptance.self)
                return said?.by == "chief-officers" || request.isQuestion
                    ? nil : "Only the chief officers accept risks. Ask them."
            }
        return try builder.built()
    }

    private static let refused = "Only the chief officers accept risks. Ask them."

    /// A committee with an active and assessed risk that was recorded before there was a workflow.
    private func committee(
        _ workflows: [any RiskWorkflow],
        in store: InMemoryJournal = InMemoryJournal(context: .testing())
    ) async throws -> Committee {
        try await store.createCommittee("c", name: "C")
        let plain = CommitteeLibrary(store: store, today: { Self.day })
        try await plain.committee("c").append(try RiskJournal().drafts)
        let before = try await plain.committee("c")
        for fact in [
            RiskFact.proposed(.sample("R1", "committee")), .approved(by: "board"),
            .assessed(.current, .levels("2", "2")),
        ] {
            try await before.perform(RiskRequest("R1", fact, by: "officer"))
        }
        let library = CommitteeLibrary(
            store: store,
            riskWorkflows: workflows,
            today: { Self.day }
        )
        return try await library.committee("c")
    }

    private static func acceptance(_ by: String) -> RiskFact {
        .accepted(by: by, until: nil, conditions: "")
    }

    /// The ways by which an acceptance may come in.
    enum Way: CaseIterable {
        case perform, performStandard, record, append, file
    }

    private func accept(_ by: String, _ way: Way, in committee: Committee) async throws {
        let fact = Self.acceptance(by)
        let request = RiskRequest("R1", fact, by: "officer")
        switch way {
        case .perform: try await committee.perform(request)
        case .performStandard:
            try await committee.perform(request, workflow: StandardRiskWorkflow())
        case .record:
            try await committee.record(
                ChangeRequest(.subject(.risk("R1")), [.risk(fact)]),
                by: "officer"
            )
        case .append:
            try await committee.append([
                Change(.risk("R1"), .risk(fact)).draft(effective: Self.day, by: "officer")
            ])
        case .file:
            let text =
                #"{ "by": "officer", "effective": "2026-10-01", "changes": [ { "risk": "R1", "#
                + #""accept": { "by": "\#(by)" } } ] }"#
            let file = try ChangeFile(reading: Array(text.utf8), source: "changes.json")
            let entries = try await committee.entries()
            try await committee.append(
                try file.drafts(in: Record.folding(entries), entries: entries, subjects: [:])
            )
        }
    }

    @Test("What the workflow refuses is refused in every way", arguments: Way.allCases)
    func everyWayObeys(way: Way) async throws {
        let committee = try await committee([try Self.workflow()])
        let before = try await committee.entries().count
        let error = await #expect(throws: LibraryError.self) {
            try await accept("chair", way, in: committee)
        }
        let standard =
            "The risks of the register “committee” follow the workflow “northshire/reviews”, so "
            + "“standard” does not decide about them. Leave the workflow out."
        #expect(error?.message == (way == .performStandard ? standard : Self.refused))
        #expect(try await committee.entries().count == before)
    }

    @Test(
        "What passes is recorded with the pin and the state in every way",
        arguments: Way.allCases.filter { $0 != .performStandard }
    )
    func everyWayRecordsTheSame(way: Way) async throws {
        let committee = try await committee([try Self.workflow()])
        let before = try await committee.entries().count
        try await accept("chief-officers", way, in: committee)
        let added = try await committee.entries().dropFirst(before)
        #expect(
            added.map(\.kind) == [
                "risk-register.workflow-set", "risk.accepted", "risk.state-entered",
            ]
        )
        let found = try await committee.edition(audience: .restricted).risk("R1")
        #expect(found.register.workflow == RiskWorkflowReference("northshire/reviews"))
        #expect(found.risk.standing == "watched")
        #expect(found.risk.state == .active)
        #expect(found.risk.workflowState?.why == "the chief officers accepted it")
        #expect(found.risk.workflowState?.until == CivilDate(2026, 10, 31))
    }

    @Test(
        "The limit of a state is a deadline of which rules remind, until the risk leaves the state"
    )
    func limitsAreReminded() async throws {
        let committee = try await committee([try Self.workflow()])
        try await accept("chief-officers", .perform, in: committee)
        let rule = ReminderRule(
            id: "northshire/limits",
            each: .deadline,
            to: ["Lead Officer"],
            tiers: [ReminderTier(.beforeDue(.period(Period(1, .weeks))))],
            of: ["risk-state"]
        )
        let edition = try await committee.edition(
            asOf: CivilDate(2026, 10, 24),
            audience: .restricted
        )
        let found = ReminderSchedule(rules: [rule], calendar: .scotland)
            .outlook(for: edition, on: CivilDate(2026, 10, 24)).reminders
        #expect(
            found.map(\.message) == [
                "The next step of risk R1 (under watch) is due on 31 October 2026, in 7 days"
            ]
        )
        let early = try await committee.edition(
            asOf: CivilDate(2026, 10, 20),
            audience: .restricted
        )
        #expect(
            ReminderSchedule(rules: [rule], calendar: .scotland)
                .outlook(for: early, on: CivilDate(2026, 10, 20)).reminders == []
        )
    }

    @Test("A retry with the same key records nothing twice, the pin included")
    func retries() async throws {
        let committee = try await committee([try Self.workflow()])
        let draft = Change(.risk("R1"), .risk(Self.acceptance("chief-officers")))
            .draft(effective: Self.day, by: "officer")
        let first = try await committee.append([draft], idempotencyKey: "k")
        let again = try await committee.append([draft], idempotencyKey: "k")
        #expect(!first.wasReplay && again.wasReplay)
        #expect(first.entries == again.entries)
        #expect(first.entries.count == 3)
    }

    @Test("Without its workflow nothing is recorded of a register's risks")
    func withoutTheWorkflow() async throws {
        let store = InMemoryJournal(context: .testing())
        let full = try await committee([try Self.workflow()], in: store)
        try await accept("chief-officers", .perform, in: full)
        let bare = CommitteeLibrary(store: store, today: { Self.day })
        let error = await #expect(throws: LibraryError.self) {
            try await bare.committee("c").perform(
                RiskRequest("R1", .closed(outcome: ""), by: "officer")
            )
        }
        #expect(
            error?.message
                == "The register “committee” follows the workflow “northshire/reviews, version 1”, which "
                + "is not there, so what it refuses cannot be known. Give the library that workflow, or the "
                + "folder of the plugin that has it."
        )
    }

    @Test("Somebody may override a refusal, with a reason that every report says")
    func overriding() async throws {
        let committee = try await committee([try Self.workflow()])
        try await committee.perform(
            RiskRequest("R1", Self.acceptance("chair"), by: "cpc-chair"),
            overriding: "The chief officers agreed by telephone."
        )
        let edition = try await committee.edition(audience: .restricted)
        let found = try edition.risk("R1")
        let override = try #require(found.risk.overrides.first)
        #expect(override.by == "cpc-chair")
        #expect(override.refusal == Self.refused)
        #expect(
            found.register.findings(on: Self.day).filter { $0.kind == .workflowOverridden }
                .map(\.sentence) == [
                    "“accept” was recorded on 1 October 2026 by cpc-chair against the workflow "
                        + "“northshire/reviews”: The chief officers agreed by telephone."
                ]
        )
        let seen = try await committee.edition(audience: .public)
        let open = seen.riskRegisters.flatMap(\.risks).flatMap(\.overrides)
        #expect(open.allSatisfy { $0.reason.isEmpty && $0.by.isEmpty })
    }

    @Test("A workflow cannot be taken away by setting the register")
    func settingTheRegister() async throws {
        let committee = try await committee([try Self.workflow()])
        try await accept("chief-officers", .perform, in: committee)
        let error = await #expect(throws: LibraryError.self) {
            try await committee.append([
                Change(.register("committee"), .workflowSet(RiskWorkflowReference("standard")))
                    .draft(effective: Self.day, by: "officer")
            ])
        }
        #expect(
            error?.message
                == "The register “committee” follows the workflow “northshire/reviews, version 1”, and its "
                + "risks have states by it. Migrate it to “standard, version 1”, which says what becomes of "
                + "each."
        )
        var register = try await committee.edition(audience: .restricted)
            .riskRegister("committee")
        register.risks = []
        register.workflow = nil
        try await committee.append([
            Change(.register("committee"), .registerSet(register.json))
                .draft(effective: Self.day, by: "officer")
        ])
        let kept = try await committee.edition(audience: .restricted).riskRegister("committee")
        #expect(kept.workflow?.name == "northshire/reviews")
    }

    // MARK: Versions

    @Test("A new version is refused until each risk has a state in it")
    func versions() async throws {
        let store = InMemoryJournal(context: .testing())
        let old = try await committee([try Self.workflow()], in: store)
        try await accept("chief-officers", .perform, in: old)
        let next = try Self.workflow(version: 2)
        let library = CommitteeLibrary(
            store: store,
            riskWorkflows: [next],
            today: { Self.day }
        )
        let committee = try await library.committee("c")
        let close = RiskRequest("R1", .closed(outcome: ""), by: "officer")
        let error = await #expect(throws: LibraryError.self) { try await committee.perform(close) }
        #expect(
            error?.message
                == "The register “committee” follows the workflow “northshire/reviews, version 1”, and what "
                + "is there is version 2. Migrate the register to it, which says what becomes of each risk, "
                + "or bring back version 1."
        )
        let trial = try await committee.workflowMigration(of: "committee", to: next)
        #expect(!trial.isComplete)
        #expect(
            trial.rows.map(\.problem) == [
                "“northshire/reviews, version 2” has no state “watched”. Say which it becomes: "
                    + "watched=NEW, one of active, followed."
            ]
        )
        let wrong = try await committee.workflowMigration(
            of: "committee",
            to: next,
            states: ["watched": .proposed]
        )
        #expect(
            wrong.rows.map(\.problem) == [
                "The risk is active in the record, so it cannot become “proposed”. Say another state: "
                    + "watched=NEW, one of active, followed."
            ]
        )
        await #expect(throws: LibraryError.self) {
            try await committee.migrateWorkflow(
                of: "committee",
                to: next,
                by: "officer",
                reason: "Version 2 was adopted."
            )
        }
        let done = try await committee.migrateWorkflow(
            of: "committee",
            to: next,
            states: ["watched": "followed"],
            by: "officer",
            reason: "Version 2 was adopted."
        )
        #expect(done.rows.map(\.after) == ["followed"])
        let found = try await committee.edition(audience: .restricted).risk("R1")
        #expect(found.risk.standing == "followed")
        #expect(found.register.workflow?.version == 2)
        try await committee.perform(close)
    }

    @Test("Every event is allowed or refused with its reason")
    func options() async throws {
        let committee = try await committee([try Self.workflow()])
        let options = try await committee.riskOptions(for: "R1", by: "officer")
        #expect(options.first { $0.event == "accept" }?.isAllowed == true)
        #expect(
            options.first { $0.event == "end-watch" }?.refusal?.reason.hasPrefix(
                "The risk “R1” is active, so it cannot be taken through “end-watch”. What can be: "
            ) == true
        )
        #expect(options.allSatisfy { $0.isAllowed || !($0.refusal?.reason.isEmpty ?? true) })
    }

    @Test("Cards and histories say the state and the words of own entries")
    func words() async throws {
        let committee = try await committee([try Self.workflow()])
        try await accept("chief-officers", .perform, in: committee)
        func card() async throws -> String {
            let edition = try await committee.edition(audience: .restricted)
            let document = try RiskReport.named("risk-cards").document(
                RiskReport.Request(edition, register: "committee")
            )
            var page: [UInt8] = []
            PlainTextRenderer(width: 400).render(document, into: &page)
            return String(decoding: page, as: UTF8.self)
        }
        let during = try await card()
        #expect(
            during.contains(
                "Under watch (the chief officers accepted it), until 31 October 2026 at the latest"
            )
        )
        try await committee.perform(RiskRequest("R1", event: "end-watch", by: "officer"))
        let after = try await card()
        #expect(after.contains("taken through “watch-ended”: The watch is over"))
    }

    // MARK: Corrections

    /// A committee in which the chief officers accepted the risk, and the watch was ended.
    private func watched() async throws -> (committee: Committee, accepted: Entry, entered: Entry) {
        let committee = try await committee([try Self.workflow()])
        try await accept("chief-officers", .perform, in: committee)
        try await committee.perform(RiskRequest("R1", event: "end-watch", by: "officer"))
        let entries = try await committee.entries()
        return (
            committee, try #require(entries.first { $0.kind == "risk.accepted" }),
            try #require(entries.first { $0.kind == "risk.state-entered" })
        )
    }

    private func refusal(
        _ draft: EntryDraft,
        _ more: EntryDraft...,
        in committee: Committee
    ) async throws -> String? {
        let before = try await committee.entries().count
        do {
            try await committee.append([draft] + more)
            return nil
        } catch let error as LibraryError {
            #expect(try await committee.entries().count == before)
            return error.message
        }
    }

    private static func voiding(_ entry: Entry) -> EntryDraft {
        .voiding(entry, effective: entry.effective, by: "officer", reason: "A slip.")
    }

    @Test("A correction cannot say what the workflow would have refused")
    func correctedPast() async throws {
        let (committee, accepted, _) = try await watched()
        let payload = Change(.risk("R1"), .risk(Self.acceptance("chair")))
            .draft(effective: Self.day, by: "officer").payload
        let correction = EntryDraft.correcting(
            accepted,
            payload: payload,
            effective: accepted.effective,
            by: "officer",
            reason: "A slip."
        )
        #expect(
            try await refusal(correction, in: committee)
                == "Entry \(accepted.sequence) (risk.accepted) cannot read so: \(Self.refused)"
        )
        try await committee.append([correction], overriding: "The minute says so.")
        let found = try await committee.edition(audience: .restricted).risk("R1")
        #expect(found.risk.overrides.map(\.event) == ["correct"])
    }

    @Test("A correction that the workflow would have let pass is recorded")
    func correctedWithin() async throws {
        let (committee, accepted, _) = try await watched()
        let fact = RiskFact.accepted(by: "chief-officers", until: Self.day + 60, conditions: "")
        let payload = Change(.risk("R1"), .risk(fact)).draft(effective: Self.day, by: "o").payload
        let correction = EntryDraft.correcting(
            accepted,
            payload: payload,
            effective: accepted.effective,
            by: "officer",
            reason: "The date was left out."
        )
        #expect(try await refusal(correction, in: committee) == nil)
    }

    @Test("A correction cannot skip the branch that it would have taken")
    func correctedPastABranch() async throws {
        let workflow = try RiskWorkflowBuilder("northshire/jumps")
            .state("looked-at", "looked at again", like: .active)
            .step(
                "end-look",
                from: "looked-at",
                to: .active,
                as: RiskOwnKind("northshire.look-ended") { _ in "The look is over." }
            )
            .branch("jump", of: "assess", from: .active, to: "looked-at", because: "it jumped") {
                request,
                risk in
                (risk.bandsRisen(by: request) ?? 0) >= 2
            }
            .built()
        let committee = try await committee([workflow])
        try await committee.perform(
            RiskRequest("R1", .assessed(.current, .levels("1", "1")), by: "officer")
        )
        let entry = try #require(try await committee.entries().last { $0.kind == "risk.assessed" })
        let other = Change(.risk("R1"), .risk(.assessed(.current, .levels("5", "5"))))
            .draft(effective: Self.day, by: "officer").payload
        let correction = EntryDraft.correcting(
            entry,
            payload: other,
            effective: entry.effective,
            by: "officer",
            reason: "typo"
        )
        let message = try #require(try await refusal(correction, in: committee))
        #expect(
            message.contains("it would bring the risk to “looked at again”, which was not recorded")
        )
    }

    @Test("A risk does not go to a register that follows another workflow")
    func movedBetweenWorkflows() async throws {
        let committee = try await committee([try Self.workflow()])
        let pin = Change(
            .register("partnership"),
            .workflowSet(RiskWorkflowReference("northshire/reviews"))
        )
        try await committee.append([pin.draft(effective: Self.day, by: "officer")])
        let other = Change(.register("committee"), .workflowSet(RiskWorkflowReference("standard")))
        try await committee.append([other.draft(effective: Self.day, by: "officer")])
        let words =
            "The register “partnership” follows the workflow “northshire/reviews, version 1”, and the risk comes "
            + "from “committee”, which follows “standard, version 1”, so its state would not be one of "
            + "“partnership”. Migrate one of the registers to the workflow of the other first."
        let draft = Change(.risk("R1"), .risk(.escalated(to: "partnership")))
            .draft(effective: Self.day, by: "officer")
        #expect(try await refusal(draft, in: committee) == words)
        let error = await #expect(throws: LibraryError.self) {
            try await committee.perform(
                RiskRequest("R1", .escalated(to: "partnership"), by: "officer")
            )
        }
        #expect(error?.message == words)
    }

    @Test("What is taken back takes with it what came after, the last first")
    func takenBack() async throws {
        let (committee, accepted, entered) = try await watched()
        let entries = try await committee.entries()
        let ended = try #require(entries.last { $0.kind == "northshire.watch-ended" })
        #expect(
            try await refusal(Self.voiding(entered), in: committee)
                == "Entry \(entered.sequence) (risk.state-entered) was recorded by the workflow of the risk "
                + "“R1”, so it stands as long as what it belongs to. Take back entry "
                + "\(accepted.sequence) (risk.accepted), which led to it, first."
        )
        #expect(try await refusal(Self.voiding(ended), in: committee) == nil)
        let before = try await committee.edition(audience: .restricted).risk("R1")
        #expect(before.risk.standing == "watched")
        #expect(
            try await refusal(Self.voiding(accepted), Self.voiding(entered), in: committee) == nil
        )
        let found = try await committee.edition(audience: .restricted).risk("R1")
        #expect(found.risk.standing == .active)
        #expect(found.risk.acceptance == nil)
    }

    @Test("An override is not taken back while what it let pass stands")
    func overrideStays() async throws {
        let committee = try await committee([try Self.workflow()])
        try await committee.perform(
            RiskRequest("R1", Self.acceptance("chair"), by: "cpc-chair"),
            overriding: "By telephone."
        )
        let entries = try await committee.entries()
        let override = try #require(entries.last { $0.kind == "risk.workflow-overridden" })
        #expect(try await refusal(Self.voiding(override), in: committee)?.contains("first") == true)
        let accepted = try #require(entries.last { $0.kind == "risk.accepted" })
        #expect(
            try await refusal(Self.voiding(accepted), Self.voiding(override), in: committee) == nil
        )
    }

    // MARK: Terms of office

    /// A workflow in which the chair alone accepts, of a committee whose chair's term has these days.
    private func chaired(_ term: CivilSpan) async throws -> Committee {
        let workflow = try RiskWorkflowBuilder("northshire/chaired")
            .allowing(["chair"], to: ["accept"])
            .built()
        let committee = try await committee([workflow])
        let profile = CommitteeProfile(
            body: Body(id: "cpc", name: "Committee", kind: .committee),
            roles: [Role(id: "chair", title: "Independent Chair")],
            members: [Member(bodyID: "cpc", roleID: "chair", term: term)]
        )
        try await committee.append([
            Change(.committee, .profileSet(profile.json)).draft(effective: Self.day, by: "clerk")
        ])
        return committee
    }

    @Test("A role whose seat nobody holds on the day may do nothing by it")
    func vacantRole() async throws {
        let request = RiskRequest("R1", Self.acceptance("chair"), by: "chair")
        let vacant = try await chaired(CivilSpan(CivilDate(2023, 1, 1)...CivilDate(2026, 3, 31)))
        let error = await #expect(throws: LibraryError.self) { try await vacant.perform(request) }
        let words =
            "“chair” may take a risk through “accept”, but nobody holds that seat on 1 October 2026: the "
            + "last term ended on 31 March 2026. Record who holds it."
        #expect(error?.message == words)
        let options = try await vacant.riskOptions(for: "R1", by: "chair")
        #expect(options.first { $0.event == "accept" }?.refusal?.reason == words)
        let held = try await chaired(CivilSpan(CivilDate(2023, 1, 1)...CivilDate(2026, 12, 31)))
        try await held.perform(request)
    }

    // MARK: Other ways round

    @Test("What is recorded of a day before the workflow was pinned obeys it all the same")
    func backdated() async throws {
        let committee = try await committee([try Self.workflow()])
        try await committee.perform(
            RiskRequest("R1", .reviewed(outcome: "Seen", next: nil), by: "officer"),
            effective: Self.day + 9
        )
        let early = Change(.risk("R1"), .risk(Self.acceptance("chair")))
            .draft(effective: Self.day, by: "officer")
        #expect(try await refusal(early, in: committee) == Self.refused)
        let error = await #expect(throws: LibraryError.self) {
            try await committee.perform(
                RiskRequest("R1", Self.acceptance("chair"), by: "officer"),
                effective: Self.day
            )
        }
        #expect(error?.message == Self.refused)
    }

    @Test("A new register brings no risks along past the workflow")
    func newRegisterWithRisks() async throws {
        let committee = try await committee([try Self.workflow()])
        var low = RiskRegister(id: "low", name: "Low", parentID: "committee")
        low.risks = try await committee.edition(audience: .restricted).riskRegister("committee")
            .risks
        low.risks[0].id = "R9"
        let draft = Change(.register("low"), .registerSet(low.json))
            .draft(effective: Self.day, by: "officer")
        #expect(
            try await refusal(draft, in: committee)
                == "The register “low” is to follow the workflow “northshire/reviews”, and it brings the risk "
                + "“R9” along past it. Leave its risks out, and propose each."
        )
    }

    @Test("Those alone take a register to another workflow whom its own names for that")
    func whoMigrates() async throws {
        let workflow = try RiskWorkflowBuilder("northshire/guarded")
            .allowing(["chair"], to: [.migrate])
            .built()
        let committee = try await committee([workflow])
        try await committee.perform(
            RiskRequest("R1", .reviewed(outcome: "Seen", next: nil), by: "officer")
        )
        let error = await #expect(throws: LibraryError.self) {
            try await committee.migrateWorkflow(
                of: "committee",
                to: StandardRiskWorkflow(),
                by: "officer",
                reason: "Simpler."
            )
        }
        #expect(
            error?.message
                == "“officer” may not take the register “committee” to another workflow than "
                + "“northshire/guarded”: chair may, and “officer” may not."
        )
        let done = try await committee.migrateWorkflow(
            of: "committee",
            to: StandardRiskWorkflow(),
            by: "chair",
            reason: "Simpler."
        )
        #expect(done.to.name == "standard")
    }
}
