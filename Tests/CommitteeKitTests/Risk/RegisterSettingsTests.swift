// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("Settings of a register are whose decision its workflow says")
struct RegisterSettingsTests {
    private static let day = CivilDate(2026, 10, 1)

    /// A committee whose register “committee” has an appetite, and whose workflow leaves its settings to the
    /// chief officers.
    private func committee() async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        let workflow = try RiskWorkflowBuilder("northshire/guarded")
            .allowing(["chief-officers"], to: [.settings])
            .built()
        let library = CommitteeLibrary(
            store: store,
            riskWorkflows: [workflow],
            today: { Self.day }
        )
        let committee = try await library.committee("c")
        let journal = try RiskJournal { $0.appetite = .band("medium") }
        try await committee.append(journal.drafts)
        return committee
    }

    private func register(_ committee: Committee) async throws -> RiskRegister {
        try await committee.edition(audience: .restricted).riskRegister("committee")
    }

    private func draft(_ register: RiskRegister, by person: String = "officer") -> EntryDraft {
        Change(.register("committee"), .registerSet(register.json))
            .draft(effective: Self.day, by: person)
    }

    private func refusal(_ draft: EntryDraft, in committee: Committee) async throws -> String? {
        do {
            try await committee.append([draft])
            return nil
        } catch let error as LibraryError {
            return error.message
        }
    }

    enum Raised: String, CaseIterable {
        case appetite, approvers, categories, parent, scales, reviewIntervals

        var words: String {
            switch self {
            case .parent: "the register above"
            case .reviewIntervals: "the intervals of reviews"
            default: "the \(rawValue)"
            }
        }

        func change(_ register: inout RiskRegister) {
            switch self {
            case .appetite: register.appetite = .band("high")
            case .approvers: register.approvers = ["officer"]
            case .categories: register.categories = [.init("Staff", appetite: .score(25))]
            case .parent: register.parentID = nil
            case .scales:
                register.scaleInUse = register.currentScale?.reference
                register.scales += [Self.another].compactMap { $0 }
            case .reviewIntervals: register.reviewEvery = Period(5, .years)
            }
        }

        private static let another = try? ScalePack.four.scale()
    }

    @Test("Nobody else changes a setting", arguments: Raised.allCases)
    func refused(_ raised: Raised) async throws {
        let committee = try await committee()
        var register = try await register(committee)
        let before = register
        raised.change(&register)
        #expect(
            try await refusal(draft(register), in: committee)
                == "The register “committee” follows the workflow “northshire/guarded”, which says who may "
                + "change \(raised.words): chief-officers may, and “officer” may not."
        )
        #expect(try await self.register(committee) == before)
        #expect(try await refusal(draft(register, by: "chief-officers"), in: committee) == nil)
        #expect(try await self.register(committee) != before)
    }

    @Test("A correction of the entry that set the register does not walk round it")
    func corrected() async throws {
        let committee = try await committee()
        var register = try await register(committee)
        register.appetite = .band("high")
        let set = try #require(
            try await committee.entries().last { $0.subject == .register("committee") }
        )
        let correction = EntryDraft.correcting(
            set,
            payload: draft(register).payload,
            effective: set.effective,
            by: "officer",
            reason: "Misread"
        )
        #expect(
            try await refusal(correction, in: committee)
                == "The register “committee” follows the workflow “northshire/guarded”, which says who may "
                + "change the appetite: chief-officers may, and “officer” may not."
        )
    }

    @Test("Taking back the entry that pinned the workflow is refused")
    func unpinned() async throws {
        let committee = try await committee()
        try await committee.perform(
            RiskRequest("R1", .proposed(.sample("R1", "committee")), by: "officer")
        )
        let pinned = try #require(
            try await committee.entries().last { $0.kind == "risk-register.workflow-set" }
        )
        let voiding = EntryDraft.voiding(
            pinned,
            effective: pinned.effective,
            by: "officer",
            reason: "A mistake"
        )
        #expect(
            try await refusal(voiding, in: committee)
                == "The register “committee” follows the workflow “northshire/guarded, version 1”, and its "
                + "risks have states by it. It goes to another one by a migration, which says what "
                + "becomes of each."
        )
    }

    @Test("What is set all the same says so, with its reason")
    func overridden() async throws {
        let committee = try await committee()
        var register = try await register(committee)
        register.appetite = .band("high")
        try await committee.append([draft(register)], overriding: "The chair asked for it today.")
        #expect(
            try await committee.entries().last?.reason
                == "Recorded although the workflow refuses it: The chair asked for it today."
        )
    }

    @Test("A name is no setting, so anybody changes it")
    func name() async throws {
        let committee = try await committee()
        var register = try await register(committee)
        register.name = "Risks of us all"
        #expect(try await refusal(draft(register), in: committee) == nil)
    }

    @Test("Changes in words say what a register's settings were and are")
    func sentences() async throws {
        let committee = try await committee()
        var register = try await register(committee)
        register.appetite = .band("high")
        register.approvers = ["chair", "officer"]
        let next = Change(.register("committee"), .registerSet(register.json))
            .draft(effective: Self.day + 1, by: "chief-officers")
        try await committee.append([next])
        let changes = try await committee.changes(
            since: Self.day,
            until: Self.day + 1,
            audience: .restricted
        )
        #expect(
            changes.map(\.sentence) == [
                "The risk register “Risks of the committee”: the appetite is now at most High; before at most "
                    + "Medium.",
                "The risk register “Risks of the committee”: the approvers are now chair, officer; before "
                    + "anybody.",
            ]
        )
    }
}
