// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@testable import CommitteeKit
import Testing

/// An edition names nothing of which its audience may not know, wherever something else refers to it.
@Suite struct HiddenSubjectsTests {
    private static let day = CivilDate(2026, 10, 31)

    private static func record() -> Record {
        let hidden = SubjectReference.action("SECRET", of: "p")
        let shown = SubjectReference.action("1.1", of: "p")
        func proposal(_ visibility: Audience) -> Change.Fact {
            .risk(
                .proposed(
                    RiskFact.Proposal(
                        register: "main",
                        wording: .init(cause: "Cause", event: "Event", effect: "Effect"),
                        visibility: visibility
                    )
                )
            )
        }
        let changes: [Change] = [
            Change(
                .plan("p"),
                .planDrafted(
                    PlanOutline(title: "Plan", period: .always, levels: [LevelName("action")])
                )
            ),
            Change(.plan("p"), .approved(by: "committee")),
            Change(hidden, .added(ItemOutline(level: 0, text: "Hidden"))),
            Change(hidden, .audienceSet(.restricted)),
            Change(shown, .added(ItemOutline(level: 0, text: "Shown"))),
            Change(shown, .itemPredecessorsNamed(["p#SECRET", "p/SECRET", "older#1"])),
            Change(.register("main"), .registerSet(RiskRegister(id: "main", name: "Main").json)),
            Change(.risk("RSECRET"), proposal(.restricted)),
            Change(.risk("R1"), proposal(.public)),
            Change(.risk("R1"), .risk(.approved(by: "committee"))),
            Change(.risk("R1"), .risk(.treated(.treat, actions: ["p#SECRET", "p#1.1"]))),
            Change(
                .risk("R1"),
                .risk(.linked([.init(.action, "p#SECRET"), .init(.risk, "RSECRET")]))
            ),
            Change(.risk("R1"), .risk(.replaced(by: ["RSECRET"]))),
            Change(
                .risk("RSECRET"),
                .reminder(
                    ReminderIdentity(
                        rule: "a/b",
                        subject: .risk("RSECRET"),
                        due: day,
                        step: "overdue-1"
                    ),
                    .done,
                    note: "SECRET"
                )
            ),
        ]
        let entries = changes.enumerated().map { place, change in
            Entry(
                provisional: change.draft(effective: day - 30, by: "clerk"),
                sequence: place + 1
            )
        }
        return Record.folding(entries)
    }

    private static func edition(_ audience: Audience) -> Edition {
        Edition(of: record(), committee: "c", name: "C", asOf: day, audience: audience)
    }

    @Test func theRecordIsSound() { #expect(Self.record().problems == []) }

    @Test(arguments: [Audience.public, .partners, .committee])
    func noPartOfAnEditionNamesIt(_ audience: Audience) {
        let edition = Self.edition(audience)
        for state in edition.rooms.all {
            let text = JSONValue.object(state.exported(on: Self.day)).indentedText
            #expect(!text.contains("SECRET"), "\(type(of: state)) names it")
        }
        let before = Edition(
            of: Record(),
            committee: "c",
            name: "C",
            asOf: Self.day - 60,
            audience: audience
        )
        let changes = edition.changes(since: before).map(\.sentence).joined(separator: "\n")
        #expect(!changes.contains("SECRET"))
        #expect(edition.plans.first?.item("1.1")?.predecessors == ["older#1"])
        #expect(edition.riskRegisters.first?.risk("R1")?.actions == ["p#1.1"])
    }

    @Test func whoeverMaySeeEverythingDoes() {
        let edition = Self.edition(.restricted)
        #expect(edition.plans.first?.item("1.1")?.predecessors.count == 3)
        #expect(edition.riskRegisters.first?.risk("R1")?.replacedBy == ["RSECRET"])
        #expect(edition.reminderActs.count == 1)
    }
}
