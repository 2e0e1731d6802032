// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

/// Every step at every stage of feedback, and what refuses it.
@Suite("The stages of feedback")
struct VoiceStageTests {
    typealias Sample = VoiceSample

    /// The steps that can be taken at each stage; every other one is refused.
    private static let allowed: [Voice.Stage: Set<String>] = [
        .waiting: ["counted", "quoted", "reported", "answered", "agreed", "closed"],
        .answered: ["counted", "quoted", "reported", "told", "agreed", "closed"],
        .told: ["counted", "quoted", "reported", "agreed", "closed", "told"],
        .closed: ["agreed"],
    ]

    @Test(arguments: Voice.Stage.allCases)
    func everyStepIsAllowedOrRefused(_ stage: Voice.Stage) throws {
        let sample = try Sample.at(stage)
        #expect(try sample.survey().stage == stage)
        for (name, fact) in Sample.steps {
            let refusal = sample.refusal(fact)
            let isAllowed = Self.allowed[stage]?.contains(name) ?? false
            #expect((refusal == nil) == isAllowed, "\(name) at \(stage): \(refusal ?? "allowed")")
        }
    }

    @Test(arguments: Voice.Stage.allCases)
    func everyFieldIsAllowedUntilTheEnd(_ stage: Voice.Stage) throws {
        let sample = try Sample.at(stage)
        typealias Entries = Voice.Entries
        let facts: [Change.Fact] = [
            Entries.title.fact("Other"), Entries.heard.fact([.staff]), Entries.method.fact(.group),
            Entries.source.fact("Health"), Entries.heardFrom.fact(CivilDate(2026, 5, 1)),
            Entries.heardUntil.fact(CivilDate(2026, 5, 31)), Entries.themes.fact(["waiting"]),
            Entries.summary.fact("Other words."), Entries.lead.fact("Lead Officer"),
            Entries.answerBy.fact(CivilDate(2026, 7, 1)), Entries.indicators.fact(["asked"]),
            Entries.dataSets.fact([]), Entries.document.fact("guide"),
            Entries.audience.fact(.restricted),
        ]
        for fact in facts {
            let refusal = sample.refusal(fact)
            let isAllowed = stage != .closed || fact.kind == "voice.audience-set"
            #expect(
                (refusal == nil) == isAllowed,
                "\(fact.kind) at \(stage): \(refusal ?? "allowed")"
            )
        }
        let tried = Set((facts + Sample.steps.map(\.fact)).map(\.kind))
        #expect(tried == Set(Voice.table.kinds.map(\.kind)))
    }

    /// The stage that a few steps come to, worked out in another way than the room does.
    private static func expected(_ names: [String]) -> (stage: Voice.Stage, taken: [String]) {
        var (answered, told, closed, quoted, withdrawn, reported) = (
            false, false, false, false, false, false
        )
        var taken: [String] = []
        for name in names {
            var isTaken = !closed || name == "agreed"
            switch name {
            case "answered": isTaken = isTaken && !answered
            case "told": isTaken = isTaken && answered
            case "quoted": isTaken = isTaken && !withdrawn
            case "consent-withdrawn": isTaken = quoted && !withdrawn
            case "reported": isTaken = isTaken && !reported
            default: break
            }
            guard isTaken else { continue }
            taken.append(name)
            switch name {
            case "answered": answered = true
            case "told": told = true
            case "closed": closed = true
            case "quoted": quoted = true
            case "consent-withdrawn": withdrawn = true
            case "reported": reported = true
            default: break
            }
        }
        let stage: Voice.Stage =
            closed ? .closed : told ? .told : answered ? .answered : .waiting
        return (stage, taken)
    }

    /// Every course of five of the eight steps, 32,768 of them, through the fold itself.
    @Test func everyCourseOfStepsComesWhereItShould() throws {
        let base = Sample.steps
        let start = try Sample().edition(for: .restricted)[VoicesState.self]
        func walk(_ fold: VoicesFold, _ names: [String], _ taken: [String], _ depth: Int) {
            let voice = fold.finished().voices.first { $0.id == Sample.id }
            let model = Self.expected(names)
            if voice?.stage != model.stage || taken != model.taken {
                Issue.record(
                    "\(names): \(voice?.stage?.rawValue ?? "none"), took \(taken), expected \(model)"
                )
            }
            guard depth > 0 else { return }
            for (name, fact) in base {
                var next = fold
                let step = FoldStep(
                    sequence: 100 + names.count,
                    subject: .voice(Sample.id),
                    kind: fact.kind,
                    payload: .null,
                    effective: Sample.day,
                    by: ""
                )
                let before = next.finished()
                let refusal = next.tried(fact, step)
                if refusal != nil, next.finished() != before {
                    Issue.record("\(names) \(name) was refused, and changed something")
                }
                walk(next, names + [name], refusal == nil ? taken + [name] : taken, depth - 1)
            }
        }
        walk(VoicesFold(start), [], [], 5)
    }

    private static let sentences: [(Voice.Stage, Change.Fact, String)] = [
        (
            .waiting, .voiceTold(VoiceTelling("By letter.", number: 1)),
            "Feedback “school-survey-2026” has no answer that people could be told. Record the answer first."
        ),
        (
            .answered, .voiceTold(VoiceTelling("By letter.", to: [.staff], number: 1)),
            "Staff were not heard in feedback “school-survey-2026”. Name some of those who were: children, young-people."
        ),
        (
            .waiting, .voiceCounted(VoiceCounts(41, of: 40)),
            "Feedback “school-survey-2026” would have 41 answers of 40 who were asked. Correct one of the numbers."
        ),
        (
            .waiting, .voiceCounted(VoiceCounts(-1)),
            "-1 people cannot have been heard. Give a number from 0."
        ),
        (
            .waiting,
            .voiceQuoted(
                VoiceQuotation("Words.", sharedWith: .restricted, consent: "Form.", number: 1)
            ),
            "Own words that may not be shared with the committee are not recorded. Put what was said into the summary, in "
                + "other words."
        ),
        (
            .waiting,
            .voiceQuoted(VoiceQuotation("Words.", sharedWith: .public, consent: "", number: 1)),
            "Nothing says how those who spoke agreed to share their own words. Say how, such as “On the form”; without "
                + "consent, own words are not recorded."
        ),
        (
            .waiting, .voiceAgreed(VoiceAgreement(.answer(1), for: .public)),
            "Feedback “school-survey-2026” has no line “answer-1”. It has source, counts, summary."
        ),
        (
            .waiting, Voice.Entries.themes.fact(["being-hard"]),
            "The committee's list has no theme “being-hard”. Did you mean “being-heard”?"
        ),
        (
            .waiting, Voice.Entries.heardUntil.fact(CivilDate(2026, 5, 1)),
            "In feedback “school-survey-2026” people would be heard until 2026-05-01, before 2026-05-04, when it began. "
                + "Correct one of the days."
        ),
        (
            .waiting, .voiceAnswered(VoiceAnswer("Words.", action: "plan-2026#9", number: 1)),
            "The record has no action “plan-2026#9”. Write the plan and the action, such as plan-2023#1.10."
        ),
        (
            .waiting, .voiceAnswered(VoiceAnswer("Words.", finding: "neglect#3", number: 1)),
            "There is no finding “neglect#3”. Write where it comes from and its number, such as neglect-2026#3."
        ),
        (
            .waiting, .voiceAnswered(VoiceAnswer("Words.", decision: "cpc/C4", number: 1)),
            "The record has no decision “cpc/C4” between meetings. Correct its number, or name the meeting at which it "
                + "was taken."
        ),
        (
            .waiting, .voiceReported(VoiceReporting(at: "cpc/2026-06-02")),
            "The record has no meeting “cpc/2026-06-02”. Call it first, or correct the name, such as cpc/2023-12-05."
        ),
        (
            .waiting, Voice.Entries.indicators.fact(["nothing"]),
            "The figures have no indicator “nothing”. Add it first, or correct the name."
        ),
        (
            .waiting, Voice.Entries.dataSets.fact(["nothing"]),
            "The record has no data set “nothing”. Add it first, or correct the name."
        ),
        (
            .waiting, .voiceAnswered(VoiceAnswer("Words.")),
            "An answer cannot have the number 0. Give one from 1 to 9999."
        ),
        (
            .waiting, Voice.Entries.title.fact(nil),
            "Feedback “school-survey-2026” would have no title. Give it one."
        ),
        (
            .waiting, .voiceClosed(VoiceClosing("")),
            "Nothing says why feedback “school-survey-2026” needs no more. Say why; those who spoke may ask."
        ),
        (
            .closed, Voice.Entries.summary.fact("Other."),
            "Feedback “school-survey-2026” was closed on 2026-06-01. Only its audience, what is agreed to be shown and "
                + "consent can change; record other feedback, or void the entry that closed it."
        ),
    ]

    @Test(arguments: sentences.indices)
    func whatCannotBeIsToldInWords(_ place: Int) throws {
        let (stage, fact, words) = Self.sentences[place]
        #expect(try Sample.at(stage).refusal(fact) == words)
    }

    @Test func feedbackThatIsNotThereIsNamed() throws {
        let sample = try Sample()
        let fact = Change.Fact.voiceCounted(VoiceCounts(5))
        #expect(
            sample.refusal(fact, about: .voice("school-survey-2025"))
                == "There is no feedback “school-survey-2025” on 2026-06-01. Did you mean “school-survey-2026”?"
        )
        #expect(
            sample.refusal(Voice.Entries.title.fact("Survey"), about: .voice("a survey"))
                == "“a survey” cannot name feedback. Use letters, digits and hyphens only, such as school-survey-2026."
        )
    }

    private static let rules: [(Change.Fact, String)] = [
        (
            VoicesState.Entries.answerDays.fact(0),
            "There would be 0 days to answer feedback. Give a number from 1 to 1000."
        ),
        (
            VoicesState.Entries.tellDays.fact(2000),
            "There would be 2000 days to tell people. Give a number from 1 to 1000."
        ),
        (
            VoicesState.Entries.smallestCount.fact(0),
            "The smallest count that is shown would be 0. Give a number from 1 to 1000."
        ),
        (
            .voiceThemesSet(VoiceThemes([VoiceTheme("a", "A"), VoiceTheme("a", "B")])),
            "The key “a” stands for two themes. Give each its own."
        ),
        (
            .voiceThemesSet(VoiceThemes([VoiceTheme("being heard", "A")])),
            "“being heard” cannot be the key of a theme. Use letters, digits and hyphens only, such as being-listened-to."
        ),
    ]

    @Test(arguments: rules.indices)
    func rulesThatCannotBeAreToldInWords(_ place: Int) throws {
        let (fact, words) = Self.rules[place]
        #expect(try Sample().refusal(fact, about: .voiceRegister) == words)
    }

    // MARK: Time

    @Test func anAnswerIsDueAfterTheCommitteesLimit() throws {
        var sample = try Sample()
        #expect(try sample.survey().answerDue == Sample.day + 56)
        sample.add(Voice.Entries.answerBy.fact(CivilDate(2026, 7, 1)))
        #expect(try sample.survey().answerDue == CivilDate(2026, 7, 1))
        let day = CivilDate(2026, 6, 20)
        sample.add(.voiceAnswered(VoiceAnswer("An adult is named.", number: 1)), on: day)
        #expect(try sample.survey(on: day).answerDue == nil)
        #expect(try sample.survey(on: day).tellingDue == day + 28)
        sample.add(.voiceTold(VoiceTelling("At the assembly.", number: 1)), on: day)
        #expect(try sample.survey(on: day).tellingDue == nil)
    }

    @Test func whatIsAnsweredLaterIsToBeToldToo() throws {
        var sample = try Sample.at(.told)
        let later = Sample.day + 10
        sample.add(
            .voiceAnswered(VoiceAnswer("A poster hangs in each school.", number: 2)),
            on: later
        )
        #expect(try sample.survey(on: later).stage == .answered)
        #expect(try sample.survey(on: later).untold.map(\.number) == [2])
        sample.add(.voiceTold(VoiceTelling("By letter.", number: 2)), on: later)
        #expect(try sample.survey(on: later).stage == .told)
    }

    @Test func anAnswerWithOtherWordsIsToBeToldAnew() throws {
        var sample = try Sample.at(.told)
        sample.add(.voiceAnswered(VoiceAnswer("It could not be done.", .notPossible, number: 1)))
        #expect(try sample.survey().stage == .answered)
    }

    @Test func aTellingIsNewOnce() throws {
        var sample = try Sample.at(.told)
        let later = Sample.day + 5
        sample.add(
            .voiceAnswered(VoiceAnswer("It could not be done.", .notPossible, number: 1)),
            on: later
        )
        let (before, after) = (sample.edition(), sample.edition(on: later))
        let sentences = after[VoicesState.self].changes(
            since: before[VoicesState.self],
            in: EditionPair(before, after)
        ).map(\.sentence)
        #expect(
            sentences == [
                "Feedback “School survey 2026” was answered: not possible. It could not be done."
            ]
        )
    }

    @Test func anAnswerThatWasBackdatedWasNotTold() throws {
        var sample = try Sample()
        let told = Sample.day + 10
        sample.add(.voiceAnswered(VoiceAnswer("An adult is named.", number: 1)))
        sample.add(.voiceTold(VoiceTelling("By letter.", number: 1)), on: told)
        sample.add(.voiceAnswered(VoiceAnswer("A poster.", number: 2)), on: Sample.day + 1)
        #expect(try sample.survey(on: told).untold.map(\.number) == [2])
    }

    @Test func findingsNameWhatIsToBeDone() throws {
        var sample = try Sample.year()
        let day = CivilDate(2026, 8, 1)
        sample.add(
            .voice("parents-2026"),
            .voiceAnswered(VoiceAnswer("A leaflet is being written.", .underWay, number: 2)),
            on: CivilDate(2026, 7, 30)
        )
        let findings = sample.edition(on: day).voiceFindings()
        #expect(
            findings.map(\.kind) == [
                "voice-telling-overdue", "voice-promise-without-action", "voice-answer-overdue",
                "voice-without-lead", "voice-answer-overdue",
            ]
        )
        #expect(
            findings.first?.message
                == "Those heard in feedback “School survey 2026” were to be told what came of it by 18 July 2026, 14 days ago "
                + "(Lead Officer). Tell them, and record how."
        )
        #expect(sample.edition(on: day, for: .partners).voiceFindings() == [])
    }

    @Test func remindersHearOfAnswersAndTellings() throws {
        let sample = try Sample.year()
        let due = sample.edition(on: CivilDate(2026, 8, 1))[VoicesState.self].deadlines(
            through: CivilDate(2026, 8, 1)
        )
        #expect(due.map(\.kind) == ["voice-telling", "voice-answer", "voice-answer"])
        #expect(due.map(\.leads) == [["Lead Officer"], [], ["Lead Officer"]])
        #expect(due[1].name == "the answer to feedback “A complaint about letters”")
    }
}
