// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

/// A committee with a plan of nine areas and a programme on it, and what may be tried on it.
struct ProgrammeSample {
    static let plan = "improvement-2016"
    static let start = CivilDate(2016, 2, 24)
    /// The day of the first update.
    static let first = CivilDate(2016, 10, 12)
    static let meeting = "advisers/2016-08-30"
    private(set) var drafts: [EntryDraft] = []

    static let profile = """
        {
          "body": { "id": "cpc", "name": "Northshire Protection Committee", "kind": "committee" },
          "bodies": [{ "id": "advisers", "name": "Advisory Group", "kind": "partnership" }],
          "roles": [{ "id": "manager", "title": "Programme Manager", "body": "cpc" }]
        }
        """

    static let areas = [
        "How the system works", "Hearings", "Leaders and staff", "Inspections", "Neglect",
        "Data and evidence", "Exploitation", "Safety online", "Trafficking",
    ]

    /// A committee with its structure, an approved plan of nine areas, a meeting, slides, a figure and a programme.
    init() throws {
        let profile = try JSONReader.read(Array(Self.profile.utf8), source: "profile").value
        add(.committee, .profileSet(profile))
        let outline = PlanOutline(
            title: "Plan of nine areas",
            period: CivilSpan(Self.start...CivilDate(2018, 3, 31)),
            levels: [LevelName("area"), LevelName("action")]
        )
        add(.plan(Self.plan), .planDrafted(outline))
        for (place, text) in Self.areas.enumerated() {
            let item = SubjectReference.action("\(place + 1)", of: Self.plan)
            add(item, .added(ItemOutline(level: 0, number: "\(place + 1)", text: Prose(text))))
            if place != 1 {
                add(
                    item,
                    .leadsSet(Leads(words: "Programme Manager", names: ["Programme Manager"]))
                )
            }
        }
        add(
            .action("5.1", of: Self.plan),
            .added(ItemOutline(level: 1, parent: "5", number: "5.1", text: "Choose a toolkit"))
        )
        add(.plan(Self.plan), .approved(by: "cpc"))
        add(
            .meeting(of: "advisers", on: CivilDate(2016, 8, 30)),
            .meetingCalled(MeetingCall(bodyName: "Advisory Group", place: "Harbour House"))
        )
        let slides = SubjectReference(kind: "document", id: "slides")
        add(slides, CommitteeDocument.Entries.title.fact("First steps on neglect"))
        add(slides, CommitteeDocument.Entries.audience.fact(.public))
        let children = SubjectReference(kind: "indicator", id: "registered")
        add(children, Indicator.Entries.title.fact("Children on the register"))
        add(children, Indicator.Entries.source.fact("National statistics, 2016"))
        add(children, Indicator.Entries.countsFor.fact(.public))
        add(children, Indicator.Entries.audience.fact(.public))
        add(
            children,
            .figuresSet([FigureValue(2_751, in: FigurePeriod(.day, of: CivilDate(2015, 7, 31)))])
        )
        let programme = Programme.Entries.self
        add(Programme.self, Self.plan, programme.title.fact("Improvement Programme"))
        add(Programme.self, Self.plan, programme.lead.fact("Programme Manager"))
        add(Programme.self, Self.plan, programme.weeks.fact(6))
        add(Programme.self, Self.plan, programme.firstUpdate.fact(Self.first))
        add(Programme.self, Self.plan, programme.reporting.fact(CivilDate(2016, 12, 31)))
        add(Programme.self, Self.plan, programme.indicators.fact(["registered"]))
        add(Programme.self, Self.plan, programme.audience.fact(.public))
    }

    static func id(_ mark: String) -> String { "\(plan)#\(mark)" }

    mutating func add(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        on day: CivilDate = Self.start
    ) {
        drafts.append(Change(subject, fact).draft(effective: day, by: "manager"))
    }

    mutating func add<Subject: ProgrammeSubject>(
        _ type: Subject.Type,
        _ id: String,
        _ fact: Change.Fact,
        on day: CivilDate = Self.start
    ) { add(.programme(type, id), fact, on: day) }

    var entries: [Entry] {
        drafts.enumerated().map { Entry(provisional: $0.element, sequence: $0.offset + 1) }
    }

    /// The edition of a day.
    func edition(on day: CivilDate = Self.first, for audience: Audience = .committee) -> Edition {
        Edition(
            of: Record.folding(entries, asOf: day),
            committee: "cpc",
            name: "Northshire",
            asOf: day,
            audience: audience
        )
    }

    /// Why something cannot be recorded next; nil when it can.
    func refusal(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        on day: CivilDate = Self.first
    ) -> String? {
        let draft = Change(subject, fact).draft(effective: day, by: "manager")
        return Record.problems(appending: [draft], to: entries).first?.message
    }

    func refusal<Subject: ProgrammeSubject>(
        _ type: Subject.Type,
        _ mark: String,
        _ fact: Change.Fact,
        on day: CivilDate = Self.first
    ) -> String? { refusal(.programme(type, Self.id(mark)), fact, on: day) }

    /// Writes an update of some areas and issues it.
    mutating func issue(_ number: Int, _ words: [String: Prose?], on day: CivilDate) {
        let id = Self.id("\(number)")
        for (area, said) in words.sorted(by: { $0.key < $1.key }) {
            add(ProgrammeUpdate.self, id, .updateSaid(AreaUpdate(area, said)), on: day)
        }
        add(ProgrammeUpdate.self, id, .updateIssued(ProgrammeStep()), on: day)
    }

    /// Half a year of the programme: two updates, milestones of each sort, a trial in three areas, recommendations.
    static func whole() throws -> ProgrammeSample {
        var sample = try ProgrammeSample()
        sample.add(
            Programme.self,
            plan,
            .programmeAreaSet(
                ProgrammeArea(
                    "2",
                    ledBy: "Hearings Partnership",
                    elsewhere: true,
                    document: "slides"
                )
            )
        )
        sample.add(
            Programme.self,
            plan,
            .programmeMeetingSet(
                ProgrammeMeeting(
                    meeting,
                    summary: "Members heard of each area.",
                    documents: ["slides"]
                )
            )
        )
        sample.recordMilestones()
        let trial = id("test")
        typealias Trials = ProgrammeTrial.Entries
        for fact in [
            Trials.title.fact("Test of what works with neglect"), Trials.area.fact("5"),
            Trials.sites.fact(["Northtown", "Westerly", "The Isles"]),
            Trials.partners.fact(["Harbour College", "Moor University"]),
            Trials.lead.fact("Programme Manager"), Trials.starts.fact(CivilDate(2016, 9, 1)),
            Trials.ends.fact(ProgrammeTrial.endOfFinancialYear(of: CivilDate(2016, 9, 1))),
        ] { sample.add(ProgrammeTrial.self, trial, fact) }
        sample.add(
            ProgrammeTrial.self,
            trial,
            .trialBegun(ProgrammeStep()),
            on: CivilDate(2016, 9, 5)
        )
        var all: [String: Prose?] = [:]
        for place in 1...9 { all["\(place)"] = .some(nil) }
        all["5"] = "Two toolkits are compared."
        all["6"] = "What is counted today is written down."
        sample.add(
            ProgrammeUpdate.self,
            id("1"),
            ProgrammeUpdate.Entries.introduction.fact("Hello, and welcome to the first update."),
            on: first
        )
        sample.issue(1, all, on: first)
        sample.add(
            ProgrammeUpdate.self,
            id("1"),
            .updateSent(UpdateSending(to: "Subscribers", count: 240)),
            on: first
        )
        sample.add(
            ProgrammeUpdate.self,
            id("1"),
            .updateReplied(UpdateReplies(12, suggestions: 3)),
            on: CivilDate(2016, 11, 1)
        )
        all["9"] = nil
        all["5"] = "One toolkit is chosen."
        sample.issue(2, all, on: CivilDate(2016, 11, 23))
        sample.recordRecommendations()
        return sample
    }

    private mutating func recordMilestones() {
        typealias Entries = ProgrammeMilestone.Entries
        let days = [
            ("summary", "The first summary is out", "1", MilestoneDay(CivilDate(2016, 8, 31))),
            ("toolkit", "A toolkit is chosen", "5", MilestoneDay(CivilDate(2016, 10, 31))),
            (
                "maps", "Gaps in the data are mapped", "6",
                MilestoneDay(monthOf: CivilDate(2016, 11, 1))
            ),
            (
                "strategy", "The strategy is published", "9",
                MilestoneDay(monthOf: CivilDate(2017, 2, 1))
            ),
        ]
        for (mark, title, area, due) in days {
            let id = Self.id(mark)
            add(ProgrammeMilestone.self, id, Entries.title.fact(title))
            add(ProgrammeMilestone.self, id, Entries.area.fact(area))
            add(ProgrammeMilestone.self, id, .milestonePlanned(MilestonePlan(due)))
        }
        add(
            ProgrammeMilestone.self,
            Self.id("summary"),
            .milestoneMet(ProgrammeStep()),
            on: CivilDate(2016, 8, 30)
        )
        add(
            ProgrammeMilestone.self,
            Self.id("toolkit"),
            .milestonePlanned(
                MilestonePlan(
                    MilestoneDay(CivilDate(2016, 11, 15)),
                    why: "The sites asked for two weeks."
                )
            ),
            on: CivilDate(2016, 10, 20)
        )
        add(
            ProgrammeMilestone.self,
            Self.id("toolkit"),
            .milestoneMet(ProgrammeStep(note: "The second one.")),
            on: CivilDate(2016, 11, 14)
        )
        add(
            ProgrammeMilestone.self,
            Self.id("maps"),
            .milestoneMissed(ProgrammeStep(note: "Two services are still to answer.")),
            on: CivilDate(2016, 12, 1)
        )
    }

    private mutating func recordRecommendations() {
        let made = CivilDate(2016, 12, 15)
        add(
            ProgrammeRecommendation.self,
            Self.id("r1"),
            ProgrammeRecommendation.Entries.words.fact("Use one toolkit in every area."),
            on: made
        )
        add(
            ProgrammeRecommendation.self,
            Self.id("r1"),
            ProgrammeRecommendation.Entries.area.fact("5"),
            on: made
        )
        add(
            ProgrammeRecommendation.self,
            Self.id("r1"),
            .recommendationMade(
                RecommendationMaking(to: "Ministers", answerBy: CivilDate(2017, 1, 31))
            ),
            on: made
        )
        add(
            ProgrammeRecommendation.self,
            Self.id("r1"),
            .recommendationAnswered(RecommendationAnswer(.partly, "In three areas at first.")),
            on: CivilDate(2017, 1, 9)
        )
        add(
            ProgrammeRecommendation.self,
            Self.id("r1"),
            .recommendationFollowed(
                RecommendationOutcome("The three areas begin.", action: Self.id("5.1"))
            ),
            on: CivilDate(2017, 1, 10)
        )
        let suggested = CivilDate(2016, 8, 30)
        add(
            ProgrammeRecommendation.self,
            Self.id("s1"),
            ProgrammeRecommendation.Entries.words.fact("Ask young people in their schools."),
            on: suggested
        )
        add(
            ProgrammeRecommendation.self,
            Self.id("s1"),
            .recommendationMade(RecommendationMaking(from: "Advisory Group", at: Self.meeting)),
            on: suggested
        )
        add(
            ProgrammeRecommendation.self,
            Self.id("s1"),
            .recommendationAnswered(RecommendationAnswer(.accepted)),
            on: CivilDate(2016, 9, 20)
        )
    }
}
