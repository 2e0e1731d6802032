// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("No word of a lead is lost, and none is taken for another")
struct ReturnLossTests {
    private static func opened() async throws -> RoundStage {
        let stage = try await RoundStage()
        try await stage.perform(.open)
        return stage
    }

    private static func receive(
        _ stage: RoundStage,
        _ lines: [String],
        sheet: Int = 1,
        isAccepting: Bool = false
    ) async throws -> ReceivedReturn {
        let text = (["PROGRESS UPDATE ref 2031-06-30/warden/\(sheet)"] + lines + ["[END]"])
            .joined(separator: "\n")
        return try await stage.committee.receive(
            Array(text.utf8),
            name: "mail.txt",
            isAccepting: isAccepting,
            by: "clerk"
        )
    }

    private static func answer(_ stage: RoundStage, _ item: String) async throws -> ReturnedAnswer?
    {
        try await stage.committee.round().round.answer(about: item)
    }

    @Test func labelsThatBearTheirNumbersNeedNoHeading() async throws {
        let stage = try await Self.opened()
        let received = try await Self.receive(
            stage,
            [
                "[1.1] Done since: Eighty people.", "[1.1] Colour: Green",
                "[1.2] Done since: Model agreed.", "[1.2] Colour: Amber",
            ]
        )
        #expect(received.recorded == ["1.1", "1.2"])
        #expect(received.reading.held.isEmpty)
    }

    @Test("What was held is not accepted in the place of what came since")
    func heldAndOlder() async throws {
        let stage = try await Self.opened()
        let held = try await Self.receive(stage, ["[1.1] Done since: Born 3 May 2019, aged 12."])
        let sheet = try #require(held.heldSheet)
        _ = try await Self.receive(stage, ["[1.1] Done since: Eighty people."])
        let error = await #expect(throws: LibraryError.self) {
            try await stage.committee.receive(
                Array(sheet.utf8),
                name: "held.txt",
                isAccepting: true,
                by: "clerk"
            )
        }
        #expect(error?.message.hasPrefix("[1.1] came again on ") == true)
        #expect(try await Self.answer(stage, "1.1")?.done == "Eighty people.")
    }

    @Test("What a sheet leaves out of the last words for its lead is still the sheet's own")
    func referencesLeftOut() async throws {
        let stage = try await Self.opened()
        let received = try await Self.receive(
            stage,
            [
                "[1.1]", "Said last at 1 May 2031: (reference left out)",
                "[1.1] Done since: Eighty people.",
            ]
        )
        #expect(received.recorded == ["1.1"])
    }

    private static func rows(_ stage: RoundStage, _ rows: [String]) async throws -> ReceivedReturn {
        let head = "Ref,No,Action,Done since,Colour and why"
        return try await stage.committee.receive(
            Array(([head] + rows).joined(separator: "\n").utf8),
            name: "return.csv",
            by: "clerk"
        )
    }

    @Test("A row without a number is held, and the other rows are recorded")
    func rowWithoutNumber() async throws {
        let stage = try await Self.opened()
        let received = try await Self.rows(
            stage,
            [
                "2031-06-30/warden/1,[1.1],,Eighty people.,Green",
                "2031-06-30/warden/1,,One more thing,,", ",,,The heating broke.,",
            ]
        )
        #expect(received.recorded == ["1.1"])
        #expect(
            received.reading.held.map(\.finding.message) == [
                "The row has no number of an item. Put the number into it, in square brackets, or take its words "
                    + "out."
            ]
        )
        #expect(received.reading.held.flatMap(\.lines).map(\.text).contains("One more thing"))
    }

    @Test("Words beside the table and below it are held or shown, never dropped")
    func wordsBesideTheTable() async throws {
        let stage = try await Self.opened()
        let received = try await Self.rows(
            stage,
            [
                "2031-06-30/warden/1,[1.1],,Eighty people.,Green,,Far to the right",
                "Please call me about 1.2.",
            ]
        )
        #expect(
            received.reading.held.map(\.finding.message) == [
                "The column “column 7, without a heading” is none of the sheet's. Name it as the sheet does, or "
                    + "empty it."
            ]
        )
        #expect(received.reading.outside.map(\.text) == ["Please call me about 1.2."])
    }

    @Test func whatIsHeldKeepsEveryLabelAndEveryWord() async throws {
        let stage = try await Self.opened()
        let received = try await Self.receive(
            stage,
            [
                "[1.1]", "[1.1] Done since: Eighty people.", "[1.1] Colour: purple", "[1.2]",
                "[1.2] Done since: Forty trained.", "[1.2] Colour: pink",
                "[1.2] Evidence: Log, page 4",
            ]
        )
        #expect(received.recorded == [])
        let held = try #require(received.heldSheet)
        for words in ["Eighty people.", "purple", "Forty trained.", "pink", "Log, page 4"] {
            #expect(held.contains(words))
        }
        let labels = held.split(separator: "\n").count { $0.hasPrefix("Done since") }
        #expect(labels == 2)
        let again = held.replacing("purple", with: "Green").replacing("pink", with: "Green")
        let corrected = try await stage.committee.receive(
            Array(again.utf8),
            name: "held.txt",
            by: "clerk"
        )
        #expect(corrected.recorded == ["1.1", "1.2"])
        #expect(try await Self.answer(stage, "1.2")?.evidence == "Log, page 4")
    }

    @Test func aSecondMailKeepsWhatItLeavesEmpty() async throws {
        let stage = try await Self.opened()
        _ = try await Self.receive(
            stage,
            [
                "[1.1]", "[1.1] Done since: Sixty people.", "[1.1] Evidence: Log",
                "[1.1] Colour: Amber, slow",
                "[1.1] New date wanted: By 31 December 2031, a permit",
            ]
        )
        let second = try await Self.receive(stage, ["[1.1]", "[1.1] Done since: Seventy people."])
        #expect(
            second.reading.notes.map(\.message) == [
                "[1.1] leaves some labels empty. Kept from the answer before: the evidence, the colour, the "
                    + "new date."
            ]
        )
        let answer = try #require(try await Self.answer(stage, "1.1"))
        #expect(answer.done == "Seventy people.")
        #expect(answer.evidence == "Log")
        #expect(answer.colour == "A")
        #expect(answer.newDate == "By 31 December 2031")
        let again = try await Self.receive(stage, ["[1.1]", "[1.1] Done since: Seventy people."])
        #expect(again.repeated == ["1.1"])
    }

    @Test func anEarlierTextThatComesAgainIsSaid() async throws {
        let stage = try await Self.opened()
        let (new, old) = (
            ["[1.1]", "[1.1] Done since: New words."], ["[1.1]", "[1.1] Done since: Old words."]
        )
        _ = try await Self.receive(stage, new)
        _ = try await Self.receive(stage, old)
        let again = try await Self.receive(stage, new)
        #expect(again.recorded == [])
        #expect(
            again.reading.notes.map(\.message) == [
                "[1.1] came with these words on 1 June 2031, and with other words since. The newer ones "
                    + "stay. To go back, withdraw the return and receive this text again."
            ]
        )
        try await stage.perform(.withdraw("Warden"))
        #expect(try await Self.receive(stage, new).recorded == ["1.1"])
    }

    @Test func anOlderSheetDoesNotReplaceANewerOne() async throws {
        let stage = try await Self.opened()
        _ = try await Self.receive(stage, ["[1.1]", "[1.1] Done since: First."])
        _ = try await Self.receive(stage, ["[1.1]", "[1.1] Done since: Second."], sheet: 2)
        let older = try await Self.receive(stage, ["[1.1]", "[1.1] Done since: Third."])
        #expect(older.recorded == [])
        #expect(
            older.reading.held.map(\.finding.message) == [
                "The sheet is number 1, and [1.1] was answered on the newer sheet 2. Receive the newer one, "
                    + "or accept this one in its place."
            ]
        )
        let accepted = try await Self.receive(
            stage,
            ["[1.1]", "[1.1] Done since: Third."],
            isAccepting: true
        )
        #expect(accepted.recorded == ["1.1"])
    }

    @Test func whatWasAcceptedIsNotHeldAgain() async throws {
        let stage = try await Self.opened()
        let lines = ["[1.1]", "[1.1] Done since: Fiona Anderson mended it."]
        #expect(try await Self.receive(stage, lines).reading.held.count == 1)
        #expect(try await Self.receive(stage, lines, isAccepting: true).recorded == ["1.1"])
        let again = try await Self.receive(stage, lines)
        #expect(again.reading.held.isEmpty)
        #expect(again.repeated == ["1.1"])
    }

    @Test func wordsWithoutAnyNumberAreHeld() async throws {
        let stage = try await Self.opened()
        let text = "Hello,\n1.1 is finished, we did it on 3/11/23.\n"
        let received = try await stage.committee.receive(
            Array(text.utf8),
            name: "mail.txt",
            by: "clerk"
        )
        #expect(received.recorded == [])
        #expect(received.reading.held.map(\.finding.kind) == ["no-answer"])
        #expect(received.heldSheet?.contains("1.1 is finished, we did it on 3/11/23.") ?? false)
    }

    @Test func aFileThatIsTooLargeToBeASheetIsRefused() async throws {
        let stage = try await Self.opened()
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 250_001)
        await #expect {
            try await stage.committee.receive(bytes, name: "mail.txt", by: "clerk")
        } throws: { error in
            (error as? LibraryError)?.message
                == "mail.txt has 250001 bytes, and a sheet has at most 250000. Name the file of the sheet, "
                + "without what is attached to it."
        }
    }

    @Test(arguments: [
        "Green, not finished until it is tried", "Green, not yet finished, one school is left",
        "Green, unfinished, one school is left", "Green, still open, one school is left",
    ])
    func whatIsNotFinishedIsNotRecordedAsFinished(_ words: String) throws {
        var answer = ReturnedAnswer("1.1")
        (answer.done, answer.colour) = ("It is written.", "G")
        answer.finished = .on(CivilDate(2031, 6, 1))
        var round = SheetSample.round
        round.returns = [UpdateReturn(lead: "head-warden", version: 1, answers: [answer])]
        let reader = AgreeReader(round, plan: SheetSample.plan, scheme: SheetSample.scheme)
        let sheet = "[1.1] AGREED: \(words)\n[END]\n"
        let reading = try reader.read(Array(sheet.utf8), name: "agree.txt")
        #expect(reading.doubts == [])
        #expect(reading.agreed.map(\.finished) == [nil])
    }

    @Test func wordsThatContradictWhatIsFinishedAreDoubted() throws {
        var answer = ReturnedAnswer("1.1")
        answer.finished = .on(CivilDate(2031, 6, 1))
        var round = SheetSample.round
        round.returns = [UpdateReturn(lead: "head-warden", version: 1, answers: [answer])]
        let reader = AgreeReader(round, plan: SheetSample.plan, scheme: SheetSample.scheme)
        let sheet = "[1.1] AGREED: Green, members think that it is not finished\n[END]\n"
        let reading = try reader.read(Array(sheet.utf8), name: "agree.txt")
        #expect(reading.agreed == [])
        #expect(
            reading.doubts.map(\.message) == [
                "The words say that 1.1 goes on, and it would be recorded as finished. Write “not finished” "
                    + "right behind the colour, or “finished” with the day."
            ]
        )
    }

    @Test func thePaperIsCutForItsReader() async throws {
        let stage = try await RoundStage()
        try await stage.committee.append([
            Change(.action("1.2", of: "moor"), .audienceSet(.restricted))
                .draft(effective: CivilDate(2031, 4, 2), by: "clerk")
        ])
        try await stage.perform(.open)
        _ = try await Self.receive(
            stage,
            ["[1.1]", "[1.1] Done since: Shown.", "[1.2]", "[1.2] Done since: HIDDEN words."]
        )
        func paper(_ audience: Audience) async throws -> String {
            let (round, plan) = try await stage.committee.round(for: audience)
            let page = RoundPaper(round, plan: plan, scheme: nil).document.render(.plainText)
            let sheet = AgreeSheet(round, plan: plan, scheme: nil).text
            let status = RoundStatus(of: round, on: stage.day.value).document.render(.plainText)
            return String(decoding: page, as: UTF8.self) + sheet
                + String(decoding: status, as: UTF8.self)
        }
        let shown = try await paper(.committee)
        #expect(shown.contains("Shown."))
        #expect(!shown.contains("HIDDEN"))
        #expect(!shown.contains("1.2"))
        #expect(try await paper(.restricted).contains("HIDDEN words."))
        await #expect(throws: LibraryError.self) { try await paper(.partners) }
    }

    @Test func anUnknownLabelBehindTheNumberIsTold() async throws {
        let stage = try await Self.opened()
        let received = try await Self.receive(
            stage,
            ["[1.1]", "[1.1] Done since: Written.", "[1.1] Complete? Yes, 3 June 2031"],
            isAccepting: true
        )
        #expect(received.recorded == [])
        #expect(
            received.reading.held.map(\.finding.message) == [
                "The line begins with the number of the item and no label of the sheet. Write it behind a "
                    + "label, such as “Finished (no, or the date):”."
            ]
        )
    }
}
