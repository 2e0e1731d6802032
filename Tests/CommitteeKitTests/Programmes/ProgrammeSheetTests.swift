// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Sheets of an update of a programme")
struct ProgrammeSheetTests {
    typealias Sample = ProgrammeSample

    private static let day = CivilDate(2016, 12, 20)

    private static func sheet() throws -> ProgrammeUpdateSheet {
        try ProgrammeUpdateSheet(
            of: try Sample.whole().edition(on: day),
            plan: Sample.plan,
            after: 0
        )
    }

    private static func read(
        _ text: String,
        now: ProgrammeSample? = nil
    ) throws -> ProgrammeUpdateSheet.Reading {
        let before = try Sample.whole().edition(on: day)
        return try ProgrammeUpdateSheet.read(
            Array(text.utf8),
            source: "sheet.txt",
            against: now?.edition(on: day) ?? before
        ) { _, _ in before }
    }

    private static func filled(_ words: String, in area: Int = 5) throws -> String {
        let text = try sheet().text
        let heading = "[\(area)] "
        let start = try #require(text.firstRange(of: heading)).upperBound
        let says = try #require(text[start...].firstRange(of: "Says:"))
        return text.replacingCharacters(says, with: "Says: \(words)")
    }

    @Test func bothFormsAreAsRecorded() throws {
        let sheet = try Self.sheet()
        #expect(sheet.number == 3)
        for (name, text) in [("sheet.txt", sheet.text), ("sheet.csv", sheet.csv)] {
            let golden = GoldenFile(name, besides: #filePath, in: "Goldens")
            if let difference = golden.difference(from: Array(text.utf8)) {
                Issue.record("\(difference)")
            }
        }
    }

    @Test func whatWasWrittenSaysNothingNew() throws {
        let sheet = try Self.sheet()
        for text in [sheet.text, sheet.csv] {
            let reading = try Self.read(text)
            #expect(reading.changes == [])
            #expect(reading.findings == [])
            #expect(reading.stillSilent.count == 9)
        }
    }

    @Test func wordsOfAnAreaAreRecorded() throws {
        let reading = try Self.read(try Self.filled("A third site joined."))
        #expect(
            reading.changes == [
                Change(
                    .programme(ProgrammeUpdate.self, Sample.id("3")),
                    .updateSaid(AreaUpdate("5", "A third site joined."))
                )
            ]
        )
        #expect(reading.sentences == ["Area 5: A third site joined."])
        #expect(reading.stillSilent.count == 8)
        #expect(reading.findings == [])
    }

    @Test(arguments: ["Nothing new", "nothing new.", "NOTHING NEW"])
    func nothingNewIsSaid(_ words: String) throws {
        let reading = try Self.read(try Self.filled(words))
        #expect(reading.changes.map(\.fact) == [.updateSaid(AreaUpdate("5", nil))])
    }

    @Test(arguments: ["None", "no change", "N/A"])
    func aNearMissIsAFinding(_ words: String) throws {
        let reading = try Self.read(try Self.filled(words))
        #expect(reading.changes == [])
        #expect(reading.findings.map(\.kind) == ["nothing-new"])
    }

    @Test(arguments: ["", "?"])
    func aBlankIsNoConsent(_ words: String) throws {
        let reading = try Self.read(try Self.filled(words))
        #expect(reading.changes == [])
        #expect(reading.findings == [])
    }

    @Test func itSurvivesEMail() throws {
        let mailed =
            "Dear all,\nplease find ours below.\n\n"
            + (try Self.filled("A third site\njoined “last”\u{A0}week."))
            .split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
            .joined(separator: "\r\n") + "\r\n-- \r\nThe manager\r\n"
        let reading = try Self.read(mailed)
        #expect(reading.sentences == ["Area 5: A third site joined “last” week."])
        #expect(reading.findings == [])
        #expect(reading.linesOutside == 4)
    }

    @Test func aLostEndHoldsTheLastAnswer() throws {
        let text = try Self.filled("Last words.", in: 9).replacing("[END]", with: "")
        let reading = try Self.read(text)
        #expect(reading.changes == [])
        #expect(reading.findings.map(\.kind) == ["no-end"])
    }

    @Test func anAreaThatTheProgrammeHasNotIsAFinding() throws {
        let text = try Self.filled("New.").replacing("[5] ", with: "[12] ")
        let reading = try Self.read(text)
        #expect(reading.changes == [])
        #expect(reading.findings.map(\.kind) == ["unknown-area"])
    }

    @Test func whatIsSaidTwiceCountsOnce() throws {
        let text = try Self.filled("First.").replacing(
            "[END]",
            with: "[5] Neglect\nSays: Second.\n[END]"
        )
        let reading = try Self.read(text)
        #expect(reading.sentences == ["Area 5: First."])
        #expect(reading.findings.map(\.kind) == ["said-twice"])
    }

    @Test func whatOthersWroteMeanwhileStaysOrClashes() throws {
        var now = try Sample.whole()
        now.add(
            ProgrammeUpdate.self,
            Sample.id("3"),
            .updateSaid(AreaUpdate("5", "Somebody else wrote this.")),
            on: Self.day
        )
        #expect(try Self.read(try Self.sheet().text, now: now).changes == [])
        let reading = try Self.read(try Self.filled("And this is ours."), now: now)
        #expect(reading.changes == [])
        #expect(reading.findings.map(\.kind) == ["clash"])
    }

    @Test func whatIsIssuedIsNotWrittenAgain() throws {
        var sample = try Sample.whole()
        sample.issue(3, ["1": "Out."], on: Self.day)
        let text = try Self.filled("Late.")
        #expect(throws: SheetError.self) { try Self.read(text, now: sample) }
        #expect(throws: LibraryError.self) {
            try ProgrammeUpdateSheet(
                of: sample.edition(on: Self.day),
                plan: Sample.plan,
                number: 3,
                after: 0
            )
        }
    }

    @Test func whatIsNoSheetIsRefused() {
        #expect(throws: SheetError.self) { try Self.read("Hello.") }
        #expect(throws: SheetError.self) { try Self.read("PROGRAMME UPDATE 3\n[END]\n") }
    }

    @Test func aHiddenAreaIsNotOnIt() throws {
        var sample = try Sample.whole()
        sample.add(.action("5", of: Sample.plan), .audienceSet(.restricted), on: Self.day)
        let sheet = try ProgrammeUpdateSheet(
            of: sample.edition(on: Self.day),
            plan: Sample.plan,
            after: 0
        )
        #expect(!sheet.text.contains("[5]"))
        #expect(!sheet.csv.contains("toolkit"))
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<String.Index>, with words: String) -> String
    {
        String(self[..<range.lowerBound]) + words + String(self[range.upperBound...])
    }
}
