// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

/// The sheet that a lead gets, and what becomes of it when it comes back.
@Suite struct ReturnSheetTests {
    private static func golden(_ name: String, _ text: String) {
        let golden = GoldenFile(name, besides: #filePath)
        let difference = golden.difference(from: Array(text.utf8))
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test func anEmptySheetIsWritten() {
        Self.golden("head-warden.txt", SheetSample.sheet().text)
    }

    @Test func aSheetOfAGroupIsWrittenWithItsAnswers() {
        let answers = ["2.1", "m1"].map(SheetSample.answer)
        Self.golden("path-group.txt", SheetSample.sheet("path-group", answers: answers).text)
    }

    @Test func aSheetIsWrittenAsCommaSeparatedValues() {
        let answers = ["1.1", "1.10", "1.2"].map(SheetSample.answer)
        Self.golden("head-warden.csv", SheetSample.sheet(answers: answers).csv)
    }

    @Test func anEmptySheetAnswersNothing() throws {
        let reading = try SheetSample.read(SheetSample.sheet().text)
        #expect(reading.answers == [])
        #expect(reading.held == [])
        #expect(reading.outside == [])
        #expect(reading.lead == "head-warden")
        #expect(reading.account.answers == 0)
    }

    @Test func whatIsWrittenReadsBack() throws {
        let answers = ["1.1", "1.10", "1.2"].map(SheetSample.answer)
        let sheet = SheetSample.sheet(answers: answers)
        for text in [sheet.text, sheet.csv] {
            let reading = try SheetSample.read(text)
            #expect(reading.answers == answers)
            #expect(reading.held == [])
            #expect(reading.notes == [])
            #expect(reading.outside == [])
        }
    }

    @Test func anItemMayComeAlone() throws {
        let answers = ["1.1", "1.10", "1.2"].map(SheetSample.answer)
        let lines = SheetSample.sheet(answers: answers).text.split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let first = try #require(lines.firstIndex { $0.hasPrefix("[1.10]") })
        let next = try #require(lines.firstIndex { $0.hasPrefix("[1.2]") })
        let alone = lines[..<1] + lines[first..<next] + ["[END]"]
        let reading = try SheetSample.read(alone.joined(separator: "\n"))
        #expect(reading.answers == [SheetSample.answer("1.10")])
        #expect(reading.held == [])
    }

    @Test func greetingsAndSignaturesAreShownAndNotRecorded() throws {
        let answers = [SheetSample.answer("1.2")]
        let text =
            "Dear clerk, here it is, with my best wishes.\n\n"
            + SheetSample.sheet(answers: answers).text + "\nYours\nDavina Petrie\n"
        let reading = try SheetSample.read(text)
        #expect(reading.answers == answers)
        #expect(
            reading.outside.map(\.text) == [
                "Dear clerk, here it is, with my best wishes.", "Yours", "Davina Petrie",
            ]
        )
        #expect(reading.account.outside == 12)
    }

    @Test func whoAnsweredIsKeptWhenItIsARole() throws {
        let text = SheetSample.sheet(answers: [SheetSample.answer("1.2")]).text
        let label = "Answered by (the role, never a name):"
        let role = try SheetSample.read(text.replacing(label, with: "\(label) deputy warden"))
        #expect(role.answeredBy == "Deputy Warden")
        let name = try SheetSample.read(text.replacing(label, with: "\(label) Davina Petrie"))
        #expect(name.answeredBy == "")
        #expect(
            name.notes.map(\.message) == [
                "Who answered is not a role that the committee or the plan knows, so it is not "
                    + "recorded."
            ]
        )
        #expect(name.outside.map(\.text) == ["Davina Petrie"])
    }

    @Test func theDayOfAGroupsMeetingIsKept() throws {
        let text = SheetSample.sheet("path-group", answers: [SheetSample.answer("2.1")]).text
        let label = "For a group, the day of the meeting that agreed this:"
        let reading = try SheetSample.read(text.replacing(label, with: "\(label) 12 June 2031"))
        #expect(reading.groupMeeting == "12 June 2031")
        #expect(reading.notes == [])
    }

    // MARK: What is held

    /// A sheet in which one line is in place of another.
    private static func sheet(_ line: String, inPlaceOf old: String) throws -> String {
        let text = SheetSample.sheet(answers: [SheetSample.answer("1.2")]).text
        try #require(text.contains(old))
        return text.replacing(old, with: line)
    }

    static let doubts: [(old: String, new: String, message: String, isAcceptable: Bool)] = [
        (
            "[END]", "",
            "The sheet has no [END], so nobody knows where the last answer ends. Take out what is not "
                + "part of it, and put [END] below.", true
        ),
        (
            "[1.2] Evidence (document, date, page):", "[1.2] Evidense:",
            "The words before the colon are nearly the label “Evidence (document, date, page)”. "
                + "Correct the label.", true
        ),
        (
            "[1.2] Difference made:", "Impact -",
            "The line begins like the label “Difference made”, without its colon. Put a colon behind "
                + "the label, or begin the line otherwise.", true
        ),
        (
            "Amber, the last", "Mauve, the last",
            "The answer does not begin with a colour of the key. Write one of: Red, Amber, Green.",
            true
        ),
        (
            "(no, or the date): no", "(no, or the date): nearly",
            "The answer is neither “no” nor a day. Write the day on which it was finished, such as 30 "
                + "November 2023.", false
        ),
        (
            "(no, or the date): no", "(no, or the date): 1 August 2031",
            "1 August 2031 is after the report's own date. Write the day on which it was finished, or "
                + "“no”.", false
        ),
        (
            "By 31 December 2031, because", "Soon, because",
            "The answer does not begin with a date. Write one such as 30 June 2024, and why.", true
        ),
        (
            "[1.2] Difference made:", "[1.2] Done since:",
            "“Done since (or “No change”)” is answered twice, and not the same: a heading may be lost. "
                + "Keep one answer, or put the number of the other item above it.", false
        ),
        (
            "Timescale: By 31 October 2031\nColour agreed: Green (G)\n[1.2]",
            "We meet every week.\n[1.2]",
            "Words stand above the first label that the sheet did not print. Write behind a label, or "
                + "take them out.", false
        ),
    ]

    @Test(arguments: doubts.indices)
    func whatIsDoubtfulIsHeldWithItsReason(_ place: Int) throws {
        let (old, new, message, isAcceptable) = Self.doubts[place]
        var text = try Self.sheet(new, inPlaceOf: old)
        if old == "[END]" {
            for label in ["Answered by (the role, never a name):\n"] {
                text = text.replacing(label, with: "")
            }
        }
        let reading = try SheetSample.read(text)
        #expect(reading.answers == [])
        #expect(reading.held.map(\.finding.message) == [message])
        #expect(reading.held.map(\.isAcceptable) == [isAcceptable])
        #expect(reading.held.first?.number == "1.2")
        let accepted = try SheetSample.read(text, isAccepting: true)
        #expect(accepted.answers.map(\.item) == (isAcceptable ? ["1.2"] : []))
    }

    static let numbers: [(String, String)] = [
        ("[1.3]", "The plan has no item [1.3]. Did you mean “1.1”?"),
        (
            "[2.1]",
            "[2.1] is asked of Path Group, not of Head Warden. Correct the number, or assign the item "
                + "first."
        ),
        (
            "[1]",
            "Nobody is asked of [1] at 2031-06-30. Correct the number, or assign the item first."
        ),
    ]

    @Test(arguments: numbers)
    func aWrongNumberIsAFinding(_ number: String, _ message: String) throws {
        let text = SheetSample.sheet(answers: [SheetSample.answer("1.2")]).text
            .replacing("[1.2]", with: number)
        let reading = try SheetSample.read(text)
        #expect(reading.answers == [])
        #expect(reading.held.map(\.finding.message) == [message])
        #expect(reading.held.map(\.isAcceptable) == [false])
    }

    @Test func aLostRefIsToldByTheNumbers() throws {
        let text = SheetSample.sheet(answers: [SheetSample.answer("1.2")]).text
            .replacing("2031-06-30/head-warden/2", with: "")
        let reading = try SheetSample.read(text)
        #expect(reading.lead == "head-warden")
        #expect(reading.answers.map(\.item) == ["1.2"])
        #expect(
            reading.notes.map(\.message) == [
                "The sheet has no ref. By its items it is that of Head Warden."
            ]
        )
    }

    @Test func aQuestionMarkIsNoAnswer() throws {
        var answer = ReturnedAnswer("1.2")
        answer.help = "?"
        let reading = try SheetSample.read(SheetSample.sheet(answers: [answer]).text)
        #expect(reading.answers == [])
        #expect(reading.held == [])
        #expect(
            reading.notes.map(\.message) == ["A question mark is no answer. It counts as blank."]
        )
    }

    @Test func noChangeIsAnAnswer() throws {
        let text = SheetSample.sheet().text.replacing(
            "[1.2] Done since (or “No change”):",
            with: "[1.2] Done since (or “No change”): No change."
        )
        let reading = try SheetSample.read(text)
        #expect(reading.answers.map(\.isNoChange) == [true])
        #expect(reading.answers.map(\.saysNothing) == [true])
    }

    @Test func whatIsHeldCanBeEditedAndReceived() throws {
        let text = try Self.sheet("Mauve, the last", inPlaceOf: "Amber, the last")
        let held = try #require(try SheetSample.read(text).heldSheet(of: SheetSample.round))
        let edited = held.replacing("Mauve, the last", with: "Amber, the last")
        #expect(try SheetSample.read(edited).answers == [SheetSample.answer("1.2")])
        // Unedited it stays as doubtful as it was.
        #expect(try SheetSample.read(held).held.map(\.number) == ["1.2"])
    }

    @Test func whatTheScreeningFindsIsHeld() throws {
        let reader = SheetSample.reader { words in
            words.contains("farmers")
                ? [Finding(line: 0, kind: "name", message: "A listed word stands here.")] : []
        }
        let text = SheetSample.sheet(answers: [SheetSample.answer("1.2")]).text
        let reading = try reader.read(Array(text.utf8), name: "mail.txt")
        #expect(reading.answers == [])
        #expect(reading.held.map(\.finding.kind) == ["name"])
        #expect((reading.held.first?.finding.line ?? 0) > 0)
    }
}
