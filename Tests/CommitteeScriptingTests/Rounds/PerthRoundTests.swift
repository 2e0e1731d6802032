// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

@testable import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Testing

/// Progress updates of the committee of the examples, from asking to what stands in the plan.
@Suite struct PerthRoundTests {
    private static let december = CivilDate(2023, 12, 5)

    private static func golden(_ name: String, _ text: String) {
        let golden = GoldenFile(name, besides: #filePath)
        let difference = golden.difference(from: Array(text.utf8))
        #expect(difference == nil, "\(difference ?? "")")
    }

    private func open(_ play: RoundPlay) async throws -> OpenedRound {
        try await play.committee.openRound(
            at: Self.december,
            due: CivilDate(2023, 11, 21),
            effective: CivilDate(2023, 11, 7),
            by: "coordinator"
        )
    }

    /// What the leads say in December, in our own words.
    private static func december(_ item: String) -> ReturnedAnswer? {
        var answer = ReturnedAnswer(item)
        switch item {
        case "1.1":
            answer.done = "The guidance for critical incidents went to every school."
            answer.evidence = "Guidance of 20 November 2023, pages 1 to 12"
            answer.finished = .on(CivilDate(2023, 11, 29))
            answer.colour = "G"
        case "1.3":
            answer.done = "The course was bought and two dates are set."
            answer.newDate = "By 30 June 2024"
            answer.newDateReason = "the second date is in June"
            answer.colour = "A"
            answer.colourReason = "one trainer left"
        case "2.1": answer.isNoChange = true
        default:
            answer.done = Prose("Work on \(item) went on as planned.")
            answer.evidence = Prose("Minutes of the group, 14 November 2023, item \(item)")
            answer.colour = "G"
            answer.finished = .no
        }
        return answer
    }

    @Test func theLeadsOfOngoingActionsAreAskedEachOnce() async throws {
        let play = try await RoundPlay.example()
        let opened = try await open(play)
        let items = opened.round.asked.flatMap(\.items)
        #expect(items.count == 16)
        #expect(Set(items).count == 16)
        #expect(opened.round.asked.count == 9)
        #expect(opened.withoutLead.count == 14)
        let groups = opened.round.asked.filter { $0.group != nil }
        #expect(groups.map(\.name) == ["CPC Practice Improvement Working Group"])
        #expect(groups.first?.items.count == 7)
        #expect(groups.first?.items.contains("4.2") == false)
        #expect(opened.round.evidence == .beneath)
        #expect(opened.round.name == "Progress / Update Report")
    }

    @Test func aRoundIsPlayedFromAskingToThePlan() async throws {
        let play = try await RoundPlay.example()
        let committee = play.committee
        _ = try await open(play)
        let received = try await play.answer(on: CivilDate(2023, 11, 20), Self.december)
        #expect(received.flatMap(\.recorded).count == 16)
        #expect(received.flatMap(\.reading.held) == [])
        #expect(
            received.allSatisfy { $0.reading.outside.map(\.text) == ["Hello,", "Kind regards"] }
        )

        // The same mails again record nothing.
        let again = try await play.answer(on: CivilDate(2023, 11, 20), Self.december)
        #expect(again.flatMap(\.recorded) == [])
        #expect(again.flatMap(\.repeated).count == 16)

        var (round, record) = try await committee.round(on: CivilDate(2023, 11, 28))
        #expect(RoundStatus(of: round, on: CivilDate(2023, 11, 28)).outstanding == [])
        round = try await committee.recordInRound(
            nil,
            effective: CivilDate(2023, 11, 28),
            by: "coordinator"
        ) { _ in .roundFrozen(digest: nil) }
        let plan = try #require(record.plan(round.plan))
        let scheme = play.library.plugins.contributions.scheme(plan.scheme)
        let paper = RoundPaper(round, plan: plan, scheme: scheme).document.render(.markdown)
        Self.golden("paper-2023-12-05.md", String(decoding: paper, as: UTF8.self))

        let sheet = AgreeSheet(
            round,
            plan: plan,
            scheme: scheme,
            meeting: "CPC, 5 December 2023, item 5"
        ).text
        Self.golden("agree-2023-12-05.txt", sheet)
        let filled = sheet.replacing(
            "[2.3] AGREED:",
            with: "[2.3] AGREED: Amber, training has not begun"
        ).replacing("(yes or no):", with: "(yes or no): yes")
        let (reading, entry) = try await committee.agree(
            Array(filled.utf8),
            name: "agree.txt",
            at: "cpc/2023-12-05#5",
            effective: Self.december,
            by: "coordinator"
        )
        #expect(reading.doubts == [])
        #expect(reading.open == [])
        #expect(reading.agreed.count == 16)
        #expect(entry != nil)
        let repeated = try await committee.agree(
            Array(filled.utf8),
            name: "agree.txt",
            at: "cpc/2023-12-05#5",
            effective: Self.december,
            by: "coordinator"
        )
        #expect(repeated.sequence == nil)

        let closed = try await committee.closeRound(
            audience: .public,
            effective: Self.december,
            by: "coordinator"
        )
        #expect(closed.check.total == 19)
        #expect(closed.check.completed == 4)
        #expect(closed.check.added == 0)
        #expect(closed.check.ongoing == 15)
        Self.golden("plan-2023-12-05.md", try await play.page(on: Self.december))

        let after = try #require(
            try await committee.edition(asOf: Self.december, audience: .public).plans.last
        )
        #expect(after.statedFact("progress") == "5 December 2023")
        #expect(
            after.statedChecks.map(\.words) == [
                "1 April 2023", "31 October 2023", "5 December 2023",
            ]
        )
        #expect(after.item("1.1")?.completion == .completed(.on(CivilDate(2023, 11, 29))))
        #expect(after.item("1.3")?.timescale.words == "By 30 June 2024")
        #expect(after.item("1.3")?.firstTimescale.words == "By 31 December 2023")
        #expect(after.item("2.3")?.status?.printed == "A")
        // Before the report's date the plan says what it said.
        let before = try await play.page(on: CivilDate(2023, 12, 4))
        #expect(!before.contains("5 December 2023"))
    }

    @Test func whoIsLateIsToldUntilTheReturnComes() async throws {
        let play = try await RoundPlay.example()
        _ = try await open(play)
        let late = CivilDate(2023, 11, 24)
        let edition = try await play.committee.edition(asOf: late, audience: .committee)
        let due = edition.rooms[RoundsState.self].deadlines(through: late)
        #expect(due.count == 9)
        #expect(due.allSatisfy { $0.due == CivilDate(2023, 11, 21) })
        _ = try await play.answer(on: CivilDate(2023, 11, 23)) { item in
            item == "2.1" ? nil : Self.december(item)
        }
        let then = try await play.committee.edition(asOf: late, audience: .committee)
        let rest = then.rooms[RoundsState.self].deadlines(through: late)
        #expect(rest.map(\.leads) == [["PKC Trauma Champion"]])
        let (round, _) = try await play.committee.round(on: late)
        let status = RoundStatus(of: round, on: late)
        #expect(status.outstanding.map(\.lead.name) == ["PKC Trauma Champion"])
        #expect(status.outstanding.map(\.daysLate) == [3])
    }

    @Test func returnsAreNeverShownOutsideTheCommittee() async throws {
        let play = try await RoundPlay.example()
        _ = try await open(play)
        _ = try await play.answer(on: CivilDate(2023, 11, 20), Self.december)
        for audience in [Audience.public, .partners] {
            let edition = try await play.committee.edition(
                asOf: CivilDate(2023, 11, 21),
                audience: audience
            )
            #expect(edition.updateRounds == [])
            #expect(edition.omissions.contains { $0.what == "progress updates" && $0.count == 1 })
        }
    }

    @Test(
        .enabled(if: ShippedPlugins.hasDocuments, "skipped: the published documents are not here")
    )
    func thePublishedPlanPrintsTheNextReport() async throws {
        let play = try await RoundPlay(try ShippedPlugins.document("001"))
        let opened = try await open(play)
        #expect(opened.round.asked.flatMap(\.items).count == 16)
        #expect(opened.round.asked.count == 9)
        let group = try #require(opened.round.asked.first { $0.group != nil })
        #expect(group.items.count == 7)
        #expect(!group.items.contains("4.2"))
        let october = try #require(
            try await play.committee.edition(asOf: CivilDate(2023, 11, 7), audience: .public)
                .plans.last
        )
        _ = try await play.answer(on: CivilDate(2023, 11, 20)) { item in
            var answer = ReturnedAnswer(item)
            answer.done = Prose("December's words on \(item).")
            answer.evidence = Prose("December's proof of \(item).")
            return answer
        }
        try await play.committee.recordInRound(
            nil,
            effective: CivilDate(2023, 11, 28),
            by: "coordinator"
        ) { _ in .roundFrozen(digest: nil) }
        let sheet = "Others as proposed: yes\n[END]\n"
        let agreed = try await play.committee.agree(
            Array(sheet.utf8),
            name: "agree.txt",
            effective: Self.december,
            by: "coordinator"
        )
        #expect(agreed.reading.agreed.count == 16)
        let closed = try await play.committee.closeRound(
            audience: .public,
            effective: Self.december,
            by: "coordinator"
        )
        #expect(closed.check.total == 19)
        #expect(closed.check.completed == 3)
        #expect(closed.check.ongoing == 16)
        let page = try await play.page(on: Self.december, for: .public)
        #expect(page.contains("| 5 December 2023 | Progress / Update Report | 19 | 3 | 0 | 16 |"))
        #expect(page.contains("Progress Report & Evidence \\@ 5 December 2023"))
        let after = try #require(
            try await play.committee.edition(asOf: Self.december, audience: .public).plans.last
        )
        #expect(after.statedChecks.count == 3)
        for item in opened.round.asked.flatMap(\.items) {
            let new = try #require(after.item(item)?.latestProgress.plainText)
            let old = try #require(october.item(item)?.latestProgress.plainText)
            #expect(new.hasPrefix("December's words on \(item)."))
            #expect(new.contains("December's proof of \(item)."))
            // October's words stand beneath, in a list or out of it.
            let oldWords = old.split { !$0.isLetter }
            let newWords = new.split { !$0.isLetter }
            #expect(newWords.suffix(oldWords.count).elementsEqual(oldWords), "\(item)")
        }
    }
}
#endif
