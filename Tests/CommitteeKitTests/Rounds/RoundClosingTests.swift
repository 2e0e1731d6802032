// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("What is agreed of a progress update, and who may read what stands beneath it")
struct RoundClosingTests {
    private static func written(for audience: Audience) -> String {
        var plan = SheetSample.plan
        let place = plan.items.firstIndex { $0.id == "1.1" } ?? 0
        plan.items[place].progress = [
            ProgressEntry(text: "Open words.", asAt: CivilDate(2031, 4, 1), by: "w"),
            ProgressEntry(
                text: "Held words.",
                asAt: CivilDate(2031, 5, 1),
                by: "w",
                audience: .committee
            ),
            ProgressEntry(
                text: "Named words.",
                asAt: CivilDate(2031, 5, 2),
                by: "w",
                audience: .restricted
            ),
        ]
        var round = SheetSample.round
        round.evidence = .beneath
        var agreed = AgreedAnswer("1.1")
        agreed.words = "New words."
        round.agreed = [agreed]
        let writing = RoundWriting(
            round: round,
            plan: plan,
            audience: audience,
            by: "clerk",
            timescales: TimescaleReader()
        )
        return "\(writing.drafts)"
    }

    @Test(
        "Beneath new words stands the last report that their readers may read too",
        arguments: [
            (Audience.public, "Open words."), (.partners, "Open words."),
            (.committee, "Held words."), (.restricted, "Named words."),
        ]
    )
    func beneath(_ audience: Audience, _ expected: String) {
        let written = Self.written(for: audience)
        #expect(written.contains("New words."))
        for words in ["Open words.", "Held words.", "Named words."] {
            #expect(written.contains(words) == (words == expected))
        }
    }

    // MARK: Silence is no consent

    private static func read(_ line: String) throws -> AgreeReader.Reading {
        var round = SheetSample.round
        var answer = SheetSample.answer("1.1")
        answer.finished = .on(CivilDate(2031, 5, 30))
        round.returns = [UpdateReturn(lead: "head-warden", version: 1, answers: [answer])]
        let reader = AgreeReader(round, plan: SheetSample.plan, scheme: SheetSample.scheme)
        let text = "AGREE ref 2031-06-30/agree\n[1.1] AGREED: \(line)\n[END]\n"
        return try reader.read(Array(text.utf8), name: "agree.txt")
    }

    @Test(
        "What was proposed and is not named is doubtful",
        arguments: [
            (
                "Amber, the permit is late",
                "The line says nothing of what was proposed too: that it was finished on 30 May 2031, and the "
                    + "new date By 31 December 2031. Write “finished 30 May 2031” or “not finished”, and “By 31 "
                    + "December 2031” or “no new date” before the reason."
            ),
            (
                "not finished, no new date, the old date stays",
                "The line says nothing of what was proposed too: the colour Amber. Write the colour that was "
                    + "agreed before the reason."
            ),
        ]
    )
    func silent(_ line: String, _ message: String) throws {
        let reading = try Self.read(line)
        #expect(reading.agreed == [])
        #expect(reading.doubts.map(\.message) == [message])
    }

    @Test("What is named is agreed, and nothing else")
    func named() throws {
        let reading = try Self.read("Green, not finished, no new date, the old date stays")
        #expect(reading.doubts == [])
        let agreed = try #require(reading.agreed.first)
        #expect((agreed.colour, agreed.finished, agreed.timescale) == ("G", nil, ""))
        #expect(agreed.reason == "the old date stays")
    }
}
