// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@testable import CommitteeKit
import CommitteeTestKit
import Testing

/// Every room of the library keeps the contract that a host's rooms must keep.
@Suite struct RoomContractTests {
    /// What no sentence tells, or no export shows more of, room by room, with the reason.
    private static let silent: [EntryKind: String] = [
        "plan.drafted":
            "a plan that is new is said to be new, and one that is drawn anew is read anew",
        "plan.texts-set": "what is new in a document's own parts is read in the document",
        "plan.key-wording-set": "what is new in a document's own parts is read in the document",
        "plan.footnotes-set": "what is new in a document's own parts is read in the document",
        "plan.stated-facts-set": "what is new in a document's own parts is read in the document",
        "plan.alignments-set": "what is new in a document's own parts is read in the document",
        "plan.check-stated": "what is new in a document's own parts is read in the document",
        "plan.approval-chain-set": "who must approve is said when somebody has",
        "plan.predecessors-named": "what a plan follows is read in the plan",
        "action.predecessors-named": "what an item was before is read in the plan",
        "action.audience-set": "who may read it is no news to those who read it",
        "action.lead-roles-set": "it is said with the leads",
        "action.goes-on": "that work goes on is no change",
        "action.row-part-set":
            "what a document has in a row beside its columns is read in the plan",
        "risk-register.page-set": "the first page of a register says nothing that is another",
        "document.imported": "what a document changed is said of the plan",
        "reminder.acknowledged": "what people do about reminders is said with the reminder",
        "reminder.snoozed": "what people do about reminders is said with the reminder",
        "reminder.delegated": "what people do about reminders is said with the reminder",
        "reminder.done": "what people do about reminders is said with the reminder",
        "reminder.stopped": "what people do about reminders is said with the reminder",
    ]

    /// A history with every kind of entry, without what the journal itself and nobody knows.
    private static func samples() async throws -> [EntryDraft] {
        let store = try await EveryKindJournal.recorded()
        let known = Set(Rooms.standard.declaredKinds.map(\.kind))
        let drafts = try await EveryKindJournal.export(of: store).entries
            .filter { known.contains($0.kind) && $0.version == 1 }
            // A text that was erased comes back as a mark, which is written in another way.
            .filter { entry in
                entry.kind != "action.progress-reported"
                    || entry.texts.allSatisfy { $0.text != nil }
            }
            .map(\.draft)
        return drafts + (try added(to: drafts))
    }

    /// What fields bring themselves of which the journal does not speak yet.
    private static func added(to drafts: [EntryDraft]) throws -> [EntryDraft] {
        let action = try #require(drafts.first { $0.kind == "action.added" }?.subject)
        let said = Set(drafts.map(\.kind))
        let later: [Change.Fact] = [
            .renumbered("1.3"), .placed(ItemPlace(list: .backlog)),
        ]
        let risk = try #require(drafts.first { $0.kind == "risk.proposed" }?.subject)
        let register = try #require(drafts.first { $0.kind == "risk-register.set" }?.subject)
        let ofRisks =
            [.reviewDateSet(EveryKindJournal.start), .renumbered("CP-4")].map { (risk, $0) }
            + [(risk, RiskFact.columnSet(name: "notes", "Looked at"))]
        let printed =
            ofRisks.map { Change($0.0, .risk($0.1)) } + [
                Change(register, .registerPageSet(FactGenerator.page))
            ]
        let structure = Self.structure.map {
            $0.draft(effective: EveryKindJournal.start, by: "clerk")
        }
        return structure
            + printed.map { $0.draft(effective: CivilDate(2026, 5, 21), by: "clerk") }
            + (PlanItem.table.declarations.filter { !said.contains($0.declared.kind) }
            .compactMap(\.samples.first) + later)
            .map { Change(action, $0).draft(effective: EveryKindJournal.start, by: "clerk") }
    }

    /// What is said of the parts of the committee, each saying something new.
    private static let structure: [Change] = {
        let police = SubjectReference.body("ambulance")
        let group = SubjectReference.group("neglect")
        let seat = SubjectReference.seat("paramedic")
        let term = Member.Term(
            from: CivilDate(2026, 4, 1),
            holderID: "p-17",
            inducted: CivilDate(2026, 4, 9)
        )
        let life = GroupLifetime(CivilSpan(CivilDate(2026, 4, 1)...), isShort: true)
        let plan = PlanBodies(
            planID: EveryKindJournal.plan,
            ownerID: "PPC",
            coordinatorID: "LO",
            overseerID: "Practice Group"
        )
        return [
            Change(police, Body.Entries.name.fact("Ambulance Service")),
            Change(police, Body.Entries.abbreviation.fact("AS")),
            Change(police, Body.Entries.kind.fact("service")),
            Change(police, Body.Entries.aliases.fact(["The ambulances"])),
            Change(police, Body.Entries.quorum.fact(3)),
            Change(group, WorkingGroup.Entries.name.fact("Neglect Group")),
            Change(group, WorkingGroup.Entries.abbreviation.fact("NG")),
            Change(group, WorkingGroup.Entries.aliases.fact(["Neglect"])),
            Change(group, WorkingGroup.Entries.life.fact(life)),
            Change(group, WorkingGroup.Entries.remit.fact(Remit(purpose: "To see neglect."))),
            Change(group, WorkingGroup.Entries.lead.fact("Independent Chair")),
            Change(group, WorkingGroup.Entries.reportsTo.fact("Practice Group")),
            Change(seat, Member.Seats.role.fact("Lead Paramedic")),
            Change(seat, Member.Seats.sitsOn.fact("Neglect")),
            Change(seat, Member.Seats.alsoCalled.fact(["Paramedic"])),
            Change(seat, Member.Seats.agency.fact("Ambulance Service")),
            Change(seat, Member.Seats.core.fact(true)),
            Change(seat, Member.Seats.votes.fact(false)),
            Change(seat, Member.Seats.substitutes.fact(["Depute Paramedic"])),
            Change(seat, Member.Seats.term.fact(term)),
            Change(seat, Member.Seats.ended.fact(CivilDate(2029, 3, 31))),
            Change(.committee, .functionsSet([Function(id: "lead", title: "Leadership")])),
            Change(
                .committee,
                .reportingLinesSet([
                    ReportingLine(fromBodyID: "NG", toBodyID: "PPC", what: "What was done")
                ])
            ),
            Change(.plan(EveryKindJournal.plan), .planBodiesSet(plan)),
        ]
    }()

    @Test(arguments: Rooms.standard.all.map(\.name))
    func keepsTheContract(_ name: String) async throws {
        let samples = try await Self.samples()
        let room = try #require(Rooms.standard.all.first { $0.name == name })
        func violations(_ room: some Room) -> [ContractViolation] {
            RoomContract(
                room,
                in: .standard,
                samples: samples,
                silent: Self.silent
            ).violations()
        }
        #expect(violations(room).map(\.description) == [])
    }
}
