// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("The report on a programme, what is due in it, and what is found")
struct ProgrammeReportTests {
    typealias Sample = ProgrammeSample

    private static let day = CivilDate(2017, 1, 12)

    @Test(arguments: [Audience.committee, .public])
    func itIsAsRecordedInEveryRenderer(_ audience: Audience) throws {
        let edition = try Sample.whole().edition(on: Self.day, for: audience)
        let document = try ProgrammeReport.update.document(of: edition)
        for form in DocumentFormat.allCases where audience == .committee || form == .markdown {
            let golden = GoldenFile(
                "programme-update-\(audience.rawValue).\(form.rawValue)",
                besides: #filePath,
                in: "Goldens"
            )
            if let difference = golden.difference(from: document.render(form)) {
                Issue.record("\(difference)")
            }
        }
    }

    private static func text(
        for audience: Audience,
        on day: CivilDate = day,
        number: Int? = nil
    ) throws -> String {
        let edition = try Sample.whole().edition(on: day, for: audience)
        let document = try ProgrammeReport.update.document(
            of: edition,
            plan: Sample.plan,
            number: number
        )
        return String(decoding: document.render(.markdown), as: UTF8.self)
    }

    @Test func theFirstUpdateSaysWhatItSaid() throws {
        let text = try Self.text(for: .public, number: 1)
        for words in ["update 1", "Issued on 12 October 2016.", "Two toolkits are compared."] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func thePublicReadsNeitherCountsNorFindings() throws {
        let text = try Self.text(for: .public)
        for words in [
            "Subscribers", "240", "with a suggestion", "To be looked at", "The sites asked",
        ] {
            #expect(!text.contains(words), "\(words)")
        }
        for words in [
            "Hearings Partnership, outside this programme", "Northtown, Westerly, The Isles",
            "31 March 2017, the end of the financial year", "2,751", "National statistics, 2016",
            "Harbour House", "First steps on neglect", "From 31 October 2016 on 20 October 2016",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func aDraftIsForTheCommittee() throws {
        var sample = try Sample.whole()
        let day = CivilDate(2016, 12, 20)
        sample.add(
            ProgrammeUpdate.self,
            Sample.id("3"),
            .updateSaid(AreaUpdate("1", "Not yet told.")),
            on: day
        )
        for audience in [Audience.public, .committee] {
            let edition = sample.edition(on: day, for: audience)
            let document = try ProgrammeReport.update.document(of: edition)
            let text = String(decoding: document.render(.markdown), as: UTF8.self)
            #expect(text.contains("Not yet told.") == (audience == .committee))
            #expect(text.contains("update 2") == (audience == .public))
        }
    }

    @Test func sixWeeksAfterTheFirstTheSecondIsDue() throws {
        var sample = try Sample()
        func next(_ day: CivilDate) throws -> String {
            let edition = sample.edition(on: day)
            let programme = try #require(edition.programmes.first)
            let next = try #require(edition.programmeState.nextUpdate(of: programme))
            return "\(next.number) by \(next.due)"
        }
        #expect(try next(Sample.start) == "1 by 2016-10-12")
        sample.issue(1, ["1": "Something."], on: Sample.first)
        #expect(try next(Sample.first) == "2 by 2016-11-23")
    }

    @Test func whatIsDueIsADeadline() throws {
        let state = try Sample.whole().edition(on: CivilDate(2016, 12, 20)).programmeState
        let words: [String] = state.deadlines(through: CivilDate(2017, 4, 1)).map { due in
            "\(due.kind) \(due.name) \(due.due)"
        }
        #expect(
            words == [
                "programme-update update 3 of programme “Improvement Programme” 2017-01-04",
                "programme-report the report of programme “Improvement Programme” 2016-12-31",
                "programme-milestone milestone “The strategy is published” 2017-02-28",
                "programme-trial the end of trial “Test of what works with neglect” 2017-03-31",
                "programme-recommendation the answer to recommendation r1 of improvement-2016 2017-01-31",
            ]
        )
    }

    @Test func theFindingsNameWhatIsToBeDone() throws {
        let findings = try Sample.whole().edition(on: Self.day).programmeFindings()
        #expect(
            findings.map(\.kind) == [
                "programme-update-overdue", "programme-report-overdue", "update-leaves-area-out",
                "recommendation-without-outcome",
            ]
        )
        let messages: [String] = findings.prefix(3).map(\.message)
        let expected: [String] = [
            "Update 3 of programme “Improvement Programme” was due by 4 January 2017, 8 days ago (Programme "
                + "Manager). Write and issue it, or set another interval.",
            "The report of programme “Improvement Programme” was due by 31 December 2016, 12 days ago (Programme "
                + "Manager). Record the end of the programme, or set another day.",
            "Update 2 of improvement-2016 says nothing of 9. Trafficking. Say in the next one what is new there, or "
                + "that nothing is.",
        ]
        #expect(messages == expected)
    }

    @Test func milestonesTellTheirStory() throws {
        let milestones = try Sample.whole().edition(on: Self.day).programmeState.milestones
        let standings: [String] = milestones.map { one in
            "\(one.mark): \(one.standing(on: Self.day))"
        }
        #expect(
            standings == ["summary: Met", "toolkit: Met", "maps: Missed", "strategy: To come"]
        )
        let toolkit = try #require(milestones.first { $0.mark == "toolkit" })
        #expect(toolkit.planned.map(\.due.description) == ["2016-10-31", "2016-11-15"])
    }

    @Test func whatChangedIsToldInSentences() throws {
        let sample = try Sample.whole()
        let sentences = sample.edition(on: CivilDate(2016, 12, 31)).programmeState.changes(
            since: sample.edition(on: CivilDate(2016, 11, 20)).programmeState,
            in: EditionPair(
                sample.edition(on: CivilDate(2016, 11, 20)),
                sample.edition(on: CivilDate(2016, 12, 31))
            )
        ).map(\.sentence)
        for words in [
            "Milestone “Gaps in the data are mapped” was missed. Two services are still to answer.",
            "Update 2 of improvement-2016 says of area 5: One toolkit is chosen.",
            "Update 2 of improvement-2016 was issued.",
            "Recommendation r1 of improvement-2016 was made to Ministers.",
        ] { #expect(sentences.contains(words), "\(words)") }
    }

    @Test func anUpdateStandsInTheCirculation() throws {
        let lines = CirculationList(of: try Sample.whole().edition(on: Self.day)).lines
        #expect(lines.first?.what == "Update 1 of Improvement Programme")
        #expect(lines.first?.to == "Subscribers (240)")
    }

    @Test func aCommitteeWithoutOneIsToldHowToBegin() throws {
        let edition = Edition(
            of: Record(),
            committee: "cpc",
            name: "CPC",
            asOf: Self.day,
            audience: .committee
        )
        let document = try ProgrammeReport.update.document(of: edition)
        let text = String(decoding: document.render(.markdown), as: UTF8.self)
        #expect(text.contains("Begin one on a plan with committee programme begin."))
        #expect(throws: LibraryError.self) {
            try ProgrammeReport.update.document(of: edition, plan: "plan-2026")
        }
    }

    @Test(arguments: ["toolkit", "test", "r1", "s1"])
    func everythingHasACard(_ mark: String) throws {
        let edition = try Sample.whole().edition(on: Self.day)
        let card = try #require(ProgrammeReport.card(of: Sample.id(mark), in: edition))
        #expect(
            String(decoding: card.render(.markdown), as: UTF8.self).contains("What is recorded")
        )
    }

    @Test func aFigureThatAnUpdateCitesIsPutInItsPlace() throws {
        var sample = try Sample()
        sample.issue(
            1,
            ["6": "{figure:registered@2015-07-31} children were on the register."],
            on: Sample.first
        )
        let edition = sample.edition().withFiguresInTexts()
        let said = edition.programmeState.updates.first?.words(of: "6")?.words.plainText
        #expect(said == "2,751 children were on the register.")
        #expect(
            edition.figureCitations().map(\.place) == ["area 6 of update 1 of improvement-2016"]
        )
    }

    @Test func nothingIsForAWiderAudienceThanItsPlanOrItsArea() throws {
        var sample = try Sample.whole()
        sample.add(.action("5", of: Sample.plan), .audienceSet(.restricted), on: Self.day)
        for audience in [Audience.public, .partners, .committee] {
            let state = sample.edition(on: Self.day, for: audience).programmeState
            #expect(state.trials == [])
            #expect(state.milestones.map(\.mark) == ["summary", "maps", "strategy"])
            #expect(state.recommendations.map(\.mark) == ["s1"])
            #expect(state.updates.allSatisfy { $0.words(of: "5") == nil })
        }
        #expect(sample.edition(on: Self.day, for: .restricted).programmeState.trials.count == 1)
    }
}
