// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

/// Every step at every stage of what stands in a programme, and what refuses it.
@Suite("The stages of milestones, trials, updates and recommendations")
struct ProgrammeStageTests {
    typealias Sample = ProgrammeSample

    private static let due = MilestoneDay(CivilDate(2016, 10, 1))
    private static let other = MilestoneDay(monthOf: CivilDate(2016, 12, 1))

    // MARK: Milestones

    private static let milestoneSteps: [(name: String, fact: Change.Fact)] = [
        ("planned", .milestonePlanned(MilestonePlan(other))),
        ("met", .milestoneMet(ProgrammeStep())), ("missed", .milestoneMissed(ProgrammeStep())),
        ("dropped", .milestoneDropped(ProgrammeStep())),
    ]

    /// The milestone at a stage, and the steps that can be taken there.
    private static let milestoneStages: [(ProgrammeMilestone.Stage, [String], Set<String>)] = [
        (.open, [], ["planned", "met", "missed", "dropped"]), (.met, ["met"], []),
        (.missed, ["missed"], ["planned", "met", "dropped"]), (.dropped, ["dropped"], []),
        (.open, ["missed", "planned"], ["met", "dropped"]), (.met, ["missed", "met"], []),
        (.dropped, ["missed", "dropped"], []),
    ]

    @Test(arguments: milestoneStages.indices)
    func everyStepOfAMilestone(_ place: Int) throws {
        let (stage, steps, allowed) = Self.milestoneStages[place]
        var sample = try Sample()
        let id = Sample.id("toolkit")
        sample.add(ProgrammeMilestone.self, id, ProgrammeMilestone.Entries.title.fact("Toolkit"))
        sample.add(ProgrammeMilestone.self, id, .milestonePlanned(MilestonePlan(Self.due)))
        for step in steps {
            let fact = try #require(Self.milestoneSteps.first { $0.name == step }?.fact)
            sample.add(ProgrammeMilestone.self, id, fact, on: Sample.first)
        }
        #expect(sample.edition().programmeState.milestones.first?.stage == stage)
        for (name, fact) in Self.milestoneSteps {
            let refusal = sample.refusal(ProgrammeMilestone.self, "toolkit", fact)
            #expect((refusal == nil) == allowed.contains(name), "\(name): \(refusal ?? "allowed")")
            if let refusal { #expect(refusal.contains("cannot be ")) }
        }
    }

    // MARK: Trials

    private static let trialSteps: [(name: String, fact: Change.Fact)] = [
        ("begun", .trialBegun(ProgrammeStep())), ("ended", .trialEnded(ProgrammeStep())),
        ("dropped", .trialDropped(ProgrammeStep())),
    ]

    private static let trialStages: [(ProgrammeTrial.Stage, [String], Set<String>)] = [
        (.planned, [], ["begun", "dropped"]), (.underWay, ["begun"], ["ended", "dropped"]),
        (.ended, ["begun", "ended"], []), (.dropped, ["dropped"], []),
        (.dropped, ["begun", "dropped"], []),
    ]

    @Test(arguments: trialStages.indices)
    func everyStepOfATrial(_ place: Int) throws {
        let (stage, steps, allowed) = Self.trialStages[place]
        var sample = try Sample()
        let id = Sample.id("test")
        sample.add(ProgrammeTrial.self, id, ProgrammeTrial.Entries.title.fact("Test"))
        sample.add(ProgrammeTrial.self, id, ProgrammeTrial.Entries.sites.fact(["North"]))
        for step in steps {
            let fact = try #require(Self.trialSteps.first { $0.name == step }?.fact)
            sample.add(ProgrammeTrial.self, id, fact)
        }
        #expect(sample.edition().programmeState.trials.first?.stage == stage)
        for (name, fact) in Self.trialSteps {
            let refusal = sample.refusal(ProgrammeTrial.self, "test", fact)
            #expect((refusal == nil) == allowed.contains(name), "\(name): \(refusal ?? "allowed")")
        }
    }

    // MARK: Updates and recommendations

    private static let updateSteps: [(name: String, fact: Change.Fact)] = [
        ("introduction", ProgrammeUpdate.Entries.introduction.fact("Hello.")),
        ("said", .updateSaid(AreaUpdate("1", "Something new."))),
        ("issued", .updateIssued(ProgrammeStep())), ("sent", .updateSent(UpdateSending(to: "All"))),
        ("replied", .updateReplied(UpdateReplies(2))),
    ]

    private static let updateStages: [([String], Set<String>)] = [
        ([], ["introduction", "said"]), (["introduction"], ["introduction", "said"]),
        (["said"], ["introduction", "said", "issued"]),
        (["said", "issued"], ["sent", "replied"]),
    ]

    @Test(arguments: updateStages.indices)
    func everyStepOfAnUpdate(_ place: Int) throws {
        let (steps, allowed) = Self.updateStages[place]
        var sample = try Sample()
        for step in steps {
            let fact = try #require(Self.updateSteps.first { $0.name == step }?.fact)
            sample.add(ProgrammeUpdate.self, Sample.id("1"), fact)
        }
        for (name, fact) in Self.updateSteps {
            let refusal = sample.refusal(ProgrammeUpdate.self, "1", fact)
            #expect((refusal == nil) == allowed.contains(name), "\(name): \(refusal ?? "allowed")")
        }
    }

    private static let adviceSteps: [(name: String, fact: Change.Fact)] = [
        ("words", ProgrammeRecommendation.Entries.words.fact("Do it.")),
        ("made", .recommendationMade(RecommendationMaking(to: "Ministers"))),
        ("answered", .recommendationAnswered(RecommendationAnswer(.accepted))),
        ("followed", .recommendationFollowed(RecommendationOutcome("Done."))),
    ]

    private static let adviceStages: [([String], Set<String>)] = [
        ([], ["words"]), (["words"], ["words", "made"]),
        (["words", "made"], ["words", "answered", "followed"]),
        (["words", "made", "answered"], ["words", "answered", "followed"]),
    ]

    @Test(arguments: adviceStages.indices)
    func everyStepOfARecommendation(_ place: Int) throws {
        let (steps, allowed) = Self.adviceStages[place]
        var sample = try Sample()
        for step in steps {
            let fact = try #require(Self.adviceSteps.first { $0.name == step }?.fact)
            sample.add(ProgrammeRecommendation.self, Sample.id("r1"), fact)
        }
        for (name, fact) in Self.adviceSteps {
            let refusal = sample.refusal(ProgrammeRecommendation.self, "r1", fact)
            #expect((refusal == nil) == allowed.contains(name), "\(name): \(refusal ?? "allowed")")
        }
    }

    @Test func everyEventIsTried() {
        let tried = Set(
            (Self.milestoneSteps + Self.trialSteps + Self.updateSteps + Self.adviceSteps)
                .map(\.fact.kind)
        )
        let events = ProgrammesRoom().kinds.filter { $0.sort == .event }.map(\.kind)
            .filter { !$0.rawValue.hasPrefix("programme.") }
        #expect(events.filter { !tried.contains($0) } == [])
    }

    // MARK: After the end

    @Test func afterItsEndOnlyWhatBecomesOfItIsRecorded() throws {
        var sample = try Sample.whole()
        let end = CivilDate(2017, 3, 31)
        sample.add(Programme.self, Sample.plan, .programmeEnded(ProgrammeStep()), on: end)
        let words =
            "The programme “improvement-2016” ended on 2017-03-31. Nothing but its audience, replies, and what becomes of "
            + "its recommendations can be recorded."
        #expect(
            sample.refusal(ProgrammeTrial.self, "test", .trialEnded(ProgrammeStep()), on: end)
                == words
        )
        #expect(
            sample.refusal(ProgrammeUpdate.self, "3", .updateSaid(AreaUpdate("1", nil)), on: end)
                == words
        )
        #expect(
            sample.refusal(
                ProgrammeRecommendation.self,
                "s1",
                .recommendationFollowed(RecommendationOutcome("Schools were asked.")),
                on: end
            ) == nil
        )
        #expect(sample.edition(on: end).programmeState.deadlines(through: end + 900) == [])
    }

    // MARK: Sentences

    private static let sentences: [(SubjectReference, Change.Fact, String)] = [
        (
            .programme(Programme.self, "improvement-2017"), Programme.Entries.title.fact("Other"),
            "The record has no plan “improvement-2017” for a programme to carry. Import or draft the plan of its areas "
                + "first, or correct the name."
        ),
        (
            .programme(ProgrammeMilestone.self, "improvement-2017#a"),
            ProgrammeMilestone.Entries.title.fact("A"),
            "The plan “improvement-2017” carries no programme on 2016-10-12. Did you mean “improvement-2016”?"
        ),
        (
            .programme(ProgrammeMilestone.self, "improvement-2016"),
            ProgrammeMilestone.Entries.title.fact("A"),
            "“improvement-2016” cannot name a milestone. Write the plan of the programme and a short name, such as "
                + "improvement-2026#toolkit."
        ),
        (
            .programme(ProgrammeUpdate.self, "improvement-2016#02"),
            .updateSaid(AreaUpdate("1", nil)),
            "“improvement-2016#02” cannot name an update. Write the plan of the programme and the number, such as "
                + "improvement-2026#2."
        ),
        (
            .programme(ProgrammeTrial.self, "improvement-2016#toolkit"),
            ProgrammeTrial.Entries.title.fact("A"),
            "“improvement-2016#toolkit” names a milestone already. Choose another short name."
        ),
        (
            .programme(ProgrammeMilestone.self, "improvement-2016#tolkit"),
            .milestoneMet(ProgrammeStep()),
            "There is no milestone “improvement-2016#tolkit” on 2016-10-12. Did you mean “improvement-2016#toolkit”?"
        ),
        (
            .programme(ProgrammeMilestone.self, "improvement-2016#toolkit"),
            ProgrammeMilestone.Entries.area.fact("10"),
            "The plan “improvement-2016” has no area or action “10”. Write it as the plan numbers it."
        ),
        (
            .programme(ProgrammeMilestone.self, "improvement-2016#toolkit"),
            .milestoneMissed(ProgrammeStep()),
            "The milestone “improvement-2016#toolkit” cannot be missed on 2016-10-12: it is on time until 2016-10-31. "
                + "Move it, or record it later."
        ),
        (
            .programme(ProgrammeUpdate.self, "improvement-2016#1"), .updateIssued(ProgrammeStep()),
            "The update “improvement-2016#1” cannot be issued twice: it was issued on 2016-10-12. Number the next one "
                + "otherwise."
        ),
        (
            .programme(ProgrammeUpdate.self, "improvement-2016#3"),
            .updateSaid(AreaUpdate("1", Prose())),
            "Update “improvement-2016#3” would say nothing of area 1. Write the words, or that there is nothing new."
        ),
        (
            .programme(ProgrammeTrial.self, "improvement-2016#test"),
            ProgrammeTrial.Entries.ends.fact(CivilDate(2016, 8, 1)),
            "The trial “improvement-2016#test” would run from 2016-09-01 to 2016-08-01, which lies before. Correct one of "
                + "the days."
        ),
        (
            .programme(Programme.self, "improvement-2016"),
            .programmeAreaSet(ProgrammeArea("8", elsewhere: true)),
            "Area 8 of “improvement-2016” is led elsewhere, and nobody is named. Name the body that leads it."
        ),
        (
            .programme(Programme.self, "improvement-2016"),
            .programmeMeetingSet(ProgrammeMeeting("advisers/2016-09-30")),
            "The record has no meeting “advisers/2016-09-30”. Call it first, or correct the name, such as cpc/2023-12-05."
        ),
        (
            .programme(ProgrammeUpdate.self, "improvement-2016#1"),
            .updateReplied(UpdateReplies(2, suggestions: 3)),
            "Of 2 who replied, 3 cannot have made a suggestion. Correct one of the numbers."
        ),
    ]

    @Test(arguments: sentences.indices)
    func whatCannotBeIsToldInWords(_ place: Int) throws {
        let (subject, fact, words) = Self.sentences[place]
        // As it stood on the day of the first update: what came later is not there.
        let refusal = try Sample.whole().refusal(subject, fact)
        #expect(refusal == words, "\(refusal ?? "It was recorded.")")
    }

    @Test func numbersAreIssuedInOrder() throws {
        var sample = try Sample.whole()
        sample.add(
            ProgrammeUpdate.self,
            Sample.id("5"),
            .updateSaid(AreaUpdate("1", nil)),
            on: CivilDate(2017, 1, 20)
        )
        sample.add(
            ProgrammeUpdate.self,
            Sample.id("5"),
            .updateIssued(ProgrammeStep()),
            on: CivilDate(2017, 1, 20)
        )
        sample.add(
            ProgrammeUpdate.self,
            Sample.id("4"),
            .updateSaid(AreaUpdate("1", nil)),
            on: CivilDate(2017, 1, 21)
        )
        let refusal = sample.refusal(
            ProgrammeUpdate.self,
            "4",
            .updateIssued(ProgrammeStep()),
            on: CivilDate(2017, 1, 22)
        )
        #expect(
            refusal
                == "The update “improvement-2016#4” cannot be issued: number 5 was issued on 2017-01-20 already. Give this "
                + "one a later number."
        )
        let findings = sample.edition(on: CivilDate(2017, 1, 22)).programmeFindings()
        #expect(
            findings.first { $0.kind == "update-number-skipped" }?.message
                == "Update 5 of improvement-2016 was issued, and number 3, 4 was not. Issue it, or tell the readers that "
                + "there is none."
        )
    }
}
