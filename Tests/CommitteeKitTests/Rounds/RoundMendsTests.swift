// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("What a progress update says of silence, of time and of leads")
struct RoundMendsTests {
    private static func text(_ round: UpdateRound) -> String {
        let paper = RoundPaper(round, plan: SheetSample.plan, scheme: SheetSample.scheme)
        return String(decoding: paper.document.render(.markdown), as: UTF8.self)
    }

    @Test func aNilReturnIsToldApartFromNoReturn() {
        var round = SheetSample.round
        var nothing = UpdateReturn(lead: "path-group", version: 1)
        nothing.isNothing = true
        round.returns = [nothing]
        let text = Self.text(round)
        #expect(text.contains("Path Group answered that there is nothing to report for 2.1, "))
        #expect(text.contains("No update was returned for: 1.1, 1.10, 1.2."))
    }

    @Test func aLeadCannotHaveUntilAfterTheReport() throws {
        var round = try RoundSample.round([
            (.roundOpened(RoundSample.opening), CivilDate(2031, 6, 1))
        ])
        let more = RoundExtension(lead: "warden", until: RoundSample.date + 1)
        #expect(
            RoundSample.apply(.roundExtended(more), to: &round, on: CivilDate(2031, 6, 2))
                == "Head Warden cannot have until 2031-07-01: the report is of 2031-06-30. Name a day by "
                + "then; what comes later is tabled, or waits for the next progress update."
        )
        let last = RoundExtension(lead: "warden", until: RoundSample.date)
        #expect(
            RoundSample.apply(.roundExtended(last), to: &round, on: CivilDate(2031, 6, 2)) == nil
        )
    }

    @Test(arguments: [
        ("", "The file is empty."), ("\n \n", "The file is empty."),
        (
            "Dear all,\nsee below.\n",
            "No line has “AGREED:” or begins with “Others as proposed”; 2 lines of other text found."
        ),
    ])
    func anEmptySheetOfWhatWasAgreedIsToldSo(_ sheet: String, _ found: String) throws {
        let reader = AgreeReader(
            SheetSample.round,
            plan: SheetSample.plan,
            scheme: SheetSample.scheme
        )
        let reading = try reader.read(Array(sheet.utf8), name: "agree.txt")
        #expect(
            reading.doubts.map(\.message) == [
                "\(found) A sheet of what was agreed is expected. Write one with committee round agree -o "
                    + "FILE, fill it in, and read it again."
            ]
        )
    }

    @Test func aLeadIsFoundByEveryNameThatTheCommitteeDeclared() {
        var profile = CommitteeProfile(
            body: Body(id: "cpc", name: "North Committee", kind: .committee),
            bodies: [
                Body(id: "health", name: "Health Board", abbreviation: "NHB", kind: .agency)
            ],
            roles: [Role(id: "nurse", title: "Lead Nurse", aliases: ["Nurse Lead"])]
        )
        profile.workingGroups = [
            WorkingGroup(id: "qa", name: "Quality Group", abbreviation: "QAG")
        ]
        let record = Record.folding([
            Entry.sample(.committee, .profileSet(profile.json), sequence: 1)
        ])
        let edition = Edition(
            of: record,
            committee: "cpc",
            name: "CPC",
            asOf: CivilDate(2031, 6, 1),
            audience: .restricted
        )
        let lookup = LeadLookup(edition, glossary: nil)
        #expect(lookup.find("QAG").group == "qa")
        #expect(lookup.find("NHB").id == lookup.find("Health Board").id)
        #expect(lookup.find("Nurse Lead").id == lookup.find("Lead Nurse").id)
        #expect(lookup.find("Somebody else").id == "name/somebody else")
    }
}
