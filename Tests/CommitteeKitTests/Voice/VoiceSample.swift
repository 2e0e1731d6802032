// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

/// A committee with a plan, a meeting and feedback for tests, and what may be tried on it.
struct VoiceSample {
    static let day = CivilDate(2026, 6, 1)
    static let id = "school-survey-2026"
    static let action = "plan-2026#1.1"
    static let meeting = "cpc/2026-06-01#4"
    private(set) var drafts: [EntryDraft] = []

    static let profile = """
        {
          "body": { "id": "cpc", "name": "North Child Protection Committee", "kind": "committee" },
          "bodies": [{ "id": "education", "name": "Education North", "kind": "agency" }],
          "roles": [{ "id": "lead-officer", "title": "Lead Officer", "body": "cpc" }]
        }
        """

    /// A committee with its structure, a plan of one action, a meeting, a decision, a finding, a document, an
    /// indicator, themes and limits, and a survey that waits for an answer.
    init() throws {
        let profile = try JSONReader.read(Array(Self.profile.utf8), source: "profile").value
        let start = CivilDate(2026, 1, 5)
        add(.committee, .profileSet(profile), on: start)
        let outline = PlanOutline(
            title: "Plan 2026",
            period: CivilSpan(start...CivilDate(2028, 12, 31)),
            levels: [LevelName("outcome"), LevelName("action")]
        )
        add(.plan("plan-2026"), .planDrafted(outline), on: start)
        for (id, text) in [("1", "Heard"), ("1.1", "Name an adult in each school")] {
            add(
                .action(id, of: "plan-2026"),
                .added(
                    ItemOutline(
                        level: id == "1" ? 0 : 1,
                        parent: id == "1" ? nil : "1",
                        number: id,
                        text: Prose(text)
                    )
                ),
                on: start
            )
        }
        add(
            .meeting(of: "cpc", on: Self.day),
            .meetingCalled(MeetingCall(bodyName: "Committee")),
            on: start
        )
        add(
            SubjectReference(kind: "document", id: "guide"),
            CommitteeDocument.Entries.title.fact("Guide"),
            on: start
        )
        add(
            .indicator("asked"),
            Indicator.Entries.title.fact("Pupils who know whom to ask"),
            on: start
        )
        add(.indicator("asked"), Indicator.Entries.unit.fact("pupils"), on: start)
        add(
            .voiceRegister,
            .voiceThemesSet(
                VoiceThemes([
                    VoiceTheme("being-heard", "Being heard"),
                    VoiceTheme("waiting", "Waiting times"),
                ])
            ),
            on: start
        )
        add(.voiceRegister, VoicesState.Entries.answerDays.fact(56), on: start)
        add(.voiceRegister, VoicesState.Entries.tellDays.fact(28), on: start)
        typealias Entries = Voice.Entries
        add(Entries.title.fact("School survey 2026"))
        add(Entries.heard.fact([.children, .youngPeople]))
        add(Entries.method.fact(.survey))
        add(Entries.source.fact("Education North"))
        add(Entries.heardFrom.fact(CivilDate(2026, 5, 4)))
        add(Entries.heardUntil.fact(CivilDate(2026, 5, 29)))
        add(Entries.themes.fact(["being-heard"]))
        add(Entries.summary.fact("Pupils want to know whom to ask."))
        add(Entries.lead.fact("Lead Officer"))
        add(Entries.audience.fact(.public))
        add(.voiceCounted(VoiceCounts(28, of: 40)))
    }

    mutating func add(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        on day: CivilDate = Self.day
    ) {
        drafts.append(Change(subject, fact).draft(effective: day, by: "lead-officer"))
    }

    /// Says something of the survey.
    mutating func add(_ fact: Change.Fact, on day: CivilDate = Self.day) {
        add(.voice(Self.id), fact, on: day)
    }

    mutating func append(_ draft: EntryDraft) { drafts.append(draft) }

    var entries: [Entry] {
        drafts.enumerated().map { Entry(provisional: $0.element, sequence: $0.offset + 1) }
    }

    /// The edition of a day.
    func edition(on day: CivilDate = Self.day, for audience: Audience = .committee) -> Edition {
        Edition(
            of: Record.folding(entries, asOf: day),
            committee: "cpc",
            name: "North CPC",
            asOf: day,
            audience: audience
        )
    }

    /// The survey as an audience reads it.
    func survey(on day: CivilDate = Self.day, for audience: Audience = .committee) throws -> Voice {
        try #require(edition(on: day, for: audience).voices.first { $0.id == Self.id })
    }

    /// Why something cannot be recorded next; nil when it can.
    func refusal(
        _ fact: Change.Fact,
        about subject: SubjectReference = .voice(Self.id),
        on day: CivilDate = Self.day
    ) -> String? {
        let draft = Change(subject, fact).draft(effective: day, by: "lead-officer")
        return Record.problems(appending: [draft], to: entries).first?.message
    }

    // MARK: Steps

    static let quotation = VoiceQuotation(
        "I want to know whom to ask.",
        by: .children,
        sharedWith: .public,
        consent: "On the form.",
        number: 1
    )

    /// What may happen to feedback.
    static let steps: [(name: String, fact: Change.Fact)] = [
        ("counted", .voiceCounted(VoiceCounts(30, of: 41))), ("quoted", .voiceQuoted(quotation)),
        ("consent-withdrawn", .voiceConsentWithdrawn(VoiceConsentWithdrawal(of: 1))),
        ("reported", .voiceReported(VoiceReporting(at: meeting))),
        ("answered", .voiceAnswered(VoiceAnswer("Each school names an adult.", number: 1))),
        ("told", .voiceTold(VoiceTelling("At the assemblies.", number: 1))),
        ("agreed", .voiceAgreed(VoiceAgreement(.summary, for: .public))),
        ("closed", .voiceClosed(VoiceClosing("All is done."))),
    ]

    /// The sample with its survey at a stage.
    static func at(_ stage: Voice.Stage) throws -> VoiceSample {
        var sample = try VoiceSample()
        func named(_ names: String...) -> [Change.Fact] {
            names.compactMap { name in steps.first { $0.name == name }?.fact }
        }
        let facts: [Change.Fact] =
            switch stage {
            case .answered: named("answered")
            case .told: named("answered", "told")
            case .closed: named("closed")
            default: []
            }
        for fact in facts { sample.add(fact) }
        return sample
    }

    /// A year of feedback: the survey with its answer, a complaint that nobody answered, and parents who were told.
    static func year() throws -> VoiceSample {
        typealias Entries = Voice.Entries
        var sample = try VoiceSample()
        sample.add(Entries.indicators.fact(["asked"]))
        sample.add(
            .indicator("asked"),
            .figuresSet([FigureValue(21, outOf: 28, in: try #require(FigurePeriod("2026-05")))])
        )
        sample.add(.voiceQuoted(quotation))
        sample.add(
            .voiceQuoted(
                VoiceQuotation(
                    "Nobody told us.",
                    sharedWith: .committee,
                    consent: "Said so.",
                    number: 2
                )
            )
        )
        sample.add(.voiceReported(VoiceReporting(at: meeting, note: "Members listened.")))
        let answered = CivilDate(2026, 6, 20)
        sample.add(
            .voiceAnswered(
                VoiceAnswer(
                    "Each school now names an adult.",
                    .underWay,
                    action: action,
                    at: meeting,
                    number: 1
                )
            ),
            on: answered
        )
        sample.add(
            .voiceAgreed(VoiceAgreement(.summary, for: .public, at: meeting)),
            on: answered
        )
        sample.add(.voiceAgreed(VoiceAgreement(.counts, for: .public)), on: answered)
        sample.add(.voiceAgreed(VoiceAgreement(.quotation(1), for: .public)), on: answered)
        sample.add(.voiceAgreed(VoiceAgreement(.answer(1), for: .public)), on: answered)
        let parents = SubjectReference.voice("parents-2026")
        for fact in [
            Entries.title.fact("Parents of pre-school children"),
            Entries.source.fact("Health visiting"),
            Entries.heard.fact([.parentsAndCarers]), Entries.method.fact(.group),
            Entries.themes.fact(["waiting", "being-heard"]),
            Entries.summary.fact("Visits were moved without notice."),
            Entries.audience.fact(.committee), .voiceCounted(VoiceCounts(4)),
            .voiceAnswered(VoiceAnswer("Families get a text the day before.", .done, number: 1)),
            .voiceTold(VoiceTelling("By letter.", to: [.parentsAndCarers], number: 1)),
        ] { sample.add(parents, fact) }
        let complaint = SubjectReference.voice("complaint-12")
        for fact in [
            Entries.title.fact("A complaint about letters"), Entries.heard.fact([.families]),
            Entries.method.fact(.complaint), Entries.audience.fact(.committee),
            Entries.themes.fact(["waiting"]), Entries.source.fact("Complaints team"),
        ] { sample.add(complaint, fact) }
        let questionnaire = SubjectReference.voice("looked-after-2026")
        for fact in [
            Entries.title.fact("Questionnaires of looked-after children"),
            Entries.heard.fact([.children]), Entries.method.fact(.questionnaire),
            Entries.source.fact("Advocacy service"), Entries.audience.fact(.committee),
            Entries.themes.fact(["being-heard"]), .voiceCounted(VoiceCounts(132, of: 190)),
            Entries.summary.fact("Most feel safe; some do not know their plan."),
            Entries.lead.fact("Lead Officer"), .voiceReported(VoiceReporting(at: meeting)),
        ] { sample.add(questionnaire, fact) }
        let hidden = SubjectReference.voice("hidden")
        sample.add(hidden, Entries.title.fact("For a few alone"))
        sample.add(hidden, Entries.themes.fact(["waiting"]))
        return sample
    }
}
