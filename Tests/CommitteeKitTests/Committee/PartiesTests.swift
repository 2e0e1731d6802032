// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("Whom the words of a lead mean")
struct PartiesTests {
    private static func record() -> StructureRecord {
        var record = StructureRecord()
        record.say("nurse", Member.Seats.role.fact("Lead Nurse"))
        record.say("nurse", Member.Seats.alsoCalled.fact(["Nurse Lead"]))
        record.say("old", Member.Seats.role.fact("Lead Doctor"))
        record.say("old", Member.Seats.ended.fact(CivilDate(2026, 3, 31)))
        for number in 1...2 {
            record.say("councillor-\(number)", Member.Seats.role.fact("Elected Member"))
        }
        record.say(.group("qa"), WorkingGroup.Entries.aliases.fact(["QA"]))
        record.say(.body("police"), Body.Entries.aliases.fact(["QA"]))
        let past = GroupLifetime(CivilSpan(...CivilDate(2026, 3, 31)), isShort: true)
        record.say(.group("neglect"), WorkingGroup.Entries.name.fact("Neglect Group"))
        record.say(.group("neglect"), WorkingGroup.Entries.life.fact(past))
        return record
    }

    @Test(arguments: [
        ("lead  nurse", Party(.seat, .seat("nurse"), name: "Lead Nurse")),
        ("Nurse Lead", Party(.seat, .seat("nurse"), name: "Lead Nurse")),
        ("The Chair", Party(.seat, .seat("cpc/chair"), name: "Independent Chair")),
        ("Lead Doctor", Party(.seat, .seat("old"), name: "Lead Doctor", isPresent: false)),
        ("Elected Member", Party(.role, .role("councillor-1"), name: "Elected Member")),
        ("Quality Group", Party(.group, .group("qa"), name: "Quality Group")),
        (
            "Neglect Group",
            Party(.group, .group("neglect"), name: "Neglect Group", isPresent: false)
        ),
        ("CPC", Party(.body, .body("cpc"), name: "Moor Committee")),
        ("Moor Police", Party(.outsideBody, .body("police"), name: "Moor Police")),
    ])
    func aNameIsTiedToOneParty(_ words: String, _ party: Party) {
        #expect(Self.record().edition().party(named: words) == .found(party))
    }

    @Test func aNameOfTwoIsForAPersonToSettle() {
        let lookup = Self.record().edition().party(named: "qa")
        guard case .several(let parties) = lookup else {
            Issue.record("\(lookup)")
            return
        }
        // The identifier of the group is a name of it, too.
        #expect(parties.map(\.subject) == [.group("qa"), .body("police")])
    }

    @Test func aNameOfNobodyHasTheClosest() {
        let edition = Self.record().edition()
        #expect(edition.party(named: "Lead Nurze") == .unknown(closest: "Lead Nurse"))
        #expect(edition.party(named: "Roads") == .unknown(closest: nil))
        #expect(edition.party(named: "") == .unknown(closest: nil))
    }

    @Test func aGlossaryAddsNames() {
        let edition = Self.record().edition()
        let glossary = LeadGlossary(terms: [
            LeadGlossary.Term(name: "Nursing", aliases: ["Lead Nurse"]),
            LeadGlossary.Term(name: "Roads", aliases: ["Highways"]),
        ])
        #expect(
            edition.party(named: "nursing", glossary: glossary).party?.subject == .seat("nurse")
        )
        #expect(edition.party(named: "Highways", glossary: glossary) == .unknown(closest: nil))
    }

    @Test func aCellOfSeveralIsSplitWhereEachIsKnown() {
        let parties = Parties(of: Self.record().edition())
        let found = parties.parties(of: ["Lead Nurse and Quality Group", "CPC and Roads"])
        #expect(found.map(\.name) == ["Lead Nurse", "Quality Group", "CPC and Roads"])
        #expect(found.map(\.lookup.party?.kind) == [.seat, .group, nil])
    }

    @Test func leadsThatAreTiedToNothingAreListed() {
        var record = Self.record()
        let outline = PlanOutline(
            title: "Moor Plan",
            period: CivilSpan(CivilDate(2026, 1, 1)...),
            levels: [LevelName("action")]
        )
        record.say(.plan("p"), .planDrafted(outline))
        for (id, leads) in [
            ("1", ["Lead Nurse", "Lead Nurze"]), ("2", ["Lead Nurze"]), ("3", ["Neglect Group"]),
            ("4", ["Roads"]),
        ] {
            record.say(
                .action(id, of: "p"),
                .added(ItemOutline(level: 0, number: id, text: "Do it"))
            )
            record.say(.action(id, of: "p"), .leadsSet(Leads(words: "x", names: leads)))
        }
        #expect(record.problems == [])
        let found = record.edition().untiedLeads()
        #expect(
            found.map(\.message) == [
                "“Lead Nurze” leads 1, 2, and is no seat, group or body of the committee. Did you mean "
                    + "“Lead Nurse”? If so, add the name to its other names.",
                "“Neglect Group” leads 3, and has ended as a group. Name another lead.",
                "“Roads” leads 4, and is no seat, group or body of the committee. Record it, or add the "
                    + "name to the other names of one that is recorded.",
            ]
        )
        #expect(found[0].items == [.action("1", of: "p"), .action("2", of: "p")])
        record.say(.action("4", of: "p"), .completed)
        #expect(record.edition().untiedLeads().map(\.lead) == ["Lead Nurze", "Neglect Group"])
    }
}
