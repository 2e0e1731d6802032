// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// Every name, number and address in these texts is invented.
@Suite("What is held of the texts that people type")
struct TextScreenTests {
    static let day = CivilDate(2026, 11, 30)

    static func rules(_ text: String, _ screen: TextScreen = .standard) -> Set<String> {
        Set(screen.held(in: text, named: "text", on: day).map(\.rule.rawValue))
    }

    @Test(
        "A name of a person is held",
        arguments: [
            "Ailsa was seen at home.", "Home visit to Callum’s flat", "Spoke to Mrs Pringle.",
            "Dr. Oyelaran agreed.", "Miss J Tulloch has left", "grace wilson / Grace Wilson",
            "Signed: J. Campbell", "Meeting with Jordan MacLeod on Monday", "EILIDH moved school",
            "spoke with eilidh", "Hope Robertson’s review", "A letter from Will Thomson",
            "Ail\u{AD}sa",
            "“Niamh”", "Mr.Buchan", "Sgt Dunnet attended", "Siân and Zoë met Róisín and Fiona",
            "**Fiona** agreed", "Fiona", "with Fiona,", "per Fiona.",
        ]
    )
    func namesAreHeld(_ text: String) { #expect(Self.rules(text).contains("name")) }

    @Test(
        "A word that is also a name is no name by itself",
        arguments: [
            "Amber, because training has not begun", "Will be done in May",
            "Hope to finish by June",
            "Amber Green", "Dawn raids", "The Grant was paid", "In April Stirling begins",
            "St Andrew’s School", "James Street office", "Royal Victoria Hospital",
            "The Murray Royal",
            "Martha Trust guidance", "Summer School", "Mark the form", "The Christie Commission",
            "A clean bill of health", "Jack Street", "Duncan House is closed", "Miss no meeting",
            "dr", "PC use in schools", "Robertson Trust grant", "in Campbell Street",
        ]
    )
    func wordsAreNotNames(_ text: String) { #expect(!Self.rules(text).contains("name")) }

    @Test(
        "A date of birth is held, in any form",
        arguments: [
            "DOB 12/03/2014", "born on 12 March", "d.o.b. 3.4.19", "Date of birth: March 2012",
            "b. 12.5.2011",
            "(12/03/2014)", "12.03.14", "12 - 03 - 2014", "2014-03-12", "12 March 2014",
            "12th of March, 2014",
            "March 12, 2014", "12 Mar 14", "12\u{2011}03\u{2011}2014", "born 2015", "3/4/2019 seen",
        ]
    )
    func birthDatesAreHeld(_ text: String) { #expect(Self.rules(text).contains("birth-date")) }

    @Test(
        "A date of the committee's work is not",
        arguments: [
            "By 31 March 2027", "On 31 October 2026 it was agreed", "Since 1.12.2025",
            "In March 2024",
            "2023-24", "2018/19", "Version 1.2.3", "Action 1.10", "31/10/2026",
        ]
    )
    func otherDatesAreNot(_ text: String) { #expect(!Self.rules(text).contains("birth-date")) }

    @Test(
        "A number of a person or a case is held",
        arguments: [
            "1203141234", "CHI 120314 1234", "943 476 5919", "12 03 14 1234", "QQ 12 34 56 C",
            "QQ123456C",
            "case 4312", "Case no. 4312", "client SW/9812", "P123456", "SW12345", "file 00123456",
            "ref: 31234567",
            "mosaic id 88123", "iVPD 77123",
        ]
    )
    func numbersAreHeld(_ text: String) { #expect(Self.rules(text).contains("number")) }

    @Test(
        "Figures of the committee's work are not",
        arguments: [
            "2,751 children", "£1250000 was spent", "In 2024 and 2025", "2023/24", "1.10",
            "40 of 120",
            "COVID19", "Item 5, paragraph 120", "39 % and 37 %", "31 October 2026", "CP2024",
            "Case Review 2023",
        ]
    )
    func otherFiguresAreNot(_ text: String) { #expect(!Self.rules(text).contains("number")) }

    @Test(
        "An address is held",
        arguments: [
            "ask someone@example.org", "07700 900123", "01632 960123", "(01632) 960 123",
            "+44 1632 960123",
            "PH1 5ZZ", "EH99 1SP", "eh99 1sp", "W1A 1AA",
        ]
    )
    func contactsAreHeld(_ text: String) { #expect(Self.rules(text).contains("contact")) }

    @Test(
        "Other figures and signs are no address",
        arguments: ["P1 5 to 7", "1.1 10", "2 at 5", "A1 2.3"]
    )
    func otherSignsAreNot(_ text: String) { #expect(!Self.rules(text).contains("contact")) }

    @Test(
        "Words for one child or family are held",
        arguments: [
            "The child was moved.", "this child’s school", "the young person said no",
            "His mother agreed",
            "the family has left", "THE BABY", "her brothers and her sister", "the girl",
            "The father",
            "our boy", "the unborn baby was discussed", "that young woman",
        ]
    )
    func oneChildIsHeld(_ text: String) { #expect(Self.rules(text).contains("child")) }

    @Test(
        "What committees write of children in general is not",
        arguments: [
            "the child protection register", "the Child Protection Committee", "every child",
            "a child’s plan",
            "the child’s plan", "the family support service", "children and young people",
            "young people",
            "the voice of the child and young person", "a young person",
            "the Family Nurse Partnership",
        ]
    )
    func generalWordsAreNot(_ text: String) {
        #expect(!Self.rules(text).contains("child"))
    }

    @Test(
        "The age of one child is held, and an age with a place",
        arguments: [
            "a 7-year-old", "a seven year old", "aged 7", "(age 14)", "a 14 y/o", "14yo",
            "8 month old",
            "two 14-year-olds", "children aged 3 from Crieff", "a 6 week old",
        ]
    )
    func agesAreHeld(_ text: String) { #expect(Self.rules(text).contains("age")) }

    @Test(
        "An age that a service is for is not",
        arguments: [
            "children aged 8 to 12", "people aged 16 and over", "those aged 16 or over",
            "16-17 year olds",
            "at the age of consent", "in the old building",
        ]
    )
    func agesOfServicesAreNot(_ text: String) {
        #expect(!Self.rules(text).contains("age"))
    }

    @Test("A line is named by its text and its number, each rule once, and never quoted")
    func linesAreNamed() throws {
        let text = "All is well.\r\nAilsa and Callum were seen; DOB 12/03/2014.\n\nAgain well."
        let held = TextScreen.standard.held(in: text, named: "progress", on: Self.day)
        #expect(
            held.map(\.sentence) == [
                "line 2 of “progress” may name a person",
                "line 2 of “progress” may hold a date of birth",
            ]
        )
        #expect(held.map(\.reference) == ["progress:2", "progress:2"])
    }

    @Test("A council's names, words and numbers are held, and what it never means is not")
    func councilsAddTheirOwn() throws {
        var screen = TextScreen.standard
        try screen.add(
            reading: """
                # Ours
                name Ailbeart
                name Wee Jimmy Krankit
                words the placement
                number LO-99999
                allow Fiona Trust
                """,
            named: "screen.txt"
        )
        #expect(Self.rules("with ailbeart", screen) == ["name"])
        #expect(Self.rules("with wee jimmy krankit", screen).contains("listed"))
        #expect(Self.rules("The placement ended", screen) == ["listed"])
        #expect(Self.rules("see LO-12345.", screen) == ["number"])
        #expect(Self.rules("see LO-123.", screen) == [])
        #expect(Self.rules("the Fiona Trust", screen) == [])
        #expect(Self.rules("Fiona of the Fiona Trust", screen) == ["name"])
        #expect(Self.rules("Fiona, Ailbeart, case 4312", .none) == [])
    }

    @Test(
        "A line of a council's file that cannot be read is named",
        arguments: [
            (
                "nam Ailbeart",
                "s.txt, line 1: “nam” is none of name, words, number, allow. Did you mean “name”?"
            ),
            ("\nname", "s.txt, line 2: “name” says nothing. Write what is meant behind it."),
            (
                "number lo",
                "s.txt, line 1: The number “lo” has no 9 for a figure and no A for a letter. Write it like "
                    + "LO-99999."
            ),
        ]
    )
    func wrongLinesAreNamed(text: String, message: String) {
        var screen = TextScreen.standard
        let error = #expect(throws: LibraryError.self) {
            try screen.add(reading: text, named: "s.txt")
        }
        #expect(error?.message == message)
    }

    @Test("A line of a million words takes no longer than a million short ones")
    func longLinesAreReadOnce() {
        let line = String(repeating: "aged 3 12/03/2014 Mr the child 07700 ", count: 20_000)
        #expect(TextScreen.standard.held(in: line, named: "text", on: Self.day).count == 3)
    }
}
