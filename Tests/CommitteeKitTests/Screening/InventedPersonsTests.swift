// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

/// Five hundred invented persons in sentences that leads write: what is found of them, and what is missed.
@Suite("Of 500 invented persons nothing that the screen knows goes through")
struct InventedPersonsTests {
    struct Person {
        var forename: String
        var isListed: Bool
        var surname: String
        var birth: CivilDate
    }

    private static let listed = [
        "Ailsa", "Callum", "Eilidh", "Fergus", "Niamh", "Mohammed", "Zofia", "Hamish", "Kayleigh",
        "Struan",
        "Catriona", "Euan", "Aisha", "Piotr", "Morag", "Liam", "Sophie", "Jack", "Emily", "Ryan",
    ]
    private static let unlisted = [
        "Oighrig", "Tormod", "Ffion", "Bronagh", "Ikenna", "Tuathal", "Sorley", "Beathag", "Nkechi",
        "Ottilie",
        "Raghnall", "Xochitl", "Peigi", "Dragomir", "Yewande", "Fearghas", "Ishbel", "Marsaili",
        "Teàrlach",
    ]
    private static let surnames = [
        "Pringle", "Oyelaran", "Tulloch", "Buchan", "Wilson", "Dunnet", "MacLeod",
    ]

    private static func person(_ random: inout SeededGenerator) -> Person {
        let isListed = Bool.random(using: &random)
        return Person(
            forename: (isListed ? listed : unlisted).randomElement(using: &random) ?? "",
            isListed: isListed,
            surname: surnames.randomElement(using: &random) ?? "",
            birth: CivilDate(2026, 11, 30).adding(months: -Int.random(in: 13...200, using: &random))
                + Int.random(in: -14...14, using: &random)
        )
    }

    private static let namings: [@Sendable (Person) -> String] = [
        { "\($0.forename) was seen at school." },
        { "Met with \($0.forename) \($0.surname) twice." },
        { "Drafted. (\($0.forename))" }, { "Signed: \($0.forename) \($0.surname)" },
        { "\($0.forename)’s plan was reviewed." }, { "Well.<br>\($0.forename) agreed." },
        { "per \($0.forename.uppercased())" }, { "**\($0.forename)** has moved" },
    ]

    private static let datings: [@Sendable (CivilDate) -> String] = [
        { "DOB \($0.formatted("dd/MM/yyyy"))" }, { "born \($0.formatted("d MMMM yyyy"))" },
        { "(\($0.formatted("d.M.yyyy")))" }, { "seen, \($0.formatted("d MMMM yyyy"))" },
        { "\($0.formatted("yyyy-MM-dd")) noted" }, { "date of birth \($0.formatted("MMMM yyyy"))" },
        { "\($0.formatted("d MMM yyyy"))" }, { "\($0.formatted("dd-MM-yyyy"))" },
    ]

    private static func rules(_ text: String) -> Set<HeldText.Rule> {
        Set(
            TextScreen.standard.held(in: text, named: "done", on: CivilDate(2026, 11, 30)).map(
                \.rule
            )
        )
    }

    @Test("No listed name, no date of birth, no health number; unlisted names are counted")
    func persons() {
        var random = SeededGenerator(seed: 23)
        var (unlisted, missed) = (0, 0)
        for _ in 0..<500 {
            let person = Self.person(&random)
            let named = Self.namings[Int.random(in: 0..<Self.namings.count, using: &random)](person)
            let isHeld = Self.rules(named).contains(.name)
            if person.isListed {
                #expect(isHeld, "\(named)")
            } else {
                unlisted += 1
                missed += isHeld ? 0 : 1
            }
            let dated = Self.datings[Int.random(in: 0..<Self.datings.count, using: &random)](
                person.birth
            )
            #expect(Self.rules("Review held. \(dated)").contains(.birthDate), "\(dated)")
            let number =
                person.birth.formatted("ddMM") + String(person.birth.year % 100 + 100).suffix(2)
                + String(Int.random(in: 1000...9999, using: &random))
            #expect(Self.rules("CHI \(number)").contains(.number), "\(number)")
        }
        print("Unlisted names missed: \(missed) of \(unlisted).")
        #expect(unlisted > 200)
    }

    @Test("Of what committees write, little is held in vain")
    func falseAlarms() {
        let sentences = [
            "Two schools took part in the pilot by 31 October 2026.",
            "Training is under way in all localities.",
            "The working group met on 12 November 2026 and agreed the draft.",
            "Amber: the start was late.",
            "Guidance was sent to all 40 practices.",
            "The audit of 25 files was completed in June 2026.",
            "Report went to the Chief Officers’ Group.", "Hope to complete by May 2027.",
            "Data set, version 2.1, was looked at in April.",
            "Practitioners asked for shorter forms.",
            "Children and young people were asked what helps.", "Will report at the next meeting.",
            "The child protection register was discussed in general terms.",
            "Awaiting comments from health.",
            "Funding of £25,000 was agreed for 2026/27.", "No change.", "Mark as complete.",
            "Self-evaluation begins in Spring 2027.",
            "Joint work with Police Scotland and Education.",
            "Survey had 312 replies; 81 % were content.", "Procedures were revised (page 14).",
            "Perth and Kinross Council has approved it.", "The Care Inspectorate was told.",
            "Families told us that letters are too long.", "Short-life group under the Lead Nurse.",
        ]
        let held = sentences.filter { !Self.rules($0).isEmpty }
        #expect(held == [])
    }
}
